"""What is fitted without a fold never saw that fold, and nothing fitted ever saw the test part."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from data.errors import BadInput
from data.files import read_table
from data.model_settings import TextScore as Parameters
from features.history import ALWAYS
from features.neighbours import Neighbours
from features.past_cases import COLUMNS, History
from features.text_score import TextScore, fit_text_scores, training_rows
from tests.laws import rows_seen

PARAMETERS = Parameters(
    word_ngrams=(1, 1), character_ngrams=(2, 3), min_df=1, regularisation=4, resolver_regularisation=1,
    resolver_sharpness=3,
)  # fmt: skip
WORDS = ("printer", "invoice", "password", "server", "network", "refund", "outage", "login")


def training_cases(altered: list[int]) -> pd.DataFrame:
    """Give 24 small cases in three folds, some with another text and label."""
    rows = []
    for row in range(24):
        text = "zebra quartz" if row in altered else f"{WORDS[row % 8]} {WORDS[row * 3 % 8]} case {row}"
        escalates = (row // 2) % 2 ^ (row in altered)
        read = {"customer": [text], "exchange": [text], "texts": [text]}
        rows.append({**read, "escalates": escalates, "weight": 1.0, "fold": row % 3, "resolver_id": f"r{row % 4}"})
    return pd.DataFrame(rows)


def as_bytes(fitted: TextScore) -> bytes:
    """Name everything that was fitted."""
    terms = "\n".join(term for name in fitted.vocabulary.terms.values() for term in name)
    models = [fitted.customer, fitted.exchange, fitted.resolver]
    numbers = [model.coefficients.tobytes() + model.intercepts.tobytes() for model in models]
    frequencies = [frequency.tobytes() for frequency in fitted.vocabulary.idf.values()]
    return hashlib.sha256(terms.encode() + b"".join(numbers + frequencies)).digest()


def fit_without_fold_one(altered: list[int]) -> bytes:
    rows = training_cases(altered)
    return as_bytes(fit_text_scores(rows, rows, PARAMETERS, [None, 1])[1])


def fit_on_everything(altered: list[int]) -> bytes:
    """The planted violation: asked for a row of fold 1, it takes the full fit."""
    rows = training_cases(altered)
    return as_bytes(fit_text_scores(rows, rows, PARAMETERS, [None, 1])[None])


FOLD_ONE = [row for row in range(24) if row % 3 == 1]


def test_text_scores_without_a_fold_never_saw_it() -> None:
    assert rows_seen(fit_without_fold_one, FOLD_ONE) == []
    assert rows_seen(fit_without_fold_one, [0, 2, 3]) == [0, 2, 3]


def test_an_encoder_that_saw_its_own_rows_is_caught() -> None:
    assert rows_seen(fit_on_everything, FOLD_ONE) == FOLD_ONE


def split_table() -> pd.DataFrame:
    """The split of the small cases: every fourth is a test conversation."""
    rows = pd.DataFrame({"conversation_id": [f"c{row}" for row in range(24)], "fold": [row % 3 for row in range(24)]})
    return rows.assign(part=["test" if row % 4 == 3 else "train" for row in range(24)])


def fit_on_the_training_part(altered: list[int]) -> bytes:
    rows = training_cases(altered).drop(columns="fold").assign(conversation_id=[f"c{row}" for row in range(24)])
    kept = training_rows(rows, split_table())
    return as_bytes(fit_text_scores(kept, kept, PARAMETERS, [None])[None])


def fit_on_the_test_part_too(altered: list[int]) -> bytes:
    """The planted violation: it forgets to choose the training part."""
    rows = training_cases(altered)
    return as_bytes(fit_text_scores(rows, rows, PARAMETERS, [None])[None])


def test_what_is_fitted_never_saw_the_test_part() -> None:
    test_part = [row for row in range(24) if row % 4 == 3]
    assert rows_seen(fit_on_the_training_part, test_part) == []
    assert rows_seen(fit_on_the_training_part, [0, 1]) == [0, 1]
    assert rows_seen(fit_on_the_test_part_too, test_part) == test_part


def test_the_real_vocabulary_holds_no_word_of_the_test_part_alone(simulated_run: Path) -> None:
    parts = read_table(simulated_run / "data/out/split/split.parquet").set_index("conversation_id").part
    messages = read_table(simulated_run / "data/out/conversations/messages.parquet")
    words = {
        part: {word for text in rows.text for word in re.findall(r"(?u)\b\w\w+\b", text.lower())}
        for part, rows in messages.groupby(messages.conversation_id.map(parts) == "train")
    }
    known = set(read_table(simulated_run / "features/out/text_score/full/word.parquet").term)
    assert words[False] - words[True]
    assert not known & (words[False] - words[True])


def test_folds_chosen_from_shared_counts_equal_a_fit_on_their_rows_alone() -> None:
    rows = training_cases([])
    shared = fit_text_scores(rows, rows, PARAMETERS, [None, 1])[1]
    kept = rows[rows.fold != 1].reset_index(drop=True)
    alone = fit_text_scores(kept, kept, PARAMETERS, [None])[None]
    texts = [["printer invoice"], ["zebra"], ["case 4", "server"]]
    np.testing.assert_allclose(shared.escalation_scores(texts), alone.escalation_scores(texts), atol=1e-9)
    np.testing.assert_allclose(shared.resolver_shares(texts), alone.resolver_shares(texts), atol=1e-9)


def test_one_outcome_only_is_one_sentence() -> None:
    rows = training_cases([]).assign(escalates=0)
    with pytest.raises(BadInput, match="give examples of both outcomes"):
        fit_text_scores(rows, rows, PARAMETERS, [None])


def test_text_scores_survive_saving_without_pickle(tmp_path: Path) -> None:
    rows = training_cases([])
    fitted = fit_text_scores(rows, rows, PARAMETERS, [None])[None]
    fitted.save(tmp_path)
    loaded = TextScore.load(tmp_path)
    texts = [*rows.texts, ["never seen"]]
    np.testing.assert_array_equal(fitted.escalation_scores(texts), loaded.escalation_scores(texts))
    np.testing.assert_array_equal(fitted.resolver_shares(texts), loaded.resolver_shares(texts))
    for path in tmp_path.rglob("*.npy"):
        np.load(path, allow_pickle=False)


def test_history_counts_only_what_was_known_before() -> None:
    start = datetime(2025, 1, 1, tzinfo=UTC)
    rows = [
        (f"c{day}", "customer_id", "ann", start + timedelta(days=day), day % 2, f"r{day % 2}", 0, 0) for day in range(6)
    ]
    history = History(pd.DataFrame(rows, columns=COLUMNS), ["customer_id"], smoothing=1)
    assert history.rate("customer_id", "ann", start) == (0.5, 0)
    rate, cases = history.rate("customer_id", "ann", start + timedelta(days=3))
    assert (rate, cases) == ((1 + 0.5) / 4, 3)
    assert history.resolved("customer_id", "ann", "r1", start + timedelta(days=3)) == 1
    assert np.isnan(history.rate("customer_id", None, start)).all()
    assert history.rate("customer_id", "nobody", None) == (0.5, 0)


def test_a_source_without_a_clock_counts_all_other_folds() -> None:
    rows = [(f"c{n}", "customer_id", "ann", ALWAYS, 1, "r0", 0, n % 2) for n in range(10)]
    table = pd.DataFrame(rows, columns=COLUMNS)
    without = History(table[table.fold != 1], ["customer_id"], smoothing=5)
    assert without.rate("customer_id", "ann", None)[1] == 5


def test_a_case_is_never_its_own_neighbour(simulated_run: Path) -> None:
    cases = read_table(simulated_run / "features/out/neighbours/cases.parquet")
    vectors = np.load(simulated_run / "features/out/neighbours/vectors.npy")
    for fold in sorted(cases.fold.unique()):
        kept = (cases.fold != fold).to_numpy()
        index = Neighbours(cases[kept], vectors[kept], [3], 4)
        own = set(cases.conversation_id[~kept])
        found = index.search(vectors[~kept].astype(float))
        assert not own & set(index.conversation_ids[found.rows.ravel()])


def test_nothing_fitted_knows_the_test_part(simulated_run: Path) -> None:
    parts = read_table(simulated_run / "data/out/split/split.parquet").set_index("conversation_id").part
    for name in ("features/out/neighbours/cases.parquet", "features/out/history/entries.parquet"):
        known = read_table(simulated_run / name).conversation_id
        assert set(parts[known]) == {"train"}, name
