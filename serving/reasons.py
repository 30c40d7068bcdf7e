"""Why the probability is what it is: TreeSHAP contributions, summed by family, in words, with the message they mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from data.schema import Conversation
from features.families import family_of
from features.triggers.fired import Fired
from serving.answer import Reason

RULE = "trigger_"
# Columns of the customer's last message alone.
LAST_OF_CUSTOMER = frozenset(
    ("sentiment_last", "repetition_last", "text_score_customer_last", "intent_rate_last", "repetition_last_distance")
)


def reasons(
    columns: Sequence[str],
    values: NDArray[np.float64],
    contributions: NDArray[np.float64],
    means: Mapping[str, str],
    at: Mapping[str, int],
) -> list[Reason]:
    """Give each family's push in log-odds, strongest first, and of its features the one that pushes most that way.

    ``values`` and ``contributions`` are one row; ``means`` says what a column means, ``at`` which message it is about.
    Contributions of one row add up (Lundberg et al., Nature Machine Intelligence 2020), so a family's is their sum.
    """
    families: dict[str, list[int]] = {}
    for place, column in enumerate(columns):
        families.setdefault(family_of(column), []).append(place)
    found = []
    for family, places in families.items():
        if push := float(contributions[places].sum()):
            strongest = max(places, key=lambda place: contributions[place] * push)
            name = columns[strongest]
            words = says(means[name], values[strongest], push)
            found.append(Reason(family=family, feature=name, says=words, contribution=push, sequence=at.get(name)))
    return sorted(found, key=lambda reason: -abs(reason.contribution))


def messages_meant(conversation: Conversation, fired: Sequence[Fired]) -> dict[str, int]:
    """Name the message a column is about, where it is one: a rule's last evidence, or the customer's last message."""
    evidence = {f"{RULE}{one.rule}": one.sequence for one in fired if one.sequence is not None}
    if evidence:
        evidence |= dict.fromkeys(("trigger_families", "trigger_last"), max(evidence.values()))
    said = [message.sequence for message in conversation.messages if message.author == "customer"]
    last = dict.fromkeys(LAST_OF_CUSTOMER, said[-1]) if said else {}
    return last | evidence


def says(meaning: str, value: float, contribution: float) -> str:
    """Put a feature's value and its family's push into words."""
    shown = "not known" if np.isnan(value) else f"{value:.2f}".rstrip("0").rstrip(".")
    return f"{meaning}: {shown}, which {'raises' if contribution > 0 else 'lowers'} the risk"
