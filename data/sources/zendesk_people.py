"""Who is who in a Zendesk export: its groups, its staff, and the names it states of people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from data.json_values import as_text, inside, listed, stated
from data.spill import Stored

STAFF = ("agent", "admin")
PEOPLE = ("requester", "submitter", "assignee")
COPIED = ("email_cc_ids", "collaborator_ids")
SYSTEM = "-1"  # The user that stands for Zendesk itself.


class Names(NamedTuple):
    """What the export says about identifiers: names of groups, custom fields and users, and who is staff."""

    groups: Mapping[str, str]
    fields: Mapping[str, str]
    roles: Mapping[str, str]  # Staff only: customers would grow with the corpus.
    lists_staff: bool = False  # Whether the export has a list of users, so that whoever is not in it is no staff.
    users: Stored | None = None  # On disk, for the same reason.

    def group(self, value: Any) -> str | None:
        """Give a group's name, or its number where the export does not name it."""
        text = as_text(value)
        return self.groups.get(text, text) if text else None

    def person(self, value: Any) -> Any:
        """Give a user's name, or None where the export does not list the user."""
        return inside(self.users.get(as_text(value)), "name") if self.users else None


def with_nested(record: Mapping[str, Any], names: Names) -> Names:
    """Add the groups and staff that the account's export nests in each ticket."""
    group = inside(record, "group", "id"), inside(record, "group", "name")
    people_here = [(inside(record, part, "id"), inside(record, part, "role")) for part in PEOPLE]
    groups = {str(group[0]): str(group[1])} if all(group) else {}
    staff = {str(user): str(role) for user, role in people_here if user and role in STAFF}
    if not groups and not staff:
        return names
    return names._replace(groups={**names.groups, **groups}, roles={**names.roles, **staff})


def stated_names(ticket: Mapping[str, Any], parts: Iterable[Mapping[str, Any]], names: Names) -> tuple[str, ...]:
    """Give the names of the people in a ticket and in its parts: as users, or as a mail or chat names its sender."""
    written = [ticket, *parts]
    users = [ticket.get(f"{part}_id") for part in PEOPLE]
    users += [user for field in COPIED for user in listed(ticket.get(field))]
    users += [part.get(field) for part in written for field in ("author_id", "updater_id")]
    found = [inside(ticket, part, "name") for part in PEOPLE]
    found += [names.person(user) for user in dict.fromkeys(map(as_text, users)) if user]
    found += [inside(part, "via", "source", "from", "name") for part in written]
    found += [part.get("actor_name") for part in written]
    return stated(found)


def author_of(author: Any, ticket: Mapping[str, Any], names: Names, public: bool = True, channel: str = "") -> str:
    """Say who a user is; where the export does not list its staff, from their part in the ticket."""
    user = as_text(author)
    if channel.startswith("answer_bot"):
        return "bot"
    if user == SYSTEM or channel in ("rule", "system"):
        return "system"
    if user in names.roles:
        return "agent"
    asking = [ticket.get("requester_id"), *(user for field in COPIED for user in listed(ticket.get(field)))]
    if user in map(as_text, asking):
        return "customer"
    return "customer" if names.lists_staff and public else "agent"
