"""What good means: one formula a metric, for the data as it is and for all its resamples at once.

Every metric takes ``weights`` of shape (resamples, rows) and gives one value a resample, so that a thousand
resamples cost one pass; undefined (no positive, no weight) is NaN. Where scikit-learn has the metric, the tests
hold both to the same value: its functions take one weight vector a call, which is 50 times slower here.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]

BINS = 10
FLAGGED = (0.1, 0.2)  # Shares of conversations a team could look at.
NOBODY = ""


def ratio(part: Values, whole: Values) -> Values:
    """Divide where there is something to divide by; NaN elsewhere."""
    quotient: Values = np.divide(part, whole, out=np.full(np.shape(whole), np.nan), where=whole > 0)
    return quotient


def by_value(scores: Values, weights: Values) -> Values:
    """Sum the weights of rows with the same score, from the lowest score to the highest."""
    order = np.argsort(scores, kind="stable")
    starts = np.flatnonzero(np.diff(scores[order], prepend=np.nan) != 0)
    summed: Values = np.add.reduceat(weights[:, order], starts, axis=1)
    return summed


def mean(values: Values, weights: Values) -> Values:
    """Give the weighted mean of a quantity known for each row."""
    return ratio(weights @ values, weights.sum(axis=1))


def auc(labels: Values, scores: Values, weights: Values) -> Values:
    """Give the chance that an escalating case scores above another one, ties counting half."""
    positive, negative = by_value(scores, weights * labels), by_value(scores, weights * (1 - labels))
    below = np.cumsum(negative, axis=1) - negative
    wins = (positive * (below + negative / 2)).sum(axis=1)
    return ratio(wins, positive.sum(axis=1) * negative.sum(axis=1))


def average_precision(labels: Values, scores: Values, weights: Values) -> Values:
    """Give the mean precision over the escalating cases, the best scored first."""
    positive, everyone = by_value(-scores, weights * labels), by_value(-scores, weights)
    precision = ratio(np.cumsum(positive, axis=1), np.cumsum(everyone, axis=1))
    return ratio(np.nansum(positive * precision, axis=1), positive.sum(axis=1))


def f1(labels: Values, alarmed: Values, weights: Values) -> Values:
    """Give the harmonic mean of precision and recall of the alarms."""
    found = weights @ (labels * alarmed)
    return ratio(2 * found, weights @ labels + weights @ alarmed)


def recall(labels: Values, alarmed: Values, weights: Values) -> Values:
    """Give the share of escalating cases with an alarm."""
    return ratio(weights @ (labels * alarmed), weights @ labels)


def brier(labels: Values, probabilities: Values, weights: Values) -> Values:
    """Give the mean squared error of the probabilities."""
    return mean((probabilities - labels) ** 2, weights)


def calibration_bin(probabilities: Values) -> NDArray[np.int64]:
    """Give each probability's bin of ten equally wide ones."""
    return np.minimum((probabilities * BINS).astype(np.int64), BINS - 1)


def calibration_error(labels: Values, probabilities: Values, weights: Values) -> Values:
    """Give the mean gap between stated and observed rate over the bins (expected calibration error)."""
    inside = np.eye(BINS)[calibration_bin(probabilities)]
    gaps = np.abs(weights @ (inside * (probabilities - labels)[:, None]))
    return ratio(gaps.sum(axis=1), weights.sum(axis=1))


def recall_at(labels: Values, scores: Values, weights: Values, flagged: float) -> Values:
    """Give the share of escalating cases among the best scored ``flagged`` share; ties are taken in part."""
    positive, everyone = by_value(-scores, weights * labels), by_value(-scores, weights)
    room = flagged * weights.sum(axis=1, keepdims=True) - (np.cumsum(everyone, axis=1) - everyone)
    taken = np.divide(np.clip(room, 0, everyone), everyone, out=np.zeros_like(everyone), where=everyone > 0)
    return ratio((positive * taken).sum(axis=1), positive.sum(axis=1))


def lift_at(labels: Values, scores: Values, weights: Values, flagged: float) -> Values:
    """Give how many times more escalating cases the flagged share holds than a random share."""
    return recall_at(labels, scores, weights, flagged) / flagged


def ranks(actual: Sequence[str], ranked: Sequence[Sequence[str]]) -> Values:
    """Give the place of who resolved the case in each ranking, 1 for the first, infinity when not named."""
    return np.array(
        [
            float(list(names).index(resolver) + 1) if resolver in names else np.inf
            for resolver, names in zip(actual, ranked, strict=True)
        ]
    )


def top(places: Values, weights: Values, named: int) -> Values:
    """Give the share of cases whose resolver is among the first ``named``."""
    return mean((places <= named).astype(float), weights)


def reciprocal_rank(places: Values, weights: Values) -> Values:
    """Give the mean of 1 / place (MRR)."""
    return mean(1 / places, weights)


def macro_f1(actual: Sequence[str], predicted: Sequence[str], weights: Values) -> Values:
    """Give the F1 of the first name, averaged over the resolvers that occur at all.

    One that a resample leaves out counts 0 there: averaging over those drawn alone would lift the whole interval.
    """
    names, codes = np.unique([*actual, *predicted], return_inverse=True)
    truth, guess = np.eye(len(names))[codes[: len(actual)]], np.eye(len(names))[codes[len(actual) :]]
    named = names != NOBODY  # An empty ranking predicts nobody, which is no class of its own.
    scores = ratio(2 * weights @ (truth * guess), weights @ truth + weights @ guess)[:, named]
    return np.asarray(np.nan_to_num(scores).mean(axis=1)) if named.any() else np.full(len(weights), np.nan)
