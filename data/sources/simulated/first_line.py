"""The first line's turns: the bot, the wait in the queue, and what a handler says, does and brings about."""

from __future__ import annotations

from typing import Any

from data.sources.simulated import approvals
from data.sources.simulated.case import Case, Order
from data.sources.simulated.catalogue import ISSUES
from data.sources.simulated.chance import about, around, clipped, happens, pick, sigmoid
from data.sources.simulated.desk import Desk, on_duty
from data.sources.simulated.handover import begin, marks
from data.sources.simulated.needs import CAUSES, decided, hazards, needs

WORK_SECONDS = {"chat": 260, "email": 3600, "accounts": 1500}
NUDGE_SECONDS = {"chat": 1200, "email": 43_200}
NOTES = ("note_stuck", "note_policy", "note_authority", "note_many_same", "note_sla")
ADVICE = 0.16  # What a colleague's advice adds to the handler's skill in this case.


def route(case: Case, desk: Desk) -> None:
    """Send the case to the bot, or into the queue of its handler, who takes it as soon as a place is free."""
    source, opening = case.dice, case.opening
    if case.sequence == 0 and not case.bot_done:
        case.happens("assigned", to=opening.queue, reason=case.handler.name)
    if first_by_bot(case):
        case.later("bot", about(source, 9, 0.4))
        return
    case.bot_done = True
    replaces(case, desk)
    work = about(source, WORK_SECONDS[opening.queue] * (0.6 + 0.8 * clipped(case.difficulty)), 0.6)
    _, ends = desk.book(case.handler, case.now, round(work), case.imagined)
    case.waited = (ends - case.now) / WORK_SECONDS[opening.queue]
    case.answer_at = ends
    patience = NUDGE_SECONDS[opening.channel] * (0.4 + case.opening.client.patience) if case.opening.client else 0
    if patience and ends - case.now > patience and not case.nudged and happens(source, 0.6):
        case.later("nudge", patience)
    else:
        case.later("answer", ends - case.now)


def first_by_bot(case: Case) -> bool:
    """Say whether the bot answers first; it was decided by the channel and the desk's setting."""
    return case.sequence == 0 and not case.bot_done and case.opening.bot_first


def replaces(case: Case, desk: Desk) -> None:
    """Give the case to a colleague of the queue when its handler has gone home: another skill, another care."""
    if case.opening.queue == "chat" and not on_duty(case.handler, case.now) and case.sequence > 1:
        queue = case.opening.queue
        case.handler = desk.first_line_for(queue, case.opening.language, case.now, case.dice)
        case.skill, case.careful = ability(case.handler, case.opening.issue.category), case.handler.careful
        case.happens("assigned", **{"from": queue, "to": queue}, reason=case.handler.name)


def ability(handler: Any, category: str) -> float:
    """Give what a handler brings to a category of issues."""
    return float(handler.skill + (0.14 if category in handler.knows else 0.0))


def bot(case: Case, _: Desk) -> None:
    """Answer from the knowledge base; the guess is often right and the confidence only roughly tells."""
    source, issue = case.dice, case.opening.issue
    case.bot_done = True
    right = happens(source, 0.85 - 0.3 * clipped(case.difficulty))
    intent = issue.name if right else pick(source, ISSUES).name
    confidence = round(sigmoid(around(source, 1.2 if right else -0.2, 0.9)), 2)
    sure = confidence >= 0.4
    hands_over = case.wish > 0 or not sure or happens(source, 0.4)
    first = "bot_faq" if sure else pick(source, ("bot_not_understood", "bot_identify"))
    acts = ("bot_greet", first, "bot_hands_over") if hands_over else (first, "bot_offer_agent")
    helps = right and sure and not needs(case)
    case.gain = max(0.0, around(source, 0.65 - 0.9 * case.difficulty if helps else 0.0, 0.3))
    case.say("bot", acts, "bot", bot_confidence=confidence, intent=intent)
    case.asked_info = first == "bot_identify"
    moves(case)
    case.later("route" if hands_over and case.progress < 1 else "react", 2)


def answer(case: Case, desk: Desk) -> None:
    """Let the handler decide: send it away, ask a colleague, ask for approval, or reply."""
    order, case.order = case.order, None
    if order is None and approvals.tries(case):
        approvals.asks(case, desk, case.handler.name)
        return
    cause = ordered(case, order) if order else decided(case)
    if cause == "peer":
        consults(case, desk, "model" if order else CAUSES["peer"].initiated_by)
    elif cause:
        begin(case, cause, desk, order)
        return
    replies(case)


def ordered(case: Case, order: Order) -> str | None:
    """Give the cause that carries out an order: the likeliest one to escalate for, a colleague's advice, or none."""
    case.action_taken = order.action
    if order.action == "consult":
        return "peer"
    if order.action != "escalate":
        return None
    risks = hazards(case)
    return max((name for name in risks if name != "peer"), key=risks.__getitem__)


def consults(case: Case, desk: Desk, initiated_by: str) -> None:
    """Ask an equal for advice and keep the case; a second piece of advice says what the first one said."""
    asker, opening = case.handler, case.opening
    colleague = desk.first_line_for(opening.queue, opening.language, case.now, case.dice, other_than=asker)
    case.colleague = colleague.name
    marks(case, "peer")
    case.happens(
        "escalated", **{"from": asker.name, "to": colleague.name}, escalation_type=CAUSES["peer"].kind,
        trigger=CAUSES["peer"].trigger, initiated_by=initiated_by, reason=CAUSES["peer"].reason,
    )  # fmt: skip
    case.say("agent", ("note_asked_peer",), case.handler.name, visibility="internal")
    case.skill += 0.0 if case.consulted else ADVICE
    case.consulted = True
    case.now += round(about(case.dice, 240, 0.5))


def replies(case: Case) -> None:
    """Write the handler's answer and let it take effect."""
    if case.approval is False:  # Who was told no is offered nothing any more.
        approvals.answers(case)
        moves(case)
        return
    source, first_time = case.dice, case.turn == 0
    case.turn += 1
    blocked = needs(case)
    if happens(source, 0.08):
        case.say("agent", (pick(source, NOTES),), case.handler.name, visibility="internal")
    act, case.gain = step(case, first_time, blocked)
    case.asked_info = act == "ask_info"
    acts = ("agent_greet", act) if first_time else (act,)
    if case.anger > 0.6 and happens(source, 0.5):
        acts = ("apologise", *acts)
    if happens(source, 0.12):
        kind = pick(source, ("promise", "ask_if_solved", "explain_policy", "offer_goodwill"))
        # Nobody offers money for a sum beyond them.
        acts = (*acts, "explain_policy" if kind == "offer_goodwill" and approvals.over_limit(case) else kind)
    case.tell(acts, pick(source, NOTES), case.handler.name)
    moves(case)
    case.later("react", 1)


def step(case: Case, first_time: bool, blocked: tuple[str, ...]) -> tuple[str, float]:
    """Give what the handler tries and how far it brings the solution; what is blocked moves little."""
    source = case.dice
    if happens(source, 0.3 if first_time else 0.1):
        return "ask_info", 0.12
    if happens(source, 0.08):
        return "wait_note", 0.0
    if "authority" in blocked:  # What one tries for such a case is mostly to pay.
        return pick(source, ("explain_policy", "refuse")), clipped(around(source, 0.08, 0.12), 0.0, 0.5)
    if blocked:
        act = (
            "propose_step"
            if "expertise" in blocked or happens(source, 0.6)
            else pick(source, ("explain_policy", "refuse"))
        )
        return act, 1.0 if happens(source, 0.03) else clipped(around(source, 0.08, 0.12), 0.0, 0.5)
    reached = around(source, 0.85 + 0.9 * clipped(-case.gap, 0.0, 0.6) - 0.3, 0.4)
    return "deliver_solution" if reached > 0.9 and happens(source, 0.3) else "propose_step", max(0.0, reached)


def moves(case: Case) -> None:
    """Move progress, failures and anger after an answer; blocked cases cannot reach the solution step by step."""
    blocked = bool(needs(case)) and case.gain < 1
    case.progress = min(case.progress + case.gain, 0.8 if blocked else 2.0)
    failed = case.gain < 0.15 and not case.asked_info
    case.failures += failed
    if case.opening.client is not None:
        thin = 1.25 - case.client.patience
        slow = clipped(case.waited - 2.0, 0.0, 6.0)
        change = thin * (0.26 * failed + 0.07 * slow) - 0.2 * (case.gain > 0.3)
        case.anger = clipped(case.anger + change, 0.0, 1.5)
    case.waited = 1.0
