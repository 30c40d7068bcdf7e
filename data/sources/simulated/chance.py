"""Draws from seeded dice: the only place where chance enters the simulated desk.

Every case, customer and roll-out has dice of its own, made from the seed and its number, so that one more draw in one
case changes no other. The standard library's generator is meant: it draws one number ten times as fast as NumPy's.
Sequences are indexed and never sets or hashes, so that rows do not depend on ``PYTHONHASHSEED``.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from typing import Protocol, TypeVar

Option = TypeVar("Option")
Dice = random.Random


class Uniform(Protocol):
    """What gives numbers between 0 and 1: dice, or the NumPy generator that words are drawn from."""

    def random(self) -> float:
        """Give the next number."""


def dice(*numbers: int) -> Dice:
    """Give the dice that belong to these numbers, each below 2**31."""
    seed = 1
    for number in numbers:
        seed = (seed << 31) + number
    return Dice(seed)


def happens(source: Uniform, probability: float) -> bool:
    """Say whether something of this probability happens now."""
    return source.random() < probability


def pick(source: Uniform, options: Sequence[Option]) -> Option:
    """Give one of the options, all equally likely."""
    return options[int(source.random() * len(options))]


def pick_weighted(source: Uniform, options: Sequence[Option], weights: Sequence[float]) -> Option:
    """Give one of the options, each as likely as its weight says."""
    remaining = source.random() * sum(weights)
    for option, weight in zip(options, weights, strict=True):
        remaining -= weight
        if remaining < 0:
            return option
    return options[-1]


def about(source: Dice, median: float, spread: float) -> float:
    """Give a positive amount around its median; ``spread`` is the standard deviation of its logarithm."""
    return median * math.exp(spread * source.gauss(0.0, 1.0))


def around(source: Dice, mean: float, deviation: float) -> float:
    """Give a normally distributed number."""
    return mean + deviation * source.gauss(0.0, 1.0)


def sigmoid(score: float) -> float:
    """Turn a score into a probability."""
    return 1 / (1 + math.exp(-score)) if score > -700 else 0.0


def clipped(value: float, low: float = 0.0, high: float = 1.0) -> float:
    """Keep a value between two bounds."""
    return low if value < low else high if value > high else value
