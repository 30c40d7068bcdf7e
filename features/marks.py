"""What is seen in one text without its meaning: lengths, signs, and phrases that say thanks, sorry or "did you mean".

A pure function of the text, remembered: a new message in a long conversation costs one reading.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import yaml

SIGNS = Path(__file__).with_name("signs.yaml")
REMEMBERED = 50_000  # Texts; some 300 bytes each.
SHOUTED = re.compile(r"\b[A-Z]{3,}\b")
LINK = re.compile(r"https?://\S+|www\.\S+|\S@[^\s@]+\.\w|<EMAIL>")  # Past the next @ "a@a@a" takes its square in time.
NUMBER = re.compile(r"\d+")
WORD = re.compile(r"[^\W\d_]+")
BEGINNING = 3  # Letters: no phrase begins with a shorter stem.
APOSTROPHES = str.maketrans("’‘ʼ´`", "'''''")


class Marks(NamedTuple):
    """Counts of one text; the last five say whether a phrase of that sign is there."""

    characters: int
    words: int
    lines: int
    questions: int
    exclamations: int
    shouted_words: int
    numbers: int
    digits: int
    letters: int
    foreign: int
    links: int
    thanks: bool
    apology: bool
    clarification: bool
    attempted_solution: bool
    asks_for_number: bool


@lru_cache(REMEMBERED)
def marks(text: str) -> Marks:
    """Read one text."""
    letters, numbers = sum(map(str.isalpha, text)), NUMBER.findall(text)
    plain = without_accents(text)
    begun = {word[:BEGINNING] for word in WORD.findall(plain)}
    return Marks(
        characters=len(text),
        words=len(text.split()),
        lines=text.count("\n") + 1,
        questions=text.count("?"),
        exclamations=text.count("!"),
        shouted_words=len(SHOUTED.findall(text)),
        numbers=len(numbers),
        digits=sum(map(len, numbers)),
        letters=letters,
        foreign=0 if text.isascii() else letters - sum(map(str.isalpha, text.encode("ascii", "ignore").decode())),
        links=len(LINK.findall(text)) if "." in text or "@" in text or "<" in text else 0,
        **{sign: not begun.isdisjoint(first) and found.search(plain) is not None for sign, first, found in phrases()},
    )


def without_accents(text: str) -> str:
    """Give a text in small letters and without accents, as the phrases are written."""
    text = text.casefold().translate(APOSTROPHES)
    if text.isascii():
        return text
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


class Sign(NamedTuple):
    """A sign, the beginnings of the words its phrases start with, and its pattern."""

    name: str
    beginnings: frozenset[str]
    pattern: re.Pattern[str]


@cache
def phrases() -> list[Sign]:
    """Read the table of phrases: one pattern a sign, over all languages, since texts mix them."""
    table: Mapping[str, Mapping[str, Sequence[str]]] = yaml.safe_load(SIGNS.read_text(encoding="utf-8"))
    found = []
    for name, languages in table.items():
        own = sorted({phrase for several in languages.values() for phrase in several})
        # Most texts hold none: looking the beginnings up is ten times as fast as the search.
        beginnings = frozenset(
            WORD.findall(spelling)[0][:BEGINNING] for p in own for spelling in p.split()[0].split("|")
        )
        found.append(Sign(name, beginnings, re.compile(rf"\b(?:{'|'.join(map(pattern, own))})")))
    return found


def pattern(phrase: str) -> str:
    """Turn a phrase into a pattern: ``*`` ends a stem, ``|`` separates spellings of a word."""
    words = [f"(?:{'|'.join(map(re.escape, word.split('|')))})" for word in phrase.rstrip("*").split()]
    return r"\s+".join(words) + ("" if phrase.endswith("*") else r"\b")
