"""The history of the champion: every move is kept, a rollback goes one version back, and what was rolled back stays."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import BadInput
from training.promotions import (
    Change,
    champion_version,
    changes,
    give_alias,
    move_champion,
    rolled_back,
    user,
    version_before,
)


class Registry:
    """As much of an MlflowClient as promotions use: aliases and tags of one model."""

    def __init__(self) -> None:
        self.tags: dict[str, str] = {}
        self.aliases: dict[str, str] = {}

    def get_registered_model(self, _: str) -> Any:
        return SimpleNamespace(tags=dict(self.tags), aliases=dict(self.aliases))

    def set_registered_model_tag(self, _: str, name: str, value: str) -> None:
        self.tags[name] = value

    def set_registered_model_alias(self, _: str, alias: str, version: str) -> None:
        self.aliases[alias] = version


def promote(registry: Registry, version: str) -> tuple[str, str]:
    return give_alias(registry, "m", version, "champion", "better")


def test_each_move_is_written_down_once() -> None:
    registry = Registry()
    for version in ("1", "1", "2"):
        promote(registry, version)
    moves = [(one.kind, one.before, one.after, one.evidence) for one in changes(registry, "m")]
    assert moves == [("promotion", None, "1", "better"), ("promotion", "1", "2", "better")]
    assert all(one.by and one.at.endswith("+00:00") for one in changes(registry, "m"))


def test_what_was_rolled_back_does_not_come_back_by_itself() -> None:
    registry = Registry()
    promote(registry, "1")
    promote(registry, "2")
    back = move_champion(registry, "m", "rollback", "1", "alarms doubled", "Ada")
    alias, reason = promote(registry, "2")
    assert alias == "challenger"
    assert str(back) in reason
    assert registry.aliases == {"champion": "1", "challenger": "2"}
    move_champion(registry, "m", "promotion", "2", "it was the data", "Ada")
    assert rolled_back(changes(registry, "m"), "2") is None


def test_a_challenger_is_no_move() -> None:
    registry = Registry()
    assert give_alias(registry, "m", "1", "challenger", "not yet") == ("challenger", "not yet")
    assert changes(registry, "m") == []
    assert registry.aliases == {"challenger": "1"}


@given(st.lists(st.integers(1, 6).map(str), min_size=1, max_size=20))
def test_rollbacks_undo_promotions_one_by_one(versions: list[str]) -> None:
    registry = Registry()
    versions = list(dict.fromkeys(versions))
    for version in versions:
        promote(registry, version)
    for expected in reversed(versions[:-1]):
        before = version_before(changes(registry, "m"), champion_version(registry, "m"))
        move_champion(registry, "m", "rollback", before, "undo")
        assert registry.aliases["champion"] == expected
    assert len(changes(registry, "m")) == 2 * len(versions) - 1
    with pytest.raises(BadInput, match="no earlier champion"):
        version_before(changes(registry, "m"), champion_version(registry, "m"))


def test_long_evidence_is_cut_and_nothing_is_known_of_no_champion() -> None:
    registry = Registry()
    assert len(move_champion(registry, "m", "promotion", "1", "x" * 9_000).evidence) == 1_000
    with pytest.raises(BadInput, match="champion"):
        version_before([], None)
    other = Change("promotion", "2026-01-01", "Ada", None, "1", "first")
    assert rolled_back([other], "1") is None


@pytest.mark.parametrize("missing", [KeyError("getpwuid(): uid not found: 4711"), OSError("no name")])
def test_a_user_without_a_name_promotes_too(missing: Exception) -> None:
    def no_name() -> str:
        raise missing

    assert user(no_name).startswith("user ")
    assert user(lambda: "ada") == "ada"
