"""Self-repetition: likeness is between messages of one side, and missing before there are two."""

from __future__ import annotations

from math import isnan

import pytest

from data.schema import Conversation
from features.repetition import MEANS, repetition_features
from tests.handmade import talk, vectors_of


def found(case: Conversation) -> dict[str, float]:
    return {name.removeprefix("repetition_"): v for name, v in repetition_features(case, vectors_of(case)).items()}


def test_one_message_repeats_nothing() -> None:
    values = repetition_features(case := talk(("customer", "hello")), vectors_of(case))
    assert list(values) == list(MEANS)
    assert all(isnan(value) for value in values.values())


def test_the_same_words_again_are_like_themselves() -> None:
    values = found(talk(("customer", "my printer"), ("bot", "restart"), ("customer", "My printer!")))
    for name in ("last", "maximum", "mean", "to_first"):
        assert values[name] == pytest.approx(1, abs=1e-6)
    assert isnan(values["bot"])


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
    assert values["bot"] == pytest.approx(1, abs=1e-6)
    assert values["last"] == pytest.approx(0, abs=1e-6)
