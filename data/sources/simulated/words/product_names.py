"""What people call a product in each language, and the forms of that name which its grammar asks for.

German, Spanish and French names are written with their article; the other forms follow from it.
"""

from __future__ import annotations

import functools

NAMES: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        "shop": ("the shop", "our online store", "the webshop", "your shop"),
        "payments": ("the checkout", "the payment page", "the payment service"),
        "card": ("the card app", "the card account", "the card service"),
        "connector": ("the connector", "the marketplace integration", "the shop connector"),
        "api": ("the API", "the REST API", "your API", "the order API"),
        "reporting": ("the reporting", "the dashboard", "the sales report"),
        "account_portal": ("the account portal", "the customer portal", "my account page"),
        "hosting": ("the hosting", "our hosted site", "the server", "our web space"),
        "wallet": ("the wallet", "the wallet app", "the new wallet"),
    },
    "de": {
        "shop": ("der Shop", "der Onlineshop", "der Webshop"),
        "payments": ("die Kasse", "die Bezahlseite", "der Checkout"),
        "card": ("die Karten-App", "das Kartenkonto", "der Kartenbereich"),
        "connector": ("der Connector", "die Marktplatz-Anbindung", "die Schnittstelle zum Marktplatz"),
        "api": ("die API", "die REST-API", "die Bestell-API"),
        "reporting": ("das Reporting", "das Dashboard", "die Auswertung"),
        "account_portal": ("das Kundenportal", "das Kundenkonto", "der Kontobereich"),
        "hosting": ("das Hosting", "der Server", "der Webspace"),
        "wallet": ("das Wallet", "die Wallet-App", "die neue Wallet"),
    },
    "es": {
        "shop": ("la tienda", "la tienda online", "la web"),
        "payments": ("la página de pago", "la pasarela de pago", "el checkout"),
        "card": ("la app de la tarjeta", "el área de tarjetas", "la cuenta de la tarjeta"),
        "connector": ("el conector", "la integración con el marketplace", "el módulo de integración"),
        "api": ("la API", "la API REST", "la API de pedidos"),
        "reporting": ("el panel", "el informe de ventas", "el dashboard"),
        "account_portal": ("el portal de clientes", "el área de cliente", "la zona privada"),
        "hosting": ("el hosting", "el servidor", "el alojamiento web"),
        "wallet": ("el monedero", "la app del monedero", "el wallet"),
    },
    "fr": {
        "shop": ("la boutique", "la boutique en ligne", "le site"),
        "payments": ("la page de paiement", "le module de paiement", "la caisse"),
        "card": ("l'appli carte", "l'espace carte", "le compte carte"),
        "connector": ("le connecteur", "l'intégration marketplace", "le module de synchro"),
        "api": ("l'API", "l'API REST", "l'API commandes"),
        "reporting": ("le tableau de bord", "le rapport des ventes", "le reporting"),
        "account_portal": ("l'espace client", "le portail client", "le compte en ligne"),
        "hosting": ("l'hébergement", "le serveur", "l'hébergement web"),
        "wallet": ("le portefeuille", "l'appli portefeuille", "le wallet"),
    },
}
# Slot -> what stands before the name instead of its nominative article.
ARTICLES: dict[str, dict[str, dict[str, str]]] = {
    "en": {},
    "de": {
        "den_product": {"der ": "den ", "die ": "die ", "das ": "das "},
        "dem_product": {"der ": "dem ", "die ": "der ", "das ": "dem "},
        "im_product": {"der ": "im ", "die ": "in der ", "das ": "im "},
        "zum_product": {"der ": "zum ", "die ": "zur ", "das ": "zum "},
    },
    "es": {
        "del_product": {"el ": "del ", "la ": "de la "},
        "al_product": {"el ": "al ", "la ": "a la "},
    },
    "fr": {
        "du_product": {"le ": "du ", "la ": "de la ", "l'": "de l'"},
        "au_product": {"le ": "au ", "la ": "à la ", "l'": "à l'"},
    },
}  # fmt: skip
BARE = ("the ", "our ", "your ", "my ", "der ", "die ", "das ", "el ", "la ", "le ", "l'")
WEAK_ADJECTIVE = ("neue ", "neuen ")  # After den, dem and im a German adjective ends in -en, unless feminine in -e.


@functools.cache
def forms(language: str, name: str) -> dict[str, str]:
    """Give the name in every form that the phrases of a language ask for, by slot."""
    found = {"product": name, "name": name}
    for article in BARE:
        if name.startswith(article):
            found["name"] = name[len(article) :]
            break
    for slot, replaced in ARTICLES[language].items():
        found[slot] = name
        for article, instead in replaced.items():
            if name.startswith(article):
                found[slot] = instead + declined(slot, name[len(article) :])
                break
    return found


def declined(slot: str, noun: str) -> str:
    """Give a German adjective its ending after the article of the slot."""
    feminine, oblique = WEAK_ADJECTIVE
    return noun.replace(feminine, oblique, 1) if slot not in ("den_product",) and noun.startswith(feminine) else noun
