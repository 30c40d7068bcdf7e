"""Tickets of an IT service desk in one CSV file: who resolved it says whether it left the desk.

Columns (others are ignored): ``Number``, ``Short description``, ``Description``,
``Caller``, ``Assignment group``. The file has no times, so no time is made up, and one final row per
ticket gives no dated events. ``GRP_0`` is the service desk; any other group is an escalation to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from data.csv_rows import csv_rows
from data.errors import BadInput, nearest
from data.refusal import WANTED, otherwise, refuse_other_format
from data.source_rows import SourceRow, Unreadable

COLUMNS = ("Number", "Short description", "Description", "Caller", "Assignment group")
SERVICE_DESK = "GRP_0"
CARRIAGE_RETURN = "_x000D_"  # How spreadsheet XML writes a line end; it stands in the published file.


def read(raw: Path) -> Iterator[SourceRow | Unreadable]:
    """Give the canonical rows of each ticket; raises BadInput for a file that is not such a table."""
    refuse_other_format(raw, expected="it_tickets")
    rows = csv_rows(raw)
    _, header = next(rows, (1, []))
    check_header(raw, header)
    check_groups(raw, header)
    for line, cells in rows:
        yield from ticket_rows(dict(zip(header, cells, strict=False)), line, len(cells), len(header))


def check_header(raw: Path, header: list[str]) -> None:
    """Refuse an empty file, another encoding and a missing column."""
    if not any(name.strip() for name in header):
        raise BadInput("RAW", raw, "is empty", "give a CSV file with a header line and one line per ticket")
    if any("\x00" in name or any("\ud800" <= sign <= "\udfff" for sign in name) for name in header):
        raise BadInput("RAW", raw, "is not UTF-8", "save the file as UTF-8 (in a spreadsheet: CSV UTF-8)")
    for column in COLUMNS:
        if column not in header:
            reads = f"it_tickets reads {WANTED['it_tickets']}"
            fix = f"rename or add it; {nearest(column, header)}; {reads}; {otherwise(raw, 'csv')}"
            raise BadInput("column", column, f"is missing in {raw}", fix)


def check_groups(raw: Path, header: list[str]) -> None:
    """Refuse a file of another desk: without the group of the service desk every ticket would be an escalation."""
    place = header.index("Assignment group")
    groups = {cells[place].strip() for _, cells in islice(csv_rows(raw), 1, None) if len(cells) == len(header)} - {""}
    if groups and SERVICE_DESK not in groups:
        fix = f"this source is for the published file alone; {otherwise(raw, 'csv')}"
        raise BadInput("column", "Assignment group", f"names {SERVICE_DESK} in no row of {raw}", fix)


def ticket_rows(ticket: dict[str, str], line: int, found: int, expected: int) -> Iterator[SourceRow | Unreadable]:
    """Give one ticket as a conversation of one message, with its outcome."""
    number = ticket.get("Number", "")
    if found != expected:
        reason = f"has {found} fields where the header has {expected}; look for a missing quote"
        yield Unreadable("conversations", line, "Number", number, reason)
        return
    group, caller = ticket["Assignment group"].strip(), ticket["Caller"].strip()
    if not group:
        yield Unreadable("conversations", line, "Assignment group", "", "is empty; say who resolved the ticket")
        return
    yield SourceRow("conversations", line, {"conversation_id": number, "customer_id": caller or None})
    yield SourceRow("messages", line, {
        "conversation_id": number, "sequence": 0, "author": "customer", "text": ticket_text(ticket),
    })  # fmt: skip
    yield SourceRow("outcomes", line, {
        "conversation_id": number, "escalated": group != SERVICE_DESK, "resolver_id": group, "resolver_team": group,
    })  # fmt: skip


def ticket_text(ticket: dict[str, str]) -> str:
    """Join title and description, once where they say the same."""
    title, body = (ticket[name].replace(CARRIAGE_RETURN, " ").strip() for name in ("Short description", "Description"))
    return title if body == title else f"{title}\n{body}".strip()
