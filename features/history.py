"""STAGE history: what had become of earlier cases of the same customer, product, queue ..., as of each moment.

Single handlers are nobody's feature: of them only their team counts. Rates are smoothed towards the average.
Where cases have a time, only those that ended before the moment count;
a source without a clock has no order, and its training rows see the other folds alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from math import inf
from pathlib import Path
from statistics import quantiles
from types import MappingProxyType

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
from data.schema import Conversation, Resolver
from data.snapshot import seen_at
from data.split import OUT as SPLIT
from data.tables import Outcome
from features.attributes import PREFIX, as_text, choose, column_part
from features.columns import MISSING, Column
from features.customer_past import COLUMNS as CUSTOMER
from features.customer_past import VISITS, CustomerPast
from features.intent_course import intents_so_far, keyed
from features.office_hours import UNKNOWN as UNKNOWN_HOURS
from features.office_hours import OfficeHours, fit_office_hours
from features.triggers.fired import NOTHING_KNOWN, Known

OUT = Path("features/out/history")
ALWAYS = datetime(1970, 1, 1, tzinfo=UTC)  # When a case without a clock is taken to have become known.
NO_TEAMS: Mapping[str, str] = MappingProxyType({})
ENTRIES = pa.schema(
    [(name, pa.string()) for name in ("conversation_id", "key", "value")]
    + [("known_at", pa.timestamp("us", tz="UTC")), ("escalated", pa.int64()), ("resolver_id", pa.string())]
    + [("reopened", pa.int64()), ("fold", pa.int64())]
)
COLUMNS = ENTRIES.names
FEWEST_ENDED = 30  # Fewer ended cases do not say what is normal in a queue.
INTENT = "intent"  # The key under which a case counts once for each intent that was shown in it.
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


def known_at(case: Conversation, outcome: Outcome) -> datetime:
    """Give the moment from which an outcome was known: its end, or the last thing seen of the case."""
    if outcome.resolved_at:
        return outcome.resolved_at
    dated = [event.at for event in case.events if event.at]
    last = max(dated, default=None) or seen_at(case)
    return last or ALWAYS


def entries(
    case: Conversation,
    outcome: Outcome,
    escalated: int,
    fold: int,
    keys: Sequence[str],
    teams: Mapping[str, str] = NO_TEAMS,
) -> Iterator[tuple[object, ...]]:
    """Give one row for each key the case has a value for, one for each intent, and one under the key ``all``."""
    at, reopened = known_at(case, outcome), came_back(case)
    intents = [(INTENT, value) for value in keyed(intents_so_far(case))]
    for key, value in [("all", "all"), *((key, value_of(case, key, teams)) for key in keys), *intents]:
        if value is not None:
            yield case.conversation_id, key, value, at, escalated, outcome.resolver_id, reopened, fold


def came_back(case: Conversation) -> int:
    """Say whether a case was reopened: 0 or 1."""
    return int(any(event.kind == "reopened" for event in case.events))


def visit(case: Conversation, outcome: Outcome, escalated: int, fold: int) -> tuple[object, ...]:
    """Give the row of a case among its customer's."""
    own = (case.conversation_id, case.customer_id, case.opened_at, known_at(case, outcome))
    return (*own, escalated, came_back(case), outcome.csat, fold)


def history_rows(
    cases: Sequence[Conversation],
    training: pd.DataFrame,
    outcomes: dict[str, Outcome],
    keys: Sequence[str],
    teams: Mapping[str, str],
) -> tuple[pa.Table, pa.Table]:
    """Give entries and visits of training conversations.

    ``training`` has escalates and fold, a row a conversation.
    """
    escalated, fold = training.escalates.to_dict(), training.fold.to_dict()
    rows: list[tuple[object, ...]] = []
    visits: list[tuple[object, ...]] = []
    for case in cases:
        name = case.conversation_id
        outcome = outcomes.get(name) or Outcome(conversation_id=name)
        rows += entries(case, outcome, escalated[name], fold[name], keys, teams)
        visits.append(visit(case, outcome, escalated[name], fold[name]))
    return as_table(rows, ENTRIES), as_table(visits, VISITS)


def rules_know(cases: Sequence[Conversation], outcomes: dict[str, Outcome], resolvers: Sequence[Resolver]) -> Known:
    """Give each handler's limit, and the age by which nine of ten cases of a queue had ended."""
    limits = {r.resolver_id: r.authority_limit for r in resolvers if r.authority_limit is not None}
    ages: dict[str, list[float]] = defaultdict(list)
    for case in cases:
        ended = (outcomes.get(case.conversation_id) or Outcome(conversation_id=case.conversation_id)).resolved_at
        if ended and case.opened_at:
            for queue in {"", case.queue or ""}:
                ages[queue].append((ended - case.opened_at).total_seconds() / 60)
    normal = {queue: quantiles(found, n=10)[-1] for queue, found in sorted(ages.items()) if len(found) >= FEWEST_ENDED}
    return Known(limits, normal)


def as_table(rows: Sequence[tuple[object, ...]], schema: pa.Schema) -> pa.Table:
    """Make a table of rows in the order of a schema."""
    return pa.Table.from_pylist([dict(zip(schema.names, row, strict=True)) for row in rows], schema=schema)


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
    resolvers: list[Resolver] = read_records(CONVERSATIONS, "resolvers")
    teams = {resolver.resolver_id: resolver.team for resolver in resolvers if resolver.team}
    rows, visits = history_rows(cases, training, outcomes, keys, teams)
    write_table(OUT / "entries.parquet", rows)
    write_table(OUT / "visits.parquet", visits)
    fit_office_hours(cases, resolvers).save(OUT)
    write_json(OUT / "rules_know.json", rules_know(cases, outcomes, resolvers)._asdict())
    settings = {"keys": keys, "smoothing": parameters.smoothing, "attributes": chosen.numbers, "teams": teams}
    settings["products"] = sorted({case.product for case in cases if case.product})
    write_json(OUT / "settings.json", settings)
    features = ", ".join([*chosen.numbers, *chosen.texts]) or "none"
    print(f"{len(rows)} entries of history from {len(cases)} conversations; attributes: {features}")


if __name__ == "__main__":
    exit_with_sentence(main)
