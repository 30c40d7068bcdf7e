"""What a feature column is: every family describes its own, and the catalogue is made from them."""

from __future__ import annotations

from typing import NamedTuple

MISSING = float("nan")


class Column(NamedTuple):
    """One feature column: its plain meaning, its unit, when it is missing, and the fields it is read from."""

    means: str
    unit: str
    missing: str
    source: str


def means_of(columns: dict[str, Column]) -> dict[str, str]:
    """Give the plain meaning of each column, in order."""
    return {name: column.means for name, column in columns.items()}
