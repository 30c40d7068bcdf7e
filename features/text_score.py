"""STAGE text_score: linear scores of the text, out of fold on the training part.

One linear model says how much a message sounds like a case that escalates; a second one, over the whole text so
far, says who resolved such cases. Fitted in-sample, the same scores make the final model worse than TF-IDF alone.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track

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
MISSING = float("nan")

MEANS = {
    "text_score_last": "how much the last message sounds like cases that escalated",
    "text_score_maximum": "the message that sounds most like an escalation",
    "text_score_mean": "how much all messages sound like cases that escalated",
    "text_score_customer_last": "how much the customer's last message sounds like an escalation",
    "text_score_customer_mean": "how much the customer's messages sound like an escalation",
    "text_score_change": "change of that sound since the first message",
}


@dataclass(frozen=True)
class TextScore:
    """Both linear models over one vocabulary; ``sharpness`` turns distances into shares that sum to 1."""

    vocabulary: Vocabulary
    escalation: Linear
    resolver: Linear
    sharpness: float

    def escalation_score(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """Give the log-odds of each text, shape (texts,)."""
        return self.escalation.decision(self.vocabulary.transform(texts))[:, 0]

    def resolver_shares(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """Give the share of each known resolver, shape (texts, resolvers): softmax of the distances."""
        if not self.resolver.classes:
            return np.zeros((len(texts), 0))
        sharp = self.sharpness * self.resolver.decision(self.vocabulary.transform(texts))
        powers = np.exp(sharp - sharp.max(axis=1, keepdims=True))
        shares: NDArray[np.float64] = powers / powers.sum(axis=1, keepdims=True)
        return shares

    def save(self, folder: Path) -> None:
        """Write all parts, no pickle."""
        self.vocabulary.save(folder)
        self.escalation.save(folder / "escalation")
        self.resolver.save(folder / "resolver")
        write_json(folder / "sharpness.json", self.sharpness)

    @staticmethod
    def load(folder: Path) -> TextScore:
        """Read what ``save`` wrote."""
        return TextScore(
            Vocabulary.load(folder),
            Linear.load(folder / "escalation"),
            Linear.load(folder / "resolver"),
            read_json(folder / "sharpness.json"),
        )


def text_score_features(snapshot: Conversation, scores: Mapping[str, float]) -> dict[str, float]:
    """Give the history of the text score over a snapshot, from the score of each text."""
    everything = [scores[message.words] for message in snapshot.messages]
    customer = [scores[m.words] for m in snapshot.messages if m.author in ("customer", "system")]
    return {
        "text_score_last": everything[-1],
        "text_score_maximum": max(everything),
        "text_score_mean": sum(everything) / len(everything),
        "text_score_customer_last": customer[-1] if customer else MISSING,
        "text_score_customer_mean": sum(customer) / len(customer) if customer else MISSING,
        "text_score_change": everything[-1] - everything[0],
    }


def whole_text(snapshot: Conversation) -> str:
    """Give everything said so far as one text."""
    return "\n".join(message.words for message in snapshot.messages)


def fit_text_scores(
    turns: pd.DataFrame, handovers: pd.DataFrame, parameters: Parameters, folds: Sequence[int | None]
) -> dict[int | None, TextScore]:
    """Fit once on everything (None) and once without each fold.

    ``turns`` has the columns text, escalates, weight, fold; ``handovers`` has text, resolver_id, fold.
    """
    ngrams = {"word": parameters.word_ngrams, "char_wb": parameters.character_ngrams}
    counted = count_terms([*turns.text, *handovers.text], ngrams)
    fitted = {}
    for fold in track(folds, "text scores", console=Console(stderr=True)):
        turn_rows = np.flatnonzero(turns.fold != fold)
        handover_rows = np.flatnonzero(handovers.fold != fold)
        every_row = np.r_[turn_rows, len(turns) + handover_rows]
        vocabulary, weights = fit_vocabulary(counted, every_row, ngrams, parameters.min_df)
        by_turn, by_handover = weights[: len(turn_rows)], weights[len(turn_rows) :]
        names = handovers.resolver_id.iloc[handover_rows].tolist()
        fitted[fold] = TextScore(
            vocabulary,
            fit_two_classes(by_turn, turns.iloc[turn_rows], parameters.regularisation),
            fit_resolvers(by_handover, names, parameters.resolver_regularisation),
            parameters.resolver_sharpness,
        )
    return fitted


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
    keys = zip(turns.conversation_id, turns.sequence, strict=True)
    turns["text"] = [snapshot(cases[name], sequence).messages[-1].words for name, sequence in keys]
    keys = zip(handovers.conversation_id, handovers.sequence, strict=True)
    handovers["text"] = [whole_text(snapshot(cases[name], sequence)) for name, sequence in keys]
    shutil.rmtree(OUT, ignore_errors=True)
    folds = [None, *sorted(turns.fold.unique())]
    for fold, fitted in fit_text_scores(turns, handovers, parameters, folds).items():
        fitted.save(folder_of(fold))


if __name__ == "__main__":
    exit_with_sentence(main)
