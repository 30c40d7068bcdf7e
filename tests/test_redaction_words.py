"""Known names that are ordinary words, or look like an abbreviation, count only where they mean the person."""

from __future__ import annotations

import pytest

from data.personal.known_names import names_of_people
from data.redaction import redact

KNOWN = ["Rose Field", "Grace Summer", "Ana", "Anne-Marie Dupont"]


@pytest.mark.parametrize("text", [
    "Rose gold phone", "I want the Rose Gold phone in Rose gold", "Grace period", "within our Grace period",
    "Summer sale", "in the Summer", "Field service", "a Field engineer", "ANA airlines", "we fly with ANA airlines",
    "Roses are red", "Summer is hot", "annemarie", "rose, grace and ana",
])  # fmt: skip
def test_a_word_that_is_also_a_name_stays(text: str) -> None:
    assert redact(text, KNOWN) == text


@pytest.mark.parametrize(("text", "clean"), [
    ("Rose Field called", "<NAME> called"), ("field, rose", "field, rose"), ("ask Rose, please", "ask <NAME>, please"),
    ("Rose called again", "<NAME> called again"), ("Grace Summer's order", "<NAME>'s order"),
    ("My name is Grace", "My name is <NAME>"), ("Regards,\nRose", "Regards,\n<NAME>"), ("from Grace", "from <NAME>"),
    ("ask Ana", "ask <NAME>"), ("ask ANA", "ask <NAME>"), ("ASK ANA PLEASE", "ASK <NAME> PLEASE"),
    ("Rose is angry", "<NAME> is angry"), ("@rose can you?", "@<NAME> can you?"),
    ("thanks ANA for it", "thanks <NAME> for it"), ("ANA called", "<NAME> called"),
    ("annemarie dupont", "<NAME>"), ("Annemarie, Anne Marie, @annemariedupont", "<NAME>, <NAME>, @<NAME>"),
])  # fmt: skip
def test_the_person_is_found(text: str, clean: str) -> None:
    assert redact(text, KNOWN) == clean


def test_a_name_stated_in_capitals_is_found_in_capitals() -> None:
    assert redact("the ANA laptop", ["ANA LIMA"]) == "the <NAME> laptop"


def test_a_first_name_that_is_a_word_means_a_person_where_an_export_states_it() -> None:
    assert names_of_people(["Rose", "Grace", "Price"]) == ("Rose", "Grace")
