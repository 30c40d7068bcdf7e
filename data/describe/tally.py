"""One pass over a file: exact counts by column, and a sample of whole conversations for all that is slow."""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Iterable

LONGEST_CELL = 4000  # Characters of a cell kept in the sample, so that its memory is bounded.
DISTINCT_KEPT = 10_000


def number_of(text: str) -> int:
    """Give 64 bits that depend on the text alone."""
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).digest())


class Column:
    """Counts of one column. Distinct values are exact up to 10,000, then estimated from the smallest hashes.

    Estimate: k-th minimum value (Bar-Yossef and others, 2002); its standard error is 1 % here.
    """

    def __init__(self, name: str) -> None:
        self.name, self.filled, self.longest = name, 0, 0
        self.smallest: set[int] = set()
        self.bar = 1 << 64

    def add(self, cell: str) -> None:
        """Count one cell."""
        text = cell.strip()
        if not text:
            return
        self.filled += 1
        self.longest = max(self.longest, len(text))
        number = number_of(text)
        if number < self.bar:
            self.smallest.add(number)
            if len(self.smallest) > 2 * DISTINCT_KEPT:
                self.smallest = set(heapq.nsmallest(DISTINCT_KEPT, self.smallest))
                self.bar = max(self.smallest)

    @property
    def distinct(self) -> int:
        """How many different values there are."""
        if self.bar == 1 << 64:
            return len(self.smallest)
        return min(round(len(self.smallest) / max(self.smallest) * (1 << 64)), self.filled)


class Sample:
    """At most ``size`` rows, chosen by the hash of their key, so that rows of one conversation come together."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.heap: list[tuple[int, int, str, dict[str, str]]] = []

    def offer(self, key: str, number: int, cells: dict[str, str]) -> None:
        """Keep the row if its key is among the smallest."""
        rank = -number_of(key)
        if len(self.heap) < self.size:
            heapq.heappush(self.heap, (rank, number, key, shortened(cells)))
        elif rank > self.heap[0][0]:
            heapq.heapreplace(self.heap, (rank, number, key, shortened(cells)))

    @property
    def rows(self) -> list[dict[str, str]]:
        """The kept rows in the file's order."""
        return [cells for *_, cells in sorted(self.heap, key=lambda kept: kept[1])]

    @property
    def keys(self) -> list[str]:
        """The key of each kept row in the same order."""
        return [key for _, _, key, _ in sorted(self.heap, key=lambda kept: kept[1])]


def shortened(cells: dict[str, str]) -> dict[str, str]:
    """Cut long cells of a row."""
    return {name: cell[:LONGEST_CELL].strip() for name, cell in cells.items()}


class Profile:
    """What one pass over the rows of a table leaves: counts by column and a sample."""

    def __init__(self, size: int, key: str | None = None) -> None:
        self.columns: dict[str, Column] = {}
        self.rows = 0
        self.key = key
        self.sample = Sample(size)

    def add(self, cells: dict[str, str], key: str | None = None) -> None:
        """Count one row; ``key`` names its conversation where no column of its own does."""
        self.rows += 1
        for name, cell in cells.items():
            if name not in self.columns:
                self.columns[name] = Column(name)
            self.columns[name].add(cell)
        own = cells.get(self.key, "") if self.key else ""
        self.sample.offer(key or own or str(self.rows), self.rows, cells)

    def values(self, name: str) -> list[str]:
        """Give a column of the sample in no order, empty where a row lacks it."""
        return [cells.get(name, "") for *_, cells in self.sample.heap]

    def missing_share(self, name: str) -> float:
        """Give the share of rows in which a column is empty or absent."""
        return 1 - self.columns[name].filled / self.rows if self.rows else 0.0


def profile_of(rows: Iterable[dict[str, str]], size: int = 20_000, key: str | None = None) -> Profile:
    """Look at rows already in hand."""
    profile = Profile(size, key)
    for cells in rows:
        profile.add(cells)
    return profile
