"""Personal data leaves a request before anything looks at it, by the same function as it left the stored texts."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from data.redaction import redact_group
from data.redaction_key import known_key
from data.schema import Conversation
from data.source_settings import Redaction


def request_key(source: str, folder: Path = Path()) -> bytes:
    """Give the project's key where it is known, else one that ends with the process.

    A bundle holds no key. Without it, a customer known by a name, an e-mail address or a telephone number is a new one.
    """
    return known_key(source, folder) or secrets.token_bytes(32)


def without_personal_data(conversation: Conversation, settings: Redaction, key: bytes) -> Conversation:
    """Give a conversation as it would be stored: personal data as placeholders, unless that is switched off."""
    if not settings.enabled:
        return conversation
    given: dict[str, list[Any]] = {
        "conversations": [conversation],
        "messages": conversation.messages,
        "events": conversation.events,
        "customers": [conversation.customer] if conversation.customer else [],
    }
    clean = redact_group(given, settings, key)
    case: Conversation = clean["conversations"][0]
    customer = next(iter(clean["customers"]), None)
    return case.model_copy(update={"messages": clean["messages"], "events": clean["events"], "customer": customer})
