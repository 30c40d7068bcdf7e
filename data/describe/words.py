"""Names by which columns give their role away, in English, German, Spanish and French.

Names are compared without accents, in small letters, ``camelCase`` and signs as spaces (``words_of``). In the lists
below ``_`` is a space. Of a role's patterns the earlier ones are stronger.
"""

from __future__ import annotations

import re
import unicodedata


def any_of(words: str) -> str:
    """Give the pattern for any of these words."""
    return "(?:" + "|".join(word.replace("_", " ") for word in words.split()) + ")"


TICKET = any_of("""ticket case incident issue request conversation chat thread session dialog dialogue call
    opportunity deal vorgang fall anfrage storung gesprach incidencia caso conversacion solicitud demande dossier
    appel discussion""")
NUMBER = any_of("id number no nr num nummer key ref reference numero identifier kennung code")
MADE = any_of("""created opened open submitted reported received started erstellt eroffnet angelegt erfasst
    gemeldet eingegangen creado creada abierto abierta apertura creacion cree ouvert ouverte creation ouverture""")
ENDED = any_of("""closed close resolved solved completed ended finished geschlossen gelost erledigt
    abgeschlossen abschluss cerrado cerrada resuelto resuelta cierre resolucion ferme fermee resolu resolue cloture
    fermeture resolution""")
RAISED = any_of(r"escalat\w* eskal\w* escalad\w* escalam\w* escalac\w* handed_over handover handoff weitergeleitet")
TRANSFERRED = any_of(r"\btransferred \bforwarded ubergeben transferid[oa] traspasad[oa] derivad[oa] \btransfere\b")
TO = any_of("to an nach zu a vers")
AT = any_of("at on date time am um el le datum")
DATE = any_of("date time datum fecha zeitpunkt")
ESCALATED_TO = re.compile(rf"(?:{RAISED}|{TRANSFERRED}) {TO}\b(?! date)")
WHO = any_of("""customer client requester requestor caller contact user account kunde melder anrufer benutzer
    cliente usuario solicitante demandeur utilisateur""")
TEAM = any_of("group team queue gruppe warteschlange grupo equipo cola groupe equipe desk")
ROLES: dict[str, tuple[str, ...]] = {
    "escalated_at": (rf"{RAISED} {AT}", rf"{DATE} .*{RAISED}", RAISED),
    "escalated": (
        rf"^(?:is |was |ist |wurde |es |est )?{RAISED}$", RAISED, any_of(r"approval approver genehmig\w+ aprobaci\w+"),
        TRANSFERRED,
    ),
    "conversation_id": (
        rf"^{TICKET}s? ?{NUMBER}$", rf"^{NUMBER} (?:de |del |du |of |des )?{TICKET}$", rf"^{TICKET}$", rf"^{NUMBER}$",
        rf"{TICKET}.*{NUMBER}$",
    ),
    "opened_at": (
        rf"^{MADE}(?: {AT})?$", rf"^{DATE}\b.*{MADE}", MADE,
        f"^{any_of('start start_time begin beginn inicio debut')}$",
    ),
    "resolved_at": (rf"^{ENDED}(?: {AT})?$", rf"{DATE}\b.*{ENDED}", ENDED),
    "first_response_at": (
        any_of("first_response first_reply first_answer erste_antwort primera_respuesta premiere_reponse"),
    ),
    "sla_due_at": (any_of(r"\bdue\b deadline fallig\w* frist vencimiento echeance"),),
    "updated_at": (
        any_of(r"updated modified changed last geandert aktualisiert actualizad\w+ modificad\w+ modifie\w* maj"),
    ),
    "sent_at": (
        "^sent(?: at| on)?$", any_of("timestamp zeitstempel gesendet marca_de_tiempo horodatage enviado envoye"),
        f"^{any_of('time date datetime datum zeit uhrzeit fecha hora heure ts')}$",
    ),
    "author": (
        "^(?:author|speaker|role|sender)(?: type| role)?$", any_of("author_type sender_type message_type direction"),
        f"^{any_of('from von absender autor rolle remitente de auteur expediteur interlocuteur caller_name')}$",
        r"\bauthor\b",
    ),
    "title": (
        f"^{any_of('subject title summary short_description betreff titel kurzbeschreibung')}$",
        f"^{any_of('thema asunto titulo resumen sujet objet titre resume')}$",
        any_of(r"subject betreff short_desc \btitle\b"),
        rf"{TICKET} name$", "^name$",
    ),
    "body": (
        f"^{any_of('description body text message content utterance comment note message_text message_body')}s?$",
        f"^{any_of('beschreibung schilderung anliegen nachricht inhalt langtext descripcion mensaje texto')}$|"
        f"^{any_of('contenido contenu texte corps says said')}$",
        any_of(r"description beschreibung descripcion message nachricht mensaje \bbody\b \btext\b details"),
    ),
    "intent": (f"^{any_of('intent intents absicht intencion')}$",),
    "customer": (
        # A number names a customer better than a name, which changes and is shared.
        rf"^{WHO}n? ?(?:id|no|number|nr|nummer|numero|code)$",
        rf"^{WHO}(?: (?:id|no|number|name|email|nr|nummer))?$",
        any_of(r"customer requester account kunde cliente \bclient"),
        any_of(r"\bcaller utilisateur"),
    ),
    "resolver": (
        rf"^{ENDED} (?:by|durch|von|por|par)(?: {TEAM})?(?: name)?$", r"\bresolver\b|\bresolving \w+$|\blosende gruppe",
    ),
    "group": (
        rf"^(?:assignment|assigned|support|resolver|responsible|zustandige)? ?{TEAM}(?: name)?$",
        rf"\b{TEAM}\b|{any_of('queue gruppe warteschlange abteilung department')}",
    ),
    "handler": (
        f"^{any_of('assignee assigned_to agent owner handler technician bearbeiter agente responsable technicien')}"
        "(?: id| name)?$",
        any_of(r"""assignee assigned (?<!user_)(?<!browser_)\bagent owner bearbeiter resolved_by zustandig asignado
            assigne"""),
    ),
    "priority": (
        f"^{any_of('priority prio prioritat prioridad priorite')}$",
        any_of(r"urgency severity dringlichkeit schwere urgenc\w+ gravedad gravite \bpriorit \bprio\b"),
    ),
    "status": (
        f"^{any_of('status state stage phase zustand estado etapa statut etat etape')}$",
        any_of(r"\bstatus\b (?<!us_)(?<!home_)(?<!federal_)\bstate\b \bstage\b"),
    ),
    "channel": (
        f"^{any_of('channel kanal canal medium via contact_type source origin herkunft origen origine lead_source')}$",
        any_of(r"""(?<!update_)(?<!release_)\bchannel kanal \bcanal\b \borigin$ kontaktweg kontaktart
            meldeweg"""),
    ),
    "category": (
        f"^{any_of('category kategorie categoria categorie type typ tipo topic thema reason grund motivo motif')}$",
        rf"\b(?:{TICKET}|source|problem|contact|error|service) type\b",
        any_of(r"categor kategor topic (?:storung|vorgang|anfrage|ticket|problem|anliegen|fehler)s?art\b"),
    ),
    "product": (
        f"^{any_of('product produkt producto produit service dienst servicio application anwendung')}$",
        any_of("product produkt produit service"),
    ),
    "language": (f"^{any_of('language lang sprache idioma langue locale')}$",),
    "score": (
        any_of(r"csat satisf\w+ \brating zufrieden\w* bewertung valoracion puntuacion note_client evaluation nps"),
    ),
    "sla_met": (any_of("made_sla met_sla sla_met sla_ok sla_eingehalten sla_cumplido sla_respecte"),),
}  # fmt: skip
LATER_WORDS = re.compile(any_of("comment note kommentar notiz comentario nota commentaire"))
# Groups of customers, things and sizes, none of which resolves a case.
NO_DESK = re.compile(
    any_of(r"""customer client kunden?\b kunden?(?=gruppe) cliente product produkt producto produit user benutzer
        usuario account \bage\b alters\w* \bedad\b \bblood blut\w* size grosse tamano taille material waren\w* artikel
        target server host device policy permission consent
        ziel(?=gruppe) \bpeer \bcontrol \bgroup_(?:of|name_of) income industry branche preis\w* price tax steuer""")
)
DESK = re.compile(any_of(r"support service care success assign\w* responsible zustandig\w* resolver"))
THING_NAME = re.compile(
    any_of(r"""entitlement company firma organi[sz]ation product produkt service plan group team queue file host device
        server computer site category project form campaign domain department brand vendor model""")
    + " name$"
)
PERSON = re.compile(
    any_of(r"name$ e_?mail phone telefon \btel\b mobile adress direccion correo courriel nachname vorname apellido")
)


def words_of(name: str) -> str:
    """Give a name's words in small letters without accents: ``assignmentGroup_ID`` is ``assignment group id``."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name)
    plain = unicodedata.normalize("NFKD", spaced.casefold().replace("ß", "ss"))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[^\W_]+", letters))
