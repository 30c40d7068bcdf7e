"""Show what the last run reached; with ``--readme`` keep it and write the results table of README.md.

python -m training.results            the table of training/evaluation.json, and what to try next
python -m training.results --readme   also to training/results/<source>.json and into README.md
"""

from __future__ import annotations

import argparse
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table

from data.errors import BadInput, exit_with_sentence
from data.files import read_json
from data.parameters import DEFAULT_SOURCE
from data.source import MAPPED
from training.comparison import MODEL
from training.evaluation import EVALUATION
from training.oracle import BASELINE, ORACLE

RESULTS, README = Path("training/results"), Path("README.md")
BEGIN, END = "<!-- results:begin -->", "<!-- results:end -->"
OTHER_SOURCE = "make run SOURCE=it_tickets RAW=path/to/tickets.csv"
SHOWN = {
    "escalation": {"auc": "AUC", "average_precision": "average precision", "brier": "Brier", "expected_cost": "cost"},
    "resolver": {"top_1": "top-1", "top_3": "top-3", "mrr": "MRR", "macro_f1": "macro-F1"},
}
QUESTIONS = {"escalation": "Will it escalate?", "resolver": "Who resolves it?"}
ESCALATION = "escalation"
Figure = dict[str, float]


def command(source: str) -> str:
    """Give the command that makes the results of a source."""
    if source == DEFAULT_SOURCE:
        return "make run"
    if source == "it_tickets":
        return OTHER_SOURCE
    return f"make run SOURCE={source} RAW=path/to/file" + (" MAPPING=mapping.yaml" if source in MAPPED else "")


def cell(figure: Figure | None, signed: bool = False) -> str:
    """Write a figure with its interval, or a dash where there is none."""
    if figure is None:
        return "–"
    sign = "+" if signed else ""
    return f"{figure['value']:{sign}.3f} ({figure['low']:{sign}.3f} to {figure['high']:{sign}.3f})"


def compact(text: str) -> str:
    """Break a cell in two lines without leading zeros, so that the table fits a terminal of 80 columns."""
    return re.sub(r"\b0\.", ".", text).replace(" to ", "–").replace(" (", "\n").rstrip(")")


def header(task: str) -> list[str]:
    """Give the column titles of a task's table; the last is the paired difference of the first metric."""
    titles = list(SHOWN[task].values())
    return ["method", *titles, f"model's gain in {titles[0]}"]


def lines(task: str, section: dict[str, Any]) -> list[list[str]]:
    """Give the cells of a task's table: the model, then every baseline with the model's gain over it."""
    metrics = list(SHOWN[task])
    methods = {MODEL: section.get(MODEL, {})} | section.get("baselines", {})
    methods |= {ORACLE: section[ORACLE]} if ORACLE in section else {}
    gains = {name: found.get(metrics[0]) for name, found in section.get("difference", {}).items()}
    return [
        [
            method.replace("_", " "),
            *(cell(found.get(metric)) for metric in metrics),
            "" if method in (MODEL, ORACLE) else cell(gains.get(method), signed=True),
        ]
        for method, found in methods.items()
    ]


def question(task: str, report: dict[str, Any]) -> str:
    """Give what a task's table answers; a source that labels single turns has a question of its own."""
    target = report.get("target", ESCALATION)
    return QUESTIONS[task] if task != ESCALATION or target == ESCALATION else f"Is this turn labelled {target}?"


def tested(task: str, section: dict[str, Any]) -> int:
    """Give the number of test conversations a task's headline rests on."""
    return max((int(section.get(MODEL, {}).get(metric, {}).get("n", 0)) for metric in SHOWN[task]), default=0)


def show(report: dict[str, Any], console: Console) -> None:
    """Print both tables and three commands to try next."""
    for task in QUESTIONS:
        section = report[task]
        title = f"{question(task, report)} ({report['source']}, {tested(task, section)} test conversations)"
        absent = "; ".join(section.get("absent", []))
        if not section.get(MODEL):
            console.print(f"{title}\n  {absent}\n")
            continue
        table = Table(*header(task), title=title, title_justify="left", caption=absent, box=box.SIMPLE_HEAD)
        for position, row in enumerate(lines(task, section)):
            table.add_row(*map(compact, row), style="bold" if position == 0 else "")
        console.print(table)
    console.print(explained(report), style="dim")
    following = OTHER_SOURCE if report["source"] == DEFAULT_SOURCE else "make run"
    console.print("Next:", "make serve", "make mlflow", following, sep="\n  ", soft_wrap=True, highlight=False)


def readme_block(files: Sequence[Path]) -> str:
    """Give the README's results as Markdown, with data, interval and command for each kept run."""
    blocks = [markdown(read_json(path)) for path in sorted(files)]
    return "\n\n".join([BEGIN, *blocks, END])


def markdown(report: dict[str, Any]) -> str:
    """Give one run as two Markdown tables."""
    parts = []
    for task in QUESTIONS:
        section = report[task]
        about = (
            f"**{question(task, report)}** Source `{report['source']}`, {tested(task, section)} test conversations, "
        )
        about += f"`{command(report['source'])}`."
        if not section.get(MODEL):
            parts.append(f"{about} {'; '.join(section.get('absent', []))}.".replace("every figure", "No figure"))
            continue
        rows = [header(task), ["---"] * len(header(task)), *lines(task, section)]
        parts.append("\n".join([about, "", *(f"| {' | '.join(row)} |" for row in rows)]))
    return "\n\n".join([*parts, explained(report)])


def explained(report: dict[str, Any]) -> str:
    """Say what the numbers in the tables are, and how near the model comes to what could be known at best."""
    said = f"Value ({100 * report['confidence']:g} % interval). Rows: {report['headline']}."
    if closed := report[ESCALATION].get("gap_closed"):
        said += f" The oracle is the true probability of the simulation; the model closes {cell(closed)} of the gap in "
        said += f"AUC between {BASELINE.replace('_', ' ')} and the oracle."
    return said


def with_block(text: str, block: str, marks: tuple[str, str] = (BEGIN, END)) -> str:
    """Put the block in place of the one between the marks; raises BadInput when they are not in the text."""
    before, begin, rest = text.partition(marks[0])
    _, end, after = rest.partition(marks[1])
    if not (begin and end):
        fix = f"add the lines {marks[0]} and {marks[1]}"
        raise BadInput("README.md", marks[0], "and its end are not in the file", fix)
    return before + block + after


def keep(evaluation: Path, results: Path, readme: Path) -> Path:
    """Keep the run's report under its source's name and write the README's block from all kept ones."""
    kept = results / f"{read_json(evaluation)['source']}.json"
    results.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(evaluation, kept)
    text = readme.read_text(encoding="utf-8")
    readme.write_text(with_block(text, readme_block(list(results.glob("*.json")))), encoding="utf-8")
    return kept


def main() -> None:
    """Read the command line."""
    description, _, _ = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--readme", action="store_true", help="keep the results and write them into README.md")
    given = parser.parse_args()
    if not EVALUATION.exists():
        raise BadInput("training/evaluation.json", EVALUATION, "is not there", "make run")
    show(read_json(EVALUATION), Console())
    if given.readme:
        print(f"kept {keep(EVALUATION, RESULTS, README)}, wrote {README}")


if __name__ == "__main__":
    exit_with_sentence(main)
