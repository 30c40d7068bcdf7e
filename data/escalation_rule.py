"""Whether and when a case escalated, derived from its dated events by the rule that a support manager wrote down.

The rule is ``conversations.escalated_when`` of ``params.yaml``; any of its sentences is enough. An event that a source
itself calls ``escalated`` always counts. A case without any event stays *not known*: silence is not a "no".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from data.schema import Case, Event
from data.source_settings import EscalatedWhen
from data.tables import Outcome

HIGHER_TIER: EscalatedWhen = "the case moves to a group of a higher tier"
LEFT_ITS_GROUP: EscalatedWhen = "the case leaves the group it was opened in"
PRIORITY_RAISED: EscalatedWhen = "the priority is raised"

MOVES = frozenset({"assigned", "escalated", "returned"})  # Kinds whose ``to`` is a group.
ENDS = ("resolved", "closed")
CANCELED = "canceled"  # The reason of a closing after which nobody resolved anything.
LONGEST_NAME = 200  # What an identifier of the tables may hold.
LEVEL = "tier|level|line|stufe|ebene|niveau|ligne|nivel|l[ií]nea"
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
# No letter or digit beside them; ``\b`` would not see the L2 of GRP_L2.
TIER_NAMES = tuple(
    re.compile(rf"(?<![^\W_])(?:{pattern})(?![^\W_])", re.IGNORECASE)
    for pattern in (
        r"[lnt][\s-]?([1-9])",  # L2, N2, T-3
        rf"(?:{LEVEL})[\s:._-]*([1-9])",  # Tier 3, Level-2, Stufe 2
        rf"([1-9])(?:st|nd|rd|th|\.|er|re|e|ème|º|ª|o|a)?[\s_-]*(?:{LEVEL})(?:\s*support)?",  # 2nd level, 1st Line
        rf"({'|'.join(ORDINALS)})[\s_-]*(?:{LEVEL})",  # second line
    )
)
NUMBERED_PRIORITY = re.compile(r"(?:p|s|sev|severity|prio|priority|priorit[äé]t?)?[\s:._-]*([0-9])(?![0-9.,%])", re.I)
# Most urgent first; each line is one rank, its number being that of P1, P2 and so on.
PRIORITY_WORDS = (
    ("blocker", "emergency", "showstopper", "immediate"),
    (
        "highest",
        "critical",
        "urgent",
        "very high",
        "kritisch",
        "dringend",
        "crítica",
        "urgente",
        "critique",
        "priority",
    ),
    ("high", "major", "important", "error", "hoch", "alta", "haute", "élevée"),
    (
        "medium",
        "moderate",
        "normal",
        "standard",
        "warning",
        "warn",
        "mittel",
        "media",
        "moyenne",
        "normale",
        "not_priority",
    ),
    ("low", "minor", "info", "notice", "niedrig", "gering", "baja", "basse", "faible"),
    ("lowest", "trivial", "planning", "very low"),
)


def derive(
    outcome: Outcome, case: Case, events: Sequence[Event], rule: Collection[str], tiers: Mapping[str, int]
) -> Outcome:
    """Give the outcome with what its events say about escalation and resolver; one that already says it is unchanged.

    ``escalated_sequence`` is the first message after the first event that satisfies the rule.
    """
    if outcome.escalated is not None or not events:
        return outcome
    ordered = sorted(events, key=lambda event: (event.after_sequence, event.event_sequence))
    first = first_escalation(case, ordered, rule, tiers)
    found: dict[str, object] = {
        "escalated": first is not None,
        "escalated_sequence": first.after_sequence + 1 if first else None,
    }
    missing = {name: value for name, value in how_it_ended(case, ordered).items() if getattr(outcome, name) is None}
    return outcome.model_copy(update=found | missing)


def first_escalation(
    case: Case, events: Sequence[Event], rule: Collection[str], tiers: Mapping[str, int]
) -> Event | None:
    """Give the first event, in their order, that counts as an escalation.

    A group whose tier nobody knows is never higher; the group at opening is the first tier unless its name says more.
    The first group of a case that was opened in none is where it was dispatched to, not an escalation.
    """
    opening = opening_group(case, events)
    tier = group_tier(opening, tiers) or 1
    priority = case.priority
    for event in events:
        if event.kind == "escalated":
            return event
        if event.kind in MOVES and event.to:
            if LEFT_ITS_GROUP in rule and event.to != opening:
                return event
            reached = group_tier(event.to, tiers) or (1 if event.to == opening else None)
            if HIGHER_TIER in rule and reached and reached > (group_tier(event.from_, tiers) or tier):
                return event
            tier = reached or tier
        if event.kind == "priority_changed":
            if PRIORITY_RAISED in rule and is_raised(event.from_ or priority, event.to):
                return event
            priority = event.to or priority
    return None


def opening_group(case: Case, events: Sequence[Event]) -> str | None:
    """Give the group the case was opened in, or the first one it was given to."""
    if case.queue:
        return case.queue
    first = next((event for event in events if event.kind in MOVES and (event.from_ or event.to)), None)
    return (first.from_ or first.to) if first else None


def group_tier(group: str | None, tiers: Mapping[str, int]) -> int | None:
    """Give a group's tier: as listed, else the number its name says (``Network L2``, ``2nd level``), else None."""
    if not group:
        return None
    if group in tiers:
        return tiers[group]
    found = next((match.group(1) for pattern in TIER_NAMES if (match := pattern.search(group))), None)
    if found is None:
        return None
    return ORDINALS.get(found.lower()) or int(found)


def is_raised(before: str | None, after: str | None) -> bool:
    """Say whether a priority became more urgent; one that cannot be ranked never does."""
    earlier, later = priority_rank(before), priority_rank(after)
    return earlier is not None and later is not None and later < earlier


def priority_rank(priority: str | None) -> int | None:
    """Give a priority's place, the most urgent lowest: by its number (``P1``, ``2 - High``), else by its word."""
    words = " ".join((priority or "").casefold().split())
    if numbered := NUMBERED_PRIORITY.match(words):
        return int(numbered.group(1))
    for word in (words, words.partition(" ")[0]):
        for rank, same in enumerate(PRIORITY_WORDS):
            if word in same:
                return rank
    return None


def how_it_ended(case: Case, events: Sequence[Event]) -> dict[str, object]:
    """Give resolver and time of resolution as the events tell them; a case left reopened or canceled has neither."""
    positions = [place for place, event in enumerate(events) if event.kind in ENDS]
    if any(event.kind == "reopened" for event in events[positions[-1] + 1 if positions else 0 :]):
        return {}
    reopened = max((place for place, event in enumerate(events) if event.kind == "reopened"), default=-1)
    # A case may be closed days after it was resolved; of one that was reopened only the last resolution counts.
    ended = next((place for place in positions if place > reopened), None)
    if ended is not None and events[ended].reason == CANCELED:
        return {}
    moves = [event.to for event in events[:ended] if event.kind in MOVES and event.to]
    group = moves[-1] if moves else case.queue if ended is not None else None
    known = {"resolver_id": group, "resolver_team": group} if group and len(group) <= LONGEST_NAME else {}
    at = events[ended].at if ended is not None else None
    return known | ({"resolved_at": at} if at else {})
