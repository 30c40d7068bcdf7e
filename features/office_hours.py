"""When a queue is staffed, as its agents' own messages in the training part show; frozen there, like all history."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from data.files import read_json, write_json
from data.schema import Conversation, Resolver

WEEK = 7 * 24
FEWEST = 50  # Fewer messages of agents do not show a queue's hours.
# An hour of the week is open with at least this share of the mean of the hours in which anybody wrote.
STAFFED = 0.2
UTC_NAME = "UTC"


@dataclass(frozen=True)
class OfficeHours:
    """For each queue: minutes until somebody is there, by hour of the week in its own zone, and that zone."""

    to_opening: Mapping[str, NDArray[np.int64]]
    zones: Mapping[str, str]

    def local(self, queue: str | None, now: datetime) -> datetime:
        """Give a moment in the queue's own time, or in UTC where that is not known."""
        return now.astimezone(ZoneInfo(self.zones.get(queue or "", UTC_NAME)))

    def minutes_to_opening(self, queue: str | None, now: datetime) -> float | None:
        """Give the minutes until the queue opens, 0 while it is open; None where its hours are not known."""
        hours = self.to_opening.get(queue or "")
        if hours is None:
            return None
        local = self.local(queue, now)
        left = int(hours[hour_of_week(local)])
        return 0.0 if left == 0 else float(left * 60 - local.minute)

    def save(self, folder: Path) -> None:
        """Write the hours as JSON."""
        hours = {queue: found.tolist() for queue, found in self.to_opening.items()}
        write_json(folder / "office_hours.json", {"to_opening": hours, "zones": dict(self.zones)})

    @staticmethod
    def load(folder: Path) -> OfficeHours:
        """Read what ``save`` wrote."""
        given = read_json(folder / "office_hours.json")
        return OfficeHours({queue: np.array(hours) for queue, hours in given["to_opening"].items()}, given["zones"])


UNKNOWN = OfficeHours({}, {})


def hour_of_week(moment: datetime) -> int:
    """Number the hours of a week from Monday's first."""
    return moment.weekday() * 24 + moment.hour


def fit_office_hours(cases: Iterable[Conversation], resolvers: Iterable[Resolver] = ()) -> OfficeHours:
    """Learn each queue's hours from when agents wrote; a queue that is a resolver's team takes their time zone."""
    zones = {resolver.team: resolver.time_zone for resolver in resolvers if resolver.team and resolver.time_zone}
    written: dict[str, NDArray[np.int64]] = defaultdict(lambda: np.zeros(WEEK, np.int64))
    for case in cases:
        zone = ZoneInfo(zones.get(case.queue or "", UTC_NAME))
        for message in case.messages:
            if case.queue and message.author == "agent" and message.sent_at:
                written[case.queue][hour_of_week(message.sent_at.astimezone(zone))] += 1
    hours = {queue: to_opening(counts) for queue, counts in sorted(written.items()) if counts.sum() >= FEWEST}
    return OfficeHours(hours, {queue: zones[queue] for queue in hours if queue in zones})


def to_opening(counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Give for each hour of the week how many hours pass until a staffed one."""
    staffed = counts >= max(STAFFED * counts[counts > 0].mean(), 1)
    left = np.zeros(WEEK, np.int64)
    for hour in range(2 * WEEK - 1, -1, -1):
        left[hour % WEEK] = 0 if staffed[hour % WEEK] else left[(hour + 1) % WEEK] + 1
    return left
