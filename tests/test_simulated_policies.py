"""The world as a laboratory of policies: routing well pays, time runs forward, and every policy comes to an end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import numpy as np
import pytest

from data.errors import BadInput
from data.sources.simulated.case import Case, Order
from data.sources.simulated.ending import outcome
from data.sources.simulated.people import TEAMS
from data.sources.simulated.routing import MOST_HOPS
from data.sources.simulated.seasons import HOUR, moment
from data.sources.simulated.truth import silent
from data.sources.simulated.world import World
from tests.test_simulated import SETTINGS
from tests.test_simulated_orders import at_opening_only, played
from training.policy import Costs, Policy, decide

MONDAY = 10 * HOUR
WRONG_PEOPLE = ("noor", "carla")


class Result(NamedTuple):
    """What a policy brought: cost, hours to solve, and the share of misrouted cases."""

    cost: float
    hours: float
    misrouted: float


def result(destination: Callable[[Case], str]) -> Result:
    """Send every case of a world away when its customer first writes."""
    cases = played(lambda case: Order("escalate", destination(case)) if case.hop_at is None else None, 500)
    ended = [outcome(case) for case in cases]
    hours = [(case.resolved - case.opening.opened) / HOUR for case in cases if case.resolved is not None]
    misrouted = float(np.mean([row["verdict"] == "misrouted" for row in ended]))
    return Result(float(np.mean([row["cost"] for row in ended])), float(np.mean(hours)), misrouted)


def always(name: str, _: Case) -> str:
    return name


def test_the_right_team_beats_every_constant_destination() -> None:
    right = result(lambda case: case.opening.issue.team)
    assert right.misrouted < 0.05
    for name in (*TEAMS, *WRONG_PEOPLE):
        constant = result(partial(always, name))
        assert constant.misrouted > right.misrouted + 0.3, name
        assert constant.cost > right.cost, name
        assert constant.hours > right.hours, name


def test_a_wrong_team_or_person_sends_the_case_back_to_the_right_one() -> None:
    for to in ("compliance", "olivia"):
        world = World(SETTINGS, silent, quiet=True)
        fixed = {"amount": 0.0, "impact": 0.1, "regulated": False, "needs_tool": True, "client": None}
        case = world.begin(MONDAY, {"difficulty": 0.4}, **fixed)
        world.tell({case.conversation_id: Order("escalate", to)})
        while not world.over:
            world.step()
        kinds = [(event["kind"], event.get("to")) for event in case.events]
        assert ("escalated", "compliance") in kinds
        assert kinds.index(("returned", case.handler.name)) < kinds.index(("assigned", case.opening.issue.team))
        assert "olivia" not in [to for kind, to in kinds if kind == "accepted"]
        assert outcome(case)["verdict"] == "misrouted"


def test_the_present_of_a_step_never_falls_and_shows_no_future() -> None:
    world, before = World(SETTINGS, silent), 0
    while not world.over:
        step = world.step()
        assert before <= step.second == world.now
        before = step.second
        ahead = [(message["sent_at"] - moment(step.second)).total_seconds() for message in step.messages]
        assert all(0 <= seconds < HOUR / 2 for seconds in ahead)


def test_whoever_escalates_for_ever_comes_to_an_end() -> None:
    world, most = World(SETTINGS.model_copy(update={"conversations": 40}), silent), 0
    for _ in range(20_000):
        if world.over:
            break
        most = max([most, *(case.hops for case in world.step(dict.fromkeys(world.open, "escalate")).finished)])
    assert world.over
    assert most <= MOST_HOPS


def handed_over() -> tuple[World, Case]:
    world = World(SETTINGS, silent)
    while True:
        case = world.step().case
        if case.resolver is not None and not case.closed:
            return world, case


def test_what_comes_too_late_for_a_case_is_refused() -> None:
    world, case = handed_over()
    assert case.resolver is not None
    for order in (Order("consult"), Order("escalate", case.team), Order("escalate", case.resolver.name)):
        with pytest.raises(BadInput, match=r"has left it|has the case already"):
            world.step({case.conversation_id: order})


def test_ordered_advice_is_the_models_and_helps_once() -> None:
    consults = played(at_opening_only(Order("consult")), 60)
    peers = [next(event for event in case.events if event["kind"] == "escalated") for case in consults if case.hop_at]
    assert {event["initiated_by"] for event in peers if event["escalation_type"] == "peer"} >= {"model"}
    world = World(SETTINGS, silent, quiet=True)
    case = world.begin(MONDAY, {"difficulty": 3.0, "skill": 0.5})
    for _ in range(40):
        if world.over or case.team:
            break
        world.step({case.conversation_id: "consult"})
    assert case.consulted
    assert case.skill <= case.handler.skill + 0.14 + 0.16


def test_the_projects_own_policy_drives_the_world() -> None:
    policy, numbers = Policy(0.5, 0.5, Costs(10, 1), "test"), np.random.default_rng(1)
    cases = played(lambda _: decide(float(numbers.random()), policy), 60)
    assert {case.action_taken for case in cases} >= {"escalate", "watch", "continue"}


@pytest.mark.parametrize("action", ["watch", "review"])
def test_who_only_watches_changes_nothing_but_the_record(action: str) -> None:
    free, watched = played(lambda _: None, 80), played(lambda _: action, 80)
    assert [case.events for case in free] == [case.events for case in watched]
    assert {case.action_taken for case in watched if case.hop_at is None} == {action}
