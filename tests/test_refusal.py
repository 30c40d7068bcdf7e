"""Every kind of file given to every source: it is read, or a sentence says what it is, what is read and what to do."""

from __future__ import annotations

import json
import shutil
import zlib
from pathlib import Path

import pytest

from data.conversations import Tally, check_share, prepared
from data.errors import BadInput
from data.file_kinds import HOW_TO_OPEN
from data.files import read_params
from data.refusal import WANTED
from data.source import MAPPED, SOURCES, Choice, read_source

FIXTURES = Path(__file__).parent / "fixtures"
PARAMETERS = read_params().conversations
CALL = {"LUHF": "luhf", "utterances_annotations": [{"caller_name": "nlu", "intent": "hello", "entities": []}]}
VENDORS: dict[str, str | Path] = {
    "zendesk": FIXTURES / "zendesk" / "account.jsonl",
    "intercom": FIXTURES / "intercom" / "conversations.json",
    "jira_service_management": FIXTURES / "jira_service_management" / "cloud.json",
    "alertmanager": FIXTURES / "alertmanager" / "notifications.jsonl",
    "servicenow": FIXTURES / "servicenow" / "updates.csv",
    "servicenow json": FIXTURES / "servicenow" / "json" / "incident.json",
    "it_tickets": "Number,Short description,Description,Caller,Assignment group\n1,a,b,c,GRP_0\n",
    "betold": json.dumps([CALL, CALL]),
    "uss": "USER\thello\tINFORM\t3,3,3\nSYSTEM\tyes?\tREQUEST\t\n",
}
GENERIC: dict[str, str | Path] = {
    "csv": "id,text\n1,hello\n2,good day\n",
    "json lines": '{"id": "1", "text": "hello"}\n{"id": "2", "text": "good day"}\n',
    "json": '[{"id": "1", "text": "hello"}]',
}
OPENED: dict[str, bytes] = {
    "excel": b"PK\x03\x04\x14\x00[Content_Types].xml", "zip": b"PK\x03\x04\x14\x00notes.txt",
    "gzip": b"\x1f\x8b\x08\x00", "pdf": b"%PDF-1.7 ...",
    "binary": zlib.compress(bytes(range(256)) * 9) * 3 + bytes(range(32)) * 40,
}  # fmt: skip
NOTHING: dict[str, bytes] = {"empty": b"", "blank": b"\n\n \n", "prose": b"Dear all\n\nsee the file attached\n"}
KINDS = [*VENDORS, *GENERIC, *OPENED, *NOTHING]
READS = {"csv": "csv_file", "json lines": "jsonl_file", "json": "jsonl_file", "servicenow json": "servicenow"}
MAPPING = "conversation: {conversation_id: id}\nmessages: [{author: {constant: customer}, text: text}]\n"


def written(kind: str, folder: Path) -> Path:
    """Write a file of a kind under a name that tells nothing."""
    content = (VENDORS | GENERIC | OPENED | NOTHING)[kind]
    path = folder / "export"
    if isinstance(content, Path):
        shutil.copyfile(content, path)
    else:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def refused(raw: Path, source: str, mapping: str = MAPPING) -> BadInput | None:
    """Read a file as the stage does; give what it says if it cannot."""
    path = raw.with_name("mapping.yaml")
    path.write_text(mapping, encoding="utf-8")
    choice = Choice(source, raw, path if source in MAPPED else None)
    tally, usable = Tally(), 0
    try:
        for cleaned in prepared(read_source(choice, PARAMETERS), source, PARAMETERS, b"key"):
            tally.add(cleaned)
            usable += len(cleaned.tables["conversations"])
        check_share(tally, usable, source, 1.0, raw)
    except BadInput as error:
        return error
    return None


def test_every_source_says_what_it_reads() -> None:
    assert set(WANTED) == set(SOURCES) - {"simulated"}


@pytest.mark.parametrize("source", sorted(WANTED))
@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_read_or_a_sentence_says_what_to_do(tmp_path: Path, kind: str, source: str) -> None:
    error = refused(written(kind, tmp_path), source)
    reader = READS.get(kind, kind)
    if source == reader:
        assert error is None
        return
    assert error is not None
    said = str(error)
    assert error.field == "RAW" or error.field.startswith(("column", "mapping"))
    assert error.value
    assert error.fix
    if kind in VENDORS:
        assert f"SOURCE={reader}" in said
        assert f"export of {reader}" in said
    elif kind in GENERIC:
        assert f"SOURCE={reader} with a mapping" in said
        assert WANTED[source] in said or kind in said or error.field == "column"
    elif kind in OPENED:
        assert f"of the kind {kind}" in said
        assert HOW_TO_OPEN[kind] in said
    else:
        assert WANTED[source] in said or "export the columns of one of these tables" in said or "header" in said


FITTING = {
    "zendesk": ("jsonl_file", "{conversation_id: id}", "{author: {constant: customer}, text: subject}"),
    "betold": ("jsonl_file", "{conversation_id: {row_number: true}}", "{author: {constant: customer}, intent: LUHF}"),
    "servicenow": ("csv_file", "{conversation_id: {row_number: true}}", "{author: {constant: system}, intent: number}"),
    "it_tickets": ("csv_file", "{conversation_id: Number}", "{author: {constant: customer}, text: Description}"),
}


@pytest.mark.parametrize("kind", FITTING)
def test_a_mapping_that_fits_reads_a_vendors_file_too(tmp_path: Path, kind: str) -> None:
    source, case, message = FITTING[kind]
    assert refused(written(kind, tmp_path), source, f"conversation: {case}\nmessages: [{message}]\n") is None


def test_a_mapping_that_fits_no_record_names_the_source_that_needs_none(tmp_path: Path) -> None:
    mapping = MAPPING.replace("text: text", "text: nested")
    error = refused(written("zendesk", tmp_path), "jsonl_file", mapping)
    assert "looks like an export of zendesk, which SOURCE=zendesk reads without a mapping" in str(error)
    empty = MAPPING.replace("text: text", "text: recipient")  # A key that is there and never filled.
    error = refused(written("zendesk", tmp_path), "jsonl_file", empty)
    assert "holds no conversation that jsonl_file can use and looks like an export of zendesk" in str(error)
    assert "which SOURCE=zendesk reads without a mapping" in str(error)


def test_an_own_export_without_a_usable_record_is_to_be_mended(tmp_path: Path) -> None:
    path = tmp_path / "tickets.jsonl"
    path.write_text('{"id": 1, "requester_id": 2, "submitter_id": 2, "created_at": "soon"}\n', encoding="utf-8")
    error = refused(path, "zendesk")
    assert "Fix: zendesk reads tickets as JSON (requester_id, via, comments); mend the source; 1 times:" in str(error)
