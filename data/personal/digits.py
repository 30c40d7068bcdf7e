"""Telephone numbers in a text; order numbers, dates, amounts and error codes are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import phonenumbers

from data.personal.cards import DUMP
from data.placeholders import Found

RUN = re.compile(r"(?<![\w+])(?<!\d-)(?:\+ ?|\()?\(?\d(?:[ .()/-]{0,3}\d){6,29}(?!\w)")
NOT_DIGITS = re.compile(r"\D+")
# Two telephone numbers side by side look like one that is too long.
NEXT_NUMBER = re.compile(r" ?/ ?(?=[+0(])| {2,}| (?=[+0(]\d)")
# Spaces and dashes of typesetters and telephones; one sign is one sign, so that all stays in its place.
PLAIN_SIGNS = str.maketrans("\u00a0\u2007\u2009\u202f\u2010\u2011\u2012\u2013", "    ----")
DATE = re.compile(r"\b(?:19|20)\d\d[-./ ](?:0?[1-9]|1[0-2])[-./ ]\d{1,2}\b|\b\d{1,2}[-./]\d{1,2}[-./](?:19|20)?\d\d\b")
MONEY_AFTER = re.compile(
    r"[.,]\d|\s?(?:€|\$|£|%|eur\b|usd\b|gbp\b|chf\b|euros?\b|dollars?\b|bytes?\b|[kmg]b\b|:\d)", re.IGNORECASE
)
MONEY_BEFORE = re.compile(r"(?:[€$£]|\b(?:eur|usd|gbp|chf))\s?$|\d[.,:]$", re.IGNORECASE)
# Not the phone of a placeholder: it would make a call of the next number, round after round.
ASKS_FOR_A_CALL = re.compile(
    r"(?<!i)phone(?!>)|\btel\b|\btel[.:]|\bcall|\bcell|mobile?\b|\bring\b|reach (?:me|us|him|her)|whats ?app|\bsms\b"
    r"|\bfax|\btext (?:me|us)\b|\bdial"
    r"|telefon|\bmobil|handy|rückruf|rueckruf|rufnummer|anrufen|rufen|erreich|\bnummer lautet|\bph\b[.:]|durchwahl"
    r"|teléfono|tfno|móvil|movil\b|\bll[aá]m|celular|contactar|\bportable\b|téléphone|\bappel|joindre|joignable"
    r"|\bfixe\b|hotline|\b(?:my|meine|mi|mon) (?:number|nummer|n[uú]mero|num[eé]ro)\b|\bescr[ií]b|schreib|écri[vs]",
    re.IGNORECASE,
)
NAMES_A_THING = re.compile(
    r"order|report|ticket|invoice|\bcsd\b|\bcase\b|\bref\b|reference|\bserial|\bpart\b|\bsku\b|tracking|parcel|shipment"
    r"|article|item|product|customer (?:no|num|id)"
    r"|account|contract|policy|licen[cs]e|error|code|\bid\b|incident|\binc|\bpo\b|imei|\bean\b|isbn|batch|build"
    r"|version|bestell|auftrag|rechnung"
    r"|sendung|artikel|vertrag|kunden|vorgang|fehler|serien|aktenzeichen|pedido|factura|env[ií]o|seguimiento"
    r"|contrato|art[ií]culo"
    r"|incidencia|expediente|commande|facture|colis|suivi|contrat|dossier|référence|erreur|meter|zähler|transaction"
    r"|booking|reservation|buchung|reserva|#|compteur|contador|lectura|relevé|index|stand\b|reading|\bs/?n\b|serie\b"
    r"|\bsérie|n[°º]|modell?\b|modelo|modèle|équipement|gerät\b"
    r"|device|barcode|\bqr\b|referencia|bon de|ticketnr|token|\btan\b|\bpin\b|código|passw|contraseña|mot de passe",
    re.IGNORECASE,
)
LOOK_BACK, NEAR = 40, 14
# National numbers as people write them: with a trunk 0, in the groups of North America, or in those of Spain.
GROUPED = re.compile(
    r"\(?0\d{1,5}\)?[ ./-]{1,3}\d[\d ./-]{4,13}|\+?1?[ .-]?\(?[2-9]\d\d\)?[ .-]{1,2}\d{3}[ .-]\d{4}"
    r"|[6-9]\d\d(?: \d{3}){2}|[6-9]\d\d(?: \d\d){3}|[89]\d \d{3} \d\d \d\d|[6-9]\d\d[.-]\d{3}[.-]\d{3}"
)
FRENCH_PAIRS = re.compile(r"0\d(?:[. -]?\d\d){4}")
# A sentence of its own, or the end of one: there people leave a number without a word about it.
SENTENCE_BEGINS = re.compile(r"(?:^|[.!?…,;\n])[\s\"'(]{0,4}$")
SENTENCE_ENDS = re.compile(r"[\s\"')]{0,4}(?:$|[.!?…\n](?!\w))")
# Mobile numbers as they are dialled at home. North America and Mexico write theirs like any ten digits.
MOBILE = {
    "ES": re.compile(r"(?:6\d|7[1-9])\d{7}"),
    "FR": re.compile(r"0[67]\d{8}"),
    "GB": re.compile(r"07[1-9]\d{8}"),
    "DE": re.compile(r"01[567]\d{8,9}"),
    "AT": re.compile(r"06[5-9]\d{7,10}"),
    "CH": re.compile(r"07[4-9]\d{7}"),
}
FEWEST_ABROAD = 10
ITEM = re.compile(r"\d{8,}/0{2,}\d")  # A line of an order: 5018821007/00001.
DOTTED = re.compile(r"(?<![\w.])\d+(?:\.\d+){2,}(?![\w])")
AMONG = 40
FOUR_PARTS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
FEWEST_DIGITS, MOST_DIGITS = 7, 15


def phones(text: str, countries: Sequence[str]) -> Iterator[Found]:
    """Give each telephone number: international, grouped as people do, or bare after words that ask for a call."""
    for match in RUN.finditer(text):
        if ITEM.search(match.group()):
            continue
        whole = list(phone_at(text, *match.span(), countries))
        yield from whole
        if not whole and (borders := [border.span() for border in NEXT_NUMBER.finditer(text, *match.span())]):
            starts, ends = (
                [match.start(), *(end for _, end in borders)],
                [*(start for start, _ in borders), match.end()],
            )
            for start, end in zip(starts, ends, strict=True):
                yield from phone_at(text, start, end, countries)


def phone_at(text: str, start: int, end: int, countries: Sequence[str]) -> Iterator[Found]:
    """Give the telephone number that stands exactly here, if one does."""
    if text[start] == "(" and ")" not in text[start:end]:
        start += 1
    written = text[start:end]
    digits = NOT_DIGITS.sub("", written)
    if not FEWEST_DIGITS <= len(digits) <= MOST_DIGITS + 2 or is_something_else(text, start, end, written):
        return
    if is_phone(text, start, written, tuple(countries)):
        yield Found("PHONE", start, end, written)


def is_something_else(text: str, start: int, end: int, written: str) -> bool:
    """Say whether digits are a date, a time, an amount, an address of a machine or part of a memory dump."""
    if FOUR_PARTS.fullmatch(written) or DUMP.search(text, max(0, start - 5), start):
        return True
    if MONEY_AFTER.match(text, end) or MONEY_BEFORE.search(text, max(0, start - 5), start):
        return True
    return not written.startswith("+") and not FRENCH_PAIRS.fullmatch(written) and DATE.search(written) is not None


def is_phone(text: str, start: int, written: str, countries: tuple[str, ...]) -> bool:
    """Say whether digits can be dialled, and are meant to be."""
    if written.startswith("+"):
        # After a space the sign may be that of a list or of a sum.
        return e164(written, countries, strictly=written[1] == " ") != ""
    window = text[max(0, start - LOOK_BACK) : start]
    calls = max((match.end() for match in ASKS_FOR_A_CALL.finditer(window)), default=0)
    things = max((match.end() for match in NAMES_A_THING.finditer(window)), default=0)
    if calls > things:
        # Bare digits far from the word are as often the number of a thing.
        return not written.isdigit() or calls > len(window) - NEAR or e164(written, countries, strictly=True) != ""
    if things:
        return False
    if written.startswith("00"):
        return len(NOT_DIGITS.sub("", written)) >= FEWEST_ABROAD and e164(written, countries, strictly=True) != ""
    if written.isdigit():
        end = start + len(written)
        begins = SENTENCE_BEGINS.search(text, max(0, start - 6), start) is not None
        ends = SENTENCE_ENDS.match(text, end) is not None
        # The nine digits of Spain begin with no 0, and so may be the number of anything.
        return is_mobile(written, countries) and (begins or ends if written[0] == "0" else begins and ends)
    if not GROUPED.fullmatch(written) or ("." in written and is_among_dotted(text, start, start + len(written))):
        return False
    return e164(written, countries, strictly=True) != "" or written.startswith("(")


def is_among_dotted(text: str, start: int, end: int) -> bool:
    """Say whether other numbers with dots stand around, as in a list of parts; addresses and dates are no parts."""
    around = (text[max(0, start - AMONG) : start], text[end : end + AMONG])
    others = [match.group() for part in around for match in DOTTED.finditer(part)]
    return any(not (FOUR_PARTS.fullmatch(one) or DATE.fullmatch(one) or FRENCH_PAIRS.fullmatch(one)) for one in others)


@lru_cache(maxsize=4096)
def e164(written: str, countries: tuple[str, ...], strictly: bool = False) -> str:
    """Give the number with its country code, or nothing where no country of these has such a number."""
    international = written.startswith(("+", "00"))
    dialled = "+" + written[2:] if written.startswith("00") else written
    works = phonenumbers.is_valid_number if strictly else phonenumbers.is_possible_number
    for country in (None,) if international else countries:
        try:
            number = phonenumbers.parse(dialled, country)
        except phonenumbers.NumberParseException:
            continue
        if works(number):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return ""


def is_mobile(written: str, countries: Sequence[str]) -> bool:
    """Say whether bare digits are written like a mobile number of one of these countries."""
    return any(country in MOBILE and MOBILE[country].fullmatch(written) for country in countries)
