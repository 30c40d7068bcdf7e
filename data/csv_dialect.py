"""How a table was written, found out from the file: its encoding and the sign between its cells."""

from __future__ import annotations

import codecs
import csv
import re
import sys
from collections import Counter
from pathlib import Path

from data.csv_rows import separator_named
from data.encoding_guess import LARGEST_SAMPLE, WINDOWS, Guess, guess_encoding, telling_lines
from data.errors import BadInput
from data.file_kinds import HEAD, HOW_TO_OPEN
from data.formats import DELIMITERS, looks_like
from data.refusal import refuse_other_format

CHUNK = 1 << 20
UTF_8 = "utf-8-sig"
MARKS = {codecs.BOM_UTF8: UTF_8, codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
BROKEN = re.compile("[\udc80-\udcff]")  # What ``surrogateescape`` makes of a byte that is not UTF-8.
BEYOND_ASCII = re.compile("[^\x00-\x7f\udc80-\udcff]")
# Of the bytes beyond ASCII, those that people's texts in Windows-1252 hold: letters, quotes, dashes, currencies.
LIKELY = re.compile(
    "[\udc80\udc85\udc91-\udc97\udca0\udca1\udca3\udca7\udcab\udcb0\udcbb\udcbf-\udcd6\udcd8-\udcf6\udcf8-\udcfd]"
)


def encoding_of(raw: Path) -> Guess:
    """Name the encoding of a file, and say whether it is sure; single broken bytes leave it UTF-8.

    Reads the whole file, because the first letter with an accent may stand in the last row.
    """
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    letters, broken, likely, sample = 0, 0, 0, b""
    with raw.open("rb") as file:
        if wide := wide_encoding(file.read(HEAD)):
            return Guess(wide, is_sure=True)
        file.seek(0)
        while chunk := file.read(CHUNK):
            text = decoder.decode(chunk)
            if not text.isascii():
                sample += telling_lines(chunk, LARGEST_SAMPLE - len(sample))
                letters += len(BEYOND_ASCII.findall(text))
                broken += len(BROKEN.findall(text))
                likely += len(LIKELY.findall(text))
    rest = decoder.decode(b"", final=True)
    broken, likely = broken + len(rest), likely + len(LIKELY.findall(rest))
    if broken <= letters:
        return Guess(UTF_8, is_sure=True)
    return guess_encoding(sample) or Guess(WINDOWS if likely >= 0.95 * broken else UTF_8, is_sure=True)


def wide_encoding(head: bytes) -> str | None:
    """Name an encoding that a mark at the beginning gives away, or zeros in every second byte."""
    for mark, name in MARKS.items():
        if head.startswith(mark):
            return name
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = max(len(head) // 2, 1)
    if odd * 2 > half > 4 * even:
        return "utf-16-le"
    return "utf-16-be" if even * 2 > half > 4 * odd else None


def checked_encoding(raw: Path, wanted: str | None) -> str:
    """Give the encoding to read a table with; raises BadInput for what is empty, unknown or no table."""
    if raw.is_dir():
        raise BadInput("RAW", raw, "is a folder", "give one CSV file")
    if wanted:
        try:
            codecs.lookup(wanted)
        except LookupError:
            fix = "leave it out, or name one like utf-8, utf-16 or cp1252"
            raise BadInput("mapping: encoding", wanted, "is an unknown encoding", fix) from None
    encoding = wanted or (sure_encoding(raw) if raw.is_file() else UTF_8)
    encoding = UTF_8 if codecs.lookup(encoding).name == "utf-8" else encoding  # Python's name of UTF-8, mark or not.
    is_utf_8 = encoding == UTF_8
    if is_utf_8 or not raw.stat().st_size or looks_like(raw) in HOW_TO_OPEN:
        refuse_other_format(raw, expected="csv_file")
    return encoding


def sure_encoding(raw: Path) -> str:
    """Name the encoding of a file; raises BadInput for a guess: a wrong one would store words that nobody wrote."""
    found = encoding_of(raw)
    if not found.is_sure:
        problem = f"is not UTF-8; it may be {found.encoding}, which is a guess"
        fix = f"look at its words in python -m data.describe {raw.name}, then say encoding: {found.encoding}"
        raise BadInput("RAW", raw, problem, f"{fix} in the mapping, or another; or save the file as UTF-8")
    return found.encoding


def delimiter_of(raw: Path, encoding: str) -> str:
    """Give the sign that the file names, or that cuts its first rows into equally many cells, and into most."""
    with raw.open(encoding=encoding, errors="replace", newline="") as file:
        lines = file.read(HEAD).splitlines(keepends=True)
    if lines and (named := separator_named(lines[0])):
        return named
    best = max(DELIMITERS, key=lambda sign: evenness(lines[:200], sign))
    return best if evenness(lines[:200], best) > (0.0, 0) else ","


def evenness(lines: list[str], delimiter: str) -> tuple[float, int]:
    """Give the share of rows that have as many cells as the header, and how many that are."""
    csv.field_size_limit(sys.maxsize)  # A quote left open makes one cell of all these lines.
    rows = [cells for cells in csv.reader(lines, delimiter=delimiter) if cells]
    if not rows or len(rows[0]) < 2:
        return 0.0, 0
    widths = Counter(len(cells) for cells in rows)
    return round(widths[len(rows[0])] / len(rows), 1), len(rows[0])
