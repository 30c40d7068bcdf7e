"""Search better settings of the escalation model: ``make tune MINUTES=10``.

python -m training.tune --minutes 10           search; the same command again goes on where it stopped
python -m training.tune --minutes 10 --apply   also write the found settings into params.yaml, if they are better
python -m training.tune --minutes 0            only show what was found so far

Every trial is a child run in MLflow. Only the training part is used; `make run` then tells on the test part.
"""

from __future__ import annotations

import argparse
import hashlib
import warnings
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import optuna
import pandas as pd
from rich import box
from rich.console import Console
from rich.table import Table
from ruamel.yaml import YAML

from data.errors import BadInput, exit_with_sentence
from data.files import read_params, write_json
from data.model_settings import Escalation
from training.bootstrap import Figure, Resampling, bootstrap
from training.metrics import auc, mean
from training.search import log_loss, losses, out_of_fold, searched, suggest, training_rows
from training.tracking import experiment_id, load_mlflow

FOLDER = Path("training/out/tune")  # No stage's output: DVC leaves it alone, `make clean` empties it.
STORAGE, RESULT = FOLDER / "study.db", FOLDER / "tune.json"
PARAMS = Path("params.yaml")
SEEDS = 3  # Of the comparison at the end: what won by the luck of one seed does not win again.
PARENT = "mlflow_parent"
NULL = "tag:yaml.org,2002:null"


def study_name(rows: pd.DataFrame, columns: list[str], parameters: Escalation) -> str:
    """Name a search by its data and by the settings it leaves alone: the same again goes on, another begins anew."""
    kept = parameters.model_dump(include={"seed", "missing_share"})
    hashed = pd.util.hash_pandas_object(rows, index=False).to_numpy().tobytes()
    return hashlib.sha256(hashed + repr((columns, kept)).encode()).hexdigest()[:16]


def open_study(name: str, parameters: Escalation) -> optuna.Study:
    """Open the search or begin it with the present settings."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    optuna.logging.set_verbosity(optuna.logging.WARNING)
    study = optuna.create_study(storage=f"sqlite:///{STORAGE}", study_name=name, load_if_exists=True)
    # A search that goes on must not draw the first draws again.
    study.sampler = optuna.samplers.TPESampler(seed=parameters.seed + len(study.trials))
    if not study.trials:
        study.enqueue_trial(dict(searched(parameters)))
    return study


def search(study: optuna.Study, rows: pd.DataFrame, columns: list[str], settings: Any, minutes: float) -> None:
    """Try settings until the time is over; each trial is a child run of one MLflow run."""
    mlflow = load_mlflow()
    client, experiment = mlflow.MlflowClient(), experiment_id(mlflow, settings.tracking.experiment)
    parent = parent_run(client, experiment, study)

    def log(_: optuna.Study, trial: optuna.trial.FrozenTrial) -> None:
        tags = {"mlflow.parentRunId": parent, "mlflow.runName": f"trial {trial.number}"}
        run = client.create_run(experiment, tags=tags).info.run_id
        for name, value in trial.params.items():
            client.log_param(run, name, value)
        if trial.value is not None:
            client.log_metric(run, "log_loss", trial.value)
        client.set_terminated(run)

    def objective(trial: optuna.Trial) -> float:
        return log_loss(rows, out_of_fold(rows, columns, suggest(trial, settings.escalation)))

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", optuna.exceptions.ExperimentalWarning)
        study.optimize(objective, timeout=60 * minutes, callbacks=[log], show_progress_bar=True)
    client.log_metric(parent, "best_log_loss", study.best_value)
    client.set_terminated(parent)


def parent_run(client: Any, experiment: str, study: optuna.Study) -> str:
    """Give the MLflow run that all trials of a search belong to, also of one that goes on."""
    known = study.user_attrs.get(PARENT)
    runs = client.search_runs([experiment], f"attributes.run_id = '{known}'") if known else []
    if runs:
        return str(known)
    run = str(client.create_run(experiment, run_name=f"tune {study.study_name}").info.run_id)
    study.set_user_attr(PARENT, run)
    return run


def compare(rows: pd.DataFrame, columns: list[str], settings: Any, found: Escalation) -> dict[str, Figure | None]:
    """Compare found and present settings on the same folds and resamples, with other seeds than the search's."""
    statistics = {}
    for name, parameters in (("present", settings.escalation), ("found", found)):
        seeds = [parameters.model_copy(update={"seed": parameters.seed + 1 + n}) for n in range(SEEDS)]
        scores = np.mean([out_of_fold(rows, columns, one) for one in seeds], axis=0)
        statistics[f"log_loss {name}"] = partial(mean, losses(rows, scores))
        statistics[f"auc {name}"] = partial(auc, rows.escalates.to_numpy(float), scores)
    how = Resampling.of(settings.evaluation)
    draws = bootstrap(statistics, rows.conversation_id.tolist(), rows.weight.to_numpy(float), how)
    figures = {name: draws.figure(name) for name in statistics}
    changes = {f"{what} change": draws.difference(f"{what} found", f"{what} present") for what in ("log_loss", "auc")}
    return figures | changes


def is_better(figures: Mapping[str, Figure | None]) -> bool:
    """Say whether the whole interval of the change in log loss lies below 0."""
    change = figures["log_loss change"]
    return change is not None and change["high"] < 0


def apply(found: Escalation, path: Path = PARAMS) -> None:
    """Write settings into their section of params.yaml; comments and everything else stay."""
    yaml = YAML()
    yaml.preserve_quotes, yaml.width = True, 120
    yaml.indent(sequence=4, offset=2)
    yaml.representer.add_representer(type(None), lambda writer, _: writer.represent_scalar(NULL, "null"))
    given = yaml.load(path)
    for name, value in searched(found).items():
        if given["escalation"][name] != value:  # An equal one keeps its spelling.
            given["escalation"][name] = value
    with path.open("w", encoding="utf-8") as file:
        yaml.dump(given, file)


def rounded(found: Escalation) -> Escalation:
    """Give settings with three digits: more would be noise, and people read them."""
    short = {
        name: float(f"{value:.3g}") if isinstance(value, float) else value for name, value in searched(found).items()
    }
    return found.model_copy(update=short)


def show(study: optuna.Study, present: Escalation, found: Escalation, figures: Mapping[str, Figure | None]) -> None:
    """Print both settings and how they compare."""
    console, table = Console(), Table("setting", "present", "found", box=box.SIMPLE_HEAD)
    for name, value in searched(present).items():
        table.add_row(name, f"{value:g}", f"{searched(found)[name]:g}")
    console.print(table)
    for name, figure in figures.items():
        if figure:
            console.print(f"{name}: {figure['value']:.4f} ({figure['low']:.4f} to {figure['high']:.4f})")
    if is_better(figures):
        said = "The found settings are better beyond doubt on these folds. They were chosen there, so expect less"
    else:
        said = "The present settings stay: the found ones are not better beyond doubt"
    console.print(f"{said}. {len(study.trials)} trials; kept in {RESULT}.")


def main() -> None:
    """Search, compare, and write the settings where asked."""
    parser = argparse.ArgumentParser(prog="python -m training.tune", description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=10, help="how long to search (default 10)")
    parser.add_argument("--apply", action="store_true", help="write better settings into params.yaml")
    given = parser.parse_args()
    if not 0 <= given.minutes <= 10_000:
        raise BadInput("--minutes", given.minutes, "is not between 0 and 10000", "give a number of minutes")
    settings, (rows, columns) = read_params(), training_rows()
    study = open_study(study_name(rows, columns, settings.escalation), settings.escalation)
    if given.minutes:
        search(study, rows, columns, settings, given.minutes)
    done = [trial for trial in study.trials if trial.state == optuna.trial.TrialState.COMPLETE]
    if not done:
        raise BadInput("--minutes", given.minutes, "left no trial of this data finished", "search longer")
    found = rounded(settings.escalation.model_copy(update=study.best_params))
    figures = compare(rows, columns, settings, found)
    write_json(RESULT, {"trials": len(done), "found": dict(searched(found)), "comparison": figures})
    show(study, settings.escalation, found, figures)
    if given.apply and is_better(figures):
        apply(found)
        print(f"written into {PARAMS}. Next: make run")


if __name__ == "__main__":
    exit_with_sentence(main)
