"""From simulated cases to canonical rows: what a help desk's own database would show, and nothing hidden."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import numpy as np

from data.parameters import Simulated
from data.quarantine import SourceRow
from data.sources.simulated.case import Case
from data.sources.simulated.desk import START, simulate
from data.sources.simulated.ending import outcome
from data.sources.simulated.matrices import authority_matrix, escalation_matrix, severity_matrix
from data.sources.simulated.people import EXPERTS, customers


def read(settings: Simulated) -> Iterator[SourceRow]:
    """Give the canonical rows of the simulated desk, numbered from 1 within each table.

    The same settings give the same rows, whenever they are asked for.
    """
    counted: Counter[str] = Counter()
    for table, values in proposals(settings):
        counted[table] += 1
        yield SourceRow(table, counted[table], values)


def proposals(settings: Simulated) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give each row with its table: the desk first, then case by case."""
    generator = np.random.default_rng(settings.seed)
    clients = customers(generator, START)
    yield from (("customers", client.row) for client in clients)
    yield from (("resolvers", expert.row) for expert in EXPERTS)
    yield from (("escalation_matrix", row) for row in escalation_matrix())
    yield from (("authority_matrix", row) for row in authority_matrix())
    yield from (("severity_matrix", row) for row in severity_matrix())
    for case in simulate(settings, clients, generator):
        yield "conversations", at_opening(case)
        yield from (("messages", message) for message in case.messages)
        yield from (("events", event) for event in case.events)
        yield "outcomes", outcome(case)


def at_opening(case: Case) -> dict[str, Any]:
    """Give the conversation's own row: only what was known when it was opened."""
    client = case.client
    return {
        "conversation_id": case.conversation_id,
        "opened_at": case.opened_at,
        "channel": case.channel,
        "product": case.product,
        "category": case.issue.category,
        "priority": case.priority,
        "language": "en",
        "customer_id": client.row["customer_id"] if client else None,
        "queue": case.handler.queue,
        "handler_id": case.handler.handler_id,
        "sla_due_at": case.sla_due_at,
        "attributes": {"seats": float(client.seats), "plan": client.row["tier"]} if client else None,
    }
