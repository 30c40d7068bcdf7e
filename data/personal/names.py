"""People's names in a text: those that were given, and those that stand where people write names.

No dictionary is used: a name in the middle of a sentence that nothing announces is not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from data.personal import name_words as words
from data.personal.name_words import NOT_A_NAME, PARTICLES, TITLES
from data.placeholders import Found

UPPER, LETTER = "A-ZÀ-ÖØ-ÞĀŁŃŚŠŻŽČĆÇŞİĞÖÜÄ", r"[^\W\d_]"
WORD = rf"[{UPPER}](?:{LETTER}|['’](?=[^\W\d_])|-(?=[{UPPER}])){{0,30}}+\.?"
FULL = rf"{WORD}(?:[ \t]{{1,3}}+(?:(?:{PARTICLES})[ \t]{{1,3}}+){{0,2}}{WORD}){{0,3}}"
TWO = rf"{WORD}(?:[ \t]{{1,3}}+(?:(?:{PARTICLES})[ \t]{{1,3}}+){{0,2}}{WORD}){{1,3}}"
TITLE = rf"(?:(?:{TITLES})[ \t]{{1,3}}+)"
NAME, NAMES = rf"{TITLE}{{0,2}}+(?P<name>{FULL})", rf"{TITLE}{{0,2}}+(?P<name>{TWO})"
ANY_CASE = rf"{LETTER}{{2,20}}+(?:[ \t]{{1,3}}+{LETTER}{{2,20}}+)?"
END = r"[ \t]{0,3}+(?=[,.;:!(|\r\n–—-]|$)"
GOES_ON = r"(?=[ \t]{1,3}+(?:from|calling|at|with|here|speaking|and|von|aus|und|de|du|desde|y|et|le|la)\b)"
SMALL_WORDS = set(PARTICLES.replace("|", " ").split())
BEFORE = r"(?:^|(?<=[.!?,;:)/])|(?<=[ \t]{2}))[ \t]{0,3}+"


class Place(NamedTuple):
    """Where people write names: what the small letters of a text then hold, and the pattern."""

    stems: tuple[str, ...]
    pattern: re.Pattern[str]


def place(stems: str, *patterns: str) -> tuple[Place, ...]:
    """Compile the patterns of one place; its stems are separated by ``|``."""
    return tuple(Place(tuple(stems.split("|")), re.compile(pattern, re.MULTILINE)) for pattern in patterns)


IN_ANY_CASE = place(
    words.INTRODUCTION_STEMS, rf"(?<!\w)(?i:{words.INTRODUCTIONS})[ \t]{{1,3}}+(?P<name>{ANY_CASE}){END}"
)
CAPITALISED = (
    *place(words.INTRODUCTION_STEMS, rf"(?<!\w)(?i:{words.INTRODUCTIONS})[ \t]{{1,3}}+{NAME}"),
    *place(words.WEAK_STEMS, rf"(?<!\w)(?i:{words.WEAK_INTRODUCTIONS})[ \t]{{1,3}}+{NAMES}(?:{END}|{GOES_ON})"),
    *place(
        words.WEAK_STEMS,
        rf"(?<!\w)(?i:{words.SELF})[ \t]{{1,3}}+{NAME}(?=[ \t]?(?:[,.!]|$)| from\b| and I\b| here\b| und\b)",
    ),
    *place("this is", rf"(?<!\w)(?i:this is)[ \t]{NAME}(?=[ \t](?:from|calling|here|speaking)\b)"),
    *place("<", rf"(?P<name>{TWO})(?=[ \t]{{0,2}}<(?:[^\s<>@]{{1,64}}@|<EMAIL>|EMAIL>))"),
    *place("wrote|écrit|escrib", rf"(?P<name>{TWO})(?=(?: wrote| a écrit| escribió)[ \t]?:)"),
    *place(":", rf"(?<!\w)(?i:{words.PEOPLE})[ \t]{{0,3}}+:[ \t]{{0,3}}+{NAMES}"),
    *place(words.MEETING_STEMS, rf"(?<!\w)(?i:{words.MEETINGS})[ \t]{{1,3}}+{NAMES}"),
    *place(words.TITLE_STEMS, rf"(?<!\w){TITLE}{{1,2}}(?P<name>(?:(?:{PARTICLES})[ \t]{{1,3}}+)?{FULL})"),
    *place(words.SALUTATION_STEMS, rf"^[ \t>]{{0,8}}+(?i:{words.SALUTATIONS})[ \t]{{1,3}}+{NAME}{END}"),
    *place(
        words.SIGN_OFF_STEMS,
        rf"{BEFORE}(?i:{words.SIGN_OFFS})[ \t]{{0,3}}+[,.!:–—-]{{0,3}}+\s{{1,8}}+(?<=\n)[-–—~]{{0,3}}+{NAME}"
        r"[ \t]{0,3}+(?=[\r\n,|(]|$)",
        rf"{BEFORE}(?i:(?:{words.SIGN_OFFS})[ \t]{{0,3}}+[,!–—-]{{1,2}}+|(?:{words.SHORT_SIGN_OFFS})(?=[ \t]))"
        rf"[ \t]{{0,3}}+{NAME}[.]?[ \t]{{0,3}}+$",
    ),
    *place(words.LABEL_STEMS, rf"(?<!\w)(?i:{words.LABELS})[ \t]{{0,3}}+[:=][ \t]{{0,3}}+{NAME}"),
)


def announced_names(text: str) -> Iterator[Found]:
    """Give names after introductions, titles, greetings, sign-offs and labels such as ``Name:``."""
    lowered = text.lower()
    for stems, pattern in (*IN_ANY_CASE, *CAPITALISED) if lowered != text else IN_ANY_CASE:
        for match in pattern.finditer(text) if any(map(lowered.__contains__, stems)) else ():
            written = match["name"].rstrip(". ") if not match["name"][-2:-1].isupper() else match["name"]
            parts = [word.strip(".").lower() for word in written.split() if word.lower() not in SMALL_WORDS]
            if NOT_A_NAME.isdisjoint(parts):
                yield Found("NAME", match.start("name"), match.start("name") + len(written), written)


@lru_cache(maxsize=1024)
def wanted(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Give what to look for, the longest first: whole names in any case, and their parts as they are written."""
    whole = sorted({" ".join(name.split()) for name in names if len(name.strip()) > 1}, key=len, reverse=True)
    parts = {part: name for name in whole for part in re.split(r"[\s,]+", name) if is_telling(part)}
    return tuple((name, name) for name in whole) + tuple(parts.items())


def is_telling(part: str) -> bool:
    """Say whether a part of a name is enough to know the person in a sentence: not ``de``, not ``May``."""
    return len(part) > 2 and part.lower() not in NOT_A_NAME and part.strip(".").replace("-", "").isalpha()


def given_names(text: str, names: Sequence[str]) -> Iterator[Found]:
    """Give each place where one of the known people is named."""
    lowered = text.lower() if len(text.lower()) == len(text) else text
    for sought, _ in wanted(tuple(names)):
        anywhere = " " in sought  # One word alone is written as a name, or it may be any word: Rose, May, Will.
        for form in (sought.lower(),) if anywhere else {sought, sought.upper(), sought.capitalize()}:
            where, start = (lowered if anywhere else text), 0
            while (start := where.find(form, start)) >= 0:
                end = start + len(form)
                if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
                    yield Found("NAME", start, end, text[start:end])
                start = end


def plain_name(written: str, names: Sequence[str] = ()) -> str:
    """Give the name for comparing: a part of exactly one known name stands for that whole name."""
    bare = " ".join(written.split()).casefold().strip(".")
    holders = {name for part, name in wanted(tuple(names)) if part.casefold() == bare} if names else set()
    return holders.pop().casefold() if len(holders) == 1 else bare
