"""STAGE sentiment: a score per distinct message, -1 (bad) to 1 (good), and its course over a conversation.

By default VADER's compound score (Hutto and Gilbert, ICWSM 2014): a lexicon and rules, made for short English texts;
or a transformer's (``sentiment.model``).
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from statistics import fmean
from typing import Any

import pyarrow as pa
from rich.console import Console
from rich.progress import track

from data.errors import exit_with_sentence
from data.files import read_conversations, read_params, read_table, write_json, write_table
from data.schema import Conversation
from features.columns import MISSING, Column
from features.course import slope, volatility
from features.embedding import digest
from features.language import Detect, detected, languages_of, likeliest_read
from features.structure import is_answer

OUT = Path("features/out/sentiment")
MODEL = OUT / "model"  # Only where the score is a transformer's.
VADER = "vader"
REMEMBERED = 50_000  # Texts.
LONGEST = 5_000  # VADER takes time with the square of a text's length; the feeling shows long before.

Sentiment = Callable[[str], float]

UNKNOWN = "no customer message is in a language that the model knows"
TWO = "fewer than two such messages"
OWN = "messages.text of the customer, language"
SCORE = "score, -1 bad to 1 good"

COLUMNS = {
    "sentiment_last": Column("sentiment of the customer's last message", SCORE, UNKNOWN, OWN),
    "sentiment_minimum": Column("lowest sentiment of a customer message so far", SCORE, UNKNOWN, OWN),
    "sentiment_mean": Column("mean sentiment of the customer's messages", SCORE, UNKNOWN, OWN),
    "sentiment_slope": Column("rise or fall of the customer's sentiment per message", "score per message", TWO, OWN),
    "sentiment_volatility": Column("how much the customer's sentiment jumps between messages", "score", TWO, OWN),
    "sentiment_drop": Column("fall of the customer's sentiment since the first message", "score", UNKNOWN, OWN),
    "sentiment_handler_mean": Column(
        "mean sentiment of the bot's and agents' messages", SCORE, "no such message", "messages.text of bot and agents"
    ),
    "sentiment_against_handler": Column(
        "how much better the customer's mean sentiment is than the bot's and agents'", "score",
        "either side has no such message", "messages.text, language",
    ),
}  # fmt: skip


@cache
def analyser() -> Any:
    """Load the lexicon once a process."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer()


@lru_cache(REMEMBERED)
def sentiment(text: str) -> float:
    """Give VADER's compound score of a text."""
    return float(analyser().polarity_scores(text[:LONGEST])["compound"])


def sentiment_features(
    snapshot: Conversation, known: Sequence[str], score: Sentiment = sentiment, detect: Detect = detected
) -> dict[str, float]:
    """Give the course of the customer's sentiment, and the handlers' tone beside it.

    A language that is not ``known`` to the model gives missing values, never zero; so does a text too short to tell.
    """
    spoken = zip(snapshot.messages, languages_of(snapshot, detect), strict=True)
    read = [message for message, language in spoken if (language or likeliest_read(message.words)) in known]
    customer = [score(message.words) for message in read if message.author in ("customer", "system")]
    handlers = [score(message.words) for message in read if is_answer(message)]
    mean = fmean(customer) if customer else MISSING
    tone = fmean(handlers) if handlers else MISSING
    return {
        "sentiment_last": customer[-1] if customer else MISSING,
        "sentiment_minimum": min(customer, default=MISSING),
        "sentiment_mean": mean,
        "sentiment_slope": slope(customer),
        "sentiment_volatility": volatility(customer),
        "sentiment_drop": customer[0] - customer[-1] if customer else MISSING,
        "sentiment_handler_mean": tone,
        "sentiment_against_handler": mean - tone,
    }


def stored_sentiment(folder: Path = OUT) -> Sentiment:
    """Give the stage's scores as a function of the text."""
    table = read_table(folder / "sentiment.parquet")
    scores = dict(zip(table["digest"], table["sentiment"], strict=True))
    return lambda text: float(scores[digest(text)])


def load_sentiment(folder: Path) -> Sentiment:
    """Give the score as a function of any text: a transformer's where its files are in the folder, else VADER's."""
    if not folder.is_dir():
        return sentiment
    from features.sentiment_model import SentimentModel

    return lru_cache(REMEMBERED)(SentimentModel(folder))


def prepared(model: str, folder: Path) -> Sentiment:
    """Give the score that the setting names; the folder then holds the files of that model alone, or is not there."""
    shutil.rmtree(folder, ignore_errors=True)
    if model != VADER:
        from features.sentiment_model import export_sentiment

        export_sentiment(model, folder)
    return load_sentiment(folder)


def main() -> None:
    """Score every distinct message text."""
    parameters = read_params().sentiment
    score = prepared(parameters.model, MODEL)
    texts = list(dict.fromkeys(message.words for c in read_conversations() for message in c.messages))
    scores = [score(text) for text in track(texts, "sentiment", console=Console(stderr=True))]
    write_table(OUT / "sentiment.parquet", pa.table({"digest": [digest(text) for text in texts], "sentiment": scores}))
    write_json(OUT / "languages.json", parameters.languages)


if __name__ == "__main__":
    exit_with_sentence(main)
