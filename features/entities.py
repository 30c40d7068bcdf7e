"""What a message names: products, numbers of orders and tickets, days, sums and error codes, each with its place.

Sums are read by price-parser, days by dateparser, products are those that the source itself names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from features.amounts import amounts
from features.dates import dates

Kind = Literal["amount", "date", "error_code", "order", "product"]
REMEMBERED = 20_000  # Texts.
LONGEST = 10_000  # Characters that are searched.

# What a number of an order, a ticket, a parcel ... is called; the number itself has a figure and three signs or more.
CALLED = (
    r"order|ticket|invoice|parcel|package|case|booking|reservation|contract|tracking|shipment|incident|reference|claim"
    r"|customer|return|serial|policy|bestell(?:ung|nummer|nr)|auftrag(?:s?nummer)?"
    r"|rechnung(?:s?nummer)?|sendung(?:s?nummer)?"
    r"|ref|r[eé]f|p[oó]liza|versicherungsschein|vorgang(?:s?(?:nummer|nr))?|vertrag(?:s?nummer)?|buchung(?:s?nummer)?"
    r"|paket(?:nummer)?|vorfall|kundennummer|aktenzeichen"
    r"|pedido|factura|caso|reserva|contrato|env[ií]o|incidencia|paquete|expediente|commande|facture|dossier"
    r"|r[eé]servation|contrat|colis|envoi|incident|r[eé]f[eé]rence|police"
)
BEFORE_NUMBER = (
    r"(?:\s+(?:number|numbers|no|nr|id|ref|reference|code|nummer|n[uú]mero|num))?[.:]?"
    r"(?:\s*(?:n[.°º]+º?|#|nº))?\s*[.:]?\s*(?-i:[A-Z]{2,4}\s)?"
)
NUMBER = r"(?=[\w/.-]*\d)[A-Z0-9][A-Z0-9/._-]+[A-Z0-9]"
ORDER = re.compile(
    rf"\b(?:(?:n[uú]m[eé]ro|number) (?:of |de |d')?)?(?:{CALLED})\b{BEFORE_NUMBER}#?(?P<called>{NUMBER})(?!\w)"
    r"|(?<!\w)#(?P<hash>\d{3,})(?!\w)|\b(?P<known>(?:INC|REQ|RITM|CHG|PRB|TASK|SR|CS)\d{6,}|1Z[0-9A-Z]{16})\b",
    re.IGNORECASE,
)
SHORTEST_NUMBER = 3
# Codes of Windows, of HTTP, of databases (ORA-12154), of devices (E-1042), and of a stop (DRIVER_IRQL_NOT_LESS).
ERROR_CODE = re.compile(
    r"\b(?P<hex>0x[0-9A-Fa-f]{4,16})\b"
    r"|\b(?:https?|status|error|fehler|erreur|c[oó]digo|code)(?:[ -]?(?:code|codes|number|nr\.?|n°|de error|d'erreur))?"
    r"[ :#]{1,2}(?P<named>\d{3,6}|[A-Z]{1,6}-?\d{2,6})\b"
    r"|\b(?P<http>[45]\d\d)(?= (?:gateway|not found|forbidden|internal server|bad gateway|service unavailable|timeout))"
    r"|(?<!room )(?<!zimmer )(?<!raum )(?<!sala )(?<!salle )(?<!gate )\b(?P<vendor>[A-Z]{1,6}-\d{3,6})\b"
    r"|\b(?P<stop>[A-Z]{3,}(?:_[A-Z0-9]{2,}){2,})\b",
    re.IGNORECASE,
)
WRITTEN_IN_CAPITALS = ("vendor", "stop")
PARTS_OF_A_NAME = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\d_A-Z]+|\d+")


class Entity(NamedTuple):
    """A thing that a text names: its kind, its value in one spelling, and its place."""

    kind: Kind
    value: str
    start: int
    end: int


def entities(
    text: str, language: str | None = None, sent_on: date | None = None, products: tuple[str, ...] = ()
) -> tuple[Entity, ...]:
    """Give what a text names, in its order.

    Sums are "49.90 EUR", days ISO, numbers and codes as written. Without ``sent_on`` "yesterday" is no day.
    """
    found = apart([*named_things(text, products), *days(text[:LONGEST], language, sent_on)])
    return tuple(sorted(found, key=lambda one: one.start))


@lru_cache(REMEMBERED)
def named_things(text: str, products: tuple[str, ...] = ()) -> tuple[Entity, ...]:
    """Give all entities but the days, which take longer to read and a day to count from."""
    searched = text[:LONGEST]
    written = any(map(str.isdigit, searched))  # Sums, orders and most codes have a figure; most texts have none.
    found = [*sums(searched), *orders(searched)] if written else []
    if written or "_" in searched:
        found += codes(searched)
    return tuple(apart([*found, *named(searched, products)]))


def apart(found: list[Entity]) -> list[Entity]:
    """Drop what overlaps an entity before it: the surest kinds come first."""
    taken: list[Entity] = []
    for one in found:
        if not any(overlap(one, other) for other in taken):
            taken.append(one)
    return taken


def overlap(one: Entity, other: Entity) -> bool:
    """Say whether two entities share a sign of the text."""
    return one.start < other.end and other.start < one.end


def sums(text: str) -> Iterator[Entity]:
    """Give the sums of money."""
    for found in amounts(text):
        yield Entity("amount", f"{found.value} {found.currency}", found.start, found.end)


def orders(text: str) -> Iterator[Entity]:
    """Give the numbers of orders, tickets, parcels, contracts ..."""
    for found in ORDER.finditer(text):
        group = found.lastgroup or ""
        if len(found[group]) >= SHORTEST_NUMBER:
            yield Entity("order", found[group], found.start(group), found.end(group))


def codes(text: str) -> Iterator[Entity]:
    """Give the error codes."""
    for found in ERROR_CODE.finditer(text):
        group = found.lastgroup or ""
        if group not in WRITTEN_IN_CAPITALS or found[group].isupper():
            yield Entity("error_code", found[group], found.start(group), found.end(group))


def days(text: str, language: str | None, sent_on: date | None) -> Iterator[Entity]:
    """Give the calendar days, as seen from the day the text was sent."""
    for found in dates(text, language, sent_on):
        yield Entity("date", found.day.isoformat(), found.start, found.end)


def named(text: str, products: tuple[str, ...]) -> Iterator[Entity]:
    """Give the products of a list that a text names, whatever their case, hyphens and a plural."""
    if products:
        pattern, places = known(products)
        for found in pattern.finditer(text):
            yield Entity("product", places[found.lastgroup or ""], found.start(), found.end())


@lru_cache(64)
def known(products: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    """Give one pattern for all products, the longest name first, and the name behind each of its groups."""
    ordered = sorted(set(products), key=lambda name: (-len(name), name))
    places = {f"p{place}": name for place, name in enumerate(ordered)}
    parts = {group: r"s?[\s_-]?".join(map(re.escape, PARTS_OF_A_NAME.findall(name))) for group, name in places.items()}
    choices = "|".join(f"(?P<{group}>{part}s?)" for group, part in parts.items() if part)
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE), places
