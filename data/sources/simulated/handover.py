"""Hand-overs: a case leaves its desk, is taken or sent back, worked on, and perhaps passed on again."""

from __future__ import annotations

from data.sources.simulated import approvals, routing
from data.sources.simulated.case import Case, Order
from data.sources.simulated.chance import about, clipped, happens, pick
from data.sources.simulated.customer import wishes
from data.sources.simulated.desk import Desk, next_duty
from data.sources.simulated.matrices import RESOLUTION_MINUTES
from data.sources.simulated.needs import CAUSES, MAJOR, needs
from data.sources.simulated.people import TEAMS
from data.sources.simulated.seasons import moment

MISROUTED = 0.10
CALLS = ("impact", "service_level", "monitoring")  # Causes that raise the priority.
LATE_FAILURES = 3
WORN = 0.3  # How much being passed on by an expert too angers the least patient.
WORK_SECONDS = {"chat": 2400, "email": 6000}


def marks(case: Case, cause: str) -> None:
    """Keep when and why the case escalated for the first time, and whether it had to: the reviewer's judgement."""
    if case.hop_at is not None:
        return
    case.hop_at, case.first_cause = case.sequence + 1, cause
    lacking = needs(case)
    wanted = (cause == "request" and case.wish == 2) or (cause == "emotion" and case.anger > routing.ANGRY)
    due = cause == "service_level" and case.progress < 0.5
    close = cause == "peer" and case.gap > -0.1
    ruled = cause == "procedure" and routing.payout_rule(case)
    case.was_needed = bool(lacking) or wanted or due or close or ruled
    case.was_late = bool(lacking) and (case.failures >= LATE_FAILURES or case.now > case.due)


def begin(case: Case, cause: str, desk: Desk, order: Order | None = None) -> None:
    """Escalate: note it, raise the priority where the cause asks for it, tell the customer, and wait in the queue."""
    source, giver = case.dice, case.resolver.name if case.resolver else case.handler.name
    team, cause = destination(case, cause, desk, order)
    marks(case, cause)
    reason, note, told = routing.reason_for(case, cause), routing.note_for(case, cause), CAUSES[cause]
    case.hops, case.cause, case.chain, case.asker = case.hops + 1, cause, (*case.chain, cause), giver
    case.team = team
    raises_priority(case, cause)
    case.happens(
        "escalated", **{"from": giver, "to": team}, escalation_type=told.kind, trigger=told.trigger,
        initiated_by="model" if order else told.initiated_by, reason=reason,
    )  # fmt: skip
    by_rule = cause == "service_level"  # It strikes at night, too, when nobody is there to write.
    author = ("system", "sla_clock") if by_rule else ("agent", giver)
    case.say(author[0], (note,), author[1], visibility="internal")
    if case.opening.client is not None and not by_rule:
        tells(case, cause, giver)
    case.later("take", about(source, 300, 0.8))


def destination(case: Case, cause: str, desk: Desk, order: Order | None) -> tuple[str, str]:
    """Give the team that gets the case, and why; a wrong one, drawn or ordered, will send it on to the right one."""
    usual = routing.team_for(case, cause)
    case.meant = case.chosen = None
    if order is None:
        if not happens(case.dice, MISROUTED):
            return usual, cause
        team = pick(case.dice, [other for other in TEAMS if other not in (usual, case.team)])
        case.meant, case.misrouted = usual, True
        return team, cause
    team = routing.team_of(order, desk) or usual
    case.chosen = desk.named.get(order.to or "")
    if team == usual:
        return team, cause
    if fitting := routing.fitting_cause(case, team, cause):
        return team, fitting
    case.meant, case.misrouted = usual, True
    return team, cause


def tells(case: Case, cause: str, giver: str) -> None:
    """Tell the customer, mostly, who goes on; being passed on by an expert too wears their patience."""
    source = case.dice
    if case.resolver and cause == "expertise":
        case.anger = clipped(case.anger + WORN * (1.2 - case.client.patience), 0.0, 1.5)
        wishes(case, opens=False)
    if happens(source, 0.8):
        case.now += round(about(source, 40, 0.5))
        case.say("agent", ("ask_approval_told" if cause == "authority" else "announce_handover",), giver)


def raises_priority(case: Case, cause: str) -> None:
    """Raise the priority where time or impact press, and with it the agreed time."""
    if cause not in CALLS or case.priority == "P1":
        return
    higher = "P1" if case.opening.impact > MAJOR else f"P{int(case.priority[1]) - 1}"
    case.happens("priority_changed", **{"from": case.priority, "to": higher}, reason=CAUSES[cause].reason)
    case.priority = higher
    due = min(case.due, case.now + RESOLUTION_MINUTES[higher] * 60)
    if due < case.due:
        case.happens("sla_changed", **{"from": moment(case.due).isoformat(), "to": moment(due).isoformat()})
        case.due = due


def take(case: Case, desk: Desk) -> None:
    """Put the case into the queue of its team: a wrong one sends it back, the right one takes it when free."""
    source, opening = case.dice, case.opening
    wish = (opening.issue.name, opening.product, opening.language)
    worker = case.chosen or desk.member(case.team, wish, opening.client, case.now, source)
    if case.meant:
        begins, _ = desk.book(worker, case.now, 300, case.imagined)
        case.later("send_back", begins + about(source, 1500, 0.8) - case.now)
        return
    hard = 0.6 + clipped(case.difficulty)
    begins, ends = desk.book(
        worker, case.now, round(about(source, WORK_SECONDS[opening.channel] * hard, 0.6)), case.imagined
    )
    waited, case.resolver = begins - case.now, worker
    if opening.client is not None:
        slow = clipped(waited / 14_400, 0.0, 4.0)
        case.anger = clipped(case.anger + 0.08 * slow * (1.2 - case.client.patience), 0.0, 1.5)
    case.answer_at = ends
    case.later("accept", waited)


def send_back(case: Case, _: Desk) -> None:
    """Let the wrong team return the case, and the desk send it to the right one."""
    giver = (case.resolver or case.handler).name
    case.happens("returned", **{"from": case.team, "to": giver}, reason="not ours")
    assert case.meant
    case.team, case.meant, case.chosen = case.meant, None, None
    told = CAUSES[case.cause]
    case.now += round(about(case.dice, 600, 0.6))
    case.happens("assigned", **{"from": giver, "to": case.team}, reason=told.reason)
    case.later("take", 60)


def accept(case: Case, _: Desk) -> None:
    """Let a resolver take the case and greet, perhaps with a question."""
    source = case.dice
    assert case.resolver is not None
    case.settled = (*case.settled, *(("expertise", "tool") if case.cause in ("expertise", "tool") else (case.cause,)))
    case.visited = (*case.visited, case.team)
    case.happens("accepted", **{"from": case.team, "to": case.resolver.name})
    asks = case.opening.client is not None and happens(source, 0.35)
    case.tell(("agent_greet", "ask_info") if asks else ("agent_greet",), "note_stuck", case.resolver.name)
    if asks and happens(source, 0.8):
        case.later("tell", about(source, 3000, 0.8))
    else:
        case.later("work", next_duty(case.resolver, case.answer_at) - case.now)


def tell(case: Case, _: Desk) -> None:
    """Let the customer answer the resolver's question."""
    act = pick(case.dice, ("answer_fact", "answer_fact", "add_detail", "repeat_problem"))
    acts = (act, "complain") if happens(case.dice, 0.5 * clipped(case.anger - 0.4)) else (act,)
    case.say("customer", acts, case.client.customer_id)
    assert case.resolver is not None
    case.later("work", next_duty(case.resolver, max(case.now + 600, case.answer_at)) - case.now)


def work(case: Case, desk: Desk) -> None:
    """Let the resolver find out whether this is theirs to finish: pass it on, ask for approval, or solve it."""
    assert case.resolver is not None
    order, case.order = case.order, None
    if order:
        cause = "expertise" if routing.can_go(case, order, desk) else None
        case.action_taken = "escalate" if cause else "continue"
    else:
        approvals.settles(case)
        cause = routing.next_cause(case)
    if cause == "approval":
        approvals.asks(case, desk, case.resolver.name)
    elif cause:
        begin(case, cause, desk, order)
    else:
        case.later("solve")


def report(case: Case, desk: Desk) -> None:
    """Finish what a decision about a sum has cleared, unless a rule sends it to compliance first."""
    if routing.must_report(case):
        begin(case, "procedure", desk)
    elif case.resolver:
        case.later("solve", next_duty(case.resolver, case.now) - case.now)
    else:
        approvals.answers(case)
