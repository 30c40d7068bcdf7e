"""An export of every source, in each form that it comes in, with what its records and fields mean."""

from __future__ import annotations

from tests.flawless_records import (
    audit,
    bare_ticket,
    beside_audit,
    call,
    case,
    comment,
    dialogue,
    incident,
    intercom,
    jira,
    line,
    note,
    notification,
    ticket,
    turn,
    update,
    zendesk,
)
from tests.vendor_records import Export, all_chunks

CASES = """
conversation: {conversation_id: Number, opened_at: Created, linked_conversation_id: Parent, attributes: {seats: Seats}}
customer: {customer_id: Customer}
messages:
  - {author: {constant: customer}, text: [Subject, Body], sent_at: Created}
  - {author: {constant: agent}, text: Reply, sent_at: Replied}
events: [{kind: {constant: escalated}, at: Escalated, to: Team}]
outcome: {escalated: {column: Team, is_not: [Desk]}, resolver_id: Team}
"""
TURNS = """
rows: message
conversation: {conversation_id: chat}
messages: [{author: {column: who, values: {user: customer}}, text: said, sent_at: at}]
outcome: {escalated: {column: team, is_not: [first]}, resolver_id: team}
turn_labels: [{target: {constant: dissatisfied}, value: {column: stars, below: 3}}]
"""
NESTED = """
conversation:
  {conversation_id: id, opened_at: meta.at, linked_conversation_id: meta.parent, attributes: {vip: meta.vip}}
messages_at: dialogue.turns
messages: [{author: {column: speaker, values: {USER: customer, SYSTEM: bot}}, text: utterance, sent_at: at}]
outcome: {escalated: {column: handoff, values: {"1": true, "0": false}}}
"""


EXPORTS = [
    Export(
        "cases",
        "csv_file",
        "table",
        case,
        "Number",
        ("Created", "Replied", "Escalated"),
        "Parent",
        CASES,
        words=("Subject", "Body", "Reply"),
    ),
    Export("turns", "csv_file", "table", turn, "", ("at",), "", TURNS, words=("said",), shared=True),
    Export("dialogues", "jsonl_file", "lines", dialogue, "id", ("at",), "parent", NESTED, words=("utterance",)),
    Export("dialogue_list", "jsonl_file", "array", dialogue, "id", ("at",), "parent", NESTED, words=("utterance",)),
    Export("turn_lines", "jsonl_file", "lines", turn, "", ("at",), "", TURNS, words=("said",), shared=True),
    Export("tickets_of_it", "it_tickets", "table", ticket, "Number", words=("Short description", "Description")),
    Export("calls", "betold", "array", call),
    Export("uss", "uss", "tabs", line, words=("text",), shared=True),
    Export(
        "zendesk_lines", "zendesk", "lines", zendesk, "id", ("created_at",), "problem_id", words=("subject", "body")
    ),
    Export(
        "zendesk_page",
        "zendesk",
        "page",
        zendesk,
        "id",
        ("created_at",),
        "problem_id",
        "",
        "tickets",
        ("subject", "body"),
    ),
    Export(
        "ticket_comments",
        "zendesk",
        "lines",
        comment,
        "",
        ("created_at",),
        words=("body",),
        beside=lambda records: {"tickets.jsonl": all_chunks(bare_ticket, records, "lines")},
    ),
    Export("intercom_lines", "intercom", "lines", intercom, "id", ("created_at",), words=("body",)),
    Export(
        "intercom_page", "intercom", "page", intercom, "id", ("created_at",), list_name="conversations", words=("body",)
    ),
    Export("jira_lines", "jira_service_management", "lines", jira, "key", ("created",), words=("summary", "text")),
    Export(
        "jira_page",
        "jira_service_management",
        "page",
        jira,
        "key",
        ("created",),
        list_name="issues",
        words=("summary", "text"),
    ),
    Export("alerts", "alertmanager", "lines", notification, "", ("startsAt",), words=("summary",)),
    Export(
        "incident",
        "servicenow",
        "table",
        incident,
        "number",
        ("opened_at", "resolved_at"),
        "parent_incident",
        words=("short_description",),
    ),
    Export(
        "incident_page",
        "servicenow",
        "page",
        incident,
        "number",
        ("opened_at",),
        list_name="result",
        words=("short_description",),
    ),
    Export(
        "sys_audit",
        "servicenow",
        "table",
        audit,
        "",
        ("sys_created_on",),
        beside=beside_audit,
        about=b"incident,assignment_group,",
    ),
    Export(
        "sys_journal_field", "servicenow", "table", note, "", ("sys_created_on",), words=("value",), beside=beside_audit
    ),
    Export("updates", "servicenow", "table", update, "", ("sys_updated_at",), shared=True, states=True),
]
