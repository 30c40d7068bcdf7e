"""The desk as a queue: who is on duty, who is free when, who takes a case, and how long it waits for them."""

from __future__ import annotations

import math
from collections import OrderedDict, defaultdict

from data.sources.simulated.chance import Dice, pick, pick_weighted
from data.sources.simulated.people import EXPERTS, FIRST_LINE, ON_CALL_TURNS, Client, Worker, called, staff
from data.sources.simulated.seasons import DAY, HOUR
from data.sources.simulated.settings import Simulated

REMEMBERED = 20_000  # Customers whose last case the desk still knows: memory must not grow with the corpus.
WEEKEND = 5
NEVER_CLOSED = ("chat", "incident")


def on_duty(worker: Worker, now: int) -> bool:
    """Say whether somebody works at this second: by shift on working days, or on call."""
    day, second = divmod(now, DAY)
    start, end = worker.shift
    if worker.on_call_turn is not None and (day // 7) % ON_CALL_TURNS == worker.on_call_turn:
        return True
    if end - start < 24 and day % 7 >= WEEKEND and worker.team not in NEVER_CLOSED:
        return False
    return (second - start * HOUR) % DAY < (end - start) * HOUR


def next_duty(worker: Worker, now: int) -> int:
    """Give the first second from now on at which somebody works."""
    while not on_duty(worker, now):
        start = now - now % DAY + worker.shift[0] % 24 * HOUR
        now = start if start > now else start + DAY
    return now


class Desk:
    """All workers with their places: each can hold so many cases at once, first come, first served."""

    def __init__(self, settings: Simulated) -> None:
        """Hire the staff this world needs."""
        self.first_line, self.experts = staff(settings, FIRST_LINE), staff(settings, EXPERTS)
        self.crews: dict[str, list[list[Worker]]] = defaultdict(list)
        self.free_at: dict[str, list[int]] = {}
        for roster, workers in ((FIRST_LINE, self.first_line), (EXPERTS, self.experts)):
            for first in range(0, len(workers), len(roster)):
                self._add_crew(workers[first : first + len(roster)])
        self.named = {worker.name: worker for worker in self.first_line + self.experts}
        self.called = called(settings.seed, self.first_line + self.experts)
        self.memory: OrderedDict[str, tuple[int, str, float]] = OrderedDict()

    def _add_crew(self, workers: list[Worker]) -> None:
        for team in dict.fromkeys(worker.team for worker in workers):
            self.crews[team].append([worker for worker in workers if worker.team == team])
        self.free_at.update({worker.name: [0] * worker.capacity for worker in workers})

    def book(self, worker: Worker, now: int, seconds: int, imagined: bool = False) -> tuple[int, int]:
        """Give when a piece of work begins and ends; an imagined one (a roll-out) takes nobody's time."""
        places = self.free_at[worker.name]
        place = min(range(len(places)), key=places.__getitem__)
        begins = next_duty(worker, max(now, places[place]))
        ends = begins + max(1, seconds)
        if not imagined:
            places[place] = ends
        return begins, ends

    def load(self, worker: Worker, now: int) -> float:
        """Give the share of somebody's places that is taken."""
        places = self.free_at[worker.name]
        return sum(free > now for free in places) / len(places)

    def first_line_for(
        self, queue: str, language: str, now: int, source: Dice, other_than: Worker | None = None
    ) -> Worker:
        """Draw who answers first in a queue: on duty, not busy, and rather in the customer's language."""
        workers = pick(source, self.crews[queue])
        if other_than:
            workers = [worker for worker in workers if worker != other_than]
        weights = [
            (1.0 if on_duty(worker, now) else 0.02)
            * (2.0 if language in worker.languages else 1.0)
            * math.exp(-2.0 * self.load(worker, now))
            for worker in workers
        ]
        return pick_weighted(source, workers, weights)

    def member(self, team: str, wish: tuple[str, str, str], client: Client | None, now: int, source: Dice) -> Worker:
        """Draw who of a team takes a case of this ``wish``: issue, product, language."""
        issue, product, language = wish
        known = self.memory.get(client.customer_id) if client else None
        workers, weights = pick(source, self.crews[team]), []
        for worker in workers:
            score = (
                2.6 * (issue in worker.knows) + 1.6 * (product in worker.knows) + 1.4 * (language in worker.languages)
            )
            score += 2.0 * (known is not None and known[1] == worker.name and known[0] < now)
            score += 3.0 * (client is not None and client.valued and client.account_manager == worker.name)
            score -= 1.2 * self.load(worker, now)
            weights.append(math.exp(score) * (1.0 if on_duty(worker, now) else 0.15))
        return pick_weighted(source, workers, weights)

    def remember(self, client: Client, now: int, name: str, mood: float) -> None:
        """Keep who ended a customer's last case and how it left them."""
        self.memory[client.customer_id] = (now, name, mood)
        self.memory.move_to_end(client.customer_id)
        if len(self.memory) > REMEMBERED:
            self.memory.popitem(last=False)

    def left_mood(self, client: Client) -> float:
        """Give the anger that a customer still has from last time."""
        known = self.memory.get(client.customer_id)
        return known[2] if known else 0.0
