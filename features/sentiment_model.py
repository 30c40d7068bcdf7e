"""Sentiment by a transformer: any sequence classifier whose labels say how good a text is, run without torch.

The score is the expected value of the labels: -1 for negative, 0 for neutral, 1 for positive, stars evenly between.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from data.errors import BadInput
from data.files import read_json, write_json
from features.encoder import ONNX_FILE, SETTINGS, TOKENIZER, Encoder
from features.encoder_export import LONGEST_TRACED, as_onnx

FIELD = "sentiment.model"
WINDOWS = 4  # Of a longer text the beginning tells.
WORTH = {"neg": -1.0, "neu": 0.0, "pos": 1.0}
STARS = re.compile(r"(\d) ?stars?", re.IGNORECASE)
NEEDED = ("config.json", "tokenizer.json")


class SentimentModel:
    """A classifier, loaded from the files that ``export_sentiment`` wrote."""

    def __init__(self, folder: Path) -> None:
        self._encoder = Encoder(folder)
        self._worth = np.array(read_json(folder / SETTINGS)["worth"])

    def __call__(self, text: str) -> float:
        """Give the sentiment of a text, -1 bad to 1 good; of several windows their mean, weighted by tokens."""
        logits, read = self._encoder.run(self._encoder.windows(text))
        odds = np.exp(logits.astype(np.float64) - logits.max(axis=1, keepdims=True))
        scores = (odds / odds.sum(axis=1, keepdims=True)) @ self._worth
        return round(float(np.average(scores, weights=read)), 6)


def export_sentiment(model: str, out: Path) -> None:
    """Write everything ``SentimentModel`` loads of the classifier in a folder; raises BadInput when it is none."""
    import torch
    from transformers import AutoModelForSequenceClassification

    folder = Path(model)
    missing = [name for name in NEEDED if not (folder / name).is_file()]
    if missing:
        fix = "use vader, or the folder that save_pretrained() of a text classifier and its tokenizer wrote"
        raise BadInput(FIELD, model, f"has no {missing[0]}" if folder.is_dir() else "is not here", fix)
    classifier = AutoModelForSequenceClassification.from_pretrained(folder, local_files_only=True).eval()
    worth = worth_of(classifier.config.id2label)

    class Logits(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.classifier = classifier

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
            logits: torch.Tensor = self.classifier(input_ids=input_ids, attention_mask=attention_mask).logits
            return logits

    out.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(folder / "tokenizer.json", out / TOKENIZER)
    (out / ONNX_FILE).write_bytes(as_onnx(Logits(), FIELD, "use vader, or another model"))
    places = int(getattr(classifier.config, "max_position_embeddings", LONGEST_TRACED))
    # RoBERTa counts its places from 2 on.
    window = min(LONGEST_TRACED, places - 2 if classifier.config.model_type.endswith("roberta") else places)
    settings = {"model": folder.name, "backend": "onnx", "window": window, "windows": WINDOWS}
    write_json(out / SETTINGS, settings | {"dimensions": len(worth), "worth": worth})


def worth_of(labels: Mapping[int, str]) -> list[float]:
    """Give what each label is worth, -1 to 1; raises BadInput for labels that do not tell."""
    names = [labels[place] for place in sorted(labels)]
    stars = [STARS.match(name) for name in names]
    if all(stars):
        return evenly([int(found[1]) for found in stars if found])
    found = [WORTH.get(name.lower()[:3]) for name in names]
    if None in found or len(set(found)) < 2:
        fix = "name them negative, (neutral,) positive or 1 star to 5 stars in the model's config.json"
        raise BadInput(f"{FIELD}: labels", ", ".join(names), "do not tell good from bad", fix)
    return [value for value in found if value is not None]


def evenly(stars: Sequence[int]) -> list[float]:
    """Spread numbers of stars over -1 to 1."""
    least, most = min(stars), max(stars)
    return [2 * (one - least) / max(most - least, 1) - 1 for one in stars]
