"""When cases arrive: hours, weekdays, month-ends and one yearly peak, in order and without a list of all of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate

from data.sources.simulated.chance import Dice

START = datetime(2025, 10, 6, tzinfo=UTC)  # A Monday, fixed: the same seed must give the same rows on any day.
HOUR, DAY = 3600, 86_400
# Arrivals by hour of the day: a working day with a dip at noon and a thin tail.
HOURS = (1, 1, 1, 1, 1, 2, 4, 9, 14, 16, 15, 12, 9, 12, 14, 13, 11, 8, 5, 4, 3, 2, 2, 1)
WEEKDAYS = (1.15, 1.05, 1.0, 1.0, 0.95, 0.3, 0.25)
MONTH_END = 1.25
PEAK = 1.35  # From the middle of November to Christmas, as in any shop.


def moment(second: int) -> datetime:
    """Give the date and time of a second of the simulated world."""
    return START + timedelta(seconds=second)


def busyness(day: int) -> float:
    """Give how busy a day is, 1 on a plain Wednesday."""
    date = START + timedelta(days=day)
    month_end = MONTH_END if date.day >= 28 or date.day <= 2 else 1.0
    return WEEKDAYS[day % 7] * month_end * (PEAK if is_peak(day) else 1.0)


def is_peak(day: int) -> bool:
    """Say whether a day lies in the yearly peak."""
    date = START + timedelta(days=day)
    return (date.month, date.day) >= (11, 15) and (date.month, date.day) <= (12, 24)


def arrivals(count: int, days: int, source: Dice) -> Iterator[int]:
    """Give the second of each of ``count`` arrivals, in order.

    Sorted uniform numbers come one at a time (each next one is the smallest of those still to come) and are mapped
    through the share of arrivals up to each hour.
    """
    reached = array("d", accumulate(busyness(day) * weight for day in range(days) for weight in HOURS))
    share, hour = 0.0, 0
    for left in range(count, 0, -1):
        share = 1 - (1 - share) * source.random() ** (1 / left)
        target = share * reached[-1]
        while reached[hour] < target and hour < len(reached) - 1:
            hour += 1
        before = reached[hour - 1] if hour else 0.0
        yield int(HOUR * (hour + min(1.0, (target - before) / (reached[hour] - before)) * 0.999))
