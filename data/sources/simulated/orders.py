"""Orders for open cases: checked before any is carried out, so that a wrong one changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from data.errors import BadInput, nearest
from data.sources.simulated import routing
from data.sources.simulated.case import Case, Order
from data.sources.simulated.desk import Desk
from data.sources.simulated.first_line import ability
from data.sources.simulated.people import TEAMS

LEFT = ("watch", "review")  # Actions of a policy that leave the case to the desk, as if nothing had been ordered.
ACTIONS = ("escalate", "consult", "continue", "assign", *LEFT)


def checked(actions: Mapping[str, Order | str], cases: Mapping[str, Case], desk: Desk) -> dict[str, Order]:
    """Give every order by its open case; raises BadInput for a case, action, team or person that is not there."""
    orders = {}
    for name, given in actions.items():
        if name not in cases:
            raise BadInput("actions", name, "is no open conversation", nearest(str(name), cases))
        orders[name] = order = given if isinstance(given, Order) else Order(given)
        field = f"actions: {name}"
        if order.action not in ACTIONS:
            raise BadInput(field, order.action, "is an unknown action", nearest(str(order.action), ACTIONS))
        if order.action == "assign":
            check_assignment(field, cases[name], order.to, desk)
        elif order.to is not None:
            known = [*TEAMS, *(person.name for person in desk.experts)] if order.action == "escalate" else []
            if order.to not in known:
                fix = nearest(str(order.to), known) if known else f"leave it out: {order.action} names nobody"
                raise BadInput(field, order.to, "takes no escalations" if known else "is not asked for", fix)
        check_place(field, cases[name], order, desk)
    return orders


def check_place(field: str, case: Case, order: Order, desk: Desk) -> None:
    """Raise BadInput for a hand-over to the team that has the case, and for advice that comes after the hand-over."""
    if not case.team:
        return
    if order.action == "consult":
        raise BadInput(field, order.action, "is for the first line, and the case has left it", "continue, or escalate")
    if order.action == "escalate" and routing.team_of(order, desk) == case.team:
        raise BadInput(field, order.to or "", "has the case already", "name another team, or continue")


def check_assignment(field: str, case: Case, to: str | None, desk: Desk) -> None:
    """Raise BadInput where nobody of the first line is named, or the case has left it."""
    first_line = [person.name for person in desk.first_line]
    if to not in first_line:
        raise BadInput(field, to or "", "is nobody of the first line", nearest(str(to or ""), first_line))
    if case.hop_at is not None and case.resolver is not None:
        raise BadInput(field, case.conversation_id, "has left the first line", "escalate it to another team")


def carry_out(orders: Mapping[str, Order], cases: Mapping[str, Case], desk: Desk) -> list[dict[str, Any]]:
    """Assign at once and give the events of that; other orders wait for the desk's next turn."""
    events: list[dict[str, Any]] = []
    for name, order in orders.items():
        case, before = cases[name], len(cases[name].events)
        if order.action == "assign":
            assign(case, desk, str(order.to))
        elif order.action in LEFT:
            case.order, case.action_taken = None, order.action
        else:
            case.order = order
        events += case.events[before:]
    return events


def assign(case: Case, desk: Desk, to: str) -> None:
    """Give the case to another handler of the first line."""
    worker = desk.named[to]
    if worker != case.handler:
        case.happens("assigned", **{"from": case.opening.queue, "to": worker.team}, reason=worker.name)
        case.handler, case.careful = worker, worker.careful
        case.skill = ability(worker, case.opening.issue.category)
