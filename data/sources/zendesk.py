"""Tickets of Zendesk Support: one file of tickets with their comments, or a folder with a file per kind of record.

Ticket, comment and audit objects, all times in UTC:
https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/
https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/
https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_audits/
Exports: the account's JSON export, one ticket a line, https://support.zendesk.com/hc/en-us/articles/4408886165402;
pages of the API, https://developer.zendesk.com/api-reference/ticketing/ticket-management/incremental_exports/.

A ticket's exported fields are those at its end. Values at opening come from its audits; without audits only what never
changes is given, and no events. In a folder a file is known by its name: ``tickets``, ``ticket_comments``,
``ticket_audits`` (or ``ticket_events``), ``users``, ``groups``, ``ticket_fields``, ``ticket_metrics``. Names of users,
mail senders and chat visitors are told to redaction and stored nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from data.formats import files_of
from data.grouping import grouped
from data.json_records import records
from data.json_stream import Broken
from data.json_values import as_text, filled, listed
from data.refusal import refuse_other_format
from data.source_rows import SourceRow, Unreadable
from data.sources.zendesk_comments import Part, Ticket
from data.sources.zendesk_people import STAFF, Names, with_nested
from data.sources.zendesk_ticket import ticket_rows
from data.spill import Stored, temporary_database

# What a file's name says about its records; the first that fits, so that ticket_audits are no tickets.
KINDS = {
    "suspended": "suspended", "audit": "audits", "event": "ticket_events", "comment": "comments",
    "metric": "ticket_metrics", "field": "ticket_fields", "user": "users", "group": "groups", "ticket": "tickets",
}  # fmt: skip
PARTS = {"audits": "audits", "ticket_events": "audits", "comments": "comments", "ticket_metrics": "metrics"}


def read(raw: Path) -> Iterator[SourceRow | Unreadable]:
    """Give the canonical rows of each ticket; raises BadInput for a file that is not such an export."""
    refuse_other_format(raw, expected="zendesk")
    files = [(kind_of(path), path) for path in files_of(raw)] if raw.is_dir() else [("tickets", raw)]
    with temporary_database() as database:
        users = ((str(user.get("id")), {"name": user.get("name")}) for _, user in listing(files, "users"))
        yield from read_files(files, read_names(files)._replace(users=Stored(database, users)))


def read_files(files: list[tuple[str, Path]], names: Names) -> Iterator[SourceRow | Unreadable]:
    """Give the rows of all files of an export."""
    yield from people(files)
    yield from (
        Unreadable("conversations", 0, "file", path.name, f"is no known file; name it by one of {', '.join(KINDS)}")
        for kind, path in files
        if not kind
    )
    yield from suspended(files)
    tickets = [path for kind, path in files if kind == "tickets"]
    if any(kind in PARTS for kind, _ in files):
        yield from scattered(files, names)
        return
    for path in tickets:
        for row, record in records(path, "tickets"):
            yield from unreadable(row, record) if isinstance(record, Broken) else whole(row, record, [], names)


def kind_of(path: Path) -> str:
    """Name what a file of the folder holds; nothing for a file that is not known."""
    return next((kind for word, kind in KINDS.items() if word in path.stem.casefold()), "")


def unreadable(row: int, record: Broken) -> Iterator[Unreadable]:
    """Give a record that is not JSON."""
    yield Unreadable("conversations", row, "record", record.value, record.reason)


def read_names(files: list[tuple[str, Path]]) -> Names:
    """Give the names of groups and custom fields, and the staff."""
    groups = {str(g.get("id")): str(g.get("name")) for _, g in listing(files, "groups") if g.get("name")}
    fields = {str(f.get("id")): str(f.get("title")) for _, f in listing(files, "ticket_fields") if f.get("title")}
    staff = {str(user.get("id")): str(user["role"]) for _, user in listing(files, "users") if user.get("role") in STAFF}
    return Names(groups, fields, staff, lists_staff=bool(staff))


def listing(files: list[tuple[str, Path]], kind: str) -> Iterator[Part]:
    """Give the records of a kind from the files of that kind."""
    for name, path in files:
        if name == kind:
            yield from ((row, record) for row, record in records(path, kind) if not isinstance(record, Broken))


def people(files: list[tuple[str, Path]]) -> Iterator[SourceRow | Unreadable]:
    """Give customers, staff and groups of the export's own lists; what may have changed since is not given."""
    for row, group in listing(files, "groups"):
        values = {"resolver_id": as_text(group.get("name")), "kind": "team", "active": not group.get("deleted")}
        yield SourceRow("resolvers", row, filled(values))
    for row, user in listing(files, "users"):
        language = str(user.get("locale") or "").partition("-")[0] or None
        if user.get("role") in STAFF:
            values = {"resolver_id": as_text(user.get("id")), "kind": "person", "active": user.get("active")}
            yield SourceRow("resolvers", row, filled(values))
        else:
            values = {"customer_id": as_text(user.get("id")), "known_from": user.get("created_at")}
            yield SourceRow("customers", row, filled(values | {"preferred_language": language}))
    for kind, path in files:
        if kind in ("groups", "users", "ticket_fields"):
            broken = ((row, record) for row, record in records(path, kind) if isinstance(record, Broken))
            table = "customers" if kind == "users" else "resolvers"
            yield from (Unreadable(table, row, path.name, record.value, record.reason) for row, record in broken)


def suspended(files: list[tuple[str, Path]]) -> Iterator[Unreadable]:
    """Give the mails that Zendesk holds back, which are no tickets."""
    for path in (path for kind, path in files if kind == "suspended"):
        for row, mail in records(path, "suspended_tickets"):
            if isinstance(mail, Broken):
                yield from unreadable(row, mail)
            else:
                reason = "is suspended mail, not a ticket; recover it in Zendesk and export again"
                yield Unreadable("conversations", row, "cause", mail.get("cause"), reason)


def scattered(files: list[tuple[str, Path]], names: Names) -> Iterator[SourceRow | Unreadable]:
    """Give the rows of tickets whose parts stand in files of their own."""
    for _, group in grouped(parts(files), "ticket"):
        tickets = [(part["row"], part["record"]) for part in group if part["part"] == "tickets"]
        others = [part for part in group if part["part"] != "tickets"]
        if tickets:
            # Overlapping pages give a ticket again, the newest last; the tables refuse what is there twice.
            yield from whole(*tickets[-1], others, names)
            yield from (
                SourceRow("conversations", row, {"conversation_id": as_text(again.get("id"))})
                for row, again in tickets[:-1]
            )
        for part in [] if tickets else others:
            reason = part["broken"] or "belongs to no ticket of the export; export tickets of the same time"
            where = "conversations" if part["part"] == "broken" else "messages"
            yield Unreadable(where, part["row"], part["field"], part["value"], reason)


def parts(files: list[tuple[str, Path]]) -> Iterator[dict[str, Any]]:
    """Give the records of all files, each with the ticket it belongs to."""
    for kind, path in [(kind, path) for kind, path in files if kind == "tickets" or kind in PARTS]:
        for row, record in records(path, kind):
            part = {"part": PARTS.get(kind, kind), "row": row, "broken": None, "field": "ticket_id"}
            if isinstance(record, Broken):
                yield part | {"part": "broken", "field": path.name, "value": record.value, "broken": record.reason}
                continue
            ticket = as_text(record.get("id" if kind == "tickets" else "ticket_id"))
            yield part | {"ticket": ticket, "record": record, "value": f"{path.name} {ticket or 'names no ticket'}"}


def whole(
    row: int, record: dict[str, Any], others: list[dict[str, Any]], names: Names
) -> Iterator[SourceRow | Unreadable]:
    """Give the rows of a ticket with its parts, nested in it or from other files."""
    found: dict[str, list[Part]] = {"comments": [], "audits": [], "metrics": []}
    nested = [(kind, row, part) for kind in ("comments", "audits") for part in listed(record.get(kind))]
    for kind, place, part in [*nested, *((other["part"], other["row"], other["record"]) for other in others)]:
        if isinstance(part, dict):
            found[kind].append((place, part))
        else:
            yield Unreadable("messages", place, kind, part, f"is not a record of {kind}; expected an object in braces")
    if found["metrics"]:
        record = {**record, "metric_set": found["metrics"][-1][1]}
    yield from ticket_rows(Ticket(row, record, found["comments"], found["audits"]), with_nested(record, names))
