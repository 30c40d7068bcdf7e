"""Give the champion's alias back to the version before, in one step, and fetch its bundle.

python -m training.rollback --reason "alarms doubled"   roll back; also `make rollback REASON="alarms doubled"`
python -m training.rollback --history                   who promoted or rolled back what, when and why
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from data.errors import BadInput, exit_with_sentence, shorten
from data.files import read_params
from training.promotions import Change, champion_version, changes, move_champion, version_before
from training.tracking import load_mlflow, tracking_uri

OUT = Path("training/out/rollback")  # No stage's output.


def roll_back(mlflow: Any, model: str, reason: str, by: str | None, folder: Path = OUT) -> tuple[Change, Path]:
    """Move the alias to the version before; its bundle is fetched first, so that a failure changes nothing."""
    client = mlflow.MlflowClient()
    version = version_before(changes(client, model), champion_version(client, model))
    kept = folder / f"version_{version}"
    kept.mkdir(parents=True, exist_ok=True)
    run_id = client.get_model_version(model, version).run_id
    bundle = mlflow.artifacts.download_artifacts(run_id=run_id, artifact_path="bundle", dst_path=str(kept))
    return move_champion(client, model, "rollback", version, reason, by), Path(bundle)


def main() -> None:
    """Roll back, or show the history."""
    parser = argparse.ArgumentParser(prog="python -m training.rollback", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--reason", help="why, for those who read the history later")
    parser.add_argument("--by", help="your name (default: the user of this machine)")
    parser.add_argument("--history", action="store_true", help="show all promotions and rollbacks, change nothing")
    given, model = parser.parse_args(), read_params().tracking.model
    if not given.history and not (given.reason or "").strip():
        raise BadInput("--reason", given.reason or "", "is missing", 'say why: --reason "alarms doubled"')
    mlflow = load_mlflow()
    try:
        if given.history:
            found = changes(mlflow.MlflowClient(), model)
            print("\n".join(map(str, found)) or "no version was ever made champion")
            return
        change, bundle = roll_back(mlflow, model, given.reason, given.by)
    except mlflow.exceptions.MlflowException as error:
        problem = f"could not be used ({shorten(error)})"
        fix = "start that server, or log a run first: make run"
        raise BadInput("MLFLOW_TRACKING_URI", tracking_uri(), problem, fix) from None
    print(f"{change}\nserve it: ESCALATION_BUNDLE={bundle} make serve")


if __name__ == "__main__":
    exit_with_sentence(main)
