"""What a mapping may say of times: formats, and the time zone of those that name none."""

from __future__ import annotations

from typing import Annotated
from zoneinfo import available_timezones

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from data.errors import nearest
from data.mapping_value import as_list

UNIX = ("unix_seconds", "unix_milliseconds")


def known_zone(name: str) -> str:
    """Refuse a time zone that does not exist."""
    if name not in available_timezones():
        fix = nearest(name, available_timezones()) if "/" in name else "give one like Europe/Berlin or UTC"
        raise PydanticCustomError("zone", "no such time zone; {fix}", {"fix": fix})
    return name


def dated_format(form: str) -> str:
    """Refuse a date format that names no year, or a zone that it cannot read."""
    if form not in UNIX and not any(sign in form for sign in ("%Y", "%y", "%c", "%x")):
        raise PydanticCustomError("format", 'names no year; write it like "%d/%m/%Y %H:%M", or unix_seconds')
    if "%Z" in form:
        # Python reads by it the names of the zone that the machine happens to be in, and forgets them.
        raise PydanticCustomError("format", "reads no time zone by %Z; leave it out: a name after the time is read")
    return form


Zone = Annotated[str, AfterValidator(known_zone)]
Formats = Annotated[list[Annotated[str, AfterValidator(dated_format)]], BeforeValidator(as_list), Field(min_length=1)]
