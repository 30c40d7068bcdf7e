"""How a value moves over a conversation: the few summaries that sentiment and text scores share."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt

from features.columns import MISSING


def slope(values: Sequence[float]) -> float:
    """Give the least-squares slope over the positions 0, 1, 2 ...; missing for fewer than two values."""
    size = len(values)
    if size < 2:
        return MISSING
    middle, mean = (size - 1) / 2, sum(values) / size
    moved = sum((position - middle) * (value - mean) for position, value in enumerate(values))
    return moved / (size * (size * size - 1) / 12)  # The sum of squared distances of 0 ... n-1 from their middle.


def volatility(values: Sequence[float]) -> float:
    """Give the root mean square of the steps from one value to the next; missing for fewer than two values."""
    if len(values) < 2:
        return MISSING
    steps = [(later - earlier) ** 2 for earlier, later in pairwise(values)]
    return sqrt(sum(steps) / len(steps))
