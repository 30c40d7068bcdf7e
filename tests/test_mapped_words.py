"""Words of a mapping that no row holds are said, with what was probably meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.errors import BadInput
from data.files import read_params
from data.settings_yaml import load
from data.sources import csv_file

BASE = "conversation: {conversation_id: id}\nmessages: [{author: {constant: customer}, text: text}]\n"
ROWS = "id,text,role,prio\n1,a,Tier 1,High\n2,b,Tier 2,High\n3,c,Tier 1,Low\n"


def notes(folder: Path, mapping: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Read a small table by a mapping; give what is said on the terminal."""
    (folder / "rows.csv").write_text(ROWS, encoding="utf-8")
    (folder / "mapping.yaml").write_text(BASE + mapping, encoding="utf-8")
    assert list(csv_file.read(folder / "rows.csv", folder / "mapping.yaml"))
    return capsys.readouterr().err


def test_a_mistyped_word_of_a_test_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = notes(tmp_path, "outcome: {escalated: {column: role, is_not: [Teir 1, Tier 2]}}", capsys)
    assert said == "note: mapping: 'Teir 1' occurs in no row of 'role'; did you mean 'Tier 1'?\n"


def test_a_word_of_a_map_is_said_only_where_another_was_meant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mapping = "outcome: {resolver_id: {column: prio, values: {Hihg: P1, Medium: P2}}}"
    assert (
        notes(tmp_path, mapping, capsys) == "note: mapping: 'Hihg' occurs in no row of 'prio'; did you mean 'High'?\n"
    )


def test_words_that_occur_are_not_mentioned(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert notes(tmp_path, 'outcome: {escalated: {column: role, is_not: [Tier 1, ""]}}', capsys) == ""


def test_a_repeated_setting_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "params.yaml"
    path.write_text("labels:\n  target: a\nsplit: {}\nlabels:\n  target: b\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"params\.yaml: 'labels' stands twice, in lines 1 and 4"):
        read_params(path)


def test_keys_merged_from_elsewhere_may_be_given_again() -> None:
    assert load("a: &a {x: 1, y: 2}\nb:\n  <<: *a\n  x: 3\n", "file")["b"] == {"x": 3, "y": 2}
