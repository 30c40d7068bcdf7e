"""STAGE split: train, valid and test by conversation; by time where there is time, else by a hash.

Near-duplicates (the same text once case, digits and punctuation are gone) never stand in two parts: 20 % of
real tickets repeat another, and a row seen in training is no test.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pandas as pd

from data.errors import BadInput, exit_with_sentence
from data.files import read_conversations, read_params, write_table
from data.parameters import Split
from data.schema import Conversation

OUT = Path("data/out/split")
NOT_LETTERS = re.compile(r"[\W\d_]+")


def template(conversation: Conversation) -> str:
    """Name the near-duplicates of a conversation: a digest of the letters its customer wrote."""
    by_customer = [message.words for message in conversation.messages if message.author == "customer"]
    text = " ".join(by_customer or [message.words for message in conversation.messages])
    letters = NOT_LETTERS.sub(" ", text.lower()).strip()
    # A text without any letter is nobody's near-duplicate.
    return hashlib.sha256((letters or conversation.conversation_id).encode()).hexdigest()[:16]


def fraction(name: str, seed: int) -> float:
    """Give a number in [0, 1) that depends on the name and the seed alone."""
    return int(hashlib.sha256(f"{seed}:{name}".encode()).hexdigest()[:12], 16) / 16**12


def split(conversations: list[Conversation], parameters: Split) -> pd.DataFrame:
    """Give each conversation its part, its fold in the training part (else -1) and its template.

    With a clock, a template that would straddle two parts keeps its earliest one; its later copies are
    ``dropped``. ``first_of_template`` marks the conversation that stands for its template.
    """
    table = pd.DataFrame(
        {
            "conversation_id": [c.conversation_id for c in conversations],
            "opened_at": pd.Series([c.opened_at for c in conversations], dtype="datetime64[us, UTC]"),
            "template_id": [template(c) for c in conversations],
        }
    )
    if table.opened_at.notna().all():
        # `stable` keeps the source's order between conversations opened at the same moment.
        rank = table.opened_at.argsort(kind="stable").argsort(kind="stable")
        position = (rank + 0.5) / len(table)
        own = position.map(lambda at: part_of(at, parameters))
        earliest = own.loc[position.groupby(table.template_id).idxmin()].set_axis(sorted(set(table.template_id)))
        table["part"] = own.where(own == table.template_id.map(earliest), "dropped")
    else:
        position = pd.Series(range(len(table)), dtype=float)
        table["part"] = [part_of(fraction(name, parameters.seed), parameters) for name in table.template_id]
    folds = [int(fraction(name, parameters.seed + 1) * parameters.folds) for name in table.template_id]
    table["fold"] = pd.Series(folds).where(table.part == "train", -1)
    kept = table[table.part != "dropped"]
    firsts = position.loc[kept.index].groupby(kept.template_id).idxmin()
    table["first_of_template"] = table.index.isin(firsts)
    return table.drop(columns="opened_at")


def part_of(position: float, parameters: Split) -> str:
    """Give the part that a position in [0, 1) falls into."""
    if position < parameters.train_share:
        return "train"
    return "valid" if position < parameters.train_share + parameters.valid_share else "test"


def main() -> None:
    """Split the clean conversations."""
    table = split(read_conversations(), read_params().split)
    counts = table.part.value_counts().to_dict()
    for part in ("train", "valid", "test"):
        if not counts.get(part):
            raise BadInput("split", part, "has no conversation", "give more conversations or other shares")
    write_table(OUT / "split.parquet", table)
    print(", ".join(f"{part} {count}" for part, count in counts.items()), f"({table.template_id.nunique()} templates)")


if __name__ == "__main__":
    exit_with_sentence(main)
