"""The words of the simulated desk: always complete, repeatable, many for one state and shared by several."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter, defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import BadInput
from data.sources.simulated.words.phrases import phrases
from data.sources.simulated.words.product_names import forms
from data.sources.simulated.words.shapes import SHAPES
from data.sources.simulated.words.speech import ACTS, ISSUES, PRODUCTS, Voice, product_labels, speak
from data.sources.simulated.words.tables import THEMES

LANGUAGES = tuple(THEMES)
UNFILLED = re.compile(r"\{[a-z_]+\}|\[[^\]/]*/[^\]]*\]| => |&[a-z_]+|\n {8}")
OPENINGS = {"issue": "sync_stopped", "product": "connector"}
CUSTOMER_ACTS = [act for act in ACTS if SHAPES[act].author == "customer"]
PERSONAL = re.compile(
    r"@[\w.]*example|\d{4} \d{4} \d{4}|\b(4242|5105)\d{12}|[A-Z]{2}\d{14}|192\.0\.2|198\.51|203\.0\.113"
)

voices = st.builds(
    Voice,
    language=st.sampled_from(LANGUAGES),
    anger=st.floats(0, 1),
    patience=st.floats(0, 1),
    terse=st.booleans(),
    sarcastic=st.floats(0, 1),
    typos=st.floats(0, 0.2),
    switches=st.floats(0, 1),
    formal=st.booleans(),
)


def said(act: str, voice: Voice, draws: int, drifted: bool = False, seed: int = 1) -> list[str]:
    """Draw many texts of one act about changing issues."""
    generator = np.random.default_rng(seed)
    return [
        speak(act, voice, {"issue": ISSUES[n % len(ISSUES)], "product": PRODUCTS[n % 8]}, generator, drifted)
        for n in range(draws)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("act", ACTS)
def test_every_act_is_said_about_every_issue_without_an_unfilled_slot(act: str, language: str) -> None:
    generator = np.random.default_rng(3)
    for number, issue in enumerate(ISSUES):
        for drifted in (False, True):
            voice = Voice(language, anger=number % 2, formal=drifted, sarcastic=0.2, switches=0.2)
            facts = {"issue": issue, "product": PRODUCTS[number % len(PRODUCTS)]}
            text = speak(act, voice, facts, generator, drifted)
            assert text.strip()
            assert not UNFILLED.search(text), text


@given(voice=voices, act=st.sampled_from(ACTS), seed=st.integers(0, 2**32), drifted=st.booleans())
def test_the_same_state_of_the_generator_gives_the_same_text(voice: Voice, act: str, seed: int, drifted: bool) -> None:
    facts = {"issue": ISSUES[seed % len(ISSUES)], "product": PRODUCTS[seed % len(PRODUCTS)]}
    first, second = np.random.default_rng(seed), np.random.default_rng(seed)
    text = speak(act, voice, facts, first, drifted)
    assert text == speak(act, voice, facts, second, drifted)
    assert first.bit_generator.state == second.bit_generator.state
    assert text.strip()
    assert "{" not in text.replace('{"', "")


def test_the_hash_seed_changes_nothing() -> None:
    code = (
        "import numpy as np; from data.sources.simulated.words.speech import *; g = np.random.default_rng(1);"
        "v = Voice('de', 0.5, 0.5, False, 0.3, 0.05, 0.3); f = {'issue': 'outage', 'product': 'wallet'};"
        "print([speak(act, v, f, g, True) for act in ACTS for _ in range(3)])"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1
    assert len(printed.pop()) > 1000


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_state_has_many_wordings(language: str) -> None:
    generator = np.random.default_rng(5)
    voice = Voice(language, anger=0.3, typos=0.01)
    assert len({speak("open", voice, OPENINGS, generator) for _ in range(300)}) >= 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_wording_has_several_states(language: str) -> None:
    """Of what customers say a tenth and more, word for word, is also said in another act."""
    acts_of = defaultdict(set)
    counts: Counter[str] = Counter()
    for act in CUSTOMER_ACTS:
        for text in said(act, Voice(language, anger=0.4, terse=True), 150):
            acts_of[text].add(act)
            counts[text] += 1
    shared = sum(counts[text] for text, acts in acts_of.items() if len(acts) > 1) / counts.total()
    assert 0.1 < shared < 0.6
    assert max(len(acts) for acts in acts_of.values()) >= 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_calm_people_sometimes_sound_angry_and_angry_ones_calm(language: str) -> None:
    calm, angry = (set(said("complain", Voice(language, anger=anger, terse=True), 600)) for anger in (0.0, 1.0))
    calm_words, angry_words = (set(mood) for mood in phrases(language, False, False)["complain"])
    assert len(calm & angry) > 15
    assert calm & (angry_words - calm_words)
    assert angry & (calm_words - angry_words)


def test_personal_data_is_rare_but_there() -> None:
    acts = [act for act in CUSTOMER_ACTS if act != "boilerplate"]
    texts = [text for act in acts for text in said(act, Voice("en", anger=0.3), 200)]
    assert 0.005 < sum(bool(PERSONAL.search(text)) for text in texts) / len(texts) < 0.03


def test_the_facts_of_the_case_are_told() -> None:
    facts = {"issue": "double_charge", "product": "card", "number": "77001", "amount": "430.00", "currency": "EUR"}
    generator = np.random.default_rng(2)
    told = [speak("mention_amount", Voice("de"), facts, generator) for _ in range(40)]
    assert all("430" in text for text in told if re.search(r"\d", text))
    assert any("430,00 €" in text for text in told)
    assert all("77001" in speak("sla_warning", Voice("fr"), facts, generator) for _ in range(20))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_label_is_kept_in_a_whole_case(language: str) -> None:
    for label in product_labels("wallet", language):
        facts = {"issue": "app_crash", "product": "wallet", "label": label}
        noun = forms(language, label)["name"].split()[-1]
        texts = said_about(facts, language)
        assert texts
        assert all(noun in text for text in texts)


def said_about(facts: dict[str, str], language: str) -> list[str]:
    """Open the same case again and again, as somebody who never varies the name of the product."""
    generator = np.random.default_rng(4)
    texts = [speak("bot_faq", Voice(language), facts, generator, drifted=True) for _ in range(60)]
    names = [forms(language, name)["name"].split()[-1] for name in product_labels("wallet", language)]
    return [text for text in texts if any(name in text for name in names)]


@pytest.mark.parametrize(("field", "value"), [("issue", "parcel_lots"), ("product", "shpo")])
def test_a_fact_without_words_is_named(field: str, value: str) -> None:
    with pytest.raises(BadInput, match=f"{field}: '{value}' has no words.*did you mean"):
        speak("open", Voice(), {**OPENINGS, field: value}, np.random.default_rng(1))


def test_an_act_or_language_without_words_is_named() -> None:
    with pytest.raises(BadInput, match=r"act: 'say_fialed' has no words.*did you mean 'say_failed'"):
        speak("say_fialed", Voice(), OPENINGS, np.random.default_rng(1))
    with pytest.raises(BadInput, match="language: 'it' has no phrases"):
        speak("open", Voice("it"), OPENINGS, np.random.default_rng(1))
