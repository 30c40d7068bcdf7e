"""A command that is stopped half-way leaves nothing half done: not a choice of a source, and not a table."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from data.errors import STOPPING, exit_with_sentence
from data.source import Choice, choose, chosen
from tests.conftest import held
from tests.test_imports import ROOT

WRITING = """
import os, signal, sys, time
from pathlib import Path
from data.errors import exit_with_sentence
from data.schema import Customer
from data.writing import canonical_tables

def main():
    with canonical_tables(Path("out"), ["customers"]) as writers:
        writers["customers"].add([Customer(customer_id="one")])
        print("writing", flush=True)
        try:
            time.sleep(60)
        finally:
            if sys.argv[1:]:  # As a supervisor does that signals the group and the process.
                os.kill(os.getpid(), int(sys.argv[1]))

exit_with_sentence(main)
"""


def stopped_copying(monkeypatch: pytest.MonkeyPatch, name: str = "copyfile") -> None:
    """Have Ctrl-C come in the middle of a copy."""

    def half(_: Path, copy: Path) -> None:
        if name == "copytree":
            copy.mkdir()
            copy /= "first.csv"
        copy.write_text("Num", encoding="utf-8")
        raise KeyboardInterrupt

    monkeypatch.setattr(shutil, name, half)


@pytest.mark.parametrize("name", ["my tickets.csv", "other.csv"])
def test_a_stop_in_the_middle_of_a_copy_leaves_the_choice_before(
    name: str, raw_folder: Path, raw_tickets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(Choice("it_tickets", raw_tickets), raw_folder)
    again = raw_tickets.with_name("new") / name
    again.parent.mkdir()
    again.write_text("Number\n2\n", encoding="utf-8")
    stopped_copying(monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        choose(Choice("it_tickets", again), raw_folder)
    assert held(raw_folder) == {".gitkeep", "source.yaml", "my tickets.csv"}
    assert chosen(raw_folder) == Choice("it_tickets", raw_folder / "my tickets.csv")
    assert (raw_folder / "my tickets.csv").read_bytes() == raw_tickets.read_bytes()


def test_a_stop_while_a_folder_is_copied_leaves_none_of_it(
    raw_folder: Path, raw_tickets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = raw_tickets.with_name("export")
    export.mkdir()
    stopped_copying(monkeypatch, "copytree")
    with pytest.raises(KeyboardInterrupt):
        choose(Choice("servicenow", export), raw_folder)
    assert held(raw_folder) == {".gitkeep"}
    assert chosen(raw_folder) == Choice("simulated")


def test_a_stop_between_file_and_mapping_leaves_no_choice_of_both(
    raw_folder: Path, raw_tickets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mapping = raw_tickets.with_name("mapping.yaml")
    mapping.write_text("rows: conversation\n", encoding="utf-8")
    choose(Choice("csv_file", raw_tickets, mapping), raw_folder)
    new = [raw_tickets.with_name("new") / path.name for path in (raw_tickets, mapping)]
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
        choose(Choice("csv_file", *new), raw_folder)
    assert chosen(raw_folder) == Choice("simulated")
    monkeypatch.undo()
    choose(Choice("csv_file", *new), raw_folder)
    assert held(raw_folder) == {".gitkeep", "source.yaml", "my tickets.csv", "mapping.yaml"}
    assert chosen(raw_folder) == Choice("csv_file", raw_folder / "my tickets.csv", raw_folder / "mapping.yaml")


def test_what_a_killed_copy_left_goes_with_the_next_choice(raw_folder: Path, raw_tickets: Path) -> None:
    (raw_folder / ".my tickets.csv.partial").mkdir()
    (raw_folder / ".elsewhere.csv.partial").touch()
    choose(Choice("it_tickets", raw_tickets), raw_folder)
    assert held(raw_folder) == {".gitkeep", "source.yaml", "my tickets.csv"}


def stopped(number: signal.Signals, folder: Path, again: bool = False) -> tuple[int, str]:
    """Send a signal to a command that is writing tables; give its exit code and what it said."""
    command = [sys.executable, "-c", WRITING, *([str(number.value)] if again else [])]
    settings, pipe = os.environ | {"PYTHONPATH": str(ROOT)}, subprocess.PIPE
    with subprocess.Popen(command, cwd=folder, env=settings, text=True, stdout=pipe, stderr=pipe) as run:
        try:
            assert run.stdout is not None
            assert run.stdout.readline() == "writing\n"
            assert held(folder / "out") == {".customers.parquet.partial"}
            run.send_signal(number)
            _, said = run.communicate(timeout=30)
        finally:
            run.kill()
    return run.returncode, said


CASES = [(signal.SIGINT, False), *((number, again) for number in STOPPING for again in (False, True))]


@pytest.mark.parametrize(("number", "again"), CASES)
def test_a_signal_cleans_up_and_says_so(number: signal.Signals, again: bool, tmp_path: Path) -> None:
    assert stopped(number, tmp_path, again=again) == (128 + number, "stopped\n")
    assert held(tmp_path / "out") == set()


def test_what_was_started_to_outlive_its_terminal_does() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        exit_with_sentence(lambda: os.kill(os.getpid(), signal.SIGHUP))
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_handlers_are_as_before_afterwards_and_another_thread_sets_none() -> None:
    before = [signal.getsignal(number) for number in STOPPING]
    exit_with_sentence(lambda: None)
    assert [signal.getsignal(number) for number in STOPPING] == before
    found: list[object] = []
    thread = threading.Thread(target=exit_with_sentence, args=(lambda: found.extend(map(signal.getsignal, STOPPING)),))
    thread.start()
    thread.join()
    assert found == before
