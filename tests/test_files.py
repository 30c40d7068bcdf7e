"""What is written reads back: JSON in its order, tables without an index, conversations with what is theirs."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pandas as pd

from data.files import iter_conversations, read_conversations, read_json, read_table, write_json, write_table
from data.schema import Conversation
from data.tables import TABLES
from data.writing import canonical_tables
from tests.conftest import Example


def test_json_keeps_its_order_its_letters_and_ends_with_a_newline(tmp_path: Path) -> None:
    value = {"second": [1, 0.1 + 0.2, None], "first": {"Zürich": "密码"}}
    path = tmp_path / "new" / "folder" / "value.json"
    write_json(path, value)
    assert read_json(path) == value
    assert list(read_json(path)) == ["second", "first"]
    text = path.read_text(encoding="utf-8")
    assert text.endswith("}\n")
    assert "Zürich" in text


def test_a_table_is_written_without_its_index(tmp_path: Path) -> None:
    table = pd.DataFrame({"name": ["a", "b"], "value": [1.5, float("nan")]}, index=[7, 3])
    write_table(tmp_path / "new" / "table.parquet", table)
    pd.testing.assert_frame_equal(read_table(tmp_path / "new" / "table.parquet"), table.reset_index(drop=True))


def test_conversations_read_one_by_one_are_those_read_at_once(tmp_path: Path, examples: dict[str, Example]) -> None:
    # ``at`` is the moment a request asks about, not a column.
    cases = [example.conversation.model_copy(update={"at": None}) for example in examples.values()]
    store(cases, tmp_path)
    assert read_conversations(tmp_path) == cases
    assert list(islice(iter_conversations(tmp_path), 2)) == cases[:2]


def store(cases: list[Conversation], folder: Path) -> None:
    with canonical_tables(folder) as writers:
        for case in cases:
            whole = case.model_dump(by_alias=True, exclude_none=True, exclude={"at"})
            parts = {name: whole.pop(name, None) or [] for name in ("messages", "events")}
            customer = whole.pop("customer", None)
            name = {"conversation_id": case.conversation_id}
            writers["conversations"].add([TABLES["conversations"].model_validate(whole)])
            writers["customers"].add([TABLES["customers"].model_validate(customer)] if customer else [])
            for table, rows in parts.items():
                writers[table].add([TABLES[table].model_validate(row | name) for row in rows])
