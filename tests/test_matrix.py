"""A training row is computed with what was fitted without its fold, every other row with the full fit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd

from features.featurize import Fitted
from features.history import ALWAYS
from features.matrix import matrix
from features.past_cases import COLUMNS, History
from tests.handmade import fitted_on, talk
from tests.laws import rows_of_another_fit

CASES = {f"c{row}": talk(("customer", f"printer {row}"), name=f"c{row}", customer_id="ann") for row in range(8)}
TURNS = pd.DataFrame({"conversation_id": list(CASES), "sequence": 0, "fold": [0, 1, 2, 0, 1, 2, -1, -1]})
TURNS["part"] = ["test" if fold == -1 else "train" for fold in TURNS.fold]
MARK = "history_customer_id_rate"


def marked_fit() -> Callable[[int | None], Fitted]:
    """Give a fit for each fold that can be told from the others by the rate of an unseen customer."""
    past = pd.DataFrame({"text": ["printer jam", "network down"], "escalates": [0, 1], "resolver_id": ["a", "b"]})
    fitted = fitted_on(past)

    def fit(fold: int | None) -> Fitted:
        escalated = 9 if fold is None else fold + 2
        rows = [(f"p{n}", "customer_id", "bob", ALWAYS, int(n < escalated), "a", 0, 0) for n in range(10)]
        return replace(fitted, history=History(pd.DataFrame(rows, columns=COLUMNS), ["customer_id"], smoothing=1))

    return fit


def build(fitted_of: Callable[[int | None], Fitted]) -> pd.DataFrame:
    nobody = TURNS.iloc[:0].assign(resolver_id="")
    return matrix(TURNS, nobody, CASES, fitted_of, [], 3, lambda _: None)[0]


def test_every_row_has_the_fit_it_may_use() -> None:
    fit = marked_fit()
    folds = zip(TURNS.conversation_id, TURNS.fold, strict=True)
    expected = {name: 0.9 if fold == -1 else (fold + 2) / 10 for name, fold in folds}
    assert rows_of_another_fit(build(fit), MARK, expected) == []
    in_sample = rows_of_another_fit(build(lambda _: fit(None)), MARK, expected)
    assert sorted(in_sample) == [f"c{row}" for row in range(6)]
