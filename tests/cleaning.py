"""What becomes of a whole source's rows, and the law that none of them is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from data.quarantine import Cleaned, clean
from data.source_rows import SourceRow, Unreadable

Rows = list[SourceRow | Unreadable]


def cleaned(rows: Iterable[SourceRow | Unreadable], source: str = "desk") -> Cleaned:
    """Clean all rows of a source and put the conversations together again."""
    whole = Cleaned(source)
    for conversation in clean(rows, source):
        whole.rows_in += conversation.rows_in
        for table, records in conversation.tables.items():
            whole.tables[table].extend(records)
    return whole


def unlawful(whole: Cleaned, rows_in: int) -> list[str]:
    """Give each breach of the law: rows in = rows clean + rows in quarantine, with a reason, and none an orphan."""
    kept = sum(len(records) for records in whole.tables.values())
    wrong = [] if kept == rows_in == whole.rows_in else [f"{rows_in} rows in, {kept} rows out"]
    wrong += [f"no reason: {row}" for row in whole.quarantine if not row.reason]
    cases = Counter(case.conversation_id for case in whole.tables["conversations"])
    wrong += [f"twice: {case}" for case, times in cases.items() if times > 1]
    spoken = {said.conversation_id for said in whole.tables["messages"]}
    wrong += [f"empty: {case}" for case in set(cases) - spoken]
    for table in ("messages", "events", "outcomes", "turn_labels"):
        wrong += [f"orphan: {row}" for row in whole.tables[table] if row.conversation_id not in cases]
    return wrong


def reasons(whole: Cleaned) -> list[tuple[str, str, str]]:
    """Give table, field and reason of what was kept aside."""
    return [(row.table, row.field, row.reason) for row in whole.quarantine]


def desk(conversations: int = 4) -> Rows:
    """Give the rows of a small flawless source: two messages, an event, an outcome and a customer each."""
    rows: list[tuple[str, dict[str, Any]]] = []
    for number in range(conversations):
        case = {"conversation_id": f"c{number}"}
        rows += [
            ("conversations", case | {"customer_id": f"p{number}", "attributes": {"seats": 3}}),
            ("messages", case | message(0, "customer")),
            ("messages", case | message(1, "bot")),
            ("events", case | {"event_sequence": 0, "after_sequence": 1, "kind": "escalated", "from": "bot"}),
            ("outcomes", case | {"escalated": True, "escalated_sequence": 2, "resolver_id": "tier 2"}),
            ("turn_labels", case | {"sequence": 0, "target": "dissatisfied", "value": 1.0}),
            ("customers", {"customer_id": f"p{number}", "flags": ["vip"], "value": 10.5}),
        ]
    return [SourceRow(table, line, values) for line, (table, values) in enumerate(rows, start=2)]


def message(sequence: int, author: str) -> dict[str, Any]:
    return {"sequence": sequence, "author": author, "text": "hello", "sent_at": f"2024-05-01T10:0{sequence}:00Z"}


def damaged(row: int, **values: object) -> Cleaned:
    """Clean the desk after changing some values of one row."""
    rows = desk()
    old = rows[row]
    assert isinstance(old, SourceRow)
    return cleaned([*rows[:row], old._replace(values=old.values | values), *rows[row + 1 :]], "desk")
