"""One part of an Intercom conversation: what was written, and what changed.

Kinds of parts: https://developers.intercom.com/docs/references/2.6/rest-api/conversations/conversation-part-model
(comment, note, assignment, open, close, snoozed, priority_changed, conversation_sla_applied_by_rule ...).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from data.case_rows import Timeline
from data.html_text import html_to_text
from data.json_values import as_text, inside, listed, utc_time

AUTHORS = {
    "user": "customer", "lead": "customer", "contact": "customer", "visitor": "customer",
    "bot": "bot", "admin": "agent", "team": "agent",
}  # fmt: skip
REOPENING = ("open", "assign_and_reopen", "note_and_reopen")
RULES = ("workflow", "rule", "default_assignment", "away_mode", "timer")
# The text of these parts is Intercom's own: a rating that was asked for, a channel's usual waiting time.
NOT_SAID = frozenset(
    (
        "channel_and_reply_time_expectation", "conversation_rating_changed", "conversation_rating_remark_added",
        "language_detection_details", "attribute_collector", "user_became_idle",
    )
)  # fmt: skip


def add_part(timeline: Timeline, row: int, part: Mapping[str, Any], teams: Mapping[str, str]) -> None:
    """Add the events and the message of a part.

    Staff write and move a conversation in one part: the words must not foretell the move, so it stands before them. A
    customer's words come first: they are what opens a closed conversation again.
    """
    author, text = author_of(part), text_of(part)
    kind = str(part.get("part_type"))
    said = bool(text) and kind not in NOT_SAID
    if said and author == "customer":
        add_message(timeline, row, part, text)
    at, who = utc_time(part.get("created_at")), initiator(kind, author)
    for found in meanings(kind, part, timeline, teams):
        timeline.happen(row, at=at, initiated_by=who, **found)
    # A comment without a word is given as it is: the tables say so.
    if (said and author != "customer") or (not text and kind == "comment"):
        add_message(timeline, row, part, text)


def add_message(timeline: Timeline, row: int, part: Mapping[str, Any], text: str) -> None:
    """Add what a part says."""
    note = str(part.get("part_type")).startswith("note")
    timeline.say(
        row, author=author_of(part), author_id=as_text(inside(part, "author", "id")), text=text,
        sent_at=utc_time(part.get("created_at")), visibility="internal" if note else "public",
    )  # fmt: skip


def meanings(kind: str, part: Mapping[str, Any], timeline: Timeline, teams: Mapping[str, str]) -> list[dict[str, Any]]:
    """Give kind, from and to of the events that a part is; most kinds are none."""
    found: list[dict[str, Any]] = []
    if kind == "close":
        found.append({"kind": "closed"})
    elif kind in REOPENING and is_closed(timeline):
        found.append({"kind": "reopened"})
    team = as_text(inside(part, "assigned_to", "id")) if inside(part, "assigned_to", "type") == "team" else None
    if team:
        found.append({"kind": "assigned", "from_": timeline.last("assigned").get("to"), "to": teams.get(team, team)})
    if kind.startswith("priority_changed"):
        details = part.get("event_details")
        before, after = inside(details, "previous_priority"), inside(details, "current_priority")
        found.append({"kind": "priority_changed", "from_": as_text(before), "to": as_text(after)})
    if kind.startswith("conversation_sla_"):
        what = kind.removeprefix("conversation_sla_").replace("_", " ")
        found.append({"kind": "sla_changed", "to": as_text(inside(part, "event_details", "sla_name")), "reason": what})
    return found


def is_closed(timeline: Timeline) -> bool:
    """Say whether the conversation is closed as far as it has been told."""
    kinds = [event.values["kind"] for event in timeline.events if event.values["kind"] in ("closed", "reopened")]
    return bool(kinds) and kinds[-1] == "closed"


def initiator(kind: str, author: str | None) -> str | None:
    """Say whether a rule, the customer or a handler made a change."""
    if author == "bot" or any(word in kind for word in RULES):
        return "rule"
    return {"customer": "customer", "agent": "handler"}.get(author or "")


def author_of(part: Mapping[str, Any]) -> str | None:
    """Say who wrote a part; an admin under whose name the AI agent answers is a bot."""
    author = part.get("author")
    if inside(author, "from_ai_agent") or inside(author, "is_ai_answer"):
        return "bot"
    kind = as_text(inside(author, "type"))
    return AUTHORS.get(kind, kind) if kind else None


def names_in(record: Mapping[str, Any], parts: Iterable[Mapping[str, Any]]) -> Iterator[str | None]:
    """Give the name of every person who writes, and of the contacts; bots and teams are none."""
    source = record.get("source")
    written = [source, *parts] if isinstance(source, dict) else [*parts]
    for part in written:
        if inside(part, "author", "type") != "team" and author_of(part) in ("customer", "agent"):
            yield as_text(inside(part, "author", "name"))
    yield from (as_text(inside(contact, "name")) for contact in listed(inside(record, "contacts", "contacts")))


def text_of(part: Mapping[str, Any]) -> str:
    """Give what was written as plain text, and attachments by name; a redacted body is said to be one."""
    body = html_to_text(part["body"]) if isinstance(part.get("body"), str) else ""
    names = [as_text(inside(attachment, "name")) for attachment in listed(part.get("attachments"))]
    text = "\n".join([body, *(f"[attachment: {name}]" for name in names if name)]).strip()
    return text or ("[redacted]" if part.get("redacted") else "")
