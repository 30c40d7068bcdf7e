"""The clock of the agreed time: it warns when most of it is gone, and a rule may then send the case away.

It strikes at a moment of its own, whatever the case waits for: where the next step of the case lies beyond that moment,
the strike comes first and the step afterwards, at the time it had.
"""

from __future__ import annotations

from data.sources.simulated.case import Case
from data.sources.simulated.desk import Desk
from data.sources.simulated.handover import begin
from data.sources.simulated.needs import overdue_risk, sent

WARNS_AT = 0.8  # Of the agreed time.
FIRST_LINE_WAITS = ("answer", "nudge")  # What is next where the customer waits for the first line.


def sets(case: Case) -> None:
    """Put the strike before the next step of a case that the first line still has when the clock gets that far."""
    if case.warned or case.team or case.phase == "close" or case.progress >= 1:
        return
    if case.resolved is not None or case.reopened:
        return
    strikes_at = case.opening.opened + round(WARNS_AT * (case.due - case.opening.opened))
    if case.now > strikes_at:
        case.put_off = (case.phase, case.now)
        # A turn of the desk may have taken until after that moment.
        case.phase, case.now = "clock", max(strikes_at, case.said_at)


def strike(case: Case, desk: Desk) -> None:
    """Warn, and perhaps send the case away by rule; else what was put off comes next.

    The rule leaves alone what waits for the customer, and what has an order.
    """
    case.warned = True
    case.say("system", ("sla_warning",), "sla_clock", visibility="internal")
    phase, at = case.put_off
    if phase in FIRST_LINE_WAITS and case.order is None and sent(case, overdue_risk(case)):
        begin(case, "service_level", desk)
        return
    case.phase, case.now = phase, max(at, case.now)
