"""Every kind of damage that is done to records of an export, and what must become of them."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, Literal, NamedTuple

from tests.vendor_records import MARK, Export, Record

# What must become of a damaged record, beyond being told at all: ``traced`` says no more than that; ``whole``: every
# mark left in it is clean, or the record is aside; ``aside``: it is; ``clean``: nothing is wrong with it.
Fate = Literal["traced", "whole", "aside", "clean"]
Place = tuple[Any, Any]  # A map or list, and the key or index in it.
LONG = 5_000_000
TRIES = 20
FORMULAS = ("=cmd|' /C calc'!A0", '+HYPERLINK("http://x","y")', "-2+3", "@SUM(1,1)", "=1+1;")
NASTY: tuple[Any, ...] = (
    None, True, -1, 10**400, 1e308, float("nan"), float("inf"), "", " ", "\ud800", "\x00", [], {}, [None], {"": None},
    "9999-99-99", [["x"]], 2**63, "x" * 300,
)  # fmt: skip


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


def places(value: Any) -> Iterator[Place]:
    """Give every place of a record, also inside its lists and maps."""
    names = value.keys() if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for name in list(names):
        yield value, name
        yield from places(value[name])


def texts(record: Record, export: Export) -> list[Place]:
    """Give the places of what messages say."""
    return [
        (inside, name) for inside, name in places(record)
        if name in export.words and isinstance(inside[name], str) and MARK.search(inside[name])
    ]  # fmt: skip


def cut(chunk: bytes, chance: Random) -> bytes:
    """Lose the end."""
    return chunk[: chance.randrange(1, len(chunk))]


def beheaded(chunk: bytes, chance: Random) -> bytes:
    """Lose the beginning."""
    return chunk[chance.randrange(1, len(chunk)) :]


def with_inserted(*signs: bytes) -> Callable[[bytes, Random], bytes]:
    """Give what puts one of these signs at any place."""

    def insert(chunk: bytes, chance: Random) -> bytes:
        place = chance.randrange(len(chunk) + 1)
        return chunk[:place] + chance.choice(signs) + chunk[place:]

    return insert


def in_a_text(sign: bytes) -> Callable[[bytes, Random], bytes]:
    """Give what puts a sign before the last mark, which stands in a text."""

    def insert(chunk: bytes, _: Random) -> bytes:
        found = [match.start() for match in MARK.finditer(chunk.decode())]
        place = max(found)
        return chunk[:place] + sign + chunk[place:]

    return insert


def flipped(chunk: bytes, chance: Random) -> bytes:
    """Change three bytes, none to a line end."""
    changed = bytearray(chunk)
    for _ in range(3):
        changed[chance.randrange(len(changed))] = chance.choice([*range(10), *range(11, 256)])
    return bytes(changed)


def noise(_: bytes, chance: Random) -> bytes:
    """Be replaced by anything."""
    return bytes(chance.choice([*range(10), *range(11, 256)]) for _ in range(40))


def replaced(record: Record, chance: Random, _: Export) -> Record:
    """Hold a value of another kind at any place."""
    inside, name = chance.choice(list(places(record)))
    inside[name] = chance.choice(NASTY)
    return record


def wrapped(record: Record, chance: Random, _: Export) -> Record | None:
    """Hold a list or map with a value in it instead of the value."""
    inside, name = chance.choice(list(places(record)))
    inside[name] = chance.choice([[inside[name]], {"0": inside[name]}, [[inside[name]]]])
    return record


def without(record: Record, chance: Random, export: Export) -> Record | None:
    """Lack one value at any place."""
    if export.form in ("table", "tabs"):
        return None  # That is a line with a cell too few.
    inside, name = chance.choice(list(places(record)))
    del inside[name]
    return record


def swapped(record: Record, chance: Random, _: Export) -> Record:
    """Hold two values each in the other's place."""
    first, second = chance.sample(list(record), 2)
    record[first], record[second] = record[second], record[first]
    return record


def with_long_text(record: Record, chance: Random, export: Export) -> Record | None:
    """Hold a message of 5 MB."""
    if not (found := texts(record, export)):
        return None
    inside, name = chance.choice(found)
    inside[name] += " " + "long " * (LONG // 5)
    return record


def with_formula(record: Record, chance: Random, export: Export) -> Record | None:
    """Hold a text that a spreadsheet would run."""
    if not (found := texts(record, export)):
        return None
    inside, name = chance.choice(found)
    inside[name] = f"{chance.choice(FORMULAS)} {inside[name]}"
    return record


def of_year(*years: str) -> Callable[[Record, Random, Export], Record | None]:
    """Give what puts a time in a year that no case has."""

    def put(record: Record, chance: Random, export: Export) -> Record | None:
        found = [(inside, name) for inside, name in places(record) if name in export.times and inside[name]]
        if not found:
            return None
        inside, name = chance.choice(found)
        year = chance.choice(years)
        seconds = {"0001": -62_135_596_800, "9999": 253_402_300_799}
        inside[name] = year + inside[name][4:] if isinstance(inside[name], str) else seconds[year]
        return record

    return put


def with_the_id_before(record: Record, _: Random, export: Export) -> Record | None:
    """Have the name of the first record."""
    if not export.identity or record == export.record(0):
        return None
    record[export.identity] = export.record(0)[export.identity]
    return record


def linked(record: Record, chance: Random, export: Export) -> Record | None:
    """Point to any of four cases, among them itself: some of these links close a circle."""
    if not export.link:
        return None
    for inside, name in places(record):
        names = [export.record(number)[export.identity] for number in range(1, 5)]
        to = str(chance.choice([*names, record[export.identity]]))
        if name == export.link:
            inside[name] = to
        elif inside[name] == export.link:  # A field that stands by its name in a log.
            inside["value"] = to
    return record


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
