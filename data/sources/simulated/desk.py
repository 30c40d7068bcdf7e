"""The simulated desk at work: cases arrive over the days, each grows, escalates or not, and ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import numpy as np

from data.parameters import Simulated
from data.sources.simulated import macros
from data.sources.simulated.case import Case
from data.sources.simulated.catalogue import ISSUES, Issue, difficulty
from data.sources.simulated.chance import about, around, happens, pick, pick_weighted, sigmoid
from data.sources.simulated.dialogue import converse
from data.sources.simulated.ending import end
from data.sources.simulated.handover import Desk, hand_over
from data.sources.simulated.matrices import RESOLUTION_MINUTES, severity
from data.sources.simulated.people import HANDLERS, Client, Handler

START = datetime(2025, 1, 6, tzinfo=UTC)  # A Monday, fixed: the same seed must give the same rows on any day.
ALERT_SHARE = 0.005
MONITORED = tuple(issue for issue in ISSUES if issue.name in ("outage", "slow_pages", "report_timeout"))
# Arrivals by hour of the day: a working day with a dip at noon and a thin tail.
HOURS = (1, 1, 1, 1, 1, 2, 4, 9, 14, 16, 15, 12, 9, 12, 14, 13, 11, 8, 5, 4, 3, 2, 2, 1)


def simulate(settings: Simulated, clients: list[Client], generator: np.random.Generator) -> Iterator[Case]:
    """Give every case in the order of opening, with its hidden state."""
    desk = Desk()
    activity = np.array([client.activity for client in clients])
    writers = generator.choice(len(clients), size=settings.conversations, p=activity / activity.sum())
    openings = sorted(opened_at(generator, settings.days) for _ in range(settings.conversations))
    for number, (moment, writer) in enumerate(zip(openings, writers, strict=True), start=1):
        alert = happens(generator, ALERT_SHARE)
        case = opened(generator, number, moment, None if alert else clients[int(writer)])
        cause = monitored(case) if alert else converse(case)
        if cause:
            hand_over(case, cause, desk)
        end(case)
        yield case


def opened_at(generator: np.random.Generator, days: int) -> datetime:
    """Draw a moment of opening: mostly working hours, few at weekends."""
    while True:
        day = START + timedelta(days=int(generator.integers(0, days)))
        if day.weekday() < 5 or happens(generator, 0.2):
            hour = pick_weighted(generator, range(24), HOURS)
            return day + timedelta(hours=hour, seconds=int(generator.integers(0, 3600)))


def opened(generator: np.random.Generator, number: int, moment: datetime, client: Client | None) -> Case:
    """Open a case; all that is drawn here is fixed before anything is said."""
    kinds = ISSUES if client else MONITORED
    issue = pick_weighted(generator, kinds, [kind.share for kind in kinds])
    product = pick(generator, issue.products)
    channel = chosen_channel(generator, client)
    impact = sigmoid(around(generator, -0.7 + 3.0 * issue.impact + (0.3 if client and client.valued else 0.0), 1.0))
    urgency = sigmoid(around(generator, 1.6 * impact - 0.8, 0.8))
    priority = severity(urgency, min(1.0, max(0.0, around(generator, impact, 0.15))))
    return Case(
        number=number, generator=generator, client=client, issue=issue, product=product, channel=channel,
        handler=first_line(generator, issue, channel), opened_at=moment, clock=moment,
        impact=impact, amount=round(about(generator, issue.amount, 0.7), 2) if issue.amount else 0.0,
        difficulty=around(generator, difficulty(issue, product), 0.12),
        priority=priority, sla_due_at=moment + timedelta(minutes=RESOLUTION_MINUTES[priority]),
        frustration=max(0.0, around(generator, 0.35, 0.3)),
    )  # fmt: skip


def chosen_channel(generator: np.random.Generator, client: Client | None) -> str:
    """Give the channel: usually the customer's own; alerts come by mail."""
    if client is None:
        return "email"
    return str(client.row["preferred_channel"]) if happens(generator, 0.75) else pick(generator, ("chat", "email"))


def first_line(generator: np.random.Generator, issue: Issue, channel: str) -> Handler:
    """Give the handler whose turn it is in the queue of the issue."""
    queue = "accounts" if issue.category == "billing" else channel
    return pick(generator, [handler for handler in HANDLERS if handler.queue == queue])


def monitored(case: Case) -> str | None:
    """Let monitoring open the case and a handler look; most alerts go on to those on duty."""
    generator = case.generator
    case.happens("assigned", to=case.handler.handler_id)
    alert = pick(generator, macros.ALERTS)
    case.say("system", alert.format(product=case.product, digits=int(generator.integers(80, 99))), "monitoring")
    if happens(generator, 0.5):
        return "monitoring"
    case.wait(about(generator, 20.0, 0.6))
    case.say("agent", pick(generator, macros.WAITS), case.handler.handler_id)
    return "monitoring" if happens(generator, 0.4) else None
