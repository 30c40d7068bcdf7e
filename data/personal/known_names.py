"""The people whose names are known, wherever a text names them: in full, by a part, or by their last name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from data.personal.name_words import DESK_WORDS, NOT_A_NAME, ORDINARY_NAMES, PARTICLES, SENTENCE_BEGINNERS
from data.placeholders import Found

LOOK_BACK = 20  # Characters.
SMALL_WORDS = frozenset(PARTICLES.replace("|", " ").split())


@lru_cache(maxsize=1024)
def wanted(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Give what to look for and whose it is, the longest first: whole names, last names with particles, and parts."""
    whole = sorted({" ".join(name.split()) for name in names if len(name.strip()) > 1}, key=len, reverse=True)
    tails = {tail: name for name in whole if (tail := particled(name))}
    parts = {part: name for name in whole for part in re.split(r"[\s,]+", name) if is_telling(part)}
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
    if len(parts) == 1:
        return is_telling(name) and name.lower() not in ORDINARY_NAMES | SENTENCE_BEGINNERS
    return any(map(is_telling, parts))


class Place(NamedTuple):
    """Where a name or a part of one stands, and whose it is; ``weak`` is what may be an ordinary word there."""

    start: int
    end: int
    name: str
    weak: bool


def given_names(text: str, names: Sequence[str]) -> Iterator[Found]:
    """Give each place where one of the known people is named; what stands side by side is one name."""
    places = sorted(set(named_parts(text, names)), key=lambda one: (one.start, -one.end, one.weak, one.name))
    run: Place | None = None  # All of it may be ordinary words, or one part makes it a name.
    for place in places:
        if run and place.name == run.name and is_beside(text, run.end, place.start):
            run = run._replace(end=max(run.end, place.end), weak=run.weak and place.weak)
            continue
        if run and not run.weak:
            yield Found("NAME", run.start, run.end, text[run.start : run.end])
        run = place
    if run and not run.weak:
        yield Found("NAME", run.start, run.end, text[run.start : run.end])


def is_beside(text: str, end: int, start: int) -> bool:
    """Say whether what starts there stands next to what ends here."""
    return start <= end or (start == end + 1 and text[end] in " \t\u00a0")


def named_parts(text: str, names: Sequence[str]) -> Iterator[Place]:
    """Give each place where a name or a part of one stands."""
    lowered = text.lower() if len(text.lower()) == len(text) else text
    for sought, name in wanted(tuple(names)):
        anywhere = sought == name and " " in sought
        ordinary = sought.lower() in ORDINARY_NAMES and sought != name
        beginner = sought.lower() in SENTENCE_BEGINNERS
        # A part alone is written as a name, or it may be any word: Rose, May, Will, de la Paz.
        forms = {sought, sought.upper(), sought[0].upper() + sought[1:], sought.title()}
        for form in (sought.lower(),) if anywhere else forms:
            where, start = (lowered if anywhere else text), 0
            while (start := where.find(form, start)) >= 0:
                end = start + len(form)
                if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
                    yield Place(start, end, name, ordinary or (beginner and begins_sentence(text, start)))
                start = end


def begins_sentence(text: str, start: int) -> bool:
    """Say whether a word has its capital from being the first of a sentence or a line."""
    before = text[max(start - LOOK_BACK, 0) : start].rstrip(" \t\u00a0\"'“„«(*•>-")
    return not before or before[-1] in ".!?:;\r\n…–—"


def plain_name(written: str, names: Sequence[str] = ()) -> str:
    """Give the name for comparing: what is part of exactly one known name stands for that whole name."""
    bare = " ".join(written.split()).casefold().strip(".")
    parts = set(bare.split())
    whole = {" ".join(name.split()).casefold() for name in names}
    holders = {name for name in whole if parts <= set(name.replace(",", " ").split())}
    return holders.pop() if bare not in whole and len(holders) == 1 else bare
