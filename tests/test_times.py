"""Time by the conversation's own clock, counted by hand; without a clock nothing is made up."""

from __future__ import annotations

from datetime import timedelta
from math import isnan
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.schema import Conversation, Resolver
from features.office_hours import UNKNOWN, OfficeHours, fit_office_hours, to_opening
from features.times import COLUMNS, time_features
from tests.handmade import START, after, talk, timed_talk

CHAT = timed_talk(
    (0, "bot", "Hello"), (2, "customer", "My VPN is down"), (5, "bot", "Restart?"), (6, "customer", "I did."),
    (26, "customer", "Anybody"),
)  # fmt: skip


def found(case: Conversation, *names: str, office_hours: OfficeHours = UNKNOWN) -> list[float]:
    values = time_features(case, office_hours)
    assert list(values) == list(COLUMNS)
    return [values[f"time_{name}"] for name in names]


def test_waits_of_the_customer() -> None:
    # Asked at 2 and answered at 5; asked at 6 and still waiting at 26.
    assert found(CHAT, "longest_wait_minutes", "mean_wait_minutes", "open_wait_minutes") == [20, 11.5, 20]
    assert found(CHAT, "first_answer_minutes", "last_gap_minutes") == [3, 20]
    assert found(CHAT, "age_minutes", "hour", "weekday") == [26, pytest.approx(9 + 26 / 60), 0]


def test_waits_of_the_handler() -> None:
    case = timed_talk((0, "customer", "a"), (1, "agent", "b"), (31, "customer", "c"), (32, "agent", "d"))
    assert found(case, "longest_customer_wait_minutes", "mean_customer_wait_minutes", "open_wait_minutes") == [
        30,
        30,
        0,
    ]


def test_a_work_note_answers_nobody() -> None:
    said: list[dict[str, Any]] = [
        {"author": "customer", "text": "well?", "sent_at": after(0)},
        {"author": "agent", "text": "not ours", "visibility": "internal", "sent_at": after(4)},
        {"author": "customer", "text": "hello?", "sent_at": after(10)},
    ]
    case = Conversation.model_validate({"conversation_id": "c", "messages": said})
    assert found(case, "longest_wait_minutes") == [10]


def test_silence_is_seen_when_a_moment_is_asked_about() -> None:
    silent = CHAT.model_copy(update={"at": after(126), "sla_due_at": after(120)})
    assert found(silent, "longest_wait_minutes", "age_minutes", "silence_minutes") == [120, 126, 100]
    assert found(silent, "due_minutes", "sla_share") == [-6, pytest.approx(126 / 120)]


def test_without_a_clock_no_time_is_made_up() -> None:
    values = time_features(talk(("customer", "hi"), ("bot", "hello"), queue="desk"), UNKNOWN)
    counts = {name for name, column in COLUMNS.items() if column.missing == "never"}
    assert len(counts) == 6
    assert {name for name, value in values.items() if not isnan(value)} == counts


def test_events_so_far_are_counted() -> None:
    kinds = ("assigned", "assigned", "reopened", "priority_changed", "returned", "approved", "denied", "sla_changed")
    events = [{"event_sequence": n, "after_sequence": 0, "kind": kind} for n, kind in enumerate(kinds)]
    case = talk(("customer", "hi"), opened_at=START, events=events)
    names = ("reassignments", "reopened", "priority_changes", "returned", "approvals", "sla_changes")
    assert found(case, *names) == [2, 1, 1, 1, 2, 1]


def day_desk() -> list[Conversation]:
    """A queue whose agents write from 9 to 17 from Monday to Friday."""
    cases = []
    for day in range(5):
        for hour in range(8):
            told = ((60 * (24 * day + hour), "customer", "hi"), (60 * (24 * day + hour) + 30, "agent", "hello"))
            cases += [timed_talk(*told, queue="desk", name=f"{day} {hour} {n}") for n in range(3)]
    return cases


def test_office_hours_are_learnt_from_when_agents_write() -> None:
    hours = fit_office_hours(day_desk())
    assert hours.minutes_to_opening("desk", START) == 0
    assert hours.minutes_to_opening("desk", START - timedelta(minutes=30)) == 30
    friday_evening = START + timedelta(days=4, hours=9)
    assert hours.minutes_to_opening("desk", friday_evening) == (2 * 24 + 15) * 60
    assert hours.minutes_to_opening("other", START) is None
    opened = timed_talk((0, "customer", "hi"), queue="desk")
    assert found(opened, "queue_open", "to_opening_minutes", office_hours=hours) == [1, 0]
    assert all(map(isnan, found(opened, "queue_open", "to_opening_minutes")))


def test_too_few_messages_show_no_hours() -> None:
    assert fit_office_hours(day_desk()[:10]).to_opening == {}


def test_a_queue_keeps_its_own_time_where_its_team_names_a_zone(tmp_path: Any) -> None:
    team = Resolver(resolver_id="r", team="desk", time_zone="America/New_York")
    hours = fit_office_hours(day_desk(), [team])
    assert hours.local("desk", START).hour == START.hour - 5
    assert hours.minutes_to_opening("desk", START) == 0
    hours.save(tmp_path)
    loaded = OfficeHours.load(tmp_path)
    assert loaded.zones == {"desk": "America/New_York"}
    np.testing.assert_array_equal(loaded.to_opening["desk"], hours.to_opening["desk"])


@given(st.lists(st.integers(0, 30), min_size=168, max_size=168).filter(any))
def test_an_hour_before_opening_is_one_hour_farther(counts: list[int]) -> None:
    left = to_opening(np.array(counts))
    for hour in range(168):
        assert left[hour] == 0 or left[hour] == left[(hour + 1) % 168] + 1
    assert (left == 0).any()
