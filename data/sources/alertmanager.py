"""Monitoring alerts: a log of Prometheus Alertmanager's webhook notifications, one payload of version 4 a line.

Payload: https://prometheus.io/docs/alerting/latest/configuration/#webhook_config (``groupKey``, ``status``,
``receiver``, ``groupLabels``, ``commonLabels``, ``alerts`` with ``labels``, ``annotations``, ``startsAt``, ``endsAt``).

A case is a group of alerts from its first firing until it is resolved and stays so for an hour. A payload has no time
of its own: a message has the time its newest alert started, a repeated notification none, unless whoever logged the
payloads added ``received_at``. Another receiver than before is a hand-over, another severity a change of priority.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from data.formats import files_of
from data.grouping import grouped
from data.json_records import records
from data.json_stream import Broken
from data.json_values import as_text, inside, listed
from data.refusal import refuse_other_format
from data.source_rows import SourceRow, Unreadable
from data.sources.alertmanager_case import Notification, alerts_of, case_rows, ended_at, moment, newest_start

FLAPPING = timedelta(hours=1)  # An alert back within this time is the same case, reopened.


def read(raw: Path) -> Iterator[SourceRow | Unreadable]:
    """Give the canonical rows of each case; raises BadInput for a file that is no log of such payloads."""
    refuse_other_format(raw, expected="alertmanager")
    for _, group in grouped(payloads(raw), "group"):
        good: list[Notification] = []
        for payload in group:
            if payload["problem"]:
                yield Unreadable("messages", payload["row"], payload["field"], payload["value"], payload["problem"])
            else:
                good.append((payload["row"], payload["record"]))
        for alike in by_alert(good):
            for case in cases(alike):
                yield from case_rows(case, str(as_text(case[0][1].get("groupKey")) or group_of(case[0][1])))


def payloads(raw: Path) -> Iterator[dict[str, Any]]:
    """Give each notification with the group of alerts it belongs to, or why it is none."""
    files = files_of(raw) if raw.is_dir() else [raw]
    for row, record in (found for path in files for found in records(path)):
        given: dict[str, Any] = {"row": row, "problem": None, "field": "record"}
        if isinstance(record, Broken):
            yield given | {"problem": record.reason, "value": record.value}
        elif not any(isinstance(alert, dict) for alert in listed(record.get("alerts"))):
            reason = "holds no alert; log the whole payload of the webhook"
            yield given | {"problem": reason, "field": "alerts", "value": as_text(record.get("alerts"))}
        else:
            yield from (given | {"group": group_of(one), "record": one} for one in by_label(record))


def by_label(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give a notification, or one an alert where the route groups by nothing: alerts of all kinds are not one case."""
    alerts = alerts_of(record)
    if record.get("groupLabels") != {} or len(alerts) == 1:
        yield record
        return
    for alert in alerts:
        own = {"alerts": [alert], "status": alert.get("status"), "commonLabels": alert.get("labels")}
        key = as_text(alert.get("fingerprint")) or json.dumps(alert.get("labels"), sort_keys=True)
        yield {**record, **own, "groupKey": key}


def group_of(record: Mapping[str, Any]) -> str | None:
    """Name the group of alerts whoever is notified: ``groupKey`` also holds the route, which differs by receiver."""
    labels = record.get("groupLabels")
    if isinstance(labels, dict) and labels:
        return json.dumps(labels, sort_keys=True)
    return as_text(record.get("groupKey")) or as_text(inside(listed(record["alerts"])[0], "fingerprint"))


def by_alert(notifications: Sequence[Notification]) -> list[list[Notification]]:
    """Divide what has the same group labels by its alerts, since unlike routes may group by the same labels.

    Notifications of one route, or of an alert that differs at most in its severity, stay together.
    """
    found: list[tuple[set[str], list[Notification]]] = []
    for row, record in notifications:
        signs = {json.dumps(identity(alert), sort_keys=True) for alert in alerts_of(record)}
        signs |= {key} if (key := as_text(record.get("groupKey"))) else set()
        alike = next((pair for pair in found if pair[0] & signs), None)
        if alike is None:
            alike = (set(), [])
            found.append(alike)
        alike[0].update(signs)
        alike[1].append((row, record))
    return [own for _, own in found]


def identity(alert: Mapping[str, Any]) -> Any:
    """Give the labels that an alert keeps when it gets worse."""
    labels = alert.get("labels")
    return {name: labels[name] for name in labels if name != "severity"} if isinstance(labels, dict) else labels


def cases(notifications: Sequence[Notification]) -> Iterator[list[Notification]]:
    """Divide the notifications of a group into cases: one is over when it fires again long after it was resolved."""
    case: list[Notification] = []
    for notification in notifications:
        over = ended_at(case[-1][1]) if case and case[-1][1].get("status") == "resolved" else None
        again = moment(newest_start(notification[1])) if notification[1].get("status") == "firing" else None
        if over and again and again - over > FLAPPING:
            yield case
            case = []
        case.append(notification)
    if case:
        yield case
