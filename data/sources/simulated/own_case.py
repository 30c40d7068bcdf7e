"""What may be said of a case that somebody opens in the simulated world, checked before it begins."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from data.errors import BadInput, nearest
from data.sources.simulated.case import Opening
from data.sources.simulated.catalogue import ISSUE, Issue
from data.sources.simulated.customer import REPLY_SECONDS
from data.sources.simulated.desk import Desk
from data.sources.simulated.first_line import WORK_SECONDS
from data.sources.simulated.matrices import RESOLUTION_MINUTES
from data.sources.simulated.people import Client, Worker
from data.sources.simulated.seasons import DAY
from data.sources.simulated.words.product_names import NAMES
from data.sources.simulated.words.speech import PRODUCTS

GIVEN = ("number", "opened")  # The world's own, and the argument ``second``.
KNOWN: dict[str, tuple[str, ...]] = {
    "priority": tuple(RESOLUTION_MINUTES), "language": tuple(NAMES), "product": PRODUCTS,
    "channel": tuple(REPLY_SECONDS), "queue": tuple(WORK_SECONDS),
}  # fmt: skip
ALERT = {"channel": "email", "language": "en", "bot_first": False}  # Where monitoring opens the case.
YES_NO = ("amount_given", "drifted", "hit", "needs_tool", "regulated", "bot_first", "consulted")
YEARS_AFTER = 10  # A case may come so long after the last day.


class Range(NamedTuple):
    """The numbers that a field may have."""

    low: float
    high: float
    whole: bool = False


RANGES = {"amount": Range(0, 1e9), "impact": Range(0, 1), "merit": Range(0, 1)}
# What of a case's state may be set; the rest follows from what happens.
HIDDEN = {
    "difficulty": Range(-5, 5), "skill": Range(-5, 5), "careful": Range(0, 1), "anger": Range(0, 1.5),
    "wish": Range(0, 2, whole=True), "progress": Range(0, 2), "failures": Range(0, 100, whole=True), "consulted": None,
}  # fmt: skip


def last_second(days: int) -> int:
    """Give the last second at which something may be begun."""
    return (days + YEARS_AFTER * 365) * DAY


def check_second(second: Any, now: int, days: int) -> None:
    """Raise BadInput for a moment that is no whole second of the world, or is over."""
    last = last_second(days)
    # True is a whole number to Python, and no moment to anybody.
    if not isinstance(second, int) or isinstance(second, bool) or not 0 <= second <= last:
        raise BadInput("second", second, "is no second of this world", f"give a whole number from {now} to {last}")
    if second < now:
        raise BadInput("second", second, "is over in this world", f"give {now} or later")


def checked_opening(fixed: Mapping[str, Any], desk: Desk, second: int, days: int) -> dict[str, Any]:
    """Give the fields of an opening, issue and handler also by name; raises BadInput for what cannot be."""
    free = [name for name in Opening._fields if name not in GIVEN]
    known = KNOWN | {"issue": tuple(ISSUE), "handler": tuple(worker.name for worker in desk.first_line)}
    ranges = RANGES | {"due": Range(second + 60, last_second(days) + 365 * DAY, whole=True)}
    named: dict[str, Mapping[str, Any]] = {"issue": ISSUE, "handler": desk.named}
    found = dict(fixed)
    for name, value in fixed.items():
        if name not in free:
            raise BadInput("fixed", name, "is no field of an opening that may be given", nearest(name, free))
        if name in known:
            called = value.name if isinstance(value, Issue | Worker) else value
            check_known(name, called, known[name])
            found[name] = named[name][called] if name in named else value
        elif name in ranges:
            check_number(name, value, ranges[name])
        elif name in YES_NO:
            check_yes_no(name, value)
        elif name == "client" and not (value is None or isinstance(value, Client)):
            raise BadInput(name, value, "is no customer", "give a people.Client, or None for an alert")
        elif name == "linked" and not (value is None or re.fullmatch(r"(?:case|own)_\d{5,}", str(value))):
            raise BadInput(name, value, "is no conversation", "give the conversation_id of an earlier case, or None")
    return following(found, second) | found


def following(fixed: Mapping[str, Any], second: int) -> dict[str, Any]:
    """Give what follows of an opening from what is said of it, where that is not said too."""
    found: dict[str, Any] = {}
    if "priority" in fixed:
        found["due"] = second + RESOLUTION_MINUTES[fixed["priority"]] * 60
    if "handler" in fixed:
        found["queue"] = fixed["handler"].team
    if "client" in fixed:
        asks = fixed["client"]
        found |= {"language": asks.row["preferred_language"]} if asks else ALERT
    return found


def check_hidden(hidden: Mapping[str, Any]) -> None:
    """Raise BadInput for a hidden state that is not there or has no such value."""
    for name, value in hidden.items():
        if name not in HIDDEN:
            raise BadInput("hidden", name, "is no state that may be given", nearest(name, HIDDEN))
        allowed = HIDDEN[name]
        if allowed is None:
            check_yes_no(f"hidden: {name}", value)
        else:
            check_number(f"hidden: {name}", value, allowed)


def check_known(field: str, value: Any, known: tuple[str, ...]) -> None:
    """Raise BadInput for a name that is not among the known ones."""
    if value not in known:
        raise BadInput(field, value, "is unknown", nearest(str(value), known))


def check_number(field: str, value: Any, allowed: Range) -> None:
    """Raise BadInput for what is no number, is not finite, or lies outside of a range."""
    fix = f"give a {'whole ' if allowed.whole else ''}number from {allowed.low:g} to {allowed.high:g}"
    kinds = int if allowed.whole else int | float
    if not isinstance(value, kinds) or isinstance(value, bool) or math.isnan(value):
        raise BadInput(field, value, "is no number that fits", fix)
    if not allowed.low <= value <= allowed.high:
        raise BadInput(field, value, "is out of range", fix)


def check_yes_no(field: str, value: Any) -> None:
    """Raise BadInput for what is neither True nor False."""
    if not isinstance(value, bool):
        raise BadInput(field, value, "is neither yes nor no", "give True or False")
