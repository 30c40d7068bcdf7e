"""STAGE bundle: everything serving loads, in one folder, with a digest per file and no pickle."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from data.errors import exit_with_sentence
from data.files import CONVERSATIONS, read_params, write_json
from data.parameters import Bundle as Parameters
from features.embedding import ENCODER
from features.matrix import OUT as MATRIX
from features.neighbours import OUT as NEIGHBOURS
from features.past_cases import OUT as HISTORY
from features.sentiment import MODEL as SENTIMENT_MODEL
from features.text_score import folder_of
from serving.manifest import write_manifest
from training.escalation import OUT as ESCALATION
from training.evaluation import OUT as EVALUATION
from training.resolver import OUT as RESOLVER
from training.severity import FILE as MATRICES_FILE

OUT = Path("serving/out/bundle")
MATRICES = "matrices.yaml"
MODEL_FILES = ("model.txt", "features.json", "calibration.json")


def parts() -> dict[str, Path]:
    """Name every file of the bundle and where the pipeline left it."""
    found: dict[str, Path] = {
        MATRICES: MATRICES_FILE,
        "policy.json": EVALUATION / "policy.json",
        "columns.json": MATRIX / "columns.json",
        "settings.json": MATRIX / "settings.json",
        "resolvers.parquet": CONVERSATIONS / "resolvers.parquet",
    }
    folders = {"encoder": ENCODER, "text_score": folder_of(None), "neighbours": NEIGHBOURS, "history": HISTORY}
    folders["sentiment"] = SENTIMENT_MODEL  # Empty where the lexicon does it.
    for name, folder in folders.items():
        found |= {f"{name}/{path.relative_to(folder)}": path for path in sorted(folder.rglob("*")) if path.is_file()}
    for name, folder in {"escalation": ESCALATION, "resolver": RESOLVER}.items():
        found |= {f"{name}/{file}": folder / file for file in MODEL_FILES if (folder / file).exists()}
    return found


def write_bundle(sources: dict[str, Path], answer: dict[str, Any], folder: Path) -> str:
    """Copy all parts, write the manifest and give the bundle's digest; ``answer`` says how much an answer shows."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, path in sources.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, folder / name)
    write_json(folder / "answer.json", answer)
    return write_manifest(folder)


def main() -> None:
    """Pack the bundle."""
    parameters: Parameters = read_params().bundle
    digest = write_bundle(parts(), parameters.model_dump(), OUT)
    size = sum(path.stat().st_size for path in OUT.rglob("*") if path.is_file()) / 1e6
    print(f"bundle {digest[:19]}… in {OUT}, {size:.0f} MB")


if __name__ == "__main__":
    exit_with_sentence(main)
