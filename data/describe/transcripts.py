"""Cells that hold a whole conversation: what was said later stands in them beside what was said first."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

TRIED = 200
ENOUGH = 0.5
# `(08:01:00) Agent Tom: please try again`, as chats are written into one cell, on a line of its own.
TURN = re.compile(
    r"(?:^|\n|<br ?/?>|\|)\s*(?:[(\[]?[\d/.,\- ]*\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?[)\]]?[ -]*)?"
    r"([^\W\d_][\w .@-]{0,30}):(?=\s)",
    re.IGNORECASE,
)
AS_LINES, AS_JSON = "lines", "JSON"
WARNING = "holds the whole conversation, with what agents wrote later"
FIXES = {
    AS_LINES: "make one row a message of it, or keep its first turn alone",
    AS_JSON: "save each row as a JSON line in which this cell is a list, not a text, and describe that file",
}


def transcript_kind(cells: Sequence[str]) -> str:
    """Say how most cells hold conversations: as lines that begin with who speaks, or as JSON; empty where not."""
    filled = [cell for cell in cells if cell]
    filled = filled[:: max(len(filled) // TRIED, 1)][:TRIED]
    if not filled:
        return ""
    for kind, test in ((AS_JSON, is_json_list), (AS_LINES, has_turns)):
        if sum(map(test, filled)) >= ENOUGH * len(filled):
            return kind
    return ""


def has_turns(cell: str) -> bool:
    """Say whether at least two speak, and one line or more begins with each."""
    return len({name.strip().casefold() for name in TURN.findall(cell)}) > 1 and ("\n" in cell or "<br" in cell)


def is_json_list(cell: str) -> bool:
    """Say whether a cell is a JSON list of objects; a long one may be cut in the sample."""
    if not re.match(r"\[\s*\{", cell):
        return False
    try:
        return isinstance(json.loads(cell), list)
    except (ValueError, RecursionError):
        return len(cell) >= 1000


def warning(kind: str) -> str:
    """Say what is wrong with such a column and what to do."""
    return f"{WARNING}: {FIXES[kind]}"
