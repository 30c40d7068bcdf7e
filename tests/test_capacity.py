"""Capacity: alarms counted by conversation, the threshold that fills a day, and what is said of it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from data.errors import BadInput
from training.bootstrap import Resampling
from training.capacity import days_of, per_conversation, threshold_for, threshold_for_day
from training.policy import NEVER, Costs, Policy, alarms
from training.policy_report import in_words, markdown, picture, report

POLICY = Policy(0.5, 0.5, Costs(10, 1), "valid")
HOW = Resampling(200, 0.95, 0)
CASES = st.lists(st.tuples(st.sampled_from([0.0, 0.1, 0.2, 0.5, 0.9, 1.0]), st.booleans()), min_size=1, max_size=20)


def rows() -> pd.DataFrame:
    """Four conversations over two days, two snapshots each; the second and third are needed."""
    return pd.DataFrame(
        {
            "conversation_id": np.repeat(["a", "b", "c", "d"], 2),
            "sequence": [0, 1] * 4,
            "model": [0.1, 0.2, 0.3, 0.8, 0.6, 0.1, 0.4, 0.3],
            "floor": [False] * 7 + [True],
            "escalates": [0, 0, 1, 1, 1, 1, 0, 0],
            "said_at": pd.date_range("2026-01-01", periods=8, freq="6h", tz="UTC"),
        }
    )


def alarmed(cases: pd.DataFrame, threshold: float) -> NDArray[np.bool_]:
    """Say which conversations raise an alarm."""
    return alarms(cases.highest, replace(POLICY, threshold=threshold), cases.floor)


def test_a_conversation_raises_one_alarm_at_its_highest() -> None:
    cases = per_conversation(rows())
    assert cases.highest.tolist() == [0.2, 0.8, 0.6, 0.4]
    assert cases.floor.tolist() == [False, False, False, True]
    assert alarmed(cases, 0.5).tolist() == [False, True, True, True]


def test_days_are_counted_where_there_is_a_clock() -> None:
    assert days_of(rows()) == pytest.approx(1.75)
    assert days_of(rows().assign(said_at=None)) is None
    with pytest.raises(BadInput, match=r"policy.alarms_per_day.*no clock"):
        threshold_for_day(rows().assign(said_at=None), 3)


@given(CASES, st.integers(0, 25))
def test_capacity_is_kept_and_used(given_cases: list[tuple[float, bool]], most: int) -> None:
    cases = pd.DataFrame(given_cases, columns=["highest", "floor"])
    threshold, floors = threshold_for(cases, most), int(cases.floor.sum())
    raised = int(alarmed(cases, threshold).sum())
    assert raised <= max(most, floors)
    below = cases.highest[~cases.floor & (cases.highest < threshold)]
    if len(below):  # The next lower threshold would be too low: it takes all that are equally probable.
        assert int(alarmed(cases, float(below.max())).sum()) > max(most, floors)


def test_what_is_said_by_hand() -> None:
    found = report(rows(), POLICY, HOW)
    chosen = found["at"]["chosen"]
    assert (chosen["alarms"]["value"], chosen["hits"]["value"]) == (0.75, 1)
    assert chosen["alarms_per_hit"]["value"] == 1.5
    assert chosen["cost"]["value"] == 0.25
    assert found["at"]["always"]["cost_against_chosen"]["value"] == 0.25
    assert "At 1.7 alarms a day you catch 100% (100% to 100%) of escalations, 1.5" in in_words(found, "chosen")
    assert "never" in markdown(found, POLICY)
    assert picture(rows(), POLICY, HOW).axes[0].get_title() == "Expected cost"


def test_without_an_escalation_nothing_is_claimed() -> None:
    found = report(rows().assign(escalates=0), replace(POLICY, threshold=NEVER), HOW)
    assert "nothing can be said" in in_words(found, "chosen")
