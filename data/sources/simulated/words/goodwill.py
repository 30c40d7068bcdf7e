"""What the desk offers as an apology, by the category of the issue; ``*_desk`` has the offers that fit all.

The signs are those of ``phrases``. A voucher or free shipping is for who buys, a free month for who has a plan.
"""

from __future__ import annotations

from data.sources.simulated.words.issue_phrases import SOFTWARE, Table

PURCHASE = {
    "en": """I can offer you free shipping on the next order. | Would a voucher be fine with you?
        As an apology there is a voucher of {amount} for your next order.""",
    "de": """Der nächste Versand ist kostenlos. | Wäre ein Gutschein in Ordnung?
        Als Entschuldigung gibt es einen Gutschein über {amount}.""",
    "es": """El próximo envío es gratis. | ¿Estaría bien un vale?
        Como disculpa hay un vale de {amount} para el próximo pedido.""",
    "fr": """La prochaine livraison est offerte. | Un bon d'achat conviendrait-il ?
        En guise d'excuse, il y a un bon d'achat de {amount}.""",
}
BILL = {
    "en": "I can take {amount} off the invoice. | The fees for it are on us.",
    "de": "Ich kann {amount} von der Rechnung abziehen. | Die Gebühren dafür übernehmen wir.",
    "es": "Puedo quitar {amount} de la factura. | Las comisiones corren de nuestra cuenta.",
    "fr": "Je peux retirer {amount} de la facture. | Les frais sont pour nous.",
}
CARD = {
    "en": """@card_ The new card is free of charge for you. | @card_ We will waive the card fee this year.
        @suspicious This month is free of charge for you.""",
    "de": """@card_ Die neue Karte ist kostenlos. | @card_ Die Kartengebühr entfällt dieses Jahr.
        @suspicious Dieser Monat ist kostenfrei.""",
    "es": """@card_ La nueva tarjeta es gratis. | @card_ Este año no se cobra la cuota.
        @suspicious Este mes no se cobra.""",
    "fr": """@card_ La nouvelle carte est offerte. | @card_ Les frais de carte sont offerts cette année.
        @suspicious Ce mois-ci est offert.""",
}
PLAN = {
    "en": "This month is free of charge for you. | I can take {amount} off the next bill for your plan.",
    "de": "Dieser Monat ist kostenfrei. | Beim Tarif kann ich nächsten Monat {amount} abziehen.",
    "es": "Este mes no se cobra. | Puedo descontar {amount} de la próxima cuota.",
    "fr": "Ce mois-ci est offert. | Je peux retirer {amount} de la prochaine échéance.",
}
OFFERS = {
    "orders": PURCHASE, "billing": BILL, "security": CARD, "contracts": PLAN,
    **dict.fromkeys((*SOFTWARE, "how_to"), PLAN),
}  # fmt: skip


def goodwill(language: str) -> Table:
    """Give the offers of a language by category."""
    return {category: {"offer_goodwill": offers[language]} for category, offers in OFFERS.items()}
