"""How well personal data is found: precision and recall on hand-written cases in four languages.

python -m tests.benchmarks.redaction_cases            measure, print and keep the figures
python -m tests.benchmarks.redaction_cases --seen     also list what went wrong in the seen half

A found span is right when its kind agrees, it covers at least 90 % of the expected characters and is at most 1.5 times
as long: a title before a name is forgiven, a masked sentence is not. "masked" asks less: are the characters hidden at
all, under whatever kind? The patterns' author may look at the seen half of the cases only.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, get_args

from rich import box
from rich.console import Console
from rich.table import Table
from scipy.stats import binomtest

from data.errors import exit_with_sentence
from data.files import write_json
from data.placeholders import Found, Kind
from data.redaction import found

CASES = Path(__file__).parents[1] / "fixtures" / "redaction.jsonl"
RESULT = Path("tests/benchmarks/redaction_cases.json")
COVERED, LONGEST = 0.9, 1.5
CONFIDENCE = 0.95
MEASURES = ("precision", "recall", "masked", "clean_left_alone")

Finder = Callable[[str, Sequence[str]], Sequence[Found]]


class Case(NamedTuple):
    """A text as a customer writes it, and all personal data in it."""

    language: str
    half: str
    text: str
    names: list[str]
    expected: list[Found]
    why: str


class Judged(NamedTuple):
    """What a finder made of one case: the right ones, the false alarms, the misses, and the misses nothing hides."""

    case: Case
    right: list[Found]
    false_alarms: list[Found]
    missed: list[Found]
    bare: list[Found]


def read_cases(path: Path = CASES) -> list[Case]:
    """Give the hand-written cases; what is expected is placed in its text in the order it is listed."""
    return [read_case(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def read_case(given: Mapping[str, Any]) -> Case:
    """Give one case of the file."""
    expected: list[Found] = []
    for wanted in given["found"]:
        start = given["text"].index(wanted["text"], expected[-1].end if expected else 0)
        expected.append(Found(wanted["kind"], start, start + len(wanted["text"]), wanted["text"]))
    return Case(given["language"], given["half"], given["text"], given.get("names", []), expected, given["why"])


def agrees(span: Found, expected: Found) -> bool:
    """Say whether a found span is the expected one."""
    length = expected.end - expected.start
    overlap = min(span.end, expected.end) - max(span.start, expected.start)
    return span.kind == expected.kind and overlap >= COVERED * length and span.end - span.start <= LONGEST * length


def hidden(spans: Iterable[Found], expected: Found) -> bool:
    """Say whether the expected characters are covered by what was found, whatever its kind."""
    covered = {place for span in spans for place in range(span.start, span.end)}
    length = expected.end - expected.start
    return len(covered & set(range(expected.start, expected.end))) >= COVERED * length


def judge(case: Case, find: Finder) -> Judged:
    """Compare what is found in a case with what should be; each expected span is found by one span at most."""
    spans = list(find(case.text, case.names))
    left, right, missed = list(spans), [], []
    for expected in case.expected:
        match = next((span for span in left if agrees(span, expected)), None)
        if match is None:
            missed.append(expected)
        else:
            left.remove(match)
            right.append(expected)
    return Judged(case, right, left, missed, [expected for expected in missed if not hidden(spans, expected)])


def figure(successes: int, total: int) -> dict[str, float | int | None]:
    """Give a share with its Wilson interval; of nothing there is no share."""
    if not total:
        return {"value": None, "low": None, "high": None, "n": 0}
    interval = binomtest(successes, total).proportion_ci(CONFIDENCE, method="wilson")
    low, high = round(float(interval.low), 4), round(float(interval.high), 4)
    return {"value": round(successes / total, 4), "low": low, "high": high, "n": total}


def figures(judged: Sequence[Judged], kind: Kind | None = None) -> dict[str, dict[str, float | int | None]]:
    """Give precision, recall and the share masked at all, of one kind or of all.

    Over all kinds also the share of texts without personal data in which nothing was found.
    """

    def count(spans: Callable[[Judged], list[Found]]) -> int:
        return sum(kind in (None, span.kind) for one in judged for span in spans(one))

    right, alarms = count(lambda one: one.right), count(lambda one: one.false_alarms)
    missed, bare = count(lambda one: one.missed), count(lambda one: one.bare)
    expected = right + missed
    shares = {
        "precision": figure(right, right + alarms),
        "recall": figure(right, expected),
        "masked": figure(expected - bare, expected),
    }
    if kind is None:
        clean = [one for one in judged if not one.case.expected]
        shares["clean_left_alone"] = figure(sum(not one.false_alarms for one in clean), len(clean))
    return shares


def measure(cases: Sequence[Case], find: Finder) -> dict[str, Any]:
    """Give the figures over all cases, and per half, language, kind, and kind in each half."""
    judged = [judge(case, find) for case in cases]
    halves = {half: [one for one in judged if one.case.half == half] for half in ("seen", "unseen")}
    languages = dict.fromkeys(case.language for case in cases)
    return {
        "cases": len(cases),
        "overall": figures(judged),
        "halves": {half: figures(own) for half, own in halves.items()},
        "languages": {name: figures([one for one in judged if one.case.language == name]) for name in languages},
        "kinds": {kind: figures(judged, kind) for kind in get_args(Kind)},
        "kinds_by_half": {half: {kind: figures(own, kind) for kind in get_args(Kind)} for half, own in halves.items()},
    }


def show(measured: Mapping[str, Any], console: Console) -> None:
    """Print one line a group: value, interval and number of each measure."""
    table = Table("", *(measure.replace("_", " ") for measure in MEASURES), box=box.SIMPLE_HEAD)
    groups = {"overall": {"overall": measured["overall"]}} | {
        name: measured[name] for name in ("halves", "languages", "kinds")
    }
    for lines in groups.values():
        for name, shares in lines.items():
            table.add_row(name, *(written(shares.get(measure)) for measure in MEASURES))
        table.add_section()
    console.print(table)


def written(share: Mapping[str, Any] | None) -> str:
    """Write a figure as value, interval and number."""
    if share is None or not share["n"]:
        return "-"
    return f"{share['value']:.3f} [{share['low']:.3f}, {share['high']:.3f}] n={share['n']}"


def list_faults(judged: Iterable[Judged]) -> None:
    """Print each miss and each false alarm with its text."""
    for one in judged:
        faults = [("missed" if span in one.bare else "misjudged", span) for span in one.missed]
        for fault, span in faults + [("false alarm", span) for span in one.false_alarms]:
            print(f"{one.case.language} {fault} {span.kind} {span.text!r} in {one.case.text!r} ({one.case.why})")


def main() -> None:
    """Measure the project's own finder and keep the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seen", action="store_true", help="list misses and false alarms of the seen half")
    cases = read_cases()
    if parser.parse_args().seen:
        list_faults([judge(case, found) for case in cases if case.half == "seen"])
    measured = measure(cases, found)
    show(measured, Console(width=140))
    write_json(RESULT, measured)
    print(f"kept in {RESULT}")


if __name__ == "__main__":
    exit_with_sentence(main)
