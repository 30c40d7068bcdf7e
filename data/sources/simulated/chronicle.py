"""A story as a person reads it: what was said and what happened, in order of time, with the true risk beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from data.schema import Conversation
from data.snapshot import snapshot
from data.sources.simulated.case import Case
from data.sources.simulated.ending import outcome
from data.sources.simulated.rows import at_opening
from data.sources.simulated.story import Told

COLOURS = {"customer": "cyan", "bot": "magenta", "agent": "green", "system": "yellow"}
BAR = 20  # Characters for a probability of 1.


def show(told: Told, console: Console) -> None:
    """Print the main case of a story line by line, then the cases that came of the same fault."""
    main, *others = told.cases
    console.print(f"[bold]{told.story.name}[/bold] (seed {told.seed}): {told.story.tells}", highlight=False)
    table = Table("time", "who", "what", "true risk", box=None, padding=(0, 1))
    for line in lines(main, told.risk):
        table.add_row(*line)
    console.print(table)
    for case in others:
        ways = [f"{event['from']} -> {event['to']}" for event in case.events if event["kind"] == "escalated"]
        first = escape(case.messages[0]["text"].replace("\n", " ")[:70])
        console.print(
            f"{case.conversation_id} ({case.opening.language}) {first} [yellow]{', '.join(ways)}", highlight=False
        )
    ended = outcome(main)
    console.print(
        f"[bold]outcome[/bold] verdict {ended['verdict']}, cost {ended['cost']}, CSAT {ended['csat']}", highlight=False
    )


def lines(case: Case, risk: dict[int, float]) -> Iterator[tuple[str, str, str, str]]:
    """Give one row a message, each followed by the events after it."""
    yield from (happened(event) for event in case.events if event["after_sequence"] < 0)
    for message in case.messages:
        colour = "dim" if message.get("visibility") == "internal" else COLOURS[message["author"]]
        who, text = message["author_id"] or message["author"], escape(message["text"])
        chance = risk.get(message["sequence"])
        bar = "" if chance is None else f"{'█' * round(BAR * chance)} {chance:.2f}"
        yield f"{message['sent_at']:%a %H:%M}", who, f"[{colour}]{text}[/{colour}]", bar
        yield from (happened(event) for event in case.events if event["after_sequence"] == message["sequence"])


def happened(event: dict[str, Any]) -> tuple[str, str, str, str]:
    """Give an event as a row."""
    way = " -> ".join(str(event[end]) for end in ("from", "to") if event.get(end))
    kind = " ".join(str(event[part]) for part in ("kind", "escalation_type") if event.get(part))
    why = ", ".join(str(event[part]) for part in ("trigger", "reason") if event.get(part))
    return f"{event['at']:%a %H:%M}", "", f"[bold yellow]{kind}[/bold yellow] {escape(way)} [dim]{escape(why)}", ""


def request(told: Told) -> dict[str, Any]:
    """Give the body of a request: the main case as it stood just before it was handed over for the first time."""
    case = told.cases[0]
    client = case.opening.client.row if case.opening.client else None
    rows = {"messages": case.messages, "events": case.events}
    nested = {
        name: [{field: value for field, value in row.items() if field != "conversation_id"} for row in found]
        for name, found in rows.items()
    }
    whole = Conversation.model_validate({**at_opening(case), **nested, "customer": client})
    before = snapshot(whole, max((case.hop_at or case.sequence + 1) - 1, 0))
    return {"conversation": before.model_dump(mode="json", by_alias=True, exclude_none=True)}
