"""Exports of invented desks in unlike shapes: a few hand-written cases each, repeated with other numbers."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path

GERMAN_HEADER = """Ticketnummer;Erstellt am;Betreff;Beschreibung;Kunde;Priorität;Status;Kanal;Bearbeitergruppe;
    Geschlossen am;Lösung;Anzahl Weiterleitungen;Lizenzen;Telefon""".replace("\n    ", "").split(";")
GERMAN_CASES = [
    ("Drucker streikt", "Der Drucker im dritten Stock druckt seit heute gar nicht mehr.", "Service Desk", "Niedrig"),
    ("Passwort vergessen", "Ich komme nicht mehr in mein Konto, bitte zurücksetzen.", "Service Desk", "Mittel"),
    ("Server langsam", "Seit dem Update braucht jede Buchung mehrere Minuten.", "Netzwerk", "Hoch"),
    ("Rechnung falsch", "Auf der Rechnung steht ein Betrag, den wir nie bestellt haben.", "Buchhaltung", "Mittel"),
    ("VPN bricht ab", "Die Verbindung von zu Hause bricht alle paar Minuten ab.", "Service Desk", "Hoch"),
]
CHAT_HEADER = ["conversation_id", "created_at", "sender", "message", "escalated", "rating"]
CHATS = [
    [("visitor", "Where is my parcel?"), ("bot", "Please give me the order number."), ("visitor", "I lost it.")],
    [
        ("visitor", "I want to talk to a person"),
        ("bot", "I can help you with that."),
        ("visitor", "No, a person please!"),
        ("operator", "Hello, this is the team, how can I help?"),
    ],
    [("visitor", "How do I change my address?"), ("bot", "Open the settings and choose address.")],
]
DEALS_HEADER = """Opportunity ID,Opportunity Name,Created Date,Close Date,Stage,Amount,Account Name,Lead Source,Region,
    Description,Escalated To,Loss Reason,Owner Email""".replace("\n    ", "").split(",")
DEALS = [
    ("Renewal of seats", "The customer wants the same terms for another year.", "", "North"),
    ("New site", "They ask for a discount far above what sales may grant.", "Deal Desk", "South"),
    ("Upgrade", "Waiting for their procurement to answer.", "", "East"),
    ("Framework contract", "Legal terms differ, liability without limit is wanted.", "Sales Director", "North"),
]


def write_table(path: Path, header: Sequence[str], rows: Sequence[Sequence[object]], delimiter: str = ",") -> Path:
    """Write a table with a header."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(header)
        writer.writerows(rows)
    return path


def german_tickets(folder: Path, number: int = 60) -> Path:
    """Tickets with German headers and semicolons: the group tells what was escalated; each fifth is still open."""
    rows = []
    for place in range(number):
        title, text, group, priority = GERMAN_CASES[place % 5]
        closed, day = place % 5 != 4, f"{place % 28 + 1:02}"
        rows.append([
            f"TK-{1000 + place}", f"{day}.03.2024 {8 + place % 9:02}:15", title, f"{text} Nummer {place}.",
            f"Firma {place % 11}", priority, "Geschlossen" if closed else "Offen", ("E-Mail", "Telefon")[place % 2],
            group, f"{day}.04.2024 10:30" if closed else "", f"Wurde erledigt, Schritt {place}." if closed else "",
            int(group != "Service Desk") + place % 2, place * 7 % 40, f"+49 30 901820{place:02}",
        ])  # fmt: skip
    return write_table(folder / "stoerungen.csv", GERMAN_HEADER, rows, ";")


def chats(folder: Path, number: int = 40) -> Path:
    """A chat export with one row a message; the flag is raised in the last row of an escalated conversation."""
    rows = []
    for place in range(number):
        chat = CHATS[place % len(CHATS)]
        for turn, (sender, text) in enumerate(chat):
            at = f"2024-05-{place % 28 + 1:02}T09:{turn:02}:00Z"
            rating = (2 if len(chat) == 4 else 4) if sender == "visitor" else ""
            raised = "Yes" if sender == "operator" else "No"
            rows.append([f"c{place}", at, sender, f"{text} ({place})", raised, rating])
    return write_table(folder / "chats.csv", CHAT_HEADER, rows)


def deals(folder: Path, number: int = 60) -> Path:
    """Sales opportunities of a CRM with American dates and amounts; some went to a deal desk."""
    rows = []
    for place in range(number):
        name, text, escalated_to, region = DEALS[place % 4]
        lost, day = place % 3 == 0, place % 28 + 1
        rows.append([
            f"006{place:06}", f"{name} {place}", f"{place % 12 + 1}/{day}/2023", f"12/{day}/2024",
            "Closed Lost" if lost else "Closed Won", f"{1000 + place * 37}.50", f"Company {place % 9}",
            ("Web", "Partner", "Fair")[place % 3], region, f"{text} Offer {place}.", escalated_to,
            ("Price", "Timing")[place % 2] if lost else "", f"seller{place % 4}@example.com",
        ])  # fmt: skip
    return write_table(folder / "opportunities.csv", DEALS_HEADER, rows)


def dialogues(folder: Path, number: int = 40) -> Path:
    """JSON lines with the messages nested in each record and a label of the whole dialogue."""
    lines = []
    for place in range(number):
        chat = CHATS[place % len(CHATS)]
        turns = [{"speaker": sender, "text": f"{text} ({place})"} for sender, text in chat]
        dialogue = {"turns": turns, "locale": "en"}
        lines.append(
            json.dumps({"id": f"d{place}", "dialogue": dialogue, "escalated": len(chat) == 4, "seats": place % 7})
        )
    path = folder / "dialogues.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
