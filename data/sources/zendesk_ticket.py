"""The canonical rows of one Zendesk ticket with its comments and audits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from data.case_rows import Timeline
from data.json_values import as_attribute, as_text, filled, inside
from data.source_rows import SourceRow, Unreadable
from data.sources.zendesk_audits import DONE, add_changes, at_opening, created_with, tags_of, written_at
from data.sources.zendesk_chat import CHAT
from data.sources.zendesk_comments import Ticket, Written, first_subject, with_subject, written_in
from data.sources.zendesk_people import Names, author_of, stated_names

# Fields that become attributes as they were at creation: staff may change each of them later.
ATTRIBUTES = ("brand_id", "ticket_form_id", "organization_id")
SATISFIED = {"good": 5.0, "bad": 1.0}  # On the scale from 1 to 5 that other desks use.


def ticket_rows(ticket: Ticket, names: Names) -> Iterator[SourceRow | Unreadable]:
    """Give the conversation, its messages and events, and its outcome where it was solved."""
    record = ticket.record
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
    written = written_in(ticket, names)
    entries += [(str(said["sent_at"] or ""), 1, row, said) for row, said in written.messages]
    timeline, subject = Timeline(as_text(record.get("id"))), first_subject(record, audits)
    for _, place, row, part in sorted(entries, key=lambda entry: entry[:2]):
        if place == 1:
            timeline.say(row, **with_subject(part, "" if timeline.messages else subject))
        else:
            add_changes(timeline, part, row, names, "handler" if place == 0 else "customer")
    people = stated_names(record, [*audits, *written.parts], names)
    opened = opening(record, audits, names) | {"opened_at": first_moment(record, written)}
    yield from timeline.rows(ticket.row, opened, outcome(record, timeline, names), people)
    yield from written.unreadable


def first_moment(ticket: Mapping[str, Any], written: Written) -> Any:
    """Give when the ticket was made, or when the chat began that it was made of."""
    made = ticket.get("created_at")
    chatted = [said["sent_at"] for _, said in written.messages if said["channel"] == CHAT]
    began = [at for at in chatted if isinstance(at, str) and at.endswith("Z")]
    return min([made, *began], key=str) if made else made


def has_creation(audits: list[dict[str, Any]]) -> bool:
    """Say whether the log begins with the ticket's creation."""
    return created_with(audits) is not None


def place_of(audit: Mapping[str, Any], ticket: Mapping[str, Any], names: Names) -> int:
    """Give where an update's changes stand beside its comment, which is at 1.

    Staff write and move a ticket in one update: the words must not foretell the move, so it stands before them.
    A customer writes first, and triggers answer.
    """
    return 2 if author_of(audit.get("author_id") or audit.get("updater_id"), ticket, names) == "customer" else 0


def opening(ticket: Mapping[str, Any], audits: list[dict[str, Any]], names: Names) -> dict[str, Any]:
    """Give the values at opening; without a log only those that never change."""
    was = {field: at_opening(field, audits) for field in ("priority", "type", "group_id", "assignee_id", "due_at")}
    source = inside(ticket, "via", "source")
    linked = inside(source, "from", "ticket_id") if inside(source, "rel") == "follow_up" else None
    return {
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
        if said.values.get("author") == "agent" and said.values["visibility"] == "public"
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
