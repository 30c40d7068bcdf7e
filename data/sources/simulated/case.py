"""One simulated case: its hidden state, and the record that the desk's own database would keep of it."""

from __future__ import annotations

from typing import Any, NamedTuple

from data.sources.simulated.catalogue import Issue
from data.sources.simulated.chance import Dice
from data.sources.simulated.people import Client, Worker
from data.sources.simulated.seasons import moment
from data.sources.simulated.writing import Writer

OWN = 2**30  # Cases that somebody opens are numbered from here on, so that those that come by themselves keep theirs.


class Opening(NamedTuple):
    """What is fixed about a case before anything is said; from ``impact`` on it is hidden."""

    number: int
    opened: int
    client: Client | None
    issue: Issue
    product: str
    channel: str
    language: str
    queue: str
    handler: Worker
    priority: str
    due: int
    amount: float
    amount_given: bool
    linked: str | None
    drifted: bool
    impact: float
    merit: float
    hit: bool
    needs_tool: bool
    regulated: bool
    bot_first: bool


class Order(NamedTuple):
    """What ``World.step`` is told to do with a case: ``escalate``, ``consult``, ``continue``, ``assign``, or nothing.

    ``watch`` and ``review`` leave it to the desk. ``to`` is a team or a resolver to escalate to, or the first-line
    handler to assign to; None leaves it to the desk.
    """

    action: str
    to: str | None = None


class Case:
    """A case while it grows; without a ``record`` it is imagined: a roll-out that writes nothing."""

    def __init__(self, opening: Opening, source: Dice, writer: Writer | None) -> None:
        """Begin at the opening; ``phase`` names what happens next, at second ``now``."""
        self.opening, self.dice, self.writer = opening, source, writer
        self.messages: list[dict[str, Any]] = []
        self.events: list[dict[str, Any]] = []
        self.phase, self.now, self.sequence = "write", opening.opened, -1
        # Hidden: what makes the case hard and the customer angry; ``progress`` is solved at 1.
        self.difficulty = self.skill = self.careful = self.anger = self.progress = self.gain = 0.0
        self.wish = 0  # 0 none, 1 a person, 2 a supervisor: what the customer wants, whatever they write.
        self.failures = self.turn = self.hops = 0
        self.bot_done = self.asked_info = self.nudged = self.warned = self.consulted = self.reopened = False
        self.waited = 1.0  # The last wait, as a multiple of the usual one.
        self.answer_at = 0
        self.said_at = opening.opened
        self.put_off = ("", 0)  # The step that comes after a strike of the clock, and when.
        self.survival = 1.0  # Of a roll-out: the probability that it has not escalated so far.
        self.handler, self.priority, self.due = opening.handler, opening.priority, opening.due
        self.first_answer: int | None = None
        self.colleague = ""  # Whose advice was asked.
        self.order: Order | None = None  # What step() was told to do with this case at the desk's next turn.
        self.action_taken: str | None = None
        # After the first hand-over.
        self.hop_at: int | None = None
        self.cause = self.first_cause = self.team = self.asker = self.asked = ""
        self.chain: tuple[str, ...] = ()  # The causes of its hand-overs so far.
        self.visited: tuple[str, ...] = ()
        self.resolver: Worker | None = None
        self.meant: str | None = None  # The right team, while the case is with a wrong one.
        self.chosen: Worker | None = None  # Who shall take it, where that was ordered.
        self.misrouted = self.was_needed = self.was_late = self.closed = False
        self.settled: tuple[str, ...] = ()
        self.approval: bool | None = None
        self.told_no = False
        self.resolved: int | None = None

    @property
    def imagined(self) -> bool:
        """Say whether this is a roll-out."""
        return self.writer is None

    @property
    def conversation_id(self) -> str:
        """The identifier, in order of opening; cases that somebody opened have names of their own."""
        number = self.opening.number
        return f"case_{number:05d}" if number < OWN else f"own_{number - OWN:05d}"

    @property
    def client(self) -> Client:
        """The customer; a case that monitoring opened has none, and never asks."""
        assert self.opening.client is not None
        return self.opening.client

    @property
    def gap(self) -> float:
        """How far the issue is beyond the handler; above 0 the first line cannot solve it."""
        return self.difficulty - self.skill

    def gap_of(self, skill: float) -> float:
        """Give how far the issue is beyond somebody of this skill."""
        return self.difficulty - skill

    def twin(self, source: Dice) -> Case:
        """Give an imagined copy of the present state, to play on with other dice."""
        copy = object.__new__(Case)
        copy.__dict__.update(self.__dict__)
        copy.dice, copy.writer = source, None
        return copy

    def later(self, phase: str, seconds: float = 0) -> None:
        """Say what happens next, and when; whole seconds, as help desks record them."""
        self.phase = phase
        self.now += max(0, round(seconds))

    def say(self, author: str, acts: tuple[str, ...], author_id: str | None = None, **more: Any) -> None:
        """Add a message at the present moment, one second after the last one at the least."""
        self.sequence += 1
        if self.messages and self.writer is not None and self.messages[-1]["sent_at"] >= moment(self.now):
            self.now += 1
        if self.first_answer is None and author == "agent" and more.get("visibility") is None:
            self.first_answer = self.now
        if self.writer is None:
            self.said_at = self.now
            return
        self.said_at = self.now
        self.messages.append(
            {
                "conversation_id": self.conversation_id, "sequence": self.sequence, "sent_at": moment(self.now),
                "author": author, "author_id": author_id, "channel": self.opening.channel,
                "text": self.writer.text(author, author_id, acts, self, more.get("intent")),
                "language": "en" if author == "system" or more.get("visibility") else self.opening.language,
            } | more
        )  # fmt: skip

    def tell(self, acts: tuple[str, ...], note: str, author_id: str) -> None:
        """Answer the customer; where monitoring opened the case there is none, only a work note."""
        if self.opening.client is not None:
            self.say("agent", acts, author_id)
        else:
            self.say("agent", (note,), author_id, visibility="internal")

    def happens(self, kind: str, **more: Any) -> None:
        """Add an event after the newest message."""
        if self.writer is not None:
            self.events.append(
                {
                    "conversation_id": self.conversation_id, "event_sequence": len(self.events),
                    "at": moment(self.now), "after_sequence": self.sequence, "kind": kind,
                } | more
            )  # fmt: skip
