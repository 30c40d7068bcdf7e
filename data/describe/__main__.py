"""Look at an unknown export: columns, roles, outcome, leaks, personal data, and a ready mapping.

python -m data.describe tickets.csv                          look and print a mapping
python -m data.describe tickets.csv --mapping tickets.yaml   write the mapping to a file too
python -m data.describe chats.jsonl --json                   the same for other programs
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.progress import track

from data.describe.description import describe
from data.describe.machine import machine_readable
from data.describe.mapping_text import mapping_text
from data.describe.page import WIDTH, next_commands, show
from data.describe.reading import Row
from data.errors import BadInput, exit_with_sentence
from data.json_stream import Broken

SMALLEST_SAMPLE = 100
BIG = 20_000_000  # Bytes from which one waits long enough to want to see how far it is.


def watch(rows: Iterable[Row | Broken]) -> Iterable[Row | Broken]:
    """Show on the terminal how many rows are read; nothing where the output is kept."""
    console = Console(stderr=True)
    return track(rows, description="reading", console=console, transient=True, disable=not console.is_terminal)


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m data.describe", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path, help="the export: CSV with any delimiter, JSON lines, JSON")
    parser.add_argument("--mapping", type=Path, metavar="FILE", help="write the mapping to this new file")
    parser.add_argument("--json", action="store_true", help="print JSON for other programs instead of tables")
    parser.add_argument("--sample", type=int, default=20_000, help="rows for the slow parts (default: 20000)")
    return parser.parse_args()


def main() -> None:
    """Describe one file."""
    given = arguments()
    if given.sample < SMALLEST_SAMPLE:
        raise BadInput("--sample", given.sample, "is too small to judge by", f"give at least {SMALLEST_SAMPLE}")
    if given.mapping and given.mapping.exists():
        raise BadInput("--mapping", given.mapping, "is already there", "name a new file, or move the old one away")
    big = given.file.is_file() and given.file.stat().st_size > BIG
    described = describe(given.file, given.sample, watch) if big else describe(given.file, given.sample)
    if given.mapping and described.draft is None:
        raise BadInput("--mapping", given.mapping, "is not needed", f"run: {next_commands(described, None)[0]}")
    if given.mapping and described.draft:
        given.mapping.write_text(mapping_text(described.draft, given.file.name), encoding="utf-8")
    if given.json:
        print(json.dumps(machine_readable(described), indent=1, ensure_ascii=True))
    else:
        width = None if sys.stdout.isatty() else WIDTH
        show(described, Console(width=width, highlight=False), given.mapping)


if __name__ == "__main__":
    exit_with_sentence(main)
