"""Usual columns of help desks and CRMs: what the drafted mapping makes of each, so that no end becomes a feature."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml

from data.describe.description import Description, describe
from data.describe.later_words import doubt, worked_on, written_later
from data.describe.mapping_text import mapping_text
from data.describe.words import words_of
from tests.desk_columns import DESKS
from tests.exports import write_table

ROWS = 120


def parsed(desk: str) -> list[tuple[str, str, str]]:
    """Give column, what becomes of it and the kind of its values."""
    parts = [part.strip() for line in DESKS[desk].splitlines() for part in line.split(" | ") if part.strip()]
    found = []
    for part in parts:
        head, _, names = part.partition(": ")
        verdict, kind = head.split()
        found += [(name, verdict, kind) for name in names.split(", ")]
    return found


def cell(kind: str, row: int, chance: random.Random) -> object:
    """Give a value that tells nothing of any other column's."""
    day = f"2024-{row % 9 + 1:02}-{row % 28 + 1:02}"
    return {
        "number": 1000 + row, "key": f"K-{row}", "words": f"please help with the machine in room {row} today",
        "category": chance.choice(["red", "green", "blue", "white"]), "flag": chance.choice(["true", "false"]),
        "time": f"{day} {chance.randrange(10, 24)}:00:00", "clock": f"0{chance.randrange(9)}:{row % 50 + 10}",
        "name": f"Ann{row} Lee", "count": chance.randrange(30),
    }[kind]  # fmt: skip


def table(desk: str, path: Path) -> Path:
    """Write an export with the columns of a desk, in which chance decides everything."""
    chance, columns = random.Random(7), parsed(desk)
    kinds = [
        kind if verdict in ("id", "opening") else {"number": "count"}.get(kind, kind) for _, verdict, kind in columns
    ]
    rows = [[cell(kind, row, chance) for kind in kinds] for row in range(ROWS)]
    return write_table(path, [name for name, *_ in columns], rows)


def verdict_of(name: str, found: Description) -> str:
    """Say what the drafted mapping makes of a column."""
    assert found.draft is not None
    case = dict(found.draft.mapping["conversation"])
    message = found.draft.mapping["messages"][0]
    if name == case.pop("conversation_id"):
        return "id"
    if name in case.pop("attributes", {}).values():
        return "feature"
    if any(name == (value["column"] if isinstance(value, dict) else value) for value in case.values()):
        return "opening"
    if name in ([message["text"]] if isinstance(message["text"], str) else message["text"]):
        return "text"
    outcome = found.draft.mapping.get("outcome", {})
    if any(name == (value["column"] if isinstance(value, dict) else value) for value in outcome.values()):
        return "outcome"
    if name in {leak.column for leak in found.leaks}:
        return "leak"
    return "check" if name in {column for column, _ in found.draft.doubtful.values()} else "safe"


@pytest.mark.parametrize("desk", DESKS)
def test_what_becomes_of_the_columns_of_a_desk(desk: str, tmp_path: Path) -> None:
    found = describe(table(desk, tmp_path / "export.csv"), 1000)
    wanted = {name: verdict for name, verdict, _ in parsed(desk)}
    got = {name: verdict_of(name, found) for name in wanted}
    # What is left out for one more reason than needed is left out all the same.
    got = {name: "safe" if wanted[name] == "safe" and verdict == "leak" else verdict for name, verdict in got.items()}
    assert got == wanted


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert sum(len(parsed(desk)) for desk in DESKS) > 250


@pytest.mark.parametrize("name", [
    "Last name", "User agent", "Cost center", "Kostenstelle", "Amount at creation", "Region", "Seats", "Lizenzen",
])  # fmt: skip
def test_words_beside_those_of_the_end_do_not_make_a_leak(name: str) -> None:
    assert written_later(words_of(name), "integer") is None
    assert worked_on(words_of(name)) is None


@pytest.mark.parametrize("name", [
    "Status category", "Assigned service", "Account owner", "Approval type", "SLA priority missed", "Owner language",
    "Customer interactions", "Client replies", "Resolution category", "Service level status",
])  # fmt: skip
def test_a_word_of_the_opening_does_not_make_a_column_of_the_end_a_feature(name: str, tmp_path: Path) -> None:
    chance = random.Random(3)
    rows = [
        [f"K-{row}", f"please help in room {row}", chance.choice("abcd"), chance.choice("yn")] for row in range(ROWS)
    ]
    found = describe(write_table(tmp_path / "e.csv", ["Case ID", "Subject", name, "Escalated"], rows), 1000)
    assert verdict_of(name, found) in ("leak", "outcome", "check")


def test_what_nothing_is_known_of_is_asked() -> None:
    assert doubt(words_of("Frobnication")) == "known at opening?"
    assert doubt(words_of("Betrag bei Anlage")) is None


def test_a_column_to_check_is_part_of_the_mapping_once_its_sign_is_taken_away(tmp_path: Path) -> None:
    found = describe(table("hubspot", tmp_path / "export.csv"), 1000)
    assert found.draft is not None
    text = mapping_text(found.draft, "export.csv")
    read = yaml.safe_load(text.replace("    # amount:", "    amount:"))
    assert read["conversation"]["attributes"] == {
        **found.draft.mapping["conversation"]["attributes"], "amount": "Amount",
    }  # fmt: skip
