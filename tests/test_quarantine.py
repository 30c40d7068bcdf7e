"""The law of quarantine: every row that comes in is clean or kept aside with a reason; nothing stops a run."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.conversations import shortened
from data.files import read_conversations
from data.quarantine import LONGEST_VALUE, Cleaned
from data.source_rows import SourceRow, Unreadable
from data.tables import TABLES
from data.writing import canonical_tables
from tests.cleaning import Rows, cleaned, damaged, desk, message, reasons, unlawful


def written(found: Cleaned, folder: Path) -> None:
    """Write and read back everything that is clean."""
    with canonical_tables(folder) as writers:
        for table, records in found.tables.items():
            writers[table].add(records)
    assert len(read_conversations(folder)) == len(found.tables["conversations"])


NASTY = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from([2**63, -(2**70), 10**400]),
    st.floats(),
    st.text(st.characters(), max_size=20),
    st.sampled_from(["", " ", "\x00", "a\ud800", "x" * 2_000_000, "c0", "c1", "2024-05-01T09:00:00Z", "9999-99-99"]),
    st.binary(max_size=5),
    st.lists(st.text(max_size=3), max_size=2),
    st.dictionaries(st.text(st.characters(), max_size=3), st.floats() | st.text(st.characters()), max_size=2),
)
FIELDS = sorted({field.alias or name for model in TABLES.values() for name, field in model.model_fields.items()})


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_no_damage_stops_a_run_or_loses_a_row(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    rows = desk()
    for place in data.draw(st.lists(st.integers(0, len(rows) - 1), max_size=6, unique=True)):
        row = rows[place]
        assert isinstance(row, SourceRow)
        name = data.draw(st.sampled_from([*row.values, *FIELDS]) | st.text(st.characters(), max_size=5))
        rows[place] = row._replace(values=row.values | {name: data.draw(NASTY)})
    rows += [rows[place] for place in data.draw(st.lists(st.integers(0, len(rows) - 1), max_size=3))]
    dropped = data.draw(st.sets(st.integers(0, len(rows) - 1), max_size=3))
    rows = data.draw(st.permutations([row for place, row in enumerate(rows) if place not in dropped]))
    found = cleaned(rows, "desk")
    assert unlawful(found, len(rows)) == []
    written(found, tmp_path_factory.mktemp("tables"))


def test_a_flawless_source_loses_nothing(tmp_path: Path) -> None:
    found = cleaned(desk(), "desk")
    assert reasons(found) == []
    assert unlawful(found, 28) == []
    written(found, tmp_path)


def test_a_breach_of_the_law_is_reported() -> None:
    found = cleaned(desk(), "desk")
    orphan = found.tables["outcomes"][0].model_copy(update={"conversation_id": "nobody"})
    found.tables["outcomes"][0] = orphan
    found.tables["messages"] = [m for m in found.tables["messages"] if getattr(m, "conversation_id", "") != "c1"]
    breaches = unlawful(found, 28)
    assert breaches[0] == "28 rows in, 26 rows out"
    assert [problem.split(":")[0] for problem in breaches[1:]] == ["empty", "orphan"]


@pytest.mark.parametrize(
    ("values", "field", "reason"),
    [
        ({"author": "robot"}, "author", "'customer', 'bot', 'agent' or 'system'"),
        ({"text": "a\x00b"}, "text", "unusable character"),
        ({"text": "a\ud800b"}, "text", "save the source as UTF-8"),
        ({"text": "x" * 2_000_000}, "text", "at most 100000 characters"),
        ({"text": ""}, "text", "text is empty"),
        ({"sent_at": "yesterday"}, "sent_at", "valid datetime"),
        ({"sequence": 2**70}, "sequence", "less than"),
        ({"bad\x00name": 1}, "bad\\x00name", "not permitted"),
        ({"entities": {"size": "\x00"}}, "entities.size", "unusable character"),
    ],
)
def test_a_bad_message_is_kept_aside_alone(values: dict[str, object], field: str, reason: str) -> None:
    found = damaged(1, **values)
    ((table, named, why),) = reasons(found)
    assert table == "messages"
    assert named == field
    assert reason in why
    assert len(found.tables["conversations"]) == 4


def test_a_long_value_is_shown_short() -> None:
    (row,) = damaged(1, text="x" * 2_000_000).quarantine
    assert len(row.value) <= LONGEST_VALUE
    assert len(shortened(row).value) <= 80
    assert row.row == 3


def test_the_first_of_two_equal_ids_is_kept() -> None:
    rows = desk()
    again = SourceRow("conversations", 99, {"conversation_id": "c1", "channel": "phone"})
    found = cleaned([*rows, again], "desk")
    assert reasons(found) == [
        ("conversations", "conversation_id", "is a duplicate; the first row with it is kept"),
    ]
    assert [case.channel for case in found.tables["conversations"]] == [None] * 4


def test_a_row_without_its_conversation_is_kept_aside() -> None:
    orphan = SourceRow("messages", 99, {"conversation_id": "nobody"} | message(0, "customer"))
    found = cleaned([*desk(), orphan], "desk")
    ((table, field, reason),) = reasons(found)
    assert (table, field) == ("messages", "conversation_id")
    assert "no clean conversation" in reason


def test_a_bad_conversation_takes_its_rows_along() -> None:
    found = damaged(0, opened_at="never")
    assert Counter(table for table, _, _ in reasons(found)) == {
        "conversations": 1, "messages": 2, "events": 1, "outcomes": 1, "turn_labels": 1,
    }  # fmt: skip
    assert unlawful(found, 28) == []


def test_an_empty_conversation_is_kept_aside_with_its_outcome() -> None:
    rows = [
        row for row in desk() if not (row.table == "messages" and getattr(row, "values", {})["conversation_id"] == "c2")
    ]
    found = cleaned(rows, "desk")
    assert {field for _, field, _ in reasons(found)} == {"messages"}
    assert unlawful(found, 26) == []


def test_a_clock_that_runs_backwards_costs_one_message() -> None:
    found = damaged(2, sent_at="2024-05-01T09:00:00Z")
    ((table, field, reason),) = reasons(found)
    assert (table, field) == ("messages", "sent_at")
    assert "2024-05-01T10:00:00+00:00" in reason
    assert len(found.tables["messages"]) == 7


def test_messages_may_come_in_any_order() -> None:
    assert reasons(cleaned(reversed(desk()), "desk")) == []


def test_what_the_source_could_not_read_is_kept_aside() -> None:
    found = cleaned(
        [*desk(), Unreadable("conversations", 7, "Number", "9\x00", "has 3 fields\nwhere 5 belong")], "desk"
    )
    assert len(reasons(found)) == 1
    assert unlawful(found, 29) == []


def test_rows_that_come_apart_from_their_conversation_are_kept_aside() -> None:
    late = SourceRow("messages", 99, {"conversation_id": "c1"} | message(2, "agent"))
    ((table, field, reason),) = reasons(cleaned([*desk(), late]))
    assert (table, field) == ("messages", "conversation_id")
    assert "sort the source by conversation" in reason


@pytest.mark.parametrize("links", [["c0"], ["c1", "c0"], ["c1", "c2", "c3", "c1"]])
def test_a_circle_of_links_is_opened_where_it_closes(links: list[str]) -> None:
    rows = desk()
    for number, target in enumerate(links):
        row = rows[7 * number]
        assert isinstance(row, SourceRow)
        rows[7 * number] = row._replace(values=row.values | {"linked_conversation_id": target})
    found = cleaned(rows)
    assert unlawful(found, 28) == []
    ((_, field, reason),) = [row for row in reasons(found) if row[0] == "conversations"]
    assert field == "linked_conversation_id"
    assert "closes a circle: " in reason


def test_a_case_that_is_put_aside_closes_no_circle() -> None:
    rows = desk()
    for number, target in {0: "c1", 1: "c0"}.items():
        row = rows[7 * number]
        assert isinstance(row, SourceRow)
        rows[7 * number] = row._replace(values=row.values | {"linked_conversation_id": target})
    silent = [row for row in rows if row.table != "messages" or row.row >= 7]
    found = cleaned(silent)
    assert [case.conversation_id for case in found.tables["conversations"]] == ["c1", "c2", "c3"]


def test_a_link_to_an_earlier_or_unknown_conversation_is_no_circle() -> None:
    rows = desk()
    for number, target in {1: "c0", 2: "c0", 3: "elsewhere"}.items():
        row = rows[7 * number]
        assert isinstance(row, SourceRow)
        rows[7 * number] = row._replace(values=row.values | {"linked_conversation_id": target})
    assert reasons(cleaned(rows)) == []


def test_rows_of_two_conversations_of_one_name_are_never_mixed() -> None:
    case = {"conversation_id": "c"}

    def of(line: int, text: str, escalated: bool) -> Rows:
        return [
            SourceRow("messages", line, case | message(0, "customer") | {"text": text}),
            SourceRow("outcomes", line, case | {"escalated": escalated}),
        ]

    unread = Unreadable("conversations", 2, "opened", "01.13.2025", "is no time")
    second = [SourceRow("conversations", 3, case), *of(3, "second", True)]
    found = cleaned([unread, *of(2, "first", False), *second], "desk")
    assert [(row.text, row.conversation_id) for row in found.tables["messages"]] == [("second", "c")]
    assert [row.escalated for row in found.tables["outcomes"]] == [True]
    assert {(row.table, row.row) for row in found.quarantine} == {
        ("conversations", 2), ("messages", 2), ("outcomes", 2),
    }  # fmt: skip
    first = [SourceRow("conversations", 2, case), *of(2, "first", False)]
    found = cleaned([*first, *second], "desk")
    assert [row.text for row in found.tables["messages"]] == ["first"]
    assert [row.escalated for row in found.tables["outcomes"]] == [False]
    assert {row.row for row in found.quarantine} == {3}
    assert "belongs to a duplicate" in str(reasons(found))
