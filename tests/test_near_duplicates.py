"""Near-duplicates are found as often as the formula says, different texts are not, and the order changes nothing."""

from __future__ import annotations

import random

import pytest

from data.near_duplicates import BANDS, ROWS, NearDuplicates, bands
from data.spill import temporary_database

WORDS = [f"word{number}" for number in range(500)]


def pair(similarity: float, chance: random.Random) -> tuple[str, str]:
    """Give two texts whose word triples have about this Jaccard similarity: a common start, different ends."""
    common = round(2 + 198 * 2 * similarity / (1 + similarity))
    start = chance.sample(WORDS, 200)
    # Other ends for every pair: with the same ones, the same bands would break in all of them.
    return " ".join(start), " ".join(start[:common] + [f"other{chance.random()}" for _ in range(200 - common)])


def found(texts: list[str]) -> dict[str, str]:
    with temporary_database() as database:
        near = NearDuplicates(database)
        for number, text in enumerate(texts):
            near.add(f"t{number:04d}", text)
        return near.groups()


@pytest.mark.parametrize("similarity", [0.97, 0.9, 0.8, 0.6])
def test_pairs_meet_as_often_as_the_formula_says(similarity: float) -> None:
    chance = random.Random(0)
    pairs = 300
    met = sum(bool(set(bands(a)) & set(bands(b))) for a, b in (pair(similarity, chance) for _ in range(pairs)))
    expected = 1 - (1 - similarity**ROWS) ** BANDS
    assert abs(met / pairs - expected) < 4 * (expected * (1 - expected) / pairs) ** 0.5 + 0.03


def test_a_chain_of_near_duplicates_is_one_group_in_any_order() -> None:
    chance = random.Random(1)
    text = chance.sample(WORDS, 300)
    chain = [" ".join([*text[:at], "x", *text[at + 1 :]]) for at in range(20)]
    others = [" ".join(chance.sample(WORDS, 100)) for _ in range(30)]
    assert found(chain + others) == {f"t{number:04d}": "t0000" for number in range(1, 20)}
    turned = found(others + chain[::-1])
    assert set(turned.values()) == {"t0030"}
    assert len(turned) == 19


def test_very_short_texts_are_nobodys_near_duplicate() -> None:
    assert found(["", "hello", "hello there", "hello you"]) == {}


def test_equal_texts_meet() -> None:
    assert set(found(["one two three four"] * 3)) == {"t0001", "t0002"}
