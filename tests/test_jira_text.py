"""The words of Atlassian documents."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.sources.jira_text import plain_text


def node(kind: str, *content: Any, **attrs: Any) -> dict[str, Any]:
    """Give a node of a document; texts become text nodes."""
    inner = [{"type": "text", "text": child} if isinstance(child, str) else child for child in content]
    return {"type": kind} | ({"content": inner} if inner else {}) | ({"attrs": attrs} if attrs else {})


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (None, ""), ("  wiki *text* ", "wiki *text*"), (7, ""), ({}, ""),
        (node("doc", node("paragraph", "one"), node("paragraph", "two")), "one\ntwo"),
        (node("doc", node("paragraph", "one", node("hardBreak"), "two")), "one\ntwo"),
        (node("doc", node("paragraph", "hi ", node("mention", text="@Ana"), "!")), "hi @Ana!"),
        (node("doc", node("paragraph", node("emoji", shortName=":rage:", text="😡"))), "😡"),
        (node("doc", node("paragraph", "see ", node("inlineCard", url="https://example.com"))), "see https://example.com"),
        (node("doc", node("orderedList", node("listItem", node("paragraph", "a")), node("listItem",
         node("paragraph", "b")))), "- a\n- b"),
        (node("doc", node("codeBlock", "x = 1\ny = 2")), "x = 1\ny = 2"),
        (node("doc", node("table", node("tableRow", node("tableCell", "a"), node("tableCell", "b")))), "a b"),
        (node("doc", node("mediaSingle", node("media", id="1", alt="screen.png"))), "screen.png"),
        (node("doc", node("mediaSingle", node("media", id="1"))), "[file]"),
    ],
)  # fmt: skip
def test_a_body_becomes_what_a_reader_sees(body: Any, text: str) -> None:
    assert plain_text(body) == text


WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)
NODES = st.recursive(
    st.builds(lambda word: {"type": "text", "text": word}, WORDS),
    lambda inner: st.builds(
        lambda kind, content: {"type": kind, "content": content},
        st.sampled_from(["paragraph", "listItem", "panel", "tableCell", "unknownNode"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=12,
)


def words_in(found: Any) -> str:
    """Give all texts of a node in their order, without anything between them."""
    return str(found.get("text", "")) + "".join(words_in(child) for child in found.get("content", []))


@given(st.lists(NODES, max_size=4))
def test_no_word_of_a_document_is_lost_or_moved(content: list[Any]) -> None:
    body = {"type": "doc", "version": 1, "content": content}
    assert "".join(plain_text(body).replace("-", "").split()) == words_in(body)


def test_a_document_nested_without_end_does_no_harm() -> None:
    body: dict[str, Any] = {"type": "text", "text": "deep"}
    for _ in range(5_000):
        body = {"type": "panel", "content": [body]}
    assert plain_text(body) == ""
