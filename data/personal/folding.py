"""A text as names are compared: without accents, with one apostrophe, each sign with its place in the text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# Unicode takes these for letters of their own, which people without such a keyboard write otherwise.
OTHERWISE = {
    "ß": "ss", "ẞ": "SS", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "Æ": "Ae",
    "œ": "oe", "Œ": "Oe", "ς": "σ",
} | dict.fromkeys("’‘ʼ´`′＇", "'")  # fmt: skip
SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ø": "oe", "å": "aa"})
WORD = re.compile(r"[^\W_]+")
# Latin, Greek and Cyrillic letters: a class of these is compiled to a table, so its length costs no time in a text.
LETTERS = (range(0x41, 0x250), range(0x370, 0x530), range(0x1E00, 0x2000))
UPPER = "".join(chr(code) for codes in LETTERS for code in codes if unicodedata.category(chr(code)) in ("Lu", "Lt"))


class Folded(NamedTuple):
    """A text with plain letters; ``places`` has where each stands in the text, and the text's length at the end."""

    plain: str
    places: tuple[int, ...] | range


def folded(text: str) -> Folded:
    """Fold a text; capitals stay, since they tell a name from a word."""
    if text.isascii():
        return Folded(text.replace("`", "'"), range(len(text) + 1))
    pieces: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        plain = plain_sign(sign)
        pieces.append(plain)
        places += [place] * len(plain)
    return Folded("".join(pieces), (*places, len(text)))


@lru_cache(maxsize=4096)
def plain_sign(sign: str) -> str:
    """Give a sign without its accents; an accent that is a sign of its own is nothing."""
    if sign in OTHERWISE:
        return OTHERWISE[sign]
    parts = (part for part in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(part))
    return "".join(OTHERWISE.get(part, part) for part in parts)


def spelt_out(name: str) -> str:
    """Give a name with its umlauts as two letters: ``Mueller``."""
    return unicodedata.normalize("NFC", name).translate(SPELT_OUT)


def words_of(name: str) -> tuple[str, ...]:
    """Give the words of a name in small plain letters."""
    return tuple(word.lower() for word in WORD.findall(folded(name).plain))


def one_form(name: str) -> str:
    """Give a name for comparing, accents kept: ``Peña`` is not ``Pena`` where nothing says who is meant."""
    return " ".join(unicodedata.normalize("NFC", name).replace("’", "'").split()).casefold()
