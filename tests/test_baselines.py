"""The simple methods: each learns an easy made-up task, from the training part alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import roc_auc_score

from data.files import read_params
from data.model_settings import Baselines
from features.embedding import StoredVectors
from features.text_score import last_exchange
from tests.handmade import embed_by_words, talk
from tests.small_desks import store_encodings
from training.baselines import ESCALATION, RESOLVER, by_score, prior, with_text

TOPICS = {
    "net": ("network outage in the plant", "server down again"),
    "access": ("password reset please", "how do I unlock my login"),
    "bills": ("please advise on the tax form", "thanks for the tax letter"),
}
ESCALATES = {"net": 1, "access": 0, "bills": 0}


@pytest.fixture(scope="module")
def settings() -> Baselines:
    return read_params().baselines.model_copy(update={"naive_rounds": 20, "naive_multiclass_rounds": 20})


def task(count: int, seed: int) -> pd.DataFrame:
    """Cases of three topics, each solved by its team; those of one escalate; one in ten ends otherwise."""
    generator = np.random.default_rng(seed)
    names = generator.choice(list(TOPICS), count, p=[0.4, 0.35, 0.25])
    texts = [f"{TOPICS[name][generator.integers(2)]} {generator.integers(1000)}" for name in names]
    surprise = generator.random(count) < 0.1
    escalates = np.array([ESCALATES[name] for name in names]) ^ surprise
    return pd.DataFrame(
        {
            "conversation_id": [f"c{seed}-{row}" for row in range(count)],
            "sequence": 0,
            "text": texts,
            "vector": pd.Series(list(embed_by_words(texts).astype(float)), dtype=object),
            "escalates": escalates,
            "weight": 1.0,
            "resolver_id": np.where(surprise, "desk", names),
        }
    )


TRAIN, ASKED = task(240, 1), task(120, 2)


def test_the_prior_is_the_weighted_training_rate(settings: Baselines) -> None:
    train = pd.DataFrame({"escalates": [1, 0, 0], "weight": [1.0, 0.5, 0.5]})
    assert prior(train, ASKED.head(2), settings).tolist() == pytest.approx([0.5, 0.5])


@pytest.mark.parametrize("name", [name for name in ESCALATION if name != "prior"])
def test_each_method_beats_the_prior(name: str, settings: Baselines) -> None:
    scores = ESCALATION[name](TRAIN, ASKED, settings)
    assert scores.shape == (len(ASKED),)
    assert ((scores >= 0) & (scores <= 1)).all()
    assert roc_auc_score(ASKED.escalates, scores) > 0.85
    assert roc_auc_score(ASKED.escalates, ESCALATION["prior"](TRAIN, ASKED, settings)) == 0.5


def top_1(name: str, settings: Baselines) -> float:
    ranked = RESOLVER[name](TRAIN, ASKED, settings)
    return float(np.mean([names[0] == truth for names, truth in zip(ranked, ASKED.resolver_id, strict=True)]))


@pytest.mark.parametrize("name", [name for name in RESOLVER if name != "frequency"])
def test_each_router_beats_frequency(name: str, settings: Baselines) -> None:
    assert top_1(name, settings) > 0.8 > 0.6 > top_1("frequency", settings)


@pytest.mark.parametrize("name", RESOLVER)
def test_every_ranking_is_whole_and_best_first(name: str, settings: Baselines) -> None:
    known = set(TRAIN.resolver_id)
    for names in RESOLVER[name](TRAIN, ASKED, settings):
        assert len(names) == len(known)
        assert set(names) == known


def test_two_resolvers_are_ranked_like_many(settings: Baselines) -> None:
    two = TRAIN[TRAIN.resolver_id.isin(["net", "access"])].reset_index(drop=True)
    asked = ASKED[ASKED.resolver_id.isin(["net", "access"])]
    for name in ("tfidf_linear", "neighbours", "embedding_lightgbm"):
        ranked = RESOLVER[name](two, asked, settings)
        assert np.mean([n[0] == truth for n, truth in zip(ranked, asked.resolver_id, strict=True)]) > 0.9, name


def test_frequency_is_by_hand(settings: Baselines) -> None:
    train = pd.DataFrame({"resolver_id": ["b", "a", "b", "c", "b", "a"]})
    assert RESOLVER["frequency"](train, ASKED.head(2), settings) == [["b", "a", "c"]] * 2


def test_names_are_ordered_by_score_and_ties_keep_theirs() -> None:
    names = np.array(["a", "b", "c"], object)
    assert by_score(names, np.array([[0, 2, 1], [1, 1, 1.0]])) == [["b", "c", "a"], ["a", "b", "c"]]


@pytest.mark.parametrize("name", ESCALATION)
def test_labels_outside_the_training_part_change_no_score(name: str, settings: Baselines) -> None:
    altered = ASKED.assign(escalates=1 - ASKED.escalates, resolver_id="nobody", weight=9.0)
    before, again = (ESCALATION[name](TRAIN, rows, settings) for rows in (ASKED, altered))
    np.testing.assert_array_equal(before, again)


@pytest.mark.parametrize("name", RESOLVER)
def test_resolvers_outside_the_training_part_change_no_ranking(name: str, settings: Baselines) -> None:
    altered = ASKED.assign(resolver_id="nobody", escalates=0)
    assert RESOLVER[name](TRAIN, ASKED, settings) == RESOLVER[name](TRAIN, altered, settings)


@pytest.mark.parametrize("name", ESCALATION)
def test_a_row_is_scored_alike_alone_and_in_company(name: str, settings: Baselines) -> None:
    # What is fitted on the rows asked about would move with them.
    whole = ESCALATION[name](TRAIN, ASKED, settings)
    np.testing.assert_allclose(ESCALATION[name](TRAIN, ASKED.tail(5), settings), whole[-5:], atol=1e-9)


def test_text_and_vector_are_those_of_the_snapshot(tmp_path: Path) -> None:
    case = talk(("customer", "network down"), ("bot", "restart"), ("customer", "a person"), name="x")
    texts = [message.words for message in case.messages]
    store_encodings(tmp_path, texts)
    rows = pd.DataFrame({"conversation_id": ["x", "x"], "sequence": [1, 2]}, index=[7, 3])
    found: Any = with_text(rows, {"x": case}, StoredVectors(tmp_path))
    assert found.text.tolist() == ["network down\nrestart", "network down\nrestart\na person"]
    assert found.vector[7] == pytest.approx(embed_by_words(["network down"])[0], abs=1e-6)
    assert found.vector[3] != pytest.approx(found.vector[7], abs=1e-6)
    # A label of a single turn is about what was said there, not about the whole dialogue.
    assert with_text(rows, {"x": case}, StoredVectors(tmp_path), last_exchange).text.tolist()[1] == "restart\na person"
