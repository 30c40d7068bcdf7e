"""The canonical rows of one case of Alertmanager: what fired, who was told, how it ended."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from data.case_rows import Timeline
from data.escalation_rule import priority_rank
from data.json_values import as_text, filled, inside, listed
from data.source_rows import SourceRow

Notification = tuple[int, dict[str, Any]]  # The row it stands in, and the payload.
OWN_FIELDS = {"alertname": "category", "severity": "priority", "service": "product"}


def alerts_of(record: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Give the alerts of a notification."""
    return [alert for alert in listed(record.get("alerts")) if isinstance(alert, dict)]


def newest_start(record: Mapping[str, Any]) -> str:
    """Give when the newest alert that fires began."""
    firing = [alert for alert in alerts_of(record) if alert.get("status") != "resolved"] or alerts_of(record)
    return max((str(alert.get("startsAt") or "") for alert in firing), key=in_order)


def end_of(record: Mapping[str, Any]) -> str:
    """Give when the last alert of a resolved notification ended, as written."""
    return max((str(alert.get("endsAt") or "") for alert in alerts_of(record)), key=in_order)


def ended_at(record: Mapping[str, Any]) -> datetime | None:
    """Give when a resolved notification's alerts were over."""
    return moment(end_of(record))


def moment(text: str) -> datetime | None:
    """Read a time with its offset; None for what is none."""
    # Go writes nanoseconds; Python reads six digits.
    try:
        found = datetime.fromisoformat(re.sub(r"(\.\d{6})\d+", r"\1", text))
    except ValueError:
        return None
    return found if found.tzinfo and found.year > 1 else None


def in_order(text: str) -> tuple[float, str]:
    """Give what times are sorted by; what is no time comes first."""
    found = moment(text)
    return (found.timestamp() if found else float("-inf"), text)


def case_rows(case: Sequence[Notification], name: str) -> Iterator[SourceRow]:
    """Give the conversation, a message for each firing, the events, and the outcome where it is resolved."""
    row, first = case[0]
    key = hashlib.sha256(name.encode("utf-8", "backslashreplace")).hexdigest()[:16]
    timeline = Timeline(f"{key}@{newest_start(first)}")
    told: set[str] = set()
    receivers: list[str | None] = []
    before: Mapping[str, Any] = {}
    for place, record in case:
        at, resolved = said_at(record, told), record.get("status") == "resolved"
        receiver = receiver_of(record)
        add_changes(timeline, place, before, record, at, receivers)
        receivers.append(receiver)
        # A log that begins with the end of a case still says what it was about.
        if not resolved or not timeline.messages:
            timeline.say(place, author="system", text=text_of(record), sent_at=at, channel="alert")
        if resolved and before.get("status") != "resolved":
            timeline.happen(place, "resolved", at=end_of(record), initiated_by="rule")
        before = record
    yield from timeline.rows(row, opening(first), outcome(before, timeline))


def add_changes(
    timeline: Timeline, row: int, before: Mapping[str, Any], record: Mapping[str, Any], at: str | None,
    receivers: Sequence[str | None],
) -> None:  # fmt: skip
    """Add what is different from the notification before: fires again, other severity, other receiver."""
    if not before:
        return
    if before.get("status") == "resolved" and record.get("status") == "firing":
        timeline.happen(row, "reopened", at=at, initiated_by="rule")
    was, now = severity_of(before), severity_of(record)
    if was and now and was != now:
        timeline.happen(row, "priority_changed", at=at, from_=was, to=now, initiated_by="rule")
    # Where several receivers are told of each alert, only the first time is a hand-over.
    receiver = receiver_of(record)
    if receiver and receiver not in receivers:
        timeline.happen(row, "assigned", at=at, from_=receivers[-1], to=receiver, initiated_by="rule")


def severity_of(record: Mapping[str, Any]) -> str | None:
    """Give the most urgent severity of the alerts that fire; ``commonLabels`` has none where they differ."""
    firing = [alert for alert in alerts_of(record) if alert.get("status") != "resolved"] or alerts_of(record)
    named = [name for alert in firing if (name := as_text(inside(alert, "labels", "severity")))]
    ranked = [(rank, name) for name in named if (rank := priority_rank(name)) is not None]
    return min(ranked)[1] if ranked else next(iter(named), as_text(inside(record, "commonLabels", "severity")))


def receiver_of(record: Mapping[str, Any]) -> str | None:
    """Give the receiver's name, which Alertmanager writes with signs of regular expressions escaped."""
    name = as_text(record.get("receiver"))
    return re.sub(r"\\(.)", r"\1", name) if name else None


def said_at(record: Mapping[str, Any], told: set[str]) -> str | None:
    """Give the time of a notification, and remember its alerts; a repeated one has none of its own."""
    newest = newest_start(record)
    again = newest in told
    told.add(newest)
    return as_text(record.get("received_at")) or (None if again else newest)


def text_of(record: Mapping[str, Any]) -> str:
    """Give what the alerts that fire say, each thing once; without annotations their names."""
    firing = [alert for alert in alerts_of(record) if alert.get("status") != "resolved"] or alerts_of(record)
    lines: dict[str, None] = {}
    for alert in firing:
        notes = [as_text(inside(alert, "annotations", name)) for name in ("summary", "message", "description")]
        name = as_text(inside(alert, "labels", "alertname"))
        lines.update(dict.fromkeys([note.strip() for note in notes if note] or ([name] if name else [])))
    return "\n".join(lines)


def opening(record: Mapping[str, Any]) -> dict[str, Any]:
    """Give the values of the first notification; every label that all its alerts share is an attribute."""
    labels = record.get("commonLabels")
    labels = labels if isinstance(labels, dict) else {}
    others = {name: as_text(value) for name, value in labels.items() if name not in OWN_FIELDS}
    return (
        {
            "opened_at": min((str(alert.get("startsAt") or "") for alert in alerts_of(record)), key=in_order) or None,
            "channel": "alert",
            "queue": receiver_of(record),
            "attributes": filled(others) | {"alerts": len(alerts_of(record))},
        }
        | {field: as_text(labels.get(label)) for label, field in OWN_FIELDS.items()}
        | {"priority": severity_of(record)}
    )


def outcome(last: Mapping[str, Any], timeline: Timeline) -> dict[str, Any] | None:
    """Give how a case ended that is resolved: by whoever was told last."""
    if last.get("status") != "resolved":
        return None
    handed = receiver_of(last)
    return {"resolver_id": handed, "resolver_team": handed, "resolved_at": timeline.last("resolved").get("at")}
