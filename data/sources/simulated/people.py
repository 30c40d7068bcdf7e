"""Who works at the simulated desk and who asks: first line, experts, and customers with hidden traits."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, NamedTuple

from data.sources.simulated.chance import about, around, clipped, dice, happens, pick, pick_weighted
from data.sources.simulated.seasons import START
from data.sources.simulated.settings import Simulated
from data.sources.simulated.words.invented import FIRST_NAMES

CASES_A_DAY = 27  # What the base roster can carry; busier worlds hire in proportion.
CASES_A_CUSTOMER = 5.3
CUSTOMER_STREAM, STAFF_STREAM, NAME_STREAM = 1, 2, 8
TIERS = {"basic": (0.55, 3_000.0), "business": (0.33, 14_000.0), "enterprise": (0.12, 80_000.0)}


class Worker(NamedTuple):
    """A person or team of the desk; ``skill`` and ``careful`` are hidden, ``knows`` is public for experts only."""

    name: str
    team: str
    tier: int
    shift: tuple[int, int]
    limit: float
    skill: float
    knows: tuple[str, ...] = ()
    languages: str = "en"
    careful: float = 0.5
    kind: str = "person"
    on_call_turn: int | None = None

    @property
    def capacity(self) -> int:
        """How many cases at once."""
        return {"chat": 1, "email": 2, "accounts": 2}.get(self.team, 8 if self.kind == "team" else 3)

    def row(self, turns: int) -> dict[str, Any]:
        """Give the public row; the on-call window is the first of those that come every ``turns`` weeks."""
        start, end = self.shift
        on_call = START + timedelta(weeks=self.on_call_turn) if self.on_call_turn is not None and turns else None
        return {
            "resolver_id": self.name, "kind": self.kind, "team": self.team, "tier": self.tier,
            "skills": list(self.knows) if self.tier > 1 else None, "languages": self.languages.split(),
            "shift_start": f"{start:02d}:00", "shift_end": "23:59" if end == 24 else f"{end % 24:02d}:00",
            "time_zone": "UTC",
            "on_call_from": on_call, "on_call_to": on_call + timedelta(weeks=1) if on_call else None,
            "capacity": self.capacity, "authority_limit": self.limit, "active": True,
        }  # fmt: skip


# Hidden: skill, what one is strong in, and how carefully one notices what is beyond one.
FIRST_LINE = (
    Worker("handler_01", "chat", 1, (6, 15), 150, 0.78, ("access", "orders"), "en de", 0.9),
    Worker("handler_02", "chat", 1, (8, 17), 150, 0.66, ("defect", "how_to"), "en fr", 0.6),
    Worker("handler_03", "chat", 1, (10, 19), 100, 0.58, ("orders",), "en es", 0.8),
    Worker("handler_04", "chat", 1, (13, 22), 100, 0.42, ("access",), "en de", 0.3),
    Worker("handler_05", "chat", 1, (22, 31), 100, 0.34, (), "en", 0.6),
    Worker("handler_06", "email", 1, (7, 16), 150, 0.76, ("data", "integration"), "en de", 0.4),
    Worker("handler_07", "email", 1, (9, 18), 150, 0.60, ("performance", "data"), "en fr es", 0.9),
    Worker("handler_08", "email", 1, (8, 17), 100, 0.48, ("defect", "orders"), "en de", 0.6),
    Worker("handler_09", "email", 1, (10, 19), 75, 0.32, (), "en", 0.3),
    Worker("handler_10", "accounts", 1, (7, 16), 400, 0.68, ("billing", "contracts"), "en de", 0.8),
    Worker("handler_11", "accounts", 1, (9, 18), 250, 0.54, ("billing",), "en fr", 0.5),
    Worker("handler_12", "accounts", 1, (11, 20), 120, 0.40, (), "en es", 0.4),
)
EXPERTS = (
    Worker("ines", "logistics", 2, (7, 16), 800, 0.9, ("parcel_lost", "parcel_late"), "en es"),
    Worker("tomasz", "logistics", 2, (9, 18), 800, 0.85, ("wrong_item", "shop"), "en pl de"),
    Worker("sofia", "payments_desk", 2, (8, 17), 1_500, 0.9, ("double_charge", "card"), "en es"),
    Worker("daniel", "payments_desk", 3, (9, 19), 10_000, 1.0, ("refund_request", "invoice_wrong"), "en de"),
    Worker("noor", "fraud", 2, (6, 18), 2_000, 1.0, ("card_fraud", "card_blocked"), "en fr"),
    Worker("fraud_bureau", "fraud", 3, (0, 24), 20_000, 1.1, ("suspicious_access",), "en de", kind="team"),
    Worker("leila", "identity", 2, (7, 19), 500, 0.9, ("sign_in_loop", "missing_rights"), "en fr"),
    Worker("jonas", "identity", 2, (6, 15), 500, 0.85, ("password_reset", "account_portal"), "en de"),
    Worker("priya", "integration", 2, (10, 20), 500, 0.9, ("sync_stopped", "connector"), "en"),
    Worker("interface_vendor", "integration", 3, (0, 24), 0, 1.2, ("interface_errors", "api"), "en", kind="team"),
    Worker("marc", "platform", 2, (11, 21), 500, 0.85, ("slow_pages", "hosting"), "en fr", on_call_turn=0),
    Worker("anna", "platform", 3, (8, 17), 500, 1.2, ("app_crash", "database_alert"), "en de", on_call_turn=1),
    Worker("yuki", "data", 3, (7, 17), 500, 1.1, ("wrong_numbers", "reporting"), "en ja"),
    Worker("olivia", "compliance", 3, (8, 17), 5_000, 1.0, ("data_deletion",), "en de fr"),
    Worker("ravi", "care", 3, (9, 19), 5_000, 0.75, ("shop",), "en hi"),
    Worker("helen", "care", 3, (7, 17), 5_000, 0.75, ("payments",), "en de"),
    Worker("carla", "care", 4, (10, 20), 50_000, 0.8, (), "en es it"),
    Worker("mei", "sales", 2, (8, 17), 3_000, 0.9, ("contract_terms",), "en"),
    Worker("viktor", "sales", 4, (9, 18), 100_000, 0.9, ("discount_request",), "en de"),
    Worker("incident_bridge", "incident", 4, (0, 24), 1_000, 1.3, ("outage",), "en", kind="team"),
)
TEAMS = tuple(dict.fromkeys(person.team for person in EXPERTS))
ON_CALL_TURNS = 2


class Client(NamedTuple):
    """A customer; below ``account_manager`` all is hidden, and only what they do shows it."""

    number: int
    row: dict[str, Any]
    seats: int
    account_manager: str
    patience: float
    propensity: float
    sarcastic: float
    typos: float
    switches: float
    terse: bool
    formal: bool

    @property
    def customer_id(self) -> str:
        """The identifier."""
        return str(self.row["customer_id"])

    @property
    def valued(self) -> bool:
        """Say whether the contract promises priority."""
        return bool(self.row["tier"] == "enterprise")


def customer_count(settings: Simulated) -> int:
    """Give how many customers the desk has."""
    return max(40, round(settings.conversations / CASES_A_CUSTOMER))


def client(settings: Simulated, number: int) -> Client:
    """Draw the customer of this number; the same one, whenever asked."""
    source = dice(settings.seed, CUSTOMER_STREAM, number)
    tier = pick_weighted(source, tuple(TIERS), [share for share, _ in TIERS.values()])
    value = about(source, TIERS[tier][1], 0.5)
    row = {
        "customer_id": f"customer_{number:04d}",
        "known_from": START - timedelta(days=int(10 + 1490 * source.random())),
        "tier": tier,
        "value": round(value, 2),
        "preferred_language": pick_weighted(source, tuple(settings.languages), tuple(settings.languages.values())),
        "preferred_channel": pick(source, ("chat", "email")),
        "flags": ["named_contact"] if tier == "enterprise" and happens(source, 0.4) else [],
    }
    return Client(
        number=number, row=row, seats=max(1, round(about(source, value / 250, 0.4))),
        account_manager=pick(source, ("helen", "ravi", "carla")),
        patience=clipped(around(source, 0.5, 0.22), 0.05, 0.95), propensity=source.gauss(0.0, 1.0),
        sarcastic=0.5 * source.random() ** 3, typos=0.06 * source.random() ** 2,
        switches=0.12 if row["preferred_language"] != "en" and happens(source, 0.4) else 0.0,
        terse=happens(source, 0.3), formal=happens(source, 0.45),
    )  # fmt: skip


def staff(settings: Simulated, roster: tuple[Worker, ...]) -> list[Worker]:
    """Give the roster, as often as the arrivals of this world need; later shifts differ a little in skill."""
    times = max(1, math.ceil(settings.conversations / settings.days / CASES_A_DAY))
    source = dice(settings.seed, STAFF_STREAM)
    hired = list(roster)
    for copy in range(2, times + 1):
        hired += [
            person._replace(name=f"{person.name}_{copy}", skill=person.skill + around(source, 0.0, 0.05))
            for person in roster
        ]
    return hired


def called(seed: int, workers: Sequence[Worker]) -> dict[str, str]:
    """Give the first name of each worker by their identifier: experts' own one, for the others one that nobody has."""
    named = {who.name: who.name.split("_")[0].title() for who in workers if who.tier > 1 and who.kind == "person"}
    free = sorted({name for names in FIRST_NAMES.values() for name in names} - set(named.values()))
    dice(seed, NAME_STREAM).shuffle(free)
    others = [who.name for who in workers if who.name not in named]
    return named | {name: free[place % len(free)] for place, name in enumerate(others)}
