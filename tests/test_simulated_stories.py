"""The six stories go from opening to end as told, in every world that is tried, and their requests are valid."""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from subprocess import run

import pytest
from rich.console import Console

from data.errors import BadInput
from data.schema import Conversation
from data.source_rows import SourceRow
from data.sources.simulated.case import Case
from data.sources.simulated.chronicle import request, show
from data.sources.simulated.matrices import AUTHORITY
from data.sources.simulated.rows import rows_of
from data.sources.simulated.seasons import moment
from data.sources.simulated.stories import STORIES, STORY
from data.sources.simulated.story import Story, Told, passes, tell
from tests.cleaning import cleaned
from tests.test_imports import ROOT


@pytest.fixture(scope="module")
def told() -> dict[str, Told]:
    return {story.name: tell(story) for story in STORIES}


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_a_story_goes_as_told_to_its_end(story: Story, told: dict[str, Told]) -> None:
    main = told[story.name].cases[0]
    assert passes(main.events, story.milestones)
    assert all(case.closed and case.events[-1]["kind"] == "closed" for case in told[story.name].cases)
    assert all(earlier["at"] <= later["at"] for earlier, later in pairwise(main.events))


def test_each_story_is_about_what_its_name_says(told: dict[str, Told]) -> None:
    first_line_limit = next(amount for action, amount, tier in AUTHORITY if (action, tier) == ("refund", 1))
    assert first_line_limit is not None
    assert told["lost_parcel"].cases[0].opening.amount > first_line_limit
    many = told["failing_integration"].cases
    assert {case.opening.language for case in many} == {"en", "de", "es", "fr"}
    assert sum(case.opening.linked is not None for case in many) > 1
    assert all(found_before(case, many) for case in many if case.opening.linked)
    assert told["card_fraud"].cases[0].opening.issue.name == "card_fraud"
    alert = told["night_alert"].cases[0]
    assert {message["author"] for message in alert.messages} == {"system", "agent"}
    assert alert.messages[0]["sent_at"].hour < 6
    assert alert.priority == "P1"
    assert told["stuck_deal"].cases[0].opening.amount > 10_000


def found_before(case: Case, many: list[Case]) -> bool:
    """Say whether the case it is linked to had become an incident when it was opened."""
    (parent,) = (other for other in many if other.conversation_id == case.opening.linked)
    return any(event.get("to") == "incident" and event["at"] <= moment(case.opening.opened) for event in parent.events)


def chain(told: Told) -> list[tuple[str, str]]:
    events = told.cases[0].events
    return [(event["escalation_type"], event["to"]) for event in events if event["kind"] == "escalated"]


def test_a_story_goes_through_two_desks_and_a_manager_to_compliance(told: dict[str, Told]) -> None:
    assert chain(told["formal_complaint"]) == [
        ("functional", "integration"),
        ("functional", "platform"),
        ("hierarchical", "care"),
        ("functional", "compliance"),
    ]


def test_nobody_hands_a_story_over_who_is_not_told_of(told: dict[str, Told]) -> None:
    for story in STORIES:
        told_of = [event for event in story.milestones if event["kind"] == "escalated"]
        assert len(chain(told[story.name])) == len(told_of)


def test_the_refund_of_the_lost_parcel_is_asked_for_and_approved() -> None:
    def act_only(act: str, *_: object, **__: object) -> str:
        return act

    main = tell(STORY["lost_parcel"], words=act_only).cases[0]
    said = {message["sequence"]: message["text"] for message in main.messages}
    decided = next(event for event in main.events if event["kind"] == "approved")
    before = [text for sequence, text in said.items() if sequence <= decided["after_sequence"]]
    assert "note_approval" in before
    assert decided["reason"] == "amount 940.00 approved"
    assert main.handler.name != decided["to"] != decided["from"]
    assert next(event for event in main.events if event["kind"] == "resolved")["at"] >= decided["at"]


def test_rows_of_all_stories_are_clean(told: dict[str, Told]) -> None:
    for one in told.values():
        rows = [SourceRow(table, 1, values) for case in one.cases for table, values in rows_of(case)]
        found = cleaned(rows, "simulated")
        assert found.quarantine == []
        assert len(found.tables["conversations"]) == len(one.cases)


def test_the_true_risk_is_known_at_each_message_that_waits(told: dict[str, Told]) -> None:
    for one in told.values():
        main = one.cases[0]
        waiting = {
            message["sequence"] for message in main.messages
            if message["author"] in ("customer", "system") and message.get("visibility") is None
            and message["sequence"] < (main.hop_at or 0)
        }  # fmt: skip
        assert waiting <= set(one.risk)
        assert all(0 <= chance <= 1 for chance in one.risk.values())
        # What went away was likely to.
        assert one.risk[max(one.risk)] > 0.3


def test_the_request_ends_before_the_hand_over(told: dict[str, Told]) -> None:
    for one in told.values():
        given = Conversation.model_validate(request(one)["conversation"])
        assert given.as_of_sequence < (one.cases[0].hop_at or 0)
        assert not any(event.kind == "escalated" for event in given.events)
        assert set(request(one)["conversation"]) <= set(Conversation.model_fields)


def test_the_same_seed_tells_the_same_and_another_one_another() -> None:
    story = STORY["card_fraud"]
    first, again, other = tell(story, 1), tell(story, 1), tell(story, 40)
    assert [case.messages for case in first.cases] == [case.messages for case in again.cases]
    assert first.cases[0].messages != other.cases[0].messages


def test_milestones_come_in_order_with_anything_between() -> None:
    log = [{"kind": "escalated", "to": "care"}, {"kind": "accepted"}, {"kind": "resolved"}]
    assert passes(log, ({"kind": "escalated"}, {"kind": "resolved"}))
    assert not passes(log, ({"kind": "resolved"}, {"kind": "escalated"}))
    assert not passes(log, ({"kind": "escalated", "to": "fraud"},))


def test_a_story_that_cannot_happen_says_so() -> None:
    never = STORY["stuck_deal"]._replace(milestones=({"kind": "escalated", "to": "nowhere"},))
    with pytest.raises(BadInput, match="leads to no world in which stuck_deal"):
        tell(never, tries=20)


def test_a_story_reads_from_opening_to_outcome(told: dict[str, Told]) -> None:
    console = Console(width=200, record=True)
    show(told["failing_integration"], console)
    written = console.export_text()
    for part in ("escalated functional", "integration", "priority_changed P3 -> P1", "true risk", "outcome", "(de)"):
        assert part in written


@pytest.mark.parametrize(
    ("arguments", "shown"), [(["crad_fraud"], "did you mean 'card_fraud'"), (["card_fraud", "--seed", "-1"], "no seed")]
)
def test_the_command_names_the_fix(arguments: list[str], shown: str) -> None:
    command = [sys.executable, "-m", "data.sources.simulated.stories", *arguments]
    done = run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert shown in done.stderr


def test_the_command_prints_a_request() -> None:
    command = [sys.executable, "-m", "data.sources.simulated.stories", "night_alert", "--request"]
    done = run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert Conversation.model_validate(json.loads(done.stdout)["conversation"]).messages[0].author == "system"
