"""What the shape of a conversation says, before any word is read: who spoke, how much, how fast, how often again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import fmean

from data.schema import Conversation, Message
from data.snapshot import seen_at

MISSING = float("nan")
AUTHORS = ("customer", "bot", "agent", "system")
SHOUTED = re.compile(r"\b[A-Z]{3,}\b")
LINK = re.compile(r"https?://\S+|www\.\S+|\S@\S+\.\w")
NUMBER = re.compile(r"\d+")

MEANS = {
    "structure_messages": "number of messages",
    "structure_customer_messages": "number of messages from the customer",
    "structure_bot_messages": "number of messages from the bot",
    "structure_agent_messages": "number of messages from agents",
    "structure_system_messages": "number of messages from monitoring or other systems",
    "structure_internal_messages": "number of internal work notes",
    "structure_last_author": "who wrote last (0 customer, 1 bot, 2 agent, 3 system)",
    "structure_unanswered_messages": "customer messages since anybody answered",
    "structure_customer_share": "share of the text that the customer wrote",
    "structure_first_characters": "length of the first message",
    "structure_last_characters": "length of the last message",
    "structure_total_characters": "length of all messages together",
    "structure_longest_characters": "length of the longest message",
    "structure_last_words": "words in the last message",
    "structure_lines": "lines of text",
    "structure_questions": "question marks of the customer",
    "structure_exclamations": "exclamation marks of the customer",
    "structure_shouted_words": "words of the customer in capitals",
    "structure_numbers": "numbers in the customer's text",
    "structure_digit_share": "share of digits in the customer's text",
    "structure_links": "links and addresses in the customer's text",
    "structure_foreign_share": "share of letters beyond plain English ones",
    "structure_bot_confidence": "how sure the bot was last",
    "structure_age_minutes": "minutes since the case was opened",
    "structure_longest_wait_minutes": "longest wait of the customer for an answer",
    "structure_mean_wait_minutes": "mean wait of the customer for an answer",
    "structure_last_gap_minutes": "minutes between the last two messages",
    "structure_hour": "hour of the day (UTC)",
    "structure_weekday": "day of the week (0 Monday)",
    "structure_sla_left_minutes": "minutes left until the service level is missed",
    "structure_reassignments": "times the case was assigned so far",
    "structure_reopened": "times the case was reopened so far",
    "structure_priority_changes": "times the priority was changed so far",
    "structure_customer_value": "value of the customer",
}


def structure_features(snapshot: Conversation) -> dict[str, float]:
    """Give the shape of a snapshot; what the source does not know is missing (NaN)."""
    values = counts(snapshot) | lengths(snapshot.messages) | customer_signs(snapshot) | clock(snapshot) | past(snapshot)
    return {name: float(values[name]) for name in MEANS}


def counts(snapshot: Conversation) -> dict[str, float]:
    """Count messages by author."""
    authors = [message.author for message in snapshot.messages]
    by_author: Counter[str] = Counter(authors)
    answers = [place for place, message in enumerate(snapshot.messages) if is_answer(message)]
    answered = max(answers, default=-1)
    sure = [m.bot_confidence for m in snapshot.messages if m.bot_confidence is not None]
    return {f"structure_{author}_messages": by_author[author] for author in AUTHORS} | {
        "structure_messages": len(authors),
        "structure_internal_messages": sum(m.visibility == "internal" for m in snapshot.messages),
        "structure_last_author": AUTHORS.index(authors[-1]),
        "structure_unanswered_messages": authors[answered + 1 :].count("customer"),
        "structure_bot_confidence": sure[-1] if sure else MISSING,
    }


def is_answer(message: Message) -> bool:
    """Say whether the customer gets an answer by this message; a work note is none."""
    return message.author in ("bot", "agent") and message.visibility == "public"


def lengths(messages: Sequence[Message]) -> dict[str, float]:
    """Measure the text."""
    sizes = [len(message.words) for message in messages]
    by_customer = sum(len(message.words) for message in messages if message.author == "customer")
    return {
        "structure_customer_share": by_customer / max(sum(sizes), 1),
        "structure_first_characters": sizes[0],
        "structure_last_characters": sizes[-1],
        "structure_total_characters": sum(sizes),
        "structure_longest_characters": max(sizes),
        "structure_last_words": len(messages[-1].words.split()),
        "structure_lines": sum(message.words.count("\n") + 1 for message in messages),
    }


def customer_signs(snapshot: Conversation) -> dict[str, float]:
    """Count marks in what the customer, or the monitoring system, wrote."""
    text = "\n".join(m.words for m in snapshot.messages if m.author in ("customer", "system"))
    letters = sum(sign.isalpha() for sign in text)
    return {
        "structure_questions": text.count("?"),
        "structure_exclamations": text.count("!"),
        "structure_shouted_words": len(SHOUTED.findall(text)),
        "structure_numbers": len(NUMBER.findall(text)),
        "structure_digit_share": sum(sign.isdigit() for sign in text) / max(len(text), 1),
        "structure_links": len(LINK.findall(text)),
        "structure_foreign_share": sum(sign.isalpha() and not sign.isascii() for sign in text) / max(letters, 1),
    }


def clock(snapshot: Conversation) -> dict[str, float]:
    """Measure time where the source has a clock: the conversation's own, never the machine's."""
    now = seen_at(snapshot)
    waits, asked_at = [], None
    for message in snapshot.messages:
        if message.author == "customer":
            asked_at = asked_at or message.sent_at
        elif is_answer(message):
            if asked_at and message.sent_at:
                waits.append((message.sent_at - asked_at).total_seconds() / 60)
            asked_at = None
    if asked_at and now:
        waits.append((now - asked_at).total_seconds() / 60)
    dated = [message.sent_at for message in snapshot.messages[-2:] if message.sent_at]
    opened, due = snapshot.opened_at, snapshot.sla_due_at
    return {
        "structure_age_minutes": (now - opened).total_seconds() / 60 if now and opened else MISSING,
        "structure_longest_wait_minutes": max(waits, default=MISSING),
        "structure_mean_wait_minutes": fmean(waits) if waits else MISSING,
        "structure_last_gap_minutes": (dated[1] - dated[0]).total_seconds() / 60 if len(dated) == 2 else MISSING,
        "structure_hour": now.hour + now.minute / 60 if now else MISSING,
        "structure_weekday": now.weekday() if now else MISSING,
        "structure_sla_left_minutes": (due - now).total_seconds() / 60 if now and due else MISSING,
    }


def past(snapshot: Conversation) -> dict[str, float]:
    """Count what had happened to the case, and what the customer is worth."""
    kinds = Counter(event.kind for event in snapshot.events)
    value = snapshot.customer.value if snapshot.customer else None
    return {
        "structure_reassignments": kinds["assigned"],
        "structure_reopened": kinds["reopened"],
        "structure_priority_changes": kinds["priority_changed"],
        "structure_customer_value": MISSING if value is None else value,
    }
