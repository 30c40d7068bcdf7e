"""Every notebook runs on the last run, defines nothing, and is kept without outputs."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))


def code_cells(path: Path) -> list[dict[str, object]]:
    """Give the code cells of a notebook."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in cells if cell["cell_type"] == "code"]


def source(path: Path) -> str:
    """Give a notebook's code as one program."""
    return "\n".join("".join(cell["source"]) for cell in code_cells(path))  # type: ignore[arg-type]


def test_there_is_a_notebook() -> None:
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_runs_on_the_last_run(path: Path, simulated_run: Path) -> None:
    settings = os.environ | {"MPLBACKEND": "Agg", "PYTHONPATH": str(simulated_run)}
    ran = subprocess.run(
        [sys.executable, "-c", source(path)],
        cwd=simulated_run,
        env=settings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert "conversations" in ran.stdout


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_defines_nothing_and_keeps_no_output(path: Path) -> None:
    defined = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    assert not [node for node in ast.walk(ast.parse(source(path))) if isinstance(node, defined)]
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code_cells(path))
