"""E-mail and network addresses in a text."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator

from data.placeholders import Found

LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?+"
# The lookbehind lets a match begin at the start of a word only: without it a long word is read once per letter. Signs
# that stand there, also encoded as in a link, are no part of the address.
EMAIL = re.compile(
    r"(?<![\w.+%'’-])(?:%[23][0-9A-F]|[.%'’_-])*+(?P<mail>[^\W_][\w.+%'’-]{0,63}(?:@|%40)"
    rf"(?:{LABEL}\.){{1,8}}(?P<top>[^\W\d_]{{2,24}}))(?![^\W_]|@)",
    re.IGNORECASE,
)
SPELT_OUT = re.compile(
    r"(?<![\w.+%'’-])[.%'’_-]*+(?P<mail>[^\W_][\w.+%'’-]{0,63}"
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
# The name of an inline picture, and that of a repository: no mail arrives there.
PICTURE = "cid:"
REPOSITORY_USERS, REPOSITORY_GOES_ON = {"git", "hg", "svn"}, re.compile(r"[:/][\w.~-]{1,100}/|/[\w.~-]")
PATH_OF_REPOSITORY = re.compile(r":[\w.~-]{0,100}(?:/[\w.~-]{1,100}){1,8}+(?<=\.git)(?!\w)")
FILE_ENDINGS = {"png", "jpg", "jpeg", "gif", "svg", "webp", "js", "css", "html", "json", "pdf", "py", "ts", "tar"}
VERSION_4 = re.compile(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?!\w|\.\d|-\w)")
VERSION_6 = re.compile(
    r"(?<![\w:.])[0-9A-Fa-f]{0,4}(?:(?::[0-9A-Fa-f]{0,4}){1,6}?:(?:\d{1,3}\.){3}\d{1,3}(?!\.\d)"
    r"|(?::[0-9A-Fa-f]{0,4}){2,7}(?!\.\d))(?![\w:])"
)
PADDED = re.compile(r"\d{3}(?:\.\d{3}){3}")
NOT_AN_ADDRESS = re.compile(
    r"(?:\bv|\bver|versi[oó]n|versionsnummer|\brelease|\bbuild|firmware|\bbios|\bsdk|\bkernel|plug-?in|patch|driver"
    r"|treiber|pilote|controlador|\bupdate|\bupgrad|mi[st]e? à (?:jour|niveau)|\baktualisier|\bactuali[zc]|\brollback"
    r"|\bwindows|\bandroid|\bios|\bjava|\bchrome|\bfirefox|\bedge"
    r"|chapter|section|abschnitt|kapitel|chapitre|cap[ií]tulo|sección|apartado|clause|paragraph|ziffer"
    r"|temperatur|température|\breading|\breads|\bmeasur|messwert|ablesung|zählerstand|lectura|medición|\bmedida"
    r"|\brelevé|\bmesure|\bmarca)[\s.:#(a-zà-ü’'-]{0,14}$",
    re.IGNORECASE,
)
# What follows a version by such a word is a version too: "from version 10.2.3.4 to 10.2.4.1".
GOES_ON_TO = re.compile(
    r"[\s,;/()&]{0,3}(?:(?:and|or|to|nach|auf|bis|und|oder|y|o|a|hasta|et|ou|vers|à|in|into|by|durch|por|par|->|→|–|-)"
    r"\s)?\s{0,2}(?:(?:the|die|der|la|el|version|versión|v)[\s.]{1,2}){0,2}",
    re.IGNORECASE,
)
SAYS_VERSION_AFTER = re.compile(r"\s?(?:°|build\b|beta\b|rc\d|\(?version|update\b|release\b|firmware)", re.IGNORECASE)
OF_DIGITS = re.compile(r"\d(?:\.\d){3}")  # More often a version (OpenSSL 1.1.1.1), unless a word says what it is.
SAYS_ADDRESS = re.compile(
    r"\bip\b|addr|adress|direcci|host|server|dns|ping|gateway|router|from|source|dst|src", re.IGNORECASE
)
LOOK_BACK = 30


def emails(text: str) -> Iterator[Found]:
    """Give each e-mail address, also as it stands in a link (``%40``) or spelt out (``ana (at) example (dot) org``)."""
    if "@" in text or "%40" in text:
        for match in EMAIL.finditer(text):
            if match["top"].lower() not in FILE_ENDINGS and not is_no_mailbox(text, match):
                yield Found("EMAIL", match.start("mail"), match.end("mail"), match["mail"])
    if any(map(text.lower().__contains__, SIGNS_IN_WORDS)):
        for match in SPELT_OUT.finditer(text):
            yield Found("EMAIL", match.start("mail"), match.end("mail"), match["mail"])


def is_no_mailbox(text: str, match: re.Match[str]) -> bool:
    """Say whether it is the name of an inline picture or of a repository (``git@example.com:team/tool.git``)."""
    if text[max(0, match.start() - len(PICTURE)) : match.start()].lower() == PICTURE:
        return True
    user, sign, _ = match["mail"].partition("@")
    by_user = sign and user in REPOSITORY_USERS and REPOSITORY_GOES_ON.match(text, match.end())
    return bool(by_user or (sign and PATH_OF_REPOSITORY.match(text, match.end())))


def plain_email(written: str) -> str:
    """Give the address however it was written."""
    address = written.lower().replace("%40", "@").replace("’", "'")
    if "@" not in address:
        for pattern, sign in WORDS_FOR_SIGNS:
            address = pattern.sub(sign, address)
    return address


def internet_addresses(text: str) -> Iterator[Found]:
    """Give each address of a machine; versions, net masks and the machine itself (127.0.0.1) are none."""
    end_of_version = None
    for match in VERSION_4.finditer(text) if text.count(".") > 2 else ():
        address = address_of(match.group())
        before = text[max(0, match.start() - LOOK_BACK) : match.start()]
        told = not OF_DIGITS.fullmatch(address) or SAYS_ADDRESS.search(before)
        goes_on = end_of_version is not None and GOES_ON_TO.fullmatch(text, end_of_version, match.start())
        if goes_on or NOT_AN_ADDRESS.search(before) or SAYS_VERSION_AFTER.match(text, match.end()):
            end_of_version = match.end()
        elif address and told:
            yield Found("IP", match.start(), match.end(), match.group())
    if text.count(":") > 1:
        for match in VERSION_6.finditer(text):
            if any(sign.isdigit() for sign in match.group()) and address_of(match.group()):
                yield Found("IP", match.start(), match.end(), match.group())


def address_of(written: str) -> str:
    """Give the address in its shortest form, or nothing where it names no machine of its own."""
    if PADDED.fullmatch(written):
        written = ".".join(str(int(part)) for part in written.split("."))
    try:
        address = ipaddress.ip_address(written)
    except ValueError:
        return ""
    # The same machine, however its number is wrapped.
    address = getattr(address, "ipv4_mapped", None) or address
    mask = written.startswith(("255.", "0."))
    return "" if mask or address.is_loopback or address.is_unspecified else address.compressed
