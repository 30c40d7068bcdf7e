"""What is written reads back: JSON in its order, tables without an index, conversations with what is theirs."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data.files import by_conversation, read_json, read_table, write_json, write_table


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


def test_rows_are_grouped_by_conversation_in_their_order() -> None:
    rows = [{"conversation_id": name, "sequence": n} for n, name in enumerate("abab")]
    groups = by_conversation(rows)
    assert groups == {"a": [{"sequence": 0}, {"sequence": 2}], "b": [{"sequence": 1}, {"sequence": 3}]}
    assert groups["nobody"] == []
