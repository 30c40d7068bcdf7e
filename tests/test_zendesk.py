"""The Zendesk source on hand-written pages of the API in a folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from data.quarantine import Cleaned
from data.sources.zendesk import read
from tests.cleaning import reasons
from tests.single_cases import happened, lawful, said, stored

API = Path(__file__).parent / "fixtures" / "zendesk" / "api"


@pytest.fixture(scope="module")
def found() -> Cleaned:
    """The clean rows of the folder with a file per kind of record."""
    return lawful(read, API)


def test_a_ticket_is_given_as_it_was_opened(found: Cleaned) -> None:
    assert stored(found, "conversations", "1") == [{
        "conversation_id": "1", "opened_at": "2024-03-04T08:00:00Z", "channel": "email", "category": "incident",
        "priority": "normal", "customer_id": "501", "queue": "First Line",
        "attributes": {
            "brand_id": "8", "ticket_form_id": "5", "organization_id": "7", "tags": "billing",
            "Plan": "silver", "Newsletter": False,
        },
    }]  # fmt: skip


def test_comments_are_messages_in_order_and_notes_are_internal(found: Cleaned) -> None:
    assert said(found, "1") == [
        ("customer", "public", "Charged twice\nI was charged twice for order 4711"),
        ("agent", "public", "Hello Ana, let me look."),
        ("agent", "internal", "Payment is not mine, please take over"),
        ("customer", "public", "This is taking far too long, URGENT!"),
        ("agent", "public", "The second charge is refunded."),
    ]
    first = stored(found, "messages", "1")[0]
    assert (first["sent_at"], first["author_id"], first["channel"]) == ("2024-03-04T08:00:00Z", "501", "email")


def test_changes_are_events_a_move_stands_before_the_words_that_go_with_it(found: Cleaned) -> None:
    assert happened(found, "1") == [
        (1, "assigned", "First Line", "Second Line", "handler"),
        (1, "escalated", None, None, "handler"),
        (3, "priority_changed", "normal", "urgent", "rule"),
        (3, "assigned", "Second Line", "Payments Tier 3", "handler"),
        (3, "resolved", None, None, "handler"),
        (4, "closed", None, None, "rule"),
    ]
    assert stored(found, "events", "1")[1]["reason"] == "tag escalated_l2"


def test_the_outcome_says_who_resolved_it_and_how_it_was_liked(found: Cleaned) -> None:
    assert stored(found, "outcomes", "1") == [{
        "conversation_id": "1", "resolver_id": "Payments Tier 3", "resolver_team": "Payments Tier 3",
        "resolved_at": "2024-03-04T10:00:00Z", "first_response_at": "2024-03-04T08:10:00Z", "csat": 5.0,
    }]  # fmt: skip
    assert stored(found, "outcomes", "2")[0]["csat"] == 1.0


def test_no_value_of_the_end_stands_in_an_opening(found: Cleaned) -> None:
    openings = {case.conversation_id: case for case in found.tables["conversations"]}
    records = {t["id"]: t for line in (API / "tickets.json").read_text().splitlines() if (t := as_ticket(line))}
    assert (records[1]["priority"], records[1]["group_id"], records[1]["type"]) == ("urgent", 33, "problem")
    assert (openings["12"].queue, openings["12"].priority) == ("Second Line", "high")  # It went to another group.
    assert openings["4"].linked_conversation_id == "1"  # The problem was linked only later.
    assert openings["5"].sla_due_at.isoformat() == "2024-03-12T00:00:00+00:00"
    assert openings["2"].handler_id is None  # Nobody had it, says the log; at the end somebody does.
    assert openings["7"].attributes is None


def as_ticket(line: str) -> dict[str, Any] | None:
    """Read one line of a page; None where it is not a whole ticket."""
    try:
        found = json.loads(line.strip().rstrip(","))
    except ValueError:
        return None
    return found if isinstance(found, dict) and "requester_id" in found else None


def test_without_a_log_only_what_never_changes_is_known(found: Cleaned) -> None:
    assert stored(found, "conversations", "11") == [
        {"conversation_id": "11", "opened_at": "2024-03-14T08:00:00Z", "channel": "email", "customer_id": "501"}
    ]
    assert said(found, "11") == [("customer", "public", "Where is my parcel? It is late.")]
    assert stored(found, "outcomes", "11")[0]["resolver_id"] == "Second Line"


def test_html_attachments_and_reopening(found: Cleaned) -> None:
    texts = [text for _, _, text in said(found, "2")]
    assert texts[:2] == ["Rechnung falsch\nDie Rechnung ist falsch.\nGrüße", "[attachment: rechnung.png]"]
    kinds = [(after, kind, who) for after, kind, _, _, who in happened(found, "2")]
    assert kinds == [(1, "resolved", "handler"), (3, "reopened", "customer"), (3, "resolved", "handler")]


def test_nobody_resolved_a_ticket_that_was_merged_into_another(found: Cleaned) -> None:
    assert happened(found, "3") == [(0, "closed", None, None, "handler")]
    assert stored(found, "events", "3")[0]["reason"] == "merged into 4"
    assert "resolver_id" not in stored(found, "outcomes", "3")[0]


def test_who_writes_is_told_apart(found: Cleaned) -> None:
    assert [author for author, _, _ in said(found, "5")] == ["agent", "agent", "customer"]  # Opened by an agent.
    assert said(found, "5")[0][1] == "internal"
    assert [author for author, _, _ in said(found, "4")] == ["customer", "customer"]  # The second in copy.
    assert [author for author, _, _ in said(found, "7")] == ["customer", "bot", "customer", "system"]
    assert [author for author, _, _ in said(found, "6")] == ["customer"]  # A deleted user.
    assert said(found, "8") == [("customer", "public", "Call with Ana\nMy card was stolen")]


def test_what_a_trigger_set_within_the_creation_is_the_opening(found: Cleaned) -> None:
    opening = stored(found, "conversations", "6")[0]
    assert (opening["queue"], opening["priority"]) == ("Second Line", "high")
    assert happened(found, "6") == []


def test_a_desks_own_field_and_tags_say_what_was_escalated(found: Cleaned) -> None:
    assert stored(found, "events", "8")[0]["reason"] == "field Escalated to manager"
    assert [kind for _, kind, _, _, _ in happened(found, "7")] == ["sla_changed"]  # Its tag says not_escalated.


def test_staff_groups_and_customers_come_from_their_own_lists(found: Cleaned) -> None:
    resolvers = {resolver.resolver_id: (resolver.kind, resolver.active) for resolver in found.tables["resolvers"]}
    assert resolvers["Payments Tier 3"] == ("team", False)
    assert resolvers["101"] == ("person", True)
    languages = {customer.customer_id: customer.preferred_language for customer in found.tables["customers"]}
    assert languages == {"501": "en", "502": "de", "503": "zh"}


def test_what_cannot_be_used_is_kept_aside_each_for_its_own_fault(found: Cleaned) -> None:
    assert sorted((table, field) for table, field, _ in reasons(found)) == [
        ("conversations", "cause"),  # Suspended mail.
        ("conversations", "messages"),  # A ticket without a word.
        ("conversations", "status"),  # Deleted.
        ("conversations", "tickets.json"),  # Not JSON.
        ("messages", "text"),
        ("messages", "ticket_id"),  # An audit of a ticket that is not in the export.
    ]
