"""How MLflow loads the models it keeps: it stores this file beside their text files, so nothing is pickled.

It stands alone (no import of this project), because MLflow copies it away; ``features.json`` names the columns.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
import pandas as pd


class LoggedModel:
    """A LightGBM model that answers with calibrated probabilities, or with scores where it has no calibration."""

    def __init__(self, folder: Path) -> None:
        self.columns: list[str] = json.loads((folder / "features.json").read_text(encoding="utf-8"))
        self.booster = lightgbm.Booster(model_file=str(folder / "model.txt"))
        calibration = folder / "calibration.json"
        self.platt = json.loads(calibration.read_text(encoding="utf-8")) if calibration.exists() else None

    def predict(self, model_input: pd.DataFrame, params: dict[str, Any] | None = None) -> pd.DataFrame:
        """Give one answer a row of features; the columns may come in any order."""
        del params  # MLflow's interface hands it over; there is nothing to choose.
        scores = np.asarray(self.booster.predict(model_input[self.columns].to_numpy(float), raw_score=True))
        if self.platt is None:
            return pd.DataFrame({"score": scores})
        # The same Platt scaling as `training.escalation.Calibration`; a test holds both to the same answers.
        odds = np.exp(self.platt["slope"] * scores + self.platt["intercept"])
        return pd.DataFrame({"probability": odds / (1 + odds)})


def _load_pyfunc(path: str) -> LoggedModel:
    """Load the model of a folder; MLflow calls it by this name."""
    return LoggedModel(Path(path))
