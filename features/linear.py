"""Linear models over the vocabulary: one for escalation, one for the resolver, stored as plain arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from data.errors import BadInput
from data.files import read_json, write_json


@dataclass(frozen=True)
class Linear:
    """A linear model: ``coefficients`` has shape (classes, terms), or (1, terms) for two classes."""

    classes: list[str]
    coefficients: NDArray[np.float32]
    intercepts: NDArray[np.float64]

    @cached_property
    def _by_term(self) -> NDArray[np.float64]:
        return self.coefficients.T.astype(np.float64)

    def decision(self, weights: sparse.csr_matrix) -> NDArray[np.float64]:
        """Give the distance from the boundary, shape (texts, classes or 1)."""
        return np.asarray(weights @ self._by_term) + self.intercepts

    def save(self, folder: Path) -> None:
        """Write the classes as JSON and the numbers as plain arrays."""
        write_json(folder / "classes.json", self.classes)
        np.save(folder / "coefficients.npy", self.coefficients, allow_pickle=False)
        np.save(folder / "intercepts.npy", self.intercepts, allow_pickle=False)

    @staticmethod
    def load(folder: Path) -> Linear:
        """Read what ``save`` wrote."""
        return Linear(
            read_json(folder / "classes.json"),
            np.load(folder / "coefficients.npy", allow_pickle=False),
            np.load(folder / "intercepts.npy", allow_pickle=False),
        )


def fit_two_classes(weights: sparse.csr_matrix, rows: pd.DataFrame, regularisation: float) -> Linear:
    """Fit logistic regression for escalation; raises BadInput when only one outcome was seen."""
    if rows.escalates.nunique() < 2:
        only = "escalated" if rows.escalates.all() else "did not escalate"
        raise BadInput("escalated", only, "is true of every training conversation", "give examples of both outcomes")
    model = LogisticRegression(C=regularisation, solver="liblinear", random_state=0)
    model.fit(weights, rows.escalates, sample_weight=rows.weight)
    return Linear(["no", "yes"], model.coef_.astype(np.float32), model.intercept_)


def fit_resolvers(weights: sparse.csr_matrix, names: Sequence[str], regularisation: float) -> Linear:
    """Fit one linear separator a resolver; with fewer than two resolvers there is nothing to separate."""
    if len(set(names)) < 2:
        return Linear([], np.zeros((0, weights.shape[1]), np.float32), np.zeros(0))
    model = LinearSVC(C=regularisation, random_state=0).fit(weights, list(names))
    if len(model.classes_) == 2:  # scikit-learn keeps one row for two classes; one row a class reads alike for all.
        coefficients, intercepts = np.vstack([-model.coef_, model.coef_]), np.r_[-model.intercept_, model.intercept_]
    else:
        coefficients, intercepts = model.coef_, model.intercept_
    return Linear([str(name) for name in model.classes_], coefficients.astype(np.float32), intercepts)
