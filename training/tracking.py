"""STAGE tracking: log the whole run once to MLflow; the only module that imports it.

    python -m training.tracking                        log the run, unless MLflow has it already
    python -m training.tracking --registered DIGEST    print version and alias of the bundle with this digest

``MLFLOW_TRACKING_URI`` chooses the server; without it everything is in ``mlflow.db`` and ``mlartifacts/`` here.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, cast

import pyarrow.parquet as pq

from data.errors import BadInput, exit_with_sentence, shorten
from data.files import read_json, read_params, refuse_a_temporary_copy, write_json
from data.parameters import Tracking
from training import logged_model
from training.lookup import champion, earlier
from training.promotions import give_alias
from training.tracked import (
    BUNDLE,
    EVALUATION,
    LOCK,
    Tracked,
    commit,
    figures,
    finished_run,
    may_replace,
    verdict,
)

OUT = Path("training/out/tracking")
PICTURES = Path("training/out/evaluation")
DATABASE, ARTEFACTS = Path("mlflow.db"), Path("mlartifacts")
LOCAL = f"sqlite:///{DATABASE}"
MATRIX = Path("features/out/matrix")
MODELS = {
    "escalation": (Path("training/out/escalation"), MATRIX / "escalation.parquet"),
    "resolver": (Path("training/out/resolver"), MATRIX / "pairs.parquet"),
}
PATIENCE_SECONDS = 60


def load_mlflow() -> Any:
    """Import MLflow, which takes 2 to 3 seconds and 170 MB, with its telemetry and its chatter off."""
    os.environ["MLFLOW_DISABLE_TELEMETRY"] = "true"
    os.environ.setdefault("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "2")  # By default it retries for minutes.
    import mlflow

    for name in ("mlflow", "alembic"):
        logging.getLogger(name).setLevel(logging.WARNING)
    mlflow.set_tracking_uri(tracking_uri())
    return mlflow


def tracking_uri() -> str:
    """Give the server's address, or the database in the current folder."""
    return os.environ.get("MLFLOW_TRACKING_URI") or LOCAL


def is_local() -> bool:
    """Say whether runs are kept in the current folder."""
    return tracking_uri() == LOCAL  # MLflow sets the variable itself, so that it is there says nothing.


def experiment_id(mlflow: Any, name: str) -> str:
    """Find the experiment or make it; here its artefacts get one folder, a server decides for itself."""
    client = mlflow.MlflowClient()
    if found := client.get_experiment_by_name(name):
        return str(found.experiment_id)
    return str(client.create_experiment(name, ARTEFACTS.resolve().as_uri() if is_local() else None))


def log_once(run: Tracked, settings: Tracking) -> dict[str, str]:
    """Log the run and register its model, unless MLflow has both; give run id, version and alias."""
    mlflow = load_mlflow()
    alias, reason = verdict(run.report)
    try:
        experiment = experiment_id(mlflow, settings.experiment)
        result = earlier(mlflow, run, settings, experiment)
        if result:
            print(f"tracking: this run is in MLflow already, as version {result['version']}")
        else:
            result = log(mlflow, run, settings, experiment)
            print(f"tracking: logged as version {result['version']} of model {settings.model}")
        if alias == "champion":
            earned, known = may_replace(run.report, champion(mlflow, settings.model))
            alias, reason = ("champion", f"{reason}; {known}") if earned else ("challenger", f"challenger: {known}")
        alias, reason = give_alias(mlflow.MlflowClient(), settings.model, result["version"], alias, reason)
    except mlflow.exceptions.MlflowException as error:
        problem = f"could not be used ({shorten(error)})"
        fix = "start that server, or unset it to use mlflow.db; an mlflow.db of another version: move it away"
        raise BadInput("MLFLOW_TRACKING_URI", tracking_uri(), problem, fix) from None
    print(f"tracking: {reason}")
    return result | {"alias": alias}


def log(mlflow: Any, run: Tracked, settings: Tracking, experiment: str) -> dict[str, str]:
    """Log parameters, figures, pictures, files, bundle and models as a new run."""
    print("tracking: logging parameters, figures, pictures, bundle and models to MLflow", flush=True)
    made_at = datetime.now(UTC)
    name = f"{run.report['source']} {made_at:%Y-%m-%d %H:%M}"
    with mlflow.start_run(experiment_id=experiment, run_name=name) as active:
        mlflow.set_tags(
            {
                "run_key": run.key,
                "bundle": run.bundle,
                "data_digest": run.report["data_digest"],
                "source": run.report["source"],
                "date": made_at.isoformat(timespec="seconds"),
                "commit": commit(),
            }
        )
        mlflow.log_params(run.parameters)
        mlflow.log_metrics(figures(run.report))
        for path in (EVALUATION, LOCK):
            if path.exists():
                mlflow.log_artifact(str(path))
        mlflow.log_artifacts(str(PICTURES), "evaluation")
        mlflow.log_artifacts(str(BUNDLE), "bundle")
        version_number = log_models(mlflow, settings.model)
        mlflow.MlflowClient().set_model_version_tag(settings.model, version_number, "bundle", run.bundle)
        return {"run_id": active.info.run_id, "version": version_number}


def log_models(mlflow: Any, registered_name: str) -> str:
    """Log both models, signed and with an example, register the escalation one and give its version."""
    versions = {}
    for name, (folder, matrix) in MODELS.items():
        if not (folder / "model.txt").exists() or not pq.read_metadata(matrix).num_rows:
            continue  # A source that names no resolver trains none.
        columns = read_json(folder / "features.json")
        example = next(pq.ParquetFile(matrix).iter_batches(3, columns=columns)).to_pandas()[columns].astype(float)
        with tempfile.TemporaryDirectory() as temporary:
            kept = Path(temporary) / name
            shutil.copytree(folder, kept, ignore=shutil.ignore_patterns("*.parquet"))
            info = mlflow.pyfunc.log_model(
                name=name,
                loader_module="logged_model",
                data_path=str(kept),
                code_paths=[str(logged_model.__file__)],
                input_example=example,
                signature=mlflow.models.infer_signature(
                    example.fillna(0.0), logged_model.LoggedModel(kept).predict(example)
                ),
                pip_requirements=[f"{package}=={version(package)}" for package in ("lightgbm", "numpy", "pandas")],
                registered_model_name=registered_name if name == "escalation" else None,
            )
        versions[name] = str(info.registered_model_version)
    return versions["escalation"]


def registered(bundle: str) -> dict[str, str | None] | None:
    """Give version and alias under which MLflow knows a bundle; None when it does not, or does not answer.

    Asked in a process of its own, since importing MLflow would cost the service 2 to 3 seconds and 170 MB; call it
    from a thread to start without waiting.
    """
    if is_local() and not DATABASE.exists():
        return None
    question = [sys.executable, "-m", "training.tracking", "--registered", bundle]
    try:
        answer = subprocess.run(question, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=True)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        print(f"MLflow does not answer, version and alias stay unknown: {shorten(error)}", file=sys.stderr, flush=True)
        return None
    return cast("dict[str, str | None] | None", json.loads(answer.stdout.strip().splitlines()[-1]))


def find_registered(bundle: str, model: str) -> dict[str, str | None] | None:
    """Look the bundle up among the model's versions, the newest first."""
    client = load_mlflow().MlflowClient()
    query = f"name = '{model}' and tag.bundle = '{bundle}'"
    if not (found := client.search_model_versions(query, max_results=1, order_by=["version_number DESC"])):
        return None
    number = found[0].version
    aliases = sorted(client.get_model_version(model, number).aliases)
    return {"version": str(number), "alias": aliases[0] if aliases else None}


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n\n")[0])
    parser.add_argument("--registered", metavar="DIGEST", help="print version and alias of this bundle, log nothing")
    digest, settings = parser.parse_args().registered, read_params().tracking
    if digest:
        print(json.dumps(find_registered(digest, settings.model)))
    else:
        refuse_a_temporary_copy(Path.cwd())  # This stage alone is never restored from the cache.
        run = finished_run()
        log_once(run, settings)
        # Only digests: MLflow's own run id and version are others on each machine, and this is a DVC output.
        write_json(OUT / "run.json", {"run_key": run.key, "bundle": run.bundle})


if __name__ == "__main__":
    exit_with_sentence(main)
