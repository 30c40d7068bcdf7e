"""STAGE truth: the true probability of an escalation, which only a simulated desk knows; evaluation alone reads it."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from data.errors import exit_with_sentence
from data.files import CONVERSATIONS, read_json, read_params
from data.sources.simulated.settings import Simulated
from data.sources.simulated.truth import truths
from data.writing import written_in_parts

OUT = Path("data/out/truth")
SCHEMA = pa.schema([("conversation_id", pa.string()), ("sequence", pa.int64()), ("probability", pa.float64())])


def main() -> None:
    """Write the truth of every snapshot that has one: none where the source is not the simulated desk."""
    rollouts, world = read_params().truth.rollouts, read_json(CONVERSATIONS / "summary.json")["simulated"]
    with written_in_parts(OUT / "truth.parquet", SCHEMA) as table:
        for truth in truths(Simulated.model_validate(world), rollouts) if world else ():
            table.add([truth._asdict()])
    print(f"truth: {table.count} snapshots with a known true probability")


if __name__ == "__main__":
    exit_with_sentence(main)
