"""The doctor finds what is wrong, says how to mend it, and runs on a Python that has nothing installed."""

from __future__ import annotations

import hashlib
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.errors import BadInput
from serving.doctor import (
    OK,
    PORTS,
    WARNING,
    WRONG,
    Check,
    disk_check,
    encoder_check,
    lock_check,
    memory_check,
    packages_check,
    port_check,
    program_check,
    python_check,
    show,
    source_check,
)
from serving.machine import (
    available_memory,
    encoder,
    file_digest,
    free_disk,
    installed_versions,
    is_free,
    needed_packages,
    pinned_versions,
    require_free,
)
from tests.test_imports import ROOT


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which another program listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.mark.parametrize(
    ("check", "state"),
    [
        (python_check((3, 11, 7)), OK),
        (python_check((3, 12, 0)), WRONG),
        (python_check((3, 9, 1)), WRONG),
        (disk_check(6.5, installed=False), OK),
        (disk_check(5.5, installed=False), WRONG),
        (disk_check(5.5, installed=True), OK),
        (disk_check(0.5, installed=True), WRONG),
        (memory_check(3.5), OK),
        (memory_check(2.5), WARNING),
        (memory_check(None), WARNING),
        (program_check("git", "/bin/git"), OK),
        (program_check("git", None), WRONG),
        (port_check(3000, "make serve", True), OK),
        (port_check(3000, "make serve", False), WARNING),
        (lock_check(True), OK),
        (lock_check(False), WARNING),
        (packages_check({"a": "1"}, {}, ["a"], done=False), WARNING),
        (packages_check({"a": "1", "elsewhere": "2"}, {"a": "1", "extra": "3"}, ["a"], done=True), OK),
        (packages_check({"a": "1"}, {"a": "2"}, ["a"], done=True), WRONG),
        (packages_check({"a": "1"}, {}, ["a"], done=True), WRONG),
    ],
)
def test_a_check_tells_and_says_how_to_mend(check: Check, state: str) -> None:
    assert check.state == state
    assert bool(check.fix) == (state != OK)
    assert check.found


def test_wrong_packages_are_named_but_not_all() -> None:
    pinned = dict.fromkeys("abcde", "1")
    found = packages_check(pinned, dict.fromkeys("abcd", "2"), ["e"], done=True).found
    assert found == "e missing; a 2 instead of 1; b 2 instead of 1 ..."


def test_the_encoder_is_checked_by_its_digest(tmp_path: Path) -> None:
    model = tmp_path / "model.safetensors"
    model.write_bytes(b"weights")
    right = hashlib.sha256(b"weights").hexdigest()
    assert file_digest(model) == right
    assert encoder_check(model, right, done=True).state == OK
    assert encoder_check(model, "0" * 64, done=True).state == WRONG
    assert encoder_check(tmp_path / "gone", right, done=True).state == WRONG
    assert encoder_check(None, right, done=True).state == WRONG
    assert encoder_check(None, None, done=False).state == WARNING


def test_the_installed_encoder_is_the_known_one() -> None:
    assert encoder_check(*encoder(), done=True).state == OK


def test_the_chosen_source_is_shown_and_a_broken_one_is_wrong(tmp_path: Path) -> None:
    assert source_check(tmp_path) == Check("source", OK, "simulated (built in)")
    (tmp_path / "source.yaml").write_text("{source: it_tickets, file: a.csv}", encoding="utf-8")
    assert source_check(tmp_path).state == WRONG
    assert source_check(tmp_path).fix.startswith("choose again")
    (tmp_path / "a.csv").touch()
    assert source_check(tmp_path).found == f"it_tickets, {tmp_path / 'a.csv'}"


def test_constraints_are_read_in_one_spelling(tmp_path: Path) -> None:
    file = tmp_path / "constraints.txt"
    file.write_text("# made by == hand\nPyYAML==6.0.3\nzc.lockfile==4.0\nmypy_extensions==1.2.0\n", encoding="utf-8")
    assert pinned_versions(file) == {"pyyaml": "6.0.3", "zc-lockfile": "4.0", "mypy-extensions": "1.2.0"}
    assert pinned_versions(tmp_path / "gone") == {}


def test_this_environment_is_the_pinned_one() -> None:
    pinned = pinned_versions(ROOT / "constraints.txt")
    assert len(pinned) > 100
    assert {"torch", "lightgbm", "sentence-transformers"} <= set(needed_packages())
    check = packages_check(pinned, installed_versions(), needed_packages(), done=True)
    assert check.state == OK, check.found


def test_constraints_name_versions_of_the_index_only() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# Exact versions of every installed package; remade by: make constraints"
    assert [line for line in lines[1:] if line.count("==") != 1 or set("@+/: ") & set(line)] == []


def test_this_machine_has_memory_and_disk() -> None:
    assert free_disk() > 0
    memory = available_memory()
    assert (memory is not None and memory > 0) == Path("/proc/meminfo").is_file()


def test_a_taken_port_is_seen(taken: int) -> None:
    assert not is_free(taken)
    with pytest.raises(BadInput, match=f"PORT: '{taken}' is in use by another program. Fix: stop it, or give another"):
        require_free(str(taken))


def test_ports_are_those_of_commands_that_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
    goals = {f"make {line.split(':')[0]}" for line in makefile}
    assert set(PORTS.values()) <= goals


def test_a_free_port_is_seen() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert is_free(port)
    require_free(str(port))


@pytest.mark.parametrize("port", ["", "0", "65536", "-1", "30 00", "http", "٣٠٠٠", "5000;ls"])
def test_what_is_no_port_is_refused(port: str) -> None:
    with pytest.raises(BadInput, match="is not a port"):
        require_free(port)


def test_the_table_aligns_and_counts() -> None:
    lines: list[str] = []
    table = [
        Check("Python", OK, "3.11.7"),
        Check("git", WRONG, "not there", "install git"),
        Check("x", WARNING, "y", "z"),
    ]
    assert not show(table, lines.append)
    assert lines == [
        "Python  ok       3.11.7   ",
        "git     WRONG    not there  fix: install git",
        "x       warning  y          fix: z",
        "1 ok, 1 warnings, 1 wrong",
    ]
    assert show([table[0], table[2]], lines.append)


def test_the_doctor_needs_nothing_installed() -> None:
    # -S leaves out site-packages: what is left is the standard library, as before the installation.
    command = [sys.executable, "-S", "-m", "serving.doctor"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert "Python " in done.stdout
    assert " wrong" in done.stdout.splitlines()[-1]


def test_a_taken_port_ends_the_command_with_one_sentence(taken: int) -> None:
    command = [sys.executable, "-m", "serving.doctor", "--port", str(taken)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith(f"error: PORT: '{taken}' is in use")
