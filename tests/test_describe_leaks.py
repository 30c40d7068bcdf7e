"""Columns that know the end are found, and none becomes a feature."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from data.describe.description import Description, describe
from data.describe.outcome import Outcome, alone
from data.describe.quality import masked, repeats, written_afterwards
from tests.exports import write_table


def desk(folder: Path, number: int = 200) -> Description:
    """Describe tickets in which chance decides what is escalated, and some columns know it."""
    chance = random.Random(0)
    header = [
        "id",
        "text",
        "escalated",
        "agent answer",
        "closed",
        "close code",
        "after closing",
        "noise",
        "hint",
        "reopen count",
    ]
    rows = []
    for place in range(number):
        up, closed = chance.random() < 0.4, chance.random() < 0.7
        end = f"2024-02-{place % 27 + 1:02}T10:00:00Z"
        rows.append([
            f"t-{place}", f"help with number {place} please", "Yes" if up else "No", f"reason {place}" if up else "",
            end if closed else "", "done" if closed else "", end.replace("T10", "T12") if closed else "",
            chance.choice("abc"), ("red" if up else "blue") if chance.random() < 0.97 else "green", chance.randrange(4),
        ])  # fmt: skip
    return describe(write_table(folder / "desk.csv", header, rows), 20_000)


def test_each_kind_of_leak_is_named_with_its_reason(tmp_path: Path) -> None:
    found = desk(tmp_path)
    reasons = {leak.column: "; ".join(leak.reasons) for leak in found.leaks}
    assert "is filled in 100% of escalated and 0% of other cases" in reasons["agent answer"]
    assert "is known only when the case is over" in reasons["closed"]
    assert "its name speaks of the end" in reasons["close code"]
    assert "is filled in 100% of closed and 0% of open cases" in reasons["close code"]
    assert "lies after closed in 100% of cases" in reasons["after closing"]
    assert "its value alone tells the outcome" in reasons["hint"]
    assert "counts up to the end of the case" in reasons["reopen count"]
    assert not {"noise", "text", "id", "escalated"} & set(reasons)


def test_no_leak_becomes_an_attribute(tmp_path: Path) -> None:
    found = desk(tmp_path)
    assert found.draft is not None
    assert "attributes" not in found.draft.mapping["conversation"]
    assert found.draft.doubtful == {"noise": ("noise", "known at opening?")}
    assert {"hint", "close code", "reopen count"} <= set(found.draft.left_out)


def test_what_changes_until_the_end_is_left_out_by_its_name(tmp_path: Path) -> None:
    header = [
        "Case Number",
        "Subject",
        "Escalated",
        "Reopened",
        "Age (Hours)",
        "Device age",
        "Result",
        "Escalation reason",
    ]
    header += ["Customer No", "Customer"]
    rows = [
        [f"c{n}", f"help with number {n} please", ("Yes", "No")[n % 2], n % 3 % 2, n * 7 % 50, n % 6, "ab"[n % 2],
         "xy"[n % 3 % 2], n % 9, f"Person {n % 9}"]
        for n in range(60)
    ]  # fmt: skip
    found = describe(write_table(tmp_path / "cases.csv", header, rows), 1000)
    assert found.draft is not None
    assert found.draft.mapping["conversation"]["attributes"] == {"device_age": "Device age"}
    assert found.draft.mapping["conversation"]["customer_id"] == "Customer No"
    assert {"Reopened", "Age (Hours)", "Result", "Escalation reason", "Customer"} == set(found.draft.left_out)


def test_to_whom_a_chat_was_transferred_is_the_outcome_and_no_feature(tmp_path: Path) -> None:
    header = ["chat", "sent", "from", "text", "department", "transferred_to"]
    rows = [
        [f"c{n // 2}", f"2024-03-{n // 2 % 28 + 1:02}T10:0{n % 2}:00Z", ("Visitor", "Agent")[n % 2], f"words of {n}",
         ("Shop", "Office")[n // 2 % 2], "Payments" if n // 2 % 3 == 0 else ""]
        for n in range(120)
    ]  # fmt: skip
    found = describe(write_table(tmp_path / "chats.csv", header, rows), 1000)
    assert found.draft is not None
    assert found.draft.mapping["outcome"] == {
        "escalated": {"column": "transferred_to", "is_filled": True}, "resolver_id": "transferred_to",
    }  # fmt: skip
    assert "attributes" not in found.draft.mapping["conversation"]


def test_a_time_that_cannot_be_read_is_said_and_the_zone_of_some_is_a_guess(tmp_path: Path) -> None:
    rows = [[f"c{n}", f"{n % 28 + 1:02}/03/2024 10:00 P{'SD'[n % 2]}T", f"help with {n}"] for n in range(60)]
    found = describe(write_table(tmp_path / "zones.csv", ["id", "Created at", "text"], rows), 1000)
    assert found.draft is not None
    assert "not written in a way known here" in found.draft.left_out["Created at"]
    rows = [[f"c{n}", f"2024-03-{n % 28 + 1:02}T10:00:00{('Z', '')[n % 2]}", f"help with {n}"] for n in range(60)]
    found = describe(write_table(tmp_path / "some.csv", ["id", "Created at", "text"], rows), 1000)
    assert found.draft is not None
    assert found.draft.remarks["time_zone"].startswith("a guess: some times have no offset")


def test_a_column_alone_is_scored_by_its_value_and_by_being_filled() -> None:
    labels: list[bool | None] = [place % 2 == 0 for place in range(100)]
    number = [str(place % 2 * 10 + place % 7) for place in range(100)]
    told = alone(number, labels, "integer")
    assert told is not None
    assert told.value_auc == 1.0
    assert told.filled_auc == 0.5
    half = alone(["x" if label else "" for label in labels], labels, "category")
    assert half is not None
    assert half.filled_auc == 1.0
    assert alone(number, [True] * 100, "integer") is None


def test_a_value_seen_once_tells_nothing_about_its_own_row() -> None:
    chance = random.Random(1)
    labels: list[bool | None] = [chance.random() < 0.5 for _ in range(600)]
    told = alone([f"v{place}" for place in range(600)], labels, "category")
    assert told is not None
    assert told.value_auc < 0.6


@pytest.mark.parametrize(("value", "cell", "told"), [
    ({"is_filled": True}, "", False), ({"is_filled": True}, "x", True), ({"is_not": ["L1"]}, "", None),
    ({"is_not": ["L1"]}, "L1", False), ({"is_one_of": ["up"]}, "up", True), ({"above": 0}, "2", True),
    ({"values": {"Yes": True, "No": False}}, "No", False), ({"values": {"Yes": True, "No": False}}, "?", None),
])  # fmt: skip
def test_an_outcome_is_read_as_the_mapping_reads_it(value: dict[str, Any], cell: str, told: bool | None) -> None:
    assert Outcome("column", value, "").of(cell) is told


@pytest.mark.parametrize("text", [
    "cannot print. issue resolved.", "Closing the ticket now", "Problem wurde behoben", "La incidencia fue resuelta",
    "le problème a été résolu",
])  # fmt: skip
def test_text_written_afterwards_is_seen_in_four_languages(text: str) -> None:
    assert written_afterwards([text, "please resolve this issue", "bitte das Problem beheben"]) == pytest.approx(1 / 3)


def test_near_duplicates_differ_only_in_digits_or_a_word() -> None:
    text = "the nightly job on the big server in the second room stopped at {} and was not started again by {}"
    found = repeats([text.format(n, "night") for n in range(5)] + [text.format(1, "anna"), "something else entirely"])
    assert found is not None
    assert found.largest == 5
    assert found.same_letters == pytest.approx(4 / 7)
    assert found.similar >= found.same_letters


def test_personal_data_is_shown_by_its_shape_only(tmp_path: Path) -> None:
    rows = [[f"t{n}", f"please write to anna.{n}@example.com about it"] for n in range(30)]
    found = describe(write_table(tmp_path / "mails.csv", ["id", "text"], rows), 1000)
    (only,) = found.personal
    assert (only.column, only.kind, only.share) == ("text", "EMAIL", 1.0)
    assert only.example == masked("anna.0@example.com") == "****.*@*******.***"
