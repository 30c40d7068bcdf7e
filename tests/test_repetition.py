"""Self-repetition: likeness is between messages of one side, and missing before there are two."""

from __future__ import annotations

from math import isnan

import pytest

from data.schema import Conversation
from features.repetition import COLUMNS, Repeat, repeats, repetition_features
from tests.handmade import talk, vectors_of


def found(case: Conversation) -> dict[str, float]:
    return {name.removeprefix("repetition_"): v for name, v in repetition_features(case, vectors_of(case)).items()}


def test_one_message_repeats_nothing() -> None:
    values = repetition_features(case := talk(("customer", "hello")), vectors_of(case))
    assert list(values) == list(COLUMNS)
    never = {name for name, column in COLUMNS.items() if column.missing == "never"}
    assert {name for name, value in values.items() if value == 0} == never
    assert all(isnan(value) for name, value in values.items() if name not in never)


def test_the_same_words_again_are_like_themselves() -> None:
    values = found(talk(("customer", "my printer"), ("bot", "restart"), ("customer", "My printer!")))
    for name in ("last", "maximum", "mean", "to_first"):
        assert values[name] == pytest.approx(1, abs=1e-6)
    assert isnan(values["handler"])


def test_the_course_by_hand() -> None:
    # Two words of two alike: 1; one word of two alike: 1/2; the third is most like the second.
    case = talk(("customer", "alpha beta"), ("customer", "gamma delta"), ("customer", "gamma beta"))
    values = found(case)
    assert values["last"] == pytest.approx(0.5, abs=1e-6)
    assert values["maximum"] == pytest.approx(0.5, abs=1e-6)
    assert values["mean"] == pytest.approx(0.25, abs=1e-6)
    assert values["to_first"] == pytest.approx(0.5, abs=1e-6)


def test_sides_are_not_mixed() -> None:
    values = found(talk(("customer", "restart"), ("bot", "restart"), ("agent", "restart"), ("customer", "printer")))
    assert values["handler"] == pytest.approx(1, abs=1e-6)
    assert values["last"] == pytest.approx(0, abs=1e-6)


def test_which_message_repeats_which() -> None:
    case = talk(("customer", "alpha beta"), ("bot", "x"), ("customer", "gamma delta"), ("customer", "beta alpha"))
    assert repeats(case, [0, 2, 3], vectors_of(case)) == [Repeat(2, 0, 0.0), Repeat(3, 0, 1.0)]
    values = found(case)
    assert (values["last_distance"], values["said_again"]) == (2, 1)


def test_a_bot_that_says_the_same_again_loops_and_an_agent_does_not() -> None:
    said = "please choose an option"
    assert found(talk(("bot", said), ("customer", "no"), ("bot", said), ("agent", said)))["bot_loops"] == 1


def test_a_question_asked_again_after_a_reply_counts() -> None:
    asked = ("agent", "which printer model is it?")
    assert found(talk(asked, ("customer", "the big one"), asked))["asked_again"] == 1
    assert found(talk(asked, asked))["asked_again"] == 0
    assert found(talk(("agent", "it works now"), ("customer", "ok"), ("agent", "it works now")))["asked_again"] == 0


@pytest.mark.parametrize("asks", ["What is your order number", "Wie lautet die Bestellnummer", "¿Su número de pedido"])
def test_asking_for_a_number_that_was_given_counts(asks: str) -> None:
    assert found(talk(("customer", "order 471155 is late"), ("bot", asks)))["asked_again"] == 1
    assert found(talk(("customer", "my order is late"), ("bot", asks)))["asked_again"] == 0
