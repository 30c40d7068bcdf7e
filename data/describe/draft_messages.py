"""The messages of a drafted mapping: who speaks, what is said and when, and labels of single turns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from data.describe.material import Draft, Material
from data.describe.people import holds_names, is_personal
from data.describe.roles import Described
from data.describe.value_words import NO, is_word_for, speaker_of
from data.describe.words import LATER_WORDS, RAISED, TRANSFERRED, any_of, words_of

MOST_TEXT_FALLBACKS = 4
ZERO_OR_ONE = frozenset({"0", "1"})
TURN_FLAG = re.compile(
    rf"{RAISED}|{TRANSFERRED}|" + any_of(r"frustrat\w* dissatisf\w* unsatisf\w* unzufrieden\w* insatisf\w* \bangry")
)


def message_fields(found: Draft, roles: Mapping[str, Described], material: Material) -> dict[str, Any]:
    """Give the message that a row, or each nested record, makes."""
    if material.messages_at:
        roles = {column.role: column for column in material.nested.values() if column.role}
    spoken = material.by_message or bool(material.messages_at)
    fields: dict[str, Any] = {"author": author_of(found, roles, spoken)}
    if texts := text_columns(found, roles, spoken, material):
        fields["text"] = texts[0] if len(texts) == 1 else texts
    if "intent" in roles:
        fields["intent"] = roles["intent"].name
    sent = roles.get("sent_at") or roles.get("opened_at")
    if sent:
        fields["sent_at"] = sent.name
    return fields


def author_of(found: Draft, roles: Mapping[str, Described], spoken: bool) -> str | dict[str, Any]:
    """Give who speaks: a row that is a case is its customer's, one of a log without texts the system's."""
    if spoken and "author" in roles:
        return author_value(found, roles["author"])
    if spoken and {"title", "body", "intent"} & set(roles):
        found.remarks["messages.author"] = "no column says who speaks"
    elif spoken:
        return {"constant": "system"}
    return {"constant": "customer"}


def text_columns(found: Draft, roles: Mapping[str, Described], spoken: bool, material: Material) -> list[str]:
    """Give the columns of a message's text."""
    texts = [roles[role].name for role in ("title", "body") if role in roles and not (spoken and role == "title")]
    texts = texts or [roles[role].name for role in ("title",) if role in roles]
    whole = [name for name in texts if not spoken and knows_the_end(name, material)]
    texts = [name for name in texts if name not in whole]
    if not texts and "intent" not in roles:
        texts = stand_ins(found, whole, material)
    elif not spoken and any(LATER_WORDS.search(words_of(name)) for name in texts):
        found.remarks["messages.text"] = (
            "its name speaks of notes: leave out a column that is written to after the opening"
        )
    if spoken and material.staff:
        found.remarks["messages.text"] = f"LIKELY LEAK: {material.staff}"
    return texts


def knows_the_end(name: str, material: Material) -> bool:
    """Say whether a text was found to hold what was said later, too, or to tell the outcome by itself."""
    return any(leak.column == name and (leak.is_transcript or leak.tells) for leak in material.leaks)


def stand_ins(found: Draft, whole: Sequence[str], material: Material) -> list[str]:
    """Give what stands in for the text where no column is one that was known at the opening."""
    leaking = {leak.column for leak in material.leaks} | {material.outcome.column if material.outcome else ""}
    if other := [c.name for c in material.columns.values() if is_other_text(c) and c.name not in leaking]:
        found.remarks["messages.text"] = "a guess: check that the customer wrote it, and at the opening"
        return other[:1]
    late = [*whole, *(c.name for c in material.columns.values() if c.values.kind == "text" and c.name in leaking)]
    if late:
        reason = next(("; ".join(leak.reasons) for leak in material.leaks if leak.column == late[0]), "")
        found.remarks["messages.text"] = f"LIKELY LEAK: {reason}"
        return late[:1]
    found.remarks["messages.text"] = "no column holds running text: these stand in for it"
    known = [column for column in material.columns.values() if column.name not in leaking]
    words = [column.name for column in known if column.values.kind == "category" and column.values.distinct > 2]
    return words[:MOST_TEXT_FALLBACKS] or [column.name for column in known][:1] or list(material.columns)[:1]


def is_other_text(column: Described) -> bool:
    """Say whether a column without a role holds running text that is nobody's name or address."""
    return column.values.kind == "text" and not (column.role or is_personal(column.name) or holds_names(column))


def author_value(found: Draft, column: Described) -> str | dict[str, Any]:
    """Map the words for who speaks; a person's name that says nothing is taken for the other side of what is known.

    Where only a user and a system speak, the system is the bot, as in many published dialogues.
    """
    values = [value for value, _ in column.values.common]
    known = {value: author for value in values if (author := speaker_of(value))}
    if set(known.values()) == {"customer", "system"}:
        known = {value: "bot" if author == "system" else author for value, author in known.items()}
    if all(value == author for value, author in known.items()) and len(known) == len(values):
        return column.name
    if len(known) == len(values) and column.values.kind != "identifier":
        return {"column": column.name, "values": known}
    others = "agent" if "customer" in known.values() else "customer"
    found.remarks["messages.author"] = f"a guess: whoever is not named here is taken for {others}"
    return {"column": column.name, "values": known, "others": others} if known else {"constant": "customer"}


def turn_labels(material: Material, roles: Mapping[str, Described]) -> list[dict[str, Any]]:
    """Give a label per message where messages carry a score of their own."""
    if material.messages_at:
        roles = {column.role: column for column in material.nested.values() if column.role}
    elif not material.by_message:
        return []
    labels = []
    score = roles.get("score")
    # The same in a whole conversation, it is a score of the case.
    if (
        score
        and score.values.kind in ("integer", "number")
        and (material.messages_at or score.name in material.varying)
    ):
        labels.append({"target": {"constant": "dissatisfied"}, "value": {"column": score.name, "below": 3}})
    # Of rows that are messages the flag is the outcome of their conversation, which outcome.escalated reads.
    flags = [column for column in material.nested.values() if is_label(column)] if material.messages_at else []
    for column in flags:
        target = "_".join(words_of(column.name).split())
        if all(is_word_for(value, ZERO_OR_ONE) for value, _ in column.values.common):
            value: dict[str, Any] = {"column": column.name}
        else:
            value = {"column": column.name, "values": {word: float(not is_word_for(word, NO)) for word, _ in
                                                       column.values.common}}  # fmt: skip
        labels.append({"target": {"constant": target}, "value": value})
    return labels


def is_label(column: Described) -> bool:
    """Say whether a flag inside messages says that one escalated, or left somebody dissatisfied."""
    named = column.role == "escalated" or bool(TURN_FLAG.search(words_of(column.name)))
    return named and column.values.kind == "flag"
