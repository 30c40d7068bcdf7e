"""The whole pipeline on an export of each vendor: the simulated desk written in their formats, read, learnt, measured.

python -m tests.benchmarks.vendor_runs                      all vendors (about ten minutes)
python -m tests.benchmarks.vendor_runs --source zendesk     one of them
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table

from data.errors import exit_with_sentence
from data.files import read_json, read_params, write_json
from data.sources.simulated.settings import Simulated
from tests.conftest import checkout
from tests.vendor_desks.case_changes import ended
from tests.vendor_desks.writers import WRITERS

RESULT = Path("tests/benchmarks/vendor_runs.json")
CONVERSATIONS, DAYS = 600, 30
SHOWN = ("auc", "tfidf_logistic", "gain", "top_1")


def desk(source: str) -> Simulated:
    """Give the settings of the desk that is exported: monitoring alone for alerts, customers for all others."""
    usual = read_params().conversations.simulated
    alerts = 1.0 if source == "alertmanager" else 0.0
    return usual.model_copy(update={"conversations": CONVERSATIONS, "days": DAYS, "alert_share": alerts})


def measured(source: str, folder: Path) -> dict[str, Any]:
    """Write the export, run every stage but the last on it, and give the headline figures."""
    raw = WRITERS[source](ended(desk(source)), folder / "export")
    work = checkout(folder / "work")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    settings = os.environ | {"PATH": path, "DVC_NO_ANALYTICS": "true", "PYTHONPATH": str(work)}
    for command in (["data.source", "--name", source, "--raw", str(raw)], ["dvc", "repro", "bundle"]):
        subprocess.run([sys.executable, "-m", *command], cwd=work, env=settings, check=True, stdout=sys.stderr)
    summary, report = (
        read_json(work / "data/out/conversations/summary.json"),
        read_json(work / "training/evaluation.json"),
    )
    escalation, resolver = report["escalation"], report["resolver"]
    return {
        "rows_in": summary["rows_in"], "quarantined": summary["rows"]["quarantine"],
        "conversations": report["conversations"], "auc": escalation["model"]["auc"],
        "tfidf_logistic": escalation["baselines"]["tfidf_logistic"]["auc"],
        "gain": escalation["difference"]["tfidf_logistic"]["auc"],
        "top_1": resolver.get("model", {}).get("top_1"),
    }  # fmt: skip


def show(found: dict[str, Any], console: Console) -> None:
    """Print one line a vendor."""
    table = Table("source", "rows", "in quarantine", *SHOWN, box=box.SIMPLE_HEAD)
    for source, run in found.items():
        cells = [f"{f['value']:.3f} ({f['low']:.3f} to {f['high']:.3f})" if (f := run[name]) else "-" for name in SHOWN]
        table.add_row(source, f"{run['rows_in']:,}", str(run["quarantined"]), *cells)
    console.print(table)


def main() -> None:
    """Run the chosen vendors and keep the figures beside those of the others."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--source", choices=tuple(WRITERS), action="append", help="one vendor; may be repeated")
    found: dict[str, Any] = read_json(RESULT) if RESULT.exists() else {}
    for source in parser.parse_args().source or WRITERS:
        with TemporaryDirectory(prefix="escalation-vendor-") as name:
            found[source] = measured(source, Path(name))
        write_json(RESULT, {name: found[name] for name in WRITERS if name in found})
    show(found, Console(width=140))
    print(f"kept in {RESULT}")


if __name__ == "__main__":
    exit_with_sentence(main)
