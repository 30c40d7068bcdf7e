"""What a mapping is made from, and what it is until it is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from data.describe.leaks import Leak
from data.describe.outcome import Outcome
from data.describe.roles import Described


class Draft(NamedTuple):
    """A mapping, remarks to be read beside one of its places, and the columns left out with the reason.

    ``doubtful`` are attributes for a person to decide on: by name their column and what to ask of it.
    """

    mapping: dict[str, Any]
    remarks: dict[str, str]
    left_out: dict[str, str]
    doubtful: dict[str, tuple[str, str]]


class Material(NamedTuple):
    """What a mapping is made from; ``nested`` are the columns of the messages inside each record."""

    columns: Mapping[str, Described]
    by_message: bool
    outcome: Outcome | None
    leaks: Sequence[Leak]
    rows: int
    messages_at: str = ""
    nested: Mapping[str, Described] = {}
    varying: frozenset[str] = frozenset()  # Columns that differ between messages of one conversation.
    resolver: str | None = None  # The column that names who resolved a case.
    staff: str = ""  # What gives the outcome away in the messages of agents and systems.
    encoding: str = ""  # Where it is to be named.
