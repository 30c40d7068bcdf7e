"""Announced names begin with any capital of Latin, Greek and Cyrillic, and may end in a word that is one too."""

from __future__ import annotations

import pytest

from data.redaction import found, redact

NAMES = (
    "Đorđe Petrović", "Řehoř Novák", "Ľubomír Kováč", "Ștefan Popa", "Őrs Nagy", "Ģirts Ozols", "Иван Петров",
    "Ελένη Παππά", "Petra Řezníček", "Max An", "Nguyễn Văn An", "Ana De La Cruz",
)  # fmt: skip
ANNOUNCED = (
    "My name is {}.", "Hi {}, thanks", "Ich heiße {}", "Still broken.\nBest regards,\n{}", "Name: {}", "Dear Mr. {},",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("told", ANNOUNCED)
def test_an_announced_name_is_found_whole_whatever_its_capital(name: str, told: str) -> None:
    assert redact(told.format(name)) == told.format("<NAME>")


def test_a_title_announces_a_name_with_any_capital() -> None:
    assert redact("Herr Đukić wartet, Madam Řeháková too") == "Herr <NAME> wartet, Madam <NAME> too"


def test_the_next_sentence_is_no_part_of_a_name() -> None:
    assert redact("My name is Max. Will you help?") == "My name is <NAME>. Will you help?"


@pytest.mark.parametrize("text", [
    "Best regards,\nAcme Support", "Thanks,\nIT Support", "Dear All, hello", "Name: Windows Update",
    "Hi Team So, thanks", "это не работает", "My name is wrong, ich bin Unable To",
])  # fmt: skip
def test_desks_and_ordinary_words_are_no_names(text: str) -> None:
    assert found(text) == []
