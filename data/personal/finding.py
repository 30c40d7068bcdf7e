"""All personal data of a text, each kind found by its own module; where two overlap the surer one stays."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from functools import lru_cache

from data.personal.accounts import accounts, announced_accounts, ibans
from data.personal.addresses import emails, internet_addresses
from data.personal.cards import cards
from data.personal.credentials import may_tell_a_secret, told_secrets, vendor_keys
from data.personal.digits import PLAIN_SIGNS, phones
from data.personal.known_names import given_names
from data.personal.names import announced_names
from data.personal.word_order import secrets_in_other_order
from data.placeholders import PLACEHOLDER, Found

# Without a country code a number of Mexico looks like one of the United States.
COUNTRIES = ("US", "GB", "DE", "ES", "FR", "AT", "CH")
# Where two kinds claim the same characters, the first of these has them.
FIRST = ("SECRET", "EMAIL", "IBAN", "CARD", "ACCOUNT", "IP", "PHONE", "NAME")
RANK = {kind: place for place, kind in enumerate(FIRST)}
NOWHERE = (sys.maxsize, sys.maxsize)
DIGIT = re.compile(r"\d")
SHORT = 60  # Characters: identifiers, categories and teams, which come again in every case.
LONG_NUMBER = re.compile(r"\d(?:[ .()/-]{0,3}\d){5}|[A-Za-z]\d")


def found(text: str, names: Sequence[str] = (), countries: Sequence[str] = COUNTRIES) -> list[Found]:
    """Give the personal data of a text from left to right; no two findings overlap, none touches a placeholder."""
    if names or len(text) > SHORT:
        return searched(text, names, countries)
    return list(remembered(text, tuple(countries)))


@lru_cache(maxsize=4096)
def remembered(text: str, countries: tuple[str, ...]) -> tuple[Found, ...]:
    """Give what was found in the same text before."""
    return tuple(searched(text, (), countries))


def searched(text: str, names: Sequence[str], countries: Sequence[str]) -> list[Found]:
    """Search a text for all kinds and keep the surest of what overlaps."""
    kept: list[Found] = []
    findings = sorted(candidates(text, names, countries), key=lambda one: (one.start, -one.end))
    taken = (match.span() for match in PLACEHOLDER.finditer(text)) if findings else iter(())
    starts, ends = next(taken, NOWHERE)
    for one in findings:
        while ends <= one.start:
            starts, ends = next(taken, NOWHERE)
        if one.end <= one.start or starts < one.end:
            continue
        while kept and kept[-1].end > one.start and RANK[one.kind] < RANK[kept[-1].kind]:
            kept.pop()
        if not kept or kept[-1].end <= one.start:
            kept.append(one)
    return kept


def candidates(text: str, names: Sequence[str], countries: Sequence[str]) -> Iterator[Found]:
    """Give everything that may be personal data; findings may overlap."""
    lowered = text.lower()
    if names:
        yield from given_names(text, names)
    yield from emails(text)
    if DIGIT.search(text):
        yield from numbers(text, countries)
    yield from vendor_keys(text)
    if may_tell_a_secret(text, lowered):
        yield from told_secrets(text)
        yield from secrets_in_other_order(text, lowered)
    yield from announced_names(text)


def numbers(text: str, countries: Sequence[str]) -> Iterator[Found]:
    """Give what is made of digits."""
    yield from internet_addresses(text)
    plain = text.translate(PLAIN_SIGNS)
    if LONG_NUMBER.search(plain):
        for kind in (ibans(plain), cards(plain), accounts(plain), announced_accounts(plain), phones(plain, countries)):
            yield from (one._replace(text=text[one.start : one.end]) for one in kind)
