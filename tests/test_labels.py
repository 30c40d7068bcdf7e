"""Labels, computed by hand: what came after a snapshot, and who resolved the case."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.errors import BadInput
from data.labels import check_both_outcomes, escalation_labels, labels, resolver_label, turn_rows
from data.schema import Conversation
from data.tables import Outcome, TurnLabel
from tests.handmade import talk


def chat(*authors: str, **fields: Any) -> Conversation:
    return talk(*[(author, f"message {number}") for number, author in enumerate(authors)], **fields)


def outcome(**known: object) -> Outcome:
    return Outcome.model_validate({"conversation_id": "c", **known})


FIVE = ("customer", "bot", "customer", "agent", "customer")
ASSIGNED = [{"event_sequence": 0, "after_sequence": 0, "kind": "assigned"}]


def test_a_dated_escalation_labels_what_came_before_it_and_nothing_after() -> None:
    rows = escalation_labels(chat(*FIVE), outcome(escalated=True, escalated_sequence=3))
    assert [row["sequence"] for row in rows] == [0, 1, 2]
    assert [row["escalates"] for row in rows] == [1, 1, 1]
    assert [row["next_turn"] for row in rows] == [0, 0, 1]
    assert [row["weight"] for row in rows] == pytest.approx([1 / 3] * 3)


def test_an_escalation_before_the_first_message_leaves_nothing_to_predict() -> None:
    assert escalation_labels(chat(*FIVE), outcome(escalated=True, escalated_sequence=0)) == []


def test_an_escalation_after_the_last_message_keeps_all_snapshots() -> None:
    rows = escalation_labels(chat("customer", "bot"), outcome(escalated=True, escalated_sequence=2))
    assert [(row["sequence"], row["next_turn"]) for row in rows] == [(0, 0), (1, 1)]


def test_a_case_labelled_as_a_whole_counts_from_the_customers_first_message() -> None:
    rows = escalation_labels(chat("bot", "system", "customer", "bot"), outcome(escalated=True))
    assert [(row["sequence"], row["escalates"]) for row in rows] == [(2, 1), (3, 1)]
    assert [row["next_turn"] for row in rows] == [None, None]


def test_a_case_no_customer_wrote_counts_from_its_first_message() -> None:
    rows = escalation_labels(chat("system", "agent"), outcome(escalated=False))
    assert [(row["sequence"], row["escalates"]) for row in rows] == [(0, 0), (1, 0)]


def test_with_events_a_case_that_did_not_escalate_never_does_so_at_the_next_turn() -> None:
    rows = escalation_labels(chat("bot", "customer", events=ASSIGNED), outcome(escalated=False))
    assert [(row["sequence"], row["next_turn"]) for row in rows] == [(0, 0), (1, 0)]


def test_events_do_not_date_an_escalation_they_do_not_hold() -> None:
    rows = escalation_labels(chat("bot", "customer", "bot", events=ASSIGNED), outcome(escalated=True))
    assert [(row["sequence"], row["escalates"], row["next_turn"]) for row in rows] == [(1, 1, None), (2, 1, None)]


def test_an_unknown_ending_gives_no_label() -> None:
    assert escalation_labels(chat(*FIVE), outcome()) == []
    assert resolver_label(chat(*FIVE), outcome(escalated=True, escalated_sequence=3)) is None


def test_sequences_with_gaps_are_kept_as_they_are() -> None:
    case = Conversation.model_validate(
        {
            "conversation_id": "c",
            "messages": [{"author": "customer", "text": "x", "sequence": sequence} for sequence in (2, 5, 9)],
        }
    )
    rows = escalation_labels(case, outcome(escalated=True, escalated_sequence=9))
    assert [(row["sequence"], row["next_turn"]) for row in rows] == [(2, 0), (5, 1)]


def test_the_resolver_is_asked_for_at_hand_over() -> None:
    row = resolver_label(chat(*FIVE), outcome(escalated=True, escalated_sequence=3, resolver_id="network"))
    assert row == {"conversation_id": "c", "sequence": 2, "resolver_id": "network"}


def test_without_a_dated_hand_over_the_case_was_dispatched_on_the_customers_first_message() -> None:
    case = chat("bot", "customer", "bot")
    assert resolver_label(case, outcome(escalated=True, resolver_id="network")) == {
        "conversation_id": "c",
        "sequence": 1,
        "resolver_id": "network",
    }
    row = resolver_label(chat("system", "agent"), outcome(escalated=False, resolver_id="desk"))
    assert row is not None
    assert row["sequence"] == 0


def test_a_hand_over_before_the_first_message_has_no_snapshot() -> None:
    assert resolver_label(chat(*FIVE), outcome(escalated=True, escalated_sequence=0, resolver_id="network")) is None


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 12), st.one_of(st.none(), st.integers(0, 12)), st.booleans()), max_size=8),
)
def test_the_weights_of_a_conversation_sum_to_one(cases: list[tuple[int, int | None, bool]]) -> None:
    conversations, outcomes = [], []
    for number, (length, hop, escalated) in enumerate(cases):
        name = f"c{number}"
        conversations.append(chat(*["customer"] * length, name=name))
        ending = {"escalated": True, "escalated_sequence": hop} if escalated else {"escalated": False}
        outcomes.append(Outcome.model_validate({"conversation_id": name, **ending}))
    found = [rows for rows, _ in labels(conversations, outcomes) if rows]
    assert [sum(float(str(row["weight"])) for row in rows) for rows in found] == pytest.approx([1] * len(found))
    # Only a case that was handed over before anybody wrote has no snapshot.
    assert len(found) == sum(not (escalated and hop == 0) for _, hop, escalated in cases)


def test_a_conversation_without_an_outcome_is_left_out() -> None:
    cases = [chat("customer", name=name) for name in "abc"]
    known = outcome(conversation_id="b", escalated=False, resolver_id="desk")
    found = list(labels(cases, [known]))
    assert [len(rows) for rows, _ in found] == [0, 1, 0]
    assert [handover and handover["conversation_id"] for _, handover in found] == [None, "b", None]


def test_outcomes_in_another_order_are_refused_not_lost() -> None:
    cases = [chat("customer", name=name) for name in "ab"]
    endings = [outcome(conversation_id=name, escalated=False) for name in "ba"]
    with pytest.raises(BadInput, match="'a' stands in another order"):
        list(labels(cases, endings))


def turn(sequence: int, value: float, target: str = "dissatisfied", name: str = "c") -> TurnLabel:
    return TurnLabel(conversation_id=name, sequence=sequence, target=target, value=value)


def test_a_turn_label_is_the_label_of_the_snapshot_that_ends_with_it() -> None:
    rows = turn_rows(chat(*FIVE), [turn(2, 0.5), turn(0, 0.51), turn(0, 1, "handoff"), turn(9, 1)], "dissatisfied")
    assert [(row["sequence"], row["escalates"]) for row in rows] == [(0, 1), (2, 0)]
    assert [row["next_turn"] for row in rows] == [None, None]
    assert [row["weight"] for row in rows] == [0.5, 0.5]


def test_turn_labels_take_the_place_of_the_outcome() -> None:
    cases = [chat(*FIVE, name=name) for name in "abc"]
    endings = [outcome(conversation_id=name, escalated=True, escalated_sequence=3, resolver_id="net") for name in "ac"]
    found = list(labels(cases, endings, [turn(4, 1, name="b"), turn(4, 0, name="c")], "dissatisfied"))
    assert [[row["escalates"] for row in rows] for rows, _ in found] == [[], [1], [0]]
    assert [bool(handover) for _, handover in found] == [True, False, True]


@pytest.mark.parametrize(("counts", "sentence"), [({}, "known for no"), ({1: 2}, "'True'"), ({0: 1}, "'False'")])
def test_nothing_to_learn_from_is_one_sentence(counts: dict[int, int], sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        check_both_outcomes(Counter(counts))


def test_two_outcomes_are_enough() -> None:
    check_both_outcomes(Counter({0: 1, 1: 1}))
