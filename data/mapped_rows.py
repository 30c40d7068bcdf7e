"""The canonical rows of one case, made of the records that a mapping says it consists of."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from data.json_values import stated
from data.mapped_events import event_rows, events_of
from data.mapped_messages import Said, aside, messages_of
from data.mapped_outcome import outcome_row
from data.mapped_values import Source, Unread, lookup, read_fields, read_value, text_of
from data.mapping import ExportMapping
from data.source_rows import SourceRow, Unreadable
from data.spill import Seen

Row = SourceRow | Unreadable
NAME = "<NAME>"  # What is shown of a column of names.
PEOPLE = {"customer": "customers", "resolver": "resolvers"}


def case_rows(sources: Sequence[Source], mapping: ExportMapping, seen: Seen) -> Iterator[Row]:
    """Give every row of one case: of one record, or of the records of its messages in the file's order."""
    conversation_id = read_value(mapping.conversation["conversation_id"], "text", sources[0])
    if not conversation_id:
        yield from nameless(sources, mapping)
        return
    events, unreadable = events_of(sources, mapping)
    beside = frozenset(event.place for event in events)
    messages, silent = messages_of(sources, mapping, beside)
    opening = sources[messages[0].place] if messages else sources[0]
    yield opening_row(opening, mapping, names_in(sources, mapping))
    for said in messages:
        place = {"conversation_id": conversation_id, "sequence": said.sequence}
        yield SourceRow("messages", said.source.row, place | said.values)
    happened = list(event_rows(events, messages, conversation_id, mapping))
    yield from happened
    yield from (*silent, *unreadable)
    yield from label_rows(messages, conversation_id, mapping)
    yield from outcome_row(sources, messages, happened, conversation_id, mapping)
    yield from people_rows(sources, mapping, seen)


def nameless(sources: Sequence[Source], mapping: ExportMapping) -> Iterator[Unreadable]:
    """Put records aside that do not say which case they belong to."""
    column = " + ".join(mapping.conversation["conversation_id"].column)
    table = "messages" if mapping.rows == "message" else "conversations"
    for source in sources:
        # The record itself, since nothing else tells which one it was.
        shown = json.dumps(masked(source.record, mapping), ensure_ascii=False, default=str)
        reason = "is empty in it; give each row the name of its case"
        yield Unreadable(table, source.row, column, shown, reason, names_in([source], mapping))


def masked(record: Any, mapping: ExportMapping, path: str = "") -> Any:
    """Give a record without what stands in the columns of names: also what is no name to look for in texts."""
    if isinstance(record, list):
        return [masked(one, mapping, path) for one in record]
    if isinstance(record, dict):
        return {key: masked(value, mapping, key if not path else f"{path}.{key}") for key, value in record.items()}
    return NAME if path in mapping.names and record not in (None, "") else record


def names_in(sources: Sequence[Source], mapping: ExportMapping) -> tuple[str, ...]:
    """Give the people's names that stand in the columns made for them, one a line."""
    cells = (text_of(lookup(source.record, path)) for source in sources for path in mapping.names)
    return stated(name for cell in cells for name in cell.split("\n"))


def opening_row(source: Source, mapping: ExportMapping, names: tuple[str, ...]) -> Row:
    """Give the case as its first record shows it; later records may tell what became of it."""
    try:
        values = read_fields(mapping.conversation, "conversations", source)
        if "customer_id" not in mapping.conversation and "customer_id" in mapping.customer:
            customer_id = read_value(mapping.customer["customer_id"], "text", source)
            values |= {"customer_id": customer_id} if customer_id else {}
    except Unread as unread:
        return aside("conversations", source.row, unread)._replace(names=names)
    return SourceRow("conversations", source.row, values, names)


def label_rows(messages: Sequence[Said], conversation_id: str, mapping: ExportMapping) -> Iterator[Row]:
    """Give the labels of single messages; one without a value is no label."""
    for said in messages:
        for entry in mapping.turn_labels:
            try:
                values = read_fields(entry, "turn_labels", said.source)
            except Unread as unread:
                yield aside("turn_labels", said.source.row, unread)
                continue
            if "value" in values:
                place = {"conversation_id": conversation_id, "sequence": said.sequence}
                yield SourceRow("turn_labels", said.source.row, place | values)


def people_rows(sources: Sequence[Source], mapping: ExportMapping, seen: Seen) -> Iterator[Row]:
    """Give customers and resolvers when they are met first; exports repeat them on every row."""
    for person, table in PEOPLE.items():
        fields: Any = getattr(mapping, person)
        for source in sources if fields else ():
            name = read_value(fields[f"{person}_id"], "text", source)
            if not name or not seen.add(table, str(name)):
                continue
            try:
                yield SourceRow(table, source.row, read_fields(fields, table, source))
            except Unread as unread:
                yield aside(table, source.row, unread)
