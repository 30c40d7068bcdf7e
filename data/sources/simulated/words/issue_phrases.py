"""Which phrases fit an issue: those of its category, those that are for it alone, and those that fit every issue.

The tables go from category to act to phrases; ``@parcel_`` before a phrase keeps it for issues whose name begins so.
``software`` stands for every category of ``SOFTWARE``, besides what each has of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from data.sources.simulated.catalogue import ISSUES

SOFTWARE = ("access", "integration", "defect", "data", "performance", "outage")

Table = Mapping[str, Mapping[str, str]]


def by_issue(tables: Iterable[Table]) -> dict[str, str]:
    """Give the entry ``act:issue`` for every issue whose category has phrases of an act."""
    found: dict[str, list[str]] = {}
    for table in tables:
        for issue in ISSUES:
            for about in (issue.category, "software") if issue.category in SOFTWARE else (issue.category,):
                for act, text in table.get(about, {}).items():
                    found.setdefault(f"{act}:{issue.name}", []).extend(fitting(text, issue.name))
    return {name: "|".join((*own, f"&{name.partition(':')[0]}")) for name, own in found.items()}


def following(raw: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Give the entries ``act:issue`` of the acts that only take in phrases which follow the issue."""
    own = [name.partition(":") for name in raw]
    issues_of: dict[str, list[str]] = {}
    for taken, _, about in own:
        if about:
            issues_of.setdefault(taken, []).append(about)
    return {
        f"{act}:{issue}": (f"&{act}",)
        for act, _, about in own
        if not about
        for phrase in raw[act]
        if phrase.startswith("&")
        for issue in issues_of.get(phrase[1:], ())
        if f"{act}:{issue}" not in raw
    }


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
