"""Small conversations and fits made by hand, for tests that need no pipeline run."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
import pandas as pd

from data.model_settings import TextScore as Parameters
from data.schema import Conversation
from features.embedding import Encodings
from features.encoder import Vectors
from features.featurize import Fitted
from features.neighbours import Neighbours
from features.past_cases import COLUMNS, History
from features.text_score import fit_text_scores

START = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)  # A Monday.
DIMENSIONS = 512


def after(minutes: float) -> datetime:
    """Give the moment some minutes after ``START``."""
    return START + timedelta(minutes=minutes)


def talk(*said: tuple[str, str], name: str = "c", **fields: Any) -> Conversation:
    """Give a conversation of (author, text) pairs, without a clock."""
    messages = [{"author": author, "text": text} for author, text in said]
    return Conversation.model_validate({"conversation_id": name, "messages": messages, **fields})


def timed_talk(*said: tuple[float, str, str], name: str = "c", **fields: Any) -> Conversation:
    """Give a conversation of (minutes after START, author, text); it opens with its first message."""
    messages = [{"author": author, "text": text, "sent_at": after(minutes)} for minutes, author, text in said]
    opened = {"opened_at": after(said[0][0])}
    return Conversation.model_validate({"conversation_id": name, "messages": messages, **opened, **fields})


def embed_by_words(texts: Sequence[str]) -> Vectors:
    """Stand for an encoder: unit vectors of word counts, each word at the place its digest names."""
    vectors = np.zeros((len(texts), DIMENSIONS), np.float32)
    for row, text in enumerate(texts):
        for word in re.findall(r"\w+", text.lower()) or [""]:
            vectors[row, int(hashlib.sha256(word.encode()).hexdigest(), 16) % DIMENSIONS] += 1
    unit: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return unit


def encode_by_words(texts: Sequence[str]) -> Encodings:
    """Stand for an encoder that reads every word of a text."""
    tokens = np.array([len(text.split()) for text in texts], np.int64)
    return Encodings(embed_by_words(texts), tokens, np.zeros_like(tokens))


def vectors_of(case: Conversation) -> Mapping[str, Vectors]:
    """Give the vector of every text of a conversation."""
    texts = [message.words for message in case.messages]
    return dict(zip(texts, embed_by_words(texts), strict=True))


def fitted_on(cases: pd.DataFrame, history: pd.DataFrame | None = None) -> Fitted:
    """Fit everything on a few past cases with text, escalates and resolver_id, all in fold 0."""
    alone = pd.Series([[text] for text in cases.text], cases.index, object)
    rows = cases.assign(weight=1.0, fold=0, customer=alone, exchange=alone, texts=alone)
    parameters = Parameters(
        word_ngrams=(1, 1), character_ngrams=(2, 3), min_df=1, regularisation=4, resolver_regularisation=1,
        resolver_sharpness=3,
    )  # fmt: skip
    handovers = rows[rows.resolver_id.notna()]
    index = rows.rename(columns={"escalates": "escalated"})
    index["conversation_id"] = [f"past-{row}" for row in range(len(rows))]
    index["types"] = ""
    return Fitted(
        embed=encode_by_words,
        sentiment=lambda text: -1.0 if "bad" in text else 0.5,
        languages=("en",),
        text_score=fit_text_scores(rows, handovers, parameters, [None])[None],
        neighbours=Neighbours(index, embed_by_words(list(rows.text)), [1, 3], 2),
        history=History(pd.DataFrame(columns=COLUMNS) if history is None else history, ["customer_id"], smoothing=1),
    )
