"""Records of one conversation brought together, where a file scatters them; sorted on disk, not in memory."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

from data.spill import temporary_database

NAMELESS = "\x00"  # No key begins so: the reader of a file puts NUL aside before.


def grouped(records: Iterable[Mapping[str, Any]], key: str) -> Iterator[tuple[str | None, list[dict[str, Any]]]]:
    """Give each value of ``key`` with its records in the file's order, by first appearance.

    A record without that key comes alone, with None. Numbers and their text are the same key.
    """
    with temporary_database() as database:
        database.execute("CREATE TABLE records (position INTEGER PRIMARY KEY, name TEXT, record TEXT)")
        rows = ((at, name_of(record.get(key), at), json.dumps(record)) for at, record in enumerate(records))
        database.executemany("INSERT INTO records VALUES (?, ?, ?)", rows)
        database.execute("CREATE TABLE firsts (name TEXT PRIMARY KEY, first INTEGER) WITHOUT ROWID")
        database.execute("INSERT INTO firsts SELECT name, min(position) FROM records GROUP BY name")
        ordered = database.execute(
            "SELECT records.name, record FROM records JOIN firsts USING (name) ORDER BY first, position"
        )
        for name, group in groupby(ordered, key=itemgetter(0)):
            yield (None if name.startswith(NAMELESS) else name), [json.loads(record) for _, record in group]


def name_of(value: object, position: int) -> str:
    """Give the text of a key; one of its own where there is none."""
    text = "" if value is None else str(value).encode("utf-8", "backslashreplace").decode("utf-8").strip()
    return text if text and not text.startswith(NAMELESS) else f"{NAMELESS}{position}"
