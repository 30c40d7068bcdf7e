"""The search for settings: only the training part, no row scored by a model that saw it, goes on after a stop."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import optuna
import pandas as pd
import pytest

from data.errors import BadInput
from data.files import read_json, read_params, write_json, write_table
from data.model_settings import Escalation
from training.search import log_loss, out_of_fold, searched, suggest, training_rows
from training.tune import apply, is_better, rounded

ROOT = Path(__file__).parent.parent
COLUMNS = ["structure_messages", "sentiment_last"]
SETTINGS = read_params().escalation.model_copy(update={"rounds": 20})


def rows(count: int = 400, signal: float = 1.0) -> pd.DataFrame:
    """Snapshots of conversations in five folds; of 400 every fourth is not of the training part."""
    random = np.random.default_rng(3)
    table = pd.DataFrame(random.normal(size=(count, 2)), columns=COLUMNS)
    table["escalates"] = (signal * table.structure_messages + random.normal(size=count) > 0).astype(int)
    table["conversation_id"], table["sequence"] = [f"c{place}" for place in range(count)], 0
    table["weight"], table["next_turn"] = 1.0, 0.0
    table["part"] = np.where(np.arange(count) % 4 == 0, "test", "train")
    table["fold"] = np.arange(count) % 5
    return table


def lay_out(folder: Path, table: pd.DataFrame) -> None:
    """Write what the pipeline leaves behind."""
    keys = ["conversation_id", "sequence"]
    write_table(folder / "features/out/matrix/escalation.parquet", table[[*keys, "part", *COLUMNS]])
    write_json(folder / "features/out/matrix/columns.json", {"escalation": dict.fromkeys(COLUMNS, "a meaning")})
    write_table(folder / "data/out/labels/escalation.parquet", table[[*keys, "escalates", "next_turn", "weight"]])
    write_table(folder / "data/out/split/split.parquet", table[["conversation_id", "part", "fold"]])


def test_only_the_training_part_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = rows()
    lay_out(tmp_path, table)
    monkeypatch.chdir(tmp_path)
    found, columns = training_rows()
    assert columns == COLUMNS
    assert set(found.conversation_id) == set(table.conversation_id[table.part == "train"])


def test_without_a_run_or_with_one_outcome_there_is_nothing_to_tune(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadInput, match="make run"):
        training_rows()
    lay_out(tmp_path, rows().assign(escalates=1))
    with pytest.raises(BadInput, match="one outcome"):
        training_rows()


def test_no_row_is_scored_by_a_model_that_saw_its_fold() -> None:
    # The column names the row, and rows of a fold share its label: who saw the fold would know it.
    table = rows(signal=0.0).assign(structure_messages=lambda t: t.fold, escalates=lambda t: (t.fold < 3).astype(int))
    scores = out_of_fold(table, COLUMNS, SETTINGS.model_copy(update={"min_data_in_leaf": 1}))
    seen = table.escalates.corr(pd.Series(scores))
    assert seen < 0.5
    assert len(np.unique(scores)) > 5


def test_a_signal_has_a_lower_log_loss_than_none() -> None:
    losses = [log_loss(rows(signal=s), out_of_fold(rows(signal=s), COLUMNS, SETTINGS)) for s in (3.0, 0.0)]
    assert losses[0] < 0.5 < 0.68 < losses[1]


def test_what_is_suggested_can_be_trained_and_leaves_the_rest_alone() -> None:
    trial = optuna.create_study(sampler=optuna.samplers.RandomSampler(seed=0)).ask()
    found = suggest(trial, SETTINGS)
    Escalation.model_validate(found.model_dump())
    assert (found.seed, found.missing_share) == (SETTINGS.seed, SETTINGS.missing_share)
    assert set(trial.params) == set(searched(SETTINGS))


def test_found_settings_are_written_into_their_section_and_comments_stay(tmp_path: Path) -> None:
    path = tmp_path / "params.yaml"
    before = (ROOT / "params.yaml").read_text(encoding="utf-8")
    path.write_text(before, encoding="utf-8")
    found = rounded(read_params().escalation.model_copy(update={"learning_rate": 0.012345, "num_leaves": 31}))
    apply(found, path)
    after = path.read_text(encoding="utf-8")
    changed = [pair for pair in zip(before.splitlines(), after.splitlines(), strict=True) if pair[0] != pair[1]]
    assert [new.strip() for _, new in changed] == ["learning_rate: 0.0123", "num_leaves: 31"]
    assert read_params(path).escalation == found


@pytest.mark.parametrize(("low", "high", "better"), [(-0.02, -0.001, True), (-0.02, 0.001, False), (0.01, 0.02, False)])
def test_better_means_beyond_doubt(low: float, high: float, better: bool) -> None:
    assert is_better({"log_loss change": {"value": (low + high) / 2, "low": low, "high": high, "n": 9}}) is better


def test_a_search_goes_on_and_every_trial_is_a_child_run(tmp_path: Path) -> None:
    lay_out(tmp_path, rows())
    (tmp_path / "params.yaml").write_text((ROOT / "params.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    settings = {**os.environ, "PYTHONPATH": str(ROOT), "MLFLOW_TRACKING_URI": ""}
    begun = []
    for minutes in ("0.05", "0.05", "0"):
        command = [sys.executable, "-m", "training.tune", "--minutes", minutes]
        ran = subprocess.run(command, cwd=tmp_path, env=settings, capture_output=True, text=True)
        assert ran.returncode == 0, ran.stderr
        begun.append(read_json(tmp_path / "training/out/tune/tune.json")["trials"])
    assert 0 < begun[0] < begun[1] == begun[2]
    counted = (
        "import mlflow; client = mlflow.MlflowClient('sqlite:///mlflow.db');"
        "runs = client.search_runs(['1']);"
        "print(sum('mlflow.parentRunId' in run.data.tags for run in runs), len(runs))"
    )
    said = subprocess.run([sys.executable, "-c", counted], cwd=tmp_path, env=settings, capture_output=True, text=True)
    assert said.stdout.split() == [str(begun[2]), str(begun[2] + 1)]
