"""Calls to a phone bot as sequences of intents: the published BETOLD corpus (Terragni et al., COLING 2022).

One JSON array; a call is ``{"LUHF": "luhf" | "not_luhf", "utterances_annotations": [...]}``, an utterance
``{"caller_name": "nlu" | "nlg", "intent": "...", "entities": [{"entity": "..."}]}``. ``nlg`` is the bot that speaks,
``nlu`` the customer it heard. LUHF means that late in the call the customer asked to be forwarded to a person, or hung
up: the call escalated, at a place the corpus does not tell. There is no clock, no text and no name of a call.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from data.errors import nearest
from data.json_records import records
from data.json_stream import Broken
from data.refusal import refuse_other_format
from data.source_rows import SourceRow, Unreadable

AUTHORS = {"nlg": "bot", "nlu": "customer"}
ESCALATED = {"luhf": True, "not_luhf": False}
UTTERANCES = "utterances_annotations"


def read(raw: Path) -> Iterator[SourceRow | Unreadable]:
    """Give the canonical rows of each call; raises BadInput for a file that is not this corpus."""
    refuse_other_format(raw, expected="betold")
    for number, call in records(raw):
        if isinstance(call, Broken):
            yield Unreadable("conversations", number, "call", call.value, call.reason)
        else:
            yield from call_rows(call, number)


def call_rows(call: dict[str, Any], number: int) -> Iterator[SourceRow | Unreadable]:
    """Give one call as a conversation, its messages and its outcome."""
    named = {"conversation_id": f"call-{number}"}
    utterances = call.get(UTTERANCES)
    if not isinstance(utterances, list):
        yield Unreadable("conversations", number, UTTERANCES, call.get(UTTERANCES, call), "is not a list of utterances")
        return
    yield SourceRow("conversations", number, named | {"channel": "phone"})
    for sequence, utterance in enumerate(utterances):
        yield message_row(utterance, number, named | {"sequence": sequence})
    label = call.get("LUHF")
    if not isinstance(label, str) or label not in ESCALATED:
        yield Unreadable("outcomes", number, "LUHF", label, nearest(str(label), ESCALATED))
    else:
        yield SourceRow("outcomes", number, named | {"escalated": ESCALATED[label]})


def message_row(utterance: Any, number: int, place: dict[str, Any]) -> SourceRow | Unreadable:
    """Give one utterance as a message that has an intent instead of a text."""
    if not isinstance(utterance, dict):
        return Unreadable(
            "messages", number, UTTERANCES, utterance, "is not an utterance; expected an object in braces"
        )
    caller = utterance.get("caller_name")
    said = {"author": AUTHORS.get(str(caller), caller), "intent": utterance.get("intent")}
    return SourceRow("messages", number, place | said | {"entities": entity_counts(utterance.get("entities"))})


def entity_counts(entities: Any) -> Any:
    """Count how often each kind of entity was named; what is no list of entities is left to be refused."""
    if not isinstance(entities, list) or not all(isinstance(one, dict) and "entity" in one for one in entities):
        return entities
    return dict(Counter(str(one["entity"]) for one in entities)) or None
