"""Records of a JSON export, streamed: JSON Lines, an array, or pages like ``{"tickets": [...]}``, one or many.

A broken record costs itself only; a file cut short gives the records before the cut and one that says so.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from data.field_types import UNUSABLE
from data.json_pages import Beside, document_records, ignored
from data.json_stream import LARGEST, Broken, JsonStream, unreadable, why
from data.repeated_names import Decoder

Record = tuple[int, dict[str, Any] | Broken]
LOOKED_AT = 20  # Lines.
DEEPEST = 100  # Levels of a record: whoever walks through it later must not come to the end of Python's stack.


def records(path: Path, key: str | None = None, beside: Beside = ignored) -> Iterator[Record]:
    """Give each record with its line (JSON Lines) or number from 1; ``key`` names the list in a page.

    ``beside`` is told name and value of the other fields of pages, and of records that stand in no list. Bytes that are
    not UTF-8 become lone surrogates, which the tables refuse row by row.
    """
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="\n") as file:
        lines = is_json_lines(file, key)
        file.seek(0)
        yield from (
            line_records(file, key, beside) if lines else numbered(document_records(JsonStream(file), key, beside))
        )


def numbered(found: Iterator[Any]) -> Iterator[Record]:
    """Count records from 1; what is not an object is broken."""
    for number, record in enumerate(found, 1):
        yield number, as_record(record)


def is_json_lines(file: TextIO, key: str | None) -> bool:
    """Say whether each line is a record of its own, from the first lines, of which less than half may be damaged."""
    lines: list[str] = []
    while len(lines) < LOOKED_AT and sum(map(len, lines)) < LARGEST and (line := file.readline(LARGEST)):
        if not lines and len(line) >= LARGEST:
            # One giant record, unless it is a page, which is read as a stream.
            return line.startswith("{") and not holds_list(line, key) and another_opens(file)
        lines += [line.rstrip()] if line.strip() else []
    if not lines or lines[0].lstrip().startswith("["):
        return False
    objects = sum(line.startswith("{") and is_object(line) for line in lines)
    if objects * 2 > len(lines):
        return True
    if lines[0].endswith(("[", "{", ",")):
        return False
    return not lines[0].lstrip().startswith("{") or objects > 0


def holds_list(text: str, key: str | None) -> bool:
    """Say whether a text names the wanted list anywhere."""
    return key is not None and re.search(rf'"{re.escape(key)}"\s*:\s*\[', text) is not None


def another_opens(file: TextIO) -> bool:
    """Pass over the rest of a line; say whether the next one with anything on it opens an object."""
    while (rest := file.readline(LARGEST)) and not rest.endswith("\n"):
        pass
    while (line := file.readline(LARGEST)) and not line.strip():
        pass
    return line.startswith("{")


def is_object(text: str) -> bool:
    """Say whether a text is one whole JSON object."""
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def line_records(file: TextIO, key: str | None, beside: Beside) -> Iterator[Record]:
    """Give the record of each line, or those of the page that stands in it; empty lines are passed over."""
    number, continued, decoder = 1, False, Decoder()
    while line := file.readline(LARGEST):
        whole = line.endswith("\n") or len(line) < LARGEST
        if not continued and line.strip():
            found = (
                records_of_line(line, key, beside, decoder)
                if whole
                else iter([Broken(line[:200], f"is longer than {LARGEST}")])
            )
            yield from ((number, as_record(record)) for record in found)
        number, continued = number + whole, not whole


def records_of_line(line: str, key: str | None, beside: Beside, decoder: Decoder) -> Iterator[Any]:
    """Give what one line holds."""
    try:
        record = decoder.whole(line)
    except (ValueError, RecursionError) as error:
        if key and (f'"{key}"' in line[:1000] or (decoder.repeated is not None and holds_list(line, key))):
            yield from document_records(JsonStream(io.StringIO(line)), key, beside)
            return
        problem = error if isinstance(error, ValueError) else ValueError("is nested too deeply")
        yield Broken(line[:200], why(problem, not line.endswith("\n")))
        return
    is_page = isinstance(record, dict) and key and isinstance(record.get(key), list)
    for name, value in record.items() if isinstance(record, dict) else ():
        if not is_page or name != key:
            beside(name, value)
    if is_page:
        yield from record[key]
    else:
        yield record


def as_record(found: Any) -> dict[str, Any] | Broken:
    """Keep an object or what is broken; anything else is no record."""
    if isinstance(found, dict):
        try:
            name = broken_name(found)
        except RecursionError:
            flat = {name: value for name, value in found.items() if not isinstance(value, (dict, list))}
            return Broken(json.dumps(flat, ensure_ascii=False)[:200], unreadable("is nested too deeply"))
        if name is None:
            return found
        reason = f"has a field whose name {name[:50]!a} is broken text; save the file as UTF-8"
        return Broken(json.dumps(found, ensure_ascii=False)[:200], reason)
    if isinstance(found, Broken):
        return found
    return Broken(str(found)[:200], "is not a record; expected an object in braces")


def broken_name(value: Any, levels: int = DEEPEST) -> str | None:
    """Give a field's name, at any depth, that no UTF-8 file can hold: whatever it named would be overlooked."""
    if not levels:
        raise RecursionError
    if isinstance(value, dict):
        own: str | None = next((name for name in value if not name.isascii() and UNUSABLE.search(name)), None)
        if own is not None:
            return own
        value = value.values()
    for one in value:
        if isinstance(one, (dict, list)) and (name := broken_name(one, levels - 1)):
            return name
    return None
