"""Any JSON file by a mapping: nested messages, labels by message or by case, one message a line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.errors import BadInput
from data.quarantine import Cleaned
from data.sources import jsonl_file
from tests.cleaning import cleaned, reasons, unlawful

NESTED = """
conversation:
  conversation_id: id
  channel: meta.channel
  attributes: {vip: meta.vip, seats: meta.seats, tags: meta.tags}
messages_at: dialogue.turns
messages:
  - author: {column: speaker, values: {USER: customer, SYSTEM: bot}}
    text: utterance
    sent_at: at
    entities: slots.name
date_format: unix_seconds
outcome: {escalated: {column: labels.handoff, values: {"1": true, "0": false}}}
turn_labels:
  - {target: {constant: dissatisfied}, value: {column: rating, below: 3}}
"""
BY_LINE = """
rows: message
conversation: {conversation_id: id}
messages: [{author: speaker, text: utterance}]
outcome: {escalated: {column: handoff, is_filled: true}}
"""
TURNS = [
    {"speaker": "USER", "utterance": "hi", "at": 1714557600, "rating": 2, "slots": [{"name": "city"}] * 2},
    {"speaker": "SYSTEM", "utterance": "hello", "at": 1714557660.5},
]  # fmt: skip
META = {"channel": "web", "vip": True, "seats": 3, "tags": ["b", "a"]}
CASE = {"id": 7, "meta": META, "dialogue": {"turns": TURNS}, "labels": {"handoff": 1}}
OTHER = {"id": 8, "meta": META, "dialogue": {"turns": TURNS[1:]}, "labels": {"handoff": 0}}


def read(folder: Path, mapping: str, content: str) -> Cleaned:
    (folder / "mapping.yaml").write_text(mapping, encoding="utf-8")
    (folder / "cases.jsonl").write_text(content, encoding="utf-8")
    return cleaned(jsonl_file.read(folder / "cases.jsonl", folder / "mapping.yaml"), "jsonl_file")


def lines(*records: Any) -> str:
    return "".join(record + "\n" if isinstance(record, str) else json.dumps(record) + "\n" for record in records)


@pytest.mark.parametrize(
    "content", [lines(CASE, OTHER), json.dumps([CASE, OTHER]), json.dumps([CASE, OTHER], indent=2)]
)
def test_nested_messages_and_labels_in_lines_or_in_a_list(content: str, tmp_path: Path) -> None:
    found = read(tmp_path, NESTED, content)
    assert found.quarantine == []
    first, second = found.tables["conversations"]
    assert (first.conversation_id, first.channel, second.conversation_id) == ("7", "web", "8")
    assert first.attributes == {"vip": True, "seats": 3, "tags": "b a"}
    assert [(said.author, said.text, said.sequence) for said in found.tables["messages"]] == [
        ("customer", "hi", 0), ("bot", "hello", 1), ("bot", "hello", 0),
    ]  # fmt: skip
    assert found.tables["messages"][0].entities == {"city": 2}
    assert found.tables["messages"][0].sent_at.isoformat() == "2024-05-01T10:00:00+00:00"
    assert [(label.sequence, label.value) for label in found.tables["turn_labels"]] == [(0, 1.0)]
    assert [outcome.escalated for outcome in found.tables["outcomes"]] == [True, False]


def test_one_message_a_line_in_any_order(tmp_path: Path) -> None:
    turn = {"speaker": "customer", "utterance": "one"}
    found = read(tmp_path, BY_LINE, lines(
        turn | {"id": 1}, turn | {"id": 2}, turn | {"id": 1, "utterance": "two", "handoff": "yes"}, turn,
    ))  # fmt: skip
    assert [(said.conversation_id, said.text) for said in found.tables["messages"]] == [
        ("1", "one"), ("1", "two"), ("2", "one"),
    ]  # fmt: skip
    assert reasons(found) == [("messages", "id", "is empty in it; give each row the name of its case")]
    assert [(one.escalated, one.escalated_sequence) for one in found.tables["outcomes"]] == [(True, 1), (False, None)]


@pytest.mark.parametrize("broken", ['{"id": 9, "meta": ', "not json", "[1, 2]", '"text"', "{}", '{"id": null}'])
def test_a_broken_line_costs_itself_only(broken: str, tmp_path: Path) -> None:
    found = read(tmp_path, NESTED, lines(CASE, broken, OTHER))
    assert [case.conversation_id for case in found.tables["conversations"]] == ["7", "8"]
    assert [row.row for row in found.quarantine] == [2]
    assert unlawful(found, found.rows_in) == []


@pytest.mark.parametrize(
    ("turns", "reason"),
    [("hello", "is not a message"), ([3], "is not a message"), ([{"speaker": "SYSTEM"}], "text is empty"), ([], "")],
)
def test_a_case_without_good_messages_is_put_aside(turns: object, reason: str, tmp_path: Path) -> None:
    found = read(tmp_path, NESTED, lines(CASE, CASE | {"id": 9, "dialogue": {"turns": turns}}))
    assert [case.conversation_id for case in found.tables["conversations"]] == ["7"]
    assert any(reason in why for _, _, why in reasons(found))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("meta.seats", "meta.seat"), "conversation.attributes.seats: 'meta.seat' .* did you mean 'meta.seats'"),
        (("text: utterance", "text: uterance"), "mapping: messages.0.text: 'uterance' .* did you mean 'utterance'"),
        (("dialogue.turns", "dialog.turns"), "mapping: messages_at: 'dialog.turns' .* did you mean 'dialogue.turns'"),
        (("column: rating", "column: ratings"), "mapping: turn_labels.0.value: 'ratings' .* did you mean 'rating'"),
        (("labels.handoff", "labels.handof"), "mapping: outcome.escalated: 'labels.handof' .*'labels.handoff'"),
    ],
)  # fmt: skip
def test_a_path_that_no_record_has(change: tuple[str, str], sentence: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=sentence):
        read(tmp_path, NESTED.replace(*change), lines(CASE, OTHER))


def test_a_path_that_only_the_last_record_has_is_no_mistake(tmp_path: Path) -> None:
    found = read(tmp_path, NESTED, lines(*[OTHER] * 3, CASE))
    assert found.tables["conversations"][-1].conversation_id == "7"


def test_another_format_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"looks like a csv file.*SOURCE=csv_file"):
        read(tmp_path, NESTED, "id,channel\n1,web\n2,web\n")
    with pytest.raises(BadInput, match="is empty"):
        read(tmp_path, NESTED, "")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*TURNS[0], *CASE, "turns"]), inner),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(odd=st.lists(JSON, max_size=4), key=st.sampled_from(["id", "meta", "dialogue", "labels"]), value=JSON)
def test_no_record_is_lost(odd: list[Any], key: str, value: Any, tmp_path: Path) -> None:
    records = [CASE, OTHER, CASE | {key: value}, *odd]
    found = read(tmp_path, NESTED, lines(*[json.dumps(record) for record in records]))
    assert unlawful(found, found.rows_in) == []
    told = {row.row for row in jsonl_file.read(tmp_path / "cases.jsonl", tmp_path / "mapping.yaml")}
    assert told == set(range(1, len(records) + 1))
