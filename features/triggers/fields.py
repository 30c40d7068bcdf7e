"""Rules that read structured fields: who the customer is, what happened to the case, how much time is left."""

from __future__ import annotations

import re
from collections.abc import Callable

from data.schema import Conversation, EventKind
from data.snapshot import seen_at
from features.columns import MISSING

VIP = re.compile(r"\b(?:vip|gold|platin\w*|premium|key[ _-]?account|strategic|diamond|top)\b", re.IGNORECASE)
NEARLY_USED = 0.8  # Share of the agreed time at which desks warn, by ITIL's common practice.
EXTENSIONS = 2


def vip(case: Conversation, _: float | None) -> float:
    """Say whether the customer's tier or a flag marks them as important; missing where neither is known."""
    known = [*((case.customer.tier,) if case.customer and case.customer.tier else ())]
    known += (case.customer.flags or []) if case.customer else []
    return float(any(VIP.search(word) for word in known)) if known else MISSING


def happened(kind: EventKind, least: int = 1) -> Callable[[Conversation, float | None], float]:
    """Give the rule that an event of a kind happened at least so many times."""
    return lambda case, _: float(sum(event.kind == kind for event in case.events) >= least)


def older_than_normal(case: Conversation, normal: float | None) -> float:
    """Say whether a case is older than ``normal`` minutes, the age at which nearly all of its queue had ended."""
    now = seen_at(case)
    if normal is None or not now or not case.opened_at:
        return MISSING
    return float((now - case.opened_at).total_seconds() / 60 > normal)


def used_share(case: Conversation) -> float:
    """Give the share of the agreed time that is used; missing without a clock or a due time."""
    now = seen_at(case)
    if not now or not case.sla_due_at or not case.opened_at or case.sla_due_at <= case.opened_at:
        return MISSING
    return (now - case.opened_at) / (case.sla_due_at - case.opened_at)


def service_level_near(case: Conversation, _: float | None) -> float:
    """Say whether four fifths of the agreed time are used and it is not over."""
    share = used_share(case)
    return share if share != share else float(NEARLY_USED <= share <= 1)


def service_level_breached(case: Conversation, _: float | None) -> float:
    """Say whether the due time is over."""
    now = seen_at(case)
    return float(now > case.sla_due_at) if now and case.sla_due_at else MISSING


FIELD_RULES: dict[str, Callable[[Conversation, float | None], float]] = {
    "vip": vip,
    "reopened": happened("reopened"),
    "extended_again": happened("sla_changed", EXTENSIONS),
    "older_than_normal": older_than_normal,
    "service_level_near": service_level_near,
    "service_level_breached": service_level_breached,
    "approval_denied": happened("denied"),
    "approval_given": happened("approved"),
}
