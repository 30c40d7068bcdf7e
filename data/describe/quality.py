"""What a sample says about its texts: near-duplicates, languages, personal data."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from py3langid import classify

from data.describe.value_words import WRITTEN_AFTERWARDS
from data.near_duplicates import NearDuplicates
from data.placeholders import Found
from data.spill import temporary_database

NOT_LETTERS = re.compile(r"[\W\d_]+")  # As data/split.py compares texts.
MOST_LANGUAGE_TEXTS = 1000
MOST_PERSONAL_TEXTS = 2000
TAKEN_FOR = {"pcm": "en"}  # Nigerian Pidgin: what the model calls it in a desk's texts is nearly always English.
SHORTEST_FOR_LANGUAGE = 20  # Fewer letters name no language.


class Repeats(NamedTuple):
    """Shares of texts that repeat another one."""

    same_letters: float
    similar: float
    largest: int


def repeats(texts: Sequence[str]) -> Repeats | None:
    """Give the share of texts equal to another but for digits, case and signs, and of those almost the same."""
    templates = Counter(letters for text in texts if (letters := NOT_LETTERS.sub(" ", text.lower()).strip()))
    total = templates.total()
    if not total:
        return None
    with temporary_database() as database:
        near = NearDuplicates(database)
        for letters in templates:
            near.add(letters, letters)
        alike = sum(name != first for name, first in near.groups().items())
    return Repeats(1 - len(templates) / total, 1 - (len(templates) - alike) / total, templates.most_common(1)[0][1])


def languages(texts: Sequence[str]) -> dict[str, float]:
    """Give the share of each language among texts long enough to tell, the most frequent first."""
    long = [text for text in texts if sum(map(str.isalpha, text)) >= SHORTEST_FOR_LANGUAGE]
    long = long[:: max(len(long) // MOST_LANGUAGE_TEXTS, 1)][:MOST_LANGUAGE_TEXTS]
    counts = Counter(TAKEN_FOR.get(name, name) for name in (classify(text)[0] for text in long))
    return {language: count / len(long) for language, count in counts.most_common()}


class Personal(NamedTuple):
    """Personal data of one kind in one column: share of its filled cells, and an example with its signs hidden."""

    column: str
    kind: str
    share: float
    example: str


def personal_data(cells_by_column: dict[str, Sequence[str]], find: Callable[[str], Sequence[Found]]) -> list[Personal]:
    """Count the kinds of personal data in each column's cells, the most frequent first."""
    found = []
    for column, cells in cells_by_column.items():
        filled = [cell for cell in cells if cell]
        filled = filled[:: max(len(filled) // MOST_PERSONAL_TEXTS, 1)][:MOST_PERSONAL_TEXTS]
        examples: dict[str, list[str]] = defaultdict(list)
        for cell in filled:
            for kind, text in {str(span.kind): span.text for span in find(cell)}.items():
                examples[kind].append(text)
        for name, texts in examples.items():
            found.append(Personal(column, name, len(texts) / len(filled), masked(texts[0])))
    return sorted(found, key=lambda personal: -personal.share)


def masked(text: str) -> str:
    """Hide letters and digits, so that only the shape of personal data is shown."""
    return re.sub(r"[^\W_]", "*", text[:40].replace("\n", " "))


def written_afterwards(texts: Sequence[str]) -> float:
    """Give the share of texts that speak of the case as over."""
    filled = [text for text in texts if text]
    return sum(bool(WRITTEN_AFTERWARDS.search(text)) for text in filled) / len(filled) if filled else 0.0
