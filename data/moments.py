"""Times as exports write them, turned into UTC: by format, with an offset or in a named time zone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

UNIX = {"unix_seconds": 1, "unix_milliseconds": 1000}
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def utc(text: str, formats: Sequence[str], zone: str | None) -> str:
    """Give a time as ISO 8601 in UTC; raises ValueError saying what to add to the mapping.

    A time with an offset needs no zone. In the hour that a clock repeats in autumn the first passing is meant; a time
    that it leaps over in spring is read as if the clock had not leapt yet. Both follow PEP 495, ``fold`` being 0.
    All texts given are of one shape, so that they sort as times do.
    """
    found = parsed(text, formats)
    if found.tzinfo is None:
        if zone is None:
            raise ValueError("has no offset from UTC; name the time_zone of the export in the mapping")
        found = found.replace(tzinfo=ZoneInfo(zone))
    try:
        return found.astimezone(UTC).isoformat(timespec="microseconds")
    except OverflowError:
        raise ValueError("lies beyond the calendar; leave the field empty where the time is not known") from None


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
