"""What was written in a ServiceNow incident: its description, and comments and work notes of journal or columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from data.html_text import html_to_text
from data.sources.servicenow_incident import moment
from data.sources.servicenow_people import AUTOMATIC_USERS, is_caller
from data.timeline import Dated

NOTES = ("comments", "work_notes")
SHOWN = ("comments_and_work_notes", *NOTES)  # The first holds what the other two do.
# How a journal stands in a column of the incident: the newest entry first, each under such a line.
ENTRY = re.compile(
    r"^(?P<at>\d[\d/.-]{7,9} \d\d:\d\d(?::\d\d)?) - (?P<by>.+?) \((?P<kind>Additional comments|Work notes)\)[ \t]*$",
    re.MULTILINE,
)
MONITORING = ("event", "monitoring", "alert")
CODE = re.compile(r"\[/?code\]")


def opening_message(first: Mapping[str, str], intent: str | None = None) -> dict[str, Any]:
    """Give what the incident says first: title and description, or the words of its classification."""
    title, body = (plain(first.get(field, "")) for field in ("short_description", "description"))
    alert = any(word in first.get("contact_type", "").casefold() for word in MONITORING)
    said: dict[str, Any] = {
        "author": "system" if alert else "customer",
        "author_id": first.get("caller_id") or None,
        "text": title if title == body else f"{title}\n{body}".strip(),
        "visibility": "public",
    }
    return said | ({"intent": intent} if intent else {})


def message(row: int, note: Mapping[str, str], incident: Mapping[str, str]) -> Dated | None:
    """Give a comment, which the customer sees, or a work note, which only the desk sees."""
    element = note.get("element") or note.get("fieldname", "")
    user = note.get("sys_created_by") or note.get("user", "")
    at = moment(note.get("sys_created_on", ""))
    # A mail from an address that belongs to nobody is written by the user called guest.
    by_caller = element == "comments" and (is_caller(user, incident) or user == "guest")
    author = "customer" if by_caller else "system" if user.casefold() in AUTOMATIC_USERS else "agent"
    said = {
        "author": author,
        "author_id": user or None,
        "text": plain(note.get("value") or note.get("newvalue", "")),
        "visibility": "public" if element == "comments" else "internal",
    }
    return Dated(at, row, said) if at else None


def notes_of(incident: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Give the entries of the columns that show a journal, with the fields of the journal's own table.

    A text without such entries is given whole, without a time.
    """
    for column in SHOWN[:1] if incident.get(SHOWN[0]) else NOTES:
        text = incident.get(column, "")
        entries = list(ENTRY.finditer(text))
        if text and not entries:
            yield {"element": column, "value": text}
        ends = [*(entry.start() for entry in entries[1:]), len(text)]
        for entry, end in zip(entries, ends, strict=False):
            yield {
                "element": "comments" if entry["kind"] == "Additional comments" else "work_notes",
                "value": text[entry.end() : end],
                "sys_created_by": entry["by"],
                "sys_created_on": entry["at"],
            }


def plain(text: str) -> str:
    """Give text without the markup that a journal puts between [code] and [/code]."""
    return html_to_text(CODE.sub(" ", text)) if "[code]" in text else text.strip()
