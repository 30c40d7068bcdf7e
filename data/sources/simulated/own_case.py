"""What may be said of a case that somebody opens in the simulated world, checked before it begins."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from data.errors import BadInput, nearest
from data.sources.simulated.case import Opening
from data.sources.simulated.customer import REPLY_SECONDS
from data.sources.simulated.matrices import RESOLUTION_MINUTES
from data.sources.simulated.seasons import DAY
from data.sources.simulated.words.product_names import NAMES
from data.sources.simulated.words.speech import PRODUCTS

GIVEN = ("number", "opened")  # The world's own, and the argument ``second``.
# What of a case's state may be set; the rest follows from what happens.
HIDDEN = ("difficulty", "skill", "careful", "anger", "wish", "progress", "failures", "consulted")
KNOWN: dict[str, tuple[str, ...]] = {
    "priority": tuple(RESOLUTION_MINUTES), "language": tuple(NAMES), "product": PRODUCTS,
    "channel": tuple(REPLY_SECONDS),
}  # fmt: skip
YEARS_AFTER = 10  # A case may come so long after the last day.


def check_second(second: Any, now: int, days: int) -> None:
    """Raise BadInput for a moment that is no whole second of the world, or is over."""
    last = (days + YEARS_AFTER * 365) * DAY
    if not isinstance(second, int) or not 0 <= second <= last:
        raise BadInput("second", second, "is no second of this world", f"give a whole number from {now} to {last}")
    if second < now:
        raise BadInput("second", second, "is over in this world", f"give {now} or later")


def check_case(fixed: Mapping[str, Any], hidden: Mapping[str, Any]) -> None:
    """Raise BadInput for a field of the opening or a hidden state that is not there, and for a value nobody knows."""
    free = [name for name in Opening._fields if name not in GIVEN]
    for name, value in fixed.items():
        if name not in free:
            raise BadInput("fixed", name, "is no field of an opening that may be given", nearest(name, free))
        known = KNOWN.get(name)
        if known and value not in known:
            raise BadInput(name, value, "is unknown", nearest(str(value), known))
    for name, value in hidden.items():
        if name not in HIDDEN:
            raise BadInput("hidden", name, "is no state that may be given", nearest(name, HIDDEN))
        if not isinstance(value, int | float):
            raise BadInput(f"hidden: {name}", value, "is no number", "give a number, as 0.5")
