"""Records of a JSON text that is one document or several: arrays, and pages like ``{"tickets": [...]}``, streamed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from data.json_stream import Broken, JsonStream, unreadable, why
from data.repeated_names import twice

Beside = Callable[[str, Any], None]
LONGEST_LIST = 10_000  # A longer list beside the wanted one is another table of the export, not part of a record.


def ignored(name: str, value: Any) -> None:
    """Take a field that nobody asked for."""


def document_records(stream: JsonStream, key: str | None, beside: Beside = ignored) -> Iterator[Any]:
    """Give the records of arrays, pages and objects that follow one another."""
    while sign := stream.peek():
        if sign == "[":
            yield from stream.elements()
        elif sign == "{":
            yield from page_records(stream, key, beside)
        else:
            stream.position += 1
            if sign != ",":
                start = sign + stream.buffer[stream.position : stream.position + 200]
                yield Broken(start, "is not readable JSON (expected a list or an object); export it again")
                yield from stream.resumed()


def page_records(stream: JsonStream, key: str | None, beside: Beside) -> Iterator[Any]:
    """Give the records of the wanted list of a page; an object without that list is a record itself."""
    stream.position += 1
    record: dict[str, Any] = {}
    wanted = False
    repeated: str | None = None
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
                value = shortened(stream) if stream.peek() == "[" else stream.value()
                old = record.get(name, value)
                repeated = repeated or stream.repeated or (name if old is not value and old != value else None)
                record[name] = value
                beside(name, value)
    except ValueError as error:
        yield Broken(stream.buffer[stream.position : stream.position + 200], why(error, stream.ended))
        yield from stream.resumed()
        return
    stream.position += 1
    if not sign:
        yield Broken("", "is missing: the file ends before its record does; export it again")
    elif not wanted:
        yield record if repeated is None else Broken(json.dumps(record)[:200], unreadable(twice(repeated)))


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
    repeated: str | None = None
    outer = stream.indentation, stream.opening
    try:
        for element in stream.elements():
            repeated = repeated or stream.repeated
            if isinstance(element, Broken) and stream.repeated is None:
                raise ValueError(element.reason)
            if len(kept) < LONGEST_LIST:
                kept.append(element)
    finally:
        stream.indentation, stream.opening = outer
    stream.repeated = repeated
    return kept
