"""Damage to the bytes of an export: what a broken disk, a cut transfer or a wrong encoding leaves."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.vendor_records import MARK


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
