"""STAGE evaluation: what the model is worth on conversations it never saw, beside every baseline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from data.errors import exit_with_sentence
from data.files import read_params, write_json
from data.parameters import Parameters
from training.abstention import abstention_section, band_of
from training.bootstrap import Resampling
from training.capacity import threshold_for_day
from training.comparison import (
    MODEL,
    RANKING_METRICS,
    compare,
    escalation_statistics,
    floor_of,
    only,
    resolver_statistics,
)
from training.curves import confusion_table, escalation_tables, write_tables
from training.moments import headline, headline_words
from training.oracle import oracle_section, with_truth
from training.pictures import draw
from training.policy import NEVER, Costs, Policy, choose_policy
from training.scored import Inputs, escalation_rows, read_inputs, resolver_rows
from training.slices import by_slice, conversation_slices, resolver_slices
from training.timing import LENGTH_ONLY, early, escalation_moments, first_alarms, horizon, length_only

OUT = Path("training/out/evaluation")
EVALUATION = Path("training/evaluation.json")
SLICED = ("auc", "average_precision", "brier", "calibration_error", "expected_cost")


@dataclass(frozen=True)
class Evaluated:
    """The report, the policy chosen on the way, and the tables behind its pictures."""

    report: dict[str, Any]
    policy: Policy
    tables: dict[str, pd.DataFrame]


def evaluate(inputs: Inputs, parameters: Parameters) -> Evaluated:
    """Choose each method's policy on the valid part and measure all of them on the test part."""
    settings = parameters.evaluation
    how = Resampling.of(settings)
    rows = escalation_rows(inputs)
    rows[LENGTH_ONLY] = length_only(rows[rows["part"] == "train"], rows)
    costs = Costs(parameters.policy.cost_missed, parameters.policy.cost_unneeded)
    methods = [*inputs.methods, LENGTH_ONLY]
    policies = choose_policies(rows, methods, costs, parameters.policy.watch_ratio)
    valid = rows[rows["part"] == "valid"]
    if capacity := parameters.policy.alarms_per_day:
        chosen_on = f"{capacity:g} alarms a day in the valid part"
        policies[MODEL] = replace(policies[MODEL], threshold=threshold_for_day(valid, capacity), chosen_on=chosen_on)
    asked = headline(valid[valid["first_of_template"]], settings.headline_customer_message, inputs.per_turn)
    policies[MODEL] = replace(policies[MODEL], band=band_of(asked, parameters.policy.abstain_error))
    compared = {method: policies[method] for method in inputs.methods}
    tested = rows[(rows["part"] == "test") & rows["first_of_template"]]
    moment = settings.headline_customer_message, inputs.per_turn
    headline_rows = with_truth(headline(tested, *moment), inputs.truth)
    routed = resolver_rows(inputs)
    parts = inputs.split.groupby("part")["conversation_id"].nunique()
    report = {
        "source": inputs.source,
        "target": inputs.target,
        "data_digest": inputs.digest,
        "headline": headline_words(*moment),
        "confidence": settings.confidence,
        "conversations": {part: int(parts.get(part, 0)) for part in ("train", "valid", "test")},
        "escalation": escalation_section(inputs, rows, headline_rows, compared, how, parameters)
        | oracle_section(headline_rows, how)
        | {"timing": timing_section(inputs, tested, policies, how, settings.smallest_slice)},
        "resolver": resolver_section(inputs, routed, how, settings.smallest_slice),
    }
    tables = escalation_tables(headline_rows, compared) | {"confusion_resolvers": confusion_table(routed)}
    return Evaluated(report, policies[MODEL], tables)


def choose_policies(rows: pd.DataFrame, methods: list[str], costs: Costs, watch_ratio: float) -> dict[str, Policy]:
    """Choose the model's and each baseline's threshold in the same way, so that their costs compare fairly."""
    valid, found = rows[rows["part"] == "valid"], {}
    for method in methods:
        free = valid[~np.broadcast_to(floor_of(valid, method), len(valid))]  # The others are decided by a rule.
        chosen = partial(choose_policy, costs=costs, watch_ratio=watch_ratio, part="valid")
        found[method] = chosen(free["escalates"], free[method], free["weight"])
    return found


def escalation_section(
    inputs: Inputs,
    rows: pd.DataFrame,
    headline_rows: pd.DataFrame,
    policies: Mapping[str, Policy],
    how: Resampling,
    parameters: Parameters,
) -> dict[str, Any]:
    """Give the headline comparison, the same figures on more rows, other policies, and slices."""
    statistics = partial(escalation_statistics, policies=policies)
    every = rows[rows["part"] == "test"]
    all_rows = headline(every, parameters.evaluation.headline_customer_message, inputs.per_turn)
    slices = conversation_slices(inputs.conversations, inputs.messages, inputs.customers, inputs.split)

    def sliced(part: pd.DataFrame) -> dict[str, Any]:
        return compare(part, only(statistics(part), SLICED, ("auc", "expected_cost")), how)

    section = compare(headline_rows, statistics(headline_rows), how)
    section["thresholds"] = {method: policy.threshold for method, policy in policies.items()}
    section["policies"] = fixed_policies(headline_rows, policies[MODEL], how)
    section["all_rows"] = compare(all_rows, only(statistics(all_rows), RANKING_METRICS, RANKING_METRICS), how)
    if len(every) > len(all_rows):
        pooled = only(statistics(every), RANKING_METRICS, RANKING_METRICS)
        section["pooled"] = compare(every, pooled, how, every["weight"].tolist())
    if "required_only" in rows:  # The model asked with authors and texts alone, as the API allows.
        bare = headline_rows.assign(**{MODEL: headline_rows["required_only"]})
        section["required_only"] = compare(bare, only(statistics(bare), SLICED, ("auc", "brier")), how)
    section["slices"] = by_slice(headline_rows, slices, parameters.evaluation.smallest_slice, sliced)
    section["abstention"] = abstention_section(headline_rows, policies[MODEL], how)
    return section


def fixed_policies(headline_rows: pd.DataFrame, chosen: Policy, how: Resampling) -> dict[str, Any]:
    """Give the expected cost of policies nobody had to choose, with the model's own probabilities."""
    fixed = {"fixed_half": 0.5, "always": 0.0, "never": NEVER, "without_floor": chosen.threshold}
    policies = {name: replace(chosen, threshold=threshold, chosen_on="fixed") for name, threshold in fixed.items()}
    scored = headline_rows.assign(**dict.fromkeys(fixed, headline_rows[MODEL]))
    statistics = escalation_statistics(scored, {MODEL: chosen} | policies)
    compared = compare(scored, only(statistics, ["expected_cost"], ["expected_cost"]), how)
    costs, differences = compared.get("baselines", {}), compared.get("difference", {})
    return {name: costs[name] | {"difference": differences[name]["expected_cost"]} for name in costs}


def timing_section(
    inputs: Inputs, tested: pd.DataFrame, policies: Mapping[str, Policy], how: Resampling, smallest: int
) -> dict[str, Any]:
    """Give how early; empty for a source that labels one moment a conversation."""
    if tested["conversation_id"].is_unique:
        return {}
    beside = {name: policies[name] for name in (MODEL, LENGTH_ONLY)}
    found = {"after_customer_message": early(tested, beside, how, smallest)}
    if inputs.per_turn:  # A label of this very turn has no moment to be ahead of.
        return found
    moments = escalation_moments(inputs.outcomes, inputs.events, inputs.messages)
    return found | {"alarms": horizon(first_alarms(tested, policies[MODEL], moments), how)}


def resolver_section(inputs: Inputs, routed: pd.DataFrame, how: Resampling, smallest: int) -> dict[str, Any]:
    """Give the comparison of rankings, on one conversation a template and on all, and slices."""
    if inputs.resolver.empty:
        return {"absent": ["every figure: no resolver is named in the outcomes of this source"]}
    methods = [column for column in routed.columns if column in {MODEL, *inputs.baseline_ranked["method"]}]
    firsts = routed[routed["first_of_template"]]

    def ranked(part: pd.DataFrame) -> dict[str, Any]:
        return compare(part, resolver_statistics(part, methods), how)

    def top_only(part: pd.DataFrame) -> dict[str, Any]:
        return compare(part, only(resolver_statistics(part, methods), ["top_1", "top_3"], ["top_1", "top_3"]), how)

    familiar = resolver_slices(inputs.resolver, inputs.split, inputs.outcomes)
    slices = conversation_slices(inputs.conversations, inputs.messages, inputs.customers, inputs.split)
    section = ranked(firsts) | {"all_rows": top_only(routed)}
    section["slices"] = by_slice(firsts, familiar, smallest, ranked) | by_slice(firsts, slices, smallest, top_only)
    return section


def main() -> None:
    """Evaluate the current run; write the report, the policy, tables and pictures."""
    parameters = read_params()
    print("evaluation: metrics with intervals, overall and by slice", flush=True)
    evaluated = evaluate(read_inputs(), parameters)
    write_json(EVALUATION, evaluated.report)
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "policy.json").write_text(evaluated.policy.to_json(), encoding="utf-8")
    write_tables(evaluated.tables, OUT)
    pictures = draw(evaluated.tables, evaluated.policy, OUT)
    print(f"{EVALUATION}, {OUT / 'policy.json'}: escalate from {evaluated.policy.threshold:.3f} on")
    print(f"pictures: {', '.join(pictures)} in {OUT}")


if __name__ == "__main__":
    exit_with_sentence(main)
