"""How one case ended, read as a mapping says; of several records the last that tells counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from data.mapped_events import first_escalation, tells_escalations
from data.mapped_messages import Said, aside
from data.mapped_values import Source, Unread, read_fields
from data.mapping import ExportMapping
from data.source_rows import SourceRow, Unreadable


def outcome_row(
    sources: Sequence[Source],
    messages: Sequence[Said],
    events: Sequence[SourceRow],
    conversation_id: str,
    mapping: ExportMapping,
) -> Iterator[SourceRow | Unreadable]:
    """Give the outcome, if the export tells any; without a word on escalation the stage looks at the events."""
    row = sources[0].row
    try:
        told = [(place, read_fields(mapping.outcome, "outcomes", source)) for place, source in enumerate(sources)]
    except Unread as unread:
        yield aside("outcomes", row, unread)
        return
    values = {name: value for _, found in told for name, value in found.items()}
    if "escalated" in mapping.outcome:
        answers = [(place, found["escalated"]) for place, found in told if "escalated" in found]
        if not answers:
            column = " + ".join(mapping.outcome["escalated"].column)
            yield Unreadable("outcomes", row, column, "", "is empty; say whether the case escalated")
            return
        values = whole_answer(answers, messages) | values_without_answer(values, answers)
    elif tells_escalations(mapping):
        values["escalated"] = first_escalation(events) is not None
    if values.get("escalated") is True and (first := first_escalation(events)) is not None:
        values.setdefault("escalated_sequence", first)
    if values:
        yield SourceRow("outcomes", row, {"conversation_id": conversation_id} | values)


def whole_answer(answers: Sequence[tuple[int, Any]], messages: Sequence[Said]) -> dict[str, Any]:
    """Give the answer of all records together: a case escalated if any says so, there where it first does.

    A case whose first record says so already escalated at a place that the export does not tell.
    """
    places = [place for place, answer in answers if answer is True]
    if not places:
        return {"escalated": answers[-1][1]}
    first = min(places)
    if first == answers[0][0]:
        return {"escalated": True}
    at_it = [said.sequence for said in messages if said.place == first]
    before = [said.sequence for said in messages if said.place < first]
    return {"escalated": True, "escalated_sequence": at_it[0] if at_it else max(before, default=-1) + 1}


def values_without_answer(values: dict[str, Any], answers: Sequence[tuple[int, Any]]) -> dict[str, Any]:
    """Give the other fields; an answer that is neither yes nor no is left for the tables to refuse."""
    odd = [answer for _, answer in answers if not isinstance(answer, bool)]
    return {name: value for name, value in values.items() if name != "escalated"} | (
        {"escalated": odd[0]} if odd else {}
    )
