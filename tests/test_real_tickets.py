"""The bars on real tickets: both models beat the strongest simple method in the same run, with confidence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from data.files import read_json, read_table


@pytest.fixture(scope="module")
def report(tickets_run: Path) -> dict[str, Any]:
    found: dict[str, Any] = read_json(tickets_run / "training/evaluation.json")
    return found


def test_escalation_beats_tfidf_with_logistic_regression(report: dict[str, Any]) -> None:
    escalation = report["escalation"]
    assert escalation["difference"]["tfidf_logistic"]["auc"]["low"] > 0
    assert escalation["baselines"]["tfidf_logistic"]["auc"]["value"] > 0.90  # The baseline must stay strong.


def test_routing_beats_tfidf_with_a_linear_svc(report: dict[str, Any]) -> None:
    resolver = report["resolver"]
    assert resolver["difference"]["tfidf_linear"]["top_1"]["low"] > 0
    assert resolver["baselines"]["tfidf_linear"]["top_1"]["value"] > 0.65


def test_every_baseline_was_measured(report: dict[str, Any]) -> None:
    escalation = {"prior", "keyword_rules", "tfidf_logistic", "embedding_lightgbm"}
    assert set(report["escalation"]["baselines"]) == escalation
    assert set(report["resolver"]["baselines"]) == {"frequency", "tfidf_linear", "neighbours", "embedding_lightgbm"}


def test_calibration_holds_on_tickets_never_seen(report: dict[str, Any]) -> None:
    assert report["escalation"]["model"]["calibration_error"]["value"] < 0.05


def test_no_template_stands_in_two_parts(tickets_run: Path) -> None:
    table = read_table(tickets_run / "data/out/split/split.parquet")
    assert table.groupby("template_id").part.nunique().max() == 1
    assert len(table) == 6891
