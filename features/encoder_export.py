"""From a sentence-transformers folder to files that need neither torch nor transformers: ONNX, or a table of vectors.

Runs in the stage alone; importing torch takes seconds, and serving never does.
"""

from __future__ import annotations

import contextlib
import io
import logging
import shutil
import warnings
from pathlib import Path
from typing import Any

import numpy as np

from data.errors import BadInput
from data.files import write_json
from features.encoder import ONNX_FILE, SETTINGS, STATIC_FILE, TOKENIZER, WINDOWED_TOKENS
from features.encoder_files import encoder_folder, tokenizer_file
from features.encoder_torch import is_static, load_torch

LONGEST_TRACED = 512  # Tokens; a model that does not say how many it takes has no more places than these.


def export_encoder(name: str, backend: str, windows: int, out: Path) -> None:
    """Write everything ``Encoder`` loads of the model of this name; the same model gives the same bytes."""
    out.mkdir(parents=True, exist_ok=True)
    folder = encoder_folder(name)
    model = load_torch(folder).cpu()
    shutil.copyfile(tokenizer_file(folder), out / TOKENIZER)
    static = is_static(model)
    if static:
        np.save(out / STATIC_FILE, model[0].embedding.weight.detach().numpy().astype(np.float32), allow_pickle=False)
    elif backend != "torch":
        fix = "use embedding.backend: torch, or another model"
        (out / ONNX_FILE).write_bytes(as_onnx(whole(model), "embedding.model", fix))
    settings = {
        "model": name,
        "backend": "static" if static else backend,
        "window": WINDOWED_TOKENS if static else int(model.max_seq_length or LONGEST_TRACED),
        "windows": windows,
        "dimensions": int(model.get_embedding_dimension()),
    }
    write_json(out / SETTINGS, settings)


def whole(model: Any) -> Any:
    """Give all modules of a sentence encoder as one, from token numbers to the sentence's vector."""
    import torch

    class Whole(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.modules_in_order = model

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            features = {"input_ids": input_ids, "attention_mask": attention_mask}
            for module in self.modules_in_order:
                features = module(features)
            return features["sentence_embedding"]

    return Whole()


def as_onnx(module: Any, setting: str, fix: str) -> bytes:
    """Trace a module of token numbers and attention mask, for any number of tokens.

    Raises BadInput that names the ``setting`` where it has a layer that cannot be exported.
    """
    import torch

    example = torch.arange(2 * 17).reshape(2, 17) % 90
    free = ({0: torch.export.Dim("texts"), 1: torch.export.Dim("tokens", max=LONGEST_TRACED)},) * 2
    try:
        with quiet():
            program = torch.onnx.export(
                module, (example, torch.ones_like(example)), input_names=["input_ids", "attention_mask"],
                output_names=["vector"], dynamo=True, dynamic_shapes=free, verbose=False,
            )  # fmt: skip
    except Exception as error:  # The exporter raises errors of its own for each kind of layer.
        says = f"cannot be exported to ONNX ({error!s:.200})"
        raise BadInput(setting, type(module).__name__, says, fix) from error
    assert program is not None, "without a file to write, the exporter gives the program"
    return without_traces(program.model_proto)


def without_traces(proto: Any) -> bytes:
    """Take out what tells where and how a model was traced, paths too: equal models are equal bytes."""
    for graph in (proto.graph, *proto.functions):
        for node in graph.node:
            del node.metadata_props[:]
            node.doc_string = ""
        del graph.metadata_props[:]
        graph.doc_string = ""
    for value in (*proto.graph.value_info, *proto.graph.input, *proto.graph.output):
        del value.metadata_props[:]
        value.doc_string = ""
    del proto.metadata_props[:]
    proto.doc_string = ""
    return bytes(proto.SerializeToString(deterministic=True))


@contextlib.contextmanager
def quiet() -> Any:
    """Keep the exporter's chatter from the terminal; what it raises is still raised."""
    level = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        with (
            contextlib.redirect_stdout(io.StringIO()),
            contextlib.redirect_stderr(io.StringIO()),
            warnings.catch_warnings(),
        ):
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(level)
