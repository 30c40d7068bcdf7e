"""Distil a static encoder from the default one: a table of token vectors, tens of times faster, for a little accuracy.

python -m features.static_encoder --out folder   then embedding.model: folder in params.yaml

Model2Vec (Tulkens and van Dongen 2024): each token through the encoder alone, principal components, weights by rank.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from data.errors import BadInput, exit_with_sentence
from features.encoder_files import ENCODER_NAME, encoder_folder

DIMENSIONS = 256


def distil(out: Path, dimensions: int = DIMENSIONS) -> None:
    """Write a sentence-transformers folder; raises BadInput where model2vec is not installed."""
    try:
        import model2vec  # noqa: F401 - sentence-transformers needs it and says so at length
    except ImportError:
        raise BadInput("package", "model2vec", "is not installed", "pip install '.[static]'") from None
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding

    table = StaticEmbedding.from_distillation(str(encoder_folder(ENCODER_NAME)), pca_dims=dimensions, device="cpu")
    SentenceTransformer(modules=[table], device="cpu").save_pretrained(str(out))


def main() -> None:
    """Distil and write."""
    parser = argparse.ArgumentParser(prog="python -m features.static_encoder", description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, required=True, help="folder to write")
    given = parser.parse_args()
    distil(given.out)
    print(f"{given.out}: a static encoder of {DIMENSIONS} dimensions; set embedding.model to it")


if __name__ == "__main__":
    exit_with_sentence(main)
