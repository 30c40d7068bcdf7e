"""The messages of a drafted mapping: who speaks, what is said and when, and labels of single turns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from data.describe.material import Draft, Material
from data.describe.roles import Described
from data.describe.value_words import speaker_of
from data.describe.words import LATER_WORDS, words_of

MOST_TEXT_FALLBACKS = 4


def message_fields(found: Draft, roles: Mapping[str, Described], material: Material) -> dict[str, Any]:
    """Give the message that a row, or each nested record, makes."""
    if material.messages_at:
        roles = {column.role: column for column in material.nested.values() if column.role}
    spoken = material.by_message or bool(material.messages_at)
    fields: dict[str, Any] = {"author": {"constant": "customer"}}
    if spoken and "author" in roles:
        fields["author"] = author_value(found, roles["author"])
    elif spoken and {"title", "body", "intent"} & set(roles):
        found.remarks["author"] = "no column says who speaks"
    elif spoken:
        fields["author"] = {"constant": "system"}
    texts = [roles[role].name for role in ("title", "body") if role in roles and not (spoken and role == "title")]
    texts = texts or [roles[role].name for role in ("title",) if role in roles]
    if not texts and "intent" not in roles:
        words = [column.name for column in material.columns.values() if column.values.kind == "category"]
        texts = words[:MOST_TEXT_FALLBACKS] or list(material.columns)[:1]
        found.remarks["text"] = "no column holds running text: these stand in for it"
    if not spoken and any(LATER_WORDS.search(words_of(name)) for name in texts):
        found.remarks["text"] = "its name speaks of notes: leave out a column that is written to after the opening"
    if texts:
        fields["text"] = texts[0] if len(texts) == 1 else texts
    if "intent" in roles:
        fields["intent"] = roles["intent"].name
    sent = roles.get("sent_at") or roles.get("opened_at")
    if sent:
        fields["sent_at"] = sent.name
    return fields


def author_value(found: Draft, column: Described) -> str | dict[str, Any]:
    """Map the words for who speaks; a person's name that says nothing is taken for the other side of what is known."""
    values = [value for value, _ in column.values.common]
    known = {value: author for value in values if (author := speaker_of(value))}
    if all(value == author for value, author in known.items()) and len(known) == len(values):
        return column.name
    if len(known) == len(values) and column.values.kind != "identifier":
        return {"column": column.name, "values": known}
    others = "agent" if "customer" in known.values() else "customer"
    found.remarks["author"] = f"a guess: whoever is not named here is taken for {others}"
    return {"column": column.name, "values": known, "others": others} if known else {"constant": "customer"}


def turn_labels(material: Material, roles: Mapping[str, Described]) -> list[dict[str, Any]]:
    """Give a label per message where messages carry a score of their own."""
    if material.messages_at:
        roles = {column.role: column for column in material.nested.values() if column.role}
    elif not material.by_message:
        return []
    score = roles.get("score")
    if score is None or score.values.kind not in ("integer", "number"):
        return []
    return [{"target": {"constant": "dissatisfied"}, "value": {"column": score.name, "below": 3}}]
