"""Bad rows never stop a run and never vanish: they are kept aside, each with the reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pydantic import ValidationError

from data.errors import shorten
from data.schema import Record
from data.tables import TABLES, Quarantined


class SourceRow(NamedTuple):
    """A row that a source proposes for a canonical table; ``row`` is its line or number in the source."""

    table: str
    row: int
    values: dict[str, Any]


class Unreadable(NamedTuple):
    """A row that the source itself could not read."""

    table: str
    row: int
    field: str
    value: object
    reason: str


@dataclass
class Cleaned:
    """Clean records by table, and what was kept aside."""

    source: str
    tables: dict[str, list[Record]] = field(default_factory=lambda: {name: [] for name in TABLES})
    rows_in: int = 0

    @property
    def quarantine(self) -> list[Record]:
        """The rows kept aside."""
        return self.tables["quarantine"]

    def put_aside(self, table: str, row: int, name: str, value: object, reason: str) -> None:
        """Keep a bad row with its reason."""
        shown = {"field": shorten(name), "value": shorten(value), "reason": shorten(reason, 300)}
        self.quarantine.append(Quarantined(source=self.source, table=table, row=row, **shown))


def clean(rows: Iterable[SourceRow | Unreadable], source: str) -> Cleaned:
    """Validate every row; rows in = rows clean + rows in quarantine, always."""
    cleaned = Cleaned(source)
    valid: dict[str, list[tuple[int, Any]]] = defaultdict(list)
    for row in rows:
        cleaned.rows_in += 1
        if isinstance(row, Unreadable):
            cleaned.put_aside(*row)
            continue
        try:
            valid[row.table].append((row.row, TABLES[row.table].model_validate(row.values)))
        except ValidationError as error:
            cleaned.put_aside(row.table, row.row, *first_problem(error))
    keep_consistent(valid, cleaned)
    return cleaned


def first_problem(error: ValidationError) -> tuple[str, object, str]:
    """Give the field, the value and the reason of the first thing wrong with a row."""
    first = error.errors()[0]
    # Deeper parts of the place are Pydantic's own words (which branch of a union it tried), not names of the source.
    name = ".".join(str(part) for part in first["loc"][:2]) or "text"
    broken = first["type"] == "string_unicode"
    reason = "is broken text; save the source as UTF-8" if broken else first["msg"].removeprefix("Value error, ")
    return name, first["input"] if first["loc"] else "", reason


# Reasons that may be the consequence of another row's fault.
ORPHANED = "has no clean conversation; mend the conversation's own row first"
EMPTY = "has no clean message; an empty conversation cannot be scored"
KEYS = {
    "conversations": ("conversation_id",),
    "messages": ("conversation_id", "sequence"),
    "events": ("conversation_id", "event_sequence"),
    "outcomes": ("conversation_id",),
    "turn_labels": ("conversation_id", "sequence", "target"),
    "customers": ("customer_id",),
    "resolvers": ("resolver_id",),
}


def keep_consistent(valid: dict[str, list[tuple[int, Any]]], cleaned: Cleaned) -> None:
    """Apply the laws between rows: unique keys, a clock that runs forwards, no empty and no orphaned conversation."""
    unique = {table: without_repeats(table, rows, cleaned) for table, rows in valid.items()}
    known = {case.conversation_id for _, case in unique.get("conversations", [])}
    messages = forwards(unique.get("messages", []), cleaned)
    spoken = {message.conversation_id for _, message in messages}
    for table, rows in unique.items():
        for row, record in messages if table == "messages" else rows:
            owner = getattr(record, "conversation_id", None)
            if owner is not None and owner not in known:
                cleaned.put_aside(table, row, "conversation_id", owner, ORPHANED)
            elif owner is not None and owner not in spoken:
                cleaned.put_aside(table, row, "messages", owner, EMPTY)
            else:
                cleaned.tables[table].append(record)


def without_repeats(table: str, rows: list[tuple[int, Any]], cleaned: Cleaned) -> list[tuple[int, Any]]:
    """Keep the first row of each key."""
    seen: set[tuple[Any, ...]] = set()
    kept = []
    for row, record in rows:
        key = tuple(getattr(record, name) for name in KEYS.get(table, ()))
        if key and key in seen:
            cleaned.put_aside(table, row, KEYS[table][-1], key[-1], "is a duplicate; the first row with it is kept")
            continue
        seen.add(key)
        kept.append((row, record))
    return kept


def forwards(messages: list[tuple[int, Any]], cleaned: Cleaned) -> list[tuple[int, Any]]:
    """Keep messages whose clock does not run backwards against the order of ``sequence``."""
    latest: dict[str, Any] = {}
    late = set()
    for row, message in sorted(messages, key=lambda pair: (pair[1].conversation_id, pair[1].sequence)):
        before = latest.get(message.conversation_id)
        if message.sent_at and before and message.sent_at < before:
            reason = f"is earlier than the message before it ({before.isoformat()}); correct the clock or the sequence"
            cleaned.put_aside("messages", row, "sent_at", message.sent_at.isoformat(), reason)
            late.add((message.conversation_id, message.sequence))
        else:
            latest[message.conversation_id] = message.sent_at or before
    return [(row, m) for row, m in messages if (m.conversation_id, m.sequence) not in late]
