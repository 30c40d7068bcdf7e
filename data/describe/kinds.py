"""What kind of values a column holds, judged by the sample alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from data.describe.times import ENOUGH, TimeFormat, time_format
from data.describe.value_words import NO, YES, is_word_for

Kind = Literal["empty", "constant", "flag", "integer", "number", "time", "category", "identifier", "text"]
NUMBER = re.compile(r"[-+]?[$€£]? ?\d[\d.,' ]*(?:[eE][-+]?\d+)?(?: ?[%€$£])?$")
INTEGER = re.compile(r"[-+]?\d{1,18}$")
MOST_CATEGORIES = 200
SHORT = 60


class Values(NamedTuple):
    """The kind of a column's values, with what belongs to that kind."""

    kind: Kind
    common: tuple[tuple[str, int], ...]  # The most frequent values.
    distinct: int
    filled: int
    mean_length: float
    time: TimeFormat | None = None
    decimal_comma: bool = False

    @property
    def unique(self) -> bool:
        """Whether hardly any value comes twice."""
        return self.distinct >= 0.98 * self.filled > 0


def kind_of(values: Sequence[str]) -> Values:
    """Judge a column by its values; empty ones say nothing."""
    filled = [value for value in values if value]
    counts = Counter(filled)
    found = Values(
        "empty", tuple(counts.most_common(MOST_CATEGORIES)), len(counts), len(filled),
        sum(map(len, filled)) / max(len(filled), 1),
    )  # fmt: skip
    if not filled:
        return found
    sides = [any(is_word_for(value, words) for value in counts) for words in (YES, NO)]
    if all(sides) and all(is_word_for(value, YES | NO) for value in counts):
        return found._replace(kind="flag")
    if time := time_format(filled):
        return found._replace(kind="time", time=time)
    if len(counts) == 1:
        return found._replace(kind="constant")
    if share(INTEGER, counts) >= ENOUGH:
        return found._replace(kind="integer")
    if share(NUMBER, counts) >= ENOUGH:
        return found._replace(kind="number", decimal_comma=share(re.compile(r".*\d,\d{1,2}\D*$"), counts) > 0)
    return found._replace(kind=kind_of_words(found, counts))


def kind_of_words(found: Values, counts: Counter[str]) -> Kind:
    """Tell apart categories, identifiers and running text."""
    lengths = sorted(map(len, counts))
    typical = lengths[len(lengths) // 2]
    spaced = sum(" " in value.strip() for value in counts) / len(counts)
    if found.unique and spaced < 0.2 and typical <= SHORT and found.filled > 5:
        return "identifier"
    repeated = found.distinct <= max(MOST_CATEGORIES, found.filled // 10) and not (found.unique and found.filled > 20)
    if repeated and typical <= SHORT and max(lengths) <= 2 * SHORT:
        return "category"
    return "text" if spaced > 0.2 else "identifier"


def share(pattern: re.Pattern[str], counts: Counter[str]) -> float:
    """Give the share of different values a pattern matches whole."""
    return sum(bool(pattern.match(value)) for value in counts) / len(counts)
