"""An unknown file goes from ``python -m data.describe`` to clean tables with the mapping as it was printed."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from data.describe.description import Description, describe
from data.describe.mapping_text import mapping_text
from data.describe.page import headline
from data.mapping import ExportMapping
from data.quarantine import clean
from data.sources import csv_file, jsonl_file
from tests.conftest import ROOT, command
from tests.exports import chats, deals, dialogues, german_tickets, write_table


def described(path: Path) -> Description:
    """Look at a file with the usual sample."""
    return describe(path, 20_000)


def pasted(path: Path) -> tuple[Description, dict[str, list[Any]]]:
    """Describe a file, paste its mapping unedited, read the file by it and clean the rows."""
    found = described(path)
    assert found.draft is not None
    text = mapping_text(found.draft, path.name)
    assert yaml.safe_load(text) == found.draft.mapping
    ExportMapping.model_validate(found.draft.mapping)
    mapping = path.with_suffix(".yaml")
    mapping.write_text(text, encoding="utf-8")
    read = csv_file.read if found.delimiter else jsonl_file.read
    tables: dict[str, list[Any]] = defaultdict(list)
    for conversation in clean(read(path, mapping), found.source):
        for name, records in conversation.tables.items():
            tables[name] += records
    return found, tables


def test_german_tickets_with_semicolons(tmp_path: Path) -> None:
    found, tables = pasted(german_tickets(tmp_path))
    assert tables["quarantine"] == []
    assert len(tables["conversations"]) == len(tables["messages"]) == len(tables["outcomes"]) == 60
    first = tables["conversations"][0]
    assert (first.conversation_id, first.priority, first.channel, first.customer_id) == (
        "TK-1000",
        "P4",
        "E-Mail",
        "Firma 0",
    )
    assert first.opened_at.isoformat() == "2024-03-01T08:15:00+00:00"
    assert set(first.attributes) == {"lizenzen"}
    assert Counter(outcome.escalated for outcome in tables["outcomes"]) == {False: 36, True: 24}
    assert found.escalation_rate == pytest.approx(24 / 60)
    assert found.resolvers == ("Bearbeitergruppe", 3)
    assert found.languages == {"de": 1.0}
    assert found.draft is not None
    assert set(found.draft.left_out) == {"Status", "Lösung", "Anzahl Weiterleitungen", "Telefon"}


def test_a_chat_export_with_one_row_a_message(tmp_path: Path) -> None:
    found, tables = pasted(chats(tmp_path))
    assert tables["quarantine"] == []
    assert found.conversations == len(tables["conversations"]) == 40
    assert len(tables["messages"]) == found.profile.rows
    assert {message.author for message in tables["messages"]} == {"customer", "bot", "agent"}
    assert sum(outcome.escalated for outcome in tables["outcomes"]) == 13
    assert found.escalation_rate == pytest.approx(13 / 40)
    assert tables["turn_labels"] == []  # The rating is the same all through a chat: it is the chat's.
    assert {outcome.csat for outcome in tables["outcomes"]} == {2, 4}


def test_sales_opportunities(tmp_path: Path) -> None:
    found, tables = pasted(deals(tmp_path))
    assert tables["quarantine"] == []
    assert len(tables["conversations"]) == 60
    assert tables["conversations"][0].attributes == {"region": "North"}
    assert sum(outcome.escalated for outcome in tables["outcomes"]) == 30
    assert {outcome.resolver_id for outcome in tables["outcomes"]} == {None, "Deal Desk", "Sales Director"}
    assert found.draft is not None
    assert {"Stage", "Loss Reason"} <= set(found.draft.left_out)
    assert "overwrites it until the deal closes" in found.draft.doubtful["amount"][1]


def test_json_lines_with_nested_messages(tmp_path: Path) -> None:
    found, tables = pasted(dialogues(tmp_path))
    assert tables["quarantine"] == []
    assert found.messages_at == "dialogue.turns"
    assert len(tables["conversations"]) == 40
    assert sum(outcome.escalated for outcome in tables["outcomes"]) == 13
    assert tables["conversations"][3].attributes == {"seats": 3}


@pytest.mark.parametrize(("encoding", "delimiter"), [("utf-8-sig", ";"), ("cp1252", "\t"), ("utf-16", "|")])
def test_encoding_and_delimiter_are_found(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = german_tickets(tmp_path)
    path.write_bytes(path.read_text(encoding="utf-8").replace(";", delimiter).encode(encoding))
    found, tables = pasted(path)
    assert (found.delimiter, found.profile.rows) == (delimiter, 60)
    assert "Priorität" in found.columns
    assert len(tables["conversations"]) == 60


def test_broken_rows_are_counted_and_the_others_described(tmp_path: Path) -> None:
    path = german_tickets(tmp_path)
    path.write_text(path.read_text(encoding="utf-8") + "TK-9;only two\n", encoding="utf-8")
    found = described(path)
    assert found.profile.rows == 60
    assert found.broken == {"has 2 cells where the header has 14": 1}


def test_columns_without_a_name_of_their_own_are_said(tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("id,text,,note,note\n" + "".join(f"t{n},words {n},x,y,z\n" for n in range(20)), encoding="utf-8")
    found, tables = pasted(path)
    assert (list(found.columns), list(found.nameless)) == (["id", "text"], [3, 4, 5])
    assert len(tables["conversations"]) == 20
    assert "number 3, 4, 5" in "".join(headline(found))


def test_rows_of_a_conversation_far_apart_are_found(tmp_path: Path) -> None:
    rows = [[f"t-{n % 1500}", f"2024-05-01T10:{n // 1500}0:00Z", "Open" if n < 1500 else "Done"] for n in range(3000)]
    found, tables = pasted(write_table(tmp_path / "log.csv", ["case id", "timestamp", "activity"], rows))
    assert found.by_message
    assert found.conversations == len(tables["conversations"]) == 1500
    assert {message.author for message in tables["messages"]} == {"system"}


def test_the_command_writes_the_mapping_and_prints_what_to_run(tmp_path: Path) -> None:
    path, mapping = german_tickets(tmp_path), tmp_path / "desk.yaml"
    printed = command(ROOT, "data.describe", str(path), "--mapping", str(mapping))
    assert "\x1b" not in printed
    assert printed.rstrip().endswith(f"make run SOURCE=csv_file RAW={path} MAPPING={mapping}")
    assert mapping.read_text(encoding="utf-8") in printed
    assert "already there" in command(ROOT, "data.describe", str(path), "--mapping", str(mapping), ok=False)
    found = json.loads(command(ROOT, "data.describe", str(path), "--json"))
    assert found["mapping"] == yaml.safe_load(mapping.read_text(encoding="utf-8"))
    assert found["rows"] == 60
    assert found["outcome"]["is_not"] == ["Service Desk"]


def test_a_result_of_human_is_the_end_and_not_who_speaks(tmp_path: Path) -> None:
    path = dialogues(tmp_path)
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    results = [{"result": "human" if record.pop("escalated") else "self_service"} | record for record in records]
    path.write_text("".join(json.dumps(record) + "\n" for record in results), encoding="utf-8")
    found = described(path)
    assert found.draft is not None
    assert found.draft.mapping["conversation"]["attributes"] == {"seats": "seats"}
    assert "end of the case" in found.draft.left_out["result"]


def test_the_real_tickets_need_no_edit(corpora: Path, tmp_path: Path) -> None:
    path = tmp_path / "tickets.csv"
    path.write_bytes((corpora / "it-tickets" / "tickets.csv").read_bytes())
    found = described(path)
    assert found.is_vendor
    assert found.escalation_rate == pytest.approx(0.532, abs=0.001)
    assert found.resolvers == ("Assignment group", 74)
    assert found.repeats is not None
    assert found.repeats.same_letters == pytest.approx(0.20, abs=0.01)
    assert max(found.languages, key=lambda name: found.languages[name]) == "en"
    assert "Description" in {leak.column for leak in found.leaks}
    _, tables = pasted(path)
    assert tables["quarantine"] == []
    assert len(tables["conversations"]) == 6891


@pytest.mark.parametrize("write", [german_tickets, chats, deals, dialogues])
def test_the_same_file_gives_the_same_description(tmp_path: Path, write: Callable[[Path], Path]) -> None:
    path = write(tmp_path)
    first, second = described(path), described(path)
    assert first.draft == second.draft
    assert first.leaks == second.leaks
