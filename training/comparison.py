"""The model beside its baselines: every figure with its interval, and the intervals of the paired differences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from training import metrics
from training.bootstrap import Draws, Resampling, Statistic, bootstrap
from training.policy import Policy, alarms, case_costs

MODEL = "model"
RANKING_METRICS = ("auc", "average_precision")
RESOLVER_METRICS = ("top_1", "top_3", "mrr", "macro_f1")
Key = tuple[str, str]  # (method, metric)


def escalation_statistics(rows: pd.DataFrame, policies: Mapping[str, Policy]) -> dict[Key, Statistic]:
    """Give every metric of every method, each method under the policy chosen for it."""
    labels = rows["escalates"].to_numpy(float)
    statistics: dict[Key, Statistic] = {}
    for method, policy in policies.items():
        scores = rows[method].to_numpy(float)
        alarmed = alarms(scores, policy, floor_of(rows, method))
        raised = alarmed.astype(float)
        costs = case_costs(labels, alarmed, policy.costs)
        statistics |= {
            (method, "auc"): partial(metrics.auc, labels, scores),
            (method, "average_precision"): partial(metrics.average_precision, labels, scores),
            (method, "f1"): partial(metrics.f1, labels, raised),
            (method, "recall"): partial(metrics.recall, labels, raised),
            (method, "brier"): partial(metrics.brier, labels, scores),
            (method, "calibration_error"): partial(metrics.calibration_error, labels, scores),
            (method, "expected_cost"): partial(metrics.mean, costs),
        }
        for flagged in metrics.FLAGGED:
            percent = f"{round(100 * flagged)}_percent"
            statistics[method, f"recall_at_{percent}"] = partial(metrics.recall_at, labels, scores, flagged=flagged)
            statistics[method, f"lift_at_{percent}"] = partial(metrics.lift_at, labels, scores, flagged=flagged)
    return statistics


def floor_of(rows: pd.DataFrame, method: str) -> Any:
    """Say in which rows a rule fired that the model cannot veto; baselines have no rules beside them."""
    return rows["floor"].to_numpy(bool) if method == MODEL and "floor" in rows else False


def resolver_statistics(rows: pd.DataFrame, methods: Sequence[str]) -> dict[Key, Statistic]:
    """Give every metric of every method that ranks resolvers; ``rows[method]`` holds its rankings."""
    actual = rows["resolver_id"].tolist()
    statistics: dict[Key, Statistic] = {}
    for method in methods:
        ranked = [list(names) for names in rows[method]]
        places = metrics.ranks(actual, ranked)
        first = [names[0] if names else metrics.NOBODY for names in ranked]
        statistics |= {
            (method, "top_1"): partial(metrics.top, places, named=1),
            (method, "top_3"): partial(metrics.top, places, named=3),
            (method, "mrr"): partial(metrics.reciprocal_rank, places),
            (method, "macro_f1"): partial(metrics.macro_f1, actual, first),
        }
    return statistics


def compare(
    rows: pd.DataFrame, statistics: Mapping[Key, Statistic], how: Resampling, weights: Sequence[float] | None = None
) -> dict[str, Any]:
    """Tabulate model, baselines and differences; what the rows do not define is named under ``absent``."""
    if rows.empty:
        return {"absent": ["every figure: there is no such row in the test part"]}
    counted = np.ones(len(rows)) if weights is None else np.asarray(weights, dtype=float)
    return table(bootstrap(statistics, rows["conversation_id"].tolist(), counted, how))


def table(draws: Draws[Key]) -> dict[str, Any]:
    """Arrange figures by method and metric."""
    result: dict[str, Any] = {MODEL: {}, "baselines": {}, "difference": {}}
    undefined: dict[str, None] = {}
    for method, metric in draws.points:
        figure = draws.figure((method, metric))
        section = result[MODEL] if method == MODEL else result["baselines"].setdefault(method, {})
        if figure is None:
            undefined[metric] = None
            continue
        section[metric] = figure
        if method != MODEL and (MODEL, metric) in draws.points:
            difference = draws.difference((MODEL, metric), (method, metric))
            if difference is not None:
                result["difference"].setdefault(method, {})[metric] = difference
    if undefined:
        result["absent"] = [f"{', '.join(undefined)}: the outcomes of these {draws.n} conversations do not define it"]
    return result


def only(statistics: Mapping[Key, Statistic], model: Sequence[str], baselines: Sequence[str]) -> dict[Key, Statistic]:
    """Keep some metrics of the model and some of its baselines."""
    return {
        (method, metric): statistic
        for (method, metric), statistic in statistics.items()
        if metric in (model if method == MODEL else baselines)
    }
