"""Which role each column plays: guessed from its name first, from its values where no name tells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from data.describe.kinds import Values, kind_of
from data.describe.later_words import KNOWN, MAY_COUNT, SUMMARY, worked_on, written_later
from data.describe.tally import Profile
from data.describe.times import unix_format
from data.describe.value_words import speaker_of
from data.describe.words import DESK, NO_DESK, ROLES, words_of

TEXTS = ("text", "category", "identifier")
ACCEPTED: dict[str, tuple[str, ...]] = {
    "conversation_id": ("identifier", "integer", "category", "text"),
    "title": TEXTS, "body": TEXTS, "intent": ("category", "identifier"),
    "author": ("category", "flag", "constant", "identifier"),
    "customer": (*TEXTS, "integer"), "group": ("category", "identifier", "integer", "constant"),
    "resolver": (*TEXTS, "integer"), "handler": (*TEXTS, "integer"),
    "priority": ("category", "integer"), "status": ("category", "flag", "constant"),
    "channel": ("category", "constant"), "category": ("category", "constant"),
    "product": ("category", "constant", "text"), "language": ("category", "constant"),
    "score": ("integer", "number", "category", "flag"), "sla_met": ("flag",),
    "escalated": ("flag", "integer", "category", "text", "identifier", "constant"),
}  # fmt: skip
# Of the end of the case: a column that its name puts there may play these roles alone.
OF_THE_END = frozenset({
    "escalated", "escalated_at", "resolved_at", "first_response_at", "updated_at", "status", "resolver", "score",
    "sla_met", "sla_due_at",
})  # fmt: skip
AT_OPENING = frozenset({"customer", "priority", "channel", "category", "product", "language"})
JIRA = frozenset({"issue key", "issue id", "issue type"})  # There a summary is the customer's title.
PLACE_CODE = re.compile(r"[A-Z]{2}")
SORT = re.compile(r"group|gruppe|grupo|groupe")


class Described(NamedTuple):
    """A column with its values' kind and its guessed role (empty where none)."""

    name: str
    values: Values
    role: str


def describe_columns(profile: Profile) -> dict[str, Described]:
    """Guess kind and role of every column of a table."""
    kinds = {name: unix_times(name, kind_of(profile.values(name))) for name in profile.columns}
    missing = {name: profile.missing_share(name) for name in kinds}
    roles = roles_by_name(kinds, missing)
    roles |= roles_by_values({name: values for name, values in kinds.items() if name not in roles}, set(roles.values()))
    return {name: Described(name, values, roles.get(name, "")) for name, values in kinds.items()}


def unix_times(name: str, values: Values) -> Values:
    """Take whole numbers for times where both their size and the column's name say so."""
    patterns = [pattern for role in ROLES if role.endswith("_at") for pattern in ROLES[role]]
    time = unix_format([value for value, _ in values.common]) if values.kind == "integer" else None
    named = any(re.search(pattern, words_of(name)) for pattern in patterns)
    return values._replace(kind="time", time=time) if time and named else values


def roles_by_name(kinds: Mapping[str, Values], missing: Mapping[str, float]) -> dict[str, str]:
    """Give columns the role their name says best; each role to one column, each column one role."""
    offers = []
    for place, (name, values) in enumerate(kinds.items()):
        words = words_of(name.rpartition(".")[2])
        whole = words_of(name)
        for rank, (role, patterns) in enumerate(ROLES.items()):
            accepted = ("time",) if role.endswith("_at") else ACCEPTED[role]
            strength = next((at for at, pattern in enumerate(patterns) if matches(pattern, words, whole)), None)
            if strength is None or values.kind not in accepted or is_misnamed(role, values, missing[name]):
                continue
            if is_of_another_time(role, whole, values, strength) or is_about(role, whole, values, strength):
                continue
            flat = role == "title" and values.kind == "category"  # Of two, a title is what is written freely.
            offers.append((flat, strength, missing[name] > 0.5 and role != "escalated", rank, place, role, name))
    if any(role in ("body", "author") for *_, role, _ in offers) and not JIRA & set(map(words_of, kinds)):
        offers = [offer for offer in offers if offer[-2] != "title" or not SUMMARY.search(words_of(offer[-1]))]
    chosen: dict[str, str] = {}
    for *_, role, name in sorted(offers):
        if name not in chosen and role not in chosen.values():
            chosen[name] = role
    return chosen


def without_summary(columns: Mapping[str, Described]) -> dict[str, Described]:
    """Take a summary beside messages for what it is: written from them, so no title."""
    return {
        name: column._replace(role="") if column.role == "title" and SUMMARY.search(words_of(name)) else column
        for name, column in columns.items()
    }


def is_misnamed(role: str, values: Values, missing: float) -> bool:
    """Say whether the values deny what the name says: those who speak are no customers, one answer for all is none."""
    if role == "customer":
        return is_author(values)
    if role == "status":
        return is_places(values)
    return role == "escalated" and values.kind == "constant" and not missing


def is_places(values: Values) -> bool:
    """Say whether values under "state" are codes like CA and TX: a country's states, not those of a case."""
    return values.distinct > 2 and all(PLACE_CODE.fullmatch(value) for value, _ in values.common)


def is_of_another_time(role: str, words: str, values: Values, strength: int = 0) -> bool:
    """Say whether a name speaks of what comes later, while the role is of the opening.

    A name that only holds a word for the role must not hold one of what the desk writes, as "status category" does.
    """
    if role in OF_THE_END:
        return False
    weakly = strength > 0 and role in AT_OPENING and worked_on(words) is not None
    return weakly or written_later(words, values.kind) is not None


def is_loose_group(name: str) -> bool:
    """Say whether a name only holds a word for a group of the desk."""
    return not re.search(ROLES["group"][0], words_of(name))


def is_about(role: str, words: str, values: Values, strength: int) -> bool:
    """Say whether a name that only holds a word for customers, or for a desk's groups, is of something about them."""
    if role == "group":
        return strength > 0 and (values.kind == "integer" or bool(NO_DESK.search(words) and not DESK.search(words)))
    told = values.kind == "integer" or any(p.search(words) for p in (KNOWN, MAY_COUNT, SORT))
    return role == "customer" and strength > 1 and told


def matches(pattern: str, words: str, whole: str) -> bool:
    """Say whether a column's own name, or its path, holds the pattern."""
    return bool(re.search(pattern, words) or re.search(pattern, whole))


def roles_by_values(kinds: Mapping[str, Values], taken: set[str]) -> dict[str, str]:
    """Give the roles that values alone tell: who speaks, the longest text, the first time, what names a row."""
    found: dict[str, str] = {}
    for role, test in {"author": is_author, "body": is_body, "conversation_id": is_identifier}.items():
        free = {name: values for name, values in kinds.items() if name not in found}
        free = {name: values for name, values in free.items() if not is_of_another_time(role, words_of(name), values)}
        candidates = [name for name, values in free.items() if test(values)]
        if role == "body" and not candidates and "author" in {*taken, *found.values()}:
            # Where somebody speaks, a few hundred short sentences that come again and again are still what is said.
            candidates = [name for name, values in free.items() if is_short_talk(values)]
        if role in taken or not candidates or (role == "body" and "title" in taken and longest(kinds, candidates) < 40):
            continue
        found[max(candidates, key=lambda name: kinds[name].mean_length) if role == "body" else candidates[0]] = role
    times = [name for name, values in kinds.items()
             if values.kind == "time" and not is_of_another_time("opened_at", words_of(name), values)]  # fmt: skip
    if times and not taken & {"opened_at", "sent_at"}:
        found[times[0]] = "sent_at" if "author" in {*taken, *found.values()} else "opened_at"
    return found


def longest(kinds: Mapping[str, Values], names: Sequence[str]) -> float:
    """Give the greatest mean length of some columns."""
    return max(kinds[name].mean_length for name in names)


def is_author(values: Values) -> bool:
    """Say whether most values name who speaks."""
    known = [speaker for value, _ in values.common if (speaker := speaker_of(value))]
    # `Customer 1` to `Customer 9` are one side only: nobody answers.
    both = len(set(known)) > 1 and len(known) * 2 > values.distinct
    return values.kind in ("category", "flag") and values.distinct <= 20 and both


def is_body(values: Values) -> bool:
    """Say whether the values are running text."""
    return values.kind == "text"


def is_short_talk(values: Values) -> bool:
    """Say whether most different values are sentences, though each comes often."""
    said = [value for value, _ in values.common]
    return values.kind == "category" and sum(len(value.split()) > 2 for value in said) * 2 > len(said)


def is_identifier(values: Values) -> bool:
    """Say whether the values name their row."""
    return values.unique and values.kind in ("identifier", "integer")
