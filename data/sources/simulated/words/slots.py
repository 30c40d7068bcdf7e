"""Fills the slots of a template: from the facts of the case where they are given, else with something invented.

A slot is a fact (number, amount, since ...), a form of the product's name, personal data, or the name of a pool of
phrases, of which one is drawn and filled in turn.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from data.sources.simulated.catalogue import ISSUE
from data.sources.simulated.chance import happens, pick
from data.sources.simulated.words import monitoring
from data.sources.simulated.words.invented import invent
from data.sources.simulated.words.moments import DEADLINE, SINCE, money, possible
from data.sources.simulated.words.phrases import Moods
from data.sources.simulated.words.product_names import NAMES, forms
from data.sources.simulated.words.tables import own_pools

PERSONAL = ("person", "agent", "colleague", "email", "phone", "card", "account", "address")
OF_THE_ISSUE = ("symptom", "detail")
MOMENTS = {"since": SINCE, "deadline": DEADLINE}
ALERT = ("metric", "severity")
DIGITS = {
    "number": 6, "other_number": 6, "count": 2, "value": 2, "threshold": 2, "left": 2, "used": 2, "place": 1,
}  # fmt: skip
OWN_OF_PRODUCT_SHARE = 0.4
NO_PLURAL = (("count", "0"), ("count", "1"))


class Slots(dict[str, str]):
    """Text for every slot of one message; what was filled once stays the same where the message needs it again."""

    def __init__(
        self,
        table: Mapping[str, Moods],
        language: str,
        anger: float,
        facts: Mapping[str, str],
        generator: np.random.Generator,
    ) -> None:
        super().__init__()
        self.table, self.language, self.facts, self.generator = table, language, facts, generator
        # Some calm people sound angry and some angry people stay polite, so that no word alone tells the mood.
        self.angry_share = 0.1 + 0.75 * anger
        self.own = own_pools(language, facts["issue"], facts.get("opener"))

    def draw(self, name: str) -> str:
        """Give one phrase of an act or pool, filled."""
        moods = self.table[self.of_the_case(name)]
        template = pick(self.generator, moods[self.generator.random() < self.angry_share])
        return template.format_map(self) if "{" in template else template

    def of_the_case(self, name: str) -> str:
        """Name the pool that fits who opened the case or its issue; of details now and then the product's own."""
        if name in OF_THE_ISSUE:
            of_the_product = f"{name}_of_{self.facts['product']}"
            if of_the_product in self.table and happens(self.generator, OWN_OF_PRODUCT_SHARE):
                return of_the_product
        return self.own.get(name, name)

    def __missing__(self, slot: str) -> str:
        if slot in self.table or slot in OF_THE_ISSUE:
            return self.draw(slot)
        self[slot] = found = self.known(slot)
        return found

    def known(self, slot: str) -> str:
        """Give the text of a slot that stays the same within the message."""
        if slot in PERSONAL:
            return self.facts.get(slot) or invent(slot, self.language, self.generator)
        if slot in MOMENTS:
            said = MOMENTS[slot][self.language]
            when = self.facts.get(slot) or possible(
                slot, self.facts, ISSUE[self.facts["issue"]].category, self.generator
            )
            return said.get(when, when)
        if slot == "due":
            return self.facts.get(slot) or self.known("deadline")
        if slot == "amount":
            return self.amount()
        if slot in ALERT:
            return self.facts.get(slot) or monitoring.alert(self.facts["issue"], "P3", self.generator)[slot]
        if slot == "value_below" or (slot == "value" and "threshold" in self.facts):
            return monitoring.value(self["threshold"], slot == "value", self.generator)
        if slot in DIGITS:
            told = self.facts.get(slot)
            # The sentences around a count are in the plural.
            return told if told and (slot, told) not in NO_PLURAL else self.digits(DIGITS[slot])
        if slot in ("host", "team"):
            return self.facts.get(slot) or f"{slot}-{self.digits(2)}"
        return self.product(slot)

    def product(self, slot: str) -> str:
        """Give a form of what people call the product: the label of the case, else any of its names."""
        names = NAMES[self.language][self.facts["product"]]
        label = self.facts.get("label")
        called = forms(self.language, label if label in names else pick(self.generator, names))
        self.update(called)
        return called[slot]

    def amount(self) -> str:
        """Give the amount of the case as people write it."""
        amount = self.facts.get("amount") or f"{int(self.digits(3))}.{self.digits(2)}"
        return money(amount, self.facts.get("currency") or "EUR", self.language, int(self.generator.random() * 3))

    def digits(self, number: int) -> str:
        """Give an invented number of so many digits."""
        smallest = 10 ** (number - 1)
        return str(smallest + int(self.generator.random() * 9 * smallest))
