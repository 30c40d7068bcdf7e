"""The simulated world, step by step: each step is the next thing that happens to one case, in order of time."""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from data.errors import BadInput
from data.sources.simulated import approvals, clock, customer, ending, first_line, handover, solving
from data.sources.simulated.case import OWN, Case, Opening, Order
from data.sources.simulated.chance import Dice, dice
from data.sources.simulated.desk import Desk
from data.sources.simulated.opening import Bugs, begins, drawn
from data.sources.simulated.orders import carry_out, checked
from data.sources.simulated.own_case import check_hidden, check_second, checked_opening
from data.sources.simulated.seasons import arrivals
from data.sources.simulated.settings import Simulated
from data.sources.simulated.words.speech import speak
from data.sources.simulated.writing import Speak, Writer

ARRIVAL_STREAM = 6
PHASES: dict[str, Callable[[Case, Desk], None]] = {
    "write": customer.write, "nudge": customer.nudge, "react": customer.react, "thank": customer.thank,
    "comes_back": customer.comes_back, "route": first_line.route, "bot": first_line.bot, "answer": first_line.answer,
    "clock": clock.strike,
    "decide": approvals.decide, "take": handover.take, "send_back": handover.send_back, "accept": handover.accept,
    "tell": handover.tell, "work": handover.work, "report": handover.report, "solve": solving.solve,
    "again": solving.again, "resolve": ending.resolve, "drop": ending.drop, "recover": ending.recover,
    "close": ending.close,
}  # fmt: skip


def proceed(case: Case, desk: Desk) -> None:
    """Let the next thing happen to a case, and say what comes after it."""
    PHASES[case.phase](case, desk)
    clock.sets(case)


class Step(NamedTuple):
    """What one step brought: the case it was about, its new messages and events, and the case again if it ended.

    ``second`` is the world's present and never falls. A step is one piece of work, so its later messages may lie a
    little after it (who asks a colleague first, answers minutes later).
    """

    second: int
    case: Case
    messages: list[dict[str, Any]]
    events: list[dict[str, Any]]
    finished: tuple[Case, ...]


class World:
    """The desk, its open cases and those still to come; nothing of a case stays once it has ended."""

    def __init__(self, settings: Simulated, words: Speak = speak, quiet: bool = False) -> None:
        """Begin before the first arrival; into a ``quiet`` world no case comes by itself, only by ``begin``.

        Other ``words`` change what is written and nothing that happens.
        """
        self.settings, self.words = settings, words
        self.desk, self.bugs = Desk(settings), Bugs(settings)
        self.open: dict[str, Case] = {}
        self._queue: list[tuple[int, int, Case]] = []
        self.now = 0
        come = 0 if quiet else settings.conversations
        self._arrivals = arrivals(come, settings.days, dice(settings.seed, ARRIVAL_STREAM))
        self._number = self._own = 0
        self._next = next(self._arrivals, None)

    @property
    def over(self) -> bool:
        """Say whether everything has happened."""
        return self._next is None and not self._queue

    @property
    def comes_at(self) -> float:
        """Give the second of the next thing to happen; infinite where nothing is left."""
        waiting = self._queue[0][0] if self._queue else math.inf
        return waiting if self._next is None else min(waiting, self._next)

    def step(self, actions: Mapping[str, Order | str] | None = None) -> Step:
        """Let the next thing happen; ``actions`` are orders for open cases, carried out at the desk's next turn.

        An assignment is carried out at once, and its event stands first among those of the step. To escalate a case
        that has moved too often already is to ``continue``. Raises BadInput for an action, a case, a team or a person
        that is not there or cannot be told this now; then nothing has happened.
        """
        if self.over:
            raise BadInput("world", "", "has nothing left to happen", "begin another World")
        ordered = self.tell(actions or {})
        if self._next is not None and (not self._queue or self._next <= self._queue[0][0]):
            case = self._arrives(self._next)
        else:
            _, _, case = heapq.heappop(self._queue)
        self.now = max(self.now, case.now)
        said, happened = len(case.messages), len(case.events)
        proceed(case, self.desk)
        if case.closed:
            del self.open[case.conversation_id]
        else:
            heapq.heappush(self._queue, (case.now, case.opening.number, case))
        events = ordered + case.events[happened:]
        return Step(self.now, case, case.messages[said:], events, (case,) if case.closed else ())

    def begin(self, second: int, hidden: Mapping[str, Any] | None = None, **fixed: Any) -> Case:
        """Open a case of one's own at a second of the world: one drawn for it, but for what is ``fixed``.

        ``fixed`` are fields of ``Opening``, ``hidden`` attributes of ``Case`` with which it begins; issue and handler
        may be named. The cases that come by themselves open as they would without it. Raises BadInput for a field that
        there is not, for a value that it cannot have, and for a second that is over.
        """
        check_second(second, self.now, self.settings.days)
        fixed = checked_opening(fixed, self.desk, second, self.settings.days)
        check_hidden(hidden or {})
        self._own += 1
        # To look ahead would make the desk forget the fault that is there now.
        opening, source = drawn(self.settings, self.desk, Bugs(self.settings), OWN + self._own, second)
        if "queue" in fixed and "handler" not in fixed:
            fixed["handler"] = self.desk.first_line_for(fixed["queue"], opening.language, second, source)
        case = self._opens(opening._replace(**fixed), source)
        for name, value in (hidden or {}).items():
            setattr(case, name, value)
        heapq.heappush(self._queue, (case.now, opening.number, case))
        return case

    def _arrives(self, second: int) -> Case:
        self._number += 1
        opening, source = drawn(self.settings, self.desk, self.bugs, self._number, second)
        self._next = next(self._arrivals, None)
        case = self._opens(opening, source)
        if opening.hit:
            self.bugs.cases.append(case)
        return case

    def _opens(self, opening: Opening, source: Dice) -> Case:
        case = Case(opening, source, Writer(self.words, self.settings.seed, opening, self.desk.called))
        begins(case, self.desk)
        self.open[case.conversation_id] = case
        return case

    def tell(self, actions: Mapping[str, Order | str]) -> list[dict[str, Any]]:
        """Give orders for open cases, all or none of them; returns the events of what was done at once."""
        return carry_out(checked(actions, self.open, self.desk), self.open, self.desk)
