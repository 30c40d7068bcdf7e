"""The feature catalogue, made from what each family says of its columns and from the last run; ``make catalogue``.

python -m training.catalogue   writes features/CATALOGUE.md
"""

from __future__ import annotations

from collections.abc import Mapping
from math import isnan
from pathlib import Path

import pandas as pd

from data.errors import exit_with_sentence
from data.files import CONVERSATIONS, read_json, read_table
from features.columns import Column
from features.families import FAMILIES, family_of
from features.featurize import feature_columns
from features.matrix import OUT as MATRIX
from features.matrix import load_fitted
from training.escalation import OUT as ESCALATION

CATALOGUE = Path("features/CATALOGUE.md")
HEAD = """# Feature catalogue

Written by `make catalogue` after a run of the source `{source}`: {columns} columns in {families} families. "Gain" is a
column's share of what the escalation model's trees gained by splitting on it; the example is the latest value in the
test part that is neither missing nor 0, if there is one. A column is known at its snapshot: nothing later, no label and
no clock of the machine is read (`tests/laws.py`).
"""


def example(values: pd.Series[float]) -> str:
    """Give a telling value of a column."""
    known = values.dropna()
    telling = known[known != 0]
    if known.empty:
        return "always missing here"
    value = float((telling if len(telling) else known).iloc[-1])
    return f"{value:.4g}"


def section(family: str, columns: Mapping[str, Column], gain: Mapping[str, float], rows: pd.DataFrame) -> list[str]:
    """Give the lines of one family."""
    total = sum(gain.get(name, 0.0) for name in columns)
    lines = [f"## {family}", "", f"{FAMILIES[family]} Gain of the family: {total:.1%}.", ""]
    lines += [
        "| column | meaning | unit | missing when | read from | gain | example |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, column in columns.items():
        share = gain.get(name, 0.0)
        cells = [
            f"`{name}`",
            column.means,
            column.unit,
            column.missing,
            column.source,
            f"{share:.1%}",
            example(rows[name]),
        ]
        lines.append(f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |")
    return [*lines, ""]


def catalogue(columns: Mapping[str, Column], gain: Mapping[str, float], rows: pd.DataFrame, source: str) -> str:
    """Give the whole page; ``rows`` are feature rows of the test part."""
    families = list(dict.fromkeys(map(family_of, columns)))
    text = HEAD.format(source=source, columns=len(columns), families=len(families)).splitlines()
    for family in families:
        own = {name: column for name, column in columns.items() if family_of(name) == family}
        text += ["", *section(family, own, gain, rows)[:-1]]
    return "\n".join(text) + "\n"


def main() -> None:
    """Write the page."""
    importance = read_table(ESCALATION / "importance.parquet")
    gain = dict(zip(map(str, importance.feature), map(float, importance.gain_share), strict=True))
    rows = read_table(MATRIX / "escalation.parquet").query("part == 'test'")
    columns = feature_columns(load_fitted(None))
    page = catalogue(columns, gain, rows, read_json(CONVERSATIONS / "summary.json")["source"])
    CATALOGUE.write_text(page, encoding="utf-8")
    dead = [name for name in columns if rows[name].isna().all() or isnan(gain.get(name, 0.0))]
    print(f"{CATALOGUE}: {len(columns)} columns; {len(dead)} are missing throughout the test part of this source")


if __name__ == "__main__":
    exit_with_sentence(main)
