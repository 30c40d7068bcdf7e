"""The families of features: a column's name begins with its family's."""

from __future__ import annotations

FAMILIES = {
    "structure": "Who spoke, how much and how, before any word is understood.",
    "time": "Waits, age and service level by the conversation's own clock.",
    "attribute": "The source's own columns, as they were at opening.",
    "embedding": "What the sentence encoder could not read.",
    "repetition": "Who says the same again, and who asks again.",
    "sentiment": "The course of the customer's tone, against the handlers'.",
    "trigger": "Rules that fired so far, by message or by field (`features/triggers/rules.yaml`).",
    "intent": "What the customer wants, and how earlier cases with the same intents ended.",
    "entity": "What the customer names: sums, numbers of orders, error codes, products.",
    "text_score": "Linear models of the text, out of fold, and their course.",
    "neighbours": "Past cases nearest in embedding space, and how they ended.",
    "recent": "Cases of other customers in the last hour: one outage, many tickets.",
    "history": "What had become of earlier cases of the same customer, queue, product ..., as of the moment.",
}


def family_of(column: str) -> str:
    """Name the family of a column; raises KeyError for a column of none."""
    for family in FAMILIES:
        if column.startswith(f"{family}_"):
            return family
    raise KeyError(column)
