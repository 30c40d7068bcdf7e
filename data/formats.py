"""What a file looks like from its first bytes: whose export it is, or which kind of file.

Only the first bytes are read, so a truncated file is recognised too. One damaged record never hides a format.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import ijson

from data.csv_rows import separator_named
from data.file_kinds import HEAD, UTF_16, kind_of_bytes
from data.signatures import vendor_of

DELIMITERS = (",", ";", "\t", "|")
SOURCE_OF = {"servicenow event log": "servicenow", "csv": "csv_file", "json lines": "jsonl_file", "json": "jsonl_file"}
GENERIC = ("csv", "json lines", "json")
SPEAKER_LINE = re.compile(r"^(?:USER|SYSTEM)\t", re.MULTILINE)
GROUP_NUMBER = re.compile(r"\bGRP_\d")
KEY = re.compile(r'"(\w+)"\s*:')
LONG_NUMBER = re.compile(rb"\d{1000,}")
DEEPEST = 5  # Objects further in say nothing about whose export it is.


class Look(NamedTuple):
    """What a file looks like: a vendor's export, a kind of file or nothing known, and whether it holds JSON."""

    name: str | None
    is_json: bool = False


def looks_like(path: Path) -> str | None:
    """Name the export or kind of file that a file, or a folder of files, looks like; None where nothing is known."""
    return look_at(path).name


def look_at(path: Path) -> Look:
    """Give what a file, or a folder of files, looks like; of a folder the file that says most."""
    if path.is_dir():
        found = [look for file in files_of(path) if (look := look_at(file)).name]
        return next((look for look in found if look.name not in GENERIC), next(iter(found), Look(None)))
    with path.open("rb") as file:
        head = file.read(HEAD)
    kind = kind_of_bytes(head)
    if kind or not head.strip():
        return Look(kind)
    text = head.decode("utf-16" if head.startswith(UTF_16) else "utf-8-sig", "replace").lstrip()
    # Not splitlines(): that also cuts at signs that stand inside texts.
    lines = [line for line in re.split(r"\r\n|\r|\n", text) if line.strip()]
    if not lines:
        return Look(None)
    if len(SPEAKER_LINE.findall(text)) * 2 > len(lines):
        return Look("uss")
    if separator_named(lines[0]) and len(lines) > 1:
        lines = lines[1:]
    starts = Counter(line.lstrip()[0] for line in lines)
    if text[0] in "[{" or starts["{"] * 2 > len(lines):
        generic = "json lines" if is_json_lines(text, lines) else "json"
        return Look(vendor_of(keys_by_object(head, lines)) or generic, is_json=True)
    if delimiter := delimiter_of(lines):
        vendor = vendor_of([{name.strip().strip('"') for name in lines[0].split(delimiter)}])
        # A list of ServiceNow with its labels has the same columns; only the groups' names tell the two apart.
        return Look("csv" if vendor == "it_tickets" and not GROUP_NUMBER.search(text) else vendor or "csv")
    return Look(None)


def files_of(folder: Path) -> list[Path]:
    """Give the files of an exported folder, without what is hidden and the project's own YAML files."""
    return [
        path for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".") and path.suffix not in (".yaml", ".yml")
    ]  # fmt: skip


def keys_by_object(head: bytes, lines: list[str]) -> list[set[str]]:
    """Give the key names of the objects near the top of a JSON text, grouped by their place."""
    places: dict[str, set[str]] = defaultdict(set)
    try:
        for place, name in names_of_fields(head):
            places[place].add(name)
    except (ijson.JSONError, UnicodeDecodeError):
        pass  # The first bytes end inside a record, and a damaged record says nothing.
    for line in lines[:50]:
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(record, dict):
            places["line"] |= set(record)
    return list(places.values()) or [set(KEY.findall(line)) for line in lines[:50]]


def names_of_fields(head: bytes) -> Iterator[tuple[str, str]]:
    """Give each field's name near the top of a JSON text with the place of its object: ``tickets.item``.

    Not by ijson.parse(): that makes a prefix at every level, and 50 kB of brackets fill the memory.
    """
    # ijson's C code ends the whole process at a number that has more digits than Python turns into an integer.
    text = LONG_NUMBER.sub(b"0", head.removeprefix(b"\xef\xbb\xbf"))
    path: list[str] = []  # For each open object the name at hand, for each open list "item".
    depth = 0
    for event, value in ijson.basic_parse(text, multiple_values=True):
        if event in ("start_map", "start_array"):
            depth += 1
            if depth <= DEEPEST:
                path.append("" if event == "start_map" else "item")
        elif event in ("end_map", "end_array"):
            if depth <= DEEPEST:
                path.pop()
            depth -= 1
        elif event == "map_key" and depth <= DEEPEST:
            yield ".".join(path[:-1]), value
            path[-1] = value


def is_json_lines(text: str, lines: list[str]) -> bool:
    """Say whether each line is an object of its own, rather than the file one document."""
    objects = sum(line.startswith("{") and line.rstrip().endswith("}") for line in lines)
    return text[0] != "[" and (objects * 2 > len(lines) or (len(lines) == 1 and len(text) >= HEAD // 4))


def delimiter_of(lines: list[str]) -> str | None:
    """Give the sign that separates the cells of the first line; None where it is no table."""
    header, sample = lines[0], lines[1:20]
    counts = {sign: header.count(sign) for sign in DELIMITERS}
    best = max(counts, key=lambda sign: (counts[sign], sum(line.count(sign) for line in sample)))
    return best if counts[best] else None
