"""What may be larger than memory, on a temporary SQLite file: names already seen, records by name.

SQLite because it comes with Python, sorts and searches on disk, and its memory is one setting.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

LONGEST_SHOWN = 20  # Conversations of a circle.
PAGES = -2_000  # Negative: kilobytes of cache, whatever the size of the file.


@contextmanager
def temporary_database() -> Iterator[sqlite3.Connection]:
    """Give an empty database that is gone afterwards, also where the process is killed: its file has no name."""
    # SQLite itself takes the name of such a file away at once, so that not even a killed process leaves raw texts.
    database = sqlite3.connect("", isolation_level=None)
    try:
        for setting in ("journal_mode = OFF", "synchronous = OFF", "temp_store = FILE", f"cache_size = {PAGES}"):
            database.execute(f"PRAGMA {setting}")
        database.execute("BEGIN")  # One transaction: without it every insert would be its own.
        yield database
    finally:
        database.close()


def stored_name(name: str | None) -> bytes | None:
    """Give a name as it is stored: broken bytes of a file are lone surrogates, which no text in SQLite can hold."""
    return None if name is None else name.encode("utf-8", "surrogatepass")


class Seen:
    """Names met so far, and which conversation points to which."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        database.execute("CREATE TABLE seen (name BLOB PRIMARY KEY) WITHOUT ROWID")
        # ``ahead`` is a conversation further along the links: walked one by one, long chains take time squared.
        database.execute("CREATE TABLE links (name BLOB PRIMARY KEY, target BLOB, ahead BLOB) WITHOUT ROWID")

    def add(self, table: str, name: str) -> bool:
        """Remember a name of a table; False when it was there already."""
        key = stored_name(f"{table}:{name}")
        return self._database.execute("INSERT OR IGNORE INTO seen VALUES (?)", (key,)).rowcount == 1

    def holds(self, table: str, name: str) -> bool:
        """Say whether a name of a table was met."""
        key = stored_name(f"{table}:{name}")
        return self._database.execute("SELECT 1 FROM seen WHERE name = ?", (key,)).fetchone() is not None

    def link(self, name: str, target: str) -> None:
        """Remember that a conversation points to another; the first link of each is kept."""
        known_as, points_to = stored_name(name), stored_name(target)
        self._database.execute("INSERT OR IGNORE INTO links VALUES (?, ?, ?)", (known_as, points_to, points_to))

    def circle(self, name: str, target: str) -> list[str]:
        """Give the circle that a conversation without a link would close by this one, else nothing."""
        own, place = stored_name(name), stored_name(target)
        if self._end(place) != own:
            return []
        path = [name, target]
        while place != own and len(path) < LONGEST_SHOWN:
            (place,) = self._database.execute("SELECT target FROM links WHERE name = ?", (place,)).fetchone()
            path.append(place.decode("utf-8", "surrogatepass"))
        return path if place == own else [*path, "...", name]

    def _end(self, place: bytes | None) -> bytes | None:
        """Give the conversation without a link where links lead to, and point all that were passed to it."""
        passed = []
        while found := self._database.execute("SELECT ahead FROM links WHERE name = ?", (place,)).fetchone():
            passed.append(place)
            place = found[0]
        shortened = [(place, one) for one in passed[:-1]]
        self._database.executemany("UPDATE links SET ahead = ? WHERE name = ?", shortened)
        return place


class Stored:
    """Records by name; the first of a name is kept."""

    def __init__(self, database: sqlite3.Connection, records: Iterable[tuple[str, dict[str, Any]]]) -> None:
        self._database = database
        database.execute("CREATE TABLE stored (name BLOB PRIMARY KEY, record TEXT) WITHOUT ROWID")
        packed = ((stored_name(name), json.dumps(record)) for name, record in records)
        database.executemany("INSERT OR IGNORE INTO stored VALUES (?, ?)", packed)

    def get(self, name: str | None) -> dict[str, Any] | None:
        """Give the record of a name, or None."""
        found = self._database.execute("SELECT record FROM stored WHERE name = ?", (stored_name(name),)).fetchone()
        record: dict[str, Any] | None = json.loads(found[0]) if found else None
        return record
