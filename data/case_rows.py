"""The rows of one conversation in the making: messages and events in the order they happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from data.json_values import filled, stated
from data.source_rows import SourceRow


class Timeline:
    """Numbers messages and events as they are added; an event remembers the last message before it."""

    def __init__(self, conversation_id: str | None) -> None:
        self.conversation_id = conversation_id
        self.messages: list[SourceRow] = []
        self.events: list[SourceRow] = []

    def say(self, row: int, **values: Any) -> None:
        """Add a message."""
        place = {"conversation_id": self.conversation_id, "sequence": len(self.messages)}
        self.messages.append(SourceRow("messages", row, place | filled(values)))

    def happen(self, row: int, kind: str, **values: Any) -> None:
        """Add an event; ``from_`` is what it was before."""
        values["from"] = values.pop("from_", None)
        place = {
            "conversation_id": self.conversation_id, "event_sequence": len(self.events),
            "after_sequence": len(self.messages) - 1, "kind": kind,
        }  # fmt: skip
        self.events.append(SourceRow("events", row, place | filled(values)))

    def last(self, kind: str) -> dict[str, Any]:
        """Give the values of the latest event of a kind, or none."""
        return next((event.values for event in reversed(self.events) if event.values["kind"] == kind), {})

    def rows(
        self, row: int, opening: dict[str, Any], ending: dict[str, Any] | None, names: Iterable[str | None] = ()
    ) -> Iterator[SourceRow]:
        """Give every row: the conversation at its opening, messages, events, and the outcome where it ended.

        ``names`` are those that the export states of the people in it.
        """
        named = {"conversation_id": self.conversation_id}
        yield SourceRow("conversations", row, named | filled(opening), stated(names))
        yield from self.messages
        yield from self.events
        if ending is not None:
            yield SourceRow("outcomes", row, named | filled(ending))
