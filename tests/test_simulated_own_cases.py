"""A case of one's own: every field is checked by kind and range, and the other cases stay the same."""

from __future__ import annotations

from typing import Any

import pytest

from data.errors import BadInput
from data.sources.simulated.case import Opening
from data.sources.simulated.catalogue import ISSUE
from data.sources.simulated.people import client
from data.sources.simulated.rows import at_opening
from data.sources.simulated.seasons import DAY, HOUR
from data.sources.simulated.truth import silent
from data.sources.simulated.world import World
from tests.test_simulated import SETTINGS

MONDAY = 10 * HOUR
NAN, INFINITE = float("nan"), float("inf")


def openings(own: int) -> dict[str, Opening]:
    """Play a world into which some cases of one's own are put, and give how the others open."""
    world = World(SETTINGS.model_copy(update={"conversations": 60, "days": 20}), silent)
    for number in range(own):
        world.begin(MONDAY + number * DAY, hit=True, impact=0.95)
    found = {}
    while not world.over:
        case = world.step().case
        found[case.conversation_id] = case.opening
    return {name: opening for name, opening in found.items() if not name.startswith("own_")}


def test_a_case_of_ones_own_leaves_the_others_as_they_are() -> None:
    """Who is free to take them is another matter: the handler may change."""
    free, joined = openings(0), openings(15)
    assert len(free) == len(joined) == 60
    handler = free["case_00001"].handler
    for name, opening in free.items():
        assert opening._replace(handler=handler, queue="") == joined[name]._replace(handler=handler, queue="")


BAD: list[dict[str, Any]] = [
    {"queue": "nowhere"}, {"issue": "parcel"}, {"issue": 5}, {"issue": ["parcel_lost"]}, {"handler": "ines"},
    {"handler": None}, {"amount": "much"}, {"amount": NAN}, {"amount": -5}, {"amount": INFINITE}, {"merit": None},
    {"merit": True}, {"impact": 7}, {"due": 0}, {"due": 2.5e5}, {"linked": "nope"}, {"linked": 4}, {"bot_first": "yes"},
    {"hit": 1}, {"client": "customer_0001"}, {"product": ["shop"]}, {"hidden": {"wish": 7}}, {"hidden": {"wish": 2.5}},
    {"hidden": {"anger": NAN}}, {"hidden": {"consulted": 1}}, {"hidden": {"difficulty": True}},
]  # fmt: skip


@pytest.mark.parametrize("fixed", BAD, ids=str)
def test_a_value_that_a_field_cannot_have_is_refused(fixed: dict[str, Any]) -> None:
    world = World(SETTINGS, quiet=True)
    with pytest.raises(BadInput, match="Fix: "):
        world.begin(MONDAY, **fixed)
    assert world.over
    assert not world.open


def test_true_is_no_second() -> None:
    with pytest.raises(BadInput, match="is no second"):
        World(SETTINGS, quiet=True).begin(True)


def test_issue_and_handler_may_be_named_and_the_rest_follows() -> None:
    world = World(SETTINGS, silent, quiet=True)
    everybody = (client(SETTINGS, number) for number in range(200))
    asks = next(one for one in everybody if one.row["preferred_language"] == "fr")
    named = world.begin(MONDAY, issue="parcel_lost", handler="handler_08", client=asks).opening
    assert (named.issue, named.handler.name, named.queue) == (ISSUE["parcel_lost"], "handler_08", "email")
    assert named.language == "fr"
    queued = world.begin(MONDAY, queue="accounts")
    assert queued.opening.handler.team == "accounts"
    assert at_opening(queued)["conversation_id"] == "own_00002"
    alert = world.begin(MONDAY, client=None).opening
    assert (alert.channel, alert.language, alert.bot_first) == ("email", "en", False)
    while not world.over:
        world.step()
