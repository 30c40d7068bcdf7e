"""STAGE text_score: linear scores of the text, out of fold on the training part.

One model reads all that the customer wrote so far, one reads the last exchange: how much do they sound like cases
that escalate? A third says who resolved such cases. Fitted in-sample, the same scores make the final model worse than
TF-IDF alone.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track
from scipy import sparse

from data.errors import BadInput, exit_with_sentence
from data.files import read_conversations, read_json, read_params, read_table, write_json
from data.labels import OUT as LABELS
from data.model_settings import TextScore as Parameters
from data.schema import Conversation
from data.snapshot import snapshot
from data.split import OUT as SPLIT
from features.linear import Linear, fit_resolvers, fit_two_classes
from features.vocabulary import Vocabulary, count_terms, fit_vocabulary

OUT = Path("features/out/text_score")

Texts = Sequence[str]  # What is read together, message by message.


@dataclass(frozen=True)
class TextScore:
    """Linear models over one vocabulary; ``sharpness`` turns distances into shares that sum to 1."""

    vocabulary: Vocabulary
    customer: Linear
    exchange: Linear
    resolver: Linear
    sharpness: float

    def escalation_scores(self, read: Sequence[Texts]) -> NDArray[np.float64]:
        """Give the log-odds of each row, read as all of a customer's text and as an exchange, shape (rows, 2)."""
        weights = weights_of(read, self.vocabulary)
        return np.column_stack([self.customer.decision(weights), self.exchange.decision(weights)])

    def resolver_shares(self, read: Sequence[Texts]) -> NDArray[np.float64]:
        """Give the share of each known resolver, shape (rows, resolvers): softmax of the distances."""
        if not self.resolver.classes:
            return np.zeros((len(read), 0))
        sharp = self.sharpness * self.resolver.decision(weights_of(read, self.vocabulary))
        powers = np.exp(sharp - sharp.max(axis=1, keepdims=True))
        shares: NDArray[np.float64] = powers / powers.sum(axis=1, keepdims=True)
        return shares

    def save(self, folder: Path) -> None:
        """Write all parts, no pickle."""
        self.vocabulary.save(folder)
        for name in ("customer", "exchange", "resolver"):
            getattr(self, name).save(folder / name)
        write_json(folder / "sharpness.json", self.sharpness)

    @staticmethod
    def load(folder: Path) -> TextScore:
        """Read what ``save`` wrote."""
        customer, exchange, resolver = (Linear.load(folder / name) for name in ("customer", "exchange", "resolver"))
        return TextScore(Vocabulary.load(folder), customer, exchange, resolver, read_json(folder / "sharpness.json"))


def weights_of(read: Sequence[Texts], vocabulary: Vocabulary) -> sparse.csr_matrix:
    """Give the TF-IDF weights of rows, each of several texts; every distinct text is counted once."""
    distinct = {text: place for place, text in enumerate(dict.fromkeys(text for row in read for text in row))}
    places = [distinct[text] for row in read for text in row]
    ends = np.cumsum([0, *(len(row) for row in read)])
    members = sparse.csr_matrix((np.ones(len(places)), places, ends), shape=(len(read), len(distinct)))
    return vocabulary.weigh(sparse.csr_matrix(members @ vocabulary.count(list(distinct))))


def customer_texts(case: Conversation) -> list[str]:
    """Give what the customer, or the monitoring system, wrote so far; where neither did, all messages."""
    own = [message.words for message in case.messages if message.author in ("customer", "system")]
    return own or whole_text(case)


def last_exchange(case: Conversation) -> list[str]:
    """Give the last message and the one before it."""
    return [message.words for message in case.messages[-2:]]


def whole_text(case: Conversation) -> list[str]:
    """Give everything said so far, message by message."""
    return [message.words for message in case.messages]


def fit_text_scores(
    turns: pd.DataFrame, handovers: pd.DataFrame, parameters: Parameters, folds: Sequence[int | None]
) -> dict[int | None, TextScore]:
    """Fit once on everything (None) and once without each fold.

    ``turns`` has the columns customer, exchange (lists of texts), escalates, weight, fold; ``handovers`` has texts,
    resolver_id, fold.
    """
    ngrams = {"word": parameters.word_ngrams, "char_wb": parameters.character_ngrams}
    documents = distinct_texts(turns.customer, turns.exchange, handovers.texts)
    place = {text: row for row, text in enumerate(documents)}
    counted = count_terms(documents, ngrams)
    fitted = {}
    for fold in track(folds, "text scores", console=Console(stderr=True)):
        own, solved = turns[turns.fold != fold], handovers[handovers.fold != fold]
        seen = [place[text] for text in distinct_texts(own.customer, own.exchange, solved.texts)]
        vocabulary, _ = fit_vocabulary(counted, np.array(sorted(seen)), ngrams, parameters.min_df)
        fitted[fold] = TextScore(
            vocabulary,
            fit_two_classes(*rows_of(own, "customer", vocabulary), parameters.regularisation),
            fit_two_classes(*rows_of(own, "exchange", vocabulary), parameters.regularisation),
            fit_resolvers(
                weights_of(list(solved.texts), vocabulary), list(solved.resolver_id), parameters.resolver_regularisation
            ),
            parameters.resolver_sharpness,
        )
    return fitted


def distinct_texts(*columns: Iterable[Texts]) -> list[str]:
    """Give every text of columns of lists once."""
    return list(dict.fromkeys(text for column in columns for row in column for text in row))


def rows_of(turns: pd.DataFrame, name: str, vocabulary: Vocabulary) -> tuple[sparse.csr_matrix, pd.DataFrame]:
    """Give weights and labels of turns; those that read the same with the same label are one row of their joint weight.

    After a bot's message the customer's text is what it was: the model need not see it twice.
    """
    keyed = turns.assign(read=turns[name].map(tuple))
    rows = pd.DataFrame(keyed.groupby(["read", "escalates"], sort=False, as_index=False).agg({"weight": "sum"}))
    return weights_of(list(rows["read"]), vocabulary), rows


def training_rows(labels: pd.DataFrame, split: pd.DataFrame) -> pd.DataFrame:
    """Give the labelled rows of the training part with their fold; nothing else may be fitted on."""
    return labels.merge(split.loc[split.part == "train", ["conversation_id", "fold"]], on="conversation_id")


def check_parts(labels: pd.DataFrame, split: pd.DataFrame) -> None:
    """Raise BadInput where a part has no labelled conversation, or one outcome is only in a single fold."""
    rows = labels.merge(split[["conversation_id", "part", "fold"]], on="conversation_id")
    for part in ("train", "valid", "test"):
        if not (rows.part == part).any():
            fix = "give more conversations whose outcome is known, or other shares"
            raise BadInput("split", part, "has no labelled conversation", fix)
    train = rows[rows.part == "train"]
    for outcome, said in enumerate(("did not escalate", "escalated")):
        if (folds := train.fold[train.escalates == outcome].nunique()) < 2:
            found = "none" if not folds else "all in one fold"
            fix = "give more conversations of both outcomes"
            raise BadInput(f"training conversations that {said}", found, "is too few to learn from", fix)


def folder_of(fold: int | None, root: Path = OUT) -> Path:
    """Give the folder of one fold's models, or of the full ones."""
    return root / ("full" if fold is None else f"without_fold_{fold}")


def main() -> None:
    """Fit on the training part."""
    parameters = read_params().text_score
    cases = {conversation.conversation_id: conversation for conversation in read_conversations()}
    parts = read_table(SPLIT / "split.parquet")
    labels = read_table(LABELS / "escalation.parquet")
    check_parts(labels, parts)
    turns = training_rows(labels, parts)
    handovers = training_rows(read_table(LABELS / "resolver.parquet"), parts)
    seen = [
        snapshot(cases[name], sequence) for name, sequence in zip(turns.conversation_id, turns.sequence, strict=True)
    ]
    turns["customer"], turns["exchange"] = (
        [customer_texts(case) for case in seen],
        [last_exchange(case) for case in seen],
    )
    keys = zip(handovers.conversation_id, handovers.sequence, strict=True)
    handovers["texts"] = [whole_text(snapshot(cases[name], sequence)) for name, sequence in keys]
    shutil.rmtree(OUT, ignore_errors=True)
    folds = [None, *sorted(turns.fold.unique())]
    for fold, fitted in fit_text_scores(turns, handovers, parameters, folds).items():
        fitted.save(folder_of(fold))


if __name__ == "__main__":
    exit_with_sentence(main)
