"""How phrases are written in the tables of patterns, and how they become regular expressions.

A space is whatever stands between two words of one sentence; ``..`` up to four other words, none of them a denial;
``*`` the rest of a word; ``(a|b c)`` one of several, ``(a )?`` perhaps, `` ?.. (a)?`` perhaps after other words;
`` + `` between two parts: both in one sentence, in any order, the first being the evidence;
``!`` in front: not silenced by a denial before it, since it is one itself; ``{name}`` a class of the same table.
``ä`` also finds ``ae`` and ``a``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

BETWEEN = r"(?:[^\w.!?;\n]|\n(?!\s*\n))+"  # Not across the end of a sentence or an empty line.
SPELT = {"ä": "(?:ae?)", "ö": "(?:oe?)", "ü": "(?:ue?)", "ß": "ss?"}
PLAIN = {"ä": "a", "ö": "o", "ü": "u", "ß": "s"}
KEY = 4  # Letters by which a stem is looked up; a shorter one is looked up by three, a whole word by itself.
SHORTEST = 3  # A part with a stem of fewer letters cannot be looked up: it would lose "usaron" under "us*".
# A denial is never skipped: "contract .. cancel" must not find "contract not cancel".
DENIALS = "no|not|never|nicht|kein\\w*|nie|niemals|pas|jamais|nunca|jamas|without|ohne|sin|sans|don|doesn|didn|won|isn"
WORD = r"\w+(?:[.,']\d+)*"  # 1.250,00 is one word.
GAP = rf"(?:{BETWEEN}(?!(?:{DENIALS})\b){WORD}){{0,4}}?{BETWEEN}"
GAP_ONLY = rf"(?:(?!(?:{DENIALS})\b){WORD}{BETWEEN}){{0,4}}?"  # Where the space before it belongs to a word in front.
TOKENS = {
    " .. ": GAP,
    " ?.. ": f"(?:{GAP})?",
    ".. ": GAP_ONLY,
    " ?": f"(?:{BETWEEN})?",
    " ": BETWEEN,
    "*": r"\w*",
    **SPELT,
}
TOKEN = re.compile(r"\{(\w+)\}| \?\.\. | \.\. |\.\. | \?| |\*|[äöüß]|[^{} *äöüß.]+|.")
SPELT_OUT = re.compile("([aou])e")
WORD_START = re.compile(r"\w+\*?")
CLASS = re.compile(r"\{(\w+)\}")
# What may be missing: words in front, the ending of a word, its last letter.
OPTIONAL_WORDS = re.compile(r"\([^()]* \)\?|\( [^()]*\)\?")
OPTIONAL_ENDING = re.compile(r"(?<=[\w)])\([^() ]*\)\?")
OPENING = re.compile(r"(?<=\w)(?=[\\(])")  # A word that goes on with one of several endings.
ENDS = ("", " ", ")")  # Anything else after a word makes it a stem: a set of letters, an apostrophe.
OPTIONAL_LETTER = re.compile(r"\w\?")


def expression(phrase: str, classes: Mapping[str, str]) -> str:
    """Give the regular expression of a phrase, over folded text in small letters."""
    return rf"\b(?:{translated(phrase, classes)})\b"


def translated(phrase: str, classes: Mapping[str, str]) -> str:
    """Translate a phrase or a part of one."""
    parts = []
    for found in TOKEN.finditer(phrase):
        token = found[0]
        if found[1]:
            parts.append(f"(?:{translated(classes[found[1]], classes)})")
        else:
            parts.append(TOKENS.get(token) or token.replace("(", "(?:"))
    return "".join(parts)


def keys(phrase: str, classes: Mapping[str, str]) -> list[frozenset[str]]:
    """Give, for each part that must be there, beginnings of words of which a text must have one; longest words first.

    Long words are rare: most phrases are never searched for.
    """
    parts = [words for part in elements(phrase) if (words := beginnings(part, classes))]
    parts.sort(key=lambda words: -min(map(len, words)))
    return [frozenset(map(key, words)) for words in parts]


def elements(phrase: str) -> Iterator[str]:
    """Give the parts of a phrase that must be there: those at the top, without what may be missing."""
    depth, start = 0, 0
    for place, sign in enumerate(f"{phrase} "):
        depth += (sign == "(") - (sign == ")")
        if sign == " " and depth == 0:
            if part := phrase[start:place]:
                yield part
            start = place + 1


def beginnings(part: str, classes: Mapping[str, str]) -> frozenset[str]:
    """Give a first word of each alternative of a part, or more; nothing where it may be missing or is no word."""
    part = OPTIONAL_WORDS.sub("", part.lstrip("^").rstrip("$"))
    part = OPENING.sub("*", OPTIONAL_LETTER.sub("*", OPTIONAL_ENDING.sub("*", part)))
    if part.endswith("..") or ")?" in part:
        return frozenset()
    words: set[str] = set()
    # In (review|rating)s and {person}s words are stems; so are those of groups in groups, to be on the safe side.
    goes_on = any(0 <= part.find(sign) < len(part) - 1 for sign in ")}")
    for choice in part.split("|"):
        choice = choice.lstrip("( ")
        if named := CLASS.match(choice):
            inner = beginnings(classes[named[1]], classes)
            if not inner:
                return frozenset()
            words |= {f"{word.rstrip('*')}*" for word in inner} if goes_on else inner
        elif found := WORD_START.match("".join(PLAIN.get(sign, sign) for sign in choice)):
            follows = choice[found.end() : found.end() + 1]
            whole = follows in ENDS and not goes_on
            words.add(found[0] if whole else f"{found[0].rstrip('*')}*")
        else:
            return frozenset()
    too_short = any(word.endswith("*") and len(word) <= SHORTEST for word in words)
    return frozenset() if too_short else frozenset(words)


def key(word: str) -> str:
    """Give what a word is looked up by: itself, or of a stem its first letters."""
    letters = word.rstrip("*")
    if letters == word:
        return f"{word}."
    return letters[:KEY] if len(letters) >= KEY else f"{letters[:SHORTEST]}*"


def keys_of_text(words: Sequence[str]) -> set[str]:
    """Give everything by which the words of a folded text could be looked up, umlauts spelt out or not."""
    both = set(words)
    if any(map(SPELT_OUT.search, both)):
        both |= {SPELT_OUT.sub(r"\1", word) for word in both}
    return both.union(
        [f"{word}." for word in both], [word[:KEY] for word in both], [f"{word[:SHORTEST]}*" for word in both]
    )
