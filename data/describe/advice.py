"""What to do with a file before, or instead of, mapping it: advice that its shape and its columns ask for."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from data.describe.description import Description
from data.describe.transcripts import AS_JSON, FIXES
from data.describe.unfit import is_serial_date

JIRA = frozenset({"Issue key", "Issue id", "Summary"})
SERVICENOW = frozenset({"Number", "Short description", "Assignment group"})


def advice(described: Description) -> Iterator[str]:
    """Give each piece of advice in one line."""
    if described.nameless:
        yield from columns_to_rename(described)
    if described.lists and not described.is_vendor:
        place, number = max(described.lists.items(), key=lambda pair: pair[1])
        yield f"It is one record with a list of {number:,} under {place!r}: save that list as a file of its own"
    if described.is_headless:
        yield "The first line looks like a row, not like a header: put a line with the columns' names above it"
    if described.source == "csv_file" and set(described.columns) >= SERVICENOW:
        yield "It looks like a list of ServiceNow with labels, which shows each incident as it is now. To read it with"
        yield "  its history: export with column names and sys_audit, and use SOURCE=servicenow"
    for column in described.columns.values():
        if column.values.kind in ("integer", "number") and is_serial_date(column):
            yield f"Column {column.name!r} looks like a spreadsheet's dates: format it as a date there and save again"
    for leak in described.leaks:
        if described.delimiter and any(reason.endswith(FIXES[AS_JSON]) for reason in leak.reasons):
            yield f"Column {leak.column!r} holds lists of JSON; this writes them as JSON lines:"
            yield f"  {as_json_lines(described, leak.column)}"


def columns_to_rename(described: Description) -> Iterator[str]:
    """Name the columns that share a name, or have none: no mapping can tell them apart."""
    places = ", ".join(map(str, described.nameless))
    yield f"Columns without a name of their own: number {places}; name them in the header to use them"
    if described.repeated:
        yield "  the same name: " + ", ".join(f"{name!r} {count} times" for name, count in described.repeated.items())
    if set(described.columns) >= JIRA:
        yield "  Jira writes a column for each comment: to read them, export the issues as JSON from its search API"
        yield "  (with fields=*all and expand=changelog), and use SOURCE=jira_service_management"


def as_json_lines(described: Description, column: str) -> str:
    """Give a command that makes the lists in a column part of JSON lines."""
    source, target = str(described.path), str(described.path.with_suffix(".jsonl"))
    code = (
        f"import csv,json; rows=csv.DictReader(open({source!r}, encoding={described.encoding!r}, newline=''), "
        f"delimiter={described.delimiter!r}); out=open({target!r}, 'w', encoding='utf-8'); "
        f"out.writelines(json.dumps({{**r, {column!r}: json.loads(r[{column!r}] or '[]')}}) + '\\n' for r in rows)"
    )
    return f"python -c {shlex.quote(code)}"
