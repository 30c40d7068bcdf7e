"""Every canonical table keeps what it is given, and the contract refuses what no table can hold."""

from __future__ import annotations

import types
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from data.field_types import MAX_TEXT_CHARACTERS, Identifier, Moment, Probability, Text
from data.files import read_records
from data.schema import Conversation, Message
from data.tables import TABLES, arrow_schema, from_row, to_arrow
from data.writing import write_records

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)
NUMBER = st.floats(allow_nan=False, allow_infinity=False)
VALUES: dict[object, st.SearchStrategy[Any]] = {
    str: TEXT,
    Text: TEXT,
    Identifier: TEXT.filter(bool),
    Probability: st.floats(0, 1),
    Moment: st.datetimes(datetime(1970, 1, 2), datetime(2200, 1, 1), timezones=st.just(UTC)),
    int: st.integers(0, 2**63 - 1),
    float: NUMBER,
    bool: st.booleans(),
    dict: st.dictionaries(TEXT, TEXT | NUMBER | st.booleans() | st.none(), max_size=4),
}
FIELDS = {"response_minutes": st.floats(0.1, 1e6), "after_sequence": st.integers(-1, 9)}


def values(annotation: Any) -> st.SearchStrategy[Any]:
    """Give allowed values of an annotated field."""
    if annotation in VALUES:
        return VALUES[annotation]
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return values(arguments[0])
    if origin in (Union, types.UnionType):
        return st.one_of(*(st.none() if argument is type(None) else values(argument) for argument in arguments))
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is list:
        return st.lists(values(arguments[0]), max_size=3)
    return VALUES[origin]


def rows(table: str) -> st.SearchStrategy[dict[str, Any]]:
    """Give rows of a table, as a source would propose them."""
    hints = get_type_hints(TABLES[table], include_extras=True)
    fields = {
        field.alias or name: FIELDS.get(name, values(hints[name])) for name, field in TABLES[table].model_fields.items()
    }
    row = st.fixed_dictionaries(fields)
    return row.map(lambda given: given | {"intent": "greeting"}) if table == "messages" else row


@pytest.mark.parametrize("table", TABLES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_record_survives_its_table(table: str, data: st.DataObject) -> None:
    records = [TABLES[table].model_validate(row) for row in data.draw(st.lists(rows(table), max_size=3))]
    stored = to_arrow(table, records)
    assert stored.schema == arrow_schema(table)
    assert [TABLES[table].model_validate(from_row(row)) for row in stored.to_pylist()] == records


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_table_keeps_its_columns(table: str, tmp_path: Path) -> None:
    write_records(tmp_path, table, [])
    assert read_records(tmp_path, table) == []
    assert to_arrow(table, []).schema.names == [
        field.alias or name for name, field in TABLES[table].model_fields.items()
    ]


def test_times_are_kept_in_utc() -> None:
    summer = datetime(2024, 7, 1, 12, tzinfo=timezone(timedelta(hours=2)))
    case = TABLES["conversations"].model_validate({"conversation_id": "c", "opened_at": summer})
    assert case.model_dump()["opened_at"].isoformat() == "2024-07-01T10:00:00+00:00"


MESSAGE = {"conversation_id": "c", "sequence": 0, "author": "customer", "text": "hello"}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"author": "robot"}, "author"),
        ({"author": None}, "author"),
        ({"sequence": -1}, "sequence"),
        ({"sequence": 2**63}, "sequence"),
        ({"conversation_id": ""}, "conversation_id"),
        ({"conversation_id": "c" * 201}, "conversation_id"),
        ({"text": "a\x00b"}, "text"),
        ({"text": "a\ud800b"}, "text"),
        ({"text": "a" * (MAX_TEXT_CHARACTERS + 1)}, "text"),
        ({"text": "  "}, ""),
        ({"sent_at": "2024-01-01T00:00:00"}, "sent_at"),
        ({"sent_at": "0001-01-01T00:00:00Z"}, "sent_at"),
        ({"sent_at": "9999-12-31T00:00:00Z"}, "sent_at"),
        ({"bot_confidence": 1.2}, "bot_confidence"),
        ({"bot_confidence": float("nan")}, "bot_confidence"),
        ({"entities": {"size": float("inf")}}, "entities"),
        ({"mood": "bad"}, "mood"),
    ],
)
def test_what_no_table_can_hold_is_refused(change: dict[str, Any], field: str) -> None:
    TABLES["messages"].model_validate(MESSAGE)
    with pytest.raises(ValidationError) as refused:
        TABLES["messages"].model_validate(MESSAGE | change)
    assert (refused.value.errors()[0]["loc"] or ("",))[0] == field


def test_the_position_is_the_default_sequence() -> None:
    said = [{"author": "customer", "text": "one"}, {"author": "bot", "text": "two"}]
    conversation = Conversation.model_validate({"conversation_id": "c", "messages": said})
    assert [message.sequence for message in conversation.messages] == [0, 1]
    assert conversation.as_of_sequence == 1


@pytest.mark.parametrize(
    ("second", "problem"),
    [
        ({"sequence": 3}, "sequence 3 follows 3"),
        ({"sequence": 4, "sent_at": "2024-01-01T08:59:00Z"}, "sent_at runs backwards at sequence 4"),
    ],
)
def test_a_conversation_out_of_order_is_refused(second: dict[str, Any], problem: str) -> None:
    first = {"author": "customer", "text": "one", "sequence": 3, "sent_at": "2024-01-01T09:00:00Z"}
    with pytest.raises(ValidationError, match=problem):
        Conversation.model_validate(
            {"conversation_id": "c", "messages": [first, {"author": "bot", "text": "two"} | second]}
        )


def test_a_moment_before_its_messages_is_refused() -> None:
    message = {"author": "customer", "text": "hello", "sent_at": "2025-01-01T10:00:00Z"}
    with pytest.raises(ValidationError, match="at: is earlier than the last message"):
        Conversation.model_validate({"conversation_id": "c", "messages": [message], "at": "2025-01-01T09:00:00Z"})


def test_words_are_those_of_the_text_also_after_a_copy() -> None:
    first, second = (Message(author="customer", text="<b>my printer</b>") for _ in range(2))
    assert first.words == "my printer"
    assert first.model_copy(update={"text": "my paper"}).words == "my paper"
    assert first == second
    assert "words" not in first.model_dump()
    reply = "thanks\n\nOn Mon, Jan 5, 2026 at 9:00 AM Ann wrote:\n> hello"
    assert Message(author="customer", text=reply, sequence=1).words == "thanks"
