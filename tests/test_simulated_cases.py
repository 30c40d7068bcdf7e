"""Whole simulated cases read as one: the desk speaks of the issue, an alert keeps its facts, nobody greets twice."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import numpy as np
import pytest

from data.sources.simulated.case import Case
from data.sources.simulated.catalogue import MONITORED, PRODUCTS
from data.sources.simulated.words.monitoring import HOSTS, METRICS, SEVERITIES, alert, host, value
from data.sources.simulated.words.speech import Voice, speak
from data.sources.simulated.words.tables import THEMES
from data.sources.simulated.world import World
from tests.test_simulated import SETTINGS

TECHNICAL = {
    "en": r"settings|\btoken|cache|browser|passw|sync|crash|screenshot|version",
    "de": r"einstellung|\btoken|cache|browser|passwor|absturz|screenshot|version|login",
    "es": r"ajustes|\btoken|caché|navegador|contraseña|captura|versión|ventana",
    "fr": r"réglages|jeton|cache|navigat|mot de passe|capture|version|plantage",
}
PARCELS = {
    "en": r"parcel|carrier|refund|replacement|delivery",
    "de": r"paket|erstattung|ersatz ist|zustellung|rücksend",
    "es": r"paquete|mensajería|reembolso|entrega",
    "fr": r"colis|transporteur|remboursement|livraison (?!est offerte)",
}
WITHOUT_PARCELS = ("access", "integration", "defect", "data", "performance", "outage", "privacy", "how_to")
NAMES = re.compile("|".join(metric for found in METRICS.values() for metric, _ in found))
PLACES = re.compile(rf"\b(?:{'|'.join(HOSTS.values())})(?:-db)?-\d\d\b")
LIMITS = re.compile(r"(?:threshold[ =]|limit )(\d+)")
OF_THE_PRODUCT = re.compile(r"\([^()]+\)(?= = )")  # Its names may be words that are looked for: account page.
AMOUNT = re.compile(r"€(\d{1,3})(?:\.\d\d)?\b|\b(\d{1,3})(?:[.,]\d\d)? (?:€|EUR)")
GREETING = re.compile(r"\b(?:Hello|Hi|Dear customer|Good day|Guten Tag|Hallo|Buenos días|Hola|Bonjour|Salut)[,!:.\n]")


def played(**changes: object) -> list[Case]:
    world = World(SETTINGS.model_copy(update=changes))
    ended: list[Case] = []
    while not world.over:
        ended += world.step().finished
    return ended


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return played(conversations=1200, languages=dict.fromkeys(THEMES, 0.25))


@pytest.fixture(scope="module")
def alerts() -> list[Case]:
    return played(conversations=300, alert_share=1.0)


def told_by_agents(cases: list[Case], language: str, *categories: str) -> list[str]:
    return [
        message["text"]
        for case in cases
        if case.opening.language == language and case.opening.issue.category in categories
        for message in case.messages
        if message["author"] == "agent" and message.get("visibility") is None
    ]


@pytest.mark.parametrize("language", list(THEMES))
def test_who_lost_a_parcel_is_not_told_of_settings_and_who_cannot_sign_in_not_of_parcels(
    cases: list[Case], language: str
) -> None:
    parcels = told_by_agents(cases, language, "orders")
    others = told_by_agents(cases, language, *WITHOUT_PARCELS)
    assert len(parcels) > 80
    assert [text for text in parcels if re.search(TECHNICAL[language], text, re.IGNORECASE)] == []
    assert [text for text in others if re.search(PARCELS[language], text, re.IGNORECASE)] == []
    # The words that must not be there are there where they belong.
    assert sum(bool(re.search(PARCELS[language], text, re.IGNORECASE)) for text in parcels) > 15
    assert sum(bool(re.search(TECHNICAL[language], text, re.IGNORECASE)) for text in others) > 15


def test_notes_follow_the_issue_too(cases: list[Case]) -> None:
    for case in cases:
        notes = " ".join(message["text"] for message in case.messages if message.get("visibility"))
        if case.opening.issue.category == "orders":
            assert not re.search("token|Config on|Logs on|reset", notes), notes
        if case.opening.issue.category in WITHOUT_PARCELS:
            assert not re.search("Carrier|booking|Goodwill", notes), notes


def test_the_bot_speaks_of_what_it_took_the_issue_for() -> None:
    def issue_only(*said: Any, **_: Any) -> str:
        return str(said[2]["issue"])

    world, wrong = World(SETTINGS.model_copy(update={"conversations": 200}), issue_only), 0
    while not world.over:
        for case in world.step().finished:
            for message in case.messages:
                meant = message.get("intent") or case.opening.issue.name
                assert set(message["text"].split()) == {meant}
                wrong += meant != case.opening.issue.name
    assert wrong > 10


def test_an_alert_keeps_metric_host_severity_and_threshold(alerts: list[Case]) -> None:
    seen: Counter[str] = Counter()
    for case in alerts:
        shown = " ".join(message["text"] for message in case.messages if message["author"] == "system")
        shown = OF_THE_PRODUCT.sub("", shown)
        for pattern in (NAMES, PLACES, LIMITS, re.compile(rf"\b(?:{'|'.join(SEVERITIES)})\b")):
            found = set(pattern.findall(shown))
            assert len(found) <= 1, shown
            seen[pattern.pattern] += len(found)
        metric = NAMES.search(shown)
        assert metric is not None
        assert metric.group() in dict(METRICS[case.opening.issue.name])
        place = PLACES.search(" ".join(message["text"] for message in case.messages))
        assert place is None or place.group().startswith(HOSTS[case.opening.product])
    assert min(seen.values()) > 100


def test_nobody_speaks_of_a_customer_where_there_is_none(alerts: list[Case]) -> None:
    told = [OF_THE_PRODUCT.sub("", message["text"]) for case in alerts for message in case.messages]
    assert len(told) > 1000
    assert [text for text in told if re.search("customer|phone|friendly|€|handed back", text, re.IGNORECASE)] == []
    assert any(re.search("Root cause|Restart", text) for text in told)


def test_a_measured_value_is_beyond_the_threshold_while_the_alert_fires(alerts: list[Case]) -> None:
    pairs = [
        (float(found["value"]), float(found["limit"]), bool(re.match(r"OK", message["text"])))
        for case in alerts
        for message in case.messages
        if (found := re.search(r"(?:value=| is )(?P<value>\d+) \(?threshold[ =](?P<limit>\d+)", message["text"]))
    ]
    assert {fine for *_, fine in pairs} == {True, False}
    assert all((measured < limit) == fine for measured, limit, fine in pairs)


def test_the_severity_of_an_alert_follows_the_priority_but_not_always() -> None:
    generator = np.random.default_rng(1)
    levels = {
        priority: [
            SEVERITIES.index(alert("outage", priority, generator)["severity"]) for _ in range(300)
        ]
        for priority in ("P1", "P2", "P3", "P4")
    }  # fmt: skip
    means = [float(np.mean(level)) for level in levels.values()]
    assert means == sorted(means, reverse=True)
    assert all(len(set(level)) > 2 for level in levels.values())


def test_every_monitored_issue_has_metrics_and_every_product_a_host() -> None:
    generator = np.random.default_rng(1)
    assert {issue.name for issue in MONITORED} == set(METRICS)
    assert set(PRODUCTS) == set(HOSTS)
    assert host("database_alert", "hosting", generator).startswith("host-db-")
    assert set(METRICS["database_alert"]).isdisjoint(METRICS["outage"])
    for _, threshold in (metric for found in METRICS.values() for metric in found):
        assert int(value(str(threshold), False, generator)) < threshold < int(value(str(threshold), True, generator))


def test_an_alert_can_be_spoken_of_without_its_facts() -> None:
    facts = {"issue": "app_crash", "product": "wallet"}
    texts = [speak("alert", Voice(), facts, np.random.default_rng(seed)) for seed in range(30)]
    assert len(set(texts)) > 20
    assert any(NAMES.search(text) for text in texts)


def test_a_message_greets_once(cases: list[Case]) -> None:
    told = [message["text"] for case in cases for message in case.messages if message["author"] == "agent"]
    assert [text for text in told if len(GREETING.findall(text)) > 1] == []
    assert sum(bool(GREETING.search(text)) for text in told) > 300


def test_a_sum_that_nobody_recorded_stays_the_same_in_a_whole_case(cases: list[Case]) -> None:
    several = 0
    for case in cases:
        if not case.opening.amount:
            texts = [message["text"] for message in case.messages]
            named = [left or right for text in texts for left, right in AMOUNT.findall(text)]
            assert len(set(named)) <= 1, texts
            several += len(named) > 1
    assert several > 2
