"""The rows that a source proposes, a conversation at a time.

A source gives all rows of a conversation one after another, so that one conversation at a time is in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

MOST_TOGETHER = 1_000  # A row of no conversation waits for no more rows than these.


class SourceRow(NamedTuple):
    """A row that a source proposes for a canonical table; ``row`` is its line or number in the source.

    ``names`` are those that the export states of people in its conversation: redaction knows them, no table has them.
    """

    table: str
    row: int
    values: dict[str, Any]
    names: tuple[str, ...] = ()


class Unreadable(NamedTuple):
    """A row that the source itself could not read."""

    table: str
    row: int
    field: str
    value: object
    reason: str
    names: Sequence[str] = ()


def conversations(rows: Iterable[SourceRow | Unreadable]) -> Iterator[list[SourceRow | Unreadable]]:
    """Give the rows of each conversation, its own first, with those between them that belong to none.

    A second one of the same name is a group of its own: rows of two are never mixed.
    """
    group: list[SourceRow | Unreadable] = []
    owner, opened, unread = None, False, False  # ``unread``: an opening that could not be read has just passed.
    for row in rows:
        opens = row.table == "conversations"
        own = row.values.get("conversation_id") if isinstance(row, SourceRow) else None
        if own is None:
            unread |= opens
            if len(group) >= MOST_TOGETHER:
                yield [row]
            else:
                group.append(row)
            continue
        if group and (own != owner or (opens and opened)):
            yield group
            group, opened = [], unread
        group.append(row)
        owner, opened, unread = own, opened or opens or unread, False
    if group:
        yield group
