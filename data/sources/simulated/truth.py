"""The true probability that a case escalates, given its hidden state: only the simulation knows it.

The state just after a message is copied and played on with dice of its own, many times and without words. A copy never
escalates: it multiplies up how likely it was to stay at each turn of the desk, so that few copies are exact enough.
The queue stands still meanwhile: a copy waits as long as it would now.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from data.sources.simulated.case import Case
from data.sources.simulated.chance import dice
from data.sources.simulated.desk import Desk
from data.sources.simulated.settings import Simulated
from data.sources.simulated.world import World, proceed

ROLLOUT_STREAM = 7
AUTHORS = ("customer", "system")  # Whose messages are followed by the truth: the desk has not answered them yet.
HANDS_OVER = ("escalate", "consult")
NEARLY_SURE = 1e-4


class Truth(NamedTuple):
    """The probability, just after a message, that the case escalates later."""

    conversation_id: str
    sequence: int
    probability: float


def truths(settings: Simulated, rollouts: int) -> Iterator[Truth]:
    """Give the truth after each message of a customer or of monitoring, until the case escalates or ends."""
    world = World(settings, silent)
    while not world.over:
        step = world.step()
        case = step.case
        if step.messages and step.messages[-1]["author"] in AUTHORS and case.hop_at is None and not case.closed:
            yield Truth(case.conversation_id, case.sequence, probability(case, world.desk, settings.seed, rollouts))


def silent(*_: object, **__: object) -> str:
    """Write nothing: what happens does not depend on words."""
    return ""


def probability(case: Case, desk: Desk, seed: int, rollouts: int) -> float:
    """Give how likely the present state leads to an escalation; the case itself and its dice stay as they are.

    An order to hand over is certain to be carried out, and one to go on keeps the desk's next turn from doing so.
    """
    if case.order and case.order.action in HANDS_OVER:
        return 1.0
    stayed = sum(
        stays(case.twin(dice(seed, ROLLOUT_STREAM, case.opening.number, case.sequence, copy)), desk)
        for copy in range(rollouts)
    )
    return 1 - stayed / rollouts


def stays(twin: Case, desk: Desk) -> float:
    """Play a copy to its end and give the probability that it never escalated on this way."""
    while not twin.closed and twin.survival > NEARLY_SURE:
        proceed(twin, desk)
    return twin.survival
