"""Rows that are messages, seen as cases: brought together, and what others than the customer say in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from data.describe.leaks import Leak
from data.describe.roles import Described
from data.describe.tally import Profile
from data.describe.telling_words import staff_texts, telling_words


def whole_cases(rows: Sequence[Mapping[str, str]], key: str | None) -> list[dict[str, str]]:
    """Bring the rows of each conversation together: the first filled cell of each column."""
    cases: dict[str, dict[str, str]] = {}
    for row in rows:
        case = cases.setdefault(row.get(key or "", ""), {})
        for name, cell in row.items():
            if cell and not case.get(name):
                case[name] = cell
    return list(cases.values())


def varying_columns(rows: Sequence[Mapping[str, str]], key: str | None) -> frozenset[str]:
    """Give the columns whose filled cells differ inside one conversation: they are the messages', not the case's."""
    first: dict[tuple[str, str], str] = {}
    cells = ((row.get(key or "", ""), name, cell) for row in rows for name, cell in row.items() if cell)
    return frozenset(name for case, name, cell in cells if first.setdefault((case, name), cell) != cell)


def staff_words(
    profile: Profile, nested: Profile | None, table: Mapping[str, Described], labels: Sequence[bool | None], place: str
) -> Leak | None:
    """Judge what agents, bots and systems say in messages: after a hand-over they may speak of it."""
    rows = profile.sample.rows
    keys: Sequence[str]
    if nested:
        said = staff_texts(nested.sample.rows, nested.sample.keys, table)
        keys = profile.sample.keys
    elif profile.key:
        names = [row.get(profile.key, "") for row in rows]
        said, keys = staff_texts(rows, names, table), list(dict.fromkeys(names))
    else:
        return None
    if not (words := telling_words([said.get(key, "") for key in keys], labels)):
        return None
    body = next((column.name for role in ("body", "title") for column in table.values() if column.role == role), "")
    return Leak(f"{place}: {body}" if place else body, (f"of agents and systems, {words}",), None)
