"""The layouts in which Zendesk exports come, and files that are none of them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from data.errors import BadInput
from data.sources.zendesk import read
from tests.cleaning import reasons
from tests.single_cases import happened, lawful, said, stored

EXPORTS = Path(__file__).parent / "fixtures" / "zendesk"
API = EXPORTS / "api"


def test_the_accounts_export_nests_comments_and_people() -> None:
    whole = lawful(read, EXPORTS / "account.jsonl")
    assert [case.conversation_id for case in whole.tables["conversations"]] == ["1", "2", "5", "6", "11"]
    # Without audits nobody knows whether the subject is still the one that the ticket was opened with.
    logged = said(lawful(read, API), "1")
    assert said(whole, "1") == [(*logged[0][:2], logged[0][2].removeprefix("Charged twice\n")), *logged[1:]]
    assert whole.tables["events"] == []
    assert stored(whole, "outcomes", "1")[0]["resolver_team"] == "Payments Tier 3"
    ((table, field, reason),) = reasons(whole)
    assert (table, field) == ("conversations", "record")
    assert "is not readable JSON" in reason


def test_comments_in_a_file_of_their_own_are_not_said_twice(tmp_path: Path) -> None:
    folder = tmp_path / "export"
    shutil.copytree(API, folder)
    ticket = json.loads((EXPORTS / "account.jsonl").read_text().splitlines()[0])
    comments = [{**comment, "ticket_id": 1} for comment in ticket["comments"]]
    (folder / "ticket_comments.json").write_text(json.dumps({"comments": [*comments, {"id": 1, "body": "whose?"}]}))
    whole = lawful(read, folder)
    assert said(whole, "1") == said(lawful(read, API), "1")
    assert ("messages", "ticket_id", "belongs to no ticket of the export; export tickets of the same time") in reasons(
        whole
    )


def test_who_is_no_staff_of_a_listed_desk_is_a_customer(tmp_path: Path) -> None:
    comments = [
        {"id": n, "author_id": who, "body": "Hi", "created_at": f"2024-03-04T08:0{n}:00Z"}
        for n, who in ((1, 1), (2, 5))
    ]
    ticket = {"id": 5, "requester_id": 1, "via": {"channel": "email"}, "created_at": "2024-03-04T08:00:00Z"}
    (tmp_path / "tickets.json").write_text(json.dumps({"tickets": [ticket | {"comments": comments}]}))
    assert [author for author, _, _ in said(lawful(read, tmp_path), "5")] == ["customer", "agent"]  # Nobody is listed.
    shutil.copy(API / "users.json", tmp_path)
    assert [author for author, _, _ in said(lawful(read, tmp_path), "5")] == ["customer", "customer"]


def test_the_incremental_export_of_events_is_the_same_log(tmp_path: Path) -> None:
    shutil.copy(API / "groups.json", tmp_path)
    ticket = {
        "id": 5,
        "requester_id": 1,
        "via": {"channel": "web"},
        "created_at": "2024-03-04T08:00:00Z",
        "status": "open",
    }
    opened = [{"id": 1, "event_type": "Create", "group_id": "31"}, {"id": 2, "event_type": "Comment", "body": "Help"}]
    moved = [{"id": 3, "event_type": "Change", "via": "Web form", "group_id": "32", "previous_value": "31"}]
    events = [
        {"id": 10, "ticket_id": 5, "timestamp": 1709539200, "updater_id": 1, "child_events": opened},
        {"id": 11, "ticket_id": 5, "timestamp": 1709539300, "updater_id": 2, "child_events": moved},
    ]
    (tmp_path / "tickets.json").write_text(json.dumps({"tickets": [ticket]}))
    (tmp_path / "ticket_events.json").write_text(json.dumps({"ticket_events": events}))
    whole = lawful(read, tmp_path)
    assert said(whole, "5") == [("customer", "public", "Help")]
    assert happened(whole, "5") == [(0, "assigned", "First Line", "Second Line", "handler")]
    assert stored(whole, "conversations", "5")[0]["queue"] == "First Line"


@pytest.mark.parametrize(
    ("content", "problem"), [(b"", "is empty"), (b'[{"groupKey": "{}", "alerts": []}]', "alertmanager")]
)
def test_a_file_that_is_no_such_export_is_refused(content: bytes, problem: str, tmp_path: Path) -> None:
    (tmp_path / "export.json").write_bytes(content)
    with pytest.raises(BadInput, match=problem):
        next(read(tmp_path / "export.json"))


def test_a_file_cut_short_gives_the_tickets_before_the_cut(tmp_path: Path) -> None:
    text = (EXPORTS / "account.jsonl").read_text()
    (tmp_path / "cut.jsonl").write_text(text[: len(text) - 100])
    whole = lawful(read, tmp_path / "cut.jsonl")
    assert [case.conversation_id for case in whole.tables["conversations"]] == ["1", "2", "5", "6"]
    assert len(reasons(whole)) == 2


def test_a_file_with_an_unknown_name_is_told(tmp_path: Path) -> None:
    shutil.copy(API / "tickets.json", tmp_path)
    (tmp_path / "macros.json").write_text('{"macros": []}')
    told = [reason for _, field, reason in reasons(lawful(read, tmp_path)) if field == "file"]
    assert len(told) == 1
    assert "no known file" in told[0]


def test_a_subject_that_was_edited_is_read_as_it_was_created(tmp_path: Path) -> None:
    edited = {"id": 2, "type": "Change", "field_name": "subject", "previous_value": "Charged", "value": "ESCALATED"}
    audits = [
        {"created_at": "2024-03-04T08:00:00Z", "author_id": 1, "events": [
            {"id": 1, "type": "Create", "field_name": "subject", "value": "Charged"}]},
        {"created_at": "2024-03-04T09:00:00Z", "author_id": 2, "events": [edited]},
    ]  # fmt: skip
    ticket = {
        "id": 5, "requester_id": 1, "submitter_id": 1, "via": {"channel": "web"}, "status": "open",
        "created_at": "2024-03-04T08:00:00Z", "subject": "ESCALATED", "raw_subject": "ESCALATED",
        "comments": [{"id": 1, "author_id": 1, "body": "Help", "created_at": "2024-03-04T08:00:00Z"}],
    }  # fmt: skip
    for place, (log, text) in enumerate([(audits, "Charged\nHelp"), (audits[1:], "Charged\nHelp"), ([], "Help")]):
        path = tmp_path / f"{place}.jsonl"
        path.write_text(json.dumps(ticket | {"audits": log}) + "\n")
        assert said(lawful(read, path), "5")[0] == ("customer", "public", text)


def test_a_call_is_what_was_said_and_not_only_that_somebody_called(tmp_path: Path) -> None:
    call = {
        "id": 1, "type": "VoiceComment", "author_id": 1, "created_at": "2024-03-04T08:00:00Z", "body": "Call from: Ana",
        "data": {"transcription_text": "My parcel is lost."},
    }  # fmt: skip
    ticket = {
        "id": 5, "requester_id": 1, "submitter_id": 1, "via": {"channel": "voice"}, "status": "open",
        "created_at": "2024-03-04T08:00:00Z", "comments": [call],
    }  # fmt: skip
    path = tmp_path / "call.jsonl"
    path.write_text(json.dumps(ticket) + "\n")
    assert said(lawful(read, path), "5") == [("customer", "public", "Call from: Ana\nMy parcel is lost.")]


@pytest.mark.parametrize("broken", [b"5\xff", b"\\ud800"])
def test_an_identifier_with_a_broken_byte_costs_its_own_record_only(broken: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "export"
    shutil.copytree(API, folder)
    users = folder / "users.json"
    users.write_bytes(users.read_bytes().replace(b'"users": [', b'"users": [{"id": "' + broken + b'", "name": "Eve"},'))
    requester = b'{"id": 99, "requester_id": "' + broken + b'", "created_at": "2024-03-04T08:00:00Z"}'
    (folder / "tickets_more.json").write_bytes(b'{"tickets": [' + requester + b"]}")
    whole = lawful(read, folder)
    assert whole.tables["conversations"] == lawful(read, API).tables["conversations"]
    assert {(table, field) for table, field, _ in reasons(whole)} >= {
        ("conversations", "customer_id"), ("customers", "customer_id"),
    }  # fmt: skip
