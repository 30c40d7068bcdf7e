"""What cannot be described, or is read by a source of its own, is said in one sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from data.describe.description import describe
from data.describe.page import headline
from data.errors import BadInput
from tests.conftest import ROOT, command
from tests.exports import dialogues, write_table


def test_a_vendor_export_names_its_source(tmp_path: Path) -> None:
    ticket = {"id": 1, "requester_id": 2, "submitter_id": 2, "group_id": 3, "subject": "hello", "status": "open"}
    path = tmp_path / "tickets.json"
    path.write_text(json.dumps({"tickets": [ticket, ticket | {"id": 2}]}), encoding="utf-8")
    printed = command(ROOT, "data.describe", str(path))
    assert "It looks like an export of zendesk" in printed
    assert "2 rows" in printed
    assert printed.rstrip().endswith(f"make run SOURCE=zendesk RAW={path}")


@pytest.mark.parametrize(("content", "says"), [
    (b"", "is empty"), (b"\n\n", "only empty lines"),
    (b"PK\x03\x04[Content_Types].xml", "save it as CSV UTF-8"),
    (b"%PDF-1.7", "export the conversations"), (b"a;b\n", "holds no row"),
])  # fmt: skip
def test_a_file_that_cannot_be_described_is_one_sentence(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=says) as refused:
        describe(path, 1000)
    assert refused.value.field == "FILE"


def test_a_folder_is_one_sentence_that_names_its_source(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="is a folder that looks like an export of zendesk"):
        describe(ROOT / "tests" / "fixtures" / "zendesk" / "api", 1000)
    with pytest.raises(BadInput, match="give one of its files"):
        describe(tmp_path, 1000)


@pytest.mark.parametrize(("key", "rows"), [("result", 3), ("records", 3)])
def test_pages_of_servicenow_are_described_record_by_record(tmp_path: Path, key: str, rows: int) -> None:
    record = {"sys_id": "a", "number": "INC1", "assignment_group": "x", "sys_created_on": "2024-01-01 00:00:00"}
    path = tmp_path / "incident.json"
    path.write_text(json.dumps({key: [record | {"number": f"INC{n}"} for n in range(rows)]}), encoding="utf-8")
    assert describe(path, 1000).profile.rows == rows


def test_a_page_of_an_unknown_api_is_told_to_be_one_record(tmp_path: Path) -> None:
    path = dialogues(tmp_path)
    page = {"data": [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()], "total": 40}
    path.write_text(json.dumps(page), encoding="utf-8")
    assert "a list of 40 under 'data': save that list as a file of its own" in "".join(headline(describe(path, 1000)))
    path.write_text(json.dumps(page["data"]), encoding="utf-8")
    assert "one record with a list" not in "".join(headline(describe(path, 1000)))


def test_what_a_file_says_cannot_steer_the_terminal(tmp_path: Path) -> None:
    header = ["ticket id", "[bold]text[/bold]", "state\x1b[2J"]
    path = write_table(tmp_path / "odd.csv", header, [[f"x{n}", f"some words {n}", "open"] for n in range(20)])
    printed = command(ROOT, "data.describe", str(path))
    assert "\x1b" not in printed
    assert "[bold]text[/bold]" in printed
