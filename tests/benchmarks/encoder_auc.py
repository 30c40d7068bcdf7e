"""What the full model on the real tickets is worth with another encoder's vectors, split and all else being equal."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pandas as pd
import yaml

from data.files import read_conversations, read_json, read_table
from features.embedding import OUT, distinct
from features.families import family_of
from features.language import detected
from features.matrix import OUT as MATRIX
from tests.benchmarks.redaction_cost import stage, trained
from training.bootstrap import Resampling, bootstrap
from training.escalation import fit
from training.metrics import auc

KEYS = ["conversation_id", "sequence"]
STAGES = ("features.neighbours", "features.matrix", "training.escalation")
OF_MEANING = ("neighbours", "repetition")  # Families that rest on vectors.
HOW = Resampling(1000, 0.95, 0)


def compare_models(raw: Path, reference: Any) -> dict[str, Any]:
    """Give the AUC of the full model with our vectors, the reference's and a static encoder's, and differences."""
    with TemporaryDirectory() as root:
        ours = trained(raw, Path(root, "ours"), enabled=True)
        theirs = with_vectors(ours, Path(root, "reference"), reference)
        static = with_static(ours, Path(root, "static"))
        found = {name: scored(folder) for name, folder in (("ours", ours), ("reference", theirs), ("static", static))}
        labels = found["ours"]
        statistics = {
            name: partial(auc, labels.escalates.to_numpy(float), t.probability.to_numpy()) for name, t in found.items()
        }
        draws = bootstrap(statistics, labels.conversation_id.tolist(), np.ones(len(labels)), HOW)
        return {
            "auc": {name: draws.figure(name) for name in found},
            "difference": {name: draws.difference(name, "reference") for name in found if name != "reference"},
            "languages": by_language(ours),
        }


def copied(run: Path, folder: Path) -> Path:
    """Copy a finished run."""
    shutil.copytree(run, folder)
    return folder


def with_vectors(run: Path, folder: Path, reference: Any) -> Path:
    """Rerun what rests on vectors with those of SentenceTransformer.encode."""
    copied(run, folder)
    texts = distinct(m.words for case in read_conversations(folder / "data/out/conversations") for m in case.messages)
    np.save(folder / OUT / "vectors.npy", reference.encode(texts, normalize_embeddings=True, show_progress_bar=True))
    for module in STAGES:
        stage(module, folder)
    return folder


def with_static(run: Path, folder: Path) -> Path:
    """Rerun everything with a static encoder distilled from the default."""
    copied(run, folder)
    stage("features.static_encoder", folder, "--out", "static")
    settings = yaml.safe_load((folder / "params.yaml").read_text(encoding="utf-8"))
    settings["embedding"]["model"] = "static"
    (folder / "params.yaml").write_text(yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")
    for module in ("features.embedding", *STAGES):
        stage(module, folder)
    return folder


def scored(folder: Path) -> pd.DataFrame:
    """Give probability and label of the test part, one row a template."""
    scores = read_table(folder / "training/out/escalation/scores.parquet").query("part == 'test'")
    labels = read_table(folder / "data/out/labels/escalation.parquet")
    split = read_table(folder / "data/out/split/split.parquet")[["conversation_id", "first_of_template"]]
    return scores.merge(labels, on=KEYS).merge(split, on="conversation_id").query("first_of_template").sort_values(KEYS)


def by_language(folder: Path) -> dict[str, Any]:
    """Give the AUC on German and on English tickets, with and without the families that rest on vectors."""
    from data.model_settings import Escalation

    rows = read_table(folder / MATRIX / "escalation.parquet").merge(
        read_table(folder / "data/out/labels/escalation.parquet"), on=KEYS
    )
    columns = list(read_json(folder / MATRIX / "columns.json")["escalation"])
    parameters = Escalation(**yaml.safe_load((folder / "params.yaml").read_text(encoding="utf-8"))["escalation"])
    kept = {"all families": columns, "without vectors": [c for c in columns if family_of(c) not in OF_MEANING]}
    words = {
        case.conversation_id: case.messages[0].words for case in read_conversations(folder / "data/out/conversations")
    }
    test = rows[rows.part == "test"]
    told = np.array([detected(words[name]) for name in test.conversation_id], object)
    found: dict[str, Any] = {}
    models = {name: fit(rows, own, parameters) for name, own in kept.items()}
    for language in ("de", "en"):
        own = test[told == language]
        statistics = {
            name: partial(
                auc, own.escalates.to_numpy(float), model.probability(own[kept[name]].to_numpy(float), kept[name])
            )
            for name, model in models.items()
        }
        draws = bootstrap(statistics, own.conversation_id.tolist(), np.ones(len(own)), HOW)
        found[language] = {"auc": {name: draws.figure(name) for name in kept},
                           "vectors_add": draws.difference("all families", "without vectors")}  # fmt: skip
    return found
