"""Models read what a message says itself; the original text is kept."""

from __future__ import annotations

import base64
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.schema import Message
from data.spoken import spoken

OLD = "please restart it"
MAILS = {
    "en": f"It still fails.\n\nOn Mon, 3 May 2026 at 10:00, Support <help@desk.example> wrote:\n> {OLD}",
    "de": f"It still fails.\n\nAm 03.05.2026 um 10:00 schrieb Support <help@desk.example>:\n> {OLD}",
    "es": f"It still fails.\n\nEl lun, 3 may 2026 a las 10:00, Soporte <help@desk.example> escribió:\n> {OLD}",
    "fr": f"It still fails.\n\nLe lun. 3 mai 2026 à 10:00, Support <help@desk.example> a écrit :\n> {OLD}",
    "Outlook": f"It still fails.\n\n-----Original Message-----\nFrom: a\nSent: today\nTo: b\nSubject: c\n\n{OLD}",
    "Outlook, German": f"It still fails.\n\nVon: Support\nGesendet: Montag, 3. Mai\nAn: b\nBetreff: c\n\n{OLD}",
    "answer below": f"> {OLD}\n\nIt still fails.",
    "signature": "It still fails.\n\n-- \nAnn Example\nExample Ltd",
    "greeting": "It still fails.\n\nMit freundlichen Grüßen\nAnn",
    "telephone": "It still fails.\n\nSent from my iPhone",
    "téléphone": "It still fails.\n\nEnvoyé de mon iPhone",
    "Telefon": "It still fails.\n\nVon meinem iPhone gesendet",
    "HTML": "<html><head><style>p {color: red}</style></head><body><p>It still fails.</p></body></html>",
}


@pytest.mark.parametrize("mail", MAILS.values(), ids=MAILS)
def test_quoted_mails_signatures_and_markup_are_cut(mail: str) -> None:
    message = Message(author="customer", text=mail, sequence=3)
    assert message.words == "It still fails."
    assert message.text == mail


def test_the_first_message_may_be_a_forwarded_mail_and_stays() -> None:
    mail = MAILS["Outlook"]
    assert Message(author="customer", text=mail, sequence=0).words == mail
    assert Message(author="customer", text=MAILS["HTML"], sequence=0).words == "It still fails."


@pytest.mark.parametrize(
    "text",
    [
        "It still fails.",
        "Thanks,\nit works",
        "List<String> a < b && c > d",
        "the banner says: cancel now\nwhat do I do?",
        "> only a quotation",
        "Best regards,\nAnn",
        "🙂🙂",
        "مرحبا، لا يعمل",
        "=" * 500,
        "x" * 100_000,
    ],
)
def test_a_text_without_anything_to_cut_stays(text: str) -> None:
    assert spoken(text, reply=True) == text


def test_placeholders_are_no_tags_and_lose_their_key() -> None:
    assert spoken("<p>Mail me at <EMAIL:3f9a1c27></p>", reply=False) == "Mail me at <EMAIL>"


@pytest.mark.parametrize("encode", [base64.b64encode, base64.encodebytes], ids=["one line", "lines of 76"])
def test_an_encoded_file_is_one_token(encode: object) -> None:
    encoded = encode(bytes(range(256)) * 40).decode()  # type: ignore[operator]
    assert spoken(f"see the picture: {encoded}", reply=False).split() == ["see", "the", "picture:", "<DATA>"]


@given(st.text(max_size=300))
def test_no_text_becomes_empty_or_fails(text: str) -> None:
    assert spoken(text, reply=True) or not text.strip()


@example(":\n:<A>")  # In HTML the end of a line is a space.
@given(st.text(alphabet=">: \nAab<p>-", max_size=200))
def test_nothing_is_said_that_was_not_written(text: str) -> None:
    white = {"\n"} | ({" "} if "\n" in text else set())  # The line ends of paragraphs, and what HTML makes of one.
    assert set(spoken(text, reply=True)) <= {*text, *white}


@pytest.mark.parametrize(
    "piece",
    ["On ", "Le a ", "\n", " ", "> ", "<p ", "&lt;", "-", "Best regards\n", "On " * 300 + "\n", "A1b/", "a:\n>"],
)
def test_100_000_characters_are_read_at_once(piece: str) -> None:
    text = (piece * 100_000)[:99_998] + " ."
    begun = time.process_time()
    spoken(text, reply=True)
    assert time.process_time() - begun < 2
