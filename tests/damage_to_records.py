"""Damage to the values of a record, before it is written: what a wrong export or a hostile customer leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from tests.vendor_records import MARK, Export, Record

Place = tuple[Any, Any]  # A map or list, and the key or index in it.
LONG = 5_000_000
FORMULAS = ("=cmd|' /C calc'!A0", '+HYPERLINK("http://x","y")', "-2+3", "@SUM(1,1)", "=1+1;")
NASTY: tuple[Any, ...] = (
    None, True, -1, 10**400, 1e308, float("nan"), float("inf"), "", " ", "\ud800", "\x00", [], {}, [None], {"": None},
    "9999-99-99", [["x"]], 2**63, "x" * 300,
)  # fmt: skip


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
