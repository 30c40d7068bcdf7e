"""How people say since when, until when and how much, in each language.

The keys are what a case knows; a text that is no key is taken as it is, and an unknown value is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from data.sources.simulated.seasons import moment

SINCE: dict[str, dict[str, str]] = {
    "en": {
        "hour": "since about an hour ago", "morning": "since this morning", "yesterday": "since yesterday",
        "days": "for some days now", "monday": "since Monday", "week": "since last week",
        "weekend": "since the weekend", "month": "since the start of the month", "update": "since the last update",
    },
    "de": {
        "hour": "seit etwa einer Stunde", "morning": "seit heute Morgen", "yesterday": "seit gestern",
        "days": "seit ein paar Tagen", "monday": "seit Montag", "week": "seit letzter Woche",
        "weekend": "seit dem Wochenende", "month": "seit Monatsanfang", "update": "seit dem letzten Update",
    },
    "es": {
        "hour": "desde hace una hora", "morning": "desde esta mañana", "yesterday": "desde ayer",
        "days": "desde hace unos días", "monday": "desde el lunes", "week": "desde la semana pasada",
        "weekend": "desde el fin de semana", "month": "desde primeros de mes",
        "update": "desde la última actualización",
    },
    "fr": {
        "hour": "depuis environ une heure", "morning": "depuis ce matin", "yesterday": "depuis hier",
        "days": "depuis quelques jours", "monday": "depuis lundi", "week": "depuis la semaine dernière",
        "weekend": "depuis le week-end", "month": "depuis le début du mois", "update": "depuis la dernière mise à jour",
    },
}  # fmt: skip
DEADLINE: dict[str, dict[str, str]] = {
    "en": {
        "hour": "within the hour", "today": "by tonight", "tomorrow": "by tomorrow", "noon": "by noon",
        "friday": "by Friday", "week": "by next week", "month": "by the end of the month", "date": "by the 15th",
    },
    "de": {
        "hour": "innerhalb einer Stunde", "today": "bis heute Abend", "tomorrow": "bis morgen", "noon": "bis Mittag",
        "friday": "bis Freitag", "week": "bis nächste Woche", "month": "bis Monatsende", "date": "bis zum 15.",
    },
    "es": {
        "hour": "en menos de una hora", "today": "antes de esta noche", "tomorrow": "mañana a más tardar",
        "noon": "antes del mediodía", "friday": "antes del viernes", "week": "antes de la próxima semana",
        "month": "antes de fin de mes", "date": "antes del día 15",
    },
    "fr": {
        "hour": "d'ici une heure", "today": "avant ce soir", "tomorrow": "d'ici demain", "noon": "avant midi",
        "friday": "avant vendredi", "week": "d'ici la semaine prochaine", "month": "avant la fin du mois",
        "date": "avant le 15",
    },
}  # fmt: skip
_, TUESDAY, WEDNESDAY, THURSDAY = range(4)
NOON, EVENING, MORNING_OVER = 12, 18, 9
LAST_WEEK = timedelta(days=28)  # No month ends sooner.
SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£"}


def true_at(slot: str, facts: Mapping[str, str]) -> tuple[str, ...]:
    """Give the keys that are true ``at`` the moment of a message in a case that was ``opened`` then.

    Both are seconds of the world; where the facts do not tell them, no key is given: any may be said.
    """
    if "at" not in facts:
        return ()
    at = moment(int(facts["at"]))
    if slot == "deadline":
        return deadlines(at)
    return beginnings(at, moment(int(facts["opened"])))


def deadlines(at: datetime) -> tuple[str, ...]:
    """Give the keys of what still lies ahead."""
    ahead = {
        "today": at.hour < EVENING, "noon": at.hour < NOON - 1, "friday": at.weekday() <= THURSDAY,
        "month": at.day <= LAST_WEEK.days, "date": at.day < 14,
    }  # fmt: skip
    return tuple(key for key in DEADLINE["en"] if ahead.get(key, True))


def beginnings(at: datetime, opened: datetime) -> tuple[str, ...]:
    """Give the keys of what lies behind, and not after the case was opened."""
    today = at.replace(hour=0, minute=0, second=0, microsecond=0)
    monday = today - timedelta(days=at.weekday())
    behind = {
        "hour": at - opened < timedelta(hours=1),
        "morning": at.hour >= MORNING_OVER and opened >= today,
        "yesterday": opened >= today - timedelta(days=1),
        "monday": at.weekday() >= TUESDAY and opened >= monday,
        "week": opened >= monday - timedelta(days=7),
        "weekend": at.weekday() <= WEDNESDAY and opened >= monday,
        "month": at.day > 2 and opened >= today.replace(day=1),
    }
    return tuple(key for key in SINCE["en"] if behind.get(key, True))


def money(amount: str, currency: str, language: str, style: int) -> str:
    """Write an amount such as ``430.00`` the way people of a language do; ``style`` is 0, 1 or 2.

    An amount that is not a number is given back as it is.
    """
    whole, _, cents = amount.partition(".")
    if not whole.isdigit():
        return amount
    symbol = SYMBOLS.get(currency, currency)
    if len(whole) > 3 and style == 2:
        whole = (
            f"{int(whole):,}" if language == "en" else f"{int(whole):,}".replace(",", " " if language == "fr" else ".")
        )
    if language == "en" and symbol != currency:
        return (f"{symbol}{whole}.{cents or '00'}", f"{symbol}{whole}", f"{symbol}{whole}")[style]
    point = "." if language == "en" else ","
    return (f"{whole}{point}{cents or '00'} {symbol}", f"{whole} {symbol}", f"{whole} {currency}")[style]
