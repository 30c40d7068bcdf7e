"""What a second reviewer's exports brought up: words that tell the outcome, and roles given to the wrong columns."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from data.describe.advice import advice
from data.describe.description import Description, describe
from data.describe.kinds import kind_of
from data.describe.later_words import written_later
from data.describe.mapping_text import mapping_text
from data.describe.people import is_personal
from data.describe.roles import Described, describe_columns
from data.describe.tally import profile_of
from data.describe.telling_words import telling_words
from data.describe.unfit import unfit
from tests.exports import write_table

UP = [place % 3 == 0 for place in range(240)]


def said(place: int) -> str:
    """Give a sentence that knows nothing of the outcome."""
    return " ".join(
        random.Random(place).choices(["printer", "network", "login", "mail", "slow", "again", "screen", "help"], k=9)
    )


def mapping_of(found: Description) -> dict[str, Any]:
    """Give the drafted mapping."""
    assert found.draft is not None
    return found.draft.mapping


def role_of(name: str, cells: list[str], **others: list[str]) -> str:
    """Give the guessed role of a column."""
    columns = {"id": [f"x-{place}" for place in range(len(cells))], name: cells} | others
    rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    return describe_columns(profile_of(rows))[name].role


def cases(folder: Path, name: str, texts: list[str]) -> Description:
    """Describe cases with a description that tells nothing, and one more text."""
    rows = [[f"c{n}", texts[n], f"{said(n)} {n}", "Yes" if up else "No"] for n, up in enumerate(UP)]
    return describe(write_table(folder / "cases.csv", ["Case ID", name, "Description", "Escalated"], rows), 1000)


def test_words_that_only_escalated_cases_hold_tell_the_outcome() -> None:
    texts = [f"{said(n)}. {'handed over to tier 2' if up else 'solved at once'}" for n, up in enumerate(UP)]
    assert "tell the outcome" in str(telling_words(texts, list(UP)))
    assert telling_words([said(n) for n in range(len(UP))], list(UP)) is None
    assert telling_words(texts[:60], list(UP[:60])) is None  # Twenty escalated ones may share a word by chance.


def test_words_that_tell_only_together_are_found() -> None:
    parts = [[f"{side}{n}" for n in range(40)] for side in "ab"]
    texts = [" ".join(random.Random(n).choices(parts[up], k=6)) for n, up in enumerate(UP)]
    assert "together" in str(telling_words(texts, list(UP)))


def test_a_title_that_tells_is_a_likely_leak_and_no_text(tmp_path: Path) -> None:
    found = cases(tmp_path, "Title", [f"{'[ESC] ' if up else ''}{said(n)} {n}" for n, up in enumerate(UP)])
    assert "Title" in {leak.column for leak in found.leaks}
    assert mapping_of(found)["messages"][0]["text"] == "Description"
    assert found.draft is not None
    assert found.draft.left_out["Title"].startswith("LIKELY LEAK: the words 'esc'")


def test_a_flat_title_has_the_test_of_values(tmp_path: Path) -> None:
    found = cases(tmp_path, "Subject", [("Second line" if up else "Request") for up in UP])
    assert mapping_of(found)["messages"][0]["text"] == "Description"


def test_a_summary_beside_a_description_is_no_title_except_in_jira(tmp_path: Path) -> None:
    found = cases(tmp_path, "Summary", [f"{said(n)} {n}" for n in range(len(UP))])
    assert mapping_of(found)["messages"][0]["text"] == "Description"
    text = [f"{said(n)} {n}" for n in range(30)]
    assert role_of("Summary", text, **{"Description": text[::-1], "Issue Type": ["Bug"] * 30}) == "title"


def chats(folder: Path) -> Description:
    """Describe messages of chats, in which a system tells of the transfer after it."""
    rows = []
    for n, up in enumerate(UP):
        turns = [("end-user", said(n)), ("admin", "let me look")]
        turns += [("admin", "Chat transferred to Tier 2"), ("end-user", "thank you")] if up else []
        told = "yes" if up else "no"
        rows += [[f"c{n}", f"2025-01-01T10:{at:02}:00Z", who, text, told, ("reply", "note")[at % 2], n % 5]
                 for at, (who, text) in enumerate(turns)]  # fmt: skip
    header = ["chat_id", "timestamp", "From type", "message", "transferred", "Comment type", "CSAT"]
    return describe(write_table(folder / "chats.csv", header, rows), 5000)


def test_what_agents_say_after_the_hand_over_is_said_to_tell_it(tmp_path: Path) -> None:
    found = chats(tmp_path)
    assert any(leak.column == "message" and "of agents and systems" in leak.reasons[0] for leak in found.leaks)
    assert found.draft is not None
    text = mapping_text(found.draft, "chats.csv")
    assert "text: message  # LIKELY LEAK" in text
    assert "not when: messages after the hand-over cannot be told apart" in text


def test_what_varies_in_a_chat_is_not_of_the_chat_and_what_does_not_is(tmp_path: Path) -> None:
    mapping = mapping_of(chats(tmp_path))
    assert mapping["messages"][0]["author"] == {
        "column": "From type", "values": {"end-user": "customer", "admin": "agent"}
    }  # fmt: skip
    assert "category" not in mapping["conversation"]
    assert mapping["outcome"]["csat"] == "CSAT"
    assert "turn_labels" not in mapping


@pytest.mark.parametrize("name", ["Customer group", "Product group", "Kundengruppe", "Age group", "Blood group"])
def test_groups_of_other_things_resolve_nothing(name: str) -> None:
    assert role_of(name, ["alpha", "beta", "alpha"]) in ("", "product")
    assert role_of("Team size", ["3", "17", "9"]) == ""
    assert role_of("Customer support team", ["alpha", "beta", "alpha"]) == "group"


@pytest.mark.parametrize(("name", "cells"), [
    ("Operating system", ["Linux", "macOS", "Linux"]), ("Reagent", ["a", "b", "a"]), ("Plastic type", ["a", "b", "a"]),
    ("Update channel", ["beta", "main", "beta"]), ("US state", ["Ohio", "Utah", "Ohio"]),
])  # fmt: skip
def test_words_inside_other_words_give_no_role(name: str, cells: list[str]) -> None:
    assert role_of(name, cells) == ""
    assert written_later(name.lower(), "category") is None


def test_states_of_a_country_are_no_status() -> None:
    assert role_of("State", ["CA", "TX", "NY", "CA"]) == ""
    assert role_of("State", ["New", "Closed", "New"]) == "status"


def test_names_of_things_are_not_those_of_people() -> None:
    assert [is_personal(name) for name in ("Entitlement Name", "Company Name", "Hotel")] == [False] * 3
    assert [is_personal(name) for name in ("Contact Name", "Name", "Tel")] == [True] * 3


def test_a_free_title_comes_before_one_of_a_few() -> None:
    free = [f"{said(n)} {n}" for n in range(60)]
    assert role_of("Case Title", free, Subject=["Access", "Billing"] * 30) == "title"


def test_a_remark_stands_only_at_its_own_place(tmp_path: Path) -> None:
    rows = [[str(n), f"2025-01-01 10:{n:02}", said(n), ("CET", "EST")[n % 2], ("Yes", "No")[n % 2]] for n in range(40)]
    found = describe(write_table(tmp_path / "z.csv", ["id", "opened", "text", "Time zone", "escalated"], rows), 1000)
    assert found.draft is not None
    assert mapping_text(found.draft, "z.csv").count("a guess: the times have no offset") == 1


def test_a_spreadsheets_dates_are_seen_under_any_name(tmp_path: Path) -> None:
    cells = [f"{45663 + n}.{35208333 + n}" for n in range(40)]
    assert "spreadsheet" in str(unfit(Described("创建时间", kind_of(cells), ""), 40))
    assert "spreadsheet" not in str(unfit(Described("重量", kind_of([f"{45663 + n}.5" for n in range(40)]), ""), 40))
    found = describe(
        write_table(tmp_path / "d.csv", ["id", "创建时间"], [[f"t{n}", c] for n, c in enumerate(cells)]), 100
    )
    assert any("spreadsheet's dates" in line for line in advice(found))
