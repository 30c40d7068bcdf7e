"""Numbers as people write them, in two conventions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.written_numbers import number_in

SWAPPED = str.maketrans(",.", ".,")


@given(
    number=st.integers(-(10**12), 10**12), hundredths=st.integers(0, 99), around=st.sampled_from(["", "€ ", "$", "%"])
)
def test_both_conventions_and_grouping_give_the_same(number: int, hundredths: int, around: str) -> None:
    text = f"{number:,}.{hundredths:02}"
    expected = float(f"{number}.{hundredths:02}")
    assert number_in(around + text, ".") == number_in(around + text.translate(SWAPPED), ",") == expected
    assert number_in(text.replace(",", ""), ".") == number_in(text.replace(",", "\u202f"), ".") == expected


@given(number=st.floats(allow_nan=False, allow_infinity=False))
def test_what_a_program_writes_is_read_exactly(number: float) -> None:
    assert number_in(repr(number), ".") == number


@pytest.mark.parametrize(
    "text",
    ["", "-", "1,5", "1,2345", "12,34,567", "1.2.3", "nan", "inf", "1e999", "0x10", "12 km", "٣", "1_000", "9" * 101],
)
def test_anything_else_is_no_number(text: str) -> None:
    assert number_in(text, ".") is None
