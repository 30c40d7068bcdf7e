"""The world is steppable: orders change what happens, hidden state shows in no row, and each cause has its hazard."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import numpy as np
import pytest

from data.errors import BadInput
from data.sources.simulated.case import Case, Order
from data.sources.simulated.catalogue import ISSUE
from data.sources.simulated.ending import outcome
from data.sources.simulated.needs import hazards
from data.sources.simulated.opening import drawn
from data.sources.simulated.rows import at_opening, rows_of
from data.sources.simulated.seasons import HOUR
from data.sources.simulated.settings import Simulated
from data.sources.simulated.truth import silent
from data.sources.simulated.world import World
from data.tables import TABLES
from tests.test_simulated import GIVEN, SETTINGS

MONDAY = 10 * HOUR
CHAIN = ["functional", "functional", "hierarchical", "functional"]


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


def test_a_finished_world_says_so() -> None:
    world = World(SETTINGS, quiet=True)
    with pytest.raises(BadInput, match="nothing left to happen"):
        world.step()


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
    assert world.begin(MONDAY).conversation_id == "case_00001"


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


def test_only_columns_of_the_tables_are_visible_and_the_opening_row_never_changes() -> None:
    world = World(SETTINGS.model_copy(update={"conversations": 60}), silent)
    before: dict[str, Any] = {}
    while not world.over:
        step = world.step()
        before.setdefault(step.case.conversation_id, at_opening(step.case))
        for case in step.finished:
            assert at_opening(case) == before[case.conversation_id]
            for table, values in rows_of(case):
                known = {field.alias or name for name, field in TABLES[table].model_fields.items()}
                assert set(values) <= known
            assert set(at_opening(case)["attributes"] or {}) <= {"amount", "seats", "plan"}


def test_words_never_move_what_happens() -> None:
    small = SETTINGS.model_copy(update={"conversations": 80})
    logs = []
    for world in (World(small), World(small, silent)):
        ended = []
        while not world.over:
            ended += [(case.events, outcome(case)) for case in world.step().finished]
        logs.append(ended)
    assert logs[0] == logs[1]


def test_only_open_cases_are_kept() -> None:
    world = World(SETTINGS, silent)
    most = 0
    while not world.over:
        world.step()
        most = max(most, len(world.open))
    assert not world.open
    assert most < 0.1 * SETTINGS.conversations


def test_each_cause_raises_its_own_hazard() -> None:
    def case_with(hidden: dict[str, Any], **fixed: Any) -> dict[str, float]:
        plain = {"amount": 0.0, "impact": 0.2, "regulated": False, "needs_tool": False, "linked": None}
        start = {"wish": 0, "anger": 0.1, "difficulty": 0.1, "consulted": True}
        return hazards(World(SETTINGS, silent, quiet=True).begin(MONDAY, start | hidden, **(plain | fixed)))

    before = case_with({})
    changes: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
        "expertise": ({"difficulty": 1.0}, {}), "request": ({"wish": 2}, {}), "emotion": ({"anger": 1.1}, {}),
        "authority": ({}, {"amount": 9_999.0}), "impact": ({}, {"impact": 0.95}), "tool": ({}, {"needs_tool": True}),
        "procedure": ({}, {"regulated": True}),
    }  # fmt: skip
    for cause, (hidden, fixed) in changes.items():
        after = case_with(hidden, **fixed)
        assert [name for name in after if after[name] > before[name] + 0.05] == [cause]


def handed_over(case: Case) -> list[tuple[str, str]]:
    return [(event["escalation_type"], event["to"]) for event in case.events if event["kind"] == "escalated"]


def test_the_default_corpus_has_chains_over_two_desks_and_a_manager_to_compliance() -> None:
    world = World(Simulated.model_validate(GIVEN), silent)
    found = []
    while not world.over:
        found += [case for case in world.step().finished if [kind for kind, _ in handed_over(case)] == CHAIN]
    formal = [case for case in found if handed_over(case)[-1][1] == "compliance"]
    assert len(formal) >= 3
    for case in formal:
        last = [event for event in case.events if event["kind"] == "escalated"][-1]
        assert last["reason"] == "formal complaint: two desks could not settle it"
        assert len(set(case.visited)) == len(case.visited)
        assert case.anger > 0


@pytest.mark.parametrize(
    ("amount", "merit", "ends_at"), [(4_800.0, 0.9, "olivia"), (4_800.0, 0.1, "daniel"), (900.0, 0.9, "daniel")]
)
def test_a_large_sum_is_reported_to_compliance_before_it_is_paid(amount: float, merit: float, ends_at: str) -> None:
    """Most worlds must agree: rules are not always read, and one case in ten is sent to a wrong team first."""
    ended = []
    for seed in range(30):
        world = World(SETTINGS.model_copy(update={"seed": seed}), silent, quiet=True)
        fixed = {"issue": ISSUE["refund_request"], "product": "shop", "amount": amount, "merit": merit, "impact": 0.2}
        case = world.begin(MONDAY, {"difficulty": 0.1}, **fixed, regulated=False, needs_tool=False, drifted=False)
        world.tell({case.conversation_id: Order("escalate", "daniel")})
        while not world.over:
            world.step()
        ended.append(case)
    sent = [case for case in ended if case.cause in ("authority", "procedure")]
    assert len(sent) > 15
    assert np.mean([case.resolver is not None and case.resolver.name == ends_at for case in sent]) > 0.5
    for case in sent:
        decided = [event for event in case.events if event["kind"] in ("approved", "denied")]
        assert [event["kind"] for event in decided] == ["approved" if merit > 0.5 else "denied"]
        assert decided[0]["from"] == "daniel"
        assert decided[0]["to"] == case.handler.name


def test_the_draw_of_a_case_does_not_depend_on_other_cases() -> None:
    one, other = World(SETTINGS, silent, quiet=True), World(SETTINGS, silent, quiet=True)
    other.begin(MONDAY)
    first, second = (drawn(SETTINGS, world.desk, world.bugs, 7, MONDAY)[0] for world in (one, other))
    assert (first.issue, first.product, first.client, first.amount) == (
        second.issue,
        second.product,
        second.client,
        second.amount,
    )
