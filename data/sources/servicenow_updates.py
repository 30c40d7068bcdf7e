"""A ServiceNow incident from its update log, which holds the whole incident again after each update."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from data.json_values import stated
from data.source_rows import Unreadable
from data.sources.servicenow_incident import CLOSED, RESOLVED, Change, Incident, incident_rows, moment
from data.sources.servicenow_journal import opening_message
from data.sources.servicenow_people import names_in
from data.sources.servicenow_records import NOT_A_TIME, Found, Record, refused
from data.timeline import Dated


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
    names = stated(name for record in ordered for name in names_in(record["values"], ()))
    yield from incident_rows(Incident(opened, first, last, changes, messages, first, names))


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
