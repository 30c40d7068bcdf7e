"""The hand-over: who takes an escalated case, wrong turns included, and how it ends there."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from data.sources.simulated import macros, phrases
from data.sources.simulated.case import Case
from data.sources.simulated.chance import about, happens, pick, pick_weighted
from data.sources.simulated.people import EXPERTS, TEAMS, Expert

MISROUTED = 0.13
# cause: escalation type, trigger family, who starts it, the reason noted
CAUSES = {
    "expertise": ("functional", "technical_complexity", "handler", "first line could not solve it"),
    "authority": ("hierarchical", "authority_boundary", "handler", "amount above the handler's limit"),
    "request": ("hierarchical", "customer_request", "customer", "customer asked for somebody else"),
    "emotion": ("hierarchical", "emotion", "handler", "customer is upset"),
    "impact": ("priority", "impact_urgency", "handler", "many users or money at stake"),
    "service_level": ("priority", "service_level", "rule", "agreed time is nearly over"),
    "procedure": ("functional", "procedural_requirement", "handler", "procedure asks for another desk"),
    "monitoring": ("priority", "impact_urgency", "rule", "alert rule"),
}


@dataclass
class Desk:
    """What the second line remembers: what each resolver works on until when, and whom each customer knows."""

    busy: dict[str, list[tuple[datetime, datetime]]] = field(default_factory=lambda: defaultdict(list))
    known: dict[str, tuple[datetime, Expert]] = field(default_factory=dict)

    def load(self, expert: Expert, now: datetime) -> float:
        """Give the share of a resolver's capacity that is taken."""
        open_cases = sum(taken <= now < done for taken, done in self.busy[expert.name])
        return open_cases / int(expert.row["capacity"])

    def acquaintance(self, case: Case) -> Expert | None:
        """Give the resolver who was the last to finish a case of this customer before now."""
        if case.client is None or case.client.row["customer_id"] not in self.known:
            return None
        done, expert = self.known[case.client.row["customer_id"]]
        return expert if done < case.clock else None


def team_for(case: Case, cause: str) -> str:
    """Give the team that should take the case."""
    generator = case.generator
    if cause == "authority":
        return "billing"
    if cause in ("request", "emotion"):
        return "customer_care" if happens(generator, 0.35) else case.issue.team
    if cause == "impact" and happens(generator, 0.3):
        valued = case.client is not None and case.client.valued
        return "customer_care" if valued else "incident"
    return case.issue.team


def who_takes(case: Case, cause: str, desk: Desk) -> Expert:
    """Draw who should take the case; some cases go to whom the customer knows, whatever the routing rules say."""
    known = desk.acquaintance(case)
    if known and happens(case.generator, 0.15):
        return known
    return member(case, team_for(case, cause), desk)


def member(case: Case, team: str, desk: Desk) -> Expert:
    """Draw one of a team: expertise first, then acquaintance and account, then shift and load."""
    candidates = [expert for expert in EXPERTS if expert.row["team"] == team]
    return pick_weighted(case.generator, candidates, [fit(case, expert, desk) for expert in candidates])


def fit(case: Case, expert: Expert, desk: Desk) -> float:
    """Weigh how likely a resolver of the right team is to take the case."""
    score = 3.6 * (case.issue.name in expert.knows) + 2.2 * (case.product in expert.knows)
    score += 2.0 * (desk.acquaintance(case) == expert)
    score += 3.0 * (case.client is not None and case.client.account_manager == expert.name)
    score -= 1.2 * desk.load(expert, case.clock)
    on_shift = expert.row["shift_start"] <= case.clock.strftime("%H:%M") <= expert.row["shift_end"]
    return math.exp(score) * (1.0 if on_shift else 0.4)


def hand_over(case: Case, cause: str, desk: Desk) -> None:
    """Escalate the case, perhaps to the wrong team first, and let its resolver finish it."""
    generator, right = case.generator, who_takes(case, cause, desk)
    team = str(right.row["team"])
    case.cause, case.escalated_sequence = cause, case.last_sequence + 1
    case.wait(about(generator, 2.0, 0.6))
    if cause in ("impact", "service_level") and case.priority != "P1":
        case.happens("priority_changed", **{"from": case.priority, "to": "P1"})
    if happens(generator, MISROUTED):
        wrong = member(case, pick(generator, [other for other in TEAMS if other != team]), desk)
        passes(case, cause, case.handler.handler_id, str(wrong.row["team"]))
        announces(case, str(wrong.row["team"]))
        case.wait(about(generator, 25.0, 0.8))
        case.say("agent", pick(generator, macros.NOT_OURS), wrong.name, visibility="internal")
        case.happens("returned", **{"from": wrong.name, "to": case.handler.handler_id}, reason="not ours")
        case.wait(about(generator, 10.0, 0.6))
        passes(case, cause, case.handler.handler_id, team)
    else:
        passes(case, cause, case.handler.handler_id, team)
        announces(case, team)
    finishes(case, right, desk)


def passes(case: Case, cause: str, giver: str, team: str) -> None:
    """Note the escalation to a team."""
    kind, trigger, initiator, reason = CAUSES[cause]
    case.happens(
        "escalated", **{"from": giver, "to": team},
        escalation_type=kind, trigger=trigger, initiated_by=initiator, reason=reason,
    )  # fmt: skip


def announces(case: Case, team: str) -> None:
    """Tell the customer that the case moves."""
    text = pick(case.generator, macros.TRANSFERS).format(team=team.replace("_", " "))
    case.say("agent", text, case.handler.handler_id)


def finishes(case: Case, resolver: Expert, desk: Desk) -> None:
    """Let the resolver take the case and solve it."""
    generator = case.generator
    case.resolver, case.taken_at = resolver, case.clock
    case.wait(about(generator, 20.0 if case.channel == "chat" else 60.0, 0.8))
    case.happens("accepted", **{"from": str(resolver.row["team"]), "to": resolver.name})
    case.say(
        "agent", pick(generator, macros.TAKES_OVER).format(name=resolver.name.replace("_", " ").title()), resolver.name
    )
    if case.client is not None and case.last_sequence < 8 and happens(generator, 0.5):
        case.wait(about(generator, 15.0, 0.8))
        answer = pick(generator, phrases.POLITE) if happens(generator, 0.5) else phrases.fact(generator)
        case.customer_says([answer])
    case.wait(about(generator, 150.0 * (0.6 + case.difficulty), 0.8))
    case.say("agent", pick(generator, macros.RESOLVES).format(product=case.label), resolver.name)
    desk.busy[resolver.name].append((case.taken_at, case.clock))
    if case.client is not None:
        desk.known[case.client.row["customer_id"]] = (case.clock, resolver)
