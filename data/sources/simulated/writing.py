"""From acts to text: who speaks in which voice, with the facts of the case; the words themselves are in ``words/``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

import numpy as np

from data.sources.simulated.chance import clipped
from data.sources.simulated.seasons import moment
from data.sources.simulated.words import monitoring
from data.sources.simulated.words.speech import Voice, product_labels

if TYPE_CHECKING:
    from data.sources.simulated.case import Case, Opening

WORDS_STREAM = 5
CURRENCY = "EUR"
MONITORING = "monitoring"
TELLS_TIME = ("sla_warning", "sla_rule", "note_sla")
MOST_AFFECTED = 60


class Speak(Protocol):
    """What gives the words of one act, as ``words.speech.speak`` does."""

    def __call__(
        self, act: str, voice: Voice, facts: dict[str, str], generator: np.random.Generator, drifted: bool = False
    ) -> str:
        """Give the text."""


class Writer:
    """Writes the messages of one case from a generator of its own: words never move what happens."""

    def __init__(self, speak: Speak, seed: int, opening: Opening, names: Mapping[str, str]) -> None:
        """Keep the facts that a case's messages may name; ``names`` are what the desk's workers are called."""
        self.speak, self.names = speak, names
        self.generator = np.random.Generator(np.random.PCG64((seed, WORDS_STREAM, opening.number)))
        labels = product_labels(opening.product, opening.language)
        number = 100_000 + (opening.number * 7919 + seed * 104_729) % 900_000
        self.facts = {
            "issue": opening.issue.name, "product": opening.product, "number": str(number),
            "label": labels[int(self.generator.random() * len(labels))], "currency": CURRENCY,
            "count": str(3 + int(self.generator.random() * MOST_AFFECTED)),
            "opened": str(opening.opened),
        }  # fmt: skip
        # A sum that nobody recorded: so small that everybody may offer it, after the drift too.
        invented = 15 + 30 * float(self.generator.random())
        self.facts["amount"] = f"{opening.amount or invented:.2f}"
        self.facts["host"] = monitoring.host(opening.issue.name, opening.product, self.generator)
        if opening.client is None:
            self.facts["opener"] = MONITORING
            self.facts |= monitoring.alert(opening.issue.name, opening.priority, self.generator)
        self.drifted = opening.drifted

    def text(
        self, author: str, author_id: str | None, acts: tuple[str, ...], case: Case, about: str | None = None
    ) -> str:
        """Write one message that does these acts, each once where two come out the same.

        ``about`` is what the author takes for the issue, where that may be wrong.
        """
        voice = self.customers_voice(case) if author == "customer" else self.desks_voice(case)
        facts = self.facts | {"at": str(case.now)}
        if team := case.asked or case.team:
            facts["team"] = team.replace("_", " ")
        if author == "agent" and author_id:
            facts["agent"] = self.names[author_id]
        if case.colleague:
            facts["colleague"] = self.names[case.colleague]
        if about:
            facts["issue"] = about
        if acts[0] in TELLS_TIME:
            facts |= time_left(case)
        said: dict[str, None] = {}
        last = len(acts) - 1
        for place, act in enumerate(acts):
            voice.greets, voice.closes = place == 0, place == last
            said[self.speak(act, voice, facts, self.generator, self.drifted)] = None
        return " ".join(said)

    def customers_voice(self, case: Case) -> Voice:
        """Show the customer's anger only roughly: some rage calmly, some grumble out of habit."""
        client = case.client
        shown = clipped(0.6 * case.anger + 0.1 + 0.18 * float(self.generator.standard_normal()))
        return Voice(
            language=case.opening.language, anger=shown, patience=client.patience, terse=client.terse,
            sarcastic=client.sarcastic * (0.3 + shown), typos=client.typos, switches=client.switches,
            formal=client.formal,
        )  # fmt: skip

    def desks_voice(self, case: Case) -> Voice:
        """Speak as the desk does: calm, in the customer's language."""
        return Voice(language=case.opening.language, formal=case.opening.channel == "email")


def time_left(case: Case) -> dict[str, str]:
    """Give what a service-level clock shows: when the agreed time ends, the minutes left and the share that is gone."""
    opened = case.opening.opened
    return {
        "due": f"{moment(case.due):%a %H:%M}", "left": str(max(0, case.due - case.now) // 60),
        "used": str(100 * (case.now - opened) // (case.due - opened)),
    }  # fmt: skip
