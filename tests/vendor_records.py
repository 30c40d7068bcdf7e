"""How the export of a source is written record by record, so that each can be damaged and followed through.

Every text holds a mark, ``m12p3z`` for part 3 of record 12, and where a format allows it, so does every id.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from data.parameters import Parameters
from data.source import Choice, read_source
from data.source_rows import SourceRow, Unreadable

Record = dict[str, Any]
MARK = re.compile(r"m\d+p\d+z")
LINE_END = {"table": re.compile(rb"\r\n|\r|\n")}  # A table may come from any system; elsewhere it is \n.
TAIL = {"lines": b"\n", "table": b"\n", "tabs": b"\n", "array": b"]", "page": b"\n ]\n}\n"}
BETWEEN = {"lines": b"\n", "table": b"\n", "tabs": b"\n", "array": b",", "page": b",\n  "}


def mark(number: int, part: int = 0) -> str:
    """Give the mark of a part of a record."""
    return f"m{number}p{part}z"


def at(number: int, part: int = 0, end: str = "Z", between: str = "T") -> str:
    """Give a moment of a record, in the order of records and of their parts."""
    return f"2024-03-{4 + number // 1440 % 20:02}{between}{number // 60 % 24:02}:{number % 60:02}:{part:02}{end}"


@dataclass(frozen=True)
class Export:
    """How a source's file is written: ``times`` are fields whose times are used, ``link`` the one to another case."""

    name: str
    source: str
    form: Literal["lines", "table", "tabs", "array", "page"]
    record: Callable[[int], Record]
    identity: str = ""
    times: tuple[str, ...] = ()
    link: str = ""
    mapping: str = ""
    list_name: str = ""
    words: tuple[str, ...] = ()  # Fields that a message's text is made of.
    shared: bool = False  # Several records make one conversation.
    states: bool = False  # A record is a whole case again: it tells what differs from the record before.
    about: bytes = b""  # A record without these words tells of something else, and is passed over.
    beside: Callable[[int], dict[str, bytes]] = lambda _: {}

    @property
    def counted(self) -> bool:
        """Say whether its records are numbered, because they stand in a list, rather than known by their line."""
        return self.form in ("array", "page")

    def chunk(self, record: Record) -> bytes:
        """Write one record."""
        if self.form == "table":
            return table_line(record.values())
        if self.form == "tabs":
            return "\t".join(map(str, record.values())).encode("utf-8", "surrogatepass")
        indent = 1 if self.form == "page" else None
        return (
            json.dumps(record, indent=indent, ensure_ascii=False).replace("\n", "\n  ").encode("utf-8", "surrogatepass")
        )

    def file(self, chunks: Sequence[bytes]) -> tuple[bytes, list[int]]:
        """Write a whole file, and give the line or number of each record in it."""
        head = {"array": b"[", "page": b'{\n "%s": [\n  ' % self.list_name.encode()}.get(self.form, b"")
        if self.form == "table":
            head = table_line(self.record(0)) + b"\n"
        content, rows = [head], []
        line = 1 + head.count(b"\n")
        for number, chunk in enumerate(chunks, start=1):
            content += [chunk, BETWEEN[self.form]]
            rows.append(number if self.counted else line)
            line += self.lines(chunk)
        return b"".join([*content[:-1], TAIL[self.form]]), rows

    def lines(self, chunk: bytes) -> int:
        """Count the lines that a record takes."""
        return len(LINE_END.get(self.form, re.compile(b"\n")).findall(chunk + BETWEEN[self.form][:1]))

    def write(self, folder: Path, content: bytes, records: int) -> Path:
        """Put the file into a folder, with those that belong to it; give what the source reads."""
        folder.mkdir(parents=True, exist_ok=True)
        others = self.beside(records)
        for name, other in others.items():
            (folder / name).write_bytes(other)
        suffix = {"table": "csv", "tabs": "txt", "lines": "jsonl"}.get(self.form, "json")
        (folder / f"{self.name}.{suffix}").write_bytes(content)
        return folder if others else folder / f"{self.name}.{suffix}"

    def read(self, raw: Path, settings: Parameters) -> Iterator[SourceRow | Unreadable]:
        """Read it as the stage does."""
        mapping = raw.with_name("mapping.yaml") if self.mapping else None
        if mapping:
            mapping.write_text(self.mapping, encoding="utf-8")
        return read_source(Choice(self.source, raw, mapping), settings.conversations)


def table_line(cells: Any) -> bytes:
    """Write one line of a table, every cell as it is."""
    file = io.StringIO()
    csv.writer(file, lineterminator="").writerow(cells)
    return file.getvalue().encode("utf-8", "surrogatepass")


def all_chunks(record: Callable[[int], Record], records: int, form: Literal["lines", "table"]) -> bytes:
    """Write a flawless file of so many records, for the folder of a damaged one."""
    export = Export("", "", form, record)
    return export.file([export.chunk(record(number)) for number in range(records)])[0]
