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

OUT = Path("features/out/history")
MISSING = float("nan")
ALWAYS = datetime(1970, 1, 1, tzinfo=UTC)  # When a case without a clock is taken to have become known.
LATEST = datetime(2200, 1, 1, tzinfo=UTC)
COLUMNS = ["conversation_id", "key", "value", "known_at", "escalated", "resolver_id", "fold"]


def means(keys: Sequence[str]) -> dict[str, str]:
    """Give the columns of this family in order, with their plain meaning."""
    named = {key: key.removesuffix("_id").removeprefix("attributes.").replace("_", " ") for key in keys}
    return {
        column: text
        for key, name in named.items()
        for column, text in (
            (f"history_{key}_rate", f"share of earlier cases of this {name} that escalated"),
            (f"history_{key}_cases", f"earlier cases of this {name}"),
        )
    }


def value_of(case: Conversation, key: str) -> str | None:
    """Give the value a case has under a history key, as text; ``attributes.x`` is the source's own column x."""
    if key == "customer_tier":
        return case.customer.tier if case.customer else None
    if key.startswith("attributes."):
        value = (case.attributes or {}).get(key.removeprefix("attributes."))
        return None if value is None else str(value)
    found: str | None = getattr(case, key)
    return found


class History:
    """Past cases by key and value, ready to be counted as of a moment."""

    def __init__(self, entries: pd.DataFrame, keys: Sequence[str], smoothing: float) -> None:
        self.keys, self.smoothing = list(keys), smoothing
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
        values[f"history_{key}_rate"], values[f"history_{key}_cases"] = rate, cases
    return values


def load_history(folder: Path = OUT, without_fold: int | None = None) -> History:
    """Read the history, leaving out one fold of the training part where a training row is asked for."""
    entries, settings = read_table(folder / "entries.parquet"), read_json(folder / "settings.json")
    if without_fold is not None:
        entries = entries[entries.fold != without_fold]
    return History(entries, settings["keys"], settings["smoothing"])


def known_at(case: Conversation, outcome: Outcome) -> datetime:
    """Give the moment from which an outcome was known: its end, or the last thing seen of the case."""
    if outcome.resolved_at:
        return outcome.resolved_at
    dated = [event.at for event in case.events if event.at]
    last = max(dated, default=None) or seen_at(case)
    return last or ALWAYS


def entries(case: Conversation, outcome: Outcome, fold: int, keys: Sequence[str]) -> Iterator[tuple[object, ...]]:
    """Give one row for each key the case has a value for, and one under the key ``all``."""
    at = known_at(case, outcome)
    for key, value in [("all", "all"), *((key, value_of(case, key)) for key in keys)]:
        if value is not None:
            yield case.conversation_id, key, value, at, int(bool(outcome.escalated)), outcome.resolver_id, fold


def main() -> None:
    """Write the history of the training part; it is frozen there."""
    parameters = read_params().history
    folds = read_table(SPLIT / "split.parquet").query("part == 'train'").set_index("conversation_id")["fold"]
    labelled = set(read_table(LABELS / "escalation.parquet").conversation_id)
    outcomes = {outcome.conversation_id: outcome for outcome in read_records(CONVERSATIONS, "outcomes")}
    rows = [
        row
        for case in read_conversations()
        if case.conversation_id in folds.index and case.conversation_id in labelled
        for row in entries(case, outcomes[case.conversation_id], int(folds[case.conversation_id]), parameters.keys)
    ]
    write_table(OUT / "entries.parquet", pd.DataFrame(rows, columns=COLUMNS))
    write_json(OUT / "settings.json", {"keys": parameters.keys, "smoothing": parameters.smoothing})
    print(f"{len(rows)} entries of history from {len(labelled & set(folds.index))} conversations")


if __name__ == "__main__":
    exit_with_sentence(main)
