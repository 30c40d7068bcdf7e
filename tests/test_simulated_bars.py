"""The default corpus keeps what it promises: an oracle that is good but not perfect, and text alone far below it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from data.files import read_json
from tests.test_imports import ROOT

FILES = ("training/evaluation.json", "training/results/simulated.json")


@pytest.fixture(scope="module")
def report(simulated_run: Path) -> dict[str, Any]:
    return dict(read_json(simulated_run / "training/evaluation.json"))


def test_the_oracle_is_good_and_text_alone_is_not(report: dict[str, Any]) -> None:
    found = report["escalation"]
    oracle, text = found["oracle"]["auc"]["value"], found["baselines"]["tfidf_logistic"]["auc"]["value"]
    assert 0.88 <= oracle <= 0.95
    assert text <= oracle - 0.05


def test_the_model_closes_part_of_the_gap(report: dict[str, Any]) -> None:
    closed = report["escalation"]["gap_closed"]
    assert 0 < closed["low"] < closed["value"] < closed["high"] < 1


@pytest.mark.parametrize("name", FILES)
def test_the_corpus_is_frozen(name: str, report: dict[str, Any]) -> None:
    # Another digest is another corpus: rerun, look at the bars above, and commit its results with it.
    assert read_json(ROOT / name)["data_digest"] == report["data_digest"]
