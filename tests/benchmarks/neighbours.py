"""Neighbours among a million past cases: recall against exact search, waiting time and memory.

python -m tests.benchmarks.neighbours [--cases 1000000]

A case's place is the mean of its messages' vectors. So each of the million is the direction of a real message of the
last run, mixed with two of its ten nearest: as coherent as a conversation is. Time is that of a whole search by one
thread: candidates from the index, then their exact order.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import psutil
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from data.errors import exit_with_sentence
from data.files import write_json
from features.embedding import OUT as EMBEDDING
from features.nearest import ApproximateSearch, ExactSearch, build_index, read_index, save_index
from tests.benchmarks.features import spread

RESULT = Path("tests/benchmarks/neighbours.json")
QUERIES, AT = 300, 10


def places(count: int, seed: int) -> NDArray[np.float32]:
    """Give the places of made-up cases, near real messages."""
    real = np.load(EMBEDDING / "vectors.npy").astype(np.float32)
    real /= np.linalg.norm(real, axis=1, keepdims=True)
    near = ExactSearch(real).nearest(real.astype(float), 11).rows
    dice = np.random.default_rng(seed)
    first = dice.integers(0, len(real), count)
    mixed = real[first]
    for _ in range(2):
        other = near[first, dice.integers(1, 11, count)]
        mixed = mixed + dice.random((count, 1), np.float32) * real[other]
    return np.asarray(mixed / np.linalg.norm(mixed, axis=1, keepdims=True), np.float32)


def measure(count: int, folder: Path) -> dict[str, Any]:
    """Build an index and ask it."""
    vectors, queries = places(count, 1), places(QUERIES, 2).astype(float)
    begun = time.process_time()
    save_index(build_index(vectors), folder / "index")
    built = time.process_time() - begun
    exact = [ExactSearch(vectors[start : start + 100_000]).nearest(queries, AT) for start in range(0, count, 100_000)]
    likeness = np.concatenate([part.similarity for part in exact], axis=1)
    rows = np.concatenate([part.rows + 100_000 * number for number, part in enumerate(exact)], axis=1)
    true = np.take_along_axis(rows, np.argsort(-likeness, axis=1, kind="stable")[:, :AT], axis=1)
    np.save(folder / "vectors.npy", vectors)
    del vectors, exact
    before = psutil.Process().memory_info().rss
    stored = np.load(folder / "vectors.npy", mmap_mode="r")
    search = ApproximateSearch(read_index(folder / "index"), stored, np.ones(count, bool))
    found, waits = [], []
    for query in queries:
        begun = time.perf_counter()
        found.append(search.nearest(query[None], AT).rows[0])
        waits.append(1e3 * (time.perf_counter() - begun))
    hits = [len(set(a) & set(b)) / AT for a, b in zip(true.tolist(), found, strict=True)]
    return {
        "cases": count, "queries": QUERIES, f"recall_at_{AT}": round(float(np.mean(hits)), 4),
        "milliseconds": spread(waits) | {"p95": round(float(np.quantile(waits, 0.95)), 3)},
        "build_processor_seconds": round(built), "index_megabytes": round((folder / "index").stat().st_size / 1e6),
        "memory_megabytes": round((psutil.Process().memory_info().rss - before) / 1e6),
    }  # fmt: skip


def main() -> None:
    """Measure and write the result."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.neighbours", description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=1_000_000)
    with threadpool_limits(1), TemporaryDirectory() as folder:
        found = measure(parser.parse_args().cases, Path(folder))
    write_json(RESULT, found)
    for name, figure in found.items():
        print(f"{name}: {figure}")


if __name__ == "__main__":
    exit_with_sentence(main)
