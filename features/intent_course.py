"""What the customer has wanted so far, what was named, and how earlier cases with the same intents ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from statistics import fmean
from typing import Protocol

from data.schema import Conversation
from data.snapshot import seen_at
from features.columns import MISSING, Column
from features.entities import Entity, named_things
from features.intents import intent_of_text, table
from features.language import languages_of

INTENT = "intent"  # The key of the history under which a case counts once for each intent that was shown in it.
OWN = "messages.text of the customer"
KNOWN_INTENTS = "messages.intent, else messages.text of the customer; outcomes of earlier cases"
NO_INTENT = "no message shows an intent"


class Rates(Protocol):
    """The part of the history that intents need."""

    @property
    def products(self) -> Sequence[str]:
        """Name the products of the source."""
        ...

    def rate(self, key: str, value: str | None, at: datetime | None) -> tuple[float, float]:
        """Give the smoothed share of earlier cases of a value that escalated, and their number."""
        ...


def columns() -> dict[str, Column]:
    """Describe the columns of both families, in order."""
    counted = {
        f"intent_{name}": Column(f"customer messages that ask for: {name.replace('_', ' ')}", "count", "never", OWN)
        for name in table()
    }
    course = {
        "intent_changes": Column("times the customer's wish changed", "count", "never", OWN),
        "intent_rate_last": Column(
            "share of earlier cases with the latest intent that escalated, smoothed",
            "share", NO_INTENT, KNOWN_INTENTS,
        ),
        "intent_rate_maximum": Column(
            "of the intents so far, the greatest share of earlier cases that escalated",
            "share", NO_INTENT, KNOWN_INTENTS,
        ),
        "intent_rate_mean": Column(
            "of the intents so far, the mean share of earlier cases that escalated", "share", NO_INTENT, KNOWN_INTENTS
        ),
        "entity_amounts": Column("sums of money the customer names", "count", "never", OWN),
        "entity_largest_amount": Column(
            "largest sum of money the customer names", "its own currency", "no sum is named", OWN
        ),
        "entity_orders": Column("numbers of orders, tickets, parcels ... the customer names", "count", "never", OWN),
        "entity_error_codes": Column("error codes the customer names", "count", "never", OWN),
        "entity_products": Column("different products of the source the customer names", "count", "never", OWN),
        "entity_other_product": Column(
            "whether the customer names a product that is not the case's", "0 or 1", "the case has no product",
            f"{OWN}, product",
        ),
    }  # fmt: skip
    return counted | course


def wishes(case: Conversation) -> list[str | None]:
    """Give the intent that the words of each message show; only a customer's words are read."""
    return [
        intent_of_text(message.words, language) if message.author == "customer" else None
        for message, language in zip(case.messages, languages_of(case), strict=True)
    ]


def intents(case: Conversation, wished: Sequence[str | None]) -> list[str]:
    """Give the intents so far as values of the history, each once: the source's own, else what words show.

    The author belongs to it: the same intent means another thing from the bot.
    """
    said = ((message.author, message.intent or wish) for message, wish in zip(case.messages, wished, strict=True))
    return list(dict.fromkeys(f"{author}: {intent}" for author, intent in said if intent))


def intent_features(snapshot: Conversation, history: Rates) -> dict[str, float]:
    """Give wishes, what was named, and how earlier cases with the same intents ended, as of the snapshot."""
    wished = wishes(snapshot)
    shown = [wish for wish in wished if wish]
    values = {f"intent_{name}": float(shown.count(name)) for name in table()}
    values["intent_changes"] = float(sum(one != other for one, other in pairwise(shown)))
    values |= rate_features(intents(snapshot, wished), seen_at(snapshot), history)
    return values | entity_features(snapshot, tuple(history.products))


def rate_features(intents: Sequence[str], at: datetime | None, history: Rates) -> dict[str, float]:
    """Give the smoothed rates of the intents so far, as of a moment."""
    rates = [history.rate(INTENT, value, at)[0] for value in intents]
    return {
        "intent_rate_last": rates[-1] if rates else MISSING,
        "intent_rate_maximum": max(rates, default=MISSING),
        "intent_rate_mean": fmean(rates) if rates else MISSING,
    }


def named(case: Conversation, products: tuple[str, ...]) -> list[Entity]:
    """Give all but days that the customer, or the monitoring system, names."""
    own = (message.words for message in case.messages if message.author in ("customer", "system"))
    return [entity for text in own for entity in named_things(text, products)]


def products_among(found: Sequence[Entity]) -> set[str | None]:
    """Give the different products of what was named."""
    return {entity.value for entity in found if entity.kind == "product"}


def entity_features(snapshot: Conversation, products: tuple[str, ...]) -> dict[str, float]:
    """Count what the customer names."""
    found = named(snapshot, products)
    amounts = [float(entity.value.split()[0]) for entity in found if entity.kind == "amount"]
    said = products_among(found)
    return {
        "entity_amounts": float(len(amounts)),
        "entity_largest_amount": max(amounts, default=MISSING),
        "entity_orders": float(sum(entity.kind == "order" for entity in found)),
        "entity_error_codes": float(sum(entity.kind == "error_code" for entity in found)),
        "entity_products": float(len(said)),
        "entity_other_product": float(bool(said - {snapshot.product})) if snapshot.product else MISSING,
    }
