"""The phrase tables of the simulated desk: complete in every language, rich, and changed by the drift."""

from __future__ import annotations

import re

import pytest

from data.sources.simulated.catalogue import CATEGORIES, ISSUE
from data.sources.simulated.words.issue_phrases import fitting
from data.sources.simulated.words.phrases import phrases
from data.sources.simulated.words.product_names import forms
from data.sources.simulated.words.shapes import SHAPES
from data.sources.simulated.words.speech import ISSUES, PRODUCTS
from data.sources.simulated.words.tables import THEMES

LANGUAGES = tuple(THEMES)
NAMES_THE_LABEL = ("ask_person", "ask_supervisor", "refuse_escalation", "announce_handover")
FOLLOWS_THE_ISSUE = ("ask_info", "propose_step", "deliver_solution", "explain_policy", "bot_faq")
BROKEN = {
    "en": re.compile(r"\bin purchase\b|\ban (?:bill|fault|purchase|response)\b|\ba (?:agreement|adviser|answer)\b"),
    "de": re.compile(r"\b[Dd]er Release\b|\bder Päckchen\b|\beinen Rückmeldung\b"),
    "es": re.compile(r"\b[Hh]e encargo\b|\bel clave\b|\bla reintegro\b|\b[Aa]br\w+ el botón"),
    "fr": re.compile(r"[Vv]euillez .* et d['e]|personne.*-t-il\b|\bpas le bouton"),
}
LABEL = re.compile("es[ck]al", re.IGNORECASE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("formal", [True, False])
@pytest.mark.parametrize("drifted", [True, False])
def test_no_phrase_has_a_slot_that_cannot_be_filled_or_two_signs(language: str, formal: bool, drifted: bool) -> None:
    """Drawing may miss a rare phrase, so each one is looked at, in both moods."""
    table = phrases(language, formal, drifted)
    known = {*table, *forms(language, PRODUCTS[0]), "symptom", "detail"}
    facts = {"number", "other_number", "amount", "since", "deadline", "host", "value", "threshold", "team", "count"}
    facts |= {"person", "agent", "email", "phone", "card", "account", "address", "metric", "severity", "value_below"}
    facts |= {"colleague", "due", "left", "used", "place"}
    assert not facts & set(table)  # A pool with the name of a fact would take its place.
    known |= facts
    for name, moods in table.items():
        for template in (*moods[0], *moods[1]):
            slots = set(re.findall(r"(?<!\{)\{([^{}\"]*)\}", template))
            assert slots <= known, (name, template)
            assert not re.search(r" => |^[!~&@]|\[[^\]/]+/[^\]]+\]", template), (name, template)


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
def test_the_words_around_a_new_term_stay_right(language: str) -> None:
    """A term is renamed wherever it stands: also where it is another part of speech, or part of an idiom."""
    for formal in (True, False):
        drifted = phrases(language, formal, True)
        own = [
            template for name in drifted if name.partition(":")[0] in FOLLOWS_THE_ISSUE for template in drifted[name][0]
        ]
        assert [template for template in own if BROKEN[language].search(template)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tables_are_as_rich_as_the_grammar_needs(language: str) -> None:
    for formal in (True, False):
        table = phrases(language, formal, False)
        own = {f"{act}:{issue}" for act in SHAPES for issue in ISSUES} & set(table)
        shared = {name.partition(":")[0] for name in own}
        spoken = [act for act in SHAPES if act in table and act != "open" and act not in shared]
        assert [name for name in (*spoken, *own) if len({*table[name][0], *table[name][1]}) < 6] == []
        assert [issue for issue in ISSUES if len(set(table[f"symptom:{issue}"][0])) < 5] == []
        assert [issue for issue in ISSUES if len(set(table[f"detail:{issue}"][0])) < 4] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_follows_the_issue_does_so_in_every_language_and_shares_some_wording(language: str) -> None:
    for category in CATEGORIES:
        assert all(set(table.get(category, {})) for table in THEMES[language].by_category)
    table = phrases(language, True, False)
    for act in FOLLOWS_THE_ISSUE:
        pools = {issue: set(table[f"{act}:{issue}"][0]) for issue in ISSUES}
        common = set.intersection(*pools.values())
        assert len(common) >= 4
        for issue, pool in pools.items():
            assert len(pool - common) >= (2 if act in ("explain_policy", "bot_faq") else 4), (act, issue)
            other = [one for one in ISSUES if ISSUE[one].category != ISSUE[issue].category]
            assert any(not (pools[one] - common) & pool for one in other)


def test_a_phrase_for_one_issue_alone_is_for_no_other_of_its_category() -> None:
    text = "@parcel_ Ask the carrier. | @wrong_item Send it back. | Refund sent."
    assert list(fitting(text, "parcel_late")) == ["Ask the carrier.", "Refund sent."]
    assert list(fitting(text, "wrong_item")) == ["Send it back.", "Refund sent."]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sign_for_an_issue_alone_names_one(language: str) -> None:
    for table in THEMES[language].by_category:
        for category, acts in table.items():
            names = [issue for issue in ISSUES if ISSUE[issue].category == category]
            for sign in re.findall(r"@(\S+)", " ".join(acts.values())):
                assert any(name.startswith(sign) for name in names), (category, sign)
                assert not all(name.startswith(sign) for name in names), (category, sign)


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
