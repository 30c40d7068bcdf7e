"""What the shape of a conversation says, before any word is understood: who spoke, how much, who did not get it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from data.schema import Conversation, Message
from features.columns import MISSING, Column
from features.course import slope
from features.marks import Marks, marks

AUTHORS = ("customer", "bot", "agent", "system")
HANDLERS = ("bot", "agent")
UNSURE = 0.5  # A bot less sure than this has not understood; Rasa's and Dialogflow's own limits are .3 to .4.
FALLBACK = re.compile(r"fallback|no[_ -]?match|unknown|not[_ -]?understood|out[_ -]?of[_ -]?scope", re.IGNORECASE)

AUTHOR, TEXT, OWN = "messages.author", "messages.text", "messages.text of customer and system"
BOT = "messages.bot_confidence"


def count(means: str, source: str, unit: str = "count") -> Column:
    """Describe a column that is never missing."""
    return Column(means, unit, "never", source)


COLUMNS = {
    "structure_messages": count("number of messages", AUTHOR),
    "structure_customer_messages": count("number of messages from the customer", AUTHOR),
    "structure_bot_messages": count("number of messages from the bot", AUTHOR),
    "structure_agent_messages": count("number of messages from agents", AUTHOR),
    "structure_system_messages": count("number of messages from monitoring or other systems", AUTHOR),
    "structure_internal_messages": count("number of internal work notes", "messages.visibility"),
    "structure_last_author": count("who wrote last (0 customer, 1 bot, 2 agent, 3 system)", AUTHOR, "code"),
    "structure_turns": count("times the word passed from one side to another", AUTHOR),
    "structure_longest_monologue": count("most customer messages in a row", AUTHOR),
    "structure_unanswered_messages": count("customer messages since anybody answered", AUTHOR),
    "structure_customer_share": count("share of the text that the customer wrote", TEXT, "share"),
    "structure_first_characters": count("length of the first message", TEXT, "characters"),
    "structure_last_characters": count("length of the last message", TEXT, "characters"),
    "structure_total_characters": count("length of all messages together", TEXT, "characters"),
    "structure_longest_characters": count("length of the longest message", TEXT, "characters"),
    "structure_last_words": count("words in the last message", TEXT, "words"),
    "structure_lines": count("lines of text", TEXT, "lines"),
    "structure_questions": count("question marks of the customer", OWN),
    "structure_exclamations": count("exclamation marks of the customer", OWN),
    "structure_shouted_words": count("words of the customer in capitals", OWN),
    "structure_numbers": count("numbers in the customer's text", OWN),
    "structure_digit_share": count("share of digits in the customer's text", OWN, "share"),
    "structure_links": count("links and addresses in the customer's text", OWN),
    "structure_foreign_share": count("share of letters beyond plain English ones", OWN, "share"),
    "structure_thanks": count("customer messages that say thanks", "messages.text of the customer"),
    "structure_apologies": count("messages in which bot or agent said sorry", "messages.text of bot and agents"),
    "structure_clarifications": count("times bot or agent asked for other words", "messages.text of bot and agents"),
    "structure_attempted_solutions": count("steps that bot or agent proposed", "messages.text of bot and agents"),
    "structure_intent_failures": count("times the bot found no intent or was unsure", f"messages.intent, {BOT}"),
    "structure_bot_confidence": Column("how sure the bot was last", "probability", "no bot says how sure it is", BOT),
    "structure_bot_confidence_minimum": Column(
        "how sure the bot was at its least sure", "probability", "no bot says how sure it is", BOT
    ),
    "structure_bot_confidence_trend": Column(
        "rise or fall of the bot's sureness per message", "probability per message", "fewer than two are known", BOT
    ),
}


def structure_features(snapshot: Conversation) -> dict[str, float]:
    """Give the shape of a snapshot; what the source does not know is missing (NaN)."""
    read = [marks(message.words) for message in snapshot.messages]
    values = counts(snapshot.messages) | lengths(snapshot.messages, read)
    values |= customer_signs(snapshot.messages, read) | handler_signs(snapshot.messages, read)
    return {name: float(values[name]) for name in COLUMNS}


def counts(messages: Sequence[Message]) -> dict[str, float]:
    """Count messages and turns by author."""
    authors = [message.author for message in messages]
    by_author: Counter[str] = Counter(authors)
    answered = max((place for place, message in enumerate(messages) if is_answer(message)), default=-1)
    said: dict[str, float] = {f"structure_{author}_messages": by_author[author] for author in AUTHORS}
    return said | {
        "structure_messages": len(authors),
        "structure_internal_messages": sum(m.visibility == "internal" for m in messages),
        "structure_last_author": AUTHORS.index(authors[-1]),
        "structure_turns": sum(one != other for one, other in pairwise(authors)),
        "structure_longest_monologue": max(
            (len(list(run)) for author, run in groupby(authors) if author == "customer"), default=0
        ),
        "structure_unanswered_messages": authors[answered + 1 :].count("customer"),
    }


def is_answer(message: Message) -> bool:
    """Say whether the customer gets an answer by this message; a work note is none."""
    return message.author in HANDLERS and message.visibility == "public"


def lengths(messages: Sequence[Message], read: Sequence[Marks]) -> dict[str, float]:
    """Measure the text."""
    sizes = [own.characters for own in read]
    by_customer = sum(size for size, message in zip(sizes, messages, strict=True) if message.author == "customer")
    return {
        "structure_customer_share": by_customer / max(sum(sizes), 1),
        "structure_first_characters": sizes[0],
        "structure_last_characters": sizes[-1],
        "structure_total_characters": sum(sizes),
        "structure_longest_characters": max(sizes),
        "structure_last_words": read[-1].words,
        "structure_lines": sum(own.lines for own in read),
    }


def customer_signs(messages: Sequence[Message], read: Sequence[Marks]) -> dict[str, float]:
    """Count marks in what the customer, or the monitoring system, wrote."""
    own = [m for m, message in zip(read, messages, strict=True) if message.author in ("customer", "system")]
    thanks = sum(m.thanks for m, message in zip(read, messages, strict=True) if message.author == "customer")
    characters, letters = sum(m.characters for m in own), sum(m.letters for m in own)
    return {
        "structure_questions": sum(m.questions for m in own),
        "structure_exclamations": sum(m.exclamations for m in own),
        "structure_shouted_words": sum(m.shouted_words for m in own),
        "structure_numbers": sum(m.numbers for m in own),
        "structure_digit_share": sum(m.digits for m in own) / max(characters, 1),
        "structure_links": sum(m.links for m in own),
        "structure_foreign_share": sum(m.foreign for m in own) / max(letters, 1),
        "structure_thanks": thanks,
    }


def handler_signs(messages: Sequence[Message], read: Sequence[Marks]) -> dict[str, float]:
    """Count what bot and agents tried, and how often and how surely they did not get it."""
    own = [m for m, message in zip(read, messages, strict=True) if is_answer(message)]
    sure = [m.bot_confidence for m in messages if m.bot_confidence is not None]
    return {
        "structure_apologies": sum(m.apology for m in own),
        "structure_clarifications": sum(m.clarification for m in own),
        "structure_attempted_solutions": sum(m.attempted_solution for m in own),
        "structure_intent_failures": sum(not_understood(message) for message in messages),
        "structure_bot_confidence": sure[-1] if sure else MISSING,
        "structure_bot_confidence_minimum": min(sure, default=MISSING),
        "structure_bot_confidence_trend": slope(sure),
    }


def not_understood(message: Message) -> bool:
    """Say whether the bot did not know what was wanted."""
    unsure = message.bot_confidence is not None and message.bot_confidence < UNSURE
    return unsure or (message.intent is not None and FALLBACK.search(message.intent) is not None)
