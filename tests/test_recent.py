"""Cases of other customers in the last hour: only theirs, only from before the moment, and only when given."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.schema import Conversation, Message, Opening
from features.recent import COLUMNS, WINDOW_MINUTES, Recent, openings
from serving.request import MAX_RECENT, read
from tests.handmade import encode_by_words, talk, vectors_of

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
MINE = talk(("customer", "printer")).model_copy(update={"customer_id": "ann", "opened_at": NOON, "at": NOON})
PLACE = vectors_of(MINE)["printer"].astype(float)


def opening(minutes: float, text: str = "printer", customer: str | None = "bob", name: str = "other") -> Opening:
    moment = NOON - timedelta(minutes=minutes)
    return Opening(conversation_id=name, customer_id=customer, opened_at=moment, text=text)


def found(*given: Opening, case: Conversation = MINE) -> dict[str, float]:
    return Recent(given, encode_by_words).features(case, PLACE)


def test_alike_cases_of_the_last_hour_are_counted() -> None:
    values = found(opening(5), opening(59, "paper"), opening(10, customer=None))
    assert list(values) == list(COLUMNS)
    assert values["recent_cases"] == 3
    assert values["recent_similar"] == 2
    assert values["recent_similar_share"] == pytest.approx(2 / 3)
    assert values["recent_top_similarity"] == pytest.approx(1)


@pytest.mark.parametrize(
    "one",
    [
        opening(WINDOW_MINUTES + 1), opening(0), opening(-5), opening(5, customer="ann"),
        opening(5, name=MINE.conversation_id),
    ],
    ids=["too old", "at this moment", "later", "the same customer", "the same case"],
)  # fmt: skip
def test_no_other_case_counts(one: Opening) -> None:
    assert found(one)["recent_cases"] == 0


def test_nobody_else_is_zero_but_no_clock_is_missing() -> None:
    assert found()["recent_cases"] == 0
    timeless = talk(("customer", "printer"))
    assert np.isnan(list(found(opening(5), case=timeless).values())).all()


@given(st.permutations([(5.0, "printer"), (6.0, "paper"), (7.0, "printer"), (70.0, "printer")]))
def test_their_order_changes_nothing(given: list[tuple[float, str]]) -> None:
    shuffled = [opening(minutes, text, name=f"{minutes}") for minutes, text in given]
    assert found(*shuffled) == found(*sorted(shuffled, key=lambda one: one.conversation_id))


def test_of_another_case_only_its_beginning_is_read() -> None:
    said = [Message(sequence=n, author="customer", text=t, sent_at=NOON) for n, t in enumerate(["printer", "paper"])]
    case = Conversation(conversation_id="c", opened_at=NOON, messages=said)
    assert [one.text for one in openings([case, talk(("customer", "no clock"))])] == ["printer"]


def test_a_request_may_hold_a_few_hundred() -> None:
    one = opening(5).model_dump_json()
    body = (
        '{"conversation": {"conversation_id": "c", "messages": [{"author": "customer", "text": "a"}]}, "recent": [%s]}'
    )
    assert len(read((body % one).encode()).recent or []) == 1
    with pytest.raises(Exception, match="recent"):
        read((body % ",".join([one] * (MAX_RECENT + 1))).encode())
