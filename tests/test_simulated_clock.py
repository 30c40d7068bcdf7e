"""The clock of the agreed time: it strikes at its moment, says what is true then, and the truth counts its rule."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from data.sources.simulated.case import Case
from data.sources.simulated.chance import dice
from data.sources.simulated.clock import WARNS_AT
from data.sources.simulated.needs import RULE
from data.sources.simulated.seasons import HOUR, moment
from data.sources.simulated.truth import silent, stays
from data.sources.simulated.world import World
from tests.test_simulated import SETTINGS
from tests.test_simulated_cases import played


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return played(conversations=1500)


def test_a_clock_warns_before_the_agreed_time_is_over_and_says_how_much_is_left(cases: list[Case]) -> None:
    told, minutes, shares = 0, 0, 0
    for case in cases:
        opened, due = moment(case.opening.opened), moment(case.opening.due)
        for message in case.messages:
            if message["author_id"] != "sla_clock":
                continue
            told += 1
            gone = (message["sent_at"] - opened) / (due - opened)
            assert WARNS_AT - 0.01 < gone < 1
            if left := re.search(r"(\d+) minutes left", message["text"]):
                minutes += 1
                assert due - message["sent_at"] - timedelta(minutes=int(left[1])) < timedelta(minutes=1)
            if used := re.search(r"(\d+) %", message["text"]):
                shares += 1
                assert abs(100 * gone - int(used[1])) < 1.5
            if when := re.search(r"due (\w{3} \d\d:\d\d)", message["text"]):
                assert when[1] == f"{due:%a %H:%M}"
    assert told > 60
    assert minutes > 5
    assert shares > 5


def test_what_the_rule_sends_away_is_not_yet_due(cases: list[Case]) -> None:
    sent = [
        (event, case) for case in cases for event in case.events if event.get("trigger") == "service_level"
    ]  # fmt: skip
    assert 15 < len(sent) < 80
    for event, case in sent:
        assert event["at"] < moment(case.opening.due)
        assert event["reason"] == "agreed time is nearly over"


def test_messages_and_events_stay_in_order_of_time(cases: list[Case]) -> None:
    for case in cases:
        said, happened = [m["sent_at"] for m in case.messages], [e["at"] for e in case.events]
        assert said == sorted(said)
        assert happened == sorted(happened)


def waiting(order: str | None = None) -> tuple[World, Case]:
    """Open a case that nothing but the clock sends away and let it wait for an answer until after the strike."""
    world = World(SETTINGS, silent, quiet=True)
    plain = {"amount": 0.0, "impact": 0.1, "regulated": False, "needs_tool": False, "linked": None, "bot_first": False}
    case = world.begin(10 * HOUR, {"difficulty": -1.0}, **plain, priority="P1", client=None)
    while case.phase != "answer":
        world.step()
    case.now = case.answer_at = case.due + HOUR
    case.phase, case.put_off = "clock", ("answer", case.due + HOUR)
    case.now = case.opening.opened + round(WARNS_AT * (case.due - case.opening.opened))
    if order:
        world.tell({case.conversation_id: order})
    return world, case


def test_a_roll_out_counts_the_rule_and_an_order_keeps_it_away() -> None:
    world, case = waiting()
    stayed = [stays(case.twin(dice(1, copy)), world.desk) for copy in range(30)]
    assert max(stayed) <= 1 - RULE
    world, case = waiting("continue")
    assert max(stays(case.twin(dice(1, copy)), world.desk) for copy in range(30)) > 1 - RULE


def test_the_put_off_step_comes_at_its_own_time() -> None:
    world, case = waiting("continue")
    world._queue[:] = [(case.now, case.opening.number, case)]
    strike, answer = world.step(), world.step()
    assert [message["author_id"] for message in strike.messages] == ["sla_clock"]
    assert answer.messages[0]["sent_at"] == moment(case.due + HOUR)
