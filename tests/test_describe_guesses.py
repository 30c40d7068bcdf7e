"""What a column is, from its name and values: times, kinds, roles, and who speaks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from data.describe.description import describe
from data.describe.header import is_headless
from data.describe.kinds import kind_of
from data.describe.outcome import guess_outcome
from data.describe.people import holds_names
from data.describe.roles import describe_columns
from data.describe.tally import DISTINCT_KEPT, Column, Profile, profile_of
from data.describe.unfit import unfit
from data.describe.value_words import priority_of, speaker_of
from data.describe.words import words_of
from tests.exports import write_table


def roles(**columns: list[str]) -> dict[str, str]:
    """Guess the roles of columns given by name; ``_`` in a name is a space."""
    names = [name.replace("_", " ") for name in columns]
    rows = [dict(zip(names, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]
    return {name: column.role for name, column in describe_columns(profile_of(rows)).items()}


@pytest.mark.parametrize(("values", "kind"), [
    (["Yes", "no", "yes"], "flag"), (["0", "1", "1"], "flag"), (["ja", "nein"], "flag"), (["3", "17"], "integer"),
    (["1.5", "2,75"], "number"), (["1.234,50 €", "17,00 €"], "number"), ([""], "empty"), (["a", "a"], "constant"),
    (["High", "Low", "High"], "category"), ([f"T-{n}" for n in range(30)], "identifier"),
    ([f"a text of several words about thing {n}" for n in range(30)], "text"),
])  # fmt: skip
def test_the_kind_of_values(values: list[str], kind: str) -> None:
    assert kind_of(values).kind == kind


def test_a_decimal_comma_is_seen() -> None:
    assert kind_of(["1.234,50", "17,00"]).decimal_comma
    assert not kind_of(["1,234.50", "17.00", "1,000"]).decimal_comma


@pytest.mark.parametrize(("name", "cells", "role"), [
    ("Asunto", ["hola que tal", "no funciona nada", "una pregunta mas"], "title"),
    ("Beschreibung", ["ein langer Text", "noch ein Text", "und der dritte"], "body"),
    ("Équipe", ["support", "réseau", "support"], "group"),
    ("Bearbeitergruppe", ["Netz", "Desk", "Netz"], "group"),
    ("assignedTo", ["ann", "bob", "ann"], "handler"),
    ("fecha de cierre", ["2024-01-01", "2024-01-02", "2024-01-03"], "resolved_at"),
    ("Eröffnet am", ["01.02.2024", "13.02.2024", "14.02.2024"], "opened_at"),
    ("Dringlichkeit", ["hoch", "niedrig", "hoch"], "priority"),
    ("Störungsart", ["Ausfall", "langsam", "Ausfall"], "category"),
    ("Kontaktweg", ["Telefon", "Chat", "Telefon"], "channel"),
    ("Case Origin", ["Web", "Email", "Web"], "channel"),
    ("Gelöst durch", ["Netz", "Desk", "Netz"], "resolver"),
    ("transferred_to", ["Payments", "", "Payments"], "escalated"),
    ("csat_score", ["5", "3", "4"], "score"),
    ("Is Escalated", ["true", "false", "true"], "escalated"),
])  # fmt: skip
def test_a_name_in_four_languages_tells_the_role(name: str, cells: list[str], role: str) -> None:
    rows = [{"id": f"x-{place}", name: cell} for place, cell in enumerate(cells)]
    assert describe_columns(profile_of(rows))[name].role == role


@pytest.mark.parametrize("name", ["id", "seats", "created at", "escalated"])
def test_a_column_of_whole_numbers_may_hold_a_few_words(name: str) -> None:
    rows = [{name: "n/a" if place % 40 == 7 else str(place), "text": f"some words {place}"} for place in range(200)]
    columns = describe_columns(profile_of(rows))
    assert columns[name].values.kind == "integer"
    outcome = guess_outcome(columns)
    assert outcome is None or outcome.value == {"above": 0.0}
    assert unfit(columns[name], len(rows)) == "names its row"


def test_where_no_name_tells_values_do() -> None:
    number = range(30)
    found = roles(a=[f"x{n}" for n in number], b=[("user", "bot", "agent")[n % 3] for n in number],
                  c=[f"some words that were said here {n}" for n in number],
                  d=[f"2024-01-{n + 1:02}T10:00:00Z" for n in number])  # fmt: skip
    assert found == {"a": "conversation_id", "b": "author", "c": "body", "d": "sent_at"}


def test_customers_with_numbers_are_not_who_speaks() -> None:
    number = range(30)
    found = roles(id=[f"x{n}" for n in number], Cliente=[f"Cliente {n % 5}" for n in number],
                  note=[f"some words that were said {n}" for n in number])  # fmt: skip
    assert found["Cliente"] == "customer"


def test_one_time_in_all_rows_is_still_a_time() -> None:
    assert roles(id=["a", "b"], created=["2024-01-05 10:00", "2024-01-05 10:00"])["created"] == "opened_at"


def test_words() -> None:
    assert words_of("assignmentGroup_ID") == "assignment group id"
    assert words_of("Priorität (Größe)") == "prioritat grosse"
    assert [speaker_of(name) for name in ("End User", "Chatbot", "Mitarbeiter", "zzz")] == [
        "customer", "bot", "agent", None,
    ]  # fmt: skip
    assert [priority_of(name) for name in ("1 - Critical", "sehr hoch", "Media", "low", "?")] == [
        "P1", "P1", "P3", "P4", None,
    ]  # fmt: skip


def test_distinct_values_are_exact_while_few_and_close_when_many() -> None:
    few, many = Column("few"), Column("many")
    for place in range(5 * DISTINCT_KEPT):
        few.add(str(place % 700))
        many.add(str(place))
    many.add("  ")
    assert few.distinct == 700
    assert abs(many.distinct / (5 * DISTINCT_KEPT) - 1) < 0.05
    assert many.filled == 5 * DISTINCT_KEPT


def test_a_sample_holds_whole_conversations_and_no_more_rows_than_asked() -> None:
    profile = Profile(100, key="id")
    for place in range(4000):
        profile.add({"id": f"c{place % 1000}", "text": str(place)})
    rows = profile.sample.rows
    assert len(rows) == 100
    counts = [sum(row["id"] == name for row in rows) for name in {row["id"] for row in rows}]
    assert sum(count == 4 for count in counts) >= len(counts) - 1
    assert [int(row["text"]) for row in rows] == sorted(int(row["text"]) for row in rows)


def test_a_number_names_the_customer_before_a_name() -> None:
    found = roles(id=["a1", "a2", "a3"], Kunde=["Firma A", "Firma B", "Firma A"], Kundennr=["17", "18", "17"],
                  text=["it is broken", "and again", "still so"])  # fmt: skip
    assert (found["Kundennr"], found["Kunde"]) == ("customer", "")


def test_short_sentences_that_come_again_are_what_is_said_where_somebody_speaks() -> None:
    said = ["where is my parcel", "please give me the number", "ok let me try that", "thanks a lot for it"]
    number = range(400)
    found = roles(thread=[f"c{n // 2}" for n in number], who=[("Visitor", "Bot")[n % 2] for n in number],
                  line=[said[n % 4] for n in number], country=[("US", "GB")[n % 3 % 2] for n in number])  # fmt: skip
    assert (found["who"], found["line"], found["country"]) == ("author", "body", "")


def test_a_missing_header_is_seen_and_a_good_one_is_not_doubted() -> None:
    rows = [
        {"40000": str(place), "2024-01-05 10:00": f"2024-01-{place + 10} 11:30", "Desk": "Desk"} for place in range(9)
    ]
    assert is_headless(describe_columns(profile_of(rows)))
    good = [{"id": str(place), "created": f"2024-01-{place + 10} 11:30", "team": "Desk"} for place in range(9)]
    assert not is_headless(describe_columns(profile_of(good)))


LAST_NAMES = ("Lima", "O'Brien", "Le Goff", "Ruiz", "Keller")
FULL_NAMES = [f"{first} {last}" for first in ("Ana", "Émile", "J.", "Olga") for last in LAST_NAMES]


@pytest.mark.parametrize(("cells", "is_people"), [
    (FULL_NAMES, True), ([f"Desk {number}" for number in range(20)], False),
    (["Network Team", "Claims Desk"] * 10, False), ([f"please call {number} back" for number in range(20)], False),
])  # fmt: skip
def test_full_names_are_seen_under_any_column_name(cells: list[str], is_people: bool) -> None:
    (column,) = describe_columns(profile_of([{"who": cell} for cell in cells])).values()
    assert holds_names(column) is is_people
    assert ("people's names" in (unfit(column, len(cells)) or "")) is is_people


def test_unix_times_are_times_only_under_such_a_name() -> None:
    stamps = ["1700000000", "1700086400", "1700172800"]
    assert roles(id=["a1", "a2", "a3"], created_at=stamps)["created at"] == "opened_at"
    assert roles(id=["a1", "a2", "a3"], seats=stamps)["seats"] == ""


@pytest.mark.parametrize(("people", "resolver"), [
    (lambda n: f"Agent {n % 7}" if n % 2 else "", "assignee"),  # Of each escalated case, and of no other.
    (lambda n: f"Agent {n % 7}" if n % 3 else "", "team"), (lambda n: f"Agent {n}", "team"),
])  # fmt: skip
def test_a_person_who_had_every_escalated_case_resolved_it_in_the_group(
    people: Callable[[int], str], resolver: str, tmp_path: Path
) -> None:
    rows = [[f"t{n}", f"please help with the thing number {n}", ("Service Desk", "Network")[n % 2], people(n)]
            for n in range(120)]  # fmt: skip
    found = describe(write_table(tmp_path / "cases.csv", ["id", "text", "team", "assignee"], rows), 1000)
    assert found.draft is not None
    outcome = found.draft.mapping["outcome"]
    assert (outcome["resolver_id"], outcome["resolver_team"]) == (resolver, "team")
    assert found.resolvers is not None
    assert found.resolvers[0] == resolver
    assert ("assignee" in found.draft.left_out) is (resolver == "team")
    assert ("outcome.resolver_id" in found.draft.remarks) is (resolver == "assignee")
