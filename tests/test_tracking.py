from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
import pandas as pd
import pytest

from data.errors import BadInput
from data.files import read_json, write_json, write_table
from training.escalation import Calibration, EscalationModel
from training.logged_model import LoggedModel
from training.tracked import Champion, figures, finished_run, flat, may_replace, run_key, verdict

ROOT = Path(__file__).parent.parent
BUNDLE, OTHER_BUNDLE = "sha256:" + "ab" * 32, "sha256:" + "cd" * 32
LOAD = f"""
import json, mlflow, pandas as pd
from training.tracking import find_registered
registered = [find_registered(digest, "escalation") for digest in ({BUNDLE!r}, {OTHER_BUNDLE!r}, "sha256:none")]
client = mlflow.MlflowClient()
version = client.get_model_version_by_alias("escalation", "champion")
model = mlflow.pyfunc.load_model("models:/escalation@champion")
rows = pd.read_parquet("features/out/matrix/escalation.parquet")
run = client.get_run(version.run_id)
print(json.dumps(dict(
    registered=registered,
    probabilities=model.predict(rows[["first", "second"]])["probability"].tolist(),
    inputs=model.metadata.signature.inputs.input_names(),
    runs=len(client.search_runs([run.info.experiment_id])),
    auc=run.data.metrics["escalation/model/auc"],
    seed=run.data.params["split.seed"],
    tags=sorted(run.data.tags),
    pictures=[found.path for found in client.list_artifacts(run.info.run_id, "evaluation")],
    files=[found.path for found in client.list_artifacts(run.info.run_id)],
)))
"""


def figure(value: float, low: float, high: float) -> dict[str, float]:
    return {"value": value, "low": low, "high": high, "n": 100}


def made_report(low: float) -> dict[str, Any]:
    """A report whose model is .02 better than its stronger baseline, with ``low`` as the end of that interval."""
    auc = {"auc": figure(0.9, 0.88, 0.92)}
    differences = {"prior": {"auc": figure(0.4, 0.3, 0.5)}, "tfidf_logistic": {"auc": figure(0.02, low, 0.03)}}
    escalation = {"model": auc, "baselines": {"prior": auc, "tfidf_logistic": auc}, "difference": differences}
    return {"source": "made_up", "data_digest": "sha256:1", "escalation": escalation, "resolver": {"absent": ["all"]}}


@pytest.fixture(scope="module")
def model() -> EscalationModel:
    """A tiny trained model of two columns."""
    generator = np.random.default_rng(0)
    values = generator.random((300, 2))
    data = lightgbm.Dataset(values, (values[:, 0] > 0.5).astype(int), feature_name=["first", "second"])
    booster = lightgbm.train({"objective": "binary", "verbosity": -1, "num_threads": 1}, data, 10)
    return EscalationModel(booster, ["first", "second"], Calibration(1.3, -0.2))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, model: EscalationModel) -> Path:
    """What the stages before tracking leave on disk, made small."""
    tmp_path = tmp_path_factory.mktemp("run")
    shutil.copy(ROOT / "params.yaml", tmp_path)
    change(tmp_path, made_report(0.01), BUNDLE)
    pictures = tmp_path / "training/out/evaluation"
    pictures.mkdir(parents=True)
    (pictures / "roc_pr.png").write_bytes(b"\x89PNG")
    model.save(tmp_path / "training/out/escalation")
    rows = pd.DataFrame(np.random.default_rng(1).random((20, 2)), columns=["first", "second"])
    write_table(tmp_path / "features/out/matrix/escalation.parquet", rows.assign(conversation_id="c", part="test"))
    return tmp_path


def change(folder: Path, report: dict[str, Any], bundle: str) -> None:
    write_json(folder / "training/evaluation.json", report)
    write_json(folder / "serving/out/bundle/manifest.json", {"format": 1, "digest": bundle})


def track(
    folder: Path, *arguments: str, module: str = "training.tracking", **settings: str
) -> subprocess.CompletedProcess[str]:
    # In a process of its own: the stage reads the folder it stands in, and MLflow keeps global state.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MLFLOW")}
    environment = kept | {"PYTHONPATH": str(ROOT)} | settings
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)


@pytest.fixture(scope="module")
def printed(folder: Path) -> list[str]:
    """What the stage printed for a run, for the same run again, and for a worse one with another bundle."""
    done = [track(folder), track(folder)]
    change(folder, made_report(-0.001), OTHER_BUNDLE)
    done.append(track(folder))
    assert [process.returncode for process in done] == [0, 0, 0], [process.stderr for process in done]
    return [process.stdout for process in done]


@pytest.fixture(scope="module")
def kept(folder: Path, printed: list[str]) -> dict[str, Any]:
    """What MLflow has after that."""
    assert printed
    settings = {**os.environ, "MLFLOW_DISABLE_TELEMETRY": "true", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", LOAD], cwd=folder, env=settings, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_a_run_is_logged_once(printed: list[str], kept: dict[str, Any]) -> None:
    assert "logged as version 1" in printed[0]
    assert "in MLflow already, as version 1" in printed[1]
    assert "logged as version 2" in printed[2]
    assert kept["runs"] == 2


def test_only_a_proven_model_becomes_champion(printed: list[str], kept: dict[str, Any], folder: Path) -> None:
    assert "champion: its AUC beats every baseline" in printed[1]
    assert "challenger: its AUC is not above tfidf_logistic beyond doubt" in printed[2]
    versions = [{"version": "1", "alias": "champion"}, {"version": "2", "alias": "challenger"}, None]
    assert kept["registered"] == versions
    assert read_json(folder / "training/out/tracking/run.json")["bundle"] == OTHER_BUNDLE


def test_the_registered_model_answers_with_our_probabilities(
    kept: dict[str, Any], folder: Path, model: EscalationModel
) -> None:
    rows = pd.read_parquet(folder / "features/out/matrix/escalation.parquet")[["first", "second"]]
    expected = model.probability(rows.to_numpy(float), ["first", "second"])
    assert kept["probabilities"] == pytest.approx(expected.tolist(), abs=1e-12)
    assert kept["inputs"] == ["first", "second"]
    assert list((folder / "mlartifacts").rglob("*.pkl")) == []


def test_a_run_shows_parameters_figures_pictures_and_files(kept: dict[str, Any], folder: Path) -> None:
    assert (kept["auc"], kept["seed"]) == (0.9, "0")
    assert {"commit", "date", "source", "data_digest", "bundle"} <= set(kept["tags"])
    assert kept["pictures"] == ["evaluation/roc_pr.png"]
    assert {"bundle", "evaluation.json"} <= set(kept["files"])
    assert not (folder / "mlruns").exists()


def test_serving_asks_for_version_and_alias_on_the_command_line(folder: Path, printed: list[str]) -> None:
    assert printed
    assert track(folder, "--registered", BUNDLE).stdout.strip() == '{"version": "1", "alias": "champion"}'


def test_a_rollback_is_one_step_and_stays(tmp_path: Path, folder: Path, printed: list[str]) -> None:
    assert printed
    own = tmp_path / "own"
    shutil.copytree(folder, own, ignore=shutil.ignore_patterns("mlflow.db", "mlartifacts"))
    for auc, bundle in ((0.9, BUNDLE), (0.91, OTHER_BUNDLE)):
        report = made_report(0.01)
        report["escalation"]["model"]["auc"]["value"] = auc
        change(own, report, bundle)
        assert "champion: its AUC beats" in track(own).stdout
    refused = track(own, module="training.rollback")
    assert refused.returncode == 2
    assert "--reason" in refused.stderr
    done = track(own, "--reason", "alarms doubled", "--by", "Ada", module="training.rollback")
    assert "rollback by Ada: version 2 to 1; alarms doubled" in done.stdout, done.stderr
    fetched = Path(done.stdout.partition("ESCALATION_BUNDLE=")[2].split()[0])
    assert read_json(own / fetched / "manifest.json")["digest"] == BUNDLE
    assert track(own, "--registered", BUNDLE).stdout.strip() == '{"version": "1", "alias": "champion"}'
    assert "challenger: " in (again := track(own).stdout)
    assert "rollback by Ada" in again
    assert track(own, "--registered", BUNDLE).stdout.strip() == '{"version": "1", "alias": "champion"}'
    history = track(own, "--history", module="training.rollback").stdout.splitlines()
    assert [("promotion" in line, "rollback" in line) for line in history] == [
        (True, False),
        (True, False),
        (False, True),
    ]
    further = track(own, "--reason", "further", module="training.rollback")
    assert further.returncode == 2
    assert "replaced no earlier champion" in further.stderr


def test_without_a_database_nothing_is_registered_and_none_is_made(tmp_path: Path) -> None:
    code = f"from training.tracking import registered; print(registered({BUNDLE!r}))"
    settings = {name: value for name, value in os.environ.items() if not name.startswith("MLFLOW")}
    settings["PYTHONPATH"] = str(ROOT)
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=settings, capture_output=True, text=True)
    assert done.stdout.strip() == "None", done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_does_not_answer_is_one_sentence(folder: Path) -> None:
    done = track(folder, MLFLOW_TRACKING_URI="http://127.0.0.1:9", MLFLOW_HTTP_REQUEST_MAX_RETRIES="0")
    assert done.returncode == 2
    assert done.stderr.startswith("error: MLFLOW_TRACKING_URI: 'http://127.0.0.1:9'")
    assert "Traceback" not in done.stderr


def test_a_missing_bundle_is_named(tmp_path: Path) -> None:
    write_json(tmp_path / "training/evaluation.json", made_report(0.01))
    with pytest.raises(BadInput, match=r"manifest\.json' is not there"):
        finished_run(tmp_path)


@pytest.mark.parametrize(
    ("low", "alias"), [(0.001, "champion"), (0.0, "challenger"), (-0.01, "challenger")]
)  # fmt: skip
def test_a_champion_beats_every_baseline_beyond_doubt(low: float, alias: str) -> None:
    found, reason = verdict(made_report(low))
    assert found == alias
    assert reason.startswith(alias)


def test_no_champion_where_a_difference_is_not_defined() -> None:
    report = made_report(0.01)
    del report["escalation"]["difference"]["prior"]
    assert verdict(report)[0] == "challenger"
    report["escalation"]["baselines"] = {}
    assert verdict(report)[0] == "challenger"


def test_a_key_follows_report_bundle_and_parameters() -> None:
    key = run_key(made_report(0.01), BUNDLE, {"split.seed": 0})
    assert key == run_key(made_report(0.01), BUNDLE, {"split.seed": 0})
    others = [
        run_key(made_report(0.02), BUNDLE, {"split.seed": 0}),
        run_key(made_report(0.01), "sha256:2", {"split.seed": 0}),
        run_key(made_report(0.01), BUNDLE, {"split.seed": 1}),
    ]
    assert len({key, *others}) == 4


def test_settings_and_figures_are_named_by_their_way_down() -> None:
    assert dict(flat({"split": {"seed": 0, "folds": 5}, "more": {"deep": {"list": [1]}}})) == {
        "split.seed": 0,
        "split.folds": 5,
        "more.deep.list": [1],
    }
    found = figures(made_report(0.01))
    assert found["escalation/model/auc"] == 0.9
    assert found["escalation/gain_over_tfidf_logistic/auc_low"] == 0.01


def test_the_kept_model_takes_columns_in_any_order(model: EscalationModel, tmp_path: Path) -> None:
    model.save(tmp_path)
    rows = pd.DataFrame(np.random.default_rng(4).random((9, 2)), columns=["first", "second"])
    found = LoggedModel(tmp_path).predict(rows[["second", "first"]])["probability"]
    assert found.tolist() == pytest.approx(model.probability(rows.to_numpy(), ["first", "second"]).tolist(), abs=1e-12)
    (tmp_path / "calibration.json").unlink()
    assert LoggedModel(tmp_path).predict(rows).columns.tolist() == ["score"]


@pytest.mark.parametrize(
    ("champion", "expected"),
    [
        (None, True),
        (Champion("it_tickets", "same", 0.5), True),
        (Champion("it_tickets", "same", 0.99), False),
        (Champion("it_tickets", "other", 0.99), True),
    ],
)
def test_a_champion_gives_way_to_a_better_one_or_to_other_data(champion: Champion | None, expected: bool) -> None:
    report = made_report(0.01) | {"source": "it_tickets", "data_digest": "same"}
    assert may_replace(report, champion)[0] is expected


def test_the_simulated_desk_never_replaces_a_real_one() -> None:
    report = made_report(0.01) | {"source": "simulated", "data_digest": "same"}
    assert not may_replace(report, Champion("it_tickets", "other", 0.1))[0]
    assert may_replace(report, Champion("simulated", "other", 0.9))[0]
