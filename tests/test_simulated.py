"""The built-in help desk: clean, repeatable, and every kind of thing that it claims to have happens."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from typing import Any, get_args

import numpy as np
import pytest
import yaml

from data.quarantine import Cleaned
from data.schema import EscalationType, EventKind, TriggerFamily, Verdict
from data.source_rows import SourceRow
from data.sources.simulated.catalogue import CATEGORIES, ISSUES, PRODUCTS
from data.sources.simulated.matrices import LEVELS, SEVERITIES
from data.sources.simulated.people import EXPERTS, FIRST_LINE
from data.sources.simulated.rows import read
from data.sources.simulated.settings import Simulated
from data.sources.simulated.words.speech import ISSUES as SPOKEN_ISSUES
from data.sources.simulated.words.speech import PRODUCTS as SPOKEN_PRODUCTS
from tests.cleaning import cleaned
from tests.test_imports import ROOT

GIVEN = yaml.safe_load((ROOT / "params.yaml").read_text(encoding="utf-8"))["conversations"]["simulated"]
SETTINGS = Simulated.model_validate(GIVEN | {"conversations": 1500, "seed": 101})
DIGEST = """
import hashlib, sys
from data.sources.simulated.settings import Simulated
from data.sources.simulated.rows import read
rows = list(read(Simulated.model_validate_json(sys.argv[1])))
print(hashlib.sha256(repr(rows).encode()).hexdigest())
"""


@pytest.fixture(scope="module")
def rows() -> list[SourceRow]:
    return list(read(SETTINGS))


@pytest.fixture(scope="module")
def whole(rows: list[SourceRow]) -> Cleaned:
    return cleaned(rows, "simulated")


def by_case(records: list[Any]) -> dict[str, list[Any]]:
    groups: dict[str, list[Any]] = defaultdict(list)
    for record in records:
        groups[record.conversation_id].append(record)
    return groups


def test_every_row_is_clean(rows: list[SourceRow], whole: Cleaned) -> None:
    assert whole.quarantine == []
    assert sum(len(records) for records in whole.tables.values()) == whole.rows_in == len(rows)
    assert len(whole.tables["conversations"]) == SETTINGS.conversations


def test_rows_depend_on_the_seed_and_not_on_the_hash_seed() -> None:
    small = SETTINGS.model_copy(update={"conversations": 150})
    digest = hashlib.sha256(repr(list(read(small))).encode()).hexdigest()
    for hash_seed in ("1", "2"):
        ran = subprocess.run(
            [sys.executable, "-c", DIGEST, small.model_dump_json()],
            env=os.environ | {"PYTHONHASHSEED": hash_seed}, capture_output=True, check=True,
        )  # fmt: skip
        assert ran.stdout.decode().strip() == digest
    others = list(read(small.model_copy(update={"seed": 8})))
    assert hashlib.sha256(repr(others).encode()).hexdigest() != digest


def test_rows_of_a_conversation_stand_together_after_their_customer(rows: list[SourceRow]) -> None:
    owners = [row.values["conversation_id"] for row in rows if "conversation_id" in row.values]
    assert sum(first != second for first, second in pairwise(owners)) == SETTINGS.conversations - 1
    known: set[str | None] = {None}
    for row in rows:
        if row.table == "customers":
            assert row.values["customer_id"] not in known
            known.add(row.values["customer_id"])
        elif row.table == "conversations":
            assert row.values["customer_id"] in known


def test_all_kinds_occur(whole: Cleaned) -> None:
    events, outcomes = whole.tables["events"], whole.tables["outcomes"]
    assert {event.kind for event in events} == set(get_args(EventKind))
    assert {event.escalation_type for event in events} - {None} == set(get_args(EscalationType))
    assert {event.trigger for event in events} - {None} == set(get_args(TriggerFamily))
    assert {event.initiated_by for event in events} >= {"customer", "handler", "rule"}
    assert {outcome.verdict for outcome in outcomes} == {*get_args(Verdict), None}
    assert {message.author for message in whole.tables["messages"]} == {"customer", "bot", "agent", "system"}
    languages = Counter(case.language for case in whole.tables["conversations"])
    assert all(
        languages[name] / len(outcomes) == pytest.approx(share, abs=0.06) for name, share in GIVEN["languages"].items()
    )


def test_escalation_comes_at_varied_turns_in_a_third_of_cases(whole: Cleaned) -> None:
    outcomes = whole.tables["outcomes"]
    assert 0.25 < np.mean([outcome.escalated for outcome in outcomes]) < 0.40
    turns = Counter(outcome.escalated_sequence for outcome in outcomes if outcome.escalated)
    assert len(turns) >= 8
    assert max(turns.values()) < 0.4 * sum(turns.values())


def test_chains_go_through_several_desks(whole: Cleaned) -> None:
    chains = Counter(
        tuple(event.escalation_type for event in log if event.kind == "escalated")
        for log in by_case(whole.tables["events"]).values()
    )
    lengths = Counter({length: sum(n for chain, n in chains.items() if len(chain) == length) for length in range(6)})
    assert lengths[2] > 20
    assert lengths[3] > 3
    assert any(chain[:2] == ("functional", "functional") for chain in chains)
    for log in by_case(whole.tables["events"]).values():
        taken = [event.from_ for event in log if event.kind == "accepted"]
        assert all(first != second for first, second in pairwise(taken))
    assert any({"functional", "hierarchical"} <= set(chain) for chain in chains)
    rules = [event for event in whole.tables["events"] if event.trigger == "procedural_requirement"]
    assert any(event.to == "compliance" for event in rules)


def test_outcomes_agree_with_events(whole: Cleaned) -> None:
    events, messages = by_case(whole.tables["events"]), by_case(whole.tables["messages"])
    teams = {resolver.resolver_id: resolver.team for resolver in whole.tables["resolvers"]}
    for ended in whole.tables["outcomes"]:
        log = events[ended.conversation_id]
        assert [event.event_sequence for event in log] == list(range(len(log)))
        assert log[-1].kind == "closed"
        solved = [(e.kind, e.at) for e in log if e.kind in ("resolved", "reopened")][-1:]
        assert [at for kind, at in solved if kind == "resolved"] == ([ended.resolved_at] if ended.resolved_at else [])
        handed = [event for event in log if event.kind == "escalated"]
        assert ended.escalated == bool(handed)
        if handed:
            assert ended.escalated_sequence == handed[0].after_sequence + 1
            assert 0 < ended.escalated_sequence < len(messages[ended.conversation_id])
        accepted = [event.to for event in log if event.kind == "accepted"]
        assert accepted[-1:] == ([ended.resolver_id] if ended.resolver_id else [])
        assert ended.resolver_team == teams.get(ended.resolver_id)
        assert ended.verdict == "missed" or bool(ended.verdict) == bool(handed)


def test_time_runs_forward(whole: Cleaned) -> None:
    messages = by_case(whole.tables["messages"])
    opened = {case.conversation_id: case.opened_at for case in whole.tables["conversations"]}
    for name, log in by_case(whole.tables["events"]).items():
        times = [message.sent_at for message in messages[name]]
        assert times[0] == opened[name]
        assert all(earlier < later for earlier, later in pairwise(times))
        assert all(earlier.at <= later.at for earlier, later in pairwise(log))
        assert all(event.after_sequence < 0 or times[event.after_sequence] <= event.at for event in log)
        following = [(event, times[event.after_sequence + 1 :]) for event in log]
        assert all(event.at <= later[0] for event, later in following if later)


def test_approvals_are_asked_above_the_limit_only(whole: Cleaned) -> None:
    limits = {worker.name: worker.limit for worker in (*FIRST_LINE, *EXPERTS)}
    decided = [event for event in whole.tables["events"] if event.kind in ("approved", "denied")]
    assert len({event.kind for event in decided}) == 2
    assert all(float(event.reason.split()[1]) > limits[event.to] for event in decided)


def test_matrices_are_complete(whole: Cleaned) -> None:
    cells = [(row.category, row.severity) for row in whole.tables["escalation_matrix"]]
    assert sorted(cells) == sorted((category, level) for category in CATEGORIES for level in SEVERITIES)
    teams = {resolver.team for resolver in whole.tables["resolvers"]}
    assert all({row.team, row.backup_team} <= teams for row in whole.tables["escalation_matrix"])
    squares = [(row.urgency, row.impact) for row in whole.tables["severity_matrix"]]
    assert sorted(squares) == sorted((urgency, impact) for urgency in LEVELS for impact in LEVELS)


def test_every_issue_and_product_has_words_and_every_skill_is_known() -> None:
    assert {issue.name for issue in ISSUES} == set(SPOKEN_ISSUES)
    assert set(PRODUCTS) == set(SPOKEN_PRODUCTS)
    assert {skill for person in EXPERTS for skill in person.knows} <= set(PRODUCTS) | set(SPOKEN_ISSUES)
    assert {category for handler in FIRST_LINE for category in handler.knows} <= set(CATEGORIES)


def test_linked_conversations_name_an_earlier_one_of_the_same_fault(whole: Cleaned) -> None:
    cases = {case.conversation_id: case for case in whole.tables["conversations"]}
    linked = [case for case in cases.values() if case.linked_conversation_id]
    assert len(linked) > 5
    for case in linked:
        first = cases[case.linked_conversation_id]
        assert first.opened_at < case.opened_at
        assert (first.product, first.category) == (case.product, case.category)
