"""Personal data leaves every record of a conversation, and the key that makes the placeholders is kept."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest

from data.errors import BadInput
from data.placeholders import PLACEHOLDER, type_tokens
from data.redaction import redact_group, redact_record
from data.redaction_key import fingerprint, redaction_key
from data.schema import Case, Customer
from data.source_settings import Redaction
from data.tables import EventRow, MessageRow, Outcome, Quarantined, TurnLabel

KEY = b"a key for tests"
SETTINGS = Redaction(enabled=True, names_in=["contact_name"], countries=["DE", "US"])
IDENTIFIER = "c1"
TABLES: dict[str, list[Any]] = {
    "conversations": [
        Case(
            conversation_id=IDENTIFIER,
            channel="e-mail",
            customer_id="ana@example.com",
            handler_id="Bo Li",
            attributes={
                "contact_name": "Ana Lima",
                "phone": 4915123456789.0,
                "password": "swordfish",
                "plan": "gold",
                "seats": 12,
                "order_number": "4500123456",
            },
        )
    ],
    "messages": [
        MessageRow(conversation_id=IDENTIFIER, sequence=0, author="customer", text="Lima here, mail ana@example.com"),
        MessageRow(
            conversation_id=IDENTIFIER, sequence=1, author="agent", author_id="agent 7", text="Order 4500123456"
        ),
        MessageRow(
            conversation_id=IDENTIFIER, sequence=2, author="bot", intent="reset", entities={"contact_name": "Bo Li"}
        ),
    ],
    "events": [
        EventRow.model_validate(
            {
                "conversation_id": IDENTIFIER,
                "event_sequence": 0,
                "after_sequence": 0,
                "kind": "assigned",
                "to": "Network L2",
                "reason": "call +49 151 23456789",
            }
        )
    ],
    "outcomes": [Outcome(conversation_id=IDENTIFIER, resolver_id="Network L2")],
    "customers": [Customer(customer_id="ANA@example.com", flags=["mail to x@y.org"])],
    "turn_labels": [TurnLabel(conversation_id=IDENTIFIER, sequence=0, target="dissatisfied", value=1)],
    "quarantine": [
        Quarantined(source="s", table="messages", row=3, field="text", value="ana@example.com", reason="is late")
    ],
}


@pytest.fixture(scope="module")
def redacted() -> dict[str, list[Any]]:
    return redact_group(TABLES, SETTINGS, KEY)


def test_nothing_personal_is_left_in_any_table(redacted: dict[str, list[Any]]) -> None:
    stored = " ".join(record.model_dump_json() for records in redacted.values() for record in records)
    for personal in ("ana@", "ANA@", "Lima", "Bo Li", "23456789", "swordfish", "x@y.org"):
        assert personal not in stored


def test_attributes_are_read_by_their_name_and_the_others_stay(redacted: dict[str, list[Any]]) -> None:
    (case,) = redacted["conversations"]
    shown = {name: type_tokens(value) if isinstance(value, str) else value for name, value in case.attributes.items()}
    assert shown == {
        "contact_name": "<NAME>",
        "phone": "<PHONE>",
        "password": "<SECRET>",
        "plan": "gold",
        "seats": 12,
        "order_number": "4500123456",
    }


def test_one_person_is_one_placeholder_in_all_records(redacted: dict[str, list[Any]]) -> None:
    (case,), messages, (customer,) = redacted["conversations"], redacted["messages"], redacted["customers"]
    name, mail = (match.group() for match in PLACEHOLDER.finditer(messages[0].text))
    assert name == case.attributes["contact_name"]
    assert mail == case.customer_id == customer.customer_id == redacted["quarantine"][0].value
    assert case.handler_id == messages[2].entities["contact_name"]
    assert PLACEHOLDER.fullmatch(case.handler_id)


def test_what_joins_and_what_is_clean_stays_the_same_object(redacted: dict[str, list[Any]]) -> None:
    for table in ("outcomes", "turn_labels"):
        assert redacted[table][0] is TABLES[table][0]
    assert redacted["messages"][1] is TABLES["messages"][1]
    owners = {record.conversation_id for table in ("messages", "events") for record in redacted[table]}
    assert owners == {IDENTIFIER}
    assert redacted["events"][0].to == "Network L2"


def test_who_a_case_is_routed_to_stays_and_whose_it_is_goes() -> None:
    ticket = "whatsapp:+49 170 1234567"
    tables: dict[str, list[Any]] = {
        "conversations": [Case(conversation_id=ticket, channel="desk@firm.example", priority="P2 call +49 170 1234567",
                               queue="l1.team@firm.example")],
        "messages": [
            MessageRow(
                conversation_id=ticket, sequence=0, author="customer", author_id="Elena Fischer", text="Elena waits."
            )
        ],
        "outcomes": [
            Outcome(conversation_id=ticket, resolver_id="l2.team@firm.example", resolver_team="l2@firm.example")
        ],
    }  # fmt: skip
    clean = redact_group(tables, SETTINGS, KEY)
    case, message, outcome = clean["conversations"][0], clean["messages"][0], clean["outcomes"][0]
    assert case.conversation_id == message.conversation_id == outcome.conversation_id
    assert type_tokens(case.conversation_id) == "whatsapp:<PHONE>"
    assert (type_tokens(case.channel), type_tokens(case.priority)) == ("<EMAIL>", "P2 call <PHONE>")
    assert (type_tokens(message.author_id), type_tokens(message.text)) == ("<NAME>", "<NAME> waits.")
    assert (case.queue, outcome.resolver_id, outcome.resolver_team) == (
        "l1.team@firm.example", "l2.team@firm.example", "l2@firm.example",
    )  # fmt: skip


def test_a_second_pass_changes_nothing(redacted: dict[str, list[Any]]) -> None:
    again = redact_group(redacted, SETTINGS, KEY)
    assert all(
        new is old for table, records in again.items() for new, old in zip(records, redacted[table], strict=True)
    )


def test_one_record_alone() -> None:
    case = redact_record(TABLES["conversations"][0], KEY, ["contact_name"])
    assert type_tokens(str(case.customer_id)) == "<EMAIL>"
    assert case.handler_id == "Bo Li"


def test_the_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ESCALATION_REDACTION_KEY", raising=False)
    key = redaction_key("zendesk", tmp_path)
    path = tmp_path / ".redaction.key"
    assert len(key) == 64
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert redaction_key("zendesk", tmp_path) == key
    (tmp_path / "other").mkdir()
    assert redaction_key("zendesk", tmp_path / "other") != key
    assert fingerprint(key) != fingerprint(redaction_key("zendesk", tmp_path / "other"))
    monkeypatch.setenv("ESCALATION_REDACTION_KEY", "given")
    assert redaction_key("zendesk", tmp_path) == b"given"


def test_an_empty_key_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ESCALATION_REDACTION_KEY", raising=False)
    (tmp_path / ".redaction.key").write_text("\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"redaction key: .* is empty\. Fix: delete the file"):
        redaction_key("zendesk", tmp_path)


def test_the_simulated_source_needs_no_key(tmp_path: Path) -> None:
    assert redaction_key("simulated", tmp_path) == redaction_key("simulated", tmp_path / "other")
    assert list(tmp_path.iterdir()) == []
