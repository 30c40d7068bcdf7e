"""From text to a unit vector, without torch: tokens, windows, one run a window.

Each text is encoded alone and by one thread, so that a vector depends on nothing but its text: padding in a batch
moves it by some 1e-7, a batch of equal lengths still by its last bit, and a tree then may take the other branch.
Measured, batches would gain a sixth of the time at most.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from data.errors import BadInput
from data.files import read_json
from features.encoder_files import encoder_folder

ONNX_FILE, STATIC_FILE, TOKENIZER, SETTINGS = "encoder.onnx", "vectors_of_tokens.npy", "tokenizer.json", "encoder.json"
BACKENDS = ("onnx", "openvino", "torch", "static")
WINDOWED_TOKENS = 100_000  # A table of vectors reads any length at once.
LONGEST = 100_000  # Characters that are cut into tokens at all; what is beyond counts as left out.

Vectors = NDArray[np.float32]
Tokens = NDArray[np.int64]
Run = Callable[[Tokens], Vectors]  # One window's tokens to its vector.


class Encoded(NamedTuple):
    """A text's vector, how many tokens it has and how many of them were left out."""

    vector: Vectors
    tokens: int
    left_out: int


class Encoder:
    """A sentence encoder, loaded from the files that ``export_encoder`` wrote; safe to call from several threads."""

    def __init__(self, folder: Path, backend: str | None = None) -> None:
        # Its own threads would wait for ours; and it says so at every fork.
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        from tokenizers import Tokenizer

        self.settings = read_json(folder / SETTINGS)
        self.backend = backend or self.settings["backend"]
        self.dimensions: int = self.settings["dimensions"]
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.no_padding()  # The published file pads every text to 128 tokens.
        self._tokenizer.no_truncation()
        self._begin, self._end = self._frame()
        self._run = load_backend(self.backend, folder)

    def encode(self, text: str) -> Encoded:
        """Give the unit vector of one text: of several windows their mean, weighted by tokens."""
        pieces = self.windows(text)
        vectors, read = self.run(pieces)
        tokens = sum(map(len, pieces))
        beyond = round(tokens * (max(len(text) - LONGEST, 0) / LONGEST))
        return Encoded(unit(vectors, read), tokens + beyond, tokens + beyond - min(sum(read), tokens))

    def run(self, pieces: Sequence[Sequence[int]]) -> tuple[Vectors, list[int]]:
        """Give what the model makes of each window that is read, a row each, and how much each of them counts."""
        read = pieces[: self.settings["windows"]]
        return np.array([self._run(self.framed(piece)) for piece in read]), [max(len(piece), 1) for piece in read]

    def windows(self, text: str) -> list[list[int]]:
        """Cut a text into runs of as many tokens as the model reads at once; the last two share what is left.

        Equal shares, because a last window of three words would count as much for each of them as a full one.
        """
        ids = self._tokenizer.encode(text[:LONGEST], add_special_tokens=False).ids
        size = self.settings["window"] - len(self._begin) - len(self._end)
        number = max(-(-len(ids) // size), 1)
        ends = [len(ids) * place // number for place in range(number + 1)]
        return [ids[start:end] for start, end in pairwise(ends)]

    def framed(self, piece: Sequence[int]) -> Tokens:
        """Put the model's own tokens at beginning and end."""
        return np.array([*self._begin, *piece, *self._end], np.int64)

    def _frame(self) -> tuple[list[int], list[int]]:
        if self.backend == "static":
            return [], []
        example = self._tokenizer.encode("a", add_special_tokens=True)
        first = example.special_tokens_mask.index(0)
        last = len(example.ids) - example.special_tokens_mask[::-1].index(0)
        return example.ids[:first], example.ids[last:]


def unit(vectors: Vectors, weights: Sequence[int]) -> Vectors:
    """Give the direction of the weighted mean of windows; a single window's vector as it is, when it is a unit."""
    mean = vectors[0] if len(vectors) == 1 else np.average(vectors, axis=0, weights=weights).astype(np.float32)
    length = float(np.linalg.norm(mean))
    return mean if length == 0 or (len(vectors) == 1 and abs(length - 1) < 1e-6) else (mean / length).astype(np.float32)


def load_backend(name: str, folder: Path) -> Run:
    """Give the function that runs one window; raises BadInput for a backend that is not installed."""
    loaders = {"onnx": with_onnx, "openvino": with_openvino, "torch": with_torch, "static": with_table}
    try:
        return loaders[name](folder)
    except ImportError as error:
        fix = f"pip install {error.name}, or train with another embedding.backend"
        raise BadInput("embedding.backend", name, "is not installed here", fix) from None


def with_onnx(folder: Path) -> Run:
    """Run by ONNX Runtime, on a GPU where it was built for one."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    wanted = ("CUDAExecutionProvider", "CPUExecutionProvider")
    here = [name for name in wanted if name in onnxruntime.get_available_providers()]
    session = onnxruntime.InferenceSession(str(folder / ONNX_FILE), options, providers=here)

    def run(tokens: Tokens) -> Vectors:
        given = {"input_ids": tokens[None], "attention_mask": np.ones((1, len(tokens)), np.int64)}
        return np.asarray(session.run(None, given)[0][0], np.float32)

    return run


def with_openvino(folder: Path) -> Run:
    """Run by OpenVINO in single precision: its half precision differs from one processor to the next."""
    import threading

    import openvino

    threads = os.cpu_count() or 1
    settings = {"INFERENCE_PRECISION_HINT": "f32", "INFERENCE_NUM_THREADS": threads, "NUM_STREAMS": threads}
    model = openvino.Core().compile_model(str(folder / ONNX_FILE), "CPU", settings)
    own = threading.local()

    def run(tokens: Tokens) -> Vectors:
        if not hasattr(own, "request"):
            own.request = model.create_infer_request()
        found = own.request.infer([tokens[None], np.ones((1, len(tokens)), np.int64)])
        return np.array(found[0][0], np.float32)

    return run


def with_torch(folder: Path) -> Run:
    """Run by torch, from the model's own folder: the reference, and for models that ONNX cannot hold."""
    from features.encoder_torch import run_torch

    return run_torch(encoder_folder(read_json(folder / SETTINGS)["model"]))


def with_table(folder: Path) -> Run:
    """Give the mean of the tokens' own vectors (model2vec): no network at all."""
    table = np.load(folder / STATIC_FILE, allow_pickle=False)

    def run(tokens: Tokens) -> Vectors:
        return np.asarray(table[tokens].mean(axis=0) if len(tokens) else np.zeros(table.shape[1]), np.float32)

    return run


def encoder_digest(folder: Path) -> str:
    """Name an encoder by everything that decides about its vectors."""
    found = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        found.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def installed(backend: str) -> bool:
    """Say whether a backend can be loaded here."""
    packages = {"onnx": "onnxruntime", "openvino": "openvino", "torch": "torch", "static": "numpy"}
    return find_spec(packages[backend]) is not None
