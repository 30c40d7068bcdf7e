"""How well entities and intents are read: F1 on hand-written cases in four languages.

python -m tests.benchmarks.entity_cases            measure, print and keep the figures
python -m tests.benchmarks.entity_cases --seen     also list what went wrong in the seen half

An entity is right when kind and value agree. The cases were written before the code; who mends it may look at the seen
half only: every second case of a list. Later cases were written when the code stood; on them only numbers of
orders were mended since (recall .48 before).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from rich import box
from rich.console import Console
from rich.table import Table

from data.errors import exit_with_sentence
from data.files import write_json
from features.entities import entities
from features.intents import intent_of_text
from tests.benchmarks.redaction_cases import figure, written

CASES = Path(__file__).parents[1] / "fixtures" / "entity_cases"
RESULT = Path("tests/benchmarks/entity_cases.json")
HALVES = ("seen", "unseen")
PARTS = (*HALVES, "later")


class Judged(NamedTuple):
    """What was expected of one text and what was found, as (kind, value); an intent is of kind ``intent``."""

    language: str
    half: str
    text: str
    expected: Counter[tuple[str, str]]
    found: Counter[tuple[str, str]]


def judge_all(folder: Path = CASES) -> list[Judged]:
    """Read every case and what is found in it; the language is known, as a request may state it."""
    judged = []
    for path in sorted(folder.glob("*.yaml")):
        lists = yaml.safe_load(path.read_text(encoding="utf-8"))
        for name, part in (("", None), ("later_", "later")):
            judged += [
                judge_entities(path.stem, part or HALVES[place % 2], case)
                for place, case in enumerate(lists[f"{name}entities"])
            ]
            judged += [
                judge_intent(path.stem, part or HALVES[place // 2 % 2], case)
                for place, case in enumerate(lists[f"{name}intents"])
            ]
    return judged


def judge_entities(language: str, part: str, case: dict[str, Any]) -> Judged:
    """Compare the entities of one text with those that should be found."""
    expected = Counter((kind, value) for kind, values in case["expect"].items() for value in values)
    sent_on, products = date.fromisoformat(case["sent_at"]), tuple(case.get("products", []))
    found = Counter((e.kind, e.value) for e in entities(case["text"], language, sent_on, products))
    return Judged(language, part, case["text"], expected, Counter(found))


def judge_intent(language: str, part: str, case: dict[str, Any]) -> Judged:
    """Compare the intent of one text with the one that should be told."""
    pair = (case["expect"], intent_of_text(case["text"], language))
    expected, found = (Counter({("intent", one): 1} if one else {}) for one in pair)
    return Judged(language, part, case["text"], expected, found)


def shares(judged: Sequence[Judged], kind: str) -> dict[str, Any]:
    """Give precision and recall with Wilson intervals, and F1, of one kind."""

    def count(counts: Iterable[Counter[tuple[str, str]]]) -> int:
        return sum(n for one in counts for (own, _), n in one.items() if own == kind)

    right = count(one.expected & one.found for one in judged)
    found, expected = count(one.found for one in judged), count(one.expected for one in judged)
    f1 = round(2 * right / (found + expected), 4) if found + expected else None
    return {"precision": figure(right, found), "recall": figure(right, expected), "f1": f1}


def measure(judged: Sequence[Judged]) -> dict[str, Any]:
    """Give the figures of each kind over all cases, by half and by language."""
    kinds = sorted({kind for one in judged for kind, _ in one.expected})
    groups = {"all": judged} | {half: [one for one in judged if one.half == half] for half in PARTS}
    for language in sorted({one.language for one in judged}):
        groups[language] = [one for one in judged if one.language == language]
    return {group: {kind: shares(own, kind) for kind in kinds} for group, own in groups.items()}


def show(measured: dict[str, Any], console: Console) -> None:
    """Print one line a kind."""
    languages = [name for name in measured if name not in ("all", *PARTS)]
    table = Table("kind", "precision", "recall", "F1", "unseen", "later", *languages, box=box.SIMPLE_HEAD)
    for kind, own in measured["all"].items():
        rest = [f"{measured[group][kind]['f1'] or 0:.2f}" for group in ("all", "unseen", "later", *languages)]
        table.add_row(kind, written(own["precision"]), written(own["recall"]), *rest)
    console.print(table)


def main() -> None:
    """Measure and keep the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seen", action="store_true", help="list misses and false alarms of the seen half")
    given = parser.parse_args()
    judged = judge_all()
    for one in judged:
        if given.seen and one.half == "seen" and one.expected != one.found:
            print(
                one.language,
                "missed",
                [*(one.expected - one.found)],
                "too much",
                [*(one.found - one.expected)],
                one.text,
            )
    measured = measure(judged)
    show(measured, Console(width=150))
    write_json(RESULT, measured)
    print(f"{len(judged)} cases; kept in {RESULT}")


if __name__ == "__main__":
    exit_with_sentence(main)
