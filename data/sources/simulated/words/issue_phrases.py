"""Which phrases fit an issue: those of its category, those that are for it alone, and those that fit every issue.

The tables go from category to act to phrases; ``@parcel_`` before a phrase keeps it for issues whose name begins so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from data.sources.simulated.catalogue import ISSUES

Table = Mapping[str, Mapping[str, str]]


def by_issue(tables: Iterable[Table]) -> dict[str, str]:
    """Give the entry ``act:issue`` for every issue whose category has phrases of an act."""
    found: dict[str, str] = {}
    for table in tables:
        for issue in ISSUES:
            for act, text in table.get(issue.category, {}).items():
                found[f"{act}:{issue.name}"] = "|".join((*fitting(text, issue.name), f"&{act}"))
    return found


def fitting(text: str, issue: str) -> Iterator[str]:
    """Give the phrases that an issue of the category may use, without the sign of those for it alone."""
    for phrase in split(text):
        beginning, _, told = phrase[1:].partition(" ") if phrase.startswith("@") else ("", "", phrase)
        if issue.startswith(beginning):
            yield told


def split(text: str) -> Iterator[str]:
    """Give the phrases of one entry; a written ``\\n`` inside a phrase is a line end of the message."""
    for line in text.split("|"):
        yield from (phrase.strip() for phrase in line.split("\n        ") if phrase.strip())
