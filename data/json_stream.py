"""Values of a JSON text of any size, one after another; a broken element of an array costs itself only."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple, TextIO

from data.repeated_names import Decoder, twice

CHUNK = 1 << 16
LARGEST = 1 << 25  # Characters of one record; a longer one is broken, so that memory stays bounded.
NEAR_END = 12  # An error this close to the end of what was read may only mean that the rest is not read yet.
DECODER = json.JSONDecoder()  # For looking ahead.
OPENED = re.compile(r'\{\s*"[^"\\]{1,100}"')
CANDIDATES = 500
ENDING = re.compile(r'[\s\]}]*\Z|\s*,\s*"')  # Of a file, or of a page's list with other fields after it.
INDENTED = re.compile(r"\n[ \t]*\Z")


class Broken(NamedTuple):
    """A record that is not readable JSON: how it begins, and why."""

    value: str
    reason: str


class JsonStream:
    """A JSON text of which only the part in hand is in memory."""

    def __init__(self, file: TextIO) -> None:
        self.file, self.buffer, self.position, self.ended = file, "", 0, False
        self.decoder = Decoder()
        self.repeated: str | None = None  # The name that the latest value, or list, gives twice.
        self.indentation: str | None = None  # What stands before the first record of the latest list.
        self.opening: re.Pattern[str] | None = None

    def more(self) -> bool:
        """Read on, twice as far each time; say whether there was anything."""
        self.buffer, self.position = self.buffer[self.position :], 0
        piece = "" if self.ended else self.file.read(max(CHUNK, len(self.buffer)))
        self.ended = not piece
        self.buffer += piece
        return bool(piece)

    def peek(self) -> str:
        """Give the next sign that is not white space, or nothing at the end."""
        while True:
            while self.position < len(self.buffer):
                if not self.buffer[self.position].isspace():
                    return self.buffer[self.position]
                self.position += 1
            if not self.more():
                return ""

    def value(self) -> Any:
        """Decode the value at the position; raises ValueError where it is broken or cut short."""
        while True:
            try:
                found, self.position = self.decoder.value(self.buffer, self.position)
            except json.JSONDecodeError as error:
                cut = error.pos >= len(self.buffer) - NEAR_END or error.msg.startswith("Unterminated")
                if not cut or len(self.buffer) - self.position > LARGEST or not self.more():
                    raise
            except RecursionError:
                raise ValueError("is nested too deeply") from None
            else:
                self.repeated = self.decoder.repeated
                return found

    def elements(self) -> Iterator[Any]:
        """Give each element of the array that begins at the position, or why it is broken."""
        self.position += 1
        self.indentation = self.opening = None
        yield from self.rest_of_elements()

    def rest_of_elements(self) -> Iterator[Any]:
        """Give each element from the position to the end of its array."""
        while sign := self.peek():
            if sign == "]":
                self.position += 1
                return
            if sign == ",":
                self.position += 1
                continue
            if self.indentation is None and sign == "{":
                before = INDENTED.search(self.buffer[max(0, self.position - 200) : self.position])
                self.indentation = before.group() if before else ""
            start = self.buffer[self.position : self.position + 200]
            try:
                found = self.value()
                if not isinstance(found, dict) and self.peek() not in ("", ",", "]"):
                    raise ValueError("expected an object, or the end of the list")
                yield found if self.repeated is None else Broken(start, unreadable(twice(self.repeated)))
            except ValueError as error:
                yield Broken(start, why(error, self.ended))
                self.skip_to_record()
        yield Broken("", "is missing: the file ends before its list does; export it again")

    def resumed(self) -> Iterator[Any]:
        """Give the elements after a place that is no JSON, from where the next record of the latest array opens."""
        while self.indentation is not None and self.skip_to_record():
            yield from self.rest_of_elements()
            self.peek()
            rest = self.buffer[self.position : self.position + 200]
            if not ENDING.match(rest):
                yield Broken(rest, "is not readable JSON (expected the end of the file); export it again")
        self.position, self.buffer, self.ended = 0, "", True

    def skip_to_record(self) -> bool:
        """Move to where the next record opens; False at the end of the text."""
        self.opening = self.opening or how_records_open(self.indentation or "", self.buffer, self.position)
        self.position += 1
        while not (found := self.opening.search(self.buffer, self.position)):
            # The opening itself may lie across the edge of what was read.
            self.position = max(self.position, len(self.buffer) - 200)
            if not self.more():
                self.position = len(self.buffer)
                return False
        self.position = found.end() - len(found.group("record"))
        return True


def how_records_open(indentation: str, text: str, position: int) -> re.Pattern[str]:
    """Give what the records of a list begin with, of which those at the position may be broken.

    A record on a line of its own is found by its indentation: no text within JSON holds a raw line end. Where all is
    one line, by the name of its first field after a closed record.
    """
    if indentation:
        return re.compile(rf"{indentation}(?P<record>\{{)")
    first = re.escape(first_name(text, position)) or r"\{"
    return re.compile(rf"[}}\]\"]?\s*,\s*(?P<record>{first})")


def first_name(text: str, position: int) -> str:
    """Give the brace and the first name of the largest object after a position: records hold others, not reversed."""
    largest: dict[str, int] = {}
    for found in islice(OPENED.finditer(text, position, position + CHUNK), CANDIDATES):
        try:
            _, end = DECODER.raw_decode(text, found.start())
        except (ValueError, RecursionError):
            end = found.end()
        largest[found.group()] = max(end - found.start(), largest.get(found.group(), 0))
    return max(largest, key=lambda name: largest[name], default="")


def why(error: ValueError, ended: bool) -> str:
    """Say what is wrong with a record."""
    if ended and isinstance(error, json.JSONDecodeError):
        rest = error.doc[error.pos :]
        # What is closed again behind the fault was not cut there.
        if error.msg.startswith("Unterminated") or not ("}" in rest or "]" in rest):
            return "is cut short by the end of the file; export it again"
    return unreadable(error.msg if isinstance(error, json.JSONDecodeError) else str(error))


def unreadable(problem: str) -> str:
    """Give the reason of a record that cannot be read."""
    return f"is not readable JSON ({problem}); export it again"
