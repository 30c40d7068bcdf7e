"""A story: a case that begins as told and then goes its own way, told again until it goes the way it should.

The desk is the same as ever and nothing is forced after the opening: of the worlds of seeds in a row the first one is
taken in which the milestones come to pass, in their order, with anything between them but one more hand-over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from data.errors import BadInput
from data.sources.simulated.case import Case
from data.sources.simulated.opening import recognised
from data.sources.simulated.people import Client, client, customer_count
from data.sources.simulated.seasons import DAY, HOUR
from data.sources.simulated.settings import Simulated
from data.sources.simulated.truth import AUTHORS, probability, silent
from data.sources.simulated.words.speech import speak
from data.sources.simulated.world import World
from data.sources.simulated.writing import Speak

TRIES = 500
ROLLOUTS = 60
BETWEEN_SECONDS = 5400  # One more case of the same fault comes after this time.
LANGUAGES = ("en", "de", "es", "fr")
# A desk of the usual size; nobody but the story's customers writes to it.
QUIET = Simulated(
    conversations=2400, days=90, seed=0, languages={"en": 0.6, "de": 0.2, "es": 0.1, "fr": 0.1}, alert_share=0.0,
    bot_share=0.0, drift_week=None,
)  # fmt: skip

# What a story does not say of its opening: an everyday case.
EVERYDAY: Mapping[str, Any] = {
    "priority": "P3", "amount": 0.0, "impact": 0.2, "merit": 0.5, "hit": False, "needs_tool": False,
    "regulated": False, "bot_first": False,
}  # fmt: skip

Milestone = Mapping[str, str]  # What an event of the log must say.


class Story(NamedTuple):
    """How a case begins, and what must come of it.

    ``opening`` are fields of ``Opening``, ``hidden`` attributes of ``Case``; ``handler`` is who gets it, ``tier`` the
    customer's (None: monitoring opens it), ``others`` how many more cases come of the same fault. The first hand-over
    is not before ``hop_after`` messages.
    """

    name: str
    tells: str
    begins_at: int
    tier: str | None
    handler: str
    opening: Mapping[str, Any]
    hidden: Mapping[str, float]
    milestones: tuple[Milestone, ...]
    hop_after: int = 3
    others: int = 0


class Told(NamedTuple):
    """The cases of a story as they went, the main one first, and its true probability after each message that waits."""

    story: Story
    seed: int
    cases: list[Case]
    risk: dict[int, float]


def at(week: int, weekday: int, hour: int, minute: int = 0) -> int:
    """Give the second of the world at which something begins; weekday 0 is Monday."""
    return (week * 7 + weekday) * DAY + hour * HOUR + minute * 60


def tell(story: Story, seed: int = 1, words: Speak = speak, tries: int = TRIES) -> Told:
    """Tell a story as it goes in the first world, from ``seed`` on, in which its milestones come to pass.

    Raises BadInput where none of many does.
    """
    for number in range(seed, seed + tries):
        (main, *_), _ = played(story, number, silent, rollouts=0)
        if main.hop_at is None or main.hop_at < story.hop_after or hops(main.events) != hops(story.milestones):
            continue
        if passes(main.events, story.milestones):
            return Told(story, number, *played(story, number, words, ROLLOUTS))
    raise BadInput("seed", seed, f"leads to no world in which {story.name} goes as told", "try another seed")


def passes(events: Iterable[Mapping[str, Any]], milestones: Iterable[Milestone]) -> bool:
    """Say whether the milestones stand in a log in their order."""
    left = iter(events)
    return all(any(milestone.items() <= event.items() for event in left) for milestone in milestones)


def hops(events: Iterable[Mapping[str, Any]]) -> int:
    """Count the hand-overs of a log, or of milestones: a story tells of each one."""
    return sum(event["kind"] == "escalated" for event in events)


def played(story: Story, seed: int, words: Speak, rollouts: int) -> tuple[list[Case], dict[int, float]]:
    """Play a story to its end in the world of one seed, all its cases in it."""
    world = World(QUIET.model_copy(update={"seed": seed}), words, quiet=True)
    cases: list[Case] = []
    risk: dict[int, float] = {}
    while len(cases) <= story.others or not world.over:
        if len(cases) <= story.others and world.comes_at >= begins_at(story, len(cases)):
            cases.append(opened(world, story, len(cases), recognised(cases)))
            continue
        main, step = cases[0], world.step()
        waits = step.case is main and main.hop_at is None and step.messages and step.messages[-1]["author"] in AUTHORS
        if rollouts and waits:
            risk[main.sequence] = probability(main, world.desk, seed, rollouts)
    return cases, risk


def begins_at(story: Story, number: int) -> int:
    """Give the second at which a case of a story begins."""
    return story.begins_at + number * BETWEEN_SECONDS


def opened(world: World, story: Story, number: int, linked: str | None) -> Case:
    """Begin one case of a story; further ones come later, from other customers, in other languages."""
    second, language = begins_at(story, number), LANGUAGES[number % len(LANGUAGES)]
    asks = customer(world.settings, story.tier, language, number // len(LANGUAGES)) if story.tier else None
    handler, told = world.desk.named[story.handler], {**EVERYDAY, **story.opening}
    return world.begin(
        second, story.hidden, client=asks, language=language if asks else "en", drifted=False, linked=linked,
        handler=handler, queue=handler.team, amount_given=told["amount"] > 0, **told,
    )  # fmt: skip


def customer(settings: Simulated, tier: str, language: str, number: int) -> Client:
    """Give the customer of this number among those of a tier who write a language."""
    fitting = (
        one for one in (client(settings, place) for place in range(customer_count(settings)))
        if one.row["tier"] == tier and one.row["preferred_language"] == language
    )  # fmt: skip
    found = next((one for place, one in enumerate(fitting) if place == number), None)
    if found is None:
        raise BadInput("tier", tier, f"has too few customers who write {language}", "name another tier")
    return found
