"""Rows of a file nobody has described yet, streamed: a table with any delimiter and encoding, or JSON records."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from data.csv_dialect import UTF_8, delimiter_of, encoding_of
from data.csv_rows import csv_rows
from data.errors import BadInput
from data.file_kinds import HEAD, HOW_TO_OPEN
from data.formats import SOURCE_OF, files_of, looks_like
from data.json_records import records
from data.json_stream import Broken
from data.signatures import SIGNATURES

DEEPEST = 4
USS_COLUMNS = ["role", "text", "action", "satisfaction"]  # The published files have no header.
# Where each vendor's pages hold their records.
PAGES = {
    "zendesk": "tickets",
    "intercom": "conversations",
    "jira_service_management": "issues",
    "servicenow": "result",  # Of its table API; a downloaded export says "records".
}
ENCODING_NAMES = {UTF_8: "UTF-8"} | {f"cp{page}": f"Windows-{page}" for page in range(1250, 1259)}


class Row(NamedTuple):
    """One record: its text by column, and its lists of records (a conversation's messages, say) by their path."""

    number: int
    cells: dict[str, str]
    lists: dict[str, list[dict[str, str]]]


class Export(NamedTuple):
    """A file ready to be looked at; ``kind`` is what ``data.formats.looks_like`` calls it.

    ``nameless`` are the places, from 1, of columns without a name of their own: no mapping can name them.
    """

    path: Path
    kind: str
    encoding: str
    delimiter: str | None
    rows: Iterator[Row | Broken]
    nameless: tuple[int, ...] = ()
    repeated: Mapping[str, int] = MappingProxyType({})  # Names that several columns share, and how many do.
    is_sure: bool = True  # Of its encoding.


def open_export(path: Path) -> Export:
    """Find out what a file is and give its rows; raises BadInput for a file that holds none."""
    if path.is_dir():
        raise folder_error(path)
    if not path.is_file():
        raise BadInput("FILE", path, "is not a file", "give the path of an existing file")
    if path.stat().st_size == 0:
        raise BadInput("FILE", path, "is empty (0 bytes)", "export again and look at the file's size")
    kind = looks_like(path)
    if kind in HOW_TO_OPEN:
        raise BadInput("FILE", path, f"is a file of the kind {kind}", HOW_TO_OPEN[kind])
    encoding, is_sure = encoding_of(path)
    with path.open(encoding=encoding, errors="replace") as text:
        start = text.read(HEAD).lstrip()[:1]
    if not start:
        raise BadInput("FILE", path, "holds only empty lines", "export again and look into the file")
    if kind in ("json", "json lines", "betold") or start in ("{", "["):
        return Export(path, kind or "json", encoding, None, json_rows(path, place_of_records(path, kind)))
    if kind == "uss":
        return Export(path, kind, encoding, None, table_rows(csv_rows(path, "\t", encoding), USS_COLUMNS, "\t"))
    delimiter = delimiter_of(path, encoding)
    rows = csv_rows(path, delimiter, encoding)
    _, header = next(rows, (1, []))
    nameless = tuple(place for place, name in enumerate(header, 1) if not name or header.count(name) > 1)
    repeated = {name: count for name, count in Counter(filter(None, header)).items() if count > 1}
    table = table_rows(rows, header, delimiter)
    return Export(path, kind or "csv", encoding, delimiter, table, nameless, repeated, is_sure)


def folder_error(path: Path) -> BadInput:
    """Say what to do with a folder: one of a vendor's export is read whole by its source."""
    found = looks_like(path) if files_of(path) else None
    source = SOURCE_OF.get(found or "", found)
    if source in SIGNATURES:
        fix = f"make run SOURCE={source} RAW={shlex.quote(str(path))}, or describe one of its files"
        return BadInput("FILE", path, f"is a folder that looks like an export of {source}", fix)
    return BadInput("FILE", path, "is a folder", "give one of its files")


def place_of_records(path: Path, kind: str | None) -> str | None:
    """Give the key under which a vendor's page holds its records; None for a file that is a list or lines."""
    with path.open("rb") as file:
        if kind == "servicenow" and b'"records"' in file.read(200):
            return "records"
    return PAGES.get(kind or "")


def table_rows(rows: Iterable[tuple[int, list[str]]], header: list[str], delimiter: str) -> Iterator[Row | Broken]:
    """Give the rows of a table by the names of its header; a row of another width is broken."""
    named = {name: place for place, name in enumerate(header) if name and header.count(name) == 1}
    for line, cells in rows:
        if len(cells) == len(header):
            yield Row(line, {name: cells[place] for name, place in named.items()}, {})
        else:
            yield Broken(delimiter.join(cells)[:200], f"has {len(cells)} cells where the header has {len(header)}")


def json_rows(path: Path, key: str | None = None) -> Iterator[Row | Broken]:
    """Give the records of a JSON file, nested fields by their dotted path; ``key`` names the list in a page."""
    for number, record in records(path, key):
        if isinstance(record, Broken):
            yield record
            continue
        lists: dict[str, list[dict[str, str]]] = {}
        yield Row(number, dict(flat(record, "", 0, lists)), lists)


def flat(
    record: dict[str, Any], place: str, depth: int, lists: dict[str, list[dict[str, str]]]
) -> Iterator[tuple[str, str]]:
    """Give each plain value with its dotted path; lists of records go to ``lists``."""
    for name, value in record.items():
        path = f"{place}{name}"
        if not name or (isinstance(value, dict) and "." in name):
            continue  # No dotted path leads there.
        if isinstance(value, dict) and depth < DEEPEST:
            yield from flat(value, f"{path}.", depth + 1, lists)
        elif isinstance(value, list) and value and all(isinstance(part, dict) for part in value):
            lists[path] = [dict(flat(part, "", depth + 1, {})) for part in value]
        else:
            yield path, plain(value)


def plain(value: Any) -> str:
    """Write a plain value as a cell would hold it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return ", ".join(map(plain, value)) if isinstance(value, list) else str(value)
