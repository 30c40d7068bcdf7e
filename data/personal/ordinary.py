"""Whether a word that is also a name means a thing where it stands: ``Rose gold``, ``the Field service``, ``ANA``."""

from __future__ import annotations

import re

from data.personal.name_words import SENTENCE_BEGINNERS

LOOK_BACK, LOOK_AHEAD = 20, 24  # Characters.
LONGEST_ABBREVIATION = 4
# People have no article, so a capital after one is that of a title or of a German noun.
ARTICLE = re.compile(
    r"(?<!\w)(?:the|an?|our|your|my|their|its|this|that|these|each|every|any|no|der|die|das|dem|den|des|eine?[mnrs]?"
    r"|unsere?[mnrs]?|el|los|las?|una?|nuestr[ao]|les?|une|notre|votre)[ \t\u00a0]{1,3}$",
    re.IGNORECASE,
)
THING_AFTER = re.compile(
    r"[ \t\u00a0-]{1,3}(?:gold|periods?|sales?|service|services|collection|list|tag|cards?|offers?|edition|model|phone"
    r"|engineers?|technicians?|staff|tests?|trip|plan|codes?|tariff|colou?red|season|holidays?|break|campaign|promotion"
    r"|discount|water|wine|quartz|office|mail|code|name|value|size|type|width|length)(?!\w)",
    re.IGNORECASE,
)
PERSON_AFTER = re.compile(
    r"[ \t\u00a0]{1,3}(?:said|says|called|asked|told|tells|wrote|writes|promised|replied|answered|helped|confirmed|rang"
    r"|phoned|sagt|sagte|schrieb|schreibt|meint|meinte|rief|ruft|dijo|dice|llamó|escribió|dit|écrit|appelle)(?!\w)"
)
# After these a name in capitals is likelier than an airline: "thanks ANA for the help".
GOES_ON = re.compile(
    r"[ \t\u00a0]{1,3}(?:and|or|about|again|also|as|at|but|can|for|from|has|have|had|if|in|is|not|now|on|please|to"
    r"|today|tomorrow|was|who|will|with|would|und|oder|hat|ist|war|wird|kann|von|bitte|für|mit|y|o|es|ha|por|para|con|et|ou"
    r"|est|a|pour|avec|de|qui|que)(?!\w)"
)
WORD_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[^\w.!?\r\n]{1,3}$")
WORD_AFTER = re.compile(r"[ \t\u00a0-]{1,3}([^\W\d_]+)")


def names_a_thing(text: str, start: int, end: int) -> bool:
    """Say whether the words around say that a word is no name, or its capital says nothing."""
    if THING_AFTER.match(text, end, end + LOOK_AHEAD) or ARTICLE.search(text, max(start - LOOK_BACK, 0), start):
        return True
    # "Price is up" is about a price, "Ray is here" about a person.
    person = (PERSON_AFTER,) if text[start:end].lower() in SENTENCE_BEGINNERS else (PERSON_AFTER, GOES_ON)
    return begins_sentence(text, start) and not any(one.match(text, end, end + LOOK_AHEAD) for one in person)


def begins_sentence(text: str, start: int) -> bool:
    """Say whether a word has its capital from being the first of a sentence or a line."""
    before = text[max(start - LOOK_BACK, 0) : start].rstrip(" \t\u00a0\"'“„«(*•>-")
    return not before or before[-1] in ".!?:;\r\n…–—"


def is_abbreviation(text: str, start: int, end: int, name: str) -> bool:
    """Say whether a short word in capitals stands before one that is not, where the name is not in capitals."""
    written = text[start:end]
    if not written.isupper() or not 1 < len(written) <= LONGEST_ABBREVIATION or name.isupper():
        return False
    after = WORD_AFTER.match(text, end, end + LOOK_AHEAD)
    if after is None or any(one.match(text, end, end + LOOK_AHEAD) for one in (PERSON_AFTER, GOES_ON)):
        return False
    # Who writes all in capitals writes names so too.
    before = WORD_BEFORE.search(text, max(start - LOOK_BACK, 0), start)
    return not any(len(beside[1]) > 1 and beside[1].isupper() for beside in (before, after) if beside)
