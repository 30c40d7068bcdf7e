"""What the simulated desk writes down agrees with what happened: names, times, counts, links, rules and duty."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from data.sources.simulated.case import Case
from data.sources.simulated.catalogue import ISSUE
from data.sources.simulated.desk import on_duty
from data.sources.simulated.ending import outcome
from data.sources.simulated.seasons import DAY, HOUR, START, moment
from data.sources.simulated.truth import probability, silent
from data.sources.simulated.words.moments import DEADLINE, SINCE
from data.sources.simulated.words.speech import Voice, speak
from data.sources.simulated.words.tables import THEMES
from data.sources.simulated.world import World
from tests.test_simulated import SETTINGS
from tests.test_simulated_cases import played

INTRODUCES = re.compile(r"(?:My name is|Mein Name ist|[Mm]e llamo|[Jj]e m'appelle) (\w+)")
MONDAY = 10 * HOUR


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return played(conversations=2400, languages=dict.fromkeys(THEMES, 0.25))


def events(cases: list[Case], **like: str) -> list[tuple[Case, dict[str, Any]]]:
    return [(case, event) for case in cases for event in case.events if like.items() <= event.items()]


def test_a_worker_has_one_name(cases: list[Case]) -> None:
    names = defaultdict(set)
    for case in cases:
        for message in case.messages:
            if message["author"] == "agent" and (found := INTRODUCES.search(message["text"])):
                names[message["author_id"]].add(found[1])
    assert len(names) > 20
    assert {len(found) for found in names.values()} == {1}
    assert names["ravi"] == {"Ravi"}
    handlers = [name for who, found in names.items() if who.startswith("handler") for name in found]
    assert len(set(handlers)) == len(handlers)
    other = World(SETTINGS.model_copy(update={"seed": 5}), quiet=True).desk.called
    assert other != World(SETTINGS, quiet=True).desk.called


def test_the_agreed_time_is_neither_kept_nor_missed_where_nobody_solved_it_in_time_to_close(cases: list[Case]) -> None:
    unsolved = [case for case in cases if case.resolved is None]
    early = [case for case in unsolved if case.events[-1]["at"] <= moment(case.due)]
    assert 20 < len(early) < len(unsolved)
    for case in unsolved:
        assert outcome(case)["sla_met"] is (None if case in early else False)


def test_nobody_asks_themselves_for_advice(cases: list[Case]) -> None:
    asked = events(cases, escalation_type="peer")
    assert len(asked) > 15
    assert all(event["from"] != event["to"] for _, event in asked)


def test_who_got_a_case_back_sends_it_on(cases: list[Case]) -> None:
    pairs = [(one, two) for case in cases for one, two in pairwise(case.events) if one["kind"] == "returned"]
    assert len(pairs) > 30
    assert all(two["kind"] == "assigned" and two["from"] == one["to"] for one, two in pairs)


def test_a_link_at_the_opening_was_known_by_then(cases: list[Case]) -> None:
    named = {case.conversation_id: case for case in cases}
    linked = [case for case in cases if case.opening.linked]
    assert len(linked) > 5
    for case in linked:
        opened, parent = moment(case.opening.opened), named[str(case.opening.linked)]
        taken = [
            other for other in cases
            if other.opening.hit and other.opening[3:5] == parent.opening[3:5]
            and any(event["kind"] == "accepted" and event["at"] <= opened for event in other.events)
        ]  # fmt: skip
        incident = [
            event for _, event in events([parent], trigger="impact_urgency") if event["at"] <= opened
        ]  # fmt: skip
        assert incident or len(taken) > 1


def asked_for(amount: float, seed: int) -> tuple[World, Case]:
    """Open a fraud case whose sum first line asks for, and play it until the approver is to decide."""
    world = World(SETTINGS.model_copy(update={"seed": seed}), silent, quiet=True)
    fixed = {"issue": ISSUE["card_fraud"], "product": "card", "amount": amount, "merit": 0.9, "impact": 0.2}
    case = world.begin(
        MONDAY, {"difficulty": 0.0}, **fixed, regulated=False, needs_tool=False, drifted=False, bot_first=False
    )
    while not world.over and case.phase not in ("decide", "take"):
        world.step()
    return world, case


def test_a_granted_sum_is_reported_to_compliance_also_where_first_line_asked_for_it() -> None:
    ways = defaultdict(list)
    for amount in (1_500.0, 600.0):
        for seed in range(60):
            world, case = asked_for(amount, seed)
            if case.phase != "decide" or case.hop_at is not None:
                continue
            risk = probability(case, world.desk, seed, 20)
            while not world.over:
                world.step()
            ways[amount].append((risk, case.cause == "procedure"))
            if case.cause == "procedure":
                sent = events([case], trigger="procedural_requirement")[0][1]
                assert sent["reason"] == "sums of this size are reported before they are paid"
                assert outcome(case)["verdict"] in ("needed", "misrouted")
    (risk, reported), (small_risk, small) = (np.mean(ways[amount], axis=0) for amount in (1_500.0, 600.0))
    assert reported > 0.6 > 0.3 > small
    assert risk > 0.8 > 0.5 > small_risk


def test_no_expert_writes_off_duty(cases: list[Case]) -> None:
    desk, wrote = World(SETTINGS, quiet=True).desk, 0
    for case in cases:
        for message in case.messages:
            expert = desk.named.get(message["author_id"] or "")
            if expert and expert.tier > 1:
                wrote += 1
                # A note and what is told about it take a few minutes more.
                at = round((message["sent_at"] - START).total_seconds())
                assert on_duty(expert, at) or on_duty(expert, at - 600)
    assert wrote > 1000


def test_people_whom_a_case_hits_stay_as_many() -> None:
    def count_only(*told: Any, **_: Any) -> str:
        return str(told[2]["count"])

    world, seen = World(SETTINGS.model_copy(update={"conversations": 100}), count_only), []
    while not world.over:
        for case in world.step().finished:
            (found,) = {word for message in case.messages for word in message["text"].split()}
            seen.append(found)
    assert len(set(seen)) > 20
    assert min(map(int, seen)) > 1


def second(at: datetime) -> str:
    return str(round((at - START).total_seconds()))


def said(act: str, language: str, at: datetime, opened: datetime) -> str:
    facts = {"issue": "parcel_late", "product": "shop", "at": second(at), "opened": second(opened)}
    generator = np.random.default_rng(1)
    return " ".join(speak(act, Voice(language), facts, generator) for _ in range(500)).lower()


def lower(told: dict[str, str]) -> dict[str, str]:
    return {key: phrase.lower() for key, phrase in told.items()}


@pytest.mark.parametrize("language", list(THEMES))
def test_a_deadline_lies_ahead_and_a_beginning_behind(language: str) -> None:
    evening = START + timedelta(days=16, hours=19)  # A Wednesday, the 22nd.
    early = START + timedelta(days=1, hours=9)  # A Tuesday, the 7th.
    told, ahead = lower(DEADLINE[language]), said("promise", language, early, early)
    assert all(told[key] in ahead for key in ("noon", "date", "today"))
    late = said("promise", language, evening, early)
    assert not any(told[key] in late for key in ("noon", "date", "today"))
    assert told["friday"] in late
    told = lower(SINCE[language])
    now, later = said("open", language, early, early), said("open", language, evening, early)
    assert told["morning"] in now
    assert told["days"] in later
    assert not any(told[key] in later for key in ("hour", "morning", "yesterday", "monday", "week", "weekend"))


def test_notes_on_the_way_to_compliance_fit_the_reason(cases: list[Case]) -> None:
    formal = [
        (case, event) for case, event in events(cases, trigger="procedural_requirement")
        if event["reason"].startswith("formal complaint")
    ]  # fmt: skip
    notes = [case.messages[event["after_sequence"] + 1]["text"] for case, event in formal]
    assert len(notes) > 4
    assert all(re.search("omplain", note) for note in notes)
    about_identity = [
        case.opening.issue.category for case in cases
        if any("Identity check" in message["text"] for message in case.messages if message.get("visibility"))
    ]  # fmt: skip
    assert set(about_identity) <= {"security", "access"}


def test_what_was_denied_is_not_offered_in_the_next_breath() -> None:
    acts: list[tuple[str, bool]] = []
    world: World

    def listen(act: str, *_: Any, **__: Any) -> str:
        acts.append((act, any(case.approval is False for case in world.open.values())))
        return act

    for seed in range(4):
        world = World(SETTINGS.model_copy(update={"seed": seed}), listen, quiet=True)
        for day in range(60):
            world.begin(
                MONDAY + day * 7 * DAY, {"difficulty": 0.0}, issue=ISSUE["refund_request"], product="shop",
                amount=700.0, merit=0.0, impact=0.1, regulated=False,
            )  # fmt: skip
            while not world.over:
                world.step()
    assert sum(denied for _, denied in acts) > 100
    assert not [act for act, denied in acts if denied and act == "offer_goodwill"]
