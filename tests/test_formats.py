"""What a file looks like, and what a source refuses before it reads a record."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import BadInput
from data.formats import looks_like
from data.refusal import ONE_FILE, refuse_other_format

ZENDESK = {"id": 1, "requester_id": 2, "submitter_id": 2, "group_id": 3, "via": {"channel": "email"}, "subject": "a"}
COMMENT = {"id": 5, "type": "Comment", "author_id": 2, "body": "a", "public": True, "audit_id": 9}
INTERCOM = {
    "type": "conversation",
    "id": "1",
    "source": {"body": "a"},
    "conversation_parts": {"conversation_parts": []},
}
JIRA = {"key": "HELP-1", "fields": {"summary": "a"}, "changelog": {"histories": []}}
ALERT = {"receiver": "night", "status": "firing", "alerts": [{"labels": {}, "startsAt": "x"}], "groupKey": "{}:{}"}
INCIDENT = {"sys_id": "a", "number": "INC1", "assignment_group": "x", "sys_created_on": "2024-01-01 00:00:00"}
CALL = {"LUHF": "not_luhf", "utterances_annotations": []}
EXAMPLES = {
    "zendesk": [json.dumps({"tickets": [ZENDESK]}), json.dumps(ZENDESK), json.dumps({"comments": [COMMENT]})],
    "intercom": [json.dumps({"conversations": [INTERCOM]}), json.dumps(INTERCOM) + "\n" + json.dumps(INTERCOM)],
    "jira_service_management": [json.dumps({"issues": [JIRA], "total": 1}), json.dumps([JIRA])],
    "alertmanager": [json.dumps(ALERT), json.dumps(ALERT, indent=2)],
    "servicenow": [json.dumps({"records": [INCIDENT]}), json.dumps({"result": [INCIDENT]}), ",".join(INCIDENT) + "\n1"],
    "servicenow event log": [
        "number,incident_state,active,reassignment_count,reopen_count,sys_mod_count\nINC1,New,1,0,0,0"
    ],
    "it_tickets": ["Number,Short description,Description,Caller,Assignment group\n0,a,b,c,GRP_0\n"],
    "betold": [json.dumps([CALL])],
    "uss": ["\nUSER\thello\tINFORM\t3,3,3\nSYSTEM\tyes?\tREQUEST\t\n"],
    "csv": ["id;text\n1;hello\n", "id\ttext\n1\thello", '"id","text"\n1,"a\nb"\n'],
    "json lines": ['{"id": 1}\n{"id": 2}\n'],
    "json": ['[{"id": 1}]', '{\n "id": 1\n}\n'],
    "html": ["<!DOCTYPE html><html>login</html>"],
    "pdf": ["%PDF-1.7 ..."],
}
CASES = [(name, text) for name, texts in EXAMPLES.items() for text in texts]


def written(folder: Path, content: str | bytes, name: str = "export") -> Path:
    """Write one file."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(("name", "text"), CASES)
def test_an_export_is_recognised(tmp_path: Path, name: str, text: str) -> None:
    assert looks_like(written(tmp_path, text)) == name


@pytest.mark.parametrize(("name", "text"), [case for case in CASES if case[0] in ("zendesk", "intercom", "betold")])
def test_a_truncated_export_is_recognised(tmp_path: Path, name: str, text: str) -> None:
    assert looks_like(written(tmp_path, text[: len(text) - 5])) == name


@pytest.mark.parametrize(("content", "kind"), [
    (b"PK\x03\x04\x14\x00[Content_Types].xml", "excel"), (b"PK\x03\x04\x14\x00notes.txt", "zip"),
    (b"PAR1....", "parquet"), (b"\x1f\x8b\x08", "gzip"), (bytes(range(256)) * 4, "binary"), (bytes(500), "binary"),
    ("id,text\n1,hello\n".encode("utf-32"), "utf-32"),
])  # fmt: skip
def test_a_container_is_recognised_and_says_how_to_open_it(tmp_path: Path, content: bytes, kind: str) -> None:
    path = written(tmp_path, content)
    assert looks_like(path) == kind
    with pytest.raises(BadInput, match=f"looks like a file of the kind {kind}"):
        refuse_other_format(path, "csv_file")


def test_another_vendor_is_named_with_its_source(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"looks like an export of intercom, not of zendesk\. Fix: use SOURCE=intercom"):
        refuse_other_format(written(tmp_path, json.dumps([INTERCOM])), "zendesk")
    with pytest.raises(BadInput, match="use SOURCE=csv_file with a mapping"):
        refuse_other_format(written(tmp_path, "id,text\n1,hello\n"), "zendesk")


def test_a_folder_is_recognised_by_its_files(tmp_path: Path) -> None:
    written(tmp_path, "source: zendesk\n", "source.yaml")
    written(tmp_path, '[{"id": 1, "name": "a"}]', "groups.json")
    written(tmp_path, json.dumps([ZENDESK]), "tickets.json")
    assert looks_like(tmp_path) == "zendesk"
    refuse_other_format(tmp_path, "zendesk")


@pytest.mark.parametrize("source", ONE_FILE)
def test_a_source_of_one_file_refuses_a_folder(tmp_path: Path, source: str) -> None:
    name = {"csv_file": "csv", "jsonl_file": "json lines"}.get(source, source)
    written(tmp_path, EXAMPLES[name][0], "export.txt")
    with pytest.raises(BadInput, match="is a folder"):
        refuse_other_format(tmp_path, source)


@pytest.mark.parametrize(("content", "says"), [
    (b"", "is empty"), ("id,text\n1,a".encode("utf-16"), "is not UTF-8"),
    ("id,text\n1,ab".encode("utf-16-le"), "is not UTF-8"),
    ("Straße,Text\n1,a".encode("latin-1"), "is not UTF-8"),
])  # fmt: skip
def test_a_whole_file_fault_is_one_sentence(tmp_path: Path, content: bytes, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        refuse_other_format(written(tmp_path, content), "it_tickets")


@pytest.mark.parametrize(("name", "text"), [case for case in CASES if case[0] not in ("html", "pdf")])
def test_its_own_source_refuses_nothing(tmp_path: Path, name: str, text: str) -> None:
    source = {"csv": "csv_file", "json lines": "jsonl_file", "json": "jsonl_file"}.get(name, name.split(" ")[0])
    refuse_other_format(written(tmp_path, text), source)


@pytest.mark.parametrize("damaged", [b'{"requester_id": \xff\xfe}\n', b"\x00\x00\x00\n", b'{"id": 1, "tr\n'])
def test_damaged_records_do_not_refuse_the_file(tmp_path: Path, damaged: bytes) -> None:
    good = json.dumps(ZENDESK).encode() + b"\n"
    refuse_other_format(written(tmp_path, damaged + good * 3), "zendesk")
    assert looks_like(written(tmp_path, good + damaged + good * 2)) == "zendesk"


@given(content=st.binary(max_size=300))
def test_any_bytes_are_looked_at_without_a_crash(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    looks_like(written(tmp_path_factory.getbasetemp(), content))


@pytest.mark.parametrize(
    "damage", ['{"id": ' + "9" * 5_000 + "}", "[" * 200_000, '{"a":' * 40_000, '{"id": 1, "x": ' + "[" * 90_000]
)
def test_a_giant_number_or_a_run_of_brackets_neither_ends_nor_fills_the_process(damage: str, tmp_path: Path) -> None:
    path = written(tmp_path, json.dumps(ZENDESK) + "\n" + damage + "\n" + json.dumps(ZENDESK) + "\n")
    # In a process of its own, with a bound: a crash in C code would take the tests with it.
    code = (
        "import resource, sys\nfrom pathlib import Path\nfrom data.formats import looks_like\n"
        "resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))\nprint(looks_like(Path(sys.argv[1])))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (0, "zendesk\n")


def test_the_real_corpora_are_recognised(corpora: Path) -> None:
    assert looks_like(corpora / "it-tickets" / "tickets.csv") == "it_tickets"
    assert looks_like(corpora / "betold" / "BETOLD_valid.json") == "betold"
    assert looks_like(corpora / "uss" / "SGD.txt") == "uss"


@pytest.mark.parametrize(("group", "name"), [("GRP_12", "it_tickets"), ("Service Desk", "csv")])
def test_a_servicenow_list_with_labels_is_no_export_of_the_published_tickets(
    group: str, name: str, tmp_path: Path
) -> None:
    header = "Number,Caller,Opened,Short description,Description,Assignment group"
    assert looks_like(written(tmp_path, f"{header}\nINC1,ana,2024-01-01 10:00:00,vpn,down,{group}\n")) == name


def test_a_separator_named_in_the_first_line_is_no_row(tmp_path: Path) -> None:
    assert looks_like(written(tmp_path, "sep=;\nid;text\n1;hello\n")) == "csv"
