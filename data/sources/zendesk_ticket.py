"""The canonical rows of one Zendesk ticket with its comments and audits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from data.case_rows import Timeline
from data.html_text import html_to_text
from data.json_values import as_attribute, as_text, filled, inside, listed
from data.quarantine import SourceRow, Unreadable
from data.sources.zendesk_audits import (
    DONE,
    Names,
    add_changes,
    at_opening,
    changes_of,
    created_with,
    events_of,
    tags_of,
    written_at,
)

Part = tuple[int, dict[str, Any]]  # The row it stands in, and the record.
SPOKEN = ("Comment", "VoiceComment", "FacebookComment", "Tweet")
SYSTEM = "-1"  # The user that stands for Zendesk itself.
# Fields that become attributes as they were at creation: staff may change each of them later.
ATTRIBUTES = ("brand_id", "ticket_form_id", "organization_id")
SATISFIED = {"good": 5.0, "bad": 1.0}  # On the scale from 1 to 5 that other desks use.


class Ticket(NamedTuple):
    """A ticket as exported, with its parts from wherever they stand."""

    row: int
    record: dict[str, Any]
    comments: list[Part]
    audits: list[Part]


def ticket_rows(ticket: Ticket, names: Names) -> Iterator[SourceRow | Unreadable]:
    """Give the conversation, its messages and events, and its outcome where it was solved."""
    record, comments = ticket.record, spoken(ticket)
    if record.get("status") == "deleted" and not ticket.comments:
        reason = "is deleted; Zendesk keeps nothing of what was written"
        yield Unreadable("conversations", ticket.row, "status", f"deleted (ticket {record.get('id')})", reason)
        return
    log = sorted(ticket.audits, key=lambda part: written_at(part[1]))
    audits = [audit for _, audit in log]
    # The changes of the creating update are the opening itself.
    entries = [
        (written_at(audit), place_of(audit, record, names), row, audit) for row, audit in log[has_creation(audits) :]
    ]
    entries += [(written_at(comment), 1, row, comment) for row, comment in comments]
    timeline, subject = Timeline(as_text(record.get("id"))), first_subject(record, audits)
    for _, place, row, part in sorted(entries, key=lambda entry: entry[:2]):
        if place == 1:
            timeline.say(row, **message(part, record, names, "" if timeline.messages else subject))
        else:
            add_changes(timeline, part, row, names, "handler" if place == 0 else "customer")
    yield from timeline.rows(ticket.row, opening(record, audits, names), outcome(record, timeline, names))


def has_creation(audits: list[dict[str, Any]]) -> bool:
    """Say whether the log begins with the ticket's creation."""
    return created_with(audits) is not None


def place_of(audit: Mapping[str, Any], ticket: Mapping[str, Any], names: Names) -> int:
    """Give where an update's changes stand beside its comment, which is at 1.

    Staff write and move a ticket in one update: the words must not foretell the move, so it stands before them.
    A customer writes first, and triggers answer.
    """
    return 2 if author_of(audit.get("author_id") or audit.get("updater_id"), ticket, names) == "customer" else 0


def spoken(ticket: Ticket) -> list[Part]:
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
    if not found and record.get("description"):
        said = {
            "created_at": record.get("created_at"),
            "author_id": record.get("requester_id"),
            "via": record.get("via"),
        }
        return [(ticket.row, said | {"body": record["description"]})]
    return list(found.values())


def first_subject(ticket: Mapping[str, Any], audits: list[dict[str, Any]]) -> str:
    """Give the subject as the ticket was created with; staff edit it later, so the exported one needs a log without it.

    Without a log nobody knows whether it was edited: it is left out, and the first comment says what it is about.
    """
    if not audits:
        return ""
    logged = at_opening("subject", audits)
    edited = any(change.field == "subject" for audit in audits for change in changes_of(audit))
    whole = has_creation(audits) and not edited
    return str(logged or (ticket.get("raw_subject") or ticket.get("subject") if whole else None) or "").strip()


def message(comment: Mapping[str, Any], ticket: Mapping[str, Any], names: Names, subject: str) -> dict[str, Any]:
    """Give a comment as a message; the first one begins with the subject."""
    public = comment.get("public") is not False
    author = as_text(comment.get("author_id"))
    channel = as_text(inside(comment, "via", "channel"))
    text = text_of(comment)
    # The subject is part of the first message only where it is not its beginning anyway.
    if subject and not text.startswith(subject.rstrip(".…")):
        text = f"{subject}\n{text}".strip()
    return {
        "author": author_of(author, ticket, names, public=public, channel=channel or ""), "author_id": author,
        "sent_at": comment.get("created_at"), "text": text, "channel": channel,
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


def author_of(author: Any, ticket: Mapping[str, Any], names: Names, public: bool = True, channel: str = "") -> str:
    """Say who a user is; where the export does not list its staff, from their part in the ticket."""
    user = as_text(author)
    if channel.startswith("answer_bot"):
        return "bot"
    if user == SYSTEM or channel in ("rule", "system"):
        return "system"
    if user in names.roles:
        return "agent"
    asking = [ticket.get("requester_id"), *listed(ticket.get("email_cc_ids")), *listed(ticket.get("collaborator_ids"))]
    if user in map(as_text, asking):
        return "customer"
    return "customer" if names.lists_staff and public else "agent"


def opening(ticket: Mapping[str, Any], audits: list[dict[str, Any]], names: Names) -> dict[str, Any]:
    """Give the values at opening; without a log only those that never change."""
    was = {field: at_opening(field, audits) for field in ("priority", "type", "group_id", "assignee_id", "due_at")}
    source = inside(ticket, "via", "source")
    linked = inside(source, "from", "ticket_id") if inside(source, "rel") == "follow_up" else None
    return {
        "opened_at": ticket.get("created_at"),
        "channel": as_text(inside(ticket, "via", "channel")),
        "category": as_text(was["type"]),
        "priority": as_text(was["priority"]),
        "queue": names.group(was["group_id"]),
        "handler_id": as_text(was["assignee_id"]),
        "customer_id": as_text(at_opening("requester_id", audits) or ticket.get("requester_id")),
        "sla_due_at": was["due_at"] or None,
        "linked_conversation_id": as_text(linked or at_opening("problem_id", audits)),
        "attributes": attributes(audits, names) or None,
    }


def attributes(audits: list[dict[str, Any]], names: Names) -> dict[str, Any]:
    """Give custom fields and the like as they were at creation, by the title of the field where it is known."""
    found: dict[str, Any] = {field: as_text(at_opening(field, audits)) for field in ATTRIBUTES}
    found["tags"] = " ".join(sorted(tags_of(at_opening("tags", audits)))) or None
    for field, value in (created_with(audits) or {}).items():
        number = field.rpartition(".")[2]
        if number.isdecimal():
            found[names.fields.get(number, f"field_{number}")] = as_attribute(value)
    return filled(found)


def outcome(ticket: Mapping[str, Any], timeline: Timeline, names: Names) -> dict[str, Any] | None:
    """Give how a solved ticket ended; nobody resolved one that was merged into another."""
    if ticket.get("status") not in DONE:
        return None
    merged = str(timeline.last("closed").get("reason") or timeline.last("resolved").get("reason") or "")
    group = None if merged.startswith("merged") else names.group(ticket.get("group_id"))
    person = None if merged.startswith("merged") else as_text(ticket.get("assignee_id"))
    answers = [
        said.values.get("sent_at") for said in timeline.messages[1:]
        if said.values["author"] == "agent" and said.values["visibility"] == "public"
    ]  # fmt: skip
    rating = ticket.get("satisfaction_rating")
    score = inside(rating, "score") if isinstance(rating, dict) else rating
    return {
        "resolver_id": group or person,
        "resolver_team": group,
        "resolved_at": timeline.last("resolved").get("at") or inside(ticket, "metric_set", "solved_at"),
        "first_response_at": answers[0] if answers else None,
        "csat": SATISFIED.get(str(score).split("_")[0]),
    }
