"""Choose where conversations come from: copies the file and a small ``source.yaml`` into ``data/raw/``.

python -m data.source                                       the built-in simulated help desk
python -m data.source --name it_tickets --raw tickets.csv   real tickets
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import yaml

from data.errors import BadInput, exit_with_sentence, nearest
from data.files import read_params
from data.parameters import DEFAULT_SOURCE, Conversations
from data.quarantine import SourceRow, Unreadable

RAW = Path("data/raw")
CHOICE = "source.yaml"
KEEPS_FOLDER = ".gitkeep"
SOURCES = {"simulated": "data.sources.simulated", "it_tickets": "data.sources.it_tickets"}


def choose(name: str, raw: Path | None, folder: Path = RAW) -> None:
    """Make ``folder`` hold exactly the chosen source; raises BadInput for a name or file that cannot be used."""
    if name not in SOURCES:
        raise BadInput("SOURCE", name, "is an unknown source", nearest(name, SOURCES))
    if name == DEFAULT_SOURCE and raw is not None:
        raise BadInput("RAW", raw, "is not used by the simulated source", "leave RAW out, or name its SOURCE")
    if name != DEFAULT_SOURCE and raw is None:
        raise BadInput("RAW", "", f"is empty, but the source {name} reads a file", "add RAW=path/to/file")
    if raw is not None and not raw.is_file():
        raise BadInput("RAW", raw, "is not a file", "give the path of an existing file")
    if raw is not None and raw.name in (CHOICE, KEEPS_FOLDER):
        raise BadInput("RAW", raw, "has a name that data/raw/ uses itself", "rename the file")
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / raw.name if raw else None
    if raw and kept and not (kept.exists() and kept.samefile(raw)):
        shutil.copyfile(raw, kept)
    for path in folder.iterdir():
        if path.name != KEEPS_FOLDER and path != kept:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    if raw:
        (folder / CHOICE).write_text(yaml.safe_dump({"source": name, "file": raw.name}), encoding="utf-8")


def chosen(folder: Path = RAW) -> tuple[str, Path | None]:
    """Give the chosen source and its file; without a choice it is the simulated one.

    Raises BadInput for a choice that was broken by hand.
    """
    if not (folder / CHOICE).exists():
        return DEFAULT_SOURCE, None
    again = "choose again: make run SOURCE=name RAW=file"
    try:
        choice = yaml.safe_load((folder / CHOICE).read_text(encoding="utf-8"))
        name, raw = choice["source"], folder / choice["file"]
    except (yaml.YAMLError, UnicodeDecodeError, KeyError, TypeError):
        raise BadInput("RAW", folder / CHOICE, "does not name a source and its file", again) from None
    if not raw.is_file():
        raise BadInput("RAW", raw, "is the chosen file, but it is gone", again)
    return name, raw


def read_source(name: str, raw: Path | None, parameters: Conversations) -> Iterator[SourceRow | Unreadable]:
    """Give the rows of a source for the canonical tables."""
    if name not in SOURCES:
        raise BadInput("data/raw/source.yaml: source", name, "is an unknown source", nearest(name, SOURCES))
    module = import_module(SOURCES[name])
    rows: Iterator[SourceRow | Unreadable] = module.read(raw if raw else parameters.simulated)
    return rows


def main() -> None:
    """Read the command line."""
    description, _, _ = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(description=description, epilog=f"sources: {', '.join(sorted(SOURCES))}")
    parser.add_argument("--name", default=DEFAULT_SOURCE, help="name of the source (default: %(default)s)")
    parser.add_argument("--raw", default="", help="path of its file, copied into data/raw/")
    given = parser.parse_args()
    read_params()  # A mistyped setting is told before anything runs.
    name = given.name or DEFAULT_SOURCE
    choose(name, Path(given.raw) if given.raw else None)
    if name != DEFAULT_SOURCE:
        print(f"source: {name}. Back to the built-in one: make run && git checkout dvc.lock", flush=True)


if __name__ == "__main__":
    exit_with_sentence(main)
