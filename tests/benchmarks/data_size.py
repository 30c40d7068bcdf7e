"""How the stages of ``data/`` grow with the corpus: messages per second and peak memory, on the simulated desk.

python -m tests.benchmarks.data_size                         10 thousand to 1 million (40 minutes)
python -m tests.benchmarks.data_size --sizes 2000 20000      others, without keeping the figures

Each stage runs as its own process, as DVC runs it; its peak memory is what the system says at its end.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import numpy as np
import pyarrow.parquet as pq
import yaml
from rich import box
from rich.console import Console
from rich.table import Table

from data.errors import exit_with_sentence
from data.files import CONVERSATIONS, write_json

ROOT = Path(__file__).parents[2]
RESULT = Path("tests/benchmarks/data_size.json")
SIZES = (10_000, 100_000, 1_000_000)
STAGES = ("conversations", "labels", "split")
PER_DAY = 26  # Conversations a day, as in the default corpus: a larger corpus is a longer time.


class Run(NamedTuple):
    """One stage on one corpus: wall and processor time, and the peak of resident memory."""

    stage: str
    conversations: int
    messages: int
    seconds: float
    processor_seconds: float
    peak_megabytes: float


def prepare(folder: Path, conversations: int) -> None:
    """Make a folder in which the stages find the settings for a corpus of this size."""
    settings: dict[str, Any] = yaml.safe_load((ROOT / "params.yaml").read_text(encoding="utf-8"))
    settings["conversations"]["simulated"] |= {
        "conversations": conversations,
        "days": max(1, conversations // PER_DAY),
    }
    (folder / "params.yaml").write_text(yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")
    (folder / "data" / "raw").mkdir(parents=True)


def run(stage: str, folder: Path) -> tuple[float, float, float]:
    """Run a stage to its end; give its seconds, its processor seconds and its peak memory in megabytes."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    begun = time.perf_counter()
    child = os.posix_spawn(
        sys.executable,
        [sys.executable, "-c", f"import os; os.chdir({str(folder)!r}); from data.{stage} import main; main()"],
        environment,
    )
    _, status, used = os.wait4(child, 0)
    if status:
        raise RuntimeError(f"stage {stage} ended with status {os.waitstatus_to_exitcode(status)}")
    # Linux counts kilobytes, macOS bytes.
    peak = used.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    return time.perf_counter() - begun, used.ru_utime + used.ru_stime, peak


def measure(conversations: int) -> list[Run]:
    """Run all stages on a corpus of this size."""
    runs = []
    with TemporaryDirectory(prefix="escalation-size-") as name:
        folder = Path(name)
        prepare(folder, conversations)
        for stage in STAGES:
            print(f"{stage}: {conversations:,} conversations", file=sys.stderr, flush=True)
            seconds, busy, peak = run(stage, folder)
            messages = pq.ParquetFile(folder / CONVERSATIONS / "messages.parquet").metadata.num_rows
            runs.append(Run(stage, conversations, messages, round(seconds, 1), round(busy, 1), round(peak, 1)))
    return runs


def summary(runs: Sequence[Run]) -> dict[str, Any]:
    """Give the figures of each stage: speed and memory by size, the exponent of time, the growth of memory.

    The exponent is the slope of log processor seconds over log messages: 1 is linear, and neighbours on a shared
    machine do not bend it.
    """
    stages = {}
    for stage in dict.fromkeys(run.stage for run in runs):
        own = [run for run in runs if run.stage == stage]
        logs = np.log([[run.messages, run.processor_seconds] for run in own])
        slope = float(np.polyfit(logs[:, 0], logs[:, 1], 1)[0]) if len(own) > 1 else float("nan")
        peaks = [run.peak_megabytes for run in own]
        stages[stage] = {
            "sizes": [run._asdict() | {"messages_per_second": round(run.messages / run.seconds)} for run in own],
            "time_exponent": round(slope, 3),
            "memory_ratio": round(max(peaks) / min(peaks), 3),
        }
    return stages


def show(stages: dict[str, Any], console: Console) -> None:
    """Print one line a stage and size."""
    table = Table("stage", "conversations", "messages", "seconds", "messages/s", "peak MB", box=box.SIMPLE_HEAD)
    for stage, found in stages.items():
        for size in found["sizes"]:
            table.add_row(
                stage, f"{size['conversations']:,}", f"{size['messages']:,}", f"{size['seconds']:,}",
                f"{size['messages_per_second']:,}", f"{size['peak_megabytes']:,}",
            )  # fmt: skip
        said = f"time ~ messages^{found['time_exponent']}, memory x {found['memory_ratio']}"
        table.add_row(stage, said, end_section=True)
    console.print(table)


def main() -> None:
    """Read the command line, measure, and keep the figures of the standard sizes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of conversations")
    given = parser.parse_args()
    if shutil.disk_usage(".").free < 20e9:
        print("warning: less than 20 GB of disk are free", file=sys.stderr)
    stages = summary([run for size in sorted(given.sizes) for run in measure(size)])
    show(stages, Console(width=100))
    if tuple(given.sizes) == SIZES:
        write_json(RESULT, stages)
        print(f"kept in {RESULT}")


if __name__ == "__main__":
    exit_with_sentence(main)
