"""The simulated desk as Zendesk would export it: tickets with comments and audits, groups and staff."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from data.sources.simulated.case import Case
from tests.vendor_desks.case_changes import FIRST_LINE, TIERS, changes, group, last, write_lines

PRIORITIES = {"P1": "urgent", "P2": "high", "P3": "normal", "P4": "low"}


def zendesk(cases: Sequence[Case], folder: Path) -> Path:
    """Tickets with comments and audits, and the lists of groups and staff."""
    numbers = {name: 900 + place for place, name in enumerate([group(t) for t in (*TIERS, *FIRST_LINE)])}
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
              "priority": PRIORITIES, "group": numbers}  # fmt: skip
    names = {"state": "status", "priority": "priority", "group": "group_id"}
    comments = [
        {"id": f"{case.conversation_id}{m['sequence']}", "author_id": m["author_id"], "body": m["text"],
         "public": m.get("visibility") != "internal", "created_at": m["sent_at"].isoformat(),
         "via": {"channel": "answer_bot_for_web_widget" if m["author"] == "bot" else
                 "rule" if m["author"] == "system" else "web"}}
        for m in case.messages
    ]  # fmt: skip
    created = {"priority": PRIORITIES[opening.priority], "group_id": numbers[group(opening.queue)],
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
