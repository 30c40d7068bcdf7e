"""The people whose names are known, wherever a text names them: in full, by a part, or by their last name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from data.personal.name_words import DESK_WORDS, NOT_A_NAME, ORDINARY_NAMES, PARTICLES
from data.placeholders import Found

SMALL_WORDS = frozenset(PARTICLES.replace("|", " ").split())


@lru_cache(maxsize=1024)
def wanted(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Give what to look for and whose it is, the longest first: whole names, last names with particles, and parts."""
    whole = sorted({" ".join(name.split()) for name in names if len(name.strip()) > 1}, key=len, reverse=True)
    tails = {tail: name for name in whole if (tail := particled(name))}
    parts = {part: name for name in whole for part in re.split(r"[\s,]+", name) if stands_alone(part)}
    return tuple((name, name) for name in whole) + tuple((tails | parts).items())


def particled(name: str) -> str:
    """Give the last name of several words (``Le Goff``, ``von der Heide``), or nothing where it is one word."""
    words = name.split()
    for place, word in enumerate(words[1:-1], start=1):
        if word.lower() in SMALL_WORDS and is_telling(words[-1]):
            return " ".join(words[place:])
    return ""


def is_telling(part: str) -> bool:
    """Say whether a part of a name is enough to know the person in a sentence: not ``de``, not ``May``."""
    return len(part) > 2 and part.lower() not in NOT_A_NAME and part.strip(".").replace("-", "").isalpha()


def stands_alone(part: str) -> bool:
    """Say whether a part of a name means the person without the rest of it: not ``Price``, not ``Koch``."""
    return is_telling(part) and part.lower() not in ORDINARY_NAMES


def names_of_people(stated: Iterable[str], routing: Collection[str] = ()) -> tuple[str, ...]:
    """Give those of the names an export states that can only mean a person, without what follows in brackets.

    Left out are names in ``routing``, those of desks and programs, and a single word that is no name by itself.
    """
    teams = {" ".join(name.split()).casefold() for name in routing}
    bare = (" ".join(re.split(r"[(\[<|]", name)[0].split()) for name in stated)
    return tuple(dict.fromkeys(name for name in bare if name.casefold() not in teams and means_a_person(name)))


def means_a_person(name: str) -> bool:
    """Say whether a name is a person's: no address, no number of a visitor, no desk."""
    parts = [part for part in re.split(r"[\s,]+", name) if part]
    if "@" in name or any(map(str.isdigit, name)) or not DESK_WORDS.isdisjoint(part.lower() for part in parts):
        return False
    return stands_alone(name) if len(parts) == 1 else any(map(is_telling, parts))


def given_names(text: str, names: Sequence[str]) -> Iterator[Found]:
    """Give each place where one of the known people is named; what stands side by side is one name."""
    places = sorted(set(named_parts(text, names)), key=lambda one: (one[0], -one[1]))
    start = end = 0
    holder = ""
    for begins, ends, name in places:
        if name == holder and (begins <= end or (begins == end + 1 and text[end] in " \t\u00a0")):
            end = max(end, ends)
            continue
        if end:
            yield Found("NAME", start, end, text[start:end])
        start, end, holder = begins, ends, name
    if end:
        yield Found("NAME", start, end, text[start:end])


def named_parts(text: str, names: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Give each place where a name or a part of one stands, and whose it is."""
    lowered = text.lower() if len(text.lower()) == len(text) else text
    for sought, name in wanted(tuple(names)):
        anywhere = sought == name and " " in sought
        # A part alone is written as a name, or it may be any word: Rose, May, Will, de la Paz.
        forms = {sought, sought.upper(), sought[0].upper() + sought[1:], sought.title()}
        for form in (sought.lower(),) if anywhere else forms:
            where, start = (lowered if anywhere else text), 0
            while (start := where.find(form, start)) >= 0:
                end = start + len(form)
                if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
                    yield start, end, name
                start = end


def plain_name(written: str, names: Sequence[str] = ()) -> str:
    """Give the name for comparing: what is part of exactly one known name stands for that whole name."""
    bare = " ".join(written.split()).casefold().strip(".")
    parts = set(bare.split())
    whole = {" ".join(name.split()).casefold() for name in names}
    holders = {name for name in whole if parts <= set(name.replace(",", " ").split())}
    return holders.pop() if bare not in whole and len(holders) == 1 else bare
