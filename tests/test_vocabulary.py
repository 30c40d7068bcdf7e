"""The pickle-free TF-IDF equals scikit-learn's, fitted on the same rows."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from data.errors import BadInput
from features.vocabulary import ANALYSERS, Vocabulary, count_terms, fit_vocabulary

NGRAMS = {"word": (1, 2), "char_wb": (2, 5)}
TEXTS = [
    "My printer is out of paper, again and again.", "The printer on floor 2 is jammed", "Invoice 17 is wrong",
    "invoice wrong, please correct the invoice", "Passwort zurücksetzen bitte", "请重置密码 please", "network down",
    "the network is down again", "down", "paper paper paper",
]  # fmt: skip
UNSEEN = ["the printer is down", "zzz qqq", "", "密码"]


@pytest.mark.parametrize("rows", [list(range(10)), [0, 2, 3, 5, 7, 9]])
@pytest.mark.parametrize("min_df", [1, 2])
def test_it_equals_scikit_learn_fitted_on_the_same_rows(rows: list[int], min_df: int) -> None:
    vocabulary, weights = fit_vocabulary(count_terms(TEXTS, NGRAMS), np.array(rows), NGRAMS, min_df)
    fitted, unseen = [], []
    for name in ANALYSERS:
        theirs = TfidfVectorizer(analyzer=name, ngram_range=NGRAMS[name], sublinear_tf=True, min_df=min_df)
        fitted.append(theirs.fit_transform([TEXTS[row] for row in rows]).toarray())
        unseen.append(theirs.transform(UNSEEN).toarray())
        assert vocabulary.terms[name] == list(theirs.get_feature_names_out())
    np.testing.assert_allclose(weights.toarray(), np.hstack(fitted), atol=1e-12)
    np.testing.assert_allclose(vocabulary.transform(UNSEEN).toarray(), np.hstack(unseen), atol=1e-12)


@given(st.lists(st.text(max_size=60), min_size=1, max_size=4), st.sampled_from([(1, 1), (1, 2), (2, 3)]))
def test_any_text_is_counted_as_scikit_learn_does(texts: list[str], sizes: tuple[int, int]) -> None:
    ngrams = {"word": sizes, "char_wb": (2, 5)}
    counted = count_terms([*TEXTS, *texts], ngrams)
    rows = np.arange(len(TEXTS), len(TEXTS) + len(texts))
    vocabulary, weights = fit_vocabulary(counted, np.r_[np.arange(len(TEXTS)), rows], ngrams, 1)
    np.testing.assert_allclose(vocabulary.transform(texts).toarray(), weights[rows].toarray(), atol=1e-12)


def test_counts_of_messages_add_up() -> None:
    vocabulary, _ = fit_vocabulary(count_terms(TEXTS, NGRAMS), np.arange(10), NGRAMS, 1)
    apart = vocabulary.count(["paper jam", "the printer"]).sum(axis=0)
    together = vocabulary.count(["paper jam", "the printer", "paper jam\nthe printer"])[[2]].toarray()
    crossing = vocabulary.terms["word"].index("jam the") if "jam the" in vocabulary.terms["word"] else None
    assert crossing is None
    np.testing.assert_array_equal(np.asarray(apart), together)


def test_fitted_rows_and_transformed_rows_agree() -> None:
    vocabulary, weights = fit_vocabulary(count_terms(TEXTS, NGRAMS), np.arange(10), NGRAMS, 2)
    np.testing.assert_allclose(vocabulary.transform(TEXTS).toarray(), weights.toarray(), atol=1e-12)


def test_a_text_of_unknown_terms_weighs_nothing() -> None:
    vocabulary, _ = fit_vocabulary(count_terms(TEXTS, NGRAMS), np.arange(10), NGRAMS, 2)
    assert vocabulary.transform(["zzz qqq"]).nnz == 0


def test_it_survives_its_files(tmp_path: Path) -> None:
    vocabulary, _ = fit_vocabulary(count_terms(TEXTS, NGRAMS), np.arange(10), NGRAMS, 1)
    vocabulary.save(tmp_path)
    loaded = Vocabulary.load(tmp_path)
    assert loaded.terms == vocabulary.terms
    assert loaded.ngrams == vocabulary.ngrams
    np.testing.assert_array_equal(loaded.transform(UNSEEN).toarray(), vocabulary.transform(UNSEEN).toarray())


def test_texts_without_a_common_word_still_have_characters() -> None:
    # Whole sentences without a space are one word each: none is in two texts.
    texts = ["请重置我的密码谢谢", "我的密码不能用了", "密码错误请帮忙"]
    vocabulary, weights = fit_vocabulary(count_terms(texts, NGRAMS), np.arange(3), NGRAMS, 2)
    assert vocabulary.terms["word"] == []
    assert "密码" in vocabulary.terms["char_wb"]
    np.testing.assert_allclose(vocabulary.transform(texts).toarray(), weights.toarray(), atol=1e-12)


def test_texts_without_a_word_have_signs() -> None:
    vocabulary, weights = fit_vocabulary(count_terms(["?!", "?", "a ?!"], NGRAMS), np.arange(3), NGRAMS, 2)
    assert vocabulary.terms["word"] == []
    assert "?!" in vocabulary.terms["char_wb"]
    assert vocabulary.transform(["?!"]).nnz == weights[[0]].nnz > 0


def test_texts_with_nothing_in_common_are_one_sentence() -> None:
    with pytest.raises(BadInput, match="hardly two texts have anything in common"):
        fit_vocabulary(count_terms(["abc", "defg"], NGRAMS), np.arange(2), NGRAMS, 3)
