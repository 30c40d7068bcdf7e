"""(case, resolver) pairs: the same columns for every resolver, candidates that never know the answer."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from data.schema import Conversation, Resolver
from features.featurize import Fitted, featurize
from features.matrix import matrix
from features.pairs import Pairs, Ranking, best_of, pair_means, profile_values, topics_of
from features.past_cases import COLUMNS
from tests.handmade import after, fitted_on, talk

PAST = pd.DataFrame(
    [
        ("printer jammed", 1, "print"),
        ("printer paper", 0, "print"),
        ("network down", 1, "network"),
        ("network slow", 0, "network"),
        ("strange noise", 0, None),
        ("network cable", 1, "network"),
    ],
    columns=["text", "escalates", "resolver_id"],
)
SEEN = [("a", "ann", 1, "print"), ("b", "ann", 2, "network"), ("d", "ann", 3, "network"), ("e", "bob", 4, "network")]
HISTORY = pd.DataFrame(
    [(name, "customer_id", customer, after(at), 0, by, 0, 0) for name, customer, at, by in SEEN], columns=COLUMNS
)


@pytest.fixture(scope="module")
def fitted() -> Fitted:
    return fitted_on(PAST, HISTORY)


def pairs_of(
    fitted: Fitted, case: Conversation, resolvers: list[Resolver] | None = None, candidates: int = 20
) -> tuple[Pairs, pd.DataFrame]:
    pairs = Ranking(fitted, resolvers or [], candidates).pairs([case], featurize([case], fitted))
    table = pd.DataFrame(pairs.values, pairs.resolver_ids, [name.removeprefix("pair_") for name in pairs.columns])
    return pairs, table


def test_every_pair_has_every_column_and_a_group_counts_its_pairs(fitted: Fitted) -> None:
    cases = [talk(("customer", "printer jammed")), talk(("customer", "network down"))]
    pairs = Ranking(fitted, [], 20).pairs(cases, featurize(cases, fitted))
    assert pairs.columns == list(pair_means([1, 3]))
    assert pairs.values.shape == (4, len(pairs.columns))
    assert pairs.group == [2, 2]
    # Best first: each case begins with who solves such cases.
    assert [pairs.resolver_ids[0], pairs.resolver_ids[2]] == ["print", "network"]


def test_votes_by_hand(fitted: Fitted) -> None:
    # Likeness 1 to "network down", 1/2 to "network slow" and "network cable"; weights are squares.
    _, table = pairs_of(fitted, talk(("customer", "network down")))
    assert list(table.loc["network", ["votes_1", "votes_3"]]) == pytest.approx([1, 1], abs=1e-6)
    # 1/sqrt(2) to "strange noise", whom nobody solved, then 0.01 at least for others in their order.
    _, table = pairs_of(fitted, talk(("customer", "noise")))
    weight = np.array([0.5, 1e-4, 1e-4])
    assert table["votes_1"].tolist() == pytest.approx([0, 0])
    assert table["votes_3"]["print"] == pytest.approx(weight[1:].sum() / weight.sum(), rel=1e-4)


def test_what_was_solved_is_counted(fitted: Fitted) -> None:
    _, table = pairs_of(fitted, talk(("customer", "printer jammed")))
    assert table.cases.to_dict() == {"print": 2, "network": 3}
    assert table["share"]["network"] == pytest.approx(3 / 5)
    assert table["similarity"]["print"] == pytest.approx(1, abs=1e-6)
    assert table.linear_share.sum() == pytest.approx(1)
    assert table.linear_rank.to_dict() == {"print": 0, "network": 1}
    assert table["linear_behind"]["print"] == 0
    # The middle of "printer jammed" and "printer paper" points to (2, 1, 1), the case to (1, 1, 0).
    assert table["centroid"]["print"] == pytest.approx(3 / np.sqrt(6 * 2), abs=1e-6)


def test_experience_with_a_customer_is_as_of_the_snapshot(fitted: Fitted) -> None:
    case = talk(("customer", "hello"), customer_id="ann", opened_at=after(2.5))
    _, table = pairs_of(fitted, case)
    assert table.customer_id_cases.to_dict() == {"print": 1, "network": 1}
    assert table["customer_id_share"]["print"] == pytest.approx(1 / 3)  # One of two, smoothed by one.
    _, later = pairs_of(fitted, case.model_copy(update={"opened_at": after(9)}))
    assert later.customer_id_cases.to_dict() == {"print": 1, "network": 2}
    _, unknown = pairs_of(fitted, talk(("customer", "hello")))
    assert unknown.customer_id_cases.isna().all()


def test_a_resolver_without_a_profile_is_missing_not_guessed(fitted: Fitted) -> None:
    known = Resolver(resolver_id="print", tier=2, languages=["de"], skills=["hardware"])
    case = talk(("customer", "printer"), language="de", category="hardware")
    _, table = pairs_of(fitted, case, [known])
    assert list(table.loc["print", ["tier", "speaks", "skilled"]]) == [2, 1, 1]
    assert table.loc["network", ["tier", "speaks", "skilled"]].isna().all()


def test_a_profile_is_compared_with_what_is_known_of_the_case() -> None:
    full = Resolver(resolver_id="r", tier=0, languages=["de"], skills=["atlas"])

    def found(resolver: Resolver, text: str = "x", **fields: str) -> tuple[float, float, float]:
        case = talk(("customer", text), **fields)
        return profile_values(resolver, case, topics_of(case, ["atlas", "hermes"]))

    assert found(full, language="fr", product="hermes") == (0, 0, 0)
    assert found(full, product="atlas", category="billing")[2] == 1
    assert found(full, "my Atlas is broken")[2] == 1
    assert np.isnan(found(full)[1:]).all()
    assert np.isnan(found(Resolver(resolver_id="r"), language="de")).all()


def test_a_new_resolver_of_the_table_is_a_candidate(fitted: Fitted) -> None:
    new = Resolver(resolver_id="new", tier=1)
    pairs, table = pairs_of(fitted, talk(("customer", "printer"), customer_id="ann"), [new])
    assert set(pairs.resolver_ids) == {"print", "network", "new"}
    assert list(table.loc["new", ["cases", "share", "votes_3", "linear_share", "centroid"]]) == [0] * 5
    assert np.isnan(table["similarity"]["new"])


def test_as_many_candidates_as_asked_for_the_likeliest(fitted: Fitted) -> None:
    for text, best in (("printer jammed", "print"), ("network down", "network")):
        pairs, _ = pairs_of(fitted, talk(("customer", text)), candidates=1)
        assert pairs.resolver_ids == [best]


def test_the_true_resolver_is_never_put_among_the_candidates(fitted: Fitted) -> None:
    cases = {"x": talk(("customer", "printer jammed"), name="x"), "y": talk(("customer", "network down"), name="y")}
    turns = pd.DataFrame({"conversation_id": ["x"], "sequence": 0, "part": "test", "fold": -1})

    def candidates(truth: list[str]) -> list[str]:
        handovers = pd.DataFrame({"conversation_id": ["x", "y"], "sequence": 0, "part": "train", "fold": -1})
        handovers["resolver_id"] = truth
        _, pairs = matrix(turns, handovers, cases, lambda _: fitted, [], 1, lambda _: None)
        assert list(pairs.resolver_id) == truth
        return list(pairs.candidate_id)

    assert candidates(["print", "network"]) == ["print", "network"]
    assert candidates(["network", "nobody we know"]) == ["print", "network"]


def test_a_source_that_names_no_resolver_has_an_empty_table_with_all_columns(fitted: Fitted) -> None:
    turns = pd.DataFrame({"conversation_id": ["x"], "sequence": 0, "part": "test", "fold": -1})
    nobody = turns.iloc[:0].assign(resolver_id="")
    cases = {"x": talk(("customer", "printer jammed"), name="x")}
    single, pairs = matrix(turns, nobody, cases, lambda _: fitted, [], 5, lambda _: None)
    assert len(single) == 1
    assert pairs.empty
    assert set(pair_means([1, 3])) <= set(pairs.columns)


def test_without_any_resolver_there_is_no_pair() -> None:
    fitted = fitted_on(PAST.assign(resolver_id=None))
    pairs, _ = pairs_of(fitted, talk(("customer", "printer jammed")))
    assert pairs.resolver_ids == []
    assert pairs.values.shape == (0, len(pairs.columns))


def test_the_best_similarity_of_each_resolver() -> None:
    found = best_of(np.array([1, -1, 1, 0]), np.array([0.9, 0.8, 0.95, 0.1]), 3)
    np.testing.assert_array_equal(found, [0.1, 0.95, np.nan])
