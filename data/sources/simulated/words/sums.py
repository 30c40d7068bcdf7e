"""How customers speak of the sum, by the category of the issue; ``*_customer`` has what fits all.

The signs are those of ``phrases``. Money is missing where some was paid; what does not work only costs money.
"""

from __future__ import annotations

from data.sources.simulated.words.issue_phrases import Table, split

PAID = {
    "en": """!{amount} are gone! | ~The amount is {amount}, to be exact. | {amount} are missing.
        The sum is {amount}, plus fees.""",
    "de": """!{amount} sind weg! | ~Der Betrag ist genau {amount}. | Es fehlen {amount}.
        Die Summe ist {amount} plus Gebühren.""",
    "es": """!¡Han desaparecido {amount}! | ~El importe exacto es {amount}. | Faltan {amount}.
        La suma es {amount} más comisiones.""",
    "fr": """!{amount} ont disparu ! | ~Le montant exact est de {amount}. | Il manque {amount}.
        La somme est de {amount}, plus les frais.""",
}
# Who found a stranger in the account need not have lost money.
PAID_BY_CARD = {language: "|".join(f"@card_ {phrase}" for phrase in split(told)) for language, told in PAID.items()}
LOST = {
    "en": "It has cost us {amount} so far. | !We lose {amount} a day with it! | ~I would put the damage at {amount}.",
    "de": """Bisher hat uns das {amount} gekostet. | !Am Tag verlieren wir {amount}!
        ~Den Schaden schätze ich auf {amount}.""",
    "es": "Ya nos ha costado {amount}. | !¡Perdemos {amount} al día! | ~Calculo el daño en {amount}.",
    "fr": "Ça nous a déjà coûté {amount}. | !On perd {amount} par jour ! | ~J'estime le dommage à {amount}.",
}
OFFERED = {
    "en": "Our budget is {amount}. | ~The amount is {amount}, to be exact. | {amount} a year is too much.",
    "de": "Unser Budget liegt bei {amount}. | ~Der Betrag ist genau {amount}. | {amount} im Jahr sind zu viel.",
    "es": "Nuestro presupuesto es de {amount}. | ~El importe exacto es {amount}. | {amount} al año es demasiado.",
    "fr": "Notre budget est de {amount}. | ~Le montant exact est de {amount}. | {amount} par an, c'est trop.",
}
SUMS = {"orders": PAID, "billing": PAID, "security": PAID_BY_CARD, "software": LOST, "contracts": OFFERED}


def sums(language: str) -> Table:
    """Give the sentences of a language by category."""
    return {category: {"mention_amount": told[language]} for category, told in SUMS.items()}
