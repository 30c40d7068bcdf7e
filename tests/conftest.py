"""What several tests need: the hand-written conversations, and the real corpora where they are."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import NamedTuple

import pytest

from data.schema import Conversation
from data.tables import Outcome

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


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests on real corpora did not run, and how to run them."""
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if SKIPPED in str(report.longrepr)]
    if skipped:
        terminalreporter.write_line(f"{len(skipped)} tests on real corpora were skipped: {SKIPPED}", yellow=True)
