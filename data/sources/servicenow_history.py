"""A ServiceNow incident put together from the records of an export: its table, audit and journal, or its update log."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from data.quarantine import SourceRow, Unreadable
from data.sources.servicenow_incident import (
    CLOSED,
    RESOLVED,
    Change,
    Incident,
    incident_rows,
    labelled,
    moment,
)
from data.sources.servicenow_journal import NOTES, message, notes_of, plain
from data.timeline import Dated

Record = dict[str, Any]
Found = Iterator[SourceRow | Unreadable]
INCIDENT, AUDIT, JOURNAL, UPDATES = "incident", "sys_audit", "sys_journal_field", "incident updates"
CANONICAL = {INCIDENT: "conversations", AUDIT: "events", JOURNAL: "messages", UPDATES: "events"}
WRITTEN_AT = {AUDIT: "sys_created_on", JOURNAL: "sys_created_on", UPDATES: "sys_updated_at"}
NOT_AN_ENTRY = "is no entry like '2024-05-31 13:45:00 - Ana Lima (Work notes)'; export sys_journal_field too"
REFERENCES = ("assignment_group", "assigned_to", "caller_id", "parent_incident")
NOT_A_TIME = "is not a time like 2024-05-31 13:45:00 (UTC) or 31/05/2024 13:45; export with the default format"
MONITORING = ("event", "monitoring", "alert")
KEY = re.compile("[0-9a-f]{32}")
FIELD = re.compile(r"[\w.]+")


class Known(NamedTuple):
    """What the whole export says: names of groups by their key, and the fields that its audit logs.

    Judged incident by incident, a case would have a priority exactly where something happened to it: a leak.
    """

    names: Mapping[str, str]
    audited: Container[str]


def rows_of(records: Sequence[Record], known: Known) -> Found:
    """Give the rows of all records of one incident."""
    readable = []
    for record in records:
        field = WRITTEN_AT.get(record["table"], "")
        if problem := wrong_time(record["values"].get(field, "")) if field else "":
            yield refused(record, field, record["values"].get(field, ""), problem)
        elif record["table"] == AUDIT and not FIELD.fullmatch(record["values"].get("fieldname", "")):
            yield refused(record, "fieldname", record["values"].get("fieldname", ""), "is not the name of a field")
        else:
            readable.append(record)
    by_table = {table: [record for record in readable if record["table"] == table] for table in CANONICAL}
    if by_table[UPDATES]:
        yield from from_updates(by_table[UPDATES])
    elif by_table[INCIDENT]:
        yield from from_tables(by_table, known)
    else:
        reason = "belongs to no incident of the export; export the incident table with sys_id and the same filter"
        yield from (refused(record, "sys_id", record["key"], reason) for record in readable)


def wrong_time(text: str) -> str:
    """Say why a text cannot be when something was written; nothing where it can."""
    at = moment(text)
    if at is None:
        return NOT_A_TIME
    # What is sorted by a placeholder would tell another story than what happened.
    return "" if 1970 <= at.year <= 2200 else f"has the year {at.year}; correct the clock"


def refused(record: Record, field: str, value: object, reason: str) -> Unreadable:
    """Put a record aside under the table it would have gone to."""
    return Unreadable(CANONICAL[record["table"]], record["row"], field, value, reason)


def from_tables(by_table: dict[str, list[Record]], known: Known) -> Found:
    """Give an incident from its own record, its audit and its journal."""
    record, *repeated = by_table[INCIDENT]
    yield from (refused(again, "sys_id", again["key"], "is a duplicate; the first is kept") for again in repeated)
    last = record["values"]
    field = "opened_at" if last.get("opened_at") else "sys_created_on"
    opened_at = moment(last.get(field, ""))
    if opened_at is None:
        yield refused(record, field, last.get(field, ""), NOT_A_TIME)
        reason = "belongs to an incident that cannot be read; mend that first"
        for table in (AUDIT, JOURNAL):
            yield from (refused(child, "sys_id", child["key"], reason) for child in by_table[table])
        return
    created_at = moment(last.get("sys_created_on", "")) or opened_at
    early = [audit for audit in by_table[AUDIT] if is_before(audit, last)]
    reason = "is earlier than the incident itself; correct the clock"
    yield from (refused(audit, "sys_created_on", audit["values"]["sys_created_on"], reason) for audit in early)
    by_table = by_table | {AUDIT: [audit for audit in by_table[AUDIT] if audit not in early]}
    changes = changes_of(by_table[AUDIT], last, known.names)
    later = [change for change in changes if change.at > created_at]
    first = last | {change.field: change.before for change in reversed(later)}
    notes = by_table[JOURNAL] or [note for note in by_table[AUDIT] if note["values"].get("fieldname") in NOTES]
    written = [(note["row"], note["values"]) for note in notes] or [(record["row"], note) for note in notes_of(last)]
    messages = []
    for row, note in written:
        if said := message(row, note, last):
            messages.append(said)
        else:
            yield Unreadable("messages", row, note["element"], note["value"], NOT_AN_ENTRY)
    opened = Dated(opened_at, record["row"], opening_message(first))
    yield from incident_rows(Incident(opened, first, last, later, messages, known.audited))


def is_before(audit: Record, incident: Mapping[str, str]) -> bool:
    """Say whether a change is dated before its incident was created."""
    at, created_at = moment(audit["values"]["sys_created_on"]), moment(incident.get("sys_created_on", ""))
    return bool(at and created_at and at < created_at)


def changes_of(audit: Sequence[Record], last: Mapping[str, str], names: Mapping[str, str]) -> list[Change]:
    """Give the audited changes in order, with the names of groups instead of their keys where these are known."""
    ordered = sorted(audit, key=lambda record: str(moment(record["values"]["sys_created_on"])))
    latest = {record["values"].get("fieldname"): record["values"].get("newvalue", "") for record in ordered}
    # The last audited key of a reference is the one that the incident shows by name.
    shown = {latest[field]: last.get(field, "") for field in REFERENCES if KEY.fullmatch(latest.get(field, ""))}
    known = {**{key: name for key, name in shown.items() if name}, **names}
    found = []
    for record in ordered:
        values = record["values"]
        field = values.get("fieldname", "")
        before, after = (values.get(name, "") for name in ("oldvalue", "newvalue"))
        at = moment(values["sys_created_on"])
        if at and field and field not in NOTES:
            before, after = (labelled(field, known.get(value, value)) for value in (before, after))
            by = values.get("user") or values.get("sys_created_by", "")
            found.append(Change(at, record["row"], field, before, after, by))
    return found


def opening_message(first: Mapping[str, str], intent: str | None = None) -> dict[str, Any]:
    """Give what the incident says first: title and description, or the words of its classification."""
    title, body = (plain(first.get(field, "")) for field in ("short_description", "description"))
    alert = any(word in first.get("contact_type", "").casefold() for word in MONITORING)
    said: dict[str, Any] = {
        "author": "system" if alert else "customer",
        "author_id": first.get("caller_id") or None,
        "text": title if title == body else f"{title}\n{body}".strip(),
        "visibility": "public",
    }
    return said | ({"intent": intent} if intent else {})


def from_updates(records: Sequence[Record]) -> Found:
    """Give an incident from a log that holds the whole incident again after each update.

    Every line repeats what was known only at the end (resolved_by, closed_at): of those only the outcome takes note.
    """
    ordered = sorted(records, key=lambda record: (moment(record["values"]["sys_updated_at"]), updates_before(record)))
    first, last = ordered[0]["values"], ordered[-1]["values"]
    opened_at = moment(first.get("opened_at", ""))
    if opened_at is None:
        yield Unreadable("conversations", ordered[0]["row"], "opened_at", first.get("opened_at", ""), NOT_A_TIME)
        yield from (refused(record, "opened_at", first.get("opened_at", ""), NOT_A_TIME) for record in ordered[1:])
        return
    changes, messages = [], []
    for before, record in pairwise(ordered):
        found = differences(before["values"], record)
        changes += found
        messages += [state_message(change) for change in found if is_waiting(change)]
    intent = ", ".join(first[field] for field in ("category", "subcategory", "u_symptom") if first.get(field))
    opened = Dated(opened_at, ordered[0]["row"], opening_message(first, intent or None))
    yield from incident_rows(Incident(opened, first, last, changes, messages, first))


def updates_before(record: Record) -> int:
    """Give how often the incident had been updated, which orders lines of the same minute."""
    count = record["values"].get("sys_mod_count", "")
    return int(count) if count.isdecimal() else 0


def differences(before: Mapping[str, str], record: Record) -> list[Change]:
    """Give the fields that one update changed."""
    values = record["values"]
    at, by = moment(values["sys_updated_at"]), values.get("sys_updated_by", "")
    return [
        Change(at, record["row"], field, before.get(field, ""), value, by)
        for field, value in values.items()
        if at and value != before.get(field, "")
    ]


def is_waiting(change: Change) -> bool:
    """Say whether the case went into a state that says what is being waited for or done."""
    state = change.after.casefold()
    return change.field == "incident_state" and state not in RESOLVED | CLOSED and bool(re.search("[a-z]", state))


def state_message(change: Change) -> Dated:
    """Give a new state as an internal message without text: its name is the intent."""
    said = {"author": "system", "author_id": change.by or None, "intent": change.after, "visibility": "internal"}
    return Dated(change.at, change.row, said)
