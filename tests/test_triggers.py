"""Rules fire on what customers mean, not on what they deny, quote or ask about; evidence points at their words."""

from __future__ import annotations

import time
from datetime import timedelta
from math import isnan
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import BadInput
from data.schema import Conversation, TriggerFamily
from features.language import READ
from features.triggers.fields import FIELD_RULES
from features.triggers.find import find, first_unguarded, folded, phrases, rules
from features.triggers.fired import Known, columns, fired, trigger_features
from features.triggers.notation import keys, keys_of_text
from features.triggers.rules import Phrases
from tests.handmade import START, after, talk, timed_talk

ASKS = {
    "asks_for_person": ["I want to speak to a real person", "Ich möchte mit einem Menschen sprechen",
                        "Quiero hablar con una persona", "Je veux parler à un conseiller"],
    "asks_for_supervisor": ["Let me talk to your manager", "Verbinden Sie mich mit Ihrem Vorgesetzten",
                            "Páseme con su supervisor", "Passez-moi votre responsable"],
    "legal_threat": ["You will hear from my lawyer", "Ich schalte meinen Anwalt ein",
                     "Voy a demandar a la empresa", "Je vais porter plainte"],
    "regulator": ["I will complain to the ombudsman", "Ich melde das der Bundesnetzagentur",
                  "Voy a denunciarlos ante Profeco", "Je vais saisir la CNIL"],
    "safety": ["There is smoke coming out of the charger", "Aus dem Gerät kommt Rauch",
               "Sale humo del aparato", "Il y a de la fumée qui sort de l'appareil"],
    "abuse_of_staff": ["You are such idiots", "Ihr seid doch Idioten", "Son unos idiotas", "Vous êtes des abrutis"],
    "fraud": ["There is a payment on my card that I did not make", "Diese Abbuchung habe ich nicht veranlasst",
              "Hay un cargo que no reconozco", "Je n'ai jamais effectué ce paiement"],
    "data_breach": ["I can see another customer's invoices", "Ich sehe Rechnungen von anderen Kunden",
                    "Veo los datos de otro cliente", "Je vois les factures d'un autre client"],
    "churn": ["I will cancel my contract", "Ich kündige meinen Vertrag", "Quiero darme de baja",
              "Je vais résilier mon abonnement"],
    "public_complaint": ["I will post this on Twitter", "Ich gehe damit an die Presse",
                         "Lo voy a publicar en redes sociales", "Je vais le publier sur les réseaux sociaux"],
    "repeated_failure": ["It still does not work", "Es geht immer noch nicht", "Sigue sin funcionar",
                         "Ça ne marche toujours pas"],
    "bug_or_defect": ["The app crashes when I open it", "Die App stürzt beim Öffnen ab",
                      "La aplicación se cierra sola", "L'application plante quand je l'ouvre"],
    "outage_for_many": ["Nobody in the office can log in", "Die ganze Abteilung kann nicht arbeiten",
                        "Nadie en la oficina puede entrar", "Tout le service est bloqué"],
    "terms_beyond_authority": ["Can I get a discount?", "Können Sie mir Rabatt geben?",
                               "¿Me pueden hacer un descuento?", "Pouvez-vous me faire une remise ?"],
    "regulatory_deadline": ["Under GDPR you must answer within one month",
                            "Laut DSGVO müssen Sie das binnen 72 Stunden melden",
                            "Según el RGPD el plazo es de un mes", "Le RGPD impose un délai d'un mois"],
    "legal_hold": ["Please preserve all emails for the court", "Bitte alle E-Mails sichern, Anordnung vom Gericht",
                   "Deben conservar todos los registros", "Vous devez conserver tous les enregistrements"],
    "handler_gives_up": ["I am sorry, I cannot help with that", "Da kann ich leider nicht weiterhelfen",
                         "No puedo ayudarle con eso", "Je ne peux pas vous aider"],
}  # fmt: skip


def names(text: str) -> set[str]:
    return {evidence.rule for evidence in find(text)}


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in ASKS.items() for text in texts])
def test_each_rule_fires_in_four_languages(rule: str, text: str) -> None:
    assert rule in names(text)
    assert rule in names(text.upper())


@pytest.mark.parametrize(
    "text",
    [
        "I don't need to talk to a human", "No need to speak to an agent", "Ich brauche keinen Mitarbeiter",
        "No quiero hablar con una persona", "Je ne veux pas parler à un conseiller",
        'Your page says "speak to an agent"', "> I want to speak to a real person\nthis was my old mail",
        "Die Ansage sagt: „Möchten Sie mit einem Mitarbeiter sprechen“", "thank you, you are a lifesaver",
        "What happens if I ask to speak to an agent?",
    ],
)  # fmt: skip
def test_negation_quotation_politeness_and_questions_do_not_ask_for_a_person(text: str) -> None:
    assert "asks_for_person" not in names(text)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("legal_threat", "I am not going to sue you"), ("fraud", "The fraud case was closed last year, thanks"),
        ("data_breach", "What does your privacy policy say about a data breach?"),
        ("safety", "This queue is killing me"),
        ("churn", "Ich will meinen Vertrag nicht kündigen"),
        ("public_complaint", "No lo voy a publicar en redes sociales"),
        ("safety", "I am dying to try it"), ("legal_hold", "We have no court order"),
    ],
)  # fmt: skip
def test_what_is_denied_settled_or_only_asked_about_is_silent(rule: str, text: str) -> None:
    assert rule not in names(text)


def test_evidence_points_at_the_words_in_the_original() -> None:
    text = "Größe passt — aber ich möchte mit einem Menschen sprechen!"
    (found,) = [evidence for evidence in find(text) if evidence.rule == "asks_for_person"]
    assert text[found.start : found.end] == "mit einem Menschen sprechen"


@given(st.text(max_size=200))
def test_spans_are_within_any_text(text: str) -> None:
    for found in find(text):
        assert 0 <= found.start < found.end <= len(text)


@given(st.sampled_from([text for texts in ASKS.values() for text in texts]))
def test_the_lookup_by_beginnings_loses_no_phrase(text: str) -> None:
    # Searching every phrase without the shortcut finds nothing more.
    slow = {phrase.rule for phrase in phrases().every if first_unguarded(phrase, folded(text))}
    assert slow == names(text)


def test_whose_words_count_stands_in_the_table() -> None:
    asks = "I want to speak to a real person"
    assert trigger_features(talk(("customer", asks)))["trigger_asks_for_person"] == 1
    assert trigger_features(talk(("agent", asks)))["trigger_asks_for_person"] == 0
    gives_up = "I cannot help with that"
    assert trigger_features(talk(("bot", gives_up)))["trigger_handler_gives_up"] == 1
    assert trigger_features(talk(("customer", gives_up)))["trigger_handler_gives_up"] == 0


def test_work_notes_count_where_the_table_says_so() -> None:
    def note(text: str) -> Conversation:
        said = {"author": "agent", "text": text, "visibility": "internal"}
        return Conversation.model_validate({"conversation_id": "c", "messages": [said]})

    assert trigger_features(note("smoke is coming out of the device"))["trigger_safety"] == 1
    assert trigger_features(note("I cannot help with that"))["trigger_handler_gives_up"] == 0


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("Please refund me the 1.250 EUR", 1), ("I demand a refund of €1,250.50", 1), ("Please refund me 40 EUR", 0),
        ("My order cost 1250 EUR", 0), ("Please refund my order 47119999", 0),
    ],
)  # fmt: skip
def test_a_sum_above_the_handlers_limit_must_be_asked_for(text: str, fires: int) -> None:
    case = talk(("customer", text), handler_id="ann")
    assert trigger_features(case, Known({"ann": 500}, {}))["trigger_amount_above_authority"] == fires
    assert trigger_features(case)["trigger_amount_above_authority"] == 0


def test_the_limit_is_that_of_who_has_the_case_now() -> None:
    event = {"event_sequence": 0, "after_sequence": 0, "kind": "assigned", "to": "boss"}
    case = talk(("customer", "I want a refund of 900 EUR"), handler_id="ann", events=[event])
    assert trigger_features(case, Known({"ann": 500, "boss": 5000}, {}))["trigger_amount_above_authority"] == 0


def test_rules_of_fields() -> None:
    events = [{"event_sequence": n, "after_sequence": 0, "kind": kind} for n, kind in
              enumerate(("sla_changed", "sla_changed", "reopened", "denied"))]  # fmt: skip
    case = timed_talk(
        (0, "customer", "hi"), (90, "customer", "well?"), sla_due_at=after(100), events=events, queue="desk",
        customer_id="ann", customer={"customer_id": "ann", "tier": "Premium"},
    )  # fmt: skip
    values = trigger_features(case, Known({}, {"desk": 60, "": 1000}))
    found = {name for name in FIELD_RULES if values[f"trigger_{name}"] == 1}
    assert found == {"vip", "reopened", "extended_again", "approval_denied", "service_level_near", "older_than_normal"}
    late = case.model_copy(update={"at": START + timedelta(hours=3)})
    over = trigger_features(late)
    assert (over["trigger_service_level_breached"], over["trigger_service_level_near"], over["trigger_floor"]) == (
        1,
        0,
        1,
    )
    assert isnan(over["trigger_older_than_normal"])


def test_what_is_not_known_is_missing() -> None:
    values = trigger_features(talk(("customer", "hi")))
    missing = {name.removeprefix("trigger_") for name, value in values.items() if isnan(value)}
    assert missing == {"vip", "older_than_normal", "service_level_near", "service_level_breached"}
    assert list(values) == list(columns())


def test_evidence_of_a_conversation_names_message_and_words() -> None:
    case = talk(("customer", "hello"), ("bot", "hi"), ("customer", "let me talk to your manager"))
    (found,) = [one for one in fired(case) if one.rule == "asks_for_supervisor"]
    assert (found.sequence, found.family, found.floor) == (2, "customer_request", True)
    assert found.text in case.messages[2].text
    assert "manager" in found.text


def test_the_table_covers_all_families_and_every_rule_is_read() -> None:
    assert {rule.family for rule in rules().values()} == set(get_args(TriggerFamily))
    of_fields = {name for name, rule in rules().items() if not rule.whose}
    assert of_fields == set(FIELD_RULES)
    every = phrases().every
    for language in READ:
        assert {p.rule for p in every if p.language == language} == set(rules()) - of_fields


def test_a_phrase_that_cannot_be_read_is_one_sentence() -> None:
    guards: Any = None
    with pytest.raises(BadInput, match="phrase of churn"):
        Phrases().add("churn", "({nobody} leaves", {}, guards, None, "en")


def test_phrases_are_looked_up_by_their_rarest_words() -> None:
    assert keys("i (want|need) to speak", {})[0] == frozenset({"speak."})
    assert keys("kündig*", {})[0] & keys_of_text(["kuendige"])
    assert keys("(the )?{person}s?", {"person": "human|agent"})[0] == frozenset({"huma", "agen"})
    assert keys("(us|clon)\\w+ mi tarjeta", {}) == [frozenset({"tarjeta."}), frozenset({"mi."})]  # "us*" finds no key.


@pytest.mark.parametrize(
    "piece", ["sorry, ", "a@", "I want to ", "no ", '"x" ', "still not ", "a", "refund 5 EUR ", "> \n", "\n"]
)
def test_100_000_characters_take_no_time(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    begun = time.process_time()
    find(text)
    assert time.process_time() - begun < 3


@pytest.mark.parametrize("place", [9_990, 50_000, 99_900])
def test_a_floor_fires_wherever_it_stands(place: int) -> None:
    text = ("The log says nothing useful at all. " * 3_000)[:place] + ". I want to kill myself."
    assert "safety" in {one.rule for one in find(text)}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Quiero un humano", "asks_for_person"), ("Das ist Betrug!", "fraud"), ("Je porte plainte", "legal_threat"),
        ("un humano, por favor", "asks_for_person"),
    ],
)  # fmt: skip
def test_a_greeting_in_english_hides_no_other_language(text: str, rule: str) -> None:
    greeting = "Hello! I am your virtual assistant, how can I help you today?"
    assert rule in {one.rule for one in fired(talk(("bot", greeting), ("customer", text)))}


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("Please refund me ¥60,000", False), ("Please refund me ¥600,000", True), ("Refund 2 million euros", True),
        ("I paid 5,000 EUR for the laptop, refund the 10 EUR shipping please.", False),
        ("I paid 5,000 EUR for it. Please refund the 10 EUR shipping.", False),
        ("Ich habe 5.000 Euro bezahlt und möchte 10 Euro erstattet bekommen", False),
        ("Ich fordere 5.000 Euro zurück.", True), ("I want my money back. It was 5,000 EUR.", True),
        ("I want a refund of AED 90,000", False),  # The European Central Bank quotes no dirham.
    ],
)  # fmt: skip
def test_the_sum_that_is_asked_for_counts_in_euros(text: str, fires: bool) -> None:
    case = talk(("customer", text), handler_id="ann")
    assert trigger_features(case, Known({"ann": 500}, {}))["trigger_amount_above_authority"] == fires


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ich bringe mich um", {"safety"}), ("Je ne veux plus vivre", {"safety"}),
        ("Everybody would be better off without me", {"safety"}), ("no quiero vivir", {"safety"}),
        ("Warum kann ich nicht mit einem Menschen sprechen?", {"asks_for_person"}),
        ("¿Por qué no puedo hablar con una persona?", {"asks_for_person"}),
        ("Pourquoi je ne peux pas parler à un humain ?", {"asks_for_person"}),
        ("Nobody lets me talk to a human", {"asks_for_person"}),
        ("I have not been able to speak to a person for three weeks", {"asks_for_person"}),
        ("I was able to speak to a person, thanks", set()), ("Please call me Anna.", set()),
        ("Ayer hablé con una persona muy amable", set()), ("J'ai déjà parlé à un conseiller hier", set()),
        ("Ich habe gestern mit einem Mitarbeiter gesprochen", set()), ("The explosion of costs is too much", set()),
        ("lawyer@firm.com is my email", set()), ("Report phishing button is missing", set()),
    ],
)  # fmt: skip
def test_what_a_review_found_wrong(text: str, expected: set[str]) -> None:
    assert {one.rule for one in find(text)} == expected
