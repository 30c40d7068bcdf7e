"""Numbers as people and exports write them: thousands grouped, a comma for a point, a currency beside it."""

from __future__ import annotations

import re

# What may stand between thousands, by decimal sign; two of the spaces are those that do not break.
GROUPING = {".": ", \u00a0\u202f'’", ",": ". \u00a0\u202f'’"}
NUMBER = {
    sign: re.compile(
        rf"[+-]?(?:\d+|\d{{1,3}}(?:[{between}]\d{{3}})+)(?:{re.escape(sign)}\d+)?(?:[eE][+-]?\d{{1,3}})?", re.ASCII
    )
    for sign, between in GROUPING.items()
}
AROUND = " \u00a0\u202f%€$£¥"


def number_in(text: str, decimal: str) -> float | None:
    """Give the number a text is, None for anything else; ``decimal`` is the sign before the fraction."""
    bare = text.strip(AROUND)
    if len(bare) > 100 or not NUMBER[decimal].fullmatch(bare):
        return None
    number = float(bare.translate(dict.fromkeys(map(ord, GROUPING[decimal]))).replace(decimal, "."))
    return number if abs(number) != float("inf") else None
