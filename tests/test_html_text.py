"""HTML bodies become what a reader sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.html_text import html_to_text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("plain & simple, 3 < 4", "plain & simple, 3 < 4"),
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("one<br>two<br>three", "one\ntwo\nthree"),
        ("Gr&uuml;&szlig;e&nbsp;&amp; &#128512;", "Grüße & 😀"),
        ("<ul><li>a</li>\n  <li>b</li></ul>", "- a\n- b"),
        ("<style>p {color: red}</style><p>seen</p><script>alert('x')</script>", "seen"),
        ('<p>see <img src="x.png" alt="the error"> <img src="y.png"></p>', "see [image: the error] [image]"),
        ("<p>two\n   lines of source</p>", "two lines of source"),
        ("<b>unclosed <i>tags", "unclosed tags"),
        ("a &lt;b&gt; c", "a <b> c"),
        ("", ""),
    ],
)
def test_a_body_as_it_is_read(body: str, text: str) -> None:
    assert html_to_text(body) == text


@given(st.text(alphabet=st.characters(exclude_characters="<&", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"])))
def test_no_word_of_a_body_is_lost(word: str) -> None:
    assert "".join(html_to_text(f"<div><p>{word}</p></div>").split()) == "".join(word.split())


@given(st.text())
def test_any_text_is_read(body: str) -> None:
    assert "<p>" not in html_to_text(f"<p>{body}</p>") or "&lt;" in body or "<p>" in body
