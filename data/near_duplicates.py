"""Texts that are almost the same, found without comparing all pairs.

MinHash signatures of word triples in bands: two texts meet in a band with probability s^ROWS where s is the Jaccard
similarity of their triples, and in any of them with 1 - (1 - s^ROWS)^BANDS: .99 at s = .95, .80 at .9, .03 at .7
(Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, section 3.4). Bands are sorted on disk, so that memory
holds the near-duplicates alone and not the corpus.
"""

from __future__ import annotations

import sqlite3

from rensa import RMinHash

BANDS, ROWS, SEED = 8, 16, 0
TOGETHER = 3  # Words; shorter texts are compared as a whole, by their template.


class NearDuplicates:
    """Collects named texts, then says which of them belong together."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        database.execute("CREATE TABLE bands (hash INTEGER, name TEXT)")

    def add(self, name: str, text: str) -> None:
        """Take a text, each name once."""
        rows = ((band, name) for band in bands(text))
        self._database.executemany("INSERT INTO bands VALUES (?, ?)", rows)

    def groups(self) -> dict[str, str]:
        """Give each text that is almost another the smallest name of all like it, which stands for them."""
        root: dict[str, str] = {}

        def find(name: str) -> str:
            while (above := root.get(name, name)) != name:
                root[name] = root.get(above, above)
                name = above
            return name

        met = "SELECT name, min(name) OVER (PARTITION BY hash) AS first FROM bands"
        for name, first in self._database.execute(f"SELECT DISTINCT name, first FROM ({met}) WHERE name <> first"):
            low, high = sorted((find(name), find(first)))
            if low != high:
                root[high] = low
        return {name: find(name) for name in root}


def bands(text: str) -> list[int]:
    """Give the hash of each band of a text's signature, as signed 64-bit numbers; none for a very short text."""
    words = text.split()
    if len(words) < TOGETHER:
        return []
    signature = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    signature.update([" ".join(words[at : at + TOGETHER]) for at in range(len(words) - TOGETHER + 1)])
    digest = signature.digest()
    # Of whole numbers Python's hash is the same in every process.
    return [hash((band, *digest[band * ROWS : (band + 1) * ROWS])) for band in range(BANDS)]
