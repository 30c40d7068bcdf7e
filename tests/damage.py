"""Every kind of damage that is done to records of an export, and what must become of them."""

from __future__ import annotations

import copy
from collections.abc import Callable
from random import Random
from typing import Literal, NamedTuple

from tests.damage_to_bytes import beheaded, cut, flipped, in_a_text, noise, with_inserted
from tests.damage_to_records import (
    linked,
    of_year,
    replaced,
    swapped,
    with_formula,
    with_long_text,
    with_the_id_before,
    without,
    wrapped,
)
from tests.vendor_records import MARK, Export, Record

# What must become of a damaged record, beyond being told at all: ``traced`` says no more than that; ``whole``: every
# mark left in it is clean, or the record is aside; ``aside``: it is; ``clean``: nothing is wrong with it.
Fate = Literal["traced", "whole", "aside", "clean"]
TRIES = 20


class Kind(NamedTuple):
    """One kind of damage: to a record before it is written, or to its bytes; None where it makes no sense."""

    fate: Fate
    to_record: Callable[[Record, Random, Export], Record | None] | None = None
    to_bytes: Callable[[bytes, Random], bytes] | None = None
    known: bool = False  # It must leave a mark, because what is left may be good.
    share: float = 1.0  # Of the usual number of damaged records: some are large.


def damaged(export: Export, kind: Kind, number: int, chance: Random) -> bytes | None:
    """Give the bytes of one damaged record; some kinds leave it a mark to be known by."""
    record, chunk = export.record(number), None
    for _ in range(TRIES):
        if kind.to_bytes:
            chunk = kind.to_bytes(export.chunk(record), chance)
        elif kind.to_record:
            changed = kind.to_record(copy.deepcopy(record), chance, export)
            chunk = None if changed is None else export.chunk(changed)
        if chunk is None or (chunk.strip() and (not kind.known or MARK.search(chunk.decode("latin-1")))):
            return chunk
    return None


KINDS: dict[str, Kind] = {
    "a truncated line": Kind("whole", to_bytes=cut),
    "a lost beginning": Kind("whole", to_bytes=beheaded),
    "a NUL anywhere": Kind("whole", to_bytes=with_inserted(b"\x00"), known=True),
    "a NUL in a text": Kind("aside", to_bytes=in_a_text(b"\x00")),
    "bad UTF-8 anywhere": Kind(
        "whole", to_bytes=with_inserted(b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf8\x88"), known=True
    ),
    "bad UTF-8 in a text": Kind("aside", to_bytes=in_a_text(b"\xfc")),
    "a line end anywhere": Kind(
        "whole", to_bytes=with_inserted(b"\n", b"\r\n", b"\r", b"\x0b", b"\xe2\x80\xa8"), known=True
    ),
    "a quote or bracket too many": Kind(
        "traced", to_bytes=with_inserted(*(bytes([sign]) for sign in b"\"'{}[],;:\t\\")), known=True
    ),
    "flipped bytes": Kind("traced", to_bytes=flipped, known=True),
    "noise": Kind("aside", to_bytes=noise),
    "the same twice": Kind("whole", to_bytes=lambda chunk, _: chunk),
    "a value of another kind": Kind("traced", replaced, known=True),
    "a wrapped value": Kind("traced", wrapped, known=True),
    "a missing value": Kind("traced", without, known=True),
    "swapped columns": Kind("traced", swapped, known=True),
    "a message of 5 MB": Kind("aside", with_long_text, share=0.02),
    "the year 0001": Kind("aside", of_year("0001")),
    "the year 9999": Kind("aside", of_year("9999")),
    "a duplicate id": Kind("aside", with_the_id_before),
    "a circle of links": Kind("traced", linked),
    "a formula": Kind("clean", with_formula),
}
