"""The hand-written conversations are valid, told apart by a reason, and consistent with how they ended."""

from __future__ import annotations

from tests.conftest import Example


def test_each_example_says_why_it_is_there(examples: dict[str, Example]) -> None:
    assert 12 <= len(examples) <= 24
    reasons = [example.why for example in examples.values()]
    assert all(reasons)
    assert len(set(reasons)) == len(reasons)


def test_endings_fit_their_conversations(examples: dict[str, Example]) -> None:
    for name, (conversation, _, outcome) in examples.items():
        assert outcome.escalated == (outcome.escalated_sequence is not None), name
        assert outcome.resolver_id, name
        if outcome.escalated_sequence is not None:
            assert 0 < outcome.escalated_sequence <= conversation.as_of_sequence, name
        hops = [event.after_sequence for event in conversation.events if event.kind == "escalated"]
        assert hops in ([], [(outcome.escalated_sequence or 0) - 1]), name


def test_events_and_messages_share_one_clock(examples: dict[str, Example]) -> None:
    for name, (conversation, _, _) in examples.items():
        sent = {message.sequence: message.sent_at for message in conversation.messages}
        for event in conversation.events:
            before, after = sent[event.after_sequence], sent.get(event.after_sequence + 1)
            assert event.at is not None, name
            assert before is not None, name
            assert before <= event.at, name
            assert after is None or event.at <= after, name
