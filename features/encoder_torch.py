"""The encoder as its authors' library runs it: the reference, and for models that ONNX cannot hold."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


def load_torch(folder: Path) -> Any:
    """Load a sentence-transformers model on the GPU where there is one; it takes seconds."""
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()  # type: ignore[no-untyped-call]
    device = "cuda" if torch.cuda.is_available() else "cpu"
    return SentenceTransformer(str(folder), device=device, local_files_only=True).eval()


def is_static(model: Any) -> bool:
    """Say whether the model is a table of token vectors."""
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding

    return isinstance(model[0], StaticEmbedding)


def run_torch(folder: Path) -> Callable[[NDArray[np.int64]], NDArray[np.float32]]:
    """Give the function that runs one window through all modules, by one thread on the processor."""
    import torch

    torch.set_num_threads(1)
    model = load_torch(folder)

    def run(tokens: NDArray[np.int64]) -> NDArray[np.float32]:
        ids = torch.from_numpy(tokens[None]).to(model.device)
        features = {"input_ids": ids, "attention_mask": torch.ones_like(ids)}
        with torch.inference_mode():
            for module in model:
                features = module(features)
        vector: NDArray[np.float32] = features["sentence_embedding"][0].float().cpu().numpy()
        return vector

    return run
