"""What to look for where a person is known by name: the whole name in both orders, its parts, and other spellings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from data.personal.folding import WORD, folded, one_form, spelt_out
from data.personal.name_words import NOT_A_NAME, ORDINARY_NAMES, PARTICLES, WORDS_TOO

SMALL_WORDS = frozenset(PARTICLES.replace("|", " ").split())
MOST_WORDS = 10  # What is longer is no name, and each of its words would be compared at each place.
UMLAUT_SPELT_OUT = re.compile(r"([aouAOU])e")


class Sought(NamedTuple):
    """Words in a row that name a person.

    ``gaps`` is what stands between them besides spaces. Written in one of ``forms`` it is a name, in any other a word;
    without forms it is one in any case. ``capitals`` are the words that need one.
    """

    words: tuple[str, ...]
    gaps: tuple[str, ...]
    name: str
    forms: frozenset[tuple[str, ...]] = frozenset()
    capitals: tuple[int, ...] = ()
    comma: bool = False
    part: bool = False
    umlaut: bool = False  # The name says ``ue``; ``u`` is another name, ``ü`` is not.
    joined: tuple[int, ...] = ()  # Where the parts begin in ``AnaLima``.


@lru_cache(maxsize=1024)
def wanted(names: tuple[str, ...]) -> dict[str, tuple[Sought, ...]]:
    """Give what to look for by its first word; whole names have it before last names with particles and parts."""
    by_first: dict[str, dict[tuple[object, ...], Sought]] = {}
    stated = sorted({" ".join(name.split()) for name in names if len(name.strip()) > 1})
    stated.sort(key=len, reverse=True)
    spelt = [(spelling, umlaut, name) for name in stated for spelling, umlaut in spellings(name).items()]
    for look in (whole_names, last_names, parts_of):
        for spelling, umlaut, name in spelt:
            for one in look(spelling, name):
                if 0 < len(one.words) <= MOST_WORDS:
                    # Who shares a part with somebody is not told apart by it.
                    key = (one.words, one.gaps, umlaut, one.part, one.joined)
                    by_first.setdefault(one.words[0], {}).setdefault(key, one._replace(umlaut=umlaut))
    return {first: tuple(own.values()) for first, own in by_first.items()}


def spellings(name: str) -> dict[str, bool]:
    """Give the spellings of a name besides its accents, and whether an umlaut must stand in the text."""
    name = folded_apostrophes(name)
    known = {name: False, spelt_out(name): False}
    known |= {spelling.replace("'", ""): False for spelling in known}
    known |= {spelling.replace("-", ""): False for spelling in known}
    plain = UMLAUT_SPELT_OUT.sub(r"\1", name)
    return known if plain in known else known | {plain: True}


@lru_cache(maxsize=4096)
def words_in(name: str) -> tuple[frozenset[str], ...]:
    """Give the words of a name in each spelling, and the one word it is in a mention."""
    spelt = [lowered(sequence(spelling)[0]) for spelling in spellings(name)]
    joined = [frozenset({"".join(turned)}) for words in spelt for turned in (words, words[-1:] + words[:-1])]
    return (*map(frozenset, spelt), *joined)


def folded_apostrophes(name: str) -> str:
    """Give a name with one kind of apostrophe, its accents in one sign with their letter."""
    return "".join("'" if folded(sign).plain == "'" else sign for sign in unicodedata.normalize("NFC", name))


def sequence(written: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the words of a name, capitals kept, and what stands between them."""
    plain = folded(written).plain
    found = list(WORD.finditer(plain))
    gaps = tuple("".join(plain[one.end() : other.start()].split()) for one, other in pairwise(found))
    return tuple(one.group() for one in found), gaps


def lowered(words: tuple[str, ...]) -> tuple[str, ...]:
    """Give words in small letters."""
    return tuple(word.lower() for word in words)


def whole_names(spelling: str, name: str) -> Iterator[Sought]:
    """Give a name of several parts as it is stated, last name first or last, and as one word."""
    if len(re.split(r"[\s,]+", spelling.strip(", "))) < 2:
        return
    words, gaps = sequence(spelling)
    yield Sought(lowered(words), gaps, name)
    first, last = halves(spelling)
    if not first:
        return
    given, given_gaps = sequence(f"{first} {last}")
    yield Sought(lowered(given), given_gaps, name)
    turned, turned_gaps = sequence(f"{last} {first}")
    # The other way round two words that are also a name are often just words: "Smith will call".
    weak = tuple(place for place, word in enumerate(turned) if not is_solid(word))
    yield Sought(lowered(turned), turned_gaps, name, capitals=weak, comma=True)
    for one in (given, turned):
        begins = tuple(sum(map(len, one[:place])) for place in range(len(one)))
        yield Sought(("".join(one).lower(),), (), name, joined=begins)


def halves(name: str) -> tuple[str, str]:
    """Give the first names and the last name."""
    before, comma, after = (half.strip() for half in name.partition(","))
    if comma:
        return ("", "") if "," in after else (after, before)
    words = name.split()
    tail = particled(name) or words[-1]
    return " ".join(words[: -len(tail.split())]), tail


def last_names(spelling: str, name: str) -> Iterator[Sought]:
    """Give the last name of several words, if it has."""
    if tail := particled(spelling):
        yield part(tail, name)


def parts_of(spelling: str, name: str) -> Iterator[Sought]:
    """Give each part that is enough to know the person by; of a name in one word that is the name."""
    parts = [one for one in re.split(r"[\s,]+", spelling) if one]
    for one in parts:
        if len(parts) == 1 or is_telling(one):
            yield part(one, name)


def part(written: str, name: str) -> Sought:
    """Give a part of a name, which alone must be written as a name: Rose, May, Will and de la Paz are words too."""
    words, gaps = sequence(written)
    plain = folded(written).plain
    forms = {plain, plain.upper(), plain[0].upper() + plain[1:], plain.title()}
    whole = one_form(written) == one_form(name)
    return Sought(lowered(words), gaps, name, frozenset(sequence(form)[0] for form in forms), part=not whole)


def particled(name: str) -> str:
    """Give the last name of several words (``Le Goff``, ``von der Heide``), or nothing where it is one word."""
    words = name.split()
    for place, word in enumerate(words[1:-1], start=1):
        if word.lower() in SMALL_WORDS and is_telling(words[-1]):
            return " ".join(words[place:])
    return ""


def is_telling(part: str) -> bool:
    """Say whether a part of a name is enough to know the person in a sentence: not ``de``, not ``May``."""
    bare = folded(part).plain.strip(".").replace("-", "").replace("'", "")
    return len(bare) > 2 and NOT_A_NAME.isdisjoint((part.lower(), bare.lower())) and bare.isalpha()


def is_solid(part: str) -> bool:
    """Say whether a part of a name is hardly ever an ordinary word."""
    return is_telling(part) and part.lower() not in ORDINARY_NAMES | WORDS_TOO
