"""What a message says itself: without mark-up, encoded files, the mails it quotes and the signature under it.

The message's own ``text`` is kept as it came; only what models read is cut.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mailparser_reply import EmailReplyParser

from data.html_text import html_to_text
from data.placeholders import PLACEHOLDER, type_tokens

REMEMBERED = 50_000  # Texts; every family asks for the words of a message, and the library takes 0.1 ms.
LANGUAGES = ["en", "de", "es", "fr"]
# Common elements only: a tag may also be somebody's placeholder or a generic type in a stack trace.
ELEMENT = re.compile(
    r"</?(?:a|b|blockquote|body|br|div|em|font|h[1-6]|head|html|i|img|li|ol|p|pre|script|span|strong|style|table|tbody"
    r"|td|th|tr|u|ul)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
# Longer than any word, address or key that a person types; a path has dots or dashes, a line of = or - has no letter.
ENCODED = re.compile(
    r"(?:data:[\w/+.-]{1,80};base64,)?"
    r"(?:[A-Za-z0-9+/]{120,}|[A-Za-z0-9+/]{76}\s+(?:[A-Za-z0-9+/]{76}\s+)*[A-Za-z0-9+/]{1,76})={0,2}"
)
ENCODED_TOKEN = "<DATA>"
# The library's patterns take time with the square of a line's length and of a run of empty lines.
LONGEST_LINE = 1_000
LONGEST_MAIL = 20_000
# With the line before: "On Monday X wrote:".
QUOTED = re.compile(r"^(?:(?!>)[^\n]{1,200}:[^\S\n]*\n+)?(?:>[^\n]*(?:\n|\Z))+", re.MULTILINE)
# Signatures that the library does not know.
SENT_FROM = re.compile(
    r"\n\s*(?:Envoyé (?:de|depuis|à partir de) mon [^\n]{1,40}|Von meinem [^\n]{1,40} gesendet)\s*\Z", re.IGNORECASE
)
EMPTY_LINES = re.compile(r"[^\S\n]*\n[^\S\n]*\n\s*")


@lru_cache(REMEMBERED)
def spoken(text: str, reply: bool) -> str:
    """Give what a text says itself; a text of which nothing would be left stays whole.

    Only a reply quotes what was said before. The first message of a conversation may be a forwarded mail: that is the
    request itself, and on the real tickets cutting it cost 2.5 points of the resolver's top-1.
    """
    if not looks_composed(text):
        return text
    said = encoded_as_token(without_markup(type_tokens(text)))
    return (without_quoted_mail(said) if reply else said) or said or text


def looks_composed(text: str) -> bool:
    """Say whether a text can hold anything to be cut; most chat messages cannot."""
    return "\n" in text or "<" in text or "&" in text or len(text) > LONGEST_LINE or ENCODED.search(text) is not None


def without_markup(text: str) -> str:
    """Give what a reader sees of HTML; a placeholder such as <EMAIL> is no tag."""
    if not ELEMENT.search(text):
        return text
    return html_to_text(PLACEHOLDER.sub(lambda found: f"&lt;{found[1]}&gt;", text))


def encoded_as_token(text: str) -> str:
    """Put one token where a file was pasted as base64."""
    return ENCODED.sub(lambda found: ENCODED_TOKEN if is_encoded(found[0]) else found[0], text)


def is_encoded(run: str) -> bool:
    """Say whether a long run mixes capitals, small letters and digits, as encoded bytes do."""
    return any(map(str.isupper, run)) and any(map(str.islower, run)) and any(map(str.isdigit, run))


def without_quoted_mail(text: str) -> str:
    """Cut quoted mails and the signature, as the library finds them in mails of four languages."""
    if "\n" not in text:
        return text
    head = EMPTY_LINES.sub("\n\n", text[:LONGEST_MAIL]).strip()
    if any(len(line) > LONGEST_LINE for line in head.split("\n")):
        return text
    reply = EmailReplyParser(languages=LANGUAGES).read(head).replies[0]
    said = SENT_FROM.sub("", QUOTED.sub("", str(reply.body)).strip())
    # Nothing was cut from the beginning of a very long text: then all of it is the writer's own.
    return text if len(text) > LONGEST_MAIL and said == head else said
