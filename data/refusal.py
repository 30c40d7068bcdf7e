"""What a source says of a file that it cannot read: what the file looks like, what it reads itself, what to do.

A file is refused before it is read for what it surely is, never for what it lacks; the source says that record by
record, and what a file without a usable record looks like is said at the end.
"""

from __future__ import annotations

from pathlib import Path

from data.errors import BadInput
from data.file_kinds import HEAD, HOW_TO_OPEN, is_wide, kind_of_bytes
from data.formats import GENERIC, SOURCE_OF, Look, files_of, look_at

WANTED = {
    "alertmanager": "webhook payloads as JSON lines (groupKey, receiver, alerts)",
    "betold": "one JSON list of calls (LUHF, utterances_annotations)",
    "csv_file": "a CSV table with a header, and a mapping of its columns",
    "intercom": "conversations as JSON (source, conversation_parts)",
    "it_tickets": "a CSV table with Number, Short description, Description, Caller, Assignment group",
    "jira_service_management": "issues as JSON (key, fields, changelog)",
    "jsonl_file": "JSON lines or a JSON list of records, and a mapping of their keys",
    "servicenow": "incidents as CSV or JSON (number, short_description), or their update log",
    "uss": "lines of role, text, action and ratings, separated by tabs",
    "zendesk": "tickets as JSON (requester_id, via, comments)",
}
MAPPED = ("csv_file", "jsonl_file")
READS_TABLES = ("csv_file", "servicenow", "it_tickets", "uss")
READS_JSON = ("jsonl_file", "zendesk", "intercom", "jira_service_management", "alertmanager", "servicenow", "betold")
ONE_FILE = ("csv_file", "jsonl_file", "it_tickets", "betold", "uss")  # The others read a folder of pages or tables too.


def refuse_other_format(raw: Path, expected: str) -> None:
    """Raise BadInput for a file that is empty, not UTF-8, or surely not what the source ``expected`` reads."""
    wanted = f"{expected} reads {WANTED[expected]}"
    if not raw.exists():
        raise BadInput("RAW", raw, "is not there", "give the path of an existing file")
    files = files_of(raw) if raw.is_dir() else [raw]
    if not files:
        raise BadInput("RAW", raw, "is an empty folder", f"put the files of the export into it; {wanted}")
    for file in files:
        if file.stat().st_size == 0:
            raise BadInput("RAW", file, "is empty (0 bytes)", f"export it again and look at the file's size; {wanted}")
        refuse_encoding(file, has_header=expected in READS_TABLES and expected != "uss")
    look = look_at(raw)
    if look.name is None or fits(look, expected):
        if raw.is_dir() and expected in ONE_FILE:
            raise BadInput("RAW", raw, "is a folder", f"give one file of it; {expected} reads a single one")
        return
    if look.name in HOW_TO_OPEN:
        problem = f"looks like a file of the kind {look.name}, not like text"
        raise BadInput("RAW", raw, problem, f"{HOW_TO_OPEN[look.name]}; {wanted}")
    source = SOURCE_OF.get(look.name, look.name)
    if look.name in GENERIC:
        fix = f"use SOURCE={source} with a mapping, which python -m data.describe {raw.name} writes; {wanted}"
        raise BadInput("RAW", raw, f"looks like a {look.name} file, not like an export of {expected}", fix)
    raise BadInput("RAW", raw, f"looks like an export of {source}, not of {expected}", f"use SOURCE={source}")


def fits(look: Look, expected: str) -> bool:
    """Say whether a source may read what was found; a mapping reads any table or any JSON, also a vendor's."""
    found = look.name or ""
    if expected == "servicenow" and found == "xml":
        return True  # It says itself which tables to export otherwise.
    if expected in MAPPED:
        return found not in HOW_TO_OPEN and look.is_json is (expected == "jsonl_file")
    if SOURCE_OF.get(found, found) == expected:
        return True
    return found in GENERIC and expected in (READS_JSON if look.is_json else READS_TABLES)


def otherwise(raw: Path, found: str | None) -> str:
    """Say how a file is read that no vendor's source reads."""
    source = SOURCE_OF.get(found or "", "csv_file") if found in GENERIC else "csv_file or SOURCE=jsonl_file"
    return f"any other file: SOURCE={source} with a mapping, which python -m data.describe {raw.name} writes"


def likeness(found: str | None) -> str:
    """Say what a file looks like."""
    if found is None:
        return "looks like no table, no JSON and no export that is known"
    return (
        f"looks like a {found} file" if found in GENERIC else f"looks like an export of {SOURCE_OF.get(found, found)}"
    )


def reads_itself(raw: Path, source: str) -> str:
    """Say which source reads a file without a mapping, where it looks like a vendor's; or that it looks like none."""
    found = look_at(raw).name
    if found is None:
        return f"the file {likeness(found)}; a mapping is for a table with a header, or for JSON records"
    vendor = SOURCE_OF.get(found or "", found)
    if vendor not in WANTED or vendor in (*MAPPED, source):
        return ""
    return f"the file looks like an export of {vendor}, which SOURCE={vendor} reads without a mapping"


def nothing_usable(raw: Path, source: str, common: str) -> BadInput:
    """Give the error for a file of which nothing can be used; ``common`` is what was wrong most often."""
    found = look_at(raw).name
    problem = f"holds no conversation that {source} can use and {likeness(found)}"
    wanted = f"{source} reads {WANTED.get(source, 'something else')}"
    if source in MAPPED:
        fix = (reads_itself(raw, source) if found else "") or "correct the mapping, or give such a file"
        return BadInput("RAW", raw, problem, "; ".join(filter(None, [fix, wanted, common])))
    own = SOURCE_OF.get(found or "", found) == source
    fix = "mend the source" if own else otherwise(raw, found)
    return BadInput("RAW", raw, problem, "; ".join(filter(None, [wanted, fix, common])))


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
