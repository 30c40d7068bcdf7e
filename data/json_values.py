"""Values out of a vendor's nested JSON, where any of them may be absent or of another kind."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any


def inside(record: Any, *names: str) -> Any:
    """Give the value under these names, one within the other; None where one is absent."""
    for name in names:
        record = record.get(name) if isinstance(record, dict) else None
    return record


def listed(value: Any) -> list[Any]:
    """Give a list as it is; anything else holds nothing to go through."""
    return value if isinstance(value, list) else []


def as_text(value: Any) -> str | None:
    """Give an identifier or name as text; None and the empty text are absent."""
    if value is None or value == "":
        return None
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def as_attribute(value: Any) -> str | float | bool | None:
    """Give a value as an attribute holds it: text, number or truth; a list becomes words in order."""
    if value is None or isinstance(value, (bool, int, float, str)):
        return value if value != "" else None
    if isinstance(value, list):
        return " ".join(sorted(text for element in value if (text := as_text(element)))) or None
    return as_text(value)


def utc_time(seconds: Any) -> Any:
    """Give seconds since 1970 as a time in UTC; what is none stays, for the tables to refuse."""
    if not isinstance(seconds, (int, float)) or isinstance(seconds, bool):
        return seconds
    try:
        return datetime.fromtimestamp(seconds, UTC).isoformat()
    except (OverflowError, ValueError, OSError):
        return str(seconds)


def filled(values: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is absent."""
    return {name: value for name, value in values.items() if value is not None}


def stated(names: Iterable[Any]) -> tuple[str, ...]:
    """Give each name that is there once, in order of appearance."""
    return tuple(dict.fromkeys(name for name in names if isinstance(name, str) and name.strip()))
