"""What a customer's message asks for: one of a dozen intents, told by phrases of four languages (intents.yaml)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import yaml

from data.schema import Message
from features.triggers.find import WORD, find, folded, tried
from features.triggers.notation import expression, keys, keys_of_text
from features.triggers.rules import LANGUAGES

TABLE = Path(__file__).with_name("intents.yaml")
REMEMBERED = 50_000  # Texts.
LONGEST = 2_000  # Characters: what is wanted is said early.
QUESTION = "information"  # Only a question asks for information.


class Sign(NamedTuple):
    """A phrase that shows an intent; a text that has none of the beginnings of words cannot hold it."""

    intent: str
    pattern: re.Pattern[str]
    beginnings: tuple[frozenset[str], ...]


@cache
def table() -> Mapping[str, Mapping[str, list[str]]]:
    """Read the table: intents in their order of precedence."""
    found: dict[str, dict[str, list[str]]] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return found


@cache
def signs(language: str) -> tuple[Sign, ...]:
    """Give the phrases of a language, in the order of the table."""
    return tuple(
        Sign(intent, re.compile(expression(phrase, {})), tuple(keys(phrase, {})))
        for intent, row in table().items()
        for phrase in row.get(language, [])
    )


@lru_cache(REMEMBERED)
def intent_of_text(text: str, language: str | None = None) -> str | None:
    """Give the intent of a customer's text, or None where nothing shows one."""
    plain = folded(text[:LONGEST])
    begun = keys_of_text(WORD.findall(plain))
    shown = {
        sign.intent
        for spoken in (tried(language) if language in LANGUAGES else LANGUAGES)
        for sign in signs(spoken)
        if not any(map(begun.isdisjoint, sign.beginnings)) and sign.pattern.search(plain)
    }
    if "?" not in text:
        shown.discard(QUESTION)
    fired = {evidence.rule for evidence in find(text, language)}
    return next((i for i, row in table().items() if i in shown or not fired.isdisjoint(row.get("rules", []))), None)


def intent_of(message: Message, language: str | None) -> str | None:
    """Give a message's intent: the source's own, else what a customer's words show."""
    if message.intent is not None:
        return message.intent
    return intent_of_text(message.words, language) if message.author == "customer" else None
