"""Whether the columns that a mapping names are there, told before anything is read by it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from data.errors import BadInput, nearest
from data.mapping import Columns, ExportMapping
from data.refusal import reads_itself

SHOWN = 30


def columns_of(mapping: ExportMapping, of_messages: bool | None = None) -> dict[str, str]:
    """Give each column that the mapping names, by its place in the mapping.

    With ``messages_at`` the columns of messages and their labels are inside a message: ``of_messages`` asks for those,
    or for the others alone.
    """
    inner: list[tuple[str, Columns]] = [(f"messages.{n}", fields) for n, fields in enumerate(mapping.messages)]
    inner += [(f"turn_labels.{n}", fields) for n, fields in enumerate(mapping.turn_labels)]
    outer: list[tuple[str, Columns]] = [
        (name, getattr(mapping, name)) for name in ("conversation", "customer", "resolver", "outcome")
    ]
    outer += [(f"events.{n}", fields) for n, fields in enumerate(mapping.events)]
    wanted = inner + outer if of_messages is None else inner if of_messages else outer
    people = {} if of_messages else {f"names.{n}": path for n, path in enumerate(mapping.names)}
    return dict(named(wanted)) | people


def named(parts: Iterable[tuple[str, Columns]]) -> Iterator[tuple[str, str]]:
    """Give place and column of every field that comes from columns."""
    for part, fields in parts:
        for name, value in fields.items():
            for number, path in enumerate(value.column):
                yield f"{part}.{name}" + (f".{number}" if len(value.column) > 1 else ""), path


def check_columns(mapping: ExportMapping, known: Iterable[str], raw: Path) -> None:
    """Raise BadInput for the first column that the file does not have."""
    known = list(known)
    for place, path in columns_of(mapping).items():
        if path not in known:
            raise no_such_column(place, path, known, raw)


def no_such_column(place: str, path: str, known: Iterable[str], raw: Path) -> BadInput:
    """Say where the mapping names a column that is not there, and which was probably meant."""
    names = sorted({name.strip() for name in known if name.strip()})
    same = {" ".join(name.split()).casefold(): name for name in names}
    meant = same.get(" ".join(path.split()).casefold(), path)
    fix = nearest(meant, names)
    fix = fix if fix.startswith("did you mean") else nearest("", names[:SHOWN])
    own = reads_itself(raw, "")
    return BadInput(f"mapping: {place}", path, f"is not a column of {raw.name}", f"{fix}; {own}" if own else fix)


def warn_of_no_labels(mapping: ExportMapping) -> None:
    """Say on the terminal that nothing can be learnt from an export without outcomes."""
    if not mapping.learns:
        print(
            "note: the mapping has no outcome, no events and no turn_labels: conversations are read, but nothing can "
            "be learnt from them; add outcome: {escalated: ...}",
            file=sys.stderr,
        )
