"""How a case ends: solved, dropped or recovered, perhaps reopened, and the outcome row that only labels may read."""

from __future__ import annotations

from typing import Any

from data.sources.simulated.case import Case
from data.sources.simulated.chance import about, around, happens, pick, sigmoid
from data.sources.simulated.desk import Desk, next_duty, on_duty
from data.sources.simulated.needs import needs
from data.sources.simulated.seasons import moment

FIRST_LINE_COST, EXPERT_COST = 3.5, 9.0  # Of one message, in the desk's currency.
CLOSES_SECONDS = 36_000
RETURNS_SECONDS = 90_000


def resolve(case: Case, _: Desk) -> None:
    """Note the solution; some cases come back, those solved by a guess rather often."""
    source = case.dice
    case.resolved = case.now
    case.happens("resolved")
    if case.opening.client is not None and happens(source, 0.3) and there(case) and case.approval is not False:
        case.say("agent", ("close_case",), (case.resolver or case.handler).name)
    shaky = 0.25 if needs(case) and case.resolver is None else 0.04
    shaky = 0.0 if case.approval is False else shaky  # A no does not break again.
    if case.opening.client is not None and not case.reopened and happens(source, shaky):
        case.later("comes_back", about(source, RETURNS_SECONDS, 0.6))
    else:
        case.later("close", about(source, CLOSES_SECONDS, 0.5))


def there(case: Case) -> bool:
    """Say whether whoever has the case can write now; at night cases close without a word."""
    return on_duty(case.resolver or case.handler, case.now)


def drop(case: Case, _: Desk) -> None:
    """Ask a silent customer whether it is solved, and close the case without an answer."""
    if not on_duty(case.handler, case.now):
        case.later("drop", next_duty(case.handler, case.now) - case.now)
        return
    act = pick(case.dice, ("ask_if_solved", "close_silent"))
    case.tell(("close_silent" if case.approval is False else act,), "note_stuck", case.handler.name)
    case.later("close", about(case.dice, CLOSES_SECONDS, 0.4))


def recover(case: Case, _: Desk) -> None:
    """Let monitoring find that all is well."""
    case.say("system", ("alert_resolved",), "monitoring")
    case.later("resolve", 60)


def close(case: Case, desk: Desk) -> None:
    """End the case for good; the customer keeps some of the mood it left."""
    case.closed = True
    case.happens("closed")
    if case.opening.client is not None and not case.imagined:
        left = 0.5 * case.anger + 0.25 * (case.resolved is None)
        desk.remember(case.client, case.now, case.resolver.name if case.resolver else "", left)


def outcome(case: Case) -> dict[str, Any]:
    """Give the outcome row; resolver and team only where somebody else took the case."""
    resolver = case.resolver
    expert = case.sequence + 1 - case.hop_at if resolver and case.hop_at is not None else 0
    returned = sum(event["kind"] == "returned" for event in case.events)  # Who sends a case back has read it.
    cost = (expert + returned) * EXPERT_COST + (case.sequence + 1 - expert) * FIRST_LINE_COST
    return {
        "conversation_id": case.conversation_id,
        "escalated": case.hop_at is not None,
        "escalated_sequence": case.hop_at,
        "resolver_id": resolver.name if resolver else None,
        "resolver_team": resolver.team if resolver else None,
        "resolved_at": None if case.resolved is None else moment(case.resolved),
        "first_response_at": None if case.first_answer is None else moment(case.first_answer),
        "csat": satisfaction(case),
        "sla_met": in_time(case),
        "cost": round(about(case.dice, cost, 0.2), 2),
        "handler_confidence": round(sigmoid(around(case.dice, -4.0 * case.gap, 1.0)), 2),
        "verdict": verdict(case),
        "action_taken": case.action_taken,
        "action_probability": None if case.action_taken is None else 1.0,
    }


def in_time(case: Case) -> bool | None:
    """Say whether the agreed time was kept; None where nobody solved it and there was still time when it closed."""
    if case.resolved is None:
        return None if case.now <= case.due else False
    return case.resolved <= case.due


def verdict(case: Case) -> str | None:
    """Give a reviewer's judgement, who sees what nobody saw at the time; None where rightly nothing happened."""
    if case.hop_at is None:
        return "missed" if needs(case) and case.resolved is None else None
    if case.misrouted:
        return "misrouted"
    if not case.was_needed:
        return "avoidable"
    return "late" if case.was_late else "needed"


def satisfaction(case: Case) -> float | None:
    """Give the score from 1 to 5 that a customer leaves, mostly none."""
    if case.opening.client is None or not happens(case.dice, 0.42):
        return None
    score = (
        4.7 - 1.6 * case.anger - 1.2 * (case.resolved is None) - 0.5 * (case.approval is False) - 0.3 * case.reopened
    )
    return float(min(5, max(1, round(around(case.dice, score, 0.8)))))
