"""What could be known at best: the true probability that a simulated desk keeps apart, and how near the model comes.

Only evaluation reads it: a feature or a model that did would know the answer.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from data.errors import BadInput
from training import metrics
from training.bootstrap import Resampling, bootstrap
from training.comparison import MODEL
from training.moments import SNAPSHOT

ORACLE, BASELINE = "oracle", "tfidf_logistic"


def with_truth(rows: pd.DataFrame, truth: pd.DataFrame | None) -> pd.DataFrame:
    """Put the true probability beside each row; unchanged where the source knows none."""
    if truth is None or truth.empty:
        return rows
    told = truth[[*SNAPSHOT, "probability"]].rename(columns={"probability": ORACLE})
    joined = rows.merge(told, on=SNAPSHOT, how="left", validate="one_to_one")
    if missing := int(joined[ORACLE].isna().sum()):
        fix = "rerun the stages: dvc repro"
        raise BadInput("truth", missing, "headline snapshots have no true probability", fix)
    return joined


def oracle_section(rows: pd.DataFrame, how: Resampling) -> dict[str, Any]:
    """Give the oracle's figures and the share of the gap between TF-IDF and oracle that the model closes.

    All on the same rows and the same resamples; empty where there is no truth, or no such figure.
    """
    if ORACLE not in rows or rows.empty:
        return {}
    labels, true = rows["escalates"].to_numpy(float), rows[ORACLE].to_numpy(float)
    scores = {name: rows[name].to_numpy(float) for name in (MODEL, BASELINE, ORACLE) if name in rows}
    statistics = {(name, "auc"): partial(metrics.auc, labels, given) for name, given in scores.items()}
    statistics[ORACLE, "average_precision"] = partial(metrics.average_precision, labels, true)
    statistics[ORACLE, "brier"] = partial(metrics.brier, labels, true)
    draws = bootstrap(statistics, rows["conversation_id"].tolist(), np.ones(len(rows)), how)
    metrics_of_oracle = [metric for name, metric in statistics if name == ORACLE]
    figures = {metric: figure for metric in metrics_of_oracle if (figure := draws.figure((ORACLE, metric)))}
    section: dict[str, Any] = {ORACLE: figures} if figures else {}
    if BASELINE in scores and (closed := draws.share_of_gap(*((name, "auc") for name in (MODEL, BASELINE, ORACLE)))):
        section["gap_closed"] = closed
    return section
