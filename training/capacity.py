"""How many alarms a day a threshold raises, and the threshold that fills a day: counted in conversations.

A conversation raises one alarm, the first time its probability reaches the threshold or a floor fires.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from data.errors import BadInput
from training.comparison import MODEL, floor_of
from training.policy import NEVER

DAY = pd.Timedelta(days=1)


def per_conversation(rows: pd.DataFrame) -> pd.DataFrame:
    """Give a row a conversation: its highest probability, whether a floor fired, whether it was needed."""
    given = pd.DataFrame(
        {
            "conversation_id": rows["conversation_id"],
            "highest": rows[MODEL],
            "floor": np.broadcast_to(floor_of(rows, MODEL), len(rows)),
            "needed": rows["escalates"] > 0,
        }
    )
    return given.groupby("conversation_id", as_index=False).max()


def days_of(rows: pd.DataFrame) -> float | None:
    """Give over how many days the messages of some rows were sent, at least one; None without a clock."""
    said = pd.to_datetime(rows["said_at"], utc=True).dropna()
    return max(1.0, (said.max() - said.min()) / DAY) if len(said) else None


def threshold_for(cases: pd.DataFrame, most: float) -> float:
    """Give the lowest threshold that raises at most so many alarms; floors come first, they cannot be held back."""
    left = int(most) - int(cases["floor"].sum())
    free = np.sort(cases.loc[~cases["floor"].astype(bool), "highest"].to_numpy())[::-1]
    if left <= 0 or not len(free):
        return NEVER
    if left >= len(free):
        return 0.0
    # Of equal probabilities all or none raise an alarm.
    higher = free[free > free[left]]
    return float((higher[-1] + free[left]) / 2) if len(higher) else NEVER


def threshold_for_day(rows: pd.DataFrame, alarms_per_day: float) -> float:
    """Give the threshold that fills a day's capacity; raises BadInput for a source without a clock."""
    days = days_of(rows)
    if days is None:
        fix = "set it to null, and the costs decide"
        raise BadInput("policy.alarms_per_day", alarms_per_day, "cannot be used: the source has no clock", fix)
    return threshold_for(per_conversation(rows), alarms_per_day * days)
