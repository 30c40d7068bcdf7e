"""How a case ends: thanks or silence, sometimes a return, and the outcome row that only labels may read."""

from __future__ import annotations

from typing import Any

from data.sources.simulated import macros, phrases
from data.sources.simulated.case import Case
from data.sources.simulated.chance import about, around, happens, pick, sigmoid
from data.sources.simulated.dialogue import reminds

COST_PER_MESSAGE = {True: 9.0, False: 3.5}  # Second-line and first-line work, in the desk's currency.


def end(case: Case) -> None:
    """Resolve and close the case, or close it unresolved when nobody wrote any more."""
    generator = case.generator
    solved = case.resolver is not None or case.progress >= 1 or happens(generator, 0.25)
    if solved and case.client is not None and case.last_sequence < 11 and happens(generator, 0.8):
        thanks(case)
    if case.last_sequence < 2 or (not solved and happens(generator, 0.6)):
        reminds(case)
    if solved:
        case.resolved_at = case.clock
        case.happens("resolved")
    if case.client is not None and solved and case.last_sequence < 8 and happens(generator, 0.05):
        comes_back(case)
    case.wait(about(generator, 600.0, 0.5))
    case.happens("closed")


def thanks(case: Case) -> None:
    """Let the customer confirm, and the desk answer now and then."""
    generator = case.generator
    case.wait(about(generator, 8.0 if case.channel == "chat" else 90.0, 0.8))
    case.customer_says([pick(generator, phrases.WORKS)])
    if case.resolver is None and happens(generator, 0.5):
        case.wait(about(generator, 3.0, 0.6))
        case.say("agent", pick(generator, macros.SOLVED), case.handler.handler_id)


def comes_back(case: Case) -> None:
    """Reopen the case once; whoever solved it solves it again."""
    generator = case.generator
    case.wait(about(generator, 1500.0, 0.5))
    case.customer_says([pick(generator, phrases.BACK_AGAIN)])
    case.happens("reopened")
    case.wait(about(generator, 200.0, 0.6))
    solver = case.resolver.name if case.resolver else case.handler.handler_id
    case.say("agent", pick(generator, macros.RESOLVES).format(product=case.label), solver)
    case.resolved_at = case.clock
    case.happens("resolved")


def outcome(case: Case) -> dict[str, Any]:
    """Give the outcome row; resolver and team only where the case escalated."""
    answers = [message["sent_at"] for message in case.messages if is_answer(message)]
    after = case.last_sequence + 1 - case.escalated_sequence if case.escalated_sequence is not None else 0
    cost = after * COST_PER_MESSAGE[True] + (case.last_sequence + 1 - after) * COST_PER_MESSAGE[False]
    return {
        "conversation_id": case.conversation_id,
        "escalated": case.escalated_sequence is not None,
        "escalated_sequence": case.escalated_sequence,
        "resolver_id": case.resolver.name if case.resolver else None,
        "resolver_team": case.resolver.row["team"] if case.resolver else None,
        "resolved_at": case.resolved_at,
        "first_response_at": answers[0] if answers else None,
        "csat": satisfaction(case),
        "sla_met": case.resolved_at is not None and case.resolved_at <= case.sla_due_at,
        "cost": round(about(case.generator, cost, 0.2), 2),
        "handler_confidence": round(sigmoid(around(case.generator, 3.0 * (case.skill - case.difficulty), 0.9)), 2),
    }


def is_answer(message: dict[str, Any]) -> bool:
    """Say whether a message is a person's answer to the customer."""
    return bool(message["author"] == "agent" and message.get("visibility", "public") == "public")


def satisfaction(case: Case) -> float | None:
    """Give the score from 1 to 5 that a customer leaves, mostly none."""
    if case.client is None or not happens(case.generator, 0.42):
        return None
    score = 4.5 - 0.9 * case.frustration - 1.2 * (case.resolved_at is None) - 0.3 * (case.cause is not None)
    return float(min(5, max(1, round(around(case.generator, score, 0.8)))))
