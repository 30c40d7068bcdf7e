"""The records of a ServiceNow export by table, and how one that cannot be read is put aside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from data.source_rows import SourceRow, Unreadable
from data.sources.servicenow_incident import moment

Record = dict[str, Any]
Found = Iterator[SourceRow | Unreadable]
INCIDENT, AUDIT, JOURNAL, UPDATES = "incident", "sys_audit", "sys_journal_field", "incident updates"
CANONICAL = {INCIDENT: "conversations", AUDIT: "events", JOURNAL: "messages", UPDATES: "events"}
WRITTEN_AT = {AUDIT: "sys_created_on", JOURNAL: "sys_created_on", UPDATES: "sys_updated_at"}
NOT_A_TIME = "is not a time like 2024-05-31 13:45:00 (UTC) or 31/05/2024 13:45; export with the default format"


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
