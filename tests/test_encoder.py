"""The encoder without torch: the reference's vectors, one a text whatever its company, long texts in windows."""

from __future__ import annotations

import base64
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.errors import BadInput
from data.files import read_json, write_json
from features.backends import chosen_backend
from features.encoder import Encoder, Vectors, encoder_digest, installed, unit
from features.encoder_export import export_encoder
from features.encoder_files import ENCODER_NAME, encoder_folder
from features.encoder_torch import load_torch
from tests.conftest import ROOT

TEXTS = ["My printer is jammed", "reset", "please " * 200, "请重置密码", "My printer is jammed!", "🙂", "مرحبا لا يعمل"]


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published encoder, exported."""
    folder = tmp_path_factory.mktemp("encoder")
    export_encoder(ENCODER_NAME, "onnx", 2, folder)
    return folder


@pytest.fixture(scope="session")
def encoder(exported: Path) -> Encoder:
    return Encoder(exported)


@pytest.fixture(scope="session")
def reference() -> Any:
    """The encoder as its authors' library runs it."""
    return load_torch(encoder_folder(ENCODER_NAME))


@pytest.mark.parametrize("backend", ["onnx", "openvino", "torch"])
def test_vectors_are_the_references(exported: Path, reference: Any, backend: str) -> None:
    if not installed(backend):
        pytest.skip(f"{backend} is not installed")
    own = Encoder(exported, backend)
    theirs = reference.encode(TEXTS, normalize_embeddings=True)
    ours = np.array([own.encode(text).vector for text in TEXTS])
    assert (ours * theirs).sum(axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-5)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.text(max_size=80), min_size=2, max_size=6))
def test_a_vector_does_not_depend_on_its_company(encoder: Encoder, texts: list[str]) -> None:
    alone = [encoder.encode(text).vector for text in texts]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(encoder.encode, texts[::-1]))[::-1]
    np.testing.assert_array_equal(alone, [found.vector for found in together])


def test_a_short_text_is_one_window_and_nothing_is_left_out(encoder: Encoder) -> None:
    found = encoder.encode("My printer is jammed")
    assert found[1:] == (len(encoder.windows("My printer is jammed")[0]), 0)
    assert float(np.linalg.norm(found.vector)) == pytest.approx(1, abs=1e-5)


def test_a_long_text_is_the_mean_of_its_windows_and_says_what_it_left_out(encoder: Encoder) -> None:
    text = "My printer is jammed. " * 40 + "The invoice is wrong. " * 40
    pieces = encoder.windows(text)
    assert len(pieces) == 2
    assert abs(len(pieces[0]) - len(pieces[1])) <= 1
    ends = [encoder._run(encoder.framed(piece)) for piece in pieces]
    mean = np.average(ends, axis=0, weights=[len(piece) for piece in pieces])
    np.testing.assert_allclose(encoder.encode(text).vector, mean / np.linalg.norm(mean), atol=1e-6)
    longer = encoder.encode(text * 2)
    assert longer.tokens == 2 * sum(map(len, pieces))
    assert longer.left_out == pytest.approx(longer.tokens / 2, abs=260)


def test_what_comes_late_in_a_long_text_counts(encoder: Encoder) -> None:
    # Cut at 256 tokens, both would be the same text.
    calm = "The weather is fine today. " * 60
    assert (
        float(encoder.encode(calm + "ok. " * 60).vector @ encoder.encode(calm + "My card was stolen. " * 12).vector)
        < 0.98
    )


def test_equal_models_are_equal_files_without_a_machines_path(exported: Path, tmp_path: Path) -> None:
    export_encoder(ENCODER_NAME, "onnx", 2, tmp_path)
    assert encoder_digest(tmp_path) == encoder_digest(exported)
    assert str(ROOT).encode() not in (exported / "encoder.onnx").read_bytes()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "🙂" * 50,
        "x" * 100_000,
        "ab " * 33_333,
        base64.b64encode(bytes(range(256)) * 290).decode(),
        "\u202eabc\u202c",
    ],
    ids=["empty", "space", "emoji", "one long word", "100,000 characters", "base64", "right to left"],
)
def test_any_text_has_a_vector_soon(encoder: Encoder, text: str) -> None:
    begun = time.process_time()
    found = encoder.encode(text)
    assert time.process_time() - begun < 5
    assert np.isfinite(found.vector).all()
    assert found.vector.shape == (384,)
    assert 0 <= found.left_out <= max(found.tokens, 0)


def small_bert(folder: Path, pooling: str) -> Path:
    """Write a tiny sentence-transformers model of random weights, with the published tokenizer."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel

    published = encoder_folder(ENCODER_NAME)
    sizes = BertConfig(hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
    BertModel(sizes).save_pretrained(folder / "bert")
    for name in ("tokenizer.json", "tokenizer_config.json", "vocab.txt", "special_tokens_map.json"):
        (folder / "bert" / name).write_bytes((published / name).read_bytes())
    transformer = Transformer(str(folder / "bert"), max_seq_length=32)
    SentenceTransformer(modules=[transformer, Pooling(16, pooling)], device="cpu").save_pretrained(str(folder / "own"))
    return folder / "own"


@pytest.mark.parametrize("pooling", ["cls", "max"])
def test_another_model_of_the_library_is_taken(tmp_path: Path, pooling: str) -> None:
    own = small_bert(tmp_path, pooling)
    export_encoder(str(own), "onnx", 2, tmp_path / "out")
    encoder = Encoder(tmp_path / "out")
    assert (encoder.dimensions, encoder.settings["window"]) == (16, 32)
    theirs = load_torch(own).encode(TEXTS[:2], normalize_embeddings=True)
    np.testing.assert_allclose([encoder.encode(text).vector for text in TEXTS[:2]], theirs, atol=1e-5)


def test_serving_needs_neither_torch_nor_transformers(exported: Path) -> None:
    code = f"""
import sys
from pathlib import Path
import serving.service, serving.predictor
from features.embedding import load_embed
assert load_embed(Path({str(exported)!r}))(["My printer is jammed"]).vectors.shape == (1, 384)
print([name for name in ("torch", "transformers", "sentence_transformers") if name in sys.modules])
"""
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip().endswith("[]")


def test_auto_is_the_fastest_measured_backend_that_is_here(tmp_path: Path) -> None:
    write_json(tmp_path / "t.json", {"texts_per_second_ratio": {"torch": 1.0, "onnx": 1.6, "openvino": 1.7}})
    assert chosen_backend("auto", tmp_path / "t.json", lambda _: True) == "openvino"
    assert chosen_backend("auto", tmp_path / "t.json", lambda name: name != "openvino") == "onnx"
    with pytest.raises(BadInput, match=r"embedding\.backend: 'openvino' is not installed"):
        chosen_backend("openvino", tmp_path / "t.json", lambda _: False)
    assert chosen_backend("auto") in read_json(ROOT / "features/backends.json")["texts_per_second_ratio"]


def test_a_single_unit_vector_is_left_as_it_is() -> None:
    vector: Vectors = np.array([[0.6, 0.8]], np.float32)
    assert unit(vector, [3]) is not None
    np.testing.assert_array_equal(unit(vector, [3]), vector[0])
    np.testing.assert_allclose(unit(np.array([[3, 4]], np.float32), [1]), [0.6, 0.8], atol=1e-7)
    np.testing.assert_array_equal(unit(np.zeros((1, 2), np.float32), [1]), [0, 0])
