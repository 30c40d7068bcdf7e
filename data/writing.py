"""Tables written part by part, so that memory does not grow with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from data.schema import Record
from data.tables import TABLES, arrow_schema, to_arrow

PART_ROWS = 2_000
PART_CHARACTERS = 2_000_000  # Long texts are packed earlier.
# Writer and readers keep some 850 bytes a column of every row group to the end of the file: few and large ones, or
# memory grows with the table.
GROUP_ROWS = 20_000
GROUP_BYTES = 4_000_000
Pack = Callable[[list[Any]], pa.Table]


class PartWriter:
    """One Parquet file, written a row group at a time.

    ``pack`` turns rows into a table; that is done early, as packed rows take a tenth of the memory.
    """

    def __init__(self, file: pq.ParquetWriter, pack: Pack) -> None:
        self._file, self._pack = file, pack
        self._rows: list[Any] = []
        self._characters = 0
        self._parts: list[pa.Table] = []
        self.count = 0

    def add(self, rows: Sequence[Any]) -> None:
        """Take more rows."""
        self._rows.extend(rows)
        self.count += len(rows)
        self._characters += sum(len(getattr(row, "text", "")) for row in rows)
        if len(self._rows) >= PART_ROWS or self._characters >= PART_CHARACTERS:
            self._pack_rows()
            parts = self._parts
            if sum(part.num_rows for part in parts) >= GROUP_ROWS or sum(part.nbytes for part in parts) >= GROUP_BYTES:
                self.flush()

    def flush(self) -> None:
        """Write what was taken so far."""
        self._pack_rows()
        if self._parts:
            self._file.write_table(pa.concat_tables(self._parts))
        self._parts = []

    def _pack_rows(self) -> None:
        if self._rows:
            self._parts.append(self._pack(self._rows))
        self._rows, self._characters = [], 0


class Opened:
    """Files that are being written under other names, all to be put in their places together."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._writers: list[PartWriter] = []
        self.places: dict[Path, Path] = {}

    def table(self, path: Path, schema: pa.Schema, pack: Pack | None = None) -> PartWriter:
        """Open a Parquet file for rows that come part by part; without ``pack`` a row is a map by column."""
        path.parent.mkdir(parents=True, exist_ok=True)
        partial_path = path.with_name(f".{path.name}.partial")
        self.places[partial_path] = path
        # Statistics of every part of every column stay in memory to the end, and nothing reads them.
        file = self._stack.enter_context(pq.ParquetWriter(partial_path, schema, write_statistics=False))
        self._writers.append(PartWriter(file, pack or partial(pa.Table.from_pylist, schema=schema)))
        return self._writers[-1]

    def flush(self) -> None:
        """Write what was taken so far."""
        for writer in self._writers:
            writer.flush()


@contextmanager
def written_together() -> Iterator[Opened]:
    """Open Parquet files that appear when all of them are complete, or not at all.

    A file that is closed on the way, by Ctrl-C too, is a readable table: the next stage would take half for the whole.
    """
    with ExitStack() as stack:
        opened = Opened(stack)
        try:
            yield opened
            opened.flush()
            stack.close()
            for partial_path, path in opened.places.items():
                partial_path.replace(path)
        finally:
            stack.close()
            for partial_path in opened.places:
                partial_path.unlink(missing_ok=True)


@contextmanager
def written_in_parts(path: Path, schema: pa.Schema, pack: Pack | None = None) -> Iterator[PartWriter]:
    """Open one Parquet file for rows that come part by part; it appears when it is complete."""
    with written_together() as opened:
        yield opened.table(path, schema, pack)


@contextmanager
def canonical_tables(folder: Path, names: Iterable[str] = TABLES) -> Iterator[dict[str, PartWriter]]:
    """Open canonical tables for their records; a table that gets none is a file without rows."""
    with written_together() as opened:
        yield {
            name: opened.table(folder / f"{name}.parquet", arrow_schema(name), partial(to_arrow, name))
            for name in names
        }


def write_records(folder: Path, name: str, records: Iterable[Record]) -> None:
    """Write one canonical table at once."""
    with canonical_tables(folder, [name]) as writers:
        writers[name].add(list(records))
