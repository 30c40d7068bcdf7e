"""A mapping that cannot work is refused in one sentence that names the key, the value and the fix."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.errors import BadInput
from data.mapping import ExportMapping, read_mapping

BASE = "conversation: {conversation_id: Number}\nmessages: [{author: {constant: customer}, text: Body}]\n"


def mapping(folder: Path, text: str) -> ExportMapping:
    path = folder / "mapping.yaml"
    path.write_text(text, encoding="utf-8")
    return read_mapping(path)


def test_a_plain_text_is_a_column_and_a_list_several(tmp_path: Path) -> None:
    found = mapping(tmp_path, BASE.replace("Body", "[Title, Body]"))
    assert found.conversation["conversation_id"].column == ["Number"]
    assert found.messages[0]["text"].column == ["Title", "Body"]


def test_attributes_may_have_any_name(tmp_path: Path) -> None:
    found = mapping(
        tmp_path, BASE.replace("Number}", "Number, attributes: {type: Kind, column: Seven, constant: {column: C}}}")
    )
    assert {name: value.column for name, value in found.conversation.items() if "." in name} == {
        "attributes.type": ["Kind"], "attributes.column": ["Seven"], "attributes.constant": ["C"],
    }  # fmt: skip


def test_numbers_among_words_are_words(tmp_path: Path) -> None:
    text = "outcome: {escalated: {column: Team, is_not: [1, Desk]}, csat: {column: Mood, values: {1: 5}}}"
    outcome = mapping(tmp_path, BASE + text).outcome
    assert outcome["escalated"].is_not == ["1", "Desk"]
    assert outcome["csat"].values == {"1": 5}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("outcom: {escalated: X}", "mapping: outcom: 'outcom' is an unknown key. Fix: did you mean 'outcome'?"),
        ("outcome: {escalatd: X}", "'escalatd' is not a field to fill here. Fix: did you mean 'escalated'?"),
        ("outcome: {conversation_id: X}", "'conversation_id' is not a field to fill here"),
        ("outcome: {escalated: {colum: X}}", "mapping: outcome.escalated.colum: .* did you mean 'column'?"),
        ("outcome: {escalated: {column: X, values: {Yes: true}}}", 'put it in quotes, as in "Yes" or "No"'),
        ("outcome: {escalated: {column: X, is_not: a, values: {a: b}}}", "give only one of values, is_not"),
        ("outcome: {escalated: {column: X, constant: true}}", "give exactly one of column, constant and row_number"),
        ("outcome: {escalated: {values: {a: b}}}", "give exactly one of column, constant and row_number"),
        ("outcome: {csat: 3}", "mapping: outcome.csat: '3' cannot be used"),
        ("time_zone: Europe/Berln", "mapping: time_zone: 'Europe/Berln' .* did you mean 'Europe/Berlin'?"),
        ("time_zone: CEST", "'CEST' cannot be used. Fix: no such time zone; give one like Europe/Berlin or UTC"),
        ('date_format: "%d.%m. %H:%M"', "names no year"),
        ('date_format: "%d.%m.%Y %H:%M %Z"', "leave it out: a name after the time is read"),
        ("zones: {EST: New York}", "no such time zone"),
        ("rows: mesage", "mapping: rows: 'mesage' .* 'conversation' or 'message'"),
        ("delimiter: ';;'", "mapping: delimiter: ';;'"),
        ("events: [{at: X}]", "mapping: events.0.kind: '' is missing. Fix: name the column"),
        ("customer: {tier: X}", "mapping: customer.customer_id: '' is missing"),
        ("turn_labels: [{target: {constant: a}, value: X}]", "mapping: turn_labels: .* rows: message, or messages_at"),
        ("rows: message\nmessages_at: turns", "mapping: messages_at: .* need rows: conversation"),
        ("conversation: {opened_at: X}", "mapping: conversation.conversation_id: '' is missing. Fix: name the column"),
        ("messages: []", "mapping: messages: "),
        ("messages: [{text: X}]", "mapping: messages.0.author: '' is missing"),
        ("messages: [{author: X}]", "mapping: messages.0.text: '' is missing. Fix: a message needs a text"),
        ("rows: message\nmessages: [{author: X, text: Y}, {author: X, text: Z}]", "keep one entry"),
        ("messages_at: turns\nmessages: [{author: X, text: Y}, {author: X, text: Z}]", "keep one entry"),
        ("conversation: Number", "mapping: conversation: 'Number' cannot be used"),
        (
            "conversation: {conversation_id: N, attributes: {end: X}}\noutcome: {escalated: {column: X, is_not: a}}",
            "conversation.attributes.end: .* is the column 'X', which outcome.escalated asks. Fix: leave it out",
        ),
        ("a: [", "is not YAML"),
    ],
)
def test_what_cannot_work_is_told_in_one_sentence(text: str, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=sentence) as told:
        mapping(tmp_path, BASE + text)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("content", [b"", b"just words", b"- a list", b"\xff\xfe\x00", b"conversation:\n\tid: x"])
def test_a_file_that_is_no_mapping(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "mapping.yaml"
    path.write_bytes(content)
    with pytest.raises(BadInput, match="MAPPING: "):
        read_mapping(path)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"is not a file\. Fix: python -m data\.describe FILE writes one"):
        read_mapping(tmp_path / "none.yaml")


def test_a_mapping_without_labels_says_so(tmp_path: Path) -> None:
    assert not mapping(tmp_path, BASE).learns
    assert mapping(tmp_path, BASE + "outcome: {escalated: X}").learns


def test_the_worked_mappings_are_right() -> None:
    worked = sorted((Path(__file__).parents[1] / "data" / "mappings").glob("*.yaml"))
    assert worked
    assert all(read_mapping(path).learns for path in worked)


def test_the_documentation_names_every_key() -> None:
    said = ExportMapping.__doc__ or ""
    assert [key for key in ExportMapping.model_fields if f"``{key}``" not in said] == []
