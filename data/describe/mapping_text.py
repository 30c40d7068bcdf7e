"""A drafted mapping as YAML to paste, with the guesses and the columns left out as comments."""

from __future__ import annotations

from typing import Any

import yaml

from data.describe.material import Draft

WIDE = 10_000
INLINE = 100


def mapping_text(drafted: Draft, file_name: str) -> str:
    """Write the mapping; reading it as YAML gives exactly ``drafted.mapping``."""
    lines = [
        f"# What the columns of {one_line(file_name)} mean, as python -m data.describe guessed it. Check every guess."
    ]
    for name, value in drafted.mapping.items():
        lines += entry(name, value, 0, drafted.remarks, name)
        if name == "conversation" and drafted.doubtful:
            lines += doubtful_lines(drafted, has_others="attributes" in value)
    if "escalated" not in drafted.mapping.get("outcome", {}) and "turn_labels" not in drafted.mapping:
        lines.append("# No column seems to say what was escalated; without it nothing can be learnt. Add to outcome:")
        lines.append("#   escalated: {column: ..., is_not: [...]}")
    if drafted.left_out:
        lines.append("# Left out:")
        lines += [f"# {one_line(scalar(name))}: {one_line(reason)}" for name, reason in drafted.left_out.items()]
    return "\n".join(lines) + "\n"


def doubtful_lines(drafted: Draft, has_others: bool) -> list[str]:
    """Write the attributes to decide on as comments: without their first sign they are part of the mapping."""
    lines = [] if has_others else ["  # attributes:"]
    for name, (column, asked) in drafted.doubtful.items():
        lines.append(f"    # {scalar(name)}: {scalar(column)}  # check: {one_line(asked)}")
    return lines


def entry(name: str, value: Any, indent: int, remarks: dict[str, str], place: str) -> list[str]:
    """Write one field: on one line where it is short, else one line a part; ``place`` is its dotted path."""
    space, remark = " " * indent, f"  # {one_line(remarks[place])}" if place in remarks else ""
    inline = scalar(value)
    long = len(inline) > INLINE or name == "attributes"  # More attributes may be added below.
    parts = isinstance(value, dict) and (indent == 0 or (long and "column" not in value))
    if parts:
        inner = [
            line for key, part in value.items() for line in entry(key, part, indent + 2, remarks, f"{place}.{key}")
        ]
        return [f"{space}{scalar(name)}:{remark}", *inner]
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [
            f"{space}{scalar(name)}:{remark}",
            *(line for part in value for line in item(part, indent, remarks, place)),
        ]
    return [f"{space}{scalar(name)}: {inline}{remark}"]


def item(part: dict[str, Any], indent: int, remarks: dict[str, str], place: str) -> list[str]:
    """Write one element of a list of fields."""
    lines = [line for key, value in part.items() for line in entry(key, value, indent + 4, remarks, f"{place}.{key}")]
    return [f"{' ' * (indent + 2)}- {lines[0].strip()}", *lines[1:]]


def scalar(value: Any) -> str:
    """Write a value on one line as YAML reads it back."""
    text = one_line_of(value, allow_unicode=True)
    # A line end or sign of another kind inside a name would leave the line; in quotes all of them are escaped.
    return text if text.isprintable() else one_line_of(value, allow_unicode=False, default_style='"')


def one_line_of(value: Any, **style: Any) -> str:
    """Write a value in YAML's flow style."""
    text: str = yaml.safe_dump(value, default_flow_style=True, width=WIDE, sort_keys=False, **style)
    return text.removesuffix("...\n").strip()


def one_line(text: str) -> str:
    """Keep a comment on its line and free of signs that YAML refuses."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
