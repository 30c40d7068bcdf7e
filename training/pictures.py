"""Pictures of a run, the model against its baselines, in colours that colour-blind readers tell apart."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pandas as pd
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from training.comparison import MODEL
from training.curves import OTHER, frequent
from training.policy import Policy

# Okabe and Ito's palette, made to be told apart with every kind of colour vision.
COLOURS = ("#D55E00", "#0072B2", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")
LINES = ("-", "--", "-.", ":", (0, (5, 1)), (0, (3, 1, 1, 1)), (0, (1, 3)))


def save_svg(figure: Figure, path: Path) -> None:
    """Write a picture whose bytes depend on what it shows alone; its identifiers are random by default."""
    with rc_context({"svg.hashsalt": path.name}):
        figure.savefig(path, metadata={"Date": None})


def draw(tables: Mapping[str, pd.DataFrame], policy: Policy, folder: Path) -> list[str]:
    """Draw all pictures into the folder and give their file names."""
    figures = {
        "roc_pr.png": roc_and_recall(tables["roc"], tables["precision_recall"]),
        "calibration.png": calibration(tables["calibration"]),
        "expected_cost.png": cost(tables["expected_cost"], policy),
        "confusion_resolvers.png": confusion(tables["confusion_resolvers"]),
    }
    for name, figure in figures.items():
        figure.savefig(folder / name, dpi=110)  # A Figure made without pyplot draws with Agg: no screen needed.
    return list(figures)


def lines(axes: Axes, table: pd.DataFrame, across: str, up: str, marker: str = "", stepped: bool = False) -> None:
    """Draw one line a method, the model first, thicker and above the others."""
    for position, (method, part) in enumerate(table.groupby("method", sort=False)):
        is_model = method == MODEL
        axes.plot(
            part[across],
            part[up],
            color=COLOURS[position % len(COLOURS)],
            linestyle=LINES[position % len(LINES)],
            linewidth=2.2 if is_model else 1.3,
            zorder=3 if is_model else 2,
            marker=marker,
            drawstyle="steps-post" if stepped else "default",
            label=str(method).replace("_", " "),
        )
    axes.set_xlabel(across.replace("_", " "))
    axes.set_ylabel(up.replace("_", " "))
    axes.grid(alpha=0.3)
    if table.empty:
        axes.text(0.5, 0.5, "one outcome only: nothing to draw", ha="center", transform=axes.transAxes)
    else:
        axes.legend(fontsize=8)


def roc_and_recall(roc: pd.DataFrame, recall: pd.DataFrame) -> Figure:
    """Draw the ROC curve beside precision against recall."""
    figure = Figure(figsize=(11, 5), layout="constrained")
    left, right = figure.subplots(1, 2)
    left.plot([0, 1], [0, 1], color="grey", linewidth=0.8)
    lines(left, roc, "false_positive_rate", "true_positive_rate")
    lines(right, recall, "recall", "precision", stepped=True)  # A straight line between points would promise too much.
    left.set_title("Will it escalate: ROC")
    right.set_title("Will it escalate: precision and recall")
    right.set_ylim(0, 1.02)
    return figure


def calibration(table: pd.DataFrame) -> Figure:
    """Draw the observed rate of escalation against the probability that was stated."""
    figure = Figure(figsize=(6, 5.5), layout="constrained")
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color="grey", linewidth=0.8)
    lines(axes, table, "stated_probability", "observed_rate", marker="o")
    axes.set_title("Is a stated 70 % right 70 % of the time?")
    return figure


def cost(table: pd.DataFrame, policy: Policy) -> Figure:
    """Draw the mean cost of a case at each threshold, with the chosen one marked."""
    figure = Figure(figsize=(7, 5), layout="constrained")
    axes = figure.subplots()
    lines(axes, table, "threshold", "expected_cost")
    axes.axvline(min(policy.threshold, 1.0), color="grey", linestyle=":")
    costs = f"missed {policy.costs.missed:g}, unneeded {policy.costs.unneeded:g}"
    axes.set_title(f"Expected cost of a case ({costs}); dotted: the chosen threshold", fontsize=10)
    return figure


def confusion(table: pd.DataFrame) -> Figure:
    """Draw who resolved the cases against whom the model named first, as shares of each row."""
    figure = Figure(figsize=(9, 8), layout="constrained")
    axes = figure.subplots()
    axes.set_title("Who resolved it, and whom the model named first (share of each row)")
    if table.empty:
        axes.text(0.5, 0.5, "no routed conversation in the test part", ha="center", transform=axes.transAxes)
        return figure
    kept = frequent(table)
    names = [name for name in kept["actual"].value_counts().index if name != OTHER]
    names += [OTHER] if (kept == OTHER).any(axis=None) else []
    counts = pd.crosstab(kept["actual"], kept["predicted"]).reindex(index=names, columns=names, fill_value=0)
    shares = counts.div(counts.sum(axis=1).clip(lower=1), axis=0).to_numpy(float)
    shown = axes.imshow(shares, cmap="cividis", vmin=0, vmax=1)
    axes.set_xticks(np.arange(len(names)), names, rotation=90, fontsize=8)
    rows = [f"{name} ({total})" for name, total in zip(names, counts.sum(axis=1), strict=True)]
    axes.set_yticks(np.arange(len(names)), rows, fontsize=8)
    axes.set_xlabel("named first")
    axes.set_ylabel("resolved by (cases)")
    figure.colorbar(shown, ax=axes, shrink=0.7)
    return figure
