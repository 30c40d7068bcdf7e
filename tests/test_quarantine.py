"""The law of quarantine: every row that comes in is clean or kept aside with a reason; nothing stops a run."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.conversations import check_share, summary
from data.errors import BadInput
from data.files import read_conversations, write_records
from data.quarantine import Cleaned, SourceRow, Unreadable, clean
from data.tables import TABLES

Rows = list[SourceRow | Unreadable]


def desk(conversations: int = 4) -> Rows:
    """Give the rows of a small flawless source: two messages, an event, an outcome and a customer each."""
    rows: list[tuple[str, dict[str, Any]]] = []
    for number in range(conversations):
        case = {"conversation_id": f"c{number}"}
        rows += [
            ("conversations", case | {"customer_id": f"p{number}", "attributes": {"seats": 3}}),
            ("messages", case | message(0, "customer")),
            ("messages", case | message(1, "bot")),
            ("events", case | {"event_sequence": 0, "after_sequence": 1, "kind": "escalated", "from": "bot"}),
            ("outcomes", case | {"escalated": True, "escalated_sequence": 2, "resolver_id": "tier 2"}),
            ("turn_labels", case | {"sequence": 0, "target": "dissatisfied", "value": 1.0}),
            ("customers", {"customer_id": f"p{number}", "flags": ["vip"], "value": 10.5}),
        ]
    return [SourceRow(table, line, values) for line, (table, values) in enumerate(rows, start=2)]


def message(sequence: int, author: str) -> dict[str, Any]:
    return {"sequence": sequence, "author": author, "text": "hello", "sent_at": f"2024-05-01T10:0{sequence}:00Z"}


def damaged(row: int, **values: object) -> Cleaned:
    """Clean the desk after changing some values of one row."""
    rows = desk()
    old = rows[row]
    assert isinstance(old, SourceRow)
    return clean([*rows[:row], old._replace(values=old.values | values), *rows[row + 1 :]], "desk")


def reasons(cleaned: Cleaned) -> list[tuple[str, str, str]]:
    """Give table, field and reason of what was kept aside."""
    return [(row.table, row.field, row.reason) for row in cleaned.quarantine]  # type: ignore[attr-defined]


def unlawful(cleaned: Cleaned, rows_in: int) -> list[str]:
    """Give each breach of the law; a table that could not be written is one too."""
    kept = sum(len(records) for records in cleaned.tables.values())
    wrong = [] if kept == rows_in == cleaned.rows_in else [f"{rows_in} rows in, {kept} rows out"]
    wrong += [f"no reason: {row}" for row in cleaned.quarantine if not row.reason]  # type: ignore[attr-defined]
    tables: dict[str, list[Any]] = dict(cleaned.tables)
    cases = Counter(case.conversation_id for case in tables["conversations"])
    wrong += [f"twice: {case}" for case, times in cases.items() if times > 1]
    spoken = {said.conversation_id for said in tables["messages"]}
    wrong += [f"empty: {case}" for case in set(cases) - spoken]
    for table in ("messages", "events", "outcomes", "turn_labels"):
        wrong += [f"orphan: {row}" for row in tables[table] if row.conversation_id not in cases]
    return wrong


def written(cleaned: Cleaned, folder: Path) -> None:
    """Write and read back everything that is clean."""
    for table, records in cleaned.tables.items():
        write_records(folder, table, records)
    assert len(read_conversations(folder)) == len(cleaned.tables["conversations"])


NASTY = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from([2**63, -(2**70), 10**400]),
    st.floats(),
    st.text(st.characters(), max_size=20),
    st.sampled_from(["", " ", "\x00", "a\ud800", "x" * 2_000_000, "c0", "c1", "2024-05-01T09:00:00Z", "9999-99-99"]),
    st.binary(max_size=5),
    st.lists(st.text(max_size=3), max_size=2),
    st.dictionaries(st.text(st.characters(), max_size=3), st.floats() | st.text(st.characters()), max_size=2),
)
FIELDS = sorted({field.alias or name for model in TABLES.values() for name, field in model.model_fields.items()})


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_no_damage_stops_a_run_or_loses_a_row(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    rows = desk()
    for place in data.draw(st.lists(st.integers(0, len(rows) - 1), max_size=6, unique=True)):
        row = rows[place]
        assert isinstance(row, SourceRow)
        name = data.draw(st.sampled_from([*row.values, *FIELDS]) | st.text(st.characters(), max_size=5))
        rows[place] = row._replace(values=row.values | {name: data.draw(NASTY)})
    rows += [rows[place] for place in data.draw(st.lists(st.integers(0, len(rows) - 1), max_size=3))]
    dropped = data.draw(st.sets(st.integers(0, len(rows) - 1), max_size=3))
    rows = data.draw(st.permutations([row for place, row in enumerate(rows) if place not in dropped]))
    cleaned = clean(rows, "desk")
    assert unlawful(cleaned, len(rows)) == []
    written(cleaned, tmp_path_factory.mktemp("tables"))


def test_a_flawless_source_loses_nothing(tmp_path: Path) -> None:
    cleaned = clean(desk(), "desk")
    assert reasons(cleaned) == []
    assert unlawful(cleaned, 28) == []
    written(cleaned, tmp_path)


def test_a_breach_of_the_law_is_reported() -> None:
    cleaned = clean(desk(), "desk")
    orphan = cleaned.tables["outcomes"][0].model_copy(update={"conversation_id": "nobody"})
    cleaned.tables["outcomes"][0] = orphan
    cleaned.tables["messages"] = [m for m in cleaned.tables["messages"] if getattr(m, "conversation_id", "") != "c1"]
    found = unlawful(cleaned, 28)
    assert found[0] == "28 rows in, 26 rows out"
    assert [problem.split(":")[0] for problem in found[1:]] == ["empty", "orphan"]


@pytest.mark.parametrize(
    ("values", "field", "reason"),
    [
        ({"author": "robot"}, "author", "'customer', 'bot', 'agent' or 'system'"),
        ({"text": "a\x00b"}, "text", "unusable character"),
        ({"text": "a\ud800b"}, "text", "save the source as UTF-8"),
        ({"text": "x" * 2_000_000}, "text", "at most 100000 characters"),
        ({"text": ""}, "text", "text is empty"),
        ({"sent_at": "yesterday"}, "sent_at", "valid datetime"),
        ({"sequence": 2**70}, "sequence", "less than"),
        ({"bad\x00name": 1}, "bad\\x00name", "not permitted"),
        ({"entities": {"size": "\x00"}}, "entities.size", "unusable character"),
    ],
)
def test_a_bad_message_is_kept_aside_alone(values: dict[str, object], field: str, reason: str) -> None:
    cleaned = damaged(1, **values)
    ((table, found, why),) = reasons(cleaned)
    assert table == "messages"
    assert found == field
    assert reason in why
    assert len(cleaned.tables["conversations"]) == 4


def test_a_long_value_is_shown_short() -> None:
    (row,) = damaged(1, text="x" * 2_000_000).quarantine
    assert len(row.value) <= 80  # type: ignore[attr-defined]
    assert row.row == 3  # type: ignore[attr-defined]


def test_the_first_of_two_equal_ids_is_kept() -> None:
    rows = desk()
    again = SourceRow("conversations", 99, {"conversation_id": "c1", "channel": "phone"})
    cleaned = clean([*rows, again], "desk")
    assert reasons(cleaned) == [
        ("conversations", "conversation_id", "is a duplicate; the first row with it is kept"),
    ]
    assert [case.channel for case in cleaned.tables["conversations"]] == [None] * 4  # type: ignore[attr-defined]


def test_a_row_without_its_conversation_is_kept_aside() -> None:
    orphan = SourceRow("messages", 99, {"conversation_id": "nobody"} | message(0, "customer"))
    cleaned = clean([*desk(), orphan], "desk")
    ((table, field, reason),) = reasons(cleaned)
    assert (table, field) == ("messages", "conversation_id")
    assert "no clean conversation" in reason


def test_a_bad_conversation_takes_its_rows_along() -> None:
    cleaned = damaged(0, opened_at="never")
    assert Counter(table for table, _, _ in reasons(cleaned)) == {
        "conversations": 1, "messages": 2, "events": 1, "outcomes": 1, "turn_labels": 1,
    }  # fmt: skip
    assert unlawful(cleaned, 28) == []


def test_an_empty_conversation_is_kept_aside_with_its_outcome() -> None:
    rows = [
        row for row in desk() if not (row.table == "messages" and getattr(row, "values", {})["conversation_id"] == "c2")
    ]
    cleaned = clean(rows, "desk")
    assert {field for _, field, _ in reasons(cleaned)} == {"messages"}
    assert unlawful(cleaned, 26) == []


def test_a_clock_that_runs_backwards_costs_one_message() -> None:
    cleaned = damaged(2, sent_at="2024-05-01T09:00:00Z")
    ((table, field, reason),) = reasons(cleaned)
    assert (table, field) == ("messages", "sent_at")
    assert "2024-05-01T10:00:00+00:00" in reason
    assert len(cleaned.tables["messages"]) == 7


def test_messages_may_come_in_any_order() -> None:
    assert reasons(clean(reversed(desk()), "desk")) == []


def test_what_the_source_could_not_read_is_kept_aside() -> None:
    cleaned = clean(
        [*desk(), Unreadable("conversations", 7, "Number", "9\x00", "has 3 fields\nwhere 5 belong")], "desk"
    )
    assert len(reasons(cleaned)) == 1
    assert unlawful(cleaned, 29) == []


def test_too_large_a_share_of_bad_rows_fails_and_names_the_commonest_reason() -> None:
    cleaned = damaged(0, opened_at="never")
    check_share(cleaned, 0.25)
    with pytest.raises(BadInput, match=r"25\.0% of rows are unusable") as refused:
        check_share(cleaned, 0.24)
    assert "1 times: opened_at " in refused.value.fix


def test_a_source_without_conversations_fails() -> None:
    with pytest.raises(BadInput, match="holds no conversation"):
        check_share(clean([], "desk"), 0.05)


def test_the_summary_counts_and_names_the_data(tmp_path: Path) -> None:
    raw = tmp_path / "raw.csv"
    raw.write_text("abc", encoding="utf-8")
    counted = summary(damaged(1, author="robot"), raw)
    assert counted["rows_in"] == 28
    assert counted["rows"] == {
        "conversations": 4, "messages": 7, "events": 4, "outcomes": 4, "turn_labels": 4, "customers": 4,
        "resolvers": 0, "escalation_matrix": 0, "authority_matrix": 0, "severity_matrix": 0, "quarantine": 1,
    }  # fmt: skip
    assert str(counted["raw_digest"]).startswith("sha256:ba7816bf")
