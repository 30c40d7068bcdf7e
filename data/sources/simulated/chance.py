"""Draws from one seeded generator: the only place where chance enters the simulated desk.

Sequences are indexed and never sets or hashes, so that rows do not depend on ``PYTHONHASHSEED``.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeVar

import numpy as np

Option = TypeVar("Option")


def happens(generator: np.random.Generator, probability: float) -> bool:
    """Say whether something of this probability happens now."""
    return float(generator.random()) < probability


def pick(generator: np.random.Generator, options: Sequence[Option]) -> Option:
    """Give one of the options, all equally likely."""
    return options[int(generator.random() * len(options))]


def pick_weighted(generator: np.random.Generator, options: Sequence[Option], weights: Sequence[float]) -> Option:
    """Give one of the options, each as likely as its weight says."""
    remaining = float(generator.random()) * sum(weights)
    for option, weight in zip(options, weights, strict=True):
        remaining -= weight
        if remaining < 0:
            return option
    return options[-1]


def about(generator: np.random.Generator, median: float, spread: float) -> float:
    """Give a positive amount around its median; ``spread`` is the standard deviation of its logarithm."""
    return median * math.exp(spread * float(generator.normal()))


def around(generator: np.random.Generator, mean: float, deviation: float) -> float:
    """Give a normally distributed number."""
    return mean + deviation * float(generator.normal())


def sigmoid(score: float) -> float:
    """Turn a score into a probability."""
    return 1 / (1 + math.exp(-score))
