"""STAGE neighbours: past cases in embedding space, whether those like this one escalated and who solved them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

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
from data.schema import Conversation, EscalationType
from data.snapshot import snapshot
from data.split import OUT as SPLIT
from features.columns import MISSING, Column
from features.embedding import StoredVectors
from features.encoder import Vectors
from features.nearest import (
    ApproximateSearch,
    ExactSearch,
    Nearest,
    Search,
    build_index,
    read_index,
    save_index,
)

OUT = Path("features/out/neighbours")
INDEX = "index.faiss"  # Only where there are more cases than are searched one by one.
TYPES: tuple[EscalationType, ...] = get_args(EscalationType)
AMONG = 10  # Similar cases among which types are counted.


class Neighbours:
    """An index of past cases, a row a vector; ``cases`` has conversation_id, escalated, resolver_id, types and fold."""

    def __init__(
        self,
        cases: pd.DataFrame,
        vectors: Vectors,
        shares_at: Sequence[int],
        power: float,
        search: Search | None = None,
    ) -> None:
        self.conversation_ids = cases.conversation_id.to_numpy()
        self.escalated = cases.escalated.to_numpy(float)
        named = [name if isinstance(name, str) else None for name in cases.resolver_id]
        self.resolver_ids = np.array(named, object)
        self.types = np.array([[one in str(types).split() for one in TYPES] for types in cases.types], float)
        self.types_known = bool(self.types.any())
        self.vectors = vectors
        self.shares_at, self.power = list(shares_at), power
        self._search = search or ExactSearch(vectors)

    def search(self, queries: NDArray[np.float64]) -> Nearest:
        """Give the most similar cases by cosine, as many as the largest of ``shares_at``; ties keep their order."""
        count = min(max(self.shares_at), len(self.vectors))
        if not count:
            return Nearest(np.empty((len(queries), 0), np.int64), np.empty((len(queries), 0)))
        return self._search.nearest(queries, count)


def columns(shares_at: Sequence[int]) -> dict[str, Column]:
    """Describe the columns of this family, in order."""
    empty, source = "no past case is known", "messages.text of the customer, embedding, past outcomes"
    shares = {
        f"neighbours_rate_{k}": Column(
            f"share of the {k} most similar past cases that escalated", "share", empty, source
        )
        for k in shares_at
    }
    kinds = {
        f"neighbours_{kind}": Column(
            f"share of the {AMONG} most similar past cases with a {kind} escalation", "share",
            f"{empty}, or no type of an escalation is", f"{source}, their events",
        )
        for kind in TYPES
    }  # fmt: skip
    return shares | kinds | {
        "neighbours_top_similarity": Column("likeness of the most similar past case", "cosine", empty, source),
        "neighbours_top_escalated": Column("whether the most similar past case escalated", "0 or 1", empty, source),
        "neighbours_mean_similarity": Column("mean likeness of the ten most similar cases", "cosine", empty, source),
        "neighbours_gap": Column("how much less alike the tenth is than the first", "cosine", empty, source),
        "neighbours_gap_escalated": Column(
            "how much more alike the nearest escalated case is than the nearest other", "cosine",
            "all similar cases ended the same way", source,
        ),
    }  # fmt: skip


def neighbours_features(index: Neighbours, found: Nearest, row: int) -> dict[str, float]:
    """Give the shares of similar cases that escalated, weighted by similarity to a power, and distances."""
    rows, similarity = found.rows[row], found.similarity[row]
    if not len(similarity):
        return dict.fromkeys(columns(index.shares_at), MISSING)
    escalated = index.escalated[rows]
    weight = np.maximum(similarity, 0.01) ** index.power
    summed, hits = np.cumsum(weight), np.cumsum(weight * escalated)
    last = {k: min(k, len(rows)) - 1 for k in (*index.shares_at, AMONG)}
    shares = {f"neighbours_rate_{k}": float(hits[last[k]] / summed[last[k]]) for k in index.shares_at}
    return shares | kinds(index, rows[:AMONG], weight[:AMONG]) | {
        "neighbours_top_similarity": float(similarity[0]),
        "neighbours_top_escalated": float(escalated[0]),
        "neighbours_mean_similarity": float(similarity[:AMONG].sum() / len(similarity[:AMONG])),
        "neighbours_gap": float(similarity[0] - similarity[last[AMONG]]),
        "neighbours_gap_escalated": gap(similarity, escalated),
    }  # fmt: skip


def kinds(index: Neighbours, rows: NDArray[np.int64], weight: NDArray[np.float64]) -> dict[str, float]:
    """Give the weighted share of each type of escalation; missing where the source names none."""
    known = index.types_known
    shares = weight @ index.types[rows] / weight.sum() if known else [MISSING] * len(TYPES)
    return {f"neighbours_{kind}": float(share) for kind, share in zip(TYPES, shares, strict=True)}


def gap(similarity: NDArray[np.float64], escalated: NDArray[np.float64]) -> float:
    """Give how much more alike the nearest escalated case is; best first, so the first of each counts."""
    hit, miss = int(escalated.argmax()), int(escalated.argmin())
    return float(similarity[hit] - similarity[miss]) if escalated[hit] != escalated[miss] else MISSING


def case_vector(case: Conversation, vectors: Mapping[str, Vectors]) -> NDArray[np.float64]:
    """Place a case in embedding space: the direction of the mean of what its customer wrote so far."""
    own = [m.words for m in case.messages if m.author in ("customer", "system")] or [m.words for m in case.messages]
    mean = np.mean([vectors[text].astype(np.float64) for text in own], axis=0)
    direction: NDArray[np.float64] = mean / max(float(np.linalg.norm(mean)), 1e-12)
    return direction


def load_neighbours(folder: Path = OUT, without_fold: int | None = None) -> Neighbours:
    """Read the index, leaving out one fold of the training part where a training row is asked for."""
    cases = read_table(folder / "cases.parquet")
    settings: dict[str, Any] = read_json(folder / "settings.json")
    many = (folder / INDEX).is_file()
    vectors = np.load(folder / "vectors.npy", allow_pickle=False, mmap_mode="r" if many else None)
    kept = (cases.fold != without_fold).to_numpy() if without_fold is not None else np.ones(len(cases), bool)
    search = ApproximateSearch(read_index(folder / INDEX), vectors, kept) if many else None
    left = vectors if kept.all() else vectors[kept]
    return Neighbours(cases[kept], left, settings["shares_at"], settings["similarity_power"], search)


def types_of(case: Conversation) -> str:
    """Give the types of a past case's escalations, in words."""
    return " ".join(sorted({event.escalation_type for event in case.events if event.escalation_type}))


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
        escalated=last.escalates,
        resolver_id=last.conversation_id.map(resolvers).astype(object),
        types=[types_of(cases[name]) for name in last.conversation_id],
    )
    write_table(OUT / "cases.parquet", table)
    placed = np.array(vectors, np.float32)
    np.save(OUT / "vectors.npy", placed)
    if len(placed) > parameters.exact_up_to:
        save_index(build_index(placed), OUT / INDEX)
    write_json(OUT / "settings.json", parameters.model_dump())
    print(f"{len(table)} past cases indexed")


if __name__ == "__main__":
    exit_with_sentence(main)
