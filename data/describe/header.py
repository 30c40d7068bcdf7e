"""Whether a table has a header: names that are values like those below them are none."""

from __future__ import annotations

from collections.abc import Mapping

from data.describe.kinds import NUMBER
from data.describe.roles import Described
from data.describe.times import time_format


def is_headless(columns: Mapping[str, Described]) -> bool:
    """Say whether the names of a table's columns are values like those below them: its header is missing."""
    alike = [column for column in columns.values() if is_like_values(column)]
    return len(alike) >= min(2, len(columns))


def is_like_values(column: Described) -> bool:
    """Say whether a column's name is itself a time, a number or one of the values of its column."""
    name, values = column.name.strip(), column.values
    if values.kind == "time":
        return time_format([name]) is not None
    if values.kind in ("integer", "number"):
        return bool(NUMBER.match(name))
    return values.kind in ("category", "flag", "text") and name in (value for value, _ in values.common)
