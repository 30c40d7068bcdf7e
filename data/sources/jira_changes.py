"""What changed in a Jira issue, from its changelog: the events, and the values it was opened with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from data.json_values import as_text, inside, listed
from data.timeline import Dated

TEAM = re.compile(
    r"(?:(?:assigned|assignment|support|resolver|resolving|responsible|request|owning|service desk) )?"
    r"(?:team|group|level|tier)",
    re.IGNORECASE,
)
CANCELED = frozenset({"canceled", "cancelled", "declined", "withdrawn"})
CLOSED = frozenset({"closed", "archived"}) | CANCELED
RESOLVED = frozenset({"resolved", "done", "completed", "complete", "fixed"})
NO = frozenset({"", "no", "none", "false", "not escalated"})


class Change(NamedTuple):
    """One field that one user gave another value; ``before`` and ``after`` are as shown, the keys as stored."""

    at: datetime
    row: int
    field: str
    before: str
    after: str
    key_before: str | None
    key_after: str | None
    by: Mapping[str, Any]


def changes_of(issue: Mapping[str, Any], row: int) -> list[Change]:
    """Give all changes, oldest first (Jira Cloud lists the newest first); raises ValueError for one without a time."""
    found = []
    for history in listed(inside(issue, "changelog", "histories")):
        at, by = moment(inside(history, "created")), inside(history, "author")
        for item in listed(inside(history, "items")):
            before, after = (as_text(inside(item, name)) or "" for name in ("fromString", "toString"))
            old, new = (as_text(inside(item, name)) for name in ("from", "to"))
            found.append(
                Change(at, row, as_text(inside(item, "field")) or "", before, after, old, new, by if by else {})
            )
    return sorted(found, key=lambda change: change.at)


def moment(value: Any) -> datetime:
    """Read a time of Jira (``2024-05-31T13:45:00.000+0200``); raises ValueError for anything else."""
    at = datetime.fromisoformat(value if isinstance(value, str) else "")
    if at.tzinfo is None:
        raise ValueError(f"{value!r} has no offset")
    return at


def first_value(changes: list[Change], field: str) -> str | None:
    """Give what a field held before its first change; None where it never changed."""
    return next((change.before for change in changes if change.field.casefold() == field.casefold()), None)


def first_key(changes: list[Change], field: str, now: str | None) -> str | None:
    """Give the key a field held before its first change, or holds now where it never changed."""
    return next((change.key_before for change in changes if change.field.casefold() == field.casefold()), now)


def events_of(
    changes: list[Change], has_teams: bool, done_status: str | None, who: Mapping[str, str]
) -> Iterator[Dated]:
    """Give the changes that are events.

    Groups that move a case are the team field's; a site without one moves it between assignees. ``done_status`` is the
    name of the issue's last status where that is a finished one; ``who`` says for a user's key who they are.
    """
    finished = ""
    for change in changes:
        kind, further = "", {}
        if is_team(change.field) or (change.field == "assignee" and not has_teams):
            kind, further = "assigned", moved(change, is_team(change.field))
        elif change.field == "priority":
            kind, further = "priority_changed", {"from": change.before or None, "to": change.after or None}
        elif "escalat" in change.field.casefold():
            kind = "escalated" if change.after.casefold() not in NO else ""
        elif change.field in ("status", "resolution"):
            kind = transition(change, finished, done_status)
            finished = {"reopened": "", "escalated": ""}.get(kind, kind or finished)
            further = {"reason": "canceled"} if change.after.casefold() in CANCELED and kind == "closed" else {}
        if kind:
            by = who.get(key_of(change.by) or "", who_else(change.by))
            yield Dated(change.at, change.row, {"kind": kind, "initiated_by": by, **further})


def is_team(field: str) -> bool:
    """Say whether a field's name says that it holds the group that has the case."""
    return TEAM.fullmatch(field.strip()) is not None


def moved(change: Change, by_name: bool) -> dict[str, str | None]:
    """Give from and to: of groups their names, of people their keys."""
    if by_name:
        return {"from": change.before or None, "to": change.after or None}
    return {"from": change.key_before, "to": change.key_after}


def transition(change: Change, finished: str, done_status: str | None) -> str:
    """Give the kind of event that a new status or resolution is, or nothing; each ending is told once."""
    after = change.after.casefold()
    if change.field == "resolution":
        return "" if bool(after) == bool(finished) else "resolved" if after else "reopened"
    if "escalat" in after:
        return "escalated"
    if after in CLOSED:
        return "" if finished == "closed" else "closed"
    if after in RESOLVED or change.after == done_status:
        return "" if finished else "resolved"
    return "reopened" if finished else ""


def key_of(user: Any) -> str | None:
    """Give the key of a user: the account of the cloud, or the key or name of a data centre."""
    return next((text for name in ("accountId", "key", "name") if (text := as_text(inside(user, name)))), None)


def who_else(user: Any) -> str | None:
    """Say whether a rule or a handler made a change, where it was not the customer."""
    if not user:
        return None
    return "rule" if inside(user, "accountType") == "app" else "handler"
