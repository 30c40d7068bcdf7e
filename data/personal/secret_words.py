"""The words of four languages that announce a password or a code, and those that only speak about one."""

from __future__ import annotations

import re

SECRET_WORDS = (
    r"pass ?words?|passwd|pass ?phrase|pass ?code|passw[oö]rte?r?|pwd|pw|psw|pass(?=[ \t]{0,2}[:=]|[ \t]is[ \t]\S*\d)"
    r"|kennw[oö]rte?r?"
    r"|contrase[nñ]as?|clave(?: de acceso| secreta| api| (?:del? |de la )?(?:wi-?fi|red))?|mots? de passe"
    r"|mdp|secret(?:[ _-]?key)?"
    r"|client[ _-]?secret"
    r"|geheimnis|(?:api|auth|access|refresh|session|bot|private|secret|service|account|db|encryption"
    r"|shared)[ _-]?(?:key|token|secret|pass(?:word)?)"
    r"|api[ _-]?schlüssel|zugangsschlüssel|token|jeton"
    r"|clé(?: d['’]api| api| secrète| (?:du |de )?(?:wi-?fi|wpa2?|wep|réseau|sécurité|la box)"
    r"| d['’]accès)?"
    r"|(?:wi-?fi|wlan|wpa2?|network|netzwerk)[ -]?(?:key|schlüssel|passwort|kennwort|code)"
)
CODE_WORDS = (
    r"pin(?:[ -]?(?:code|nummer|number))?|puk|m?tan|otp|totp|cvv2?|cvc2?|csc"
    r"|(?:security|verification|one[ -]time|login|log-in|sign-in|access|authentication|authenticator|2fa|mfa|sms"
    r"|door|gate|unlock|backup|recovery)[ -]?code"
    r"|(?:sicherheits|bestätigungs|einmal|verifizierungs|zugangs|freischalt|anmelde|sms-|prüf|entsperr)-?(?:code|pin"
    r"|passwort|kennwort)"
    r"|código (?:de )?(?:verificación|seguridad|acceso|sms|pin|un solo uso)|code (?:de )?(?:vérification|sécurité"
    r"|secret|pin|confirmation sms|validation|déverrouillage)"
    r"|code d['’](?:accès|authentification)"
)
VERBS = (
    r"(?:is|was|are|c['’]est|c['’]était|it['’]s|das ist|ist|war|lautet|lautete|heißt|es|era|est"
    r"|était|set to|changed to|reset to|geändert auf|auf|to"
    r"|being|sea|ser[áa])(?=[ \t:])"
    r"(?:[ \t]++(?:now|still|currently|just|then|so|actually|simply|therefore|jetzt|nun|noch|also|dann|einfach|nämlich"
    r"|immer|eben|ahora|todavía|actualmente|entonces|pues|simplemente|maintenant|toujours|donc|alors|simplement|bien"
    r"|encore|désormais|set to|as follows|folgendes|wie folgt)(?![^\W_])){0,3}"
)
AND_WHICH = r"provisoires?|temporaires?|temporal|actuel(?:le)?|actual|nueva|nuevo|wi-?fi"
# With these a plain word tells nothing: the secret is patience.
VAGUE = frozenset({"clé", "secret", "secret key", "clave", "token", "jeton", "geheimnis", "key"})
# Without one of these none of the words above is in a text.
STEMS = (
    "pass", "pwd", "kennw", "contrase", "clave", "mot de", "mots de", "secret", "geheimnis", "key", "token",
    "schlüssel", "clé", "jeton", "code", "código", "bearer", "authorization", "credential", "login", "log-in",
    "zugang", "credencial", "identifiant", "einmal", " -u", "--user",
)  # fmt: skip
# These are short enough to stand inside other words, so they must begin one.
SHORT_STEMS = ("pw", "psw", "pin", "mdp", "puk", "tan", "otp", "cvv", "cvc", "csc")
SHORT_WORDS = re.compile(r"(?<![^\W_])(?:p[si]?[wn]|mdp|puk|m?tan|t?otp|cvv|cvc|csc)", re.IGNORECASE)
ABOUT_SECRETS = """
    a aber abgelaufen about acceso actualizar again all already also always an and auch auf aus autofill be because
    been before being bitte blocked bloqueada box but by caducada caducado cambiar can cannot change changed
    compromised correct could das dass de der did didn't die do does doesn't don't dos due ein eine el empty en
    enthält erforderlich erreur error es est et expired expires expiring expiry expiré expirée exposed failed fails
    falsch false fehler fehlt field fonctionne for forgot forgotten from fue funciona funktioniert für generator
    gesperrt geändert given gone has hat have he her here hint his how i ich if im in incorrect incorrecta incorrecte
    incorrecto invalid invalide inválida is issue issues ist it it's its jetzt just juste kann kein keine korrekt la
    le length link locked lockout los lost läuft manager mandatory marche match matching mehr mein mi mismatch missing
    mit mon must my n'est needed needs never new nicht no non none nor not nouveau now nueva nuevo null nulle
    obligatoire of old on once only or oublié out outdated page para pas perdu please policy por pour problem problema
    prompt protected protection protegido que qui reader recover recovery requested required requirements requis
    requise reset resets resetting restablecer safe same schon secure see seguro sein seit sent should sicher since so
    still stolen strong su sur that the then there they this to too true type typed un una und ungültig unknown unlock
    unsicher up update updated used user username using vacía valid vault vencida vergessen verloren via válida was
    weak weg were what when where which while will wird with within without won't worked working works would wrong
    wurde then simply actually therefore currently immer eben einfach nämlich dann noch nun entonces pues simplemente
    actualmente todavía ahora donc alors simplement bien encore désormais maintenant toujours
    y yet you your zu zum zurück zurückgesetzt zurücksetzen ändern
"""
NO_SECRET = frozenset(ABOUT_SECRETS.split())
