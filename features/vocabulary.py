"""TF-IDF over words and characters that is fitted from counts and stored without pickle.

Words 1-2 and characters 2-5 within words, sublinear: the strong setting on real tickets.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.preprocessing import normalize

from data.errors import BadInput
from data.files import read_json, read_table, write_json, write_table
from features.term_counts import TermCount, TermCounter

ANALYSERS = ("word", "char_wb")
REMEMBERED = 20_000  # Texts; some kilobytes each.


@dataclass(frozen=True)
class Counts:
    """Term counts of texts under one analyser, with the terms in column order."""

    matrix: sparse.csr_matrix
    terms: NDArray[np.object_]


@dataclass(frozen=True)
class Vocabulary:
    """Terms and their inverse document frequencies for each analyser, with the n-gram ranges.

    Counts are additive: those of a conversation are the sum of its messages', so a new message costs one count.
    """

    terms: dict[str, list[str]]
    idf: dict[str, NDArray[np.float64]]
    ngrams: dict[str, tuple[int, int]]

    def __post_init__(self) -> None:
        words = len(self.terms["word"])
        counter = TermCounter(
            {term: place for place, term in enumerate(self.terms["word"])},
            {term: words + place for place, term in enumerate(self.terms["char_wb"])},
            self.ngrams,
        )
        object.__setattr__(self, "_count", lru_cache(REMEMBERED)(counter))
        object.__setattr__(self, "_idf", np.concatenate([self.idf[name] for name in ANALYSERS]))

    def count(self, texts: Sequence[str]) -> sparse.csr_matrix:
        """Count the known terms of each text, shape (texts, terms), words before characters."""
        count: Callable[[str], TermCount] = self.__dict__["_count"]
        found = [count(text) for text in texts]
        ends = np.cumsum([0, *(len(one.terms) for one in found)])
        terms = np.concatenate([one.terms for one in found]) if found else np.empty(0, np.int32)
        numbers = np.concatenate([one.counts for one in found]) if found else np.empty(0)
        return sparse.csr_matrix((numbers, terms, ends), shape=(len(texts), len(self.__dict__["_idf"])))

    def weigh(self, counts: sparse.csr_matrix) -> sparse.csr_matrix:
        """Turn counts into (1 + ln count) x idf; each analyser's part of a row has length 1."""
        idf: NDArray[np.float64] = self.__dict__["_idf"]
        counts.sort_indices()
        weights = (1 + np.log(counts.data)) * idf[counts.indices]
        part = 2 * np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
        part += counts.indices >= len(self.terms["word"])
        length = np.sqrt(np.bincount(part, weights * weights, 2 * counts.shape[0]))
        return sparse.csr_matrix((weights / length[part], counts.indices, counts.indptr), shape=counts.shape)

    def transform(self, texts: Sequence[str]) -> sparse.csr_matrix:
        """Give the weights of texts, shape (texts, terms)."""
        return self.weigh(self.count(texts))

    def save(self, folder: Path) -> None:
        """Write the terms as Arrow text with their frequencies."""
        write_json(folder / "ngrams.json", self.ngrams)
        for name in ANALYSERS:
            table = pa.table({"term": pa.array(self.terms[name], pa.large_string()), "idf": self.idf[name]})
            write_table(folder / f"{name}.parquet", table)

    @staticmethod
    def load(folder: Path) -> Vocabulary:
        """Read what ``save`` wrote."""
        tables = {name: read_table(folder / f"{name}.parquet") for name in ANALYSERS}
        return Vocabulary(
            terms={name: list(table["term"]) for name, table in tables.items()},
            idf={name: table["idf"].to_numpy() for name, table in tables.items()},
            ngrams={name: (low, high) for name, (low, high) in read_json(folder / "ngrams.json").items()},
        )


def count_terms(texts: Sequence[str], ngrams: dict[str, tuple[int, int]]) -> dict[str, Counts]:
    """Count all terms of texts once, so that each fold only chooses its rows and terms."""
    counted = {}
    for name in ANALYSERS:
        counter = CountVectorizer(analyzer=name, ngram_range=ngrams[name])
        # scikit-learn raises on texts without any term, as signs and single letters are without words.
        if any(map(counter.build_analyzer(), texts)):
            counted[name] = Counts(counter.fit_transform(texts), counter.get_feature_names_out())
        else:
            counted[name] = Counts(sparse.csr_matrix((len(texts), 0)), np.array([], object))
    return counted


def fit_vocabulary(
    counted: dict[str, Counts], rows: NDArray[np.int64], ngrams: dict[str, tuple[int, int]], min_df: int
) -> tuple[Vocabulary, sparse.csr_matrix]:
    """Fit on some rows alone, and give their weights too.

    A term seen only outside these rows has no document here and is left out, so the result is what fitting on
    the rows' texts alone would give; idf = ln((1 + n) / (1 + df)) + 1 as in scikit-learn's TfidfTransformer.
    """
    terms: dict[str, list[str]] = {}
    idf, parts = {}, []
    for name, counts in counted.items():
        matrix = counts.matrix[rows]
        documents = np.bincount(matrix.indices, minlength=matrix.shape[1])
        kept = np.flatnonzero(documents >= min_df)
        terms[name] = [str(term) for term in counts.terms[kept]]
        idf[name] = np.log((1 + len(rows)) / (1 + documents[kept])) + 1
        parts.append(weigh(matrix[:, kept], idf[name]) if len(kept) else matrix[:, kept])
    if not any(terms.values()):
        fix = "give more conversations with text, or a smaller number"
        raise BadInput(
            "min_df", min_df, "leaves no word and no characters: hardly two texts have anything in common", fix
        )
    return Vocabulary(terms, idf, ngrams), sparse.hstack(parts, format="csr")


def weigh(matrix: sparse.csr_matrix, idf: NDArray[np.float64]) -> sparse.csr_matrix:
    """Give (1 + ln count) x idf with rows of length 1."""
    weights = matrix.astype(np.float64).tocsr()
    weights.data = (1 + np.log(weights.data)) * idf[weights.indices]
    weights.sort_indices()
    normalised: sparse.csr_matrix = normalize(weights, copy=False)
    return normalised
