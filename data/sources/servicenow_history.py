"""A ServiceNow incident put together from the records of an export: its table, audit and journal, or its update log."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from data.json_values import stated
from data.source_rows import Unreadable
from data.sources.servicenow_incident import Change, Incident, incident_rows, labelled, moment
from data.sources.servicenow_journal import NOTES, message, notes_of, opening_message
from data.sources.servicenow_people import names_in
from data.sources.servicenow_records import (
    AUDIT,
    CANONICAL,
    INCIDENT,
    JOURNAL,
    NOT_A_TIME,
    UPDATES,
    WRITTEN_AT,
    Found,
    Record,
    refused,
    wrong_time,
)
from data.sources.servicenow_updates import from_updates
from data.timeline import Dated

NOT_AN_ENTRY = "is no entry like '2024-05-31 13:45:00 - Ana Lima (Work notes)'; export sys_journal_field too"
REFERENCES = ("assignment_group", "assigned_to", "caller_id", "parent_incident")
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
    entries = [note for _, note in written] + [audit["values"] for audit in by_table[AUDIT]]
    names = stated(names_in(last, entries))
    yield from incident_rows(Incident(opened, first, last, later, messages, known.audited, names))


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
