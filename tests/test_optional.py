"""A field that a request leaves out is missing to the model, never 0."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from sklearn.metrics import brier_score_loss

from data.files import read_json, read_table
from features.optional import field_of, required_only, with_missing_fields

COLUMNS = [
    "structure_messages", "time_hour", "time_due_minutes", "history_product_rate",
    "history_product_cases", "sentiment_last", "text_score_customer", "attribute_seats",
]  # fmt: skip


def test_only_columns_that_need_a_field_can_be_missing() -> None:
    optional = [column for column in COLUMNS if field_of(column)]
    assert optional == [column for column in COLUMNS if column not in ("structure_messages", "text_score_customer")]
    blank = np.isnan(required_only(np.ones((2, len(COLUMNS))), COLUMNS))
    assert [c for c, gone in zip(COLUMNS, blank[0], strict=True) if gone] == [c for c in optional if c[:4] != "sent"]


def test_columns_of_one_field_are_missing_together_and_half_of_the_rows_lack_all() -> None:
    gone = np.isnan(with_missing_fields(np.ones((4000, len(COLUMNS))), COLUMNS, seed=0))
    assert not gone[:, 0].any()
    assert (gone[:, 1] == gone[:, 2]).all()
    assert (gone[:, 3] == gone[:, 4]).all()
    assert abs(gone[:, 1].mean() - 0.75) < 0.03
    assert abs(gone[:, [1, 3, 5, 7]].all(axis=1).mean() - 0.53) < 0.03
    again = with_missing_fields(np.ones((4000, len(COLUMNS))), COLUMNS, seed=0)
    np.testing.assert_array_equal(np.isnan(again), gone)


def test_a_request_with_texts_alone_gets_a_usable_probability(simulated_run: Path) -> None:
    scores = read_table(simulated_run / "training/out/escalation/scores.parquet").query("part == 'test'")
    labels = read_table(simulated_run / "data/out/labels/escalation.parquet").drop(columns="weight")
    rows = scores.merge(labels, on=["conversation_id", "sequence"])
    prior = np.full(len(rows), rows.escalates.mean())
    assert brier_score_loss(rows.escalates, rows.required_only) < brier_score_loss(rows.escalates, prior)
    report = read_json(simulated_run / "training/evaluation.json")["escalation"]["required_only"]
    assert report["difference"]["prior"]["auc"]["low"] > 0
