"""Incidents of ServiceNow: the incident table with its audit and journal, or a log with one line per update.

``raw`` is one file or a folder of files, CSV or JSON (``{"result": [...]}`` or ``{"records": [...]}``), told apart by
their columns; others are ignored. Tables and their columns are those of
https://www.servicenow.com/docs/r/washingtondc/platform-security/c_UnderstandingTheSysAuditTable.html and
https://docs.servicenow.com/bundle/london-it-service-management/page/product/incident-management/concept/c_IncidentManagementStateModel.html

- incident: sys_id, number, opened_at, caller_id, contact_type, short_description, description, assignment_group, ...
- sys_audit (each change): documentkey, fieldname, oldvalue, newvalue, user, sys_created_on. References are keys there.
- sys_journal_field (comments and work notes): element_id, element, value, sys_created_by, sys_created_on.
  Without that table the columns comments, work_notes or comments_and_work_notes of the incident are read instead.
- sys_user_group (optional): sys_id, name: names for those keys.
- the update log: number, incident_state, sys_mod_count, sys_updated_at, assignment_group, ...; ``?`` is missing,
  as in https://archive.ics.uci.edu/dataset/498/incident+management+process+enriched+event+log

Times are UTC, as ServiceNow stores them; an export localised to a user's time zone must be made again in UTC.
A field that no line of the audit names has only its last value, so priority, group, assignee and parent are then left
out; without an audit nothing is dated and nobody can say what escalated. Names of callers and of staff are told to
redaction; where they are no identifier, they are stored nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from data.csv_dialect import encoding_of
from data.csv_rows import csv_rows
from data.errors import BadInput, nearest
from data.formats import files_of, looks_like
from data.grouping import grouped
from data.json_records import records as json_records
from data.json_stream import Broken
from data.json_values import inside
from data.refusal import likeness, otherwise, refuse_other_format
from data.source_rows import SourceRow, Unreadable
from data.sources.servicenow_history import Known, rows_of
from data.sources.servicenow_incident import labelled
from data.sources.servicenow_records import AUDIT, CANONICAL, INCIDENT, JOURNAL, UPDATES, Record

GROUPS = "sys_user_group"
# The first whose columns are all there; an incident table may have those of the update log too, but also a sys_id.
COLUMNS = {
    AUDIT: ("documentkey", "fieldname", "oldvalue", "newvalue"),
    JOURNAL: ("element_id", "element", "value"),
    UPDATES: ("number", "sys_mod_count", "sys_updated_at"),
    INCIDENT: ("number", "short_description"),
    GROUPS: ("sys_id", "name"),
}
KEY_FIELD = {INCIDENT: "sys_id", AUDIT: "documentkey", JOURNAL: "element_id", UPDATES: "number"}
STORED_VALUE = ("_at", "_on", "sys_id", "documentkey", "element_id")  # What is shown instead is in the user's time.
MISSING = "?"


def read(raw: Path) -> Iterator[SourceRow | Unreadable]:
    """Give the canonical rows of each incident; raises BadInput for files that are no such export."""
    refuse_other_format(raw, expected="servicenow")
    tables: dict[str, list[Path]] = {table: [] for table in COLUMNS}
    for file in files_of(raw) if raw.is_dir() else [raw]:
        tables[table_of(file)].append(file)
    if not tables[INCIDENT] and not tables[UPDATES]:
        found = ", ".join(table for table, files in tables.items() if files)
        raise BadInput("RAW", raw, f"holds only {found}", "add the export of the incident table to the folder")
    names: dict[str, str] = dict(chain.from_iterable(named_groups(file) for file in tables[INCIDENT]))
    for row, group in chain.from_iterable(rows_in(file) for file in tables[GROUPS]):
        if isinstance(group, Broken) or not group.get("name"):
            broken = group if isinstance(group, Broken) else Broken("", "is empty; a group needs a name")
            yield Unreadable("resolvers", row, "name", broken.value, broken.reason)
        else:
            names[group.get("sys_id", "")] = group["name"]
            yield SourceRow("resolvers", row, resolver(group))
    audit = (values for file in tables[AUDIT] for _, values in rows_in(file))
    known = Known(names, {values.get("fieldname", "") for values in audit if not isinstance(values, Broken)})
    for key, together in grouped(keyed(tables), "key"):
        if key is None:
            yield from (keyless(record) for record in together)
        else:
            yield from rows_of(together, known)


def resolver(group: dict[str, str]) -> dict[str, Any]:
    """Give a group as a resolver."""
    active = {"true": True, "false": False}.get(group.get("active", "").casefold())
    return {"resolver_id": group["name"], "kind": "team", "team": group["name"], "active": active}


def named_groups(file: Path) -> Iterator[tuple[str, str]]:
    """Give key and name of each group that stands in incidents with both (``sysparm_display_value=all``)."""
    for _, record in json_records(file, "result") if is_json(file) else ():
        group = inside(record, "assignment_group")
        if inside(group, "value") and inside(group, "display_value"):
            yield str(group["value"]), str(group["display_value"])


def keyed(tables: dict[str, list[Path]]) -> Iterator[Record]:
    """Give the records of all tables with the key of their incident, incidents first."""
    alone = not tables[AUDIT] and not tables[JOURNAL]
    for table, name in KEY_FIELD.items():
        for file in tables[table]:
            for row, values in rows_in(file):
                if isinstance(values, Broken):
                    yield {"table": table, "row": row, "broken": values.value, "reason": values.reason}
                    continue
                key = values.get(name) or (values.get("number") if alone else None)
                yield {"table": table, "row": row, "values": values, "key": key}


def keyless(record: Record) -> Unreadable:
    """Put aside what cannot be read, or says not which incident it belongs to."""
    name = KEY_FIELD[record["table"]]
    reason = record.get("reason", "is empty; without it nobody knows which incident this belongs to")
    return Unreadable(CANONICAL[record["table"]], record["row"], name, record.get("broken", ""), reason)


def table_of(file: Path) -> str:
    """Name the table whose columns a file has; raises BadInput where it has those of none."""
    with file.open("rb") as opened:
        if opened.read(100).lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<"):
            raise BadInput("RAW", file, "is XML", "export the list as CSV or JSON")
    readable = (values for _, values in rows_in(file) if not isinstance(values, Broken))
    columns = set(next(readable, None) or header_of(file))
    for table, needed in COLUMNS.items():
        if columns.issuperset(needed):
            return table
    fix = f"export the columns of one of these tables: {'; '.join(', '.join(needed) for needed in COLUMNS.values())}"
    if close := {nearest(name, columns) for name in COLUMNS[INCIDENT] if columns and name not in columns}:
        fix = f"{fix}; {' '.join(sorted(close))}"
    problem = f"has the columns of no ServiceNow table that is read here and {likeness(found := looks_like(file))}"
    raise BadInput("RAW", file, problem, f"{fix}; {otherwise(file, found)}")


def header_of(file: Path) -> list[str]:
    """Give the columns of a table without rows; JSON without rows has none."""
    return [] if is_json(file) else next(table_lines(file), (1, []))[1]


def rows_in(file: Path) -> Iterator[tuple[int, dict[str, str] | Broken]]:
    """Give the records of a file as texts by column, with their line or number."""
    if is_json(file):
        with file.open(encoding="utf-8-sig", errors="surrogateescape") as opened:
            key = "records" if '"records"' in opened.read(200) else "result"
        found: Iterable[tuple[int, Any]] = json_records(file, key)
    else:
        found = table_rows(file)
    for row, record in found:
        if isinstance(record, Broken):
            yield row, record
        else:
            yield row, {name: labelled(name, text_of(name, value)) for name, value in record.items()}


def table_rows(file: Path) -> Iterator[tuple[int, dict[str, str] | Broken]]:
    """Give the rows of a CSV file by the names of its header."""
    rows = table_lines(file)
    _, header = next(rows, (1, []))
    for line, cells in rows:
        if len(cells) == len(header):
            yield line, dict(zip(header, cells, strict=True))
        else:
            reason = f"has {len(cells)} fields where the header has {len(header)}; look for a missing quote"
            yield line, Broken(cells[0] if cells else "", reason)


def table_lines(file: Path) -> Iterator[tuple[int, list[str]]]:
    """Give the lines of a CSV file: the platform writes Windows-1252 or UTF-8, by a setting."""
    found = encoding_of(file)
    if not found.is_sure:
        fix = "export it again with the property glide.export.csv.charset set to UTF-8, or save it as UTF-8"
        raise BadInput("RAW", file, f"is not UTF-8; it may be {found.encoding}, which is a guess", fix)
    return csv_rows(file, encoding=found.encoding)


def text_of(name: str, value: Any) -> str:
    """Give a cell as text; of a reference what the form shows, of a time what the database stores."""
    if isinstance(value, dict):
        stored, shown = value.get("value"), value.get("display_value")
        value = (stored or shown) if name.endswith(STORED_VALUE) else (shown or stored)
    text = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value).strip()
    return "" if text == MISSING else text


def is_json(file: Path) -> bool:
    """Say whether a file holds JSON rather than a table."""
    with file.open(encoding="utf-8-sig", errors="replace") as opened:
        return opened.read(1000).lstrip().startswith(("{", "["))
