"""Why a column that is no leak is still no feature, by its kind and values."""

from __future__ import annotations

import re

from data.describe.kinds import INTEGER, Values
from data.describe.outcome import number
from data.describe.people import holds_names, is_personal, names_customer
from data.describe.roles import Described
from data.describe.words import ROLES, words_of

PART_OF_DAY = re.compile(r"\d{5}[.,]\d{4,}")
NEAR_DAYS = range(40179, 51137)  # The years 2010 to 2039.
NEARLY_EMPTY = 0.05
SERIAL_DAYS = range(32874, 60268)  # Days since 1900 of the years 1990 to 2064.


def unfit(column: Described, rows: int) -> str | None:
    """Say why a column is no feature, or None where it may be one."""
    kind, values = column.values.kind, column.values
    if is_personal(column.name) and values.filled:
        return "holds names or addresses of people"
    if holds_names(column):
        return "holds what looks like people's names; list it under names if it does"
    if names_customer(column.name) and values.filled:
        return "names the customer, as another column does"
    if column.role == "group":
        return "may be the group that had the case last"
    reasons = {
        "empty": "is empty", "constant": "has a single value", "identifier": "names its row",
        "text": "is running text; add it to the message's text if the customer wrote it", "time": "is a time",
    }  # fmt: skip
    if kind in ("text", "identifier", "category") and is_unread_time(column):
        return "its name says that it is a time, but it is not written in a way known here; add date_format or zones"
    if kind in ("integer", "number") and is_serial_date(column):
        return "looks like a spreadsheet's dates, shown as numbers of days: format the column as a date and save again"
    if kind in reasons:
        return reasons[kind]
    if values.unique and kind == "integer" and values.filled > 20 and is_dense(values, rows):
        return "names its row"
    return "is nearly always empty" if values.filled < NEARLY_EMPTY * min(rows, 20_000) else None


def is_unread_time(column: Described) -> bool:
    """Say whether a column is named like a time and holds digits, yet was not read as one."""
    return is_named_like_time(column) and all(any(map(str.isdigit, value)) for value, _ in column.values.common)


def is_named_like_time(column: Described) -> bool:
    """Say whether a column is named like a time."""
    return any(re.search(ROLES[role][0], words_of(column.name)) for role in ("opened_at", "resolved_at", "sent_at"))


def is_serial_date(column: Described) -> bool:
    """Say whether numbers under the name of a time are a spreadsheet's."""
    values = [value for value, _ in column.values.common]
    if is_named_like_time(column):
        return all(SERIAL_DAYS.start <= number(value) < SERIAL_DAYS.stop for value in values)
    # Under a name in another language, only a part of a day in the days of a desk's life can be no amount.
    parts = sum(bool(PART_OF_DAY.fullmatch(value)) for value in values)
    return parts > len(values) / 2 and all(NEAR_DAYS.start <= number(value) < NEAR_DAYS.stop for value in values)


def is_dense(values: Values, rows: int) -> bool:
    """Say whether whole numbers lie as close as those that only count rows."""
    numbers = [int(value) for value, _ in values.common if INTEGER.match(value)]
    return max(numbers) - min(numbers) < 3 * rows
