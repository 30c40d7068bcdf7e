"""Which language a message is in: as the source says, else as its words tell, else as its author's message before."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from data.schema import Conversation

READ = ("en", "de", "es", "fr")  # The languages that the tables of phrases, intents and days are written in.
REMEMBERED = 50_000  # Texts.
SHORTEST = 20  # Fewer letters name no language.
LONGEST = 2_000  # More letters do not make it surer.
# Measured on the real tickets: below this, English tickets full of product names are taken for Latin or Maltese.
SURE = 0.6
TAKEN_FOR = {"pcm": "en"}  # Nigerian Pidgin: what the model calls it in a desk's texts is nearly always English.

Detect = Callable[[str], str | None]


@cache
def identifier(among: tuple[str, ...] | None = None) -> Any:
    """Load the model once a process: naive Bayes over byte n-grams of 97 languages (Lui and Baldwin, ACL 2012).

    ``among`` a few languages, two or three words are enough to tell them apart.
    """
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    found = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    if among:
        found.set_languages(among)
    return found


@lru_cache(REMEMBERED)
def detected(text: str) -> str | None:
    """Give the two-letter code of the language a text is surely in, else None."""
    sample = text[:LONGEST]
    if sum(map(str.isalpha, sample)) < SHORTEST:
        return None
    language, probability = identifier().classify(sample)
    return TAKEN_FOR.get(language, language) if probability >= SURE else None


@lru_cache(REMEMBERED)
def likeliest_read(text: str) -> str | None:
    """Give which of the languages that are read a short text is in; None where its few letters do not tell."""
    language, probability = identifier(READ).classify(text[:LONGEST])
    return str(language) if probability >= SURE else None


def languages_of(snapshot: Conversation, detect: Detect = detected) -> list[str | None]:
    """Give each message's language as a two-letter code; None until something tells it.

    A short message takes the language of its own author's last: a bot's greeting says nothing about the customer.
    """
    found: list[str | None] = []
    latest: dict[str, str | None] = {}
    for message in snapshot.messages:
        stated = message.language or snapshot.language
        told = stated[:2].lower() if stated else detect(message.words)
        latest[message.author] = told or latest.get(message.author)
        found.append(latest[message.author])
    return found
