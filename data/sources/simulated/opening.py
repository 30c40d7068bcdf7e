"""How a case opens: all that is drawn before anything is said, and the bugs that bring many cases at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from data.sources.simulated.case import Case, Opening
from data.sources.simulated.catalogue import (
    BREAKABLE,
    ISSUES,
    MONITORED,
    NEW_PRODUCT,
    NEW_PRODUCT_CATEGORIES,
    NEW_PRODUCT_SHARE,
    SEASONAL,
    Issue,
    difficulty,
)
from data.sources.simulated.chance import Dice, about, around, clipped, dice, happens, pick, pick_weighted, sigmoid
from data.sources.simulated.desk import Desk
from data.sources.simulated.first_line import ability
from data.sources.simulated.matrices import RESOLUTION_MINUTES, severity
from data.sources.simulated.people import Client, client, customer_count
from data.sources.simulated.seasons import DAY, is_peak
from data.sources.simulated.settings import Simulated

CASE_STREAM, BUG_STREAM = 3, 4
BUG_EVERY_DAYS, BUG_DAYS = 9, 1.5
BUG_SHARE = 0.12  # Of the cases that open while a bug is there.
BUG_KNOWN = 2  # So many cases with the experts, and they see that these belong together.
OFTEN = 1.7  # Some customers write far more often than others.


class Bug(NamedTuple):
    """A fault of ours that hits many customers for a while."""

    begins: int
    ends: int
    issue: Issue
    product: str


def bug_of(settings: Simulated, number: int) -> Bug:
    """Give the bug of this number; one comes about every nine days."""
    source = dice(settings.seed, BUG_STREAM, number)
    issue = pick(source, BREAKABLE)
    begins = int((number + source.random()) * BUG_EVERY_DAYS * DAY)
    return Bug(begins, begins + int(about(source, BUG_DAYS * DAY, 0.5)), issue, pick(source, issue.products))


class Bugs:
    """The bugs of a world, drawn when their time comes, with the cases of the present one."""

    def __init__(self, settings: Simulated) -> None:
        """Begin before the first one."""
        self.settings, self.number = settings, -1
        self.bug: Bug | None = None
        self.cases: list[Case] = []  # Those of the present bug, in order of opening.

    def present(self, now: int) -> Bug | None:
        """Give the bug that is there now, if any."""
        number = now // (BUG_EVERY_DAYS * DAY)
        if number != self.number:
            self.number, self.cases, self.bug = number, [], bug_of(self.settings, number)
        return self.bug if self.bug and self.bug.begins <= now < self.bug.ends else None


def recognised(cases: Sequence[Case]) -> str | None:
    """Give the case that stands for a fault which the desk has found by now to hit many, if it has.

    It is the one that became an incident, or else the first of several that the experts have taken.
    """
    taken = [case.conversation_id for case in cases if case.visited]
    incident = next((case.conversation_id for case in cases if "impact" in case.chain), None)
    return incident or (taken[0] if len(taken) >= BUG_KNOWN else None)


def drawn(settings: Simulated, desk: Desk, bugs: Bugs, number: int, now: int) -> tuple[Opening, Dice]:
    """Draw the opening of the case of this number, and give it with the dice that stay with the case."""
    source = dice(settings.seed, CASE_STREAM, number)
    asks = None if happens(source, settings.alert_share) else who_asks(settings, source)
    drifted = settings.drift_week is not None and now >= settings.drift_week * 7 * DAY
    bug = bugs.present(now)
    hit = bug is not None and asks is not None and happens(source, BUG_SHARE)
    issue, product = (bug.issue, bug.product) if bug and hit else what(source, asks, now, drifted)
    channel = chosen_channel(source, asks)
    # The chat desk alone is never closed, so it watches the monitoring.
    queue = "accounts" if issue.category in ("billing", "contracts") else channel if asks else "chat"
    language = str(asks.row["preferred_language"]) if asks else "en"
    impact = sigmoid(around(source, -0.9 + 3.0 * issue.impact + 0.3 * bool(asks and asks.valued) + 1.2 * hit, 1.0))
    urgency = sigmoid(around(source, 1.6 * impact - 0.8, 0.8))
    priority = severity(urgency, clipped(around(source, impact, 0.15)))
    amount = round(about(source, issue.amount, 0.75), 2) if issue.amount else 0.0
    linked = recognised(bugs.cases) if hit else None
    return Opening(
        number=number, opened=now, client=asks, issue=issue, product=product, channel=channel, language=language,
        queue=queue, handler=desk.first_line_for(queue, language, now, source), priority=priority,
        due=now + RESOLUTION_MINUTES[priority] * 60, amount=amount,
        amount_given=bool(amount) and happens(source, 0.75), linked=linked, drifted=drifted, impact=impact,
        merit=source.random(), hit=hit, needs_tool=happens(source, issue.tool),
        regulated=happens(source, issue.procedure),
        bot_first=asks is not None and channel == "chat" and happens(source, settings.bot_share),
    ), source  # fmt: skip


def begins(case: Case, desk: Desk) -> None:
    """Draw the hidden state with which a case begins."""
    opening, source = case.opening, case.dice
    hard = around(source, difficulty(opening.issue, opening.product, opening.drifted), 0.10)
    case.difficulty = hard + 0.25 * opening.hit + 0.0006 * (opening.client.seats if opening.client else 0) ** 0.5
    case.skill = ability(opening.handler, opening.issue.category)
    case.careful = opening.handler.careful
    if opening.client is not None:
        mood = around(source, 0.12 + opening.issue.upset, 0.15) + 0.5 * desk.left_mood(opening.client)
        case.anger = clipped(mood)


def who_asks(settings: Simulated, source: Dice) -> Client:
    """Draw who asks: a few customers ask most of the time."""
    return client(settings, int(customer_count(settings) * source.random() ** OFTEN))


def what(source: Dice, asks: Client | None, now: int, drifted: bool) -> tuple[Issue, str]:
    """Draw what it is about; parcels and refunds come more often in the yearly peak."""
    kinds = ISSUES if asks else MONITORED
    peak = is_peak(now // DAY)
    shares = [kind.share * (1.6 if peak and kind.name in SEASONAL else 1.0) for kind in kinds]
    issue = pick_weighted(source, kinds, shares)
    if drifted and issue.category in NEW_PRODUCT_CATEGORIES and happens(source, NEW_PRODUCT_SHARE):
        return issue, NEW_PRODUCT
    return issue, pick(source, issue.products)


def chosen_channel(source: Dice, asks: Client | None) -> str:
    """Give the channel: usually the customer's own; alerts come by mail."""
    if asks is None:
        return "email"
    return str(asks.row["preferred_channel"]) if happens(source, 0.75) else pick(source, ("chat", "email"))
