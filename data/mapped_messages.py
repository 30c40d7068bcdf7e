"""The messages of one case in their order, read as a mapping says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from data.mapped_values import Source, Unread, lookup, read_fields, text_of
from data.mapping import ExportMapping
from data.mapping_value import Value
from data.source_rows import Unreadable


class Said(NamedTuple):
    """A message: the place of its record in the case, the record, its number in the case and its fields."""

    place: int
    source: Source
    sequence: Any
    values: dict[str, Any]


def aside(table: str, row: int, unread: Unread) -> Unreadable:
    """Put a row aside for the value that cannot be read."""
    return Unreadable(table, row, unread.column, unread.value, unread.reason)


def messages_of(
    sources: Sequence[Source], mapping: ExportMapping, beside: frozenset[int]
) -> tuple[list[Said], list[Unreadable]]:
    """Give the messages in order, and what cannot be read; the places ``beside`` hold events and need no words.

    The order is that of ``sequence`` where the mapping names it, else of time where every message has one, else that
    of the file.
    """
    found, unreadable = [], []
    for place, source, entry in turns(sources, mapping):
        if not isinstance(source.record, Mapping):
            reason = "is not a message; expected an object in braces"
            unreadable.append(Unreadable("messages", source.row, mapping.messages_at or "", source.record, reason))
            continue
        try:
            values = read_fields(entry, "messages", source)
        except Unread as unread:
            unreadable.append(aside("messages", source.row, unread))
            continue
        if says_something(values) or not may_be_silent(mapping, place in beside):
            found.append(Said(place, source, values.pop("sequence", None), values))
    return numbered(in_order(found)), unreadable


def turns(sources: Sequence[Source], mapping: ExportMapping) -> Iterator[tuple[int, Source, dict[str, Value]]]:
    """Give each record that may be a message, with its place and the entry of the mapping that reads it."""
    for place, source in enumerate(sources):
        if mapping.messages_at is None:
            yield from ((place, source, entry) for entry in mapping.messages)
            continue
        for element in nested(source.record, mapping.messages_at):
            yield place, source._replace(record=element), mapping.messages[0]


def nested(record: Any, path: str) -> list[Any]:
    """Give the list of messages inside a record; anything else is one thing that is no message."""
    found = lookup(record, path)
    return found if isinstance(found, list) else [] if found is None else [found]


def says_something(values: dict[str, Any]) -> bool:
    """Say whether a message has words or an intent."""
    return bool(text_of(values.get("text"))) or bool(values.get("intent"))


def may_be_silent(mapping: ExportMapping, beside_event: bool) -> bool:
    """Say whether an empty text means that there is no message here, rather than a message without words."""
    by_case = mapping.rows == "conversation" and mapping.messages_at is None
    return by_case or beside_event


def in_order(messages: list[Said]) -> list[Said]:
    """Sort by number, by time or not at all; what stands together in the file stays so where it is equal."""
    numbers = [said.sequence for said in messages]
    if messages and all(isinstance(number, (int, float)) for number in numbers):
        return sorted(messages, key=lambda said: said.sequence)
    if all("sent_at" in said.values for said in messages) and all(number is None for number in numbers):
        return sorted(messages, key=lambda said: text_of(said.values["sent_at"]))
    return messages


def numbered(messages: list[Said]) -> list[Said]:
    """Number the messages from 0 where the mapping names no number."""
    return [
        said if said.sequence is not None else said._replace(sequence=position)
        for position, said in enumerate(messages)
    ]
