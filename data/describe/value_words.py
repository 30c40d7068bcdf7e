"""Words by which values give themselves away: yes and no, who speaks, how urgent, which tier, that all is over."""

from __future__ import annotations

import re

from data.describe.words import any_of, words_of


def set_of(words: str) -> frozenset[str]:
    """Give the set of these words."""
    return frozenset(words.split())


YES = set_of("yes y true t 1 ja wahr si verdadero oui vrai x tak да はい sim ano igen evet 是")
NO = set_of("no n false f 0 nein falsch falso non faux - none nie нет いいえ nao ne nem hayir 否")
SPEAKERS = {
    "customer": set_of("""customer client user visitor enduser requester caller contact kunde kundin melder
        anrufer benutzer cliente usuario utilisateur demandeur inbound incoming guest end consumer human nlu"""),
    "bot": set_of("bot chatbot assistant virtual automation auto nlg ki robot"),
    "agent": set_of("""agent agente support operator admin staff teammate employee representative rep
        mitarbeiter bearbeiter berater operador soporte conseiller technicien outbound
        outgoing advisor service desk"""),
    "system": set_of("system sistema systeme monitoring alert trigger workflow note"),
}  # fmt: skip
# Compared in this order: `sehr hoch` is the first although it holds the second's word.
PRIORITIES = (
    ("P1", any_of(r"""\bp?1\b critical blocker urgent highest kritisch dringend critica critico urgente critique
        sehr_hoch muy_alta""")),
    ("P2", any_of(r"\bp?2\b high major hoch alta alto haute eleve")),
    ("P3", any_of(r"\bp?3\b medium moderate normal mittel media medio moyen")),
    ("P4", any_of(r"\bp?[45]\b low minor niedrig gering baja bajo basse faible")),
)  # fmt: skip
FIRST_TIER = re.compile(
    any_of(r"""service_?desk help_?desk \bl1\b \btier_1\b \b1st_level 1st_line first_level first_line level_1\b
        frontline hotline erste_ebene erste_linie mesa_de_ayuda nivel_1\b niveau_1\b front_office""")
)
WRITTEN_AFTERWARDS = re.compile(
    any_of(r"""issue_(?:has_been_|was_|is_)?(?:resolved|fixed|solved) ticket_(?:has_been_|was_)?closed
        (?:closing|closed)_(?:the_|this_)?(?:ticket|case|issue|incident)
        problem_(?:has_been_|was_|is_)?(?:resolved|solved|fixed) (?:caller|user|customer)_confirmed
        advised_the_(?:user|caller|customer) (?:is|was)_now_working working_fine_now
        (?:problem|fehler|störung|anliegen)_(?:wurde_|ist_|konnte_)?(?:behoben|gelöst) ticket_(?:wird|wurde)_geschlossen
        (?:problema|incidencia|error)_(?:ha_sido_|fue_|quedó_|está_)?(?:resuelt[oa]|solucionad[oa])
        cierra_el_(?:ticket|caso) (?:problème|incident|erreur)_(?:a_été_|est_)?(?:résolue?|corrigée?)
        (?:clôture|fermeture)_(?:du_ticket|de_la_demande)"""),
    re.IGNORECASE,
)


def speaker_of(value: str) -> str | None:
    """Give the author of the canonical tables that a value means."""
    words = set(words_of(value).split())
    return next((author for author, known in SPEAKERS.items() if words & known), None)


def priority_of(value: str) -> str | None:
    """Give the level that a word for a priority means."""
    return next((level for level, pattern in PRIORITIES if re.search(pattern, words_of(value))), None)


def is_word_for(value: str, words: frozenset[str]) -> bool:
    """Say whether a value is one of some words, whatever its case and accents."""
    return (words_of(value) or value) in words
