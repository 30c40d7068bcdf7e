"""Jira exports in every form they come in: pages, lines, cut short, damaged, and those of somebody else."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.errors import BadInput
from data.quarantine import clean
from data.source_rows import SourceRow
from data.sources.jira_service_management import read

CLOUD = Path(__file__).parent / "fixtures" / "jira_service_management" / "cloud.json"


def values(raw: Path, table: str) -> list[dict[str, Any]]:
    """Give the values of a table's rows, without where they stood."""
    return [row.values for row in read(raw) if isinstance(row, SourceRow) and row.table == table]


def test_pages_in_a_folder_lists_and_lines_say_the_same(tmp_path: Path) -> None:
    page = json.loads(CLOUD.read_text(encoding="utf-8"))
    for number, issue in enumerate(page["issues"]):
        part = {"names": page["names"], "issues": [issue]}
        (tmp_path / f"page-{number:02d}.json").write_text(json.dumps(part), encoding="utf-8")
    assert values(tmp_path, "conversations") == values(CLOUD, "conversations")
    lines = tmp_path / "issues.jsonl"
    issues = [copy.deepcopy(issue) | {"names": page["names"]} for issue in page["issues"] if isinstance(issue, dict)]
    lines.write_text("\n".join(json.dumps(issue) for issue in issues), encoding="utf-8")
    assert values(lines, "events") == values(CLOUD, "events")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b'{"tickets": [{"id": 1, "requester_id": 2, "group_id": 3}]}', "zendesk"),
        ('{"issues": []}'.encode("utf-16"), "is not UTF-8"),
        (b"%PDF-1.7 \x00", "pdf"),
    ],
)
def test_another_file_is_refused_with_a_sentence(content: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / "export.json").write_bytes(content)
    with pytest.raises(BadInput, match=message):
        next(read(tmp_path / "export.json"))


def test_a_file_cut_short_gives_what_was_before_the_cut(tmp_path: Path) -> None:
    text = CLOUD.read_text(encoding="utf-8")
    path = tmp_path / "cut.json"
    path.write_text(text[: text.index('"SUP-12"') + 500], encoding="utf-8")
    rows = list(read(path))
    # The names of the fields stood at the end; the team's is also in the changelog.
    for field in ("conversation_id", "queue", "priority"):
        whole = [case.get(field) for case in values(CLOUD, "conversations")]
        assert [case.get(field) for case in values(path, "conversations")] == whole[:-1]
    assert min(row.row for row in rows[-1:]) >= 13


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Give the way to each value inside a JSON value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, child in inner:
        yield (*path, name)
        yield from places(child, (*path, name))


ISSUE = json.loads(CLOUD.read_text(encoding="utf-8"))["issues"][1]
ODD: st.SearchStrategy[Any] = st.sampled_from(
    [None, 7, -1, 1.5, True, "", "\x00", "9999-12-31T23:59:59.999+0000", [], [None], [[]], {}, {"a": 1}]
)


@given(st.lists(st.tuples(st.sampled_from(list(places(ISSUE))), ODD), min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_a_damaged_issue_costs_itself_only(damage: list[tuple[tuple[Any, ...], Any]]) -> None:
    broken = copy.deepcopy(ISSUE)
    for place, value in damage:
        target = broken
        try:
            for name in place[:-1]:
                target = target[name]
            target[place[-1]] = value
        except (TypeError, KeyError, IndexError):
            continue  # An earlier damage took this place away.
    good = copy.deepcopy(ISSUE) | {"key": "SUP-99"}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "issues.jsonl"
        path.write_text("\n".join(json.dumps(issue) for issue in (broken, good)), encoding="utf-8")
        groups = list(clean(read(path), "jira_service_management"))
    cases = [record.conversation_id for group in groups for record in group.tables["conversations"]]
    aside = [row for group in groups for row in group.quarantine if row.row == 1]
    assert "SUP-99" in cases
    assert len(cases) == 2 or aside
    assert sum(group.rows_in for group in groups) == sum(len(r) for group in groups for r in group.tables.values())


def test_a_giant_number_ends_no_process(tmp_path: Path) -> None:
    page = json.loads(CLOUD.read_text(encoding="utf-8"))
    path = tmp_path / "lines.jsonl"
    lines = [json.dumps(issue | {"names": page["names"]}) for issue in page["issues"] if isinstance(issue, dict)]
    path.write_text("\n".join([*lines, '{"key": "A-1", "id": ' + "9" * 5_000 + "}"]), encoding="utf-8")
    # In a process of its own: a crash in C code would take the tests with it.
    code = (
        "import sys\nfrom pathlib import Path\nfrom data.sources.jira_service_management import read\n"
        "print(sum(row.table == 'conversations' for row in read(Path(sys.argv[1]))))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, f"{len(lines) + 1}\n")
