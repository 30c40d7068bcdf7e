"""Severity, escalation and authority matrix: data that people read and change, in ``training/matrices.yaml``.

python -m training.matrices check   say what is uncovered, ambiguous, cyclic, dead or unknown; 1 if anything is
python -m training.matrices draw    draw matrices and decision tree (SVG, HTML, Markdown); also `make matrix`
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from data.errors import exit_with_sentence
from data.files import CONVERSATIONS, read_records
from training.evaluation import OUT as EVALUATION
from training.matrix_check import problems
from training.matrix_drawing import draw
from training.policy import Policy
from training.severity import FILE, read_matrices


def main() -> None:
    """Check or draw."""
    parser = argparse.ArgumentParser(prog="python -m training.matrices", description=__doc__.splitlines()[0])
    parser.add_argument("action", choices=["check", "draw"])
    parser.add_argument("--file", type=Path, default=FILE, help="another file than training/matrices.yaml")
    given = parser.parse_args()
    matrices = read_matrices(given.file)
    if given.action == "draw":
        path = EVALUATION / "policy.json"
        policy = Policy.from_json(path.read_text(encoding="utf-8")) if path.exists() else None
        print("\n".join(map(str, draw(matrices, policy))))
        if not policy:
            print("the tree begins where a case escalates: there is no policy yet (make run)")
        return
    known = (CONVERSATIONS / "resolvers.parquet").exists()
    found = problems(matrices, read_records(CONVERSATIONS, "resolvers") if known else None)
    print("\n".join(map(str, found)) or "matrices: every case has one way, every way leads to somebody")
    if not known:
        print("names were not compared: there are no resolvers yet (make run)")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    exit_with_sentence(main)
