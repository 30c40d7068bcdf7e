"""Which question is asked after each message: does it escalate, or what a source labels turn by turn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
import pyarrow.parquet as pq

from data.errors import BadInput, nearest

AUTO, ESCALATION = "auto", "escalation"


def known_targets(folder: Path) -> tuple[bool, list[str]]:
    """Say whether outcomes tell what escalated, and name the targets of turn labels."""
    outcomes = column(folder / "outcomes.parquet", "escalated")
    said = any(batch.null_count < len(batch) for batch in outcomes)
    turns = column(folder / "turn_labels.parquet", "target")
    return said, sorted({target for batch in turns for target in pc.unique(batch).to_pylist()})


def column(path: Path, name: str) -> Iterator[Any]:
    """Give one column of a stored table, a batch at a time."""
    with pq.ParquetFile(path) as table:
        for batch in table.iter_batches(columns=[name]):
            yield batch.column(0)


def choose_target(wanted: str, said: bool, turn_targets: list[str]) -> str:
    """Give the target that is asked for; ``auto`` takes escalation where it is known, else the only turn label.

    Raises BadInput, naming the known ones, where there is no such target or no single one.
    """
    known = sorted({*turn_targets, *([ESCALATION] if said else [])})
    if not known:
        fix = "give a source with conversations that escalated and others that did not, or with turn labels"
        raise BadInput("outcomes: escalated", "", "is known for no conversation", fix)
    if wanted in known:
        return wanted
    if wanted != AUTO:
        raise BadInput("labels.target", wanted, "is not among the targets of this source", nearest(wanted, known))
    if said or len(turn_targets) == 1:
        return ESCALATION if said else turn_targets[0]
    raise BadInput("labels.target", wanted, "has several targets to choose from", f"name one: {', '.join(known)}")
