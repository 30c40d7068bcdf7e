"""Take personal data out of a text, and out of everything that is stored of a conversation.

Found are e-mail addresses, telephone, card and account numbers, IP addresses, secrets, and names as far as they are
known or announced. Order and ticket numbers, error codes, dates, amounts and versions stay.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from data.personal.finding import COUNTRIES, found
from data.personal.folding import one_form
from data.personal.keyed import placeholder
from data.personal.known_names import means_a_person, names_of_people
from data.placeholders import PLACEHOLDER, Found, type_tokens
from data.schema import Record
from data.source_settings import Redaction

__all__ = ["Found", "found", "redact", "redact_group", "redact_record"]

AnyRecord = TypeVar("AnyRecord", bound=Record)
# Whoever these name stays a name to join by, except where it is itself an address, a number or a known name.
OF_PEOPLE = {"customer_id", "handler_id", "author_id"}
# A case is routed to these: a placeholder could be given to nobody, so they stay, and README says so.
ROUTING = {"resolver_id", "resolver_team", "team", "queue", "from_", "to"}
TEAMS = {"resolver_team", "team", "queue"}
# Closed vocabularies, and what names a thing of this project.
CLOSED = ROUTING | {
    "author", "kind", "visibility", "escalation_type", "trigger", "initiated_by", "verdict", "action_taken",
    "time_zone", "shift_start", "shift_end", "target", "source", "table", "field",
}  # fmt: skip

# What people wrote. Names that the export states beside it, and no request will, are known here and in other values of
# several words; a value of one word is a category or an identifier, which must be the same in a request.
WRITTEN = {"text", "reason", "value"}


def redact(text: str, names: Sequence[str] = (), key: bytes | None = None, countries: Sequence[str] = COUNTRIES) -> str:
    """Give the text without personal data: ``<EMAIL>`` in its place, or with a key ``<EMAIL:3f9a1c27>``.

    The same value has the same placeholder wherever it stands. A text without personal data is given back itself.
    """
    plain = type_tokens(text)
    standing = [match.group() for match in PLACEHOLDER.finditer(text)] if "<" in text else []
    unchanged = True
    while findings := found(plain, names, countries):
        # Again until nothing is left: what a finding hid from its neighbour is found in the next round.
        new = [(one.start, placeholder(one, names, key, countries)) for one in findings]
        before = zip((match.start() for match in PLACEHOLDER.finditer(plain)), standing, strict=True)
        standing = [written for _, written in sorted([*before, *new])]
        plain, unchanged = with_type_tokens(plain, findings), False
    if key is None:
        return plain
    given = iter(standing)
    return text if unchanged else PLACEHOLDER.sub(lambda _: next(given), plain)


def with_type_tokens(text: str, findings: Sequence[Found]) -> str:
    """Put the type of each finding in its place."""
    pieces, position = [], 0
    for one in findings:
        pieces += [text[position : one.start], f"<{one.kind}>"]
        position = one.end
    return "".join([*pieces, text[position:]])


class Known(NamedTuple):
    """What is known when the records of a conversation are redacted."""

    key: bytes
    names_in: Sequence[str] = ()
    names: Sequence[str] = ()
    countries: Sequence[str] = COUNTRIES

    def without(self, text: str) -> str:
        """Give a text without personal data."""
        return redact(text, self.names, self.key, self.countries)

    def name(self, text: str) -> str:
        """Give what is stored in place of a person's name."""
        return placeholder(Found("NAME", 0, len(text), text), self.names, self.key, self.countries)


def redact_group(
    tables: Mapping[str, Sequence[Any]], settings: Redaction, key: bytes, stated: Sequence[str] = ()
) -> dict[str, list[Any]]:
    """Give all records of one conversation without personal data; who is named in one is known in the others.

    ``stated`` are names that an export states of people in the conversation.
    """
    records = [record for rows in tables.values() for record in rows]
    known = Known(key, settings.names_in, named(records, settings.names_in), settings.countries)
    people = names_of_people(stated, teams_in(records)) if stated else ()
    writing = known._replace(names=tuple(dict.fromkeys((*known.names, *people))))
    return {table: [redacted(record, known, writing) for record in rows] for table, rows in tables.items()}


def redact_record(record: AnyRecord, key: bytes, names_in: Sequence[str] = ()) -> AnyRecord:
    """Give one record without personal data; a record without any is given back itself."""
    known = Known(key, names_in, named([record], names_in))
    return redacted(record, known, known)


def named(records: Sequence[Record], names_in: Sequence[str]) -> tuple[str, ...]:
    """Give the people's names that stand in attributes and fields made for them, in order of appearance."""
    maps = [value for record in records for field in ("attributes", "entities") if (value := given(record, field))]
    values = [values[name] for values in maps for name in names_in if isinstance(values.get(name), str)]
    # An identifier in two words is a name, in one word it is a number or an account.
    people = sorted(OF_PEOPLE & set(names_in))
    identifiers = [value for record in records for field in people if (value := given(record, field))]
    identifiers += [value for record in records if (value := customers_name(record))]
    values += [value for value in identifiers if " " in value.strip()]
    people_only = (value for value in values if len(value.split()) > 1 or means_a_person(value.strip()))
    return tuple(dict.fromkeys(value for value in people_only if not PLACEHOLDER.search(value)))


def teams_in(records: Sequence[Record]) -> set[str]:
    """Give the teams and queues of a conversation: their names stay in texts too."""
    return {value for record in records for field in TEAMS if isinstance(value := given(record, field), str)}


def customers_name(record: Record) -> str | None:
    """Give what a message calls the customer who wrote it."""
    return given(record, "author_id") if given(record, "author") == "customer" else None


def given(record: Record, field: str) -> Any:
    """Give the value of a field, or None where the record has no such field."""
    # Pydantic answers for a missing attribute twenty times as slowly as a dictionary.
    return record.__dict__.get(field)


def redacted(record: AnyRecord, known: Known, writing: Known) -> AnyRecord:
    """Give a record with every open field redacted; ``writing`` is what is known where people wrote."""
    changed = {}
    for field in type(record).model_fields:
        value = getattr(record, field)
        if not value or field in CLOSED:
            continue
        new = without_personal_data(field, value, known, writing)
        if new != value:
            changed[field] = new
    return record.model_copy(update=changed) if changed else record


def without_personal_data(field: str, value: Any, known: Known, writing: Known) -> Any:
    """Give the value of a field as it may be stored."""

    def knowing(one: Any) -> Known:
        free = field in WRITTEN or (isinstance(one, str) and not field.endswith("_id") and len(one.split()) > 1)
        return writing if free else known

    match value:
        case str():
            return identifier(value, known) if field in OF_PEOPLE else knowing(value).without(value)
        case list():
            return [knowing(one).without(one) if isinstance(one, str) else one for one in value]
        case dict():
            return {known.without(name): attribute(name, one, knowing(one)) for name, one in value.items()}
    return value


def identifier(value: str, known: Known) -> str:
    """Give who it is: an address, a telephone number or a known name becomes its placeholder, any other stays."""
    if one_form(value) in map(one_form, known.names):
        return known.name(value)
    findings = found(value, (), known.countries)
    whole = len(findings) == 1 and findings[0].text == value.strip() and findings[0].kind not in ("NAME", "SECRET")
    return placeholder(findings[0], known.names, known.key, known.countries) if whole else value


def attribute(name: str, value: Any, known: Known) -> Any:
    """Give a value of the source's own column, whose name says what it holds (``phone``, ``password``)."""
    number = isinstance(value, int | float) and not isinstance(value, bool) and float(value).is_integer()
    if not number and not isinstance(value, str):
        return value
    text = str(int(value)) if number else value
    if name in known.names_in:
        return known.name(text) if text.strip() and not PLACEHOLDER.fullmatch(text) else value
    label = name.replace("_", " ") + ": "
    labelled = known.without(label + text)
    new = labelled.removeprefix(label) if labelled.startswith(label) else known.without(text)
    return value if new == text else new
