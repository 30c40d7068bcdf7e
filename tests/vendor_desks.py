"""The simulated desk as each vendor would export it: whole desks with hand-overs, for the pipeline to learn from."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from data.sources.simulated.case import Case
from data.sources.simulated.people import EXPERTS, TEAMS
from data.sources.simulated.settings import Simulated
from data.sources.simulated.world import World

TIERS = {team: max(person.tier for person in EXPERTS if person.team == team) for team in TEAMS}
TEAM_KEY = "customfield_10050"
ZENDESK_PRIORITIES = {"P1": "urgent", "P2": "high", "P3": "normal", "P4": "low"}
SERVICENOW_PRIORITIES = {"P1": "1 - Critical", "P2": "2 - High", "P3": "3 - Moderate", "P4": "4 - Low"}
STATES = {"resolved": "Resolved", "closed": "Closed", "reopened": "In Progress"}


class Change(NamedTuple):
    """One field of a case that got another value, as a help desk logs it."""

    at: datetime
    field: str
    before: str
    after: str
    by: str


def ended(settings: Simulated) -> list[Case]:
    """Play a desk and give its cases."""
    world = World(settings)
    cases: list[Case] = []
    while not world.over:
        cases += world.step().finished
    return cases


def group(team: str) -> str:
    """Give a team's name as desks write it, with its tier."""
    return f"{team} L{TIERS.get(team, 1)}"


def changes(case: Case) -> Iterator[Change]:
    """Give the changes of a case in order; a colleague's advice moves nothing."""
    now, priority, state = group(case.opening.queue), case.opening.priority, "New"
    for event in case.events:
        kind, to, by = event["kind"], str(event.get("to")), str(event.get("from") or "desk")
        if kind in ("escalated", "assigned") and to in TIERS and group(to) != now:
            yield Change(event["at"], "group", now, group(to), by)
            now = group(to)
        elif kind == "priority_changed":
            yield Change(event["at"], "priority", priority, to, by)
            priority = to
        elif kind in STATES:
            yield Change(event["at"], "state", state, STATES[kind], "desk")
            state = STATES[kind]


def last(case: Case, field: str, opening: str) -> str:
    """Give a field's value at the end."""
    return next((change.after for change in reversed(list(changes(case))) if change.field == field), opening)


def write_lines(path: Path, records: Iterable[dict[str, Any]]) -> Path:
    """Write one record a line."""
    path.write_text("".join(json.dumps(record, default=str) + "\n" for record in records), encoding="utf-8")
    return path


def second(at: datetime) -> int:
    """Give seconds since 1970."""
    return int(at.timestamp())


def zendesk(cases: Sequence[Case], folder: Path) -> Path:
    """Tickets with comments and audits, and the lists of groups and staff."""
    numbers = {
        name: 900 + place for place, name in enumerate([group(t) for t in (*TIERS, "chat", "email", "accounts")])
    }
    folder.mkdir()
    write_lines(folder / "groups.jsonl", ({"id": number, "name": name} for name, number in numbers.items()))
    staff = {str(m["author_id"]) for case in cases for m in case.messages if m["author"] == "agent"}
    write_lines(folder / "users.jsonl", ({"id": name, "role": "agent", "active": True} for name in sorted(staff)))
    write_lines(folder / "tickets.jsonl", (zendesk_ticket(case, numbers) for case in cases))
    return folder


def zendesk_ticket(case: Case, numbers: dict[str, int]) -> dict[str, Any]:
    """Give one ticket; its own fields are those at its end."""
    opening, asker = case.opening, case.client.customer_id
    states = {"New": "new", "Resolved": "solved", "Closed": "closed", "In Progress": "open"}
    values: dict[str, dict[str, Any]] = {"state": states,
              "priority": ZENDESK_PRIORITIES, "group": numbers}  # fmt: skip
    names = {"state": "status", "priority": "priority", "group": "group_id"}
    comments = [
        {"id": f"{case.conversation_id}{m['sequence']}", "author_id": m["author_id"], "body": m["text"],
         "public": m.get("visibility") != "internal", "created_at": m["sent_at"].isoformat(),
         "via": {"channel": "answer_bot_for_web_widget" if m["author"] == "bot" else
                 "rule" if m["author"] == "system" else "web"}}
        for m in case.messages
    ]  # fmt: skip
    created = {"priority": ZENDESK_PRIORITIES[opening.priority], "group_id": numbers[group(opening.queue)],
               "requester_id": asker, "type": opening.issue.category}  # fmt: skip
    audits = [{"id": 0, "created_at": case.messages[0]["sent_at"].isoformat(), "author_id": asker, "events": [
        {"id": place, "type": "Create", "field_name": name, "value": value}
        for place, (name, value) in enumerate(created.items())
    ]}]  # fmt: skip
    audits += [
        {"id": place, "created_at": c.at.isoformat(), "author_id": c.by, "events": [
            {"id": 1, "type": "Change", "field_name": names[c.field], "previous_value": values[c.field][c.before],
             "value": values[c.field][c.after]}]}
        for place, c in enumerate(changes(case), start=1)
    ]  # fmt: skip
    return {
        "id": case.conversation_id, "created_at": case.messages[0]["sent_at"].isoformat(), "requester_id": asker,
        "submitter_id": asker, "via": {"channel": "web"}, "status": "closed", "type": opening.issue.category,
        "group_id": numbers[last(case, "group", group(opening.queue))], "comments": comments, "audits": audits,
    }  # fmt: skip


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
            "priority": SERVICENOW_PRIORITIES[last(case, "priority", opening.priority)],
            "assignment_group": last(case, "group", group(opening.queue)),
            "resolved_at": stamp(moment) if (moment := resolved_at(case)) else "",
        })  # fmt: skip
        names = {"group": "assignment_group", "priority": "priority", "state": "state"}
        audit += [
            {"documentkey": key, "tablename": "incident", "fieldname": names[c.field],
             "oldvalue": SERVICENOW_PRIORITIES.get(c.before, c.before),
             "newvalue": SERVICENOW_PRIORITIES.get(c.after, c.after), "user": c.by, "sys_created_on": stamp(c.at)}
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


def resolved_at(case: Case) -> datetime | None:
    """Give when a case was resolved for the last time."""
    return next((c.at for c in reversed(list(changes(case))) if c.after == "Resolved"), None)


def intercom(cases: Sequence[Case], folder: Path) -> Path:
    """Conversations with their parts, and the list of teams."""
    numbers = {name: 50 + place for place, name in enumerate([group(t) for t in (*TIERS, "chat", "email", "accounts")])}
    folder.mkdir()
    teams = [{"type": "team", "id": str(number), "name": name} for name, number in numbers.items()]
    (folder / "teams.json").write_text(json.dumps({"type": "team.list", "teams": teams}), encoding="utf-8")
    write_lines(folder / "conversations.jsonl", (intercom_conversation(case, numbers) for case in cases))
    return folder


def intercom_conversation(case: Case, numbers: dict[str, int]) -> dict[str, Any]:
    """Give one conversation; a first assignment says where it was opened."""
    authors = {"customer": "user", "agent": "admin", "bot": "bot", "system": "bot"}
    first, *rest = case.messages
    own = {"Resolved": "close", "In Progress": "open"}
    parts: list[dict[str, Any]] = [
        {"type": "conversation_part", "part_type": "note" if m.get("visibility") == "internal" else "comment",
         "body": f"<p>{m['text']}</p>", "created_at": second(m["sent_at"]),
         "author": {"type": authors[m["author"]], "id": m["author_id"]}}
        for m in rest
    ]  # fmt: skip
    moves = [Change(first["sent_at"], "group", "", group(case.opening.queue), "desk"), *changes(case)]
    parts += [
        {"type": "conversation_part", "created_at": second(c.at), "author": {"type": "admin", "id": c.by}, "body": None,
         "part_type": "assignment" if c.field == "group" else own.get(c.after, "snoozed"),
         "assigned_to": {"type": "team", "id": str(numbers[c.after])} if c.field == "group" else None}
        for c in moves if c.field != "priority"
    ]  # fmt: skip
    # What a part moves stands before what is said in the same second.
    parts.sort(key=lambda part: (part["created_at"], part["body"] is not None))
    return {
        "type": "conversation", "id": case.conversation_id, "created_at": second(first["sent_at"]), "state": "closed",
        "source": {"type": case.opening.channel, "id": "s", "delivered_as": "customer_initiated", "subject": "",
                   "body": f"<p>{first['text']}</p>", "author": {"type": "user", "id": first["author_id"]}},
        "contacts": {"contacts": [{"type": "contact", "id": first["author_id"]}]}, "priority": "not_priority",
        "team_assignee_id": numbers[last(case, "group", group(case.opening.queue))],
        "conversation_parts": {"conversation_parts": parts, "total_count": len(parts)},
        "teammates": {"type": "admin.list", "admins": []}, "tags": {"tags": []},
    }  # fmt: skip


def jira(cases: Sequence[Case], folder: Path) -> Path:
    """One page of a search with the changelog and the fields' names."""
    folder.mkdir()
    page = {"names": {TEAM_KEY: "Support team"}, "issues": [jira_issue(case) for case in cases]}
    (folder / "search.json").write_text(json.dumps(page), encoding="utf-8")
    return folder / "search.json"


def jira_issue(case: Case) -> dict[str, Any]:
    """Give one issue; its fields are those at its end."""
    first, *rest = case.messages
    kinds = {"customer": "customer", "agent": "atlassian", "bot": "app", "system": "app"}
    reporter = {"accountId": first["author_id"], "accountType": "customer"}
    comments = [
        {"author": {"accountId": m["author_id"], "accountType": kinds[m["author"]]}, "body": m["text"],
         "created": jira_time(m["sent_at"]), "jsdPublic": m.get("visibility") != "internal"}
        for m in rest
    ]  # fmt: skip
    names = {"group": ("Support team", TEAM_KEY), "priority": ("priority", "priority"), "state": ("status", "status")}
    histories = [
        {"author": {"accountId": c.by, "accountType": "atlassian"}, "created": jira_time(c.at), "items": [
            {"field": names[c.field][0], "fieldId": names[c.field][1], "from": c.before, "to": c.after,
             "fromString": c.before, "toString": c.after}]}
        for c in changes(case)
    ]  # fmt: skip
    resolved = resolved_at(case)
    fields = {
        "summary": first["text"], "description": None, "created": jira_time(first["sent_at"]), "reporter": reporter,
        "priority": {"name": last(case, "priority", case.opening.priority)}, "issuelinks": [],
        "status": {"name": "Closed", "statusCategory": {"key": "done"}},
        "resolutiondate": jira_time(resolved) if resolved else None,
        TEAM_KEY: {"value": last(case, "group", group(case.opening.queue))},
        "comment": {"comments": comments, "total": len(comments)},
    }  # fmt: skip
    return {"id": str(case.opening.number), "key": case.conversation_id, "fields": fields,
            "changelog": {"histories": histories, "total": len(histories)}}  # fmt: skip


def jira_time(at: datetime) -> str:
    """Give a time as Jira writes it."""
    return f"{at:%Y-%m-%dT%H:%M:%S}.000+0000"


def alertmanager(cases: Sequence[Case], folder: Path) -> Path:
    """A log of webhook payloads: each alert that fires, whoever is told next, and the end."""
    folder.mkdir()
    payloads = [payload for case in cases for payload in alert_payloads(case)]
    return write_lines(folder / "notifications.jsonl", (payload for _, payload in sorted(payloads, key=lambda p: p[0])))


def alert_payloads(case: Case) -> Iterator[tuple[datetime, dict[str, Any]]]:
    """Give each notification of one case with its time."""
    labels = {"alertname": case.opening.issue.name, "severity": case.opening.priority, "service": case.opening.product,
              "case": case.conversation_id}  # fmt: skip
    said = [
        (m["sent_at"], m["text"], None) for m in case.messages if m["author"] == "system" and not m.get("visibility")
    ]
    moved = [(c.at, None, c.after) for c in changes(case) if c.field == "group"]
    over = [(c.at, None, None) for c in changes(case) if c.after == "Resolved"]
    text, receiver, began = said[0][1], group(case.opening.queue), said[0][0].isoformat()
    for at, words, to in sorted([*said, *moved, *over], key=lambda one: one[0]):
        text, receiver = words or text, to or receiver
        resolved = words is None and to is None
        alert = {"status": "resolved" if resolved else "firing", "labels": labels, "annotations": {"summary": text},
                 "startsAt": began, "endsAt": at.isoformat() if resolved else "0001-01-01T00:00:00Z",
                 "generatorURL": "", "fingerprint": case.conversation_id}  # fmt: skip
        yield at, {
            "version": "4", "groupKey": f'{{}}:{{case="{case.conversation_id}"}}', "status": alert["status"],
            "receiver": receiver, "groupLabels": {"case": case.conversation_id}, "commonLabels": labels,
            "alerts": [alert], "received_at": at.isoformat(),
        }  # fmt: skip
        if resolved:
            return


WRITERS = {
    "zendesk": zendesk, "servicenow": servicenow, "intercom": intercom, "jira_service_management": jira,
    "alertmanager": alertmanager,
}  # fmt: skip
