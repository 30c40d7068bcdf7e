"""How long the escalation model takes to train on 100,000 snapshots.

python -m tests.benchmarks.training_time

The snapshots are those of the last run's training part, drawn with replacement: the values are real, their number is
not, and what LightGBM costs depends on number, columns and settings.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import psutil

from data.errors import exit_with_sentence
from data.files import read_params, write_json
from training.escalation import fit_booster
from training.search import training_rows

RESULT = Path("tests/benchmarks/training_time.json")
SNAPSHOTS = 100_000


def main() -> None:
    """Train once and keep the time."""
    argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0]).parse_args()
    rows, columns = training_rows()
    drawn = rows.sample(SNAPSHOTS, replace=True, random_state=0)
    begun, used = time.perf_counter(), time.process_time()
    fit_booster(drawn, columns, read_params().escalation)
    found = {
        "snapshots": SNAPSHOTS,
        "columns": len(columns),
        "seconds": round(time.perf_counter() - begun, 1),
        "processor_seconds": round(time.process_time() - used, 1),
        "peak_gigabytes": round(psutil.Process().memory_info().rss / 1e9, 2),
    }
    write_json(RESULT, found)
    print(", ".join(f"{name}: {value:,}" for name, value in found.items()))


if __name__ == "__main__":
    exit_with_sentence(main)
