"""Any JSON Lines file, or one JSON list of records, by a mapping that says which key is which field.

A record is a case, with its messages in fields or in a list (``messages_at``), or one message of a case
(``rows: message``). Dotted paths lead into nested records. What a mapping can say stands in ``data/mapping.py``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from data.json_records import records
from data.json_stream import Broken
from data.mapped_columns import columns_of, no_such_column, warn_of_no_labels
from data.mapped_messages import nested
from data.mapped_records import mapped_rows
from data.mapping import ExportMapping, read_mapping
from data.refusal import refuse_other_format
from data.source_rows import SourceRow, Unreadable

LOOKED_AT = 1_000  # Records from which the keys that could have been meant are taken.


def read(raw: Path, mapping: Path) -> Iterator[SourceRow | Unreadable]:
    """Give the canonical rows of a file; raises BadInput for a file or a mapping that cannot be used."""
    rules = read_mapping(mapping)
    refuse_other_format(raw, expected="jsonl_file")
    check_paths(raw, rules)
    warn_of_no_labels(rules)
    yield from mapped_rows(readable(raw, rules), rules)


def readable(raw: Path, rules: ExportMapping) -> Iterator[tuple[int, dict[str, Any] | Unreadable]]:
    """Give each record with its line or number; a broken one with the reason."""
    table = "messages" if rules.rows == "message" else "conversations"
    for number, record in records(raw):
        if isinstance(record, Broken):
            yield number, Unreadable(table, number, "record", record.value, record.reason)
        else:
            yield number, record


def check_paths(raw: Path, rules: ExportMapping) -> None:
    """Raise BadInput for the first path that no record has; reads only until each was met once."""
    inside = rules.messages_at
    wanted = {("", path): place for place, path in columns_of(rules, False if inside else None).items()}
    if inside:
        wanted |= {("", inside): "messages_at"}
        wanted |= {(inside, path): place for place, path in columns_of(rules, True).items()}
    for _, record in records(raw):
        if not wanted:
            return
        parts = {"": [record], inside or "": nested(record, inside) if inside else [record]}
        wanted = {key: place for key, place in wanted.items() if not any(has(one, key[1]) for one in parts[key[0]])}
    if not wanted or not any(not isinstance(record, Broken) for _, record in records(raw)):
        return
    (where, path), place = next(iter(wanted.items()))
    raise no_such_column(place, path, sorted(known_paths(raw, where)), raw)


def has(record: Any, path: str) -> bool:
    """Say whether a record has a key, also one without a value."""
    if isinstance(record, list):
        return any(has(one, path) for one in record)
    if not isinstance(record, Mapping):
        return False
    first, dotted, rest = path.partition(".")
    return path in record or bool(dotted and first in record and has(record[first], rest))


def known_paths(raw: Path, where: str) -> set[str]:
    """Give the paths of the first records, or those inside their messages."""
    found: set[str] = set()
    for _, record in islice(records(raw), LOOKED_AT):
        for one in nested(record, where) if where else [record]:
            found |= set(paths_in(one))
    return found


def paths_in(record: Any, depth: int = 3) -> Iterator[str]:
    """Give the dotted paths of a record, a few levels deep."""
    if isinstance(record, list):
        for one in record[:10]:
            yield from paths_in(one, depth)
    elif isinstance(record, Mapping):
        for name, value in record.items():
            yield name
            if depth > 1:
                yield from (f"{name}.{inner}" for inner in paths_in(value, depth - 1))
