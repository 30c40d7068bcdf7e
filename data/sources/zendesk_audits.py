"""The change log of a Zendesk ticket: what its fields were at creation, and what each later update changed.

An audit is one update; its events are ``Create`` (a field set on a new ticket), ``Change`` (a field's new and previous
value), ``Comment`` and others, which are passed over as the reference asks:
https://developer.zendesk.com/documentation/ticketing/reference-guides/ticket-audit-events-reference
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from data.case_rows import Timeline
from data.json_values import as_text, inside, listed, utc_time
from data.sources.zendesk_people import Names

ESCALATED = re.compile(r"escalat|eskal|escalad|escalar|escalé", re.IGNORECASE)  # In four languages of desks.
NOT_ESCALATED = re.compile(r"(?:^|[\W_])(?:de|not?|non|un|nicht)[\W_]*(?:escalat|eskal|escalad|escalé)", re.IGNORECASE)
DONE = ("solved", "closed")
# Targets of a service level agreement are changed as fields with these names.
SLA_TARGETS = frozenset(
    (
        "first_reply_time", "next_reply_time", "periodic_update_time", "pausable_update_time",
        "requester_wait_time", "agent_work_time", "total_resolution_time", "sla_policy",
    )
)  # fmt: skip
EVENT_OWN = frozenset(
    ("id", "type", "event_type", "via", "via_reference_id", "previous_value", "comment_present", "comment_public")
)


class Change(NamedTuple):
    """One field that an update gave another value."""

    field: str
    before: Any
    after: Any
    by_rule: bool


def written_at(part: Mapping[str, Any]) -> str:
    """Give the time of an update or comment as written, in UTC: as text it sorts."""
    return str(part.get("created_at") or utc_time(part.get("timestamp")) or "")


def events_of(audit: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Give an audit's events, also in the shape of the incremental export, where they are ``child_events``.

    There the field is a key of its own: ``{"event_type": "Change", "status": "open", "previous_value": "new"}``.
    """
    found = []
    for event in [*listed(audit.get("events")), *listed(audit.get("child_events"))]:
        if not isinstance(event, dict):
            continue
        kind = event.get("type") or event.get("event_type")
        if kind in ("Create", "Change") and "field_name" not in event:
            name = next((name for name in event if name not in EVENT_OWN), "")
            event = {**event, "field_name": name, "value": event.get(name)}
        found.append({**event, "type": kind})
    return found


def created_with(audits: Sequence[Mapping[str, Any]]) -> dict[str, Any] | None:
    """Give the fields as they were once the ticket was created; None where the log does not begin there.

    What triggers changed within the same update belongs to the opening: nobody ever saw the ticket without it.
    """
    events = events_of(audits[0]) if audits else []
    if not any(event["type"] == "Create" for event in events):
        return None
    return {
        str(event.get("field_name")): event.get("value") for event in events if event["type"] in ("Create", "Change")
    }


def at_opening(field: str, audits: Sequence[Mapping[str, Any]]) -> Any:
    """Give a field's value at opening: as created, else as before its first change.

    What neither names was not set. The exported value is never taken: it is the one at the end.
    """
    created = (created_with(audits) or {}).get(field)
    if created not in (None, ""):
        return created
    first = next((change for audit in audits for change in changes_of(audit) if change.field == field), None)
    return first.before if first else None


def changes_of(audit: Mapping[str, Any]) -> list[Change]:
    """Give the fields that an update changed."""
    whole = inside(audit, "via", "channel") == "rule"
    return [
        Change(
            str(event.get("field_name")), event.get("previous_value"), event.get("value"),
            whole or inside(event, "via", "channel") == "rule",
        )
        for event in events_of(audit) if event["type"] == "Change"
    ]  # fmt: skip


def add_changes(timeline: Timeline, audit: Mapping[str, Any], row: int, names: Names, who: str) -> None:
    """Add the events that an update's changes are."""
    at = written_at(audit) or None
    for change in changes_of(audit):
        for found in meanings(change, audit, names):
            timeline.happen(row, at=at, initiated_by="rule" if change.by_rule else who, **found)


def meanings(change: Change, audit: Mapping[str, Any], names: Names) -> list[dict[str, Any]]:
    """Give kind, from and to of the events that one change is; most fields are none."""
    before, after = as_text(change.before), as_text(change.after)
    if change.field == "group_id" and after:
        return [{"kind": "assigned", "from_": names.group(before), "to": names.group(after)}]
    if change.field == "priority":
        return [{"kind": "priority_changed", "from_": before, "to": after}]
    if change.field in SLA_TARGETS:
        return [{"kind": "sla_changed", "from_": before, "to": after, "reason": change.field}]
    if change.field == "status":
        return status_meanings(before, after, merged_into(audit))
    return [{"kind": "escalated", "reason": sign} for sign in escalation_signs(change, names)]


def status_meanings(before: str | None, after: str | None, merged: str | None) -> list[dict[str, Any]]:
    """Give the events that a change of status is; what is solved and then closed was resolved once."""
    reason = f"merged into {merged}" if merged else None
    if after == "solved":
        return [{"kind": "resolved", "reason": reason}]
    if after == "closed":
        return [{"kind": "closed", "reason": reason}]
    return [{"kind": "reopened"}] if before in DONE and after and after != "deleted" else []


def merged_into(audit: Mapping[str, Any]) -> str | None:
    """Give the ticket into which this update merged its own, as the comment's ``via`` says."""
    for via in [audit.get("via"), *(event.get("via") for event in events_of(audit))]:
        if inside(via, "source", "rel") == "merge":
            return as_text(inside(via, "source", "from", "ticket_id")) or as_text(
                inside(via, "source", "to", "ticket_id")
            )
    return None


def escalation_signs(change: Change, names: Names) -> list[str]:
    """Give how a desk without an own field marks an escalation: a new tag, or a field of that name that is set."""
    if change.field == "tags":
        added = sorted(tags_of(change.after) - tags_of(change.before))
        return [f"tag {tag}" for tag in added if ESCALATED.search(tag) and not NOT_ESCALATED.search(tag)]
    title = names.fields.get(change.field, "")
    switched = str(change.after).casefold() in ("true", "1", "yes") and str(change.before).casefold() != "true"
    return [f"field {title}"] if switched and ESCALATED.search(title) else []


def tags_of(value: Any) -> set[str]:
    """Give tags, which an audit holds as a list or as words."""
    return set(value.split()) if isinstance(value, str) else {str(tag) for tag in listed(value)}
