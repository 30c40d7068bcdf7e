"""The simulated desk as ServiceNow would export it: the incident table with its audit and its journal."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from data.sources.simulated.case import Case
from tests.vendor_desks.case_changes import changes, group, last, resolved_at

PRIORITIES = {"P1": "1 - Critical", "P2": "2 - High", "P3": "3 - Moderate", "P4": "4 - Low"}


def servicenow(cases: Sequence[Case], folder: Path) -> Path:
    """The incident table with its audit and its journal."""
    folder.mkdir()
    incidents, audit, journal = [], [], []
    for case in cases:
        key, asker, opening = f"{case.opening.number:032x}", case.client.customer_id, case.opening
        first = case.messages[0]
        incidents.append({
            "sys_id": key, "number": case.conversation_id, "opened_at": stamp(first["sent_at"]),
            "sys_created_on": stamp(first["sent_at"]), "caller_id": asker, "contact_type": opening.channel,
            "category": opening.issue.category, "state": "Closed", "short_description": first["text"],
            "priority": PRIORITIES[last(case, "priority", opening.priority)],
            "assignment_group": last(case, "group", group(opening.queue)),
            "resolved_at": stamp(moment) if (moment := resolved_at(case)) else "",
        })  # fmt: skip
        names = {"group": "assignment_group", "priority": "priority", "state": "state"}
        audit += [
            {"documentkey": key, "tablename": "incident", "fieldname": names[c.field],
             "oldvalue": PRIORITIES.get(c.before, c.before),
             "newvalue": PRIORITIES.get(c.after, c.after), "user": c.by, "sys_created_on": stamp(c.at)}
            for c in changes(case)
        ]  # fmt: skip
        journal += [
            {"element_id": key, "name": "incident", "value": m["text"],
             "element": "work_notes" if m.get("visibility") == "internal" else "comments",
             "sys_created_by": "system" if m["author"] in ("system", "bot") else m["author_id"],
             "sys_created_on": stamp(m["sent_at"])}
            for m in case.messages[1:]
        ]  # fmt: skip
    for name, rows in (("incident", incidents), ("sys_audit", audit), ("sys_journal_field", journal)):
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return folder


def stamp(at: datetime) -> str:
    """Give a time as ServiceNow writes it, in UTC."""
    return f"{at:%Y-%m-%d %H:%M:%S}"
