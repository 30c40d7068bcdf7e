"""What a request says of a person is gone before a model sees it, and what is stored passes unchanged."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.redaction_key import KEY_FILE, PUBLIC_KEY
from data.schema import Conversation
from data.source_settings import Redaction
from serving.predictor import Predictor
from serving.privacy import request_key, without_personal_data

SETTINGS = Redaction(enabled=True, names_in=["customer_name"], countries=["US"])
KEY = b"key"


def asked(name: str, address: str) -> Conversation:
    said = [("customer", f"{name} here, order 4711. Write to {address} please."), ("agent", f"Thank you, {name}.")]
    return Conversation.model_validate(
        {
            "conversation_id": "r-1",
            "customer_id": address,
            "customer": {"customer_id": address, "tier": "gold"},
            "attributes": {"customer_name": name, "seats": 4},
            "events": [{"event_sequence": 0, "after_sequence": 0, "kind": "assigned", "reason": f"{address} wrote"}],
            "messages": [{"author": author, "text": text} for author, text in said],
        }
    )


def test_nothing_of_the_person_is_left_in_any_field() -> None:
    clean = without_personal_data(asked("Maren Kowalski", "maren@example.org"), SETTINGS, KEY)
    whole = clean.model_dump_json().lower()
    assert not [word for word in ("maren", "kowalski", "example.org") if word in whole]
    assert "order 4711" in clean.messages[0].text
    assert clean.messages[0].words == "<NAME> here, order 4711. Write to <EMAIL> please."
    assert clean.customer
    assert clean.customer_id == clean.customer.customer_id
    assert (clean.customer.tier, clean.attributes and clean.attributes["seats"]) == ("gold", 4)


def test_what_was_stored_passes_unchanged() -> None:
    once = without_personal_data(asked("Maren Kowalski", "maren@example.org"), SETTINGS, KEY)
    assert without_personal_data(once, SETTINGS, KEY) == once


def test_switched_off_a_request_is_read_as_it_is() -> None:
    given = asked("Maren Kowalski", "maren@example.org")
    assert without_personal_data(given, SETTINGS.model_copy(update={"enabled": False}), KEY) == given


def test_a_key_is_never_made_by_serving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ESCALATION_REDACTION_KEY", raising=False)
    assert request_key("simulated", tmp_path) == PUBLIC_KEY
    assert request_key("zendesk", tmp_path) != request_key("zendesk", tmp_path)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / KEY_FILE).write_text("kept\n", encoding="utf-8")
    assert request_key("zendesk", tmp_path) == b"kept"
    monkeypatch.setenv("ESCALATION_REDACTION_KEY", "given")
    assert request_key("zendesk", tmp_path) == b"given"


def test_the_answer_does_not_depend_on_who_asks(predictor: Predictor) -> None:
    # Kinds of personal data stay, persons do not: two unknown ones with one story get one answer.
    one, other = (
        predictor.predict(asked(*person)).escalation
        for person in (("Maren Kowalski", "maren@example.org"), ("Jo Lindqvist", "jo.lindqvist@firm.example"))
    )
    assert one.probability == other.probability
    assert [reason.feature for reason in one.reasons] == [reason.feature for reason in other.reasons]


def test_a_request_is_answered_as_if_it_had_been_stored(predictor: Predictor) -> None:
    # The simulated source has a public key, so that placeholders of both are the same.
    raw = asked("Maren Kowalski", "maren@example.org")
    stored = without_personal_data(raw, SETTINGS, PUBLIC_KEY)
    assert stored != raw
    assert predictor.predict(raw).escalation == predictor.predict(stored).escalation


def test_the_answer_names_the_conversation_as_the_caller_does(predictor: Predictor) -> None:
    raw = asked("Maren Kowalski", "maren@example.org").model_copy(update={"conversation_id": "maren@example.org"})
    assert predictor.predict(raw).conversation_id == "maren@example.org"
