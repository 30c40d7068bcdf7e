"""Calendar days named in a text, in four languages: found by month and weekday names of CLDR, read by dateparser.

Only outright days count: no times of day, no spans ("for 3 weeks"), no habits ("every Monday").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from functools import cache, lru_cache
from typing import Any, NamedTuple

from babel.dates import get_day_names, get_month_names

from features.language import READ

REMEMBERED = 20_000  # Texts.
LONGEST = 10_000  # Characters that are searched.
SHORTEST_MONTH = 3
DIGIT = re.compile(r"\d")
# What makes a day of the week one certain day, before it or after it; a habit never is one.
PAST = r"last|since|letzte[nrm]?|vergangene[nrm]?|seit|desde(?: el)?|depuis(?: le)?|pasado|dernier|derni[eè]re"
HABIT = re.compile(r"\b(?:every|each|jede[nrsm]?|todos los|todas las|cada|tous les|chaque)\s+$", re.IGNORECASE)
NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "einem": 1, "einer": 1, "zwei": 2,
    "drei": 3, "vier": 4, "fünf": 5, "un": 1, "una": 1, "une": 1, "dos": 2, "tres": 3, "cuatro": 4, "deux": 2,
    "trois": 3, "quatre": 4, "cinq": 5, "cinco": 5,
}  # fmt: skip
COUNT = rf"(?:\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
AGO = {
    "en": rf"(?:{COUNT}|an?) (?:days?|weeks?|months?) ago",
    "de": rf"vor {COUNT} (?:tagen?|wochen?|monate?n?)",
    "es": rf"hace {COUNT} (?:d[ií]as?|semanas?|mes(?:es)?)",
    "fr": rf"il y a {COUNT} (?:jours?|semaines?|mois)",
}
# "morgen" alone is also a morning, "mañana" too, and "hier" is here in German.
NEARBY = {
    "en": r"yesterday|tomorrow|today|the day (?:before yesterday|after tomorrow)",
    "de": r"vorgestern|gestern|übermorgen|(?<!guten )(?<!heute )(?<!gestern )morgen|heute(?! morgen)",
    "es": r"anteayer|ayer|(?<!la )(?<!pasado )mañana|hoy",
    "fr": r"avant-hier|hier|après-demain|demain|aujourd['’]hui",
}
READS_MONTH_FIRST = ("en",)


class Day(NamedTuple):
    """A calendar day and its place in the text."""

    day: date
    start: int
    end: int


@lru_cache(REMEMBERED)
def dates(text: str, language: str | None = None, sent_on: date | None = None) -> tuple[Day, ...]:
    """Give the days that a text names, as seen from the day it was sent; without that day only whole dates count."""
    if not worth_a_look(text):
        return ()
    spoken = language if language in READ else "en"
    found: list[Day] = []
    for place in candidates(text[:LONGEST], spoken):
        read = day_of(place, spoken, sent_on)
        if read and all(place.end() <= other.start or place.start() >= other.end for other in found):
            found.append(Day(read, place.start(), place.end()))
    return tuple(sorted(found, key=lambda one: one.start))


def worth_a_look(text: str) -> bool:
    """Say whether a text has a digit or a word that a day may begin with."""
    return DIGIT.search(text) is not None or words_of_days().search(text) is not None


@cache
def words_of_days() -> re.Pattern[str]:
    """Give a pattern of weekdays and words such as tomorrow, of all languages."""
    return re.compile(rf"\b(?:{'|'.join([*NEARBY.values(), *AGO.values(), *map(weekdays, READ)])})", re.IGNORECASE)


def candidates(text: str, language: str) -> Iterator[re.Match[str]]:
    """Give what looks like a day, the surest kind first."""
    for pattern in patterns(language):
        yield from pattern.finditer(text)


@cache
def patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """Give the patterns of a language's days; each has a group named after how it is read."""
    month, ordinal = months(language), r"(?:st|nd|rd|th|er|\.|º)?"
    year = r"(?:,?\s+(?:del?\s+)?\d{4})?"
    weekday = rf"(?:(?P<past>{PAST})\s+)?(?P<weekday>{weekdays(language)})(?:\s+(?P<gone>pasado|dernier))?"
    written = (
        r"(?P<iso>\d{4}-\d{2}-\d{2})",
        r"(?P<figures>\d{1,2}([./-])\d{1,2}\2(?:\d{4}|\d{2}))(?![\d/])",
        rf"(?P<named>\d{{1,2}}{ordinal}\s+(?:de\s+|of\s+)?(?:{month}){year})",
        rf"(?P<named>(?:{month})\s+\d{{1,2}}(?:st|nd|rd|th)?{year})",
        rf"(?P<ago>{AGO[language]})",
        rf"(?P<nearby>{NEARBY[language]})",
        weekday,
    )
    return tuple(re.compile(rf"(?<![\w/-])(?:{one})(?!\w)", re.IGNORECASE) for one in written)


def months(language: str) -> str:
    """Give a pattern of the names of months; a short one may have a full stop."""
    names = {name for width in ("wide", "abbreviated") for name in get_month_names(width, locale=language).values()}
    return choice(name.rstrip(".") for name in names if len(name) >= SHORTEST_MONTH) + r"\.?"


def weekdays(language: str) -> str:
    """Give a pattern of the names of weekdays, in the singular."""
    return choice(get_day_names("wide", locale=language).values())


def choice(words: Iterable[str]) -> str:
    """Give a pattern of one of several words, the longest first."""
    return f"(?:{'|'.join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))})"


def day_of(found: re.Match[str], language: str, sent_on: date | None) -> date | None:
    """Read one candidate; None where it is a habit, no day of the calendar, or needs a day that is not known."""
    parts = found.groupdict()
    if parts.get("iso"):
        return whole(parts["iso"])
    relative = any(parts.get(kind) for kind in ("ago", "nearby", "weekday"))
    if (relative and sent_on is None) or (parts.get("weekday") and HABIT.search(found.string[: found.start()])):
        return None
    if sent_on is None and not re.search(r"\d{4}|\d[./-]\d+[./-]\d", found[0]):
        return None
    words = parts.get("weekday") or spelt_in_figures(found[0])
    return parsed(words, language, sent_on, past=bool(parts.get("past") or parts.get("gone")))


def whole(text: str) -> date | None:
    """Read an ISO day; None where the calendar has no such day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def spelt_in_figures(text: str) -> str:
    """Write the number of days or weeks in figures: dateparser does not know all words of all languages."""
    return re.sub(r"\w+", lambda word: str(NUMBERS.get(word[0].lower(), word[0])), text)


def parsed(text: str, language: str, sent_on: date | None, past: bool) -> date | None:
    """Ask dateparser; a weekday without a word for the past is the next one."""
    from dateparser import parse  # Loads slowly, and most texts name no day.

    settings: Any = {
        "DATE_ORDER": "MDY" if language in READS_MONTH_FIRST else "DMY",
        "PREFER_DATES_FROM": "past" if past else "future" if text.isalpha() else "current_period",
    }
    if sent_on:
        settings["RELATIVE_BASE"] = datetime.combine(sent_on, time(12))
    read = parse(text, languages=[language], settings=settings)
    return read.date() if read else None
