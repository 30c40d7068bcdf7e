"""The BETOLD source on hand-written calls, good and bad, and on the real ones."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from data.errors import BadInput
from data.quarantine import Cleaned
from data.sources import betold, jsonl_file
from tests.cleaning import cleaned, reasons, unlawful

MAPPING = """
conversation: {conversation_id: {row_number: true}, channel: {constant: phone}}
messages_at: utterances_annotations
messages:
  - {author: {column: caller_name, values: {nlg: bot, nlu: customer}}, intent: intent, entities: entities.entity}
outcome: {escalated: {column: LUHF, values: {luhf: true, not_luhf: false}}}
"""


def utterance(caller: object, intent: object, *entities: str) -> dict[str, Any]:
    return {"caller_name": caller, "intent": intent, "entities": [{"entity": name} for name in entities]}


def call(label: object, *utterances: object) -> dict[str, Any]:
    return {"LUHF": label, "utterances_annotations": list(utterances)}


def read(folder: Path, *calls: object) -> Cleaned:
    path = folder / "calls.json"
    path.write_text(json.dumps(calls), encoding="utf-8")
    return cleaned(betold.read(path), "betold")


GOOD = call("luhf", utterance("nlg", "greet", "notice"), utterance("nlu", "ask_price", "item", "item", "date"))


def test_a_call_becomes_a_conversation_with_intents_instead_of_text(tmp_path: Path) -> None:
    found = read(tmp_path, GOOD, call("not_luhf", utterance("nlu", "confirm")))
    assert found.quarantine == []
    greeting, question, other = found.tables["messages"]
    assert (greeting.author, greeting.intent, greeting.text, greeting.sent_at) == ("bot", "greet", "", None)
    assert (question.author, question.sequence, question.words) == ("customer", 1, "ask price")
    assert question.entities == {"item": 2, "date": 1}
    assert other.entities is None
    assert [outcome.escalated for outcome in found.tables["outcomes"]] == [True, False]
    assert all(outcome.escalated_sequence is None for outcome in found.tables["outcomes"])


@pytest.mark.parametrize(
    ("bad", "table", "reason"),
    [
        (call("maybe", utterance("nlg", "greet")), "outcomes", "known: luhf, not_luhf"),
        (call(None, utterance("nlg", "greet")), "outcomes", "known: luhf, not_luhf"),
        ({"LUHF": "luhf"}, "conversations", "is not a list of utterances"),
        (call("luhf", "hello"), "messages", "is not an utterance"),
        (call("luhf", utterance("nlg", "")), "messages", "text is empty"),
        (call("luhf", utterance("caller", "greet")), "messages", "Input should be 'customer', 'bot'"),
        (call("luhf", utterance("nlg", "greet") | {"entities": "item"}), "messages", "valid dictionary"),
        ("hello", "conversations", "is not a record"),
    ],
)
def test_what_is_wrong_is_kept_aside_and_the_next_call_is_read(
    bad: object, table: str, reason: str, tmp_path: Path
) -> None:
    found = read(tmp_path, GOOD, bad, GOOD)
    assert any(where == table and reason in why for where, _, why in reasons(found)), reasons(found)
    assert sum(len(case.conversation_id) > 0 for case in found.tables["conversations"]) >= 2
    assert unlawful(found, found.rows_in) == []


def test_another_format_is_named(tmp_path: Path) -> None:
    path = tmp_path / "calls.json"
    path.write_text("USER\thello\tGREET\t3,3,3\n", encoding="utf-8")
    with pytest.raises(BadInput, match="looks like an export of uss"):
        next(betold.read(path))


def test_the_real_calls_are_read_whole(corpora: Path) -> None:
    path = corpora / "betold" / "BETOLD_valid.json"
    calls = json.loads(path.read_text(encoding="utf-8"))
    found = cleaned(betold.read(path), "betold")
    assert found.quarantine == []
    assert len(found.tables["conversations"]) == len(calls) == 1352
    assert len(found.tables["messages"]) == sum(len(one["utterances_annotations"]) for one in calls) == 30_641
    escalated = Counter(outcome.escalated for outcome in found.tables["outcomes"])
    assert escalated == {True: 451, False: 901}


def test_a_mapping_reads_the_real_calls_alike(corpora: Path, tmp_path: Path) -> None:
    mapping, path = tmp_path / "betold.yaml", corpora / "betold" / "BETOLD_valid.json"
    mapping.write_text(MAPPING, encoding="utf-8")
    own, mapped = cleaned(betold.read(path)), cleaned(jsonl_file.read(path, mapping))
    assert mapped.quarantine == []
    for table in ("messages", "outcomes", "conversations"):
        named = [record.conversation_id.removeprefix("call-") for record in own.tables[table]]
        assert named == [record.conversation_id for record in mapped.tables[table]]
        assert bare(own, table) == bare(mapped, table)


def bare(found: Cleaned, table: str) -> list[dict[str, Any]]:
    return [record.model_dump(exclude={"conversation_id"}) for record in found.tables[table]]
