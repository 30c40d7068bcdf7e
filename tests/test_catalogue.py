"""The catalogue has every column with its words; ablation leaves out one family at a time."""

from __future__ import annotations

import pandas as pd
import pytest

from data.schema import Conversation
from features.families import FAMILIES, family_of
from features.featurize import feature_columns, featurize
from tests.conftest import ROOT
from tests.handmade import fitted_on, talk
from tests.test_incremental import PAST
from training.ablation import FULL, picture, table, variants
from training.catalogue import catalogue

COLUMNS = feature_columns(fitted_on(PAST))


def test_every_column_is_described_and_named_after_its_family() -> None:
    for name, column in COLUMNS.items():
        assert family_of(name) in FAMILIES
        assert all(column), name
    with pytest.raises(KeyError):
        family_of("nobodys_column")


def test_what_is_said_never_to_be_missing_never_is() -> None:
    bare = [talk(("customer", "hi")), talk(("bot", "?")), talk(("system", "DISK 91 full"), ("agent", "ok"))]
    empty = Conversation.model_validate({"conversation_id": "c", "messages": [{"author": "agent", "intent": "greet"}]})
    found = featurize([*bare, empty], fitted_on(PAST))
    rows = pd.DataFrame(found.values, columns=found.columns)
    assert list(rows) == list(COLUMNS)
    never = [name for name, column in COLUMNS.items() if column.missing == "never"]
    assert rows[never].notna().all(axis=None)


def test_the_page_holds_every_column_with_its_gain() -> None:
    rows = pd.DataFrame({name: [float("nan"), 0.0, 1.5] for name in COLUMNS})
    page = catalogue(COLUMNS, {"structure_messages": 0.25}, rows, "handmade")
    for name, column in COLUMNS.items():
        assert f"| `{name}` | {column.means} |" in page
    assert "| `structure_messages` | number of messages | count | never | messages.author | 25.0% | 1.5 |" in page


def test_the_committed_page_is_that_of_the_code() -> None:
    page = (ROOT / "features/CATALOGUE.md").read_text(encoding="utf-8")
    missing = [name for name in COLUMNS if f"`{name}`" not in page and not name.startswith("neighbours_rate_")]
    assert missing == []


def test_each_family_is_left_out_once_and_taken_alone_once() -> None:
    found = variants(list(COLUMNS))
    families = {family_of(name) for name in COLUMNS}
    assert found[FULL] == list(COLUMNS)
    for family in families:
        alone, rest = found[f"{family} alone"], found[f"without {family}"]
        assert {family_of(name) for name in alone} == {family}
        assert sorted([*alone, *rest]) == sorted(COLUMNS)


def test_table_and_picture_show_what_was_measured() -> None:
    figure = {"value": 0.7, "low": 0.6, "high": 0.8, "n": 10}
    change = {"value": -0.02, "low": -0.03, "high": -0.01, "n": 10}
    made = {FULL: {"auc": figure, "change": None}, "without time": {"auc": figure, "change": change}}
    measured = {"a": {"variants": made | {"time alone": {"auc": figure, "change": change}}}}
    assert "| time | -0.020 (-0.030 to -0.010) |" in table(measured)
    assert "| time | 0.700 (0.600 to 0.800) |" in table(measured)
    assert "| structure | – |" in table(measured)
    assert picture(measured).axes[0].get_title() == "a"
