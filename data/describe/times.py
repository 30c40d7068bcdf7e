"""How a column writes its times: ISO 8601, or which format of day, month and clock, and whether with a time zone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import product
from typing import NamedTuple

ISO = "ISO 8601"
DAYS = (
    "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%d-%m-%Y", "%m-%d-%Y", "%Y/%m/%d", "%d.%m.%y", "%d/%m/%y", "%m/%d/%y",
    "%d %b %Y", "%d-%b-%Y", "%d-%b-%y", "%d/%b/%y", "%b %d, %Y", "%b %d %Y", "%d %B %Y", "%B %d, %Y", "%a, %d %b %Y",
)  # fmt: skip
CLOCKS = ("", "%H:%M", "%H:%M:%S", "%H:%M:%S.%f", "%I:%M %p", "%I:%M:%S %p", "%H:%M:%S %z", "%H:%M %z")
FORMATS = [f"{day}{sign}{clock}" for day, clock in product(DAYS, CLOCKS) for sign in ((" ", ", ") if clock else ("",))]
FORMATS += [
    f"%Y-%m-%d {clock}" for clock in ("%H:%M UTC", "%H:%M:%S UTC", "%H:%M:%S.%f UTC", "%I:%M %p", "%I:%M:%S %p")
]
FORMATS += [
    f"{day} {clock}" for day in DAYS for clock in ("%H:%M Uhr", "%H:%M:%S Uhr", "%I:%M%p", "%H:%M UTC", "%H:%M:%S UTC")
]
FORMATS += ["%a %b %d %H:%M:%S %z %Y", "%Y%m%dT%H%M%S"]
MAYBE_TIME = re.compile(r"(?=.*\d)[\w.,:/+\- ]{6,40}$")
UNIX = {"unix_seconds": 1, "unix_milliseconds": 1000}
WHOLE = re.compile(r"\d{1,18}", re.ASCII)
ISO_LIKE = re.compile(r"\d{4}-\d{2}-\d{2}")
ENOUGH = 0.95
TRIED = 400


class TimeFormat(NamedTuple):
    """The formats of a column, how much of it they read, and what they leave open."""

    formats: tuple[str, ...]
    share: float
    with_zone: bool
    with_clock: bool
    ambiguous: bool = False
    mixed_zones: bool = False


def time_format(values: Sequence[str]) -> TimeFormat | None:
    """Give how these values write times, or None where they are no times."""
    tried = sorted({value for value in values if value})
    tried = tried[:: max(len(tried) // TRIED, 1)]
    if not tried or sum(bool(MAYBE_TIME.match(value)) for value in tried) < ENOUGH * len(tried):
        return None
    formats = likely(tried[0] + tried[-1])
    left = tried
    chosen: list[str] = []
    while left and len(chosen) < 3:
        best = max(formats, key=lambda form: score(left, form))
        if not score(left, best):
            break
        chosen.append(best)
        left = [value for value in left if parse(value, (best,)) is None]
    share = 1 - len(left) / len(tried)
    if share < ENOUGH:
        return None
    parsed = [moment for value in tried if (moment := parse(value, chosen))]
    other = tuple(swapped(form) for form in chosen)
    ambiguous = other != tuple(chosen) and all(parse(value, other) for value in tried if parse(value, chosen))
    zoned = [moment.tzinfo is not None for moment in parsed]
    with_clock = any(":" in value for value in tried)
    return TimeFormat(tuple(chosen), share, all(zoned), with_clock, ambiguous, any(zoned) and not all(zoned))


def likely(text: str) -> list[str]:
    """Give the formats whose fixed words stand in a text: Python forgets all but a few, so each that is tried costs."""
    words = {"Uhr": "Uhr" in text, "UTC": "UTC" in text, "%p": "m" in text.lower()}
    return [ISO, *(form for form in FORMATS if all(there or word not in form for word, there in words.items()))]


def unix_format(values: Sequence[str]) -> TimeFormat | None:
    """Give the unit of numbers that all lie between 2001 and 2033 when taken for seconds or milliseconds since 1970."""
    numbers = [float(value) for value in values if WHOLE.fullmatch(value)]  # A column of numbers may hold a few words.
    if len(numbers) < ENOUGH * max(len(values), 1):
        return None
    for name, units in UNIX.items():
        if all(10**9 * units <= number < 2 * 10**9 * units for number in numbers):
            return TimeFormat((name,), 1.0, with_zone=True, with_clock=True)
    return None


def score(values: Sequence[str], form: str) -> int:
    """Count the values a format reads; what fails on the first twenty is not tried further."""
    first = sum(parse(value, (form,)) is not None for value in values[:20])
    return first and first + sum(parse(value, (form,)) is not None for value in values[20:])


def swapped(form: str) -> str:
    """Give the format with day and month in each other's place, where both are numbers."""
    if "%m" not in form or form.startswith("%Y"):
        return form
    return form.replace("%d", "%x").replace("%m", "%d").replace("%x", "%m")


def parse(value: str, formats: Sequence[str]) -> datetime | None:
    """Read a time in the first format that fits; years outside a desk's life are no times."""
    for form in formats:
        try:
            if form in UNIX:
                moment = datetime.fromtimestamp(float(value) / UNIX[form], UTC)
            elif form != ISO:
                moment = datetime.strptime(value, form)
            elif ISO_LIKE.match(value):
                moment = datetime.fromisoformat(value)
            else:
                continue
        except (ValueError, OverflowError, OSError):
            continue
        if 1970 <= moment.year <= 2200:
            return moment
    return None
