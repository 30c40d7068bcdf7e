"""Where one field comes from: columns, a constant or the row's number; then a value map, a test or a list."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from data.limits import Section

Scalar = str | bool | int | float | None
LONGEST_WORD, MOST_OTHERS = 60, 500
TESTS = ("is_not", "is_one_of", "is_filled", "below", "above")


def as_text(given: object) -> str:
    """Read a word that YAML may have taken for a number; a bare Yes or No has become true or false."""
    if isinstance(given, bool) or not isinstance(given, (str, int, float)):
        shown = f"{given!r} is not a text"
        raise PydanticCustomError("words", '{shown}; put it in quotes, as in "Yes" or "No"', {"shown": shown})
    return str(given)


def as_list(given: object) -> object:
    """Take one thing for a list of one."""
    return given if isinstance(given, list) else [given]


Word = Annotated[str, BeforeValidator(as_text)]
Column = Annotated[Word, Field(min_length=1)]
Words = Annotated[list[Word], BeforeValidator(as_list), Field(min_length=1)]


class Met:
    """Which words of a field the rows held, and some of the others, to guess what was meant by one they did not."""

    def __init__(self) -> None:
        self.words: set[str] = set()
        self.others: set[str] = set()

    def add(self, text: str, is_named: bool) -> None:
        """Take one cell down, unless it is too long to be a word."""
        if is_named:
            self.words.add(text)
        elif text and len(text) <= LONGEST_WORD and len(self.others) < MOST_OTHERS:
            self.others.add(text)


class Value(Section):
    """Where a field comes from: columns, a constant or the row's number; then a value map or a test.

    Several columns are joined by line ends. Without ``others``, values that the map does not name stay as they are.
    A test of an empty column has no answer, except ``is_filled``. ``split`` makes a list. ``type`` says what an
    attribute is where its values leave doubt (a number that is a name).
    """

    column: Annotated[list[Column], BeforeValidator(as_list)] = Field(default_factory=list)
    constant: Scalar = None
    row_number: bool = False
    values: dict[Word, Scalar] = Field(default_factory=dict)
    others: Scalar = None
    is_not: Words | None = None
    is_one_of: Words | None = None
    is_filled: bool | None = None
    below: float | None = None
    above: float | None = None
    split: Annotated[str, Field(min_length=1)] | None = None
    type: Literal["text", "number", "yes_no", "time"] | None = None

    _met: Met = PrivateAttr(default_factory=Met)

    @model_validator(mode="after")
    def _from_one_place(self) -> Self:
        places = [bool(self.column), "constant" in self.model_fields_set, self.row_number]
        if sum(places) != 1:
            raise PydanticCustomError("place", "give exactly one of column, constant and row_number")
        asked = [name for name in TESTS if getattr(self, name) is not None]
        if len(asked) > 1 or (asked and self.values):
            raise PydanticCustomError("tests", "give only one of values, is_not, is_one_of, is_filled, below, above")
        return self

    @property
    def met(self) -> Met:
        """The words that were met while reading."""
        return self._met

    @cached_property
    def is_test(self) -> bool:
        """Say whether the answer is true or false."""
        return any(getattr(self, name) is not None for name in TESTS)
