"""The settings that ``make tune`` tries, and how good one is: always inside the training part.

A setting is scored by the log loss of its probabilities on folds that it was not trained on: a proper score, so what
ranks well but says "90 %" of what happens half the time does not win.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import lightgbm
import numpy as np
import optuna
import pandas as pd
import pyarrow.dataset as ds
from numpy.typing import NDArray

from data.errors import BadInput
from data.files import read_json, read_table
from data.labels import OUT as LABELS
from data.model_settings import Escalation
from data.split import OUT as SPLIT
from features.matrix import OUT as MATRIX
from training.escalation import KEYS, calibrate, fit_booster

Values = NDArray[np.float64]
CLIP = 1e-6


def training_rows() -> tuple[pd.DataFrame, list[str]]:
    """Give the labelled rows of the training part with their fold, and the columns; no other part is read.

    Raises BadInput where the pipeline has not run or the part has one outcome only.
    """
    path = MATRIX / "escalation.parquet"
    if not path.exists():
        raise BadInput("tune", path, "is not there", "run the pipeline first: make run")
    matrix = ds.dataset(path).to_table(filter=ds.field("part") == "train").to_pandas()
    folds = read_table(SPLIT / "split.parquet")[["conversation_id", "fold"]]
    rows = matrix.merge(read_table(LABELS / "escalation.parquet"), on=KEYS).merge(folds, on="conversation_id")
    if rows.escalates.nunique() < 2 or rows.fold.nunique() < 2:
        raise BadInput("tune", f"{len(rows)} rows", "have one outcome or one fold only", "tune on more conversations")
    return rows, list(read_json(MATRIX / "columns.json")["escalation"])


def suggest(trial: optuna.Trial, current: Escalation) -> Escalation:
    """Let Optuna choose within ranges in which each setting has been sensible for tables of this kind."""
    chosen: dict[str, Any] = {
        "rounds": trial.suggest_int("rounds", 100, 1000, log=True),
        "learning_rate": trial.suggest_float("learning_rate", 0.01, 0.2, log=True),
        "num_leaves": trial.suggest_int("num_leaves", 3, 63, log=True),
        "min_data_in_leaf": trial.suggest_int("min_data_in_leaf", 5, 200, log=True),
        "feature_fraction": trial.suggest_float("feature_fraction", 0.1, 1.0),
        "bagging_fraction": trial.suggest_float("bagging_fraction", 0.4, 1.0),
        "lambda_l2": trial.suggest_float("lambda_l2", 0.01, 100.0, log=True),
    }
    return current.model_copy(update=chosen)


def out_of_fold(rows: pd.DataFrame, columns: list[str], parameters: Escalation) -> Values:
    """Give each row's log-odds by a model that saw no row of its fold; folds are fitted side by side."""
    found = np.zeros(len(rows))

    def one(fold: int) -> None:
        held = (rows.fold == fold).to_numpy()
        booster: lightgbm.Booster = fit_booster(rows[~held], columns, parameters)
        scores = booster.predict(rows.loc[held, columns].to_numpy(float), raw_score=True, num_threads=1)
        found[held] = np.asarray(scores)

    with ThreadPoolExecutor(os.cpu_count()) as pool:  # LightGBM leaves Python's lock while it trains.
        list(pool.map(one, sorted(rows.fold.unique())))
    return found


def losses(rows: pd.DataFrame, scores: Values) -> Values:
    """Give each row's log loss after Platt scaling, two numbers fitted to all rows."""
    labels = rows.escalates.to_numpy(float)
    given = calibrate(scores, rows.escalates, rows.weight).probability(scores).clip(CLIP, 1 - CLIP)
    return np.asarray(-(labels * np.log(given) + (1 - labels) * np.log(1 - given)))


def log_loss(rows: pd.DataFrame, scores: Values) -> float:
    """Give the weighted mean log loss."""
    return float(np.average(losses(rows, scores), weights=rows.weight))


def searched(parameters: Escalation) -> Mapping[str, Any]:
    """Give the values of a setting that the search is about."""
    return parameters.model_dump(exclude={"seed", "missing_share"})
