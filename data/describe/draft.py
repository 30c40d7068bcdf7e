"""The mapping that the guessed roles make, and the reason for every column that stays out of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from data.describe.draft_attributes import attribute_fields, columns_in
from data.describe.draft_messages import message_fields, turn_labels
from data.describe.material import Draft, Material
from data.describe.roles import Described, is_author, is_loose_group
from data.describe.times import ISO
from data.describe.value_words import NO, priority_of
from data.describe.words import ESCALATED_TO, words_of

ISO_FORMATS = ["%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M:%S.%f%z", "%Y-%m-%d %H:%M:%S%z", "%Y-%m-%d %H:%M:%S",
               "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d"]  # fmt: skip
CASE_FIELDS = ("channel", "category", "product", "language")
OF_THE_CASE = frozenset({*CASE_FIELDS, "priority", "customer", "sla_due_at"})
MOVING = ("category", "product")  # Desks that work by them set or correct them while they work.
AS_EXPORTED = "as it was at the export; leave it out if your desk changes it later"
NOT_WHEN = (
    "the file says that a case escalated, not when: messages after the hand-over cannot be told apart; "
    "name a column for escalated_at or escalated_sequence, or an event"
)
OUTCOME_TIMES = ("resolved_at", "first_response_at")


def draft(material: Material) -> Draft:
    """Make the mapping of a file from its described columns."""
    roles = roles_of(material)
    found = Draft({"rows": "message" if material.by_message else "conversation"}, {}, {}, {})
    if material.messages_at:
        found.mapping["messages_at"] = material.messages_at
    found.mapping["conversation"] = conversation_fields(found, roles, material)
    found.mapping["messages"] = [message_fields(found, roles, material)]
    events = [{"kind": {"constant": "escalated"}, "at": roles["escalated_at"].name}] if "escalated_at" in roles else []
    if events and not material.by_message:
        found.mapping["events"] = events
    if outcome := outcome_fields(found, roles, material):
        found.mapping["outcome"] = outcome
    if labels := turn_labels(material, roles):
        found.mapping["turn_labels"] = labels
        found.remarks["turn_labels"] = "a guess at what labels single messages; of several, labels.target names one"
    attributes = attribute_fields(found, material)
    if attributes:
        found.mapping["conversation"]["attributes"] = attributes
    first = {"rows": found.mapping.pop("rows")} | formats(found, material)
    return found._replace(mapping=first | found.mapping)


def roles_of(material: Material) -> dict[str, Described]:
    """Give the column of each role; what varies inside a conversation plays none of the case.

    Of those, words that name who speaks are the author, whatever the column's name says.
    """
    columns = [column for column in material.columns.values() if column.role]
    roles = {c.role: c for c in columns if c.name not in material.varying or c.role not in OF_THE_CASE}
    if material.by_message and "author" not in roles:
        speak = [c for c in material.columns.values() if c.name in material.varying and is_author(c.values)]
        roles |= {"author": speak[0]} if speak else {}
    return roles


def formats(found: Draft, material: Material) -> dict[str, Any]:
    """Say how the times and numbers that are used are written, as far as the defaults do not read them."""
    names = {*columns_in(found.mapping), *(column for column, _ in found.doubtful.values())}
    used = [
        column for table in (material.columns, material.nested) for column in table.values() if column.name in names
    ]
    times = [column.values.time for column in used if column.values.time]
    said: dict[str, Any] = {"encoding": material.encoding} if material.encoding else {}
    if material.encoding:
        found.remarks["encoding"] = "a guess from the file's bytes: correct it if words with accents read wrongly"
    if times and not all(time.with_zone for time in times):
        said["time_zone"] = "UTC"
        if not all(form.endswith(" UTC") for time in times if not time.with_zone for form in time.formats):
            some = "some" if any(time.with_zone or time.mixed_zones for time in times) else "the"
            found.remarks["time_zone"] = (
                f"a guess: {some} times have no offset; name your desk's zone, like Europe/Berlin"
            )
    written = list(dict.fromkeys(form for time in times for form in time.formats))
    if any(form != ISO for form in written):
        # With formats named, ISO 8601 is no longer understood by itself.
        said["date_format"] = [name for form in written for name in (ISO_FORMATS if form == ISO else [form])]
    if any(time.ambiguous for time in times):
        found.remarks["date_format"] = "day and month cannot be told apart in this file; check which comes first"
    if any(column.values.decimal_comma for column in used):
        said["decimal"] = ","
    return said


def conversation_fields(found: Draft, roles: Mapping[str, Described], material: Material) -> dict[str, Any]:
    """Give what is known of a case at its opening."""
    fields: dict[str, Any] = {"conversation_id": {"row_number": True}}
    if "conversation_id" in roles:
        fields["conversation_id"] = roles["conversation_id"].name
    else:
        found.remarks["conversation.conversation_id"] = "no column names the row"
    opened = roles.get("opened_at") or (roles.get("sent_at") if material.by_message else None)
    if opened and not (material.messages_at and opened.name in material.nested):
        fields["opened_at"] = opened.name
    leaking = {leak.column for leak in material.leaks}
    for role in CASE_FIELDS:
        if role in roles and roles[role].name not in leaking:
            fields[role] = roles[role].name
            if role in MOVING:
                found.remarks[f"conversation.{role}"] = AS_EXPORTED
    if "priority" in roles and roles["priority"].name not in leaking:
        fields["priority"] = priority_value(roles["priority"])
        found.remarks["conversation.priority"] = AS_EXPORTED
    if "customer" in roles and roles["customer"].name not in leaking:
        fields["customer_id"] = roles["customer"].name
    if "sla_due_at" in roles:
        fields["sla_due_at"] = roles["sla_due_at"].name
        found.remarks["conversation.sla_due_at"] = AS_EXPORTED
    return fields


def priority_value(column: Described) -> str | dict[str, Any]:
    """Map the desk's own words for priorities to P1 to P4, where all of them are known and differ."""
    values = [value for value, _ in column.values.common]
    found = {value: level for value in values if (level := priority_of(value))}
    return {"column": column.name, "values": found} if len(found) == len(values) else column.name


def outcome_fields(found: Draft, roles: Mapping[str, Described], material: Material) -> dict[str, Any]:
    """Give how a case ended."""
    fields: dict[str, Any] = {}
    if material.outcome:
        fields["escalated"] = {"column": material.outcome.column} | material.outcome.value
        found.remarks["outcome.escalated"] = material.outcome.says + (
            f"; {NOT_WHEN}" if tells_no_time(roles, material) else ""
        )
    fields |= resolver_fields(found, roles, material)
    for role in OUTCOME_TIMES:
        if role in roles:
            fields[role] = roles[role].name
    if (
        "score" in roles
        and roles["score"].values.kind in ("integer", "number")
        and roles["score"].name not in material.varying
    ):
        fields["csat"] = roles["score"].name
    if "sla_met" in roles:
        fields["sla_met"] = yes_or_no(roles["sla_met"])
    return fields


def resolver_fields(found: Draft, roles: Mapping[str, Described], material: Material) -> dict[str, Any]:
    """Give who resolved a case, and the team where a column names it."""
    fields: dict[str, Any] = {}
    resolver, group = material.resolver, roles.get("group")
    loose = "a guess: its name only holds a word for a group"
    if resolver:
        fields["resolver_id"] = resolver
        if group and resolver == group.name and is_loose_group(resolver):
            found.remarks["outcome.resolver_id"] = loose
    if group and not (resolver and ESCALATED_TO.search(words_of(resolver))):
        fields["resolver_team"] = group.name
        if "handler" in roles and resolver == roles["handler"].name:
            persons = "a guess: persons, stored by these names; name the group to route to groups alone"
            found.remarks["outcome.resolver_id"] = persons
        if is_loose_group(group.name):
            found.remarks["outcome.resolver_team"] = loose
    return fields


def tells_no_time(roles: Mapping[str, Described], material: Material) -> bool:
    """Say whether messages are many while nothing says after which of them a case escalated."""
    spoken = material.by_message or bool(material.messages_at)
    changes = material.outcome is not None and material.outcome.column in material.varying
    return spoken and "escalated_at" not in roles and not changes


def yes_or_no(column: Described) -> dict[str, Any]:
    """Map a flag's two words to true and false."""
    values = [value for value, _ in column.values.common]
    return {"column": column.name, "values": {value: (words_of(value) or value) not in NO for value in values}}
