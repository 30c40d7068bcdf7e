"""The redaction cases are well-formed, the measure counts as it says, and the committed figures are fresh."""

from __future__ import annotations

import ipaddress
import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import get_args

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import iban, luhn
from stdnum.de import idnr
from stdnum.es import dni, nie
from stdnum.fr import nir
from stdnum.gb import nhs
from stdnum.us import ssn

from data.files import read_json
from data.placeholders import Found, Kind
from data.redaction import found
from tests.benchmarks.redaction_cases import CASES, RESULT, Case, agrees, figure, hidden, judge, measure, read_cases
from tests.conftest import ROOT

LANGUAGES = ("en", "de", "es", "fr")
REGIONS = ("US", "GB", "DE", "ES", "FR", "AT", "CH", "MX")
ACCOUNTS = {"en": (nhs, ssn), "de": (idnr,), "es": (dni, nie), "fr": (nir,)}
CASE = Case(
    "en", "seen", "write to a@example.com, or ring 212-555-0147", [], [Found("EMAIL", 9, 22, "a@example.com")], ""
)
ITSELF = CASE.expected[0]


@cache
def cases() -> list[Case]:
    return read_cases()


def valid(span: Found, language: str) -> bool:
    """Say whether the check digits of an expected span are right, and whether a telephone number could be one."""
    if span.kind == "CARD":
        return bool(luhn.is_valid(re.sub(r"\D", "", span.text)))
    if span.kind == "IBAN":
        return bool(iban.is_valid(span.text))
    if span.kind == "ACCOUNT":
        # The SSN check wants dashes between its groups.
        return any(
            number.is_valid(re.sub(r"[ .]", "-" if number is ssn else "", span.text)) for number in ACCOUNTS[language]
        )
    if span.kind == "IP":
        return bool(ipaddress.ip_address(span.text))
    if span.kind == "PHONE":
        return any(
            phonenumbers.is_possible_number(phonenumbers.parse(re.sub(r"[^\d+()]", " ", span.text), region))
            for region in REGIONS
        )
    return True


def test_there_are_enough_cases_in_each_language_and_half_and_of_each_kind() -> None:
    assert len(cases()) >= 360
    assert Counter(case.language for case in cases()).keys() == set(LANGUAGES)
    assert min(Counter(case.language for case in cases()).values()) >= 90
    assert min(Counter(case.half for case in cases()).values()) >= 0.4 * len(cases())
    assert {case.half for case in cases()} == {"seen", "unseen"}
    assert sum(not case.expected for case in cases()) >= 0.35 * len(cases())
    kinds = Counter((case.language, span.kind) for case in cases() for span in case.expected)
    assert all(kinds[language, kind] >= 4 for language in LANGUAGES for kind in get_args(Kind))
    assert {span.kind for case in cases() for span in case.expected} <= set(get_args(Kind))


def test_each_case_is_told_once_with_its_reason_and_its_spans_stand_apart() -> None:
    assert len({case.text for case in cases()}) == len(CASES.read_text(encoding="utf-8").splitlines())
    for case in cases():
        assert case.why
        assert all(case.text[span.start : span.end] == span.text for span in case.expected)
        assert all(left.end <= right.start for left, right in zip(case.expected, case.expected[1:], strict=False))


def test_expected_numbers_have_right_check_digits() -> None:
    assert [span.text for case in cases() for span in case.expected if not valid(span, case.language)] == []


def test_clean_texts_hold_no_number_with_right_check_digits() -> None:
    for case in cases():
        if case.expected:
            continue
        numbers = [re.sub(r"\D", "", run) for run in re.findall(r"\d(?:[ -]?\d){12,18}", case.text)]
        # Bar codes and parcel numbers are shorter or longer than cards, or fail their check.
        assert not [number for number in numbers if len(number) in (15, 16) and luhn.is_valid(number)], case.text
        assert not [run for run in re.findall(r"\b[A-Z]{2}\d\d[\dA-Z ]{11,30}", case.text) if iban.is_valid(run)], (
            case.text
        )


def test_addresses_are_of_domains_nobody_owns_or_that_are_reserved() -> None:
    written = [span.text for case in cases() for span in case.expected if span.kind == "EMAIL" and "@" in span.text]
    assert [text for text in written if not re.search(r"[@.]example(\.[a-z]{2,3}){0,2}$", text.lower())] == []


@pytest.mark.parametrize(
    ("spans", "right", "false_alarms", "missed", "bare"),
    [
        ([ITSELF], 1, 0, 0, 0),
        ([], 0, 0, 1, 1),
        ([ITSELF, ITSELF], 1, 1, 0, 0),  # said twice, once too often
        ([ITSELF._replace(kind="SECRET")], 0, 1, 1, 0),  # hidden, under another kind
        ([Found("EMAIL", 0, len(CASE.text), CASE.text)], 0, 1, 1, 0),  # a whole sentence is no address
        ([Found("EMAIL", 2, 22, "ite to a@example.com")], 0, 1, 1, 0),  # 20 characters for 13 are too many
        ([Found("EMAIL", 9, 20, "a@example.c")], 0, 1, 1, 1),  # 11 of 13 characters are not enough
        ([Found("EMAIL", 6, 22, "to a@example.com")], 1, 0, 0, 0),  # a little more is forgiven
        ([Found("EMAIL", 9, 16, "a@examp"), Found("EMAIL", 16, 22, "le.com")], 0, 2, 1, 0),  # hidden in two pieces
        ([ITSELF, Found("PHONE", 32, 44, "212-555-0147")], 1, 1, 0, 0),  # not listed, so it is a false alarm
    ],
)
def test_a_case_is_judged(spans: list[Found], right: int, false_alarms: int, missed: int, bare: int) -> None:
    judged = judge(CASE, lambda _text, _names: spans)
    counted = [len(part) for part in (judged.right, judged.false_alarms, judged.missed, judged.bare)]
    assert counted == [right, false_alarms, missed, bare]


def test_a_perfect_finder_a_blind_one_and_one_that_hides_all_get_what_they_deserve() -> None:
    answers = {case.text: case.expected for case in cases()}
    perfect = measure(cases(), lambda text, _names: answers[text])
    blind = measure(cases(), lambda _text, _names: [])
    hiding = measure(cases(), lambda text, _names: [Found("CARD", 0, len(text), text)])
    assert {share["value"] for share in perfect["overall"].values()} == {1.0}
    assert [blind["overall"][name]["value"] for name in ("precision", "recall", "masked")] == [None, 0.0, 0.0]
    assert hiding["overall"]["masked"]["value"] == 1.0
    assert hiding["overall"]["precision"]["value"] == hiding["overall"]["recall"]["value"] == 0.0
    assert hiding["overall"]["clean_left_alone"]["value"] == 0.0


def test_halves_languages_and_kinds_add_up_to_the_whole() -> None:
    measured = measure(cases(), found)
    for group in ("halves", "languages", "kinds"):
        for name in ("precision", "recall", "masked"):
            shares = [shares[name] for shares in measured[group].values()]
            assert sum(share["n"] for share in shares) == measured["overall"][name]["n"]
            successes = sum(round(share["value"] * share["n"]) for share in shares if share["n"])
            whole = measured["overall"][name]
            assert successes == round(whole["value"] * whole["n"])


def test_the_names_of_a_case_reach_the_finder() -> None:
    given_names: list[Sequence[str]] = []

    def finder(_text: str, names: Sequence[str]) -> list[Found]:
        given_names.append(names)
        return []

    measure(cases(), finder)
    assert given_names == [case.names for case in cases()]
    assert any(given_names)


@given(st.integers(1, 500).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_the_interval_is_wilsons(counts: tuple[int, int]) -> None:
    successes, total = counts
    share, z = successes / total, 1.959964
    centre = (share + z**2 / (2 * total)) / (1 + z**2 / total)
    reach = z / (1 + z**2 / total) * math.sqrt(share * (1 - share) / total + z**2 / (4 * total**2))
    given_figure = figure(successes, total)
    assert given_figure["low"] == pytest.approx(max(0, centre - reach), abs=2e-4)
    assert given_figure["high"] == pytest.approx(min(1, centre + reach), abs=2e-4)


@given(st.integers(0, 40), st.integers(1, 40), st.integers(0, 40), st.integers(1, 40))
def test_what_agrees_is_hidden(start: int, length: int, other: int, other_length: int) -> None:
    expected, span = (Found("NAME", at, at + long, "") for at, long in ((start, length), (other, other_length)))
    assert hidden([span], expected) or not agrees(span, expected)


def test_the_committed_figures_are_those_of_a_fresh_run() -> None:
    assert read_json(ROOT / RESULT) == measure(cases(), found), "run python -m tests.benchmarks.redaction_cases"
