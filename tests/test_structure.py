"""The shape of a conversation, counted by hand."""

from __future__ import annotations

import time
from math import isnan
from typing import Any

import pytest

from data.schema import Conversation
from features.marks import marks
from features.structure import COLUMNS, structure_features
from tests.handmade import after, talk, timed_talk

CHAT = timed_talk(
    (0, "bot", "Hello"), (2, "customer", "My VPN is DOWN, error 42!"), (5, "bot", "Restart?"),
    (6, "customer", "I did. And now?\nWhat else?"), (26, "customer", "Anybody"),
)  # fmt: skip


def found(case: Conversation, *names: str) -> list[float]:
    values = structure_features(case)
    return [values[f"structure_{name}"] for name in names]


def test_every_column_has_a_value_in_order() -> None:
    assert list(structure_features(CHAT)) == list(COLUMNS)


def test_messages_are_counted_by_author() -> None:
    names = ("messages", "customer_messages", "bot_messages", "agent_messages", "system_messages")
    assert found(CHAT, *names) == [5, 3, 2, 0, 0]


@pytest.mark.parametrize(("author", "code"), [("customer", 0), ("bot", 1), ("agent", 2), ("system", 3)])
def test_who_wrote_last(author: str, code: int) -> None:
    assert found(talk(("customer", "hi"), (author, "hi")), "last_author") == [code]


def test_a_work_note_is_no_answer() -> None:
    note: dict[str, Any] = {"author": "agent", "text": "not ours", "visibility": "internal", "sent_at": after(4)}
    asked = {"author": "customer", "text": "well?", "sent_at": after(0)}
    still = {"author": "customer", "text": "hello?", "sent_at": after(10)}
    case = Conversation.model_validate({"conversation_id": "c", "messages": [asked, note, still]})
    assert found(case, "unanswered_messages", "internal_messages") == [2, 1]
    answered = Conversation.model_validate(
        {"conversation_id": "c", "messages": [asked, note | {"visibility": "public"}, still]}
    )
    assert found(answered, "unanswered_messages", "internal_messages") == [1, 0]


def test_lengths_are_of_the_text() -> None:
    case = talk(("customer", "four"), ("bot", "sixsix"), ("customer", "ab\ncd e"))
    names = ("first_characters", "last_characters", "total_characters", "longest_characters", "last_words", "lines")
    assert found(case, *names) == [4, 7, 17, 7, 3, 4]
    assert found(case, "customer_share") == pytest.approx([11 / 17])


def test_signs_are_those_of_the_customer() -> None:
    assert found(CHAT, "questions", "exclamations", "shouted_words", "numbers") == [2, 1, 2, 1]
    case = talk(("customer", "ab12"), ("bot", "REALLY?? 77 https://example.org"))
    assert found(case, "questions", "shouted_words", "links", "digit_share") == [0, 0, 0, 0.5]


def test_a_monitoring_alert_is_read_like_a_customer() -> None:
    assert found(talk(("system", "DISK 91 full!")), "shouted_words", "numbers", "exclamations") == [1, 1, 1]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("see https://www.example.org/a?b=1 please", 1),
        ("see www.example.org", 1),
        ("write to ann@example.org or bob@example.org", 2),
        ("no link at all @ home. really", 0),
    ],
)
def test_a_link_or_address_counts_once(text: str, links: int) -> None:
    assert found(talk(("customer", text)), "links") == [links]


def test_letters_beyond_english_are_a_share() -> None:
    assert found(talk(("customer", "aé 日b 1")), "foreign_share") == [0.5]


def test_turns_and_monologues_by_hand() -> None:
    assert found(CHAT, "turns", "longest_monologue") == [3, 2]
    assert found(talk(("agent", "hi")), "turns", "longest_monologue") == [0, 0]


@pytest.mark.parametrize(
    ("said", "sign"),
    [
        ("Thanks a lot!", "thanks"), ("Vielen Dank für die Hilfe", "thanks"), ("muchas gracias", "thanks"),
        ("je vous remercie", "thanks"),
    ],
)  # fmt: skip
def test_the_customer_says_thanks_in_four_languages(said: str, sign: str) -> None:
    assert found(talk(("customer", said)), sign) == [1]
    assert found(talk(("agent", said)), sign) == [0]


@pytest.mark.parametrize(
    ("said", "sign"),
    [
        ("We are sorry for the trouble", "apologies"), ("Das tut uns leid", "apologies"), ("Lo siento", "apologies"),
        ("Je suis désolé", "apologies"), ("Could you rephrase that?", "clarifications"),
        ("Das habe ich nicht verstanden", "clarifications"), ("No entiendo la pregunta", "clarifications"),
        ("Je n'ai pas compris", "clarifications"), ("Please try to restart it", "attempted_solutions"),
        ("Bitte starten Sie das Gerät neu", "attempted_solutions"), ("Reinicie el equipo", "attempted_solutions"),
        ("Veuillez redémarrer l'appareil", "attempted_solutions"),
    ],
)  # fmt: skip
def test_what_handlers_say_is_counted_in_four_languages(said: str, sign: str) -> None:
    assert found(talk(("customer", "x"), ("bot", said), ("agent", said)), sign) == [2]
    assert found(talk(("customer", said)), sign) == [0]
    assert found(talk(("agent", "The invoice is on its way to you")), sign) == [0]


def test_a_bot_that_found_no_intent_or_was_unsure_failed() -> None:
    said: list[dict[str, Any]] = [
        {"author": "customer", "text": "x", "intent": "nlu_fallback"},
        {"author": "bot", "text": "y", "bot_confidence": 0.2},
        {"author": "bot", "text": "z", "bot_confidence": 0.9, "intent": "greet"},
    ]
    case = Conversation.model_validate({"conversation_id": "c", "messages": said})
    assert found(case, "intent_failures", "bot_confidence_minimum") == [2, 0.2]
    assert found(case, "bot_confidence_trend") == pytest.approx([0.7])


def test_what_is_not_known_is_missing_not_zero() -> None:
    assert all(map(isnan, found(CHAT, "bot_confidence", "bot_confidence_minimum", "bot_confidence_trend")))


def test_the_bots_last_confidence_counts() -> None:
    said = [{"author": "bot", "text": "x", "bot_confidence": sure} for sure in (0.9, 0.2, None)]
    case = Conversation.model_validate({"conversation_id": "c", "messages": said})
    assert found(case, "bot_confidence") == [0.2]


def test_an_intent_without_text_is_measured_by_its_name() -> None:
    case = Conversation.model_validate({"conversation_id": "c", "messages": [{"author": "customer", "intent": "a_b"}]})
    assert found(case, "total_characters", "last_words") == [3, 2]


@pytest.mark.parametrize("piece", ["a@", "www.", "@", "thanks ", "did you "])
def test_100_000_characters_are_marked_at_once(piece: str) -> None:
    begun = time.process_time()
    found = marks((piece * 100_000)[:99_990] + " a@b.c")
    assert found.links >= 1
    assert time.process_time() - begun < 1
