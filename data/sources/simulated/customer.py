"""The customer's turns: what they do next, what they write, and how their anger and wishes move."""

from __future__ import annotations

from data.sources.simulated.case import Case
from data.sources.simulated.chance import about, clipped, happens, pick, sigmoid
from data.sources.simulated.desk import Desk
from data.sources.simulated.needs import needs

REPLY_SECONDS = {"chat": 110, "email": 5400}
SILENT_SECONDS = {"chat": 1500, "email": 90_000}
ROUNDS = 5
ASKS = {"refund_request": "ask_refund", "discount_request": "ask_discount", "contract_terms": "ask_contract_terms",
        "card_fraud": "report_fraud", "suspicious_access": "report_breach"}  # fmt: skip
THREATS = ("threaten_churn", "threaten_public", "threaten_legal", "threaten_regulator", "abuse")


def write(case: Case, _: Desk) -> None:
    """Let the customer write, or monitoring, and give the turn to the desk."""
    if case.opening.client is None:
        case.say("system", ("alert" if case.sequence < 0 else "alert_again",), "monitoring")
        case.later("route")
        return
    opens = case.sequence < 0
    wishes(case, opens)
    acts = (opening_acts(case) if opens else reply_acts(case)) + mood_acts(case)
    case.say("customer", acts, case.client.customer_id)
    case.later("route")


def wishes(case: Case, opens: bool) -> None:
    """Move what the customer wants: a person, then a supervisor; hidden, and said or not."""
    if case.wish == 1 and happens(case.dice, 0.35):
        case.wish = 2
    elif case.wish == 0:
        longing = -5.0 + 1.4 * case.client.propensity + 2.6 * case.anger + 0.4 * case.failures - 0.8 * opens
        case.wish = int(happens(case.dice, sigmoid(longing)))


def opening_acts(case: Case) -> tuple[str, ...]:
    """Choose what the first message does."""
    source, opening = case.dice, case.opening
    acts = ["open"]
    if opening.issue.name in ASKS and happens(source, 0.6):
        acts.append(ASKS[opening.issue.name])
    if opening.amount and happens(source, 0.5):
        acts.append("mention_amount")
    if happens(source, 0.03 + 0.3 * max(0.0, opening.impact - 0.5)):
        acts.append("mention_many_affected")
    for act, chance in (
        ("mention_deadline", 0.12),
        ("boilerplate", 0.07),
        ("self_made_progress", 0.05),
        ("small_talk", 0.04),
    ):
        if happens(source, chance):
            acts.append(act)
    if len(acts) == 1 and happens(source, 0.5):
        acts.append("add_detail")
    return tuple(acts[:3])


def reply_acts(case: Case) -> tuple[str, ...]:
    """Choose what fits the last answer: a fact, that it is better, that it failed, or the problem again."""
    source = case.dice
    if case.approval is False:
        asked = ASKS.get(case.opening.issue.name, "repeat_problem")
        first = pick(source, (asked, "repeat_problem", "add_detail"))  # Nothing was tried that could have failed.
    elif case.asked_info:
        first = "answer_fact" if happens(source, 0.75) else "add_detail"
    elif case.gain > 0.3:
        first = "say_better" if happens(source, 0.7) else pick(source, ("answer_fact", "self_made_progress", "thank"))
    elif happens(source, sigmoid(-1.2 + 0.8 * case.failures + 0.6 * case.anger)):
        first = "repeat_problem"
    else:
        first = pick(source, ("say_failed", "say_failed", "answer_fact", "add_detail"))
    more = happens(source, 0.25)
    return (
        (first, pick(source, ("add_detail", "quote_earlier", "mention_deadline", "mention_amount")))
        if more
        else (first,)
    )


def mood_acts(case: Case) -> tuple[str, ...]:
    """Add what anger, wishes and habit make a customer say; all of it also appears without cause."""
    source = case.dice
    acts: list[str] = []
    if happens(source, 0.05 + 0.35 * clipped(case.anger - 0.25)):
        acts.append("complain" if happens(source, 0.8) else pick(source, THREATS))
    if case.wish and happens(source, 0.6):
        acts.append("ask_supervisor" if (case.wish == 2) == happens(source, 0.75) else "ask_person")
    elif happens(source, 0.06):
        acts.append(pick(source, ("ask_person", "refuse_escalation", "refuse_escalation", "ask_supervisor")))
    return tuple(acts)


def nudge(case: Case, _: Desk) -> None:
    """Let a customer who waits too long ask where the answer is."""
    case.nudged = True
    case.anger = clipped(case.anger + 0.12 * (1.2 - case.client.patience))
    wishes(case, opens=False)
    case.say("customer", ("nudge", *mood_acts(case)[:1]), case.client.customer_id)
    case.later("answer", case.answer_at - case.now)


def react(case: Case, _: Desk) -> None:
    """Decide what the other side does after an answer: confirm, go silent, or write again."""
    source, channel = case.dice, case.opening.channel
    pace = REPLY_SECONDS[channel]
    if case.opening.client is None:
        watch(case)
    elif case.progress >= 1:
        thanks = happens(source, 0.7)
        case.later("thank" if thanks else "resolve", about(source, pace if thanks else SILENT_SECONDS[channel], 0.7))
    elif case.approval is False and happens(source, 0.65 - 0.4 * clipped(case.anger)):
        case.progress = 1.0
        accepts = happens(source, 0.5)
        case.later("thank" if accepts else "resolve", about(source, pace if accepts else SILENT_SECONDS[channel], 0.7))
    elif case.turn >= ROUNDS or happens(source, gives_up(case)):
        case.later("drop", about(source, SILENT_SECONDS[channel], 0.4))
    else:
        case.later("write", about(source, pace * (1.15 - 0.4 * clipped(case.anger)), 0.8))


def watch(case: Case) -> None:
    """Let monitoring fire again while nothing is solved, or find that all is well."""
    source = case.dice
    if case.progress >= 1 or (not needs(case) and happens(source, 0.5)):
        case.later("recover", about(source, 900, 0.8))
    elif case.turn >= 3:
        case.later("drop", about(source, 7200, 0.5))
    else:
        case.later("write", about(source, 1500, 0.6))


def gives_up(case: Case) -> float:
    """Give the probability that the customer does not come back, though nothing is solved."""
    return 0.03 + 0.025 * case.failures + 0.05 * (case.client.propensity < -0.8)


def thank(case: Case, _: Desk) -> None:
    """Let the customer confirm, or put up with a no; a thank-you is no proof, it may come back."""
    act = pick(case.dice, ("say_solved", "thank", "say_solved", "say_better"))
    act = "accept_no" if case.approval is False else act
    case.say("customer", (act,), case.client.customer_id)
    case.later("resolve", about(case.dice, 200, 0.7))


def comes_back(case: Case, _: Desk) -> None:
    """Reopen the case: what was solved is not."""
    case.reopened = True
    case.anger = clipped(case.anger + 0.25, 0.0, 1.5)
    case.progress, case.failures, case.resolved = 0.2, case.failures + 1, None
    case.say("customer", ("back_again", *mood_acts(case)[:1]), case.client.customer_id)
    case.happens("reopened")
    case.later("again" if case.resolver else "route")
