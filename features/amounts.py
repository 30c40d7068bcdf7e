"""Sums of money in a text, with their currency; a number without a currency is no sum."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from price_parser import Price

REMEMBERED = 50_000
LONGEST = 20_000  # Characters that are searched.
SYMBOLS = {
    "€": "EUR", "$": "USD", "us$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD",
    "hk$": "HKD", "s$": "SGD", "mx$": "MXN", "r$": "BRL", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₺": "TRY",
    "zł": "PLN", "kč": "CZK", "sfr": "CHF",
}  # fmt: skip
NAMES = {
    "eur": "EUR", "euro": "EUR", "euros": "EUR", "dollar": "USD", "dollars": "USD", "dolares": "USD", "dólares": "USD",
    "bucks": "USD", "pound": "GBP", "pounds": "GBP", "pfund": "GBP", "libras": "GBP", "livres": "GBP", "quid": "GBP",
    "franken": "CHF", "francs suisses": "CHF", "francos suizos": "CHF", "pesos": "MXN", "yen": "JPY", "yenes": "JPY",
    "yens": "JPY", "rupees": "INR", "rupien": "INR", "rupias": "INR", "roupies": "INR", "zloty": "PLN",
    "kronor": "SEK", "reais": "BRL",
}  # fmt: skip
# In small letters too; other codes only in capitals: "all", "top" and "try" are words.
KNOWN_CODES = ("usd", "gbp", "chf", "mxn", "jpy", "sek", "pln", "cad", "aud", "inr")
CODES = (
    "AED|ARS|BGN|BRL|CLP|CNY|COP|CZK|DKK|EGP|HKD|HUF|IDR|ILS|ISK|KES|KRW|MAD|MYR|NGN|NOK|NZD|PEN|PHP|RON|RUB|SAR|SGD"
    "|THB|TND|TRY|TWD|UAH|UYU|VND|XAF|XOF|ZAR"
)
CURRENCIES = (
    SYMBOLS | NAMES | {code.lower(): code for code in CODES.split("|")} | {code: code.upper() for code in KNOWN_CODES}
)
MORE = {"k": 1_000, "tsd": 1_000, "mil": 1_000, "mille": 1_000, "thousand": 1_000, "tausend": 1_000}
MILLIONS = ("million", "millions", "millionen", "millon", "millón", "millones", "mio", "mn")
MORE |= dict.fromkeys(MILLIONS, 1_000_000)


def one_of(words: Sequence[str]) -> str:
    """Give one expression for several words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


CURRENCY = rf"{one_of([*SYMBOLS, *NAMES, *KNOWN_CODES])}|(?-i:{CODES})"
NUMBER = r"\d{1,3}(?:[.,'’   ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
AMOUNT = re.compile(
    rf"(?<![\w.,])(?:(?P<before>{CURRENCY})\s?(?P<first>{NUMBER})(?:\s?(?P<more>{one_of([*MORE])})\b\.?)?"
    rf"|(?P<second>{NUMBER})(?:\s?(?P<many>{one_of([*MORE])})\b\.?(?:\sde|\sd['’])?)?\s?(?P<after>{CURRENCY})(?!\w))"
    r"(?!\d)",
    re.IGNORECASE,
)


class Amount(NamedTuple):
    """A sum with its currency's ISO code and its place in the text."""

    value: Decimal
    currency: str
    start: int
    end: int


@lru_cache(REMEMBERED)
def amounts(text: str) -> tuple[Amount, ...]:
    """Give the sums of a text; how decimals are written is told by price-parser."""
    if not any(map(str.isdigit, text)):
        return ()
    return tuple(read for found in AMOUNT.finditer(text[:LONGEST]) if (read := one(found)))


def one(found: re.Match[str]) -> Amount | None:
    """Read one match."""
    currency = CURRENCIES[(found["before"] or found["after"]).lower()]
    price = Price.fromstring(re.sub(r"['’\s]", "", found["first"] or found["second"])).amount
    if price is None:
        return None
    times = MORE[(found["more"] or found["many"]).lower()] if found["more"] or found["many"] else 1
    return Amount(price * times, currency, found.start(), found.end())
