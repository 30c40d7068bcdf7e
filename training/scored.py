"""What evaluation reads: labels, moments and parts joined with the answers of the model and of every baseline."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq

from data.errors import BadInput
from data.files import CONVERSATIONS, read_json, read_table
from data.tables import TABLES
from training.comparison import MODEL
from training.moments import SNAPSHOT, placed

LABELS, SPLIT = Path("data/out/labels"), Path("data/out/split/split.parquet")
SCORES, RANKED = Path("training/out/escalation/scores.parquet"), Path("training/out/resolver/ranked.parquet")
BASELINES = Path("training/out/baselines")
TRUTH = Path("data/out/truth/truth.parquet")
HELD_OUT = ("valid", "test")
DIGESTED = [CONVERSATIONS / f"{name}.parquet" for name in TABLES]
DIGESTED += [LABELS / "escalation.parquet", LABELS / "resolver.parquet", SPLIT]


@dataclass(frozen=True)
class Inputs:
    """Everything evaluation needs, as tables."""

    source: str
    digest: str
    conversations: pd.DataFrame
    messages: pd.DataFrame
    events: pd.DataFrame
    customers: pd.DataFrame
    outcomes: pd.DataFrame
    split: pd.DataFrame
    escalation: pd.DataFrame
    resolver: pd.DataFrame
    scores: pd.DataFrame
    baseline_scores: pd.DataFrame
    ranked: pd.DataFrame
    baseline_ranked: pd.DataFrame
    target: str = "escalation"
    per_turn: bool = False  # Labels of single turns rather than of what follows.
    truth: pd.DataFrame | None = None  # The true probability, which only a simulated desk knows.

    @property
    def methods(self) -> list[str]:
        """The model and the baselines that score escalation."""
        return [MODEL, *self.baseline_scores.columns.drop(SNAPSHOT)]


def read_inputs(root: Path = Path()) -> Inputs:
    """Read the tables of the current run."""
    names = ("conversations", "messages", "events", "customers", "outcomes")
    asked = read_json(root / LABELS / "target.json")
    truth = read_table(root / TRUTH) if (root / TRUTH).exists() else pd.DataFrame()
    digested = [*DIGESTED, *([TRUTH] if len(truth) else [])]
    return Inputs(
        source=read_json(root / CONVERSATIONS / "summary.json")["source"],
        digest=content_digest([root / path for path in digested]),
        **{name: read_table(root / CONVERSATIONS / f"{name}.parquet") for name in names},
        split=read_table(root / SPLIT),
        escalation=read_table(root / LABELS / "escalation.parquet"),
        resolver=read_table(root / LABELS / "resolver.parquet"),
        scores=read_table(root / SCORES),
        baseline_scores=read_table(root / BASELINES / "escalation.parquet"),
        ranked=read_table(root / RANKED),
        baseline_ranked=read_table(root / BASELINES / "resolver.parquet"),
        target=asked["target"],
        per_turn=asked["per_turn"],
        truth=truth,
    )


def content_digest(paths: list[Path]) -> str:
    """Name tables by what they say; how Parquet packs them may change with a version, the digest does not."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(f"{path.stem}\n".encode())
        for batch in pq.ParquetFile(path).iter_batches():
            for row in batch.to_pylist():
                digest.update(json.dumps(row, sort_keys=True, default=str).encode())
    return "sha256:" + digest.hexdigest()


def escalation_rows(inputs: Inputs) -> pd.DataFrame:
    """Give one row a labelled snapshot with its moment, its part and, where held out, every method's probability."""
    rows = placed(inputs.escalation, inputs.messages)
    rows = rows.merge(inputs.split[["conversation_id", "part", "first_of_template"]], on="conversation_id")
    model = inputs.scores.drop(columns="part", errors="ignore").rename(columns={"probability": MODEL})
    for table, stage in ((model, "escalation"), (inputs.baseline_scores, "baselines")):
        rows = rows.merge(table, on=SNAPSHOT, how="left", validate="one_to_one")
        held_out = rows.loc[rows["part"].isin(HELD_OUT), table.columns.drop(SNAPSHOT)]
        require_all(held_out, f"training/out/{stage}", "held-out snapshots have no probability")
    return rows


def resolver_rows(inputs: Inputs) -> pd.DataFrame:
    """Give one row a routed conversation of the test part, with every method's ranking."""
    rows = inputs.resolver.merge(inputs.split[["conversation_id", "part", "first_of_template"]], on="conversation_id")
    rows = rows[rows["part"] == "test"]
    rankings = {MODEL: inputs.ranked} | {str(name): part for name, part in inputs.baseline_ranked.groupby("method")}
    for method, table in rankings.items():
        ranked = table[[*SNAPSHOT, "ranked"]].rename(columns={"ranked": method})
        rows = rows.merge(ranked, on=SNAPSHOT, how="left", validate="one_to_one")
        if table.empty:  # Nobody is named in the training part: each list is empty, none is missing.
            rows[method] = pd.Series([[] for _ in rows.index], rows.index, object)
        require_all(rows[[method]], f"training/out: {method}", "routed test conversations have no ranking")
    return rows


def require_all(table: pd.DataFrame, where: str, problem: str) -> None:
    """Raise BadInput when an answer is missing; scoring the rest would compare methods on different rows."""
    if missing := int(table.isna().any(axis=1).sum()):
        raise BadInput(where, missing, problem, "rerun the stages: dvc repro")
