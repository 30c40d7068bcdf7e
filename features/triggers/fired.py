"""Which rules a snapshot fires, with their evidence, and the columns that say so."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from data.schema import Author, Conversation, Message, TriggerFamily
from features.columns import Column
from features.language import languages_of
from features.triggers.authority import above
from features.triggers.fields import FIELD_RULES
from features.triggers.find import Evidence, find, rules

ABOVE_AUTHORITY = "amount_above_authority"


class Fired(NamedTuple):
    """A rule that fired; a textual one with message and place of its words, one of fields without."""

    rule: str
    family: TriggerFamily
    floor: bool
    sequence: int | None
    start: int | None
    end: int | None
    text: str


class Known(NamedTuple):
    """What rules need beyond the snapshot: each handler's limit in euros, and minutes of a normal case by queue.

    Under the key "" stands what holds for a queue without its own.
    """

    authority_limit: Mapping[str, float]
    normal_minutes: Mapping[str, float]


NOTHING_KNOWN = Known({}, {})
Find = Callable[[str, str | None, Author], tuple[Evidence, ...]]


def columns() -> dict[str, Column]:
    """Describe the columns of this family, in order."""
    found = {
        f"trigger_{name}": Column(
            f"messages in which {rule.says}", "count", "never", f"messages.text of {of(rule.whose)}"
        )
        if rule.whose
        else Column(f"whether {rule.says}", "0 or 1", "the field is not known", rule.reads)
        for name, rule in rules().items()
    }
    return found | {
        "trigger_floor": Column("whether a rule fired that the model cannot veto", "0 or 1", "never", "all rules"),
        "trigger_last": Column("rules that the last message fires", "count", "never", "messages.text"),
        "trigger_families": Column("different families of rules that fired so far", "count", "never", "all rules"),
    }


@cache
def column_names() -> tuple[str, ...]:
    """Name the columns."""
    return tuple(columns())


def of(authors: Sequence[str]) -> str:
    """Give authors in words."""
    return ", ".join(authors)


def fired(case: Conversation, known: Known = NOTHING_KNOWN, look: Find = find) -> list[Fired]:
    """Give every rule that fires, message by message, then those of fields."""
    table, limit = rules(), known.authority_limit.get(current_handler(case) or "")
    found = [
        Fired(
            e.rule,
            table[e.rule].family,
            table[e.rule].floor,
            message.sequence,
            e.start,
            e.end,
            message.words[e.start : e.end],
        )
        for message, language in zip(case.messages, languages_of(case), strict=True)
        for e in of_message(message, language, limit, look)
    ]
    return found + [
        Fired(name, table[name].family, table[name].floor, None, None, None, table[name].says)
        for name, value in field_values(case, known).items()
        if value == 1
    ]


def of_message(message: Message, language: str | None, limit: float | None, look: Find = find) -> list[Evidence]:
    """Give the textual rules that one message fires: those that count its author's words."""
    table, found = rules(), []
    for evidence in look(message.words, language, message.author):
        rule = table[evidence.rule]
        counts = message.author in rule.whose and (rule.notes or message.visibility == "public")
        if counts and (evidence.rule != ABOVE_AUTHORITY or above(message.words, evidence, limit)):
            found.append(evidence)
    return found


def current_handler(case: Conversation) -> str | None:
    """Give who has the case: the last one it was assigned to or accepted by, else the one at opening."""
    taken = [event.to for event in case.events if event.kind in ("assigned", "accepted") and event.to]
    return taken[-1] if taken else case.handler_id


def field_values(case: Conversation, known: Known) -> dict[str, float]:
    """Give the rules of fields as 0, 1 or missing."""
    normal = known.normal_minutes.get(case.queue or "", known.normal_minutes.get(""))
    return {name: rule(case, normal) for name, rule in FIELD_RULES.items()}


def trigger_features(case: Conversation, known: Known = NOTHING_KNOWN, look: Find = find) -> dict[str, float]:
    """Give how often each rule fired so far."""
    table, limit = rules(), known.authority_limit.get(current_handler(case) or "")
    spoken = zip(case.messages, languages_of(case), strict=True)
    by_message = [of_message(message, language, limit, look) for message, language in spoken]
    fields = field_values(case, known)
    values: dict[str, float] = dict.fromkeys(column_names(), 0.0)
    for evidence in (one for several in by_message for one in several):
        values[f"trigger_{evidence.rule}"] += 1
    values |= {f"trigger_{name}": value for name, value in fields.items()}
    names = {one.rule for several in by_message for one in several} | {n for n, value in fields.items() if value == 1}
    return values | {
        "trigger_floor": float(any(table[name].floor for name in names)),
        "trigger_last": float(len(by_message[-1])),
        "trigger_families": float(len({table[name].family for name in names})),
    }
