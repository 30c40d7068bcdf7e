"""E-mail and network addresses in a text."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator

from data.placeholders import Found

LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?+"
# The lookbehind lets a match begin at the start of a word only: without it a long word is read once per letter.
EMAIL = re.compile(
    r"(?<![\w.+%'-])(?:mailto:)?(?P<mail>[\w+][\w.+%'-]{0,63}(?:@|%40)"
    + rf"(?:{LABEL}\.){{1,8}}(?P<top>[^\W\d_]{{2,24}}))(?![\w@])",
    re.IGNORECASE,
)
SPELT_OUT = re.compile(
    r"(?<![\w.+%-])(?P<mail>[\w+][\w.+%-]{0,63}"
    r"(?: ?[(\[{] ?(?:at|arroba|ät|arobase) ?[)\]}] ?| (?:at|arroba|arobase) (?=\w[\w-]{0,40} ?(?:[(\[{] ?|\b)(?:dot"
    r"|punkt|punto|point)\b))"
    rf"{LABEL}(?:(?: ?[(\[{{] ?(?:dot|punkt|punto|point) ?[)\]}}] ?| (?:dot|punkt|punto|point) "
    rf"|\.){LABEL}){{1,4}})(?!\w)",
    re.IGNORECASE,
)
SIGNS_IN_WORDS = ("at)", "at]", "at}", "at )", "at ]", "ät)", " at ", "arroba", "arobase")
WORDS_FOR_SIGNS = (
    (re.compile(r" ?[(\[{] ?(?:at|arroba|ät|arobase) ?[)\]}] ?| (?:at|arroba|arobase) ", re.IGNORECASE), "@"),
    (re.compile(r" ?[(\[{] ?(?:dot|punkt|punto|point) ?[)\]}] ?| (?:dot|punkt|punto|point) ", re.IGNORECASE), "."),
)
FILE_ENDINGS = {"png", "jpg", "jpeg", "gif", "svg", "webp", "js", "css", "html", "json", "pdf", "py", "ts", "tar"}
VERSION_4 = re.compile(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?!\w|\.\d|-\w)")
VERSION_6 = re.compile(r"(?<![\w:.])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?::(?:\d{1,3}\.){3}\d{1,3})?(?![\w:])")
NOT_AN_ADDRESS = re.compile(
    r"(?:\bv|\bver|versi[oó]n|versionsnummer|\brelease|\bbuild|firmware|\bupdate|upgraded? (?:to|from)|patch|driver"
    r"|treiber"
    r"|chapter|section|abschnitt|kapitel|mise à jour|actualizaci[oó]n)[\s.:#(a-zà-ü-]{0,12}$",
    re.IGNORECASE,
)
OF_DIGITS = re.compile(r"\d(?:\.\d){3}")  # More often a version (OpenSSL 1.1.1.1), unless a word says what it is.
SAYS_ADDRESS = re.compile(
    r"\bip\b|addr|adress|direcci|host|server|dns|ping|gateway|router|from|source|dst|src", re.IGNORECASE
)
LOOK_BACK = 30


def emails(text: str) -> Iterator[Found]:
    """Give each e-mail address, also as it stands in a link (``%40``) or spelt out (``ana (at) example (dot) org``)."""
    if "@" in text or "%40" in text:
        for match in EMAIL.finditer(text):
            if match["top"].lower() not in FILE_ENDINGS:
                yield Found("EMAIL", match.start("mail"), match.end("mail"), match["mail"])
    if any(map(text.lower().__contains__, SIGNS_IN_WORDS)):
        for match in SPELT_OUT.finditer(text):
            yield Found("EMAIL", match.start("mail"), match.end("mail"), match["mail"])


def plain_email(written: str) -> str:
    """Give the address however it was written."""
    address = written.lower().replace("%40", "@")
    if "@" not in address:
        for pattern, sign in WORDS_FOR_SIGNS:
            address = pattern.sub(sign, address)
    return address


def internet_addresses(text: str) -> Iterator[Found]:
    """Give each address of a machine; versions, net masks and the machine itself (127.0.0.1) are none."""
    for match in VERSION_4.finditer(text) if text.count(".") > 2 else ():
        address = address_of(match.group())
        before = text[max(0, match.start() - LOOK_BACK) : match.start()]
        told = not OF_DIGITS.fullmatch(address) or SAYS_ADDRESS.search(before)
        if address and told and not NOT_AN_ADDRESS.search(before):
            yield Found("IP", match.start(), match.end(), match.group())
    if text.count(":") > 1:
        for match in VERSION_6.finditer(text):
            if any(sign.isdigit() for sign in match.group()) and address_of(match.group()):
                yield Found("IP", match.start(), match.end(), match.group())


def address_of(written: str) -> str:
    """Give the address in its shortest form, or nothing where it names no machine of its own."""
    try:
        address = ipaddress.ip_address(written)
    except ValueError:
        return ""
    mask = written.startswith(("255.", "0."))
    return "" if mask or address.is_loopback or address.is_unspecified else address.compressed
