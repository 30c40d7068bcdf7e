"""Numbers of payment cards in a text: an issuer may have given them, and their check digit is right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from stdnum import luhn

from data.placeholders import Found

CARDS = re.compile(
    r"(?:(?<![\w.,-])|(?<=visa)|(?<=amex)|(?<=card)|(?<=karte)|(?<=carte)|(?<=tarjeta))\d(?:(?:[ .-]|  )?\d){12,}+",
    re.IGNORECASE,
)
# With dots or two spaces between, numbers of other things are as usual: the groups must be those of a card.
OF_A_CARD = {(4, 4, 4, 4), (4, 6, 5), (4, 6, 4), (4, 4, 4, 4, 3)}
GROUP = re.compile(r"\d+")
FEWEST_ON_CARD, MOST_ON_CARD, LONGEST_GROUP = 13, 19, 8
# Lengths and first digits of the issuers (ISO/IEC 7812): Visa, Mastercard, American Express, Discover, Diners, JCB,
# UnionPay, Maestro. An IMEI passes Luhn too, but has 15 digits and begins otherwise.
ISSUED = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}"
    r"|6(?:011|4[4-9]\d|5\d\d)\d{12}|3(?:0[0-5]|[689]\d)\d{11}|35\d{14}|62\d{14,17}|(?:50|5[6-9]|6[37])\d{14}"
)
# Four digits of a memory dump stand before.
DUMP = re.compile(r"\b[0-9a-f]{4} $")


def cards(text: str) -> Iterator[Found]:
    """Give each number that an issuer of payment cards may have given and whose check digit is right."""
    for run in CARDS.finditer(text):
        if DUMP.search(text, max(0, run.start() - 5), run.start()):
            continue
        groups = [group.span() for group in GROUP.finditer(text, *run.span())]
        done = 0
        for place, (start, _) in enumerate(groups):
            # The date and the code of the card may follow in the same run, so each group may be the last.
            # In a memory dump every place among groups of four would be tried, and some would fit by chance.
            inside = place > 0 and start > done + 1 and groups[place - 1][1] - groups[place - 1][0] == 4
            end = end_of_card(text, groups[place : place + MOST_ON_CARD]) if start >= done and not inside else 0
            if end:
                yield Found("CARD", start, end, text[start:end])
                done = end


def end_of_card(text: str, groups: Sequence[tuple[int, int]]) -> int:
    """Say where the card number ends that begins with the first of these groups of digits; 0 if none does."""
    digits = ""
    for number, (start, end) in enumerate(groups, start=1):
        digits += text[start:end]
        if len(digits) > MOST_ON_CARD or (end - start > LONGEST_GROUP and end - start < len(digits)):
            break
        goes_on = text[end : end + 1].isalnum() or text[end : end + 1] == "_"
        if len(digits) >= FEWEST_ON_CARD and not goes_on and ISSUED.fullmatch(digits) and luhn.is_valid(digits):
            written = text[groups[0][0] : end]
            unusual = "." in written or "  " in written
            return end if not unusual or tuple(last - first for first, last in groups[:number]) in OF_A_CARD else 0
    return 0
