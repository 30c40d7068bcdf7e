"""What is written in the simulated desk: the words of one act, by who speaks, how they feel and what they know.

``speak`` is a grammar: a core sentence of the act, optional parts around it, then sarcasm, code-switching, personal
data, emphasis and typing slips. Its only chance is the generator that is passed in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from data.errors import BadInput, nearest
from data.sources.simulated.chance import happens
from data.sources.simulated.words.english_symptoms import SYMPTOMS
from data.sources.simulated.words.message import CLOSINGS, GREETINGS, Part, customer_message, desk_message
from data.sources.simulated.words.noise import typed
from data.sources.simulated.words.phrases import phrases
from data.sources.simulated.words.product_names import NAMES
from data.sources.simulated.words.shapes import SHAPES, Shape
from data.sources.simulated.words.slots import Slots
from data.sources.simulated.words.tables import DESK_LANGUAGE

ACTS = tuple(SHAPES)
ISSUES = tuple(SYMPTOMS)
PRODUCTS = tuple(NAMES[DESK_LANGUAGE])  # ``wallet``, the last, is the one that comes with the drift.
SARCASTIC_ACTS = (
    "thank", "say_failed", "say_better", "complain", "nudge", "repeat_problem", "answer_fact", "quote_earlier"
)  # fmt: skip
SNEER_ALONE_SHARE = 0.4
PERSONAL_SHARE = 0.015
TAG_SHARE = 0.4
SAID_BY_TERSE = 0.3


@dataclass(slots=True)
class Voice:
    """How somebody speaks now; ``sarcastic`` and ``switches`` are chances, ``typos`` is a share of words.

    ``greets`` and ``closes`` are false where more was said before, or is said after, in the same message.
    """

    language: str = "en"
    anger: float = 0.0
    patience: float = 1.0
    terse: bool = False
    sarcastic: float = 0.0
    typos: float = 0.0
    switches: float = 0.0
    formal: bool = False
    greets: bool = True
    closes: bool = True


def speak(
    act: str, voice: Voice, facts: Mapping[str, str], generator: np.random.Generator, drifted: bool = False
) -> str:
    """Give the text of one message.

    ``facts`` names at least ``issue`` and ``product``; what it leaves out of label, amount and currency, number,
    since, deadline, host, value, metric, threshold, severity, team, count, agent and person is invented; ``opener``
    is who opened the case where that changes the words (``monitoring``). ``since`` and ``deadline`` are
    keys of ``moments``, or text that is taken as it is. ``drifted`` chooses the wording after the drift switch.
    Raises BadInput for an act, issue, product or language that nobody speaks of.
    """
    shape = checked(act, facts)
    language = DESK_LANGUAGE if shape.author in ("note", "system") else voice.language
    slots = Slots(phrases(language, voice.formal, drifted), language, voice.anger, facts, generator)
    if shape.author == "system":
        return slots.draw(act)
    parts = around(act, shape, slots, voice)
    if shape.author != "customer":
        return desk_message(parts, voice.formal, generator)
    if voice.sarcastic and act in SARCASTIC_ACTS and happens(generator, voice.sarcastic):
        sneer = Part("sarcasm", slots.draw("sarcasm"))
        parts = [sneer] if happens(generator, SNEER_ALONE_SHARE) else [*parts, sneer]
    if voice.switches and language != DESK_LANGUAGE and happens(generator, voice.switches):
        switch(parts, slots, voice, drifted)
    if happens(generator, PERSONAL_SHARE):
        parts.insert(max(1, len(parts) - 1), Part("personal", slots.draw("personal")))
    return typed(customer_message(parts, voice.anger, voice.formal, slots), language, voice.typos, generator)


def product_labels(product: str, language: str) -> tuple[str, ...]:
    """Give what people of a language call a product; one of them, kept as ``label``, is the name in a whole case."""
    return NAMES[language][product]


def checked(act: str, facts: Mapping[str, str]) -> Shape:
    """Give the shape of an act; raises BadInput for an act, issue or product that has no words."""
    for field, value, known in (
        ("act", act, SHAPES), ("issue", facts["issue"], SYMPTOMS), ("product", facts["product"], NAMES["en"]),
    ):  # fmt: skip
        if value not in known:
            raise BadInput(field, value, "has no words", nearest(value, known))
    return SHAPES[act]


def around(act: str, shape: Shape, slots: Slots, voice: Voice) -> list[Part]:
    """Give the core of the act with the optional parts that are said this time."""
    generator = slots.generator
    parts = [
        Part(name, slots.draw(name)) for name, chance in shape.before if happens(generator, likely(name, chance, voice))
    ]
    parts.append(Part(act, slots.draw(act)))
    for name, chance in shape.after:
        if happens(generator, likely(name, chance, voice)):
            said = slots.draw(name)
            if said not in parts[-1].said:
                parts.append(Part(name, said))
    return parts


def likely(name: str, chance: float, voice: Voice) -> float:
    """Give the chance of an optional part: the angry vent more, the patient are courteous, the terse say less."""
    if (name in GREETINGS and not voice.greets) or (name in CLOSINGS and not voice.closes):
        return 0.0
    if name == "vent":
        chance *= 0.3 + 1.6 * voice.anger
    elif name == "courtesy":
        chance *= 0.4 + voice.patience - 0.4 * voice.anger
    elif name == "wait":
        chance *= 1.6 - voice.patience
    return chance * SAID_BY_TERSE if voice.terse else chance


def switch(parts: list[Part], slots: Slots, voice: Voice, drifted: bool) -> None:
    """Say one of the parts in English, or add a few words of it, as people do whose colleagues speak it."""
    english = phrases(DESK_LANGUAGE, voice.formal, drifted)
    facts = {name: value for name, value in slots.facts.items() if name != "label"}
    other = Slots(english, DESK_LANGUAGE, voice.anger, facts, slots.generator)
    if happens(slots.generator, TAG_SHARE):
        parts.insert(1, Part("tag", other.draw("tag")))
        return
    place = int(slots.generator.random() * len(parts))
    parts[place] = Part(parts[place].name, other.draw(parts[place].name))
