"""Files whose shape misleads: conversations in one cell, labels of single messages, columns that share a name."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from data.describe.description import Description, describe
from data.describe.kinds import kind_of
from data.describe.page import findings, headline
from data.describe.quality import languages
from data.describe.roles import Described
from data.describe.transcripts import AS_JSON, AS_LINES, transcript_kind
from data.describe.unfit import unfit
from tests.exports import write_table

TURNS = [{"role": "user", "content": "it is broken"}, {"role": "assistant", "content": "try again"}]


def mapping_of(found: Description) -> dict[str, Any]:
    """Give the drafted mapping."""
    assert found.draft is not None
    return found.draft.mapping


@pytest.mark.parametrize(("cell", "kind"), [
    ("(08:00:01) Visitor: it is broken\n(08:01:00) Agent Tom: try again", AS_LINES),
    ("Customer: it is broken\nSupport: try again", AS_LINES),
    ("[12:03] Ana: hola<br>[12:04] Luis: buenas", AS_LINES),
    (json.dumps(TURNS), AS_JSON), ("the system says: it is broken\nplease help", ""), ("[1, 2]", ""), ("", ""),
    ("Error: no route\nthe line says nothing else", ""),
])  # fmt: skip
def test_a_conversation_in_one_cell_is_seen(cell: str, kind: str) -> None:
    assert transcript_kind([cell] * 5) == kind


def test_a_transcript_is_a_likely_leak_and_no_text_where_there_is_another(tmp_path: Path) -> None:
    talk = "(08:00:01) Visitor: number {0} is broken\n(08:01:00) Agent Tom: try again"
    rows = [[f"c{n}", talk.format(n), f"trouble with number {n} please", ("Yes", "No")[n % 2]] for n in range(40)]
    header = ["Chat ID", "Transcript", "Subject", "Escalated"]
    found = describe(write_table(tmp_path / "chats.csv", header, rows), 1000)
    assert "Transcript" in {leak.column for leak in found.leaks}
    assert mapping_of(found)["messages"][0]["text"] == "Subject"
    only = describe(write_table(tmp_path / "only.csv", header[:2], [row[:2] for row in rows]), 1000)
    assert mapping_of(only)["messages"][0]["text"] == "Transcript"
    assert only.draft is not None
    assert only.draft.remarks["messages.text"].startswith("LIKELY LEAK: holds the whole conversation")


def test_a_list_of_json_in_a_cell_is_made_json_lines_by_the_command_that_is_said(tmp_path: Path) -> None:
    rows = [[str(n), json.dumps(TURNS), ("Yes", "No")[n % 2]] for n in range(20)]
    found = describe(write_table(tmp_path / "it's chats.csv", ["id", "messages", "escalated"], rows), 1000)
    said = next(line for line in headline(found) if line.startswith("  python -c "))
    subprocess.run([sys.executable, *shlex.split(said)[1:]], check=True)
    lines = describe(tmp_path / "it's chats.jsonl", 1000)
    assert (lines.messages_at, lines.profile.rows) == ("messages", 20)


def test_a_text_written_afterwards_is_not_the_text_of_the_opening(tmp_path: Path) -> None:
    rows = [[str(n), f"the machine in room {n} was restarted", ("Yes", "No")[n % 2]] for n in range(40)]
    found = describe(write_table(tmp_path / "notes.csv", ["id", "Resolution notes", "escalated"], rows), 1000)
    assert found.columns["Resolution notes"].role == ""
    assert found.draft is not None
    assert found.draft.remarks["messages.text"].startswith("LIKELY LEAK")


@pytest.mark.parametrize(("flag", "no", "yes", "value"), [
    ("needs_handoff", 0, 1, {"column": "needs_handoff"}),
    ("frustrated", False, True, {"column": "frustrated", "values": {"false": 0.0, "true": 1.0}}),
])  # fmt: skip
def test_a_flag_inside_messages_labels_them(flag: str, no: Any, yes: Any, value: Any, tmp_path: Path) -> None:
    path = tmp_path / "talks.jsonl"
    flags = {"it is broken in room": no, "try again with": no, "no luck with the machine in": yes}
    talks = [[{"spk": ("customer", "agent")[place % 2], "txt": f"{text} {n}", flag: told}
              for place, (text, told) in enumerate(flags.items())] for n in range(30)]  # fmt: skip
    lines = [json.dumps({"id": f"c{n}", "talk": talk}) for n, talk in enumerate(talks)]
    path.write_text("\n".join(lines), encoding="utf-8")
    found = describe(path, 1000)
    assert mapping_of(found)["turn_labels"] == [{"target": {"constant": flag}, "value": value}]
    assert f"labels of single messages: {flag} from '{flag}'" in "".join(findings(found))


def test_a_system_that_talks_with_users_is_the_bot(tmp_path: Path) -> None:
    path = tmp_path / "talks.jsonl"
    turns = [{"speaker": "USER", "utterance": "it is broken"}, {"speaker": "SYSTEM", "utterance": "try again"}]
    path.write_text("".join(json.dumps({"id": f"c{n}", "turns": turns}) + "\n" for n in range(30)), encoding="utf-8")
    author = mapping_of(describe(path, 1000))["messages"][0]["author"]
    assert author == {"column": "speaker", "values": {"USER": "customer", "SYSTEM": "bot"}}


def test_a_number_of_the_message_is_nothing_of_its_case(tmp_path: Path) -> None:
    rows = [[f"c{n // 3}", n % 3, ("Customer", "Agent")[n % 2], f"words number {n}", n // 3 % 4] for n in range(90)]
    found = describe(write_table(tmp_path / "t.csv", ["case_id", "msg_no", "sender", "body", "seats"], rows), 1000)
    assert mapping_of(found)["conversation"]["attributes"] == {"seats": "seats"}
    assert found.draft is not None
    assert "differs between messages" in found.draft.left_out["msg_no"]


def test_columns_that_share_a_name_are_named_with_what_to_do(tmp_path: Path) -> None:
    header = ["Summary", "Issue key", "Issue id", "Comment", "Comment"]
    rows = [[f"trouble with {n}", f"H-{n}", str(n), "a", "b"] for n in range(20)]
    said = "\n".join(headline(describe(write_table(tmp_path / "jira.csv", header, rows), 1000)))
    assert "'Comment' 2 times" in said
    assert "SOURCE=jira_service_management" in said


def test_a_servicenow_list_with_labels_is_a_table_with_its_times(tmp_path: Path) -> None:
    header = ["Number", "Caller", "Opened", "Short description", "Description", "Priority", "Assignment group"]
    rows = [[f"INC{n}", f"c{n % 7}", f"2025-03-03 08:00:{n % 60:02}", f"vpn {n}", f"the vpn is down in room {n}",
             "4 - Low", ("Service Desk", "Network")[n % 3 == 0]] for n in range(40)]  # fmt: skip
    found = describe(write_table(tmp_path / "list.csv", header, rows), 1000)
    assert (found.source, mapping_of(found)["conversation"]["opened_at"]) == ("csv_file", "Opened")
    assert mapping_of(found)["outcome"]["escalated"] == {"column": "Assignment group", "is_not": ["Service Desk"]}
    assert "list of ServiceNow with labels" in "".join(headline(found))


def test_a_spreadsheets_dates_are_no_number_of_the_case() -> None:
    column = Described("Opened", kind_of([f"{45719 + n / 3:.5f}" for n in range(40)]), "")
    assert "format the column as a date" in (unfit(column, 40) or "")


def test_short_english_is_not_called_pidgin() -> None:
    assert languages(["Outlook keeps asking for my password need help fast please", "abeg how you dey my people"]) == {
        "en": 1.0
    }
