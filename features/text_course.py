"""The text scores of a snapshot and their course: whether it sounds more and more like a case that escalates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.schema import Conversation
from features.columns import Column
from features.course import slope
from features.text_score import TextScore, customer_texts

Pair = tuple[str, ...]

ODDS = "log-odds"
OWN, PAIRS = "messages.text of the customer", "messages.text, by pairs of messages"

COLUMNS = {
    "text_score_customer": Column("how much all the customer wrote sounds like an escalation", ODDS, "never", OWN),
    "text_score_customer_last": Column(
        "how much the customer's last message sounds like cases that escalated", ODDS, "never", OWN
    ),
    "text_score_customer_change": Column("change of that sound since their first message", ODDS, "never", OWN),
    "text_score_exchange": Column(
        "how much the last exchange sounds like cases about to escalate", ODDS, "never", PAIRS
    ),
    "text_score_exchange_maximum": Column(
        "the exchange so far that sounds most like cases about to escalate", ODDS, "never", PAIRS
    ),
    "text_score_exchange_mean": Column("mean of that sound over all exchanges", ODDS, "never", PAIRS),
    "text_score_exchange_change": Column("change of that sound since the first exchange", ODDS, "never", PAIRS),
    "text_score_exchange_slope": Column(
        "rise or fall of that sound per exchange", "log-odds per message", "before the second message", PAIRS
    ),
}


@dataclass(frozen=True)
class TextScores:
    """The scores of all rows that some snapshots need, looked up by what is read together."""

    customer: Mapping[Pair, float]
    exchange: Mapping[Pair, float]


def exchanges(case: Conversation) -> list[Pair]:
    """Give every message with the one before it; the first stands alone."""
    words = [message.words for message in case.messages]
    return [(words[0],), *pairwise(words)]


def score_texts(snapshots: Sequence[Conversation], fitted: TextScore) -> TextScores:
    """Score once whatever the snapshots need."""
    own = [customer_texts(case) for case in snapshots]
    customer = (pair for texts in own for pair in (tuple(texts), (texts[0],), (texts[-1],)))
    read = list(dict.fromkeys([*customer, *(pair for case in snapshots for pair in exchanges(case))]))
    if not read:
        return TextScores({}, {})
    as_customer, as_exchange = fitted.escalation_scores(read).T.tolist()
    return TextScores(dict(zip(read, as_customer, strict=True)), dict(zip(read, as_exchange, strict=True)))


def text_score_features(snapshot: Conversation, scores: TextScores) -> dict[str, float]:
    """Give the text scores of a snapshot and how they moved."""
    own = customer_texts(snapshot)
    now, first = scores.customer[tuple(own)], scores.customer[(own[0],)]
    course = [scores.exchange[pair] for pair in exchanges(snapshot)]
    return {
        "text_score_customer": now,
        "text_score_customer_last": scores.customer[(own[-1],)],
        "text_score_customer_change": now - first,
        "text_score_exchange": course[-1],
        "text_score_exchange_maximum": max(course),
        "text_score_exchange_mean": sum(course) / len(course),
        "text_score_exchange_change": course[-1] - course[0],
        "text_score_exchange_slope": slope(course),
    }
