"""Records of an export gathered to cases: one record each, or its messages wherever they stand in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from data.grouping import grouped
from data.mapped_rows import case_rows, names_in
from data.mapped_values import Source, Unread, read_value
from data.mapped_words import warn_of_unmet_words
from data.mapping import ExportMapping
from data.source_rows import SourceRow, Unreadable
from data.spill import Seen, temporary_database

Read = tuple[int, dict[str, Any] | Unreadable]  # Its line or number, and what stands there.


def mapped_rows(records: Iterable[Read], mapping: ExportMapping) -> Iterator[SourceRow | Unreadable]:
    """Give the canonical rows of every case, those of one case together."""
    with temporary_database() as database:
        seen = Seen(database)
        for case in by_message(records, mapping) if mapping.rows == "message" else ([one] for one in records):
            if isinstance(case[0][1], Unreadable):
                yield case[0][1]
                continue
            sources = [Source(record, row, mapping) for row, record in case if not isinstance(record, Unreadable)]
            yield from case_rows(sources, mapping, seen)
    warn_of_unmet_words(mapping)


def by_message(records: Iterable[Read], mapping: ExportMapping) -> Iterator[list[Read]]:
    """Gather the records of each case; one that belongs to none stays alone."""
    for _, together in grouped(packed(records, mapping), "case"):
        yield [
            (one["row"], Unreadable(*one["unreadable"]) if "unreadable" in one else one["record"]) for one in together
        ]


def packed(records: Iterable[Read], mapping: ExportMapping) -> Iterator[dict[str, Any]]:
    """Give each record with the name of its case beside it, in a form that can be written down."""
    for row, record in records:
        if isinstance(record, Unreadable):
            yield {"row": row, "unreadable": list(record)}
            continue
        try:
            case = read_value(mapping.conversation["conversation_id"], "text", Source(record, row, mapping))
            yield {"case": case, "row": row, "record": record}
        except Unread as unread:
            names = names_in([Source(record, row, mapping)], mapping)
            found = ["messages", row, unread.column, unread.value, unread.reason, names]
            yield {"row": row, "unreadable": found}
