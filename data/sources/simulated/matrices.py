"""The desk's written rules: who takes what, who may decide how much, and how severe a case is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from data.sources.simulated.catalogue import CATEGORIES, ISSUES
from data.sources.simulated.people import EXPERTS

LEVELS = ("low", "medium", "high")
SEVERITIES = ("P1", "P2", "P3", "P4")
RESPONSE_MINUTES = {"P1": 15.0, "P2": 60.0, "P3": 240.0, "P4": 480.0}
RESOLUTION_MINUTES = {"P1": 240, "P2": 600, "P3": 2160, "P4": 5760}
AUTHORITY = (
    ("refund", 150.0, 1), ("refund", 1_000.0, 2), ("refund", 10_000.0, 3), ("refund", None, 4),
    ("discount", 100.0, 1), ("discount", 5_000.0, 3), ("discount", None, 4),
    ("contract_change", 1_000.0, 3), ("contract_change", None, 4),
)  # fmt: skip
HIERARCHICAL = ("care", "sales", "payments_desk")


def severity(urgency: float, impact: float) -> str:
    """Give the priority that the severity matrix names for an urgency and an impact between 0 and 1."""
    return severity_of(min(2, int(urgency * 3)), min(2, int(impact * 3)))


def severity_of(urgency: int, impact: int) -> str:
    """Give the priority of two levels counted from low."""
    return ("P4", "P4", "P3", "P2", "P1")[urgency + impact]


def severity_matrix() -> Iterator[dict[str, Any]]:
    """Give all nine cells of urgency and impact."""
    for row, urgency in enumerate(LEVELS):
        for column, impact in enumerate(LEVELS):
            yield {"urgency": urgency, "impact": impact, "severity": severity_of(row, column)}


def authority_matrix() -> Iterator[dict[str, Any]]:
    """Give which tier may take an action up to an amount; no amount means no limit."""
    for action, amount, tier in AUTHORITY:
        yield {"action": action, "amount_up_to": amount, "currency": "EUR", "tier": tier}


def escalation_matrix() -> Iterator[dict[str, Any]]:
    """Give for every category and severity the type, the team, its backup and the response time."""
    for category in CATEGORIES:
        team = next(issue.team for issue in ISSUES if issue.category == category)
        for level in SEVERITIES:
            kind = "priority" if level == "P1" else "hierarchical" if team in HIERARCHICAL else "functional"
            taking = (
                "incident" if level == "P1" and kind == "priority" and team in ("platform", "integration") else team
            )
            yield {
                "category": category,
                "severity": level,
                "escalation_type": kind,
                "team": taking,
                "tier": max(person.tier for person in EXPERTS if person.team == taking),
                "backup_team": team if taking != team else "care" if team != "care" else "compliance",
                "response_minutes": RESPONSE_MINUTES[level],
            }
