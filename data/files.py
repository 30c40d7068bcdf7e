"""The only helpers that touch disk: settings, tables and JSON in, tables and JSON out."""

from __future__ import annotations

import hashlib
import json
from collections import deque
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import yaml
from pydantic import ValidationError

from data.errors import BadInput, nearest
from data.parameters import Parameters
from data.schema import Conversation
from data.settings_yaml import load
from data.spill import Stored, temporary_database
from data.tables import TABLES, from_row

PARAMS = Path("params.yaml")
CONVERSATIONS = Path("data/out/conversations")
BATCH = 1_000  # Rows read at once.
PAGE_BYTES = 64_000  # Read at once of a column.


def refuse_a_temporary_copy(here: Path) -> None:
    """Raise BadInput where DVC works on a copy of the project.

    ``dvc exp run --temp`` and ``--queue`` copy only what git knows: the files of ``data/raw/`` stay behind, so the copy
    would silently use the default source, and what it logs to ``mlflow.db`` is deleted with it.
    """
    if any(parent.match(".dvc/tmp/exps") for parent in here.parents):
        fix = "run the experiment in the workspace: dvc exp run -S ... without --temp or --queue"
        raise BadInput("folder", here.name, "is DVC's temporary copy, without data/raw/ and mlflow.db", fix)


def read_params(path: Path = PARAMS) -> Parameters:
    """Read every setting; raises BadInput naming the key, its value and the nearest known key."""
    try:
        given = load(path.read_text(encoding="utf-8"), "params.yaml")
    except FileNotFoundError:
        raise BadInput("params.yaml", path, "is not there", "run from the project's root") from None
    except UnicodeDecodeError:
        raise BadInput("params.yaml", path, "is not UTF-8", "save it as UTF-8") from None
    except yaml.YAMLError as error:
        reason = str(error).replace("\n", " ")
        raise BadInput("params.yaml", path, f"is not YAML ({reason})", "correct the line it names") from None
    try:
        return Parameters.model_validate(given)
    except ValidationError as error:
        raise setting_error(error) from None


def setting_error(error: ValidationError) -> BadInput:
    """Turn the first problem of a settings file into one sentence."""
    # A mistyped key is also a missing one; the typing error is the one to mend.
    first = min(error.errors(), key=lambda found: found["type"] != "extra_forbidden")
    *parents, key = [str(part) for part in first["loc"]] or ["params.yaml"]
    field = "params.yaml: " + ".".join([*parents, key])
    if first["type"] == "missing" and isinstance(first["loc"][-1], str):
        return BadInput(field, "", "is missing", "add it; git show HEAD:params.yaml has the shipped value")
    if first["type"] != "extra_forbidden":
        return BadInput(field, first["input"], f"is not allowed ({first['msg']})", "correct the value")
    section: Any = Parameters
    for parent in parents:
        section = section.model_fields[parent].annotation
    return BadInput(field, key, "is an unknown key", nearest(key, section.model_fields))


def read_table(path: Path) -> pd.DataFrame:
    """Read a Parquet table."""
    return pd.read_parquet(path)


def write_table(path: Path, table: pd.DataFrame | pa.Table) -> None:
    """Write a Parquet table, making its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(table, pd.DataFrame):
        table = pa.Table.from_pandas(table, preserve_index=False)
    pq.write_table(table, path)


def read_records(folder: Path, name: str) -> list[Any]:
    """Read one canonical table back into its validated records."""
    return list(iter_records(folder, name))


def iter_table(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """Give the rows of a canonical table one by one, absent values left out; memory does not grow with the table."""
    # Reading ahead and in threads keeps what was read: memory would grow with the table.
    with pq.ParquetFile(folder / f"{name}.parquet", pre_buffer=False, buffer_size=PAGE_BYTES) as stored:
        for batch in stored.iter_batches(BATCH, use_threads=False):
            yield from (from_row(row) for row in batch.to_pylist())


def iter_records(folder: Path, name: str) -> Iterator[Any]:
    """Give the validated records of a canonical table one by one."""
    return (TABLES[name].model_validate(row) for row in iter_table(folder, name))


def iter_conversations(folder: Path = CONVERSATIONS) -> Iterator[Conversation]:
    """Give all clean conversations with their messages, events and customer, in the source's order.

    The tables are stored in the same order of conversations, so they are read side by side, not looked up.
    """
    with temporary_database() as database:
        customers = Stored(database, ((row["customer_id"], row) for row in iter_records_as_json(folder, "customers")))
        messages, events = (together(iter_table(folder, name)) for name in ("messages", "events"))
        for case in iter_table(folder, "conversations"):
            name = case["conversation_id"]
            parts = {"messages": messages(name), "events": events(name)}
            yield Conversation.model_validate(case | parts | {"customer": customers.get(case.get("customer_id"))})


def read_conversations(folder: Path = CONVERSATIONS) -> list[Conversation]:
    """Read all clean conversations at once."""
    return list(iter_conversations(folder))


def iter_records_as_json(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """Give the records of a table as plain JSON values: times as text."""
    return (record.model_dump(mode="json", exclude_none=True) for record in iter_records(folder, name))


def together(rows: Iterator[dict[str, Any]]) -> Callable[[str], list[dict[str, Any]]]:
    """Give a function that takes the rows of the next conversation, which is taken out of them."""
    waiting = deque(islice(rows, 1))

    def of(name: str) -> list[dict[str, Any]]:
        found = []
        while waiting and waiting[0]["conversation_id"] == name:
            row = waiting.popleft()
            del row["conversation_id"]
            found.append(row)
            waiting.extend(islice(rows, 1))
        return found

    return of


def write_json(path: Path, value: Any) -> None:
    """Write JSON that reads and compares well: indented, in the given order, ending with a newline."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def read_json(path: Path) -> Any:
    """Read a JSON file."""
    return json.loads(path.read_text(encoding="utf-8"))


def digest_of(path: Path) -> str:
    """Name a file, or a folder with all its files, by its content."""
    if path.is_file():
        with path.open("rb") as file:
            return "sha256:" + hashlib.file_digest(file, "sha256").hexdigest()
    lines = [
        f"{inner.relative_to(path).as_posix()} {digest_of(inner)}"
        for inner in sorted(path.rglob("*"))
        if inner.is_file()
    ]
    return "sha256:" + hashlib.sha256("\n".join(lines).encode()).hexdigest()
