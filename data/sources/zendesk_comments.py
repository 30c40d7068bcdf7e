"""What was written in one Zendesk ticket: its comments, wherever they stand, and its chats, as messages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from data.html_text import html_to_text
from data.json_values import as_text, filled, inside, listed
from data.source_rows import Unreadable
from data.sources.zendesk_audits import at_opening, changes_of, created_with, events_of, written_at
from data.sources.zendesk_chat import Entry, chat_entries, chat_message, repeats
from data.sources.zendesk_people import Names, author_of

Part = tuple[int, dict[str, Any]]  # The row it stands in, and the record.
SPOKEN = ("Comment", "VoiceComment", "FacebookComment", "Tweet")


class Ticket(NamedTuple):
    """A ticket as exported, with its parts from wherever they stand."""

    row: int
    record: dict[str, Any]
    comments: list[Part]
    audits: list[Part]


class Written(NamedTuple):
    """What was written: each message with its row, the parts that it came from, and what cannot be read."""

    messages: list[Part]
    parts: list[dict[str, Any]]
    unreadable: list[Unreadable]


def written_in(ticket: Ticket, names: Names) -> Written:
    """Give every comment and every message of a chat once; a chat's transcript as a comment says nothing more."""
    chat, unreadable = chat_entries(ticket.audits)
    chatted = [(row, chat_message(entry)) for row, entry in chat]
    texts = [str(entry.get("message") or "").strip() for _, entry in chat]
    comments = [
        (row, comment) for row, comment in spoken(ticket, chat) if not repeats(text_of(comment), texts)
    ]  # fmt: skip
    messages = [(row, message(comment, ticket.record, names)) for row, comment in comments]
    return Written(chatted + messages, [part for _, part in (*chat, *comments)], unreadable)


def spoken(ticket: Ticket, chat: Sequence[Entry]) -> list[Part]:
    """Give every comment once, whether it stands by itself or in an audit; a ticket without any has its description."""
    found = {
        str(comment.get("id", f"at {place}")): (row, comment) for place, (row, comment) in enumerate(ticket.comments)
    }
    for row, audit in ticket.audits:
        shared = {
            "created_at": written_at(audit), "via": audit.get("via"),
            "author_id": audit.get("author_id") or audit.get("updater_id"),
        }  # fmt: skip
        for event in events_of(audit):
            if event["type"] in SPOKEN:
                found.setdefault(str(event.get("id")), (row, shared | filled(event)))
    record = ticket.record
    if not found and not chat and record.get("description"):
        said = {
            "created_at": record.get("created_at"),
            "author_id": record.get("requester_id"),
            "via": record.get("via"),
        }
        return [(ticket.row, said | {"body": record["description"]})]
    return list(found.values())


def message(comment: Mapping[str, Any], ticket: Mapping[str, Any], names: Names) -> dict[str, Any]:
    """Give a comment as a message."""
    public = comment.get("public") is not False
    author = as_text(comment.get("author_id"))
    channel = as_text(inside(comment, "via", "channel"))
    return {
        "author": author_of(author, ticket, names, public=public, channel=channel or ""), "author_id": author,
        "sent_at": comment.get("created_at"), "text": text_of(comment), "channel": channel,
        "visibility": "public" if public else "internal",
    }  # fmt: skip


def text_of(comment: Mapping[str, Any]) -> str:
    """Give what was said: plain text, else the HTML as read; a call's transcript, and attachments by name."""
    body = next((str(body) for body in (comment.get("plain_body"), comment.get("body")) if body), "")
    # Plain bodies keep the entities of the HTML they were made from.
    text = (
        html_to_text(str(comment.get("html_body") or "")) if not body.strip() else body.replace("&nbsp;", " ").strip()
    )
    transcript = as_text(inside(comment, "data", "transcription_text")) or ""
    names = [as_text(inside(attachment, "file_name")) for attachment in listed(comment.get("attachments"))]
    said = [text, transcript] if transcript not in text else [text]
    return "\n".join([*said, *(f"[attachment: {name}]" for name in names if name)]).strip()


def first_subject(ticket: Mapping[str, Any], audits: list[dict[str, Any]]) -> str:
    """Give the subject as the ticket was created with; staff edit it later, so the exported one needs a log without it.

    Without a log nobody knows whether it was edited: it is left out, and the first comment says what it is about.
    """
    if not audits:
        return ""
    logged = at_opening("subject", audits)
    edited = any(change.field == "subject" for audit in audits for change in changes_of(audit))
    whole = created_with(audits) is not None and not edited
    return str(logged or (ticket.get("raw_subject") or ticket.get("subject") if whole else None) or "").strip()


def with_subject(said: dict[str, Any], subject: str) -> dict[str, Any]:
    """Begin the first message with the subject, where it is not its beginning anyway."""
    if not subject or said["text"].startswith(subject.rstrip(".…")):
        return said
    return said | {"text": f"{subject}\n{said['text']}".strip()}
