"""Whatever a file holds, the mapping written for it can be read."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.describe.description import describe
from data.describe.mapping_text import mapping_text
from data.errors import BadInput
from data.sources import csv_file, jsonl_file

NAMES = ("ticket id", "created", "text", "team", "escalated", "Closed at", "seats", "author", "rating", "a.b", "")
CELLS = (
    "",
    "x",
    "Yes",
    "no",
    "2024-01-05",
    "31/12/2023 10:00",
    "12",
    "1,5",
    "agent",
    "L1",
    "some words here",
    "ü",
    "-",
)


cells = st.sampled_from(CELLS) | st.text(max_size=12)


@settings(max_examples=40, deadline=None)
@given(header=st.lists(st.sampled_from(NAMES) | st.text(max_size=8), min_size=1, max_size=6, unique=True),
       rows=st.lists(st.lists(cells, min_size=6, max_size=6), min_size=1, max_size=12))  # fmt: skip
def test_a_mapping_is_written_for_any_table_and_read_back(
    tmp_path_factory: pytest.TempPathFactory, header: list[str], rows: list[list[str]]
) -> None:
    text = StringIO()
    csv.writer(text).writerows([header, *(row[: len(header)] for row in rows)])
    check(tmp_path_factory.getbasetemp() / "any.csv", text.getvalue())


values: st.SearchStrategy[Any] = st.recursive(
    cells | st.none() | st.booleans() | st.integers() | st.floats(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4),
    max_leaves=10,
)


@settings(max_examples=40, deadline=None)
@given(records=st.lists(st.dictionaries(st.sampled_from(NAMES), values, max_size=6), min_size=1, max_size=8))
def test_a_mapping_is_written_for_any_json_and_read_back(
    tmp_path_factory: pytest.TempPathFactory, records: list[dict[str, Any]]
) -> None:
    text = "\n".join(json.dumps(record) for record in records)
    check(tmp_path_factory.getbasetemp() / "any.jsonl", text)


def check(path: Path, content: str) -> None:
    """Describe what may be anything; either one sentence says why not, or the mapping reads the file."""
    path.write_bytes(content.encode("utf-8", "surrogatepass"))
    try:
        found = describe(path, 1000)
    except BadInput:
        return
    if found.draft is None:
        return
    mapping = path.with_suffix(".yaml")
    mapping.write_text(mapping_text(found.draft, path.name), encoding="utf-8")
    read = csv_file.read if found.delimiter else jsonl_file.read
    assert len(list(read(path, mapping))) >= found.profile.rows
