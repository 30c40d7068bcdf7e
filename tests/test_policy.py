from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import BadInput
from training.policy import (
    NEVER,
    Costs,
    Policy,
    alarms,
    case_costs,
    choose_policy,
    choose_threshold,
    decide,
    decide_all,
    expected_cost,
)

COSTS = Costs(missed=10, unneeded=1)
POLICY = Policy(threshold=0.4, watch_ratio=0.5, costs=COSTS, chosen_on="valid")
probabilities = st.floats(0, 1)


@pytest.mark.parametrize(
    ("probability", "action"),
    [(0.0, "continue"), (0.1999, "continue"), (0.2, "watch"), (0.3999, "watch"), (0.4, "escalate"), (1.0, "escalate")],
)
def test_a_threshold_belongs_to_the_stronger_action(probability: float, action: str) -> None:
    assert decide(probability, POLICY) == action


@given(st.lists(probabilities, min_size=1), st.floats(0, 1), st.floats(0, 1))
def test_one_and_many_are_decided_alike_and_more_probable_is_never_weaker(
    given_probabilities: list[float], threshold: float, watch_ratio: float
) -> None:
    policy = Policy(threshold, watch_ratio, COSTS, "valid")
    many = decide_all(given_probabilities, policy).tolist()
    assert many == [decide(probability, policy) for probability in given_probabilities]
    strength = {"continue": 0, "watch": 1, "escalate": 2}
    ordered = [strength[decide(probability, policy)] for probability in sorted(given_probabilities)]
    assert ordered == sorted(ordered)


@given(st.lists(st.tuples(probabilities, st.booleans()), min_size=1))
def test_a_floor_escalates_whatever_the_probability(cases: list[tuple[float, bool]]) -> None:
    never = Policy(NEVER, 0.5, COSTS, "fixed")
    scores, floors = map(list, zip(*cases, strict=True))
    assert alarms(scores, never, floors).tolist() == floors
    assert [decide(score, never, floor) == "escalate" for score, floor in cases] == floors
    assert decide_all(scores, POLICY, np.zeros(len(scores))).tolist() == decide_all(scores, POLICY).tolist()


@pytest.mark.parametrize("wrong", [-0.1, 1.1, float("nan"), float("inf")])
def test_what_is_no_probability_is_refused(wrong: float) -> None:
    with pytest.raises(BadInput, match="not between 0 and 1"):
        decide(wrong, POLICY)


def test_costs_of_the_four_outcomes() -> None:
    costs = case_costs([1, 1, 0, 0], [True, False, True, False], COSTS)
    assert costs.tolist() == [0, 10, 1, 0]
    assert expected_cost([1, 0], [0.1, 0.9], [3, 1], POLICY) == pytest.approx((3 * 10 + 1) / 4)


rows = st.lists(st.tuples(st.booleans(), st.integers(0, 10), st.integers(1, 3)), min_size=1, max_size=25)


@given(rows, st.integers(1, 20), st.integers(1, 20))
def test_no_threshold_costs_less_than_the_chosen_one(
    cases: list[tuple[bool, int, int]], missed: int, unneeded: int
) -> None:
    costs = Costs(missed, unneeded)
    escalates, scores, weights = (np.array(column, dtype=float) for column in zip(*cases, strict=True))
    scores = scores / 10

    def cost(threshold: float) -> float:
        return expected_cost(escalates, scores, weights, Policy(threshold, 0.5, costs, "valid"))

    chosen = choose_threshold(escalates, scores, weights, costs)
    assert cost(chosen) <= min(cost(threshold) for threshold in [*np.linspace(0, 1, 41), NEVER]) + 1e-9


def test_of_equal_costs_the_fewest_alarms_and_a_threshold_midway() -> None:
    escalates, scores = [0, 0, 1, 1], [0.1, 0.2, 0.6, 0.9]
    assert choose_threshold(escalates, scores, np.ones(4), COSTS) == pytest.approx(0.4)
    # Finding nothing and alarming for everybody both cost 1 here.
    assert choose_threshold([1, 0], [0.5, 0.5], np.ones(2), Costs(1, 1)) == NEVER


def test_calibrated_probabilities_lead_to_the_threshold_of_the_costs() -> None:
    generator = np.random.default_rng(0)
    scores = generator.random(200_000)
    escalates = generator.random(200_000) < scores
    found = choose_threshold(escalates, scores, np.ones(200_000), COSTS)
    assert found == pytest.approx(COSTS.threshold, abs=0.02)


def test_with_one_outcome_only_the_costs_alone_decide() -> None:
    policy = choose_policy([0, 0], [0.2, 0.7], [1, 1], COSTS, 0.5, "valid")
    assert policy.threshold == pytest.approx(1 / 11)
    assert "one outcome only" in policy.chosen_on
    assert choose_policy([0, 1], [0.2, 0.7], [1, 1], COSTS, 0.5, "valid").chosen_on == "valid"


def test_never_and_always() -> None:
    assert not alarms([0, 0.5, 1], Policy(NEVER, 0.5, COSTS, "fixed")).any()
    assert alarms([0, 0.5, 1], Policy(0, 0.5, COSTS, "fixed")).all()


def test_a_policy_survives_json_and_a_broken_one_is_named() -> None:
    assert Policy.from_json(POLICY.to_json()) == POLICY
    with pytest.raises(BadInput, match="policy: threshold"):
        Policy.from_json(POLICY.to_json().replace("threshold", "treshold", 1))
