"""Where a dated change stands among the messages of its case."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.mapped_events import Happened, after_sequence, first_escalation, tells_escalations
from data.mapped_messages import Said
from data.mapped_values import Source
from data.mapping import ExportMapping
from data.moments import utc
from data.source_rows import SourceRow


def mapping(rows: str = "conversation", **event: Any) -> ExportMapping:
    return ExportMapping.model_validate({
        "rows": rows, "conversation": {"conversation_id": "id"}, "messages": [{"author": "who", "text": "said"}],
        "events": [{"kind": {"constant": "escalated"}} | event],
    })  # fmt: skip


def said(*minutes: int | None) -> list[Said]:
    rules = mapping()
    return [
        Said(place, Source({}, place, rules), place, {} if minute is None else {"sent_at": at(minute)})
        for place, minute in enumerate(minutes)
    ]


def at(minute: int) -> str:
    return utc(f"2024-05-01T{10 + minute // 60}:{minute % 60:02}Z", [], None)


@given(minutes=st.lists(st.integers(0, 300), max_size=6).map(sorted), minute=st.integers(0, 300))
def test_an_event_follows_every_message_that_was_not_later(minutes: list[int], minute: int) -> None:
    place = after_sequence(Happened(0, 0, {"at": at(minute)}), said(*minutes), mapping())
    assert place + 1 == sum(one <= minute for one in minutes)


@pytest.mark.parametrize(
    ("rows", "messages", "values", "place", "expected"),
    [
        ("conversation", said(0, None, 9), {"at": at(5)}, 0, 1),  # Undated: not known to be later.
        ("conversation", said(None, None), {"at": at(5)}, 0, 1),
        ("conversation", said(0, 9), {}, 0, 1),
        ("conversation", said(0, 9), {"after_sequence": 0}, 0, 0),
        ("conversation", said(), {"at": at(5)}, 0, -1),
        ("message", said(None, None, None), {}, 1, 1),
        ("message", said(None, None, None), {"at": at(5)}, 0, 0),
        ("message", said(0, 9), {"at": at(5)}, 1, 0),
    ],
)
def test_without_all_dates(rows: str, messages: list[Said], values: dict[str, Any], place: int, expected: int) -> None:
    assert after_sequence(Happened(place, 0, values), messages, mapping(rows)) == expected


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ({"constant": "escalated"}, True),
        ({"constant": "resolved"}, False),
        ({"column": "what"}, True),
        ({"column": "what", "values": {"up": "escalated"}}, True),
        ({"column": "what", "values": {"done": "resolved"}, "others": None}, False),
    ],
)
def test_whether_silence_means_that_nothing_escalated(kind: dict[str, Any], told: bool) -> None:
    assert tells_escalations(mapping(kind=kind)) is told


def test_the_first_escalation_is_the_earliest() -> None:
    rows = [
        SourceRow("events", 1, {"kind": kind, "after_sequence": after})
        for kind, after in (("assigned", 0), ("escalated", 4), ("escalated", 2))
    ]
    assert first_escalation(rows) == 3
    assert first_escalation(rows[:1]) is None
