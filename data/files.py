"""The only helpers that touch disk: settings, tables and JSON in, tables and JSON out."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import yaml
from pydantic import ValidationError

from data.errors import BadInput, nearest
from data.parameters import Parameters
from data.schema import Conversation, Record
from data.tables import TABLES, from_row, to_arrow

PARAMS = Path("params.yaml")
CONVERSATIONS = Path("data/out/conversations")


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
        given = yaml.safe_load(path.read_text(encoding="utf-8"))
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


def write_records(folder: Path, name: str, records: Iterable[Record]) -> None:
    """Write one canonical table."""
    write_table(folder / f"{name}.parquet", to_arrow(name, records))


def read_records(folder: Path, name: str) -> list[Any]:
    """Read one canonical table back into its validated records."""
    rows = pq.read_table(folder / f"{name}.parquet").to_pylist()
    return [TABLES[name].model_validate(from_row(row)) for row in rows]


def read_conversations(folder: Path = CONVERSATIONS) -> list[Conversation]:
    """Read all clean conversations with their messages, events and customer, in the source's order."""
    rows = {
        name: [from_row(row) for row in pq.read_table(folder / f"{name}.parquet").to_pylist()]
        for name in ("conversations", "messages", "events", "customers")
    }
    messages, events = by_conversation(rows["messages"]), by_conversation(rows["events"])
    customers = {row["customer_id"]: row for row in rows["customers"]}
    return [
        Conversation.model_validate(
            case
            | {
                "messages": sorted(messages[case["conversation_id"]], key=lambda row: row["sequence"]),
                "events": sorted(events[case["conversation_id"]], key=lambda row: row["event_sequence"]),
                "customer": customers.get(case.get("customer_id", "")),
            }
        )
        for case in rows["conversations"]
    ]


def by_conversation(rows: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Group rows by their conversation, which is taken out of the row."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        groups[row.pop("conversation_id")].append(row)
    return groups


def write_json(path: Path, value: Any) -> None:
    """Write JSON that reads and compares well: indented, in the given order, ending with a newline."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def read_json(path: Path) -> Any:
    """Read a JSON file."""
    return json.loads(path.read_text(encoding="utf-8"))
