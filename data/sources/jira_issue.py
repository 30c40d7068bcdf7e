"""The canonical rows of one Jira issue: as it was opened, what was written, what changed, how it ended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from data.json_values import as_text, filled, inside, listed
from data.source_rows import SourceRow
from data.sources.jira_changes import CANCELED, Change, events_of, first_key, first_value, is_team, key_of, moment
from data.sources.jira_text import plain_text
from data.timeline import Dated, timeline

REQUEST_TYPE, TEAM = "Request Type", "team"
SHOWN = ("name", "value", "displayName", "title")
ATTRIBUTES = ("Impact", "Urgency", "Severity", "Organizations")


class Site(NamedTuple):
    """What the whole export says of its fields: the key of each by its name, and whether any of them is a team."""

    keys: Mapping[str, str]
    has_teams: bool


class Issue(NamedTuple):
    """One issue with its changes in order; ``has_log`` says whether these are known."""

    row: int
    key: str
    fields: Mapping[str, Any]
    changes: list[Change]
    has_log: bool
    properties: Any
    names: tuple[str, ...] = ()


def issue_rows(issue: Issue, site: Site) -> Iterator[SourceRow]:
    """Give the conversation as it was opened, messages and events, and the outcome where it is done."""
    fields, reporter = issue.fields, issue.fields.get("reporter")
    yield SourceRow("conversations", issue.row, conversation(issue, site), issue.names)
    entries = listed(inside(fields, "comment", "comments"))
    comments = [Dated(moment(entry["created"]), issue.row, comment(entry, reporter)) for entry in entries]
    done = inside(fields, "status", "name") if inside(fields, "status", "statusCategory", "key") == "done" else None
    who = {key: "customer"} if (key := key_of(reporter)) else {}
    events = list(events_of(issue.changes, site.has_teams, as_text(done), who))
    opening = Dated(moment(fields["created"]), issue.row, first_message(issue))
    yield from timeline(issue.key, opening, comments, events)
    if done or fields.get("resolution") or fields.get("resolutiondate"):
        answers = [c.at for c in comments if c.values["author"] == "agent" and c.values["visibility"] == "public"]
        first_response = min(answers).isoformat() if answers else None
        yield SourceRow("outcomes", issue.row, outcome(issue, site) | filled({"first_response_at": first_response}))


def conversation(issue: Issue, site: Site) -> dict[str, Any]:
    """Give the values at opening; those that nobody can date are left out."""
    opened: dict[str, Any] = {
        "conversation_id": issue.key,
        "opened_at": moment(issue.fields["created"]).isoformat(),
        "channel": as_text(property_value(issue, "request.channel.type")),
        "customer_id": key_of(issue.fields.get("reporter")),
        "language": next((as_text(code) for v in issue.fields.values() if (code := inside(v, "languageCode"))), None),
    }
    attributes = {"project": as_text(inside(issue.fields, "project", "key"))}
    if issue.has_log:
        assignee = first_key(issue.changes, "assignee", key_of(issue.fields.get("assignee")))
        opened |= {
            "priority": at_opening(issue, "priority", "priority"),
            "category": request_type(issue, site),
            "queue": team(issue, site, issue.changes) if site.has_teams else None,
            "handler_id": assignee,
            "linked_conversation_id": linked(issue),
        }
        attributes["issue_type"] = at_opening(issue, "issuetype", "issuetype")
        attributes |= {
            name.casefold(): at_opening(issue, site.keys.get(name.casefold(), ""), name) for name in ATTRIBUTES
        }
    return filled(opened | {"attributes": filled(attributes) or None})


def property_value(issue: Issue, name: str) -> Any:
    """Give an issue's property, which is a list of keys and values or a map of them."""
    return inside(issue.properties, name, "value") or inside(issue.properties, name)


def at_opening(issue: Issue, key: str, name: str) -> str | None:
    """Give what a field showed when the issue was opened; None where its key is not known.

    Without the key it would be known only of issues in which it changed: a leak.
    """
    first = first_value(issue.changes, name)
    return ((shown(issue.fields.get(key)) if first is None else first) or None) if key else None


def request_type(issue: Issue, site: Site) -> str | None:
    """Give what kind of request the customer chose; its field is known by its shape where the export has no names."""
    of_its_shape = (key for key, value in issue.fields.items() if inside(value, "requestType"))
    return at_opening(issue, site.keys.get(REQUEST_TYPE.casefold()) or next(of_its_shape, ""), REQUEST_TYPE)


def shown(value: Any) -> str | None:
    """Give what the form shows of a field's value; of a list all of them."""
    if isinstance(value, list):
        return ", ".join(text for element in value if (text := shown(element))) or None
    if isinstance(value, dict):
        value = inside(value, "requestType") or value
        return next((text for name in SHOWN if (text := as_text(inside(value, name)))), None)
    return as_text(value)


def team(issue: Issue, site: Site, changes: list[Change]) -> str | None:
    """Give the team that had the issue before these changes; None where its field's key is not known."""
    if TEAM not in site.keys:
        return None
    first = next((change.before for change in changes if is_team(change.field)), None)
    return (shown(issue.fields.get(site.keys[TEAM])) if first is None else first) or None


def linked(issue: Issue) -> str | None:
    """Give the first issue that this one was linked to from the beginning."""
    added = {change.key_after for change in issue.changes if change.field == "Link"}
    for link in listed(issue.fields.get("issuelinks")):
        other = as_text(inside(link, "outwardIssue", "key") or inside(link, "inwardIssue", "key"))
        if other and other not in added:
            return other
    return None


def first_message(issue: Issue) -> dict[str, Any]:
    """Give what the request said first: summary and description as they were before any edit."""
    summary, description = (
        plain_text(issue.fields.get(name) if (first := first_value(issue.changes, name)) is None else first)
        for name in ("summary", "description")
    )
    # The account of a customer who is gone is null.
    reporter = issue.fields.get("reporter")
    author = "system" if inside(reporter or issue.fields.get("creator"), "accountType") == "app" else "customer"
    text = summary if summary == description else f"{summary}\n{description}".strip()
    return filled({"author": author, "author_id": key_of(reporter), "text": text})


def comment(entry: Mapping[str, Any], reporter: Any) -> dict[str, Any]:
    """Give a comment, public or internal, and who wrote it."""
    internal = entry.get("jsdPublic") is False or entry.get("visibility") or any(
        inside(found, "key") == "sd.public.comment" and inside(found, "value", "internal") in (True, "true")
        for found in listed(entry.get("properties"))
    )  # fmt: skip
    author, key = entry.get("author"), key_of(entry.get("author"))
    if inside(author, "accountType") == "app":
        role = "system" if internal else "bot"
    elif inside(author, "accountType") == "customer" or (key and key == key_of(reporter)):
        role = "customer"
    else:
        role = "agent" if author else "system"
    said = {"author": role, "author_id": key, "visibility": "internal" if internal else "public"}
    return filled(said | {"text": plain_text(entry.get("body"))})


def outcome(issue: Issue, site: Site) -> dict[str, Any]:
    """Give who resolved the request, when, in time or not, and how satisfied the customer was."""
    fields = issue.fields
    ends = {str(inside(fields, name, "name")).casefold() for name in ("status", "resolution")}
    group = team(issue, site, []) if site.has_teams else None
    resolver = None if ends & CANCELED else group if site.has_teams else key_of(fields.get("assignee"))
    cycles = [cycle for value in fields.values() for cycle in listed(inside(value, "completedCycles"))]
    breached = [inside(cycle, "breached") for cycle in cycles]
    return filled({
        "conversation_id": issue.key,
        "resolver_id": resolver,
        "resolver_team": group if resolver else None,
        "resolved_at": None if ends & CANCELED else as_text(fields.get("resolutiondate")),
        "csat": next((rating for value in fields.values() if (rating := inside(value, "rating")) is not None), None),
        "sla_met": not any(breached) if breached else None,
    })  # fmt: skip
