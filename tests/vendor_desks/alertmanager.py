"""The simulated desk's alerts as Alertmanager would send them: a log of webhook payloads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from data.sources.simulated.case import Case
from tests.vendor_desks.case_changes import changes, group, write_lines


def alertmanager(cases: Sequence[Case], folder: Path) -> Path:
    """A log of webhook payloads: each alert that fires, whoever is told next, and the end."""
    folder.mkdir()
    payloads = [payload for case in cases for payload in alert_payloads(case)]
    return write_lines(folder / "notifications.jsonl", (payload for _, payload in sorted(payloads, key=lambda p: p[0])))


def alert_payloads(case: Case) -> Iterator[tuple[datetime, dict[str, Any]]]:
    """Give each notification of one case with its time."""
    labels = {"alertname": case.opening.issue.name, "severity": case.opening.priority, "service": case.opening.product,
              "case": case.conversation_id}  # fmt: skip
    said = [
        (m["sent_at"], m["text"], None) for m in case.messages if m["author"] == "system" and not m.get("visibility")
    ]
    moved = [(c.at, None, c.after) for c in changes(case) if c.field == "group"]
    over = [(c.at, None, None) for c in changes(case) if c.after == "Resolved"]
    text, receiver, began = said[0][1], group(case.opening.queue), said[0][0].isoformat()
    for at, words, to in sorted([*said, *moved, *over], key=lambda one: one[0]):
        text, receiver = words or text, to or receiver
        resolved = words is None and to is None
        alert = {"status": "resolved" if resolved else "firing", "labels": labels, "annotations": {"summary": text},
                 "startsAt": began, "endsAt": at.isoformat() if resolved else "0001-01-01T00:00:00Z",
                 "generatorURL": "", "fingerprint": case.conversation_id}  # fmt: skip
        yield at, {
            "version": "4", "groupKey": f'{{}}:{{case="{case.conversation_id}"}}', "status": alert["status"],
            "receiver": receiver, "groupLabels": {"case": case.conversation_id}, "commonLabels": labels,
            "alerts": [alert], "received_at": at.isoformat(),
        }  # fmt: skip
        if resolved:
            return
