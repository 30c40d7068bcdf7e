"""Confidence intervals by resampling conversations, paired: every method sees the same resamples."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from data.parameters import Evaluation

Values = NDArray[np.float64]
Statistic = Callable[[Values], Values]  # Weights of shape (resamples, rows) to one value a resample.
Figure = dict[str, float | int]  # {"value", "low", "high", "n"}
Key = TypeVar("Key", bound=Hashable)

CELLS = 2_000_000  # Weights held in memory at once.


@dataclass(frozen=True)
class Resampling:
    """How many resamples, how wide the interval, from which seed."""

    samples: int
    confidence: float
    seed: int

    @classmethod
    def of(cls, settings: Evaluation) -> Resampling:
        """Give what the section ``evaluation`` of the settings asks for."""
        return cls(settings.bootstrap_samples, settings.confidence, settings.seed)


@dataclass(frozen=True)
class Draws(Generic[Key]):
    """The value of each statistic on the data itself and on every resample of its ``n`` conversations."""

    points: dict[Key, float]
    samples: dict[Key, Values]
    confidence: float
    n: int

    def figure(self, key: Key) -> Figure | None:
        """Give a value with its percentile interval; None when the data does not define it."""
        return self._figure(self.points[key], self.samples[key])

    def difference(self, key: Key, other: Key) -> Figure | None:
        """Give the interval of the paired difference ``key - other``."""
        return self._figure(self.points[key] - self.points[other], self.samples[key] - self.samples[other])

    def share_of_gap(self, key: Key, low: Key, high: Key) -> Figure | None:
        """Give the interval of (key - low) / (high - low), all three on the same resample."""

        def share(reached: Any, least: Any, most: Any) -> Any:
            return np.divide(reached - least, most - least, out=np.full(np.shape(most), np.nan), where=most > least)

        points, samples = ([values[name] for name in (key, low, high)] for values in (self.points, self.samples))
        return self._figure(float(share(*map(np.float64, points))), share(*samples))

    def _figure(self, value: float, samples: Values) -> Figure | None:
        # A resample of few rows can hold one outcome only; it then says nothing about an AUC.
        defined = samples[~np.isnan(samples)]
        if np.isnan(value) or not len(defined):
            return None
        tail = (1 - self.confidence) / 2
        low, high = np.quantile(defined, [tail, 1 - tail])
        return {"value": tidy(value), "low": tidy(low), "high": tidy(high), "n": self.n}


def tidy(value: float) -> float:
    """Keep six digits: more would be noise that changes with the machine."""
    return round(float(value), 6)


def resamples(conversations: Sequence[str] | NDArray[np.str_], how: Resampling) -> Iterator[Values]:
    """Give how often each row counts, in blocks of resamples: a conversation is drawn with all its rows."""
    names, owner = np.unique(np.asarray(conversations, dtype=str), return_inverse=True)
    generator, many = np.random.default_rng(how.seed), len(names)
    block = max(1, CELLS // max(len(owner), 1))
    for start in range(0, how.samples, block):
        size = min(block, how.samples - start)
        drawn = generator.integers(many, size=(size, many)) + many * np.arange(size)[:, None]
        times = np.bincount(drawn.ravel(), minlength=size * many).reshape(size, many)
        yield times[:, owner].astype(float)


def bootstrap(
    statistics: Mapping[Key, Statistic], conversations: Sequence[str], weights: Values, how: Resampling
) -> Draws[Key]:
    """Compute all statistics on the data and on the same resamples of its conversations."""
    points = {key: float(statistic(weights[None, :])[0]) for key, statistic in statistics.items()}
    samples: dict[Key, list[Values]] = {key: [] for key in statistics}
    for times in resamples(conversations, how):
        resampled = times * weights
        for key, statistic in statistics.items():
            samples[key].append(statistic(resampled))
    joined = {key: np.concatenate(values) for key, values in samples.items()}
    return Draws(points, joined, how.confidence, len(set(conversations)))
