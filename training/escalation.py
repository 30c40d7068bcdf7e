"""STAGE escalation: the probability that a snapshot escalates: LightGBM on the feature matrix, calibrated."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import lightgbm
import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from data.errors import exit_with_sentence
from data.files import read_json, read_params, read_table, write_json, write_table
from data.labels import OUT as LABELS
from data.model_settings import Boosting, Escalation
from features.matrix import OUT as MATRIX
from features.optional import required_only, with_missing_fields

OUT = Path("training/out/escalation")
KEYS = ["conversation_id", "sequence"]
FLOOR = "trigger_floor"


@dataclass(frozen=True)
class Calibration:
    """Platt scaling (Platt 1999): probability = 1 / (1 + exp(-(slope x score + intercept)))."""

    slope: float
    intercept: float

    def probability(self, scores: NDArray[np.float64]) -> NDArray[np.float64]:
        """Turn the model's log-odds into calibrated probabilities."""
        return np.asarray(1 / (1 + np.exp(-(self.slope * scores + self.intercept))))


class EscalationModel:
    """A trained model with its columns and calibration, ready for rows of the feature matrix."""

    def __init__(self, booster: lightgbm.Booster, columns: Sequence[str], calibration: Calibration) -> None:
        self.booster, self.columns, self.calibration = booster, list(columns), calibration

    def probability(self, values: NDArray[np.float64], columns: Sequence[str]) -> NDArray[np.float64]:
        """Give the calibrated probability of each row; raises ValueError when the columns are not the trained ones."""
        check_columns(columns, self.columns)
        scores = self.booster.predict(values, raw_score=True, num_threads=1)
        return self.calibration.probability(np.asarray(scores))

    def contributions(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Give each column's contribution to the log-odds (TreeSHAP, Lundberg 2018), shape (rows, columns)."""
        return np.asarray(self.booster.predict(values, pred_contrib=True, num_threads=1))[:, :-1]

    def save(self, folder: Path) -> None:
        """Write LightGBM's text, the columns and the calibration."""
        folder.mkdir(parents=True, exist_ok=True)
        self.booster.save_model(folder / "model.txt")
        write_json(folder / "features.json", self.columns)
        write_json(folder / "calibration.json", asdict(self.calibration))

    @staticmethod
    def load(folder: Path) -> EscalationModel:
        """Read what ``save`` wrote."""
        booster = lightgbm.Booster(model_file=folder / "model.txt")
        calibration = Calibration(**read_json(folder / "calibration.json"))
        return EscalationModel(booster, read_json(folder / "features.json"), calibration)


def check_columns(found: Sequence[str], trained: Sequence[str]) -> None:
    """Refuse rows whose columns are not the trained ones in the trained order: LightGBM matches by position."""
    if list(found) != list(trained):
        wrong = next(
            (pair for pair in zip(found, trained, strict=False) if pair[0] != pair[1]), (len(found), len(trained))
        )
        raise ValueError(
            f"feature columns differ from the trained ones: found {wrong[0]!r} where {wrong[1]!r} was trained"
        )


def boosting_settings(parameters: Boosting) -> dict[str, object]:
    """Give LightGBM's settings; one seed and ``deterministic`` make a run repeatable."""
    return {
        **parameters.model_dump(exclude={"rounds", "missing_share"}),
        "num_threads": 1,  # Two threads wait for each other on a busy machine: minutes instead of seconds.
        "bagging_freq": 1,
        "deterministic": True,
        "force_row_wise": True,  # `deterministic` needs a fixed choice here (LightGBM's documentation).
        "verbosity": -1,
    }


def fit(rows: pd.DataFrame, columns: Sequence[str], parameters: Escalation) -> EscalationModel:
    """Train on the part ``train`` and calibrate on ``valid``; rows carry escalates, weight and part."""
    booster, valid = fit_booster(rows[rows.part == "train"], columns, parameters), rows[rows.part == "valid"]
    scores = booster.predict(valid[list(columns)].to_numpy(float), raw_score=True)
    return EscalationModel(booster, columns, calibrate(np.asarray(scores), valid.escalates, valid.weight))


def fit_booster(train: pd.DataFrame, columns: Sequence[str], parameters: Escalation) -> lightgbm.Booster:
    """Train on all rows, and with a share of the weight on copies of them that lack optional fields."""
    values, weight, share = train[list(columns)].to_numpy(float), train.weight.to_numpy(), parameters.missing_share
    data = lightgbm.Dataset(
        np.concatenate([values, with_missing_fields(values, columns, parameters.seed)]),
        np.tile(train.escalates, 2),
        weight=np.concatenate([weight * (1 - share), weight * share]),
        feature_name=list(columns),
    )
    settings = boosting_settings(parameters) | {"objective": "binary"}
    return lightgbm.train(settings, data, num_boost_round=parameters.rounds)


def calibrate(scores: NDArray[np.float64], labels: pd.Series[int], weight: pd.Series[float]) -> Calibration:
    """Fit Platt scaling; with one outcome only there is nothing to learn and scores stay log-odds."""
    if labels.nunique() < 2:
        return Calibration(1.0, 0.0)
    model = LogisticRegression(C=1e6).fit(scores.reshape(-1, 1), labels, sample_weight=weight)
    return Calibration(float(model.coef_[0, 0]), float(model.intercept_[0]))


def main() -> None:
    """Train, calibrate, and score every labelled snapshot."""
    parameters = read_params().escalation
    rows = read_table(MATRIX / "escalation.parquet").merge(read_table(LABELS / "escalation.parquet"), on=KEYS)
    columns = list(read_json(MATRIX / "columns.json")["escalation"])
    model = fit(rows, columns, parameters)
    shutil.rmtree(OUT, ignore_errors=True)
    model.save(OUT)
    values = rows[columns].to_numpy(float)
    scores = rows[[*KEYS, "part"]].assign(
        probability=model.probability(values, columns),
        required_only=model.probability(required_only(values, columns), columns),
        floor=rows[FLOOR] > 0,
    )
    write_table(OUT / "scores.parquet", scores)
    gain = pd.Series(model.booster.feature_importance("gain"), columns).sort_values(ascending=False)
    write_table(OUT / "importance.parquet", gain.div(gain.sum()).rename_axis("feature").reset_index(name="gain_share"))
    print(f"{(rows.part == 'train').sum()} training snapshots; strongest features: {', '.join(gain.index[:5])}")


if __name__ == "__main__":
    exit_with_sentence(main)
