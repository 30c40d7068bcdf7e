"""The ServiceNow source on hand-written exports: incident, audit and journal tables."""

from __future__ import annotations

import shutil
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

from data.errors import BadInput
from data.escalation_rule import derive
from data.files import read_params
from data.quarantine import clean
from data.source_rows import SourceRow
from data.sources.servicenow import read
from data.sources.servicenow_people import is_caller

EXPORTS = Path(__file__).parent / "fixtures" / "servicenow"
TABLES = EXPORTS / "tables"


def tables(raw: Path) -> dict[str, list[Any]]:
    """Read and clean an export; give its records by table."""
    found: dict[str, list[Any]] = defaultdict(list)
    for cleaned in clean(read(raw), "servicenow"):
        for table, records in cleaned.tables.items():
            found[table] += records
    return found


def case(found: dict[str, list[Any]], table: str, number: int) -> list[dict[str, Any]]:
    """Give the records of one incident as they are stored, without what is absent."""
    name = f"INC00100{number:02d}"
    own = [record for record in found[table] if record.conversation_id == name]
    return [record.model_dump(mode="json", by_alias=True, exclude_none=True) for record in own]


@pytest.fixture(scope="module")
def found() -> dict[str, list[Any]]:
    """The clean records of the export in three tables and a list of groups."""
    return tables(TABLES)


def test_an_incident_becomes_a_conversation_as_it_was_opened(found: dict[str, list[Any]]) -> None:
    assert case(found, "conversations", 1) == [{
        "conversation_id": "INC0010001", "opened_at": "2024-03-04T08:00:00Z", "channel": "Phone",
        "category": "Software", "priority": "4 - Low", "customer_id": "Ana Lima", "queue": "Service Desk",
        "attributes": {"subcategory": "Password", "location": "Lisbon", "impact": "3 - Low"},
    }]  # fmt: skip
    said = [(m["author"], m["visibility"], m["text"]) for m in case(found, "messages", 1)]
    assert said == [
        ("customer", "public", "Cannot log in to e-mail\nSince this morning my password is refused."),
        ("agent", "public", "Could you try the new password I sent by text message?"),
        ("customer", "public", "Works, thank you!"),
    ]
    assert case(found, "outcomes", 1) == [{
        "conversation_id": "INC0010001", "resolver_id": "Service Desk", "resolver_team": "Service Desk",
        "resolved_at": "2024-03-04T08:40:00Z", "first_response_at": "2024-03-04T08:30:00Z", "sla_met": True,
    }]  # fmt: skip


def test_a_state_in_two_columns_is_one_event(found: dict[str, list[Any]]) -> None:
    assert case(found, "events", 1) == [
        {"conversation_id": "INC0010001", "event_sequence": 0, "at": "2024-03-04T08:40:00Z", "after_sequence": 2,
         "kind": "resolved", "initiated_by": "handler"},
        {"conversation_id": "INC0010001", "event_sequence": 1, "at": "2024-03-07T08:40:00Z", "after_sequence": 2,
         "kind": "closed", "initiated_by": "rule"},
    ]  # fmt: skip


def test_groups_reassigned_and_back_have_their_names(found: dict[str, list[Any]]) -> None:
    moves = [(e["from"], e["to"], e["after_sequence"]) for e in case(found, "events", 2) if e["kind"] == "assigned"]
    assert moves == [
        ("Service Desk", "Network L2", 0), ("Network L2", "Database L2", 2),
        ("Database L2", "Network L2", 3), ("Network L2", "Service Desk", 3),
    ]  # fmt: skip
    assert case(found, "conversations", 2)[0]["queue"] == "Service Desk"
    assert [m["visibility"] for m in case(found, "messages", 2)] == [
        "public", "internal", "public", "internal", "public",
    ]  # fmt: skip


def test_a_priority_raised_then_lowered_is_that_of_the_opening(found: dict[str, list[Any]]) -> None:
    assert case(found, "conversations", 3)[0]["priority"] == "3 - Moderate"
    changes = [(e["from"], e["to"]) for e in case(found, "events", 3) if e["kind"] == "priority_changed"]
    assert changes == [("3 - Moderate", "1 - Critical"), ("1 - Critical", "3 - Moderate")]


def test_values_of_the_end_are_not_in_the_opening(found: dict[str, list[Any]]) -> None:
    opened = case(found, "conversations", 12)[0]
    assert (opened["priority"], opened["category"], opened["queue"]) == ("4 - Low", "Inquiry", "Service Desk")
    assert case(found, "messages", 12)[0]["text"].startswith("Strange invoice\n")
    end = ("resolved", "Resolved", "close_", "Permanently", "Phishing: fake", "reassignment")
    for record in found["conversations"]:
        assert not any(word in record.model_dump_json() for word in end)


def test_a_reopened_incident_is_reopened_by_its_caller(found: dict[str, list[Any]]) -> None:
    story = [(e["kind"], e["initiated_by"]) for e in case(found, "events", 4)]
    assert story == [("resolved", "handler"), ("reopened", "customer"), ("resolved", "handler"), ("closed", "rule")]


def test_an_unknown_caller_is_nobody(found: dict[str, list[Any]]) -> None:
    assert "customer_id" not in case(found, "conversations", 5)[0]


def test_markup_of_a_journal_becomes_text_and_mail_of_a_stranger_is_the_customers(found: dict[str, list[Any]]) -> None:
    _, answer, mail = case(found, "messages", 6)
    assert answer["text"] == "Hola José,\n\nhemos corregido el NIF."
    assert mail["author"] == "customer"


def test_nobody_resolved_a_canceled_incident(found: dict[str, list[Any]]) -> None:
    assert case(found, "events", 7)[0]["reason"] == "canceled"
    assert case(found, "outcomes", 7) == [{"conversation_id": "INC0010007", "sla_met": True}]


def test_a_parent_counts_only_where_it_was_there_from_the_beginning(found: dict[str, list[Any]]) -> None:
    assert case(found, "conversations", 8)[0]["linked_conversation_id"] == "INC0010003"
    assert "linked_conversation_id" not in case(found, "conversations", 9)[0]


def test_an_open_incident_has_no_outcome_and_an_alert_is_said_by_the_system(found: dict[str, list[Any]]) -> None:
    assert case(found, "outcomes", 10) == []
    assert [m["author"] for m in case(found, "messages", 11)] == ["system", "system"]
    assert case(found, "events", 11)[0]["initiated_by"] == "rule"


def test_every_record_is_used_or_kept_aside_with_its_line(found: dict[str, list[Any]]) -> None:
    aside = {(row.table, row.row, row.field) for row in found["quarantine"]}
    assert aside == {
        ("events", 39, "sys_created_on"), ("events", 42, "sys_id"),
        ("messages", 19, "sys_id"), ("messages", 18, "text"),
    }  # fmt: skip
    assert len(found["conversations"]) == 12
    assert len(found["messages"]) == 12 + 16 - 2
    assert Counter(event.kind for event in found["events"]) == {
        "assigned": 6, "priority_changed": 3, "approved": 1, "resolved": 9, "closed": 5, "reopened": 1,
    }  # fmt: skip


def test_what_escalated_follows_from_the_events(found: dict[str, list[Any]]) -> None:
    settings = read_params().conversations
    escalated = {}
    for outcome in found["outcomes"]:
        name = outcome.conversation_id
        (opened,) = (record for record in found["conversations"] if record.conversation_id == name)
        own = [event for event in found["events"] if event.conversation_id == name]
        done = derive(outcome, opened, own, settings.escalated_when, settings.tiers)
        escalated[name[-2:]] = done.escalated_sequence if done.escalated else None
    assert escalated == dict.fromkeys(("01", "04", "05", "06", "07", "08", "09")) | {
        "02": 1, "03": 2, "11": 1, "12": 2,
    }  # fmt: skip


def test_json_with_shown_and_stored_values_says_the_same(found: dict[str, list[Any]]) -> None:
    again = tables(EXPORTS / "json")
    assert case(again, "messages", 1) == case(found, "messages", 1)
    assert case(again, "events", 1) == case(found, "events", 1)
    assert case(again, "outcomes", 2) == case(found, "outcomes", 2)
    assert case(again, "conversations", 11)[0]["queue"] == "Service Desk"


def test_an_audit_with_the_newest_first_says_the_same(found: dict[str, list[Any]], tmp_path: Path) -> None:
    for path in TABLES.iterdir():
        header, *lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        backwards = reversed(lines) if path.stem in ("sys_audit", "sys_journal_field") else lines
        (tmp_path / path.name).write_text("".join([header, *backwards]), encoding="utf-8")
    (tmp_path / "sys_user_group.csv").unlink()  # Then an incident's own last group is the only one with a name.
    again = tables(tmp_path)
    assert case(again, "messages", 2) == case(found, "messages", 2)
    assert case(again, "events", 2)[3]["to"] == "Service Desk"
    assert case(again, "events", 3) == case(found, "events", 3)


def test_an_incident_table_alone_dates_nothing_and_leaves_out_what_may_have_changed() -> None:
    alone = tables(TABLES / "incident.csv")
    assert alone["quarantine"] == alone["events"] == []
    opened = case(alone, "conversations", 3)[0]
    assert opened.keys() == {"conversation_id", "opened_at", "channel", "category", "customer_id", "attributes"}
    assert all(outcome.escalated is None for outcome in alone["outcomes"])


def test_resolvers_are_the_groups(found: dict[str, list[Any]]) -> None:
    assert [(r.resolver_id, r.active) for r in found["resolvers"]] == [
        ("Service Desk", True), ("Network L2", True), ("Database L2", True), ("Security L3", True),
    ]  # fmt: skip


def test_a_folder_without_incidents_is_refused(tmp_path: Path) -> None:
    shutil.copy(TABLES / "sys_audit.csv", tmp_path)
    with pytest.raises(BadInput, match=r"holds only sys_audit.*add the export of the incident table"):
        next(read(tmp_path))


def test_rows_are_source_rows_together_by_incident() -> None:
    owners = [row.values.get("conversation_id") for row in read(TABLES) if isinstance(row, SourceRow)]
    runs = [owner for before, owner in zip([None, *owners], owners, strict=False) if owner and owner != before]
    assert len(runs) == len(set(runs)) == 12


def test_an_export_in_windows_1252_is_read_as_one_in_utf_8(tmp_path: Path) -> None:
    folders = {encoding: tmp_path / encoding for encoding in ("utf-8", "cp1252")}
    for encoding, folder in folders.items():
        folder.mkdir()
        for table in TABLES.iterdir():
            text = table.read_text(encoding="utf-8").replace("Ana Lima", "Zoë Müller").replace("e-mail", "Größe")
            (folder / table.name).write_bytes(text.encode(encoding))
    wide, narrow = (tables(folder) for folder in folders.values())
    assert narrow == wide
    assert "Größe" in str(narrow["messages"])


@pytest.mark.parametrize(("user", "caller", "same"), [
    ("jose.garcia", "José García", True), ("zoe.mueller", "Zoë Müller", True), ("zoe.muller", "Zoë Müller", True),
    ("soren.kjaer", "Søren Kjær", True), ("weiss.k", "K Weiß", True), ("ana.lima", "Ana Maria", False),
    ("ana.lima", "", False),
])  # fmt: skip
def test_a_user_name_in_plain_letters_is_the_callers(user: str, caller: str, same: bool) -> None:
    assert is_caller(user, {"caller_id": caller}) is same
