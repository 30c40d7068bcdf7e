"""STAGE baselines: the strong simple methods, fitted on the same split in the same run as the models.

A model that does not beat them is not worth its weight. TF-IDF with a linear model is the one to fear.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import lightgbm
import numpy as np
import pandas as pd
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from data.errors import exit_with_sentence
from data.files import read_conversations, read_json, read_params, read_table, write_table
from data.labels import OUT as LABELS
from data.model_settings import Baselines
from data.schema import Conversation
from data.snapshot import snapshot
from data.split import OUT as SPLIT
from features.embedding import StoredVectors
from features.neighbours import case_vector
from features.text_score import last_exchange, whole_text
from features.vocabulary import count_terms, fit_vocabulary

OUT = Path("training/out/baselines")
KEYS = ["conversation_id", "sequence"]
NGRAMS = {"word": (1, 2), "char_wb": (2, 5)}  # Sublinear, min_df 2: the strong setting on real tickets.
URGENT = re.compile(
    r"\b(urgent\w*|asap|immediately|critical|outage|down|escalat\w+|manager|supervisor|complain\w*|unacceptable|"
    r"lawyer|legal|again|still|several times|failed|failure|servers?|databases?|jobs?|backups?|interfaces?|network|"
    r"circuit|alerts?|monitoring|production|plant|orders?|invoices?)\b",
    re.IGNORECASE,
)
ROUTINE = re.compile(
    r"\b(password|reset|unlock\w*|how (do|can|to)|thank\w*|please advise|log ?in|logon|vpn|outlook|skype|"
    r"solved|works now)\b",
    re.IGNORECASE,
)

Column = NDArray[np.float64]
TextOf = Callable[[Conversation], list[str]]


def tfidf(train: pd.DataFrame, rows: pd.DataFrame) -> tuple[sparse.csr_matrix, sparse.csr_matrix]:
    """Give the strong text representation of both; its settings stand here, so that tuning the text score's is fair."""
    vocabulary, weights = fit_vocabulary(count_terms(list(train.text), NGRAMS), np.arange(len(train)), NGRAMS, min_df=2)
    return weights, vocabulary.transform(list(rows.text))


def prior(train: pd.DataFrame, rows: pd.DataFrame, _: Baselines) -> Column:
    """Give everyone the training rate."""
    return np.full(len(rows), float(np.average(train.escalates, weights=train.weight)))


def keyword_rules(train: pd.DataFrame, rows: pd.DataFrame, _: Baselines) -> Column:
    """Give the training rate of the cell: urgent words or not, routine words or not."""

    def cell(frame: pd.DataFrame) -> pd.Series[int]:
        return frame.text.map(lambda text: 2 * bool(URGENT.search(text)) + bool(ROUTINE.search(text)))

    rates = train.assign(cell=cell(train)).groupby("cell").escalates.mean()
    return cell(rows).map(rates).fillna(train.escalates.mean()).to_numpy(float)


def tfidf_logistic(train: pd.DataFrame, rows: pd.DataFrame, settings: Baselines) -> Column:
    """Fit TF-IDF + logistic regression, C = 4."""
    known, asked = tfidf(train, rows)
    model = LogisticRegression(C=4, solver="liblinear", random_state=settings.seed)
    model.fit(known, train.escalates, sample_weight=train.weight)
    return np.asarray(model.predict_proba(asked)[:, 1])


def embedding_lightgbm(train: pd.DataFrame, rows: pd.DataFrame, settings: Baselines) -> Column:
    """Fit LightGBM on the raw embedding columns: what most people would try first."""
    data = lightgbm.Dataset(np.stack(list(train.vector)), train.escalates, weight=train.weight)
    model = lightgbm.train(naive_settings(settings) | {"objective": "binary"}, data, settings.naive_rounds)
    return np.asarray(model.predict(np.stack(list(rows.vector))))


def naive_settings(settings: Baselines) -> dict[str, object]:
    """Give LightGBM's defaults, made repeatable."""
    return {"seed": settings.seed, "deterministic": True, "force_row_wise": True, "verbosity": -1, "num_threads": 1}


ESCALATION: dict[str, Callable[[pd.DataFrame, pd.DataFrame, Baselines], Column]] = {
    "prior": prior,
    "keyword_rules": keyword_rules,
    "tfidf_logistic": tfidf_logistic,
    "embedding_lightgbm": embedding_lightgbm,
}


def by_score(names: NDArray[np.object_], scores: NDArray[np.float64]) -> list[list[str]]:
    """Order names by each row's scores, best first."""
    return [[str(names[place]) for place in order] for order in np.argsort(-scores, axis=1, kind="stable")]


def frequency(train: pd.DataFrame, rows: pd.DataFrame, _: Baselines) -> list[list[str]]:
    """Rank resolvers by how many cases they had."""
    return [train.resolver_id.value_counts().index.tolist()] * len(rows)


def tfidf_linear(train: pd.DataFrame, rows: pd.DataFrame, settings: Baselines) -> list[list[str]]:
    """Fit TF-IDF + LinearSVC."""
    known, asked = tfidf(train, rows)
    model = LinearSVC(random_state=settings.seed).fit(known, train.resolver_id)
    scores = model.decision_function(asked)
    scores = np.column_stack([-scores, scores]) if scores.ndim == 1 else scores
    return by_score(model.classes_, scores)


def neighbours(train: pd.DataFrame, rows: pd.DataFrame, settings: Baselines) -> list[list[str]]:
    """Let the most similar past cases vote, weighted by similarity."""
    known = np.array(sorted(train.resolver_id.unique()), object)
    place = np.searchsorted(known.astype(str), train.resolver_id.to_numpy(str))
    similarity = np.stack(list(rows.vector)) @ np.stack(list(train.vector)).T
    votes = np.zeros((len(rows), len(known)))
    for row, near in enumerate(np.argsort(-similarity, axis=1, kind="stable")[:, : settings.neighbours]):
        np.add.at(votes[row], place[near], similarity[row, near])
    return by_score(known, votes)


def embedding_multiclass(train: pd.DataFrame, rows: pd.DataFrame, settings: Baselines) -> list[list[str]]:
    """Fit multiclass LightGBM on the raw embedding columns, the worst of the trained routers."""
    known = np.array(sorted(train.resolver_id.unique()), object)
    data = lightgbm.Dataset(
        np.stack(list(train.vector)), np.searchsorted(known.astype(str), train.resolver_id.to_numpy(str))
    )
    # Default trees overflow on classes of one or two cases; small ones on coarse bins are what works at all.
    several = {"objective": "multiclass", "num_class": len(known), "num_leaves": 7, "max_bin": 63}
    several |= {"learning_rate": 0.05, "feature_fraction": 0.3}
    model = lightgbm.train(naive_settings(settings) | several, data, settings.naive_multiclass_rounds)
    return by_score(known, np.asarray(model.predict(np.stack(list(rows.vector)))))


RESOLVER: dict[str, Callable[[pd.DataFrame, pd.DataFrame, Baselines], list[list[str]]]] = {
    "frequency": frequency,
    "tfidf_linear": tfidf_linear,
    "neighbours": neighbours,
    "embedding_lightgbm": embedding_multiclass,
}


def with_text(
    rows: pd.DataFrame, cases: dict[str, Conversation], stored: StoredVectors, text_of: TextOf = whole_text
) -> pd.DataFrame:
    """Put text and vector of each named snapshot beside it."""
    seen = [snapshot(cases[name], sequence) for name, sequence in zip(rows.conversation_id, rows.sequence, strict=True)]
    texts = [[message.words for message in case.messages] for case in seen]
    vectors = [
        case_vector(case, dict(zip(own, stored(own).vectors, strict=True)))
        for case, own in zip(seen, texts, strict=True)
    ]
    return rows.assign(text=["\n".join(text_of(case)) for case in seen], vector=pd.Series(vectors, rows.index, object))


def main() -> None:
    """Fit every baseline on the training part and score the others."""
    settings = read_params().baselines
    parts = read_table(SPLIT / "split.parquet").query("part != 'dropped'")[["conversation_id", "part"]]
    cases = {case.conversation_id: case for case in read_conversations()}
    stored = StoredVectors()
    labels = read_table(LABELS / "escalation.parquet").merge(parts, on="conversation_id")
    turns = with_text(
        labels, cases, stored, last_exchange if read_json(LABELS / "target.json")["per_turn"] else whole_text
    )
    handovers = with_text(read_table(LABELS / "resolver.parquet").merge(parts, on="conversation_id"), cases, stored)
    train, rest = turns[turns.part == "train"], turns[turns.part != "train"]
    scores = rest[KEYS].copy()
    for name, method in track(ESCALATION.items(), "escalation baselines", console=Console(stderr=True)):
        scores[name] = method(train, rest, settings)
    write_table(OUT / "escalation.parquet", scores)
    known, asked = handovers[handovers.part == "train"], handovers[handovers.part != "train"]
    ranked = []
    for name, rank in track(RESOLVER.items(), "resolver baselines", console=Console(stderr=True)):
        if known.resolver_id.nunique() > 1 and len(asked):
            ranked.append(
                asked[KEYS].assign(method=name, ranked=pd.Series(rank(known, asked, settings), asked.index, object))
            )
    empty = pd.DataFrame(columns=[*KEYS, "method", "ranked"])
    write_table(OUT / "resolver.parquet", pd.concat(ranked, ignore_index=True) if ranked else empty)


if __name__ == "__main__":
    exit_with_sentence(main)
