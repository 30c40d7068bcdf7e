"""Where a case that left the first line goes next, and why: what the resolver lacks, and the team that has it."""

from __future__ import annotations

from data.sources.simulated import approvals
from data.sources.simulated.case import Case, Order
from data.sources.simulated.chance import happens
from data.sources.simulated.desk import Desk
from data.sources.simulated.needs import CAUSES, MAJOR, sent

MOST_HOPS = 5
ANGRY = 0.8
TIRED = 0.6  # After two desks less anger is enough.
DEEP_GAP = -0.25  # What is this near to the limit of a resolver is passed on to the next.
TWO_DESKS = 2  # So many desks may pass a customer on before somebody owns the case, and a complaint is a formal one.
RULED = 0.7
REPORTED = 0.85  # Rules are written, and not always read.
FOUND_RULE = 0.04  # How often the work itself brings up a rule that asks for another desk.
REPORTED_FROM = 1_000.0  # Granted sums above it are reported before they are paid.
PAID_OUT = ("orders", "billing", "security")
DEEPER = {
    "logistics": "care", "payments_desk": "integration", "identity": "platform", "integration": "platform",
    "platform": "data", "data": "integration", "fraud": "identity", "sales": "care", "care": "platform",
}  # fmt: skip


def next_cause(case: Case) -> str | None:
    """Give what the resolver lacks in turn, unless the case has moved too often; found by work, not by hazard."""
    source, opening, resolver = case.dice, case.opening, case.resolver
    assert resolver is not None
    if case.hops >= MOST_HOPS:
        return None
    if opening.impact > MAJOR and case.team != "incident" and "impact" not in case.settled and happens(source, 0.7):
        return "impact"
    if unsettled(case) and (upset := goes_up(case, TIRED, 0.9)):
        return upset
    if must_report(case):
        return "procedure"
    elsewhere = opening.issue.team not in case.visited or deeper(case)
    if elsewhere and case.gap_of(resolver.skill) > DEEP_GAP and happens(source, 0.8):
        return "expertise"
    if approvals.over_limit(case):
        return "approval" if team_for(case, "authority") == case.team or happens(source, 0.6) else "authority"
    if upset := goes_up(case, ANGRY, 0.4):
        return upset
    ruled = RULED if opening.regulated else FOUND_RULE
    settled = "procedure" in case.settled or "compliance" in case.visited
    return "procedure" if not settled and happens(source, ruled) else None


def goes_up(case: Case, angry: float, chance: float) -> str | None:
    """Draw whether an upset customer, or one who wants a supervisor, is given to care, unless care knows the case."""
    upset = case.anger > angry and "emotion" not in case.settled
    if "care" in case.visited or not (upset or case.wish == 2) or not happens(case.dice, chance):
        return None
    return "emotion" if upset else "request"


def must_report(case: Case) -> bool:
    """Draw whether a written rule sends the case to compliance now, for what has come of it on its way."""
    found = payout_rule(case) or complaint_rule(case)
    return found and "compliance" not in case.visited and case.hops < MOST_HOPS and sent(case, REPORTED)


def payout_rule(case: Case) -> bool:
    """Say whether a sum was granted that is reported before it is paid."""
    opening = case.opening
    return case.approval is True and opening.amount > REPORTED_FROM and opening.issue.category in PAID_OUT


def complaint_rule(case: Case) -> bool:
    """Say whether two desks could not settle it and the customer then went up: that is a formal complaint."""
    return case.cause in ("request", "emotion") and unsettled(case)


def unsettled(case: Case) -> bool:
    """Say whether two desks have had it, and neither of them knew enough."""
    return sum(cause in ("expertise", "tool") for cause in case.chain) >= TWO_DESKS


def reason_for(case: Case, cause: str) -> str:
    """Give the reason that the event log names."""
    if cause == "expertise" and case.resolver:
        return "beyond this desk too"
    if cause == "procedure" and payout_rule(case):
        return "sums of this size are reported before they are paid"
    if cause == "procedure" and complaint_rule(case):
        return "formal complaint: two desks could not settle it"
    return CAUSES[cause].reason


def note_for(case: Case, cause: str) -> str:
    """Give the note that goes with the reason."""
    if cause == "procedure" and payout_rule(case):
        return "note_payout"
    if cause == "procedure" and complaint_rule(case):
        return "note_complaint"
    return CAUSES[cause].note


def team_for(case: Case, cause: str) -> str:
    """Give the team that should take the case."""
    issue = case.opening.issue
    if cause == "authority":
        return approvals.APPROVERS.get(issue.category, approvals.CARE)[0]
    if cause in ("request", "emotion"):
        return "care" if case.team or happens(case.dice, 0.4) else issue.team
    if cause in ("impact", "monitoring"):
        return "incident" if case.opening.impact > MAJOR else issue.team
    if cause == "procedure":
        return "compliance" if case.team or issue.category == "privacy" or payout_rule(case) else issue.team
    return issue.team if issue.team not in case.visited else deeper(case) or issue.team


def deeper(case: Case) -> str | None:
    """Give the next desk that may know more, unless the case has been there."""
    team = DEEPER.get(case.team)
    return None if team in case.visited else team


def team_of(order: Order, desk: Desk) -> str | None:
    """Give the team that an order names, itself or by one of its people; None where it leaves that to the desk."""
    person = desk.named.get(order.to or "")
    return person.team if person else order.to


def can_go(case: Case, order: Order, desk: Desk) -> bool:
    """Say whether an order may move a case that left the first line: not for ever, and not to where it is."""
    if order.action != "escalate" or case.hops >= MOST_HOPS:
        return False
    return (team_of(order, desk) or team_for(case, "expertise")) != case.team


def fitting_cause(case: Case, team: str, cause: str) -> str | None:
    """Give why a team may well be given a case beside the usual one; None where it could do nothing for it.

    It judges by the hidden state, as the team does that opens the case and sends it back.
    """
    opening = case.opening
    if team == opening.issue.team and team not in case.visited:
        return "expertise" if cause == "impact" else cause
    if team == deeper(case):
        return "expertise"
    if team == "care" and (case.anger > ANGRY or case.wish == 2):
        return "emotion" if case.anger > ANGRY else "request"
    if team == "incident" and opening.impact > MAJOR:
        return "impact"
    if team == "compliance" and (opening.regulated or payout_rule(case) or complaint_rule(case)):
        return "procedure"
    return "authority" if approvals.over_limit(case) and team == team_for(case, "authority") else None
