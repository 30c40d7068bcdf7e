"""STAGE embedding: a unit vector per distinct message text, computed once and kept by the text's digest."""

from __future__ import annotations

import hashlib
import os
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track

from data.errors import exit_with_sentence
from data.files import read_conversations, read_json, read_params, read_table, write_json, write_table
from data.schema import Conversation
from features.backends import chosen_backend
from features.columns import Column
from features.encoder import SETTINGS, Encoded, Encoder, Vectors, encoder_digest
from features.encoder_export import export_encoder
from features.vector_cache import VectorCache

OUT = Path("features/out/embedding")
ENCODER = OUT / "encoder"
CACHE = Path("features/cache/embedding")
MEMORY = 50_000  # Texts whose vectors a running service keeps: 384 floats each, about 80 MB when full.

COLUMNS = {
    "embedding_truncated_share": Column(
        "share of the conversation's text that is beyond what the encoder reads", "share", "never", "messages.text"
    )
}


class Encodings(NamedTuple):
    """Vectors of texts, shape (texts, dimensions), with each text's number of tokens and how many were left out."""

    vectors: Vectors
    tokens: NDArray[np.int64]
    left_out: NDArray[np.int64]


Embed = Callable[[Sequence[str]], Encodings]


def digest(text: str) -> str:
    """Name a text by its content."""
    return hashlib.sha256(text.encode()).hexdigest()


def together(found: Sequence[Encoded]) -> Encodings:
    """Stack the encodings of single texts."""
    vectors, tokens, left_out = zip(*found, strict=True)
    return Encodings(np.stack(vectors), np.array(tokens, np.int64), np.array(left_out, np.int64))


def remembering(encode: Callable[[str], Encoded], most: int = MEMORY) -> Embed:
    """Give a function that encodes texts, and each of the latest ones only once."""
    known: OrderedDict[str, Encoded] = OrderedDict()  # By digest: a long text would weigh more than its vector.

    def encoded(text: str) -> Encoded:
        name = digest(text)
        found = known.pop(name) if name in known else encode(text)
        known[name] = found
        if len(known) > most:
            known.popitem(last=False)
        return found

    return lambda texts: together([encoded(text) for text in texts])


def load_embed(folder: Path = ENCODER) -> Embed:
    """Give the encoder of a bundle as a function that remembers; its vectors are those of the stage."""
    return remembering(Encoder(folder).encode)


def truncated_share(snapshot: Conversation, read: Mapping[str, tuple[int, int]]) -> dict[str, float]:
    """Give the share of a snapshot's tokens that were left out; ``read`` has tokens and left out of each text."""
    found = [read[message.words] for message in snapshot.messages]
    return {"embedding_truncated_share": sum(left for _, left in found) / max(sum(tokens for tokens, _ in found), 1)}


class StoredVectors:
    """The vectors of the stage, looked up by text; a text that was not there is an error, not a guess."""

    def __init__(self, folder: Path = OUT) -> None:
        table = read_table(folder / "texts.parquet")
        self._vectors = np.load(folder / "vectors.npy")
        self._tokens, self._left_out = table["tokens"].to_numpy(), table["left_out"].to_numpy()
        self._row = {name: row for row, name in enumerate(table["digest"])}

    def __call__(self, texts: Sequence[str]) -> Encodings:
        """Give the encodings of texts."""
        rows = [self._row[digest(text)] for text in texts]
        return Encodings(self._vectors[rows], self._tokens[rows], self._left_out[rows])


def embedding_model(folder: Path = OUT) -> str:
    """Name the encoder whose vectors the stage wrote."""
    return str(read_json(folder / "encoder" / SETTINGS)["model"])


def distinct(texts: Iterable[str]) -> list[str]:
    """Keep the first of equal texts."""
    return list(dict.fromkeys(texts))


def encode_all(texts: Sequence[str], encode: Callable[[str], Encoded], cache: VectorCache) -> list[Encoded]:
    """Encode texts that the cache does not hold, one thread a core, the longest first so that all end together."""
    missing = sorted((text for text in texts if digest(text) not in cache), key=len, reverse=True)
    if missing:
        with ThreadPoolExecutor(os.cpu_count()) as threads:
            done = threads.map(encode, missing)
            found = list(track(done, "embedding", total=len(missing), console=Console(stderr=True)))
        cache.add([digest(text) for text in missing], found)
    return [cache[digest(text)] for text in texts]


def main() -> None:
    """Encode every distinct message text."""
    parameters = read_params().embedding
    texts = distinct(message.words for c in read_conversations() for message in c.messages)
    backend = chosen_backend(parameters.backend)
    print(f"embedding {len(texts)} distinct texts with {parameters.model} by {backend}", flush=True)
    export_encoder(parameters.model, backend, parameters.windows, ENCODER)
    encoder = Encoder(ENCODER)
    cache = VectorCache(CACHE / encoder_digest(ENCODER))
    vectors, tokens, left_out = together(encode_all(texts, encoder.encode, cache))
    table = {"digest": [digest(text) for text in texts], "tokens": tokens, "left_out": left_out}
    write_table(OUT / "texts.parquet", pa.table(table))
    np.save(OUT / "vectors.npy", vectors)
    window = int(encoder.settings["window"])
    summary = {
        "backend": encoder.backend,
        "dimensions": encoder.dimensions,
        "texts": len(texts),
        "windowed_share": float((tokens > window).mean()),
        "truncated_share": float(left_out.sum() / max(tokens.sum(), 1)),
    }
    write_json(OUT / "summary.json", summary)


if __name__ == "__main__":
    exit_with_sentence(main)
