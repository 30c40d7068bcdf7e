"""Tables written part by part: in order, and in few row groups, since each costs memory to the end of the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import writing
from data.files import read_records
from data.schema import Customer
from data.writing import canonical_tables, write_records, written_in_parts, written_together

SCHEMA = pa.schema([("number", pa.int64()), ("text", pa.string())])


class Row(NamedTuple):
    number: int
    text: str = "short"


def pack(rows: list[Any]) -> pa.Table:
    return pa.Table.from_pylist([row._asdict() for row in rows], schema=SCHEMA)


@given(sizes=st.lists(st.integers(0, 3 * writing.PART_ROWS), max_size=8))
def test_what_is_added_is_written_in_its_order(sizes: list[int], tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("parts") / "table.parquet"
    with written_in_parts(path, SCHEMA, pack) as writer:
        for size in sizes:
            writer.add([Row(writer.count + place) for place in range(size)])
    assert pq.read_table(path)["number"].to_pylist() == list(range(sum(sizes)))
    assert writer.count == sum(sizes)


def test_small_rows_make_few_row_groups(tmp_path: Path) -> None:
    with written_in_parts(tmp_path / "table.parquet", SCHEMA, pack) as writer:
        for _ in range(100):
            writer.add([Row(1)] * 1_000)
    assert pq.ParquetFile(tmp_path / "table.parquet").num_row_groups <= 100_000 / writing.GROUP_ROWS + 1


def test_long_texts_do_not_wait_until_a_row_group_has_all_its_rows(tmp_path: Path) -> None:
    with written_in_parts(tmp_path / "table.parquet", SCHEMA, pack) as writer:
        for number in range(20):
            writer.add([Row(number, f"{number} " + "a" * 1_000_000)])
    stored = pq.ParquetFile(tmp_path / "table.parquet").metadata
    assert stored.num_rows == 20
    assert max(stored.row_group(place).total_byte_size for place in range(stored.num_row_groups)) < 8_000_000


@pytest.mark.parametrize("stop", [KeyboardInterrupt, ValueError])
def test_tables_that_are_not_complete_do_not_appear(stop: type[BaseException], tmp_path: Path) -> None:
    write_records(tmp_path, "customers", [Customer(customer_id="before")])

    def interrupted() -> None:
        with canonical_tables(tmp_path) as writers:
            writers["customers"].add([Customer(customer_id="after")] * (writing.GROUP_ROWS + 1))
            raise stop

    with pytest.raises(stop):
        interrupted()
    assert [path.name for path in tmp_path.iterdir()] == ["customers.parquet"]
    assert read_records(tmp_path, "customers") == [Customer(customer_id="before")]


def test_no_table_appears_before_all_of_them_are_complete(tmp_path: Path) -> None:
    def failing() -> None:
        with written_together() as opened:
            opened.table(tmp_path / "good.parquet", SCHEMA, pack).add([Row(1)])
            opened.table(tmp_path / "bad.parquet", SCHEMA).add([{"number": "no number"}])

    with pytest.raises(pa.ArrowInvalid):
        failing()
    assert list(tmp_path.iterdir()) == []
