"""Puts the parts of a message together: capitals and full stops, lines of a mail, emphasis, signature."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from data.sources.simulated.chance import happens, pick
from data.sources.simulated.words.slots import Slots

GREETINGS = ("greeting", "desk_greeting")
CLOSINGS = ("closing", "desk_closing")
PASTED = ("log", "form", "disclaimer")
# They keep their own capitals and ends.
LITERAL = (*GREETINGS, *CLOSINGS, "boilerplate", *PASTED)
ENDS_OPEN = ")%€$"
LINES_SHARE = {True: 0.8, False: 0.45}  # By way of address: formal people write mails, others chat.
SIGNATURE_SHARE = 0.1
CAPITALS_SHARE = 0.05
NO_STOP_SHARE = 0.3
EMOTICON_SHARE = 0.05
EMOTICONS = ((":)", "🙂", "👍", ";)", "😅"), (":(", "😡", "🙄", ":-/", "😤"))  # Calm, angry.


class Part(NamedTuple):
    """Something that is said, and the pool or act that it was drawn from."""

    name: str
    said: str


def desk_message(parts: Sequence[Part], formal: bool, generator: np.random.Generator) -> str:
    """Give what a bot, an agent or a note says."""
    return joined([Part(name, sentence(name, said)) for name, said in parts], formal, generator)


def customer_message(parts: Sequence[Part], anger: float, formal: bool, slots: Slots) -> str:
    """Give what a customer says, before it is typed."""
    generator = slots.generator
    parts = [Part(name, sentence(name, said)) for name, said in parts]
    if anger > 0.2 and happens(generator, 0.5 * anger):
        place = int(generator.random() * len(parts))
        if parts[place].name not in LITERAL:
            parts[place] = Part(parts[place].name, emphasised(parts[place].said, generator))
    words = joined(parts, formal, generator)
    if anger > 0.2 and happens(generator, CAPITALS_SHARE * anger):
        words = words.upper()
    if not formal:
        words = chatted(words, anger, generator)
    if parts[-1].name == "closing" and happens(generator, SIGNATURE_SHARE):
        words += "\n" + slots.draw("signature")
    return words


def joined(parts: Sequence[Part], formal: bool, generator: np.random.Generator) -> str:
    """Join the parts into one text; in a mail the greeting and the closing stand on lines of their own."""
    as_mail = len(parts) > 1 and happens(generator, LINES_SHARE[formal])
    text, before = parts[0].said, parts[0].name
    for name, said in parts[1:]:
        own_line = as_mail and (name in CLOSINGS or before in GREETINGS)
        text += ("\n" if own_line or "\n" in said or name in PASTED or before in PASTED else " ") + said
        before = name
    return text


def sentence(name: str, said: str) -> str:
    """Begin with a capital and end with a full stop where there is no end yet."""
    if name in LITERAL:
        return said
    start = 1 if said[0] in "¿¡" else 0
    return said[:start] + said[start].upper() + said[start + 1 :] + ("." if open_ended(said) else "")


def open_ended(said: str) -> bool:
    """Say whether nothing ends the sentence yet."""
    return said[-1].isalnum() or said[-1] in ENDS_OPEN


def chatted(words: str, anger: float, generator: np.random.Generator) -> str:
    """Write as people chat: the last full stop left out, now and then an emoticon that need not fit the mood."""
    if words.endswith(".") and happens(generator, NO_STOP_SHARE):
        words = words[:-1]
    if happens(generator, EMOTICON_SHARE):
        words += " " + pick(generator, EMOTICONS[happens(generator, 0.2 + 0.6 * anger)])
    return words


def emphasised(said: str, generator: np.random.Generator) -> str:
    """Put more weight on a sentence: exclamation or question marks, or dots that trail off."""
    kind = generator.random()
    if said.endswith("."):
        return said[:-1] + ("!" if kind < 0.5 else "!!" if kind < 0.7 else "!!!" if kind < 0.85 else "...")
    if said.endswith("?"):
        return said + ("!" if kind < 0.4 else "??")
    return said
