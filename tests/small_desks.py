"""Small made-up desks of every kind, and all stages on one of them, in a folder of its own and without the encoder."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import yaml

import data.labels
import data.split
import features.history
import features.matrix
import features.neighbours
import features.sentiment
import features.text_score
import serving.bundle
import training.baselines
import training.escalation
import training.evaluation
import training.resolver
from data.files import iter_conversations, read_json, write_json, write_table
from data.tables import TABLES
from data.writing import canonical_tables
from features.embedding import OUT as EMBEDDING
from features.embedding import digest, distinct
from features.encoder import SETTINGS
from serving.predictor import Predictor
from tests.conftest import ROOT
from tests.handmade import after, encode_by_words

STAGES = (
    data.labels, data.split, features.sentiment, features.text_score, features.history, features.neighbours,
    features.matrix, training.escalation, training.resolver, training.baselines, training.evaluation, serving.bundle,
)  # fmt: skip
TABLES_FOLDER = "data/out/conversations"
TOPICS = ("printer", "invoice", "login", "parcel", "screen", "mailbox", "order", "refund")


@dataclass(frozen=True)
class Desk:
    """How a desk differs from the plain one: a chat with texts and a clock, whose resolvers are not named."""

    authors: tuple[str, ...] = ("customer", "agent")
    clock: bool = True
    intents: bool = False
    longest: int = 5
    turn_label: str = ""
    resolver: Callable[[int], str | None] = lambda _: None
    escalates: Callable[[int, bool], bool | None] = lambda _, angry: angry
    attributes: Callable[[int, bool], dict[str, Any]] = lambda _, __: {}
    conversations: int = 150

    def rows(self) -> dict[str, list[dict[str, Any]]]:
        """Give the rows of the canonical tables; a third of the cases is angry, and most of these say so."""
        chance = random.Random(5)
        rows: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
        for number in range(self.conversations):
            name, angry = {"conversation_id": f"c{number:04}"}, chance.random() < 0.35
            opened = {"opened_at": after(60 * number)} if self.clock else {}
            rows["conversations"].append({**name, **opened, "attributes": self.attributes(number, angry)})
            for place in range(chance.randint(min(2, self.longest), self.longest)):
                author = self.authors[place % len(self.authors)]
                sent = {"sent_at": after(60 * number + 5 * place)} if self.clock else {}
                said = self.said(chance, angry, number)
                rows["messages"].append({**name, "sequence": place, "author": author, **sent, **said})
                if self.turn_label and author == "customer":
                    value = float(angry and chance.random() < 0.8)
                    label = {"sequence": place, "target": self.turn_label, "value": value}
                    rows["turn_labels"].append(name | label)
            if not self.turn_label:
                ending = {"escalated": self.escalates(number, angry), "resolver_id": self.resolver(number)}
                rows["outcomes"].append(name | ending)
        return rows

    def said(self, chance: random.Random, angry: bool, number: int) -> dict[str, str]:
        """Give what a message says."""
        upset = angry and chance.random() < 0.7
        if self.intents:
            return {"intent": "not_understood" if upset else chance.choice(["greet", "ask_refund", "thank"])}
        words = " ".join(chance.choice(TOPICS) for _ in range(4))
        return {"text": f"{words} {'still broken, angry' if upset else 'please, thanks'} {number}"}


def store(desk: Desk, folder: Path) -> None:
    """Write a desk's tables, settings that take little time, and vectors that need no encoder."""
    store_settings(folder)
    with canonical_tables(folder / TABLES_FOLDER) as writers:
        for name, rows in desk.rows().items():
            writers[name].add([TABLES[name].model_validate(row) for row in rows])
    store_vectors(folder, "small_desk")


def store_settings(folder: Path) -> None:
    """Write settings that take little time."""
    settings = yaml.safe_load((ROOT / "params.yaml").read_text(encoding="utf-8"))
    settings["escalation"]["rounds"] = settings["resolver"]["rounds"] = 40
    settings["baselines"] |= {"naive_rounds": 5, "naive_multiclass_rounds": 5}
    settings["evaluation"]["bootstrap_samples"] = 100
    (folder / "params.yaml").write_text(yaml.safe_dump(settings), encoding="utf-8")


def store_vectors(folder: Path, source: str) -> None:
    """Write what the stages read beside the tables: a summary, and vectors that need no encoder."""
    redaction = yaml.safe_load((folder / "params.yaml").read_text(encoding="utf-8"))["conversations"]["redaction"]
    tables = folder / TABLES_FOLDER
    write_json(tables / "summary.json", {"source": source, "simulated": None, "redaction": redaction})
    texts = distinct(message.words for case in iter_conversations(tables) for message in case.messages)
    store_encodings(folder / EMBEDDING, texts)


def store_encodings(folder: Path, texts: list[str]) -> None:
    """Write what the stage embedding would, of an encoder that counts words."""
    found = encode_by_words(texts)
    names = {"digest": [digest(text) for text in texts], "tokens": found.tokens, "left_out": found.left_out}
    write_table(folder / "texts.parquet", pa.table(names))
    np.save(folder / "vectors.npy", found.vectors)
    write_json(folder / "encoder" / SETTINGS, {"model": "words", "backend": "onnx"})
    write_json(folder / "summary.json", {"truncated_share": 0.0})


@dataclass(frozen=True)
class Ran:
    """What a run left: its folder, its report and what answers from its bundle."""

    folder: Path
    report: dict[str, Any]
    predictor: Predictor


def run_stages(*stages: Any) -> None:
    """Run stages one after another in the current folder."""
    for stage in stages:
        stage.main()


def run(desk: Desk, folder: Path) -> Ran:
    """Run all stages on a desk."""
    store(desk, folder)
    with chdir(folder):
        run_stages(*STAGES)
    report = read_json(folder / "training/evaluation.json")
    return Ran(folder, report, Predictor(folder / "serving/out/bundle", encode_by_words))
