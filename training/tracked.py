"""What a run leaves in MLflow, and whether its model may be called champion; no MLflow in here."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.errors import BadInput
from data.files import read_json, read_params
from data.parameters import DEFAULT_SOURCE
from training.comparison import MODEL

EVALUATION, LOCK, BUNDLE = Path("training/evaluation.json"), Path("dvc.lock"), Path("serving/out/bundle")
TASKS = ("escalation", "resolver")
Flat = dict[str, Any]


@dataclass(frozen=True)
class Tracked:
    """One finished run: its key, its bundle's digest, its parameters and its report."""

    key: str
    bundle: str
    parameters: Flat
    report: dict[str, Any]


def finished_run(root: Path = Path()) -> Tracked:
    """Read the run that the stages before left on disk; raises BadInput where one of its files is missing."""
    for path in (EVALUATION, BUNDLE / "manifest.json"):
        if not (root / path).exists():
            raise BadInput("tracking", path, "is not there", "run all stages: make run")
    report, bundle = read_json(root / EVALUATION), read_json(root / BUNDLE / "manifest.json")["digest"]
    parameters = dict(flat(read_params(root / "params.yaml").model_dump(mode="json")))
    return Tracked(run_key(report, bundle, parameters), bundle, parameters, report)


def run_key(report: Mapping[str, Any], bundle: str, parameters: Flat) -> str:
    """Name a run by what went in and what came out: the same again is the same run."""
    said = json.dumps([report, bundle, parameters], sort_keys=True)
    return "sha256:" + hashlib.sha256(said.encode()).hexdigest()


def flat(nested: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Give settings one by one, named by their way down: ``split.seed``."""
    for name, value in nested.items():
        if isinstance(value, Mapping):
            yield from flat(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value


def figures(report: Mapping[str, Any]) -> dict[str, float]:
    """Give the headline figures of model, baselines and differences, each with its interval.

    Named ``task/method/metric``: MLflow's page makes a section of each part before a slash.
    """
    result: dict[str, float] = {}
    for task in TASKS:
        section = report[task]
        methods = {MODEL: section.get(MODEL, {})} | section.get("baselines", {})
        methods |= {f"gain_over_{name}": found for name, found in section.get("difference", {}).items()}
        if closed := section.get("gap_closed"):
            methods |= {"oracle": section["oracle"], "gap_closed": {"auc": closed}}
        for method, found in methods.items():
            for metric, figure in found.items():
                name = f"{task}/{method}/{metric}"
                result |= {name: figure["value"], f"{name}_low": figure["low"], f"{name}_high": figure["high"]}
    return result


def verdict(report: Mapping[str, Any]) -> tuple[str, str]:
    """Give the alias a model has earned, and why in one sentence.

    A champion beats every baseline: each interval of the paired difference in AUC lies above 0.
    """
    section = report["escalation"]
    differences = {
        name: section.get("difference", {}).get(name, {}).get("auc") for name in section.get("baselines", {})
    }
    unproven = [name for name, figure in differences.items() if figure is None or figure["low"] <= 0]
    if not differences:
        return "challenger", "challenger: there is no baseline to compare with"
    if not unproven:
        least = min(differences, key=lambda name: differences[name]["value"])
        figure = differences[least]
        gain = f"by {figure['value']:.3f} ({figure['low']:.3f} to {figure['high']:.3f})"
        return "champion", f"champion: its AUC beats every baseline, {least} {gain}"
    return "challenger", f"challenger: its AUC is not above {', '.join(unproven)} beyond doubt"


@dataclass(frozen=True)
class Champion:
    """The version that has the alias now: its source, its data and its AUC."""

    source: str
    data_digest: str
    auc: float


def may_replace(report: Mapping[str, Any], champion: Champion | None) -> tuple[bool, str]:
    """Say whether a model that beats its baselines takes the alias from the present champion, and why.

    On the same data the better AUC has it; the simulated desk never takes it from a real source; what was measured
    on different data cannot be compared, and there the newer run has it.
    """
    source, auc = report["source"], report["escalation"][MODEL]["auc"]["value"]
    if champion is None:
        return True, "there was no champion"
    if champion.data_digest == report["data_digest"]:
        known = f"AUC {auc:.4f} against the champion's {champion.auc:.4f} on the same data"
        return auc >= champion.auc, known
    if source == DEFAULT_SOURCE != champion.source:
        return False, f"the champion was trained on {champion.source}, and this on the simulated desk"
    return True, f"the last champion was measured on other data ({champion.source})"


def commit() -> str:
    """Give the commit of the code, marked where files differ from it."""
    try:
        found = subprocess.run(
            ["git", "describe", "--always", "--dirty", "--abbrev=40"], capture_output=True, text=True
        )
    except FileNotFoundError:
        return "unknown"
    return found.stdout.strip() or "unknown"
