"""The phrase tables of the simulated desk: complete in every language, rich, and changed by the drift."""

from __future__ import annotations

import re

import pytest

from data.sources.simulated.words.phrases import THEMES, phrases
from data.sources.simulated.words.product_names import forms
from data.sources.simulated.words.shapes import SHAPES
from data.sources.simulated.words.speech import ISSUES, PRODUCTS

LANGUAGES = tuple(THEMES)
NAMES_THE_LABEL = ("ask_person", "ask_supervisor", "refuse_escalation", "announce_handover")
LABEL = re.compile("es[ck]al", re.IGNORECASE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("formal", [True, False])
@pytest.mark.parametrize("drifted", [True, False])
def test_no_phrase_has_a_slot_that_cannot_be_filled_or_two_signs(language: str, formal: bool, drifted: bool) -> None:
    """Drawing may miss a rare phrase, so each one is looked at, in both moods."""
    table = phrases(language, formal, drifted)
    known = {*table, *forms(language, PRODUCTS[0]), "symptom", "detail"}
    facts = {"number", "amount", "since", "deadline", "host", "value", "threshold", "team", "count"}
    facts |= {"person", "agent", "email", "phone", "card", "account", "address"}
    assert not facts & set(table)  # A pool with the name of a fact would take its place.
    known |= facts
    for name, moods in table.items():
        for template in (*moods[0], *moods[1]):
            slots = set(re.findall(r"(?<!\{)\{([^{}\"]*)\}", template))
            assert slots <= known, (name, template)
            assert not re.search(r" => |^[!~&]|\[[^\]/]+/[^\]]+\]", template), (name, template)


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_acts_that_speak_of_it_name_the_escalation(language: str) -> None:
    for drifted in (False, True):
        for name, moods in phrases(language, True, drifted).items():
            found = [template for template in (*moods[0], *moods[1]) if LABEL.search(template)]
            assert not found or name in NAMES_THE_LABEL, found
    assert any(LABEL.search(template) for template in phrases(language, True, False)["refuse_escalation"][0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_about_a_third_of_the_cores_changes_with_the_drift(language: str) -> None:
    before, after = phrases(language, True, False), phrases(language, True, True)
    old = {(act, core) for act in SHAPES if act in before for mood in before[act] for core in mood}
    new = {(act, core) for act in SHAPES if act in after for mood in after[act] for core in mood}
    assert 0.25 < len(old - new) / len(old) < 0.42


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tables_are_as_rich_as_the_grammar_needs(language: str) -> None:
    for formal in (True, False):
        table = phrases(language, formal, False)
        spoken = [act for act in SHAPES if act in table and act != "open"]
        assert [act for act in spoken if len({*table[act][0], *table[act][1]}) < 6] == []
        assert [issue for issue in ISSUES if len(set(table[f"symptom:{issue}"][0])) < 5] == []
        assert [issue for issue in ISSUES if len(set(table[f"detail:{issue}"][0])) < 4] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_a_shape_is_in_every_language(language: str) -> None:
    table = {*phrases(language, True, False), "symptom", "detail"}
    spoken = {act: shape for act, shape in SHAPES.items() if shape.author in ("customer", "bot", "agent")}
    assert {act for act in spoken if act not in table} == set()
    assert {name for shape in spoken.values() for name, _ in (*shape.before, *shape.after)} <= table


@pytest.mark.parametrize("language", LANGUAGES)
def test_formal_and_casual_people_write_differently(language: str) -> None:
    formal, casual = phrases(language, True, False), phrases(language, False, False)
    assert formal["greeting"] != casual["greeting"]
    assert formal["thanks"] == casual["thanks"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mood_is_never_empty_and_most_phrases_serve_both(language: str) -> None:
    table = phrases(language, False, False)
    assert all(calm and angry for calm, angry in table.values())
    shared = sum(len({*calm} & {*angry}) for calm, angry in table.values())
    assert shared > 0.7 * sum(len({*calm} | {*angry}) for calm, angry in table.values())
