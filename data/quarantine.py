"""Bad rows never stop a run and never vanish: they are kept aside, each with the reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from data.errors import shorten
from data.source_rows import SourceRow, Unreadable, conversations
from data.spill import Seen, temporary_database
from data.tables import TABLES, Quarantined

LONGEST_VALUE = 1_000  # Characters of a value that are looked at; of these the table shows the beginning.


@dataclass
class Cleaned:
    """What became of the rows of one conversation: clean records by table, and what was kept aside."""

    source: str
    tables: dict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))
    places: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))  # The row of each clean record.
    rows_in: int = 0
    names: dict[str, None] = field(default_factory=dict)  # A set in order of appearance.

    @property
    def quarantine(self) -> list[Quarantined]:
        """The rows kept aside."""
        return self.tables["quarantine"]

    def put_aside(self, table: str, row: int, name: str, value: object, reason: str) -> None:
        """Keep a bad row with its reason."""
        # The value is cut once its personal data is out: half an address would not be found.
        shown = {"field": shorten(name), "value": shorten(value, LONGEST_VALUE), "reason": shorten(reason, 300)}
        self.quarantine.append(Quarantined(source=self.source, table=table, row=row, **shown))


def clean(rows: Iterable[SourceRow | Unreadable], source: str) -> Iterator[Cleaned]:
    """Validate every row, a conversation at a time; rows in = rows clean + rows in quarantine, always."""
    with temporary_database() as database:
        seen = Seen(database)
        for group in conversations(rows):
            cleaned = Cleaned(source, rows_in=len(group))
            keep_consistent(validated(group, cleaned), cleaned, seen)
            yield cleaned


def validated(group: list[SourceRow | Unreadable], cleaned: Cleaned) -> dict[str, list[tuple[int, Any]]]:
    """Give the rows that are right by themselves, by table."""
    valid: dict[str, list[tuple[int, Any]]] = defaultdict(list)
    for row in group:
        cleaned.names.update(dict.fromkeys(row.names))
        if isinstance(row, Unreadable):
            cleaned.put_aside(row.table, row.row, row.field, row.value, row.reason)
            continue
        try:
            valid[row.table].append((row.row, TABLES[row.table].model_validate(row.values)))
        except ValidationError as error:
            cleaned.put_aside(row.table, row.row, *first_problem(error))
    return valid


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
REPEATED = "belongs to a duplicate of its conversation; the first one is kept"
SCATTERED = "came apart from the other rows of its conversation; sort the source by conversation"
OWNERLESS = frozenset(name for name, model in TABLES.items() if "conversation_id" not in model.model_fields)
PLACES = {"messages": "sequence", "events": "event_sequence"}
KEYS = {
    "conversations": ("conversation_id",),
    "messages": ("conversation_id", "sequence"),
    "events": ("conversation_id", "event_sequence"),
    "outcomes": ("conversation_id",),
    "turn_labels": ("conversation_id", "sequence", "target"),
    "customers": ("customer_id",),
    "resolvers": ("resolver_id",),
}


def keep_consistent(valid: dict[str, list[tuple[int, Any]]], cleaned: Cleaned, seen: Seen) -> None:
    """Apply the laws between rows: unique keys, a clock that runs forwards, no empty and no orphaned conversation."""
    unique = {table: without_repeats(table, rows, cleaned, seen) for table, rows in valid.items()}
    known = {case.conversation_id for _, case in unique.get("conversations", [])}
    repeated = {case.conversation_id for _, case in valid.get("conversations", [])} - known
    messages = unique["messages"] = forwards(unique.get("messages", []), cleaned)
    spoken = {message.conversation_id for _, message in messages}
    for table, rows in unique.items():
        if table in PLACES:
            rows.sort(key=lambda pair, place=PLACES[table]: getattr(pair[1], place))  # type: ignore[misc]
        for row, record in rows:
            owner = None if table in OWNERLESS else record.conversation_id
            if owner is not None and owner not in known:
                apart = SCATTERED if seen.holds("conversations", owner) else ORPHANED
                reason = REPEATED if owner in repeated else apart
                cleaned.put_aside(table, row, "conversation_id", owner, reason)
            elif owner is not None and owner not in spoken:
                cleaned.put_aside(table, row, "messages", owner, EMPTY)
            else:
                cleaned.tables[table].append(record)
                cleaned.places[table].append(row)
    for case in cleaned.tables["conversations"]:
        seen.add("conversations", case.conversation_id)
        if case.linked_conversation_id:
            seen.link(case.conversation_id, case.linked_conversation_id)


def without_repeats(table: str, rows: list[tuple[int, Any]], cleaned: Cleaned, seen: Seen) -> list[tuple[int, Any]]:
    """Keep the first row of each key, here and in all conversations before, and no circle of links."""
    here: set[tuple[Any, ...]] = set()
    kept = []
    for row, record in rows:
        key = tuple(getattr(record, name) for name in KEYS.get(table, ()))
        if key and (key in here or is_old(table, key[-1], seen)):
            cleaned.put_aside(table, row, KEYS[table][-1], key[-1], "is a duplicate; the first row with it is kept")
            continue
        if circle := closes(record, seen) if table == "conversations" else []:
            reason = f"closes a circle: {' -> '.join(circle)}; link a conversation to an earlier one"
            cleaned.put_aside(table, row, "linked_conversation_id", record.linked_conversation_id, reason)
            continue
        here.add(key)
        kept.append((row, record))
    return kept


def is_old(table: str, name: Any, seen: Seen) -> bool:
    """Say whether an earlier conversation brought this name; customers and resolvers are remembered at once."""
    if table == "conversations":
        return seen.holds(table, name)
    return table in ("customers", "resolvers") and not seen.add(table, name)


def closes(case: Any, seen: Seen) -> list[str]:
    """Give the circle that the link of a conversation closes, else nothing."""
    return seen.circle(case.conversation_id, case.linked_conversation_id) if case.linked_conversation_id else []


def forwards(messages: list[tuple[int, Any]], cleaned: Cleaned) -> list[tuple[int, Any]]:
    """Keep messages whose clock does not run backwards against the order of ``sequence``."""
    latest: dict[str, Any] = {}
    kept = []
    for row, message in sorted(messages, key=lambda pair: (pair[1].conversation_id, pair[1].sequence)):
        before = latest.get(message.conversation_id)
        if message.sent_at and before and message.sent_at < before:
            reason = f"is earlier than the message before it ({before.isoformat()}); correct the clock or the sequence"
            cleaned.put_aside("messages", row, "sent_at", message.sent_at.isoformat(), reason)
        else:
            latest[message.conversation_id] = message.sent_at or before
            kept.append((row, message))
    return kept
