"""The names that a Jira issue states of people: users wherever they stand in it, mentions, former assignees."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from data.json_values import as_text, inside

# A user has one of these beside the display name; statuses and projects have none of them with it.
ACCOUNTS = frozenset({"accountId", "accountType", "emailAddress", "key", "name"})
OF_PEOPLE = frozenset({"assignee", "reporter"})


def names_in(issue: Any) -> Iterator[str | None]:
    """Give every name of a person in an issue, as often as it stands there; apps are no people."""
    waiting = [issue]
    while waiting:
        found = waiting.pop()
        if isinstance(found, list):
            waiting.extend(found)
        if not isinstance(found, dict):
            continue
        waiting.extend(found.values())
        if not ACCOUNTS.isdisjoint(found) and found.get("accountType") != "app":
            yield as_text(found.get("displayName"))
        if found.get("type") == "mention":
            yield (as_text(inside(found, "attrs", "text")) or "").removeprefix("@")
        if str(found.get("field")).casefold() in OF_PEOPLE:
            yield from (as_text(found.get(name)) for name in ("fromString", "toString"))
