"""Every bad request gets one clear sentence with the field, the value and the fix."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.schema import Conversation
from serving.problems import Problem, Refused
from serving.request import EXAMPLE, MAX_CHARACTERS, MAX_MESSAGES, MAX_VALUES, read

MESSAGE = {"author": "customer", "text": "My order is lost."}


def body(value: object) -> bytes:
    return json.dumps(value).encode()


def conversation(**fields: object) -> dict[str, Any]:
    return {"conversation": {"conversation_id": "c1", "messages": [MESSAGE], **fields}}


def message(**fields: object) -> dict[str, Any]:
    return conversation(messages=[MESSAGE, {**MESSAGE, **fields}])


def refusal(given: bytes) -> Problem:
    with pytest.raises(Refused) as caught:
        read(given)
    return caught.value.problem


BAD_FIELDS = [
    # body, field, value, part of the sentence, part of the fix
    (message(author="robot"), "conversation.messages[1].author", "robot", "customer, bot, agent, system", "'bot'"),
    (message(author=7), "conversation.messages[1].author", 7, "customer, bot, agent, system", "known: agent"),
    (message(autor="bot"), "conversation.messages[1].autor", "bot", "unknown field", "'author'"),
    (
        conversation(messages=[{**MESSAGE, "text": " "}]),
        "conversation.messages[0].text",
        " ",
        "is empty",
        "at least one",
    ),
    (message(text=None), "conversation.messages[1].text", None, "should be a valid string", "in quotes"),
    (message(text="x" * 100_001), "conversation.messages[1].text", "x" * 79 + "…", "100000 characters", "shorten"),
    (message(text="\ud800"), "conversation.messages[1].text", "\\ud800", "lone surrogate", "UTF-8"),
    (message(text="a\0"), "conversation.messages[1].text", "a\\x00", "unusable character", "UTF-8"),
    (
        message(sent_at="2026-01-31T09:30:00"),
        "conversation.messages[1].sent_at",
        "2026-01-31T09:30:00",
        "timezone",
        "Z",
    ),
    (message(sent_at="soon"), "conversation.messages[1].sent_at", "soon", "datetime", "2026-01-31T09:30:00Z"),
    (message(sequence=0), "conversation.messages", "list of 2", "sequence 0 follows 0", "sort by sequence"),
    (message(bot_confidence=1.5), "conversation.messages[1].bot_confidence", 1.5, "less than or equal to 1", "correct"),
    (message(**{"\ud800": 1}), "conversation.messages[1]", "object of 3", "lone surrogate", "UTF-8"),
    (conversation(messages=[]), "conversation.messages", "empty list", "at least 1", "give at least one"),
    (conversation(messages=[{"text": "x"}]), "conversation.messages[0].author", None, "is missing", "add it"),
    (conversation(messages=[{"author": "bot"}]), "conversation.messages[0].text", None, "is empty", "at least one"),
    (conversation(messages=[3]), "conversation.messages[0]", 3, "should be an object", "braces"),
    (conversation(messages={}), "conversation.messages", "empty object", "should be a valid list", "brackets"),
    (conversation(mesages=[]), "conversation.mesages", "empty list", "unknown field", "'messages'"),
    (
        conversation(attributes={"a": [1]}),
        "conversation.attributes.a",
        "list of 1",
        "string or a valid number",
        "value",
    ),
    (conversation(customer={"customerid": "x"}), "conversation.customer.customerid", "x", "unknown", "'customer_id'"),
    (conversation(events=[{"form": "x"}]), "conversation.events[0].form", "x", "unknown", "'from'"),
    ({"conversation": {"conversation_id": "c1"}}, "conversation.messages", None, "is missing", "add it"),
    ({"conversation": None}, "conversation", None, "(null) should be an object", "braces"),
    ({"conversatoin": {}}, "conversatoin", "empty object", "unknown field", "'conversation'"),
    ({}, "conversation", None, "is missing", "add it"),
    ([], "body", "empty list", "should be an object", "braces"),
    (EXAMPLE | {"resolvers": [{"resolver_id": "a"}] * 2}, "resolvers", "list of 2", "'a' is given twice", "once"),
    (EXAMPLE | {"resolvers": [{"resolver_id": ""}]}, "resolvers[0].resolver_id", "", "at least 1 character", "one"),
]


@pytest.mark.parametrize(("given", "field", "value", "says", "fix"), BAD_FIELDS, ids=range(len(BAD_FIELDS)))
def test_a_bad_field_is_named_with_its_value_and_the_fix(
    given: object, field: str, value: object, says: str, fix: str
) -> None:
    found = refusal(body(given))
    assert (found.status, found.field, found.value) == (422, field, value)
    assert found.detail.startswith(field)
    assert says in found.detail
    assert fix in found.fix


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (b"", "is empty"),
        (b"{", "is not JSON (Expecting property name"),
        (b"{'a': 1}", "line 1, column 2"),
        (b"\xff{}", "is not UTF-8 (byte 0)"),
        (b'{"conversation": NaN}', "'NaN' is not JSON"),
        (b'{"conversation": -Infinity}', "'-Infinity' is not JSON"),
        (b"9" * 5000, "thousands of digits"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a":' * 100_000, "nested too deeply"),
    ],
)
def test_a_body_that_is_not_json_is_refused_as_such(given: bytes, says: str) -> None:
    found = refusal(given)
    assert (found.status, found.field) == (400, "body")
    assert says in found.detail
    assert "JSON" in found.fix


def test_the_example_is_a_valid_request() -> None:
    asked = read(body(EXAMPLE))
    assert asked.conversation.as_of_sequence == 2
    assert asked.resolvers is None


def test_a_message_without_words_is_left_out_and_said() -> None:
    picture = {"author": "customer", "text": " \n"}
    asked = read(body(conversation(messages=[MESSAGE, picture, MESSAGE])))
    assert [message.sequence for message in asked.conversation.messages] == [0, 2]
    (said,) = asked.put_aside
    assert said.startswith("conversation.messages[1].text: is empty")
    assert read(body(conversation(messages=[MESSAGE, {**picture, "intent": "photo"}]))).put_aside == []


def test_what_is_wrong_after_an_empty_message_is_named_by_its_own_place() -> None:
    picture = {"author": "customer", "text": ""}
    found = refusal(body(conversation(messages=[picture, MESSAGE, {**MESSAGE, "author": "robot"}])))
    assert found.field == "conversation.messages[2].author"
    unknown = refusal(body(conversation(messages=[MESSAGE, {**picture, "author": "robot"}])))
    assert unknown.field == "conversation.messages[1].author"


def test_a_null_sequence_is_the_place_also_after_an_empty_message() -> None:
    given = [{**MESSAGE, "sequence": None}, {"author": "customer", "text": ""}, {**MESSAGE, "sequence": None}]
    assert [message.sequence for message in read(body(conversation(messages=given))).conversation.messages] == [0, 2]


def test_a_byte_order_mark_is_no_obstacle() -> None:
    assert read(b"\xef\xbb\xbf" + body(EXAMPLE)) == read(body(EXAMPLE))


def test_nothing_long_is_sent_back() -> None:
    found = refusal(body({"x" * 1_000_000: {"y" * 500_000: "z" * 400_000}}))
    assert len(found.model_dump_json()) < 1500


@pytest.mark.parametrize(
    ("flood", "status"),
    [
        (conversation(messages=[{}] * 600_000), 413),
        (conversation(messages=[{}] * (MAX_VALUES - 10)), 422),
        (conversation(messages=[{"author": "customer", "text": ""}] * (MAX_VALUES // 3 - 10) + [MESSAGE]), 422),
        (conversation(attributes={str(number): [] for number in range(MAX_VALUES - 10)}), 422),
        (conversation(events=[{"x": []}] * (MAX_VALUES // 2)), 413),
    ],
)
def test_a_flood_is_refused_quickly(flood: dict[str, Any], status: int) -> None:
    given, started = body(flood), time.perf_counter()
    assert refusal(given).status == status
    assert time.perf_counter() - started < 4  # A second here; without the limit ten.


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters()), inner),
)
NAMES = sorted({*Conversation.model_fields, "mesages"} - {"conversation_id"})
NEAR = st.fixed_dictionaries(
    {"conversation": st.fixed_dictionaries({"conversation_id": JSON}, optional=dict.fromkeys(NAMES, JSON))},
    optional={"resolvers": JSON},
)
NEAREST = st.dictionaries(st.sampled_from(["autor", "author", "text", "sent_at", "sequence", "entities"]), JSON).map(
    lambda fields: message(**fields)
)


@settings(max_examples=300, deadline=None)
@given(JSON | NEAR | NEAREST)
@example(conversation(attributes={"a": {"float": [1], "\ud800": {}}}))
@example(message(sequence=10**400))
def test_any_json_is_a_request_or_a_problem_that_can_be_sent(given: object) -> None:
    try:
        read(body(given))
    except Refused as refused:
        found = refused.problem
        assert found.status in (400, 422)
        assert found.field
        assert found.fix
        assert len(found.detail) < 700
        assert Problem.model_validate_json(found.model_dump_json()) == found


def test_one_case_cannot_hold_up_all_others() -> None:
    assert len(read(body(conversation(messages=[MESSAGE] * MAX_MESSAGES))).conversation.messages) == MAX_MESSAGES
    many = refusal(body(conversation(messages=[MESSAGE] * (MAX_MESSAGES + 1))))
    assert (many.status, many.field) == (422, "conversation.messages")
    assert "send the last messages only" in many.fix
    long = {"author": "customer", "text": "x" * 99_999}
    much = refusal(body(conversation(messages=[long] * (MAX_CHARACTERS // 99_999 + 1))))
    assert (much.status, much.field) == (422, "conversation.messages")
