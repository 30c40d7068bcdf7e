"""What a mapping may say: which column of an unknown export becomes which field of the canonical tables.

A mapping is a YAML file beside the export; ``data/mappings/`` holds worked ones. Named fields are those of
``data/tables.py``; unknown keys are refused with the nearest known one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, Self

import yaml
from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from data.errors import BadInput, nearest
from data.limits import Section
from data.mapping_times import Formats, Zone
from data.mapping_value import Column, Value, Word, as_list
from data.tables import TABLES

MAPS = {"attributes", "entities"}  # Fields that hold further columns by name.
LABEL_KEYS = ("target", "value")


def as_value(given: object) -> object:
    """Take a plain text for a column, a list of texts for several that are joined."""
    return {"column": given} if isinstance(given, (str, list)) else given


def flat(given: object) -> object:
    """Give the columns inside ``attributes`` and ``entities`` names like ``attributes.seats``.

    ``entities`` may also come from one column as a whole.
    """
    if not isinstance(given, dict):
        return given
    fields: dict[object, object] = {}
    for name, value in given.items():
        if name in MAPS and isinstance(value, dict) and not (name == "entities" and "column" in value):
            fields |= {f"{name}.{key}": column for key, column in value.items()}
        else:
            fields[name] = value
    return fields


def known_fields(table: str, *reserved: str) -> AfterValidator:
    """Refuse a field that the table does not have, or that is filled by the source."""
    known = {TABLES[table].model_fields[name].alias or name for name in TABLES[table].model_fields} - set(reserved)

    def check(fields: dict[str, Value]) -> dict[str, Value]:
        for name in fields:
            if name.split(".")[0] not in known or ("." in name and name.split(".")[0] not in MAPS):
                raise PydanticCustomError("unknown_field", "{fix}", {"key": name, "fix": nearest(name, known)})
        return fields

    return AfterValidator(check)


Columns = dict[str, Annotated[Value, BeforeValidator(as_value)]]
Flat = BeforeValidator(flat)
CaseFields = Annotated[Columns, Flat, known_fields("conversations")]
MessageFields = Annotated[Columns, Flat, known_fields("messages", "conversation_id")]
EventFields = Annotated[Columns, known_fields("events", "conversation_id", "event_sequence")]
OutcomeFields = Annotated[Columns, known_fields("outcomes", "conversation_id")]
LabelFields = Annotated[Columns, known_fields("turn_labels", "conversation_id", "sequence")]


class ExportMapping(Section):
    """The whole mapping; ``rows`` says what one row of the export is.

    How it is written: ``encoding`` and ``delimiter`` (of CSV, found out where they are not named; a guessed encoding
    must be named), ``decimal`` (the sign), ``date_format`` (one or several), ``time_zone`` of times without one, and
    ``zones``, which says what zone a short name such as EST means where times end with one.
    What it holds: ``conversation`` (known at the opening), ``customer``, ``resolver``, ``messages`` (``messages_at`` is
    the list of them inside a record), ``events``, ``outcome`` (known at the end) and ``turn_labels`` (of messages).
    ``names`` are columns with people's names: they are taken out wherever people wrote, and have no field of their own.
    """

    rows: Literal["conversation", "message"] = "conversation"
    time_zone: Zone | None = None
    zones: dict[Word, Zone] = Field(default_factory=dict)
    date_format: Formats = Field(default_factory=list)
    decimal: Literal[".", ","] = "."
    delimiter: Annotated[str, Field(min_length=1, max_length=1)] | None = None
    encoding: str | None = None
    messages_at: Column | None = None
    conversation: CaseFields
    customer: Annotated[Columns, known_fields("customers")] = Field(default_factory=dict)
    resolver: Annotated[Columns, known_fields("resolvers", "load", "available")] = Field(default_factory=dict)
    messages: Annotated[list[MessageFields], Field(min_length=1)]
    events: list[EventFields] = Field(default_factory=list)
    outcome: OutcomeFields = Field(default_factory=dict)
    turn_labels: list[LabelFields] = Field(default_factory=list)
    names: Annotated[list[Column], BeforeValidator(as_list)] = Field(default_factory=list)

    @model_validator(mode="after")
    def _is_enough(self) -> Self:
        require("conversation", self.conversation, "conversation_id")
        for place, entry in enumerate(self.messages):
            require(f"messages.{place}", entry, "author")
            if not {"text", "intent"} & set(entry):
                raise unfit(f"messages.{place}.text", "a message needs a text, or an intent", "is missing")
        for name, entries, keys in (("events", self.events, ("kind",)), ("turn_labels", self.turn_labels, LABEL_KEYS)):
            for place, entry in enumerate(entries):
                require(f"{name}.{place}", entry, *keys)
        for name, fields in (("customer", self.customer), ("resolver", self.resolver)):
            require(name, fields, f"{name}_id") if fields else None
        return self

    @model_validator(mode="after")
    def _rows_agree(self) -> Self:
        by_message = self.rows == "message"
        if by_message and len(self.messages) > 1:
            raise unfit(
                "messages", "rows: message makes one message of each row; keep one entry, or rows: conversation"
            )
        if by_message and self.messages_at:
            raise unfit("messages_at", "lists of messages need rows: conversation; leave one of the two out")
        if self.messages_at and len(self.messages) > 1:
            raise unfit("messages", "messages_at makes one message of each element; keep one entry")
        if self.turn_labels and not (by_message or self.messages_at):
            raise unfit("turn_labels", "they need rows: message, or messages_at; a label of the case goes to outcome")
        return self

    @model_validator(mode="after")
    def _outcome_is_no_feature(self) -> Self:
        told = self.outcome["escalated"].column if "escalated" in self.outcome else []
        for name, value in self.conversation.items():
            if name != "conversation_id" and (same := [path for path in told if path in value.column]):
                fix = "leave it out there, or the answer would be known from the first message on"
                raise unfit(f"conversation.{name}", fix, f"is the column {same[0]!r}, which outcome.escalated asks")
        return self

    @property
    def learns(self) -> bool:
        """Say whether anything can be learnt from what it gives: an outcome, events or labels of turns."""
        return bool(self.outcome or self.events or self.turn_labels)


def require(place: str, fields: Columns, *needed: str) -> None:
    """Refuse a part that lacks a field without which it is nothing."""
    for name in needed:
        if name not in fields:
            raise unfit(f"{place}.{name}", "name the column it comes from", "is missing")


def unfit(place: str, fix: str, problem: str = "does not fit") -> PydanticCustomError:
    """Give an error that names its place in the mapping itself."""
    return PydanticCustomError("unfit", "{problem}", {"key": place, "problem": problem, "fix": fix})


def read_mapping(path: Path) -> ExportMapping:
    """Read a mapping; raises BadInput naming the key, its value and the fix."""
    fix = "python -m data.describe FILE writes one for your file"
    if not path.is_file():
        raise BadInput("MAPPING", path, "is not a file", fix)
    try:
        given = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise BadInput("MAPPING", path, "is not UTF-8", "save it as UTF-8") from None
    except (yaml.YAMLError, RecursionError) as error:
        reason = " ".join(str(error).split())
        raise BadInput("MAPPING", path, f"is not YAML ({reason})", "correct the line it names") from None
    if not isinstance(given, dict):
        raise BadInput("MAPPING", path, "is not a mapping of names to columns", fix)
    try:
        return ExportMapping.model_validate(given)
    except ValidationError as error:
        raise mapping_error(error) from None


def mapping_error(error: ValidationError) -> BadInput:
    """Turn the first problem of a mapping into one sentence."""
    # A mistyped key is also a missing one; the typing error is the one to mend.
    first = min(error.errors(), key=lambda found: found["type"] not in ("extra_forbidden", "unknown_field"))
    place = ".".join(str(part) for part in first["loc"])
    context = first.get("ctx", {})
    if first["type"] == "extra_forbidden":
        known = ExportMapping.model_fields if len(first["loc"]) == 1 else Value.model_fields
        return BadInput(
            f"mapping: {place}", first["loc"][-1], "is an unknown key", nearest(str(first["loc"][-1]), known)
        )
    if first["type"] == "unknown_field":
        return BadInput(f"mapping: {place}", context["key"], "is not a field to fill here", context["fix"])
    if first["type"] == "unfit":
        return BadInput(f"mapping: {context['key']}", "", context["problem"], context["fix"])
    if first["type"] == "missing":
        return BadInput(f"mapping: {place}", "", "is missing", "add it; data/mappings/ holds worked mappings")
    return BadInput(f"mapping: {place}", first["input"], "cannot be used", first["msg"])
