"""What other customers wrote in the last hour: one outage makes many tickets. An explicit argument, never looked up.

Read at opening: of another case only its first message counts, and only from the moment it was there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from data.schema import Conversation, Opening
from data.snapshot import seen_at
from features.columns import MISSING, Column
from features.embedding import Embed
from features.encoder import Vectors

WINDOW_MINUTES = 60
ALIKE = 0.6  # Cosine from which two requests are about the same thing.

UNKNOWN = "no clock, or recent cases were not given"
SOURCE = "opened_at and first message of other customers' cases"
COLUMNS = {
    "recent_cases": Column(f"cases of other customers in the last {WINDOW_MINUTES} minutes", "count", UNKNOWN, SOURCE),
    "recent_similar": Column(
        f"cases of other customers in the last {WINDOW_MINUTES} minutes alike by {ALIKE} or more",
        "count", UNKNOWN, SOURCE,
    ),
    "recent_similar_share": Column(
        "share of other customers' latest cases that are alike", "share", f"{UNKNOWN}, or there are none", SOURCE
    ),
    "recent_top_similarity": Column(
        "likeness of the most alike of other customers' latest cases", "cosine", f"{UNKNOWN}, or there are none", SOURCE
    ),
}  # fmt: skip


class Recent:
    """Openings of cases in the order of their time, with a vector each, shape (cases, dimensions)."""

    def __init__(self, openings: Iterable[Opening], embed: Embed) -> None:
        ordered = sorted(openings, key=lambda one: (one.opened_at, one.conversation_id))
        self._moments = [one.opened_at.timestamp() for one in ordered]
        self._names = np.array([one.conversation_id for one in ordered], object)
        self._customers = np.array([one.customer_id for one in ordered], object)
        texts = [one.text for one in ordered]
        self._vectors: Vectors = embed(texts).vectors if texts else np.empty((0, 0), np.float32)

    def others(self, case: Conversation, until: float) -> NDArray[np.int64]:
        """Give the places of other customers' cases of the hour before ``until``, seconds since 1970."""
        first, last = (bisect_left(self._moments, edge) for edge in (until - 60 * WINDOW_MINUTES, until))
        rows = np.arange(first, last)
        mine = self._names[rows] == case.conversation_id
        if case.customer_id is not None:
            mine |= self._customers[rows] == case.customer_id
        kept: NDArray[np.int64] = rows[~mine]
        return kept

    def features(self, case: Conversation, place: NDArray[np.float64]) -> dict[str, float]:
        """Count cases of the last hour and those like this one, which stands at ``place`` in embedding space."""
        now = seen_at(case)
        if now is None:
            return dict(nothing_known())
        rows = self.others(case, now.timestamp())
        # One by one, not as a product of matrices: its last bits would depend on how many there are.
        likeness = [float(np.dot(self._vectors[row].astype(np.float64), place)) for row in rows]
        similar = sum(one >= ALIKE for one in likeness)
        return {
            "recent_cases": float(len(likeness)),
            "recent_similar": float(similar),
            "recent_similar_share": similar / len(likeness) if likeness else MISSING,
            "recent_top_similarity": max(likeness, default=MISSING),
        }


def nothing_known() -> dict[str, float]:
    """Give the columns where recent cases are not known."""
    return dict.fromkeys(COLUMNS, MISSING)


def openings(cases: Iterable[Conversation]) -> list[Opening]:
    """Give the openings of cases that have a clock."""
    return [
        Opening(
            conversation_id=case.conversation_id,
            customer_id=case.customer_id,
            opened_at=opened_at,
            text=case.messages[0].words,
        )
        for case in cases
        if (opened_at := case.messages[0].sent_at or case.opened_at)
    ]
