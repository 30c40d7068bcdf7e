"""One simulated case while it grows: its clock, messages, events and the hidden state behind them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import numpy as np

from data.sources.simulated.catalogue import PRODUCTS, Issue
from data.sources.simulated.people import Client, Expert, Handler


@dataclass
class Case:
    """A case; ``difficulty``, ``frustration`` and ``progress`` (solved at 1) never reach a table."""

    number: int
    generator: np.random.Generator
    client: Client | None
    issue: Issue
    product: str
    channel: str
    handler: Handler
    opened_at: datetime
    clock: datetime
    impact: float
    amount: float
    difficulty: float
    priority: str
    sla_due_at: datetime
    frustration: float
    progress: float = 0.0
    last_gain: float = 0.0
    failures: int = 0
    asked_for_person: bool = False
    messages: list[dict[str, Any]] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)
    cause: str | None = None
    resolver: Expert | None = None
    taken_at: datetime | None = None
    resolved_at: datetime | None = None
    escalated_sequence: int | None = None

    @property
    def conversation_id(self) -> str:
        """The identifier, in order of opening."""
        return f"case_{self.number:05d}"

    @property
    def label(self) -> str:
        """What people call the product."""
        return PRODUCTS[self.product].label

    @property
    def last_sequence(self) -> int:
        """The sequence of the newest message, -1 before the first."""
        return len(self.messages) - 1

    @property
    def skill(self) -> float:
        """What the handler brings to this kind of issue."""
        return self.handler.skill + (0.2 if self.issue.category in self.handler.strong_in else 0.0)

    def wait(self, minutes: float) -> None:
        """Let time pass; whole seconds, as help desks record them."""
        self.clock += timedelta(seconds=max(1, round(minutes * 60)))

    def say(self, author: str, text: str, author_id: str | None = None, **more: Any) -> None:
        """Add a message at the present moment."""
        self.messages.append(
            {
                "conversation_id": self.conversation_id,
                "sequence": len(self.messages),
                "sent_at": self.clock,
                "author": author,
                "author_id": author_id,
                "text": text,
                "channel": self.channel,
                "language": "en",
            }
            | more
        )

    def customer_says(self, parts: list[str]) -> None:
        """Add a message of the customer, made of sentences."""
        assert self.client is not None
        self.say("customer", " ".join(parts), self.client.row["customer_id"])

    def happens(self, kind: str, **more: Any) -> None:
        """Add an event after the newest message."""
        self.events.append(
            {
                "conversation_id": self.conversation_id,
                "event_sequence": len(self.events),
                "at": self.clock,
                "after_sequence": self.last_sequence,
                "kind": kind,
            }
            | more
        )
