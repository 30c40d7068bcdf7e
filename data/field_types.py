"""What a field of the contract may hold: text that can be stored, names, moments in UTC, numbers that fit a table."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, Field

MAX_TEXT_CHARACTERS = 100_000  # The longest real ticket has 14,441; a megabyte in one message is an attachment.
UNUSABLE = re.compile("[\x00\ud800-\udfff]")  # NUL, and lone surrogates: what broken encodings leave behind.


def usable(text: str) -> str:
    """Refuse text that no UTF-8 file can hold."""
    if found := UNUSABLE.search(text):
        raise ValueError(f"holds the unusable character {found.group()!a}; save the source as UTF-8")
    return text


def in_utc(moment: datetime) -> datetime:
    """Keep one time zone everywhere; a year near the ends of the calendar is a placeholder, not a time."""
    if not 1970 <= moment.year <= 2200:
        raise ValueError(f"has the year {moment.year}; leave the field empty where the time is not known")
    return moment.astimezone(UTC)


Text = Annotated[str, AfterValidator(usable)]
Identifier = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(usable)]
Moment = Annotated[AwareDatetime, AfterValidator(in_utc)]
Attributes = dict[Text, Text | float | bool | None]
Probability = Annotated[float, Field(ge=0, le=1)]
Whole = Annotated[int, Field(ge=-(2**63), lt=2**63)]  # What a column of a table can hold.
Position = Annotated[int, Field(ge=0, lt=2**63)]
