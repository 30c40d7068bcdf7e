"""A description as JSON for other programs."""

from __future__ import annotations

from typing import Any

from data.describe.description import Description
from data.describe.page import next_commands
from data.describe.roles import Described
from data.describe.tally import Profile


def machine_readable(described: Description) -> dict[str, Any]:
    """Give all that was found as plain values; the mapping is what YAML would read."""
    outcome, repeats = described.outcome, described.repeats
    return {
        "file": described.path.name, "kind": described.kind, "source": described.source,
        "encoding": described.encoding, "delimiter": described.delimiter,
        "rows": described.profile.rows, "unreadable": dict(described.broken), "conversations": described.conversations,
        "rows_are": "message" if described.by_message else "conversation",
        "columns": columns(described.columns, described.profile),
        "messages_at": described.messages_at or None,
        "message_columns": columns(described.nested, described.nested_profile) if described.nested_profile else [],
        "outcome": {"column": outcome.column, **outcome.value, "says": outcome.says} if outcome else None,
        "escalation_rate": described.escalation_rate,
        "resolvers": dict(zip(("column", "count"), described.resolvers, strict=True)) if described.resolvers else None,
        "near_duplicates": repeats._asdict() if repeats else None,
        "languages": dict(described.languages),
        "personal_data": [personal._asdict() for personal in described.personal],
        "leaks": [leak._asdict() for leak in described.leaks],
        "mapping": described.draft.mapping if described.draft else None,
        "left_out": described.draft.left_out if described.draft else {},
        "to_check": {
            name: {"column": column, "check": asked}
            for name, (column, asked) in (described.draft.doubtful if described.draft else {}).items()
        },
        "next": next_commands(described, None),
    }  # fmt: skip


def columns(described: Any, profile: Profile) -> list[dict[str, Any]]:
    """Give the columns of one table."""
    return [column(found, profile) for found in described.values()]


def column(found: Described, profile: Profile) -> dict[str, Any]:
    """Give one column."""
    return {
        "name": found.name, "role": found.role or None, "type": found.values.kind,
        "missing": profile.missing_share(found.name), "distinct": profile.columns[found.name].distinct,
        "longest": profile.columns[found.name].longest,
        "time": found.values.time._asdict() if found.values.time else None,
    }  # fmt: skip
