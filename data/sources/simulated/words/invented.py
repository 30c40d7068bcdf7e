"""Invented personal data as customers write it into messages: names, addresses, telephone, card and account numbers.

Nothing here can belong to anybody: mail domains of RFC 2606, addresses of RFC 5737, telephone numbers that the
regulators of the USA, Britain, Germany and France reserve for fiction (Spain reserves none: a British one stands in),
card numbers that payment providers publish for tests and the account numbers printed in the IBAN registry.
"""

from __future__ import annotations

import numpy as np

from data.sources.simulated.chance import pick

FIRST_NAMES = {
    "en": ("Emma", "Oliver", "Grace", "Jack", "Priya", "Daniel", "Chloe", "Samuel", "Aisha", "Megan", "Ravi", "Hannah"),
    "de": ("Anna", "Jürgen", "Lukas", "Katrin", "Mehmet", "Sabine", "Jonas", "Birgit", "Leonie", "Uwe", "Aylin", "Tim"),
    "es": ("Lucía", "Javier", "Carmen", "Álvaro", "Marta", "Pablo", "Inés", "Sergio", "Rocío", "Iván", "Pilar", "Hugo"),
    "fr": ("Camille", "Hugo", "Inès", "Julien", "Chloé", "Mathieu", "Amina", "Rémi", "Manon", "Karim", "Élodie", "Luc"),
}  # fmt: skip
LAST_NAMES = {
    "en": ("Carter", "Hughes", "Patel", "Morgan", "Ellis", "Bennett", "Khan", "Walsh", "Foster", "Lowe"),
    "de": ("Vogel", "Schäfer", "Krüger", "Yilmaz", "Brandt", "Köhler", "Lorenz", "Seidel", "Groß", "Arndt"),
    "es": ("García", "Ruiz", "Navarro", "Ortega", "Molina", "Vidal", "Ramos", "Ibáñez", "Serrano", "Peña"),
    "fr": ("Lefèvre", "Moreau", "Benali", "Rousseau", "Fontaine", "Perrin", "Colin", "Hervé", "Roy", "Blanc"),
}  # fmt: skip
# The last digits are drawn: # stands for one.
TELEPHONES = {
    "en": ("+1 202 555 01##", "020 7946 0###", "07700 900###", "(415) 555-01##"),
    "de": ("030 23125 ###", "089 99998 ###", "+49 69 90009 ###", "0221 4710 ###"),
    "es": ("+44 7700 900###", "+44 20 7946 0###"),
    "fr": ("01 99 00 ## ##", "06 39 98 ## ##", "+33 4 65 71 ## ##"),
}
CARDS = ("4111 1111 1111 1111", "4242424242424242", "5555 5555 5555 4444", "5105105105105100", "3782 822463 10005")
ACCOUNTS = {
    "en": ("GB29 NWBK 6016 1331 9268 19", "GB29NWBK60161331926819"),
    "de": ("DE89 3704 0044 0532 0130 00", "DE89370400440532013000"),
    "es": ("ES91 2100 0418 4502 0005 1332", "ES9121000418450200051332"),
    "fr": ("FR14 2004 1010 0505 0001 3M02 606", "FR1420041010050500013M02606"),
}
NETWORKS = ("192.0.2.", "198.51.100.", "203.0.113.")
MAIL_DOMAINS = ("example.com", "example.org", "example.net", "mail.example.com", "shop.example.org")
PLAIN_LETTERS = str.maketrans("áéíóúàèçñäöüÁÉÍñ", "aeiouaecnaouAEIn", "'")


def invent(kind: str, language: str, generator: np.random.Generator) -> str:
    """Give one piece of personal data: person, email, phone, card, account or address (of a network)."""
    match kind:
        case "person":
            return f"{pick(generator, FIRST_NAMES[language])} {pick(generator, LAST_NAMES[language])}"
        case "agent" | "colleague":
            return pick(generator, FIRST_NAMES[language])
        case "email":
            return mail_address(language, generator)
        case "phone":
            return digits(pick(generator, TELEPHONES[language]), generator)
        case "card":
            return pick(generator, CARDS)
        case "account":
            return pick(generator, ACCOUNTS[language])
        case _:
            return f"{pick(generator, NETWORKS)}{1 + int(generator.random() * 254)}"


def mail_address(language: str, generator: np.random.Generator) -> str:
    """Give an address whose domain is reserved for examples."""
    first, last = pick(generator, FIRST_NAMES[language]), pick(generator, LAST_NAMES[language])
    user = (first, f"{first}.{last}", f"{first[0]}{last}", last)[int(generator.random() * 4)]
    plain = user.lower().translate(PLAIN_LETTERS).replace("ß", "ss")
    return f"{plain}@{pick(generator, MAIL_DOMAINS)}"


def digits(pattern: str, generator: np.random.Generator) -> str:
    """Put a drawn digit where the pattern has ``#``."""
    return "".join(str(int(generator.random() * 10)) if sign == "#" else sign for sign in pattern)
