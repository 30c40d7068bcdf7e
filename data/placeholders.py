"""What stands in a text where personal data was: ``<EMAIL>``, or with a key ``<EMAIL:3f9a1c27>``."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Kind = Literal["EMAIL", "PHONE", "CARD", "IBAN", "ACCOUNT", "IP", "SECRET", "NAME"]
PLACEHOLDER = re.compile(r"<(EMAIL|PHONE|CARD|IBAN|ACCOUNT|IP|SECRET|NAME)(?::[0-9a-f]{6,8})?>")


class Found(NamedTuple):
    """Personal data in a text: its kind, where it stands and how it is written there."""

    kind: Kind
    start: int
    end: int
    text: str


def type_tokens(text: str) -> str:
    """Cut keyed placeholders to their type, as models see them: ``<EMAIL:3f9a1c27>`` to ``<EMAIL>``."""
    return PLACEHOLDER.sub(r"<\1>", text) if ":" in text and "<" in text else text
