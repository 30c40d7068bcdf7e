"""Sums of money in a text, with their currency; a number without a currency is no sum."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from price_parser import Price

REMEMBERED = 50_000
CURRENCIES = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "$": "USD", "us$": "USD", "usd": "USD", "dollar": "USD",
    "dollars": "USD", "dolares": "USD", "dólares": "USD", "£": "GBP", "gbp": "GBP", "pound": "GBP", "pounds": "GBP",
    "chf": "CHF", "franken": "CHF", "mxn": "MXN", "pesos": "MXN", "¥": "JPY", "jpy": "JPY", "sek": "SEK", "pln": "PLN",
}  # fmt: skip
NAMES = "|".join(sorted(map(re.escape, CURRENCIES), key=len, reverse=True))
NUMBER = r"\d{1,3}(?:[.,'’   ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
THOUSANDS = r"(?:\s?(?:k|tsd\.?|mil|mille|thousand|tausend)\b)?"
AMOUNT = re.compile(
    rf"(?<![\w.,])(?:(?P<before>{NAMES})\s?(?P<first>{NUMBER})(?P<more>{THOUSANDS})"
    rf"|(?P<second>{NUMBER})(?P<many>{THOUSANDS})\s?(?:(?P<after>{NAMES})(?!\w)))(?![\d])",
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
    return tuple(read for found in AMOUNT.finditer(text[:20_000]) if (read := one(found)))


def one(found: re.Match[str]) -> Amount | None:
    """Read one match."""
    currency = CURRENCIES[(found["before"] or found["after"]).lower()]
    price = Price.fromstring(re.sub(r"['’\s]", "", found["first"] or found["second"])).amount
    if price is None:
        return None
    return Amount(price * (1000 if found["more"] or found["many"] else 1), currency, found.start(), found.end())
