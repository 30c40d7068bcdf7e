"""Values of a JSON text of any size, one after another; a broken element of an array costs itself only."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple, TextIO

CHUNK = 1 << 16
LARGEST = 1 << 25  # Characters of one record; a longer one is broken, so that memory stays bounded.
NEAR_END = 12  # An error this close to the end of what was read may only mean that the rest is not read yet.
DECODER = json.JSONDecoder()


class Broken(NamedTuple):
    """A record that is not readable JSON: how it begins, and why."""

    value: str
    reason: str


class JsonStream:
    """A JSON text of which only the part in hand is in memory."""

    def __init__(self, file: TextIO) -> None:
        self.file, self.buffer, self.position, self.ended = file, "", 0, False

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
                found, self.position = DECODER.raw_decode(self.buffer, self.position)
            except json.JSONDecodeError as error:
                cut = error.pos >= len(self.buffer) - NEAR_END or error.msg.startswith("Unterminated")
                if not cut or len(self.buffer) - self.position > LARGEST or not self.more():
                    raise
            except RecursionError:
                raise ValueError("is nested too deeply") from None
            else:
                return found

    def elements(self) -> Iterator[Any]:
        """Give each element of the array at the position, or why it is broken."""
        self.position += 1
        opening: re.Pattern[str] | None = None
        while sign := self.peek():
            if sign == "]":
                self.position += 1
                return
            if sign == ",":
                self.position += 1
                continue
            opening = opening or how_records_open(self.buffer, self.position)
            start = self.buffer[self.position : self.position + 200]
            try:
                yield self.value()
            except ValueError as error:
                yield Broken(start, why(error, self.ended))
                self.skip_to(opening)
        yield Broken("", "is missing: the file ends before its list does; export it again")

    def skip_to(self, opening: re.Pattern[str]) -> None:
        """Move to where the next record opens, or to the end of the text."""
        self.position += 1
        while not (found := opening.search(self.buffer, self.position)):
            # The opening itself may lie across the edge of what was read.
            self.position = max(self.position, len(self.buffer) - 200)
            if not self.more():
                self.position = len(self.buffer)
                return
        self.position = found.end() - len(found.group("record"))


def how_records_open(text: str, position: int) -> re.Pattern[str]:
    """Give what the next record of an array begins with, from how the first one does.

    A record on a line of its own is found by its indentation: no text within JSON holds a raw line end. Where all is
    one line, by the name of its first field after a closed record.
    """
    before = re.search(r"\n[ \t]*\Z", text[max(0, position - 200) : position])
    if before:
        return re.compile(f"{re.escape(before.group())}(?P<record>\\{{)")
    name = re.match(r'\{\s*"(?:[^"\\]|\\.)*"', text[position : position + 200])
    first = re.escape(name.group()) if name else r"\{"
    return re.compile(rf"[}}\]\"]?\s*,\s*(?P<record>{first})")


def why(error: ValueError, ended: bool) -> str:
    """Say what is wrong with a record."""
    if ended and isinstance(error, json.JSONDecodeError) and error.pos >= len(error.doc) - NEAR_END:
        return "is cut short by the end of the file; export it again"
    problem = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
    return f"is not readable JSON ({problem}); export it again"
