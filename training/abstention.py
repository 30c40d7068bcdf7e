"""Where the model may answer yes or no within a stated error, and between which probabilities it is not sure.

Learn-then-test risk control (Angelopoulos et al., "Learn then Test", Annals of Applied Statistics 2025) by MAPIE: the
share of wrong answers among the yes, and among the no, is at most ``error`` with ``CONFIDENCE`` over the draw of the
calibration cases. Calibrated on one snapshot a conversation, since snapshots of one conversation are not exchangeable.
"""

from __future__ import annotations

import warnings
from functools import partial
from math import log
from typing import Any

import numpy as np
import pandas as pd
from mapie.risk_control import (
    BinaryClassificationController,
    FWERFixedSequenceTesting,
    negative_predictive_value,
    precision,
)
from numpy.typing import ArrayLike, NDArray

from training import metrics
from training.bootstrap import Resampling, Statistic, Values, bootstrap
from training.comparison import MODEL
from training.policy import NEVER, Band, Policy

CONFIDENCE = 0.9  # Of both sides together.
TRIED = 40  # Thresholds, at quantiles of the probabilities.
STARTS = 3  # Of the fixed sequence: where the strictest thresholds fail by chance the others are still tested.


def one_each(asked: pd.DataFrame) -> pd.DataFrame:
    """Give one snapshot a conversation, also of a source that labels turn by turn."""
    return asked.groupby("conversation_id").head(1)


def band_of(asked: pd.DataFrame, error: float) -> Band:
    """Find the model's band on the rows of the validation part that the headline is about."""
    asked = one_each(asked)
    return find_band(asked["escalates"], asked[MODEL], error)


def abstention_section(asked: pd.DataFrame, policy: Policy, how: Resampling) -> dict[str, Any]:
    """Give how often the model is sure, and how often it is wrong then."""
    if policy.band is None:
        return {}
    asked = one_each(asked)
    sure = ~policy.band.unsure(asked[MODEL])
    wrong = (asked[MODEL].to_numpy(float) >= policy.band.high) != (asked["escalates"].to_numpy(float) > 0)
    statistics: dict[str, Statistic] = {
        "sure": partial(metrics.mean, sure.astype(float)),
        "error": partial(error_among, sure.astype(float), wrong.astype(float)),
    }
    draws = bootstrap(statistics, asked["conversation_id"].tolist(), np.ones(len(asked)), how)
    stated = {"low": policy.band.low, "high": policy.band.high, "stated_error": policy.band.error}
    return stated | {name: draws.figure(name) for name in statistics}


def error_among(sure: Values, wrong: Values, weights: Values) -> Values:
    """Give the share of sure answers that are wrong."""
    return metrics.ratio(weights @ (sure * wrong), weights @ sure)


def find_band(labels: ArrayLike, probabilities: ArrayLike, error: float) -> Band:
    """Find the narrowest band that keeps the error; where no threshold is proven a side is never answered."""
    needed, given = np.asarray(labels, dtype=int), np.asarray(probabilities, dtype=float)
    if len(np.unique(needed)) < 2:
        return Band(0.0, NEVER, error)
    tried = np.unique(np.quantile(given, np.linspace(0, 1, TRIED + 1)[1:-1]).clip(1e-9, 1 - 1e-9))
    # The strictest that could be proven at all: so many right answers in a row.
    fewest = log((1 - CONFIDENCE) / 2 / STARTS) / log(1 - error)
    low = [threshold for threshold in tried if (given < threshold).sum() >= fewest]
    high = [threshold for threshold in tried[::-1] if (given >= threshold).sum() >= fewest]
    no = max(proven(needed, given, low, negative_predictive_value, error), default=0.0)
    yes = min(proven(needed, given, high, precision, error), default=NEVER)
    return Band(min(no, yes), max(no, yes), error)  # Where both sides meet, all is answered but what lies between.


def proven(
    needed: NDArray[np.int_], given: NDArray[np.float64], strictest_first: list[float], risk: object, error: float
) -> list[float]:
    """Give the thresholds at which the share of right answers is proven."""
    if len(strictest_first) < STARTS:
        return []
    control = BinaryClassificationController(
        predict_function=lambda asked: np.column_stack([1 - asked[:, 0], asked[:, 0]]),
        risk=risk,
        target_level=1 - error,
        confidence_level=1 - (1 - CONFIDENCE) / 2,
        best_predict_param_choice=risk,
        list_predict_params=np.array(strictest_first),
        fwer_method=FWERFixedSequenceTesting(n_starts=STARTS),
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # That nothing is proven is an answer.
        control.calibrate(given.reshape(-1, 1), needed)
    return [float(place) for place in np.ravel(control.valid_predict_params)]
