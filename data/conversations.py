"""STAGE conversations: the chosen source's raw files to clean canonical tables; bad rows to quarantine."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path
from typing import Any

from data.errors import BadInput, exit_with_sentence
from data.files import CONVERSATIONS, read_params, refuse_a_temporary_copy, write_json, write_records
from data.quarantine import EMPTY, ORPHANED, Cleaned, clean
from data.source import chosen, read_source

OUT = CONVERSATIONS


def check_share(cleaned: Cleaned, most: float) -> None:
    """Raise BadInput when there is nothing to work with, or too much of it is unusable."""
    usable = len(cleaned.tables["conversations"])
    lost = sum(row.table == "conversations" for row in cleaned.quarantine)  # type: ignore[attr-defined]
    if usable + lost == 0:
        fix = "give a file with at least one row below its header"
        raise BadInput("RAW", f"file of source {cleaned.source}", "holds no conversation", fix)
    share = lost / (usable + lost)
    if share > most:
        rows: list[Any] = list(cleaned.quarantine)
        causes = [row for row in rows if row.reason not in (ORPHANED, EMPTY)] or rows
        ((common, times),) = Counter(f"{row.field} {row.reason}" for row in causes).most_common(1)
        fix = f"mend the source, first of all {times} times: {common}; or raise conversations.max_quarantined"
        raise BadInput("conversations.max_quarantined", most, f"is exceeded: {share:.1%} of rows are unusable", fix)


def summary(cleaned: Cleaned, raw: Path | None) -> dict[str, object]:
    """Count what came in, what is clean and what was kept aside, and name the data by a digest."""
    kept_aside = Counter(f"{row.table}: {row.field} {row.reason}" for row in cleaned.quarantine)  # type: ignore[attr-defined]
    return {
        "source": cleaned.source,
        "raw_digest": "sha256:" + hashlib.sha256(raw.read_bytes()).hexdigest() if raw else None,
        "rows_in": cleaned.rows_in,
        "rows": {name: len(rows) for name, rows in cleaned.tables.items()},
        "reasons": dict(kept_aside.most_common(20)),
    }


def main() -> None:
    """Read the chosen source, write the canonical tables and one line that counts them."""
    refuse_a_temporary_copy(Path.cwd())
    parameters = read_params().conversations
    name, raw = chosen()
    cleaned = clean(read_source(name, raw, parameters), name)
    for table, records in cleaned.tables.items():
        write_records(OUT, table, records)
    write_json(OUT / "summary.json", summary(cleaned, raw))
    counts = {table: len(records) for table, records in cleaned.tables.items()}
    print(
        f"{name}: {counts['conversations']} conversations, {counts['messages']} messages, "
        f"{counts['quarantine']} of {cleaned.rows_in} rows in quarantine ({OUT / 'quarantine.parquet'})"
    )
    check_share(cleaned, parameters.max_quarantined)


if __name__ == "__main__":
    exit_with_sentence(main)
