"""What counts as an escalation where the source does not say it, and from which message on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.escalation_rule import HIGHER_TIER, LEFT_ITS_GROUP, PRIORITY_RAISED, derive, group_tier, is_raised
from data.files import read_params
from data.schema import Case
from data.source_settings import EscalatedWhen
from data.tables import EventRow, Outcome

START = datetime(2024, 3, 4, 8, tzinfo=UTC)
BOTH = [HIGHER_TIER, PRIORITY_RAISED]
UNKNOWN = Outcome(conversation_id="a")
Step = dict[str, Any]


def events(*steps: Step) -> list[EventRow]:
    """Give events a minute apart, each after one more message unless the step says otherwise."""
    return [
        EventRow.model_validate(
            {
                "conversation_id": "a", "event_sequence": number, "after_sequence": number,
                "at": START + timedelta(minutes=number),
            }
            | step
        )
        for number, step in enumerate(steps)
    ]  # fmt: skip


def moved(before: str | None, after: str) -> Step:
    """Give a move from one group to another."""
    return {"kind": "assigned", "from": before, "to": after}


def derived(
    *steps: Step, rule: Sequence[str] = BOTH, case: Step | None = None, tiers: dict[str, int] | None = None
) -> Any:
    """Say whether and when a case with these events escalated."""
    opening = {"conversation_id": "a", "queue": "Service Desk", "priority": "3 - Moderate"} | (case or {})
    opened = Case.model_validate(opening)
    found = derive(UNKNOWN, opened, events(*steps), rule, tiers or {})
    return found.escalated, found.escalated_sequence


def test_the_rule_knows_every_sentence_that_the_settings_allow() -> None:
    assert {HIGHER_TIER, LEFT_ITS_GROUP, PRIORITY_RAISED} == set(get_args(EscalatedWhen))
    assert set(read_params().conversations.escalated_when) <= {HIGHER_TIER, LEFT_ITS_GROUP, PRIORITY_RAISED}


def test_a_case_without_events_is_not_known() -> None:
    assert derived() == (None, None)


def test_a_case_with_events_of_which_none_counts_did_not_escalate() -> None:
    assert derived({"kind": "resolved"}) == (False, None)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([moved("Service Desk", "Network L2")], (True, 1)),
        ([moved("Service Desk", "Printing"), moved("Printing", "Network L2")], (True, 2)),
        ([moved("Service Desk", "Printing"), moved("Printing", "Service Desk")], (False, None)),
        ([moved("Service Desk", "Service Desk")], (False, None)),
        ([moved("Service Desk", "Network L2"), moved("Network L2", "Security L3")], (True, 1)),
    ],
)
def test_a_group_of_a_higher_tier_counts_and_an_unknown_one_does_not(steps: list[Step], expected: Any) -> None:
    assert derived(*steps) == expected


def test_moving_down_is_no_escalation_but_coming_back_up_is() -> None:
    down = [moved("Network L3", "Network L2"), moved("Network L2", "Service Desk")]
    assert derived(*down, case={"queue": "Network L3"}) == (False, None)
    # The second event does not say where it came from.
    assert derived(down[0], moved(None, "Network L3"), case={"queue": "Network L3"}) == (True, 2)


def test_listed_tiers_go_before_names() -> None:
    assert derived(moved("Service Desk", "Printing"), tiers={"Printing": 2}) == (True, 1)
    assert derived(moved("Service Desk", "Network L2"), tiers={"Network L2": 1}) == (False, None)


def test_the_first_group_of_an_unassigned_case_is_where_it_was_dispatched_to() -> None:
    for rule in ([HIGHER_TIER], [LEFT_ITS_GROUP]):
        assert derived(moved(None, "Network L2"), rule=rule, case={"queue": None}) == (False, None)
        onwards = derived(moved(None, "Network L2"), moved("Network L2", "Network L3"), rule=rule, case={"queue": None})
        assert onwards == (True, 2)


def test_leaving_the_opening_group_counts_only_where_the_rule_says_so() -> None:
    assert derived(moved("Service Desk", "Printing")) == (False, None)
    assert derived(moved("Service Desk", "Printing"), rule=[LEFT_ITS_GROUP]) == (True, 1)
    assert derived(moved("Service Desk", "Network L2"), rule=[]) == (False, None)


@pytest.mark.parametrize(
    ("before", "after", "raised"),
    [
        ("P3", "P1", True), ("P1", "P3", False), ("P2", "P2", False), ("3 - Moderate", "1 - Critical", True),
        ("4 - Low", "5 - Planning", False), ("normal", "urgent", True), ("high", "low", False), ("low", "normal", True),
        ("Medium", "Highest", True), ("Lowest", "Low", True), ("Major", "Blocker", True), ("Minor", "Trivial", False),
        ("Normal", "Dringend", True), ("media", "alta", True), ("basse", "haute", True), ("Sev-3", "SEV 1", True),
        (None, "P1", False), ("", "urgent", False), ("normal", "purple", False), ("purple", "P1", False),
        ("not_priority", "priority", True), ("P3 (2 users)", "P2 - High", True),
    ],
)  # fmt: skip
def test_priorities_are_ordered_as_vendors_name_them(before: str | None, after: str, raised: bool) -> None:
    assert is_raised(before, after) is raised


def test_a_raised_priority_counts_and_the_first_setting_of_one_does_not() -> None:
    change = {"kind": "priority_changed", "from": "3 - Moderate", "to": "1 - Critical"}
    assert derived(change) == (True, 1)
    assert derived(change, rule=[HIGHER_TIER]) == (False, None)
    assert derived({"kind": "priority_changed", "to": "P1"}, case={"priority": None}) == (False, None)
    lowered = {"kind": "priority_changed", "to": "4 - Low"}
    assert derived(lowered, {"kind": "priority_changed", "to": "P3"}) == (True, 2)


@pytest.mark.parametrize(
    ("group", "tier"),
    [
        ("Network L2", 2), ("GRP_L3", 3), ("SAP-L2-EMEA", 2), ("Tier 3", 3), ("tier-1 Berlin", 1), ("2nd level", 2),
        ("1st Line Support", 1), ("Second Line", 2), ("Stufe 2", 2), ("2. Ebene", 2), ("Level 2", 2), ("Nivel 3", 3),
        ("Support N2", 2), ("3rd-Level Database", 3), ("Niveau 2", 2), ("Service Desk", None), ("Level 42", None),
        ("SQL2019", None), ("Hall 2", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_a_groups_name_may_say_its_tier(group: str | None, tier: int | None) -> None:
    assert group_tier(group, {}) == tier


def test_an_event_the_source_calls_escalated_always_counts() -> None:
    assert derived({"kind": "assigned", "to": "Printing"}, {"kind": "escalated"}, rule=[]) == (True, 2)
    assert derived({"kind": "escalated", "after_sequence": -1}) == (True, 0)


def test_resolver_and_time_come_from_the_last_group_before_the_end() -> None:
    steps = [
        moved("Service Desk", "Network L2"), {"kind": "resolved"}, {"kind": "reopened"},
        moved("Network L2", "Printing"), {"kind": "resolved"}, {"kind": "closed"}, moved("Printing", "Archive"),
    ]  # fmt: skip
    found = derive(UNKNOWN, Case(conversation_id="a", queue="Service Desk"), events(*steps), BOTH, {})
    assert (found.resolver_id, found.resolver_team) == ("Printing", "Printing")
    assert found.resolved_at == START + timedelta(minutes=4)


def test_what_the_source_says_of_the_end_stays() -> None:
    said = Outcome(conversation_id="a", resolver_id="Lea", resolver_team="Orders")
    found = derive(said, Case(conversation_id="a"), events(moved(None, "Printing"), {"kind": "resolved"}), BOTH, {})
    assert (found.resolver_id, found.resolver_team, found.escalated) == ("Lea", "Orders", False)


@pytest.mark.parametrize(
    "ending", [[{"kind": "resolved"}, {"kind": "reopened"}], [{"kind": "closed", "reason": "canceled"}]]
)
def test_a_case_left_reopened_or_canceled_has_no_resolver(ending: list[Step]) -> None:
    steps = [moved("Service Desk", "Network L2"), *ending]
    found = derive(UNKNOWN, Case(conversation_id="a"), events(*steps), BOTH, {})
    assert (found.resolver_id, found.resolved_at) == (None, None)


GROUPS = st.sampled_from(["Service Desk", "Printing", "Network L2", "Security L3", None])
PRIORITIES = st.sampled_from(["P1", "P2", "P3", "purple", None])
STEPS = st.one_of(
    st.builds(lambda before, after: {"kind": "assigned", "from": before, "to": after}, GROUPS, GROUPS),
    st.builds(lambda before, after: {"kind": "priority_changed", "from": before, "to": after}, PRIORITIES, PRIORITIES),
    st.sampled_from([{"kind": "resolved"}, {"kind": "reopened"}, {"kind": "closed"}, {"kind": "escalated"}]),
)
RULES = st.lists(st.sampled_from(get_args(EscalatedWhen)), unique=True)


@given(st.lists(STEPS, max_size=6), st.lists(STEPS, max_size=6), RULES, GROUPS, PRIORITIES)
def test_later_events_never_move_an_escalation(
    early: list[Step], late: list[Step], rule: Sequence[str], queue: str | None, priority: str | None
) -> None:
    case = {"queue": queue, "priority": priority}
    escalated, sequence = derived(*early, rule=rule, case=case)
    again, later = derived(*early, *late, rule=rule, case=case)
    if escalated:
        assert (again, later) == (True, sequence)
    elif again:
        assert later > len(early)


@given(st.lists(STEPS, max_size=6), st.booleans(), RULES)
def test_an_outcome_that_says_it_itself_is_unchanged(steps: list[Step], escalated: bool, rule: Sequence[str]) -> None:
    said = Outcome(conversation_id="a", escalated=escalated)
    assert derive(said, Case(conversation_id="a", queue="Service Desk"), events(*steps), rule, {}) == said
