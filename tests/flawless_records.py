"""Flawless records of every source in its own format, as many as wanted: what damage is done to."""

from __future__ import annotations

from typing import Any

from tests.vendor_records import Record, all_chunks, at, mark


def case(n: int) -> Record:
    """A row that is a case."""
    return {
        "Number": mark(n), "Created": at(n), "Customer": f"c{n % 7}", "Seats": n % 9, "Subject": f"vpn {mark(n, 1)}",
        "Body": "fällt aus, seit Montag", "Reply": f"try again {mark(n, 2)}",
        "Replied": at(n, 5), "Escalated": at(n, 9),
        "Team": ("Desk", "Network")[n % 2], "Parent": "",
    }  # fmt: skip


def turn(n: int) -> Record:
    """A row that is a message; three make a case, and those of three cases stand mixed."""
    return {
        "chat": f"chat{n // 9}-{n % 3}", "who": ("user", "agent")[n // 3 % 2], "said": f"größer, {mark(n, 1)} já",
        "at": at(n), "team": ("first", "second")[n % 2], "stars": n % 5 + 1, "note": "",
    }  # fmt: skip


def dialogue(n: int) -> Record:
    """A line with its messages in it."""
    turns = [{"speaker": ("USER", "SYSTEM")[p % 2], "utterance": f"hello {mark(n, p)}", "at": at(n, p)} for p in (1, 2)]
    meta = {"at": at(n), "parent": None, "vip": n % 2 == 0}
    return {"id": mark(n), "meta": meta, "dialogue": {"turns": turns}, "handoff": n % 2}


def ticket(n: int) -> Record:
    """A ticket of the IT desk."""
    title, body = f"printer {mark(n, 1)}", f"it prints, but blank {mark(n, 2)}"
    return {
        "Number": mark(n), "Short description": title, "Description": body, "Caller": f"c{n % 5}",
        "Assignment group": f"GRP_{n % 3}",
    }  # fmt: skip


def call(n: int) -> Record:
    """A call of BETOLD; it has no name and no text."""
    said = [
        {"intent": f"ask_{mark(n, part)}", "caller_name": ("nlg", "nlu")[part % 2], "entities": [{"entity": "city"}]}
        for part in (1, 2)
    ]
    return {"utterances_annotations": said, "LUHF": ("luhf", "not_luhf")[n % 2]}


def line(n: int) -> Record:
    """A turn of a USS dialogue."""
    role = ("USER", "SYSTEM")[n % 2]
    return {"role": role, "text": f"to town {mark(n, 1)}", "action": "INFORM", "rated": "3,4,2" if n % 2 == 0 else ""}


def zendesk(n: int) -> Record:
    """A ticket of Zendesk with its comments and audits."""
    comments = [
        {"id": n * 10 + part, "author_id": (7, 1000 + n)[part % 2], "body": f"the parcel {mark(n, part)}",
         "public": True, "created_at": at(n, part)}
        for part in (1, 2)
    ]  # fmt: skip
    created = [
        {"id": n * 100, "type": "Create", "field_name": "priority", "value": "normal"},
        {"id": n * 100 + 1, "type": "Create", "field_name": "problem_id", "value": None},
    ]
    moved = [
        {"id": n * 100 + 2, "type": "Change", "field_name": "group_id", "previous_value": "1", "value": "2"},
        {"id": n * 100 + 3, "type": "Change", "field_name": "status", "previous_value": "open", "value": "solved"},
    ]
    # The time of the creation is the ticket's own.
    audits = [
        {"id": n * 10 + 5 + part, "ticket_id": n, name: at(n, 3 * part), "author_id": 7, "events": events}
        for part, (name, events) in enumerate((("timestamp", created), ("created_at", moved)))
    ]
    return {
        "id": n + 1, "created_at": at(n), "updated_at": at(n, 50), "requester_id": 1000 + n, "submitter_id": 1000 + n,
        "assignee_id": 7, "group_id": 2, "subject": f"Parcel {mark(n, 3)}",
        "status": "solved", "priority": "high", "tags": ["late"], "via": {"channel": "web"}, "comments": comments,
        "audits": audits,
    }  # fmt: skip


def comment(n: int) -> Record:
    """A comment of Zendesk in a file of its own."""
    return {
        "id": n, "ticket_id": n + 1, "author_id": mark(n), "body": f"again {mark(n, 4)}", "public": True,
        "audit_id": n, "created_at": at(n, 8),
    }  # fmt: skip


def bare_ticket(n: int) -> Record:
    """A ticket whose comments stand elsewhere."""
    whole = {name: value for name, value in zendesk(n).items() if name not in ("comments", "audits", "subject")}
    return whole | {"description": "my parcel"}


def intercom(n: int) -> Record:
    """A conversation of Intercom."""
    opened = 1_709_540_000 + 100 * n
    parts: list[dict[str, Any]] = [
        {"type": "conversation_part", "id": f"{n}{part}", "part_type": "comment",
        "body": f"<p>order {mark(n, part)}</p>",
         "created_at": opened + part, "author": {"type": ("user", "admin")[part % 2], "id": f"a{part}"},
         "attachments": []}
        for part in (2, 3)
    ]  # fmt: skip
    source = {
        "type": "email", "id": f"s{n}", "delivered_as": "customer_initiated", "subject": "<p>Order</p>",
        "body": f"<p>my order {mark(n, 1)}</p>", "author": {"type": "user", "id": f"u{n}"},
    }  # fmt: skip
    return {
        "type": "conversation", "id": mark(n), "created_at": opened, "updated_at": opened + 9, "state": "closed",
        "priority": "not_priority", "source": source, "contacts": {"contacts": [{"type": "contact", "id": f"u{n}"}]},
        "team_assignee_id": 5, "admin_assignee_id": 6, "teammates": {"type": "admin.list", "admins": []},
        "conversation_parts": {"conversation_parts": parts, "total_count": 2},
        "statistics": {"last_close_at": opened + 9}, "tags": {"tags": []},
    }  # fmt: skip


def jira(n: int) -> Record:
    """A request of Jira with its changelog."""
    ana, tom = {"accountId": "qm:1", "accountType": "customer"}, {"accountId": "tom", "accountType": "atlassian"}
    said = {
        "type": "doc",
        "content": [{"type": "paragraph", "content": [{"type": "text", "text": f"try {mark(n, 2)}"}]}],
    }
    comments = [{"id": str(n), "author": tom, "body": said, "created": at(n, 5, ".000+0100"), "jsdPublic": True}]
    moved = {
        "field": "assignee",
        "fieldId": "assignee",
        "from": "tom",
        "to": "lea",
        "fromString": "Tom",
        "toString": "Lea",
    }
    log = [{"id": str(n), "author": tom, "created": at(n, 7, ".000+0100"), "items": [moved]}]
    fields: dict[str, Any] = {
        "summary": f"Cannot log in {mark(n, 1)}", "description": None, "created": at(n, 0, ".000+0100"),
        "reporter": ana,
        "priority": {"name": "Medium"}, "status": {"name": "Open", "statusCategory": {"key": "new"}}, "issuelinks": [],
        "comment": {"comments": comments, "total": 1}, "assignee": tom,
    }  # fmt: skip
    return {"id": str(n), "key": mark(n), "fields": fields, "changelog": {"histories": log, "total": 1}}


def notification(n: int) -> Record:
    """A notification of Alertmanager."""
    labels = {"alertname": f"disk{n}", "severity": "critical"}
    alert = {
        "status": "firing", "labels": labels, "annotations": {"summary": f"disk full {mark(n, 1)}"},
        "startsAt": at(n, 0, ".123456789Z"), "endsAt": "0001-01-01T00:00:00Z",
        "generatorURL": "", "fingerprint": f"{n:016x}",
    }  # fmt: skip
    return {
        "version": "4", "groupKey": f'{{}}:{{alertname="disk{n}"}}', "status": "firing", "receiver": mark(n),
        "groupLabels": {"alertname": f"disk{n}"}, "commonLabels": labels, "alerts": [alert],
    }  # fmt: skip


def incident(n: int) -> Record:
    """An incident of ServiceNow; accents in good records tell that a broken byte is none of Windows-1252."""
    return {
        "sys_id": f"{n:032x}", "number": mark(n), "opened_at": at(n, 0, "", " "), "sys_created_on": at(n, 0, "", " "),
        "caller_id": "Ana Lima", "contact_type": "Phone", "category": "Software", "state": "Closed",
        "short_description": f"slow, {mark(n, 1)}", "description": "très lent à Zürich", "priority": "4 - Low",
        "assignment_group": "Service Desk", "parent_incident": "", "resolved_at": at(n, 20, "", " "),
    }  # fmt: skip


def audit(n: int) -> Record:
    """A change of an incident."""
    return {
        "documentkey": f"{n:032x}", "tablename": "incident", "fieldname": "assignment_group",
        "oldvalue": f"Desk {mark(n, 4)}",
        "newvalue": f"Group {mark(n, 5)}", "user": "zoë.müller", "sys_created_on": at(n, 9, "", " "),
    }  # fmt: skip


def note(n: int) -> Record:
    """A comment on an incident."""
    return {
        "element_id": f"{n:032x}", "name": "incident", "element": "comments", "value": f"still, {mark(n, 6)}",
        "sys_created_by": f"zoë müller {mark(n)}", "sys_created_on": at(n, 8, "", " "),
    }  # fmt: skip


def update(n: int) -> Record:
    """A line of the update log; two make an incident."""
    return {
        "number": f"INC{n // 2:07}", "incident_state": ("New", f"Waiting {mark(n, 1)}")[n % 2], "sys_mod_count": n % 2,
        "reassignment_count": n % 2, "opened_at": at(n // 2 * 2, 0, "", " "), "sys_updated_at": at(n, 1, "", " "),
        "sys_updated_by": "zoë.müller", "category": f"Büro {n // 2}", "caller_id": "Ana", "priority": "3 - Moderate",
        "assignment_group": f"Group {mark(n, 3)}", "closed_at": "?",
    }  # fmt: skip


def beside_audit(records: int) -> dict[str, bytes]:
    """The incidents of the audit."""
    return {"incident.csv": all_chunks(incident, records, "table")}
