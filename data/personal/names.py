"""People's names in a text: those that stand where people write names.

No dictionary is used: a name in the middle of a sentence that nothing announces is not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from data.personal import name_words as words
from data.personal.folding import UPPER
from data.personal.name_words import LAST_NAMES_TOO, NOT_A_LAST_WORD, NOT_A_NAME, PARTICLES, TITLES
from data.placeholders import Found

LETTER = r"[^\W\d_]"
WORD = rf"[{UPPER}](?:{LETTER}|['’](?=[^\W\d_])|-(?=[{UPPER}])){{0,30}}+\.?"
FULL = rf"{WORD}(?:[ \t]{{1,3}}+(?:(?:{PARTICLES})[ \t]{{1,3}}+){{0,2}}{WORD}){{0,3}}"
TWO = rf"{WORD}(?:[ \t]{{1,3}}+(?:(?:{PARTICLES})[ \t]{{1,3}}+){{0,2}}{WORD}){{1,3}}"
TITLE = rf"(?:(?:{TITLES})[ \t]{{1,3}}+)"
NAME, NAMES = rf"{TITLE}{{0,2}}+(?P<name>{FULL})", rf"{TITLE}{{0,2}}+(?P<name>{TWO})"
PARTICLED = rf"{TITLE}{{0,2}}+(?P<name>(?:(?:{PARTICLES})[ \t]{{1,3}}+){{0,2}}{FULL})"
ANY_CASE = rf"{LETTER}{{2,20}}+(?:[ \t]{{1,3}}+{LETTER}{{2,20}}+)?"
END = r"[ \t]{0,3}+(?=[,.;:!(|\r\n–—-]|$)"
AFTER_THANKS = r"(?:(?<=danke )|(?<=merci )|(?<=dank )|(?<=voraus )|(?<=gracias ))"
GOES_ON = r"(?=[ \t]{1,3}+(?:from|calling|at|with|here|speaking|and|von|aus|und|de|du|desde|y|et|le|la)\b)"
SMALL_WORDS = set(PARTICLES.replace("|", " ").split())
BEFORE = r"(?:^|(?<=[.!?,;:)/])|(?<=[ \t]{2}))[ \t]{0,3}+"


class Place(NamedTuple):
    """Where people write names: what the small letters of a text then hold, and the patterns."""

    stems: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]


def place(stems: str, *patterns: str) -> Place:
    """Compile the patterns of one place; its stems are separated by ``|``."""
    return Place(tuple(stems.split("|")), tuple(re.compile(pattern, re.MULTILINE) for pattern in patterns))


IN_ANY_CASE = place(
    words.INTRODUCTION_STEMS, rf"(?<!\w)(?i:{words.INTRODUCTIONS})[ \t]{{1,3}}+(?P<name>{ANY_CASE}){END}"
)
# In small letters a name is known only by being the last word of all, after a farewell or on a line of its own.
LAST_WORD = re.compile(
    rf"(?:(?:{BEFORE}|{AFTER_THANKS})(?i:{words.SMALL_SIGN_OFFS})[ \t]{{0,3}}[,.!–—-]{{0,3}}+\s{{1,4}}+"
    rf"|{BEFORE}(?i:{words.THANKS})[ \t]{{0,3}}[,!–—-]{{0,3}}+[ \t]{{0,3}}\n\s{{0,4}}+)"
    rf"(?P<name>(?:{LETTER}\.[ \t])?{ANY_CASE})[.!]?\s*+\Z",
    re.MULTILINE,
)
LONGEST_ENDING = 80
ANYWHERE = (
    IN_ANY_CASE,
    place(words.INTRODUCTION_STEMS, rf"(?<!\w)(?i:{words.INTRODUCTIONS})[ \t]{{1,3}}+{PARTICLED}"),
    place(
        words.WEAK_STEMS,
        rf"(?<!\w)(?i:{words.WEAK_INTRODUCTIONS})[ \t]{{1,3}}+{NAMES}(?:{END}|{GOES_ON})",
        rf"(?<!\w)(?i:{words.SELF})[ \t]{{1,3}}+{NAME}(?=[ \t]?(?:[,.!]|$)| from\b| and I\b| here\b| und\b)",
    ),
    place("this is", rf"(?<!\w)(?i:this is)[ \t]{NAME}(?=[ \t](?:from|calling|here|speaking)\b)"),
    place("<", rf"(?P<name>{TWO})(?=[ \t]{{0,2}}<(?:[^\s<>@]{{1,64}}@|<EMAIL>|EMAIL>))"),
    place("wrote|écrit|escrib", rf"(?P<name>{TWO})(?=(?: wrote| a écrit| escribió)[ \t]?:)"),
    place(":", rf"(?<!\w)(?i:{words.PEOPLE})[ \t]{{0,3}}+:[ \t]{{0,3}}+{NAMES}"),
    place(words.MEETING_STEMS, rf"(?<!\w)(?i:{words.MEETINGS})[ \t]{{1,3}}+{NAMES}"),
    place(words.TITLE_STEMS, rf"(?<!\w){TITLE}{{1,2}}(?P<name>(?:(?:{PARTICLES})[ \t]{{1,3}}+){{0,2}}{FULL})"),
    place(words.SALUTATION_STEMS, rf"^[ \t>]{{0,8}}+(?i:{words.SALUTATIONS})[ \t]{{1,3}}+{NAME}{END}"),
    place(
        words.SIGN_OFF_STEMS,
        rf"{BEFORE}(?i:{words.SIGN_OFFS})[ \t]{{0,3}}+[,.!:–—-]{{0,3}}+\s{{1,8}}+(?<=\n)[-–—~]{{0,3}}+{NAME}"
        r"[ \t]{0,3}+(?=[\r\n,|(]|$)",
        rf"{BEFORE}(?i:(?:{words.SIGN_OFFS})[ \t]{{0,3}}+[,!–—-]{{1,2}}+|(?:{words.SHORT_SIGN_OFFS})(?=[ \t]))"
        rf"[ \t]{{0,3}}+{NAME}[.]?[ \t]{{0,3}}+$",
    ),
    place(words.LABEL_STEMS, rf"(?<!\w)(?i:{words.LABELS})\"?[ \t]{{0,3}}+[:=][ \t]{{0,3}}+\"?{NAME}"),
)


def announced_names(text: str) -> Iterator[Found]:
    """Give names after introductions, titles, greetings, sign-offs and labels such as ``Name:``."""
    lowered = text.lower()
    for stems, patterns in ANYWHERE if lowered != text else ANYWHERE[:1]:
        for pattern in patterns if any(map(lowered.__contains__, stems)) else ():
            for match in pattern.finditer(text):
                yield from name_in(match)
    if any(map(lowered[-LONGEST_ENDING:].__contains__, words.SMALL_SIGN_OFF_STEMS)):
        for match in LAST_WORD.finditer(text, max(0, len(text) - LONGEST_ENDING)):
            yield from name_in(match, NOT_A_LAST_WORD)


def name_in(match: re.Match[str], not_a_name: frozenset[str] = NOT_A_NAME) -> Iterator[Found]:
    """Give the name that stands there, unless a word of it is none."""
    written = match["name"].rstrip(". ") if not match["name"][-2:-1].isupper() else match["name"]
    parts = [word for word in written.split() if word.lower() not in SMALL_WORDS]
    # After the end of a sentence the next one begins: "My name is Max. Will you help?"
    if len(parts) > 1 and parts[-1].strip(".").lower() in LAST_NAMES_TOO and not ends_sentence(parts[-2]):
        parts.pop()
    parts = [word.strip(".").lower() for word in parts]
    if not_a_name.isdisjoint(parts):
        yield Found("NAME", match.start("name"), match.start("name") + len(written), written)


def ends_sentence(word: str) -> bool:
    """Say whether a word ends in a full stop that is not one of an initial."""
    return word.endswith(".") and len(word) > 2
