"""The USS source on hand-written dialogues, good and bad, and on the real ones."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.errors import BadInput
from data.quarantine import Cleaned
from data.sources import uss
from tests.cleaning import cleaned, reasons, unlawful

FIRST = ("USER\tno trains\tINFORM\t2,3,2", "SYSTEM\twhich day?\tREQUEST\t", "USER\tmonday\tINFORM\t3,3,4")
SIGNS = st.characters(codec="utf-8", exclude_characters="\r\n")


def read(folder: Path, *lines: str) -> Cleaned:
    path = folder / "dialogues.txt"
    path.write_bytes("\n".join([*lines, ""]).encode("utf-8", "surrogateescape"))
    return cleaned(uss.read(path), "uss")


def test_turns_labels_and_the_rating_of_the_whole(tmp_path: Path) -> None:
    found = read(tmp_path, *FIRST, "USER\tOVERALL\t\t4,3,5", "", "", "USER\thello\tGREET\t3,3,3")
    assert found.quarantine == []
    assert [(said.author, said.text) for said in found.tables["messages"]] == [
        ("customer", "no trains"), ("bot", "which day?"), ("customer", "monday"), ("customer", "hello"),
    ]  # fmt: skip
    labels = [(one.conversation_id, one.sequence, one.target, one.value) for one in found.tables["turn_labels"]]
    assert labels == [
        ("dialogue-1", 0, "dissatisfied", 1),
        ("dialogue-1", 2, "dissatisfied", 0),
        ("dialogue-2", 0, "dissatisfied", 0),
    ]
    assert [(one.conversation_id, one.csat) for one in found.tables["outcomes"]] == [("dialogue-1", 4.0)]


def test_no_rating_stands_where_a_feature_may_read_it(tmp_path: Path) -> None:
    found = read(tmp_path, *FIRST, "USER\tOVERALL\t\t4,4,5")
    (case,) = found.tables["conversations"]
    assert case.model_dump(exclude_none=True) == {"conversation_id": "dialogue-1"}
    assert all(said.entities is None and "," not in said.text for said in found.tables["messages"])


@pytest.mark.parametrize(
    ("line", "table", "reason"),
    [
        ("USER\thello", "messages", "has 2 fields instead of 4"),
        ("USER\thello\tGREET\t3,3\tmore", "messages", "has 5 fields instead of 4"),
        ("AGENT\thello\tGREET\t", "messages", "'customer', 'bot', 'agent' or 'system'"),
        ("USER\thello\tGREET\t3,9", "turn_labels", "is not a list of ratings"),
        ("USER\thello\tGREET\tgood", "turn_labels", "is not a list of ratings"),
        ("USER\tOVERALL\t\t", "outcomes", "is not a list of ratings"),
        ("USER\t\t\t3,3,3", "messages", "text is empty"),
        ("USER\tgr\udcfc\tGREET\t3", "messages", "save the source as UTF-8"),
        ("USER\ta\x00b\tGREET\t3", "messages", "unusable character"),
    ],
)
def test_a_bad_line_is_kept_aside_and_the_dialogue_is_read(line: str, table: str, reason: str, tmp_path: Path) -> None:
    found = read(tmp_path, *FIRST, line, "SYSTEM\tbye\tGOODBYE\t")
    assert any(where == table and reason in why for where, _, why in reasons(found)), reasons(found)
    assert [said.text for said in found.tables["messages"]][-1] == "bye"
    assert unlawful(found, found.rows_in) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(lines=st.lists(st.sampled_from([*FIRST, ""]) | st.text(SIGNS, max_size=20)))
def test_no_line_is_lost(lines: list[str], tmp_path: Path) -> None:
    found = read(tmp_path, *FIRST, *lines)
    assert unlawful(found, found.rows_in) == []
    written = (tmp_path / "dialogues.txt").read_text(encoding="utf-8").split("\n")
    told = {row.row for row in uss.read(tmp_path / "dialogues.txt")}
    assert told == {number for number, line in enumerate(written, start=1) if line.strip()}


@pytest.mark.parametrize("content", ["", '[{"LUHF": "luhf", "utterances_annotations": []}]'])
def test_another_file_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "dialogues.txt"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadInput, match=r"is empty|looks like an export of betold"):
        list(uss.read(path))


def test_the_real_dialogues_are_read_whole(corpora: Path) -> None:
    path = corpora / "uss" / "SGD.txt"
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line]
    found = cleaned(uss.read(path), "uss")
    assert found.quarantine == []
    assert len(found.tables["conversations"]) == len(found.tables["outcomes"]) == 1000
    assert len(found.tables["messages"]) + 1000 == len(lines)
    labels = Counter(label.value for label in found.tables["turn_labels"])
    assert labels[1.0] / labels.total() == pytest.approx(0.194, abs=0.001)
