"""Who meets at the simulated desk: customers with hidden traits, first-line handlers, and resolvers."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, NamedTuple

import numpy as np

from data.sources.simulated.chance import about, around, happens, pick, pick_weighted

CUSTOMERS = 450
TIERS = {"basic": (0.55, 3_000.0), "business": (0.33, 14_000.0), "enterprise": (0.12, 80_000.0)}


class Client(NamedTuple):
    """A customer; ``patience`` and ``propensity`` to escalate are hidden, only their history shows them."""

    row: dict[str, Any]
    seats: int
    activity: float
    patience: float
    propensity: float
    terse: bool
    account_manager: str

    @property
    def valued(self) -> bool:
        """Say whether the contract promises priority."""
        return bool(self.row["tier"] == "enterprise")


class Handler(NamedTuple):
    """A first-line handler; ``skill`` is hidden and meets the difficulty of the issue."""

    handler_id: str
    queue: str
    skill: float
    strong_in: tuple[str, ...]
    authority_limit: float


class Expert(NamedTuple):
    """A resolver's expertise: products or issues known best; the rest is the resolver's public row."""

    row: dict[str, Any]
    knows: tuple[str, ...]

    @property
    def name(self) -> str:
        """The resolver's identifier."""
        return str(self.row["resolver_id"])


HANDLERS = (
    Handler("handler_01", "chat", 0.80, ("access", "network"), 150),
    Handler("handler_02", "chat", 0.65, ("defect", "how_to"), 150),
    Handler("handler_03", "chat", 0.50, ("performance",), 100),
    Handler("handler_04", "chat", 0.35, ("access",), 100),
    Handler("handler_05", "chat", 0.20, (), 50),
    Handler("handler_06", "email", 0.75, ("data", "integration"), 150),
    Handler("handler_07", "email", 0.55, ("performance", "data"), 150),
    Handler("handler_08", "email", 0.40, ("defect",), 100),
    Handler("handler_09", "email", 0.20, (), 50),
    Handler("handler_10", "accounts", 0.70, ("billing",), 500),
    Handler("handler_11", "accounts", 0.50, ("billing", "how_to"), 300),
    Handler("handler_12", "accounts", 0.30, (), 150),
)


def expert(name: str, kind: str, team: str, tier: int, hours: str, limit: float, languages: str, *knows: str) -> Expert:
    """Describe one resolver; ``hours`` are the shift in UTC."""
    start, end = hours.split("-")
    row = {
        "resolver_id": name, "kind": kind, "team": team, "tier": tier, "skills": list(knows),
        "languages": languages.split(), "shift_start": start, "shift_end": end, "time_zone": "UTC",
        "capacity": 12 if kind == "team" else 5, "authority_limit": limit, "active": True,
    }  # fmt: skip
    return Expert(row, knows)


EXPERTS = (
    expert("ines", "person", "application", 2, "07:00-16:00", 500, "en pt", "crm", "sync_stopped"),
    expert("tomasz", "person", "application", 2, "09:00-18:00", 500, "en pl", "mail", "delivery_failure"),
    expert("priya", "person", "application", 2, "10:00-20:00", 500, "en", "mobile_app", "app_crash", "storage"),
    expert("jonas", "person", "infrastructure", 2, "06:00-15:00", 500, "en de", "vpn", "connection_drops"),
    expert("leila", "person", "infrastructure", 3, "07:00-19:00", 500, "en fr", "directory", "suspicious_access",
           "sign_in_loop", "missing_rights"),
    expert("marc", "person", "infrastructure", 2, "11:00-21:00", 500, "en fr", "slow_pages", "storage"),
    expert("yuki", "person", "data", 3, "07:00-17:00", 500, "en ja", "reporting", "wrong_numbers"),
    expert("data_vendor", "team", "data", 3, "00:00-23:59", 0, "en", "crm", "interface_errors", "missing_records",
           "report_timeout"),
    expert("sofia", "person", "billing", 2, "08:00-17:00", 5_000, "en es", "double_charge", "invoicing"),
    expert("daniel", "person", "billing", 3, "09:00-19:00", 20_000, "en", "refund_request"),
    expert("helen", "person", "customer_care", 3, "07:00-17:00", 10_000, "en"),
    expert("ravi", "person", "customer_care", 3, "09:00-19:00", 10_000, "en hi"),
    expert("carla", "person", "customer_care", 4, "10:00-20:00", 50_000, "en it"),
    expert("incident_bridge", "team", "incident", 4, "00:00-23:59", 1_000, "en", "outage"),
)  # fmt: skip
TEAMS = tuple(dict.fromkeys(str(person.row["team"]) for person in EXPERTS))


def customers(generator: np.random.Generator, start: datetime) -> list[Client]:
    """Draw the customers; every one is known before the first conversation."""
    return [customer(generator, number, start) for number in range(1, CUSTOMERS + 1)]


def customer(generator: np.random.Generator, number: int, start: datetime) -> Client:
    """Draw one customer with visible contract and hidden traits."""
    tier = pick_weighted(generator, tuple(TIERS), [share for share, _ in TIERS.values()])
    value = about(generator, TIERS[tier][1], 0.5)
    row = {
        "customer_id": f"customer_{number:04d}",
        "known_from": start - timedelta(days=int(generator.integers(10, 1500))),
        "tier": tier,
        "value": round(value, 2),
        "preferred_language": "en",
        "preferred_channel": pick(generator, ("chat", "email")),
        "flags": ["named_contact"] if tier == "enterprise" and happens(generator, 0.4) else [],
    }
    return Client(
        row=row,
        seats=max(1, round(about(generator, value / 250, 0.4))),
        activity=about(generator, 1.0, 1.1),  # A few customers write often: what makes their history worth keeping.
        patience=float(np.clip(around(generator, 0.5, 0.2), 0.05, 0.95)),
        propensity=around(generator, 0.0, 1.0),
        terse=happens(generator, 0.3),
        account_manager=pick(generator, ("helen", "ravi", "carla")),
    )
