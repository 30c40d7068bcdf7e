"""Why a case goes away: what it truly needs (hidden), and the hazard that somebody sends it away now."""

from __future__ import annotations

import math
from typing import NamedTuple

from data.sources.simulated.case import Case
from data.sources.simulated.chance import happens, pick_weighted, sigmoid


class Cause(NamedTuple):
    """How an escalation of one cause looks in the event log."""

    kind: str
    trigger: str
    initiated_by: str
    reason: str
    note: str


CAUSES = {
    "expertise": Cause("functional", "technical_complexity", "handler", "first line could not solve it", "note_stuck"),
    "tool": Cause("functional", "capability_limit", "handler", "needs access that first line lacks", "note_stuck"),
    "authority": Cause("hierarchical", "authority_boundary", "handler", "amount above the limit", "note_approval"),
    "request": Cause("hierarchical", "customer_request", "customer", "customer asked", "note_customer_angry"),
    "emotion": Cause("hierarchical", "emotion", "handler", "customer is upset", "note_customer_angry"),
    "service_level": Cause("automated", "service_level", "rule", "agreed time is nearly over", "sla_rule"),
    "impact": Cause("priority", "impact_urgency", "handler", "many users or money at stake", "note_many_same"),
    "procedure": Cause(
        "functional", "procedural_requirement", "handler", "a rule asks for another desk", "note_policy"
    ),
    "peer": Cause("peer", "capability_limit", "handler", "advice of a colleague", "note_asked_peer"),
    "monitoring": Cause("automated", "impact_urgency", "rule", "alert rule", "note_many_same"),
}
ASKED = (0.0, 0.22, 0.6)  # By how much the customer wants somebody else: not, a person, a supervisor.
RULE = 0.6  # How often the rule of the agreed time takes a case away when the clock has warned.
WHIM = 0.02  # Nobody is safe from a handler's bad day.
MAJOR = 0.82  # Impact from which a case is a major one.
DRIFTED_LIMIT = 0.6  # The new policy leaves first line this share of its authority.


def limit(case: Case) -> float:
    """Give the amount the handler may decide."""
    return case.handler.limit * (DRIFTED_LIMIT if case.opening.drifted else 1.0)


def needs(case: Case) -> tuple[str, ...]:
    """Give all that the case truly needs and the handler cannot give."""
    opening = case.opening
    found = []
    if case.gap > 0:
        found.append("expertise")
    if opening.needs_tool:
        found.append("tool")
    if opening.amount > limit(case) and case.approval is None:
        found.append("authority")
    if opening.regulated:
        found.append("procedure")
    if opening.impact > MAJOR:
        found.append("impact")
    return tuple(need for need in found if need not in case.settled)


def hazards(case: Case) -> dict[str, float]:
    """Give for each cause the probability that it sends the case away at this turn of the desk.

    Handlers notice what is beyond them the better the more careful they are and the more has failed; what is not
    beyond them they send away rarely, and rather when it was close.
    """
    opening = case.opening
    notices = 0.94 if opening.linked else sigmoid(-0.1 + 2.2 * (case.careful - 0.5) + 1.1 * case.failures)
    early = 0.35 if case.turn == 0 and not opening.linked else 1.0
    upset = 12.0 * (case.anger - 0.95)
    close = math.exp(-((case.gap / 0.12) ** 2))
    return {
        "expertise": WHIM + 0.9 * notices * sigmoid(14.0 * (case.gap - 0.05)) * early,
        "tool": 0.95 * notices * opening.needs_tool * early,
        "authority": 0.62 if opening.amount > limit(case) and case.approval is None else 0.0,
        "procedure": (0.35 + 0.5 * case.careful) * opening.regulated,
        "request": ASKED[case.wish],
        "emotion": 0.35 * sigmoid(upset),
        "impact": 0.6 * (opening.impact > MAJOR),
        "monitoring": 0.5 * (opening.client is None) * sigmoid(10.0 * (opening.impact - 0.6)),
        "peer": 0.035 * close * (1 + case.failures) * (not case.consulted),
    }


def overdue_risk(case: Case) -> float:
    """Give the probability that the rule of the agreed time sends the case away when the clock has warned."""
    return 0.0 if case.reopened else RULE


def sent(case: Case, chance: float) -> bool:
    """Draw whether something beside the desk's turns sends the case away; a roll-out only counts, as ``decided``."""
    if case.imagined and case.hop_at is None:
        case.survival *= 1 - chance
        return False
    return happens(case.dice, chance)


def decided(case: Case) -> str | None:
    """Draw whether the case goes away now, and why; a roll-out only counts how likely it still is to have stayed."""
    risks = hazards(case)
    stays = math.prod(1 - risk for risk in risks.values())
    if case.imagined:
        case.survival *= stays
        return None
    if case.dice.random() < stays:
        return None
    return pick_weighted(case.dice, tuple(risks), tuple(risks.values()))
