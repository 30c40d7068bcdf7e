"""Times of any export become UTC, and sort as they happened."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.moments import utc

DAYS = st.datetimes(datetime(1970, 1, 2), datetime(2199, 12, 30))
ZONES = st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"])
GERMAN = "%d.%m.%Y %H:%M"


@given(moment=DAYS, zone=ZONES)
def test_a_local_time_comes_back_from_utc(moment: datetime, zone: str) -> None:
    exact = moment.replace(tzinfo=UTC)
    local = exact.astimezone(ZoneInfo(zone))
    read = datetime.fromisoformat(utc(local.replace(tzinfo=None).isoformat(), [], zone))
    repeated = local.fold == 1  # The second passing of an hour that the clock repeats is read as the first.
    assert read == exact - repeated * (read.astimezone(ZoneInfo(zone)).utcoffset() - local.utcoffset())  # type: ignore[operator]


@given(first=DAYS, second=DAYS, hours=st.integers(-14, 14))
def test_texts_sort_as_times_do(first: datetime, second: datetime, hours: int) -> None:
    offset = f"{hours:+03}:00"
    one, other = (utc(moment.isoformat() + offset, [], None) for moment in (first, second))
    assert (one < other) == (first < second)


@pytest.mark.parametrize(
    ("text", "formats", "zone", "expected"),
    [
        ("2024-05-01T10:00:00Z", [], None, "2024-05-01T10:00:00"),
        ("2024-05-01 10:00+02:00", [], None, "2024-05-01T08:00:00"),
        ("2024-05-01", [], "Europe/Berlin", "2024-04-30T22:00:00"),
        ("01.05.2024 10:00", [GERMAN], "Europe/Berlin", "2024-05-01T08:00:00"),
        ("5/1/24 3:07 PM", [GERMAN, "%m/%d/%y %I:%M %p"], "UTC", "2024-05-01T15:07:00"),
        ("Wed, 01 May 2024 10:00:00 +0530", ["%a, %d %b %Y %H:%M:%S %z"], "UTC", "2024-05-01T04:30:00"),
        ("1714557600", ["unix_seconds"], None, "2024-05-01T10:00:00"),
        ("1714557600500", ["unix_milliseconds"], None, "2024-05-01T10:00:00.500000"),
        ("31.03.2024 02:30", [GERMAN], "Europe/Berlin", "2024-03-31T01:30:00"),  # Leapt over: as if not yet.
        ("27.10.2024 02:30", [GERMAN], "Europe/Berlin", "2024-10-27T00:30:00"),  # Repeated: the first passing.
    ],
)
def test_a_time_is_read(text: str, formats: list[str], zone: str | None, expected: str) -> None:
    assert datetime.fromisoformat(utc(text, formats, zone)) == datetime.fromisoformat(expected + "+00:00")


@pytest.mark.parametrize(
    ("text", "formats", "reason"),
    [
        ("2024-05-01 10:00", [], "has no offset from UTC; name the time_zone"),
        ("01.05.2024 10:00", [], "is not a time written as ISO 8601"),
        ("2024-05-01", [GERMAN], r"is not a time written as %d\.%m\.%Y %H:%M"),
        ("soon", ["unix_seconds"], "is not a time written as unix_seconds"),
        ("1e400", ["unix_seconds"], "is not a time"),
        ("0001-01-01T00:00+05:00", [], "lies beyond the calendar"),
        ("9999-12-31T23:00-05:00", [], "lies beyond the calendar"),
    ],
)
def test_what_is_no_time_says_what_to_add(text: str, formats: list[str], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        utc(text, formats, None)


def test_an_hour_that_is_repeated_keeps_its_length_around_it() -> None:
    before, after = (utc(f"27.10.2024 0{hour}:00", [GERMAN], "Europe/Berlin") for hour in (1, 4))
    assert datetime.fromisoformat(after) - datetime.fromisoformat(before) == timedelta(hours=4)


NEW_YORK = {"EST": "America/New_York", "EDT": "America/New_York", "Ortszeit": "Europe/Berlin"}


@pytest.mark.parametrize(("text", "formats", "expected"), [
    ("2024-03-01 10:00 EST", [], "2024-03-01T15:00:00"),
    ("2024-07-01 10:00 EDT", [], "2024-07-01T14:00:00"),
    ("03/01/2024 10:00 AM EST", ["%m/%d/%Y %I:%M %p"], "2024-03-01T15:00:00"),
    ("2024-11-03 01:30 EDT", [], "2024-11-03T05:30:00"),  # The first passing of the repeated hour,
    ("2024-11-03 01:30 EST", [], "2024-11-03T06:30:00"),  # and the second.
    ("2024-03-01 10:00 UTC", [], "2024-03-01T10:00:00"),
    ("01.03.2024 10:00 GMT", [GERMAN], "2024-03-01T10:00:00"),
    ("2024-03-01 10:00 UTC", ["%Y-%m-%d %H:%M UTC"], "2024-03-01T09:00:00"),  # The format's own words: time_zone.
    ("2024-03-01 10:00 America/Argentina/Buenos_Aires", [], "2024-03-01T13:00:00"),
    ("2024-07-01T10:00:00[Europe/Berlin]", [], "2024-07-01T08:00:00"),
    ("2024-07-01T10:00:00+02:00[Europe/Berlin]", [], "2024-07-01T08:00:00"),
    ("2024-07-01T10:00:00-04:00 EDT", [], "2024-07-01T14:00:00"),
])  # fmt: skip
def test_a_zone_named_after_the_time_is_read(text: str, formats: list[str], expected: str) -> None:
    read = utc(text, formats, "Europe/Berlin", NEW_YORK)
    assert datetime.fromisoformat(read) == datetime.fromisoformat(expected + "+00:00")


@pytest.mark.parametrize("name", ["EST", "IST", "CST", "BST", "CET"])
def test_a_short_name_of_a_zone_is_never_guessed(name: str) -> None:
    with pytest.raises(
        ValueError, match=rf"names the time zone {name}, which .*; add zones: {{{name}: \.\.\.}} to the"
    ):
        utc(f"2024-03-01 10:00 {name}", [], "Europe/Berlin")


@pytest.mark.parametrize(
    "text", ["2024-03-01 10:00 PM", "soon EST", "2024-03-01 at noon CET", "2024-03-01 10:00 [a b]", "1 " * 60]
)
def test_what_is_no_time_before_a_zone_is_told_as_before(text: str) -> None:
    with pytest.raises(ValueError, match="is not a time written as ISO 8601"):
        utc(text, [], "UTC", NEW_YORK)
