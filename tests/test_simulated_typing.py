"""What happens to the simulated words on the way to the screen: slips, forms of names, amounts, invented people."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.sources.simulated.words.invented import invent
from data.sources.simulated.words.message import Part, desk_message, sentence
from data.sources.simulated.words.moments import DEADLINE, SINCE, money
from data.sources.simulated.words.noise import NEIGHBOURS, slipped, typed
from data.sources.simulated.words.phrases import renaming
from data.sources.simulated.words.product_names import NAMES, forms
from data.sources.simulated.words.tables import THEMES

LANGUAGES = tuple(THEMES)
# Reserved for fiction by the regulators (NANPA, Ofcom, Bundesnetzagentur, Arcep), up to the digits that are drawn.
RESERVED = re.compile(
    r"(\+1 202 555 01|\(415\) 555-01|020 7946 0|\+44 20 7946 0|07700 900|\+44 7700 900|030 23125 |089 99998 "
    r"|\+49 69 90009 |0221 4710 |01 99 00 |06 39 98 |\+33 4 65 71 )[\d ]+"
)


@given(st.text(min_size=1), st.integers(0, 2**32))
def test_who_makes_no_slips_types_what_was_said(text: str, seed: int) -> None:
    assert typed(text, "en", 0.0, np.random.default_rng(seed)) == text


@given(st.text(min_size=3), st.integers(0, 2**32), st.sampled_from(LANGUAGES))
def test_a_slip_changes_no_digit_and_one_letter_at_most(text: str, seed: int, language: str) -> None:
    slip = slipped(text, language, np.random.default_rng(seed))
    assert [sign for sign in slip if sign.isdigit()] == [sign for sign in text if sign.isdigit()]
    assert abs(len(slip) - len(text)) <= 2  # A capital of some scripts is two letters.


def test_slips_are_as_frequent_as_the_rate_says() -> None:
    generator = np.random.default_rng(1)
    text = " ".join(["order"] * 100)
    changed = [
        sum(word != "order" for word in typed(text, "en", 0.05, generator).lower().split(" ")) for _ in range(200)
    ]
    # Some slips hit a space, some put a capital that lower() hides again.
    assert 2 < np.mean(changed) < 5


def test_who_slips_often_leaves_accents_and_capitals_out() -> None:
    generator = np.random.default_rng(1)
    texts = {typed("Die Überweisung fehlt", "de", 0.1, generator) for _ in range(300)}
    assert any("Ueberweisung" in text for text in texts)
    assert any("überweisung" in text for text in texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_neighbour_key_has_the_key_as_its_neighbour(language: str) -> None:
    neighbours = NEIGHBOURS[language]
    assert all(key in neighbours[near] for key, around in neighbours.items() for near in around)
    assert neighbours["t"] == ("rz" if language == "de" else "ry")


@pytest.mark.parametrize(
    ("language", "name", "slot", "form"),
    [
        ("de", "der Shop", "den_product", "den Shop"),
        ("de", "der Shop", "im_product", "im Shop"),
        ("de", "die Kasse", "dem_product", "der Kasse"),
        ("de", "das Dashboard", "zum_product", "zum Dashboard"),
        ("de", "die neue Wallet", "im_product", "in der neuen Wallet"),
        ("de", "die neue Wallet", "den_product", "die neue Wallet"),
        ("es", "el panel", "del_product", "del panel"),
        ("es", "la tienda", "al_product", "a la tienda"),
        ("fr", "le site", "au_product", "au site"),
        ("fr", "l'API", "du_product", "de l'API"),
        ("fr", "la boutique", "du_product", "de la boutique"),
        ("en", "our online store", "name", "online store"),
    ],
)
def test_a_name_agrees_with_what_stands_before_it(language: str, name: str, slot: str, form: str) -> None:
    assert forms(language, name)[slot] == form


def test_every_product_has_several_names_in_every_language() -> None:
    assert {frozenset(names) for names in NAMES.values()} == {frozenset(NAMES["en"])}
    assert all(len(set(called)) >= 3 for names in NAMES.values() for called in names.values())


@pytest.mark.parametrize(
    ("language", "style", "written"),
    [("en", 0, "€1430.00"), ("en", 2, "€1,430"), ("de", 0, "1430,00 €"), ("es", 2, "1.430 EUR"), ("fr", 1, "1430 €")],
)
def test_an_amount_is_written_as_in_the_country(language: str, style: int, written: str) -> None:
    assert money("1430.00", "EUR", language, style) == written


def test_an_amount_without_a_symbol_keeps_its_currency() -> None:
    assert money("12.50", "CHF", "en", 0) == "12.50 CHF"
    assert money("a lot", "CHF", "en", 0) == "a lot"


def test_every_language_says_the_same_moments() -> None:
    for said in (SINCE, DEADLINE):
        assert {frozenset(moments) for moments in said.values()} == {frozenset(said["en"])}


@pytest.mark.parametrize("language", LANGUAGES)
def test_invented_people_cannot_exist(language: str) -> None:
    generator = np.random.default_rng(1)
    for _ in range(200):
        assert RESERVED.fullmatch(invent("phone", language, generator))
        assert re.fullmatch(r"[a-z.]+@([a-z]+\.)?example\.(com|org|net)", invent("email", language, generator))
        assert re.fullmatch(r"(192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}", invent("address", language, generator))


@pytest.mark.parametrize("language", LANGUAGES)
def test_new_terms_leave_slots_alone(language: str) -> None:
    pattern, new_terms = renaming(language)
    renamed = [pattern.sub(lambda found: new_terms[found.group()], f"{{{term}}} {term}") for term in new_terms]
    assert [text.partition(" ")[0] for text in renamed] == [f"{{{term}}}".partition(" ")[0] for term in new_terms]
    assert sum(text != f"{{{term}}} {term}" for text, term in zip(renamed, new_terms, strict=True)) > 30


def test_a_mail_has_lines_and_sentences_have_ends() -> None:
    parts = [Part("desk_greeting", "Hello,"), Part("ask_info", "it is {x} 5"), Part("desk_closing", "Kind regards")]
    written = {desk_message(parts, True, np.random.default_rng(seed)) for seed in range(20)}
    assert written == {"Hello,\nIt is {x} 5.\nKind regards", "Hello, It is {x} 5. Kind regards"}
    assert sentence("ask_info", "really?") == "Really?"
    assert sentence("ask_info", "¿cuándo?") == "¿Cuándo?"
