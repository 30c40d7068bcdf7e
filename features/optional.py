"""Which columns rest on fields that a conversation may lack, and what a conversation without them looks like.

A source that always has a field teaches LightGBM that it is never missing, and then a missing value is read as 0.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from features.customer_past import COLUMNS as CUSTOMER_PAST

EVENT_COUNTS = (
    "time_reassignments", "time_reopened", "time_returned", "time_priority_changes", "time_sla_changes",
    "time_approvals",
)  # fmt: skip
CLOCKED_RULES = ("trigger_older_than_normal", "trigger_service_level_near", "trigger_service_level_breached")
BOT_CONFIDENCE = "structure_bot_confidence"


def field_of(column: str) -> str | None:
    """Name the optional field, or the clock or language, that a column rests on; None where it needs none."""
    if column.startswith("time_"):
        return None if column in EVENT_COUNTS else "clock"
    if column in CLOCKED_RULES:
        return "clock"
    if column == "trigger_vip":
        return "history_customer_id"
    if column.startswith(BOT_CONFIDENCE):
        return BOT_CONFIDENCE
    if column.startswith("attribute_"):
        return column
    if column in CUSTOMER_PAST:
        return "history_customer_id"
    if column.startswith("history_"):
        return column.removesuffix("_reopen_rate").removesuffix("_rate").removesuffix("_cases")
    return "language" if column.startswith("sentiment_") else None


def required_only(values: NDArray[np.float64], columns: Sequence[str]) -> NDArray[np.float64]:
    """Give rows as they would be had the request held only authors and texts."""
    blank = [field_of(column) not in (None, "language") for column in columns]
    return np.where(blank, np.nan, values)


def with_missing_fields(values: NDArray[np.float64], columns: Sequence[str], seed: int) -> NDArray[np.float64]:
    """Give rows of which a random half lacks all optional fields, and the others each field by the toss of a coin."""
    random = np.random.default_rng(seed)
    fields = sorted({field for column in columns if (field := field_of(column))})
    dropped = random.random((len(values), len(fields))) < 0.5
    dropped |= random.random((len(values), 1)) < 0.5
    lost = np.zeros(values.shape, bool)
    for place, column in enumerate(columns):
        if field := field_of(column):
            lost[:, place] = dropped[:, fields.index(field)]
    return np.where(lost, np.nan, values)
