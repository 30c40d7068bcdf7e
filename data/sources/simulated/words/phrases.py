"""Turns the phrase tables into ready templates for one way of speaking: language, address and time of drift.

Signs of the tables: ``|`` or a line's end ends a phrase; ``!`` begins an angry phrase, ``~`` a calm one, all others
serve both moods; ``&name`` takes in all phrases of another entry, so that several states share their wording;
``[formal/casual]`` is the way of address; ``old => new`` changes with the drift switch; ``{slot}`` is filled later.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from importlib import import_module

from data.errors import BadInput, nearest

# Two moods, calm and angry, of one entry; most phrases stand in both.
Moods = tuple[tuple[str, ...], tuple[str, ...]]
THEMES = {"en": "english", "de": "german", "es": "spanish", "fr": "french"}
ADDRESS = re.compile(r"\[([^\[\]/]*)/([^\[\]]*)\]")
PACKAGE = "data.sources.simulated.words"
DESK_LANGUAGE = "en"
MACHINE_POOL = "log"


@functools.cache
def phrases(language: str, formal: bool, drifted: bool) -> dict[str, Moods]:
    """Give the templates of every act and pool, and ``symptom:issue`` and ``detail:issue``, by name."""
    raw = entries(language)
    renamed = renaming(language) if drifted else None
    found: dict[str, Moods] = {}
    for name in raw:
        chosen = [
            # Machines keep their terms.
            shown(phrase, formal, drifted, None if origin == MACHINE_POOL else renamed)
            for origin, phrase in taken_in(name, raw)
        ]
        calm = tuple(dict.fromkeys(phrase.lstrip("~") for phrase in chosen if not phrase.startswith("!")))
        angry = tuple(dict.fromkeys(phrase.lstrip("!") for phrase in chosen if not phrase.startswith("~")))
        found[name] = (calm or angry, angry or calm)
    return found


@functools.cache
def entries(language: str) -> dict[str, tuple[str, ...]]:
    """Give the raw phrases of a language by name; raises BadInput for a language that has none."""
    if language not in THEMES:
        raise BadInput("language", language, "has no phrases", nearest(language, THEMES))
    themes = [f"{THEMES[language]}_customer", f"{THEMES[language]}_desk", "machine_lines"]
    themes += ["notes", "alerts"] if language == DESK_LANGUAGE else []
    tables: list[Mapping[str, str]] = []
    for theme in themes:
        module = import_module(f"{PACKAGE}.{theme}")
        tables += [module.POOLS, module.CORES]
    symptoms = import_module(f"{PACKAGE}.{THEMES[language]}_symptoms").SYMPTOMS
    tables.append({f"symptom:{issue}": told for issue, (told, _) in symptoms.items()})
    tables.append({f"detail:{issue}": told for issue, (_, told) in symptoms.items()})
    return {name: tuple(split(text)) for table in tables for name, text in table.items()}


def split(text: str) -> Iterator[str]:
    """Give the phrases of one entry; a written ``\\n`` inside a phrase is a line end of the message."""
    for line in text.split("|"):
        yield from (phrase.strip() for phrase in line.split("\n        ") if phrase.strip())


def taken_in(name: str, raw: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Give the phrases of an entry, each with the entry it stands in, with those of the entries that it names."""
    for phrase in raw[name]:
        if phrase.startswith("&"):
            yield from taken_in(phrase[1:], raw)
        else:
            yield name, phrase


def shown(phrase: str, formal: bool, drifted: bool, renamed: tuple[re.Pattern[str], Mapping[str, str]] | None) -> str:
    """Choose the way of address, and the wording before or after the drift."""
    before, _, after = phrase.partition(" => ")
    phrase = (after or before) if drifted else before
    phrase = ADDRESS.sub(r"\1" if formal else r"\2", phrase)
    if renamed:
        pattern, new_terms = renamed
        phrase = pattern.sub(lambda found: new_terms[found.group()], phrase)
    return phrase


def renaming(language: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Give the pattern of the old terms, and the new term for each."""
    new_terms: Mapping[str, str] = import_module(f"{PACKAGE}.new_terms").NEW_TERMS[language]
    longest_first = sorted(new_terms, key=len, reverse=True)
    return re.compile(rf"(?<!{{)\b({'|'.join(map(re.escape, longest_first))})\b"), new_terms
