"""How a resolver finishes a case, and again when it comes back."""

from __future__ import annotations

from data.sources.simulated.case import Case
from data.sources.simulated.chance import about, clipped, happens
from data.sources.simulated.desk import Desk, next_duty
from data.sources.simulated.handover import WORK_SECONDS


def solve(case: Case, _: Desk) -> None:
    """Let the resolver finish: a solution, or a refusal where the amount was denied."""
    source, denied = case.dice, case.approval is False
    assert case.resolver is not None
    if case.opening.client is not None and happens(source, 0.4):
        note = "note_policy" if denied else "note_resolution"
        case.say("agent", (note,), case.resolver.name, visibility="internal")
    acts = ("refuse", "explain_policy") if denied else ("deliver_solution",)
    case.tell(acts, "note_resolution", case.resolver.name)
    case.progress = 1.0
    if case.opening.client is None:
        case.later("recover", about(source, 600, 0.7))
        return
    case.anger = clipped(case.anger - 0.3 * (not denied))
    thanks = happens(source, 0.3 if denied else 0.65)
    case.later("thank" if thanks else "resolve", about(source, 2400, 0.8))


def again(case: Case, desk: Desk) -> None:
    """Give a reopened case back to whoever solved it."""
    assert case.resolver is not None
    _, ends = desk.book(
        case.resolver, case.now, round(about(case.dice, WORK_SECONDS[case.opening.channel], 0.6)), case.imagined
    )
    case.later("solve", next_duty(case.resolver, ends) - case.now)
