"""Which textual rules fire in one message, and by which words: a pure function of text and author, so remembered."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from data.personal.folding import plain_sign
from data.schema import Author
from features.language import READ
from features.triggers.notation import keys_of_text
from features.triggers.rules import Phrase, Phrases, Rule, read_phrases, read_rules

REMEMBERED = 50_000  # Texts.
JUST_READ = 100  # Texts: rules and intents look at the same one.
WORD = re.compile(r"[^\W_]+")
SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
CLAUSE = re.compile(r"[,:;()\n]| - | – | — ")
# What somebody else said, an earlier mail, an address. An apostrophe is no quotation mark inside a word.
QUOTED = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.-]+|"
    r"^\s*>.*$|\"[^\"\n]{3,400}\"|“[^”\n]{3,400}”|„[^“”\"\n]{3,400}[“”\"]|«[^»\n]{3,400}»|‹[^›\n]{3,400}›"
    r"|(?<!\w)'[^'\n]{3,200}'(?!\w)|(?<!\w)‘[^’\n]{3,200}’(?!\w)",
    re.MULTILINE,
)
# "If nothing happens I will ..." denies only its own clause, with or without a comma. Greedy: to the last subject.
CONDITION = re.compile(
    r"\b(?:if|unless|until|si|wenn|falls|sollte|solange)\b.*\b(?=(?:i|we|je|j|on|nous|ich|wir|this)\b)"
)
MARKS = frozenset("\"'>“„«‹‘@")
SENTENCE_REACH = 500  # Characters on each side of a match: a log without an end takes its square in time otherwise.
NEGATION_REACH = 60  # Characters before a match in which a negation of the same clause counts.


class Evidence(NamedTuple):
    """A rule that fired, and where its words stand in the text."""

    rule: str
    start: int
    end: int


@cache
def rules() -> dict[str, Rule]:
    """Give the table of rules."""
    return read_rules()


@cache
def phrases() -> Phrases:
    """Give the phrases of every language."""
    return read_phrases(rules())


@lru_cache(REMEMBERED)
def find(text: str, language: str | None = None, author: Author | None = None) -> tuple[Evidence, ...]:
    """Give each textual rule that a text fires, once, with its first words.

    Without ``language`` the phrases of all languages are looked for, without ``author`` the rules for all authors.
    """
    plain, begun = read(text)
    likely = phrases().likely(begun, tried(language), rules_for(author))
    if not likely:
        return ()
    if not MARKS.isdisjoint(plain):
        plain = QUOTED.sub(lambda found: " " * len(found[0]), plain)
    found: dict[str, Evidence] = {}
    for phrase in likely:
        if phrase.rule not in found and (place := first_unguarded(phrase, plain)):
            found[phrase.rule] = Evidence(phrase.rule, *place)
    return tuple(found.values())


@cache
def rules_for(author: Author | None) -> frozenset[str]:
    """Name the textual rules that count an author's words."""
    return frozenset(name for name, rule in rules().items() if rule.whose and author in (None, *rule.whose))


@lru_cache(JUST_READ)
def read(text: str) -> tuple[str, set[str]]:
    """Give a text folded, and what its words are looked up by."""
    plain = folded(text)
    return plain, keys_of_text(WORD.findall(plain))


def tried(language: str | None) -> tuple[str, ...]:
    """Give the languages whose phrases are looked for: all where it is not sure, and English always."""
    return (language, "en") if language in READ else READ


class Plain(dict[int, str]):
    """Maps each sign to one small plain letter, so that places stay; a sign that would become two gives its first."""

    def __missing__(self, code: int) -> str:
        letters = plain_sign(chr(code)).lower()
        self[code] = letters[0] if letters else " "
        return self[code]


PLAIN = Plain()


def folded(text: str) -> str:
    """Give a text in small letters and without accents, every sign in its place."""
    return text.translate(PLAIN)


def first_unguarded(phrase: Phrase, text: str) -> tuple[int, int] | None:
    """Give the first place of a phrase that nothing silences."""
    for found in phrase.pattern.finditer(text):
        if has_beside(text, found, phrase) and not silenced(text, found.start(), found.end(), phrase):
            return found.span()
    return None


def has_beside(text: str, found: re.Match[str], phrase: Phrase) -> bool:
    """Say whether the other parts of a phrase stand in the sentence of a match, and none of them is denied."""
    if not phrase.beside:
        return True
    left, right = sentence_around(text, found.start(), found.end())
    return all(
        any(not denied(text, left, place.start(), phrase) for place in part.finditer(text, left, right))
        for part in phrase.beside
    )


def denied(text: str, left: int, start: int, phrase: Phrase) -> bool:
    """Say whether a denial stands before a place in its clause."""
    if not phrase.negatable:
        return False
    before = phrase.guards.no_denial.sub("", clause_before(text, left, start))
    return phrase.guards.negation.search(before) is not None


def silenced(text: str, start: int, end: int, phrase: Phrase) -> bool:
    """Say whether a negation, an idiom, a mere question or the past takes the meaning from a match."""
    guards = phrase.guards
    left, right = sentence_around(text, start, end)
    sentence = text[left:right]
    if any(left + idiom.start() < end and start < left + idiom.end() for idiom in guards.idiom.finditer(sentence)):
        return True
    if any(guard and guard.search(sentence) for guard in (phrase.unless, guards.hypothetical, guards.settled)):
        return True
    return denied(text, left, start, phrase)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Give where the sentence of a match begins and ends."""
    first, last = max(0, start - SENTENCE_REACH), min(len(text), end + SENTENCE_REACH)
    left = max((found.end() for found in SENTENCE.finditer(text, first, start)), default=first)
    following = SENTENCE.search(text, end, last)
    return left, following.start() + 1 if following else last


def clause_before(text: str, left: int, start: int) -> str:
    """Give what stands before a match in its clause."""
    before = text[max(left, start - NEGATION_REACH) : start]
    clause = before[max((found.end() for found in CLAUSE.finditer(before)), default=0) :]
    return CONDITION.sub("", clause)
