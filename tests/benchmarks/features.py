"""How fast featurize() is without embeddings, on conversations of the last run that have 12 messages.

python -m tests.benchmarks.features

Vectors are looked up. "new texts": every message is read for the first time; "one more message": all but the last were
read before, as in a running service.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from data.errors import BadInput, exit_with_sentence
from data.files import read_conversations, write_json
from data.schema import Conversation
from data.snapshot import snapshot
from features.featurize import Fitted, featurize
from features.matrix import load_fitted

RESULT = Path("tests/benchmarks/features.json")
MESSAGES, BATCH, FEWEST, REPEATS = 12, 60, 40, 3


def growing(cases: Sequence[Conversation]) -> list[Conversation]:
    """Give the snapshot after each message of each conversation."""
    return [snapshot(case, message.sequence) for case in cases for message in case.messages]


def rate(snapshots: Sequence[Conversation], fitted: Fitted) -> float:
    """Give snapshots a second of processor time, by one core."""
    begun = time.process_time()
    featurize(snapshots, fitted)
    return len(snapshots) / (time.process_time() - begun)


def milliseconds(cases: Sequence[Conversation], fitted: Fitted) -> list[float]:
    """Give the time of each conversation alone."""
    taken = []
    for case in cases:
        begun = time.perf_counter()
        featurize([case], fitted)
        taken.append(1e3 * (time.perf_counter() - begun))
    return taken


def measure() -> dict[str, Any]:
    """Measure on conversations that no earlier step has read."""
    cases = [
        snapshot(case, case.messages[MESSAGES - 1].sequence)
        for case in read_conversations()
        if len(case.messages) >= MESSAGES
    ]
    needed = (REPEATS + 1) * FEWEST
    if len(cases) < needed:
        raise BadInput("conversations of 12 messages", len(cases), f"are fewer than {needed}", "run make run first")
    size = min(BATCH, len(cases) // (REPEATS + 2))
    fitted = load_fitted(None)
    featurize(growing(cases[:3]), fitted)  # Loads lexicons and tables.
    parts = [growing(cases[3 + n * size : 3 + (n + 1) * size]) for n in range(REPEATS)]
    new = [rate(part, fitted) for part in parts]
    again = [rate(part, fitted) for part in parts]
    rest = cases[3 + REPEATS * size :][:size]
    whole = milliseconds(rest, fitted)
    for case in rest:
        featurize([snapshot(case, case.messages[-2].sequence)], fitted)
    return {
        "snapshots": len(parts[0]), "columns": len(fitted.columns),
        "new_texts_per_second": spread(new), "known_texts_per_second": spread(again),
        "one_of_new_texts_ms": spread(whole), "one_more_message_ms": spread(milliseconds(rest, fitted)),
    }  # fmt: skip


def spread(values: Sequence[float]) -> dict[str, float]:
    """Give the median with the tenth and the ninetieth percentile."""
    low, value, high = np.quantile(values, [0.1, 0.5, 0.9]).tolist()
    return {"value": round(value, 3), "low": round(low, 3), "high": round(high, 3)}


def main() -> None:
    """Measure and write the result."""
    argparse.ArgumentParser(
        prog="python -m tests.benchmarks.features", description=__doc__.splitlines()[0]
    ).parse_args()
    with threadpool_limits(1):
        found = measure()
    write_json(RESULT, found)
    for name, figure in found.items():
        print(f"{name}: {figure}")


if __name__ == "__main__":
    exit_with_sentence(main)
