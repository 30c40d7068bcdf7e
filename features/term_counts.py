"""Counts of known terms in one text, as scikit-learn's CountVectorizer gives them, at a tenth of the price.

Character n-grams within words depend on the word alone, and words come back: each is cut up once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

WORD = re.compile(r"(?u)\b\w\w+\b")  # As in scikit-learn.
MOST_WORDS = 200_000
LONGEST_WORD = 50  # A longer one is an encoded file or a key, and does not come back.


class TermCount(NamedTuple):
    """The places of the terms of a text in the vocabulary, ascending, and how often each occurs."""

    terms: NDArray[np.int32]
    counts: NDArray[np.float64]


class TermCounter:
    """Counts word n-grams and n-grams of characters within words; the two maps give each term's place."""

    def __init__(
        self, words: Mapping[str, int], characters: Mapping[str, int], ngrams: Mapping[str, tuple[int, int]]
    ) -> None:
        self._words, self._characters = words, characters
        self._word_sizes = range(ngrams["word"][0], ngrams["word"][1] + 1)
        self._character_sizes = range(ngrams["char_wb"][0], ngrams["char_wb"][1] + 1)
        self._of_word: dict[str, list[int]] = {}

    def __call__(self, text: str) -> TermCount:
        """Count the known terms of one text."""
        text = text.lower()
        places = [place for term in self._word_terms(text) if (place := self._words.get(term)) is not None]
        for word in text.split():
            places += self._characters_of(word)
        terms, counts = np.unique(np.array(places, np.int32), return_counts=True)
        return TermCount(terms, counts.astype(np.float64))

    def _word_terms(self, text: str) -> Iterator[str]:
        words = WORD.findall(text)
        for size in self._word_sizes:
            if size == 1:
                yield from words
            else:
                yield from (" ".join(words[start : start + size]) for start in range(len(words) - size + 1))

    def _characters_of(self, word: str) -> list[int]:
        found = self._of_word.get(word)
        if found is None:
            known = self._characters
            found = [place for term in self._character_terms(f" {word} ") if (place := known.get(term)) is not None]
            if len(word) <= LONGEST_WORD:
                if len(self._of_word) >= MOST_WORDS:
                    self._of_word.clear()
                self._of_word[word] = found
        return found

    def _character_terms(self, padded: str) -> Iterator[str]:
        for size in self._character_sizes:
            if size >= len(padded):  # scikit-learn counts a short word once, not once for every size.
                yield padded
                return
            yield from (padded[start : start + size] for start in range(len(padded) - size + 1))
