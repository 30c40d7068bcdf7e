"""The laws of features over generated conversations, and for each a planted violation that its checker catches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.schema import Conversation
from data.snapshot import snapshot
from features.featurize import Fitted, featurize
from features.recent import Recent, openings
from tests.handmade import START, encode_by_words, fitted_on, timed_talk
from tests.laws import (
    Values,
    depends_on_company,
    moves_with_the_clock,
    reads_its_own_label,
    sees_the_future,
)

PAST = pd.DataFrame(
    {
        "text": ["bad printer again", "thanks all good", "bad invoice", "new password", "printer is bad", "all is new"],
        "escalates": [1, 0, 1, 0, 1, 0],
        "resolver_id": ["a", "b", "a", "b", "a", "b"],
    }
)
FEW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
WORDS = st.sampled_from(
    [
        "bad",
        "printer",
        "again",
        "thanks",
        "still",
        "not",
        "working",
        "human",
        "please",
        "42",
        "?",
        "!",
        "refund",
        "900",
        "EUR",
        "lawyer",
        "yesterday",
        "Montag",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)
SAID = st.lists(st.tuples(st.integers(0, 90), st.sampled_from(["customer", "bot", "agent", "system"]), TEXTS),
                min_size=2, max_size=6)  # fmt: skip


@st.composite
def conversations(draw: st.DrawFn) -> Conversation:
    """Draw a dated conversation with a customer, a product and a due time."""
    minutes, said = 0, []
    for gap, author, text in draw(SAID):
        minutes += gap
        said.append((float(minutes), author, text))
    due = START + timedelta(minutes=draw(st.integers(1, 500)))
    known = {"customer_id": draw(st.sampled_from(["ann", "bob"])), "product": "printer", "sla_due_at": due}
    return timed_talk(*said, name=f"c{draw(st.integers(0, 10**6))}", opened_at=START, **known)


@pytest.fixture(scope="module")
def fitted() -> Fitted:
    return fitted_on(PAST)


def rows(cases: Sequence[Conversation], fitted: Fitted) -> Values:
    return featurize(cases, fitted, Recent(openings(cases), encode_by_words)).values


@FEW
@given(case=conversations())
def test_the_future_changes_nothing(fitted: Fitted, case: Conversation) -> None:
    def real(whole: Conversation, sequence: int) -> Values:
        return rows([snapshot(whole, sequence)], fitted)

    def reads_on(whole: Conversation, _: int) -> Values:
        return rows([whole], fitted)

    assert sees_the_future(real, case) == []
    assert sees_the_future(reads_on, case) == [message.sequence for message in case.messages]


@FEW
@given(cases=st.lists(conversations(), min_size=2, max_size=4, unique_by=lambda case: case.conversation_id))
def test_order_and_company_change_nothing(fitted: Fitted, cases: list[Conversation]) -> None:
    others = Recent(openings(cases), encode_by_words)

    def real(several: Sequence[Conversation]) -> tuple[list[str], Values]:
        found = featurize(several, fitted, others)
        return found.columns, found.values

    def compares_with_the_batch(several: Sequence[Conversation]) -> tuple[list[str], Values]:
        columns, values = real(several)
        return columns, values - np.nanmax(values[:, :1]) + np.arange(len(several))[:, None]

    assert depends_on_company(real, cases) == []
    assert depends_on_company(compares_with_the_batch, cases)


@FEW
@given(case=conversations(), weeks=st.integers(1, 500))
def test_only_the_conversations_own_clock_is_read(fitted: Fitted, case: Conversation, weeks: int) -> None:
    def real(moved: Conversation) -> Values:
        return np.array(rows([moved], fitted)[0])

    def reads_the_wall_clock(moved: Conversation) -> Values:
        assert moved.opened_at is not None
        age = (datetime.now(UTC) - moved.opened_at).total_seconds()
        return np.append(real(moved), age // 60)

    assert moves_with_the_clock(real, case, weeks) == []
    assert moves_with_the_clock(reads_the_wall_clock, case, weeks) == [len(real(case))]


@FEW
@given(place=st.integers(0, len(PAST) - 1), case=conversations())
def test_a_training_row_never_reads_its_own_label(place: int, case: Conversation) -> None:
    def row(labels: Sequence[int], keep: Callable[[int], bool]) -> Values:
        known = PAST.assign(escalates=list(labels))[[keep(number) for number in range(len(PAST))]]
        return np.array(rows([case], fitted_on(known.reset_index(drop=True)))[0])

    def out_of_fold(labels: Sequence[int], own: int) -> Values:
        return row(labels, lambda number: number % 3 != own % 3)

    def from_everything(labels: Sequence[int], _: int) -> Values:
        return row(labels, lambda _: True)

    labels = PAST.escalates.tolist()
    assert not reads_its_own_label(out_of_fold, labels, place)
    assert reads_its_own_label(from_everything, labels, place)
