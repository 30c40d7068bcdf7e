"""STAGE neighbours: past cases in embedding space, whether those like this one escalated and who solved them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.errors import exit_with_sentence
from data.files import (
    CONVERSATIONS,
    read_conversations,
    read_json,
    read_params,
    read_table,
    write_json,
    write_table,
)
from data.labels import OUT as LABELS
from data.schema import Conversation
from data.snapshot import snapshot
from data.split import OUT as SPLIT
from features.columns import MISSING, Column
from features.embedding import StoredVectors
from features.encoder import Vectors

OUT = Path("features/out/neighbours")
CHUNK = 512  # Snapshots compared at once: 512 x 10,000 cases take 40 MB.


@dataclass(frozen=True)
class Nearest:
    """The most similar past cases of each snapshot, best first; shapes (snapshots, at most k)."""

    rows: NDArray[np.int64]
    similarity: NDArray[np.float64]


class Neighbours:
    """An index of past cases; ``cases`` has conversation_id, escalated, resolver_id and fold, a row a vector."""

    def __init__(self, cases: pd.DataFrame, vectors: Vectors, shares_at: Sequence[int], power: float) -> None:
        self.conversation_ids = cases.conversation_id.to_numpy()
        self.escalated = cases.escalated.to_numpy(float)
        named = [name if isinstance(name, str) else None for name in cases.resolver_id]
        self.resolver_ids = np.array(named, object)
        self.vectors = vectors.astype(np.float64)  # Double precision: the order must not depend on the batch.
        self.shares_at, self.power = list(shares_at), power

    def nearest(self, queries: NDArray[np.float64]) -> Nearest:
        """Give the most similar cases by cosine, as many as the largest of ``shares_at``; ties keep their order."""
        count = min(max(self.shares_at), len(self.vectors))
        if not count:
            return Nearest(np.empty((len(queries), 0), np.int64), np.empty((len(queries), 0)))
        # Rounded, because copies of one text must tie exactly: a product's last bits depend on the batch.
        similarities = np.round(queries @ self.vectors.T, 9)
        rows = np.array([most_similar(row, count) for row in similarities], np.int64).reshape(-1, count)
        return Nearest(rows, np.take_along_axis(similarities, rows, axis=1))

    def search(self, queries: NDArray[np.float64]) -> Nearest:
        """Search in chunks, so that memory is bounded."""
        parts = [self.nearest(queries[start : start + CHUNK]) for start in range(0, max(len(queries), 1), CHUNK)]
        return Nearest(np.concatenate([p.rows for p in parts]), np.concatenate([p.similarity for p in parts]))


def most_similar(similarity: NDArray[np.float64], count: int) -> NDArray[np.int64]:
    """Give the places of the greatest values, greatest first; of equal ones the first."""
    # argpartition alone takes any of the equal ones at the edge, and which ones depends on the processor.
    least = np.partition(similarity, -count)[-count]
    likely = np.flatnonzero(similarity >= least)
    return likely[np.argsort(-similarity[likely], kind="stable")[:count]]


def columns(shares_at: Sequence[int]) -> dict[str, Column]:
    """Describe the columns of this family, in order."""
    empty, source = "no past case is known", "messages.text of the customer, embedding, past outcomes"
    shares = {
        f"neighbours_rate_{k}": Column(
            f"share of the {k} most similar past cases that escalated", "share", empty, source
        )
        for k in shares_at
    }
    return shares | {
        "neighbours_top_similarity": Column("likeness of the most similar past case", "cosine", empty, source),
        "neighbours_top_escalated": Column("whether the most similar past case escalated", "0 or 1", empty, source),
        "neighbours_mean_similarity": Column("mean likeness of the ten most similar cases", "cosine", empty, source),
    }


def neighbours_features(index: Neighbours, found: Nearest, row: int) -> dict[str, float]:
    """Give the shares of similar cases that escalated, weighted by similarity to a power."""
    similarity, escalated = found.similarity[row], index.escalated[found.rows[row]]
    if not len(similarity):
        return dict.fromkeys(columns(index.shares_at), MISSING)
    weight = np.clip(similarity, 0.01, None) ** index.power
    shares = {
        f"neighbours_rate_{k}": float((weight[:k] * escalated[:k]).sum() / weight[:k].sum()) for k in index.shares_at
    }
    return shares | {
        "neighbours_top_similarity": float(similarity[0]),
        "neighbours_top_escalated": float(escalated[0]),
        "neighbours_mean_similarity": float(similarity[:10].mean()),
    }


def case_vector(case: Conversation, vectors: Mapping[str, Vectors]) -> NDArray[np.float64]:
    """Place a case in embedding space: the direction of the mean of what its customer wrote so far."""
    own = [m.words for m in case.messages if m.author in ("customer", "system")] or [m.words for m in case.messages]
    mean = np.mean([vectors[text].astype(np.float64) for text in own], axis=0)
    direction: NDArray[np.float64] = mean / max(float(np.linalg.norm(mean)), 1e-12)
    return direction


def load_neighbours(folder: Path = OUT, without_fold: int | None = None) -> Neighbours:
    """Read the index, leaving out one fold of the training part where a training row is asked for."""
    cases, vectors = read_table(folder / "cases.parquet"), np.load(folder / "vectors.npy", allow_pickle=False)
    settings: dict[str, Any] = read_json(folder / "settings.json")
    if without_fold is not None:
        kept = (cases.fold != without_fold).to_numpy()
        cases, vectors = cases[kept], vectors[kept]
    return Neighbours(cases, vectors, settings["shares_at"], settings["similarity_power"])


def main() -> None:
    """Index the training conversations, each as it stood at its last labelled snapshot."""
    parameters = read_params().neighbours
    cases = {case.conversation_id: case for case in read_conversations()}
    folds = read_table(SPLIT / "split.parquet").query("part == 'train'")[["conversation_id", "fold"]]
    turns = read_table(LABELS / "escalation.parquet").merge(folds, on="conversation_id")
    last = turns.sort_values("sequence").drop_duplicates("conversation_id", keep="last").sort_index()
    resolvers = read_table(CONVERSATIONS / "outcomes.parquet").set_index("conversation_id").resolver_id
    stored = StoredVectors()
    vectors = []
    for name, sequence in zip(last.conversation_id, last.sequence, strict=True):
        case = snapshot(cases[name], sequence)
        texts = [message.words for message in case.messages]
        vectors.append(case_vector(case, dict(zip(texts, stored(texts).vectors, strict=True))))
    table = last[["conversation_id", "fold"]].assign(
        escalated=last.escalates, resolver_id=last.conversation_id.map(resolvers).astype(object)
    )
    write_table(OUT / "cases.parquet", table)
    np.save(OUT / "vectors.npy", np.array(vectors, np.float32))
    write_json(OUT / "settings.json", parameters.model_dump())
    print(f"{len(table)} past cases indexed")


if __name__ == "__main__":
    exit_with_sentence(main)
