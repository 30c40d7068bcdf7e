"""One field of a record by its mapping: value maps, tests, numbers, lists and words for yes and no."""

from __future__ import annotations

from typing import Any

import pytest

from data.mapped_values import Source, Unread, lookup, read_fields
from data.mapping import ExportMapping
from data.mapping_value import Value

RECORD = {
    "urgency": "1 - High", "seats": "1.450", "share": "12,5 %", "code": "00123", "card": "4111111111111111",
    "escalated": "Ja", "skills": "vpn; mail;;", "empty": " ", "flag": True, "count": 3, "deep": {"er": {"est": "x"}},
    "many": [{"name": "a"}, {"name": "b"}, {"other": 1}, {"name": "a"}], "a.b": "dotted",
    "title": "Help", "body": "Help",
    "words": ["two", "lines"], "day": "01.05.2024",
}  # fmt: skip


def read(table: str, field: str, **value: Any) -> Any:
    """Read one field of the record, with a comma before fractions and German dates."""
    settings = {"decimal": ",", "date_format": "%d.%m.%Y", "time_zone": "Europe/Berlin"}
    parts = {"conversation": {"conversation_id": "x"}, "messages": [{"author": "x", "text": "x"}]}
    mapping = ExportMapping.model_validate(settings | parts)
    found = read_fields({field: Value.model_validate(value)}, table, Source(RECORD, 17, mapping))
    return found.get(field.partition(".")[0])


@pytest.mark.parametrize(
    ("table", "field", "value", "expected"),
    [
        ("conversations", "priority", {"column": "urgency", "values": {"1 - High": "P1"}}, "P1"),
        ("conversations", "priority", {"column": "urgency", "values": {"2": "P2"}}, "1 - High"),
        ("conversations", "priority", {"column": "urgency", "values": {"2": "P2"}, "others": "P4"}, "P4"),
        ("conversations", "priority", {"column": "urgency", "values": {"2": "P2"}, "others": None}, None),
        ("conversations", "priority", {"column": "empty", "values": {"2": "P2"}, "others": "P4"}, None),
        ("conversations", "priority", {"column": "empty", "values": {"": "P5"}}, "P5"),
        ("conversations", "channel", {"constant": "email"}, "email"),
        ("conversations", "conversation_id", {"row_number": True}, "17"),
        ("conversations", "category", {"column": ["title", "body", "empty"]}, "Help"),
        ("conversations", "category", {"column": "a.b"}, "dotted"),
        ("conversations", "category", {"column": "deep.er.est"}, "x"),
        ("conversations", "category", {"column": "deep.er.none"}, None),
        ("conversations", "category", {"column": "count"}, "3"),
        ("conversations", "opened_at", {"column": "day"}, "2024-04-30T22:00:00.000000+00:00"),
        ("conversations", "attributes.x", {"column": "seats"}, {"x": 1450.0}),
        ("conversations", "attributes.x", {"column": "share"}, {"x": 12.5}),
        ("conversations", "attributes.x", {"column": "code"}, {"x": "00123"}),
        ("conversations", "attributes.x", {"column": "card"}, {"x": "4111111111111111"}),
        ("conversations", "attributes.x", {"column": "code", "type": "number"}, {"x": 123.0}),
        ("conversations", "attributes.x", {"column": "escalated", "type": "yes_no"}, {"x": True}),
        ("conversations", "attributes.x", {"column": "count", "type": "text"}, {"x": "3"}),
        ("conversations", "attributes.x", {"column": "flag"}, {"x": True}),
        ("conversations", "attributes.x", {"column": "count"}, {"x": 3}),
        ("conversations", "attributes.x", {"column": "words"}, {"x": "two lines"}),
        ("conversations", "attributes.x", {"column": "empty"}, None),
        ("messages", "text", {"column": "words"}, "two\nlines"),
        ("messages", "entities", {"column": "many.name"}, {"a": 2, "b": 1}),
        ("messages", "entities", {"column": "skills", "split": ";"}, {"vpn": 1, "mail": 1}),
        ("resolvers", "skills", {"column": "skills", "split": ";"}, ["vpn", "mail"]),
        ("resolvers", "skills", {"column": "skills", "split": ";", "values": {"vpn": "network"}}, ["network", "mail"]),
        ("resolvers", "active", {"column": "escalated"}, True),
        ("resolvers", "tier", {"column": "count"}, 3),
        ("outcomes", "escalated", {"column": "escalated"}, True),
        ("outcomes", "escalated", {"column": "escalated", "values": {"Ja": True}}, True),
        ("outcomes", "escalated", {"column": "urgency", "is_not": ["1 - High"]}, False),
        ("outcomes", "escalated", {"column": "urgency", "is_one_of": ["2", "1 - High"]}, True),
        ("outcomes", "escalated", {"column": "empty", "is_not": ["Desk"]}, None),
        ("outcomes", "escalated", {"column": "empty", "is_not": ["Desk", ""]}, False),
        ("outcomes", "escalated", {"column": "empty", "is_filled": True}, False),
        ("outcomes", "escalated", {"column": "code", "is_filled": False}, False),
        ("outcomes", "escalated", {"column": "count", "above": 3}, False),
        ("outcomes", "escalated", {"column": "share", "below": 12.6}, True),
        ("outcomes", "escalated", {"column": "empty", "below": 1}, None),
    ],
)
def test_a_field_is_read(table: str, field: str, value: dict[str, Any], expected: object) -> None:
    found = read(table, field, **value)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("table", "field", "value", "reason"),
    [
        ("conversations", "opened_at", {"column": "urgency"}, "is not a time written as"),
        ("outcomes", "escalated", {"column": "urgency", "below": 3}, "is not a number"),
        ("outcomes", "escalated", {"column": "urgency"}, "is neither yes nor no"),
    ],
)
def test_what_cannot_be_read_names_its_column(table: str, field: str, value: dict[str, Any], reason: str) -> None:
    with pytest.raises(Unread, match=reason) as told:
        read(table, field, **value)
    assert (told.value.column, told.value.value) == ("urgency", "1 - High")


@pytest.mark.parametrize(("path", "found"), [("many.name", ["a", "b", "a"]), ("many.none", None), ("seats.x", None)])
def test_a_path_goes_through_lists(path: str, found: object) -> None:
    assert lookup(RECORD, path) == found
