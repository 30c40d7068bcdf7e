"""Vectors by text: the published encoder or none, one vector a text whatever its company, each encoded once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from data.errors import BadInput
from data.files import write_json, write_table
from features.embedding import (
    ENCODER_NAME,
    ENCODER_SHA256,
    Embedder,
    StoredVectors,
    Vectors,
    digest,
    distinct,
    embedding_model,
    encoder_folder,
    remembering,
)
from tests.handmade import embed_by_words

TEXTS = ["My printer is jammed", "reset", "please " * 400, "请重置密码", "My printer is jammed!"]


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, bytes | None], str]:
    """Install an encoder package with these weights on the path, and give its name."""

    def install(name: str, weights: bytes | None) -> str:
        folder, facts = tmp_path / name.replace("-", "_"), tmp_path / f"{name.replace('-', '_')}-1.0.dist-info"
        folder.mkdir()
        facts.mkdir()
        (facts / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
        (facts / "RECORD").write_text(f"{folder.name}/model.safetensors,,\n", encoding="utf-8")
        if weights is not None:
            (folder / "model.safetensors").write_bytes(weights)
        monkeypatch.syspath_prepend(tmp_path)
        return name

    return install


def sentence(model: str, package: str) -> str:
    with pytest.raises(BadInput) as refused:
        encoder_folder(model, package)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_a_tampered_encoder_is_refused_with_both_digests(installed: Callable[[str, bytes | None], str]) -> None:
    package = installed("tampered-encoder", b"other weights")
    said = sentence(ENCODER_NAME, package)
    assert hashlib.sha256(b"other weights").hexdigest() in said
    assert ENCODER_SHA256 in said
    assert package in said


def test_a_missing_encoder_is_one_sentence(installed: Callable[[str, bytes | None], str]) -> None:
    assert sentence(ENCODER_NAME, "no-such-encoder").startswith("package: 'no-such-encoder' is not installed")
    assert "is not installed" in sentence(ENCODER_NAME, installed("hollow-encoder", None))


def test_an_unknown_model_is_one_sentence() -> None:
    said = sentence("all-MiniLM-L7", "no-such-encoder")
    assert said.startswith("embedding.model: 'all-MiniLM-L7' is not here")
    assert ENCODER_NAME in said


def test_a_folder_of_the_users_own_is_taken(tmp_path: Path) -> None:
    assert encoder_folder(str(tmp_path)) == tmp_path


@pytest.fixture(scope="module")
def encoder() -> Embedder:
    """The published encoder."""
    return Embedder(ENCODER_NAME)


def test_a_vector_does_not_depend_on_its_company(encoder: Embedder) -> None:
    together, turned = encoder.encode_all(TEXTS), encoder(TEXTS[::-1])[::-1]
    alone = np.stack([encoder.encode(text) for text in TEXTS])
    np.testing.assert_array_equal(together, alone)
    np.testing.assert_array_equal(turned, alone)


def test_vectors_have_length_one_and_like_texts_are_near(encoder: Embedder) -> None:
    vectors = encoder(TEXTS).astype(float)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-5)
    assert vectors[0] @ vectors[4] > 0.9 > vectors[0] @ vectors[1]


class Counting:
    """An encoder that notes what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, text: str) -> Vectors:
        self.asked.append(text)
        vector: Vectors = embed_by_words([text])[0]
        return vector


def test_a_text_is_encoded_once() -> None:
    encode = Counting()
    embed = remembering(encode)
    embed(["hello", "my printer", "hello"])
    found = embed(["my printer", "is jammed", "hello"])
    assert encode.asked == ["hello", "my printer", "is jammed"]
    np.testing.assert_array_equal(found, embed_by_words(["my printer", "is jammed", "hello"]))


def test_memory_is_bounded_and_a_full_one_forgets_nothing_it_needs() -> None:
    encode = Counting()
    embed = remembering(encode, most=2)
    texts = ["one", "two", "three", "one", "four"]
    for _ in range(2):
        np.testing.assert_array_equal(embed(texts), embed_by_words(texts))
    assert len(encode.asked) > len(set(texts))
    del encode.asked[:]
    embed(["four", "one", "four"])
    assert encode.asked == []


def test_a_caller_cannot_change_what_is_remembered() -> None:
    embed = remembering(Counting())
    embed(["hello"])[:] = 0
    np.testing.assert_array_equal(embed(["hello"]), embed_by_words(["hello"]))


def test_distinct_keeps_the_first_of_equal_texts() -> None:
    assert distinct(iter(["b", "a", "b", "c", "a"])) == ["b", "a", "c"]


def test_stored_vectors_are_found_by_text_and_never_guessed(tmp_path: Path) -> None:
    write_table(tmp_path / "texts.parquet", pa.table({"digest": [digest("hello"), digest("printer")]}))
    np.save(tmp_path / "vectors.npy", embed_by_words(["hello", "printer"]))
    write_json(tmp_path / "encoder.json", {"model": "mine", "dimensions": 2})
    stored = StoredVectors(tmp_path)
    np.testing.assert_array_equal(stored(["printer", "hello"]), embed_by_words(["printer", "hello"]))
    assert embedding_model(tmp_path) == "mine"
    with pytest.raises(KeyError):
        stored(["never seen"])
