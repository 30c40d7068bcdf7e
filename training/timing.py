"""How early: figures after each of the customer's first messages, and how long before an escalation the alarm came."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from training import metrics
from training.bootstrap import Resampling, bootstrap
from training.comparison import MODEL, RANKING_METRICS, compare, escalation_statistics, floor_of, only
from training.moments import after_message
from training.policy import Policy, alarms

LENGTH_ONLY = "length_only"
CUSTOMER_MESSAGES = (1, 2, 3, 4)
SMOOTHING = 5  # Average snapshots a rate by length starts with.
MINUTE = pd.Timedelta(minutes=1)


def length_only(trained: pd.DataFrame, rows: pd.DataFrame) -> pd.Series[float]:
    """Score snapshots by their number of messages alone: the training part's rate of escalation at that length.

    A model that does not beat it has learnt how long conversations last, not why they escalate.
    """
    weights = trained["weight"]
    base = float(np.average(trained["escalates"], weights=weights)) if weights.sum() > 0 else 0.5
    length = trained["messages_so_far"]
    needed = (weights * trained["escalates"]).groupby(length).sum()
    rate = (needed + SMOOTHING * base) / (weights.groupby(length).sum() + SMOOTHING)
    return rows["messages_so_far"].map(rate).fillna(base)


def early(rows: pd.DataFrame, policies: Mapping[str, Policy], how: Resampling, smallest: int) -> dict[str, Any]:
    """Give model and length-only baseline after the customer's first, second, third and fourth message."""
    result: dict[str, Any] = {}
    for number in CUSTOMER_MESSAGES:
        there = after_message(rows, number)
        if len(there) >= smallest:
            statistics = only(escalation_statistics(there, policies), (*RANKING_METRICS, "recall"), RANKING_METRICS)
            result[str(number)] = compare(there, statistics, how)
    return result


def escalation_moments(outcomes: pd.DataFrame, events: pd.DataFrame, messages: pd.DataFrame) -> pd.DataFrame:
    """Give for each escalated conversation the message and the time of its first escalation, where known."""
    known = outcomes.loc[outcomes["escalated_sequence"].notna(), ["conversation_id", "escalated_sequence"]]
    sent = messages.rename(columns={"sequence": "escalated_sequence"})
    dated = known.merge(sent[["conversation_id", "escalated_sequence", "sent_at"]], how="left")
    first = events[events["kind"] == "escalated"].sort_values(["conversation_id", "event_sequence"])
    at = first.drop_duplicates("conversation_id").set_index("conversation_id")["at"]
    # The event knows the moment; without one it is when the message was sent at which the case had escalated.
    told = pd.to_datetime(at.reindex(dated["conversation_id"]), utc=True).set_axis(dated.index)
    dated["escalated_at"] = told.fillna(pd.to_datetime(dated["sent_at"], utc=True))
    return dated.drop(columns="sent_at")


def first_alarms(rows: pd.DataFrame, policy: Policy, moments: pd.DataFrame) -> pd.DataFrame:
    """Give one row a conversation: was there an alarm, and how far ahead of the escalation."""
    ordered = rows.sort_values(["conversation_id", "sequence"], kind="stable")
    raised = ordered[alarms(ordered[MODEL], policy, floor_of(ordered, MODEL))].drop_duplicates("conversation_id")
    cases = ordered.groupby("conversation_id", as_index=False)["escalates"].max()
    found = cases.merge(raised[["conversation_id", "sequence", "said_at"]], how="left", on="conversation_id")
    found = found.merge(moments, how="left", on="conversation_id")
    return pd.DataFrame(
        {
            "conversation_id": found["conversation_id"],
            "needed": found["escalates"] == 1,
            "alarmed": found["sequence"].notna(),
            "messages": found["escalated_sequence"] - found["sequence"],
            "minutes": (found["escalated_at"] - found["said_at"]) / MINUTE,
        }
    )


def horizon(found: pd.DataFrame, how: Resampling) -> dict[str, Any]:
    """Give the share of escalations with an alarm before them, of other cases with one, and how far ahead it came."""
    result: dict[str, Any] = {}
    needed, others = found[found["needed"]], found[~found["needed"]]
    warned = needed[needed["alarmed"]]
    questions = {
        "found_before": (needed, "alarmed"),
        "false_alarms": (others, "alarmed"),
        "horizon_messages": (warned[warned["messages"].notna()], "messages"),
        "horizon_minutes": (warned[warned["minutes"].notna()], "minutes"),
    }
    for name, (rows, column) in questions.items():
        if len(rows):
            values = rows[column].to_numpy(float)
            statistics = {name: partial(metrics.mean, values)}
            draws = bootstrap(statistics, rows["conversation_id"].tolist(), np.ones(len(rows)), how)
            result[name] = draws.figure(name)
    return result
