"""STAGE resolver: resolvers ranked for a case: LightGBM LambdaRank over (case, resolver) pairs.

Ranking pairs beats a multiclass model by far on real tickets (top-1 .745 against .613) and is not tied to a
fixed list of resolvers.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import lightgbm
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.errors import exit_with_sentence
from data.files import read_json, read_params, read_table, write_json, write_table
from data.model_settings import Boosting
from features.matrix import OUT as MATRIX
from training.escalation import KEYS, boosting_settings, check_columns

OUT = Path("training/out/resolver")


class ResolverModel:
    """A trained ranker; None inside when there were too few hand-overs to learn from."""

    def __init__(self, booster: lightgbm.Booster | None, columns: Sequence[str]) -> None:
        self.booster, self.columns = booster, list(columns)

    def score(self, values: NDArray[np.float64], columns: Sequence[str]) -> NDArray[np.float64]:
        """Give each pair's score, higher is better; raises ValueError when the columns are not the trained ones."""
        check_columns(columns, self.columns)
        if self.booster is None or not len(values):
            return np.zeros(len(values))
        return np.asarray(self.booster.predict(values, num_threads=1))

    def save(self, folder: Path) -> None:
        """Write LightGBM's text and the columns."""
        folder.mkdir(parents=True, exist_ok=True)
        if self.booster is not None:
            self.booster.save_model(folder / "model.txt")
        write_json(folder / "features.json", self.columns)

    @staticmethod
    def load(folder: Path) -> ResolverModel:
        """Read what ``save`` wrote."""
        file = folder / "model.txt"
        booster = lightgbm.Booster(model_file=file) if file.exists() else None
        return ResolverModel(booster, read_json(folder / "features.json"))


def fit(pairs: pd.DataFrame, columns: Sequence[str], parameters: Boosting) -> ResolverModel:
    """Train on the cases of the part ``train`` whose true resolver is among the candidates; no injection."""
    train = pairs[pairs.part == "train"]
    hit = (train.candidate_id == train.resolver_id).groupby([train.conversation_id, train.sequence]).transform("any")
    train = train[hit]
    if train.empty:
        return ResolverModel(None, columns)
    group = train.groupby(KEYS, sort=False).size().to_numpy()
    data = lightgbm.Dataset(
        train[list(columns)].to_numpy(float),
        (train.candidate_id == train.resolver_id).astype(int),
        group=group,
        feature_name=list(columns),
    )
    settings = boosting_settings(parameters) | {"objective": "lambdarank", "lambdarank_truncation_level": 10}
    return ResolverModel(lightgbm.train(settings, data, num_boost_round=parameters.rounds), columns)


def ranked(pairs: pd.DataFrame, scores: NDArray[np.float64]) -> pd.DataFrame:
    """Give each case's candidates best first; equal scores keep the order in which they were retrieved."""
    ordered = pairs.assign(score=-scores).sort_values("score", kind="stable")
    lists = ordered.groupby([*KEYS, "part", "resolver_id"], sort=False)["candidate_id"].agg(list)
    return lists.reset_index(name="ranked")


def main() -> None:
    """Train, and rank the candidates of every hand-over."""
    parameters = read_params().resolver
    pairs = read_table(MATRIX / "pairs.parquet")
    columns = list(read_json(MATRIX / "columns.json")["pairs"])
    model = fit(pairs, columns, parameters)
    shutil.rmtree(OUT, ignore_errors=True)
    model.save(OUT)
    order = ranked(pairs, model.score(pairs[columns].to_numpy(float), columns))
    write_table(OUT / "ranked.parquet", order)
    found = [truth in names for truth, names in zip(order.resolver_id, order.ranked, strict=True)]
    print(f"{len(order)} hand-overs, the true resolver is among the candidates in {np.mean(found or [False]):.1%}")


if __name__ == "__main__":
    exit_with_sentence(main)
