"""What was written in a chat, which Zendesk keeps in an audit of the ticket."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.quarantine import Cleaned
from data.sources.zendesk import read
from data.sources.zendesk_chat import chat_message, repeats
from tests.cleaning import reasons
from tests.single_cases import happened, lawful, said, stored

CHAT = Path(__file__).parent / "fixtures" / "zendesk" / "chat.jsonl"


@pytest.fixture(scope="module")
def found() -> Cleaned:
    """The clean rows of one ticket that was made of a chat."""
    return lawful(read, CHAT)


def test_each_message_of_the_chat_is_said_once_in_order_and_by_whom(found: Cleaned) -> None:
    assert said(found, "13") == [
        ("customer", "public", "Conversation with Waldemar Garfunkelstein\nMy parcel never came"),
        ("system", "public", "An agent will be with you shortly."),
        ("customer", "public", "[attachment: label.jpg]"),
        ("agent", "public", "Hi Mr Garfunkelstein, Petronella here. It went back to us."),
        ("customer", "public", "Then send it again, Garfunkelstein still lives here"),
        ("agent", "internal", "Sent again, told Waldemar."),
    ]
    first = stored(found, "messages", "13")[0]
    assert (first["sent_at"], first["channel"], first["author_id"]) == ("2024-03-04T07:59:00Z", "chat", "65e5")


def test_a_chat_begins_before_the_ticket_that_is_made_of_it(found: Cleaned) -> None:
    assert stored(found, "conversations", "13")[0]["opened_at"] == "2024-03-04T07:59:00Z"
    assert stored(found, "outcomes", "13")[0]["first_response_at"] == "2024-03-04T08:00:05Z"


def test_changes_stand_between_the_messages_of_their_time(found: Cleaned) -> None:
    kinds = [(after, kind) for after, kind, _, _, _ in happened(found, "13")]
    assert kinds == [(3, "assigned"), (6, "resolved")]  # Two messages between were kept aside.


def test_what_cannot_be_understood_is_kept_aside_with_its_reason(found: Cleaned) -> None:
    assert sorted((field, reason.split(";")[0]) for _, field, reason in reasons(found)) == [
        ("author", "Input should be 'customer', 'bot', 'agent' or 'system'"),
        ("history", "is not an entry of a chat"),
        ("text", "text is empty and there is no intent"),
    ]


@pytest.mark.parametrize("at", [None, "soon", True, 10.0**30])
def test_a_time_that_is_none_is_left_for_the_tables(at: object) -> None:
    sent_at = chat_message({"type": "ChatMessage", "message": "Hi", "timestamp": at})["sent_at"]
    assert sent_at == (str(at) if at == 10.0**30 else at)


def test_milliseconds_and_seconds_are_told_apart() -> None:
    times = [chat_message({"timestamp": at})["sent_at"] for at in (1709539200999, 1709539200)]
    assert times == ["2024-03-04T08:00:00Z"] * 2


def test_only_a_comment_that_says_all_of_a_chat_repeats_it() -> None:
    assert repeats("(10:00) Ana: Hello\n(10:01) Bo: Where is it?", ["Hello", "Where is it?"])
    assert not repeats("Hello", ["Hello"])  # By chance.
    assert not repeats("Ana: Hello", ["Hello", "Where is it?"])
    assert not repeats("Hello, I do not know: Where is it?", ["Hello", "Where is it?"])  # Words of a comment.
    assert not repeats("Hello", [])


def test_an_entry_that_names_no_author_costs_itself_only(tmp_path: Path) -> None:
    text = CHAT.read_text(encoding="utf-8")
    path = tmp_path / "chat.jsonl"
    path.write_text(text.replace('"actor_type": "agent", ', ""), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != text
    found = lawful(read, path)
    assert ("messages", "author", "Field required") in reasons(found)
    assert stored(found, "outcomes", "13")
