"""Approvals: somebody with a higher limit says yes or no to an amount, and the case stays where it is."""

from __future__ import annotations

from data.sources.simulated.case import Case
from data.sources.simulated.chance import about, clipped, happens, pick
from data.sources.simulated.desk import Desk, next_duty
from data.sources.simulated.needs import limit
from data.sources.simulated.people import Worker

APPROVERS = {"contracts": ("sales", "contracts desk"), "billing": ("payments_desk", "head of payments")}
CARE = ("care", "head of care")
DECIDES_SECONDS = 1500
ASKS_SHARE = 0.4
GENEROSITY = 0.15  # So much lower than an even chance may the merit of a claim be to be granted.


def over_limit(case: Case) -> bool:
    """Say whether the amount is beyond whoever has the case, and nobody has decided it yet."""
    most = case.resolver.limit if case.resolver else limit(case)
    return case.opening.amount > most and case.approval is None


def tries(case: Case) -> bool:
    """Draw whether the amount goes to somebody who may approve it, instead of the whole case."""
    return over_limit(case) and happens(case.dice, ASKS_SHARE)


def asks(case: Case, desk: Desk, asker: str) -> None:
    """Write the request for approval, tell the customer, and wait for the decision."""
    case.asker, case.asked = asker, APPROVERS.get(case.opening.issue.category, CARE)[0]
    case.say("agent", ("note_approval",), asker, visibility="internal")
    if case.opening.client is not None:
        case.say("agent", ("ask_approval_told",), asker)
    by = approver(case, desk)
    _, ends = desk.book(by, case.now, round(about(case.dice, DECIDES_SECONDS, 0.6)), case.imagined)
    case.waited = 1.0
    case.later("decide", next_duty(by, ends) - case.now)


def approver(case: Case, desk: Desk) -> Worker:
    """Give the lowest of the approving team whose limit is high enough, else the highest."""
    team, _ = APPROVERS.get(case.opening.issue.category, CARE)
    crews = desk.crews[team]
    ranked = sorted(crews[case.opening.number % len(crews)], key=lambda worker: worker.limit)
    return next((worker for worker in ranked if worker.limit >= case.opening.amount), ranked[-1])


def settles(case: Case) -> None:
    """Let a resolver who got the whole case for its sum decide about it, where the sum is theirs to decide."""
    assert case.resolver is not None
    if case.cause == "authority" and case.opening.amount and case.approval is None and not over_limit(case):
        decides(case, case.resolver)


def decides(case: Case, by: Worker) -> None:
    """Decide by the merit of the claim; a no makes the customer angry and is still an answer."""
    case.approval = case.opening.merit > 0.5 - GENEROSITY
    reason = f"amount {case.opening.amount:.2f} {'approved' if case.approval else 'denied'}"
    case.happens("approved" if case.approval else "denied", **{"from": by.name, "to": case.asker}, reason=reason)
    if not case.approval and case.opening.client is not None:
        case.anger = clipped(case.anger + 0.45 * (1.2 - case.client.patience), 0.0, 1.5)
        case.failures += 1


def decide(case: Case, desk: Desk) -> None:
    """Let the approver decide, and give the case back to who asked."""
    decides(case, approver(case, desk))
    case.asked = ""
    if case.resolver or case.approval:
        case.later("report", about(case.dice, 300, 0.6) if case.resolver else 0)
    else:
        answers(case)


def answers(case: Case) -> None:
    """Let the first line tell the customer what was decided, and a no again to who does not put up with it."""
    case.turn += 1
    acts = ("deliver_solution",) if case.approval else ("refuse", "explain_policy")
    if case.approval is False and case.told_no:
        acts = pick(case.dice, (acts, ("explain_policy",), ("apologise", "explain_policy")))
    case.told_no = case.approval is False
    case.tell(acts, "note_approval", case.asker)
    case.gain = 0.9 if case.approval else 0.0
    case.progress = max(case.progress, 1.0) if case.approval and case.gap <= 0 else case.progress
    case.asked_info = False
    case.later("react", 1)
