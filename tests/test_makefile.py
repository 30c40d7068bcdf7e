"""The Makefile lists its targets, passes on what it is given unharmed, and reports no usage to anybody."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.test_imports import ROOT

TARGETS = {
    "run",
    "test",
    "lint",
    "types",
    "format",
    "serve",
    "mlflow",
    "doctor",
    "readme",
    "constraints",
    "clean",
    "help",
}
SHOW_ARGUMENTS = '#!/bin/sh\nfor given in "$@"; do printf "<%s>" "$given"; done\necho " analytics:$DVC_NO_ANALYTICS"\n'


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout in a folder with a space, whose environment is a fake that prints its arguments."""
    made = tmp_path / "my checkout"
    (made / ".venv" / "bin").mkdir(parents=True)
    for name in ("pyproject.toml", "constraints.txt", "Makefile"):
        shutil.copy(ROOT / name, made / name)
    python = made / ".venv" / "bin" / "python"
    python.write_text(SHOW_ARGUMENTS, encoding="utf-8")
    python.chmod(0o755)
    (made / ".venv" / ".installed").touch()
    return made


def make(folder: Path, *arguments: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run make as a user would, without what another make or pytest put into the environment."""
    left_out = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS", "MAKEOVERRIDES", "SOURCE", "RAW", "PORT", "DVC_NO_ANALYTICS"}
    environment = {name: value for name, value in os.environ.items() if name not in left_out}
    if path is not None:
        environment["PATH"] = path
    command = [shutil.which("make") or "make", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_make_alone_lists_every_target(checkout: Path) -> None:
    done = make(checkout)
    assert done.returncode == 0
    listed = dict(re.findall(r"^  make ([\w-]+) +(\S.*)$", done.stdout, flags=re.MULTILINE))
    assert set(listed) >= TARGETS
    phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert phony is not None
    assert set(listed) == set(phony.group(1).split())


def test_run_chooses_the_source_then_runs_then_shows(checkout: Path) -> None:
    done = make(checkout, "run", "SOURCE=it_tickets", "RAW=../x/tickets.csv")
    assert done.stdout.splitlines() == [
        "<-m><data.source><--name><it_tickets><--raw><../x/tickets.csv><--mapping><> analytics:true",
        "<-m><dvc><repro> analytics:true",
        "<-m><training.results> analytics:true",
    ]


@pytest.mark.parametrize(
    "raw", ["a b.csv", "it's.csv", 'a"b.csv', "a;touch pwned", "$(touch pwned)", "`touch pwned`", "$x $$y", "a\\b", "*"]
)
def test_a_strange_file_name_is_only_a_name(raw: str, checkout: Path) -> None:
    done = make(checkout, "run", f"RAW={raw}")
    assert done.stdout.splitlines()[0] == f"<-m><data.source><--name><><--raw><{raw}><--mapping><> analytics:true"
    assert not (checkout / "pwned").exists()


def test_a_function_of_make_in_a_file_name_is_only_a_name(checkout: Path) -> None:
    done = make(checkout, "run", "RAW=$(shell touch pwned)")
    assert "<$(shell touch pwned)>" in done.stdout
    assert not (checkout / "pwned").exists()


def test_a_step_that_fails_ends_the_run(checkout: Path) -> None:
    python = checkout / ".venv" / "bin" / "python"
    python.write_text('#!/bin/sh\necho "error: one sentence" >&2\nexit 2\n', encoding="utf-8")
    done = make(checkout, "run", "SOURCE=zzz")
    assert done.returncode == 2
    assert done.stdout == ""
    sentence, noise = done.stderr.splitlines()
    assert sentence == "error: one sentence"
    assert noise.startswith("make: ***")


@pytest.mark.parametrize(("target", "port"), [("serve", "3000"), ("mlflow", "5000")])
def test_ports_have_a_default_and_can_be_given(target: str, port: str, checkout: Path) -> None:
    assert f"<--port><{port}>" in make(checkout, target).stdout
    assert "<--port><8123>" in make(checkout, target, "PORT=8123").stdout
    assert make(checkout, target, "PORT=1;touch pwned").returncode == 0
    assert not (checkout / "pwned").exists()


def test_mlflow_listens_on_this_machine_only_and_keeps_its_files_in_ignored_places(checkout: Path) -> None:
    started = make(checkout, "mlflow").stdout
    assert "<--host><127.0.0.1>" in started
    assert "<sqlite:///mlflow.db>" in started
    assert "<mlartifacts>" in started
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {"mlflow.db*", "mlartifacts/"} <= set(ignored)


def test_another_python_gets_one_sentence(checkout: Path, tmp_path: Path) -> None:
    shutil.rmtree(checkout / ".venv")
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("python3", "python3.11"):
        (programs / name).write_text(
            '#!/bin/sh\n[ "$1" = --version ] && echo Python 3.9.2 || exit 1\n', encoding="utf-8"
        )
        (programs / name).chmod(0o755)
    for name in ("sh", "test", "rm", "awk"):
        (programs / name).symlink_to(shutil.which(name) or name)
    done = make(checkout, "run", path=str(programs))
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == (
        "error: Python: 'Python 3.9.2' is not 3.11. Fix: install Python 3.11 and run make again."
    )
    assert not (checkout / ".venv").exists()


def test_a_changed_list_of_packages_installs_again(checkout: Path) -> None:
    stamp = checkout / ".venv" / ".installed"
    os.utime(stamp, (1, 1))
    done = make(checkout, "lint")
    assert "Installing the pinned packages" in done.stdout
    assert "<--constraint><constraints.txt><--editable><.[test]>" in done.stdout
    assert stamp.stat().st_mtime > 1
    assert "Installing" not in make(checkout, "lint").stdout


def test_clean_keeps_the_environment_the_inputs_and_the_runs(checkout: Path) -> None:
    for path in (
        "data/out/x/a",
        "features/cache/d",
        "data/raw/b",
        "mlflow.db",
        "data/__pycache__/c",
        ".venv/lib/__pycache__/d",
    ):
        (checkout / path).parent.mkdir(parents=True, exist_ok=True)
        (checkout / path).touch()
    assert make(checkout, "clean").returncode == 0
    left = {str(path.relative_to(checkout)) for path in checkout.rglob("*") if path.is_file()}
    assert left >= {"data/raw/b", "mlflow.db", ".venv/lib/__pycache__/d", ".venv/.installed"}
    assert not left & {"data/out/x/a", "features/cache/d", "data/__pycache__/c"}


def test_usage_reports_are_off() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert {"DVC_NO_ANALYTICS", "MLFLOW_DISABLE_TELEMETRY", "BENTOML_DO_NOT_TRACK"} <= set(
        re.findall(r"^export (\w+) := true$", text, flags=re.MULTILINE)
    )
    assert "analytics = false" in (ROOT / ".dvc" / "config").read_text(encoding="utf-8")
