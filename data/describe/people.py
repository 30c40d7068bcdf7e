"""Columns that hold people: their names and addresses, or what names the customer."""

from __future__ import annotations

import re

from data.describe.roles import Described
from data.describe.words import PERSON, ROLES, THING_NAME, words_of

# Two to four words with capitals, as people's names are written.
FULL_NAME = re.compile(r"(?:[^\W\d_a-z][\w'’.-]*[ ]){1,3}[^\W\d_a-z][\w'’-]+")
FEWEST_NAMES = 20
NAMES_SHARE = 0.8


def names_customer(name: str) -> bool:
    """Say whether a column's name says that it names the customer, by a number or a name."""
    return any(re.search(pattern, words_of(name)) for pattern in ROLES["customer"][:2])


def is_personal(name: str) -> bool:
    """Say whether a column's name says that it holds names or addresses of people."""
    words = words_of(name)
    return bool(PERSON.search(THING_NAME.sub("", words)))


def holds_names(column: Described) -> bool:
    """Say whether a column without a role holds what looks like many people's full names, whatever it is called."""
    values = column.values
    if column.role or values.kind not in ("text", "identifier", "category") or values.distinct < FEWEST_NAMES:
        return False
    return sum(bool(FULL_NAME.fullmatch(value)) for value, _ in values.common) >= NAMES_SHARE * len(values.common)
