"""What redaction costs the models on real tickets: the same run with it and without, compared on the same test part.

python -m tests.benchmarks.redaction_cost path/to/tickets.csv      about ten minutes

Both runs use the split of the redacted one, so that the models differ by the texts alone.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pandas as pd
import yaml

from data.errors import BadInput, exit_with_sentence
from data.files import read_json, read_params, read_table, write_json
from training.bootstrap import Resampling, bootstrap
from training.metrics import auc, mean

ROOT = Path(__file__).parents[2]
RESULT = Path("tests/benchmarks/redaction_cost.json")
STAGES = (
    *(f"data.{name}" for name in ("conversations", "labels", "split")),
    *(f"features.{name}" for name in ("embedding", "sentiment", "text_score", "history", "neighbours", "matrix")),
    *(f"training.{name}" for name in ("escalation", "resolver")),
)
SPLIT = Path("data/out/split/split.parquet")


def stage(module: str, folder: Path, *arguments: str) -> None:
    """Run one stage in a folder."""
    print(f"{folder.name}: {module}", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", module, *arguments]
    subprocess.run(command, cwd=folder, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=True, stdout=sys.stderr)


def trained(raw: Path, folder: Path, enabled: bool, split: Path | None = None) -> Path:
    """Train on the tickets with or without redaction, and with a split that is given; give the folder."""
    (folder / "data" / "raw").mkdir(parents=True)
    settings: dict[str, Any] = yaml.safe_load((ROOT / "params.yaml").read_text(encoding="utf-8"))
    settings["conversations"]["redaction"]["enabled"] = enabled
    (folder / "params.yaml").write_text(yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")
    stage("data.source", folder, "--name", "it_tickets", "--raw", str(raw))
    for module in STAGES:
        stage(module, folder)
        if module == "data.split" and split:
            shutil.copyfile(split, folder / SPLIT)
    return folder


def tested(folder: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give the test part's labels with the model's answers: for escalation and for the resolver."""
    split = read_table(folder / SPLIT).query("part == 'test' and first_of_template")[["conversation_id"]]
    labels, out = folder / "data/out/labels", folder / "training/out"
    scores = read_table(out / "escalation/scores.parquet")[["conversation_id", "sequence", "probability"]]
    ranked = read_table(out / "resolver/ranked.parquet")[["conversation_id", "ranked"]]
    escalation = read_table(labels / "escalation.parquet").merge(split).merge(scores)
    resolver = read_table(labels / "resolver.parquet").merge(split).merge(ranked)
    first = resolver["ranked"].str[0] == resolver["resolver_id"]
    routed = resolver.assign(first=first.astype(float))
    return escalation.sort_values("conversation_id"), routed.sort_values("conversation_id")


def compare(redacted: Path, plain: Path) -> dict[str, Any]:
    """Give AUC and top-1 of both runs with the paired difference."""
    settings = read_params(redacted / "params.yaml").evaluation
    how = Resampling(settings.bootstrap_samples, settings.confidence, settings.seed)
    (escalation, resolver), (escalation_plain, resolver_plain) = tested(redacted), tested(plain)
    if list(escalation["conversation_id"]) != list(escalation_plain["conversation_id"]):
        raise BadInput("split", SPLIT, "differs between the two runs", "report this: both should use the same one")
    labels = escalation["escalates"].to_numpy(float)
    both = {
        "auc": (
            {"redacted": partial(auc, labels, escalation["probability"].to_numpy()),
             "plain": partial(auc, labels, escalation_plain["probability"].to_numpy())},
            escalation["conversation_id"].tolist(),
        ),
        "top_1": (
            {"redacted": partial(mean, resolver["first"].to_numpy()),
             "plain": partial(mean, resolver_plain["first"].to_numpy())},
            resolver["conversation_id"].tolist(),
        ),
    }  # fmt: skip
    report: dict[str, Any] = {"data": read_json(redacted / "data/out/conversations/summary.json")["raw_digest"]}
    for metric, (statistics, names) in both.items():
        drawn = bootstrap(statistics, names, np.ones(len(names)), how)
        report[metric] = {name: drawn.figure(name) for name in statistics}
        report[metric]["difference"] = drawn.difference("redacted", "plain")
    return report


def main() -> None:
    """Read the command line, run both, keep and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("raw", type=Path, help="the tickets, a CSV file of the source it_tickets")
    raw = parser.parse_args().raw.resolve()
    if not raw.is_file():
        raise BadInput("raw", raw, "is not a file", "give the path of the tickets")
    with TemporaryDirectory(prefix="escalation-redaction-") as name:
        redacted = trained(raw, Path(name) / "redacted", enabled=True)
        plain = trained(raw, Path(name) / "plain", enabled=False, split=redacted / SPLIT)
        report = compare(redacted, plain)
    write_json(RESULT, report)
    for metric in ("auc", "top_1"):
        for name, figure in report[metric].items():
            print(f"{metric} {name}: {figure['value']:.4f} ({figure['low']:.4f} to {figure['high']:.4f})")


if __name__ == "__main__":
    exit_with_sentence(main)
