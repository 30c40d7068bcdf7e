"""A whole desk, exported as each vendor would, is read without loss, and every hand-over is found where it was.

That the whole pipeline learns from such exports is measured by ``python -m tests.benchmarks.vendor_runs``.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from data.conversations import prepared, store
from data.files import read_params, read_table
from data.source import Choice, read_source
from data.sources.simulated.case import Case
from tests.test_simulated import SETTINGS
from tests.vendor_desks.case_changes import TIERS, ended
from tests.vendor_desks.writers import WRITERS

KEY = b"a key"
CONVERSATIONS = 360


@pytest.fixture(scope="module")
def desks() -> dict[str, list[Case]]:
    """A desk that customers write to, and one that monitoring alone does."""
    settings = SETTINGS.model_copy(update={"conversations": CONVERSATIONS, "days": 30, "alert_share": 0.0})
    written = ended(settings)
    alerts = ended(settings.model_copy(update={"alert_share": 1.0}))
    return {source: alerts if source == "alertmanager" else written for source in WRITERS}


def handed_over(case: Case) -> set[int]:
    """Give the first message after the case went to another team; none where it stayed.

    Where words and the move share a second, an export cannot tell which came first, and sources put the move first.
    """
    moves = (event for event in case.events if event["kind"] == "escalated" and event["to"] in TIERS)
    if (move := next(moves, None)) is None:
        return set()
    after = move["after_sequence"] + 1
    return {after} | {m["sequence"] for m in case.messages[:after] if m["sent_at"] == move["at"]}


@pytest.mark.parametrize("source", WRITERS)
def test_a_vendors_export_is_read_without_loss(source: str, desks: dict[str, list[Case]], tmp_path: Path) -> None:
    cases = desks[source]
    raw = WRITERS[source](cases, tmp_path / "export")
    settings = read_params().conversations
    found = prepared(read_source(Choice(source, raw), settings), source, settings, KEY)
    tally, counts = store(found, tmp_path / "tables")
    assert tally.reasons == {}
    assert counts["conversations"] == len(cases)
    outcomes = read_table(tmp_path / "tables/outcomes.parquet")
    assert not outcomes.escalated.isna().any()
    if source == "alertmanager":  # It names cases by a digest, and only what monitoring said is a message.
        assert outcomes.escalated.sum() == sum(bool(handed_over(case)) for case in cases)
        return
    told = dict(zip(outcomes.conversation_id, outcomes.escalated_sequence, strict=True))
    for case in cases:
        found_at, expected = told[case.conversation_id], handed_over(case)
        assert int(found_at) in expected if expected else pd.isna(found_at), case.conversation_id
