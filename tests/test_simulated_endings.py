"""How cases end: a no stays a no, silence is not thanked for, and nobody closes or decides at night."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from data.sources.simulated.case import Case
from data.sources.simulated.desk import Desk, on_duty
from data.sources.simulated.ending import outcome
from data.sources.simulated.needs import limit
from data.sources.simulated.people import FIRST_LINE
from data.sources.simulated.seasons import START
from data.sources.simulated.world import World
from tests.test_simulated import SETTINGS

SMALLEST = min(worker.limit for worker in FIRST_LINE) * 0.6  # After the drift.
PAYS = {"deliver_solution", "propose_step", "offer_goodwill", "say_solved", "say_better", "thank", "back_again"}


def acts_only(act: str, *_: object, **__: object) -> str:
    return act


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    world = World(SETTINGS.model_copy(update={"conversations": 3000, "days": 120}), acts_only)
    ended: list[Case] = []
    while not world.over:
        ended += world.step().finished
    return ended


def acts(message: dict[str, Any]) -> set[str]:
    return set(message["text"].split())


def decisions(cases: list[Case], kind: str) -> Iterator[tuple[Case, list[dict[str, Any]]]]:
    """Give each case in which a sum was decided so, with what was said afterwards."""
    for case in cases:
        after = next((event["after_sequence"] for event in case.events if event["kind"] == kind), None)
        if after is not None:
            yield case, case.messages[after + 1 :]


def test_who_was_told_no_is_offered_nothing_and_puts_up_with_it_or_goes(cases: list[Case]) -> None:
    denied = list(decisions(cases, "denied"))
    assert len(denied) > 30
    for case, after in denied:
        assert PAYS.isdisjoint(act for message in after for act in acts(message)), case.conversation_id
        assert "reopened" not in [event["kind"] for event in case.events]
    said = [acts(message) for _, after in denied for message in after]
    assert sum("accept_no" in done for done in said) > 8


def test_first_line_offers_no_money_beyond_its_limit(cases: list[Case]) -> None:
    for case in cases:
        granted = next((event["after_sequence"] for event in case.events if event["kind"] == "approved"), 10**6)
        if case.opening.queue == "chat" or case.opening.amount <= limit(case):  # In the chat handlers change.
            continue
        for message in case.messages[: case.hop_at]:
            if message["author"] == "agent" and message["sequence"] <= granted:
                assert {"offer_goodwill", "deliver_solution"}.isdisjoint(acts(message))


def test_a_sum_that_nobody_recorded_is_within_every_limit(cases: list[Case]) -> None:
    unrecorded = [case for case in cases if not case.opening.amount and case.writer]
    assert max(float(case.writer.facts["amount"]) for case in unrecorded if case.writer) <= SMALLEST


def test_nobody_is_glad_about_a_case_that_was_left_unsolved(cases: list[Case]) -> None:
    last = [acts(case.messages[-1]) for case in cases if case.resolved is None and case.opening.client]
    assert sum("close_silent" in done for done in last) > 50
    assert not any("close_case" in done for done in last)


def test_what_came_back_and_was_dropped_is_not_solved(cases: list[Case]) -> None:
    logs = {case: [event["kind"] for event in case.events] for case in cases}
    back = [
        case
        for case, kinds in logs.items()
        if "reopened" in kinds and "resolved" not in kinds[kinds.index("reopened") :]
    ]
    assert back
    for case in back:
        row = outcome(case)
        assert row["resolved_at"] is None
        assert row["sla_met"] in (None, False)


def test_the_first_response_is_the_first_public_answer(cases: list[Case]) -> None:
    for case in cases:
        answers = [m["sent_at"] for m in case.messages if m["author"] == "agent" and m.get("visibility") is None]
        assert outcome(case)["first_response_at"] == (answers[0] if answers else None)


def test_cases_are_closed_and_sums_decided_on_duty(cases: list[Case]) -> None:
    desk = Desk(SETTINGS.model_copy(update={"conversations": 3000, "days": 120}))
    for case in cases:
        closing = [(m["author_id"], m["sent_at"]) for m in case.messages if acts(m) <= {"close_case", "close_silent"}]
        decided = [(e["from"], e["at"]) for e in case.events if e["kind"] in ("approved", "denied")]
        for who, at in closing + decided:
            assert on_duty(desk.named[who], int((at - START).total_seconds())), (case.conversation_id, who, at)
