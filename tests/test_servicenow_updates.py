"""The ServiceNow source on a log with one line per update, and on damaged and foreign files."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.errors import BadInput
from data.quarantine import clean
from data.source_rows import SourceRow, Unreadable
from data.sources.servicenow import read

EXPORTS = Path(__file__).parent / "fixtures" / "servicenow"
LOG = EXPORTS / "updates.csv"
Lines = list[dict[str, str]]


def tables(raw: Path) -> dict[str, list[Any]]:
    """Read and clean an export; give its records by table."""
    found: dict[str, list[Any]] = defaultdict(list)
    for cleaned in clean(read(raw), "servicenow"):
        for table, records in cleaned.tables.items():
            found[table] += records
    return found


def case(found: dict[str, list[Any]], table: str, number: int) -> list[dict[str, Any]]:
    """Give the records of one incident as they are stored, without what is absent."""
    own = [record for record in found[table] if record.conversation_id == f"INC00002{number:02d}"]
    return [record.model_dump(mode="json", by_alias=True, exclude_none=True) for record in own]


def changed(folder: Path, change: Callable[[dict[str, str]], dict[str, str]]) -> Path:
    """Write the log again with every line changed."""
    with LOG.open(encoding="utf-8", newline="") as file:
        lines: Lines = [change(line) for line in csv.DictReader(file)]
    path = folder / "updates.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, lines[0].keys())
        writer.writeheader()
        writer.writerows(lines)
    return path


@pytest.fixture(scope="module")
def found() -> dict[str, list[Any]]:
    """The clean records of the update log."""
    return tables(LOG)


def test_an_incident_without_text_says_the_words_of_its_classification(found: dict[str, list[Any]]) -> None:
    opening, waiting = case(found, "messages", 1)
    assert opening["intent"] == "Category 55, Subcategory 170, Symptom 72"
    assert (opening["sent_at"], opening["author"]) == ("2016-02-29T01:16:00Z", "customer")
    assert (waiting["intent"], waiting["author"], waiting["visibility"]) == ("Active", "system", "internal")
    assert case(found, "conversations", 1) == [{
        "conversation_id": "INC0000201", "opened_at": "2016-02-29T01:16:00Z", "channel": "Phone",
        "category": "Category 55", "priority": "3 - Moderate", "customer_id": "Caller 1", "queue": "Service Desk",
        "attributes": {
            "subcategory": "Subcategory 170", "location": "Location 143", "u_symptom": "Symptom 72",
            "impact": "2 - Medium", "urgency": "2 - Medium",
        },
    }]  # fmt: skip


def test_lines_that_interleave_are_put_together_and_moves_are_dated(found: dict[str, list[Any]]) -> None:
    story = [(e["kind"], e.get("to"), e["after_sequence"]) for e in case(found, "events", 2)]
    assert story == [
        ("assigned", "Group L2 24", 0), ("assigned", "Group 25", 0), ("assigned", "Group L2 24", 0),
        ("resolved", None, 2), ("closed", None, 2),
    ]  # fmt: skip
    assert case(found, "outcomes", 2)[0]["resolver_id"] == "Group L2 24"


def test_priority_reopening_cancelling_and_an_unknown_caller(found: dict[str, list[Any]]) -> None:
    changes = [(e.get("from"), e.get("to")) for e in case(found, "events", 3) if e["kind"] == "priority_changed"]
    assert changes == [("3 - Moderate", "1 - Critical"), ("1 - Critical", "4 - Low")]
    assert [e["kind"] for e in case(found, "events", 4)] == ["resolved", "reopened", "resolved", "closed"]
    assert "customer_id" not in case(found, "conversations", 5)[0]
    assert case(found, "outcomes", 6) == [{"conversation_id": "INC0000206", "sla_met": True}]
    assert case(found, "outcomes", 7) == []
    assert "queue" not in case(found, "conversations", 9)[0]
    assert case(found, "events", 9)[0]["to"] == "Group L2 24"


def test_what_cannot_be_used_is_kept_aside(found: dict[str, list[Any]]) -> None:
    aside = {(row.table, row.row, row.field) for row in found["quarantine"]}
    assert ("conversations", 11, "opened_at") in aside
    assert ("messages", 9, "text") in aside
    assert len(found["conversations"]) == 8


def test_what_every_line_repeats_of_the_end_changes_outcomes_only(tmp_path: Path, found: dict[str, list[Any]]) -> None:
    end = {"resolved_by": "Resolved by 1", "resolved_at": "1/4/2016 10:00", "closed_at": "2/4/2016 10:00"}
    again = tables(changed(tmp_path, lambda line: line | end | {"closed_code": "code 99"}))
    for table in ("conversations", "messages", "events"):
        assert again[table] == found[table]
    assert again["outcomes"] != found["outcomes"]


def test_later_updates_change_nothing_of_the_opening(tmp_path: Path, found: dict[str, list[Any]]) -> None:
    def other(line: dict[str, str]) -> dict[str, str]:
        late = {"priority": "2 - High", "assignment_group": "Group L3 1", "category": "Category 1", "caller_id": "x"}
        return line if line["sys_mod_count"] == "0" else line | late

    again = tables(changed(tmp_path, other))
    assert again["conversations"] == found["conversations"]
    assert again["events"] != found["events"]


def test_a_line_without_number_or_time_costs_itself(tmp_path: Path) -> None:
    def damage(line: dict[str, str]) -> dict[str, str]:
        if (line["number"], line["sys_mod_count"]) == ("INC0000202", "1"):
            return line | {"sys_updated_at": "yesterday"}
        return line | {"number": ""} if (line["number"], line["sys_mod_count"]) == ("INC0000204", "1") else line

    found = tables(changed(tmp_path, damage))
    fields = {(row.row, row.field) for row in found["quarantine"]}
    assert {(15, "sys_updated_at"), (26, "number")} <= fields
    assert [e.get("to") for e in case(found, "events", 2)][:2] == ["Group 25", "Group L2 24"]


def test_a_file_cut_short_gives_what_was_before_the_cut(tmp_path: Path) -> None:
    path = tmp_path / "updates.csv"
    path.write_bytes(LOG.read_bytes()[:-40])
    rows = list(read(path))
    assert [row.field for row in rows if isinstance(row, Unreadable) and row.row == 37] == ["number"]
    assert sum(isinstance(row, SourceRow) and row.table == "conversations" for row in rows) == 9


def test_json_cut_short_gives_what_was_before_the_cut(tmp_path: Path) -> None:
    records = json.loads((EXPORTS / "json" / "incident.json").read_text(encoding="utf-8"))
    path = tmp_path / "incident.json"
    path.write_text(json.dumps(records)[:-300], encoding="utf-8")
    rows = list(read(path))
    assert sum(isinstance(row, SourceRow) and row.table == "conversations" for row in rows) == 2
    assert min(row.row for row in rows if isinstance(row, Unreadable)) == 3


def test_the_journal_may_stand_in_a_column_of_the_incident(tmp_path: Path) -> None:
    shown = (
        "2024-03-04 08:35:00 - Ana Lima (Additional comments)\nWorks,\n\nthank you - really!\n\n"
        "2024-03-04 08:30:00 - Tom Berg (Work notes)\nReset (again)\n\n"
    )
    path = tmp_path / "incident.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["number", "opened_at", "caller_id", "short_description", "comments_and_work_notes"])
        writer.writerow(["INC0010001", "2024-03-04 08:00:00", "Ana Lima", "Cannot log in", shown])
        writer.writerow(["INC0010002", "2024-03-04 08:00:00", "", "No sound", "04/03/24 8 Uhr - Tom (Notiz)"])
    found = tables(path)
    said = [(m.author, m.visibility, m.text) for m in found["messages"][:3]]
    assert said == [
        ("customer", "public", "Cannot log in"), ("agent", "internal", "Reset (again)"),
        ("customer", "public", "Works,\n\nthank you - really!"),
    ]  # fmt: skip
    assert [(row.table, row.row, row.field) for row in found["quarantine"]] == [
        ("messages", 11, "comments_and_work_notes"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("incident.csv", b"", "is empty"),
        ("incident.csv", "number,caf\u00e9\n1,2\n".encode("latin-1"), "is not UTF-8"),
        ("incident.csv", "number,short_description\n1,2\n".encode("utf-16"), "is not UTF-8"),
        ("page.json", b'{"issues": [{"key": "A-1", "fields": {"summary": "x"}}]}', "jira_service_management"),
        ("other.csv", b"number,short_desc,opened\nINC1,a,b\n", "no ServiceNow table"),
        ("page.json", b'{"result": []}', "no ServiceNow table"),
        ("export.xml", b"<?xml version='1.0'?><unload><incident/></unload>", "is XML"),
    ],
)
def test_another_file_is_refused_with_a_sentence(name: str, content: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadInput, match=message):
        next(read(tmp_path / name))


def test_a_table_without_rows_is_no_fault(tmp_path: Path) -> None:
    header = (EXPORTS / "tables" / "incident.csv").read_text(encoding="utf-8").partition("\n")[0]
    (tmp_path / "incident.csv").write_text(header + "\n", encoding="utf-8")
    assert list(read(tmp_path)) == []
