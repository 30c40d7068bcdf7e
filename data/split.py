"""STAGE split: train, valid and test by conversation; by time where there is time, else by a hash.

Near-duplicates never stand in two parts: 20 % of real tickets repeat another once case, digits and punctuation are
gone (their *template*), more do almost, and a row seen in training is no test.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa

from data.errors import BadInput, exit_with_sentence
from data.files import iter_conversations, read_params
from data.near_duplicates import NearDuplicates
from data.parameters import Split
from data.schema import Conversation
from data.spill import temporary_database
from data.writing import written_in_parts

OUT = Path("data/out/split")
NOT_LETTERS = re.compile(r"[\W\d_]+")
SCHEMA = pa.schema(
    {
        "conversation_id": pa.string(),
        "template_id": pa.string(),
        "group_id": pa.string(),
        "part": pa.string(),
        "fold": pa.int64(),
        "first_of_template": pa.bool_(),
    }
)
# `position` keeps the source's order between conversations opened at the same moment.
PLACED = """
    SELECT position, name, template, coalesce(first, template) AS like,
           (row_number() OVER (ORDER BY opened_at, position) - 0.5) / count(*) OVER () AS place
    FROM cases LEFT JOIN similar USING (template)
"""
WITH_FIRSTS = f"""
    SELECT name, template, like, place,
           min(place) OVER (PARTITION BY like), min(place) OVER (PARTITION BY template)
    FROM ({PLACED}) ORDER BY position
"""


class Placed(NamedTuple):
    """A conversation's place in time, in (0, 1), and the first place of those like it and of its template."""

    name: str
    template: str
    like: str
    place: float
    first_like: float
    first_of_template: float


def letters(conversation: Conversation) -> str:
    """Give the letters its customer wrote, in small."""
    by_customer = [message.words for message in conversation.messages if message.author == "customer"]
    text = " ".join(by_customer or [message.words for message in conversation.messages])
    return NOT_LETTERS.sub(" ", text.lower()).strip()


def template(conversation: Conversation) -> str:
    """Name the conversations with the same letters: a digest of them."""
    # A text without any letter is nobody's near-duplicate.
    return hashlib.sha256((letters(conversation) or conversation.conversation_id).encode()).hexdigest()[:16]


def fraction(name: str, seed: int) -> float:
    """Give a number in [0, 1) that depends on the name and the seed alone."""
    return int(hashlib.sha256(f"{seed}:{name}".encode()).hexdigest()[:12], 16) / 16**12


def split(conversations: Iterable[Conversation], parameters: Split) -> Iterator[dict[str, object]]:
    """Give each conversation its part, its fold in the training part (else -1), its template and its group.

    A group holds all near-duplicates. With a clock, a group that would straddle two parts keeps its earliest one; its
    later copies are ``dropped``. ``first_of_template`` marks the conversation that stands for its template.
    """
    with temporary_database() as database:
        timed = collect(conversations, database)
        for row in map(Placed._make, database.execute(WITH_FIRSTS)):
            if timed:
                own, part = part_of(row.place, parameters), part_of(row.first_like, parameters)
            else:
                own = part = part_of(fraction(row.like, parameters.seed), parameters)
            kept = own == part
            yield {
                "conversation_id": row.name,
                "template_id": row.template,
                "group_id": row.like,
                "part": part if kept else "dropped",
                "fold": int(fraction(row.like, parameters.seed + 1) * parameters.folds)
                if kept and part == "train"
                else -1,
                "first_of_template": kept and row.place == row.first_of_template,
            }


def collect(conversations: Iterable[Conversation], database: sqlite3.Connection) -> bool:
    """Put what a split needs of each conversation into the database; say whether all of them have a time."""
    database.execute("CREATE TABLE cases (position INTEGER PRIMARY KEY, name TEXT, opened_at REAL, template TEXT)")
    database.execute("CREATE TABLE similar (template TEXT PRIMARY KEY, first TEXT) WITHOUT ROWID")
    database.execute("CREATE TABLE templates (template TEXT PRIMARY KEY) WITHOUT ROWID")
    near = NearDuplicates(database)
    timed = True
    for position, case in enumerate(conversations):
        name, opened = template(case), case.opened_at
        timed = timed and opened is not None
        at = opened.timestamp() if opened else None
        database.execute("INSERT INTO cases VALUES (?, ?, ?, ?)", (position, case.conversation_id, at, name))
        if database.execute("INSERT OR IGNORE INTO templates VALUES (?)", (name,)).rowcount:
            near.add(name, letters(case))
    database.executemany("INSERT INTO similar VALUES (?, ?)", near.groups().items())
    if not timed:
        database.execute("UPDATE cases SET opened_at = NULL")
    return timed


def part_of(position: float, parameters: Split) -> str:
    """Give the part that a position in [0, 1) falls into."""
    if position < parameters.train_share:
        return "train"
    return "valid" if position < parameters.train_share + parameters.valid_share else "test"


def main() -> None:
    """Split the clean conversations."""
    counts: Counter[object] = Counter()
    templates = 0
    with written_in_parts(OUT / "split.parquet", SCHEMA) as writer:
        for row in split(iter_conversations(), read_params().split):
            counts[row["part"]] += 1
            templates += row["first_of_template"] is True
            writer.add([row])
    for part in ("train", "valid", "test"):
        if not counts[part]:
            dropped = counts["dropped"]
            why = f": {dropped} were dropped because an earlier part has one almost the same" if dropped else ""
            raise BadInput("split", part, f"has no conversation{why}", "give more conversations or other shares")
    print(", ".join(f"{part} {count}" for part, count in counts.items()), f"({templates} templates)")


if __name__ == "__main__":
    exit_with_sentence(main)
