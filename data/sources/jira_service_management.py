"""Requests of Jira Service Management: issues as the REST search gives them with ``expand=changelog,names``.

``raw`` is one JSON file or a folder of them: pages (``{"issues": [...]}``), a list, or one issue a line. Sources:
https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/ (issue, changelog, comment) and
https://developer.atlassian.com/cloud/jira/service-desk/exploring-the-jira-service-desk-domain-model-via-the-rest-apis

- Opening values are what the changelog had before the first change. Without a changelog they are not known: priority,
  team and assignee are left out and nothing is dated.
- The search cuts long changelogs and comment lists (https://github.com/pycontribs/jira/issues/911): such an issue is
  kept aside, because its oldest values are the ones that are gone.
- A link counts only if it was there from the beginning; one that was added later is knowledge of the end.
- SLA cycles say what came of them (``sla_met``); when they were due follows the priority of the end, so it is left out.
- An edited comment stands as it was last edited: Jira keeps no earlier text.
- Display names of users and mentions are told to redaction and stored nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from data.formats import files_of
from data.json_records import records
from data.json_stream import Broken
from data.json_values import as_text, inside, listed, stated
from data.refusal import refuse_other_format
from data.source_rows import SourceRow, Unreadable
from data.sources.jira_changes import changes_of, is_team, moment
from data.sources.jira_issue import TEAM, Issue, Site, issue_rows
from data.sources.jira_people import names_in


def read(raw: Path) -> Iterator[SourceRow | Unreadable]:
    """Give the canonical rows of each request; raises BadInput for a file that is no such export."""
    refuse_other_format(raw, expected="jira_service_management")
    files = files_of(raw) if raw.is_dir() else [raw]
    site = site_of(files)
    for file in files:
        for row, record in records(file, "issues"):
            if isinstance(record, Broken):
                yield Unreadable("conversations", row, "issue", record.value, record.reason)
            elif problem := cannot_read(record):
                yield Unreadable("conversations", row, *problem)
            else:
                has_log = isinstance(record.get("changelog"), dict)
                changes = changes_of(record, row)
                names = stated(names_in(record))
                issue = Issue(
                    row, str(record["key"]), record["fields"], changes, has_log, record.get("properties"), names
                )
                yield from issue_rows(issue, site)


def site_of(files: list[Path]) -> Site:
    """Look through the whole export for the names of its own fields, and for one that holds a team.

    Judged issue by issue, a case would have a team exactly where it was moved: a leak.
    """
    named: dict[str, str] = {}
    keys: dict[str, str] = {}
    has_teams = False

    def beside(field: str, value: Any) -> None:
        for key, name in value.items() if field == "names" and isinstance(value, dict) else ():
            named.setdefault(TEAM if is_team(str(name)) else str(name).casefold(), key)

    for file in files:
        for _, record in records(file, "issues", beside):
            for history in listed(inside(record, "changelog", "histories")):
                for item in listed(inside(history, "items")):
                    name, key = as_text(inside(item, "field")) or "", as_text(inside(item, "fieldId"))
                    has_teams = has_teams or is_team(name)
                    if key:
                        keys.setdefault(TEAM if is_team(name) else name.casefold(), key)
    keys |= named
    return Site(keys, has_teams or TEAM in keys)


def cannot_read(record: dict[str, Any]) -> tuple[str, object, str] | None:
    """Give field, value and reason where an issue cannot be read as a whole, else None."""
    if not isinstance(record.get("fields"), dict) or not record.get("key"):
        return "key", record.get("key"), "is no issue with key and fields; export them with the search"
    dated = [("fields.created", inside(record, "fields", "created"))]
    changelog, comments = record.get("changelog"), inside(record, "fields", "comment")
    for place, page, name in (("changelog", changelog, "histories"), ("comment", comments, "comments")):
        found, total = listed(inside(page, name)), inside(page, "total")
        if isinstance(total, int) and total > len(found):
            address = f"/rest/api/3/issue/{record['key']}/{place}"
            reason = f"is more than the {len(found)} in the export; get the rest from {address}"
            return f"{place}.total", total, reason
        dated += [(f"{place}.created", inside(entry, "created")) for entry in found]
    for field, value in dated:
        try:
            moment(value)
        except ValueError:
            return field, value, "is not a time with an offset, like 2024-05-31T13:45:00.000+0200"
    return None
