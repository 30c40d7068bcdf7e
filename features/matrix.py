"""STAGE matrix: featurize() over every labelled snapshot, and the pairs of every hand-over.

A training row is computed with what was fitted without its fold, every other row with the full fit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pandas as pd
from rich.console import Console
from rich.progress import Progress

from data.errors import exit_with_sentence
from data.files import (
    CONVERSATIONS,
    read_conversations,
    read_json,
    read_params,
    read_records,
    read_table,
    write_json,
    write_table,
)
from data.labels import OUT as LABELS
from data.model_settings import Matrix
from data.schema import Conversation, Resolver
from data.snapshot import snapshot
from data.split import OUT as SPLIT
from features.columns import means_of
from features.embedding import StoredVectors, embedding_model
from features.featurize import Fitted, feature_columns, featurize
from features.neighbours import load_neighbours
from features.pairs import Ranking, pair_means
from features.past_cases import load_history
from features.recent import Recent, openings
from features.sentiment import OUT as SENTIMENT
from features.sentiment import stored_sentiment
from features.text_score import TextScore, folder_of

OUT = Path("features/out/matrix")
CHUNK = 500


def load_fitted(fold: int | None) -> Fitted:
    """Read what was fitted on the training part without one fold, or on all of it."""
    return Fitted(
        embed=StoredVectors(),
        sentiment=stored_sentiment(),
        languages=tuple(read_json(SENTIMENT / "languages.json")),
        text_score=TextScore.load(folder_of(fold)),
        neighbours=load_neighbours(without_fold=fold),
        history=load_history(without_fold=fold),
    )


def keep(rows: pd.DataFrame, columns: list[str], values: np.ndarray) -> pd.DataFrame:
    """Put the names of rows beside their feature values."""
    return pd.concat([rows.reset_index(drop=True), pd.DataFrame(values, columns=columns)], axis=1)


def matrix(
    turns: pd.DataFrame,
    handovers: pd.DataFrame,
    cases: dict[str, Conversation],
    fitted_of: Callable[[int | None], Fitted],
    resolvers: list[Resolver],
    candidates: int,
    advance: Callable[[int], object],
    others: Recent | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give the escalation matrix, a row a labelled snapshot, and the resolver matrix, a row a pair.

    Both row tables have conversation_id, sequence, part and fold; ``handovers`` also the label resolver_id.
    """
    single, paired = [], []
    folds = sorted({*turns.fold, *handovers.fold})
    for number in folds:
        fold = None if number == -1 else int(number)
        fitted = fitted_of(fold)
        ranking = Ranking(fitted, resolvers, candidates)
        for chunk in chunks(turns[turns.fold == number]):
            features = featurize(seen(chunk, cases), fitted, others)
            single.append(keep(chunk[["conversation_id", "sequence", "part"]], features.columns, features.values))
            advance(len(chunk))
        for chunk in chunks(handovers[handovers.fold == number]):
            seen_cases = seen(chunk, cases)
            pairs = ranking.pairs(seen_cases, featurize(seen_cases, fitted, others))
            named = chunk[["conversation_id", "sequence", "part", "resolver_id"]]
            names = named.loc[chunk.index.repeat(pairs.group)].assign(candidate_id=pairs.resolver_ids)
            paired.append(keep(names, pairs.columns, pairs.values))
            advance(len(chunk))
    every_pair = paired or [no_pairs(fitted_of(None))]
    return pd.concat(single, ignore_index=True), pd.concat(every_pair, ignore_index=True)


def no_pairs(fitted: Fitted) -> pd.DataFrame:
    """Give the pair table of a source that names no resolver."""
    named = ["conversation_id", "sequence", "part", "resolver_id", "candidate_id"]
    return pd.DataFrame(columns=[*named, *pair_means(fitted.neighbours.shares_at)])


def chunks(rows: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Cut rows into pieces of bounded memory."""
    for start in range(0, len(rows), CHUNK):
        yield rows.iloc[start : start + CHUNK]


def seen(rows: pd.DataFrame, cases: dict[str, Conversation]) -> list[Conversation]:
    """Give the snapshots that rows name."""
    return [snapshot(cases[n], s) for n, s in zip(rows.conversation_id, rows.sequence, strict=True)]


def main() -> None:
    """Compute both matrices for all parts."""
    parameters: Matrix = read_params().matrix
    parts = read_table(SPLIT / "split.parquet").query("part != 'dropped'")[["conversation_id", "part", "fold"]]
    turns = read_table(LABELS / "escalation.parquet").merge(parts, on="conversation_id")
    handovers = read_table(LABELS / "resolver.parquet").merge(parts, on="conversation_id")
    cases = {case.conversation_id: case for case in read_conversations()}
    resolvers = read_records(CONVERSATIONS, "resolvers")
    with Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task("features", total=len(turns) + len(handovers))
        single, paired = matrix(
            turns, handovers, cases, load_fitted, resolvers, parameters.candidates,
            lambda count: progress.advance(task, count), Recent(openings(cases.values()), StoredVectors()),
        )  # fmt: skip
    write_table(OUT / "escalation.parquet", single)
    write_table(OUT / "pairs.parquet", paired)
    full = load_fitted(None)
    write_json(
        OUT / "columns.json",
        {"escalation": means_of(feature_columns(full)), "pairs": pair_means(full.neighbours.shares_at)},
    )
    settings = {"embedding": embedding_model(), "languages": full.languages, **parameters.model_dump()}
    # A request is to be read as the source was.
    summary = read_json(CONVERSATIONS / "summary.json")
    settings |= {name: summary[name] for name in ("source", "redaction")}
    write_json(OUT / "settings.json", settings)
    print(f"{len(single)} snapshots x {len(feature_columns(full))} features, {len(paired)} pairs")


if __name__ == "__main__":
    exit_with_sentence(main)
