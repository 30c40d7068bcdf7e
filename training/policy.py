"""From a probability to an action: ``decide`` is the only place a threshold is applied.

Evaluation and serving both call it, so that what is measured is what is answered.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import ArrayLike, NDArray

from data.errors import BadInput, nearest
from data.schema import Action

NEVER = 2.0  # A threshold no probability reaches; JSON has no infinity.


@dataclass(frozen=True)
class Costs:
    """What one error costs: an escalation that was missed, and one that nobody needed."""

    missed: float
    unneeded: float

    @property
    def threshold(self) -> float:
        """Where a perfectly calibrated probability makes both errors cost the same (Elkan, IJCAI 2001)."""
        return self.unneeded / (self.missed + self.unneeded)


@dataclass(frozen=True)
class Band:
    """Below ``low`` the model says no, from ``high`` on yes, each wrong in at most ``error``; between it is unsure."""

    low: float
    high: float
    error: float

    def unsure(self, probabilities: ArrayLike) -> NDArray[np.bool_]:
        """Say for which probabilities the model abstains."""
        given = np.asarray(probabilities, dtype=float)
        return np.asarray((given >= self.low) & (given < self.high))


@dataclass(frozen=True)
class Policy:
    """Escalate from ``threshold`` on, watch from ``watch_ratio`` of it on; ``chosen_on`` says what fixed it.

    ``band`` is where the model is not sure; None where nobody asked.
    """

    threshold: float
    watch_ratio: float
    costs: Costs
    chosen_on: str
    band: Band | None = None

    def to_json(self) -> str:
        """Give the policy as JSON text."""
        return json.dumps(asdict(self), indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Policy:
        """Read a policy back; raises BadInput when the text is not one."""
        known = {"threshold", "watch_ratio", "costs", "chosen_on", "band"}
        given: Any = json.loads(text)
        for name in sorted(known ^ set(given)):
            problem = "is missing" if name in known else "is an unknown field"
            raise BadInput(
                f"policy: {name}", given.get(name, ""), problem, f"rerun evaluation ({nearest(name, known)})"
            )
        band = Band(**given["band"]) if given["band"] else None
        return cls(given["threshold"], given["watch_ratio"], Costs(**given["costs"]), given["chosen_on"], band)


def decide(probability: float, policy: Policy, floor: bool = False) -> Action:
    """Turn one calibrated probability into an action; ``floor`` says whether a rule fired that no model vetoes."""
    return cast(Action, str(decide_all([probability], policy, [floor])[0]))


def decide_all(probabilities: ArrayLike, policy: Policy, floor: ArrayLike = False) -> NDArray[np.str_]:
    """Turn many probabilities into actions; raises BadInput for one that is not between 0 and 1."""
    given = np.asarray(probabilities, dtype=float)
    unusable = ~((given >= 0) & (given <= 1))
    if unusable.any():
        fix = "give the calibrated probability of the model"
        raise BadInput("probability", given[unusable][0], "is not between 0 and 1", fix)
    escalate = (given >= policy.threshold) | np.asarray(floor, dtype=bool)
    watch = given >= policy.threshold * policy.watch_ratio
    return np.select([escalate, watch], ["escalate", "watch"], "continue")


def alarms(probabilities: ArrayLike, policy: Policy, floor: ArrayLike = False) -> NDArray[np.bool_]:
    """Say which of many snapshots the policy escalates."""
    return np.asarray(decide_all(probabilities, policy, floor) == "escalate")


def case_costs(escalates: ArrayLike, alarmed: ArrayLike, costs: Costs) -> NDArray[np.float64]:
    """Give the cost of each decision: a missed escalation, an unneeded alarm, or nothing."""
    needed, raised = np.asarray(escalates, dtype=bool), np.asarray(alarmed, dtype=bool)
    return np.where(needed & ~raised, costs.missed, 0.0) + np.where(~needed & raised, costs.unneeded, 0.0)


def expected_cost(
    escalates: ArrayLike, probabilities: ArrayLike, weights: ArrayLike, policy: Policy, floor: ArrayLike = False
) -> float:
    """Give the mean cost of a decision under the policy."""
    costs = case_costs(escalates, alarms(probabilities, policy, floor), policy.costs)
    return float(np.average(costs, weights=np.asarray(weights, dtype=float)))


def choose_threshold(escalates: ArrayLike, probabilities: ArrayLike, weights: ArrayLike, costs: Costs) -> float:
    """Give the threshold of least expected cost; of equally good ones the one that raises fewest alarms.

    It lies midway between two neighbouring probabilities, so that noise in the last digit decides nothing.
    """
    needed, given = np.asarray(escalates, dtype=float), np.asarray(probabilities, dtype=float)
    weight = np.asarray(weights, dtype=float)
    values, group = np.unique(given, return_inverse=True)
    missed = np.bincount(group, weight * needed) * costs.missed
    unneeded = np.bincount(group, weight * (1 - needed)) * costs.unneeded
    # Candidate i escalates values[i:] and lets values[:i] pass; the last one escalates nothing.
    cost = np.append(0, np.cumsum(missed)) + np.append(np.cumsum(unneeded[::-1])[::-1], 0)
    candidates = np.concatenate([[0.0], (values[1:] + values[:-1]) / 2, [NEVER]])
    best = np.flatnonzero(np.isclose(cost, cost.min(), rtol=1e-12, atol=1e-12 * weight.sum()))
    return float(candidates[best[-1]])


def choose_policy(
    escalates: ArrayLike, probabilities: ArrayLike, weights: ArrayLike, costs: Costs, watch_ratio: float, part: str
) -> Policy:
    """Choose the policy on one part of the data; with a single outcome there the costs alone decide."""
    if len(np.unique(np.asarray(escalates))) < 2:
        return Policy(costs.threshold, watch_ratio, costs, f"costs alone: the {part} part has one outcome only")
    return Policy(choose_threshold(escalates, probabilities, weights, costs), watch_ratio, costs, part)
