"""Names that differ in the source and are the same once personal data is out: two spellings of one telephone number."""

from __future__ import annotations

from data.quarantine import ORPHANED, OWNERLESS, REPEATED, Cleaned, closes
from data.spill import Seen

ALIKE = "is that of an earlier one once personal data is out; name each by a number of its own"


def keep_unique(cleaned: Cleaned, seen: Seen) -> None:
    """Put a redacted conversation aside whose name an earlier one has, or whose link closes a circle by such names."""
    aside: dict[str, str] = {}  # What is said of the rows of a conversation that is put aside.
    tables = {name: records for name, records in cleaned.tables.items() if name != "quarantine"}
    kept = {name: list(zip(cleaned.places[name], records, strict=True)) for name, records in tables.items()}
    for row, case in kept.get("conversations", []):
        name = case.conversation_id
        if not seen.add("conversations", name):
            aside[name] = REPEATED
            cleaned.put_aside("conversations", row, "conversation_id", name, ALIKE)
        elif circle := closes(case, seen):
            aside[name] = ORPHANED
            reason = f"closes a circle: {' -> '.join(circle)}; link a conversation to an earlier one"
            cleaned.put_aside("conversations", row, "linked_conversation_id", case.linked_conversation_id, reason)
        elif case.linked_conversation_id:
            seen.link(name, case.linked_conversation_id)
    for table, rows in kept.items():
        cleaned.tables[table] = []
        for row, record in rows:
            owner = None if table in OWNERLESS else record.conversation_id
            if owner in aside:
                if table != "conversations":
                    cleaned.put_aside(table, row, "conversation_id", owner, aside[owner])
            elif table == "customers" and not seen.add(table, record.customer_id):
                cleaned.put_aside(table, row, "customer_id", record.customer_id, ALIKE)
            else:
                cleaned.tables[table].append(record)
