"""Conversations of Intercom with their parts: pages of the API or JSON Lines, or a folder that also has teams.json.

Conversation and parts: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations/conversation
and https://developers.intercom.com/docs/references/2.11/rest-api/api.intercom.io/models/conversation_parts. Times are
seconds since 1970, in UTC. Listing conversations leaves the parts out: retrieve each one, at most 500 parts come.

Custom attributes, tags set later and the AI agent's verdict carry no date, so they are no value of the opening. Names
of contacts and of those who write are told to redaction and stored nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from data.case_rows import Timeline
from data.formats import files_of
from data.json_records import records
from data.json_stream import Broken
from data.json_values import as_text, filled, inside, listed, utc_time
from data.refusal import refuse_other_format
from data.source_rows import SourceRow, Unreadable
from data.sources.intercom_parts import add_part, author_of, names_in, text_of

# How the AI agent's part ended, where it says that people took over.
ESCALATED_STATES = ("escalated", "routed_to_team", "negative_feedback", "procedure_handoff")
SLA_MET = {"hit": True, "missed": False}


def read(raw: Path) -> Iterator[SourceRow | Unreadable]:
    """Give the canonical rows of each conversation; raises BadInput for a file that is not such an export."""
    refuse_other_format(raw, expected="intercom")
    files = files_of(raw) if raw.is_dir() else [raw]
    teams: dict[str, str] = {}
    for path in (path for path in files if "team" in path.stem.casefold() and raw.is_dir()):
        for row, team in records(path, "teams"):
            if isinstance(team, Broken):
                yield Unreadable("resolvers", row, path.name, team.value, team.reason)
                continue
            teams[str(team.get("id"))] = str(team.get("name"))
            yield SourceRow("resolvers", row, filled({"resolver_id": as_text(team.get("name")), "kind": "team"}))
    for path in (path for path in files if not raw.is_dir() or "team" not in path.stem.casefold()):
        for row, record in records(path, "conversations"):
            if isinstance(record, Broken):
                yield Unreadable("conversations", row, "record", record.value, record.reason)
            else:
                yield from conversation_rows(row, record, teams)


def conversation_rows(row: int, record: dict[str, Any], teams: Mapping[str, str]) -> Iterator[SourceRow | Unreadable]:
    """Give the conversation, its messages and events, and its outcome where it was closed."""
    timeline = Timeline(as_text(record.get("id")))
    add_source(timeline, row, record)
    parts = listed(inside(record, "conversation_parts", "conversation_parts"))
    good = [part for part in parts if isinstance(part, dict)]
    good.sort(key=lambda part: float(part["created_at"]) if is_number(part.get("created_at")) else 0)
    handed = hand_over(record, good)
    for place, part in enumerate(good):
        if place == handed:
            at, reason = utc_time(part.get("created_at")), "the AI agent handed over"
            timeline.happen(row, "escalated", at=at, initiated_by="model", reason=reason)
        add_part(timeline, row, part, teams)
    yield from timeline.rows(
        row, opening(record, good, teams), outcome(record, timeline, teams), names_in(record, good)
    )
    for part in parts:
        if not isinstance(part, dict):
            yield Unreadable("messages", row, "conversation_parts", part, "is not a part; expected an object in braces")
    missing = missing_parts(record, len(parts))
    if missing:
        reason = "parts are missing; retrieve the conversation itself, at most 500 parts come"
        yield Unreadable("messages", row, "conversation_parts", missing, reason)


def is_number(value: Any) -> bool:
    """Say whether a value can be a time in seconds."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def missing_parts(record: Mapping[str, Any], found: int) -> int:
    """Count the parts that Intercom has and the export has not."""
    total = inside(record, "conversation_parts", "total_count")
    if total is None:
        total = inside(record, "statistics", "count_conversation_parts")
    return max(int(total) - found, 0) if is_number(total) else 0


def add_source(timeline: Timeline, row: int, record: Mapping[str, Any]) -> None:
    """Add what the conversation began with: the subject of an e-mail, and its body."""
    source = record.get("source")
    if not isinstance(source, dict):
        return
    subject, body = text_of({"body": source.get("subject")}), text_of(source)
    text = body if not subject or body.startswith(subject) else f"{subject}\n{body}".strip()
    if text or not listed(inside(record, "conversation_parts", "conversation_parts")):
        timeline.say(
            row, author=author_of(source), author_id=as_text(inside(source, "author", "id")), text=text,
            sent_at=utc_time(record.get("created_at")), channel=as_text(source.get("type")),
        )  # fmt: skip


def hand_over(record: Mapping[str, Any], parts: list[dict[str, Any]]) -> int | None:
    """Give the place of the part by which people take over from the AI agent, where the export says that they did.

    It is the first after the agent's first word that people write or that gives the conversation to them.
    """
    if inside(record, "ai_agent", "resolution_state") not in ESCALATED_STATES:
        return None
    spoken = [place for place, part in enumerate(parts) if author_of(part) == "bot" and text_of(part)]
    later = range(spoken[0] + 1, len(parts)) if spoken else range(0)
    return next((place for place in later if is_by_people(parts[place])), None)


def is_by_people(part: Mapping[str, Any]) -> bool:
    """Say whether a part is staff's words or an assignment to them."""
    assigned = inside(part, "assigned_to", "type") in ("team", "admin") and inside(part, "assigned_to", "id")
    return author_of(part) != "customer" and bool(assigned or (author_of(part) == "agent" and text_of(part)))


def opening(record: Mapping[str, Any], parts: list[dict[str, Any]], teams: Mapping[str, str]) -> dict[str, Any]:
    """Give the values at opening: those that changes show, and those that never changed."""
    source = record.get("source")
    contacts = listed(inside(record, "contacts", "contacts"))
    changed = [part for part in parts if str(part.get("part_type")).startswith("priority_changed")]
    assigned = [part for part in parts if "assign" in str(part.get("part_type"))]
    whole = not missing_parts(record, len(parts))
    team = as_text(record.get("team_assignee_id")) if whole and not assigned else None
    tags = [tag for tag in listed(inside(record, "tags", "tags")) if set_at_opening(tag, record)]
    person = as_text(record.get("admin_assignee_id")) if whole and not assigned else None
    return {
        "opened_at": utc_time(record.get("created_at")),
        "channel": as_text(inside(source, "type")),
        "priority": priority(record, changed) if whole else None,
        "queue": teams.get(team, team) if team else None,
        "handler_id": person if person != "0" else None,
        "customer_id": as_text(inside(contacts[0], "id") if contacts else inside(source, "author", "id")),
        "attributes": filled({
            "delivered_as": as_text(inside(source, "delivered_as")),
            "tags": " ".join(sorted(str(inside(tag, "name")) for tag in tags)) or None,
        }) or None,
    }  # fmt: skip


def set_at_opening(tag: Any, record: Mapping[str, Any]) -> bool:
    """Say whether a tag was there when the conversation began."""
    applied, opened = inside(tag, "applied_at"), record.get("created_at")
    return is_number(applied) and is_number(opened) and applied <= opened


def priority(record: Mapping[str, Any], changed: list[dict[str, Any]]) -> str | None:
    """Give the priority before its first change; a part of an older version does not say it, but there are only two."""
    if not changed:
        return as_text(record.get("priority"))
    return as_text(inside(changed[0], "event_details", "previous_priority"))


def outcome(record: Mapping[str, Any], timeline: Timeline, teams: Mapping[str, str]) -> dict[str, Any] | None:
    """Give how a closed conversation ended."""
    if record.get("state") != "closed":
        return None
    team = as_text(record.get("team_assignee_id"))
    person = as_text(record.get("admin_assignee_id")) or as_text(inside(record, "statistics", "last_closed_by_id"))
    group = teams.get(team, team) if team and team != "0" else None
    return {
        "resolver_id": group or (person if person != "0" else None),
        "resolver_team": group,
        "resolved_at": timeline.last("closed").get("at") or utc_time(inside(record, "statistics", "last_close_at")),
        "first_response_at": utc_time(inside(record, "statistics", "first_admin_reply_at")),
        "csat": inside(record, "conversation_rating", "rating"),
        "sla_met": SLA_MET.get(str(inside(record, "sla_applied", "sla_status"))),
    }
