"""The escalation model: calibrated, repeatable, stored without pickle, and strict about its columns."""

from __future__ import annotations

from math import exp
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from data.files import read_params
from data.model_settings import Escalation
from training.escalation import Calibration, EscalationModel, calibrate, check_columns, fit

COLUMNS = ["structure_messages", "sentiment_last", "noise"]


@pytest.fixture(scope="module")
def parameters() -> Escalation:
    return read_params().escalation.model_copy(update={"rounds": 30})


def rows(count: int = 600) -> pd.DataFrame:
    """Snapshots that escalate when the first column is high, with missing values in the second."""
    generator = np.random.default_rng(5)
    table = pd.DataFrame(generator.normal(size=(count, 3)), columns=COLUMNS)
    table["escalates"] = (table.structure_messages + 0.5 * generator.normal(size=count) > 0).astype(int)
    table.loc[generator.random(count) < 0.2, "sentiment_last"] = np.nan
    table["weight"] = 1.0
    table["part"] = np.where(np.arange(count) % 3 == 0, "valid", "train")
    return table


@pytest.fixture(scope="module")
def model(parameters: Escalation) -> EscalationModel:
    return fit(rows(), COLUMNS, parameters)


def test_the_calibration_formula() -> None:
    calibration = Calibration(slope=2, intercept=-1)
    expected = [1 / (1 + exp(1)), 1 / (1 + exp(-(2 * 0.75 - 1)))]
    assert calibration.probability(np.array([0, 0.75])) == pytest.approx(expected)


def test_calibration_finds_the_formula_behind_the_labels() -> None:
    generator = np.random.default_rng(0)
    scores = generator.normal(size=40_000)
    labels = pd.Series((generator.random(40_000) < 1 / (1 + np.exp(-(0.5 * scores - 1)))).astype(int))
    found = calibrate(scores, labels, pd.Series(np.ones(40_000)))
    assert (found.slope, found.intercept) == pytest.approx((0.5, -1), abs=0.05)


def test_a_weight_counts_like_so_many_rows() -> None:
    scores, labels = np.array([-1.0, 0.2, 0.1, 1.0]), pd.Series([0, 1, 0, 1])
    weighted = calibrate(scores, labels, pd.Series([1.0, 1.0, 3.0, 1.0]))
    repeated = calibrate(scores[[0, 1, 2, 2, 2, 3]], labels.iloc[[0, 1, 2, 2, 2, 3]], pd.Series(np.ones(6)))
    assert (weighted.slope, weighted.intercept) == pytest.approx((repeated.slope, repeated.intercept), rel=1e-3)


def test_with_one_outcome_scores_stay_log_odds() -> None:
    assert calibrate(np.array([0.1, 0.3]), pd.Series([1, 1]), pd.Series([1.0, 1.0])) == Calibration(1, 0)


def test_it_learns_what_escalates_and_says_what_moved_it(model: EscalationModel) -> None:
    values = np.array([[2.0, 0.0, 0.0], [-2.0, 0.0, 0.0]])
    high, low = model.probability(values, COLUMNS)
    assert low < 0.2 < 0.8 < high
    contributions = model.contributions(values)
    assert contributions.shape == (2, 3)
    assert contributions[0, 0] > 0 > contributions[1, 0]
    assert (np.abs(contributions).argmax(axis=1) == 0).all()


def test_probabilities_are_calibrated_on_the_validation_part(model: EscalationModel) -> None:
    valid = rows().query("part == 'valid'")
    mean = model.probability(valid[COLUMNS].to_numpy(float), COLUMNS).mean()
    assert mean == pytest.approx(valid.escalates.mean(), abs=0.01)


def test_the_test_part_teaches_nothing(model: EscalationModel, parameters: Escalation) -> None:
    more = rows().head(60).assign(part="test", escalates=lambda table: 1 - table.escalates)
    again = fit(pd.concat([rows(), more], ignore_index=True), COLUMNS, parameters)
    assert again.booster.model_to_string() == model.booster.model_to_string()
    assert again.calibration == model.calibration


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (["b", "a", "c"], "found 'b' where 'a' was trained"),
        (["a", "b"], "found 2 where 3 was trained"),
        (["a", "b", "c", "d"], "found 4 where 3 was trained"),
        ([], "found 0 where 3 was trained"),
    ],
)
def test_other_columns_are_refused(found: list[str], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        check_columns(found, ["a", "b", "c"])


def test_a_model_refuses_rows_with_other_columns(model: EscalationModel) -> None:
    check_columns(tuple(COLUMNS), COLUMNS)
    with pytest.raises(ValueError, match="feature columns differ"):
        model.probability(np.zeros((1, 3)), COLUMNS[::-1])


def test_a_model_survives_its_files(model: EscalationModel, tmp_path: Path) -> None:
    model.save(tmp_path)
    loaded = EscalationModel.load(tmp_path)
    values = rows()[COLUMNS].to_numpy(float)
    assert loaded.columns == model.columns
    np.testing.assert_allclose(loaded.probability(values, COLUMNS), model.probability(values, COLUMNS), atol=1e-12)
    np.testing.assert_allclose(loaded.contributions(values), model.contributions(values), atol=1e-9)


def test_its_files_are_text_not_pickle(model: EscalationModel, tmp_path: Path) -> None:
    model.save(tmp_path)
    files = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert sorted(files) == ["calibration.json", "features.json", "model.txt"]
    assert files["model.txt"].startswith("tree\n")


def test_the_same_seed_gives_the_same_model_and_another_gives_another(
    model: EscalationModel, parameters: Escalation
) -> None:
    again = fit(rows(), COLUMNS, parameters)
    other = fit(rows(), COLUMNS, parameters.model_copy(update={"seed": 1}))
    values = rows()[COLUMNS].to_numpy(float)
    np.testing.assert_array_equal(again.probability(values, COLUMNS), model.probability(values, COLUMNS))
    assert again.booster.model_to_string() == model.booster.model_to_string()
    assert not np.allclose(other.probability(values, COLUMNS), model.probability(values, COLUMNS))
