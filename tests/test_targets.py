"""Which question is asked: escalation where a source says who escalated, else what it labels turn by turn."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.errors import BadInput
from data.tables import Outcome, TurnLabel
from data.targets import choose_target, known_targets
from data.writing import write_records


@pytest.mark.parametrize(
    ("wanted", "said", "turns", "chosen"),
    [
        ("auto", True, [], "escalation"),
        ("auto", True, ["dissatisfied"], "escalation"),
        ("auto", False, ["dissatisfied"], "dissatisfied"),
        ("escalation", True, [], "escalation"),
        ("dissatisfied", True, ["dissatisfied", "handoff"], "dissatisfied"),
        ("handoff", False, ["dissatisfied", "handoff"], "handoff"),
    ],
)
def test_the_target_is_the_wanted_one_or_the_only_one(wanted: str, said: bool, turns: list[str], chosen: str) -> None:
    assert choose_target(wanted, said, turns) == chosen


@pytest.mark.parametrize(
    ("wanted", "said", "turns", "sentence"),
    [
        ("auto", False, [], "known for no conversation"),
        ("escalation", False, [], "known for no conversation"),
        ("auto", False, ["dissatisfied", "handoff"], "name one: dissatisfied, handoff"),
        ("disatisfied", False, ["dissatisfied"], "did you mean 'dissatisfied'?"),
        ("escalation", False, ["rude"], "known: rude"),
    ],
)
def test_a_target_that_is_not_there_is_told_with_the_known_ones(
    wanted: str, said: bool, turns: list[str], sentence: str
) -> None:
    with pytest.raises(BadInput) as refused:
        choose_target(wanted, said, turns)
    assert sentence in str(refused.value)


def test_targets_are_read_from_the_stored_tables(tmp_path: Path) -> None:
    write_records(tmp_path, "outcomes", [Outcome(conversation_id=name) for name in "ab"])
    labels = [TurnLabel(conversation_id="a", sequence=n, target=target, value=1) for n, target in enumerate("xyx")]
    write_records(tmp_path, "turn_labels", labels)
    assert known_targets(tmp_path) == (False, ["x", "y"])
    write_records(tmp_path, "outcomes", [Outcome(conversation_id="a"), Outcome(conversation_id="b", escalated=False)])
    write_records(tmp_path, "turn_labels", [])
    assert known_targets(tmp_path) == (True, [])
