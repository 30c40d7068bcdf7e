"""When cases come to the simulated desk, and what its drift switch changes."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import numpy as np
import pytest
from pydantic import ValidationError

from data.sources.simulated.catalogue import NEW_PRODUCT
from data.sources.simulated.chance import dice
from data.sources.simulated.needs import limit
from data.sources.simulated.rows import read
from data.sources.simulated.seasons import DAY, HOUR, arrivals, is_peak
from data.sources.simulated.settings import Simulated
from data.sources.simulated.truth import silent
from data.sources.simulated.world import World
from tests.test_simulated import SETTINGS


def test_the_drift_brings_a_new_product_from_its_week_on() -> None:
    given = read(SETTINGS.model_copy(update={"conversations": 600, "drift_week": 6}))
    week = [(row.values["opened_at"], row.values["product"]) for row in given if row.table == "conversations"]
    begin = min(moment for moment, _ in week).replace(hour=0, minute=0, second=0)
    weeks = [(moment - begin).days // 7 for moment, product in week if product == NEW_PRODUCT]
    assert min(weeks) >= 6
    assert len(weeks) > 15


def test_arrivals_are_in_order_and_follow_week_and_year() -> None:
    seconds = list(arrivals(4000, 84, dice(1)))
    assert len(seconds) == 4000
    assert all(earlier <= later for earlier, later in pairwise(seconds))
    days = Counter(second // DAY for second in seconds)
    assert np.mean([days[day] for day in range(84) if day % 7 == 0]) > 3 * np.mean(
        [days[d] for d in range(84) if d % 7 == 6]
    )
    peak = np.mean([days[day] for day in range(80) if is_peak(day)])
    assert peak > 1.15 * np.mean([days[day] for day in range(80) if not is_peak(day)])


def test_the_drift_brings_a_new_policy_and_new_words() -> None:
    drifting = SETTINGS.model_copy(update={"drift_week": 1})
    before, after = (World(drifting, silent, quiet=True).begin(week * 7 * DAY + 10 * HOUR) for week in (0, 1))
    assert limit(before) == before.handler.limit
    assert limit(after) < after.handler.limit
    assert not before.writer.drifted  # type: ignore[union-attr]
    assert after.writer.drifted  # type: ignore[union-attr]


def test_settings_change_what_comes_and_must_add_up() -> None:
    changed = {"conversations": 80, "languages": {"fr": 1.0}, "alert_share": 0.5, "bot_share": 0.0}
    given = list(read(SETTINGS.model_copy(update=changed)))
    cases = [row.values for row in given if row.table == "conversations"]
    assert {case["language"] for case in cases if case["customer_id"]} == {"fr"}
    assert 20 < sum(case["customer_id"] is None for case in cases) < 60
    assert not any(row.values["author"] == "bot" for row in given if row.table == "messages")
    with pytest.raises(ValidationError, match=r"languages sum to 0\.5"):
        Simulated.model_validate(SETTINGS.model_dump() | {"languages": {"en": 0.5}})
    with pytest.raises(ValidationError, match="drift_week 60 is after the last of 90 days"):
        Simulated.model_validate(SETTINGS.model_dump() | {"drift_week": 60})
