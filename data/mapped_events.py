"""The dated changes of one case, each placed after the last message that was not later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from data.mapped_messages import Said, aside
from data.mapped_values import Source, Unread, read_fields
from data.mapping import ExportMapping
from data.source_rows import SourceRow, Unreadable


class Happened(NamedTuple):
    """An event: the place of its record in the case, its line and its fields."""

    place: int
    row: int
    values: dict[str, Any]


def events_of(sources: Sequence[Source], mapping: ExportMapping) -> tuple[list[Happened], list[Unreadable]]:
    """Give the events, by time where all have one, and what cannot be read.

    An entry is passed over where its kind is empty, or what dates or describes it.
    """
    found, unreadable = [], []
    for place, source in enumerate(sources):
        for entry in mapping.events:
            try:
                values = read_fields(entry, "events", source)
            except Unread as unread:
                unreadable.append(aside("events", source.row, unread))
                continue
            telling = next((name for name in ("at", "to", "from") if name in entry), "kind")
            if "kind" in values and telling in values:
                found.append(Happened(place, source.row, values))
    dated = all("at" in event.values for event in found)
    return (sorted(found, key=lambda event: str(event.values["at"])) if dated else found), unreadable


def event_rows(
    events: Sequence[Happened], messages: Sequence[Said], conversation_id: str, mapping: ExportMapping
) -> Iterator[SourceRow]:
    """Give the canonical row of each event."""
    for number, event in enumerate(events):
        place = {"after_sequence": after_sequence(event, messages, mapping)}
        named = {"conversation_id": conversation_id, "event_sequence": number}
        yield SourceRow("events", event.row, named | place | event.values)


def after_sequence(event: Happened, messages: Sequence[Said], mapping: ExportMapping) -> Any:
    """Give the number of the last message before an event, -1 if there is none.

    Without dates it is the message of the event's own row, or the last of all: too late never shows the future.
    """
    if "after_sequence" in event.values:
        return event.values["after_sequence"]
    at, last = event.values.get("at"), -1
    dated = at is not None and any("sent_at" in said.values for said in messages)
    for said in messages:
        if dated and said.values.get("sent_at", "") > at:
            break
        if not dated and mapping.rows == "message" and said.place > event.place:
            continue
        last = said.sequence
    return last


def tells_escalations(mapping: ExportMapping) -> bool:
    """Say whether a case without an event ``escalated`` did not escalate, because the export has such events."""
    for entry in mapping.events:
        kind = entry["kind"]
        if kind.constant == "escalated" or "escalated" in kind.values.values() or (kind.column and not kind.values):
            return True
    return False


def first_escalation(rows: Sequence[SourceRow]) -> Any:
    """Give the number of the first message after the first event ``escalated``, None if there is none."""
    found = [row.values["after_sequence"] for row in rows if row.values["kind"] == "escalated"]
    return min((last + 1 for last in found if isinstance(last, (int, float))), default=None)
