"""What the customer has wanted so far, what was named, and how earlier cases with the same intents ended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from statistics import fmean
from typing import Protocol

from data.schema import Conversation
from data.snapshot import seen_at
from features.columns import MISSING, Column
from features.entities import named_things
from features.intents import intent_of, intent_of_text, table
from features.language import languages_of

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


def intents_so_far(case: Conversation) -> Iterator[tuple[str, str]]:
    """Give author and intent of each message that shows one; the same intent means another thing from the bot."""
    for message, language in zip(case.messages, languages_of(case), strict=True):
        intent = intent_of(message, language)
        if intent is not None:
            yield message.author, intent


def keyed(said: Iterable[tuple[str, str]]) -> list[str]:
    """Give intents as values of the history, each once, in their order."""
    return list(dict.fromkeys(f"{author}: {intent}" for author, intent in said))


def intent_features(snapshot: Conversation, history: Rates) -> dict[str, float]:
    """Give wishes, what was named, and how earlier cases with the same intents ended, as of the snapshot."""
    said, shown = [], []
    for message, language in zip(snapshot.messages, languages_of(snapshot), strict=True):
        wish = intent_of_text(message.words, language) if message.author == "customer" else None
        if intent := message.intent if message.intent is not None else wish:
            said.append((message.author, intent))
        if wish:
            shown.append(wish)
    values = {f"intent_{name}": float(shown.count(name)) for name in table()}
    values["intent_changes"] = float(sum(one != other for one, other in pairwise(shown)))
    values |= rate_features(keyed(said), seen_at(snapshot), history)
    return values | entity_features(snapshot, tuple(history.products))


def rate_features(intents: Sequence[str], at: datetime | None, history: Rates) -> dict[str, float]:
    """Give the smoothed rates of the intents so far, as of a moment."""
    rates = [history.rate("intent", value, at)[0] for value in intents]
    return {
        "intent_rate_last": rates[-1] if rates else MISSING,
        "intent_rate_maximum": max(rates, default=MISSING),
        "intent_rate_mean": fmean(rates) if rates else MISSING,
    }


def named_products(case: Conversation, products: Sequence[str]) -> set[str | None]:
    """Give the products of the source that the customer, or the monitoring system, names."""
    own = (message.words for message in case.messages if message.author in ("customer", "system"))
    return {one.value for text in own for one in named_things(text, tuple(products)) if one.kind == "product"}


def entity_features(snapshot: Conversation, products: tuple[str, ...]) -> dict[str, float]:
    """Count what the customer names."""
    own = [m.words for m in snapshot.messages if m.author in ("customer", "system")]
    named = [entity for text in own for entity in named_things(text, products)]
    amounts = [float(entity.value.split()[0]) for entity in named if entity.kind == "amount"]
    said = named_products(snapshot, products)
    return {
        "entity_amounts": float(len(amounts)),
        "entity_largest_amount": max(amounts, default=MISSING),
        "entity_orders": float(sum(entity.kind == "order" for entity in named)),
        "entity_error_codes": float(sum(entity.kind == "error_code" for entity in named)),
        "entity_products": float(len(said)),
        "entity_other_product": float(bool(said - {snapshot.product})) if snapshot.product else MISSING,
    }
