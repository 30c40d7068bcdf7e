"""STAGE sentiment: a score per distinct message, -1 (bad) to 1 (good), and its course over a conversation.

VADER's compound score (Hutto and Gilbert, ICWSM 2014): a lexicon and rules, made for short English texts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from statistics import fmean
from typing import Any

import pyarrow as pa
from rich.console import Console
from rich.progress import track

from data.errors import exit_with_sentence
from data.files import read_conversations, read_params, read_table, write_json, write_table
from data.schema import Conversation, Message
from features.embedding import digest

OUT = Path("features/out/sentiment")
MISSING = float("nan")
LONGEST = 5_000  # VADER takes time with the square of a text's length; the feeling shows long before.

Sentiment = Callable[[str], float]

MEANS = {
    "sentiment_last": "sentiment of the customer's last message",
    "sentiment_minimum": "lowest sentiment of a customer message so far",
    "sentiment_mean": "mean sentiment of the customer's messages",
    "sentiment_slope": "rise or fall of the customer's sentiment per message",
    "sentiment_drop": "fall of the customer's sentiment since the first message",
    "sentiment_handler_mean": "mean sentiment of the bot's and agents' messages",
}


@cache
def analyser() -> Any:
    """Load the lexicon once a process."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer()


def sentiment(text: str) -> float:
    """Give VADER's compound score of a text."""
    return float(analyser().polarity_scores(text[:LONGEST])["compound"])


def sentiment_features(
    snapshot: Conversation, languages: Sequence[str], score: Sentiment = sentiment
) -> dict[str, float]:
    """Give the course of the customer's sentiment, and the handlers' tone beside it.

    A language the lexicon does not know gives missing values, never zero; a message without a language is taken
    as the conversation's, and a conversation without one as a known one.
    """
    known = [message for message in snapshot.messages if language_of(message, snapshot, languages[0]) in languages]
    customer = [score(message.words) for message in known if message.author in ("customer", "system")]
    handlers = [score(m.words) for m in known if m.author in ("bot", "agent") and m.visibility == "public"]
    if not customer:
        course = [MISSING] * 5
    else:
        course = [customer[-1], min(customer), fmean(customer), slope(customer), customer[0] - customer[-1]]
    return dict(zip(MEANS, [*course, fmean(handlers) if handlers else MISSING], strict=True))


def language_of(message: Message, snapshot: Conversation, default: str) -> str:
    """Give a message's language as a two-letter code."""
    return (message.language or snapshot.language or default)[:2].lower()


def slope(values: Sequence[float]) -> float:
    """Give the least-squares slope over the positions 0, 1, 2 ...; missing for a single value."""
    if len(values) < 2:
        return MISSING
    middle = (len(values) - 1) / 2
    mean = fmean(values)
    moved = sum((position - middle) * (value - mean) for position, value in enumerate(values))
    return moved / sum((position - middle) ** 2 for position in range(len(values)))


def stored_sentiment(folder: Path = OUT) -> Sentiment:
    """Give the stage's scores as a function of the text."""
    table = read_table(folder / "sentiment.parquet")
    scores = dict(zip(table["digest"], table["sentiment"], strict=True))
    return lambda text: float(scores[digest(text)])


def main() -> None:
    """Score every distinct message text."""
    parameters = read_params().sentiment
    texts = list(dict.fromkeys(message.words for c in read_conversations() for message in c.messages))
    scores = [sentiment(text) for text in track(texts, "sentiment", console=Console(stderr=True))]
    write_table(OUT / "sentiment.parquet", pa.table({"digest": [digest(text) for text in texts], "sentiment": scores}))
    write_json(OUT / "languages.json", parameters.languages)


if __name__ == "__main__":
    exit_with_sentence(main)
