"""The canonical rows of one ServiceNow incident: as it was opened, what was written, what changed, how it ended."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from data.source_rows import SourceRow
from data.sources.servicenow_people import who
from data.timeline import Dated, timeline

# With the day first, as a user's settings may have it; the API and the default settings give ISO.
DAY_FIRST = ("%d/%m/%Y %H:%M", "%d/%m/%Y %H:%M:%S", "%d-%m-%Y %H:%M:%S", "%d.%m.%Y %H:%M:%S")
# The audit stores numbers where the form shows labels.
LABELS = {
    "priority": ("1 - Critical", "2 - High", "3 - Moderate", "4 - Low", "5 - Planning"),
    "impact": ("1 - High", "2 - Medium", "3 - Low"),
    "urgency": ("1 - High", "2 - Medium", "3 - Low"),
}
RESOLVED = frozenset({"6", "resolved"})
CANCELED = frozenset({"8", "canceled", "cancelled"})
CLOSED = frozenset({"7", "closed", "closed complete", "closed incomplete", "closed skipped"}) | CANCELED
STATES = ("incident_state", "state")
CHANGE_KINDS = {
    "assignment_group": "assigned",
    "priority": "priority_changed",
    "escalation": "sla_changed",
    "sla_due": "sla_changed",
}
DECISIONS = {"approved": "approved", "rejected": "denied"}
AT_OPENING = {"channel": "contact_type", "category": "category", "customer_id": "caller_id"}
ATTRIBUTES = ("subcategory", "location", "company", "u_symptom")
# A desk changes these while it works: where that is not logged only their last value is known, which is of the end.
LOGGED = {
    "priority": "priority",
    "queue": "assignment_group",
    "handler_id": "assigned_to",
    "product": "business_service",
    "linked_conversation_id": "parent_incident",
}
LOGGED_ATTRIBUTES = ("impact", "urgency", "severity", "cmdb_ci", "business_service")


class Change(NamedTuple):
    """One field of an incident that got another value."""

    at: datetime
    row: int
    field: str
    before: str
    after: str
    by: str


class Incident(NamedTuple):
    """An incident when it was opened, when it was exported, and what happened between.

    ``opened`` is the first message; ``logged`` are the fields whose changes the export logs,
    ``names`` those it states of people.
    """

    opened: Dated
    first: Mapping[str, str]
    last: Mapping[str, str]
    changes: Sequence[Change]
    messages: Sequence[Dated]
    logged: Container[str]
    names: tuple[str, ...] = ()


def incident_rows(incident: Incident) -> Iterator[SourceRow]:
    """Give the conversation, its messages and events, and its outcome where it has ended."""
    row, name = incident.opened.row, name_of(incident.last)
    yield SourceRow("conversations", row, conversation(name, incident), incident.names)
    yield from timeline(name, incident.opened, incident.messages, events(incident))
    if ended(incident.last):
        yield SourceRow("outcomes", row, outcome(name, incident))


def name_of(values: Mapping[str, str]) -> str:
    """Give the number people use for an incident, else its key."""
    return values.get("number") or values.get("sys_id", "")


def conversation(name: str, incident: Incident) -> dict[str, Any]:
    """Give the values at opening; those whose changes nobody logs are left out."""
    first = incident.first
    columns = AT_OPENING | {field: column for field, column in LOGGED.items() if column in incident.logged}
    known = (*ATTRIBUTES, *(column for column in LOGGED_ATTRIBUTES if column in incident.logged))
    return {
        "conversation_id": name,
        "opened_at": incident.opened.at.isoformat(),
        **{field: first.get(column) or None for field, column in columns.items()},
        "attributes": {column: first[column] for column in known if first.get(column)} or None,
    }


def events(incident: Incident) -> list[Dated]:
    """Give the changes that are events; a state that two fields repeat counts once."""
    found: dict[tuple[datetime, str, int], Dated] = {}
    for change in incident.changes:
        if said := event_of(change):
            said["initiated_by"] = who(change.by, incident.last)
            own_row = change.row if change.field in CHANGE_KINDS else 0
            found.setdefault((change.at, said["kind"], own_row), Dated(change.at, change.row, said))
    return list(found.values())


def event_of(change: Change) -> dict[str, Any] | None:
    """Give kind, from and to of a change; None for one that is no event."""
    before, after = change.before.casefold(), change.after.casefold()
    if kind := CHANGE_KINDS.get(change.field):
        return {"kind": kind, "from": change.before or None, "to": change.after or None}
    if change.field == "approval" and after in DECISIONS:
        return {"kind": DECISIONS[after]}
    if change.field not in STATES:
        return None
    if after in RESOLVED and before not in RESOLVED | CLOSED:
        return {"kind": "resolved"}
    if after in CLOSED and before not in CLOSED:
        return {"kind": "closed", "reason": "canceled" if after in CANCELED else None}
    if before in RESOLVED | CLOSED and after not in RESOLVED | CLOSED:
        return {"kind": "reopened"}
    return None


def ended(last: Mapping[str, str]) -> bool:
    """Say whether the incident was resolved, closed or canceled when it was exported."""
    state = next((last[field].casefold() for field in STATES if last.get(field)), "")
    return state in RESOLVED | CLOSED if state else bool(last.get("resolved_at") or last.get("closed_at"))


def outcome(name: str, incident: Incident) -> dict[str, Any]:
    """Give who resolved the incident, when, and whether in time; nobody resolved a canceled one."""
    last = incident.last
    values: dict[str, Any] = {"conversation_id": name}
    if not any(last.get(field, "").casefold() in CANCELED for field in STATES):
        group = last.get("assignment_group") or None
        values |= {"resolver_id": group or last.get("resolved_by") or None, "resolver_team": group}
        resolved = last.get("resolved_at") or last.get("closed_at") or ""
        # A time that cannot be read is given as it is: the tables refuse it with the reason.
        values["resolved_at"] = (at.isoformat() if (at := moment(resolved)) else resolved) or None
    answers = [m.at for m in incident.messages if m.values["author"] == "agent" and m.values["visibility"] == "public"]
    values["first_response_at"] = min(answers).isoformat() if answers else None
    values["sla_met"] = {"true": True, "false": False}.get(last.get("made_sla", "").casefold())
    return values


def moment(text: str) -> datetime | None:
    """Read a time as ServiceNow writes it, which is in UTC; None where it is not one."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return day_first(text)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def day_first(text: str) -> datetime | None:
    """Read a time that begins with the day; None where it does not."""
    for form in DAY_FIRST:
        try:
            return datetime.strptime(text, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None


def labelled(field: str, value: str) -> str:
    """Give the label that the form shows for a stored number; any other value as it is."""
    labels = LABELS.get(field, ())
    return labels[int(value) - 1] if value.isdecimal() and 1 <= int(value) <= len(labels) else value
