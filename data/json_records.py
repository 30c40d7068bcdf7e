"""Records of a JSON export, streamed: JSON Lines, an array, or pages like ``{"tickets": [...]}``, one or many.

A broken record costs itself only; a file cut short gives the records before the cut and one that says so.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from data.field_types import UNUSABLE
from data.json_stream import LARGEST, Broken, JsonStream, why

Record = tuple[int, dict[str, Any] | Broken]
LOOKED_AT = 20  # Lines.
LONGEST_LIST = 10_000  # A longer list beside the wanted one is another table of the export, not part of a record.


def records(path: Path, key: str | None = None) -> Iterator[Record]:
    """Give each record with its line (JSON Lines) or number from 1; ``key`` names the list in a page.

    Bytes that are not UTF-8 become lone surrogates, which the tables refuse row by row.
    """
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="\n") as file:
        lines = is_json_lines(file)
        file.seek(0)
        yield from line_records(file, key) if lines else numbered(document_records(JsonStream(file), key))


def numbered(found: Iterator[Any]) -> Iterator[Record]:
    """Count records from 1; what is not an object is broken."""
    for number, record in enumerate(found, 1):
        yield number, as_record(record)


def is_json_lines(file: TextIO) -> bool:
    """Say whether each line is a record of its own, from the first lines, of which less than half may be damaged."""
    lines: list[str] = []
    while len(lines) < LOOKED_AT and sum(map(len, lines)) < LARGEST and (line := file.readline(LARGEST)):
        lines += [line.rstrip()] if line.strip() else []
    if not lines or lines[0].lstrip().startswith("["):
        return False
    objects = sum(line.startswith("{") and is_object(line) for line in lines)
    if objects * 2 > len(lines):
        return True
    if lines[0].endswith(("[", "{", ",")):
        return False
    return not lines[0].lstrip().startswith("{") or objects > 0


def is_object(text: str) -> bool:
    """Say whether a text is one whole JSON object."""
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def line_records(file: TextIO, key: str | None) -> Iterator[Record]:
    """Give the record of each line, or those of the page that stands in it; empty lines are passed over."""
    number, continued = 1, False
    while line := file.readline(LARGEST):
        whole = line.endswith("\n") or len(line) < LARGEST
        if not continued and line.strip():
            found = records_of_line(line, key) if whole else iter([Broken(line[:200], f"is longer than {LARGEST}")])
            yield from ((number, as_record(record)) for record in found)
        number, continued = number + whole, not whole


def records_of_line(line: str, key: str | None) -> Iterator[Any]:
    """Give what one line holds."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        if key and f'"{key}"' in line[:1000]:
            yield from document_records(JsonStream(io.StringIO(line)), key)
            return
        problem = error if isinstance(error, ValueError) else ValueError("is nested too deeply")
        yield Broken(line[:200], why(problem, not line.endswith("\n")))
        return
    if key and isinstance(record, dict) and isinstance(record.get(key), list):
        yield from record[key]
    else:
        yield record


def document_records(stream: JsonStream, key: str | None) -> Iterator[Any]:
    """Give the records of arrays, pages and objects that follow one another."""
    while sign := stream.peek():
        if sign == "[":
            yield from stream.elements()
        elif sign == "{":
            yield from page_records(stream, key)
        else:
            stream.position += 1
            if sign != ",":
                start = sign + stream.buffer[stream.position : stream.position + 200]
                yield Broken(start, "is not readable JSON (expected a list or an object); export it again")
                yield from stream.resumed()


def page_records(stream: JsonStream, key: str | None) -> Iterator[Any]:
    """Give the records of the wanted list of a page; an object without that list is a record itself."""
    stream.position += 1
    record: dict[str, Any] = {}
    wanted = False
    try:
        while (sign := stream.peek()) and sign != "}":
            if sign == ",":
                stream.position += 1
                continue
            name = member_name(stream)
            if stream.peek() == "[" and name == key:
                wanted = True
                yield from stream.elements()
            else:
                record[name] = shortened(stream) if stream.peek() == "[" else stream.value()
    except ValueError as error:
        yield Broken(stream.buffer[stream.position : stream.position + 200], why(error, stream.ended))
        yield from stream.resumed()
        return
    stream.position += 1
    if not sign:
        yield Broken("", "is missing: the file ends before its record does; export it again")
    elif not wanted:
        yield record


def member_name(stream: JsonStream) -> str:
    """Read a field's name and the colon after it."""
    name = stream.value()
    if not isinstance(name, str) or stream.peek() != ":":
        raise ValueError("expected a field's name")
    stream.position += 1
    return name


def shortened(stream: JsonStream) -> list[Any]:
    """Give a list beside the wanted one without holding more of it than a record can have."""
    kept: list[Any] = []
    outer = stream.indentation, stream.opening
    try:
        for element in stream.elements():
            if isinstance(element, Broken):
                raise ValueError(element.reason)
            if len(kept) < LONGEST_LIST:
                kept.append(element)
    finally:
        stream.indentation, stream.opening = outer
    return kept


def as_record(found: Any) -> dict[str, Any] | Broken:
    """Keep an object or what is broken; anything else is no record."""
    if isinstance(found, dict):
        if (name := broken_name(found)) is None:
            return found
        reason = f"has a field whose name {name[:50]!a} is broken text; save the file as UTF-8"
        return Broken(json.dumps(found, ensure_ascii=False)[:200], reason)
    if isinstance(found, Broken):
        return found
    return Broken(str(found)[:200], "is not a record; expected an object in braces")


def broken_name(value: Any) -> str | None:
    """Give a field's name, at any depth, that no UTF-8 file can hold: whatever it named would be overlooked."""
    if isinstance(value, list):
        return next((name for one in value if isinstance(one, (dict, list)) and (name := broken_name(one))), None)
    if isinstance(value, dict):
        own = next((name for name in value if not name.isascii() and UNUSABLE.search(name)), None)
        return own or broken_name([one for one in value.values() if isinstance(one, (dict, list))])
    return None
