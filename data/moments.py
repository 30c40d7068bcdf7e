"""Times as exports write them, turned into UTC: by format, with an offset or in a named time zone.

``EST`` alone names no zone: it stands for three continents' times, so the mapping must say which one an export means.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

UNIX = {"unix_seconds": 1, "unix_milliseconds": 1000}
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# A time and the zone after it: letters, or a name like Europe/Berlin, which may stand in brackets.
ZONED = re.compile(r"(?P<time>.*\d.*?)(?:[ ]?\[(?P<inside>[\w/+-]+)\]|[ ](?P<after>[A-Z]{2,5}|[A-Z][a-z]+/[\w/+-]+))")
SAME_EVERYWHERE = {"UTC": "UTC", "GMT": "UTC"}
HALVES = ("AM", "PM")
LONGEST = 100  # Characters: what is longer is no time, and the pattern would go through it again and again.


def utc(text: str, formats: Sequence[str], zone: str | None, zones: Mapping[str, str] = MappingProxyType({})) -> str:
    """Give a time as ISO 8601 in UTC; raises ValueError saying what to add to the mapping.

    A time with an offset needs no zone. In the hour that a clock repeats in autumn the first passing is meant; a time
    that it leaps over in spring is read as if the clock had not leapt yet. Both follow PEP 495, ``fold`` being 0.
    All texts given are of one shape, so that they sort as times do. ``zones`` says which zone a short name after a time
    means; of a repeated hour it tells which passing is meant.
    """
    found = zoned(text, formats, zones) or parsed(text, formats)
    if found.tzinfo is None:
        if zone is None:
            raise ValueError("has no offset from UTC; name the time_zone of the export in the mapping")
        found = found.replace(tzinfo=ZoneInfo(zone))
    try:
        return found.astimezone(UTC).isoformat(timespec="microseconds")
    except OverflowError:
        raise ValueError("lies beyond the calendar; leave the field empty where the time is not known") from None


def zoned(text: str, formats: Sequence[str], zones: Mapping[str, str]) -> datetime | None:
    """Read a time that ends with the name of its zone; None where none stands there, or where a format reads it."""
    match = ZONED.fullmatch(text) if len(text) <= LONGEST else None
    name = (match["inside"] or match["after"]) if match else ""
    if match is None or name in HALVES or any(form.endswith(f" {name}") for form in formats):
        return None
    try:
        found = parsed(match["time"].strip(), formats)
    except ValueError:
        return None
    if found.tzinfo:  # An offset beside a name is exact.
        return found
    zone = zones.get(name) or SAME_EVERYWHERE.get(name) or (name if is_zone(name) else None)
    if zone is None:
        fix = f"add zones: {{{name}: ...}} to the mapping, with a zone like America/New_York"
        raise ValueError(f"names the time zone {name}, which not everywhere means the same; {fix}")
    passings = [found.replace(tzinfo=ZoneInfo(zone), fold=fold) for fold in (0, 1)]
    return next((passing for passing in passings if passing.tzname() == name), passings[0])


def is_zone(name: str) -> bool:
    """Say whether a name like Europe/Berlin is that of a time zone; a short name is not enough."""
    try:
        return "/" in name and bool(ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def parsed(text: str, formats: Sequence[str]) -> datetime:
    """Read a time by the first format that fits, ISO 8601 where the mapping names none."""
    for form in formats:
        try:
            return from_unix(text, UNIX[form]) if form in UNIX else datetime.strptime(text, form)
        except (ValueError, OverflowError):
            continue
    try:
        if not formats:
            return datetime.fromisoformat(text)
    except ValueError:
        pass
    wanted = " or ".join(formats) or "ISO 8601, as 2024-05-01T10:00:00+02:00"
    raise ValueError(f"is not a time written as {wanted}; correct it, or add its format to date_format in the mapping")


def from_unix(text: str, units: int) -> datetime:
    """Read a count of seconds, or of parts of seconds, since 1970."""
    return EPOCH + timedelta(seconds=float(text) / units)
