"""Any CSV file, by a mapping that says which column is which field.

A row is a case, or a message of one (``rows: message``), then in any order. Encoding and delimiter are found out from
the file unless the mapping names them. What a mapping can say stands in ``data/mapping.py``, worked ones in
``data/mappings/``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from data.csv_dialect import UTF_8, checked_encoding, delimiter_of
from data.csv_rows import csv_rows
from data.errors import BadInput
from data.mapped_columns import check_columns, columns_of, warn_of_no_labels
from data.mapped_records import mapped_rows
from data.mapped_rows import NAME
from data.mapping import ExportMapping, read_mapping
from data.source_rows import SourceRow, Unreadable


def read(raw: Path, mapping: Path) -> Iterator[SourceRow | Unreadable]:
    """Give the canonical rows of a file; raises BadInput for a file or a mapping that cannot be used."""
    rules = read_mapping(mapping)
    if rules.messages_at:
        fix = "leave it out, or use SOURCE=jsonl_file for JSON"
        raise BadInput("mapping: messages_at", rules.messages_at, "is for nested records, which CSV cannot have", fix)
    encoding = checked_encoding(raw, rules.encoding)
    if encoding != UTF_8 and not rules.encoding:
        print(
            f"note: {raw.name} is not UTF-8; read as {encoding}. Say encoding: in the mapping if not", file=sys.stderr
        )
    warn_of_no_labels(rules)
    yield from mapped_rows(table_records(raw, encoding, rules), rules)


def table_records(raw: Path, encoding: str, rules: ExportMapping) -> Iterator[tuple[int, dict[str, Any] | Unreadable]]:
    """Give each row by its columns' names; raises BadInput where the mapping names one that is not there."""
    delimiter = rules.delimiter or delimiter_of(raw, encoding)
    rows = csv_rows(raw, delimiter, encoding)
    _, header = next(rows, (1, []))
    if not any(name.strip() for name in header):
        raise BadInput("RAW", raw, "is empty", "give a CSV file with a header line and one line per row")
    check_columns(rules, header, raw)
    for path in columns_of(rules).values():
        if header.count(path) > 1:
            raise BadInput("column", path, f"stands twice in the header of {raw.name}", "rename one of the two")
    table = "messages" if rules.rows == "message" else "conversations"
    for line, cells in rows:
        if len(cells) == len(header):
            yield line, dict(zip(header, cells, strict=True))
        else:
            widths = f"has {len(cells)} fields where the header has {len(header)}"
            # A name is not shown: without its neighbours nothing says in which texts it would be known.
            shown = NAME if header[0] in rules.names else cells[0]
            yield line, Unreadable(table, line, header[0], shown, f"{widths}; look for a missing quote or delimiter")
