"""How messages get damaged while they are typed: slips of the finger, missing accents, lower case.

The rate is the share of words with a slip; who slips often also writes without capitals and accents.
"""

from __future__ import annotations

import numpy as np

from data.sources.simulated.chance import happens, pick

KEYBOARDS = {
    "en": ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    "de": ("qwertzuiopü", "asdfghjklöä", "yxcvbnm"),
    "es": ("qwertyuiop", "asdfghjklñ", "zxcvbnm"),
    "fr": ("azertyuiop", "qsdfghjklm", "wxcvbn"),
}
# What people write instead when they do not look for the key; ¿ and ¡ are left out.
PLAIN: dict[str, tuple[dict[str, str], ...]] = {
    "en": ({"'": ""},),
    "de": (
        {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"},
        {"ä": "a", "ö": "o", "ü": "u", "Ä": "A", "Ö": "O", "Ü": "U", "ß": "ss"},
        {"ß": "ss"},
    ),
    "es": (
        {**dict(zip("áéíóúüñÁÉÍÓÚ", "aeiouunAEIOU", strict=True)), "¿": "", "¡": ""},
        {**dict(zip("áéíóú", "aeiou", strict=True)), "¿": "", "¡": ""},
        {"¿": "", "¡": ""},
    ),
    "fr": (
        dict(zip("àâçéèêëîïôùûÀÇÉÈÊ", "aaceeeeiiouuACEEE", strict=True)),
        dict(zip("éèêÉÈÊ", "eeeEEE", strict=True)),
        {"ç": "c", "'": ""},
    ),
}
TABLES = {language: [str.maketrans(plain) for plain in habits] for language, habits in PLAIN.items()}
NEIGHBOURS = {
    language: {
        letter: "".join(row[max(0, place - 1) : place] + row[place + 1 : place + 2])
        for row in rows
        for place, letter in enumerate(row)
    }
    for language, rows in KEYBOARDS.items()
}


def typed(text: str, language: str, rate: float, generator: np.random.Generator) -> str:
    """Give the text as it was typed: habits of the whole message first, then single slips."""
    if rate <= 0:
        return text
    if happens(generator, min(0.5, 4 * rate)):
        text = text.translate(pick(generator, TABLES[language]))
    if happens(generator, min(0.4, 3 * rate)):
        text = text.lower()
    for _ in range(int(generator.poisson(rate * (text.count(" ") + 1)))):
        text = slipped(text, language, generator)
    return text


def slipped(text: str, language: str, generator: np.random.Generator) -> str:
    """Hit a neighbour key, double, swap or miss one letter; digits and signs stay, so that numbers stay true."""
    place = int(generator.random() * len(text))
    letter = text[place]
    if not letter.isalpha() or len(text) < 3:
        return text
    before, after = text[:place], text[place + 1 :]
    match int(generator.random() * 5):
        case 0:
            return before + letter + letter + after
        case 1:
            return before + after
        case 2 if after and after[0].isalpha():
            return before + after[0] + letter + after[1:]
        case 3:
            return before + letter.swapcase() + after
        case _:
            near = NEIGHBOURS[language].get(letter)
            return before + (pick(generator, near) if near else letter) + after
