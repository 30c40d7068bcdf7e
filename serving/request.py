"""What ``POST /predict`` is asked: one conversation, with the resolvers' live state where it is known."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any, NoReturn, Self

from pydantic import PrivateAttr, ValidationError, model_validator

from data.schema import Conversation, Opening, Record, Resolver
from serving.problems import ABSENT, Refused, from_validation, problem

MAX_BODY_BYTES = 2_000_000
MAX_MESSAGES = 300  # Each new text takes 20 to 30 ms to encode, and one case must not hold up all others.
MAX_CHARACTERS = 400_000  # Of all messages together; terms are counted for every character.
MAX_RECENT = 200
MAX_VALUES = 50_000  # Two megabytes of "{}" are 600,000 bad events: ten seconds and 700 MB to say so.

EXAMPLE: dict[str, Any] = {
    "conversation": {
        "conversation_id": "example-1",
        "messages": [
            {"author": "customer", "text": "I was charged twice for my order."},
            {"author": "bot", "text": "You can see your orders in your account."},
            {"author": "customer", "text": "That does not help. I was charged twice, please let me talk to a person."},
        ],
    }
}


class PredictRequest(Record):
    """The body of ``POST /predict``; ``recent`` has how other customers' cases of the last hour began."""

    conversation: Conversation
    resolvers: list[Resolver] | None = None
    recent: list[Opening] | None = None
    _put_aside: list[str] = PrivateAttr(default_factory=list)

    @property
    def put_aside(self) -> list[str]:
        """Say which messages were left out, and why."""
        return self._put_aside

    def without(self, places: set[int]) -> Self:
        """Give the request without the messages at some places, which are said to be empty."""
        kept = [said for place, said in enumerate(self.conversation.messages) if place not in places]
        found = self.model_copy(update={"conversation": self.conversation.model_copy(update={"messages": kept})})
        says = "is empty; the message was left out. Fix: send its text, or an intent."
        found._put_aside = [f"conversation.messages[{place}].text: {says}" for place in sorted(places)]
        return found

    @model_validator(mode="after")
    def _not_too_long(self) -> Self:
        messages = self.conversation.messages
        fix = "send the last messages only, with their own sequence"
        if len(messages) > MAX_MESSAGES:
            raise ValueError(f"conversation.messages: holds more than {MAX_MESSAGES} messages; {fix}")
        if sum(len(message.text) for message in messages) > MAX_CHARACTERS:
            raise ValueError(f"conversation.messages: holds more than {MAX_CHARACTERS} characters of text; {fix}")
        return self

    @model_validator(mode="after")
    def _not_too_many_recent(self) -> Self:
        if len(self.recent or []) > MAX_RECENT:
            raise ValueError(f"recent: holds more than {MAX_RECENT} cases; send the latest of the last hour")
        return self

    @model_validator(mode="after")
    def _each_resolver_once(self) -> Self:
        seen: set[str] = set()
        for resolver in self.resolvers or []:
            if resolver.resolver_id in seen:
                raise ValueError(f"resolvers: {resolver.resolver_id!r} is given twice; give each resolver once")
            seen.add(resolver.resolver_id)
        return self


def read(body: bytes) -> PredictRequest:
    """Turn a body into a validated request, or raise Refused: the only validation a request goes through."""
    given = parse(body)
    refuse_a_flood(given)
    empty = empty_messages(given)
    try:
        asked = PredictRequest.model_validate(with_words(given, empty) if empty else given)
    except ValidationError as error:
        raise Refused(from_validation(error, given, PredictRequest)) from None
    return asked.without(empty) if empty else asked


def empty_messages(given: object) -> set[int]:
    """Name the messages without words by their places; none where no message has words, for all of it is refused then.

    A picture or a voice message often comes as an empty text: the rest of the case is still answered.
    """
    case = given.get("conversation") if isinstance(given, dict) else None
    messages = case.get("messages") if isinstance(case, dict) else None
    if not isinstance(messages, list):
        return set()
    empty = {place for place, message in enumerate(messages) if is_empty(message)}
    return empty if len(empty) < len(messages) else set()


def is_empty(message: object) -> bool:
    """Say whether a message has a text without a sign in it, and no intent."""
    if not isinstance(message, dict) or message.get("intent"):
        return False
    text = message.get("text")
    return isinstance(text, str) and not text.strip()


def with_words(given: Any, places: set[int]) -> Any:
    """Give a body in which some messages have words: so they are checked too, and every other keeps its place."""
    case = given["conversation"]
    messages = [{**said, "text": "-"} if place in places else said for place, said in enumerate(case["messages"])]
    return {**given, "conversation": {**case, "messages": messages}}


def parse(body: bytes) -> object:
    """Read JSON as RFC 8259 has it: UTF-8, no NaN, no bottomless nesting."""
    try:
        return json.loads(body.decode("utf-8-sig"), parse_constant=refuse_constant)
    except json.JSONDecodeError as error:
        around = error.doc[max(error.pos - 20, 0) : error.pos + 20]
        says = f"is not JSON ({error.msg}: line {error.lineno}, column {error.colno})"
        raise not_json(says, around) if body else not_json("is empty") from None
    except RecursionError:
        raise not_json("is nested too deeply") from None
    except UnicodeDecodeError as error:
        raise not_json(f"is not UTF-8 (byte {error.start})") from None
    except ValueError:  # Python's own limit, https://docs.python.org/3/library/stdtypes.html#int-max-str-digits
        raise not_json("holds a number of thousands of digits") from None


def refuse_constant(name: str) -> NoReturn:
    """Refuse NaN and infinities: Python reads them, JSON has none."""
    raise not_json("is not JSON, which has no such number", name)


def not_json(says: str, value: object = ABSENT) -> Refused:
    """Refuse a body that no JSON reader should accept."""
    return Refused(problem(HTTPStatus.BAD_REQUEST, says, "send one JSON object in UTF-8 as the body", "body", value))


def refuse_a_flood(given: object) -> None:
    """Refuse a body of absurdly many values before each of them is checked."""
    waiting, count = [given], 0
    while waiting:
        value = waiting.pop()
        inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        count += len(inside)
        if count > MAX_VALUES:
            says, fix = f"holds more than {MAX_VALUES} values", "send the last messages only, with their own sequence"
            raise Refused(problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, says, fix, "body"))
        waiting.extend(inside)
