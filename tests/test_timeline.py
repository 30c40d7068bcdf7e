"""Messages and changes of a case in one order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from data.source_rows import SourceRow
from data.timeline import Dated, timeline

START = datetime(2024, 3, 4, 8, tzinfo=UTC)


def dated(minute: int, **values: Any) -> Dated:
    """Give something that happened a number of minutes after the opening."""
    return Dated(START + timedelta(minutes=minute), minute, values)


def rows(messages: list[int], changes: list[int]) -> dict[str, list[SourceRow]]:
    """Give the rows by table of a case with messages and changes at these minutes."""
    opening = dated(0, text="help")
    found = timeline("a", opening, [dated(m, text="and") for m in messages], [dated(c, kind="closed") for c in changes])
    by_table: dict[str, list[SourceRow]] = {"messages": [], "events": []}
    for row in found:
        by_table[row.table].append(row)
    return by_table


def test_a_change_follows_the_last_message_before_it() -> None:
    found = rows([10, 20], [5, 15, 25])
    assert [event.values["after_sequence"] for event in found["events"]] == [0, 1, 2]


def test_of_a_message_and_a_change_of_the_same_second_the_change_is_first() -> None:
    assert [event.values["after_sequence"] for event in rows([10], [10])["events"]] == [0]


def test_the_opening_message_is_first_even_where_a_clock_says_otherwise() -> None:
    found = rows([-5, 3], [-5])
    assert [message.values["text"] for message in found["messages"]] == ["help", "and", "and"]
    assert [event.values["after_sequence"] for event in found["events"]] == [0]


@given(st.lists(st.integers(0, 50), max_size=8), st.lists(st.integers(0, 50), max_size=8))
def test_everything_is_given_once_and_in_order(messages: list[int], changes: list[int]) -> None:
    found = rows(messages, changes)
    assert sorted(row.row for row in found["messages"]) == sorted([0, *messages])
    assert sorted(row.row for row in found["events"]) == sorted(changes)
    assert [row.values["sequence"] for row in found["messages"]] == list(range(len(messages) + 1))
    assert [row.values["event_sequence"] for row in found["events"]] == list(range(len(changes)))
    followed = [row.values["after_sequence"] for row in found["events"]]
    assert followed == sorted(followed)
    for event in found["events"]:
        seen = [row for row in found["messages"][1:] if row.values["sequence"] <= event.values["after_sequence"]]
        assert all(message.values["sent_at"] < event.values["at"] for message in seen)
