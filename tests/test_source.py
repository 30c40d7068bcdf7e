"""Choosing a source: ``data/raw`` holds exactly the chosen one, and a choice that cannot work gets one sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from data.errors import BadInput
from data.files import read_params, refuse_a_temporary_copy
from data.source import SOURCES, Choice, choose, chosen, read_source
from data.source_rows import SourceRow
from tests.conftest import held
from tests.test_imports import ROOT


def test_a_fresh_clone_has_the_default_source(raw_folder: Path) -> None:
    assert chosen(raw_folder) == Choice("simulated")


def test_a_chosen_file_is_copied_with_its_name(raw_folder: Path, raw_tickets: Path) -> None:
    choose(Choice("it_tickets", raw_tickets), raw_folder)
    assert held(raw_folder) == {".gitkeep", "source.yaml", "my tickets.csv"}
    assert chosen(raw_folder) == Choice("it_tickets", raw_folder / "my tickets.csv")
    assert (raw_folder / "my tickets.csv").read_bytes() == raw_tickets.read_bytes()


def test_a_folder_and_a_mapping_are_copied_too(raw_folder: Path, tmp_path: Path, raw_tickets: Path) -> None:
    export = tmp_path / "export"
    export.mkdir()
    (export / "incident.csv").write_text("number\n", encoding="utf-8")
    choose(Choice("servicenow", export), raw_folder)
    assert (raw_folder / "export" / "incident.csv").read_text(encoding="utf-8") == "number\n"
    assert chosen(raw_folder) == Choice("servicenow", raw_folder / "export")
    mapping = tmp_path / "mapping.yaml"
    mapping.write_text("rows: conversation\n", encoding="utf-8")
    choose(Choice("csv_file", raw_tickets, mapping), raw_folder)
    assert held(raw_folder) == {".gitkeep", "source.yaml", "my tickets.csv", "mapping.yaml"}
    assert chosen(raw_folder) == Choice("csv_file", raw_folder / "my tickets.csv", raw_folder / "mapping.yaml")
    choose(chosen(raw_folder), raw_folder)
    assert (raw_folder / "mapping.yaml").read_bytes() == mapping.read_bytes()


def test_a_mapping_that_no_source_reads_is_refused(raw_folder: Path, raw_tickets: Path) -> None:
    with pytest.raises(BadInput, match=r"MAPPING: .* is not used by the source it_tickets"):
        choose(Choice("it_tickets", raw_tickets, raw_tickets), raw_folder)


def test_switching_leaves_only_the_chosen_file(raw_folder: Path, raw_tickets: Path) -> None:
    other = raw_tickets.with_name("other.csv")
    other.write_text("x", encoding="utf-8")
    (raw_folder / "left").mkdir()
    (raw_folder / "left" / "over.csv").touch()
    choose(Choice("it_tickets", raw_tickets), raw_folder)
    choose(Choice("it_tickets", other), raw_folder)
    assert held(raw_folder) == {".gitkeep", "source.yaml", "other.csv"}


def test_the_default_removes_all(raw_folder: Path, raw_tickets: Path) -> None:
    choose(Choice("it_tickets", raw_tickets), raw_folder)
    choose(Choice("simulated"), raw_folder)
    assert held(raw_folder) == {".gitkeep"}
    assert chosen(raw_folder) == Choice("simulated")


def test_the_file_in_place_may_be_chosen_again(raw_folder: Path, raw_tickets: Path) -> None:
    choose(Choice("it_tickets", raw_tickets), raw_folder)
    choose(Choice("it_tickets", raw_folder / "my tickets.csv"), raw_folder)
    assert (raw_folder / "my tickets.csv").read_bytes() == raw_tickets.read_bytes()


def test_a_file_named_like_the_choice_is_refused(raw_folder: Path, tmp_path: Path) -> None:
    clash = tmp_path / "source.yaml"
    clash.write_text("Number\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"RAW: .*source\.yaml.*Fix: rename"):
        choose(Choice("it_tickets", clash), raw_folder)
    assert held(raw_folder) == {".gitkeep"}


@pytest.mark.parametrize(
    ("name", "raw", "sentence"),
    [
        ("it_tikets", "my tickets.csv", "SOURCE: 'it_tikets' is an unknown source. Fix: did you mean 'it_tickets'?"),
        ("zzz", "", f"SOURCE: 'zzz' is an unknown source. Fix: known: {', '.join(sorted(SOURCES))}."),
        ("it_tickets", "", "RAW: '' is empty, but the source it_tickets reads a file. Fix: add RAW=path/to/file."),
        ("simulated", "my tickets.csv", "is not used by the simulated source. Fix: leave RAW out, or name its SOURCE."),
        ("it_tickets", "nowhere.csv", "nowhere.csv' is not a file or folder. Fix: give the path of an existing one."),
        (
            "csv_file",
            "my tickets.csv",
            "Fix: add MAPPING=path/to/mapping.yaml; python -m data.describe FILE writes one.",
        ),
    ],
)
def test_a_choice_that_cannot_work_gets_one_sentence_and_changes_nothing(
    name: str, raw: str, sentence: str, raw_folder: Path, raw_tickets: Path
) -> None:
    (raw_folder / "precious.csv").touch()
    with pytest.raises(BadInput) as refused:
        choose(Choice(name, raw_tickets.parent / raw if raw else None), raw_folder)
    assert str(refused.value).endswith(sentence)
    assert held(raw_folder) == {".gitkeep", "precious.csv"}


def test_a_choice_edited_by_hand_is_checked() -> None:
    with pytest.raises(BadInput, match=r"data/raw/source\.yaml: source: 'it_ticket' is an unknown source"):
        read_source(Choice("it_ticket"), read_params(ROOT / "params.yaml").conversations)


@pytest.mark.parametrize("content", ["source: [", "", "source: it_tickets\n", "- a\n"])
def test_a_broken_choice_gets_one_sentence(content: str, raw_folder: Path) -> None:
    (raw_folder / "source.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(BadInput, match=r"source\.yaml.*Fix: choose again"):
        chosen(raw_folder)


def test_a_choice_whose_file_is_gone_gets_one_sentence(raw_folder: Path, raw_tickets: Path) -> None:
    choose(Choice("it_tickets", raw_tickets), raw_folder)
    (raw_folder / "my tickets.csv").unlink()
    with pytest.raises(BadInput, match=r"my tickets\.csv.*Fix: choose again"):
        chosen(raw_folder)


def test_the_default_source_gives_rows() -> None:
    first = next(read_source(Choice("simulated"), read_params(ROOT / "params.yaml").conversations))
    assert isinstance(first, SourceRow)


@pytest.mark.parametrize("kind", ["tmpabc", "temp/standalone/tmpabc"])
def test_a_temporary_copy_of_dvc_is_refused(tmp_path: Path, kind: str) -> None:
    copy = tmp_path / ".dvc" / "tmp" / "exps" / kind
    with pytest.raises(BadInput, match=r"temporary copy.*without --temp or --queue"):
        refuse_a_temporary_copy(copy)
    refuse_a_temporary_copy(tmp_path)


def test_an_empty_name_is_the_default_source(tmp_path: Path) -> None:
    (tmp_path / "params.yaml").write_text((ROOT / "params.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    command = [sys.executable, "-m", "data.source", "--name", "", "--raw", ""]
    settings = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=settings, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_command_ends_with_one_sentence() -> None:
    command = [sys.executable, "-m", "data.source", "--name", "it_tikets"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "error: SOURCE: 'it_tikets' is an unknown source. Fix: did you mean 'it_tickets'?\n"
    assert done.stdout == ""
