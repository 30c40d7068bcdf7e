"""The built-in help desk: clean, repeatable, without leaks, and with the causes it claims to have."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from data.parameters import Simulated
from data.quarantine import SourceRow, clean
from data.sources.simulated import read
from data.sources.simulated.case import Case
from data.sources.simulated.catalogue import CATEGORIES, ISSUES, PRODUCTS
from data.sources.simulated.desk import START, opened, simulate
from data.sources.simulated.dialogue import converse, hazards
from data.sources.simulated.ending import end
from data.sources.simulated.handover import Desk, hand_over
from data.sources.simulated.macros import STEPS
from data.sources.simulated.matrices import LEVELS, SEVERITIES
from data.sources.simulated.people import EXPERTS, HANDLERS, customers
from data.sources.simulated.rows import at_opening
from data.sources.simulated.symptoms import SYMPTOMS

SETTINGS = Simulated(conversations=300, days=90, seed=7)
OPENING_FIELDS = {
    "conversation_id", "opened_at", "channel", "product", "category", "priority", "language", "customer_id", "queue",
    "handler_id", "sla_due_at", "attributes",
}  # fmt: skip
DIGEST = """
import hashlib
from data.parameters import Simulated
from data.sources.simulated import read
rows = list(read(Simulated(conversations=300, days=90, seed=7)))
print(hashlib.sha256(repr(rows).encode()).hexdigest())
"""


@pytest.fixture(scope="module")
def rows() -> list[SourceRow]:
    return list(read(SETTINGS))


@pytest.fixture(scope="module")
def cleaned(rows: list[SourceRow]) -> Any:
    return clean(rows, "simulated")


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    # Differences between groups vary by 0.10 from seed to seed with 300 conversations, by 0.04 with 1,500.
    generator = np.random.default_rng(SETTINGS.seed)
    larger = SETTINGS.model_copy(update={"conversations": 1500})
    return list(simulate(larger, customers(generator, START), generator))


def by_case(records: list[Any]) -> dict[str, list[Any]]:
    groups: dict[str, list[Any]] = defaultdict(list)
    for record in records:
        groups[record.conversation_id].append(record)
    return groups


def escalation_rate(cases: list[Case]) -> float:
    return sum(case.escalated_sequence is not None for case in cases) / len(cases)


def test_every_row_is_clean(rows: list[SourceRow], cleaned: Any) -> None:
    assert cleaned.quarantine == []
    assert sum(len(records) for records in cleaned.tables.values()) == cleaned.rows_in == len(rows)
    assert len(cleaned.tables["conversations"]) == SETTINGS.conversations
    assert all(cleaned.tables[table] for table in cleaned.tables if table not in ("quarantine", "turn_labels"))


def test_the_same_seed_gives_the_same_rows_and_another_gives_others(rows: list[SourceRow]) -> None:
    assert repr(list(read(SETTINGS))) == repr(rows)
    others = list(read(SETTINGS.model_copy(update={"seed": 8})))
    assert [r.values for r in others if r.table == "messages"] != [r.values for r in rows if r.table == "messages"]


def test_rows_do_not_depend_on_the_hash_seed(rows: list[SourceRow]) -> None:
    for seed in ("1", "2"):
        ran = subprocess.run(
            [sys.executable, "-c", DIGEST], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        )
        assert ran.stdout.decode().strip() == hashlib.sha256(repr(rows).encode()).hexdigest()


def test_a_conversations_row_does_not_change_with_what_happens_later(rows: list[SourceRow]) -> None:
    assert {name for row in rows if row.table == "conversations" for name in row.values} == OPENING_FIELDS
    generator = np.random.default_rng(0)
    clients = customers(generator, START)
    escalated = set()
    for number in range(60):
        case = opened(generator, number, START, clients[number])
        before = at_opening(case)
        if cause := converse(case):
            hand_over(case, cause, Desk())
        end(case)
        escalated.add(case.escalated_sequence is not None)
        assert at_opening(case) == before
    assert escalated == {True, False}


def test_customers_are_known_before_the_first_conversation(cleaned: Any) -> None:
    first = min(case.opened_at for case in cleaned.tables["conversations"])
    known = {customer.customer_id: customer.known_from for customer in cleaned.tables["customers"]}
    assert max(known.values()) < first
    writers = {case.customer_id for case in cleaned.tables["conversations"]}
    assert writers - {None} <= set(known)


def test_outcomes_agree_with_events(cleaned: Any) -> None:
    events, messages = by_case(cleaned.tables["events"]), by_case(cleaned.tables["messages"])
    teams = {resolver.resolver_id: resolver.team for resolver in cleaned.tables["resolvers"]}
    returned = 0
    for outcome in by_case(cleaned.tables["outcomes"]).values():
        (ended,) = outcome
        log = events[ended.conversation_id]
        assert [event.event_sequence for event in log] == list(range(len(log)))
        handed = [event for event in log if event.kind == "escalated"]
        assert ended.escalated == bool(handed)
        if not handed:
            assert (ended.escalated_sequence, ended.resolver_id, ended.resolver_team) == (None, None, None)
            continue
        assert ended.escalated_sequence == handed[0].after_sequence + 1
        assert 0 < ended.escalated_sequence < len(messages[ended.conversation_id])
        accepted = [event.to for event in log if event.kind == "accepted"]
        assert accepted == [ended.resolver_id]
        assert teams[ended.resolver_id] == ended.resolver_team == handed[-1].to
        assert len(handed) == 1 + sum(event.kind == "returned" for event in log)
        returned += len(handed) - 1
    assert returned > 0


def test_time_runs_forward(cleaned: Any) -> None:
    messages, events = by_case(cleaned.tables["messages"]), by_case(cleaned.tables["events"])
    for name, said in messages.items():
        times = [message.sent_at for message in said]
        assert all(earlier < later for earlier, later in pairwise(times))
        log = events[name]
        assert all(earlier.at <= later.at for earlier, later in pairwise(log))
        assert all(event.after_sequence < 0 or times[event.after_sequence] <= event.at for event in log)
        following = [(event, times[event.after_sequence + 1 :]) for event in log]
        assert all(event.at <= later[0] for event, later in following if later)


def test_matrices_are_complete(cleaned: Any) -> None:
    cells = [(row.category, row.severity) for row in cleaned.tables["escalation_matrix"]]
    assert sorted(cells) == sorted((category, level) for category in CATEGORIES for level in SEVERITIES)
    teams = {resolver.team for resolver in cleaned.tables["resolvers"]}
    for row in cleaned.tables["escalation_matrix"]:
        assert {row.team, row.backup_team} <= teams
        assert row.team != row.backup_team
    squares = [(row.urgency, row.impact) for row in cleaned.tables["severity_matrix"]]
    assert sorted(squares) == sorted((urgency, impact) for urgency in LEVELS for impact in LEVELS)
    actions = {row.action for row in cleaned.tables["authority_matrix"]}
    unlimited = {row.action for row in cleaned.tables["authority_matrix"] if row.amount_up_to is None}
    assert actions == unlimited


def test_conversations_look_like_a_desk(cleaned: Any) -> None:
    messages = by_case(cleaned.tables["messages"])
    lengths = [len(said) for said in messages.values()]
    assert min(lengths) >= 3
    assert max(lengths) <= 12
    assert 5 < np.mean(lengths) < 7.5
    letters = [
        re.sub("[^a-z ]", "", " ".join(m.text for m in said if m.author == "customer").lower())
        for said in messages.values()
    ]
    assert len(set(letters)) > 0.9 * len(letters)
    assert all("{" not in message.text for said in messages.values() for message in said)


def test_escalation_comes_at_varied_turns_in_a_third_of_cases(cases: list[Case]) -> None:
    assert 0.25 < escalation_rate(cases) < 0.4
    turns = {case.escalated_sequence for case in cases} - {None}
    assert len(turns) >= 5
    assert 1 in turns


def test_monitoring_opens_cases_without_a_customer(cases: list[Case]) -> None:
    alerts = [case for case in cases if case.client is None]
    assert 1 <= len(alerts) <= 20
    assert all(case.messages[0]["author"] == "system" for case in alerts)
    assert all(at_opening(case)["customer_id"] is None for case in alerts)


def test_unskilled_handlers_escalate_more_where_the_issue_is_harder(cases: list[Case]) -> None:
    unskilled = [case for case in cases if case.client and case.skill < 0.5]
    skilled = [case for case in cases if case.client and case.skill >= 0.6]
    assert escalation_rate(unskilled) > escalation_rate(skilled) + 0.1
    middle = float(np.median([case.difficulty for case in unskilled]))
    hard = [case for case in unskilled if case.difficulty > middle]
    easy = [case for case in unskilled if case.difficulty <= middle]
    assert escalation_rate(hard) > escalation_rate(easy) + 0.1


def test_each_cause_raises_its_own_hazard(cases: list[Case]) -> None:
    case = next(case for case in cases if case.client and not case.asked_for_person)
    plain = replace(case, amount=0.0, clock=case.opened_at)
    before = hazards(plain)
    changes: dict[str, dict[str, Any]] = {
        "expertise": {"difficulty": case.difficulty + 0.3},
        "authority": {"amount": case.handler.authority_limit + 1},
        "request": {"asked_for_person": True},
        "emotion": {"frustration": case.frustration + 0.5},
        "impact": {"impact": case.impact + 0.3},
        "service_level": {"clock": case.sla_due_at},
    }
    for cause, change in changes.items():
        after = hazards(replace(plain, **change))
        assert [name for name in after if after[name] != before[name]] == [cause]
        assert after[cause] > before[cause]


def test_the_customers_own_propensity_matters(cases: list[Case]) -> None:
    eager = [case for case in cases if case.client and case.client.propensity > 0.5]
    calm = [case for case in cases if case.client and case.client.propensity < -0.5]
    assert escalation_rate(eager) > escalation_rate(calm) + 0.1


def test_every_issue_has_words_and_every_name_is_known() -> None:
    assert set(SYMPTOMS) == {issue.name for issue in ISSUES}
    assert set(STEPS) == set(CATEGORIES)
    assert {product for issue in ISSUES for product in issue.products} == set(PRODUCTS)
    known = set(PRODUCTS) | set(SYMPTOMS)
    assert {skill for person in EXPERTS for skill in person.knows} <= known
    assert {category for handler in HANDLERS for category in handler.strong_in} <= set(CATEGORIES)
