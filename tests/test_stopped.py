"""A command that is stopped half-way leaves nothing half done: not a choice of a source, and not a table."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from data.source import Choice, choose, chosen


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A ``data/raw`` as a fresh clone has it."""
    made = tmp_path / "data" / "raw"
    made.mkdir(parents=True)
    (made / ".gitkeep").touch()
    return made


@pytest.fixture
def tickets(tmp_path: Path) -> Path:
    """A file outside ``data/raw``."""
    made = tmp_path / "my tickets.csv"
    made.write_text("Number\n1\n", encoding="utf-8")
    return made


def held(folder: Path) -> set[str]:
    """Give the names in a folder."""
    return {path.name for path in folder.iterdir()}


def stopped_copying(monkeypatch: pytest.MonkeyPatch, name: str = "copyfile") -> None:
    """Have Ctrl-C come in the middle of a copy."""

    def half(path: Path, copy: Path) -> None:
        if name == "copytree":
            copy.mkdir()
            copy /= "first.csv"
        copy.write_text("Num", encoding="utf-8")
        raise KeyboardInterrupt

    monkeypatch.setattr(shutil, name, half)


@pytest.mark.parametrize("name", ["my tickets.csv", "other.csv"])
def test_a_stop_in_the_middle_of_a_copy_leaves_the_choice_before(
    name: str, folder: Path, tickets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(Choice("it_tickets", tickets), folder)
    again = tickets.with_name("new") / name
    again.parent.mkdir()
    again.write_text("Number\n2\n", encoding="utf-8")
    stopped_copying(monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        choose(Choice("it_tickets", again), folder)
    assert held(folder) == {".gitkeep", "source.yaml", "my tickets.csv"}
    assert chosen(folder) == Choice("it_tickets", folder / "my tickets.csv")
    assert (folder / "my tickets.csv").read_bytes() == tickets.read_bytes()


def test_a_stop_while_a_folder_is_copied_leaves_none_of_it(
    folder: Path, tickets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = tickets.with_name("export")
    export.mkdir()
    stopped_copying(monkeypatch, "copytree")
    with pytest.raises(KeyboardInterrupt):
        choose(Choice("servicenow", export), folder)
    assert held(folder) == {".gitkeep"}
    assert chosen(folder) == Choice("simulated")


def test_a_stop_between_file_and_mapping_leaves_no_choice_of_both(
    folder: Path, tickets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mapping = tickets.with_name("mapping.yaml")
    mapping.write_text("rows: conversation\n", encoding="utf-8")
    choose(Choice("csv_file", tickets, mapping), folder)
    new = [tickets.with_name("new") / path.name for path in (tickets, mapping)]
    new[0].parent.mkdir()
    for path in new:
        path.write_text("rows: message\n", encoding="utf-8")
    replace = Path.replace

    def stopping(path: Path, target: Path) -> Path:
        if target.name == "mapping.yaml":
            raise KeyboardInterrupt
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", stopping)
    with pytest.raises(KeyboardInterrupt):
        choose(Choice("csv_file", *new), folder)
    assert chosen(folder) == Choice("simulated")
    monkeypatch.undo()
    choose(Choice("csv_file", *new), folder)
    assert held(folder) == {".gitkeep", "source.yaml", "my tickets.csv", "mapping.yaml"}
    assert chosen(folder) == Choice("csv_file", folder / "my tickets.csv", folder / "mapping.yaml")


def test_what_a_killed_copy_left_goes_with_the_next_choice(folder: Path, tickets: Path) -> None:
    (folder / ".my tickets.csv.partial").mkdir()
    (folder / ".elsewhere.csv.partial").touch()
    choose(Choice("it_tickets", tickets), folder)
    assert held(folder) == {".gitkeep", "source.yaml", "my tickets.csv"}
