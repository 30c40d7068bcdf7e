"""Reading a table line by line: nothing lost, memory bounded, a missing quote costs its own row."""

from __future__ import annotations

import csv
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data import csv_rows as module
from data.csv_rows import csv_rows, shape_of

# Without digits: a line inside a text that is made like a whole row is taken for one, which is a price, not a law.
CELL = st.text(st.characters(exclude_categories=["Cs", "Nd"]), max_size=12)


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "table.csv"
    path.write_bytes(text.encode(encoding, "surrogateescape"))
    return path


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(
    rows=st.lists(st.tuples(st.integers(0, 99).map(lambda n: f"T{n}"), CELL, CELL), max_size=8),
    mark=st.sampled_from(",;\t|"),
)
def test_what_was_written_is_read(rows: list[tuple[str, str, str]], mark: str, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=mark).writerows([("id", "a", "b"), *rows])
    found = [tuple(cells) for _, cells in csv_rows(path, mark)]
    assert found == [("id", "a", "b"), *rows]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8", "cp1252"])
def test_another_encoding_and_line_end(encoding: str, tmp_path: Path) -> None:
    path = written(tmp_path, 'id;text\r\n1;größe\r\n\r\n2;"a\r\nb"\r\n', encoding)
    read = list(csv_rows(path, ";", encoding))
    assert read == [(1, ["id", "text"]), (2, ["1", "größe"]), (4, ["2", "a\r\nb"])]


def test_half_a_letter_at_the_end_of_utf_16_is_told(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes("id,text\n1,ab".encode("utf-16") + b"\x41")
    (_, cells) = list(csv_rows(path, ",", "utf-16"))[-1]
    assert cells == ["1", "ab\udcff"]


def test_names_with_letters_tell_a_swallowed_row(tmp_path: Path) -> None:
    quoted = 'INC002,"never closed,x'
    rows = [f"INC{number:03},fine,x" for number in range(10, 15)]
    path = written(tmp_path, "\n".join(["id,text,more", "INC001,fine,x", quoted, *rows, 'INC099,stray",x', ""]))
    read = dict(csv_rows(path))
    assert read[3] == quoted.split(",")[:2]
    assert [read[line] for line in range(4, 9)] == [row.split(",") for row in rows]


def test_a_line_with_as_many_commas_inside_a_text_is_no_row(tmp_path: Path) -> None:
    path = written(tmp_path, 'id,text\nT1,"Hello, you\nDear all, we\n12, Main Street"\nT2,b\n')
    assert [cells for _, cells in csv_rows(path)][1:] == [
        ["T1", "Hello, you\nDear all, we\n12, Main Street"],
        ["T2", "b"],
    ]


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    peaks = []
    for rows in (2_000, 40_000):
        path = written(tmp_path, "id,text\n" + "".join(f'{n},"{"word " * 20}"\n' for n in range(rows)))
        peaks.append(peak(path))
    assert peaks[1] < 1.2 * peaks[0] + 50_000


def test_a_quote_open_to_the_end_of_a_large_file_stays_cheap(tmp_path: Path) -> None:
    path = written(tmp_path, "id,text\n" + "".join(f'{n},"{"word " * 20}\n' for n in range(20_000)))
    assert peak(path) < 2_000_000


def test_a_line_beyond_every_measure_is_cut(tmp_path: Path) -> None:
    path = written(tmp_path, "id,text\n1,a\n2," + "x" * (module.LARGEST + 10) + "\n3,c\n")
    read = [cells for _, cells in csv_rows(path)]
    assert read[1] == ["1", "a"]
    assert read[-1] == ["3", "c"]
    assert max(len(cells[-1]) for cells in read) <= module.LARGEST


def peak(path: Path) -> int:
    tracemalloc.start()
    assert sum(1 for _ in csv_rows(path)) > 1_000
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


@pytest.mark.parametrize(("name", "shape"), [("INC0012", "A9"), ("7", "9"), ('"A-1"', "A-9"), ("größe", "A"), ("", "")])
def test_the_make_of_a_name(name: str, shape: str) -> None:
    assert shape_of(name) == shape
