"""The simulated desk as Intercom would export it: conversations with their parts, and the list of teams."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from data.sources.simulated.case import Case
from tests.vendor_desks.case_changes import FIRST_LINE, TIERS, Change, changes, group, last, write_lines


def intercom(cases: Sequence[Case], folder: Path) -> Path:
    """Conversations with their parts, and the list of teams."""
    numbers = {name: 50 + place for place, name in enumerate([group(t) for t in (*TIERS, *FIRST_LINE)])}
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


def second(at: datetime) -> int:
    """Give seconds since 1970."""
    return int(at.timestamp())
