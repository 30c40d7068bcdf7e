"""The matrices and the decision tree that follows from them, as SVG, HTML and Markdown."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

from matplotlib.figure import Figure

from training.matrix_tree import CATEGORIES, NO_CATEGORY, Leaf, Question, tree, way_out
from training.pictures import save_svg
from training.policy import Policy
from training.severity import Condition, Level, Matrices, Severity, best_steps

OUT = Path("training/out/matrix")  # No stage's output.
COLOURS = {"P1": "#D55E00", "P2": "#E69F00", "P3": "#F0E442", "P4": "#B8DFF2"}
INDENT = "  "


def draw(matrices: Matrices, policy: Policy | None = None, folder: Path = OUT) -> list[Path]:
    """Write all three forms and give their paths; without a policy, only the way of what escalates."""
    root = tree(matrices, policy) if policy else way_out(matrices)
    folder.mkdir(parents=True, exist_ok=True)
    picture = folder / "matrices.svg"
    save_svg(drawn(matrices), picture)
    written = {
        "matrices.md": markdown(matrices, root),
        "matrices.html": page(root, picture.read_text(encoding="utf-8")),
    }
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [picture, *(folder / name for name in written)]


def tables(matrices: Matrices) -> dict[str, list[list[str]]]:
    """Give each matrix as rows of cells, the first its header."""
    levels, severities = get_args(Level), get_args(Severity)
    severity = [[row, *(matrices.severity.get(row, {}).get(column, "–") for column in levels)] for row in levels]
    ways = [
        [(category or NO_CATEGORY).replace("_", " "), *(way(matrices, category, severity) for severity in severities)]
        for category in CATEGORIES
    ]
    sums = [
        [row.action, "any sum" if row.up_to is None else f"up to {row.up_to:g} EUR", f"tier {row.tier}"]
        for row in matrices.authority
    ]
    return {
        "Severity": [["urgency / impact", *levels], *severity],
        "Escalation": [["category", *severities], *ways],
        "Authority": [["action", "sum", "from"], *sums],
    }


def way(matrices: Matrices, category: str | None, severity: Severity) -> str:
    """Say in a few words which way a case goes."""
    best = best_steps(category, severity, matrices)
    if not best:
        return "–"
    step = best[0]
    who = f"{step.team or f'tier {step.tier}'}{f', then {step.backup}' if step.backup else ''}"
    return f"{step.type}: {who} in {step.respond_minutes} min"


def asked(row: Condition) -> str:
    """Say in words what a row of urgency or impact asks."""
    parts = []
    if row.rules:
        parts.append(" or ".join(rule.replace("_", " ") for rule in row.rules))
    if row.priority:
        parts.append(f"priority {' or '.join(row.priority)}")
    if row.affected_from is not None:
        parts.append(f"{row.affected_from:g} or more people affected")
    if row.value_from is not None:
        parts.append(f"customer's value {row.value_from:g} or more")
    return " or ".join(parts) or "anything else"


def outline(node: Question | Leaf, depth: int = 0) -> Iterator[str]:
    """Give the decision tree as indented lines."""
    if isinstance(node, Leaf):
        yield f"{INDENT * depth}- **{node.says}**"
        return
    for answer, following in node.answers:
        if isinstance(following, Leaf):
            yield f"{INDENT * depth}- {node.asks} {answer}: **{following.says}**"
        else:
            yield f"{INDENT * depth}- {node.asks} {answer}"
            yield from outline(following, depth + 1)


def levels(name: str, rows: Sequence[Condition]) -> Iterator[str]:
    """Give the rows of urgency or impact as numbered lines."""
    yield f"\n**{name}**: the first that holds\n"
    yield from (f"{place}. {asked(row)}: **{row.level}**" for place, row in enumerate(rows, 1))


def markdown(matrices: Matrices, root: Question) -> str:
    """Give everything as Markdown."""
    lines = ["# Escalation matrices", "", "Written by `make matrix` from `training/matrices.yaml`."]
    for name, ((*header,), *rows) in tables(matrices).items():
        lines += ["", f"## {name}", "", f"| {' | '.join(header)} |", "|---" * len(header) + "|"]
        lines += [f"| {' | '.join(row)} |" for row in rows]
        if name == "Severity":
            lines += [*levels("urgency", matrices.urgency), *levels("impact", matrices.impact)]
    return "\n".join([*lines, "", "## Decision tree", "", *outline(root), ""])


def page(root: Question, svg: str) -> str:
    """Give one self-contained HTML page: the picture and the tree to fold open."""
    picture = svg[svg.index("<svg") :]
    return (
        "<!doctype html><html lang=en><meta charset=utf-8><title>Escalation matrices</title>"
        "<style>body{font:15px/1.5 system-ui;margin:2em;max-width:70em}svg{max-width:100%;height:auto}"
        "details{margin-left:1.2em}summary{cursor:pointer}p{margin:.1em 0 .1em 2.2em}</style>"
        f"<h1>Escalation matrices</h1>{picture}<h2>Decision tree</h2>{''.join(folded(root))}</html>\n"
    )


def folded(node: Question | Leaf) -> Iterator[str]:
    """Give the tree as elements that open and close."""
    if isinstance(node, Leaf):
        yield f"<p><b>{html.escape(node.says)}</b></p>"
        return
    for answer, following in node.answers:
        yield f"<details open><summary>{html.escape(node.asks)} {html.escape(answer)}</summary>"
        yield from folded(following)
        yield "</details>"


def drawn(matrices: Matrices) -> Figure:
    """Draw the three matrices below each other, severities in colours that colour-blind readers tell apart."""
    given = tables(matrices)
    figure = Figure(figsize=(12, sum(len(rows) for rows in given.values()) * 0.42 + 2.4), layout="constrained")
    heights = [len(rows) + 1 for rows in given.values()]
    axes = figure.subplots(len(given), 1, gridspec_kw={"height_ratios": heights})
    for panel, (name, rows) in zip(axes, given.items(), strict=True):
        panel.set_axis_off()
        panel.set_title(name, loc="left", fontweight="bold")
        found = panel.table(cellText=rows, loc="center", cellLoc="left", bbox=(0, 0, 1, 1))
        found.auto_set_font_size(False)
        found.set_fontsize(9)
        for (row, column), cell in found.get_celld().items():
            text = rows[row][column]
            severity = text if name == "Severity" else rows[0][column]
            cell.set_edgecolor("#BBBBBB")
            if row and column:
                cell.set_facecolor(COLOURS.get(severity, "#FFFFFF"))
            elif row == 0 or column == 0:
                cell.get_text().set_fontweight("bold")
    return figure
