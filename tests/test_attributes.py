"""A source's own columns become features by themselves, each by its kind, under a name LightGBM takes."""

from __future__ import annotations

from math import isnan
from typing import Any

import lightgbm
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.errors import BadInput
from data.schema import Conversation
from features.attributes import choose, column_part, number_column, number_features
from features.optional import required_only
from features.past_cases import COLUMNS, History, column_of, columns, value_of
from tests.handmade import talk


def case(**attributes: Any) -> Conversation:
    return talk(("customer", "hi"), attributes=attributes)


CASES = [
    case(seats=n, vip=bool(n % 2), plan="gold" if n % 3 else "free", order=f"o{n}", plant=n % 2 or "north")
    for n in range(12)
]


def test_kinds_are_seen_numbers_and_repeated_texts() -> None:
    # `order` never repeats, so the rate of its value says nothing; `plant` is a text in half of the cases.
    assert choose(CASES, "auto") == (["seats", "vip"], ["plan", "plant"])


def test_a_stray_text_among_numbers_is_missing_not_the_end_of_the_numbers() -> None:
    cases = [case(seats="n/a" if n == 3 else n) for n in range(12)]
    assert choose(cases, "auto") == (["seats"], [])
    assert isnan(number_features(cases[3], ["seats"])["attribute_seats"])


def test_a_list_is_taken_as_it_is() -> None:
    assert choose(CASES, ["order", "vip", "order"]) == (["vip"], ["order"])
    assert choose(CASES, []) == ([], [])


def test_an_attribute_that_is_always_empty_is_no_feature() -> None:
    assert choose([case(seats=None)] * 3, "auto") == ([], [])
    assert choose([talk(("customer", "hi"))], "auto") == ([], [])


@pytest.mark.parametrize(
    ("wanted", "keys", "sentence"),
    [
        (["seat"], [], "history.attributes: 'seat' is no attribute of the training conversations. Fix: did you mean"),
        ("auto", ["product", "attributes.plam"], "history.keys: 'plam' is no attribute .* did you mean 'plan'"),
    ],
)
def test_an_unknown_attribute_is_told_with_the_nearest(wanted: Any, keys: list[str], sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        choose(CASES, wanted, keys)


def test_without_any_attribute_a_named_one_is_refused() -> None:
    with pytest.raises(BadInput, match="the source has no attributes"):
        choose([talk(("customer", "hi"))], ["seats"])


def test_two_names_of_one_column_are_refused() -> None:
    same = [case(**{"Unit price": 1.0, "unit-price": 2.0})] * 3
    with pytest.raises(BadInput, match="'Unit price, unit-price' would be one column"):
        choose(same, "auto")
    assert choose(same, ["Unit price"]).numbers == ["Unit price"]


def test_a_number_is_read_as_what_the_training_part_held() -> None:
    values = number_features(case(seats="many", vip=True, size=2), ["seats", "vip", "size", "gone"])
    assert list(values) == ["attribute_seats", "attribute_vip", "attribute_size", "attribute_gone"]
    assert isnan(values["attribute_seats"])
    assert isnan(values["attribute_gone"])
    assert (values["attribute_vip"], values["attribute_size"]) == (1, 2)
    assert value_of(case(plan=7), "attributes.plan") == value_of(case(plan="7"), "attributes.plan") == "7"


def test_columns_of_an_attribute_go_missing_together_when_fields_do() -> None:
    named = [number_column("Größe, netto"), *columns(["attributes.Plan: now"])]
    assert np.isnan(required_only(np.ones((1, len(named))), named)).all()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=5, unique_by=column_part))
def test_any_name_is_taken_by_lightgbm_and_survives_its_file(names: list[str]) -> None:
    named = [number_column(name) for name in names] + [f"{column_of(f'attributes.{name}')}_rate" for name in names]
    values = np.arange(40.0 * len(named)).reshape(40, len(named))
    data = lightgbm.Dataset(values, np.arange(40) % 2, feature_name=named)
    booster = lightgbm.train({"verbosity": -1, "num_threads": 1}, data, 1)
    again = lightgbm.Booster(model_str=booster.model_to_string())
    assert again.feature_name() == named


def test_the_history_keeps_texts_whose_names_no_column_could_hold() -> None:
    rows = [(f"c{n}", "attributes.Plan: now", "gold", pd.Timestamp(0, tz="UTC"), 1, None, 0, 0) for n in range(3)]
    history = History(pd.DataFrame(rows, columns=COLUMNS), ["attributes.Plan: now"], smoothing=1, attributes=["a"])
    assert history.rate("attributes.Plan: now", "gold", None)[1] == 3
    assert list(columns(history.keys))[:2] == ["history_attributes.plan_now_rate", "history_attributes.plan_now_cases"]
