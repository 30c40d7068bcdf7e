"""What becomes of a whole source's rows, and the law that none of them is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from data.quarantine import Cleaned, clean
from data.source_rows import SourceRow, Unreadable


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
