"""The split's laws: nothing lost, nothing in two parts, near-duplicates together, time respected."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.errors import BadInput
from data.files import CONVERSATIONS
from data.parameters import Split
from data.schema import Conversation
from data.split import main, template
from data.split import split as rows_of_split
from data.tables import TABLES
from data.writing import write_records
from tests.handmade import after, talk
from tests.test_imports import ROOT

PARAMETERS = Split(train_share=0.6, valid_share=0.2, folds=3, seed=0)
TEXTS = ("my printer is out of paper", "reset my password", "the network is down", "invoice 12 is wrong", "!?")
law = settings(max_examples=40, deadline=None)


def split(cases: Sequence[Conversation], parameters: Split) -> pd.DataFrame:
    """Give the split as a table."""
    return pd.DataFrame(rows_of_split(cases, parameters))


def desk(texts: Sequence[int], days: Sequence[int] | None = None) -> list[Conversation]:
    """Give conversations named by position, opened on these days."""
    opened = [None] * len(texts) if days is None else [after(24 * 60 * day) for day in days]
    return [
        talk(("customer", TEXTS[text]), name=f"c{number}", opened_at=at)
        for number, (text, at) in enumerate(zip(texts, opened, strict=True))
    ]


@st.composite
def desks(draw: st.DrawFn, clock: bool | None = None) -> list[Conversation]:
    """Up to 30 conversations with few different texts, with or without a clock."""
    texts = draw(st.lists(st.integers(0, len(TEXTS) - 1), min_size=1, max_size=30))
    clock = draw(st.booleans()) if clock is None else clock
    days = draw(st.lists(st.integers(0, 20), min_size=len(texts), max_size=len(texts))) if clock else None
    return desk(texts, days)


@law
@given(desks())
def test_no_conversation_is_lost_or_doubled(cases: list[Conversation]) -> None:
    table = split(cases, PARAMETERS)
    assert list(table.conversation_id) == [case.conversation_id for case in cases]
    assert set(table.part) <= {"train", "valid", "test", "dropped"}


@law
@given(desks())
def test_no_template_stands_in_two_parts_or_two_folds(cases: list[Conversation]) -> None:
    kept = split(cases, PARAMETERS).query("part != 'dropped'")
    assert (kept.groupby("template_id")[["part", "fold"]].nunique() == 1).all(axis=None)


@law
@given(desks())
def test_only_the_training_part_has_folds(cases: list[Conversation]) -> None:
    table = split(cases, PARAMETERS)
    assert set(table.fold[table.part != "train"]) <= {-1}
    assert set(table.fold[table.part == "train"]) <= {0, 1, 2}


@law
@given(desks())
def test_exactly_one_conversation_stands_for_a_template(cases: list[Conversation]) -> None:
    table = split(cases, PARAMETERS)
    assert (table.groupby("template_id").first_of_template.sum() == 1).all()
    assert not (table.first_of_template & (table.part == "dropped")).any()


@law
@given(st.permutations(range(8)), st.lists(st.integers(0, 4), min_size=8, max_size=8))
def test_the_order_in_the_source_changes_nothing(order: list[int], texts: list[int]) -> None:
    cases = desk(texts, days=range(8))
    table = split(cases, PARAMETERS).set_index("conversation_id")
    turned = split([cases[place] for place in order], PARAMETERS).set_index("conversation_id")
    pd.testing.assert_frame_equal(turned.loc[table.index], table)


@law
@given(desks(clock=True))
def test_later_parts_open_later(cases: list[Conversation]) -> None:
    opened = pd.to_datetime(pd.Series([case.opened_at for case in cases]))
    part = split(cases, PARAMETERS).part
    for earlier, later in (("train", "valid"), ("valid", "test"), ("train", "test")):
        before, after_it = opened[part == earlier], opened[part == later]
        assert before.empty or after_it.empty or before.max() <= after_it.min()


@law
@given(desks(clock=True))
def test_a_copy_is_dropped_only_for_an_earlier_one_elsewhere(cases: list[Conversation]) -> None:
    table = split(cases, PARAMETERS).assign(opened_at=pd.Series([case.opened_at for case in cases], dtype=object))
    for _, copies in table.groupby("template_id"):
        dropped, kept = copies[copies.part == "dropped"], copies[copies.part != "dropped"]
        assert len(kept)
        assert dropped.empty or kept.opened_at.max() <= dropped.opened_at.min()


def test_by_time_computed_by_hand() -> None:
    # In order of opening: c4 c3 c2 c1 c0; shares .6 and .2 of five are three, one and one.
    table = split(desk([0, 1, 2, 3, 2], days=[5, 4, 3, 2, 1]), PARAMETERS)
    assert list(table.part) == ["test", "valid", "train", "train", "train"]
    assert list(table.first_of_template) == [True, True, False, True, True]
    # The copy of a training text that opens last is dropped.
    table = split(desk([2, 1, 2, 3, 0], days=[5, 4, 3, 2, 1]), PARAMETERS)
    assert list(table.part) == ["dropped", "valid", "train", "train", "train"]


def test_one_conversation_without_a_time_means_no_clock() -> None:
    cases = [*desk([0, 1, 2], days=[1, 2, 3]), talk(("customer", TEXTS[3]), name="undated")]
    table = split(cases, PARAMETERS)
    without = split(desk([0, 1, 2]), PARAMETERS)
    assert list(table.part[:3]) == list(without.part)


@law
@given(desks(clock=False), desks(clock=False))
def test_without_a_clock_new_conversations_move_no_other(cases: list[Conversation], new: list[Conversation]) -> None:
    alone = split(cases, PARAMETERS)
    added = [case.model_copy(update={"conversation_id": f"new-{case.conversation_id}"}) for case in new]
    together = split([*cases, *added], PARAMETERS).iloc[: len(cases)]
    pd.testing.assert_frame_equal(alone, together)


def test_without_a_clock_shares_are_about_right_and_the_seed_matters() -> None:
    cases = [talk(("customer", f"word {chr(97 + n % 26)}{chr(97 + n // 26)}"), name=f"c{n}") for n in range(600)]
    table = split(cases, PARAMETERS)
    assert abs((table.part == "train").mean() - 0.6) < 0.08
    assert abs((table.part == "valid").mean() - 0.2) < 0.06
    assert table.fold.nunique() == 4
    assert list(split(cases, PARAMETERS.model_copy(update={"seed": 1})).part) != list(table.part)


def test_a_template_is_the_letters_the_customer_wrote() -> None:
    first = talk(("bot", "Welcome!"), ("customer", "Order 17 is LATE."), name="a")
    assert template(first) == template(talk(("customer", "order 4711: is late!"), name="b"))
    assert template(first) != template(talk(("customer", "order is paid"), name="c"))


def test_a_case_no_customer_wrote_is_named_by_all_its_text() -> None:
    assert template(talk(("system", "disk 3 full"), name="a")) == template(talk(("system", "disk 9 full"), name="b"))


def test_almost_equal_texts_never_stand_in_two_parts_or_folds() -> None:
    said = " ".join(f"{a}{b}" for a in ("open", "folder", "server", "team", "sales") for b in "abcdefghijklmno")
    cases = [talk(("customer", f"{said} {chr(97 + n % 26)}{chr(97 + n // 26)}"), name=f"c{n}") for n in range(80)]
    others = [talk(("customer", f"{text} {n * 'other '}"), name=f"o{n}") for n, text in enumerate(TEXTS * 20)]
    table = split([*cases, *others], PARAMETERS).set_index("conversation_id")
    alike = table.loc[[case.conversation_id for case in cases]]
    assert alike.template_id.nunique() == 80
    assert (alike.part.nunique(), alike.fold.nunique(), alike.group_id.nunique()) == (1, 1, 1)
    assert table.part.nunique() == 3


def test_texts_without_a_letter_are_no_copies_of_each_other() -> None:
    assert template(talk(("customer", "?!"), name="a")) != template(talk(("customer", "?!"), name="b"))


def stage_on(cases: list[Conversation], folder: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run the stage in a folder that holds these conversations."""
    shutil.copyfile(ROOT / "params.yaml", folder / "params.yaml")
    clean = folder / CONVERSATIONS
    write_records(clean, "conversations", [TABLES["conversations"].model_validate(
        case.model_dump(include=set(TABLES["conversations"].model_fields))
    ) for case in cases])  # fmt: skip
    rows = [(case.conversation_id, message.model_dump()) for case in cases for message in case.messages]
    messages = [TABLES["messages"].model_validate({"conversation_id": name, **row}) for name, row in rows]
    write_records(clean, "messages", messages)
    write_records(clean, "events", [])
    write_records(clean, "customers", [])
    monkeypatch.chdir(folder)
    main()
    return pd.read_parquet(folder / "data/out/split/split.parquet")


def test_an_empty_part_stops_the_stage_with_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadInput, match="split: 'valid' has no conversation"):
        stage_on(desk([0, 1], days=[1, 2]), tmp_path, monkeypatch)


def test_a_part_left_empty_by_copies_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cases = [talk(("customer", "the same text"), name=f"c{n}", opened_at=after(n)) for n in range(20)]
    with pytest.raises(BadInput, match="'valid' has no conversation: 8 were dropped because an earlier part has one"):
        stage_on(cases, tmp_path, monkeypatch)


def test_the_stage_writes_every_conversation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cases = [talk(("customer", f"text {chr(97 + n)}"), name=f"c{n}", opened_at=after(n)) for n in range(20)]
    table = stage_on(cases, tmp_path, monkeypatch)
    assert table.part.value_counts().to_dict() == {"train": 12, "valid": 3, "test": 5}
