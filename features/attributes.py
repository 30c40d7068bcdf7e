"""The source's own columns as features: which ones and of which kind, decided on the training part alone.

A number or a yes/no becomes a column, a text becomes the rate of earlier cases with that text (``history.keys``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from data.errors import BadInput, nearest
from data.schema import Conversation
from features.columns import MISSING, Column

AUTO = "auto"
PREFIX = "attributes."
BETWEEN = re.compile(r"\W+")  # LightGBM refuses some of these in a column's name, and changes others.
Value = str | float | bool | None


class Chosen(NamedTuple):
    """Names of the attributes that are features, by kind, each in alphabetical order."""

    numbers: list[str]
    texts: list[str]


@dataclass
class Kind:
    """What the training part holds of one attribute."""

    cases: int = 0
    texts: int = 0
    distinct: set[str] = field(default_factory=set)

    def add(self, value: Value) -> None:
        """Take the value of one more case."""
        self.cases += value is not None
        self.texts += isinstance(value, str)
        if value is not None:
            self.distinct.add(as_text(value))

    @property
    def is_text(self) -> bool:
        """Say whether it mostly holds texts; a stray ``n/a`` among numbers makes no text of them."""
        return self.texts > 0 and 2 * self.texts >= self.cases

    @property
    def repeats(self) -> bool:
        """Say whether values return: the name of a plant does, a description or a number of an order does not."""
        return 2 * len(self.distinct) <= self.cases


def choose(cases: Iterable[Conversation], wanted: str | Sequence[str], keys: Sequence[str] = ()) -> Chosen:
    """Give the attributes that become features, by what they mostly hold.

    ``wanted`` is ``auto`` or a list of names, ``keys`` are those of the history. Raises BadInput for a name the
    training part does not have, and for two names that would be one column.
    """
    kinds: dict[str, Kind] = defaultdict(Kind)
    for case in cases:
        for name, value in (case.attributes or {}).items():
            kinds[name].add(value)
    check_known("history.keys", [key.removeprefix(PREFIX) for key in keys if key.startswith(PREFIX)], kinds)
    if wanted == AUTO:
        names = [name for name, kind in kinds.items() if kind.cases and (kind.repeats or not kind.is_text)]
    else:
        check_known("history.attributes", wanted, kinds)
        names = list(dict.fromkeys(wanted))
    numbers = sorted(name for name in names if not kinds[name].is_text)
    texts = sorted(name for name in names if kinds[name].is_text)
    check_apart(numbers)
    check_apart({*texts, *(key.removeprefix(PREFIX) for key in keys if key.startswith(PREFIX))})
    return Chosen(numbers, texts)


def check_known(setting: str, names: Iterable[str], known: Collection[str]) -> None:
    """Refuse an attribute that no training conversation has."""
    for name in names:
        if name not in known:
            fix = nearest(name, known) if known else "remove it; the source has no attributes"
            raise BadInput(setting, name, "is no attribute of the training conversations", fix)


def check_apart(names: Iterable[str]) -> None:
    """Refuse two names that differ only in what a column's name cannot hold."""
    taken: dict[str, str] = {}
    for name in sorted(names):
        other = taken.setdefault(column_part(name), name)
        if other != name:
            fix = "rename one in the source, or list in history.attributes those to use"
            raise BadInput("attributes", f"{other}, {name}", "would be one column", fix)


def column_part(name: str) -> str:
    """Give the part of a column's name that stands for an attribute: letters, digits and underscores."""
    return BETWEEN.sub("_", name).strip("_").lower()


def number_column(name: str) -> str:
    """Name the column of an attribute that is a number."""
    return f"attribute_{column_part(name)}"


def number_columns(names: Sequence[str]) -> dict[str, Column]:
    """Describe the columns of attributes that are numbers."""
    return {
        number_column(name): Column(
            f"{name.replace('_', ' ')} of the case", "as in the source", "not stated", f"attributes.{name}"
        )
        for name in names
    }


def number_features(case: Conversation, names: Sequence[str]) -> dict[str, float]:
    """Give the numeric attributes of a case; what is absent, or a text where numbers were seen, is missing."""
    values = case.attributes or {}
    return {number_column(name): as_number(values.get(name)) for name in names}


def as_number(value: Value) -> float:
    """Give a number or a yes/no as a number."""
    return MISSING if value is None or isinstance(value, str) else float(value)


def as_text(value: str | float | bool) -> str:
    """Give a value as the text it is compared by: 7 and 7.0 are one."""
    return f"{value:.15g}" if isinstance(value, float) else str(value)
