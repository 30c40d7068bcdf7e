"""Time and service level, by the conversation's own clock: how old, who waits for whom, how much is left.

Where a source has no clock every column is missing: nothing is made up, and the machine's clock is never read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from statistics import fmean
from typing import NamedTuple

from data.schema import Conversation
from data.snapshot import seen_at
from features.columns import MISSING, Column
from features.office_hours import OfficeHours
from features.structure import is_answer

NO_CLOCK = "the source has no clock"
NO_DUE = "no due time or no clock"
WAIT, SENT, EVENTS = "minutes", "messages.sent_at, messages.author", "events.kind"


def event_count(means: str) -> Column:
    """Describe a count of events so far."""
    return Column(means, "count", "never", EVENTS)


COLUMNS = {
    "time_age_minutes": Column("minutes since the case was opened", WAIT, NO_CLOCK, "opened_at, messages.sent_at"),
    "time_longest_wait_minutes": Column(
        "longest wait of the customer for an answer", WAIT, f"{NO_CLOCK}, or nobody waited yet", SENT
    ),
    "time_mean_wait_minutes": Column(
        "mean wait of the customer for an answer", WAIT, f"{NO_CLOCK}, or nobody waited yet", SENT
    ),
    "time_open_wait_minutes": Column(
        "how long the customer has been waiting now; 0 when it is their turn", WAIT, NO_CLOCK, f"{SENT}, at"
    ),
    "time_longest_customer_wait_minutes": Column(
        "longest wait of the handler for the customer", WAIT, f"{NO_CLOCK}, or nobody waited yet", SENT
    ),
    "time_mean_customer_wait_minutes": Column(
        "mean wait of the handler for the customer", WAIT, f"{NO_CLOCK}, or nobody waited yet", SENT
    ),
    "time_first_answer_minutes": Column(
        "minutes from the customer's first message to the first answer", WAIT, f"{NO_CLOCK}, or no answer yet", SENT
    ),
    "time_last_gap_minutes": Column(
        "minutes between the last two messages", WAIT, f"{NO_CLOCK}, or one message", "messages.sent_at"
    ),
    "time_silence_minutes": Column(
        "minutes since the last message", WAIT, NO_CLOCK, "messages.sent_at, at"
    ),
    "time_hour": Column("hour of the day, in the queue's time where it is known, else UTC", "hours", NO_CLOCK, "at"),
    "time_weekday": Column("day of the week (0 Monday)", "days", NO_CLOCK, "at"),
    "time_queue_open": Column(
        "whether anybody of the queue is on shift", "0 or 1", "no clock, or the queue's shifts are not known",
        "queue, resolvers.shift_start, shift_end, time_zone",
    ),
    "time_to_opening_minutes": Column(
        "minutes until somebody of the queue is on shift; 0 while it is open", WAIT,
        "no clock, or the queue's shifts are not known", "queue, resolvers.shift_start, shift_end, time_zone",
    ),
    "time_due_minutes": Column(
        "minutes left until the service level is missed; negative when it is", WAIT, NO_DUE, "sla_due_at"
    ),
    "time_sla_share": Column(
        "share of the agreed time that is used; above 1 when it is missed", "share", NO_DUE, "opened_at, sla_due_at"
    ),
    "time_reassignments": event_count("times the case was assigned so far"),
    "time_reopened": event_count("times the case was reopened so far"),
    "time_returned": event_count("times the case was handed back so far"),
    "time_priority_changes": event_count("times the priority was changed so far"),
    "time_sla_changes": event_count("times the agreed time was changed so far"),
    "time_approvals": event_count("approvals given or denied so far"),
}  # fmt: skip


class Waits(NamedTuple):
    """Minutes that each side waited for the other, in order; ``open_since`` is when the customer began to wait now."""

    customer: list[float]
    handler: list[float]
    open_since: datetime | None


def time_features(snapshot: Conversation, office_hours: OfficeHours) -> dict[str, float]:
    """Measure time as of the snapshot's own moment."""
    now = seen_at(snapshot)
    kinds = Counter(event.kind for event in snapshot.events)
    values = dict.fromkeys(COLUMNS, MISSING) | {
        "time_reassignments": kinds["assigned"],
        "time_reopened": kinds["reopened"],
        "time_returned": kinds["returned"],
        "time_priority_changes": kinds["priority_changed"],
        "time_sla_changes": kinds["sla_changed"],
        "time_approvals": kinds["approved"] + kinds["denied"],
    }
    if now:
        values |= waiting(snapshot, now) | day(snapshot, now, office_hours) | service_level(snapshot, now)
    return {name: float(value) for name, value in values.items()}


def minutes(start: datetime | None, end: datetime | None) -> float:
    """Give the minutes between two moments; missing where one is."""
    return (end - start).total_seconds() / 60 if start and end else MISSING


def waits(snapshot: Conversation) -> Waits:
    """Give who waited how long: from a side's first message without an answer until the other side's."""
    customer: list[float] = []
    handler: list[float] = []
    asked = answered = None
    for message in snapshot.messages:
        if message.author == "customer":
            if answered and message.sent_at:
                handler.append(minutes(answered, message.sent_at))
            asked, answered = asked or message.sent_at, None
        elif is_answer(message):
            if asked and message.sent_at:
                customer.append(minutes(asked, message.sent_at))
            asked, answered = None, message.sent_at
    return Waits(customer, handler, asked)


def waiting(snapshot: Conversation, now: datetime) -> dict[str, float]:
    """Measure age, waits and silence."""
    found = waits(snapshot)
    dated = [message.sent_at for message in snapshot.messages if message.sent_at]
    begun = first_of(snapshot, customer=True)
    still = [minutes(found.open_since, now)] if found.open_since else []
    return {
        "time_age_minutes": minutes(snapshot.opened_at, now),
        "time_longest_wait_minutes": max([*found.customer, *still], default=MISSING),
        "time_mean_wait_minutes": mean_of([*found.customer, *still]),
        "time_open_wait_minutes": (still or [0.0 if dated else MISSING])[0],
        "time_longest_customer_wait_minutes": max(found.handler, default=MISSING),
        "time_mean_customer_wait_minutes": mean_of(found.handler),
        "time_first_answer_minutes": minutes(begun, first_of(snapshot, customer=False, after=begun)),
        "time_last_gap_minutes": minutes(dated[-2], dated[-1]) if len(dated) > 1 else MISSING,
        "time_silence_minutes": minutes(dated[-1], now) if dated else MISSING,
    }


def mean_of(values: Sequence[float]) -> float:
    """Give the mean; missing for none."""
    return fmean(values) if values else MISSING


def first_of(snapshot: Conversation, customer: bool, after: datetime | None = None) -> datetime | None:
    """Give when the customer first wrote, or when they first got an answer after a moment."""
    for message in snapshot.messages:
        own = message.author == "customer" if customer else is_answer(message)
        if own and message.sent_at and (customer or (after and message.sent_at >= after)):
            return message.sent_at
    return None


def day(snapshot: Conversation, now: datetime, office_hours: OfficeHours) -> dict[str, float]:
    """Tell the time of day where the queue sits, and whether anybody is there."""
    local = office_hours.local(snapshot.queue, now)
    closed = office_hours.minutes_to_opening(snapshot.queue, now)
    return {
        "time_hour": local.hour + local.minute / 60,
        "time_weekday": local.weekday(),
        "time_queue_open": MISSING if closed is None else float(closed == 0),
        "time_to_opening_minutes": MISSING if closed is None else closed,
    }


def service_level(snapshot: Conversation, now: datetime) -> dict[str, float]:
    """Measure what is left of the agreed time."""
    opened, due = snapshot.opened_at, snapshot.sla_due_at
    agreed = minutes(opened, due)
    used = minutes(opened, now) / agreed if agreed > 0 else MISSING
    return {"time_due_minutes": minutes(now, due), "time_sla_share": used}
