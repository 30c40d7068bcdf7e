from __future__ import annotations

import time
from functools import partial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import norm
from sklearn.metrics import average_precision_score, brier_score_loss, f1_score, recall_score, roc_auc_score

from training import metrics
from training.bootstrap import Resampling, Statistic, Values, bootstrap, resamples


@st.composite
def cases(draw: st.DrawFn) -> tuple[Values, Values, Values]:
    """Labels of both kinds, probabilities with ties, and whole-number weights."""
    size = draw(st.integers(2, 30))
    labels = [1.0, 0.0, *draw(st.lists(st.sampled_from([0.0, 1.0]), min_size=size - 2, max_size=size - 2))]
    scores = draw(st.lists(st.integers(0, 20), min_size=size, max_size=size))
    weights = draw(st.lists(st.integers(1, 4), min_size=size, max_size=size))
    return np.array(labels), np.array(scores) / 20, np.array(weights, dtype=float)


def every_metric(labels: Values, scores: Values) -> dict[str, Statistic]:
    alarmed = (scores >= 0.5).astype(float)
    return {
        "auc": partial(metrics.auc, labels, scores),
        "average_precision": partial(metrics.average_precision, labels, scores),
        "f1": partial(metrics.f1, labels, alarmed),
        "recall": partial(metrics.recall, labels, alarmed),
        "brier": partial(metrics.brier, labels, scores),
        "calibration_error": partial(metrics.calibration_error, labels, scores),
        "recall_at": partial(metrics.recall_at, labels, scores, flagged=0.3),
    }


@given(cases())
def test_metrics_agree_with_scikit_learn(case: tuple[Values, Values, Values]) -> None:
    labels, scores, weights = case
    alarmed = (scores >= 0.5).astype(float)
    found = {name: metric(weights[None, :])[0] for name, metric in every_metric(labels, scores).items()}
    assert found["auc"] == pytest.approx(roc_auc_score(labels, scores, sample_weight=weights))
    assert found["average_precision"] == pytest.approx(average_precision_score(labels, scores, sample_weight=weights))
    assert found["f1"] == pytest.approx(f1_score(labels, alarmed, sample_weight=weights))
    assert found["recall"] == pytest.approx(recall_score(labels, alarmed, sample_weight=weights))
    assert found["brier"] == pytest.approx(brier_score_loss(labels, scores, sample_weight=weights))


@given(cases())
def test_a_weight_is_a_repetition_and_every_metric_has_its_bounds(case: tuple[Values, Values, Values]) -> None:
    labels, scores, weights = case
    times = weights.astype(int)
    repeated = every_metric(np.repeat(labels, times), np.repeat(scores, times))
    for name, metric in every_metric(labels, scores).items():
        value = metric(weights[None, :])[0]
        assert value == pytest.approx(repeated[name](np.ones((1, times.sum())))[0]), name
        assert -1e-12 <= value <= 1 + 1e-12, name


@given(cases())
def test_only_the_order_of_scores_decides_a_ranking_metric(case: tuple[Values, Values, Values]) -> None:
    labels, scores, weights = case
    for metric in (metrics.auc, metrics.average_precision, partial(metrics.recall_at, flagged=0.2)):
        same = metric(labels, np.exp(3 * scores) - 7, weights[None, :])
        assert metric(labels, scores, weights[None, :]) == pytest.approx(same)
    turned = metrics.auc(labels, 1 - scores, weights[None, :])
    assert metrics.auc(labels, scores, weights[None, :]) == pytest.approx(1 - turned)


def test_perfect_constant_and_one_sided_predictions() -> None:
    labels = np.array([0.0, 0, 1, 1, 1])
    weights = np.ones((1, 5))
    perfect, constant = every_metric(labels, labels), every_metric(labels, np.full(5, 0.6))
    assert [perfect[name](weights)[0] for name in ("auc", "average_precision", "f1")] == [1, 1, 1]
    assert [perfect[name](weights)[0] for name in ("brier", "calibration_error")] == [0, 0]
    assert perfect["recall_at"](weights)[0] == pytest.approx(0.3 * 5 / 3)
    assert constant["auc"](weights)[0] == 0.5
    assert constant["average_precision"](weights)[0] == pytest.approx(0.6)
    assert constant["calibration_error"](weights)[0] == pytest.approx(0)
    assert constant["recall_at"](weights)[0] == pytest.approx(0.3)
    assert metrics.lift_at(labels, np.full(5, 0.6), weights, 0.2)[0] == pytest.approx(1)
    assert np.isnan(metrics.auc(np.ones(5), labels, weights)[0])
    assert np.isnan(metrics.recall(np.zeros(5), labels, weights)[0])


def test_calibration_error_of_a_hand_made_case() -> None:
    # Bin 0.1-0.2: states .15, observes .5; bin 0.9-1: states 1, observes .5. Weighted mean gap: (.35 + .5) / 2.
    labels, stated = np.array([0.0, 1, 0, 1]), np.array([0.15, 0.15, 1, 1])
    assert metrics.calibration_error(labels, stated, np.ones((1, 4)))[0] == pytest.approx(0.425)


def test_resolver_metrics_of_a_hand_made_case() -> None:
    actual = ["network", "network", "billing", "legal"]
    ranked = [["network", "billing"], ["billing", "network"], ["legal", "network", "billing"], []]
    places = metrics.ranks(actual, ranked)
    weights = np.ones((1, 4))
    assert places.tolist() == [1, 2, 3, np.inf]
    assert metrics.top(places, weights, 1)[0] == 0.25
    assert metrics.top(places, weights, 3)[0] == 0.75
    assert metrics.reciprocal_rank(places, weights)[0] == pytest.approx((1 + 1 / 2 + 1 / 3) / 4)
    first = [names[0] if names else metrics.NOBODY for names in ranked]
    # F1: network 2/3; billing and legal, both named wrongly once, 0. Nobody is no class.
    assert metrics.macro_f1(actual, first, weights)[0] == pytest.approx((2 / 3) / 3)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abcd"), st.integers(1, 3)), min_size=1, max_size=20))
def test_macro_f1_agrees_with_scikit_learn(rows: list[tuple[str, str, int]]) -> None:
    actual, predicted = [row[0] for row in rows], [row[1] for row in rows]
    weights = np.array([float(row[2]) for row in rows])
    expected = f1_score(actual, predicted, average="macro", sample_weight=weights, zero_division=0)
    assert metrics.macro_f1(actual, predicted, weights[None, :])[0] == pytest.approx(expected)


def test_a_conversation_is_drawn_with_all_its_rows() -> None:
    owners = ["b", "a", "b", "c", "b"]
    times = np.concatenate(list(resamples(owners, Resampling(500, 0.95, 0))))
    assert times.shape == (500, 5)
    assert (times[:, 0] == times[:, 2]).all()
    assert (times[:, 0] == times[:, 4]).all()
    assert (times[:, 0] + times[:, 1] + times[:, 3] == 3).all()
    again = np.concatenate(list(resamples(owners, Resampling(500, 0.95, 0))))
    assert (times == again).all()


def test_resampling_rows_of_the_same_conversation_would_feign_certainty() -> None:
    generator = np.random.default_rng(1)
    values = np.repeat(generator.normal(size=60), 16)
    owners = np.repeat([f"c{number}" for number in range(60)], 16).tolist()
    how, weights = Resampling(600, 0.95, 0), np.ones(len(values))

    def width(names: list[str]) -> float:
        figure = bootstrap({"mean": partial(metrics.mean, values)}, names, weights, how).figure("mean")
        assert figure is not None
        return figure["high"] - figure["low"]

    by_row = width([str(number) for number in range(len(values))])
    # Sixteen copies of each value: rows look sqrt(16) times more certain than conversations are.
    assert width(owners) / by_row == pytest.approx(4, rel=0.2)


def test_intervals_cover_the_truth_as_often_as_they_say() -> None:
    generator, shift, size, trials = np.random.default_rng(3), 1.0, 120, 300
    truth, hits = norm.cdf(shift / np.sqrt(2)), 0
    for _ in range(trials):
        labels = (np.arange(size) < size / 2).astype(float)
        scores = generator.normal(size=size) + shift * labels
        names = [str(number) for number in range(size)]
        how = Resampling(300, 0.9, int(generator.integers(1_000_000)))
        figure = bootstrap({"auc": partial(metrics.auc, labels, scores)}, names, np.ones(size), how).figure("auc")
        assert figure is not None
        hits += figure["low"] <= truth <= figure["high"]
    assert 0.84 <= hits / trials <= 0.95


def test_a_difference_is_paired() -> None:
    generator = np.random.default_rng(5)
    first, noise = generator.normal(size=300), 0.01 * generator.normal(size=300)
    statistics = {"one": partial(metrics.mean, first), "two": partial(metrics.mean, first + 0.1 + noise)}
    draws = bootstrap(statistics, [str(n) for n in range(300)], np.ones(300), Resampling(400, 0.95, 0))
    difference, alone = draws.difference("two", "one"), draws.figure("one")
    assert difference is not None
    assert alone is not None
    assert difference["low"] <= 0.1 <= difference["high"]
    assert difference["high"] - difference["low"] < (alone["high"] - alone["low"]) / 20
    assert difference["n"] == 300


def test_what_the_rows_do_not_define_has_no_figure() -> None:
    labels, scores = np.ones(4), np.array([0.1, 0.2, 0.3, 0.4])
    statistics = {"auc": partial(metrics.auc, labels, scores)}
    assert bootstrap(statistics, list("abcd"), np.ones(4), Resampling(100, 0.95, 0)).figure("auc") is None


@settings(deadline=None, max_examples=20)
@given(cases())
def test_the_value_lies_on_the_data_itself_and_the_interval_is_ordered(case: tuple[Values, Values, Values]) -> None:
    labels, scores, weights = case
    statistics = {"brier": partial(metrics.brier, labels, scores)}
    names = [str(number) for number in range(len(labels))]
    figure = bootstrap(statistics, names, weights, Resampling(100, 0.9, 0)).figure("brier")
    assert figure is not None
    assert figure["value"] == pytest.approx(statistics["brier"](weights[None, :])[0], abs=1e-6)
    assert figure["low"] <= figure["high"]


def test_a_thousand_resamples_of_a_thousand_rows_take_seconds() -> None:
    generator = np.random.default_rng(0)
    labels, scores = (generator.random(1100) < 0.5).astype(float), generator.random(1100)
    statistics = {
        (method, name): metric for method in range(6) for name, metric in every_metric(labels, scores).items()
    }
    started = time.perf_counter()
    bootstrap(statistics, [str(n) for n in range(1100)], np.ones(1100), Resampling(1000, 0.95, 0))
    assert time.perf_counter() - started < 20
