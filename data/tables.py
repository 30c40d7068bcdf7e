"""The canonical tables: one record model a table, and their Parquet types derived from it."""

from __future__ import annotations

import json
import types
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pyarrow as pa
from pydantic import AwareDatetime, Field

from data.field_types import Identifier, Moment, Position, Probability, Text, Whole
from data.schema import Action, Case, Customer, EscalationType, Event, Message, Record, Resolver, Verdict


class MessageRow(Message):
    """A message in its table."""

    conversation_id: Identifier
    sequence: Position


class EventRow(Event):
    """An event in its table."""

    conversation_id: Identifier


class Outcome(Record):
    """How a case ended and what this system itself did: read by labels and evaluation, never by a feature."""

    conversation_id: Identifier
    escalated: bool | None = None
    escalated_sequence: Position | None = None
    resolver_id: Identifier | None = None
    resolver_team: Text | None = None
    resolved_at: Moment | None = None
    first_response_at: Moment | None = None
    csat: float | None = None
    sla_met: bool | None = None
    cost: float | None = None
    handler_confidence: Probability | None = None
    verdict: Verdict | None = None
    action_taken: Action | None = None
    action_probability: Probability | None = None


class TurnLabel(Record):
    """A label a source gives to a single turn."""

    conversation_id: Identifier
    sequence: Position
    target: Identifier
    value: float


class EscalationMatrixRow(Record):
    """Which team takes a case of this category and severity, and how fast it answers."""

    category: Text
    severity: Literal["P1", "P2", "P3", "P4"]
    escalation_type: EscalationType
    team: Text
    tier: Whole
    backup_team: Text | None = None
    response_minutes: float = Field(gt=0)


class AuthorityMatrixRow(Record):
    """Which tier may take an action up to an amount."""

    action: Text
    amount_up_to: float | None = None
    currency: Text | None = None
    tier: Whole


class SeverityMatrixRow(Record):
    """How urgency and impact make a severity."""

    urgency: Literal["low", "medium", "high"]
    impact: Literal["low", "medium", "high"]
    severity: Literal["P1", "P2", "P3", "P4"]


class Quarantined(Record):
    """A row that could not be used, kept aside with the reason."""

    source: Text
    table: Text
    row: Whole
    field: Text
    value: Text
    reason: Text


TABLES: dict[str, type[Record]] = {
    "conversations": Case,
    "messages": MessageRow,
    "events": EventRow,
    "outcomes": Outcome,
    "turn_labels": TurnLabel,
    "customers": Customer,
    "resolvers": Resolver,
    "escalation_matrix": EscalationMatrixRow,
    "authority_matrix": AuthorityMatrixRow,
    "severity_matrix": SeverityMatrixRow,
    "quarantine": Quarantined,
}

ARROW_TYPES: dict[object, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    AwareDatetime: pa.timestamp("us", tz="UTC"),
    dict: pa.string(),  # A map of text and numbers has no single Parquet type, so it is stored as JSON.
}


def arrow_schema(table: str) -> pa.Schema:
    """Give the Parquet columns of a canonical table, derived from its record model."""
    fields = TABLES[table].model_fields.items()
    return pa.schema([pa.field(field.alias or name, arrow_type(field.annotation)) for name, field in fields])


def arrow_type(annotation: Any) -> pa.DataType:
    """Give the Arrow type of one annotated field; ``X | None`` is ``X``, a literal is text."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return arrow_type(arguments[0])
    if origin in (Union, types.UnionType):
        return arrow_type(next(argument for argument in arguments if argument is not type(None)))
    if origin is Literal:
        return pa.string()
    if origin is list:
        return pa.list_(arrow_type(arguments[0]))
    return ARROW_TYPES[origin or annotation]


def to_arrow(table: str, records: Iterable[Record]) -> pa.Table:
    """Turn records into their table; maps become JSON text."""
    rows = [record.model_dump(by_alias=True) for record in records]
    packed = [{name: json.dumps(v) if isinstance(v, dict) else v for name, v in row.items()} for row in rows]
    return pa.Table.from_pylist(packed, schema=arrow_schema(table))


def from_row(row: Mapping[str, Any], maps: frozenset[str] = frozenset({"attributes", "entities"})) -> dict[str, Any]:
    """Undo the packing of one stored row: JSON text becomes a map again, absent values are left out."""
    return {name: json.loads(value) if name in maps else value for name, value in row.items() if value is not None}
