"""How well the rules of features/triggers fire: precision and recall on hand-written cases in four languages.

python -m tests.benchmarks.trigger_cases            measure, print and keep the figures
python -m tests.benchmarks.trigger_cases --faults   also list what went wrong, but in the unseen part

A case is one message, its author, and every rule that should fire on it; `either` lists rules that two readers may see
differently (a phishing link is fraud or a breach) and that count neither way. Asking for a supervisor may also count as
asking for a person, everywhere. All cases of all rules count for each rule: an alarm of `fraud` on a case of `churn`
costs the precision of `fraud`. The language is told from the words, as online.

Whoever wrote the phrases also wrote cases, and mended the phrases on what went wrong in them. The `other_` cases are by
another hand that never saw the phrases: every second of them, "unseen", was neither looked at nor mended on, and alone
tells what to expect of other people's words.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from rich import box
from rich.console import Console
from rich.table import Table

from data.errors import exit_with_sentence
from data.files import write_json
from data.schema import Author, Conversation, Message
from features.triggers.find import rules
from features.triggers.fired import Known, fired
from tests.benchmarks.redaction_cases import figure, written

CASES = Path(__file__).parents[1] / "fixtures" / "trigger_cases"
RESULT = Path("tests/benchmarks/trigger_cases.json")
EITHER = {"asks_for_supervisor": {"asks_for_person"}}
BARS = {"asks_for_person": (0.95, 0.95)}
OTHERS = (0.90, 0.85)
PARTS = ("known", "unseen")


class Case(NamedTuple):
    """A message, the handler's limit where it is known, and the rules that should fire."""

    language: str
    part: str
    text: str
    author: Author
    limit: float | None
    expected: frozenset[str]
    either: frozenset[str]


class Judged(NamedTuple):
    """A case and the rules that did fire."""

    case: Case
    found: frozenset[str]


def read_cases(folder: Path = CASES) -> list[Case]:
    """Give the hand-written cases of every language."""
    return [
        read_case(path.stem, part_of(kind, place), given, {rule} if kind.endswith("fires") else set())
        for path in sorted(folder.glob("*.yaml"))
        for rule, lists in yaml.safe_load(path.read_text(encoding="utf-8")).items()
        for kind, cases in lists.items()
        for place, given in enumerate(cases)
    ]


def part_of(kind: str, place: int) -> str:
    """Give the part that a case belongs to: every second one by the other hand is unseen."""
    return "unseen" if kind.startswith("other") and place % 2 else "known"


def read_case(language: str, part: str, given: Any, own: set[str]) -> Case:
    """Give one case; a bare text is a customer's and fires the rule of its list alone."""
    case: dict[str, Any] = {"text": given} if isinstance(given, str) else given
    expected = frozenset(own | set(case.get("also", [])))
    either = set(case.get("either", [])).union(*(EITHER.get(rule, set()) for rule in expected)) - expected
    return Case(
        language, part, case["text"], case.get("author", "customer"), case.get("limit"), expected, frozenset(either)
    )


def judge(case: Case) -> Judged:
    """Give what fires on a conversation of this one message, as online."""
    message = Message(sequence=0, author=case.author, text=case.text)
    conversation = Conversation(conversation_id="case", messages=[message], handler_id="handler")
    known = Known({} if case.limit is None else {"handler": case.limit}, {})
    found = frozenset(one.rule for one in fired(conversation, known) if one.sequence is not None)
    return Judged(case, found - case.either)


def precision_and_recall(judged: Sequence[Judged], rule: str | None = None) -> dict[str, Any]:
    """Give precision and recall of one rule or of all together, with Wilson intervals."""

    def count(rules_of: Callable[[Judged], frozenset[str]]) -> int:
        return sum(rule in own if rule else len(own) for own in map(rules_of, judged))

    right = count(lambda one: one.found & one.case.expected)
    return {
        "precision": figure(right, count(lambda one: one.found)),
        "recall": figure(right, count(lambda one: one.case.expected)),
    }


def measure(judged: Sequence[Judged]) -> dict[str, Any]:
    """Give the figures of each rule over all cases, by part and by language."""
    names = [name for name, rule in rules().items() if rule.whose]
    groups = {"all": judged} | {part: [one for one in judged if one.case.part == part] for part in PARTS}
    for language in sorted({one.case.language for one in judged}):
        groups[language] = [one for one in judged if one.case.language == language]
        if unseen := [one for one in groups[language] if one.case.part == "unseen"]:
            groups[f"unseen {language}"] = unseen
    return {
        group: {name: precision_and_recall(own, name) for name in names} | {"all rules": precision_and_recall(own)}
        for group, own in groups.items()
    }


def misses_of_bars(by_rule: dict[str, Any]) -> list[str]:
    """Name the rules whose precision or recall is below its bar."""
    return [
        name
        for name, shares in by_rule.items()
        if name != "all rules"
        and any((shares[kind]["value"] or 0) < bar for kind, bar in zip(shares, BARS.get(name, OTHERS), strict=True))
    ]


def show(measured: dict[str, Any], console: Console) -> None:
    """Print each rule's precision and recall over all cases and over the unseen part, and both by language."""
    languages = [name for name in measured if len(name) == 2]
    head = [f"{group}{kind}" for group in ("", "unseen: ") for kind in ("precision", "recall")]
    table = Table("rule", *head, *languages, box=box.SIMPLE_HEAD)
    groups = ("all", "unseen")
    for rule in measured["all"]:
        shares = [measured[group][rule][kind] for group in groups for kind in ("precision", "recall")]
        short = [" ".join(f"{share['value'] or 0:.2f}" for share in measured[one][rule].values()) for one in languages]
        table.add_row(rule, *map(written, shares), *short)
    console.print(table)
    for group, shares in measured.items():
        if group.startswith("unseen "):
            console.print(group, *(f"{kind} {written(share)}" for kind, share in shares["all rules"].items()))
    for group in ("all", "unseen"):
        console.print(f"below its bar ({group}): {', '.join(misses_of_bars(measured[group])) or 'none'}")


def list_faults(judged: Iterable[Judged]) -> None:
    """Print each miss and each false alarm with its text."""
    for case, found in judged:
        for fault, names in (("missed", case.expected - found), ("false alarm", found - case.expected)):
            for name in sorted(names):
                print(f"{case.language} {fault} {name}: {case.author}: {case.text}")


def main() -> None:
    """Measure and keep the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--faults", action="store_true", help="list misses and false alarms, but for the unseen part")
    given = parser.parse_args()
    judged = [judge(case) for case in read_cases()]
    if given.faults:
        list_faults(one for one in judged if one.case.part == "known")
    measured = measure(judged)
    show(measured, Console(width=170))
    write_json(RESULT, measured)
    print(f"{len(judged)} cases; kept in {RESULT}")


if __name__ == "__main__":
    exit_with_sentence(main)
