"""The Jira source on hand-written exports of the cloud and of a data centre."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from data.escalation_rule import derive
from data.files import read_params
from data.quarantine import clean
from data.sources.jira_service_management import read

EXPORTS = Path(__file__).parent / "fixtures" / "jira_service_management"
CLOUD = EXPORTS / "cloud.json"
Tables = dict[str, list[Any]]


def tables(raw: Path) -> Tables:
    """Read and clean an export; give its records by table."""
    found: Tables = defaultdict(list)
    for cleaned in clean(read(raw), "jira_service_management"):
        for table, records in cleaned.tables.items():
            found[table] += records
    return found


def case(found: Tables, table: str, key: str) -> list[dict[str, Any]]:
    """Give the records of one request as they are stored, without what is absent."""
    own = [record for record in found[table] if record.conversation_id == key]
    return [record.model_dump(mode="json", by_alias=True, exclude_none=True) for record in own]


def written(folder: Path, content: Any) -> Path:
    """Write an export."""
    path = folder / "requests.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def found() -> Tables:
    """The clean records of the cloud's export."""
    return tables(CLOUD)


@pytest.fixture
def page() -> Any:
    """The cloud's export as JSON, to be damaged."""
    return json.loads(CLOUD.read_text(encoding="utf-8"))


def test_a_request_becomes_a_conversation_as_it_was_opened(found: Tables) -> None:
    assert case(found, "conversations", "SUP-1") == [{
        "conversation_id": "SUP-1", "opened_at": "2024-03-04T08:00:00Z", "channel": "portal",
        "category": "Get IT help", "priority": "Medium", "customer_id": "qm:1", "queue": "Service Desk",
        "attributes": {
            "project": "SUP", "issue_type": "[System] Service request", "impact": "Moderate / Limited",
            "organizations": "Acme",
        },
    }]  # fmt: skip
    said = [(m["author"], m["visibility"], m["text"]) for m in case(found, "messages", "SUP-1")]
    assert said == [
        ("customer", "public",
         "Cannot log in to e-mail\nSince this morning my password is refused.\n- Outlook\n- phone"),
        ("bot", "public", "We received your request."),
        ("agent", "public", "@Ana Lima please try the new password\nand tell us."),
        ("customer", "public", "Works, thank you!"),
    ]  # fmt: skip
    assert case(found, "outcomes", "SUP-1") == [{
        "conversation_id": "SUP-1", "resolver_id": "Service Desk", "resolver_team": "Service Desk",
        "resolved_at": "2024-03-04T08:40:00Z", "first_response_at": "2024-03-04T08:30:00Z", "csat": 5.0,
        "sla_met": True,
    }]  # fmt: skip
    story = [(e["kind"], e["initiated_by"], e["after_sequence"]) for e in case(found, "events", "SUP-1")]
    assert story == [("resolved", "handler", 3), ("closed", "rule", 3)]


def test_teams_reassigned_and_back_are_events_and_people_inside_them_are_not(found: Tables) -> None:
    moves = [(e.get("from"), e.get("to"), e["after_sequence"]) for e in case(found, "events", "SUP-2")]
    assert moves == [
        ("Service Desk", "Network L2", 0), ("Network L2", "Database L2", 1), ("Database L2", "Network L2", 2),
        ("Network L2", "Service Desk", 2), (None, None, 2),
    ]  # fmt: skip
    assert case(found, "outcomes", "SUP-2")[0]["sla_met"] is False


def test_opening_values_are_those_before_the_first_change(found: Tables) -> None:
    assert case(found, "conversations", "SUP-3")[0]["priority"] == "Medium"
    changes = [(e["from"], e["to"]) for e in case(found, "events", "SUP-3") if e["kind"] == "priority_changed"]
    assert changes == [("Medium", "Highest"), ("Highest", "Low")]
    opened = case(found, "conversations", "SUP-12")[0]
    assert (opened["category"], opened["queue"], opened["priority"]) == ("Get IT help", "Service Desk", "Medium")
    assert opened["language"] == "de"
    assert case(found, "messages", "SUP-12")[0]["text"] == "Seltsame Rechnung\nEine Mail fordert Geld. 😡"


def test_a_request_is_reopened_by_its_customer_and_each_ending_is_told_once(found: Tables) -> None:
    story = [(e["kind"], e["initiated_by"]) for e in case(found, "events", "SUP-4")]
    assert story == [("resolved", "handler"), ("reopened", "customer"), ("resolved", "handler")]


def test_a_status_or_a_field_may_say_escalated(found: Tables) -> None:
    assert [(e["kind"], e["after_sequence"]) for e in case(found, "events", "SUP-5")] == [
        ("escalated", 1), ("closed", 1),
    ]  # fmt: skip
    assert case(found, "events", "SUP-6")[0]["kind"] == "escalated"
    assert [m["visibility"] for m in case(found, "messages", "SUP-6")] == ["public", "internal", "public"]


def test_unknown_customers_cancelled_requests_and_alerts(found: Tables) -> None:
    assert "customer_id" not in case(found, "conversations", "SUP-7")[0]
    assert case(found, "messages", "SUP-7")[0]["author"] == "customer"
    assert case(found, "outcomes", "SUP-8") == [{"conversation_id": "SUP-8"}]
    assert case(found, "events", "SUP-8")[0]["reason"] == "canceled"
    assert case(found, "outcomes", "SUP-11") == []
    assert [m["author"] for m in case(found, "messages", "SUP-11")] == ["system", "system"]
    assert case(found, "events", "SUP-11")[0]["initiated_by"] == "rule"


def test_only_a_link_from_the_beginning_is_one(found: Tables) -> None:
    assert case(found, "conversations", "SUP-9")[0]["linked_conversation_id"] == "SUP-3"


def test_every_issue_is_used_or_kept_aside(found: Tables) -> None:
    assert [(row.table, row.row, row.field) for row in found["quarantine"]] == [
        ("conversations", 6, "issue"), ("conversations", 11, "changelog.total"),
    ]  # fmt: skip
    assert len(found["conversations"]) == 11


def test_what_escalated_follows_from_the_events(found: Tables) -> None:
    settings = read_params().conversations
    escalated = {}
    for outcome in found["outcomes"]:
        key = outcome.conversation_id
        (opened,) = (record for record in found["conversations"] if record.conversation_id == key)
        own = [event for event in found["events"] if event.conversation_id == key]
        escalated[key] = derive(outcome, opened, own, settings.escalated_when, settings.tiers).escalated_sequence
    assert {key: sequence for key, sequence in escalated.items() if sequence is not None} == {
        "SUP-2": 1, "SUP-3": 2, "SUP-5": 2, "SUP-6": 2, "SUP-12": 1,
    }  # fmt: skip


def test_a_data_centre_without_teams_moves_cases_between_people() -> None:
    found = tables(EXPORTS / "data_center.jsonl")
    moves = [(e.get("from"), e.get("to")) for e in case(found, "events", "IT-1") if e["kind"] == "assigned"]
    assert moves == [(None, "tom"), ("tom", "lea")]
    assert case(found, "outcomes", "IT-1")[0]["resolver_id"] == "lea"
    assert [m["visibility"] for m in case(found, "messages", "IT-1")] == ["public", "public", "internal"]
    assert [(row.row, row.field) for row in found["quarantine"]] == [(2, "fields.created")]


def test_what_is_known_at_the_end_changes_outcomes_only(found: Tables, page: Any, tmp_path: Path) -> None:
    for issue in page["issues"]:
        if isinstance(issue, dict):
            issue["fields"] |= {"resolution": {"name": "Won't Do"}, "resolutiondate": "2025-01-01T00:00:00.000+0000"}
            issue["fields"] |= {"customfield_10041": {"rating": 1}, "customfield_10030": None}
    again = tables(written(tmp_path, page))
    for table in ("conversations", "messages", "events"):
        assert again[table] == found[table]
    assert again["outcomes"] != found["outcomes"]


def test_without_a_changelog_nothing_that_may_have_changed_is_given(page: Any, tmp_path: Path) -> None:
    for issue in page["issues"]:
        if isinstance(issue, dict):
            del issue["changelog"]
    found = tables(written(tmp_path, page))
    assert found["events"] == []
    named = {name for record in found["conversations"] for name in record.model_dump(exclude_none=True)}
    assert named <= {"conversation_id", "opened_at", "channel", "customer_id", "language", "attributes"}
