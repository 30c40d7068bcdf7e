"""Earlier cases of the same customer, product, queue ..., counted as of a moment.

Single handlers are nobody's feature: of them only their team counts. Rates are smoothed towards the average.
Where cases have a time, only those that ended before the moment count;
a source without a clock has no order, and its training rows see the other folds alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from math import inf
from pathlib import Path
from types import MappingProxyType

import pandas as pd
import pyarrow as pa

from data.files import read_json, read_table
from data.schema import Conversation
from data.snapshot import seen_at
from features.attributes import PREFIX, as_text, column_part
from features.columns import MISSING, Column
from features.customer_past import COLUMNS as CUSTOMER
from features.customer_past import VISITS, CustomerPast
from features.office_hours import UNKNOWN as UNKNOWN_HOURS
from features.office_hours import OfficeHours
from features.triggers.fired import NOTHING_KNOWN, Known

OUT = Path("features/out/history")
NO_TEAMS: Mapping[str, str] = MappingProxyType({})
ENTRIES = pa.schema(
    [(name, pa.string()) for name in ("conversation_id", "key", "value")]
    + [("known_at", pa.timestamp("us", tz="UTC")), ("escalated", pa.int64()), ("resolver_id", pa.string())]
    + [("reopened", pa.int64()), ("fold", pa.int64())]
)
COLUMNS = ENTRIES.names
REOPENING = ("queue", "product")  # Keys whose cases are also counted by whether they came back.


def columns(keys: Sequence[str]) -> dict[str, Column]:
    """Describe the columns of this family, in order."""
    found: dict[str, Column] = {}
    for key in keys:
        name = key.removesuffix("_id").removeprefix(PREFIX).replace("_", " ")
        source, unknown = f"{key}, outcomes of earlier cases", f"the {name} is not known"
        means = f"share of earlier cases of this {name} that escalated, smoothed"
        found[f"{column_of(key)}_rate"] = Column(means, "share", unknown, source)
        found[f"{column_of(key)}_cases"] = Column(f"earlier cases of this {name}", "count", unknown, source)
        if key in REOPENING:
            means = f"share of earlier cases of this {name} that were reopened, smoothed"
            found[f"{column_of(key)}_reopen_rate"] = Column(means, "share", unknown, f"{key}, events of earlier cases")
    return found | CUSTOMER


def column_of(key: str) -> str:
    """Give the beginning of a key's columns; of a source's own column only what such a name can hold."""
    return f"history_{PREFIX}{column_part(key.removeprefix(PREFIX))}" if key.startswith(PREFIX) else f"history_{key}"


def value_of(case: Conversation, key: str, teams: Mapping[str, str] = NO_TEAMS) -> str | None:
    """Give the value a case has under a history key, as text; ``attributes.x`` is the source's own column x.

    ``teams`` has the team of each handler.
    """
    if key == "customer_tier":
        return case.customer.tier if case.customer else None
    if key == "handler_team":
        return teams.get(case.handler_id or "")
    if key.startswith(PREFIX):
        value = (case.attributes or {}).get(key.removeprefix(PREFIX))
        return None if value is None else as_text(value)
    found: str | None = getattr(case, key)
    return found


class History:
    """Past cases by key and value, ready to be counted as of a moment; ``attributes`` are features as numbers."""

    def __init__(
        self,
        entries: pd.DataFrame,
        keys: Sequence[str],
        smoothing: float,
        attributes: Sequence[str] = (),
        teams: Mapping[str, str] = NO_TEAMS,
        visits: pd.DataFrame | None = None,
        office_hours: OfficeHours = UNKNOWN_HOURS,
        rules_know: Known = NOTHING_KNOWN,
        products: Sequence[str] = (),
    ) -> None:
        self.keys, self.smoothing, self.attributes = list(keys), smoothing, tuple(attributes)
        self.teams, self.office_hours, self.rules_know = dict(teams), office_hours, rules_know
        self.products = tuple(products)
        self.customers = CustomerPast(pd.DataFrame(columns=VISITS.names) if visits is None else visits)
        cases = entries.drop_duplicates("conversation_id")
        self.average = float(cases.escalated.mean()) if len(cases) else 0.5
        self.reopened = float(cases.reopened.mean()) if len(cases) else 0.0
        # Seconds since 1970: comparing pandas' timestamps takes a hundred times as long.
        self._known_at: dict[tuple[str, str], list[float]] = defaultdict(list)
        self._ended: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(lambda: [(0, 0)])
        self._resolved: dict[tuple[str, str, str], list[float]] = defaultdict(list)
        ordered = entries.sort_values("known_at", kind="stable")
        for row in zip(*(ordered[name] for name in COLUMNS[1:7]), strict=True):
            key, value, known, escalated, resolver_id, reopened = row
            self._known_at[key, value].append(seconds(known))
            before = self._ended[key, value][-1]
            self._ended[key, value].append((before[0] + int(escalated), before[1] + int(reopened)))
            if isinstance(resolver_id, str):
                self._resolved[key, value, resolver_id].append(seconds(known))

    def counted(self, key: str, value: str, at: float) -> tuple[int, int, int]:
        """Give the cases of a value known before ``at``, how many escalated, how many were reopened."""
        count = bisect_left(self._known_at.get((key, value), ()), at)
        return (count, *self._ended[key, value][count]) if count else (0, 0, 0)

    def rate(self, key: str, value: str | None, at: datetime | None) -> tuple[float, float]:
        """Give the smoothed share of cases that escalated and their number, of those known before ``at``."""
        if value is None:
            return MISSING, MISSING
        count, escalated, _ = self.counted(key, value, seconds(at))
        return self.smoothed(escalated, count, self.average), float(count)

    def smoothed(self, hits: int, count: int, average: float) -> float:
        """Give a share that begins at the average and needs ``smoothing`` cases to move half way."""
        return (hits + self.smoothing * average) / (count + self.smoothing)

    def resolved(self, key: str, value: str | None, resolver_id: str, at: datetime | None) -> int:
        """Count the cases of a value that a resolver had solved before ``at``."""
        if value is None:
            return 0
        return bisect_left(self._resolved.get((key, value, resolver_id), []), seconds(at))


def seconds(moment: datetime | None) -> float:
    """Give seconds since 1970; without a clock everything known counts as earlier."""
    return moment.timestamp() if moment else inf


def history_features(snapshot: Conversation, history: History) -> dict[str, float]:
    """Give rate and number of earlier cases for each key, and the customer's own past, as of the snapshot."""
    at = seconds(seen_at(snapshot))
    values: dict[str, float] = {}
    for key in history.keys:
        value, column = value_of(snapshot, key, history.teams), column_of(key)
        count, escalated, reopened = (0, 0, 0) if value is None else history.counted(key, value, at)
        known = value is not None
        values[f"{column}_rate"] = history.smoothed(escalated, count, history.average) if known else MISSING
        values[f"{column}_cases"] = float(count) if known else MISSING
        if key in REOPENING:
            values[f"{column}_reopen_rate"] = history.smoothed(reopened, count, history.reopened) if known else MISSING
    return values | history.customers.features(snapshot)


def load_history(folder: Path = OUT, without_fold: int | None = None) -> History:
    """Read the history, leaving out one fold of the training part where a training row is asked for."""
    tables = [read_table(folder / f"{name}.parquet") for name in ("entries", "visits")]
    if without_fold is not None:
        tables = [table[table.fold != without_fold] for table in tables]
    settings, known = read_json(folder / "settings.json"), Known(**read_json(folder / "rules_know.json"))
    return History(tables[0], **settings, visits=tables[1], office_hours=OfficeHours.load(folder), rules_know=known)
