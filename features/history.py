"""STAGE history: what had become of each case of the training part, by customer, product, queue ..., and from when on.

``past_cases`` reads it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from statistics import quantiles

import pandas as pd
import pyarrow as pa

from data.errors import BadInput, exit_with_sentence
from data.files import (
    CONVERSATIONS,
    read_conversations,
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
from features.attributes import PREFIX, choose
from features.customer_past import VISITS
from features.intent_course import INTENT, intents, wishes
from features.office_hours import fit_office_hours
from features.past_cases import ENTRIES, NO_TEAMS, OUT, value_of
from features.triggers.authority import EURO, in_euros
from features.triggers.fired import Known

ALWAYS = datetime(1970, 1, 1, tzinfo=UTC)  # When a case without a clock is taken to have become known.
FEWEST_ENDED = 30  # Fewer ended cases do not say what is normal in a queue.


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
    shown = [(INTENT, value) for value in intents(case, wishes(case))]
    for key, value in [("all", "all"), *((key, value_of(case, key, teams)) for key in keys), *shown]:
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
    limits = {r.resolver_id: limit for r in resolvers if (limit := limit_of(r)) is not None}
    ages: dict[str, list[float]] = defaultdict(list)
    for case in cases:
        ended = (outcomes.get(case.conversation_id) or Outcome(conversation_id=case.conversation_id)).resolved_at
        if ended and case.opened_at:
            for queue in {"", case.queue or ""}:
                ages[queue].append((ended - case.opened_at).total_seconds() / 60)
    normal = {queue: quantiles(found, n=10)[-1] for queue, found in sorted(ages.items()) if len(found) >= FEWEST_ENDED}
    return Known(limits, normal)


def limit_of(resolver: Resolver) -> float | None:
    """Give a resolver's limit in euros; raises BadInput for a currency without a rate."""
    if resolver.authority_limit is None:
        return None
    currency = resolver.authority_currency or EURO
    limit = in_euros(resolver.authority_limit, currency)
    if limit is None:
        field = f"resolvers: {resolver.resolver_id}: authority_currency"
        raise BadInput(field, currency, "has no rate of the European Central Bank", "state the limit in EUR or USD")
    return limit


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
