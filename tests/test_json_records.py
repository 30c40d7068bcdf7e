"""Records of JSON exports of any layout: each is given or said to be broken, and memory holds one at a time."""

from __future__ import annotations

import io
import json
import tracemalloc
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data import json_records
from data.json_records import records
from data.json_stream import CHUNK, Broken, JsonStream

NESTED = [{"id": n, "text": f"größer {n}", "parts": [{"id": n * 10, "text": "a, {b}"}]} for n in range(5)]
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text('ab"{}[],:é'), inner, max_size=3),
    max_leaves=8,
)
RECORDS = st.lists(st.dictionaries(st.text('ab"\\{}[],:é', min_size=1), VALUES, min_size=1), max_size=6)


def layout(name: str, found: list[dict[str, Any]]) -> str:
    """Write records as an export of a kind."""
    compact = [json.dumps(record, ensure_ascii=False) for record in found]
    return {
        "lines": "".join(line + "\n" for line in compact),
        "array": json.dumps(found),
        "printed array": json.dumps(found, indent=2, ensure_ascii=False),
        "a record a line": "[\n" + ",\n".join(compact) + "\n]\n",
        "page": json.dumps({"count": len(found), "users": [{"id": 1}], "tickets": found, "next_page": None}),
        "printed page": json.dumps({"users": [{"id": 1}], "tickets": found}, indent=1),
        "pages": json.dumps({"tickets": found[:2]}) + json.dumps({"tickets": found[2:], "end_of_stream": True}),
        "a page a line": json.dumps({"tickets": found[:2]}) + "\n" + json.dumps({"tickets": found[2:]}) + "\n",
    }[name]


LAYOUTS = ["lines", "array", "printed array", "a record a line", "page", "printed page", "pages", "a page a line"]


def read(folder: Path, text: str, key: str | None = "tickets") -> tuple[list[dict[str, Any]], list[Broken]]:
    """Write a file and give its records and what is broken in it."""
    path = folder / "export.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    found = [record for _, record in records(path, key)]
    return [one for one in found if isinstance(one, dict)], [one for one in found if isinstance(one, Broken)]


def no_list(line: str) -> bool:
    """Say whether a line surely holds no list of records."""
    return "tickets" not in line


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_layout_gives_its_records(name: str, tmp_path: Path) -> None:
    assert read(tmp_path, layout(name, NESTED)) == (NESTED, [])


@pytest.mark.parametrize("name", ["lines", "array", "printed array", "a record a line"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(found=RECORDS)
def test_any_records_come_back_as_they_were(name: str, found: list[dict[str, Any]], tmp_path: Path) -> None:
    assert read(tmp_path, layout(name, found), key=None) == (found, [])


@pytest.mark.parametrize("name", ["lines", "a record a line", "array", "page", "printed page"])
@pytest.mark.parametrize("place", [0, 2, 4])
def test_a_broken_record_costs_itself_only(name: str, place: int, tmp_path: Path) -> None:
    marked = [{**record, "mood": "BREAK"} if n == place else record for n, record in enumerate(NESTED)]
    text = layout(name, marked).replace('"BREAK"', "unquoted")
    good, broken = read(tmp_path, text)
    assert good == [record for n, record in enumerate(NESTED) if n != place]
    # Behind the last record nothing says where its list goes on, so that end is missing too.
    assert ["the file ends" in one.reason for one in broken[1:]] == [True] * (len(broken) - 1)
    assert len(broken) == 1 or place == 4
    assert "is not readable JSON" in broken[0].reason


def test_a_quote_that_is_missing_costs_its_own_record_only(tmp_path: Path) -> None:
    good, broken = read(tmp_path, layout("a record a line", NESTED).replace('"größer 2"', '"größer 2'))
    assert [record["id"] for record in good] == [0, 1, 3, 4]
    assert len(broken) == 1


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_file_cut_short_gives_what_stands_before_the_cut_and_says_so(name: str, tmp_path: Path) -> None:
    text = layout(name, NESTED)
    for cut in range(len(text) // 2, len(text) - 3, 7):
        good, broken = read(tmp_path, text[:cut])
        assert [record for record in NESTED if record in good] == good[: len(NESTED)]
        assert len(broken) >= 1 or len(good) == len(NESTED) or (name == "lines" and text[cut - 1] in "}\n")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=300)
@given(content=st.binary(max_size=200) | st.text('{}[]",:1a\\\n ', max_size=80).map(str.encode))
def test_no_bytes_at_all_stop_the_reader(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_bytes(content)
    found = list(records(path, "tickets"))
    assert [row for row, _ in found] == sorted(row for row, _ in found)
    assert all(record.reason for _, record in found if isinstance(record, Broken))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    lines=st.lists(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1).filter(no_list), min_size=1)
)
def test_each_line_that_is_no_record_is_told(lines: list[str], tmp_path: Path) -> None:
    text = "".join('{"id": 1}\n' + line + "\n" for line in lines)
    good, broken = read(tmp_path, text)
    assert len(good) >= len(lines)
    assert len(good) + len(broken) == 2 * len(lines)


@pytest.mark.parametrize("value", [True, None, -12.5, "é\\", {"a": []}])
def test_a_value_may_lie_across_the_edge_of_what_is_read_at_once(value: object) -> None:
    for padding in range(CHUNK - 40, CHUNK + 5):
        found = [{"pad": "x" * padding}, {"id": value}, {"id": 2}]
        stream = JsonStream(io.StringIO(json.dumps(found)))
        assert stream.peek() == "["
        assert list(stream.elements()) == found


def test_rows_are_lines_or_numbers(tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text('{"id": 1}\n\nnot json\n{"id": 2}\n')
    assert [(row, type(record)) for row, record in records(path)] == [(1, dict), (3, Broken), (4, dict)]
    path.write_text(layout("printed array", NESTED))
    assert [row for row, _ in records(path)] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("odd", ["[1, 2]", "7", '"text"', "null"])
def test_what_is_no_object_is_no_record(odd: str, tmp_path: Path) -> None:
    good, broken = read(tmp_path, f'[{{"id": 1}}, {odd}, {{"id": 2}}]', key=None)
    assert [record["id"] for record in good] == [1, 2]
    assert [one.reason for one in broken] == ["is not a record; expected an object in braces"]


@pytest.mark.parametrize("deep", [
    "[" * 100_000, '{"a":' * 100_000, '{"a":' * 400 + "1" + "}" * 400, '{"a": ' + "[" * 900 + "]" * 900 + "}",
])  # fmt: skip
def test_deep_nesting_is_broken_not_a_crash(deep: str, tmp_path: Path) -> None:
    good, broken = read(tmp_path, f'{{"id": 1}}\n{{"id": 2}}\n{deep}\n{{"id": 3}}\n')
    assert [record["id"] for record in good] == [1, 2, 3]
    assert len(broken) == 1


def test_memory_holds_one_record_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    with path.open("w") as file:
        file.write('{"tickets": [\n')
        file.writelines(json.dumps({"id": n, "text": "x" * 1000}) + ",\n" for n in range(20_000))
        file.write('{"id": -1}]}')
    tracemalloc.start()
    total = sum(1 for _ in records(path, "tickets"))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert total == 20_001
    assert most < 2_000_000  # The file has 20 million characters.


def test_a_stream_reads_no_further_than_it_must() -> None:
    file = io.StringIO("[" + ", ".join(json.dumps({"id": n, "text": "x" * 1000}) for n in range(2_000)) + "]")
    stream = JsonStream(file)
    assert stream.peek() == "["
    first = list(islice(stream.elements(), 3))
    assert [record["id"] for record in first] == [0, 1, 2]
    assert file.tell() < 200_000


TWICE = '{"id": 9, "comments": [{"id": 1, "text": "a"}, {"id": 2, "text": "b"}], "comments": [{"id": 3}]}'


@pytest.mark.parametrize("name", [name for name in LAYOUTS if "printed" not in name])
@pytest.mark.parametrize("twice", [TWICE, '{"id": 9, "parts": [{"text": "a", "text": "b"}]}'])
def test_a_field_that_is_given_twice_loses_nothing_unsaid(name: str, twice: str, tmp_path: Path) -> None:
    text = layout(name, [{**record, "mood": "TWICE"} if n == 2 else record for n, record in enumerate(NESTED)])
    before = text[: text.index('"mood": "TWICE"')]
    start = before.rindex('{"id": 2,')
    text = text[:start] + twice + text[text.index("}", text.index('"TWICE"')) + 1 :]
    good, broken = read(tmp_path, text)
    assert good == [record for n, record in enumerate(NESTED) if n != 2]
    assert [one.reason.split(";")[0] for one in broken] == [
        f"is not readable JSON (the field {'comments' if twice == TWICE else 'text'!r} is given twice)"
    ]


@pytest.mark.parametrize(("twice", "lost"), [('{"id": 1, "id": 1}', 0), ('{\n"id": 1,\n"id": 2\n}', 1)])
def test_only_values_that_differ_are_lost(twice: str, lost: int, tmp_path: Path) -> None:
    good, broken = read(tmp_path, twice)
    assert (len(good), len(broken)) == (1 - lost, lost)


def test_a_field_given_twice_beside_the_wanted_list_costs_no_record(tmp_path: Path) -> None:
    text = '{"users": [{"id": 1, "id": 2}], "count": 1, "count": 2, "tickets": [{"id": 1}]}'
    for page in (text, text + "\n" + text, text.replace(", ", ",\n")):
        good, broken = read(tmp_path, page)
        assert (good, broken) == ([{"id": 1}] * len(good), [])
        assert good


@pytest.mark.parametrize("length", [999, 1_000, 5_000])
def test_a_giant_first_line_does_not_take_the_others_with_it(
    length: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_records, "LARGEST", 1_000)
    giant = json.dumps({"id": 0, "text": "x" * length})
    good, broken = read(tmp_path, f'{giant}\n\n{{"id": 1}}\n{{"id": 2}}\n')
    assert [record["id"] for record in good] == [1, 2]
    assert ["is longer than" in one.reason for one in broken] == [True]
    page = json.dumps({"tickets": [{"id": n, "text": "x" * 100} for n in range(50)]})
    assert len(read(tmp_path, page)[0]) == 50
    assert len(read(tmp_path, f"{page}\n{page}\n")[0]) == 100


@pytest.mark.parametrize("text", [
    '{"names": {"a": "b"}, "tickets": [{"id": 1, "names": 5}]}', '{"tickets": [{"id": 1}], "names": {"a": "b"}}',
    '{"id": 1, "names": {"a": "b"}}\n{"id": 2}\n', '{"tickets": [],\n"names": {"a": "b"}\n}',
])  # fmt: skip
def test_what_stands_beside_the_records_is_told(text: str, tmp_path: Path) -> None:
    told: dict[str, Any] = {}
    path = tmp_path / "export.json"
    path.write_text(text)
    list(records(path, "tickets", told.__setitem__))
    assert told["names"] == {"a": "b"}
    assert "tickets" not in told
