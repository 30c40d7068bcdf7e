"""The IT-tickets source on hand-written files, good and bad, and on the real ones."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from data.errors import BadInput
from data.quarantine import Cleaned
from data.sources.it_tickets import COLUMNS, read
from tests.cleaning import cleaned as whole

HEADER = ",".join(COLUMNS)


def cleaned(folder: Path, *lines: str, header: str = HEADER, encoding: str = "utf-8") -> Cleaned:
    """Write a file of these lines, read and clean it."""
    path = folder / "tickets.csv"
    path.write_bytes("\n".join([header, *lines, ""]).encode(encoding, "surrogateescape"))
    return whole(read(path), "it_tickets")


def texts(found: Cleaned) -> list[str]:
    """Give the clean messages' texts."""
    return [message.text for message in found.tables["messages"]]


def kept_aside(found: Cleaned) -> list[tuple[int, str, str]]:
    """Give line, field and reason of what was kept aside for its own fault."""
    rows: list[Any] = list(found.quarantine)
    return [(row.row, row.field, row.reason) for row in rows if "clean" not in row.reason]


def test_a_ticket_becomes_a_conversation_with_its_outcome(tmp_path: Path) -> None:
    found = cleaned(tmp_path, "7,vpn down,cannot reach vpn since monday,ana lima,GRP_3", "8,hello,hello,,GRP_0")
    assert kept_aside(found) == []
    assert texts(found) == ["vpn down\ncannot reach vpn since monday", "hello"]
    case, other = found.tables["conversations"]
    assert case.model_dump(exclude_none=True) == {"conversation_id": "7", "customer_id": "ana lima"}
    assert other.model_dump(exclude_none=True) == {"conversation_id": "8"}
    outcomes = [outcome.model_dump(exclude_none=True) for outcome in found.tables["outcomes"]]
    assert outcomes == [
        {"conversation_id": "7", "escalated": True, "resolver_id": "GRP_3", "resolver_team": "GRP_3"},
        {"conversation_id": "8", "escalated": False, "resolver_id": "GRP_0", "resolver_team": "GRP_0"},
    ]


def test_no_time_is_made_up(tmp_path: Path) -> None:
    found = cleaned(tmp_path, "7,a,b,c,GRP_0")
    assert found.tables["conversations"][0].opened_at is None
    assert found.tables["messages"][0].sent_at is None
    assert found.tables["events"] == []


def test_line_ends_of_a_spreadsheet_and_quoted_newlines_are_text(tmp_path: Path) -> None:
    found = cleaned(tmp_path, '7,help,"_x000D_\none, ""two""_x000D_\nthree",c,GRP_0', '8,"a\nb",c,d,GRP_0')
    assert kept_aside(found) == []
    assert texts(found) == ['help\none, "two" \nthree', "a\nb\nc"]


def test_other_columns_their_order_and_a_byte_order_mark_do_not_matter(tmp_path: Path) -> None:
    header = "\ufeffAssignment group,Caller,Mood,Description,Short description,Number"
    found = cleaned(tmp_path, "GRP_9,c,bad,long,short,7", "", "GRP_0,d,good,body,title,8", header=header)
    assert kept_aside(found) == []
    assert texts(found) == ["short\nlong", "title\nbody"]


def test_a_desk_whose_groups_have_other_names_is_refused_and_not_all_escalated(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"names GRP_0 in no row.*SOURCE=csv_file with a mapping"):
        cleaned(tmp_path, "7,a,b,c,Service Desk", "8,d,e,f,Network")


@pytest.mark.parametrize("column", COLUMNS)
def test_a_missing_column_is_named(column: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=f"column: '{column}' is missing in .*Fix: rename or add it"):
        cleaned(tmp_path, header=HEADER.replace(column, "X"))


def test_a_column_with_a_similar_name_is_suggested(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"'Caller' is missing in .*did you mean 'Callers'"):
        cleaned(tmp_path, header=HEADER.replace("Caller", "Callers"))


@pytest.mark.parametrize("content", [b"", b"\n", b"\xef\xbb\xbf", b"\n\n\n"])
def test_an_empty_file_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "tickets.csv"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=r"is empty"):
        list(read(path))


def test_a_header_alone_gives_no_rows(tmp_path: Path) -> None:
    assert cleaned(tmp_path).rows_in == 0


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
def test_another_encoding_is_refused(encoding: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"is not UTF-8\. Fix: save the file as UTF-8"):
        cleaned(tmp_path, "7,a,b,c,GRP_0", encoding=encoding)


@pytest.mark.parametrize(("content", "sentence"), [
    ("number,incident_state,reassignment_count,sys_mod_count\nINC1,New,0,0\n", "use SOURCE=servicenow"),
    ('{"requester_id": 1, "submitter_id": 1}\n', "use SOURCE=zendesk"), ('{"id": 1}\n{"id": 2}\n', "SOURCE=jsonl_file"),
])  # fmt: skip
def test_an_export_of_another_kind_is_named(content: str, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "export"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadInput, match=sentence):
        list(read(path))


def test_a_folder_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "tickets.csv").write_text(HEADER + "\n", encoding="utf-8")
    with pytest.raises(BadInput, match="is a folder"):
        list(read(tmp_path))


def test_a_header_in_latin_1_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="is not UTF-8"):
        cleaned(tmp_path, "7,a,b,c,GRP_0,x", header=HEADER + ",Größe", encoding="latin-1")


def test_rows_in_latin_1_are_kept_aside_one_by_one(tmp_path: Path) -> None:
    found = cleaned(tmp_path, "7,größe,b,c,GRP_0", "8,plain,b,c,GRP_0", encoding="latin-1")
    assert kept_aside(found) == [(2, "text", "is broken text; save the source as UTF-8")]
    assert [case.conversation_id for case in found.tables["conversations"]] == ["8"]


def test_a_nul_byte_costs_one_row(tmp_path: Path) -> None:
    found = cleaned(tmp_path, "7,a\x00b,b,c,GRP_0", "8,plain,b,c,GRP_0")
    assert [(line, field) for line, field, _ in kept_aside(found)] == [(2, "text")]
    assert texts(found) == ["plain\nb"]


@pytest.mark.parametrize(
    ("line", "field", "reason"),
    [
        ("7,,,c,GRP_0", "text", "text is empty"),
        ('7," _x000D_ ","_x000D_",c,GRP_0', "text", "text is empty"),
        ("7,a,b,c", "Number", "has 4 fields where the header has 5"),
        ("7,a,b,c,GRP_0,more", "Number", "has 6 fields where the header has 5"),
        ("7,a,b,c, ", "Assignment group", "is empty"),
        (",a,b,c,GRP_0", "conversation_id", "at least 1 character"),
        (f"7,{'x' * 200_000},b,c,GRP_0", "text", "at most 100000 characters"),
    ],
)
def test_a_bad_row_is_kept_aside_and_the_next_is_read(line: str, field: str, reason: str, tmp_path: Path) -> None:
    found = cleaned(tmp_path, line, "8,plain,b,c,GRP_0")
    where, name, why = kept_aside(found)[0]
    assert (where, name) == (2, field)
    assert reason in why
    assert texts(found) == ["plain\nb"]


def test_the_second_of_two_equal_numbers_is_kept_aside(tmp_path: Path) -> None:
    found = cleaned(tmp_path, "7,first,b,c,GRP_0", "7,second,b,c,GRP_1")
    assert texts(found) == ["first\nb"]
    assert {(line, reason) for line, _, reason in kept_aside(found)} == {
        (3, "is a duplicate; the first row with it is kept"),
        (3, "belongs to a duplicate of its conversation; the first one is kept"),
    }


def test_a_quote_that_never_ends_costs_its_own_ticket_only(tmp_path: Path) -> None:
    found = cleaned(tmp_path, "8,plain,b,c,GRP_0", '7,"never closed,b,c,GRP_0', "9,next,b,c,GRP_0", "10,last,b,c,GRP_0")
    assert texts(found) == ["plain\nb", "next\nb", "last\nb"]
    ((line, field, reason),) = kept_aside(found)
    assert (line, field) == (3, "Number")
    assert reason == "has 4 fields where the header has 5; look for a missing quote"


def test_a_quote_closed_by_a_later_stray_one_swallows_nothing(tmp_path: Path) -> None:
    between = [f"{number},ticket,b,c,GRP_1" for number in range(20, 40)]
    found = cleaned(tmp_path, '7,"open,b,c,GRP_0', *between, '50,stray",b,c,GRP_0', "60,last,b,c,GRP_0")
    assert len(texts(found)) == 22
    assert {line for line, _, _ in kept_aside(found)} == {2}


def test_a_ticket_in_another_script_is_read(tmp_path: Path) -> None:
    assert texts(cleaned(tmp_path, "7,电脑无法开机,Ошибка входа,c,GRP_0")) == ["电脑无法开机\nОшибка входа"]


def test_the_real_tickets_are_read_whole(corpora: Path) -> None:
    path = corpora / "it-tickets" / "tickets.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = whole(read(path), "it_tickets")
    assert found.quarantine == []
    assert found.rows_in == 3 * len(rows) == 3 * 6891
    outcomes: list[Any] = list(found.tables["outcomes"])
    groups = Counter(row["Assignment group"] for row in rows)
    assert Counter(outcome.resolver_id for outcome in outcomes) == groups
    assert sum(outcome.escalated for outcome in outcomes) == len(rows) - groups["GRP_0"]
    cases: list[Any] = list(found.tables["conversations"])
    assert len({case.customer_id for case in cases}) == len({row["Caller"].strip() for row in rows})
    assert not any("_x000D_" in text for text in texts(found))
    assert max(map(len, texts(found))) > 10_000
