"""The words of a Jira comment or description, which is plain text or an Atlassian document.

The nodes are those of https://developer.atlassian.com/cloud/jira/platform/apis/document/structure
"""

from __future__ import annotations

from typing import Any

from data.json_values import as_text, inside, listed

BLOCKS = frozenset((
    "paragraph", "heading", "blockquote", "codeBlock", "panel", "rule", "listItem", "taskItem", "decisionItem",
    "tableRow", "mediaSingle", "mediaGroup", "expand", "nestedExpand", "blockCard", "bulletList", "orderedList",
    "table",
))  # fmt: skip
CELLS = ("tableCell", "tableHeader")
DEEPEST = 100  # A document nested deeper is no text that somebody wrote.


def plain_text(body: Any) -> str:
    """Give the text of a body; what is neither text nor a document has none."""
    if isinstance(body, str):
        return body.strip()
    lines = (line.strip() for line in pieces(body).split("\n"))
    return "\n".join(line for line in lines if line)


def pieces(node: Any, depth: int = 0) -> str:
    """Give the text of a node of a document and of all nodes in it, a block on its own line."""
    kind = as_text(inside(node, "type"))
    if kind is None or depth > DEEPEST:
        return ""
    if kind == "text":
        return str(inside(node, "text") or "")
    if kind == "hardBreak":
        return "\n"
    text = "".join(pieces(child, depth + 1) for child in listed(inside(node, "content"))) or shown(node)
    if kind in BLOCKS:
        return f"\n{'- ' if kind == 'listItem' else ''}{text.strip()}\n"
    return f"{text} " if kind in CELLS else text


def shown(node: Any) -> str:
    """Give what a node without content shows: a mention, an emoji, a status, a link, a picture."""
    for name in ("text", "shortName", "url", "alt"):
        if isinstance(value := inside(node, "attrs", name), str) and value:
            return value
    return "[file]" if inside(node, "type") in ("media", "mediaInline") else ""
