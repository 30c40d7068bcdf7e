"""Distil a static encoder from another one: a table of token vectors, tens of times faster, for some accuracy.

python -m features.static_encoder --out folder   then embedding.model: folder in params.yaml

As Model2Vec does (Tulkens and van Dongen 2024), whose own package wants an older transformers: every token of the
vocabulary goes through the encoder alone, principal components are kept, and frequent tokens weigh less.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track
from sklearn.decomposition import PCA
from tokenizers import Tokenizer

from data.errors import exit_with_sentence
from features.encoder_files import ENCODER_NAME, encoder_folder, tokenizer_file
from features.encoder_torch import load_torch

DIMENSIONS = 256
BATCH = 512
SMOOTH = 1e-3  # Arora, Liang and Ma 2017: weight = a / (a + p), p the token's frequency.
ZIPF_SHIFT = 2.7  # Mandelbrot's shift of the rank by which a vocabulary ordered by frequency gives p.


def token_vectors(model: Any, tokenizer: Tokenizer) -> NDArray[np.float32]:
    """Give the encoder's vector of each token alone, between its own first and last tokens, shape (tokens, width)."""
    import torch

    framed = tokenizer.encode("a", add_special_tokens=True)
    place = framed.special_tokens_mask.index(0)
    rows = torch.tensor(framed.ids).repeat(tokenizer.get_vocab_size(), 1)
    rows[:, place] = torch.arange(len(rows))
    found = []
    for start in track(range(0, len(rows), BATCH), "distilling", console=Console(stderr=True)):
        ids = rows[start : start + BATCH].to(model.device)
        features = {"input_ids": ids, "attention_mask": torch.ones_like(ids)}
        with torch.inference_mode():
            for module in model:
                features = module(features)
        found.append(features["sentence_embedding"].float().cpu().numpy())
    return np.concatenate(found)


def distilled(vectors: NDArray[np.float32], dimensions: int) -> NDArray[np.float32]:
    """Reduce vectors to their principal components and weigh each token by its rank in the vocabulary."""
    reduced = PCA(dimensions, svd_solver="full").fit_transform(vectors.astype(np.float64))
    frequency = 1 / (np.arange(len(reduced)) + ZIPF_SHIFT)
    weight = SMOOTH / (SMOOTH + frequency / frequency.sum())
    return np.ascontiguousarray(reduced * weight[:, None], np.float32)


def distil(model: str, out: Path, dimensions: int = DIMENSIONS) -> None:
    """Write a sentence-transformers folder of a static encoder; raises BadInput when the model is not there."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding

    folder = encoder_folder(model)
    tokenizer = Tokenizer.from_file(str(tokenizer_file(folder)))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    table = distilled(token_vectors(load_torch(folder), tokenizer), dimensions)
    static = StaticEmbedding(tokenizer, embedding_weights=table)
    SentenceTransformer(modules=[static], device="cpu").save_pretrained(str(out))


def main() -> None:
    """Distil and write."""
    parser = argparse.ArgumentParser(prog="python -m features.static_encoder", description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, required=True, help="folder to write")
    parser.add_argument("--model", default=ENCODER_NAME, help=f"name or folder of the encoder (default {ENCODER_NAME})")
    parser.add_argument("--dimensions", type=int, default=DIMENSIONS, help=f"of the vectors (default {DIMENSIONS})")
    given = parser.parse_args()
    distil(given.model, given.out, given.dimensions)
    print(f"{given.out}: a static encoder of {given.dimensions} dimensions; set embedding.model to it")


if __name__ == "__main__":
    exit_with_sentence(main)
