"""Who is who in a ServiceNow incident: its caller, who works at it, and the names it states of people."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

AUTOMATIC_USERS = frozenset({"system", "guest"})
PEOPLE = ("caller_id", "opened_by", "requested_for", "opened_for", "assigned_to", "resolved_by", "closed_by")
PARTS = ("", ".name", ".first_name", ".last_name")  # A list may show columns of the user beside the reference.
LISTS = ("watch_list", "work_notes_list", "additional_assignee_list")
SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
WITHOUT_PARTS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})  # No accent to take.
WRITERS = ("sys_created_by", "user")  # A journal column shows names there, the table user names.


def who(user: str, incident: Mapping[str, str]) -> str | None:
    """Say whether the customer, a handler or a rule of the platform made a change."""
    if not user:
        return None
    if user.casefold() in AUTOMATIC_USERS:
        return "rule"
    return "customer" if is_caller(user, incident) else "handler"


def is_caller(user: str, incident: Mapping[str, str]) -> bool:
    """Say whether a user name (``ana.lima``) is that of the incident's caller (``Ana Lima``).

    The journal holds user names, the incident display names; ``caller_id.user_name`` and ``caller_id.email`` decide
    where the export has these columns.
    """
    shown = (incident.get(field, "") for field in ("caller_id.user_name", "caller_id.email", "caller_id"))
    return any(not spellings(name).isdisjoint(spellings(user)) for name in shown if spellings(name))


def spellings(name: str) -> set[tuple[str, ...]]:
    """Give the words of a name in alphabetical order, without the domain of an address and without accents.

    User names are in plain letters: ``Zoë Müller`` is ``zoe.muller`` or, spelt out, ``zoe.mueller``.
    """
    lower = name.partition("@")[0].casefold().replace("_", " ")
    found = {tuple(sorted(re.findall(r"\w+", plain(text)))) for text in (lower, lower.translate(SPELT_OUT))}
    return {words for words in found if words}


def plain(text: str) -> str:
    """Take the accents from letters."""
    parts = unicodedata.normalize("NFKD", text.translate(WITHOUT_PARTS))
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def names_in(incident: Mapping[str, str], entries: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """Give every name of a person in an incident and in the entries of its journal and audit; keys are no names."""
    for field in PEOPLE:
        yield from (incident.get(f"{field}{part}", "") for part in PARTS)
    for field in LISTS:
        yield from (name.strip() for name in incident.get(field, "").split(","))
    for entry in entries:
        yield from (entry.get(field, "") for field in WRITERS)
        if entry.get("fieldname") in PEOPLE:
            yield from (entry.get(field, "") for field in ("oldvalue", "newvalue"))
