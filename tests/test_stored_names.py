"""What has a name of its own in the source has one in the tables too, or is kept aside with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from data.conversations import prepared, store
from data.files import read_conversations, read_params
from data.placeholders import type_tokens
from data.source_rows import SourceRow, Unreadable
from data.tables import Quarantined

ALIKE = [("+49 170 1234567", "+491701234567"), ("Ana@example.org", "ana@example.org")]


def case(name: str, row: int, **values: Any) -> list[SourceRow | Unreadable]:
    """Give the rows of a conversation with one message."""
    owner = {"conversation_id": name}
    said = owner | {"sequence": 0, "author": "customer", "text": "Hello"}
    return [SourceRow("conversations", row, owner | values), SourceRow("messages", row, said)]


def made_of(
    rows: Sequence[SourceRow | Unreadable], folder: Path, *, redacts: bool = True
) -> tuple[dict[str, list[Any]], list[Quarantined]]:
    """Give the clean records by table and what was kept aside, after writing and reading the tables."""
    parameters = read_params().conversations
    redaction = parameters.redaction.model_copy(update={"enabled": redacts})
    tables: dict[str, list[Any]] = {}
    found = list(prepared(rows, "desk", parameters.model_copy(update={"redaction": redaction}), b"key"))
    for one in found:
        for table, records in one.tables.items():
            tables.setdefault(table, []).extend(records)
    store(iter(found), folder)
    assert len(read_conversations(folder)) == len(tables["conversations"])
    aside = tables.pop("quarantine", [])
    assert sum(map(len, tables.values())) + len(aside) == len(rows)
    return tables, aside


@pytest.mark.parametrize("names", ALIKE)
def test_of_two_spellings_of_one_name_the_later_case_is_kept_aside(names: tuple[str, str], tmp_path: Path) -> None:
    rows = [*case(names[0], 2), *case("c1", 3), *case(names[1], 4, channel="chat")]
    tables, aside = made_of(rows, tmp_path)
    assert [type_tokens(one.conversation_id)[0] for one in tables["conversations"]] == ["<", "c"]
    assert [(row.table, row.row, row.field) for row in aside] == [
        ("conversations", 4, "conversation_id"), ("messages", 4, "conversation_id"),
    ]  # fmt: skip
    assert "once personal data is out" in aside[0].reason
    assert names[1] not in aside[0].value
    assert len(made_of(rows, tmp_path, redacts=False)[0]["conversations"]) == 3


def test_one_customer_in_two_spellings_is_one_customer(tmp_path: Path) -> None:
    people = [SourceRow("customers", 5 + n, {"customer_id": name}) for n, name in enumerate(ALIKE[1])]
    rows = [*case("c1", 2, customer_id=ALIKE[1][0]), people[0], *case("c2", 3, customer_id=ALIKE[1][1]), people[1]]
    tables, aside = made_of(rows, tmp_path)
    assert len(tables["conversations"]) == 2
    assert {one.customer_id for one in tables["conversations"]} == {tables["customers"][0].customer_id}
    assert [(row.table, row.row) for row in aside] == [("customers", 6)]


def test_a_circle_that_closes_by_another_spelling_is_opened(tmp_path: Path) -> None:
    first, again = ALIKE[0]
    tables, aside = made_of(
        [*case(first, 2, linked_conversation_id="c1"), *case("c1", 3, linked_conversation_id=again)], tmp_path
    )
    assert len(tables["conversations"]) == 1
    assert [(row.table, row.row, row.field) for row in aside] == [
        ("conversations", 3, "linked_conversation_id"), ("messages", 3, "conversation_id"),
    ]  # fmt: skip
