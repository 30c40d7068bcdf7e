"""The table of rules and the tables of phrases, read once and checked."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from pydantic import Field

from data.errors import BadInput
from data.limits import Section
from data.schema import Author, TriggerFamily
from features.language import READ
from features.triggers.notation import expression, keys, translated

FOLDER = Path(__file__).parent
DENIES = "! "
BESIDE = " + "


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
    """What silences a match, in one language: before it in its clause, or anywhere in its sentence.

    ``settled`` is empty for a rule that the past does not silence. "No choice but", "nobody lets me" are ``no_denial``.
    """

    negation: re.Pattern[str]
    no_denial: re.Pattern[str]
    settled: re.Pattern[str] | None
    hypothetical: re.Pattern[str]
    idiom: re.Pattern[str]


class Phrase(NamedTuple):
    """A phrase of a rule, searched for in a text that has a beginning of a word of each set in ``needs``.

    What is ``beside`` it must stand in the same sentence, before or after.
    A sentence that holds one of its rule's ``unless`` means something else.
    """

    rule: str
    pattern: re.Pattern[str]
    beside: tuple[re.Pattern[str], ...]
    needs: tuple[frozenset[str], ...]
    guards: Guards
    unless: re.Pattern[str] | None
    negatable: bool
    language: str
    order: int


class Lookup(NamedTuple):
    """The phrases of one language: by a word that each must hold, with what else it must, and those without such."""

    by_key: dict[str, list[tuple[Phrase, tuple[frozenset[str], ...]]]]
    always: list[Phrase]


class Phrases:
    """The phrases of all languages, found by the beginnings of words that they must contain."""

    def __init__(self) -> None:
        self.every: list[Phrase] = []

    def add(
        self,
        rule: str,
        phrase: str,
        classes: Mapping[str, str],
        guards: Guards,
        unless: re.Pattern[str] | None,
        language: str,
        negatable: bool = True,
    ) -> None:
        """Take one more phrase; ``!`` in front of it keeps it from being denied."""
        denies, phrase = phrase.startswith(DENIES), phrase.removeprefix(DENIES)
        parts = phrase.split(BESIDE)
        try:
            pattern, *beside = (re.compile(expression(part, classes)) for part in parts)
        except (re.error, KeyError) as error:
            raise BadInput(f"phrase of {rule}", phrase, f"cannot be read ({error})", "see notation.py") from None
        needs = tuple(need for part in parts for need in keys(part, classes))
        deniable, order = negatable and not denies, len(self.every)
        self.every.append(Phrase(rule, pattern, tuple(beside), needs, guards, unless, deniable, language, order))

    @cached_property
    def lookups(self) -> dict[str, Lookup]:
        """Index the phrases of each language by those of their words that the fewest phrases hold: the rarest."""
        return {language: look_up([p for p in self.every if p.language == language]) for language in READ}

    def likely(self, begun: set[str], languages: Collection[str], wanted: Collection[str]) -> list[Phrase]:
        """Give the phrases that a text may hold, by its words' beginnings, in the tables' order.

        Those of some languages and of the ``wanted`` rules.
        """
        met: dict[int, Phrase] = {}
        for language in languages:
            by_key, always = self.lookups[language]
            for key in begun & by_key.keys():
                for phrase, rest in by_key[key]:
                    if phrase.rule in wanted and not any(map(begun.isdisjoint, rest)):
                        met[phrase.order] = phrase
            met |= {phrase.order: phrase for phrase in always if phrase.rule in wanted}
        return [met[order] for order in sorted(met)]


def look_up(phrases: Sequence[Phrase]) -> Lookup:
    """Index phrases; the words that many phrases share are common in texts too."""
    held = Counter(key for phrase in phrases for need in phrase.needs for key in need)
    found = Lookup(defaultdict(list), [])
    for phrase in phrases:
        rarest = min(phrase.needs, key=lambda need: sum(held[key] for key in need), default=None)
        if rarest is None:
            found.always.append(phrase)
        for key in rarest or ():
            found.by_key[key].append((phrase, tuple(need for need in phrase.needs if need is not rarest)))
    return found


def either(phrases: list[str], classes: Mapping[str, str]) -> re.Pattern[str]:
    """Give one pattern for several phrases."""
    return re.compile(rf"\b(?:{'|'.join(translated(phrase, classes) for phrase in phrases)})\b")


def read_rules(folder: Path = FOLDER) -> dict[str, Rule]:
    """Read the table of rules; raises BadInput for a row that is not valid."""
    table = yaml.safe_load((folder / "rules.yaml").read_text(encoding="utf-8"))
    return {name: Rule.model_validate(row) for name, row in table.items()}


def read_phrases(known: Mapping[str, Rule], folder: Path = FOLDER) -> Phrases:
    """Read the tables of all languages; raises BadInput for a rule that is not in the table of rules."""
    tables = {name: read_table(known, folder / "patterns" / f"{name}.yaml") for name in READ}
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
        for name, own in table["phrases"].items():
            rule, excuse = known[name], unless.get(name)
            silent = guards if rule.settled else guards._replace(settled=None)
            for phrase in own:
                found.add(name, phrase, classes, silent, excuse, language, rule.negatable)
    return found


def read_table(known: Mapping[str, Rule], path: Path) -> dict[str, Any]:
    """Read the table of one language; raises BadInput for a rule that is not in the table of rules."""
    table: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    for rule in [*table["phrases"], *table["unless"]]:
        if rule not in known or not known[rule].whose:
            raise BadInput(f"patterns/{path.name}", rule, "is no textual rule", "add it to rules.yaml")
    return table
