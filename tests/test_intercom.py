"""The Intercom source on a hand-written page of conversations with their parts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from data.errors import BadInput
from data.quarantine import Cleaned
from data.sources.intercom import read
from tests.cleaning import reasons
from tests.single_cases import happened, lawful, said, stored

EXPORT = Path(__file__).parent / "fixtures" / "intercom"
START = 1_709_539_200  # 2024-03-04, 8 o'clock.


@pytest.fixture(scope="module")
def found() -> Cleaned:
    """The clean rows of the folder with conversations and teams."""
    return lawful(read, EXPORT)


def conversation(*parts: dict[str, Any], **values: Any) -> dict[str, Any]:
    """A conversation that a customer began, with these parts, one a minute."""
    numbered = [{"id": str(n), "created_at": START + 60 * n, **part} for n, part in enumerate(parts, 1)]
    return {
        "type": "conversation", "id": "7", "created_at": START, "state": "open", "priority": "not_priority",
        "source": {"type": "conversation", "body": "<p>Hi</p>", "author": {"type": "user", "id": "u"}},
        "conversation_parts": {"conversation_parts": numbered, "total_count": len(numbered)},
    } | values  # fmt: skip


def written(folder: Path, *records: dict[str, Any]) -> Path:
    """Write conversations as JSON lines."""
    path = folder / "conversations.jsonl"
    path.write_text("\n".join(map(json.dumps, records)) + "\n")
    return path


def test_a_conversation_is_given_as_it_was_opened(found: Cleaned) -> None:
    assert stored(found, "conversations", "1001") == [{
        "conversation_id": "1001", "opened_at": "2024-03-04T08:00:00Z", "channel": "conversation",
        "priority": "not_priority", "customer_id": "u-ana",
        "attributes": {"delivered_as": "customer_initiated", "tags": "billing"},
    }]  # fmt: skip


def test_parts_are_messages_as_plain_text_and_notes_are_internal(found: Cleaned) -> None:
    assert said(found, "1001") == [
        ("customer", "public", "I was charged twice"),
        ("agent", "public", "Hello Ana,\nwhich order is it?"),
        ("customer", "public", "Order 4711, it was charged twice & never came."),
        ("agent", "internal", "Looks like payments"),
        ("agent", "public", "Please take over"),
        ("agent", "public", "- refund is on its way\n- voucher too"),
        ("customer", "public", "Danke!"),
    ]


def test_a_move_stands_before_the_words_that_go_with_it(found: Cleaned) -> None:
    assert happened(found, "1001") == [
        (0, "assigned", None, "First Line", "rule"),
        (3, "assigned", "First Line", "Billing L2", "handler"),
        (4, "priority_changed", "not_priority", "priority", "handler"),
        (4, "sla_changed", None, "Urgent 1h", "rule"),
        (6, "closed", None, None, "handler"),
    ]


def test_the_outcome_of_a_closed_conversation(found: Cleaned) -> None:
    assert stored(found, "outcomes", "1001") == [{
        "conversation_id": "1001", "resolver_id": "Billing L2", "resolver_team": "Billing L2", "csat": 4.0,
        "resolved_at": "2024-03-04T08:31:00Z", "first_response_at": "2024-03-04T08:03:00Z", "sla_met": True,
    }]  # fmt: skip
    assert stored(found, "outcomes", "1003") == []  # Still open.


def test_an_answer_of_the_customer_opens_it_again(found: Cleaned) -> None:
    kinds = [(after, kind, who) for after, kind, _, _, who in happened(found, "1002")]
    assert kinds[:2] == [(1, "closed", "handler"), (3, "reopened", "customer")]
    assert said(found, "1002")[1][2] == "[attachment: rechnung.pdf]"


@pytest.mark.parametrize(("name", "after"), [("1003", 3), ("1005", 2)])
def test_the_ai_agents_hand_over_is_an_escalation_before_people_come(name: str, after: int, found: Cleaned) -> None:
    assert happened(found, name)[0] == (after, "escalated", None, None, "model")
    assert [author for author, _, _ in said(found, name)[: after + 1]].count("agent") == 0
    assert said(found, name)[after + 1][0] == "agent"


def test_what_the_ai_agent_solved_is_no_escalation(found: Cleaned) -> None:
    assert happened(found, "1004") == [(1, "closed", None, None, "rule")]


def test_an_admin_under_whose_name_the_ai_agent_answers_is_a_bot(tmp_path: Path) -> None:
    part = {"part_type": "comment", "body": "Try again", "author": {"type": "admin", "id": "9", "is_ai_answer": True}}
    assert said(lawful(read, written(tmp_path, conversation(part))), "7")[1][0] == "bot"


def test_no_value_of_the_end_stands_in_an_opening(found: Cleaned) -> None:
    for case in found.tables["conversations"]:
        moved = [event for event in found.tables["events"] if event.conversation_id == case.conversation_id]
        assert case.queue is None or not any(event.kind == "assigned" for event in moved)
    assert stored(found, "conversations", "1001")[0]["attributes"]["tags"] == "billing"  # Refund was tagged later.


def test_custom_attributes_carry_no_date_so_they_are_left_out(tmp_path: Path) -> None:
    record = conversation(custom_attributes={"Escalation reason": "angry"}, ai_agent={"resolution_state": "escalated"})
    whole = lawful(read, written(tmp_path, record))
    assert "angry" not in json.dumps(stored(whole, "conversations", "7"))


def test_parts_that_the_export_lacks_are_counted(found: Cleaned) -> None:
    opening = stored(found, "conversations", "1011")[0]
    assert "priority" not in opening  # It may have changed in a part that is not there.
    assert any("parts are missing" in reason for _, field, reason in reasons(found) if field == "conversation_parts")


def test_times_that_are_none_are_put_aside_by_the_tables(tmp_path: Path) -> None:
    whole = lawful(read, written(tmp_path, conversation(created_at=10**18), conversation(id="8")))
    assert [case.conversation_id for case in whole.tables["conversations"]] == ["8"]
    assert ("conversations", "opened_at") in [(table, field) for table, field, _ in reasons(whole)]


def test_what_cannot_be_used_is_kept_aside_each_for_its_own_fault(found: Cleaned) -> None:
    assert sorted((table, field) for table, field, _ in reasons(found)) == [
        ("conversations", "messages"),
        ("conversations", "record"),
        ("messages", "author"),
        ("messages", "conversation_parts"),
        ("messages", "conversation_parts"),
        ("messages", "text"),
    ]
    assert len(found.tables["conversations"]) == 10


def test_a_file_cut_short_gives_the_conversations_before_the_cut(tmp_path: Path) -> None:
    text = (EXPORT / "conversations.json").read_text()
    path = tmp_path / "conversations.json"
    path.write_text(text[: text.index('"1006"') + 200])
    whole = lawful(read, path)
    assert [case.conversation_id for case in whole.tables["conversations"]] == ["1001", "1002", "1003", "1004", "1005"]
    assert "cut short" in reasons(whole)[-1][2] or "the file ends" in reasons(whole)[-1][2]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty"),
        (b'{"tickets": [{"id": 1, "requester_id": 2, "group_id": 3}]}', "zendesk"),
        (b"a,b\n1,2\n", "csv"),
    ],
)
def test_a_file_that_is_no_such_export_is_refused(content: bytes, problem: str, tmp_path: Path) -> None:
    (tmp_path / "export.json").write_bytes(content)
    with pytest.raises(BadInput, match=problem):
        next(read(tmp_path / "export.json"))
