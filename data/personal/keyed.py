"""What is stored in place of personal data: nobody can undo it, and with a key the same value looks the same."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence

from data.personal.addresses import address_of, plain_email
from data.personal.digits import NOT_DIGITS, PLAIN_SIGNS, e164
from data.personal.known_names import plain_name
from data.placeholders import Found

HEX_DIGITS = (
    8  # Of a million addresses about a hundred pairs share a placeholder; with six digits it is thirty thousand.
)


def placeholder(one: Found, names: Sequence[str], key: bytes | None, countries: Sequence[str]) -> str:
    """Give what is stored in place of a finding; without the key nobody can tell what stood there."""
    if key is None:
        return f"<{one.kind}>"
    value = f"{one.kind}:{normal(one, names, countries)}".encode("utf-8", "surrogatepass")
    return f"<{one.kind}:{hmac.digest(key, value, hashlib.sha256).hex()[:HEX_DIGITS]}>"


def normal(one: Found, names: Sequence[str], countries: Sequence[str]) -> str:
    """Give the value in the one form that all its spellings share."""
    match one.kind:
        case "EMAIL":
            return plain_email(one.text)
        case "PHONE":
            return e164(one.text.translate(PLAIN_SIGNS), tuple(countries)) or NOT_DIGITS.sub("", one.text)
        case "CARD" | "IBAN" | "ACCOUNT":
            return "".join(filter(str.isalnum, one.text)).upper()
        case "IP":
            return address_of(one.text) or one.text
        case "NAME":
            return plain_name(one.text, names)
    return one.text
