"""The dated messages and changes of one case put in one order, so that each change follows the message before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from data.source_rows import SourceRow


class Dated(NamedTuple):
    """Something that a record of the source says happened at a moment: a message, or a change of the case."""

    at: datetime
    row: int
    values: dict[str, Any]


def timeline(
    conversation_id: str, opening: Dated, messages: Sequence[Dated], changes: Sequence[Dated]
) -> Iterator[SourceRow]:
    """Give the messages, the opening one first, and the changes as events, numbered.

    Of a message and a change of the same second the change is first: the note that a form saves together with a
    hand-over must not stand in a snapshot from before that hand-over.
    """
    spoken = sorted(messages, key=lambda message: message.at)
    times = [message.at for message in spoken]
    for sequence, message in enumerate([opening, *spoken]):
        said = {"conversation_id": conversation_id, "sequence": sequence, "sent_at": message.at.isoformat()}
        yield SourceRow("messages", message.row, said | message.values)
    for number, change in enumerate(sorted(changes, key=lambda change: change.at)):
        happened = {
            "conversation_id": conversation_id,
            "event_sequence": number,
            "at": change.at.isoformat(),
            "after_sequence": bisect_left(times, change.at),
        }
        yield SourceRow("events", change.row, happened | change.values)
