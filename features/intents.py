"""What a customer's message asks for: one of a dozen intents, told by phrases of four languages (intents.yaml)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

import yaml

from features.language import READ
from features.triggers.find import find, first_unguarded, read, tried
from features.triggers.rules import Guards, Phrases, either

TABLE = Path(__file__).with_name("intents.yaml")
REMEMBERED = 50_000  # Texts.
QUESTION = "information"  # Only a question asks for information.
# Another denial takes nothing from an intent: who has not received a refund asks for it.
NOT_WANTED = {
    "en": ["(don t|dont|do not|didn t|did not|not) (want|need|ask for|require)", "(no need|not here) (for|to|of)"],
    "de": ["(will|wollen|möchte|brauche|brauchen|verlange) (ja |gar |auch |hier )?(nicht|kein(e|en|er)?)"],
    "es": ["no (quiero|queremos|necesito|necesitamos|pido|hace falta)"],
    "fr": ["(veux|voulons|demande|souhaite) pas", "pas besoin"],
}
NEVER = re.compile(r"(?!)")


@cache
def table() -> Mapping[str, Mapping[str, list[str]]]:
    """Read the table: intents in their order of precedence."""
    found: dict[str, dict[str, list[str]]] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return found


@cache
def phrases() -> Phrases:
    """Give the phrases of all languages."""
    found = Phrases()
    guards = {language: Guards(either(NOT_WANTED[language], {}), NEVER, None, NEVER, NEVER) for language in READ}
    for intent, row in table().items():
        for language in READ:
            for phrase in row.get(language, []):
                found.add(intent, phrase, {}, guards[language], None, language)
    return found


@lru_cache(REMEMBERED)
def intent_of_text(text: str, language: str | None = None) -> str | None:
    """Give the intent of a customer's text, or None where nothing shows one."""
    plain, begun = read(text)
    shown = {rule.rule for rule in find(text, language, "customer")}
    wanted = table() if "?" in text else table().keys() - {QUESTION}
    for phrase in phrases().likely(begun, tried(language), wanted):
        if phrase.rule not in shown and first_unguarded(phrase, plain):
            shown.add(phrase.rule)
    return next((name for name, row in table().items() if not shown.isdisjoint([name, *row.get("rules", [])])), None)
