"""How fast each backend of the encoder is and how near to the reference, on the real tickets, all in one run.

python -m tests.benchmarks.encoder            speed, latency, cosine; then the full model with each encoder's vectors
python -m tests.benchmarks.encoder --no-auc   without the full model (some minutes instead of a quarter of an hour)

The reference is SentenceTransformer.encode with its own settings. All take turns in short rounds, so that what else
the machine does hits them alike; figures are medians over the rounds of ratios within a round.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from rich.console import Console
from rich.progress import track
from threadpoolctl import threadpool_limits

from data.errors import BadInput, exit_with_sentence
from data.files import read_json, write_json
from data.spoken import spoken
from features.backends import MEASURED
from features.encoder import Encoder, installed
from features.encoder_export import export_encoder
from features.encoder_files import ENCODER_NAME, encoder_folder
from features.encoder_torch import load_torch
from tests.benchmarks.encoder_auc import compare_models

RESULT = Path("tests/benchmarks/encoder.json")
CORPORA = "ESCALATION_CORPORA"
SHORT = "My invoice is wrong, please help me"
ROUNDS, TEXTS, ASKED = 7, 60, 25
BACKENDS = ("onnx", "openvino", "torch")
REFERENCE = "reference"
LAYERS, WIDTH, INNER = 6, 384, 1536  # all-MiniLM-L6-v2.
Timed = dict[str, list[float]]


def tickets(corpora: Path) -> list[str]:
    """Give the texts of the real tickets, in an order of their own."""
    table = pd.read_csv(corpora / "it-tickets" / "tickets.csv").sample(frac=1, random_state=0)
    joined = table["Short description"].fillna("") + "\n" + table["Description"].fillna("")
    return [spoken(text, reply=False) for text in joined if text.strip()]


def operations(tokens: int) -> float:
    """Give the multiplications and additions of one text: projections, attention and the inner layer of each block."""
    return float(LAYERS * (8 * tokens * WIDTH**2 + 4 * tokens**2 * WIDTH + 4 * tokens * WIDTH * INNER))


def peak(threads: int) -> float:
    """Measure this machine's matrix product in single precision, in operations a second."""
    size = 1024
    left, right = np.random.default_rng(0).random((2, size, size), np.float32)
    with threadpool_limits(threads):
        left @ right
        begun = time.perf_counter()
        for _ in range(5):
            left @ right
        return 5 * 2 * size**3 / (time.perf_counter() - begun)


def of_reference(model: Any, threads: int) -> tuple[Callable[[Sequence[str]], Any], Callable[[str], Any]]:
    """Give the reference's way for many texts and for one."""
    import torch

    def many(texts: Sequence[str]) -> Any:
        torch.set_num_threads(threads)
        return model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)

    def one(text: str) -> Any:
        torch.set_num_threads(threads)
        return model.encode(text, normalize_embeddings=True, show_progress_bar=False)

    return many, one


def of_backend(encoder: Encoder, threads: int) -> tuple[Callable[[Sequence[str]], Any], Callable[[str], Any]]:
    """Give a backend's way for many texts and for one, as stage and service go it."""

    def many(texts: Sequence[str]) -> Any:
        with ThreadPoolExecutor(threads) as pool:
            return np.array([found.vector for found in pool.map(encoder.encode, sorted(texts, key=len, reverse=True))])

    return many, encoder.encode


def one_round(texts: Sequence[str], many: Callable[[Sequence[str]], Any], one: Callable[[str], Any]) -> list[float]:
    """Give texts a second, and the median and 95th percentile of the seconds for one short message."""
    begun = time.perf_counter()
    many(texts)
    rate = len(texts) / (time.perf_counter() - begun)
    waits = []
    for _ in range(ASKED):
        begun = time.perf_counter()
        one(SHORT)
        waits.append(time.perf_counter() - begun)
    return [rate, float(np.quantile(waits, 0.5)), float(np.quantile(waits, 0.95))]


def speed(texts: Sequence[str], encoders: dict[str, Encoder], reference: Any) -> dict[str, Any]:
    """Time everything with one thread and with two."""
    tokens = {text: encoders["onnx"].encode(text).tokens for text in texts[: ROUNDS * TEXTS]}
    found: dict[str, Any] = {}
    for threads in (1, 2):
        ways = {REFERENCE: of_reference(reference, threads)}
        ways |= {name: of_backend(encoder, threads) for name, encoder in encoders.items()}
        rounds: dict[str, list[list[float]]] = defaultdict(list)
        peaks = []
        for number in track(range(ROUNDS), f"{threads} thread(s)", console=Console(stderr=True)):
            own = texts[number * TEXTS : (number + 1) * TEXTS]
            peaks.append(peak(threads) / sum(operations(tokens[text]) for text in own) * len(own))
            for name, way in ways.items():
                rounds[name].append(one_round(own, *way))
        found[str(threads)] = {name: figures(rounds[name], rounds[REFERENCE], peaks) for name in ways}
    return found


def figures(rounds: list[list[float]], reference: list[list[float]], peaks: list[float]) -> dict[str, Any]:
    """Give medians and ratios; the share of the peak compares with the texts a second that the peak would allow."""
    own, theirs = np.array(rounds), np.array(reference)
    ratios = {
        "texts_per_second_ratio": own[:, 0] / theirs[:, 0],
        "latency_p50_ratio": own[:, 1] / theirs[:, 1],
        "latency_p95_ratio": own[:, 2] / theirs[:, 2],
        "share_of_peak": own[:, 0] / np.array(peaks),
    }
    plain = {"texts_per_second": own[:, 0], "latency_p50_ms": own[:, 1] * 1e3, "latency_p95_ms": own[:, 2] * 1e3}
    spread = {
        name: {
            "value": round(float(np.median(v)), 4),
            "low": round(float(v.min()), 4),
            "high": round(float(v.max()), 4),
        }
        for name, v in ratios.items()
    }
    return spread | {name: round(float(np.median(values)), 3) for name, values in plain.items()}


def nearness(texts: Sequence[str], encoders: dict[str, Encoder], reference: Any) -> dict[str, Any]:
    """Give cosines to the reference, over texts that it reads whole and over all."""
    theirs = reference.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
    found = {}
    for name, encoder in encoders.items():
        ours = [encoder.encode(text) for text in texts]
        whole = np.array([one.tokens <= encoder.settings["window"] - 2 for one in ours])
        cosine = (np.array([one.vector for one in ours]) * theirs).sum(axis=1)
        found[name] = {
            "texts": len(texts), "read_whole": round(float(whole.mean()), 4),
            "cosine_mean": round(float(cosine.mean()), 6),
            "cosine_minimum_read_whole": round(float(cosine[whole].min()), 6),
        }  # fmt: skip
    return found


def measure(corpora: Path, with_model: bool) -> dict[str, Any]:
    """Measure everything."""
    texts, reference = tickets(corpora), load_torch(encoder_folder(ENCODER_NAME))
    with tempfile.TemporaryDirectory() as folder:
        export_encoder(ENCODER_NAME, "onnx", 8, Path(folder))
        encoders = {name: Encoder(Path(folder), name) for name in BACKENDS if installed(name)}
        found = {"speed": speed(texts, encoders, reference), "nearness": nearness(texts[:500], encoders, reference)}
    if with_model:
        found["model"] = compare_models(corpora / "it-tickets" / "tickets.csv", reference)
    return found


def main() -> None:
    """Measure, write the result and the table that ``embedding.backend: auto`` chooses from."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.encoder", description=__doc__.splitlines()[0])
    parser.add_argument("--no-auc", action="store_true", help="leave out the full model")
    given = parser.parse_args()
    corpora = os.environ.get(CORPORA, "")
    if not Path(corpora, "it-tickets", "tickets.csv").is_file():
        raise BadInput(CORPORA, corpora, "has no it-tickets/tickets.csv", "set it to the folder with the real corpora")
    before = read_json(RESULT) if RESULT.is_file() else {}
    found = before | measure(Path(corpora), not given.no_auc)
    write_json(RESULT, found)
    own = {name: way for name, way in found["speed"]["1"].items() if name != REFERENCE}
    ratio = {name: way["texts_per_second_ratio"]["value"] for name, way in own.items()}
    write_json(MEASURED, {"texts_per_second_ratio": ratio})
    print(f"{RESULT}: {ratio}")


if __name__ == "__main__":
    exit_with_sentence(main)
