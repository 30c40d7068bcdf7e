"""What MLflow already has: the present champion, and an earlier log of the same run; MLflow comes as an argument."""

from __future__ import annotations

from typing import Any

from data.parameters import Tracking
from training.tracked import Champion, Tracked


def champion(mlflow: Any, model: str) -> Champion | None:
    """Find the present champion and what its run reached."""
    client = mlflow.MlflowClient()
    try:
        run = client.get_run(client.get_model_version_by_alias(model, "champion").run_id).data
    except mlflow.exceptions.MlflowException:
        return None
    return Champion(run.tags["source"], run.tags["data_digest"], run.metrics["escalation/model/auc"])


def earlier(mlflow: Any, run: Tracked, settings: Tracking, experiment: str) -> dict[str, str] | None:
    """Find the same run, finished and with its model still registered."""
    client = mlflow.MlflowClient()
    query = f"tags.run_key = '{run.key}' and attributes.status = 'FINISHED'"
    for found in client.search_runs([experiment], query):
        run_id = found.info.run_id
        for kept in client.search_model_versions(f"name = '{settings.model}' and run_id = '{run_id}'"):
            return {"run_id": run_id, "version": str(kept.version)}
    return None
