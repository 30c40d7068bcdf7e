"""Whether what a message asks for is above the handler's limit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from features.amounts import Amount, amounts
from features.triggers.find import CLAUSE, Evidence, sentence_around

EURO = "EUR"


@cache
def rates() -> Any:
    """Load the European Central Bank's reference rates, as they are in CurrencyConverter's package."""
    from currency_converter import CurrencyConverter

    return CurrencyConverter()


def in_euros(value: float | Decimal, currency: str) -> float | None:
    """Give a sum in euros by the last known rate; None for a currency that the European Central Bank does not quote."""
    if currency == EURO:
        return float(value)
    if currency not in rates().currencies:
        return None
    return float(rates().convert(float(value), currency, EURO))


def above(text: str, evidence: Evidence, limit: float | None) -> bool:
    """Say whether the sum that the words of ``evidence`` ask for is above a limit in euros.

    Where no limit is known, none is above it; nor is one in a currency without a rate.
    """
    if limit is None:
        return False
    euros = (in_euros(one.value, one.currency) for one in asked_for(text, evidence))
    return any(value is not None and value > limit for value in euros)


def asked_for(text: str, evidence: Evidence) -> Sequence[Amount]:
    """Give the sums that a request means: of its clause, else of its sentence, else of the message.

    Of "I paid 5,000 EUR and want 10 EUR back" only what follows the request's first word.
    """
    every = amounts(text)
    for left, right in (clause_around(text, evidence, every), sentence_around(text, evidence.start, evidence.end)):
        near = [one for one in every if left <= one.start < right]
        if near:
            return [one for one in near if one.end > evidence.start] or near
    return every


def clause_around(text: str, evidence: Evidence, every: Sequence[Amount]) -> tuple[int, int]:
    """Give where the clause of a request begins and ends; the comma of a sum ends none."""
    left, right = sentence_around(text, evidence.start, evidence.end)
    for found in CLAUSE.finditer(text, left, right):
        if any(one.start <= found.start() < one.end for one in every):
            continue
        if found.end() <= evidence.start:
            left = found.end()
        elif found.start() >= evidence.end:
            return left, found.start()
    return left, right
