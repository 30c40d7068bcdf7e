"""The world is steppable: orders change what happens, hidden state shows in no row, and each cause has its hazard."""

from __future__ import annotations

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


def test_a_finished_world_says_so() -> None:
    world = World(SETTINGS, quiet=True)
    with pytest.raises(BadInput, match="nothing left to happen"):
        world.step()


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
