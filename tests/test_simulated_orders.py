"""What the world is told: orders for open cases and cases of one's own; what cannot be is refused whole."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import numpy as np
import pytest

from data.errors import BadInput
from data.sources.simulated.case import Case, Order
from data.sources.simulated.ending import outcome
from data.sources.simulated.seasons import HOUR
from data.sources.simulated.truth import silent
from data.sources.simulated.world import World
from tests.test_simulated import SETTINGS

MONDAY = 10 * HOUR


def played(orders: Callable[[Case], Order | str | None], count: int = 300) -> list[Case]:
    """Play a whole world; ``orders`` gives the order for a case whose customer has just written."""
    world = World(SETTINGS.model_copy(update={"conversations": count}), silent)
    ended: list[Case] = []
    actions: dict[str, Order | str] = {}
    while not world.over:
        step = world.step(actions)
        ended += step.finished
        wrote = step.messages and step.messages[-1]["author"] in ("customer", "system") and not step.case.closed
        order = orders(step.case) if wrote else None
        actions = {step.case.conversation_id: order} if order else {}
    return ended


def at_opening_only(order: Order) -> Callable[[Case], Order | None]:
    return lambda case: order if case.sequence == 0 else None


def escalated(cases: list[Case]) -> float:
    return float(np.mean([case.hop_at is not None for case in cases]))


def test_orders_change_what_happens() -> None:
    free, kept, sent = played(lambda _: None), played(lambda _: "continue"), played(lambda _: "escalate")
    assert escalated(kept) < 0.02 < 0.2 < escalated(free) < 0.5 < 0.95 < escalated(sent)
    # Only customers whose need nobody meets are left alone: what is kept back is missed.
    assert sum(outcome(case)["verdict"] == "missed" for case in kept) > sum(
        outcome(case)["verdict"] == "missed" for case in free
    )
    assert sum(outcome(case)["verdict"] == "avoidable" for case in sent) > 100
    assert {outcome(case)["action_taken"] for case in sent} >= {"escalate"}
    assert {event["initiated_by"] for event in sent[0].events if event["kind"] == "escalated"} == {"model"}


def test_an_order_names_the_team_the_person_or_the_handler() -> None:
    for order, team in ((Order("escalate", "fraud"), "fraud"), (Order("escalate", "yuki"), "data")):
        cases = played(at_opening_only(order), 30)
        firsts = [next((e for e in case.events if e["kind"] == "escalated"), None) for case in cases]
        assert {event["to"] for event in firsts if event and event["initiated_by"] == "model"} == {team}
    assigned = played(at_opening_only(Order("assign", "handler_01")), 30)
    assert any(
        e["reason"] == "handler_01" and "from" in e for case in assigned for e in case.events if e["kind"] == "assigned"
    )
    asked = played(at_opening_only(Order("consult")), 30)
    assert any(event.get("escalation_type") == "peer" for case in asked for event in case.events)


@pytest.mark.parametrize(
    ("name", "order", "shown"),
    [
        ("case_9", "escalate", "is no open conversation"),
        ("case_00001", "escalte", "did you mean 'escalate'"),
        ("case_00001", Order("escalate", "fruad"), "did you mean 'fraud'"),
        ("case_00001", Order("escalate", "chat"), "takes no escalations"),
        ("case_00001", Order("assign", "yuki"), "is nobody of the first line"),
    ],
)
def test_an_impossible_order_names_the_fix(name: str, order: Any, shown: str) -> None:
    world = World(SETTINGS, silent)
    world.step()
    with pytest.raises(BadInput, match=shown):
        world.step({name: order})


def test_a_case_of_ones_own_begins_as_it_is_told() -> None:
    world = World(SETTINGS, quiet=True)
    case = world.begin(MONDAY, {"difficulty": 2.0, "anger": 0.9}, priority="P1", product="api")
    assert (case.difficulty, case.anger, case.due) == (2.0, 0.9, MONDAY + 4 * HOUR)
    while not world.over:
        world.step()
    assert case.hop_at is not None
    later = world.now + 60
    with pytest.raises(BadInput, match="'difficulty'"):
        world.begin(later, {"dificulty": 2.0})
    with pytest.raises(BadInput, match="is no state that may be given"):
        world.begin(later, {"say": 1})
    with pytest.raises(BadInput, match="did you mean 'product'"):
        world.begin(later, prodct="api")
    with pytest.raises(BadInput, match="'P9' is unknown"):
        world.begin(later, priority="P9")
    with pytest.raises(BadInput, match="is over in this world"):
        world.begin(MONDAY)


@pytest.mark.parametrize("second", [-1, "5", 1.5, float("nan"), 10**30, None])
def test_what_is_no_second_of_the_world_is_refused(second: Any) -> None:
    with pytest.raises(BadInput, match="is no second of this world"):
        World(SETTINGS, quiet=True).begin(second)


@pytest.mark.parametrize("fixed", [
    {"language": "xx"}, {"product": "zz"}, {"channel": "zz"}, {"priority": "P9"}, {"opened": 5}, {"number": 7},
    {"hidden": {"phase": "zz"}}, {"hidden": {"now": -5}}, {"hidden": {"anger": "much"}},
])  # fmt: skip
def test_a_case_that_cannot_be_is_refused_and_the_world_goes_on(fixed: dict[str, Any]) -> None:
    world = World(SETTINGS, quiet=True)
    with pytest.raises(BadInput):
        world.begin(MONDAY, **fixed)
    assert world.over
    assert world.begin(MONDAY).conversation_id == "own_00001"


A_NUMBER: Any = 5
NO_ORDERS: list[Any] = [
    None, 5, ("escalate", "x"), Order(A_NUMBER), Order("escalate", A_NUMBER), Order("assign", A_NUMBER),
    Order("consult", "nobody"), Order("continue", "fraud"),
]  # fmt: skip


@pytest.mark.parametrize("order", NO_ORDERS)
def test_what_is_no_order_is_refused_and_nothing_has_happened(order: Any) -> None:
    world = World(SETTINGS, silent)
    while len(world.open) < 2:
        world.step()
    first, second, *_ = world.open
    before = [len(case.events) for case in world.open.values()], world.now
    with pytest.raises(BadInput):
        world.step({first: Order("assign", "handler_01"), second: order})
    assert ([len(case.events) for case in world.open.values()], world.now) == before


def test_every_event_of_every_case_comes_out_of_a_step() -> None:
    world, chance, told, kept = World(SETTINGS, silent), Random(1), 0, 0
    while not world.over:
        free = [name for name, case in world.open.items() if case.resolver is None]
        orders = {chance.choice(free): Order("assign", f"handler_0{chance.randrange(1, 6)}")} if free else {}
        step = world.step(orders)
        told += len(step.events)
        kept += sum(len(case.events) for case in step.finished)
    assert told == kept
