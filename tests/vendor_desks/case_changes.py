"""What moved in a case of the simulated desk, as a help desk would log it; each vendor writes it its own way."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from data.sources.simulated.case import Case
from data.sources.simulated.people import EXPERTS, TEAMS
from data.sources.simulated.settings import Simulated
from data.sources.simulated.world import World

TIERS = {team: max(person.tier for person in EXPERTS if person.team == team) for team in TEAMS}
FIRST_LINE = ("chat", "email", "accounts")
STATES = {"resolved": "Resolved", "closed": "Closed", "reopened": "In Progress"}


class Change(NamedTuple):
    """One field of a case that got another value, as a help desk logs it."""

    at: datetime
    field: str
    before: str
    after: str
    by: str


def ended(settings: Simulated) -> list[Case]:
    """Play a desk and give its cases."""
    world = World(settings)
    cases: list[Case] = []
    while not world.over:
        cases += world.step().finished
    return cases


def group(team: str) -> str:
    """Give a team's name as desks write it, with its tier."""
    return f"{team} L{TIERS.get(team, 1)}"


def changes(case: Case) -> Iterator[Change]:
    """Give the changes of a case in order; a colleague's advice moves nothing."""
    now, priority, state = group(case.opening.queue), case.opening.priority, "New"
    for event in case.events:
        kind, to, by = event["kind"], str(event.get("to")), str(event.get("from") or "desk")
        if kind in ("escalated", "assigned") and to in TIERS and group(to) != now:
            yield Change(event["at"], "group", now, group(to), by)
            now = group(to)
        elif kind == "priority_changed":
            yield Change(event["at"], "priority", priority, to, by)
            priority = to
        elif kind in STATES:
            yield Change(event["at"], "state", state, STATES[kind], "desk")
            state = STATES[kind]


def last(case: Case, field: str, opening: str) -> str:
    """Give a field's value at the end."""
    return next((change.after for change in reversed(list(changes(case))) if change.field == field), opening)


def write_lines(path: Path, records: Iterable[dict[str, Any]]) -> Path:
    """Write one record a line."""
    path.write_text("".join(json.dumps(record, default=str) + "\n" for record in records), encoding="utf-8")
    return path


def resolved_at(case: Case) -> datetime | None:
    """Give when a case was resolved for the last time."""
    return next((c.at for c in reversed(list(changes(case))) if c.after == "Resolved"), None)
