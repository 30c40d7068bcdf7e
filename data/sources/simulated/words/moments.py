"""How people say since when, until when and how much, in each language.

The keys are what a case knows; a text that is no key is taken as it is, and an unknown value is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from data.sources.simulated.chance import Uniform, pick
from data.sources.simulated.seasons import START, moment

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
# An update loses no parcel, and nobody waits an hour for a refund.
UNLIKELY = {
    **dict.fromkeys(("orders", "billing", "privacy", "contracts"), ("hour", "update")), "security": ("update",),
}  # fmt: skip
_, TUESDAY, WEDNESDAY, THURSDAY = range(4)
NOON, EVENING, MORNING_OVER = 12, 18, 9
DATE = 15  # As the phrases say.
ALWAYS_DAYS = 28  # No month ends sooner.
SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£"}


def possible(slot: str, facts: Mapping[str, str], category: str, generator: Uniform) -> str:
    """Give a key that fits the category and can be true ``at`` the moment of a message in a case ``opened`` then.

    Both are seconds of the world; where the facts do not tell them, any key may be said.
    """
    keys, known = KEYS[slot], "at" in facts
    at = moment(int(facts["at"])) if known else START
    opened = moment(int(facts["opened"])) if known else START
    unlikely = UNLIKELY.get(category, ())
    while True:  # Some keys are always possible.
        key = pick(generator, keys)
        if key in unlikely:
            continue
        if not known or key not in POSSIBLE[slot] or POSSIBLE[slot][key](at, opened):
            return key


def midnight(at: datetime, days_before: int = 0) -> datetime:
    """Give the beginning of a day."""
    return at.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=days_before)


KEYS = {"deadline": tuple(DEADLINE["en"]), "since": tuple(SINCE["en"])}
# A deadline lies ahead; a beginning lies behind, and not after the case was opened.
POSSIBLE: dict[str, dict[str, Callable[[datetime, datetime], bool]]] = {
    "deadline": {
        "today": lambda at, _: at.hour < EVENING,
        "noon": lambda at, _: at.hour < NOON - 1,
        "friday": lambda at, _: at.weekday() <= THURSDAY,
        "month": lambda at, _: at.day <= ALWAYS_DAYS,
        "date": lambda at, _: at.day < DATE - 1,
    },
    "since": {
        "hour": lambda at, opened: at - opened < timedelta(hours=1),
        "morning": lambda at, opened: at.hour >= MORNING_OVER and opened >= midnight(at),
        "yesterday": lambda at, opened: opened >= midnight(at, 1),
        "monday": lambda at, opened: at.weekday() >= TUESDAY and opened >= midnight(at, at.weekday()),
        "week": lambda at, opened: opened >= midnight(at, at.weekday() + 7),
        "weekend": lambda at, opened: at.weekday() <= WEDNESDAY and opened >= midnight(at, at.weekday()),
        "month": lambda at, opened: at.day > 2 and opened >= midnight(at, at.day - 1),
    },
}


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
