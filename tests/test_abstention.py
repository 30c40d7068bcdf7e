"""The abstain band: the error among sure answers is kept, and what cannot be proven is not answered."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.abstention import CONFIDENCE, find_band
from training.policy import NEVER, Band, Costs, Policy

ERROR, DRAWS = 0.1, 60


def draw(random: np.random.Generator, count: int, bias: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
    """Draw labels and probabilities; with ``bias`` the probabilities are too sure of themselves."""
    scores = 3 * random.normal(size=count)
    labels = (random.random(count) < 1 / (1 + np.exp(-scores))).astype(int)
    return labels, 1 / (1 + np.exp(-scores * (1 + bias)))


def errors(band: Band, labels: np.ndarray, probabilities: np.ndarray) -> list[float]:
    """Give the share of wrong answers among the yes and among the no."""
    yes, no = probabilities >= band.high, probabilities < band.low
    return [float(wrong.mean()) for wrong in (labels[yes] == 0, labels[no] == 1) if len(wrong)]


@pytest.mark.parametrize("bias", [0.0, 2.0])
def test_the_error_is_kept_also_where_probabilities_are_not_calibrated(bias: float) -> None:
    random = np.random.default_rng(7)
    broken, sure = 0, []
    for _ in range(DRAWS):
        band = find_band(*draw(random, 800, bias), ERROR)
        labels, probabilities = draw(random, 20_000, bias)
        broken += any(error > ERROR for error in errors(band, labels, probabilities))
        sure.append(1 - band.unsure(probabilities).mean())
    assert broken <= DRAWS * (1 - CONFIDENCE)
    assert np.mean(sure) > 0.3  # Keeping quiet about everything would be easy.


def test_chance_is_never_sure() -> None:
    random = np.random.default_rng(1)
    band = find_band(random.integers(0, 2, 500), random.random(500), 0.05)
    assert (band.low, band.high) == (0.0, NEVER)


def test_few_cases_or_one_outcome_prove_nothing() -> None:
    assert find_band([0, 1] * 5, [0.1, 0.9] * 5, 0.05).unsure([0.0, 0.5, 1.0]).all()
    assert find_band([1] * 500, np.linspace(0, 1, 500), 0.05).unsure([0.0, 1.0]).all()


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_a_band_is_between_its_ends_and_survives_json(low: float, high: float, probability: float) -> None:
    band = Band(min(low, high), max(low, high), ERROR)
    assert bool(band.unsure(probability)) == (band.low <= probability < band.high)
    policy = Policy(0.5, 0.5, Costs(10, 1), "valid", band)
    assert Policy.from_json(policy.to_json()) == policy
