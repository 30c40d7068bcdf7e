"""One door to the past: what came after a message cannot be seen in its snapshot."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.schema import Conversation
from data.snapshot import seen_at, snapshot
from tests.handmade import after, timed_talk

law = settings(max_examples=40, deadline=None)
EVENTS = [
    {"event_sequence": 0, "at": after(-1), "after_sequence": -1, "kind": "assigned"},
    {"event_sequence": 1, "at": after(1), "after_sequence": 0, "kind": "priority_changed"},
    {"event_sequence": 2, "at": after(4), "after_sequence": 2, "kind": "escalated"},
]
CASE = timed_talk(
    (0, "customer", "it is broken"), (2, "bot", "restart it"), (3, "customer", "a person, please"),
    (9, "agent", "taking over"), events=EVENTS, at=after(60),
)  # fmt: skip


def test_later_messages_are_gone() -> None:
    assert [message.words for message in snapshot(CASE, 1).messages] == ["it is broken", "restart it"]
    assert snapshot(CASE, 1).as_of_sequence == 1


def test_events_after_a_later_message_are_gone() -> None:
    assert [event.kind for event in snapshot(CASE, 0).events] == ["assigned"]
    assert [event.kind for event in snapshot(CASE, 1).events] == ["assigned", "priority_changed"]


def test_the_escalation_that_follows_a_message_is_not_in_its_snapshot() -> None:
    # Message 2 is what the escalation answers: the snapshot just after it is the last one to predict from.
    assert "escalated" not in {event.kind for event in snapshot(CASE, 2).events}
    assert "escalated" in {event.kind for event in snapshot(CASE, 3).events}


def test_the_moment_asked_about_is_cleared_and_the_last_message_dates_the_snapshot() -> None:
    assert seen_at(CASE) == after(60)
    assert snapshot(CASE, 1).at is None
    assert seen_at(snapshot(CASE, 1)) == after(2)


def test_without_dated_messages_the_opening_dates_the_snapshot() -> None:
    undated = [message.model_copy(update={"sent_at": None}) for message in CASE.messages]
    assert seen_at(snapshot(CASE.model_copy(update={"messages": undated}), 3)) == after(0)
    bare = CASE.model_copy(update={"messages": undated, "opened_at": None})
    assert seen_at(snapshot(bare, 3)) is None


def customer(known_from: datetime | None) -> dict[str, Any]:
    return {"customer": {"customer_id": "ann", "tier": "gold", "known_from": known_from}}


@pytest.mark.parametrize(
    ("known_from", "seen"),
    [(None, [True, True]), (after(0), [True, True]), (after(2), [False, True]), (after(3), [False, False])],
)
def test_what_became_known_of_the_customer_later_is_gone(known_from: datetime | None, seen: list[bool]) -> None:
    case = timed_talk((0, "customer", "hello"), (2, "bot", "hi"), **customer(known_from))
    assert [snapshot(case, sequence).customer is not None for sequence in (0, 1)] == seen


def test_without_a_clock_the_customer_stays() -> None:
    case = timed_talk((0, "customer", "hello"), **customer(after(5)))
    undated = [message.model_copy(update={"sent_at": None}) for message in case.messages]
    case = case.model_copy(update={"messages": undated, "opened_at": None})
    assert snapshot(case, 0).customer is not None


@st.composite
def conversations(draw: st.DrawFn) -> Conversation:
    """Conversations with gaps in their sequence, clocks that may be missing, events and a customer."""
    sequences = sorted(draw(st.sets(st.integers(0, 12), min_size=1, max_size=6)))
    dated = draw(st.booleans())
    messages: list[dict[str, Any]] = [
        {"author": "customer", "text": "x", "sequence": s, "sent_at": after(s) if dated else None} for s in sequences
    ]
    places = draw(st.lists(st.integers(-1, 13), max_size=5))
    events = [{"event_sequence": n, "after_sequence": p, "kind": "assigned"} for n, p in enumerate(places)]
    known_from = draw(st.one_of(st.none(), st.integers(0, 12).map(after)))
    return Conversation.model_validate(
        {
            "conversation_id": "c", "messages": messages, "events": events, "opened_at": after(0),
            **customer(known_from), "at": draw(st.one_of(st.none(), st.just(after(20)))),
        }
    )  # fmt: skip


@law
@given(conversations(), st.data())
def test_a_snapshot_of_a_snapshot_is_the_earlier_snapshot(case: Conversation, data: st.DataObject) -> None:
    sequences = st.sampled_from([message.sequence for message in case.messages])
    first, second = data.draw(sequences), data.draw(sequences)
    assert snapshot(snapshot(case, first), second) == snapshot(case, min(first, second))


@law
@given(conversations(), st.data())
def test_nothing_of_a_snapshot_is_later_than_its_message(case: Conversation, data: st.DataObject) -> None:
    sequence = data.draw(st.sampled_from([message.sequence for message in case.messages]))
    seen = snapshot(case, sequence)
    assert seen.as_of_sequence == sequence
    assert all(event.after_sequence < sequence for event in seen.events)
    assert len(seen.events) == sum(event.after_sequence < sequence for event in case.events)
