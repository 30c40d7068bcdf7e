"""Secrets told the other way round, or with words between: "I set X as my password", "the code you texted me, X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.personal.secret_words import CODE_WORDS, NO_SECRET, SECRET_WORDS
from data.placeholders import Found

MINE = r"(?:my|our|your|his|her|mein|unser|ihr|dein|mi|su|tu|nuestra|mon|notre|votre|ton)"
WHICH = r"(?:(?:the|a|an|new|old|das|ein|neues|altes|la|una|le|un|nouveau|nueva|nuevo|temporary)[ \t]){0,2}"
# The value stands first, so each word is looked at once: it begins after a space and ends before one.
VALUE_FIRST = re.compile(
    r"(?<!\S)[\"'“„«`‘(]?(?P<value>[^\s<>\"“”«»]{4,80}+)(?P<closed>[\"”»]?)[ \t](?:"
    rf"(?:as|als|como|comme|en tant que)[ \t](?:{MINE}[ \t])?{WHICH}"
    rf"(?:{SECRET_WORDS})\b(?![ \t-]?(?:manager|policy|reset|field|feld|tool|app)\b)"
    rf"|(?:is|was|ist|war|es|era|est|était)[ \t]{MINE}e?[ \t]{WHICH}(?:{SECRET_WORDS})\b"
    r"(?=[ \t]{0,2}(?:[.,;!?\n)]|$)))",
    re.IGNORECASE,
)
# "482913 is your verification code", as text messages put it.
CODE_FIRST = re.compile(
    r"(?<![\w.,-])(?P<value>\d{4,8}|\d{3}[ -]\d{3})[ \t](?:is|ist|es|est)[ \t](?:the[ \t]|der[ \t]|el[ \t]|le[ \t])?"
    rf"(?:{MINE}[ \t])?(?:[^\W\d_]{{2,20}}[ \t]){{0,2}}?(?:{CODE_WORDS})\b",
    re.IGNORECASE,
)
# "Ihr Code lautet 482913": without a word for what it opens it must be somebody's own.
OWN_CODE = re.compile(
    rf"(?<![^\W_]){MINE}e?[ \t](?:(?:new|neuer|persönlicher|nuevo|nouveau)[ \t])?(?:code|código)[ \t]"
    r"(?:is|ist|lautet|es|est)(?:[ \t]?:)?[ \t]{1,3}+(?P<value>\d{3}[ -]\d{3}|\d{4,8})(?![\w%€$-]|[.,]\d)",
    re.IGNORECASE,
)
CODE_THAT_CAME = re.compile(
    r"(?<![^\W_])(?:code|código|codigo|pin|tan|clave)\b(?P<between>[^\d\n.!?<]{1,60}?(?<![^\W_])(?:sms"
    r"|text(?: message)?|texted(?: me| to me)?"
    r"|textnachricht|mensaje(?: de texto)?|whatsapp|authenticator|e-?mail|mail|correo|texto)\b"
    r"[^\d\n.!?<]{0,24}?)(?P<value>\d{3}[ -]\d{3}|\d{4,8})(?![\w%€$]|[.,]\d)",
    re.IGNORECASE,
)
CAME = re.compile(
    r"\b(?:got|get|receiv|sent|texted|came|by|via|from|erh[aä]lt|bekomm|geschickt|gesendet|kam|aus|per|recib|lleg|envia"
    r"|mandad|por|reçu|envoy|arrivé|par)",
    re.IGNORECASE,
)
OF_A_THING = re.compile(
    r"error|erreur|fehler|order|bestell|pedido|commande|product|produ[ck]t|postal|postleit|\bzip|promo|descuento|rabatt"
    r"|discount|voucher|gutschein|tracking|suivi|seguimiento|country|barcode|barras|article|artikel|client|kunden",
    re.IGNORECASE,
)
LOOK_BACK, SHORTEST = 16, 6


def secrets_in_other_order(text: str, lowered: str) -> Iterator[Found]:
    """Give each secret that stands before its word, and each code said to have come by message."""
    for match in VALUE_FIRST.finditer(text):
        value = match["value"].strip(".,;:!?)'’")
        if looks_made_up(value) or (match["closed"] and value.lower() not in NO_SECRET):
            start = match.start("value") + match["value"].index(value)
            yield Found("SECRET", start, start + len(value), value)
    for match in CODE_FIRST.finditer(text):
        yield Found("SECRET", *match.span("value"), match["value"])
    for match in OWN_CODE.finditer(text):
        if not OF_A_THING.search(text, max(0, match.start() - LOOK_BACK), match.end()):
            yield Found("SECRET", *match.span("value"), match["value"])
    if not any(map(lowered.__contains__, ("sms", "text", "mail", "correo", "mensaje", "whatsapp", "authenticator"))):
        return
    for match in CODE_THAT_CAME.finditer(text):
        thing = OF_A_THING.search(text, max(0, match.start() - LOOK_BACK), match.start("value"))
        if not thing and CAME.search(match["between"]):
            yield Found("SECRET", *match.span("value"), match["value"])


def looks_made_up(value: str) -> bool:
    """Say whether no word or name of a thing is written so: letters among digits, or signs no word has."""
    letters, digits = any(map(str.isalpha, value)), any(map(str.isdigit, value))
    signs = any(not sign.isalnum() and sign not in "'’-/.:_" for sign in value)
    return len(value) >= SHORTEST and letters and (digits or signs) and "://" not in value
