"""A setting that is unknown or not allowed gets one sentence that names it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from data.errors import BadInput
from data.files import read_params
from data.parameters import Parameters
from tests.test_imports import ROOT

GIVEN = (ROOT / "params.yaml").read_text(encoding="utf-8")


def written(folder: Path, path: str, value: Any) -> Path:
    """Write the committed settings with one of them changed."""
    settings = yaml.safe_load(GIVEN)
    *parents, key = path.split(".")
    section = settings
    for parent in parents:
        section = section[parent]
    section[key] = value
    file = folder / "params.yaml"
    file.write_text(yaml.safe_dump(settings), encoding="utf-8")
    return file


def test_the_committed_settings_are_whole_and_allowed() -> None:
    assert set(yaml.safe_load(GIVEN)) == set(Parameters.model_fields)
    assert read_params(ROOT / "params.yaml").split.train_share > 0.5


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        (
            "escalation.num_leafs",
            "params.yaml: escalation.num_leafs: 'num_leafs' is an unknown key. Fix: did you mean 'num_leaves'?",
        ),
        ("polizy", "params.yaml: polizy: 'polizy' is an unknown key. Fix: did you mean 'policy'?"),
        (
            "conversations.simulated.sead",
            "params.yaml: conversations.simulated.sead: 'sead' is an unknown key. Fix: did you mean 'seed'?",
        ),
        (
            "labels.zzz",
            "params.yaml: labels.zzz: 'zzz' is an unknown key. Fix: known: target.",
        ),
    ],
)
def test_an_unknown_key_names_the_nearest(path: str, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        read_params(written(tmp_path, path, 1))
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("path", "value", "shown"),
    [
        ("escalation.num_leaves", 1, "1"),
        ("escalation.rounds", "many", "many"),
        ("split.folds", 1, "1"),
        ("policy.watch_ratio", 1.5, "1.5"),
        ("labels.target", "", ""),
        ("history.attributes", "all", "all"),
        ("history.attributes", [1], "[1]"),
        ("neighbours.shares_at", [], "[]"),
        ("sentiment.languages", ["en", 5], "5"),
        ("conversations.simulated", None, "None"),
        ("text_score.word_ngrams", [1], "[1]"),
        ("evaluation.confidence", float("nan"), "nan"),
    ],
)
def test_a_wrong_value_names_its_field(path: str, value: Any, shown: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        read_params(written(tmp_path, path, value))
    assert refused.value.field.startswith(f"params.yaml: {path}")
    assert "\n" not in str(refused.value)
    assert refused.value.value == shown


def test_shares_that_leave_no_test_part_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="leave nothing to test on"):
        read_params(written(tmp_path, "split.valid_share", 0.4))


def test_a_missing_section_is_named(tmp_path: Path) -> None:
    settings = yaml.safe_load(GIVEN)
    del settings["resolver"]
    file = tmp_path / "params.yaml"
    file.write_text(yaml.safe_dump(settings), encoding="utf-8")
    with pytest.raises(BadInput, match=r"^params\.yaml: resolver: .* Fix: ") as refused:
        read_params(file)
    assert refused.value.problem == "is missing"
    assert len(str(refused.value)) < 250


@pytest.mark.parametrize("content", ["", "- a\n- b\n", "labels: [1\n", "labels: 3\n", "\x00"])
def test_a_file_that_is_not_settings_gets_a_sentence(content: str, tmp_path: Path) -> None:
    file = tmp_path / "params.yaml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(BadInput) as refused:
        read_params(file)
    assert "\n" not in str(refused.value)


def test_settings_that_are_not_utf8_get_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "params.yaml"
    file.write_bytes("labels: {target: 'größer'}\n".encode("latin-1"))
    with pytest.raises(BadInput, match="UTF-8"):
        read_params(file)


def test_a_missing_file_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="is not there"):
        read_params(tmp_path / "params.yaml")
