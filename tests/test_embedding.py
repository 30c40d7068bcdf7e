"""Each text is encoded once, kept by its digest, and never guessed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from data.files import write_json, write_table
from features.embedding import (
    StoredVectors,
    digest,
    distinct,
    embedding_model,
    encode_all,
    remembering,
    truncated_share,
)
from features.encoder import Encoded
from features.vector_cache import VectorCache
from tests.handmade import embed_by_words, talk


class Counting:
    """An encoder that notes what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, text: str) -> Encoded:
        self.asked.append(text)
        return Encoded(embed_by_words([text])[0], len(text.split()), 0)


def test_a_text_is_encoded_once() -> None:
    encode = Counting()
    embed = remembering(encode)
    embed(["hello", "my printer", "hello"])
    found = embed(["my printer", "is jammed", "hello"])
    assert encode.asked == ["hello", "my printer", "is jammed"]
    np.testing.assert_array_equal(found.vectors, embed_by_words(["my printer", "is jammed", "hello"]))


def test_memory_is_bounded_and_a_full_one_forgets_nothing_it_needs() -> None:
    encode = Counting()
    embed = remembering(encode, most=2)
    texts = ["one", "two", "three", "one", "four"]
    for _ in range(2):
        np.testing.assert_array_equal(embed(texts).vectors, embed_by_words(texts))
    assert len(encode.asked) > len(set(texts))
    del encode.asked[:]
    embed(["four", "one", "four"])
    assert encode.asked == []


def test_a_caller_cannot_change_what_is_remembered() -> None:
    embed = remembering(Counting())
    embed(["hello"]).vectors[:] = 0
    np.testing.assert_array_equal(embed(["hello"]).vectors, embed_by_words(["hello"]))


def test_distinct_keeps_the_first_of_equal_texts() -> None:
    assert distinct(iter(["b", "a", "b", "c", "a"])) == ["b", "a", "c"]


def test_stored_vectors_are_found_by_text_and_never_guessed(tmp_path: Path) -> None:
    names = {"digest": [digest("hello"), digest("printer")], "tokens": [1, 300], "left_out": [0, 46]}
    write_table(tmp_path / "texts.parquet", pa.table(names))
    np.save(tmp_path / "vectors.npy", embed_by_words(["hello", "printer"]))
    write_json(tmp_path / "encoder/encoder.json", {"model": "mine"})
    stored = StoredVectors(tmp_path)
    found = stored(["printer", "hello"])
    np.testing.assert_array_equal(found.vectors, embed_by_words(["printer", "hello"]))
    assert (found.tokens.tolist(), found.left_out.tolist()) == ([300, 1], [46, 0])
    assert embedding_model(tmp_path) == "mine"
    with pytest.raises(KeyError):
        stored(["never seen"])


def test_an_earlier_runs_vectors_are_not_computed_again(tmp_path: Path) -> None:
    first, second = Counting(), Counting()
    before = encode_all(["one", "two two"], first, VectorCache(tmp_path / "cache"))
    after = encode_all(["two two", "three"], second, VectorCache(tmp_path / "cache"))
    assert (sorted(first.asked), second.asked) == (["one", "two two"], ["three"])
    np.testing.assert_array_equal(before[1].vector, after[0].vector)
    assert (after[0].tokens, after[0].left_out) == (2, 0)


def test_the_truncated_share_is_of_all_tokens() -> None:
    case = talk(("customer", "short"), ("agent", "long"))
    assert truncated_share(case, {"short": (10, 0), "long": (390, 100)}) == {"embedding_truncated_share": 0.25}
    assert truncated_share(talk(("customer", "🙂")), {"🙂": (0, 0)}) == {"embedding_truncated_share": 0}
