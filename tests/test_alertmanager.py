"""The Alertmanager source on a hand-written log of webhook notifications."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from data.errors import BadInput
from data.quarantine import Cleaned
from data.sources.alertmanager import read
from tests.cleaning import reasons
from tests.single_cases import happened, lawful, said, stored

LOG = Path(__file__).parent / "fixtures" / "alertmanager" / "notifications.jsonl"
NOT_YET = "0001-01-01T00:00:00Z"


@pytest.fixture(scope="module")
def found() -> Cleaned:
    """The clean rows of the log."""
    return lawful(read, LOG)


def named(whole: Cleaned, category: str) -> list[str]:
    """Give the ids of the cases of an alert."""
    return [case.conversation_id for case in whole.tables["conversations"] if case.category == category]


def notification(start: str, end: str = NOT_YET, **values: Any) -> dict[str, Any]:
    """A payload with one alert."""
    status = "firing" if end == NOT_YET else "resolved"
    labels = {"alertname": "Slow", "severity": "warning"} | values.pop("labels", {})
    alert = {"status": status, "labels": labels, "annotations": {"summary": "slow"}, "startsAt": start, "endsAt": end}
    return {
        "version": "4", "groupKey": '{}:{alertname="Slow"}', "status": status, "receiver": "desk",
        "groupLabels": {"alertname": "Slow"}, "commonLabels": labels, "alerts": [alert],
    } | values  # fmt: skip


def log(folder: Path, *payloads: dict[str, Any]) -> Cleaned:
    """Write a log, read and clean it."""
    path = folder / "log.jsonl"
    path.write_text("".join(json.dumps(payload) + "\n" for payload in payloads))
    return lawful(read, path)


def test_an_alert_is_a_case_that_no_customer_wrote(found: Cleaned) -> None:
    (name,) = named(found, "DiskAlmostFull")
    assert stored(found, "conversations", name) == [{
        "conversation_id": name, "opened_at": "2024-03-04T01:00:00.123456Z", "channel": "alert", "product": "orders",
        "category": "DiskAlmostFull", "priority": "warning", "queue": "desk-l1",
        "attributes": {"instance": "db1:9100", "namespace": "shop", "alerts": 1.0},
    }]  # fmt: skip
    assert said(found, name) == [
        ("system", "public", "Disk of db1 is 90 % full\nIt grows by 2 % an hour."),
        ("system", "public", "Disk of db1 is 90 % full\nIt grows by 2 % an hour."),
        ("system", "public", "Disk of db1 is 98 % full\nWrites will fail within the hour."),
    ]


def test_a_repeated_notification_has_no_time_of_its_own(found: Cleaned) -> None:
    (name,) = named(found, "DiskAlmostFull")
    assert [message.get("sent_at", "")[:16] for message in stored(found, "messages", name)] == [
        "2024-03-04T01:00", "", "2024-03-04T03:10",
    ]  # fmt: skip


def test_severity_receiver_and_end_are_events_before_the_words_that_go_with_them(found: Cleaned) -> None:
    (name,) = named(found, "DiskAlmostFull")
    assert happened(found, name) == [
        (1, "priority_changed", "warning", "critical", "rule"),
        (1, "assigned", "desk-l1", "database-l2", "rule"),
        (2, "resolved", None, None, "rule"),
    ]
    assert stored(found, "outcomes", name) == [{
        "conversation_id": name, "resolver_id": "database-l2", "resolver_team": "database-l2",
        "resolved_at": "2024-03-04T04:00:00.500000Z",
    }]  # fmt: skip


def test_an_alert_that_is_soon_back_is_the_same_case_and_a_week_later_another(found: Cleaned) -> None:
    first, second = named(found, "InstanceDown")
    assert [kind for _, kind, _, _, _ in happened(found, first)] == ["resolved", "reopened", "resolved"]
    assert [len(said(found, name)) for name in (first, second)] == [2, 1]
    assert stored(found, "outcomes", second) == []
    assert stored(found, "conversations", second)[0]["opened_at"] == "2024-03-11T00:30:00Z"


@pytest.mark.parametrize(("again", "cases"), [("2024-03-04T10:59:00Z", 1), ("2024-03-04T11:01:00Z", 2)])
def test_soon_is_an_hour(again: str, cases: int, tmp_path: Path) -> None:
    start, end = "2024-03-04T08:00:00Z", "2024-03-04T10:00:00Z"
    whole = log(tmp_path, notification(start), notification(start, end), notification(again))
    assert len(whole.tables["conversations"]) == cases


def test_a_group_says_what_each_of_its_firing_alerts_says_once(found: Cleaned) -> None:
    (name,) = named(found, "PodCrashLooping")
    first, second = (text.splitlines() for _, _, text in said(found, name))
    assert [len(first), len(second)] == [2, 2]
    assert "El pod api-1 se reinicia sin parar" in first
    assert "El pod api-1 se reinicia sin parar" not in second  # Resolved by then.


def test_routes_that_group_by_the_same_labels_are_apart_and_a_shift_change_is_not(found: Cleaned) -> None:
    assert len(named(found, "CertificateExpires")) == 2
    (name,) = named(found, "QueueStuck")
    assert happened(found, name)[0] == (0, "assigned", "day", "night", "rule")


def test_a_receivers_name_is_as_the_desk_wrote_it(found: Cleaned) -> None:
    assert stored(found, "conversations", named(found, "InstanceDown")[0])[0]["queue"] == "netz.bereitschaft"


def test_a_case_whose_beginning_is_not_in_the_log_still_says_what_it_was(found: Cleaned) -> None:
    (name,) = named(found, "Watchdog")
    assert said(found, name) == [("system", "public", "Watchdog")]
    assert happened(found, name) == [(0, "resolved", None, None, "rule")]


def test_two_receivers_of_each_notification_are_one_hand_over_at_most(tmp_path: Path) -> None:
    start = "2024-03-04T08:00:00Z"
    both = [notification(start, receiver=name) for name in ("desk", "chat", "desk", "chat")]
    whole = log(tmp_path, *both)
    (case,) = whole.tables["conversations"]
    assert [(kind, to) for _, kind, _, to, _ in happened(whole, case.conversation_id)] == [("assigned", "chat")]


def test_a_label_of_the_end_does_not_stand_in_the_opening(tmp_path: Path) -> None:
    start = "2024-03-04T08:00:00Z"
    late = notification(start, labels={"severity": "critical", "blame": "network"})
    whole = log(tmp_path, notification(start), late)
    (case,) = whole.tables["conversations"]
    assert (case.priority, case.attributes) == ("warning", {"alerts": 1.0})


def test_what_is_no_notification_is_kept_aside(found: Cleaned) -> None:
    assert [(table, field) for table, field, _ in reasons(found)] == [
        ("messages", "record"), ("messages", "alerts"), ("messages", "record"),
    ]  # fmt: skip
    assert len(found.tables["conversations"]) == 8


@pytest.mark.parametrize(("content", "problem"), [(b"", "is empty"), (b"Number,Caller\n1,2\n", "csv")])
def test_a_file_that_is_no_such_log_is_refused(content: bytes, problem: str, tmp_path: Path) -> None:
    (tmp_path / "log.jsonl").write_bytes(content)
    with pytest.raises(BadInput, match=problem):
        next(read(tmp_path / "log.jsonl"))


def test_a_log_cut_short_gives_the_cases_before_the_cut(tmp_path: Path) -> None:
    text = LOG.read_text()
    (tmp_path / "log.jsonl").write_text(text[: len(text) // 4])
    whole = lawful(read, tmp_path / "log.jsonl")
    assert len(named(whole, "DiskAlmostFull")) == 1
    assert len(reasons(whole)) == 1


def test_a_rise_in_severity_is_seen_where_both_share_a_group(tmp_path: Path) -> None:
    warning, critical = (notification("2024-03-04T01:00:00Z", labels={"severity": s}) for s in ("warning", "critical"))
    mixed = warning | {"alerts": [*warning["alerts"], *critical["alerts"]], "commonLabels": {"alertname": "Slow"}}
    whole = log(tmp_path, warning, mixed, critical)
    (case,) = whole.tables["conversations"]
    assert case.priority == "warning"
    assert happened(whole, case.conversation_id) == [(0, "priority_changed", "warning", "critical", "rule")]


def test_a_group_first_seen_mixed_has_the_most_urgent_priority(tmp_path: Path) -> None:
    warning, critical = (notification("2024-03-04T01:00:00Z", labels={"severity": s}) for s in ("warning", "critical"))
    mixed = warning | {"alerts": [*warning["alerts"], *critical["alerts"]], "commonLabels": {"alertname": "Slow"}}
    assert [case.priority for case in log(tmp_path, mixed).tables["conversations"]] == ["critical"]


def test_where_a_route_groups_by_nothing_each_alert_is_a_case(tmp_path: Path) -> None:
    alerts = [
        alert | {"fingerprint": f"f{place}"}
        for place in range(3)
        for alert in notification("2024-03-04T01:00:00Z", labels={"alertname": f"Slow{place}"})["alerts"]
    ]
    whole = notification("2024-03-04T01:00:00Z") | {"groupLabels": {}, "groupKey": "{}:{}", "alerts": alerts}
    cases = log(tmp_path, whole, whole).tables["conversations"]
    assert sorted(str(case.category) for case in cases) == ["Slow0", "Slow1", "Slow2"]
