"""Searching past cases by cosine: exactly while they are few, through an index of faiss when they are many.

The index is a navigable small-world graph (Malkov and Yashunin, IEEE TPAMI 2020). Inverted lists found .85 of the true
ten of a million where the graph finds .99 in a seventh of the time. Whatever it proposes is scored exactly, one query
at a time: an answer does not depend on its company.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track

from features.encoder import Vectors

CHUNK = 512  # Snapshots compared at once: 512 x 10,000 cases take 40 MB.
DECIMALS = 9  # Copies of one text must tie exactly: a product's last bits depend on the batch.
LINKS, WIDTH_OF_BUILD, WIDTH_OF_SEARCH = 24, 80, 256  # Of the graph; see tests/benchmarks/neighbours.json.
SHORTLIST = 4  # Candidates scored exactly, for each that is asked for.


@dataclass(frozen=True)
class Nearest:
    """The most similar past cases of each snapshot, best first; shapes (snapshots, at most k)."""

    rows: NDArray[np.int64]
    similarity: NDArray[np.float64]


class Search(Protocol):
    """Finds the vectors most like each query."""

    def nearest(self, queries: NDArray[np.float64], count: int) -> Nearest:
        """Give the ``count`` most similar rows of each query, shape (queries, dimensions); ties keep their order."""
        ...


class ExactSearch:
    """Compares with every vector."""

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = vectors.astype(np.float64)  # Double precision: the order must not depend on the batch.

    def nearest(self, queries: NDArray[np.float64], count: int) -> Nearest:
        """Give the ``count`` most similar rows of each query."""
        parts = [self._chunk(queries[start : start + CHUNK], count) for start in range(0, max(len(queries), 1), CHUNK)]
        return Nearest(np.concatenate([p.rows for p in parts]), np.concatenate([p.similarity for p in parts]))

    def _chunk(self, queries: NDArray[np.float64], count: int) -> Nearest:
        similarities = np.round(queries @ self._vectors.T, DECIMALS)
        rows = np.array([most_similar(row, count) for row in similarities], np.int64).reshape(-1, count)
        return Nearest(rows, np.take_along_axis(similarities, rows, axis=1))


class ApproximateSearch:
    """Asks an index for candidates among all vectors and scores those that are ``kept`` exactly."""

    def __init__(self, index: Any, vectors: Vectors, kept: NDArray[np.bool_]) -> None:
        self._index, self._vectors, self._kept = index, vectors, kept
        self._place = np.cumsum(kept) - 1  # Rows are counted among the kept ones.

    def nearest(self, queries: NDArray[np.float64], count: int) -> Nearest:
        """Give the ``count`` most similar kept rows of each query."""
        found = [self._one(query, count) for query in queries]
        rows = np.array([rows for rows, _ in found], np.int64).reshape(-1, count)
        return Nearest(rows, np.array([similarity for _, similarity in found]).reshape(-1, count))

    def _one(self, query: NDArray[np.float64], count: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        wanted = min(SHORTLIST * count, len(self._vectors))
        _, proposed = self._index.search(query[None].astype(np.float32), wanted)
        rows = np.sort(proposed[0][proposed[0] >= 0])
        rows = rows[self._kept[rows]]
        if len(rows) < count:  # Most of what the graph proposed is left out.
            every = np.flatnonzero(self._kept)
            found = ExactSearch(self._vectors[every]).nearest(query[None], count)
            return found.rows[0], found.similarity[0]
        similarity = np.round(self._vectors[rows].astype(np.float64) @ query, DECIMALS)
        best = most_similar(similarity, count)
        return self._place[rows[best]], similarity[best]


def most_similar(similarity: NDArray[np.float64], count: int) -> NDArray[np.int64]:
    """Give the places of the greatest values, greatest first; of equal ones the first."""
    # argpartition alone takes any of the equal ones at the edge, and which ones depends on the processor.
    least = np.partition(similarity, -count)[-count]
    likely = np.flatnonzero(similarity >= least)
    return likely[np.argsort(-similarity[likely], kind="stable")[:count]]


def build_index(vectors: Vectors) -> Any:
    """Index vectors, shape (cases, dimensions), of length 1; with one thread, so that the graph is always the same."""
    import faiss

    faiss.omp_set_num_threads(1)
    index = faiss.IndexHNSWFlat(vectors.shape[1], LINKS, faiss.METRIC_INNER_PRODUCT)
    index.hnsw.efConstruction, index.hnsw.efSearch = WIDTH_OF_BUILD, WIDTH_OF_SEARCH
    for start in track(range(0, len(vectors), CHUNK), "index", console=Console(stderr=True)):
        index.add(np.ascontiguousarray(vectors[start : start + CHUNK], np.float32))
    return index


def save_index(index: Any, path: Path) -> None:
    """Write an index to a file."""
    import faiss

    faiss.write_index(index, str(path))


def read_index(path: Path) -> Any:
    """Read an index from a file; it searches with one thread, as every worker has one."""
    import faiss

    faiss.omp_set_num_threads(1)
    index: Any = faiss.read_index(str(path))
    index.hnsw.efSearch = WIDTH_OF_SEARCH  # Is not in the file.
    return index
