"""Vectors of texts that an earlier run encoded: kept beside the outputs, since DVC empties those before a stage."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from features.encoder import Encoded


class VectorCache:
    """Encodings by digest of the text, for one encoder; each run that had new texts adds one file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, Encoded] = {}
        for path in sorted(folder.glob("*.npz")):
            with np.load(path, allow_pickle=False) as part:
                rows = zip(part["digest"], part["vector"], part["tokens"], part["left_out"], strict=True)
                self._known |= {str(n): Encoded(vector, int(tokens), int(left)) for n, vector, tokens, left in rows}

    def __contains__(self, name: str) -> bool:
        return name in self._known

    def __getitem__(self, name: str) -> Encoded:
        return self._known[name]

    def add(self, names: Sequence[str], found: Sequence[Encoded]) -> None:
        """Keep new encodings; a run that is killed meanwhile leaves no half file."""
        self._known |= dict(zip(names, found, strict=True))
        self._folder.mkdir(parents=True, exist_ok=True)
        vectors, tokens, left_out = zip(*found, strict=True)
        part = self._folder / f".{names[0]}.partial"
        with part.open("wb") as file:
            np.savez(file, digest=np.array(names), vector=np.stack(vectors), tokens=tokens, left_out=left_out)
        part.replace(self._folder / f"{names[0]}.npz")
