"""What a reader sees of a message that is stored as HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser

MARKUP = re.compile(r"<[a-zA-Z/!][^>]*>|&(?:[a-zA-Z]+|#\d+|#x[0-9a-fA-F]+);")
NEW_LINE = frozenset(
    (
        "address", "article", "blockquote", "br", "div", "dd", "dl", "dt", "figure", "h1", "h2", "h3", "h4", "h5", "h6",
        "hr", "li", "ol", "p", "pre", "table", "tr", "ul",
    )
)  # fmt: skip
UNSEEN = frozenset(("head", "script", "style", "template", "title"))


def html_to_text(body: str) -> str:
    """Give the text of an HTML body; a body without markup is text already."""
    if not MARKUP.search(body):
        return body.strip()
    reader = _Reader()
    reader.feed(body)
    reader.close()
    # White space of the source is layout; line ends come from the tags alone.
    lines = (re.sub(r"[^\S\n]+", " ", line).strip() for line in "".join(reader.pieces).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unseen += tag in UNSEEN
        if tag in NEW_LINE:
            self.pieces.append("\n- " if tag == "li" else "\n")
        elif tag == "img":
            described = dict(attrs).get("alt")
            self.pieces.append(f"[image: {described}]" if described else "[image]")

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self.unseen = max(self.unseen - 1, 0)
        elif tag in NEW_LINE and tag != "li":
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.pieces.append(re.sub(r"\s+", " ", data))
