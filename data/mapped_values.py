"""One field of one record, read as its mapping says; what cannot be read is told with its column and a reason."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

import pyarrow as pa

from data.mapping import ExportMapping
from data.mapping_value import Value
from data.moments import utc
from data.tables import arrow_schema
from data.written_numbers import number_in

YES = frozenset({"true", "yes", "y", "1", "x", "ja", "j", "wahr", "sí", "si", "s", "oui", "o", "vrai", "verdadero"})
NO = frozenset({"false", "no", "n", "0", "nein", "falsch", "non", "faux", "falso"})
NO_ANSWER = "is neither yes nor no; say what it means by values: {...: true}, is_not: or is_one_of:"
NAMES = re.compile(r"[+-]?0\d|\d{16}|\+")  # 00123 and card numbers are names written in digits.
Kind = str


class Unread(ValueError):
    """A value that cannot be read: its column, itself, and why."""

    def __init__(self, column: str, value: object, reason: str) -> None:
        self.column, self.value, self.reason = column, value, reason
        super().__init__(reason)


class Source(NamedTuple):
    """The record a field is read from, with its line or number, and the mapping."""

    record: Mapping[str, Any]
    row: int
    mapping: ExportMapping


@cache
def kinds(table: str) -> dict[str, Kind]:
    """Give what each field of a table is: text, number, yes_no, time, list or map."""
    fields = {field.name: kind_of(field.type) for field in arrow_schema(table)}
    return fields | {name: "map" for name in ("attributes", "entities") if name in fields}


def kind_of(stored: pa.DataType) -> Kind:
    """Name the kind of a stored type."""
    if pa.types.is_timestamp(stored):
        return "time"
    if pa.types.is_list(stored):
        return "list"
    if pa.types.is_boolean(stored):
        return "yes_no"
    return "text" if pa.types.is_string(stored) else "number"


def read_fields(fields: Mapping[str, Value], table: str, source: Source) -> dict[str, Any]:
    """Give the fields of a row that have a value; raises Unread for the first that cannot be read."""
    values: dict[str, Any] = {}
    for name, value in fields.items():
        owner, inner, key = name.partition(".")
        found = read_value(value, "attribute" if inner else kinds(table)[name], source)
        if found is None:
            continue
        if inner:
            values.setdefault(owner, {})[key] = found
        else:
            values[name] = found
    return values


def read_value(value: Value, kind: Kind, source: Source) -> Any:
    """Give one value, None where its columns are empty; raises Unread where they hold something else."""
    if value.row_number:
        return str(source.row)
    if not value.column:
        return value.constant
    cells = [lookup(source.record, path) for path in value.column]
    given = cells[0] if len(cells) == 1 else joined(cells)
    try:
        if value.is_test:
            return answer(value, text_of(given), source.mapping.decimal)
        if value.split:
            parts = [part.strip() for part in text_of(given).split(value.split)]
            given = [part for part in parts if part]
        found = typed(mapped(given, value), value.type or kind, source.mapping)
        if kind == "yes_no" and isinstance(found, str):
            raise ValueError(NO_ANSWER)
        return found
    except ValueError as error:
        raise Unread(" + ".join(value.column), text_of(given), str(error)) from None


def mapped(given: Any, value: Value) -> Any:
    """Apply the value map, to each element of a list."""
    if not value.values:
        return given
    if isinstance(given, list):
        return [mapped(one, value) for one in given]
    text = text_of(given)
    value.met.add(text, text in value.values)
    if text in value.values:
        return value.values[text]
    return value.others if text and "others" in value.model_fields_set else given


def answer(value: Value, text: str, decimal: str) -> bool | None:
    """Answer a test; an empty column has no answer, unless the test is about that or names it."""
    if value.is_filled is not None:
        return bool(text) is value.is_filled
    words = value.is_not if value.is_not is not None else value.is_one_of
    if words is not None:
        value.met.add(text, text in words)
        return (text in words) is (value.is_not is None) if text or "" in words else None
    number = number_in(text, decimal)
    if text and number is None:
        raise ValueError("is not a number, and its mapping asks whether it is below or above one")
    if number is None:
        return None
    return number < value.below if value.below is not None else number > (value.above or 0.0)


def typed(given: Any, kind: Kind, mapping: ExportMapping) -> Any:
    """Turn a value into what its field holds; what has another shape is left for the tables to refuse."""
    if kind == "map":
        return counted(given)
    if kind == "list":
        return listed(given)
    text = text_of(given)
    if not text:
        return None
    if kind == "time":
        return utc(text, mapping.date_format, mapping.time_zone, mapping.zones)
    if kind == "yes_no":
        return True if text.casefold() in YES else False if text.casefold() in NO else text
    if kind == "number":
        return number_of(given, mapping.decimal)
    if kind == "attribute":
        return attribute_of(given, mapping.decimal)
    return text


def number_of(given: Any, decimal: str) -> Any:
    """Give a number; what reads as none stays as it is."""
    if isinstance(given, (int, float)) and not isinstance(given, bool):
        return given
    number = number_in(text_of(given), decimal)
    return text_of(given) if number is None else number


def attribute_of(given: Any, decimal: str) -> Any:
    """Give a truth, a number or a text; a name written in digits is a text, a list is its words."""
    if isinstance(given, bool):
        return given
    text = " ".join(text_of(given).split("\n")) if isinstance(given, list) else text_of(given)
    return text if NAMES.match(text) else number_of(given if isinstance(given, int | float) else text, decimal)


def counted(given: Any) -> Any:
    """Count the names in a list; a map is one already."""
    if isinstance(given, list):
        return dict(Counter(text_of(one) for one in given)) or None
    return given if isinstance(given, dict) else counted([given]) if text_of(given) else None


def listed(given: Any) -> Any:
    """Give a list of texts; a single text is a list of one."""
    texts = [text_of(one) for one in (given if isinstance(given, list) else [given])]
    return [text for text in texts if text] or None


def joined(found: list[Any]) -> str:
    """Join several columns by line ends, once where they say the same."""
    return "\n".join(dict.fromkeys(text for one in found if (text := text_of(one))))


def text_of(given: Any) -> str:
    """Give any value of a record as text; nothing is the empty text."""
    if given is None:
        return ""
    if isinstance(given, bool):
        return "true" if given else "false"
    if isinstance(given, list):
        return "\n".join(filter(None, map(text_of, given)))
    return given.strip() if isinstance(given, str) else json.dumps(given, ensure_ascii=False)


def lookup(record: Any, path: str) -> Any:
    """Give what stands under a column's name, or under a dotted path in nested records; through lists, of each."""
    if isinstance(record, list):
        found = [inner for one in record if (inner := lookup(one, path)) is not None]
        return found or None
    if not isinstance(record, Mapping):
        return None
    if path in record:
        return record[path]
    first, dotted, rest = path.partition(".")
    return lookup(record[first], rest) if dotted and first in record else None
