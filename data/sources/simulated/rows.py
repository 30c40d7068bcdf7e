"""From simulated cases to canonical rows: what a help desk's own database would show, and nothing hidden."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from data.source_rows import SourceRow
from data.sources.simulated.case import Case
from data.sources.simulated.ending import outcome
from data.sources.simulated.matrices import authority_matrix, escalation_matrix, severity_matrix
from data.sources.simulated.people import ON_CALL_TURNS, customer_count
from data.sources.simulated.seasons import moment
from data.sources.simulated.settings import Simulated
from data.sources.simulated.world import World


def read(settings: Simulated) -> Iterator[SourceRow]:
    """Give the canonical rows of the simulated desk, numbered from 1 within each table, in order of ending.

    The same settings give the same rows, whenever they are asked for.
    """
    counted: Counter[str] = Counter()
    for table, values in proposals(World(settings)):
        counted[table] += 1
        yield SourceRow(table, counted[table], values)


def proposals(world: World) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give each row with its table: the desk first, then case by case, a customer before their first case."""
    yield from (("resolvers", person.row(ON_CALL_TURNS)) for person in world.desk.experts)
    yield from (("escalation_matrix", row) for row in escalation_matrix())
    yield from (("authority_matrix", row) for row in authority_matrix())
    yield from (("severity_matrix", row) for row in severity_matrix())
    given = bytearray(customer_count(world.settings))  # Numbers, not names: memory must not grow with the corpus.
    while not world.over:
        for case in world.step().finished:
            client = case.opening.client
            if client and not given[client.number]:
                given[client.number] = True
                yield "customers", client.row
            yield from rows_of(case)


def rows_of(case: Case) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give all rows of one case that has ended."""
    yield "conversations", at_opening(case)
    yield from (("messages", message) for message in case.messages)
    yield from (("events", event) for event in case.events)
    yield "outcomes", outcome(case)


def at_opening(case: Case) -> dict[str, Any]:
    """Give the conversation's own row: only what was known when it was opened."""
    opening = case.opening
    attributes: dict[str, Any] = {"amount": opening.amount} if opening.amount_given else {}
    if opening.client:
        attributes |= {"seats": float(opening.client.seats), "plan": opening.client.row["tier"]}
    return {
        "conversation_id": case.conversation_id,
        "opened_at": moment(opening.opened),
        "channel": opening.channel,
        "product": opening.product,
        "category": opening.issue.category,
        "priority": opening.priority,
        "language": opening.language,
        "customer_id": opening.client.customer_id if opening.client else None,
        "queue": opening.queue,
        "handler_id": opening.handler.name,
        "sla_due_at": moment(opening.due),
        "linked_conversation_id": opening.linked,
        "attributes": attributes or None,
    }
