"""What was written in a chat or messaging session, which Zendesk keeps in an audit of the ticket, not in comments.

The event ``ChatStartedEvent`` has ``value.history``: entries of the types ``ChatMessage`` (``message``) and
``ChatFileAttachment`` (``filename``), each with ``chat_index`` or ``message_id``, as in
https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/#redact-chat-comment. Who wrote and when
stand in ``actor_type`` (``end-user``, ``agent``, ``system``), ``actor_id``, ``actor_name`` and ``timestamp``
(milliseconds since 1970), which the reference leaves out and clients of the API read: an author of another kind and
what is no time are kept aside by the tables. Entries of other types (somebody joined, left, rated) say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from data.json_values import as_text, inside, listed
from data.source_rows import Unreadable
from data.sources.zendesk_audits import events_of

Entry = tuple[int, dict[str, Any]]  # The row its audit stands in, and the entry.
STARTED, CHAT = "ChatStartedEvent", "chat"
SPOKEN = ("ChatMessage", "ChatFileAttachment")
AUTHORS = {"end-user": "customer", "end_user": "customer"}
FEWEST_REPEATED = 2  # A single short message may stand in a comment by chance.
SPEAKER = r"[:)\]][ \t\n]{1,4}"  # What stands before each message in a transcript ends so.
SECONDS = 1e11  # As milliseconds that is the year 1973: a smaller number counts seconds.


def chat_entries(audits: Sequence[tuple[int, Mapping[str, Any]]]) -> tuple[list[Entry], list[Unreadable]]:
    """Give every message of the chats once, in order, and what is no entry of a chat."""
    found: dict[str, Entry] = {}
    broken = []
    for row, audit in audits:
        for event in events_of(audit):
            value = event.get("value") if event["type"] == STARTED else None
            for place, entry in enumerate(listed(inside(value, "history"))):
                if not isinstance(entry, dict):
                    reason = "is not an entry of a chat; expected an object in braces"
                    broken.append(Unreadable("messages", row, "history", entry, reason))
                elif entry.get("type") in SPOKEN:
                    found.setdefault(name_of(entry, inside(value, "chat_id"), place), (row, entry))
    return sorted(found.values(), key=lambda one: when(one[1])), broken


def name_of(entry: Mapping[str, Any], chat: Any, place: int) -> str:
    """Name an entry: a chat that goes on in the same ticket is told again from its beginning."""
    own = as_text(entry.get("message_id"))
    return own or f"{chat} {entry.get('chat_index', f'at {place}')}"


def when(entry: Mapping[str, Any]) -> float:
    """Give what entries are sorted by; one without a time stays where the transcript has it, at its beginning."""
    at = entry.get("timestamp")
    return float(at) if isinstance(at, (int, float)) and not isinstance(at, bool) else float("-inf")


def chat_message(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Give an entry as a message that the customer saw."""
    kind = as_text(entry.get("actor_type"))
    name = as_text(entry.get("filename"))
    text = str(entry.get("message") or "").strip() or (f"[attachment: {name}]" if name else "")
    return {
        "author": AUTHORS.get(kind, kind) if kind else None, "author_id": as_text(entry.get("actor_id")),
        "sent_at": written_at(entry.get("timestamp")), "text": text, "channel": CHAT, "visibility": "public",
    }  # fmt: skip


def written_at(timestamp: Any) -> Any:
    """Give a time as the rest of the ticket has it, in whole seconds; what is none stays, for the tables to refuse."""
    if not isinstance(timestamp, (int, float)) or isinstance(timestamp, bool):
        return timestamp
    try:
        seconds = timestamp // 1000 if timestamp >= SECONDS else timestamp
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (OverflowError, ValueError, OSError):
        return str(timestamp)


def repeats(text: str, messages: Sequence[str]) -> bool:
    """Say whether a comment is the transcript of a chat: all that was said, in order, each after its speaker."""
    said = [message for message in messages if message]
    position = 0
    for message in said:
        found = re.compile(SPEAKER + re.escape(message)).search(text, position)
        if not found:
            return False
        position = found.end()
    return len(said) >= FEWEST_REPEATED
