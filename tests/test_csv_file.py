"""Any CSV file by a mapping: cases by row or by message, hand-written files good and bad."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.csv_rows import csv_rows
from data.errors import BadInput
from data.quarantine import Cleaned
from data.source_rows import SourceRow
from data.sources import csv_file, it_tickets
from tests.cleaning import cleaned, reasons, unlawful

CASES = """
conversation:
  conversation_id: Number
  opened_at: Created
  priority: {column: Urgency, values: {"1": P1}, others: P4}
  attributes: {seats: Seats, code: {column: Code, type: text}}
customer: {customer_id: Customer, tier: Plan}
messages:
  - {author: {constant: customer}, text: [Subject, Body], sent_at: Created}
  - {author: {constant: agent}, text: Reply, sent_at: Replied}
events: [{kind: {constant: escalated}, at: Escalated, to: Team}]
outcome: {escalated: {column: Team, is_not: [Desk]}, resolver_id: Team}
"""
COLUMNS = "Number,Created,Urgency,Seats,Code,Customer,Plan,Subject,Body,Reply,Replied,Escalated,Team"
FIRST = "7,2024-05-01T10:00+02:00,1,12,007,ana,gold,vpn,down,try again,2024-05-01T09:00Z,2024-05-01T10:00Z,Network"
SECOND = "8,2024-05-02T10:00Z,3,,,ana,gold,hello,hello,,,,Desk"
TURNS = """
rows: message
conversation: {conversation_id: chat, channel: channel}
messages: [{author: {column: who, values: {user: customer}}, text: said, sent_at: at}]
outcome: {escalated: {column: team, is_not: [first]}, resolver_id: team}
turn_labels: [{target: {constant: dissatisfied}, value: {column: stars, below: 3}}]
"""


def read(folder: Path, mapping: str, *lines: str, encoding: str = "utf-8") -> Cleaned:
    (folder / "mapping.yaml").write_text(mapping, encoding="utf-8")
    (folder / "table.csv").write_bytes("\n".join([*lines, ""]).encode(encoding, "surrogateescape"))
    return cleaned(csv_file.read(folder / "table.csv", folder / "mapping.yaml"), "csv_file")


def plain(records: list[Any]) -> list[dict[str, Any]]:
    return [record.model_dump(exclude_none=True, exclude_defaults=True, by_alias=True) for record in records]


def test_a_row_becomes_a_case_with_messages_events_outcome_and_customer(tmp_path: Path) -> None:
    found = read(tmp_path, CASES, COLUMNS, FIRST, SECOND)
    assert found.quarantine == []
    assert plain(found.tables["conversations"])[0] == {
        "conversation_id": "7", "opened_at": datetime(2024, 5, 1, 8, tzinfo=UTC), "priority": "P1",
        "customer_id": "ana", "attributes": {"seats": 12.0, "code": "007"},
    }  # fmt: skip
    assert [case.priority for case in found.tables["conversations"]] == ["P1", "P4"]
    assert [said.text for said in found.tables["messages"]] == ["vpn\ndown", "try again", "hello"]
    (event,) = found.tables["events"]
    assert (event.kind, event.to, event.after_sequence) == ("escalated", "Network", 1)
    first, second = found.tables["outcomes"]
    assert (first.escalated, first.escalated_sequence, first.resolver_id) == (True, 2, "Network")
    assert (second.escalated, second.escalated_sequence, second.resolver_id) == (False, None, "Desk")
    assert plain(found.tables["customers"]) == [{"customer_id": "ana", "tier": "gold"}]


def test_a_case_without_the_event_did_not_escalate_where_the_export_has_such_events(tmp_path: Path) -> None:
    mapping = CASES.replace("{escalated: {column: Team, is_not: [Desk]}, resolver_id", "{resolver_id")
    found = read(tmp_path, mapping, COLUMNS, FIRST, SECOND)
    assert [(one.escalated, one.escalated_sequence) for one in found.tables["outcomes"]] == [(True, 2), (False, None)]


def test_messages_of_a_case_are_gathered_and_sorted_by_time(tmp_path: Path) -> None:
    found = read(
        tmp_path, TURNS, "chat,channel,who,said,at,team,stars",
        "a,web,user,second,2024-05-01T10:05Z,second,1", "b,mail,user,other,2024-05-01T10:02Z,first,",
        "a,web,user,first,2024-05-01T10:00Z,first,5", "a,web,agent,third,2024-05-01T10:09Z,second,",
    )  # fmt: skip
    assert found.quarantine == []
    assert [(said.conversation_id, said.sequence, said.text) for said in found.tables["messages"]] == [
        ("a", 0, "first"), ("a", 1, "second"), ("a", 2, "third"), ("b", 0, "other"),
    ]  # fmt: skip
    labels = [(one.conversation_id, one.sequence, one.value) for one in found.tables["turn_labels"]]
    assert labels == [("a", 0, 0.0), ("a", 1, 1.0)]
    escalated = {one.conversation_id: (one.escalated, one.resolver_id) for one in found.tables["outcomes"]}
    assert escalated == {"a": (True, "second"), "b": (False, "first")}


def test_the_first_message_of_another_team_is_where_it_escalated(tmp_path: Path) -> None:
    rows = ["a,web,user,one,,first,", "a,web,agent,two,,first,", "a,web,agent,three,,second,"]
    found = read(tmp_path, TURNS, "chat,channel,who,said,at,team,stars", *rows)
    (outcome,) = found.tables["outcomes"]
    assert (outcome.escalated, outcome.escalated_sequence) == (True, 2)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_delimiter_and_encoding_are_found_out(mark: str, encoding: str, tmp_path: Path) -> None:
    lines = [line.replace(",", mark).replace("down", "größer – kälter") for line in (COLUMNS, FIRST, SECOND)]
    found = read(tmp_path, CASES, *lines, encoding=encoding)
    assert found.tables["messages"][0].text == "vpn\ngrößer – kälter"


def test_windows_1252_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    read(tmp_path, CASES, COLUMNS, FIRST.replace("down", "größer"), encoding="cp1252")
    assert "table.csv is not UTF-8; read as cp1252" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (CASES.replace(": Urgency,", ": Urgenci,").replace("column: Urgency", "column: Urgenci"),
         "mapping: conversation.priority: 'Urgenci' is not a column of table.csv. Fix: did you mean 'Urgency'"),
        (CASES.replace("Subject, Body", "Subject, body"), "mapping: messages.0.text.1: 'body' .* did you mean 'Body'"),
        (CASES.replace("seats: Seats", "seats: xyzzy"), "conversation.attributes.seats: 'xyzzy' .* known: Body"),
        (TURNS.replace("rows: message", "messages_at: turns"), "messages_at: 'turns' is for nested records"),
        (CASES + "encoding: utf-7000", "mapping: encoding: 'utf-7000' is an unknown encoding"),
    ],
)  # fmt: skip
def test_a_wrong_mapping_names_key_column_and_the_nearest(wrong: str, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=sentence):
        read(tmp_path, wrong, COLUMNS, FIRST)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "is empty"), (b"\n\n", "is empty"), (b"%PDF-1.7 \x93\x8c", "kind pdf"), (b"PK\x03\x04xl/", "kind excel")],
)
def test_what_is_no_table_is_refused(content: bytes, sentence: str, tmp_path: Path) -> None:
    (tmp_path / "mapping.yaml").write_text(CASES, encoding="utf-8")
    (tmp_path / "table.csv").write_bytes(content)
    with pytest.raises(BadInput, match=sentence):
        next(csv_file.read(tmp_path / "table.csv", tmp_path / "mapping.yaml"))


def test_times_with_and_without_an_offset_in_one_column(tmp_path: Path) -> None:
    lines = [FIRST, SECOND.replace("2024-05-02T10:00Z", "2024-05-02 10:00")]
    found = read(tmp_path, CASES, COLUMNS, *lines)
    assert [case.conversation_id for case in found.tables["conversations"]] == ["7"]
    assert any("name the time_zone of the export in the mapping" in reason for _, _, reason in reasons(found))
    zoned = read(tmp_path, CASES + "time_zone: America/New_York\n", COLUMNS, *lines)
    assert [case.opened_at.hour for case in zoned.tables["conversations"]] == [8, 14]


def test_a_mapping_without_labels_is_read_and_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = read(tmp_path, CASES[: CASES.index("events:")], COLUMNS, FIRST)
    assert found.tables["outcomes"] == []
    assert found.quarantine == []
    assert "nothing can be learnt" in capsys.readouterr().err


def test_a_broken_byte_in_a_customers_name_costs_its_rows(tmp_path: Path) -> None:
    found = read(tmp_path, CASES, COLUMNS, FIRST.replace("ana", "an\udcff"), SECOND)
    assert [case.conversation_id for case in found.tables["conversations"]] == ["8"]
    assert [customer.customer_id for customer in found.tables["customers"]] == ["ana"]
    assert unlawful(found, found.rows_in) == []


def test_a_mapping_reads_the_real_tickets_as_their_own_source_does(corpora: Path, tmp_path: Path) -> None:
    path, mapping = corpora / "it-tickets" / "tickets.csv", tmp_path / "mapping.yaml"
    mapping.write_text(
        "conversation: {conversation_id: Number, customer_id: Caller}\n"
        "messages: [{author: {constant: customer}, text: [Short description, Description]}]\n"
        "outcome: {escalated: {column: Assignment group, is_not: GRP_0}, "
        "resolver_id: Assignment group, resolver_team: Assignment group}\n",
        encoding="utf-8",
    )
    own, mapped = cleaned(it_tickets.read(path)), cleaned(csv_file.read(path, mapping))
    assert mapped.quarantine == []
    for table in ("conversations", "outcomes"):
        assert plain(mapped.tables[table]) == plain(own.tables[table])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(lines=st.lists(st.sampled_from([FIRST, SECOND, "9,x", ',"', "a,web"]) | st.text(max_size=30), max_size=8))
@pytest.mark.parametrize("mapping", [CASES, CASES.replace("messages:", "rows: message\nmessages:", 1)[:-1]])
def test_no_row_is_lost(mapping: str, lines: list[str], tmp_path: Path) -> None:
    if "rows: message" in mapping:
        mapping = mapping.replace("  - {author: {constant: agent}, text: Reply, sent_at: Replied}\n", "")
    whole = read(tmp_path, mapping, COLUMNS, FIRST, *lines)
    assert unlawful(whole, whole.rows_in) == []
    rows = [cells for _, cells in csv_rows(tmp_path / "table.csv")][1:]
    told = list(csv_file.read(tmp_path / "table.csv", tmp_path / "mapping.yaml"))
    assert len({row.row for row in told}) == len(rows)
    assert all(isinstance(row, SourceRow) or row.reason for row in told)
