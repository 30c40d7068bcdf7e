"""The turn-by-turn process: what the desk answers, how it goes, what the customer writes then, and what breaks.

Where the causes come from: on real conversations structure and trajectory say more than words, and a customer who
says the same again says most; real tickets escalate because of the kind of issue, of who reports it and of what it
looks like; and a handler meets limits of expertise, of authority and of time. So each case carries a difficulty that
meets the handler's skill, a frustration that grows with every failed step, and the customer's own propensity. The
words follow these loosely, the hazard of an escalation follows them closely, and both are drawn: nobody can be sure.
"""

from __future__ import annotations

from datetime import timedelta

from data.sources.simulated import macros, phrases
from data.sources.simulated.case import Case
from data.sources.simulated.catalogue import ISSUES
from data.sources.simulated.chance import about, around, happens, pick, pick_weighted, sigmoid

ROUNDS = 4
SILENT_MINUTES = {"chat": 20.0, "email": 1400.0}
REPLY_MINUTES = {"chat": 3.0, "email": 110.0}  # Medians of the desk; a customer answers somewhat faster.


def converse(case: Case) -> str | None:
    """Let customer and first line talk until the case is solved or dropped, or give the cause of its escalation."""
    customer_opens(case)
    for turn in range(ROUNDS):
        if cause := drawn_cause(case, 0.3 if turn == 0 else 1.15):
            return cause
        desk_answers(case, turn)
        if turn < ROUNDS - 1 and (cause := drawn_cause(case, 0.35 if turn else 0.2)):
            return cause
        if case.progress >= 1 or happens(case.generator, 0.13):
            return None
        if turn < ROUNDS - 1:
            customer_answers(case)
    return None


def hazards(case: Case) -> dict[str, float]:
    """Give for each cause the probability that it sends the case away now."""
    assert case.client is not None
    gap = case.difficulty - case.skill
    wish = 1.1 * case.client.propensity
    late = case.clock > case.sla_due_at - timedelta(minutes=60)
    return {
        "expertise": sigmoid(-3.55 + 3.0 * gap + 0.75 * wish + 0.75 * case.failures - 1.5 * case.progress),
        "authority": 0.22 if case.amount > case.handler.authority_limit else 0.0,
        "request": 0.40 if case.asked_for_person else sigmoid(-4.9 + wish),
        "emotion": sigmoid(-5.1 + 1.9 * case.frustration + wish),
        "impact": sigmoid(-6.6 + 4.2 * case.impact + 1.0 * case.client.valued + 0.5 * wish),
        "service_level": 0.20 if late else 0.0,
        "procedure": case.issue.procedure * 0.7,
    }


def drawn_cause(case: Case, weight: float) -> str | None:
    """Draw whether the case escalates at this moment, and why."""
    causes = hazards(case)
    if not happens(case.generator, min(0.92, weight * sum(causes.values()))):
        return None
    return pick_weighted(case.generator, tuple(causes), tuple(causes.values()))


def customer_opens(case: Case) -> None:
    """Write the first message and assign the case to its handler."""
    assert case.client is not None
    generator = case.generator
    case.happens("assigned", to=case.handler.handler_id)
    parts = phrases.opening(generator, case.issue.name, case.label, case.amount, case.impact, case.client.terse)
    before_closing = len(parts) - (not case.client.terse)
    parts[before_closing:before_closing] = mood(case)
    case.customer_says(parts)


def desk_answers(case: Case, turn: int) -> None:
    """Let the bot and then, unless the bot was enough, the handler answer."""
    generator = case.generator
    if turn == 0 and happens(generator, 0.85 if case.channel == "chat" else 0.3):
        bot_answers(case)
        if case.progress >= 1 or happens(generator, 0.35):
            return
    delay = about(generator, REPLY_MINUTES[case.channel] * (1.3 + 0.8 * (case.difficulty - case.skill)), 0.7)
    case.wait(delay)
    slowness = max(0.0, delay / REPLY_MINUTES[case.channel] - 1.5)
    text, gain = handler_step(case, turn)
    if case.frustration > 0.9 and happens(generator, 0.5):
        text = pick(generator, macros.APOLOGIES) + text
    case.say("agent", text, case.handler.handler_id)
    takes_effect(case, gain, slowness)


def bot_answers(case: Case) -> None:
    """Answer from the knowledge base; the guess is often right and the confidence only roughly tells."""
    generator = case.generator
    case.wait(about(generator, 0.15, 0.3))
    right = happens(generator, 0.85 - 0.35 * case.difficulty)
    intent = case.issue.name if right else pick(generator, ISSUES).name
    confidence = round(sigmoid(around(generator, 1.2 if right else -0.2, 0.9)), 2)
    if case.channel == "email":
        text = pick(generator, macros.BOT_ACKNOWLEDGES)
    elif confidence < 0.4:
        text = pick(generator, macros.BOT_UNSURE)
    else:
        text = pick(generator, macros.BOT_ANSWERS).format(topic=intent.replace("_", " "))
    case.say("bot", text, "bot", bot_confidence=confidence, intent=intent)
    if case.channel == "chat":
        helps = right and confidence >= 0.4
        takes_effect(case, max(0.0, around(generator, 0.55 - 0.8 * case.difficulty if helps else 0.0, 0.3)), 0.0)


def handler_step(case: Case, turn: int) -> tuple[str, float]:
    """Give what the handler says and how far it brings the solution."""
    generator = case.generator
    if happens(generator, 0.45 if turn == 0 else 0.1):
        return pick(generator, macros.ASKS), 0.15
    if happens(generator, 0.12):
        return pick(generator, macros.WAITS), 0.0
    gain = around(generator, 0.55 - 0.8 * (case.difficulty - case.skill), 0.35)
    return pick(generator, macros.STEPS[case.issue.category]).format(product=case.label), max(0.0, gain)


def takes_effect(case: Case, gain: float, slowness: float) -> None:
    """Move progress and frustration after an answer of the desk."""
    assert case.client is not None
    sensitivity = 1.2 - case.client.patience
    case.last_gain = gain
    case.progress += gain
    case.failures += gain < 0.15
    case.frustration += sensitivity * (0.55 * (gain < 0.15) + 0.12 * min(slowness, 4.0)) - 0.4 * (gain > 0.4)
    case.frustration = max(0.0, case.frustration)


def customer_answers(case: Case) -> None:
    """Write what fits the last answer: the problem again, a failed step, a fact, or that it is better."""
    generator = case.generator
    pace = max(0.3, 1.0 - 0.35 * case.frustration)
    if case.last_sequence < 2 and happens(generator, 0.07):
        reminds(case)
    case.wait(about(generator, 0.8 * REPLY_MINUTES[case.channel] * pace, 0.8))
    if case.messages[-1]["text"] in macros.WAITS and happens(generator, 0.5):
        parts = [pick(generator, phrases.NUDGES)]
    elif case.last_gain > 0.35 and happens(generator, 0.85):
        parts = [pick(generator, phrases.BETTER)]
    elif happens(generator, sigmoid(-1.3 + 1.1 * case.failures + 0.5 * case.frustration)):
        parts = [phrases.repetition(generator, case.issue.name, case.label)]
    elif case.failures and happens(generator, 0.6):
        parts = [pick(generator, phrases.FAILED)]
    else:
        parts = [phrases.fact(generator)]
    if happens(generator, 0.4):
        parts.append(phrases.detail(generator, case.issue.name, case.amount))
    case.customer_says(parts + mood(case))


def reminds(case: Case) -> None:
    """Ask a silent customer whether the case is still open; some answer, for others it is the end."""
    case.wait(about(case.generator, SILENT_MINUTES[case.channel], 0.4))
    case.say("agent", pick(case.generator, macros.REMINDERS), case.handler.handler_id)


def mood(case: Case) -> list[str]:
    """Add what frustration, urgency and habit make a customer say; all of it also appears without cause."""
    assert case.client is not None
    generator, parts = case.generator, []
    if happens(generator, 0.04 + 0.55 * sigmoid(3.0 * (case.frustration - 1.1))):
        parts.append(pick(generator, phrases.ANGRY))
    elif happens(generator, 0.12):
        parts.append(pick(generator, phrases.POLITE))
    if case.messages and happens(generator, 0.08 + 0.2 * case.impact):
        parts.append(phrases.how_bad(generator, case.impact))
    wants_person = sigmoid(-4.0 + 1.3 * case.frustration + 0.6 * case.client.propensity)
    if happens(generator, wants_person):
        case.asked_for_person = True
        parts.append(pick(generator, phrases.ASKS_FOR_PERSON))
    elif happens(generator, 0.035):
        parts.append(pick(generator, phrases.NEEDS_NOBODY))
    return parts
