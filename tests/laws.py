"""The laws of features, each as a checker: it takes the function under test and says what breaks the law.

Tests call each checker twice: on the real function, and on a planted one that breaks the law.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.schema import Conversation, Event, Message

Values = NDArray[np.float64]
Featurize = Callable[[Sequence[Conversation]], tuple[list[str], Values]]
TOLERANCE = 1e-9


def columns_that_differ(
    columns: Sequence[str], values: Values, other_columns: Sequence[str], other: Values, tolerance: float = TOLERANCE
) -> list[str]:
    """Name the columns in which two matrices of the same rows differ, by place, as LightGBM reads them."""
    if list(columns) != list(other_columns):
        return [a for a, b in zip(columns, other_columns, strict=False) if a != b] or ["number of columns"]
    equal = np.isclose(values, other, rtol=0, atol=tolerance, equal_nan=True)
    return [column for place, column in enumerate(columns) if not equal[:, place].all()]


def sees_the_future(featurize: Callable[[Conversation, int], Values], conversation: Conversation) -> list[int]:
    """Name the moments at which features change when what comes later does.

    ``featurize`` takes the whole conversation and the sequence of the moment; everything later is replaced.
    """
    angry = "This is outrageous!!! Get me your SUPERVISOR now, our lawyers will call you."
    seen_wrong = []
    for moment in conversation.messages:
        later = [
            Message(author="customer", text=angry, sequence=message.sequence, sent_at=message.sent_at)
            if message.sequence > moment.sequence
            else message
            for message in conversation.messages
        ]
        last = conversation.messages[-1]
        later.append(Message(author="customer", text=angry, sequence=last.sequence + 1, sent_at=last.sent_at))
        known = [event for event in conversation.events if event.after_sequence < moment.sequence]
        news = [Event(event_sequence=90 + n, after_sequence=last.sequence, kind="reopened") for n in range(2)]
        other = conversation.model_copy(update={"messages": later, "events": known + news})
        if not np.array_equal(
            featurize(conversation, moment.sequence), featurize(other, moment.sequence), equal_nan=True
        ):
            seen_wrong.append(moment.sequence)
    return seen_wrong


def depends_on_company(featurize: Featurize, snapshots: Sequence[Conversation]) -> list[str]:
    """Name the columns that change with the order or the size of the batch."""
    columns, together = featurize(snapshots)
    _, turned = featurize(list(reversed(snapshots)))
    alone = np.concatenate([featurize([case])[1] for case in snapshots])
    wrong = columns_that_differ(columns, together, columns, turned[::-1])
    return sorted({*wrong, *columns_that_differ(columns, together, columns, alone)})


def rows_seen(fit: Callable[[list[int]], bytes], rows: Sequence[int]) -> list[int]:
    """Name the rows that change what is fitted when their text and label are altered.

    ``fit`` takes the rows to alter and gives the fitted object as bytes.
    """
    untouched = fit([])
    return [row for row in rows if fit([row]) != untouched]


def rows_of_another_fit(table: pd.DataFrame, column: str, expected: Mapping[str, float]) -> list[str]:
    """Name the conversations whose value in a column that marks the fit is not the one of the fit they may use."""
    found = zip(table.conversation_id, table[column], strict=True)
    return [name for name, value in found if abs(value - expected[name]) > TOLERANCE]


def moves_with_the_clock(featurize: Callable[[Conversation], Values], case: Conversation, weeks: int) -> list[int]:
    """Name the places of values that change when everything happened some whole weeks earlier.

    Hours, weekdays, waits and ages stay as they were; only what reads another clock than the case's own moves.
    """
    shift = timedelta(weeks=weeks)
    before = {name: moment - shift for name in ("opened_at", "sla_due_at", "at") if (moment := getattr(case, name))}
    messages = [
        message.model_copy(update={"sent_at": message.sent_at - shift}) if message.sent_at else message
        for message in case.messages
    ]
    events = [event.model_copy(update={"at": event.at - shift}) if event.at else event for event in case.events]
    moved = case.model_copy(update={**before, "messages": messages, "events": events})
    equal = np.isclose(featurize(case), featurize(moved), rtol=0, atol=TOLERANCE, equal_nan=True)
    return np.flatnonzero(~equal).tolist()


def reads_its_own_label(row_of: Callable[[Sequence[int], int], Values], labels: Sequence[int], place: int) -> bool:
    """Say whether the features of the training case at ``place`` change when its own label is turned round.

    ``row_of`` fits on cases with the given labels and gives the features of the one at ``place``.
    """
    turned = [1 - label if number == place else label for number, label in enumerate(labels)]
    return not np.array_equal(row_of(labels, place), row_of(turned, place), equal_nan=True)
