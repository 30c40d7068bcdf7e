"""The tables behind the pictures, with a column ``method``, and their files for ``dvc plots``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.metrics import precision_recall_curve, roc_curve

from training.comparison import MODEL, floor_of
from training.metrics import BINS, NOBODY, calibration_bin
from training.policy import Policy, expected_cost

MOST_RESOLVERS = 20
OTHER = "other"
STEPS = 101  # Thresholds the cost curve is drawn at.


def escalation_tables(rows: pd.DataFrame, policies: Mapping[str, Policy]) -> dict[str, pd.DataFrame]:
    """Give the curves of the model and of every baseline on the headline rows; empty with one outcome only."""
    drawn = list(policies) if rows["escalates"].nunique() == 2 else []
    return {
        "roc": stacked([roc_table(rows, method) for method in drawn], ["false_positive_rate", "true_positive_rate"]),
        "precision_recall": stacked([recall_table(rows, method) for method in drawn], ["recall", "precision"]),
        "calibration": stacked(
            [calibration_table(rows, method) for method in drawn],
            ["stated_probability", "observed_rate", "cases"],
        ),
        "expected_cost": stacked(
            [cost_table(rows, method, policies[method]) for method in drawn], ["threshold", "expected_cost"]
        ),
    }


def stacked(tables: list[pd.DataFrame], columns: list[str]) -> pd.DataFrame:
    """Put the methods' tables below each other; without any, keep the columns."""
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(columns=["method", *columns])


def roc_table(rows: pd.DataFrame, method: str) -> pd.DataFrame:
    """Give the share of escalations found for each share of false alarms."""
    false_positive, true_positive, _ = roc_curve(rows["escalates"], rows[method])
    return pd.DataFrame({"method": method, "false_positive_rate": false_positive, "true_positive_rate": true_positive})


def recall_table(rows: pd.DataFrame, method: str) -> pd.DataFrame:
    """Give the precision for each share of escalations found."""
    precision, recall, _ = precision_recall_curve(rows["escalates"], rows[method], drop_intermediate=True)
    return pd.DataFrame({"method": method, "recall": recall, "precision": precision})


def calibration_table(rows: pd.DataFrame, method: str) -> pd.DataFrame:
    """Give stated probability and observed rate in each of ten bins that holds a case."""
    bins = calibration_bin(rows[method].to_numpy(float))
    cases = np.bincount(bins, minlength=BINS)
    kept = cases > 0
    stated = np.bincount(bins, rows[method], minlength=BINS)[kept] / cases[kept]
    observed = np.bincount(bins, rows["escalates"], minlength=BINS)[kept] / cases[kept]
    return pd.DataFrame(
        {"method": method, "stated_probability": stated, "observed_rate": observed, "cases": cases[kept]}
    )


def cost_table(rows: pd.DataFrame, method: str, policy: Policy) -> pd.DataFrame:
    """Give the mean cost of a case at each threshold."""
    thresholds = np.linspace(0, 1, STEPS)
    equally = np.ones(len(rows))
    costs = [
        expected_cost(
            rows["escalates"],
            rows[method],
            equally,
            Policy(threshold, policy.watch_ratio, policy.costs, "drawn"),
            floor_of(rows, method),
        )
        for threshold in thresholds.tolist()
    ]
    return pd.DataFrame({"method": method, "threshold": thresholds, "expected_cost": costs})


def confusion_table(routed: pd.DataFrame) -> pd.DataFrame:
    """Give for each routed case of the test part, one a template, who resolved it and whom the model named first."""
    firsts = routed[routed["first_of_template"]]
    named = [names[0] if len(names) else NOBODY for names in firsts[MODEL]]
    return pd.DataFrame({"actual": firsts["resolver_id"].tolist(), "predicted": named})


def frequent(confusion: pd.DataFrame, most: int = MOST_RESOLVERS) -> pd.DataFrame:
    """Keep the names of the resolvers with most cases; the rest become ``other``."""
    names = confusion["actual"].value_counts().index[:most]
    return confusion.where(confusion.isin(list(names)), OTHER)


def write_tables(tables: Mapping[str, pd.DataFrame], folder: Path) -> None:
    """Write each table as CSV; ``dvc plots`` draws a line a file, so the methods of a curve get one each."""
    for name, table in tables.items():
        if "method" not in table:
            table.to_csv(folder / f"{name}.csv", index=False)
            continue
        (folder / name).mkdir(exist_ok=True)
        for method, rows in table.groupby("method", sort=False):
            rows.drop(columns="method").to_csv(folder / name / f"{method}.csv", index=False)
