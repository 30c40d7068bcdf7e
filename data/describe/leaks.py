"""Columns that know the end of the case: named so, filled only then, counted only then, or telling it alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from data.describe.later_words import COUNTS, worked_on, written_later
from data.describe.outcome import Alone, Outcome, alone
from data.describe.quality import written_afterwards
from data.describe.roles import Described, is_places
from data.describe.telling_words import FEWEST, telling_words
from data.describe.times import parse
from data.describe.transcripts import WARNING, transcript_kind, warning
from data.describe.words import ENDED, words_of

TELLS_ALONE = 0.9
FILLED_TELLS = 0.7
HARDLY = 0.02
KNOWN_AT_START = frozenset({"conversation_id", "opened_at", "title", "body", "author", "sent_at", "channel"})
END_ROLES = {
    "resolved_at": "is known only when the case is over", "escalated_at": "is the escalation itself",
    "first_response_at": "is known only after the first answer", "updated_at": "is the last change of the case",
    "status": "is the state at the time of the export", "handler": "is who had the case last",
    "resolver": "is who resolved the case", "escalated": "speaks of the escalation itself",
    "score": "is given after the case", "sla_met": "is known only when the case is over",
}  # fmt: skip


class Leak(NamedTuple):
    """A column that should not be a feature, with the reason and, where there is an outcome, its AUC alone."""

    column: str
    reasons: tuple[str, ...]
    auc: float | None

    @property
    def is_transcript(self) -> bool:
        """Whether its texts are whole conversations."""
        return any(reason.startswith(WARNING) for reason in self.reasons)

    @property
    def first(self) -> str:
        """The reason to give where there is room for one: that a text tells the outcome before all."""
        words = [reason for reason in self.reasons if "written afterwards?" in reason]
        return f"LIKELY LEAK: {words[0]}" if words else self.reasons[0]

    @property
    def tells(self) -> bool:
        """Whether its words, or its few values, tell the outcome."""
        return any("tell the outcome" in reason or "tells the outcome" in reason or "tell that" in reason
                   for reason in self.reasons)  # fmt: skip


def find_leaks(
    rows: Sequence[Mapping[str, str]],
    columns: Mapping[str, Described],
    outcome: Outcome | None,
    labels: Sequence[bool | None],
    varying: frozenset[str] = frozenset(),
) -> list[Leak]:
    """Look at every column for what gives the end away, the surest first; a row and a label a case.

    Of a ``varying`` column a case shows the first message's cell alone: its words are judged elsewhere.
    """
    over = ended(rows, columns)
    few = min(labels.count(True), labels.count(False)) < FEWEST
    found = []
    for column in columns.values():
        if outcome and column.name == outcome.column:
            continue
        cells = [row.get(column.name, "") for row in rows]
        told = alone(cells, labels, column.values.kind)
        reasons = [
            *by_name(column),
            *by_filling(column, cells, over),
            *by_outcome(column, None if few and column.role == "title" else told),
        ]
        reasons += by_time(column, rows, columns) + by_text(column, cells)
        if is_written(column) and column.name not in varying and (words := telling_words(cells, labels)):
            reasons.append(words)
        if reasons:
            found.append(Leak(column.name, tuple(reasons), max(told.filled_auc, told.value_auc) if told else None))
    return sorted(found, key=lambda leak: (-(leak.auc or 0), leak.column))


def by_name(column: Described) -> list[str]:
    """Judge a column by its role and name."""
    words = words_of(column.name)
    if not column.role and words in ("state", "estado") and is_places(column.values):
        return []
    if column.role in END_ROLES:
        return [END_ROLES[column.role]]
    if column.role in KNOWN_AT_START and column.role != "author":  # `result` of `human` is none who speaks.
        return []
    reason = written_later(words, column.values.kind)
    if reason == COUNTS and column.values.kind in ("flag", "constant"):
        return ["may change until the end of the case"]
    # What has a role, such as the priority, is not judged by a word beside it.
    reason = reason or (worked_on(words) if not column.role else None)
    return [reason] if reason else []


def by_filling(column: Described, cells: Sequence[str], over: Sequence[bool | None]) -> list[str]:
    """Judge a column by whether it is filled only in cases that are over."""
    open_filled = [bool(cell) for cell, done in zip(cells, over, strict=True) if done is False]
    over_filled = [bool(cell) for cell, done in zip(cells, over, strict=True) if done]
    if column.role == "resolved_at" or min(len(open_filled), len(over_filled)) < 5:
        return []
    shares = sum(over_filled) / len(over_filled), sum(open_filled) / len(open_filled)
    return (
        [f"is filled in {shares[0]:.0%} of closed and {shares[1]:.0%} of open cases"]
        if (shares[1] <= HARDLY and shares[0] > 0.1)
        else []
    )


def by_outcome(column: Described, told: Alone | None) -> list[str]:
    """Judge a column by how well it tells the outcome alone."""
    if told is None or column.role in KNOWN_AT_START - {"title"}:
        return []
    reasons = []
    one_sided = told.filled_if_not <= HARDLY < 0.1 < told.filled_if_escalated
    if column.role != "title" and (told.filled_auc >= FILLED_TELLS or one_sided):
        shares = f"{told.filled_if_escalated:.0%} of escalated and {told.filled_if_not:.0%} of other cases"
        reasons.append(f"is filled in {shares}")
    if told.value_auc >= TELLS_ALONE:
        reasons.append("its value alone tells the outcome")
    return reasons


def by_time(column: Described, rows: Sequence[Mapping[str, str]], columns: Mapping[str, Described]) -> list[str]:
    """Judge a column of times by whether it lies after the closing of the case."""
    closing = next((other for other in columns.values() if other.role == "resolved_at"), None)
    if closing is None or column.role in ("resolved_at", "sla_due_at"):  # A case may well end before it is due.
        return []
    if not (column.values.time and closing.values.time):
        return []
    later = both = 0
    for row in rows[:2000]:
        moment = parse(row.get(column.name, ""), column.values.time.formats)
        end = parse(row.get(closing.name, ""), closing.values.time.formats)
        if moment and end and (moment.tzinfo is None) == (end.tzinfo is None):
            both, later = both + 1, later + (moment > end)
    return [f"lies after {closing.name} in {later / both:.0%} of cases"] if both and later / both > HARDLY else []


def is_written(column: Described) -> bool:
    """Say whether a column holds what somebody wrote."""
    return column.values.kind == "text" or (column.role in ("title", "body") and column.values.kind != "time")


def by_text(column: Described, cells: Sequence[str]) -> list[str]:
    """Judge a text by whether it is a whole conversation, or speaks of the case as over."""
    if transcript := transcript_kind(cells):
        return [warning(transcript)]
    if column.values.kind != "text":
        return []
    share = written_afterwards(cells)
    return [f"{share:.1%} of its texts speak of the case as over: written afterwards"] if share >= 0.01 else []


def ended(rows: Sequence[Mapping[str, str]], columns: Mapping[str, Described]) -> list[bool | None]:
    """Say of each row whether its case is over, by its closing time or its status; None where nothing says it."""
    by_role = {column.role: column.name for column in columns.values() if column.role}
    if closing := by_role.get("resolved_at"):
        return [bool(row.get(closing, "")) for row in rows]
    if status := by_role.get("status"):
        return [bool(re.search(ENDED, words_of(row.get(status, "")))) for row in rows]
    return [None] * len(rows)
