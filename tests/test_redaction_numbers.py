"""Inline pictures, repositories, items and parts stay; a number announced as that of a bank account does not."""

from __future__ import annotations

import time

import pytest

from data.redaction import found, redact

STAYS = (
    "[cid:image001.png@01d223c0.fSID_21c960]", "src=CID:image001.png@01d223c0.fSID", "git@github.com:org/repo.git",
    "clone deploy@build.example.com:team/tool.git now", "ssh://git@example.com/team/tool", "item + 5018821007/00001",
    "+ 5018821007/00001\n+ 5018821007/00002", "parts 745.112.300, 745.112.301", "601.234.567 and 745.112.30",
    "please call csd 5111156895", "my account number is 12345678", "Kontonummer 532013000",
    "customer account number 12345678, paid by bank transfer", "Kundenkontonummer 532013000 bei der Bank",
    "numéro de compte 00012345678", "order 12345678, bank transfer", "Bankleitzahl 37040044",
)  # fmt: skip


@pytest.mark.parametrize("text", STAYS)
def test_what_only_looks_like_an_address_or_a_number_stays(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "clean"), [
    ("Mail me at ana@example.com: thanks", "Mail me at <EMAIL>: thanks"), ("ana@example.com:Mo/Di", "<EMAIL>:Mo/Di"),
    ("git@example.com is ours", "<EMAIL> is ours"), ("cid: ana@example.com", "cid: <EMAIL>"),
    ("+ 49 30 12345678", "<PHONE>"), ("+1 (212) 555-0147", "<PHONE>"), ("600.123.456", "<PHONE>"),
    ("01.02.2024: 600.123.456", "01.02.2024: <PHONE>"),
    ("Kontonummer 532013000, BLZ 37040044", "Kontonummer <ACCOUNT>, BLZ 37040044"),
    ("Bankverbindung: Kto.-Nr.: 532 013 000", "Bankverbindung: Kto.-Nr.: <ACCOUNT>"),
    ("account number 12345678 sort code 20-00-00", "account number <ACCOUNT> sort code 20-00-00"),
    ("my bank account number is 12345678.", "my bank account number is <ACCOUNT>."),
    ("numéro de compte bancaire : 00012345678", "numéro de compte bancaire : <ACCOUNT>"),
    ("número de cuenta 0012345678 del Banco Ejemplo", "número de cuenta <ACCOUNT> del Banco Ejemplo"),
])  # fmt: skip
def test_addresses_telephones_and_bank_accounts_are_found(text: str, clean: str) -> None:
    assert redact(text) == clean


@pytest.mark.parametrize("piece", [
    "git@a.example:", "git@a.example:a/", "cid:a@a.ab", "account number ", "bank account number 123456 ", "kto nr ",
    "1.2.3 ", "745.112.300 ", "+ 1", "12345678/0", "Rose ", "the Rose ", "ANA ", "Ž", "Žofie ", "Hi Žofie An ", "ЖЖ ",
])  # fmt: skip
def test_it_costs_no_more_time_than_the_text_is_long(piece: str) -> None:
    text = "Dear Žofie, bank name: " + piece * (64_000 // len(piece))
    start = time.process_time()
    redact(text, ["Rose Field", "Ana"])
    assert time.process_time() - start < 8  # As with the other disguises: a quadratic pattern takes a minute.
