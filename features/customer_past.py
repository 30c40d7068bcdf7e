"""A customer's own earlier conversations as of a moment: how many, how they ended, how content they were.

Frozen at the end of training. A source without a clock has no order: then no conversation is an earlier one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

import pandas as pd
import pyarrow as pa

from data.schema import Conversation
from data.snapshot import seen_at
from features.columns import MISSING, Column

DAY = 24 * 3600
VISITS = pa.schema(
    [("conversation_id", pa.string()), ("customer_id", pa.string())]
    + [(name, pa.timestamp("us", tz="UTC")) for name in ("opened_at", "known_at")]
    + [("escalated", pa.int64()), ("reopened", pa.int64()), ("csat", pa.float64()), ("fold", pa.int64())]
)

UNKNOWN, SOURCE = "no clock, or the customer is not known", "customer_id, earlier conversations and their outcomes"

COLUMNS = {
    "history_customer_conversations": Column("the customer's earlier conversations", "count", UNKNOWN, SOURCE),
    "history_customer_open": Column("other conversations of the customer that are open now", "count", UNKNOWN, SOURCE),
    "history_customer_escalated": Column("their earlier conversations that escalated", "count", UNKNOWN, SOURCE),
    "history_customer_reopened": Column("earlier conversations of the customer reopened", "count", UNKNOWN, SOURCE),
    "history_customer_csat": Column(
        "mean rating the customer gave earlier", "as in the source", f"{UNKNOWN}, or gave none", SOURCE
    ),
    "history_customer_days_since_last": Column(
        "days since the customer's last conversation was opened", "days", f"{UNKNOWN}, or it is the first", SOURCE
    ),
    "history_linked_escalated": Column(
        "whether the conversation this one is linked to escalated", "0 or 1",
        "none is linked, or its outcome is not known", "linked_conversation_id, outcomes",
    ),
    "history_customer_value": Column("value of the customer", "as in the source", "not stated", "customers.value"),
}  # fmt: skip


class CustomerPast:
    """The visits of each customer, ready to be counted as of a moment; ``visits`` has the columns of ``VISITS``."""

    def __init__(self, visits: pd.DataFrame) -> None:
        self._opened: dict[str, list[float]] = defaultdict(list)
        self._ended: dict[str, list[tuple[float, int, int, float]]] = defaultdict(list)
        self._outcome: dict[str, tuple[float, int]] = {}
        ordered = visits.dropna(subset=["opened_at"]).sort_values(["known_at", "conversation_id"])
        rows = zip(*(ordered[name] for name in VISITS.names[:7]), strict=True)
        for name, customer, opened, known, escalated, reopened, csat in rows:
            self._outcome[name] = (known.timestamp(), int(escalated))
            if isinstance(customer, str):
                self._opened[customer].append(opened.timestamp())
                self._ended[customer].append((known.timestamp(), int(escalated), int(reopened), float(csat)))
        for moments in self._opened.values():
            moments.sort()

    def features(self, case: Conversation) -> dict[str, float]:
        """Count the customer's earlier conversations as of the snapshot."""
        moment = seen_at(case)
        now = moment.timestamp() if moment else None
        value = case.customer.value if case.customer else None
        return {
            **(self._counts(case.customer_id, now) if now and case.customer_id else dict.fromkeys(COUNTED, MISSING)),
            "history_linked_escalated": self._linked(case.linked_conversation_id, now),
            "history_customer_value": MISSING if value is None else value,
        }

    def _counts(self, customer: str, now: float) -> dict[str, float]:
        opened = self._opened.get(customer, [])
        before = bisect_left(opened, now)
        # Only what had ended by then is known; whatever ended later was open.
        ended = self._ended.get(customer, [])
        ended = ended[: bisect_left(ended, (now,))]
        ratings = [csat for *_, csat in ended if csat == csat]  # NaN is not equal to itself: no rating.
        return {
            "history_customer_conversations": before,
            "history_customer_open": before - len(ended),
            "history_customer_escalated": sum(row[1] for row in ended),
            "history_customer_reopened": sum(row[2] for row in ended),
            "history_customer_csat": sum(ratings) / len(ratings) if ratings else MISSING,
            "history_customer_days_since_last": (now - opened[before - 1]) / DAY if before else MISSING,
        }

    def _linked(self, name: str | None, now: float | None) -> float:
        known, escalated = self._outcome.get(name or "", (None, 0))
        return float(escalated) if known and now and known < now else MISSING


COUNTED = tuple(COLUMNS)[:6]
