"""Times are found, in any known format, and what is none is not taken for one."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.describe.times import FORMATS, ISO, parse, time_format


@pytest.mark.parametrize(("values", "formats", "zone"), [
    (["2024-01-05T10:00:00Z", "2024-01-31T10:00:00+02:00"], (ISO,), True),
    (["2024-01-05 10:00:00", "2024-01-31 11:30:00"], (ISO,), False),
    (["31/01/2024 10:00", "05/02/2024 11:00"], ("%d/%m/%Y %H:%M",), False),
    (["1/31/2024", "12/5/2024"], ("%m/%d/%Y",), False),
    (["31.01.2024 10:00:00", "05.02.2024 11:00:00"], ("%d.%m.%Y %H:%M:%S",), False),
    (["Jan 5, 2024 3:04 PM", "Feb 15, 2024 11:04 AM"], ("%b %d, %Y %I:%M %p",), False),
    (["2024-01-31 10:00:00 UTC", "2024-02-01 11:00:00 UTC"], ("%Y-%m-%d %H:%M:%S UTC",), False),
    (["31.01.2024 10:00 Uhr", "05.02.2024 11:00 Uhr"], ("%d.%m.%Y %H:%M Uhr",), False),
    (["01/31/2024 10:00AM", "02/05/2024 11:00PM"], ("%m/%d/%Y %I:%M%p",), False),
    (["31-Jan-24", "05-Feb-24"], ("%d-%b-%y",), False),
    (["31/01/2024 10:00", "2024-02-01T10:00:00"], (ISO, "%d/%m/%Y %H:%M"), False),
])  # fmt: skip
def test_the_format_of_times_is_found(values: list[str], formats: tuple[str, ...], zone: bool) -> None:
    found = time_format(values)
    assert found is not None
    assert set(found.formats) == set(formats)
    assert found.with_zone is zone
    assert not found.ambiguous
    assert all(parse(value, found.formats) for value in values)


def test_day_and_month_that_cannot_be_told_apart_are_said() -> None:
    found = time_format(["01/02/2024", "03/04/2024"])
    assert found is not None
    assert found.ambiguous


def test_times_of_which_only_some_have_an_offset_need_a_time_zone() -> None:
    found = time_format(["2024-01-05T10:00:00Z", "2024-01-06T10:00:00+02:00", "2024-01-31T10:00:00"])
    assert found is not None
    assert found.mixed_zones
    assert not found.with_zone


@settings(deadline=None)
@given(moments=st.lists(st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1)), min_size=1, max_size=30),
       form=st.sampled_from([form for form in FORMATS if "%y" not in form and "%z" not in form]))  # fmt: skip
def test_times_in_any_known_format_are_read_as_times(moments: list[datetime], form: str) -> None:
    values = [moment.strftime(form) for moment in moments]
    found = time_format(values)
    assert found is not None
    assert all(parse(value, found.formats) for value in values)


@pytest.mark.parametrize("values", [
    ["12", "7", "300"], ["INC0010023", "INC0010024"], ["printer is broken", "no network"], ["10.0.0.1", "10.0.0.2"],
])  # fmt: skip
def test_what_is_no_time_is_none(values: list[str]) -> None:
    assert time_format(values) is None
