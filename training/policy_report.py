"""What the threshold means in alarms, hits and money, as a picture and in words: ``make policy``.

Over the test part, one conversation a template; intervals resample conversations.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.figure import Figure as Picture

from data.errors import BadInput, exit_with_sentence
from data.files import read_params, write_json
from training.bootstrap import Draws, Figure, Resampling, Statistic, Values, bootstrap
from training.capacity import days_of, per_conversation, threshold_for
from training.comparison import Key
from training.evaluation import OUT as EVALUATION
from training.metrics import mean, ratio, recall
from training.pictures import save_svg
from training.policy import NEVER, Policy, alarms, case_costs
from training.scored import escalation_rows, read_inputs

OUT = Path("training/out/policy")  # No stage's output.
SHARES = (0.05, 0.1, 0.2, 0.3, 0.5)  # Of all conversations: what a team could look at.
STEPS = 101
ALARMS, HITS, COST = "alarms", "hits", "cost"


def statistics(cases: pd.DataFrame, thresholds: Mapping[str, float], policy: Policy) -> dict[Key, Statistic]:
    """Give share alarmed, share of needed found, alarms a hit, and cost of a conversation, at each threshold."""
    needed = cases["needed"].to_numpy(float)
    found: dict[Key, Statistic] = {}
    for name, threshold in thresholds.items():
        raised = alarms(cases["highest"], replace(policy, threshold=threshold), cases["floor"]).astype(float)
        costs = case_costs(needed, raised, policy.costs)
        found[name, ALARMS] = partial(mean, raised)
        found[name, HITS] = partial(recall, needed, raised)
        found[name, "alarms_per_hit"] = partial(alarms_per_hit, needed, raised)
        found[name, COST] = partial(mean, costs)
    return found


def drawn(cases: pd.DataFrame, thresholds: Mapping[str, float], policy: Policy, how: Resampling) -> Draws[Key]:
    """Give all figures on the conversations and on the same resamples of them."""
    found = statistics(cases, thresholds, policy)
    return bootstrap(found, cases["conversation_id"].tolist(), np.ones(len(cases)), how)


def alarms_per_hit(needed: Values, raised: Values, weights: Values) -> Values:
    """Give how many alarms are raised for each one that was needed."""
    return ratio(weights @ raised, weights @ (needed * raised))


def report(rows: pd.DataFrame, policy: Policy, how: Resampling) -> dict[str, Any]:
    """Give figures at the chosen threshold, at fixed ones, and where a team looks at a share of all conversations."""
    cases = per_conversation(rows)
    days = days_of(rows)
    named = {"chosen": policy.threshold, "fixed 0.5": 0.5, "always": 0.0, "never": NEVER}
    named |= {f"{share:.0%} of conversations": threshold_for(cases, share * len(cases)) for share in SHARES}
    draws = drawn(cases, named, policy, how)
    return {
        "conversations": len(cases),
        "days": None if days is None else round(days, 1),
        "floors": int(cases["floor"].sum()),
        "costs": {"missed": policy.costs.missed, "unneeded": policy.costs.unneeded},
        "at": {
            name: {"threshold": threshold}
            | {what: draws.figure((name, what)) for what in (ALARMS, HITS, "alarms_per_hit", COST)}
            | {"cost_against_chosen": draws.difference((name, COST), ("chosen", COST))}
            for name, threshold in named.items()
        },
    }


def in_words(found: Mapping[str, Any], name: str) -> str:
    """Say in one sentence what a threshold means."""
    of = found["at"][name]
    if not of[ALARMS] or not of[HITS]:
        return f"{name}: no escalation in the test part, nothing can be said"
    a_day = found["conversations"] / found["days"] if found["days"] else 100
    unit = "a day" if found["days"] else "per 100 conversations"
    hit = of["alarms_per_hit"]
    each = f"{hit['value']:.1f} ({hit['low']:.1f} to {hit['high']:.1f}) alarms per hit" if hit else "no hit"
    return (
        f"At {of[ALARMS]['value'] * a_day:.1f} alarms {unit} you catch {percent(of[HITS])} of escalations, {each}; "
        f"a conversation costs {of[COST]['value']:.2f} ({of[COST]['low']:.2f} to {of[COST]['high']:.2f})"
    )


def percent(figure: Figure) -> str:
    """Write a share with its interval in per cent."""
    return f"{figure['value']:.0%} ({figure['low']:.0%} to {figure['high']:.0%})"


def markdown(found: Mapping[str, Any], policy: Policy) -> str:
    """Give everything in words, and as a table."""
    lines = ["# What the threshold means", "", "Written by `make policy`; value (95 % interval).", ""]
    lines += [f"**Chosen: {policy.threshold:.3f}** (on: {policy.chosen_on}). {in_words(found, 'chosen')}.", ""]
    lines += [f"{found['floors']} of {found['conversations']} conversations have a rule that no threshold vetoes.", ""]
    lines += ["| threshold | value | what it means | cost against chosen |", "|---|---|---|---|"]
    for name, of in found["at"].items():
        change = of["cost_against_chosen"]
        said = f"{change['value']:+.3f} ({change['low']:+.3f} to {change['high']:+.3f})" if change else "–"
        value = "none" if of["threshold"] >= NEVER else f"{of['threshold']:.3f}"
        lines.append(f"| {name} | {value} | {in_words(found, name)} | {'–' if name == 'chosen' else said} |")
    return "\n".join([*lines, "", "![cost against threshold, escalations found against alarms](policy.svg)", ""])


def picture(rows: pd.DataFrame, policy: Policy, how: Resampling) -> Picture:
    """Draw expected cost against threshold, and escalations found against alarms, the chosen threshold marked."""
    cases = per_conversation(rows)
    grid = {f"{step}": step for step in np.linspace(0, 1, STEPS).tolist()}
    draws = drawn(cases, grid | {"chosen": policy.threshold}, policy, how)
    figure = Picture(figsize=(11, 4.4), layout="constrained")
    left, right = figure.subplots(1, 2)
    cost = [draws.figure((name, COST)) for name in grid]
    interval(left, list(grid.values()), cost)
    left.axvline(min(policy.threshold, 1), color="#D55E00", label=f"chosen: {policy.threshold:.2f}")
    left.set(xlabel="threshold", ylabel="cost of a conversation", title="Expected cost")
    left.legend()
    shares = [(draws.points[name, ALARMS], draws.figure((name, HITS))) for name in grid]
    shares.sort(key=lambda pair: pair[0])
    interval(right, [share for share, _ in shares], [hits for _, hits in shares])
    right.plot(
        draws.points["chosen", ALARMS], draws.points["chosen", HITS], "o", color="#D55E00", markersize=9, label="chosen"
    )
    right.plot([0, 1], [0, 1], color="grey", linestyle=":", label="by chance")
    right.set(xlabel="share of conversations with an alarm", ylabel="share of escalations found", title="Found")
    right.legend()
    return figure


def interval(axes: Any, across: Sequence[float], figures: Sequence[Figure | None]) -> None:
    """Draw a line with its interval, where there is a value."""
    kept = [(x, f) for x, f in zip(across, figures, strict=True) if f]
    places = [x for x, _ in kept]
    axes.plot(places, [f["value"] for _, f in kept], color="#0072B2")
    axes.fill_between(places, [f["low"] for _, f in kept], [f["high"] for _, f in kept], color="#0072B2", alpha=0.2)


def main() -> None:
    """Write report and picture of the last run."""
    argparse.ArgumentParser(prog="python -m training.policy_report", description=__doc__.splitlines()[0]).parse_args()
    path = EVALUATION / "policy.json"
    if not path.exists():
        raise BadInput("policy", path, "is not there", "run the pipeline first: make run")
    policy, rows = Policy.from_json(path.read_text(encoding="utf-8")), escalation_rows(read_inputs())
    tested = rows[(rows["part"] == "test") & rows["first_of_template"]]
    how = Resampling.of(read_params().evaluation)
    found = report(tested, policy, how)
    OUT.mkdir(parents=True, exist_ok=True)
    write_json(OUT / "policy.json", found)
    (OUT / "policy.md").write_text(markdown(found, policy), encoding="utf-8")
    save_svg(picture(tested, policy, how), OUT / "policy.svg")
    print(f"{in_words(found, 'chosen')}.\n{OUT}/policy.md, policy.svg, policy.json")


if __name__ == "__main__":
    exit_with_sentence(main)
