"""What a message names: hand-written cases, places in the text, and texts that nobody foresaw."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from features.amounts import amounts
from features.dates import dates
from features.entities import LONGEST, entities, named_things
from tests.benchmarks.entity_cases import judge_all, measure

SUNDAY = date(2026, 5, 10)
ODD = [
    "",
    "🙂🙂",
    "\u202eטקסט מימין לשמאל 12",
    "<b>order</b> &amp; 5",
    "#",
    "€",
    "order",
    "0x",
    "-",
    "31.02.2026",
    "99/99/99",
]


def test_hand_written_cases_are_read_as_well_as_before() -> None:
    found = measure(judge_all())["all"]
    for kind in ("amount", "date", "error_code", "order", "product"):
        assert found[kind]["f1"] >= 0.95, kind
    assert found["intent"]["f1"] >= 0.8


def test_each_entity_stands_where_it_says() -> None:
    text = "Order 10023-A of 3 May 2026, €49.90 for the Cloud Box, error 0x80070057"
    found = {one.kind: text[one.start : one.end] for one in entities(text, "en", SUNDAY, ("CloudBox",))}
    assert found == {
        "order": "10023-A", "date": "3 May 2026", "amount": "€49.90", "product": "Cloud Box",
        "error_code": "0x80070057",
    }  # fmt: skip


def test_nothing_is_read_twice() -> None:
    found = entities("contract C-77812 of 2026-04-30 over 12.05.2026 EUR", "en", SUNDAY)
    spans = sorted((one.start, one.end) for one in found)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_without_the_day_it_was_sent_only_whole_dates_are_days() -> None:
    text = "yesterday, last Friday, 3 May, 2 weeks ago, 3 May 2026"
    assert [one.day for one in dates(text, "en")] == [date(2026, 5, 3)]
    assert len(dates(text, "en", SUNDAY)) == 5


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("every Monday", "en"), ("jeden Montag", "de"), ("todos los lunes", "es"), ("tous les lundis", "fr"),
        ("for 3 weeks", "en"), ("guten Morgen", "de"), ("heute Morgen um 9", "de"), ("por la mañana", "es"),
        ("hier ist der Drucker", "de"), ("31.02.2026", "de"), ("version 10.2.1", "en"),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_day_is_none(text: str, language: str) -> None:
    days = [one.day for one in dates(text, language, SUNDAY)]
    assert days in ([], [SUNDAY])  # "heute Morgen" is still today.


def test_figures_are_read_as_the_language_writes_them() -> None:
    (english,), (german,) = (dates("06/07/2026", language, SUNDAY) for language in ("en", "de"))
    assert (english.day, german.day) == (date(2026, 6, 7), date(2026, 7, 6))


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_read_without_complaint(text: str) -> None:
    for language in ("en", "de", "es", "fr", None, "xx"):
        entities(text, language, SUNDAY, ("CloudBox", "", "C++", "(odd"))


@given(st.text(max_size=200), st.sampled_from(["en", "de", "es", "fr"]))
def test_every_span_is_within_any_text(text: str, language: str) -> None:
    for one in entities(text, language, SUNDAY, ("a", "Router X200")):
        assert 0 <= one.start < one.end <= len(text)


@pytest.mark.parametrize("piece", ["order 1", "1", "a1-", "ticket number # ", "1.", "€ ", "MAY_", "3 May ", "Monday "])
def test_100_000_characters_take_no_time(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    begun = time.process_time()
    found = named_things(text)
    dates(text, "en")
    assert time.process_time() - begun < 3
    assert all(one.end <= LONGEST for one in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.250,50 €", [("1250.50", "EUR")]), ("$1,250", [("1250", "USD")]), ("1 250,50 euros", [("1250.50", "EUR")]),
        ("£20 and 30 USD", [("20", "GBP"), ("30", "USD")]), ("20k EUR", [("20000", "EUR")]), ("call 0800 12 34", []),
        ("version 1.250", []), ("2 million euros", [("2000000", "EUR")]), ("5 Mio. Euro", [("5000000", "EUR")]),
        ("A$ 900", [("900", "AUD")]), ("CAD 9000", [("9000", "CAD")]), ("₹90000", [("90000", "INR")]),
        ("2 millones de euros", [("2000000", "EUR")]), ("all 20 of us try 3 tops", []), ("TRY 20", [("20", "TRY")]),
    ],
)  # fmt: skip
def test_sums_are_read_with_their_currency(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(str(found.value), found.currency) for found in amounts(text)] == expected


@pytest.mark.parametrize("text", ["Room B-101 is booked", "an order of 3000 units"])
def test_rooms_and_quantities_are_neither_codes_nor_orders(text: str) -> None:
    assert not [one for one in named_things(text) if one.kind in ("error_code", "order")]
