"""One door to the past: what could be seen of a conversation at a moment."""

from __future__ import annotations

from datetime import datetime

from data.schema import Conversation, Event


def snapshot(conversation: Conversation, sequence: int, at: datetime | None = None) -> Conversation:
    """Give the conversation as it stood just after message ``sequence``, or at the later ``at``; the rest is gone.

    Events carry the message they followed, so those after a later message are cut too; so is what became known of
    the customer only afterwards.
    """
    cut = conversation.model_copy(
        update={
            "messages": [message for message in conversation.messages if message.sequence <= sequence],
            "events": [event for event in conversation.events if was_seen(event, sequence, at)],
            "at": at,
        }
    )
    now, known_from = seen_at(cut), cut.customer.known_from if cut.customer else None
    return cut.model_copy(update={"customer": None}) if now and known_from and known_from > now else cut


def was_seen(event: Event, sequence: int, at: datetime | None) -> bool:
    """Say whether an event had happened just after message ``sequence``, or by the later time ``at``."""
    if at and event.at:
        return event.at <= at
    return event.after_sequence < sequence


def seen_at(conversation: Conversation) -> datetime | None:
    """Give the moment of a snapshot: when asked for, else its last dated message, else its opening."""
    dated = [message.sent_at for message in conversation.messages if message.sent_at]
    return conversation.at or (max(dated) if dated else conversation.opened_at)
