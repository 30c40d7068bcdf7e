"""Words that tell the outcome by themselves: nobody writes "handed to tier 2" before a case is handed over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from data.describe.roles import Described
from data.describe.tally import number_of
from data.describe.value_words import speaker_of

FEWEST = 30  # Cases of each outcome below which a word may be there by chance.
OFTEN, HARDLY = 0.3, 0.02
TOO_WELL = 0.97
MOST_CASES = 3000
MOST_WORDS = 3000
WORD = re.compile(r"[^\W_]+")
TWO_HALVES = 2


def telling_words(texts: Sequence[str], labels: Sequence[bool | None]) -> str | None:
    """Say by which words, or how well together, texts tell the outcome; None where they only hint at it."""
    known = [(text, label) for text, label in zip(texts, labels, strict=True) if text and label is not None]
    known = known[:: max(len(known) // MOST_CASES, 1)]
    counts = Counter(label for _, label in known)
    if min(counts[True], counts[False]) < FEWEST:
        return None
    seen: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for text, label in known:
        seen[label].update(terms(text))
    if found := one_sided(seen[True], counts[True], seen[False], counts[False]):
        return f"the words {found!r} tell the outcome: written afterwards?"
    if found := one_sided(seen[False], counts[False], seen[True], counts[True]):
        return f"the words {found!r} tell that a case did not escalate: written afterwards?"
    auc = auc_of_words([text for text, _ in known], np.array([label for _, label in known]))
    return f"its words together tell the outcome (AUC {auc:.2f}): written afterwards?" if auc >= TOO_WELL else None


def terms(text: str) -> set[str]:
    """Give the words of a text and its pairs of words; bare numbers are names, not words."""
    words = WORD.findall(text.casefold())
    single = {word for word in words if not word.isdigit()}
    return single | {f"{first} {second}" for first, second in pairwise(words) if not (first + second).isdigit()}


def one_sided(here: Counter[str], cases: int, there: Counter[str], others: int) -> str | None:
    """Give the term that is frequent on one side and all but absent on the other: the most frequent, then longest."""
    telling = [term for term, count in here.items() if count >= OFTEN * cases and there[term] <= HARDLY * others]
    return max(telling, key=lambda term: (here[term], len(term), term), default=None)


def auc_of_words(texts: Sequence[str], target: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> float:
    """Give the AUC of a linear model on texts that it did not see."""
    held_out = np.array([number_of(f"{place}") % TWO_HALVES == 0 for place in range(len(texts))])
    if min(target[held_out].sum(), (~target[held_out]).sum()) < FEWEST / 3 or len(set(target[~held_out])) < 2:
        return 0.5
    try:
        words = TfidfVectorizer(max_features=MOST_WORDS, token_pattern=r"[^\W_]+").fit_transform(texts)
    except ValueError:  # No text holds a word.
        return 0.5
    model = LogisticRegression(max_iter=200).fit(words[~held_out], target[~held_out])
    return float(roc_auc_score(target[held_out], model.decision_function(words[held_out])))


def staff_texts(
    rows: Sequence[Mapping[str, str]], keys: Sequence[str], table: Mapping[str, Described]
) -> dict[str, str]:
    """Give by conversation what others than the customer say; nothing where no column says who speaks."""
    by_role = {column.role: column.name for column in table.values() if column.role}
    author, body = by_role.get("author"), by_role.get("body") or by_role.get("title")
    joined: dict[str, list[str]] = {key: [] for key in keys}
    for row, key in zip(rows, keys, strict=True) if author and body else ():
        if speaker_of(row.get(author or "", "")) != "customer":
            joined[key].append(row.get(body or "", ""))
    return {key: " ".join(texts) for key, texts in joined.items()}
