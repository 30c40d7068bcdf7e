"""One conversation out of a whole source's rows, as it is stored and in short."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from data.quarantine import Cleaned
from data.source_rows import SourceRow, Unreadable
from tests.cleaning import cleaned, unlawful

Read = Callable[[Path], Iterator[SourceRow | Unreadable]]


def lawful(read: Read, raw: Path) -> Cleaned:
    """Read and clean an export, whose rows must all be accounted for."""
    rows = list(read(raw))
    whole = cleaned(rows)
    assert unlawful(whole, len(rows)) == []
    return whole


def stored(whole: Cleaned, table: str, name: str) -> list[dict[str, Any]]:
    """Give the rows of one conversation without what is absent."""
    own = [record for record in whole.tables[table] if record.conversation_id == name]
    return [record.model_dump(mode="json", by_alias=True, exclude_none=True) for record in own]


def said(whole: Cleaned, name: str) -> list[tuple[str, str, str]]:
    """Give who said what, and whether the customer sees it."""
    return [(one["author"], one["visibility"], one["text"]) for one in stored(whole, "messages", name)]


def happened(whole: Cleaned, name: str) -> list[tuple[int, str, str | None, str | None, str | None]]:
    """Give each event: the message before it, its kind, from, to, and who began it."""
    names = ("after_sequence", "kind", "from", "to", "initiated_by")
    events = stored(whole, "events", name)
    assert [event["event_sequence"] for event in events] == list(range(len(events)))
    return [tuple(event.get(name) for name in names) for event in events]  # type: ignore[misc]
