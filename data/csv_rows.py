"""Records of a CSV file with the line each begins on; a broken one costs its own line, not those after it."""

from __future__ import annotations

import codecs
import csv
import re
import sys
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

Record = tuple[int, list[str]]
LARGEST = 1 << 25  # Characters of a record or line; a larger one is broken, so that memory stays bounded.
SEPARATOR = re.compile(r'"?sep=(.)"?[,;]*', re.IGNORECASE)
LETTERS, DIGITS = re.compile(r"[^\W\d_]+"), re.compile(r"\d+")


def csv_rows(path: Path, delimiter: str = ",", encoding: str = "utf-8-sig") -> Iterator[Record]:
    """Give the line number and the cells of each record, the header first; empty lines are passed over.

    Bytes outside the encoding become lone surrogates, which the tables refuse row by row. A quote that is never closed
    swallows the lines after it: such a record is given as its first line alone, and reading goes on at the next.
    """
    csv.field_size_limit(sys.maxsize)  # An oversized field is one bad row, not the end of the file.
    codecs.register_error("lone_surrogate", lone_surrogate)
    errors = "surrogateescape" if encoding.startswith("utf-8") else "lone_surrogate"
    with path.open(encoding=encoding, errors=errors, newline="") as file:
        lines, width = Lines(file), 0
        if lines.more() and separator_named(first := lines.take()) is None:
            lines.put_back([first])
        while lines.more():
            number, attempt = lines.number, Attempt(lines, delimiter, width)
            cells = next(csv.reader(attempt, delimiter=delimiter), [])
            width = width or len(cells)
            if attempt.is_broken or (len(attempt.taken) > 1 and len(cells) != width):
                lines.put_back(attempt.taken[1:])
                cells = attempt.taken[0].rstrip("\r\n").split(delimiter)
                cells = cells[: width - 1] if len(cells) == width else cells  # It has a quote too few: never good.
            if cells:
                yield number, cells


def separator_named(line: str) -> str | None:
    """Give the sign that a first line like ``sep=;`` names, as Excel writes and reads it: it is no row."""
    found = SEPARATOR.fullmatch(line.strip("\ufeff\r\n"))
    return found.group(1) if found else None


def lone_surrogate(error: UnicodeError) -> tuple[str, int]:
    """Stand for bytes that are no text, as ``surrogateescape`` does, in encodings where that cannot."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "\udcff", error.end


class Lines:
    """The lines of a file, of which some may be put back."""

    def __init__(self, file: TextIO) -> None:
        self._file, self._ahead, self.number = file, deque[str](), 1

    def more(self) -> bool:
        """Say whether there is another line."""
        if not self._ahead and (line := self._file.readline(LARGEST)):
            self._ahead.append(line)
        return bool(self._ahead)

    def take(self) -> str:
        """Give the next line."""
        self.number += 1
        return self._ahead.popleft()

    def put_back(self, lines: list[str]) -> None:
        """Have lines read again."""
        self.number -= len(lines)
        self._ahead.extendleft(reversed(lines))


class Attempt:
    """The lines one record asks for, until it is plain that a missing quote makes it swallow other records."""

    def __init__(self, lines: Lines, delimiter: str, width: int) -> None:
        self._lines, self._delimiter, self._width = lines, delimiter, width
        self._size = 0
        self.taken: list[str] = []
        self.is_broken = False

    def __iter__(self) -> Iterator[str]:
        """Give line after line while the record goes on."""
        while self._lines.more():
            self.is_broken = self._size > LARGEST or (len(self.taken) > 1 and self._is_a_record(self.taken[-1]))
            if self.is_broken:
                return
            self.taken.append(self._lines.take())
            self._size += len(self.taken[-1])
            yield self.taken[-1]

    def _is_a_record(self, line: str) -> bool:
        """Say whether a line inside a field is a record of its own: as many cells, its name of the same make."""
        if self._width < 2 or line.count(self._delimiter) < self._width - 1:
            return False
        cells = next(csv.reader([line], delimiter=self._delimiter), [])
        shape = shape_of(cells[0]) if cells else ""
        return len(cells) == self._width and "9" in shape and shape == shape_of(self.taken[0].split(self._delimiter)[0])


def shape_of(name: str) -> str:
    """Give the make of a name: ``INC0012`` and ``INC7`` are both ``A9``."""
    return DIGITS.sub("9", LETTERS.sub("A", name.strip().strip('"')[:200]))
