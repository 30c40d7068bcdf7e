"""Bank accounts and national identity numbers whose check digits are right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from stdnum import iban
from stdnum.br import cpf
from stdnum.ch import ssn as ahv
from stdnum.de import idnr
from stdnum.es import ccc, dni, nie
from stdnum.fr import nif, nir
from stdnum.gb import nhs
from stdnum.it import codicefiscale
from stdnum.nl import bsn
from stdnum.pl import pesel
from stdnum.us import itin, rtn, ssn

from data.placeholders import Found

IBAN = re.compile(r"(?:(?<![^\W_])|(?<=[Ii][Bb][Aa][Nn]))[A-Za-z]{2}\d\d(?:[ .-]?[A-Za-z0-9]){11,30}+")
COUNTRY_AND_CHECK = 4
SHORTEST_IBAN, LONGEST_IBAN = 15, 34
# Where numbers are at all: the schemes are tried around here only, which makes the usual message cheap.
DIGITS = re.compile(r"\d(?:[A-Za-z]?[ ./-]?\d){5,}+")
SEPARATORS = re.compile(r"[\s.\-/]+")


class Scheme(NamedTuple):
    """A kind of number: how it is written, its fewest digits, its check, and which words must stand near it."""

    written: re.Pattern[str]
    digits: int
    valid: Callable[[str], bool]
    words: re.Pattern[str] | None = None


def scheme(digits: int, written: str, valid: Callable[[str], bool], words: str = "") -> Scheme:
    """Compile a scheme; it begins and ends at the border of a word."""
    border = re.compile(rf"(?<![\w.,+-]){written}(?![\w]|[.,-]\d)", re.IGNORECASE)
    return Scheme(border, digits, valid, re.compile(words, re.IGNORECASE) if words else None)


TAX = r"steuer|idnr|identifikationsnummer|\btax|\btin\b"
SCHEMES = (
    scheme(8, r"\d{2}\.?\d{3}\.?\d{3}-?[A-Z]", dni.is_valid),
    scheme(8, r"\d{8} [A-Z]", dni.is_valid, r"\bd\.?n\.?i\b|\bnif\b"),
    scheme(7, r"[XYZ][ -]?\d{7}[ -]?[A-Z]", nie.is_valid),
    scheme(13, r"[12] ?\d\d ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d\d|2[AB]) ?\d{3} ?\d{3} ?\d\d", nir.is_valid),
    scheme(9, r"\d{3}-\d\d-\d{4}", ssn.is_valid),
    scheme(9, r"\d{3} ?\d\d ?\d{4}", ssn.is_valid, r"\bssn|social security"),
    scheme(9, r"9\d\d-\d\d-\d{4}", itin.is_valid),
    scheme(11, r"\d{2} \d{3} \d{3} \d{3}", idnr.is_valid),
    scheme(11, r"\d{2}[ /]?\d{3}[ /]?\d{3}[ /]?\d{3}", idnr.is_valid, TAX),
    scheme(6, r"(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]", bool),
    scheme(10, r"\d{3}[ -]?\d{3}[ -]?\d{4}", nhs.is_valid, r"\bnhs\b"),
    scheme(20, r"\d{4}[ -]\d{4}[ -]\d\d[ -]\d{10}", ccc.is_valid),
    scheme(20, r"\d{4}[ -]?\d{4}[ -]?\d\d[ -]?\d{10}", ccc.is_valid, r"cuenta|\bccc\b|account|\bbanc"),
    scheme(13, r"[0-3]\d ?\d\d ?\d{3} ?\d{3} ?\d{3}", nif.is_valid, r"fiscal|imp[oô]t|\bspi\b|\btax"),
    scheme(9, r"\d{9}", rtn.is_valid, r"routing|\baba\b|\brtn\b"),
    scheme(7, r"[A-Z]{6}\d\d[A-Z]\d\d[A-Z]\d{3}[A-Z]", codicefiscale.is_valid),
    scheme(13, r"756\.\d{4}\.\d{4}\.\d\d", ahv.is_valid),
    scheme(11, r"\d{3}\.\d{3}\.\d{3}-\d\d", cpf.is_valid),
    scheme(9, r"\d{9}", bsn.is_valid, r"\bbsn\b|burgerservice"),
    scheme(11, r"\d{11}", pesel.is_valid, r"pesel"),
)
# "Account number" is as often that of a customer: a word about a bank must stand near.
ANNOUNCED = re.compile(
    r"(?<![\w-])(?P<word>(?:account|acct?\.?)[ \t](?:number|num\.?|no\.?|nr\.?|#)|konto[- ]?(?:nummer|nr\.?)"
    r"|kto\.?(?:[- ]?nr\.?)?|(?:num[ée]ro|n°|nº) de compte(?: bancaire)?"
    r"|(?:n[úu]mero|n\.?[º°]) de cuenta(?: bancaria)?)"
    r"[ \t]{0,3}+(?:(?:is|ist|lautet|es|est)[ \t]{1,3}+)?(?:[:=][ \t]{0,3}+)?"
    r"(?P<number>\d(?:[ -]?\d){5,19}+)(?!\w|[.,]\d|[ -]\d)",
    re.IGNORECASE,
)
OF_A_BANK = re.compile(
    r"(?<![^\W_])(?:bank|sort[ -]?code|routing|swift|bic|iban|blz|bankleitzahl|[üu]berweis|ueberweis|lastschrift"
    r"|abbuch|abgebucht|wire transfer|direct debit|banco|bancari|transferencia|domicilia|banque|bancaire|virement"
    r"|pr[ée]l[èe]vement|code guichet|rib)",
    re.IGNORECASE,
)
OF_A_CUSTOMER = re.compile(
    r"(?:customer|client|user|order|ticket|case|billing|online|kunden|benutzer|nutzer|auftrags?|cliente|usuario"
    r"|pedido|utilisateur)[’'s]{0,2}[ \t-]{1,3}$",
    re.IGNORECASE,
)
LOOK_AROUND, LONGEST_BEFORE = 50, 8


def ibans(text: str) -> Iterator[Found]:
    """Give each international bank account number."""
    position = 0
    while (match := IBAN.search(text, position)) is not None:
        if end := end_of_iban(match.group()):
            yield Found("IBAN", match.start(), match.start() + end, match.group()[:end])
        # The words after an account fit the pattern too, and a second account may stand among them.
        position = match.start() + (end or COUNTRY_AND_CHECK)


def end_of_iban(written: str) -> int:
    """Say how much of these letters and digits is the account; words that follow it are not."""
    for end in range(len(written), SHORTEST_IBAN - 1, -1):
        if end < len(written) and written[end].isalnum():
            continue
        compact = "".join(filter(str.isalnum, written[:end]))
        # The library's check is dear, and most ends are wrong.
        if len(compact) <= LONGEST_IBAN and checks(compact) and iban.is_valid(compact, check_country=False):
            return end
    return 0


def checks(compact: str) -> bool:
    """Say whether an account leaves 1 when divided by 97 (ISO 7064), its country and check digits moved to the end."""
    moved = compact[COUNTRY_AND_CHECK:] + compact[:COUNTRY_AND_CHECK]
    return int("".join([str(int(sign, 36)) for sign in moved])) % 97 == 1


def accounts(text: str) -> Iterator[Found]:
    """Give each national number with right check digits, where its form or the words around it say what it is."""
    for digits in DIGITS.finditer(text):
        around = text[max(0, digits.start() - LOOK_AROUND) : digits.end() + LOOK_AROUND]
        count = sum(map(str.isdigit, digits.group()))
        for one in SCHEMES:
            if count < one.digits or (one.words and not one.words.search(around)):
                continue
            for match in one.written.finditer(text, max(0, digits.start() - LONGEST_BEFORE), digits.end() + 3):
                if one.valid(SEPARATORS.sub("", match.group())):
                    yield Found("ACCOUNT", match.start(), match.end(), match.group())


def announced_accounts(text: str) -> Iterator[Found]:
    """Give each number that is said to be that of a bank account."""
    for match in ANNOUNCED.finditer(text):
        start, end = max(0, match.start() - LOOK_AROUND), match.end() + LOOK_AROUND
        if OF_A_BANK.search(text, start, end) and not OF_A_CUSTOMER.search(text, start, match.start()):
            yield Found("ACCOUNT", *match.span("number"), match["number"])
