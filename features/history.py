"""STAGE history: what had become of earlier cases of the same customer, product, queue ..., as of each moment.

Rates are smoothed towards the average. Where cases have a time, only those that ended before the moment count;
a source without a clock has no order, and its training rows see the other folds alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pyarrow as pa

from data.errors import exit_with_sentence
from data.files import (
    CONVERSATIONS,
    read_conversations,
    read_json,
    read_params,
    read_records,
    read_table,
    write_json,
    write_table,
)
from data.labels import OUT as LABELS
from data.schema import Conversation
from data.snapshot import seen_at
from data.split import OUT as SPLIT
from data.tables import Outcome
from features.attributes import PREFIX, as_text, choose, column_part

OUT = Path("features/out/history")
MISSING = float("nan")
ALWAYS = datetime(1970, 1, 1, tzinfo=UTC)  # When a case without a clock is taken to have become known.
LATEST = datetime(2200, 1, 1, tzinfo=UTC)
ENTRIES = pa.schema(
    [(name, pa.string()) for name in ("conversation_id", "key", "value")]
    + [("known_at", pa.timestamp("us", tz="UTC")), ("escalated", pa.int64()), ("resolver_id", pa.string())]
    + [("fold", pa.int64())]
)
COLUMNS = ENTRIES.names


def means(keys: Sequence[str]) -> dict[str, str]:
    """Give the columns of this family in order, with their plain meaning."""
    named = {key: key.removesuffix("_id").removeprefix(PREFIX).replace("_", " ") for key in keys}
    return {
        column: text
        for key, name in named.items()
        for column, text in (
            (f"{column_of(key)}_rate", f"share of earlier cases of this {name} that escalated"),
            (f"{column_of(key)}_cases", f"earlier cases of this {name}"),
        )
    }


def column_of(key: str) -> str:
    """Give the beginning of a key's columns; of a source's own column only what such a name can hold."""
    return f"history_{PREFIX}{column_part(key.removeprefix(PREFIX))}" if key.startswith(PREFIX) else f"history_{key}"


def value_of(case: Conversation, key: str) -> str | None:
    """Give the value a case has under a history key, as text; ``attributes.x`` is the source's own column x."""
    if key == "customer_tier":
        return case.customer.tier if case.customer else None
    if key.startswith(PREFIX):
        value = (case.attributes or {}).get(key.removeprefix(PREFIX))
        return None if value is None else as_text(value)
    found: str | None = getattr(case, key)
    return found


class History:
    """Past cases by key and value, ready to be counted as of a moment; ``attributes`` are features as numbers."""

    def __init__(
        self, entries: pd.DataFrame, keys: Sequence[str], smoothing: float, attributes: Sequence[str] = ()
    ) -> None:
        self.keys, self.smoothing, self.attributes = list(keys), smoothing, tuple(attributes)
        cases = entries.drop_duplicates("conversation_id")
        self.average = float(cases.escalated.mean()) if len(cases) else 0.5
        self._known_at: dict[tuple[str, str], list[datetime]] = defaultdict(list)
        self._escalated: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0])
        self._resolved: dict[tuple[str, str, str], list[datetime]] = defaultdict(list)
        ordered = entries.sort_values("known_at", kind="stable")
        for row in zip(*(ordered[name] for name in COLUMNS[1:6]), strict=True):
            key, value, known_at, escalated, resolver_id = row
            self._known_at[key, value].append(known_at)
            self._escalated[key, value].append(self._escalated[key, value][-1] + int(escalated))
            if isinstance(resolver_id, str):
                self._resolved[key, value, resolver_id].append(known_at)

    def rate(self, key: str, value: str | None, at: datetime | None) -> tuple[float, float]:
        """Give the smoothed share of cases that escalated and their number, of those known before ``at``."""
        if value is None:
            return MISSING, MISSING
        known = self._known_at.get((key, value), [])
        count = bisect_left(known, at or LATEST)
        escalated = self._escalated[key, value][count] if count else 0
        return (escalated + self.smoothing * self.average) / (count + self.smoothing), float(count)

    def resolved(self, key: str, value: str | None, resolver_id: str, at: datetime | None) -> int:
        """Count the cases of a value that a resolver had solved before ``at``."""
        if value is None:
            return 0
        return bisect_left(self._resolved.get((key, value, resolver_id), []), at or LATEST)


def history_features(snapshot: Conversation, history: History) -> dict[str, float]:
    """Give rate and number of earlier cases for each key, as of the snapshot."""
    at = seen_at(snapshot)
    values: dict[str, float] = {}
    for key in history.keys:
        rate, cases = history.rate(key, value_of(snapshot, key), at)
        values[f"{column_of(key)}_rate"], values[f"{column_of(key)}_cases"] = rate, cases
    return values


def load_history(folder: Path = OUT, without_fold: int | None = None) -> History:
    """Read the history, leaving out one fold of the training part where a training row is asked for."""
    entries, settings = read_table(folder / "entries.parquet"), read_json(folder / "settings.json")
    if without_fold is not None:
        entries = entries[entries.fold != without_fold]
    return History(entries, **settings)


def known_at(case: Conversation, outcome: Outcome) -> datetime:
    """Give the moment from which an outcome was known: its end, or the last thing seen of the case."""
    if outcome.resolved_at:
        return outcome.resolved_at
    dated = [event.at for event in case.events if event.at]
    last = max(dated, default=None) or seen_at(case)
    return last or ALWAYS


def entries(
    case: Conversation, outcome: Outcome, escalated: int, fold: int, keys: Sequence[str]
) -> Iterator[tuple[object, ...]]:
    """Give one row for each key the case has a value for, and one under the key ``all``."""
    at = known_at(case, outcome)
    for key, value in [("all", "all"), *((key, value_of(case, key)) for key in keys)]:
        if value is not None:
            yield case.conversation_id, key, value, at, escalated, outcome.resolver_id, fold


def history_rows(
    cases: Sequence[Conversation], training: pd.DataFrame, outcomes: dict[str, Outcome], keys: Sequence[str]
) -> pa.Table:
    """Give the entries of training conversations; ``training`` has escalates and fold, a row a conversation."""
    escalated, fold = training.escalates.to_dict(), training.fold.to_dict()
    rows: list[tuple[object, ...]] = []
    for case in cases:
        name = case.conversation_id
        outcome = outcomes.get(name) or Outcome(conversation_id=name)
        rows += entries(case, outcome, escalated[name], fold[name], keys)
    return pa.Table.from_pylist([dict(zip(COLUMNS, row, strict=True)) for row in rows], schema=ENTRIES)


def training_conversations() -> pd.DataFrame:
    """Give fold and label of each labelled conversation of the training part; one labelled turn by turn has the worst.

    Its index is the conversation.
    """
    folds = read_table(SPLIT / "split.parquet").query("part == 'train'").set_index("conversation_id")[["fold"]]
    return folds.join(read_table(LABELS / "escalation.parquet").groupby("conversation_id").escalates.max(), how="inner")


def main() -> None:
    """Write the history of the training part; it is frozen there, and so is which attributes are features."""
    parameters, training = read_params().history, training_conversations()
    outcomes = {outcome.conversation_id: outcome for outcome in read_records(CONVERSATIONS, "outcomes")}
    cases = [case for case in read_conversations() if case.conversation_id in training.index]
    chosen = choose(cases, parameters.attributes, parameters.keys)
    keys = list(dict.fromkeys([*parameters.keys, *(f"{PREFIX}{name}" for name in chosen.texts)]))
    rows = history_rows(cases, training, outcomes, keys)
    write_table(OUT / "entries.parquet", rows)
    settings = {"keys": keys, "smoothing": parameters.smoothing, "attributes": chosen.numbers}
    write_json(OUT / "settings.json", settings)
    features = ", ".join([*chosen.numbers, *chosen.texts]) or "none"
    print(f"{len(rows)} entries of history from {len(cases)} conversations; attributes: {features}")


if __name__ == "__main__":
    exit_with_sentence(main)
