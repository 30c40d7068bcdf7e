"""THE feature function: what is known of a snapshot, as numbers. Batch and online both call it.

No disk, no clock, no label. A row depends on its own snapshot and on ``fitted`` alone: order, batch size and later
messages change nothing. What comes from outside the conversation is in ``fitted``, an explicit argument.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from data.schema import Conversation
from features import (
    embedding,
    intent_course,
    neighbours,
    past_cases,
    recent,
    repetition,
    sentiment,
    structure,
    text_course,
    times,
)
from features.attributes import number_columns, number_features
from features.columns import Column
from features.embedding import Embed, distinct, truncated_share
from features.encoder import Vectors
from features.nearest import Nearest
from features.neighbours import Neighbours, case_vector
from features.past_cases import History
from features.recent import Recent
from features.sentiment import Sentiment
from features.text_course import TextScores
from features.text_score import TextScore
from features.triggers import fired as triggers


@dataclass(frozen=True)
class Fitted:
    """Everything featurize needs beyond the snapshots: two functions of a text, and what was fitted on train."""

    embed: Embed
    sentiment: Sentiment
    languages: tuple[str, ...]
    text_score: TextScore
    neighbours: Neighbours
    history: History

    @cached_property
    def columns(self) -> list[str]:
        """Name every column, in order."""
        return list(feature_columns(self))


@dataclass(frozen=True)
class Features:
    """Feature values, shape (snapshots, columns), the similar past cases they rest on, and the
    snapshots' places in embedding space, shape (snapshots, dimensions).
    """

    columns: list[str]
    values: NDArray[np.float64]
    nearest: Nearest
    places: NDArray[np.float64]


def feature_columns(fitted: Fitted) -> dict[str, Column]:
    """Describe every column, in order."""
    return {
        **structure.COLUMNS,
        **times.COLUMNS,
        **number_columns(fitted.history.attributes),
        **embedding.COLUMNS,
        **repetition.COLUMNS,
        **sentiment.COLUMNS,
        **triggers.columns(),
        **intent_course.columns(),
        **text_course.COLUMNS,
        **neighbours.columns(fitted.neighbours.shares_at),
        **recent.COLUMNS,
        **past_cases.columns(fitted.history.keys),
    }


def featurize(snapshots: Sequence[Conversation], fitted: Fitted, others: Recent | None = None) -> Features:
    """Give the features of each snapshot, columns in the order of ``feature_columns``.

    ``others`` has the cases of all customers around that time; without it those columns are missing.
    """
    columns = fitted.columns
    texts = distinct(message.words for case in snapshots for message in case.messages)
    vectors, read = look_up(texts, fitted.embed)
    scores = text_course.score_texts(snapshots, fitted.text_score)
    dimensions = fitted.neighbours.vectors.shape[1]
    places = np.array([case_vector(case, vectors) for case in snapshots]).reshape(-1, dimensions)
    nearest = fitted.neighbours.search(places)
    values = np.empty((len(snapshots), len(columns)))
    for row, case in enumerate(snapshots):
        named = one_snapshot(case, vectors, scores, fitted) | truncated_share(case, read)
        named |= neighbours.neighbours_features(fitted.neighbours, nearest, row)
        named |= others.features(case, places[row]) if others else recent.nothing_known()
        values[row] = [named[column] for column in columns]
    return Features(columns, values, nearest, places)


def look_up(texts: Sequence[str], embed: Embed) -> tuple[dict[str, Vectors], dict[str, tuple[int, int]]]:
    """Give each text's vector, and its tokens with how many of them were left out."""
    if not texts:
        return {}, {}
    found = embed(texts)
    counts = zip(found.tokens.tolist(), found.left_out.tolist(), strict=True)
    return dict(zip(texts, found.vectors, strict=True)), dict(zip(texts, counts, strict=True))


def one_snapshot(
    case: Conversation, vectors: Mapping[str, Vectors], scores: TextScores, fitted: Fitted
) -> dict[str, float]:
    """Give the families of one snapshot by column name."""
    values = structure.structure_features(case)
    for family in (
        times.time_features(case, fitted.history.office_hours),
        number_features(case, fitted.history.attributes),
        repetition.repetition_features(case, vectors),
        sentiment.sentiment_features(case, fitted.languages, fitted.sentiment),
        triggers.trigger_features(case, fitted.history.rules_know),
        intent_course.intent_features(case, fitted.history),
        text_course.text_score_features(case, scores),
        past_cases.history_features(case, fitted.history),
    ):
        values.update(family)  # Not one merged copy for each: a snapshot would pay a tenth of its time for them.
    return values
