"""Past cases in embedding space: nearest first, ties in their order, shares weighted by likeness."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from data.files import write_json, write_table
from features.nearest import CHUNK, ApproximateSearch, ExactSearch, build_index, save_index
from features.neighbours import INDEX, Neighbours, case_vector, columns, load_neighbours, neighbours_features
from tests.handmade import talk, vectors_of

ANGLES = np.radians([0, 10, 60, 90])


def places(angles: np.ndarray) -> np.ndarray:
    return np.column_stack([np.cos(angles), np.sin(angles)])


def index_of(angles: np.ndarray, escalated: list[int], shares_at: list[int], power: float = 2) -> Neighbours:
    cases = pd.DataFrame(
        {
            "conversation_id": [f"p{row}" for row in range(len(angles))],
            "escalated": escalated,
            "resolver_id": [None if row % 2 else f"r{row}" for row in range(len(angles))],
            "types": ["functional priority" if row == 1 else "" for row in range(len(angles))],
        }
    )
    return Neighbours(cases, places(angles).astype(np.float32), shares_at, power)


def test_the_most_similar_come_first() -> None:
    found = index_of(ANGLES, [1, 0, 1, 0], [1, 3]).search(places(np.radians([58.0])))
    assert found.rows.tolist() == [[2, 3, 1]]
    assert found.similarity[0] == pytest.approx(np.cos(np.radians([2, 32, 48])), abs=1e-6)


def test_of_equal_cases_the_first_are_taken() -> None:
    angles = np.where(np.arange(400) % 7 == 0, 0.0, 1.0)
    found = index_of(angles, [0] * 400, [30]).search(places(np.zeros(1)))
    assert found.rows[0].tolist() == list(range(0, 210, 7))


def test_no_more_cases_than_there_are() -> None:
    assert index_of(ANGLES, [1, 0, 1, 0], [3, 30]).search(places(np.zeros(2))).rows.shape == (2, 4)


def test_chunks_change_nothing() -> None:
    index = index_of(ANGLES, [1, 0, 1, 0], [3])
    queries = places(np.linspace(0, 3, CHUNK + 5))
    whole, alone = index.search(queries), index.search(queries[CHUNK : CHUNK + 1])
    np.testing.assert_array_equal(whole.rows[CHUNK], alone.rows[0])
    assert len(whole.rows) == len(queries)


def test_no_query_finds_nothing() -> None:
    assert index_of(ANGLES, [1, 0, 1, 0], [3]).search(np.empty((0, 2))).rows.shape == (0, 3)


def test_shares_by_hand() -> None:
    index = index_of(ANGLES, [1, 0, 1, 0], [1, 2, 3], power=2)
    found = index.search(places(np.radians([0.0])))
    values = neighbours_features(index, found, 0)
    assert list(values) == list(columns([1, 2, 3]))
    near = np.cos(np.radians([0, 10, 60]))
    weight = near**2
    assert values["neighbours_rate_1"] == pytest.approx(1)
    assert values["neighbours_rate_2"] == pytest.approx(weight[0] / weight[:2].sum(), abs=1e-6)
    assert values["neighbours_rate_3"] == pytest.approx((weight[0] + weight[2]) / weight.sum(), abs=1e-6)
    assert values["neighbours_top_similarity"] == pytest.approx(1)
    assert values["neighbours_top_escalated"] == 1
    assert values["neighbours_mean_similarity"] == pytest.approx(near.mean(), abs=1e-6)


def test_cases_that_point_elsewhere_hardly_count_but_never_divide_by_zero() -> None:
    index = index_of(np.radians([180.0, 180.0]), [1, 0], [2])
    values = neighbours_features(index, index.search(places(np.zeros(1))), 0)
    assert values["neighbours_rate_2"] == pytest.approx(0.5)


def test_without_past_cases_all_is_missing() -> None:
    index = index_of(np.empty(0), [], [3])
    values = neighbours_features(index, index.search(places(np.zeros(1))), 0)
    assert np.isnan(list(values.values())).all()


def test_a_case_stands_where_its_customer_does() -> None:
    spoken = talk(("bot", "hello"), ("customer", "printer"), ("customer", "paper"))
    vectors = vectors_of(spoken)
    mean = vectors["printer"].astype(float) + vectors["paper"]
    assert case_vector(spoken, vectors) == pytest.approx(mean / np.linalg.norm(mean))
    unspoken = talk(("bot", "hello"))
    assert case_vector(unspoken, vectors_of(unspoken)) == pytest.approx(vectors["hello"])


def test_a_fold_is_left_out_when_asked(tmp_path: Path) -> None:
    cases = pd.DataFrame(
        {
            "conversation_id": ["a", "b", "c"],
            "escalated": [1, 0, 1],
            "resolver_id": ["r", None, "s"],
            "types": ["", "", ""],
            "fold": [0, 1, 0],
        }
    )
    write_table(tmp_path / "cases.parquet", cases)
    np.save(tmp_path / "vectors.npy", places(ANGLES[:3]).astype(np.float32))
    write_json(tmp_path / "settings.json", {"shares_at": [3], "similarity_power": 4})
    assert list(load_neighbours(tmp_path).conversation_ids) == ["a", "b", "c"]
    without = load_neighbours(tmp_path, without_fold=0)
    assert list(without.conversation_ids) == ["b"]
    assert without.vectors[0] == pytest.approx(places(ANGLES)[1])


def directions(count: int, seed: int) -> np.ndarray:
    drawn = np.random.default_rng(seed).normal(size=(count, 16)) @ np.random.default_rng(0).normal(size=(16, 32))
    return np.asarray(drawn / np.linalg.norm(drawn, axis=1, keepdims=True), np.float32)


def test_an_index_finds_what_comparing_with_every_case_finds() -> None:
    vectors, queries = directions(5000, 1), directions(100, 2).astype(float)
    kept = np.arange(5000) % 5 != 0
    exact = ExactSearch(vectors[kept]).nearest(queries, 10)
    search = ApproximateSearch(build_index(vectors), vectors, kept)
    found = search.nearest(queries, 10)
    shared = [len(set(a) & set(b)) for a, b in zip(exact.rows, found.rows, strict=True)]
    assert np.mean(shared) >= 9.8
    alone = [search.nearest(query[None], 10).rows[0] for query in queries]
    np.testing.assert_array_equal(found.rows, alone)
    first = exact.rows[:, 0] == found.rows[:, 0]
    np.testing.assert_allclose(exact.similarity[first, 0], found.similarity[first, 0], atol=1e-9)


def test_an_index_of_which_nearly_all_is_left_out_still_gives_as_many_as_asked() -> None:
    vectors = directions(3000, 3)
    kept = np.arange(3000) >= 2990
    found = ApproximateSearch(build_index(vectors), vectors, kept).nearest(directions(5, 4).astype(float), 10)
    assert [sorted(row) for row in found.rows.tolist()] == [list(range(10))] * 5


def test_many_cases_are_read_through_their_index(tmp_path: Path) -> None:
    vectors = directions(400, 5)
    names = [f"c{row}" for row in range(400)]
    table = {"conversation_id": names, "escalated": [0, 1] * 200, "resolver_id": "r", "types": "", "fold": [0, 1] * 200}
    write_table(tmp_path / "cases.parquet", pd.DataFrame(table))
    np.save(tmp_path / "vectors.npy", vectors)
    write_json(tmp_path / "settings.json", {"shares_at": [3], "similarity_power": 4})
    exact = load_neighbours(tmp_path, without_fold=1).search(vectors[:20].astype(float))
    save_index(build_index(vectors), tmp_path / INDEX)
    index = load_neighbours(tmp_path, without_fold=1)
    np.testing.assert_array_equal(index.search(vectors[:20].astype(float)).rows, exact.rows)
    assert not index.escalated.any()


def test_types_and_gaps_by_hand() -> None:
    index = index_of(ANGLES, [0, 1, 1, 0], [1])
    values = neighbours_features(index, Neighbours.search(index, places(np.radians([0.0]))), 0)
    assert values["neighbours_functional"] == 0  # Only the most similar is looked at, and the second has the type.
    wider = index_of(ANGLES, [0, 1, 1, 0], [3])
    values = neighbours_features(wider, wider.search(places(np.radians([0.0]))), 0)
    near = np.cos(np.radians([0, 10, 60]))
    assert values["neighbours_priority"] == pytest.approx(near[1] ** 2 / (near**2).sum(), abs=1e-6)
    assert values["neighbours_gap"] == pytest.approx(near[0] - near[2], abs=1e-6)
    assert values["neighbours_gap_escalated"] == pytest.approx(near[1] - near[0], abs=1e-6)
