"""Names that an export states of people leave the texts of their conversation, whoever's export it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.conversations import prepared
from data.files import read_params
from data.personal.known_names import given_names, names_of_people
from data.placeholders import type_tokens
from data.quarantine import Cleaned
from data.source import Choice, read_source

PARAMETERS = read_params().conversations
CUSTOMER, AGENT = "Waldemar Garfunkelstein", "Petronella Quist"
ASKED = "Our printer is dead. Garfunkelstein from room 4 said so."
ANSWERED = "Will look. May take a while, Waldemar. First Line closes soon, ask Petronella Quist then."
AT = "2024-03-04T08:0{}:00Z"
MAPPING = """
conversation: {conversation_id: id, queue: team}
messages:
  - {author: {constant: customer}, text: asked}
  - {author: {constant: agent}, text: answered}
outcome: {resolver_team: team}
names: [who, owner.name]
"""


def as_json(path: Path, *records: Any) -> Path:
    """Write records, one a line."""
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def zendesk(folder: Path) -> Choice:
    users = [{"id": 7, "name": CUSTOMER, "role": "end-user"}, {"id": 8, "name": AGENT, "role": "agent"},
             {"id": 9, "name": "Will", "role": "agent"}, {"id": 10, "name": "First Line", "role": "agent"}]  # fmt: skip
    said = [
        {"id": n, "type": "Comment", "author_id": who, "body": text, "public": True, "created_at": AT.format(n)}
        for n, (who, text) in enumerate([(7, ASKED), (9, ANSWERED), (10, "Soon.")])
    ]
    ticket = {
        "id": 1,
        "requester_id": 7,
        "submitter_id": 7,
        "assignee_id": 8,
        "group_id": 3,
        "created_at": AT.format(0),
    }
    created = {"id": 5, "type": "Create", "field_name": "group_id", "value": "3"}
    audit = {"id": 4, "ticket_id": 1, "author_id": 7, "created_at": AT.format(0), "events": [created]}
    as_json(folder / "users.json", {"users": users})
    as_json(folder / "groups.json", {"groups": [{"id": 3, "name": "First Line"}]})
    as_json(folder / "ticket_audits.json", {"audits": [audit]})
    as_json(folder / "tickets.json", {"tickets": [ticket | {"comments": said}]})
    return Choice("zendesk", folder)


def zendesk_mail(folder: Path) -> Choice:
    def via(name: str) -> dict[str, Any]:
        return {"channel": "email", "source": {"from": {"address": "a@example.com", "name": name}, "rel": None}}

    said = [{"id": n, "author_id": who, "body": text, "created_at": AT.format(n), "via": via(name)}
            for n, (who, name, text) in enumerate([(7, CUSTOMER, ASKED), (8, AGENT, ANSWERED)])]  # fmt: skip
    ticket = {"id": 1, "requester_id": 7, "submitter_id": 7, "created_at": AT.format(0), "via": via(CUSTOMER)}
    return Choice("zendesk", as_json(folder / "tickets.jsonl", ticket | {"comments": said}))


def intercom(folder: Path) -> Choice:
    def by(kind: str, name: str) -> dict[str, Any]:
        return {"type": kind, "id": name[:3], "name": name, "email": None}

    parts = [
        {"type": "conversation_part", "id": "2", "part_type": "comment", "body": f"<p>{ANSWERED}</p>",
         "created_at": 1709539300, "author": by("admin", AGENT)},
        {"type": "conversation_part", "id": "3", "part_type": "comment", "body": "Still there?",
         "created_at": 1709539400, "author": by("bot", "Still")},
    ]  # fmt: skip
    return Choice("intercom", as_json(folder / "conversations.jsonl", {
        "type": "conversation", "id": "1", "created_at": 1709539200, "state": "open",
        "source": {"type": "conversation", "body": f"<p>{ASKED}</p>", "author": by("user", CUSTOMER)},
        "contacts": {"type": "contact.list", "contacts": [{"type": "contact", "id": "c", "name": CUSTOMER}]},
        "conversation_parts": {"type": "conversation_part.list", "conversation_parts": parts, "total_count": 2},
    }))  # fmt: skip


def jira_cloud(folder: Path) -> Choice:
    def user(name: str, kind: str = "atlassian") -> dict[str, Any]:
        return {"accountId": name[:3], "displayName": name, "accountType": kind, "active": True}

    at = "2024-03-04T08:0{}:00.000+0000"
    mention = {"type": "mention", "attrs": {"id": "Pet", "text": f"@{AGENT}"}}
    words = {"type": "text", "text": ANSWERED.removesuffix(f"{AGENT} then.")}
    body = {"type": "doc", "version": 1, "content": [{"type": "paragraph", "content": [words, mention]}]}
    comment = {"author": user("Will", "app"), "created": at.format(2), "jsdPublic": True, "body": body}
    moved = {"field": "assignee", "from": "x", "to": "Pet", "fromString": "Ludovica Brzeczyk", "toString": AGENT}
    left = {"author": user(AGENT), "created": at.format(3), "jsdPublic": True, "body": "Ludovica has left."}
    return Choice("jira_service_management", as_json(folder / "issues.jsonl", {
        "key": "HELP-1", "id": "1",
        "fields": {"summary": ASKED, "created": at.format(0), "reporter": user(CUSTOMER, "customer"),
                   "status": {"name": "Open", "statusCategory": {"key": "new"}},
                   "comment": {"comments": [comment, left], "total": 2}},
        "changelog": {"total": 1, "histories": [{"created": at.format(1), "author": user(AGENT), "items": [moved]}]},
    }))  # fmt: skip


def servicenow(folder: Path) -> Choice:
    incident = {
        "sys_id": "a" * 32, "number": "INC1", "opened_at": "2024-03-04 08:00:00", "caller_id": CUSTOMER,
        "opened_by": "Will", "assigned_to": AGENT, "assignment_group": "First Line", "short_description": ASKED,
        "state": "In Progress", "sys_created_on": "2024-03-04 08:00:00",
    }  # fmt: skip
    note = {
        "element_id": "a" * 32, "element": "comments", "value": ANSWERED, "sys_created_by": "petronella.quist",
        "sys_created_on": "2024-03-04 08:10:00",
    }  # fmt: skip
    as_json(folder / "incident.json", {"result": [incident]})
    as_json(folder / "sys_journal_field.json", {"result": [note]})
    return Choice("servicenow", folder)


def servicenow_column(folder: Path) -> Choice:
    shown = f"2024-03-04 08:10:00 - {AGENT} (Additional comments)\n{ANSWERED}\n\n"
    incident = {
        "sys_id": "a" * 32, "number": "INC1", "opened_at": "2024-03-04 08:00:00", "caller_id.name": CUSTOMER,
        "short_description": ASKED, "comments": shown, "sys_created_on": "2024-03-04 08:00:00",
    }  # fmt: skip
    return Choice("servicenow", as_json(folder / "incident.json", {"result": [incident]}))


def csv_file(folder: Path) -> Choice:
    (folder / "mapping.yaml").write_text(MAPPING, encoding="utf-8")
    table = f'id,team,asked,answered,who,owner.name\n1,First Line,{ASKED},"{ANSWERED}",{CUSTOMER},{AGENT}\n'
    (folder / "export.csv").write_text(table, encoding="utf-8")
    return Choice("csv_file", folder / "export.csv", folder / "mapping.yaml")


def jsonl_file(folder: Path) -> Choice:
    (folder / "mapping.yaml").write_text(MAPPING, encoding="utf-8")
    record = {"id": "1", "team": "First Line", "asked": ASKED, "answered": ANSWERED, "who": [CUSTOMER, "Will"]}
    path = as_json(folder / "export.jsonl", record | {"owner": {"name": AGENT}})
    return Choice("jsonl_file", path, folder / "mapping.yaml")


EXPORTS = [zendesk, zendesk_mail, intercom, jira_cloud, servicenow, servicenow_column, csv_file, jsonl_file]


def texts_of(choice: Choice) -> tuple[list[str], list[Cleaned]]:
    """Give all texts of the one conversation as they are stored, and the whole."""
    stored = list(prepared(read_source(choice, PARAMETERS), choice.name, PARAMETERS, b"key"))
    return [type_tokens(said.text) for one in stored for said in one.tables["messages"]], stored


@pytest.mark.parametrize("export", EXPORTS)
def test_a_stated_name_leaves_the_texts_and_ordinary_words_stay(
    tmp_path: Path, export: Callable[[Path], Choice]
) -> None:
    texts, stored = texts_of(export(tmp_path))
    assert texts[0] == "Our printer is dead. <NAME> from room 4 said so."
    answer = "Will look. May take a while, <NAME>. First Line closes soon, ask <NAME> then."
    assert texts[1] == (answer if export is not jira_cloud else answer.replace("<NAME> then.", "@<NAME>"))
    said = " ".join(texts + [row.value for one in stored for row in one.tables["quarantine"]])
    assert not any(part in said for name in (CUSTOMER, AGENT, "Ludovica") for part in name.split())


def test_the_team_of_a_case_keeps_its_name(tmp_path: Path) -> None:
    _, stored = texts_of(zendesk(tmp_path))
    assert [case.queue for one in stored for case in one.tables["conversations"]] == ["First Line"]


def test_no_table_holds_a_stated_name_that_is_no_identifier(tmp_path: Path) -> None:
    for export in (zendesk, zendesk_mail, intercom, csv_file, jsonl_file):
        (tmp_path / export.__name__).mkdir()
        _, stored = texts_of(export(tmp_path / export.__name__))
        rows = [row.model_dump_json() for one in stored for records in one.tables.values() for row in records]
        assert "Garfunkelstein" not in " ".join(rows)
        assert "Quist" not in " ".join(rows)


def test_a_name_column_that_is_not_there_is_told(tmp_path: Path) -> None:
    choice = csv_file(tmp_path)
    (tmp_path / "mapping.yaml").write_text(MAPPING.replace("who,", "whom,"), encoding="utf-8")
    with pytest.raises(ValueError, match=r"mapping: names\.0: 'whom' is not a column of export\.csv\. Fix: did you"):
        list(read_source(choice, PARAMETERS))


@pytest.mark.parametrize(("stated", "kept"), [
    ("Ana  Lima (ACME)", "Ana Lima"), ("Ana", "Ana"), ("Will Smith", "Will Smith"), ("Mark Young", "Mark Young"),
    ("Lima, Ana", "Lima, Ana"), ("Jean-Luc de la Tour", "Jean-Luc de la Tour"),
    ("Will", None), ("May", None), ("Support", None), ("Price", None), ("X", None), ("", None), ("ACME Support", None),
    ("Visitor 59970327", None), ("Web User 65fabc", None), ("ana@example.com", None), ("Automation for Jira", None),
    ("Payments", None),
])  # fmt: skip
def test_a_stated_name_counts_where_it_can_only_mean_a_person(stated: str, kept: str | None) -> None:
    assert names_of_people([stated], routing=["payments"]) == ((kept,) if kept else ())


@pytest.mark.parametrize(("text", "named"), [
    ("Price is too high. Mark it as done.", []), ("ask Mark, please", ["Mark"]), ("Mark Price called", ["Mark Price"]),
    ("mark the price", []), ("Der Koch sagt: Price?", []), ("from Price", ["Price"]), ("- Mark as read\n- Price", []),
])  # fmt: skip
def test_a_name_that_is_a_word_counts_where_no_sentence_begins(text: str, named: list[str]) -> None:
    assert [found.text for found in given_names(text, ["Mark Price", "Ute Koch"])] == named
