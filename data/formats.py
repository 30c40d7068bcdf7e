"""What a file looks like from its first bytes: whose export it is, or which kind of file.

Only the first bytes are read, so a truncated file is recognised too. One damaged record never hides a format:
a file is refused for what it surely is, never for what it lacks; the source says that record by record.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from pathlib import Path

import ijson

from data.errors import BadInput
from data.signatures import vendor_of

HEAD = 1 << 18
DELIMITERS = (",", ";", "\t", "|")
MAGIC = {
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"%PDF": "pdf",
    b"PAR1": "parquet",
    b"\x1f\x8b": "gzip",
    b"\xd0\xcf\x11\xe0": "excel",  # The format before 2007.
    b"SQLite format 3\x00": "sqlite",
    b"\x89PNG": "image",
    b"\xff\xd8\xff": "image",
}
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
SOURCE_OF = {"servicenow event log": "servicenow", "csv": "csv_file", "json lines": "jsonl_file", "json": "jsonl_file"}
GENERIC = ("csv", "json lines", "json")
READS_CSV = ("csv_file", "servicenow", "it_tickets", "uss")
READS_JSON = ("jsonl_file", "zendesk", "intercom", "jira_service_management", "alertmanager", "servicenow", "betold")
ONE_FILE = ("csv_file", "jsonl_file", "it_tickets", "betold", "uss")  # The others read a folder of pages or tables too.
HOW_TO_OPEN = {
    "excel": "open it in a spreadsheet and save it as CSV UTF-8",
    "zip": "unpack it and give the file inside",
    "gzip": "unpack it with gunzip and give the file inside",
    "pdf": "export the conversations as CSV or JSON instead",
    "html": "it may be a login page: export again, as CSV or JSON",
    "parquet": "save it as CSV, for example with pandas.read_parquet(path).to_csv(path)",
    "sqlite": "save the table as CSV, for example with sqlite3 -csv -header",
    "image": "export the conversations as CSV or JSON instead",
    "utf-32": "save it as UTF-8 (in a spreadsheet: CSV UTF-8)",
    "binary": "export the conversations as CSV or JSON instead",
    "xml": "export the conversations as CSV or JSON instead",
}
CONTROL = bytes(sign for sign in range(32) if sign not in b"\t\n\v\f\r\x1a\x1b")  # Texts have next to none of these.
SHORTEST_BINARY = 64
SPEAKER_LINE = re.compile(r"^(?:USER|SYSTEM)\t", re.MULTILINE)
KEY = re.compile(r'"(\w+)"\s*:')


def looks_like(path: Path) -> str | None:
    """Name the export or kind of file that a file, or a folder of files, looks like; None where nothing is known."""
    if path.is_dir():
        found = [looks_like(file) for file in files_of(path)]
        return next((name for name in found if name and name not in GENERIC), next(filter(None, found), None))
    with path.open("rb") as file:
        head = file.read(HEAD)
    kind = kind_of_bytes(head)
    if kind or not head.strip():
        return kind
    text = head.decode("utf-16" if head.startswith(UTF_16) else "utf-8-sig", "replace").lstrip()
    # Not splitlines(): that also cuts at signs that stand inside texts.
    lines = [line for line in re.split(r"\r\n|\r|\n", text) if line.strip()]
    if not lines:
        return None
    if len(SPEAKER_LINE.findall(text)) * 2 > len(lines):
        return "uss"
    starts = Counter(line.lstrip()[0] for line in lines)
    if text[0] in "[{" or starts["{"] * 2 > len(lines):
        return vendor_of(keys_by_object(head, lines)) or ("json lines" if is_json_lines(text, lines) else "json")
    if delimiter := delimiter_of(lines):
        return vendor_of([{name.strip().strip('"') for name in lines[0].split(delimiter)}]) or "csv"
    return None


def refuse_other_format(raw: Path, expected: str) -> None:
    """Raise BadInput for a file that is empty, not UTF-8, or surely not what the source ``expected`` reads."""
    if not raw.exists():
        raise BadInput("RAW", raw, "is not there", "give the path of an existing file")
    files = files_of(raw) if raw.is_dir() else [raw]
    if not files:
        raise BadInput("RAW", raw, "is an empty folder", f"put the files of the export of {expected} into it")
    for file in files:
        if file.stat().st_size == 0:
            raise BadInput("RAW", file, "is empty (0 bytes)", "export it again and look at the file's size")
        refuse_encoding(file, has_header=expected in READS_CSV and expected != "uss")
    found = looks_like(raw)
    if found is None or fits(found, expected):
        if raw.is_dir() and expected in ONE_FILE:
            raise BadInput("RAW", raw, "is a folder", f"give one file of it; {expected} reads a single one")
        return
    if found in HOW_TO_OPEN:
        raise BadInput("RAW", raw, f"looks like a file of the kind {found}, not like text", HOW_TO_OPEN[found])
    source = SOURCE_OF.get(found, found)
    if found in GENERIC:
        fix = f"use SOURCE={source} with a mapping, which python -m data.describe {raw.name} writes"
        raise BadInput("RAW", raw, f"looks like a {found} file, not like an export of {expected}", fix)
    raise BadInput("RAW", raw, f"looks like an export of {found}, not of {expected}", f"use SOURCE={source}")


def fits(found: str, expected: str) -> bool:
    """Say whether a source may read what was found; a mapping reads any table, also a vendor's."""
    if SOURCE_OF.get(found, found) == expected:
        return True
    if expected == "csv_file":
        return found in ("it_tickets", "servicenow", "servicenow event log", "uss")
    if expected == "jsonl_file":
        return found in READS_JSON
    if expected == "servicenow" and found == "xml":
        return True
    return found in GENERIC and expected in (READS_CSV if found == "csv" else READS_JSON)


def files_of(folder: Path) -> list[Path]:
    """Give the files of an exported folder, without what is hidden and the project's own YAML files."""
    return [
        path for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".") and path.suffix not in (".yaml", ".yml")
    ]  # fmt: skip


def kind_of_bytes(head: bytes) -> str | None:
    """Name a kind of file that is not plain text, or that is a page or document of tags."""
    for magic, kind in MAGIC.items():
        if head.startswith(magic):
            return kind
    if head.startswith(b"PK\x03\x04"):
        return "excel" if b"xl/" in head or b"[Content_Types].xml" in head[:400] else "zip"
    start = head[:1000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "html"
    if start.startswith((b"<?xml", b"<xml", b"<unload")):
        return "servicenow" if b"<sys_id>" in head or b"<incident" in head else "xml"
    return "binary" if is_binary(head) else None


def is_binary(head: bytes) -> bool:
    """Say whether bytes are no text: most lines hold control signs, one in twenty of all; a few bad lines may."""
    if len(head) < SHORTEST_BINARY or is_wide(head):
        return False
    lines = [line for line in head.split(b"\n") if line]
    odd = [len(line) - len(line.translate(None, CONTROL)) for line in lines]
    return sum(odd) * 20 > len(head) and sum(map(bool, odd)) * 2 > len(lines)


def is_wide(head: bytes) -> bool:
    """Say whether bytes are UTF-16, by their mark or by zeros in every second byte."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    return head.startswith(UTF_16) or max(even, odd) * 2 > max(len(head) // 2, 1) > 4 * min(even, odd)


def refuse_encoding(file: Path, has_header: bool = True) -> None:
    """Raise BadInput where the whole file is in another encoding; single broken bytes are the row's fault."""
    with file.open("rb") as opened:
        head = opened.read(HEAD)
    wide = is_wide(head)
    first, _, _ = head.partition(b"\n")
    try:
        first.decode("utf-8")
    except UnicodeDecodeError as error:
        # Without a header, as in JSON, the first line is a record like any other. The last bytes may be cut.
        cut = len(first) == HEAD and error.start > HEAD - 4
        wide = wide or not (cut or not has_header or first.lstrip(b"\xef\xbb\xbf ").startswith((b"{", b"[")))
    if wide and not kind_of_bytes(head):
        raise BadInput("RAW", file, "is not UTF-8", "save the file as UTF-8 (in a spreadsheet: CSV UTF-8)")


def keys_by_object(head: bytes, lines: list[str]) -> list[set[str]]:
    """Give the key names of the objects near the top of a JSON text, grouped by their place."""
    places: dict[str, set[str]] = defaultdict(set)
    try:
        for prefix, event, value in ijson.parse(head.removeprefix(b"\xef\xbb\xbf"), multiple_values=True):
            if event == "map_key" and prefix.count(".") <= 3:
                places[prefix].add(value)
    except (ijson.JSONError, UnicodeDecodeError):
        pass  # The first bytes end inside a record, and a damaged record says nothing.
    for line in lines[:50]:
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(record, dict):
            places["line"] |= set(record)
    return list(places.values()) or [set(KEY.findall(line)) for line in lines[:50]]


def is_json_lines(text: str, lines: list[str]) -> bool:
    """Say whether each line is an object of its own, rather than the file one document."""
    objects = sum(line.startswith("{") and line.rstrip().endswith("}") for line in lines)
    return text[0] != "[" and (objects * 2 > len(lines) or (len(lines) == 1 and len(text) >= HEAD // 4))


def delimiter_of(lines: list[str]) -> str | None:
    """Give the sign that separates the cells of the first line; None where it is no table."""
    header, sample = lines[0], lines[1:20]
    counts = {sign: header.count(sign) for sign in DELIMITERS}
    best = max(counts, key=lambda sign: (counts[sign], sum(line.count(sign) for line in sample)))
    return best if counts[best] else None
