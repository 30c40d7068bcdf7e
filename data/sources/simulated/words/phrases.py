"""Turns the phrase tables into ready templates for one way of speaking: language, address and time of drift.

Signs of the tables: ``|`` or a line's end ends a phrase; ``!`` begins an angry phrase, ``~`` a calm one, all others
serve both moods; ``&name`` takes in all phrases of another entry, so that several states share their wording;
``[formal/casual]`` is the way of address; ``old => new`` changes with the drift switch; ``{slot}`` is filled later.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from data.sources.simulated.words.new_terms import NEW_TERMS
from data.sources.simulated.words.tables import entries, taken_in

# Two moods, calm and angry, of one entry; most phrases stand in both.
Moods = tuple[tuple[str, ...], tuple[str, ...]]
ADDRESS = re.compile(r"\[([^\[\]/]*)/([^\[\]]*)\]")
MACHINE_POOL = "log"


@functools.cache
def phrases(language: str, formal: bool, drifted: bool) -> dict[str, Moods]:
    """Give the templates of every act and pool, and ``act:issue`` for what follows the issue, by name."""
    raw = entries(language)
    renamed = renaming(language) if drifted else None
    found: dict[str, Moods] = {}
    ready: dict[str, str] = {}
    for name in raw:
        chosen = []
        for origin, phrase in taken_in(name, raw):
            # Many entries take in the same phrases, and looking for new terms is slow.
            if phrase not in ready:
                # Machines keep their terms.
                machine = origin.partition(":")[0] == MACHINE_POOL
                ready[phrase] = shown(phrase, formal, drifted, None if machine else renamed)
            chosen.append(ready[phrase])
        calm = tuple(dict.fromkeys(phrase.lstrip("~") for phrase in chosen if not phrase.startswith("!")))
        angry = tuple(dict.fromkeys(phrase.lstrip("!") for phrase in chosen if not phrase.startswith("~")))
        found[name] = (calm or angry, angry or calm)
    return found


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
    new_terms = NEW_TERMS[language]
    longest_first = sorted(new_terms, key=len, reverse=True)
    return re.compile(rf"(?<!{{)\b({'|'.join(map(re.escape, longest_first))})\b"), new_terms
