"""Task dialogues with satisfaction rated turn by turn: the published USS corpus (Sun et al., SIGIR 2021).

Tab-separated lines of role, text, action and ratings, a blank line between dialogues, no header. At a ``USER`` turn
three or more annotators rate satisfaction from 1 to 5; a mean below 3 is the turn label ``dissatisfied``. A line
``USER OVERALL`` is no turn: it rates the whole dialogue, so its mean is the outcome's ``csat``. No rating becomes
anything else: the annotators' rating of one turn tells that of the next. There is no clock and no name of a dialogue.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import fmean
from typing import Any

from data.refusal import refuse_other_format
from data.source_rows import SourceRow, Unreadable

AUTHORS = {"USER": "customer", "SYSTEM": "bot"}
OVERALL = "OVERALL"
TARGET = "dissatisfied"
SATISFIED = 3
RATINGS = range(1, 6)
FIELDS = 4


def read(raw: Path) -> Iterator[SourceRow | Unreadable]:
    """Give the canonical rows of each dialogue; raises BadInput for a file that is not this corpus."""
    refuse_other_format(raw, expected="uss")
    dialogue, sequence, inside = 0, 0, False
    for number, line in lines_of(raw):
        if not line.strip():
            inside = False
            continue
        if not inside:
            dialogue, sequence, inside = dialogue + 1, 0, True
            yield SourceRow("conversations", number, {"conversation_id": f"dialogue-{dialogue}"})
        for row in line_rows(line, number, f"dialogue-{dialogue}", sequence):
            sequence += row.table == "messages"
            yield row


def lines_of(raw: Path) -> Iterator[tuple[int, str]]:
    """Give each line with its number; bytes that are not UTF-8 become lone surrogates, which the tables refuse."""
    with raw.open(encoding="utf-8-sig", errors="surrogateescape", newline="\n") as file:
        for number, line in enumerate(file, start=1):
            yield number, line.rstrip("\r\n")


def line_rows(line: str, number: int, conversation_id: str, sequence: int) -> Iterator[SourceRow | Unreadable]:
    """Give a turn as a message and its label, or the rating of the whole dialogue as its outcome."""
    cells = line.split("\t")
    if len(cells) != FIELDS:
        reason = f"has {len(cells)} fields instead of {FIELDS}; separate role, text, action and ratings by tabs"
        yield Unreadable("messages", number, "line", line, reason)
        return
    role, text, action, rated = (cell.strip() for cell in cells)
    named: dict[str, Any] = {"conversation_id": conversation_id}
    if role == "USER" and text == OVERALL:
        yield rating_row("outcomes", number, named, rated)
        return
    said = {"author": AUTHORS.get(role, role), "text": text, "intent": action.lower() or None}
    yield SourceRow("messages", number, named | {"sequence": sequence} | said)
    if rated:
        yield rating_row("turn_labels", number, named | {"sequence": sequence, "target": TARGET}, rated)


def rating_row(table: str, number: int, named: dict[str, Any], rated: str) -> SourceRow | Unreadable:
    """Give the ratings of a turn as its label, those of a dialogue as its outcome."""
    ratings = [int(one) for one in rated.split(",") if one.isascii() and one.isdigit() and int(one) in RATINGS]
    if not ratings or len(ratings) < len(rated.split(",")):
        return Unreadable(table, number, "ratings", rated, "is not a list of ratings from 1 to 5, like 3,4,3")
    mean = fmean(ratings)
    return SourceRow(table, number, named | ({"csat": mean} if table == "outcomes" else {"value": mean < SATISFIED}))
