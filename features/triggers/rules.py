"""The table of rules and the tables of phrases, read once and checked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from pydantic import Field

from data.errors import BadInput
from data.limits import Section
from data.schema import Author, TriggerFamily
from features.triggers.notation import expression, keys, translated

FOLDER = Path(__file__).parent
DENIES = "! "
LANGUAGES = ("en", "de", "es", "fr")


class Rule(Section):
    """One row of the table of rules; without ``whose`` it reads structured fields."""

    family: TriggerFamily
    whose: list[Author] = Field(default_factory=list)
    notes: bool = False
    floor: bool
    negatable: bool = False
    settled: bool = False
    says: str
    reads: str = "messages.text"


class Guards(NamedTuple):
    """What silences a match, in one language: before it in its clause, or anywhere in its sentence."""

    negation: re.Pattern[str]
    settled: re.Pattern[str]
    hypothetical: re.Pattern[str]
    idiom: re.Pattern[str]


class Phrase(NamedTuple):
    """A phrase of a rule, searched for in a text that has a beginning of a word of each set in ``also``.

    A sentence that holds one of its rule's ``unless`` means something else.
    """

    rule: str
    pattern: re.Pattern[str]
    also: tuple[frozenset[str], ...]
    guards: Guards | None
    unless: re.Pattern[str] | None
    negatable: bool
    language: str
    order: int


class Phrases:
    """The phrases of all languages, found by the beginnings of words that they must contain."""

    def __init__(self) -> None:
        self.by_key: dict[str, dict[str, list[Phrase]]] = {language: defaultdict(list) for language in LANGUAGES}
        self.always: dict[str, list[Phrase]] = {language: [] for language in LANGUAGES}
        self.size = 0

    def add(
        self,
        rule: str,
        phrase: str,
        classes: Mapping[str, str],
        guards: Guards | None,
        unless: re.Pattern[str] | None,
        language: str,
    ) -> None:
        """Take one more phrase."""
        denies, phrase = phrase.startswith(DENIES), phrase.removeprefix(DENIES)
        found = keys(phrase, classes)
        try:
            pattern = re.compile(expression(phrase, classes))
        except (re.error, KeyError) as error:
            raise BadInput(f"phrase of {rule}", phrase, f"cannot be read ({error})", "see notation.py") from None
        ready = Phrase(rule, pattern, tuple(found[1:]), guards, unless, not denies, language, self.size)
        self.size += 1
        for key in frozenset().union(*found[:1]):
            self.by_key[language][key].append(ready)
        if not found:
            self.always[language].append(ready)

    def every(self) -> list[Phrase]:
        """Give all phrases in the tables' order."""
        kept = [p for by_key in self.by_key.values() for several in by_key.values() for p in several]
        return sorted({p.order: p for p in [*kept, *(p for a in self.always.values() for p in a)]}.values(),
                      key=lambda phrase: phrase.order)  # fmt: skip

    def likely(self, begun: set[str], languages: Collection[str], wanted: Collection[str]) -> list[Phrase]:
        """Give the phrases that a text may hold, by its words' beginnings, in the tables' order.

        Those of some languages and of the ``wanted`` rules.
        """
        met: dict[int, Phrase] = {}
        for language in languages:
            by_key = self.by_key[language]
            for key in begun & by_key.keys():
                for phrase in by_key[key]:
                    if phrase.rule in wanted and not any(map(begun.isdisjoint, phrase.also)):
                        met[phrase.order] = phrase
        rest = (phrase for name in languages for phrase in self.always[name] if phrase.rule in wanted)
        return [*(met[order] for order in sorted(met)), *rest]


def either(phrases: list[str], classes: Mapping[str, str]) -> re.Pattern[str]:
    """Give one pattern for several phrases."""
    return re.compile(rf"\b(?:{'|'.join(translated(phrase, classes) for phrase in phrases)})\b")


def read_rules(folder: Path = FOLDER) -> dict[str, Rule]:
    """Read the table of rules; raises BadInput for a row that is not valid."""
    table = yaml.safe_load((folder / "rules.yaml").read_text(encoding="utf-8"))
    return {name: Rule.model_validate(row) for name, row in table.items()}


def read_phrases(known: Mapping[str, Rule], folder: Path = FOLDER) -> Phrases:
    """Read the tables of all languages; raises BadInput for a rule that is not in the table of rules."""
    tables = {name: read_table(known, folder / "patterns" / f"{name}.yaml") for name in LANGUAGES}
    # A short text may be tried in all languages, and a false friend is excused in its own.
    unless = {
        rule: re.compile("|".join(either(own, table["classes"]).pattern for table, own in excuses))
        for rule in known
        if (excuses := [(table, table["unless"][rule]) for table in tables.values() if rule in table["unless"]])
    }
    found = Phrases()
    for language, table in tables.items():
        classes: dict[str, str] = table["classes"]
        guards = Guards(*(either(table["guards"][name], classes) for name in Guards._fields))
        for rule, own in table["phrases"].items():
            for phrase in own:
                found.add(rule, phrase, classes, guards, unless.get(rule), language)
    return found


def read_table(known: Mapping[str, Rule], path: Path) -> dict[str, Any]:
    """Read the table of one language; raises BadInput for a rule that is not in the table of rules."""
    table: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    for rule in [*table["phrases"], *table["unless"]]:
        if rule not in known or not known[rule].whose:
            raise BadInput(f"patterns/{path.name}", rule, "is no textual rule", "add it to rules.yaml")
    return table
