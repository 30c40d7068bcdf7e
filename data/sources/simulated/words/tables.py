"""The phrase tables of each language, put together by name; what their signs mean is told in ``phrases``."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import NamedTuple

from data.errors import BadInput, nearest
from data.sources.simulated.words import (
    alert_notes,
    alerts,
    english_answers,
    english_customer,
    english_desk,
    english_knowledge,
    english_replies,
    english_symptoms,
    french_answers,
    french_customer,
    french_desk,
    french_knowledge,
    french_replies,
    french_symptoms,
    german_answers,
    german_customer,
    german_desk,
    german_knowledge,
    german_replies,
    german_symptoms,
    goodwill,
    issue_notes,
    machine_lines,
    notes,
    partings,
    spanish_answers,
    spanish_customer,
    spanish_desk,
    spanish_knowledge,
    spanish_replies,
    spanish_symptoms,
    sums,
)
from data.sources.simulated.words.issue_phrases import Table, by_issue, following, split

DESK_LANGUAGE = "en"


class Theme(NamedTuple):
    """The modules of one language: those of named entries, and those of entries by category of the issue."""

    named: tuple[ModuleType, ...]
    by_category: tuple[Table, ...]
    symptoms: Mapping[str, tuple[str, str]]


THEMES = {
    DESK_LANGUAGE: Theme(
        (english_customer, english_desk, machine_lines, notes, alert_notes, alerts),
        (english_answers.ANSWERS, english_knowledge.KNOWLEDGE, english_replies.REPLIES, issue_notes.NOTES),
        english_symptoms.SYMPTOMS,
    ),
    "de": Theme(
        (german_customer, german_desk, machine_lines),
        (german_answers.ANSWERS, german_knowledge.KNOWLEDGE, german_replies.REPLIES),
        german_symptoms.SYMPTOMS,
    ),
    "es": Theme(
        (spanish_customer, spanish_desk, machine_lines),
        (spanish_answers.ANSWERS, spanish_knowledge.KNOWLEDGE, spanish_replies.REPLIES),
        spanish_symptoms.SYMPTOMS,
    ),
    "fr": Theme(
        (french_customer, french_desk, machine_lines),
        (french_answers.ANSWERS, french_knowledge.KNOWLEDGE, french_replies.REPLIES),
        french_symptoms.SYMPTOMS,
    ),
}


@functools.cache
def entries(language: str) -> dict[str, tuple[str, ...]]:
    """Give the raw phrases of a language by name; raises BadInput for a language that has none."""
    if language not in THEMES:
        raise BadInput("language", language, "has no phrases", nearest(language, THEMES))
    theme = THEMES[language]
    tables: list[Mapping[str, str]] = [
        by_issue((*theme.by_category, goodwill.goodwill(language), sums.sums(language), machine_lines.BY_CATEGORY))
    ]
    for module in theme.named:
        tables += [module.POOLS, module.CORES]
    tables.append(partings.PARTINGS[language])
    tables.append({f"symptom:{issue}": told for issue, (told, _) in theme.symptoms.items()})
    tables.append({f"detail:{issue}": told for issue, (_, told) in theme.symptoms.items()})
    raw = {name: tuple(split(text)) for table in tables for name, text in table.items()}
    return raw | following(raw)


@functools.cache
def own_pools(language: str, issue: str, opener: str | None) -> Mapping[str, str]:
    """Give the entries that are said of an issue instead of the common ones, by act; who opened it goes first."""
    named = [name.partition(":") for name in entries(language)]
    return {act: f"{act}:{about}" for wanted in (issue, opener) for act, _, about in named if about and about == wanted}


def taken_in(name: str, raw: Mapping[str, tuple[str, ...]], about: str = "") -> Iterator[tuple[str, str]]:
    """Give the phrases of an entry, each with the entry it stands in, with those of the entries that it names.

    An entry that is about an issue takes in what the named entry has of that issue, too.
    """
    about = about or name.partition(":")[2]
    for phrase in raw[name]:
        if not phrase.startswith("&"):
            yield name, phrase
            continue
        own = f"{phrase[1:]}:{about}"
        yield from taken_in(own if own in raw and own != name else phrase[1:], raw, about)
