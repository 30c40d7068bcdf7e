"""Records of a CSV file with the line each begins on; a broken one costs its own line, not those after it."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

Record = tuple[int, list[str]]


def csv_rows(path: Path) -> Iterator[Record]:
    """Give the line number and the cells of each record, the header first; empty lines are passed over.

    Bytes that are not UTF-8 become lone surrogates, which the tables refuse row by row. A quote that is never closed
    swallows the lines after it: such a record is given as its first line alone, and reading goes on at the next.
    """
    csv.field_size_limit(sys.maxsize)  # An oversized field is one bad row, not the end of the file.
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        lines = file.readlines()
    width, start = 0, 0
    while start < len(lines):
        reader = csv.reader(islice(lines, start, None))
        cells = next(reader, [])
        taken = reader.line_num
        width = width or len(cells)
        if taken > 1 and (len(cells) != width or swallowed(lines[start + 1 : start + taken - 1], width)):
            cells, taken = lines[start].rstrip("\r\n").split(","), 1
            cells = cells[: width - 1] if len(cells) == width else cells  # It has a quote too few: never a good row.
        if cells:
            yield start + 1, cells
        start += max(taken, 1)


def swallowed(inner: list[str], width: int) -> bool:
    """Say whether lines inside one field are records of their own: as many cells, the first of them a number."""
    for line in inner:
        cells = next(csv.reader([line]), [])
        if len(cells) == width and cells[0].strip().isdigit():
            return True
    return False
