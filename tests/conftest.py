"""What several tests need: the hand-written conversations, and the real corpora where they are."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest

from data.schema import Conversation
from data.tables import Outcome
from serving.predictor import Predictor

ROOT = Path(__file__).parents[1]
FIXTURES = Path(__file__).parent / "fixtures"
CORPORA = "ESCALATION_CORPORA"
SKIPPED = f"set {CORPORA} to the folder with the real corpora"


class Example(NamedTuple):
    """A hand-written conversation, what it is there for, and how it ended."""

    conversation: Conversation
    why: str
    outcome: Outcome


@pytest.fixture(scope="session")
def examples() -> dict[str, Example]:
    """The hand-written conversations by their id."""
    found = {}
    for line in (FIXTURES / "conversations.jsonl").read_text(encoding="utf-8").splitlines():
        given = json.loads(line)
        why, outcome = given.pop("why"), given.pop("outcome")
        conversation = Conversation.model_validate(given)
        ending = Outcome(conversation_id=conversation.conversation_id, **outcome)
        found[conversation.conversation_id] = Example(conversation, why, ending)
    return found


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder with the real corpora; without it the tests that need them are skipped."""
    given = os.environ.get(CORPORA, "")
    if not given:
        pytest.skip(SKIPPED)
    if not Path(given).is_dir():
        pytest.fail(f"{CORPORA}: {given!r} is not a folder. Fix: give the folder with the real corpora.")
    return Path(given)


@pytest.fixture
def raw_folder(tmp_path: Path) -> Path:
    """A ``data/raw`` as a fresh clone has it."""
    made = tmp_path / "data" / "raw"
    made.mkdir(parents=True)
    (made / ".gitkeep").touch()
    return made


@pytest.fixture
def raw_tickets(tmp_path: Path) -> Path:
    """A file outside ``data/raw``."""
    made = tmp_path / "my tickets.csv"
    made.write_text("Number\n1\n", encoding="utf-8")
    return made


def held(folder: Path) -> set[str]:
    """Give the names in a folder."""
    return {path.name for path in folder.iterdir()}


def checkout(folder: Path) -> Path:
    """Copy the project's code and settings, without any output."""
    for name in ("data", "features", "training", "serving"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("out", "raw", "__pycache__"))
    (folder / "data" / "raw").mkdir()
    (folder / "data" / "raw" / ".gitkeep").touch()
    for name in ("dvc.yaml", "params.yaml"):
        shutil.copyfile(ROOT / name, folder / name)
    command(folder, "dvc", "init", "--no-scm", "--quiet")
    return folder


def command(folder: Path, module: str, *arguments: str, ok: bool = True) -> str:
    """Run ``python -m module`` in a folder as the Makefile does, and give all it printed."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        [sys.executable, "-m", module, *arguments], cwd=folder, capture_output=True, text=True, check=False,
        env=os.environ | {"PATH": path, "DVC_NO_ANALYTICS": "true", "PYTHONPATH": str(folder)},
    )  # fmt: skip
    assert (ran.returncode == 0) is ok, ran.stdout[-3000:] + ran.stderr[-3000:]
    return ran.stdout + ran.stderr


@pytest.fixture(scope="session")
def simulated_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the whole pipeline has run on the default source, as ``make run`` does."""
    folder = checkout(tmp_path_factory.mktemp("simulated"))
    command(folder, "dvc", "repro")
    return folder


def run_on_tickets(folder: Path, corpora: Path) -> Path:
    """Run the whole pipeline on the real tickets in a folder."""
    checkout(folder)
    command(folder, "data.source", "--name", "it_tickets", "--raw", str(corpora / "it-tickets" / "tickets.csv"))
    command(folder, "dvc", "repro")
    return folder


@pytest.fixture(scope="session", autouse=True)
def run_beside(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Future[Path] | None]:
    """The run on the real tickets, begun with the first test where any needs it: a stage uses one core of the two."""
    corpora = Path(os.environ.get(CORPORA) or "nowhere")
    if not corpora.is_dir() or not any("tickets_run" in item.fixturenames for item in request.session.items):  # type: ignore[attr-defined]
        yield None
        return
    with ThreadPoolExecutor(1) as pool:
        yield pool.submit(run_on_tickets, tmp_path_factory.mktemp("tickets"), corpora)


@pytest.fixture(scope="session")
def tickets_run(run_beside: Future[Path] | None, corpora: Path) -> Path:
    """A folder in which the whole pipeline has run on the real tickets."""
    assert run_beside, corpora
    return run_beside.result()


@pytest.fixture(scope="session")
def bundle_folder(simulated_run: Path) -> Path:
    """The bundle of the simulated run."""
    return simulated_run / "serving" / "out" / "bundle"


@pytest.fixture(scope="session")
def predictor(bundle_folder: Path) -> Predictor:
    """What answers from that bundle, with the real encoder."""
    return Predictor(bundle_folder)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests on real corpora did not run, and how to run them."""
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if SKIPPED in str(report.longrepr)]
    if skipped:
        terminalreporter.write_line(f"{len(skipped)} tests on real corpora were skipped: {SKIPPED}", yellow=True)
