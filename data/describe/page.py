"""A description as plain tables that read well in a terminal of 100 columns, and as JSON."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from data.describe.advice import advice
from data.describe.description import Description
from data.describe.draft import NOT_WHEN
from data.describe.mapping_text import mapping_text
from data.describe.people import holds_names, is_personal
from data.describe.reading import ENCODING_NAMES
from data.describe.roles import Described
from data.describe.tally import Profile
from data.redaction import redact

WIDTH = 100
MOST_ROWS = 12
SHOWN_VALUES = 3
DELIMITER_NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}


def show(described: Description, console: Console, mapping: Path | None) -> None:
    """Print the whole description; ends with the commands to run next."""
    for line in headline(described):
        say(console, line)
    columns_table(console, "Columns", described.columns, described.profile)
    if described.nested_profile:
        title = f"Columns of each message (in {described.messages_at})"
        columns_table(console, title, described.nested, described.nested_profile)
    for line in findings(described):
        say(console, line)
    rows = [(p.column, p.kind, percent(p.share), p.example) for p in described.personal[:MOST_ROWS]]
    table(console, "Personal data (it is taken out of all that is stored)", ("column", "kind", "cells", "shape"), rows)
    leaks = [(leak.column, number(leak.auc), "; ".join(leak.reasons)) for leak in described.leaks]
    table(console, "Likely leaks (AUC = how well the column alone tells the guessed outcome)",
          ("column", "AUC", "why"), leaks)  # fmt: skip
    if described.draft:
        say(console, "\nMapping, ready to paste:\n")
        say(console, mapping_text(described.draft, described.path.name))
    say(console, "\nNext:" if described.draft is None else "Next:")
    for command in next_commands(described, mapping):
        say(console, f"  {command}")


def say(console: Console, text: str) -> None:
    """Print a text as it is: a file's words are no markup, and a command stays on its line."""
    console.print(Text(printable(text)), soft_wrap=True)


def printable(text: str) -> str:
    """Show broken bytes and control signs escaped, so that a file's words cannot steer a terminal."""
    safe = text.encode("utf-8", "backslashreplace").decode()
    return "".join(sign if sign.isprintable() or sign == "\n" else f"\\x{ord(sign):02x}" for sign in safe)


def headline(described: Description) -> list[str]:
    """Say what the file is and how big."""
    encoding = ENCODING_NAMES.get(described.encoding, described.encoding.upper())
    encoding += "" if described.is_sure else " (a guess: say encoding: in the mapping)"
    kind = f"{described.kind}, {encoding}"
    if described.delimiter:
        sign = DELIMITER_NAMES.get(described.delimiter, described.delimiter)
        kind = f"table with {sign}s, {encoding}"
    lines = [f"{described.path.name}: {kind}"]
    if described.is_vendor:
        lines.append(
            f"It looks like an export of {described.kind}: SOURCE={described.source} reads it without a mapping."
        )
    each = "one row a message" if described.by_message else "one row a conversation"
    if described.nested_profile:
        each += f", {described.nested_profile.rows:,} messages inside"
    cases = f"; {each}; {described.conversations:,} conversations" if described.draft else ""
    lines.append(f"{described.profile.rows:,} rows, {len(described.columns)} columns{cases}")
    lines += advice(described)
    if described.profile.rows > described.profile.sample.size:
        lines.append(f"Roles, rates and texts are judged by a sample of {described.profile.sample.size:,} rows")
    lines += [f"{times:,} rows cannot be read: {reason}" for reason, times in described.broken.most_common(3)]
    return lines


def columns_table(console: Console, title: str, columns: dict[str, Described] | Any, profile: Profile) -> None:
    """Print each column with its guessed role and kind."""
    rows = [
        (column.name, column.role or "-", kind(column), percent(profile.missing_share(name)),
         f"{profile.columns[name].distinct:,}", examples(column))
        for name, column in columns.items()
    ]  # fmt: skip
    table(console, title, ("column", "role", "type", "missing", "distinct", "most frequent"), rows)


def kind(column: Described) -> str:
    """Say what a column holds; of times how they are written."""
    time = column.values.time
    if not time:
        return column.values.kind
    zone = "with offset" if time.with_zone else "only some with offset" if time.mixed_zones else "no offset"
    return f"time, {' or '.join(time.formats)}, {zone}" + (", day/month unclear" if time.ambiguous else "")


def examples(column: Described) -> str:
    """Show the most frequent values, unless they may be about a person."""
    if column.values.kind not in ("category", "flag", "constant", "integer", "number") or hidden(column):
        return ""
    return ", ".join(redact(value)[:18] for value, _ in column.values.common[:SHOWN_VALUES])


def hidden(column: Described) -> bool:
    """Say whether values of a column are kept off the screen."""
    if is_personal(column.name) or holds_names(column):
        return True
    return column.role in ("customer", "handler", "conversation_id", "title", "body")


def findings(described: Description) -> Iterable[str]:
    """Say what was found of outcome, resolvers, near-duplicates and languages."""
    yield ""
    if described.outcome and described.escalation_rate is not None:
        column, says = described.outcome.column, described.outcome.says
        yield f"Escalated: {described.escalation_rate:.1%}, from {column!r}"
        yield f"  ({says})"
    elif labels := described.draft.mapping.get("turn_labels") if described.draft else None:
        yield "Escalated: no column tells it of a conversation; labels of single messages: " + ", ".join(
            f"{label['target']['constant']} from {label['value']['column']!r}" for label in labels
        )
    else:
        yield "Escalated: no column seems to tell"
    if NOT_WHEN in (described.draft.remarks.get("outcome.escalated", "") if described.draft else ""):
        yield f"  {NOT_WHEN}"
    if described.resolvers:
        yield f"Resolvers: {described.resolvers[1]:,} in {described.resolvers[0]!r}"
    if found := described.repeats:
        yield f"Near-duplicates: {found.same_letters:.1%} repeat another but for digits, case and signs"
        yield f"  (the most frequent {found.largest:,} times), {found.similar:.1%} are at least almost the same"
    common = [f"{language} {share:.0%}" for language, share in described.languages.items() if share >= 0.02]
    if described.languages:
        yield "Languages: " + (", ".join(common) or "many")


def table(console: Console, title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print one table under its title; nothing where there are no rows."""
    if not rows:
        return
    say(console, f"\n{title}")
    grid = Table(*heads, box=None, pad_edge=False, show_edge=False, header_style="bold")
    for row in rows:
        grid.add_row(*(Text(printable(cell)) for cell in row))
    console.print(grid)


def percent(share: float) -> str:
    """Write a share short, but never a little as nothing."""
    return "<0.1%" if 0 < share < 0.001 else f"{share:.1%}"


def number(value: float | None) -> str:
    """Write an AUC as figures are written elsewhere."""
    return "-" if value is None else f"{value:.2f}"


def next_commands(described: Description, mapping: Path | None) -> list[str]:
    """Give the commands that train on the file."""
    raw = shlex.quote(str(described.path))
    if described.is_vendor:
        commands = [f"make run SOURCE={described.source} RAW={raw}"]
        if described.draft is None:
            return commands
        commands[0] += "   # or with the mapping:"
    else:
        commands = []
    source = "jsonl_file" if described.delimiter is None else "csv_file"
    target = mapping or described.path.with_suffix(".yaml")
    if mapping is None:
        commands.append(f"python -m data.describe {raw} --mapping {shlex.quote(str(target))}")
    return [*commands, f"make run SOURCE={source} RAW={raw} MAPPING={shlex.quote(str(target))}"]
