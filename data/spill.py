"""What may be larger than memory, on a temporary SQLite file: names already seen, records by name.

SQLite because it comes with Python, sorts and searches on disk, and its memory is one setting.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

PAGES = -2_000  # Negative: kilobytes of cache, whatever the size of the file.


@contextmanager
def temporary_database() -> Iterator[sqlite3.Connection]:
    """Give an empty database that is gone afterwards; nothing in it survives a crash, and nothing needs to."""
    with TemporaryDirectory(prefix="escalation-") as folder:
        database = sqlite3.connect(Path(folder) / "spill.sqlite", isolation_level=None)
        try:
            for setting in ("journal_mode = OFF", "synchronous = OFF", "temp_store = FILE", f"cache_size = {PAGES}"):
                database.execute(f"PRAGMA {setting}")
            database.execute("BEGIN")  # One transaction: without it every insert would be its own.
            yield database
        finally:
            database.close()


class Seen:
    """Names met so far, and which conversation points to which."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        database.execute("CREATE TABLE seen (name TEXT PRIMARY KEY) WITHOUT ROWID")
        database.execute("CREATE TABLE links (name TEXT PRIMARY KEY, target TEXT) WITHOUT ROWID")

    def add(self, table: str, name: str) -> bool:
        """Remember a name of a table; False when it was there already."""
        return self._database.execute("INSERT OR IGNORE INTO seen VALUES (?)", (f"{table}:{name}",)).rowcount == 1

    def holds(self, table: str, name: str) -> bool:
        """Say whether a name of a table was met."""
        return self._database.execute("SELECT 1 FROM seen WHERE name = ?", (f"{table}:{name}",)).fetchone() is not None

    def circle(self, name: str, target: str) -> list[str]:
        """Remember that a conversation points to another; give the circle this would close instead, else nothing."""
        path = [name, target]
        while path[-1] != name:
            found = self._database.execute("SELECT target FROM links WHERE name = ?", (path[-1],)).fetchone()
            if found is None:
                self._database.execute("INSERT OR IGNORE INTO links VALUES (?, ?)", (name, target))
                return []
            path.append(found[0])
        return path


class Stored:
    """Records by name; the first of a name is kept."""

    def __init__(self, database: sqlite3.Connection, records: Iterable[tuple[str, dict[str, Any]]]) -> None:
        self._database = database
        database.execute("CREATE TABLE stored (name TEXT PRIMARY KEY, record TEXT) WITHOUT ROWID")
        packed = ((name, json.dumps(record)) for name, record in records)
        database.executemany("INSERT OR IGNORE INTO stored VALUES (?, ?)", packed)

    def get(self, name: str | None) -> dict[str, Any] | None:
        """Give the record of a name, or None."""
        found = self._database.execute("SELECT record FROM stored WHERE name = ?", (name,)).fetchone()
        record: dict[str, Any] | None = json.loads(found[0]) if found else None
        return record
