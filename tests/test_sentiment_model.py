"""Sentiment by a transformer of one's own: torch's answer without torch, and labels that tell good from bad."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import torch
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace
from tokenizers.processors import TemplateProcessing
from transformers import BertConfig, BertForSequenceClassification, PreTrainedTokenizerFast

from data.errors import BadInput
from features.sentiment import VADER, load_sentiment, prepared, sentiment
from features.sentiment_model import SentimentModel, evenly, export_sentiment, worth_of

WORDS = ["[PAD]", "[CLS]", "[SEP]", "[UNK]", "good", "bad", "printer", "again", "thanks"]
LABELS = {0: "NEGATIVE", 1: "neutral", 2: "Positive"}


def made(folder: Path, labels: dict[int, str] | None = None) -> Any:
    """Make a classifier with random weights, as save_pretrained writes it."""
    torch.manual_seed(0)
    tokenizer = Tokenizer(WordLevel({word: place for place, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    ends = [("[CLS]", 1), ("[SEP]", 2)]
    tokenizer.post_processor = TemplateProcessing(single="[CLS] $A [SEP]", special_tokens=ends)
    fast: Any = PreTrainedTokenizerFast
    fast(tokenizer_object=tokenizer, pad_token="[PAD]").save_pretrained(folder)
    config = BertConfig(vocab_size=100, hidden_size=16, num_hidden_layers=2, num_attention_heads=2,
                        intermediate_size=32, max_position_embeddings=32, id2label=labels or LABELS)  # fmt: skip
    model: Any = BertForSequenceClassification(config)
    model.eval()
    torch.nn.init.normal_(model.classifier.weight, std=3)
    model.save_pretrained(folder)
    return model


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Path]:
    folder, out = tmp_path_factory.mktemp("classifier"), tmp_path_factory.mktemp("exported")
    model = made(folder)
    export_sentiment(str(folder), out)
    return model, out


def by_torch(model: Any, words: list[str]) -> float:
    ids = torch.tensor([[1, *(WORDS.index(word) if word in WORDS else 3 for word in words), 2]])
    with torch.no_grad():
        shares = model(input_ids=ids, attention_mask=torch.ones_like(ids)).logits.softmax(1)[0]
    return float(shares[2] - shares[0])


@pytest.mark.parametrize("text", ["good", "bad printer again", "thanks good again unheard"])
def test_the_score_is_what_torch_says(exported: tuple[Any, Path], text: str) -> None:
    model, out = exported
    assert SentimentModel(out)(text) == pytest.approx(by_torch(model, text.split()), abs=1e-5)


def test_a_long_text_is_read_in_windows(exported: tuple[Any, Path]) -> None:
    model, out = exported
    words = ["good"] * 30 + ["bad"] * 30
    halves = [by_torch(model, words[:30]), by_torch(model, words[30:])]
    assert SentimentModel(out)(" ".join(words)) == pytest.approx(sum(halves) / 2, abs=1e-5)
    assert -1 <= SentimentModel(out)("") <= 1


def test_scores_differ_and_are_loaded_where_they_are(exported: tuple[Any, Path], tmp_path: Path) -> None:
    score = load_sentiment(exported[1])
    assert score("good") != score("bad")
    assert load_sentiment(tmp_path / "none") is sentiment


@pytest.mark.parametrize(
    ("labels", "worth"),
    [
        ({0: "NEGATIVE", 1: "POSITIVE"}, [-1, 1]), ({0: "pos", 1: "neu", 2: "neg"}, [1, 0, -1]),
        ({0: "1 star", 1: "2 stars", 2: "3 stars", 3: "4 stars", 4: "5 stars"}, [-1, -0.5, 0, 0.5, 1]),
    ],
)  # fmt: skip
def test_labels_are_worth_what_they_say(labels: dict[int, str], worth: list[float]) -> None:
    assert worth_of(labels) == worth


def test_stars_are_spread_evenly() -> None:
    assert evenly([1, 3]) == [-1, 1]


@pytest.mark.parametrize("labels", [{0: "LABEL_0", 1: "LABEL_1"}, {0: "positive"}, {0: "positive", 1: "sports"}])
def test_labels_that_do_not_tell_are_one_sentence(labels: dict[int, str]) -> None:
    with pytest.raises(BadInput, match="do not tell good from bad"):
        worth_of(labels)


def test_what_is_no_classifier_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="is not here"):
        export_sentiment(str(tmp_path / "nowhere"), tmp_path / "out")
    with pytest.raises(BadInput, match=r"has no config\.json"):
        export_sentiment(str(tmp_path), tmp_path / "out")


def test_a_change_of_the_setting_leaves_nothing_of_the_last_model(exported: tuple[Any, Path], tmp_path: Path) -> None:
    kept = tmp_path / "model"
    shutil.copytree(exported[1], kept)
    assert prepared(VADER, kept) is sentiment
    assert not kept.exists()
    made(tmp_path / "own")
    assert prepared(str(tmp_path / "own"), kept)("good") == load_sentiment(kept)("good")
