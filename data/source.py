"""Choose where conversations come from: copies the file and a small ``source.yaml`` into ``data/raw/``.

python -m data.source                                                      the built-in simulated help desk
python -m data.source --name it_tickets --raw tickets.csv                  an export whose format is known
python -m data.source --name csv_file --raw my.csv --mapping mapping.yaml  any other file, by a mapping
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import yaml

from data.errors import BadInput, exit_with_sentence, nearest
from data.files import read_params
from data.parameters import DEFAULT_SOURCE
from data.redaction_key import fingerprint, redaction_key
from data.source_rows import SourceRow, Unreadable
from data.source_settings import Conversations

RAW = Path("data/raw")
CHOICE = "source.yaml"
KEEPS_FOLDER = ".gitkeep"
SOURCES = {
    "alertmanager": "data.sources.alertmanager",
    "betold": "data.sources.betold",
    "csv_file": "data.sources.csv_file",
    "intercom": "data.sources.intercom",
    "it_tickets": "data.sources.it_tickets",
    "jira_service_management": "data.sources.jira_service_management",
    "jsonl_file": "data.sources.jsonl_file",
    "servicenow": "data.sources.servicenow",
    "simulated": "data.sources.simulated.rows",
    "uss": "data.sources.uss",
    "zendesk": "data.sources.zendesk",
}
MAPPED = ("csv_file", "jsonl_file")
MAPPED_WORDS = "SOURCE=csv_file or SOURCE=jsonl_file"


class Choice(NamedTuple):
    """The chosen source, its file or folder, and the mapping of a source that needs one."""

    name: str
    raw: Path | None = None
    mapping: Path | None = None


def choose(choice: Choice, folder: Path = RAW) -> None:
    """Make ``folder`` hold exactly the chosen source; raises BadInput for a name or file that cannot be used.

    Stopped on the way, it leaves the choice before, or none: never one whose files are half there.
    """
    check(choice)
    folder.mkdir(parents=True, exist_ok=True)
    kept = {path: folder / path.name for path in (choice.raw, choice.mapping) if path}
    new = {path: copy for path, copy in kept.items() if not (copy.exists() and copy.samefile(path))}
    try:
        for path, copy in new.items():
            copied(path, unfinished(copy))
        if not choice.raw or any(copy.exists() for copy in new.values()):
            # The choice before would name what is being replaced.
            (folder / CHOICE).unlink(missing_ok=True)
        for copy in new.values():
            removed(copy)
            unfinished(copy).replace(copy)
    finally:
        for copy in new.values():
            removed(unfinished(copy))
    if choice.raw:
        write_choice(choice, choice.raw, folder)
    for path in folder.iterdir():
        if path.name != KEEPS_FOLDER and path not in (*kept.values(), *([folder / CHOICE] if choice.raw else [])):
            removed(path)


def write_choice(choice: Choice, raw: Path, folder: Path) -> None:
    """Name the source and its files, at once or not at all."""
    # With another key the stored texts differ, so the choice names it.
    said = {"source": choice.name, "file": raw.name, "redaction_key": fingerprint(redaction_key(choice.name))}
    said |= {"mapping": choice.mapping.name} if choice.mapping else {}
    text = unfinished(folder / CHOICE)
    text.write_text(yaml.safe_dump(said), encoding="utf-8")
    text.replace(folder / CHOICE)


def unfinished(path: Path) -> Path:
    """Give the name of a file or folder while it is being written."""
    return path.with_name(f".{path.name}.partial")


def check(choice: Choice) -> None:
    """Raise BadInput for a source, a file or a mapping that cannot be used, or not together."""
    name, raw, mapping = choice
    if name not in SOURCES:
        raise BadInput("SOURCE", name, "is an unknown source", nearest(name, SOURCES))
    if name == DEFAULT_SOURCE and raw is not None:
        raise BadInput("RAW", raw, "is not used by the simulated source", "leave RAW out, or name its SOURCE")
    if name != DEFAULT_SOURCE and raw is None:
        raise BadInput("RAW", "", f"is empty, but the source {name} reads a file", "add RAW=path/to/file")
    if name in MAPPED and mapping is None:
        fix = "add MAPPING=path/to/mapping.yaml; python -m data.describe FILE writes one"
        raise BadInput("MAPPING", "", f"is empty, but the source {name} needs to know what the columns are", fix)
    if name not in MAPPED and mapping is not None:
        raise BadInput("MAPPING", mapping, f"is not used by the source {name}", f"leave it out, or {MAPPED_WORDS}")
    check_files(raw, mapping)


def check_files(raw: Path | None, mapping: Path | None) -> None:
    """Raise BadInput for files that are not there, or whose names cannot stand in data/raw/."""
    if raw is not None and not (raw.is_file() or raw.is_dir()):
        raise BadInput("RAW", raw, "is not a file or folder", "give the path of an existing one")
    if mapping is not None and not mapping.is_file():
        raise BadInput("MAPPING", mapping, "is not a file", "give the path of an existing file")
    for field, path in {"RAW": raw, "MAPPING": mapping}.items():
        if path is not None and path.name in (CHOICE, KEEPS_FOLDER, ""):
            raise BadInput(field, path, "has a name that data/raw/ uses itself", "rename the file")
    if raw and mapping and raw.name == mapping.name:
        raise BadInput("MAPPING", mapping, "has the same name as RAW", "rename one of them")


def copied(path: Path, copy: Path) -> None:
    """Put a file or a folder at another place, instead of what is there."""
    removed(copy)
    if path.is_dir():
        shutil.copytree(path, copy)
    else:
        shutil.copyfile(path, copy)


def removed(path: Path) -> None:
    """Remove a file or a folder, if it is there."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def chosen(folder: Path = RAW) -> Choice:
    """Give the chosen source and its files; without a choice it is the simulated one.

    Raises BadInput for a choice that was broken by hand.
    """
    if not (folder / CHOICE).exists():
        return Choice(DEFAULT_SOURCE)
    again = "choose again: make run SOURCE=name RAW=file"
    try:
        said = yaml.safe_load((folder / CHOICE).read_text(encoding="utf-8"))
        mapping = folder / said["mapping"] if "mapping" in said else None
        choice = Choice(said["source"], folder / said["file"], mapping)
    except (yaml.YAMLError, UnicodeDecodeError, KeyError, TypeError):
        raise BadInput("RAW", folder / CHOICE, "does not name a source and its file", again) from None
    for field, path in {"RAW": choice.raw, "MAPPING": choice.mapping}.items():
        if path is not None and not path.exists():
            raise BadInput(field, path, "was chosen, but it is gone", again)
    return choice


def read_source(choice: Choice, parameters: Conversations) -> Iterator[SourceRow | Unreadable]:
    """Give the rows of a source for the canonical tables."""
    if choice.name not in SOURCES:
        raise BadInput(
            "data/raw/source.yaml: source", choice.name, "is an unknown source", nearest(choice.name, SOURCES)
        )
    read = import_module(SOURCES[choice.name]).read
    if choice.name == DEFAULT_SOURCE:
        rows: Iterator[SourceRow | Unreadable] = read(parameters.simulated)
    elif choice.name in MAPPED:
        rows = read(choice.raw, choice.mapping)
    else:
        rows = read(choice.raw)
    return rows


def main() -> None:
    """Read the command line."""
    description, _, _ = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(description=description, epilog=f"sources: {', '.join(sorted(SOURCES))}")
    parser.add_argument("--name", default=DEFAULT_SOURCE, help="name of the source (default: %(default)s)")
    parser.add_argument("--raw", default="", help="path of its file or folder, copied into data/raw/")
    parser.add_argument("--mapping", default="", help=f"path of the mapping, for {MAPPED_WORDS}")
    given = parser.parse_args()
    read_params()  # A mistyped setting is told before anything runs.
    name = given.name or DEFAULT_SOURCE
    choose(Choice(name, *(Path(path) if path else None for path in (given.raw, given.mapping))))
    if name != DEFAULT_SOURCE:
        print(f"source: {name}. Back to the built-in one: make run && git checkout dvc.lock", flush=True)


if __name__ == "__main__":
    exit_with_sentence(main)
