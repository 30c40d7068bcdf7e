"""A new message costs one message: what is read once is not read again, and the features are those from scratch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from data.schema import Conversation
from features import marks, sentiment
from features.embedding import remembering
from features.encoder import Encoded
from features.featurize import Fitted, featurize
from features.triggers import find
from tests.handmade import embed_by_words, fitted_on, talk

PAST = pd.DataFrame(
    {
        "text": ["bad printer again", "thanks all good", "bad invoice", "new password"],
        "escalates": [1, 0, 1, 0],
        "resolver_id": ["a", "b", "a", "b"],
    }
)
WORDS = st.sampled_from(
    ["bad", "printer", "again", "thanks", "still", "not", "working", "human", "please", "42", "?", "!"]
)
TALKS = st.lists(st.tuples(st.sampled_from(["customer", "bot", "agent"]), st.lists(WORDS, min_size=1).map(" ".join)),
                 min_size=2, max_size=8)  # fmt: skip


class Counting:
    """An encoder that notes what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, text: str) -> Encoded:
        self.asked.append(text)
        return Encoded(embed_by_words([text])[0], len(text.split()), 0)


def counted() -> tuple[Fitted, Counting]:
    """Give a small fit whose encoder counts."""
    encode = Counting()
    return replace(fitted_on(PAST), embed=remembering(encode)), encode


def first(case: Conversation, messages: int) -> Conversation:
    return case.model_copy(update={"messages": case.messages[:messages]})


def test_one_more_message_reads_one_text_more() -> None:
    fitted, encode = counted()
    case = talk(("customer", "my first words"), ("bot", "an answer"), ("customer", "quite different words"))
    featurize([first(case, 2)], fitted)
    seen = len(encode.asked)
    readers = (marks.marks, sentiment.sentiment, find.find)
    before = [reader.cache_info().misses for reader in readers]
    featurize([case], fitted)
    assert encode.asked[seen:] == ["quite different words"]
    # The handmade fit scores sentiment itself; the other two read exactly the new text.
    assert [r.cache_info().misses - b for r, b in zip(readers, before, strict=True)] == [1, 0, 1]


@settings(max_examples=30, deadline=None)
@given(TALKS)
def test_features_grown_message_by_message_are_those_from_scratch(said: Sequence[tuple[str, str]]) -> None:
    grown, _ = counted()
    case = talk(*said)
    steps = [featurize([first(case, count)], grown).values[0] for count in range(1, len(said) + 1)]
    for count, row in enumerate(steps, start=1):
        scratch, _ = counted()
        np.testing.assert_array_equal(row, featurize([first(case, count)], scratch).values[0])


@settings(max_examples=20, deadline=None)
@given(st.lists(TALKS, min_size=2, max_size=4))
def test_company_and_order_change_nothing(several: Sequence[Sequence[tuple[str, str]]]) -> None:
    fitted, _ = counted()
    cases = [talk(*said, name=f"c{number}") for number, said in enumerate(several)]
    together = featurize(cases[::-1], fitted).values[::-1]
    alone = np.concatenate([featurize([case], fitted).values for case in cases])
    np.testing.assert_allclose(together, alone, atol=1e-9, equal_nan=True)
