"""The simulated desk as Jira Service Management would export it: a search with the changelog."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from data.sources.simulated.case import Case
from tests.vendor_desks.case_changes import changes, group, last, resolved_at

TEAM_KEY = "customfield_10050"


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
