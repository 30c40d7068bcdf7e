"""Which column probably says that a case was escalated, and what the others tell about it alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import isnan
from typing import Any, NamedTuple

import numpy as np
from sklearn.metrics import roc_auc_score

from data.describe.roles import Described
from data.describe.tally import number_of
from data.describe.value_words import FIRST_TIER, NO, YES, is_word_for
from data.describe.words import ESCALATED_TO, RAISED, words_of

FOLDS = 5
HELD = 0.9
FEWEST = 10  # Cases of each outcome below which one column's AUC says nothing.


class Outcome(NamedTuple):
    """A guess at what tells escalations apart; ``value`` is written into the mapping as it stands."""

    column: str
    value: dict[str, Any]
    says: str

    def of(self, cell: str) -> bool | None:
        """Give the outcome a cell tells, or None where it tells none; as the mapping itself would."""
        if "is_filled" in self.value:
            return bool(cell)
        if not cell:
            return None
        if "above" in self.value:
            return bool(number(cell) > self.value["above"])
        if "is_not" in self.value:
            return bool(cell not in self.value["is_not"])
        if "is_one_of" in self.value:
            return bool(cell in self.value["is_one_of"])
        told: bool | None = self.value["values"].get(cell)
        return told


def guess_outcome(columns: Mapping[str, Described]) -> Outcome | None:
    """Guess from the column of escalations, from a status, or from who had the case at the end."""
    by_role = {column.role: column for column in columns.values() if column.role}
    if "escalated" in by_role:
        return from_column(by_role["escalated"])
    for column in columns.values():
        raised = [value for value, _ in column.values.common if re.search(RAISED, words_of(value))]
        if column.values.kind == "category" and raised and len(raised) < column.values.distinct:
            return Outcome(column.name, {"is_one_of": raised}, "its values say so")
    if "escalated_at" in by_role:
        return Outcome(by_role["escalated_at"].name, {"is_filled": True}, "a case with that time was escalated")
    return from_group(by_role["group"]) if "group" in by_role else None


def from_column(column: Described) -> Outcome:
    """Read the column that is named after escalations."""
    values = [value for value, _ in column.values.common]
    if column.values.kind == "flag":
        known = {value: not is_word_for(value, NO) for value in values if is_word_for(value, YES | NO)}
        return Outcome(column.name, {"values": known}, "its name says so")
    if column.values.kind == "integer":
        least = min(number(value) for value in values if not isnan(number(value)))
        return Outcome(column.name, {"above": least}, "a guess: the smallest number is no escalation")
    if no := [value for value in values if is_word_for(value, NO)]:
        return Outcome(column.name, {"is_not": no}, "a guess: any other value is an escalation")
    return Outcome(column.name, {"is_filled": True}, "a guess: a filled cell is an escalation")


def from_group(column: Described) -> Outcome | None:
    """Take any group but the first tier for an escalation; without a telling name, the most frequent is the first."""
    values = [value for value, _ in column.values.common]
    if len(values) < 2:
        return None
    first = [value for value in values if FIRST_TIER.search(words_of(value))]
    if first and len(first) < len(values):
        return Outcome(column.name, {"is_not": first}, "a guess: by their names these groups are the first tier")
    says = "a guess: the most frequent group is the first tier; correct it if your first tier has another name"
    return Outcome(column.name, {"is_not": values[:1]}, says)


def outcome_labels(rows: Sequence[Mapping[str, str]], outcome: Outcome | None, key: str | None) -> list[bool | None]:
    """Give the outcome of each case in the order of their first rows; one of several rows is enough for a yes."""
    labels: dict[str, bool | None] = {}
    for place, row in enumerate(rows):
        told = outcome.of(row.get(outcome.column, "")) if outcome else None
        case = row.get(key, "") if key else str(place)
        labels[case] = (labels.get(case) or told) if told is not None else labels.get(case)
    return list(labels.values())


def resolver_column(
    columns: Mapping[str, Described],
    outcome: Outcome | None,
    cases: Sequence[Mapping[str, str]] = (),
    labels: Sequence[bool | None] = (),
) -> str | None:
    """Give the column that probably names who resolved a case: to whom it was escalated, a person, or a group.

    A person comes before the group only where the cases, with an outcome each, show that it is known of nearly all.
    """
    by_role = {column.role: column for column in columns.values() if column.role}
    raised = by_role.get("escalated")
    to_whom = raised is not None and bool(ESCALATED_TO.search(words_of(raised.name)))
    kinds = ("category", "constant") if to_whom else ("category",)
    if raised and (raised.values.kind not in kinds or outcome is None or outcome.column != raised.name):
        raised = None
    told = raised if to_whom else None
    found = (
        told
        or holder(by_role, cases, labels)
        or by_role.get("group")
        or raised
        or by_role.get("resolver")
        or by_role.get("handler")
    )
    return found.name if found else None


def holder(
    by_role: Mapping[str, Described], cases: Sequence[Mapping[str, str]], labels: Sequence[bool | None]
) -> Described | None:
    """Give the column of the person who had a case, where hardly an escalated case lacks one and each had several."""
    person = by_role.get("handler")
    if person is None or "group" not in by_role or 2 * person.values.distinct > person.values.filled:
        return None
    filled = [bool(case.get(person.name)) for case, label in zip(cases, labels, strict=True) if label]
    return person if filled and sum(filled) >= HELD * len(filled) else None


def number(cell: str) -> float:
    """Read a number as far as it is one."""
    found = re.search(r"-?\d+(?:[.,]\d+)?", cell)
    return float(found.group().replace(",", ".")) if found else float("nan")


class Alone(NamedTuple):
    """How well one column alone tells the outcome: by being filled, and by its value."""

    filled_auc: float
    value_auc: float
    filled_if_escalated: float
    filled_if_not: float


def alone(cells: Sequence[str], labels: Sequence[bool | None], kind: str) -> Alone | None:
    """Give the AUC of one column; None where there are too few cases of one outcome."""
    known = [(cell, label) for cell, label in zip(cells, labels, strict=True) if label is not None]
    target = np.array([label for _, label in known], dtype=bool)
    if min(target.sum(), (~target).sum()) < FEWEST:
        return None
    filled = np.array([bool(cell) for cell, _ in known])
    value_auc = 0.5
    inside = target[filled]
    if min(inside.sum(), (~inside).sum()) >= FEWEST and kind not in ("text", "time", "identifier"):
        present = [cell for cell, _ in known if cell]
        by_number = kind in ("integer", "number")
        scores = np.array([number(cell) for cell in present]) if by_number else rates(present, inside)
        usable = ~np.isnan(scores)
        if min(inside[usable].sum(), (~inside[usable]).sum()) >= FEWEST:
            value_auc = float(roc_auc_score(inside[usable], scores[usable]))
            value_auc = max(value_auc, 1 - value_auc) if by_number else value_auc
    shares = filled[target].mean(), filled[~target].mean()
    escalated, other = (float(share) for share in shares)
    return Alone(0.5 + abs(escalated - other) / 2, value_auc, escalated, other)


def rates(cells: Sequence[str], target: np.ndarray[Any, np.dtype[np.bool_]]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Give each value's rate of escalation in the other folds: a value seen once tells nothing about itself."""
    folds = np.array([number_of(str(place)) % FOLDS for place in range(len(cells))])
    codes = np.unique(np.array(cells), return_inverse=True)[1]
    scores = np.zeros(len(cells))
    overall = float(target.mean())
    for fold in range(FOLDS):
        others = folds != fold
        count = np.bincount(codes[others], minlength=codes.max() + 1)
        escalated = np.bincount(codes[others], weights=target[others], minlength=codes.max() + 1)
        scores[~others] = ((escalated + overall) / (count + 1))[codes[~others]]
    return scores
