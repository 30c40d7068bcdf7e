"""What customers of the simulated desk say follows the issue, and so does what the desk offers as an apology."""

from __future__ import annotations

import re
from collections import defaultdict

import numpy as np
import pytest

from data.sources.simulated.case import Case
from data.sources.simulated.catalogue import CATEGORIES, ISSUE
from data.sources.simulated.words.issue_phrases import SOFTWARE
from data.sources.simulated.words.moments import DEADLINE, SINCE
from data.sources.simulated.words.phrases import phrases
from data.sources.simulated.words.speech import ISSUES, Voice, speak
from data.sources.simulated.words.tables import THEMES, entries, taken_in
from tests.test_simulated_cases import played

LANGUAGES = tuple(THEMES)
# Customers switch to English now and then, so its words may stand in every language.
SOFTWARE_ONLY = re.compile(
    r"browser|restarted|people see|signing out|computer|workaround|it works|does not work|go live|Traceback|curl:|HTTP/"
    r"|neu gestartet|leute sehen|abmelden|rechner|läuft wieder|jetzt geht es|funktioniert nicht|screenshot"
    r"|navegador|reiniciado|lo ven unas|ordenador|ya funciona|vuelve a ir|sin funcionar"
    r"|navigateur|redémarré|personnes le voient|autre poste|ça marche|refonctionne|last update|letzten Update"
    r"|última actualización|dernière mise à jour",
    re.IGNORECASE,
)
PARCELS_ONLY = re.compile(
    r"neighbour|carrier|depot|nachbar|paketdienst|vecin|mensajería|voisin|transporteur|(?:shipment|parcel) is here",
    re.IGNORECASE,
)
SHIPPING = re.compile(r"shipping|voucher|versand|gutschein|envío|un vale|livraison|bon d'achat", re.IGNORECASE)
SAID = (
    "started", "impact", "still", "works", "tried", "answer_fact", "say_failed", "say_better", "say_solved",
    "mention_many_affected", "back_again", "mention_deadline", "self_made_progress",
)  # fmt: skip


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return played(conversations=2000, seed=77, languages=dict.fromkeys(LANGUAGES, 0.25))


def told(cases: list[Case], author: str, *categories: str) -> list[str]:
    return [
        message["text"]
        for case in cases
        if case.opening.issue.category in categories
        for message in case.messages
        if message["author"] == author and message.get("visibility") is None
    ]


def test_who_waits_for_a_parcel_or_for_money_does_not_speak_of_browsers(cases: list[Case]) -> None:
    for category in ("orders", "billing", "contracts", "privacy"):
        texts = told(cases, "customer", category)
        assert len(texts) > 50
        assert [text for text in texts if SOFTWARE_ONLY.search(text)] == []
    software = told(cases, "customer", *SOFTWARE)
    # The words that must not be there are there where they belong.
    assert sum(bool(SOFTWARE_ONLY.search(text)) for text in software) > 0.1 * len(software)


def test_who_has_no_parcel_does_not_speak_of_neighbours(cases: list[Case]) -> None:
    others = [category for category in CATEGORIES if category != "orders"]
    assert [text for text in told(cases, "customer", *others) if PARCELS_ONLY.search(text)] == []
    assert sum(bool(PARCELS_ONLY.search(text)) for text in told(cases, "customer", "orders")) > 40


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_who_buys_is_offered_a_voucher_or_free_shipping(language: str) -> None:
    offers = {
        issue: " ".join(phrases(language, True, False)[name if name in entries(language) else "offer_goodwill"][0])
        for issue in ISSUES
        for name in (f"offer_goodwill:{issue}",)
    }
    assert {ISSUE[issue].category for issue, offer in offers.items() if SHIPPING.search(offer)} == {"orders"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_money_is_missing_only_where_some_was_paid(language: str) -> None:
    table, gone = phrases(language, True, False), re.compile(r"are gone|sind weg|desaparecido|disparu")
    pools = {issue: table.get(f"mention_amount:{issue}", table["mention_amount"]) for issue in ISSUES}
    told = {ISSUE[issue].category for issue, (_, angry) in pools.items() if gone.search(" ".join(angry))}
    assert told == {"orders", "billing", "security"}


def test_a_note_compares_with_another_case() -> None:
    facts = {"issue": "parcel_late", "product": "shop", "number": "770011"}
    generator = np.random.default_rng(4)
    notes = [speak("note_many_same", Voice(), facts, generator) for _ in range(300)]
    compared = [note for note in notes if re.search(r"Same as|Linked to", note)]
    assert len(compared) > 20
    assert not any(re.search(r"(?:Same as|Linked to) 770011", note) for note in compared)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_customers_say_follows_the_issue_and_shares_some_wording(language: str) -> None:
    table = phrases(language, False, False)
    categories_of: dict[str, set[str]] = defaultdict(set)
    for act in SAID:
        common = set(table[act][1]) | set(table[act][0])
        for issue in ISSUES:
            pool = {phrase for mood in table.get(f"{act}:{issue}", ()) for phrase in mood}
            for phrase in pool - common:
                categories_of[phrase].add(ISSUE[issue].category)
            # One state keeps many wordings, some of them those of other states.
            assert not pool or (len(pool) >= 3 and len(pool & common) >= 2), (act, issue)
    for issue in ISSUES:
        own = [act for act in SAID if set(table.get(f"{act}:{issue}", ((), ()))[0]) - set(table[act][0])]
        assert len(own) >= 10, (issue, own)
    # A wording never names one category alone throughout: many are shared by several.
    assert sum(len(found) > 1 for found in categories_of.values()) > 25


def test_an_act_takes_in_what_a_pool_it_names_has_of_the_issue() -> None:
    raw = entries("en")
    orders = {phrase for _, phrase in taken_in("say_failed:parcel_lost", raw)}
    assert "I asked all the neighbours." in orders
    assert "There is still no parcel." in orders
    assert {phrase for _, phrase in taken_in("tried", raw)} <= orders
    # The common entry ``nudge`` has no line of its own for any issue, but what it takes in has.
    assert "It is as slow as before." in {phrase for _, phrase in taken_in("nudge:slow_pages", raw)}
    assert "nudge:slow_pages" in raw


def test_angry_and_calm_signs_and_the_drift_work_in_lines_of_an_issue() -> None:
    calm, angry = phrases("en", False, False)["say_better:sync_stopped"]
    assert "Half of it works now, the rest does not." in set(angry) - set(calm)
    assert "Looks good so far, I keep testing." in set(calm) - set(angry)
    before, after = (set(phrases("en", False, drifted)["say_failed:how_to"][0]) for drifted in (False, True))
    assert "The guide describes something else" in before - after
    assert "The article shows something else" in after - before


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_waits_an_hour_for_a_parcel_or_since_an_update(language: str) -> None:
    generator = np.random.default_rng(8)
    texts = {
        issue: " ".join(
            speak(act, Voice(language), {"issue": issue, "product": "shop"}, generator).lower()
            for act in ("open", "add_detail", "mention_deadline", "nudge")
            for _ in range(200)
        )
        for issue in ("parcel_late", "app_crash")
    }
    for moment in (SINCE[language]["update"], SINCE[language]["hour"], DEADLINE[language]["hour"]):
        assert moment.lower() not in texts["parcel_late"]
        assert moment.lower() in texts["app_crash"]
