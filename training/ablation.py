"""What each family of features is worth: the model without it, and with it alone; ``make ablation``.

python -m training.ablation            on the last run: training/results/ablation/<source>.json
python -m training.ablation --readme   table and picture over all sources measured so far

Every variant is trained and calibrated like the model itself, with several seeds, and compared on the same resamples of
the test part's conversations, at the same moment as the headline figures.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.figure import Figure
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track

from data.errors import BadInput, exit_with_sentence
from data.files import read_json, read_params, read_table, write_json
from data.labels import OUT as LABELS
from data.model_settings import Escalation
from features.families import FAMILIES, family_of
from features.matrix import OUT as MATRIX
from training.bootstrap import Resampling, bootstrap
from training.escalation import KEYS, fit
from training.metrics import auc
from training.moments import headline
from training.pictures import save_svg
from training.results import cell
from training.scored import escalation_rows, read_inputs

FOLDER = Path("training/results/ablation")
TABLE, PICTURE = FOLDER / "README.md", FOLDER / "ablation.svg"
SEEDS = 3
FULL = "all families"


def variants(columns: Sequence[str]) -> dict[str, list[str]]:
    """Give the columns of each variant: all, without each family, and each family alone."""
    families = [family for family in FAMILIES if any(family_of(name) == family for name in columns)]
    found = {FULL: list(columns)}
    found |= {f"without {f}": [name for name in columns if family_of(name) != f] for f in families}
    return found | {f"{f} alone": [name for name in columns if family_of(name) == f] for f in families}


def scores(rows: pd.DataFrame, columns: Sequence[str], parameters: Escalation) -> NDArray[np.float64]:
    """Give the mean log-odds of models of several seeds for each row."""
    each = []
    for seed in range(SEEDS):
        model = fit(rows, columns, parameters.model_copy(update={"seed": parameters.seed + seed}))
        found = model.booster.predict(rows[list(columns)].to_numpy(float), raw_score=True, num_threads=1)
        each.append(np.asarray(found))
    return np.asarray(np.mean(np.stack(each), axis=0))


def ablate(rows: pd.DataFrame, asked: pd.DataFrame, columns: Sequence[str], settings: Any) -> dict[str, Any]:
    """Give AUC and its paired change for each variant; ``asked`` names the test rows that count."""
    parameters, evaluation = settings.escalation, settings.evaluation
    held = rows.merge(asked[KEYS], on=KEYS)
    usable = {name: own for name, own in variants(columns).items() if own and rows[own].notna().any(axis=None)}
    statistics = {}
    for name, own in track(usable.items(), "ablation", console=Console(stderr=True)):
        own = [column for column in own if rows.loc[rows.part == "train", column].nunique() > 1]
        if own:
            found = pd.Series(scores(rows, own, parameters), pd.MultiIndex.from_frame(rows[KEYS]))
            of_held = found[pd.MultiIndex.from_frame(held[KEYS])].to_numpy(np.float64)
            statistics[name] = partial(auc, np.asarray(held.escalates, np.float64), np.asarray(of_held, np.float64))
    how = Resampling.of(evaluation)
    draws = bootstrap(statistics, held.conversation_id.tolist(), np.ones(len(held)), how)
    return {
        name: {"auc": draws.figure(name), "change": draws.difference(name, FULL) if name != FULL else None}
        for name in statistics
    }


def measure() -> None:
    """Measure on the last run."""
    settings, inputs = read_params(), read_inputs()
    rows = read_table(MATRIX / "escalation.parquet").merge(read_table(LABELS / "escalation.parquet"), on=KEYS)
    every = escalation_rows(inputs)
    test = every[(every.part == "test") & every.first_of_template]
    asked = headline(test, settings.evaluation.headline_customer_message, inputs.per_turn)
    found = ablate(rows, asked, list(read_json(MATRIX / "columns.json")["escalation"]), settings)
    path = FOLDER / f"{inputs.source}.json"
    write_json(path, {"source": inputs.source, "data_digest": inputs.digest, "seeds": SEEDS, "variants": found})
    print(f"{path}: {len(found)} variants on {len(asked)} rows of the test part")


def table(measured: Mapping[str, Mapping[str, Any]]) -> str:
    """Give the table of all sources: the loss without a family, and what it reaches alone."""
    lines = [
        "# What each family is worth", "",
        "Written by `make ablation`: AUC on the test part, with 95 % intervals; paired changes.", "",
        "![change of the AUC without each family](ablation.svg)", "",
        "Change of the AUC when a family is left out:", "",
    ]  # fmt: skip
    for kind, what, shown in (("without {}", "change", True), ("{} alone", "auc", False)):
        lines += [f"| family | {' | '.join(measured)} |", f"|---|{'---|' * len(measured)}"]
        if not shown:
            full = [cell(found["variants"][FULL]["auc"]) for found in measured.values()]
            lines.append(f"| {FULL} | {' | '.join(full)} |")
        for family in FAMILIES:
            given = [found["variants"].get(kind.format(family), {}).get(what) for found in measured.values()]
            lines.append(f"| {family} | {' | '.join(cell(figure, signed=shown) for figure in given)} |")
        lines += ["", "AUC with one family alone:", ""] if shown else []
    return "\n".join(lines) + "\n"


def picture(measured: Mapping[str, Mapping[str, Any]]) -> Figure:
    """Draw the loss without each family, a panel a source."""
    figure = Figure(figsize=(3.2 * len(measured) + 1.2, 3.8), layout="constrained")
    panels = np.atleast_1d(figure.subplots(1, len(measured), sharey=True))
    for axes, (source, found) in zip(panels, measured.items(), strict=True):
        for place, family in enumerate(FAMILIES):
            if change := found["variants"].get(f"without {family}", {}).get("change"):
                axes.plot([change["low"], change["high"]], [place, place], color="#0072B2", linewidth=2)
                axes.plot(change["value"], place, "o", color="#D55E00")
        axes.axvline(0, color="black", linewidth=0.8)
        axes.set_title(source)
        axes.set_xlabel("change of AUC without it")
        axes.set_yticks(range(len(FAMILIES)), [family.replace("_", " ") for family in FAMILIES])
        axes.tick_params(axis="x", labelrotation=45)
    panels[0].invert_yaxis()
    return figure


def write_page() -> None:
    """Write table and picture of all sources measured so far."""
    measured = {path.stem: read_json(path) for path in sorted(FOLDER.glob("*.json"))}
    if not measured:
        raise BadInput("ablation", FOLDER, "holds no measurement", "run python -m training.ablation first")
    TABLE.write_text(table(measured), encoding="utf-8")
    save_svg(picture(measured), PICTURE)
    print(f"{TABLE}, {PICTURE}: {', '.join(measured)}")


def main() -> None:
    """Measure, or write the page."""
    parser = argparse.ArgumentParser(prog="python -m training.ablation", description=__doc__.splitlines()[0])
    parser.add_argument("--readme", action="store_true", help="only write table and picture of what was measured")
    if not parser.parse_args().readme:
        measure()
    write_page()


if __name__ == "__main__":
    exit_with_sentence(main)
