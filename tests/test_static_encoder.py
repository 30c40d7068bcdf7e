"""A static encoder is a table of token vectors that the engine runs as the library does."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from features.encoder import Encoder
from features.encoder_export import export_encoder
from features.encoder_torch import load_torch
from features.static_encoder import distil, distilled
from tests.test_encoder import TEXTS, small_bert


def test_what_was_distilled_is_read_by_the_engine_as_by_the_library(tmp_path: Path) -> None:
    distil(str(small_bert(tmp_path, "mean")), tmp_path / "static", dimensions=8)
    export_encoder(str(tmp_path / "static"), "onnx", 2, tmp_path / "out")
    encoder = Encoder(tmp_path / "out")
    assert (encoder.backend, encoder.dimensions) == ("static", 8)
    theirs = load_torch(tmp_path / "static").encode(TEXTS[:3], normalize_embeddings=True)
    np.testing.assert_allclose([encoder.encode(text).vector for text in TEXTS[:3]], theirs, atol=1e-5)
    assert encoder.encode("").vector.shape == (8,)


def test_frequent_tokens_weigh_less() -> None:
    vectors = np.random.default_rng(0).normal(size=(200, 6)).astype(np.float32)
    table = distilled(vectors, 6)
    plain = np.linalg.norm(vectors - vectors.mean(axis=0), axis=1)
    weight = np.linalg.norm(table, axis=1) / plain
    assert weight[0] < weight[50] < weight[199]
    assert table.flags.c_contiguous
    assert weight[0] == pytest.approx(1e-3 / (1e-3 + 1 / 2.7 / (1 / (np.arange(200) + 2.7)).sum()), rel=1e-4)
