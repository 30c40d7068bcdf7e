"""Passwords, codes, keys and tokens in a text: what opens a door for whoever reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detect_secrets.plugins.aws import AWSKeyDetector
from detect_secrets.plugins.azure_storage_key import AzureStorageKeyDetector
from detect_secrets.plugins.discord import DiscordBotTokenDetector
from detect_secrets.plugins.github_token import GitHubTokenDetector
from detect_secrets.plugins.gitlab_token import GitLabTokenDetector
from detect_secrets.plugins.mailchimp import MailchimpDetector
from detect_secrets.plugins.pypi_token import PypiTokenDetector
from detect_secrets.plugins.sendgrid import SendGridDetector
from detect_secrets.plugins.slack import SlackDetector
from detect_secrets.plugins.square_oauth import SquareOAuthDetector
from detect_secrets.plugins.stripe import StripeDetector
from detect_secrets.plugins.telegram_token import TelegramBotTokenDetector
from detect_secrets.plugins.twilio import TwilioKeyDetector

from data.personal.secret_words import (
    AND_WHICH,
    CODE_WORDS,
    NO_SECRET,
    SECRET_WORDS,
    SHORT_STEMS,
    SHORT_WORDS,
    STEMS,
    VAGUE,
    VERBS,
)
from data.placeholders import Found

# What a vendor's key holds, and the library's patterns for it. The library's patterns for JSON web tokens and OpenAI
# take quadratic time on a hostile text, so those two are our own.
VENDORS = (
    (("AKIA", "ASIA", "ABIA", "ACCA", "A3T"), AWSKeyDetector.denylist[:1]),
    (("AccountKey=",), AzureStorageKeyDetector.denylist),
    (("ghp_", "gho_", "ghu_", "ghs_", "ghr_"), GitHubTokenDetector.denylist),
    (("gl", "GR1348941"), GitLabTokenDetector.denylist),
    (("-us",), MailchimpDetector.denylist),
    (("pypi-",), PypiTokenDetector.denylist),
    (("SG.",), SendGridDetector.denylist),
    (("xox", "hooks.slack.com"), SlackDetector.denylist),
    (("sq0csp-",), SquareOAuthDetector.denylist),
    (("k_live_",), StripeDetector.denylist),
    ((":",), TelegramBotTokenDetector.denylist),
    (("AC", "SK"), TwilioKeyDetector.denylist),
    ((".",), DiscordBotTokenDetector.denylist),
)  # fmt: skip
SHORTEST_KEY = 20
REST_OF_TOKEN = re.compile(r"[\w+/=-]*+")
TOKENS = re.compile(
    r"(?<![\w.-])(?:eyJ[\w=-]{8,}+\.[\w=-]{8,}+(?:\.[\w+/=-]++)?"
    r"|(?:sk-|sk_test_|rk_test_|whsec_|hf_|npm_|github_pat_|AIza|ya29\.|shpat_|dop_v1_|lin_api_)[\w-]{16,}+)"
)
BEARER = re.compile(
    r"(?<![^\W_])(?:bearer|authorization: ?basic|x-api-key:)[ \t]{1,3}(?P<value>[\w.~+/=-]{8,}+)", re.IGNORECASE
)
IN_LINK = re.compile(r"(?<=://)[^\s/@:<>]{0,100}:(?P<value>[^\s/@<>]{1,200})(?=@)")
KEY_BEGINS = re.compile(r"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----")
KEY_ENDS = re.compile(r"-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----")
KEY_BODY = re.compile(r"[A-Za-z0-9+/=\s]*+")

PAIR = re.compile(
    rf"(?<![^\W_])(?P<word>{SECRET_WORDS}|(?P<code>{CODE_WORDS}))\b(?:[ \t](?:{AND_WHICH})\b)?"
    rf"(?P<whose>[ \t]++(?:for|to|of|on|für|zum|vom|von|para|de|del|pour"
    rf"|du)(?:[ \t]++[\w'’.-]{{1,30}}+){{1,4}}?(?=[ \t]++(?:is|was|ist|lautet|es|est)[ \t]))?"
    rf"(?P<how>[\"'*]{{0,2}}[ \t]{{0,3}}(?:=>|:=|[:=])[ \t*]{{0,3}}(?:\r?\n[ \t]{{0,3}})?"
    # Possessive: else each way to share the spaces out is tried, and a long gap takes quadratic time.
    rf"|[ \t]++(?:{VERBS})[ \t]*+:?[ \t]*+|[ \t]++)"
    r"(?P<open>[\"'“„«`‘(]?)(?P<value>(?:[^\s<]|<(?!(?:EMAIL|PHONE|CARD|IBAN|ACCOUNT|IP|SECRET|NAME)>)){1,256}+)",
    re.IGNORECASE,
)
IN_TAG = re.compile(
    rf"<(?:{SECRET_WORDS}|{CODE_WORDS})(?:[ \t][^<>]{{0,80}})?>[ \t]{{0,3}}+(?P<value>[^\s<>][^<>\n]{{0,198}}+)</",
    re.IGNORECASE,
)
QUOTED = re.compile(r"[^\"'”“»`’\n<]{1,200}(?=[\"'”“»`’])")
COMMAND = re.compile(r"(?<=[ \t])(?:-u|--user)[ \t=][^\s:<>]{1,60}:(?P<value>[^\s<>]{1,200}+)")
BOTH = re.compile(
    r"(?:credentials|log-?in|zugangsdaten|credenciales|identifiants|user/pass(?:word)?)\b[ \t]{0,3}[:=]?[ \t]{0,3}"
    r"[^\s<>/]{2,80}[ \t]{0,2}[/|][ \t]{0,2}(?P<value>[^\s<>]{4,100})",
    re.IGNORECASE,
)
MASKED = set("x*.•#-_")
SHORTEST_MIXED, LONGEST_CODE = 6, 12
NAME_OF_A_SYSTEM = re.compile(r"[A-Za-z]+[_-]\d+")
GROUPED_CODE = re.compile(r"\d{2,4}(?:[ -]\d{2,4}){1,2}(?!\w)")
CLOSING = ".,;:!?)]}\"'”“»`’*…"
END_OF_CLAUSE = re.compile(r"[ \t]*(?:$|[\n\r.,;!?)\"'”»]|(?:and|und|y|et|but|aber|pero|mais|or|for|für)\b)")


def may_tell_a_secret(text: str, lowered: str) -> bool:
    """Say whether a word of the text can announce a secret: most have none, and are spared the dear search."""
    if any(map(lowered.__contains__, STEMS)):
        return True
    return any(map(lowered.__contains__, SHORT_STEMS)) and SHORT_WORDS.search(text) is not None


def vendor_keys(text: str) -> Iterator[Found]:
    """Give keys and tokens whose form says what they are."""
    if "://" in text and "@" in text:
        for match in IN_LINK.finditer(text):
            yield Found("SECRET", *match.span("value"), match["value"])
    if "-----BEGIN" in text:
        yield from private_keys(text)
    if max(map(len, text.split()), default=0) < SHORTEST_KEY:
        return
    for match in TOKENS.finditer(text):
        yield Found("SECRET", *match.span(), match.group())
    for pattern in (one for signs, patterns in VENDORS if any(sign in text for sign in signs) for one in patterns):
        for match in pattern.finditer(text):
            rest = REST_OF_TOKEN.match(text, match.end())
            end = rest.end() if rest else match.end()
            yield Found("SECRET", match.start(), end, text[match.start() : end])


def private_keys(text: str) -> Iterator[Found]:
    """Give each private key as one block, also one that was cut off."""
    position, ends = 0, KEY_ENDS.search(text)
    while begins := KEY_BEGINS.search(text, position):
        # Searched for again only where one is left: many keys without an end would each read the whole text.
        if ends and ends.start() < begins.end():
            ends = KEY_ENDS.search(text, begins.end())
        body = KEY_BODY.match(text, begins.end())
        position = ends.end() if ends else body.end() if body else begins.end()
        yield Found("SECRET", begins.start(), position, text[begins.start() : position])


def told_secrets(text: str) -> Iterator[Found]:
    """Give each value that the words before it call a password, a code, a key or a token."""
    for announced in (*BEARER.finditer(text), *BOTH.finditer(text), *COMMAND.finditer(text)):
        yield Found("SECRET", *announced.span("value"), announced["value"])
    for tagged in IN_TAG.finditer(text):
        value = tagged["value"].rstrip()
        if value.lower() not in NO_SECRET and not set(value.lower()) <= MASKED:
            yield Found("SECRET", tagged.start("value"), tagged.start("value") + len(value), value)
    position = 0
    while (match := PAIR.search(text, position)) is not None:
        start, end = told_value(text, match)
        if end > start:
            yield Found("SECRET", start, end, text[start:end])
        # A word that is no secret may itself announce one: "the password token is ...".
        position = end if end > start else match.end("word")


def told_value(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Give where the secret stands after its word, or an empty span where there is none."""
    start, how = match.start("value"), match["how"].strip()
    if match["open"] not in ("", "(") and (quoted := QUOTED.match(text, start)):
        return (start, quoted.end()) if quoted.group().lower() not in NO_SECRET else (start, start)
    value = match["value"]
    if match["code"] and (grouped := GROUPED_CODE.match(text, start)):
        return grouped.span()
    before = text[match.start() - 1 : match.start()]
    if before in ("?", "&", ";") and how:
        value = re.split("[&;#]", value, maxsplit=1)[0]
    kept = value.rstrip(CLOSING)
    value = value[: len(kept) + 1] if value[len(kept) : len(kept) + 1] == "!" and how else kept
    end = start + len(value)
    plain = match["word"].lower() in VAGUE and value.isalpha()
    return (start, end) if not plain and is_secret(value, how_told(match), text, end) else (start, start)


def how_told(match: re.Match[str]) -> str:
    """Say how a value is announced, from the clearest to the vaguest: code, sign, verb, change, nothing."""
    how = match["how"].strip().lower()
    if match["code"]:
        return "code"
    if "\n" in match["how"]:  # Of a form only the labels may stand there: what follows must look made up.
        return "change"
    if how[-1:] in (":", "=", ">", "*"):
        return "sign"
    return "nothing" if not how else "change" if how.endswith((" to", " auf")) or how in ("to", "auf") else "verb"


def is_secret(value: str, told: str, text: str, end: int) -> bool:
    """Say whether a value can be a secret; the less its announcement says, the more it must look like one."""
    bare = value.strip(CLOSING)
    if not bare or bare.lower() in NO_SECRET or value[0] in "<[{*(/" or set(bare.lower()) <= MASKED:
        return False
    if told == "code":
        return sum(sign.isdigit() for sign in bare) >= 3 and len(bare) <= LONGEST_CODE
    digits, letters = any(map(str.isdigit, bare)), any(map(str.isalpha, bare))
    signs = any(not sign.isalnum() and sign not in "'’-/.:_" for sign in bare)
    if told in ("nothing", "change"):
        both = letters and (digits or (signs and told == "change"))
        return both and len(bare) >= SHORTEST_MIXED and "://" not in bare and not NAME_OF_A_SYSTEM.fullmatch(bare)
    if signs or (digits and (letters or len(bare) >= 4)) or bare[1:] not in (bare[1:].lower(), bare[1:].upper()):
        return True
    speaks = told == "verb" and bare.lower().endswith(("ed", "ing", "ado", "ada", "ert", "lich", "able"))
    return letters and len(bare) >= 4 and not speaks and END_OF_CLAUSE.match(text, end) is not None
