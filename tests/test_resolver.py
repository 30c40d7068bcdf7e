"""Resolvers ranked: an obvious rule is learnt, nothing is learnt from nothing, and ties keep their order."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from data.files import read_params
from data.model_settings import Boosting
from training.resolver import ResolverModel, fit, ranked

COLUMNS = ["pair_skilled", "noise"]
NAMES = ["a", "b", "c"]


@pytest.fixture(scope="module")
def parameters() -> Boosting:
    return read_params().resolver.model_copy(update={"rounds": 20, "min_data_in_leaf": 5})


def made_pairs(cases: int = 90) -> pd.DataFrame:
    """Three candidates a case; the true resolver is the one with the skill."""
    generator = np.random.default_rng(1)
    rows = []
    for case in range(cases):
        truth = NAMES[case % 3]
        part = "test" if case >= cases - 30 else "train"
        rows += [
            (f"c{case}", 0, part, truth, name, float(name == truth), generator.normal())
            for name in generator.permutation(NAMES)
        ]
    return pd.DataFrame(rows, columns=["conversation_id", "sequence", "part", "resolver_id", "candidate_id", *COLUMNS])


@pytest.fixture(scope="module")
def model(parameters: Boosting) -> ResolverModel:
    return fit(made_pairs(), COLUMNS, parameters)


def order(pairs: pd.DataFrame, model: ResolverModel) -> pd.DataFrame:
    return ranked(pairs, model.score(pairs[COLUMNS].to_numpy(float), COLUMNS))


def test_an_obvious_rule_is_learnt(model: ResolverModel) -> None:
    found = order(made_pairs(), model).query("part == 'test'")
    assert len(found) == 30
    assert [names[0] for names in found.ranked] == found.resolver_id.tolist()
    assert all(sorted(names) == NAMES for names in found.ranked)


def test_a_resolver_the_model_never_saw_is_ranked_by_what_is_known_of_the_pair(model: ResolverModel) -> None:
    pairs = made_pairs().query("part == 'test'").replace({"candidate_id": {"a": "new"}, "resolver_id": {"a": "new"}})
    found = order(pairs, model)
    assert "new" in set(found.resolver_id)
    assert [names[0] for names in found.ranked] == found.resolver_id.tolist()


def test_without_hand_overs_there_is_no_model_and_every_score_is_zero(parameters: Boosting) -> None:
    nothing = fit(made_pairs().iloc[:0], COLUMNS, parameters)
    assert nothing.booster is None
    assert nothing.score(np.ones((3, 2)), COLUMNS).tolist() == [0, 0, 0]
    assert order(made_pairs().iloc[:0], nothing).empty
    with pytest.raises(ValueError, match="feature columns differ"):
        nothing.score(np.ones((3, 2)), COLUMNS[::-1])


def test_cases_whose_resolver_is_no_candidate_teach_nothing(parameters: Boosting, model: ResolverModel) -> None:
    missed = made_pairs().assign(resolver_id="nobody")
    assert fit(missed, COLUMNS, parameters).booster is None
    missed["conversation_id"] = "m" + missed.conversation_id
    again = fit(pd.concat([made_pairs(), missed], ignore_index=True), COLUMNS, parameters)
    assert model.booster is not None
    assert again.booster is not None
    assert again.booster.model_to_string() == model.booster.model_to_string()


def test_the_test_part_teaches_nothing(parameters: Boosting, model: ResolverModel) -> None:
    pairs = made_pairs()
    pairs.loc[pairs.part == "test", "resolver_id"] = "a"
    again = fit(pairs, COLUMNS, parameters)
    assert model.booster is not None
    assert again.booster is not None
    assert again.booster.model_to_string() == model.booster.model_to_string()


def test_no_pair_has_no_score(model: ResolverModel) -> None:
    assert model.score(np.empty((0, 2)), COLUMNS).shape == (0,)


def test_best_first_and_equal_scores_keep_their_order() -> None:
    pairs = made_pairs().head(6)
    found = ranked(pairs, np.array([0.0, 1.0, 0.0, 2.0, 2.0, 2.0])).set_index("conversation_id").ranked
    first, second = list(pairs.candidate_id[:3]), list(pairs.candidate_id[3:])
    assert found["c0"] == [first[1], first[0], first[2]]
    assert found["c1"] == second


def test_a_model_survives_its_files(model: ResolverModel, parameters: Boosting, tmp_path: Path) -> None:
    values = made_pairs()[COLUMNS].to_numpy(float)
    model.save(tmp_path / "full")
    loaded = ResolverModel.load(tmp_path / "full")
    np.testing.assert_allclose(loaded.score(values, COLUMNS), model.score(values, COLUMNS), atol=1e-9)
    assert sorted(path.name for path in (tmp_path / "full").iterdir()) == ["features.json", "model.txt"]
    fit(made_pairs().iloc[:0], COLUMNS, parameters).save(tmp_path / "empty")
    empty = ResolverModel.load(tmp_path / "empty")
    assert empty.booster is None
    assert empty.columns == COLUMNS
