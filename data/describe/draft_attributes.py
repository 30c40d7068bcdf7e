"""The attributes of a drafted mapping, and the reason for every column that is none."""

from __future__ import annotations

from typing import Any

from data.describe.later_words import doubt
from data.describe.material import Draft, Material
from data.describe.unfit import unfit
from data.describe.words import words_of


def attribute_fields(found: Draft, material: Material) -> dict[str, Any]:
    """Give the columns that can become features, and note why each of the others cannot."""
    used = set(columns_in(found.mapping))
    leaks = {leak.column: leak.first for leak in material.leaks}
    fields: dict[str, Any] = {}
    for column in material.columns.values():
        if column.name in used:
            continue
        name = "_".join(words_of(column.name).split()) or "column"
        if column.name in material.varying:
            found.left_out[column.name] = "differs between messages of one conversation: it says nothing of its opening"
        elif reason := leaks.get(column.name) or unfit(column, material.rows):
            found.left_out[column.name] = reason
        elif asked := doubt(words_of(column.name)):
            found.doubtful[name] = column.name, asked
        else:
            fields[name] = column.name
    return fields


def columns_in(value: Any) -> list[str]:
    """Give every column a mapping, or a part of it, reads."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [name for part in value for name in columns_in(part)]
    if isinstance(value, dict):
        parts = [value["column"]] if "column" in value else [part for key, part in value.items() if key != "constant"]
        return [name for part in parts for name in columns_in(part)]
    return []
