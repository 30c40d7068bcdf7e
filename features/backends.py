"""Which backend runs the encoder: the one that is asked for, else the fastest of the measured ones that is here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from data.errors import BadInput
from data.files import read_json
from features.encoder import installed

MEASURED = Path(__file__).with_name("backends.json")  # Written by tests/benchmarks/encoder.py.
AUTO = "auto"


def chosen_backend(wanted: str, measured: Path = MEASURED, here: Callable[[str], bool] = installed) -> str:
    """Give the backend to run; raises BadInput where it is not installed."""
    if wanted == AUTO:
        table: dict[str, float] = read_json(measured)["texts_per_second_ratio"]
        ranked = sorted((name for name in table if here(name)), key=lambda name: -table[name])
        return ranked[0] if ranked else "torch"
    if not here(wanted):
        raise BadInput("embedding.backend", wanted, "is not installed here", f"pip install it, or use {AUTO}")
    return wanted
