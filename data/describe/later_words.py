"""Words by which a column says that it is written during the case, or when it ends, and those known at its opening.

They are those of usual exports of help desks and CRMs in four languages, compared as in ``data/describe/words.py``.
What stands in neither list is not known to be known at the opening, so it is never drafted as a feature.
"""

from __future__ import annotations

import re

from data.describe.words import ENDED, RAISED, TRANSFERRED, any_of

OVER = "its name speaks of the end of the case"
COUNTS = "counts up to the end of the case"
MEASURED = "is measured while the case goes on"
ANSWERED = "is known only after the first answer"
LAST = "is as the case was left"
AMOUNT = "as it was at the export: a CRM overwrites it until the deal closes"
STATED = "as it was at the export: a desk corrects it while it works"
UNKNOWN = "known at opening?"
COUNTED = any_of(r"""reassign\w* reopen\w* touch(?:es|points?)? mod updates? repl(?:y|ies) messages? comments? notes?
    transfers? hops? responses? interactions? activit(?:y|ies) stations? emails? calls? meetings? contacted tasks?
    conversations parts participants admins votes? views? watchers? followers? attempts? escalations? pauses?
    wiedereroff\w* weiterleitung\w* nachrichten antworten interaktionen aktivitaten kommentare notizen anrufe
    reasignaci\w* reapertura\w* mensajes respuestas interacciones actividades comentarios llamadas notas suivis?
    reaffectation\w* reouverture\w* reponses interactions activites commentaires appels taches? articles? artikel
    aufgaben tareas""")
COUNT = any_of("count number anzahl total numero nombre num no zahl cantidad times")
IS_COUNT = re.compile(rf"\b{COUNTED}\b.*\b{COUNT}\b|\b{COUNT}\b.*\b{COUNTED}\b|^{COUNTED}$")
MAY_COUNT = re.compile(rf"\b{COUNTED}\b")  # Where the values are numbers, as in "Customer interactions".
NUMBERED = re.compile(r"\b(?:id|ids|key|code)$")
TIMED = any_of("""reply response resolution resolve handle handling wait waiting hold work working talk chat business
    cycle lead open assignment agent processing queue pause solve solving closing close pending active""")
# Each with its reason, of which the first that fits is given.
LATER: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), reason)
    for pattern, reason in (
        (any_of(r"""\bfirst_(?:agent_|admin_|human_|public_)?(?:response|reply|answer|assign\w*|resolution|close\w*)
            \binitial(?:ly)?_(?:assign\w*|response|reply) \bfcr\b first_(?:call|contact)_resol\w*
            \berst(?:e|er)?_?(?:antwort|reaktion|ruckmeldung|losung) primera?_(?:respuesta|contestacion)
            premiere?_(?:reponse|intervention) \btto\b \bttr\b take_into_account prise_en_compte time_to_own"""),
         ANSWERED),
        (any_of(r"""\bsla_.*(?:status|state|met|breach\w*|violat\w*|missed|verletz\w*|eingehalten|incumpl\w*|cumpl\w*)
            \b(?:met|made|within|in|hat|breached|missed)_slas? \bslas?_(?:respect\w*|depass\w*|ok|hit|result|elapsed)
            breach\w* violat\w* overdue uberfallig vencid[oa] en_retard depass\w* \bmissed\b versaumt business_elapsed
            time_left_to remaining restzeit restant\w*"""), MEASURED),
        (any_of(r"\b(?:won|lost|final)\b") + rf"|\b(?:{ENDED})\b|" + any_of(r"""\bclosing\b \bsolution \bfix\b
            fix_versions? workaround resolution losung(?!swort) solucion close_code close_notes closure root_cause
            \bcause\b
            ursache causa feedback \bsurvey\b umfrage encuesta enquete outcome ergebnis resultado resultat
            kosten(?!stelle) \bcoste(?!_centro) \bcosts?\b(?!_cent) \bcout loss_reason disposition \bresult\b
            cancel\w* storniert abgebroch\w* annul\w* \bmerged\b \bduplicate deflected abandoned abgeschl\w*
            erledig\w* clotur\w* solution finaliz\w*"""), OVER),
        (any_of(r"""satisf\w* csat zufrieden\w* \brating bewertung valoracion puntuacion \bces\b \bnps\b sentiment
            stimmung happiness note_client evaluation calificacion avis_client cx_score"""), "is given after the case"),
        (any_of(r"""\bstages? \bphase\b \betapa \betape deal_status probabilit\w* wahrscheinlichkeit probabilidad
            forecast prognose pronostico \bprevision\w* weighted gewichtet\w* ponder\w+ expected_revenue projected
            (?:deal|lead|opportunity)_score \bclose_date verkaufsphase \bpush_count next_step fiscal"""),
         "is overwritten until the deal closes"),
        (rf"\b{TIMED} times?\b|" + any_of(r"""\btime_(?:to|spent|in|since|open|logged|tracked|worked|taken|elapsed)\b
            \btime_(?:on|with)\b \bspent\b
            \bhours_(?:worked|logged|spent) \bworked\b
            \blogged\b \bduration dauer\b bearbeitungsdauer duracion duree elapsed turnaround worklog log_work
            \bin_(?:calendar_|business_)?(?:minutes?|hours?|hrs|seconds?|secs|days)\b on_hold
            \bwithin_business_hours handle_time \bage_(?:in_)?(?:minutes?|hours?|hrs|days?)
            (?:hours?|days?|minutes?)_(?:open|to|in|since|spent|worked) \bbusiness_(?:duration|hours)
            reaktionszeit antwortzeit losungszeit bearbeitungszeit wartezeit durchlaufzeit arbeitszeit aufwand\b
            (?:gebuchte|erfasste|verbrauchte|abgerechnete)_zeit zeiteinheit\w* accounted_time time_units
            tiempo_(?:de|hasta|en|invertido|dedicado|total|transcurrido) temps_(?:de|passe|total|ecoule) delai"""),
         MEASURED),
        (any_of(r"""\blast_(?!name) \blast$ latest \bletzt\w* \bultim[oa]s?\b \bderni(?:er|ere)s?\b \bmost_recent
            \bcurrent\b aktuell\w* \bactual\b actuel\w* \bmodified \bupdated \bgeandert\w* \bmodificad[oa]\w* modifie\w*
            \bactualizad[oa] mis_a_jour \bnext_ nachster? \bproxim[oa] prochain\w* \bread\b \bseen\b snoozed
            \bpending\b \bwaiting\b waiting_since \bstarred\b"""), LAST),
    )
)  # fmt: skip
SUMMARY = re.compile(r"\bsummary\b|zusammenfassung|\bresumen\b|\bresume\b")
# These may still be a role, such as who had the case, or a status; they are no features.
WORKED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), reason)
    for pattern, reason in (
        (SUMMARY.pattern, "is a summary, perhaps written when the case was over"),
        (rf"{RAISED}|{TRANSFERRED}", "its name speaks of the escalation itself"),
        (any_of(r"approv\w* genehmig\w+ aprobaci\w+ aprobad\w+ approbation approuv\w* autoriz\w+"),
         "is decided during the case"),
        (any_of(r"""\bassign\w* \bassigned \bowner (?<!user_)(?<!browser_)\bagente?s?\b bearbeiter\w*
            zugewiesen\w* asignad[oa]\w* assigne\w* technician technicien\w* tecnico
            zustandig\w* verantwortlich\w* responsable attribue\w*
            teammate handled \badmin\b \bassignee besitzer propietari[oa] proprietaire"""), "is who had the case last"),
        (any_of(r"""\btags?\b \blabels?\b schlagwort\w* schlagworte etiquetas? etiquettes? mots_cles
            \bwatch(?:er|ers|_list)\b \bcollaborators? \bvotes? linked \blinks?\b verknupf\w*"""),
         "may be added to until the end of the case"),
        (r"\bstatus\b|(?<!us )(?<!home )(?<!federal )\bstate\b|\bestado\b(?! federal)|\bstatut\b|\betat\b|\bzustand\b",
         "is the state at the time of the export"),
        (r"^(?:is )?(?:open|offen|abiert[oa]|ouverte?)$", "is the state at the time of the export"),
    )
)  # fmt: skip
AT_OPENING = re.compile(
    any_of(r"""\b(?:at|on)_(?:creation|opening|intake) bei_(?:anlage|eroffnung|erstellung) al_(?:abrir|crear)
        de_apertura a_l_(?:ouverture|creation)""")
)
KNOWN = re.compile(
    any_of(r"""\b(?:us|home|federal)_state\b estado_federal bundesland
        \bregion\w* \bcountry \bland\b \bpais\b \bpays\b \blocation standort\b \bsitios?\b \bsites?\b \bsede\b
        ubicacion \blieu\b localisation \bcity\b \bstadt\b \bciudad\b \bville\b niederlassung filiale sucursal agence
        \bbuilding \bgebaude \bfloor\b \bseats?\b licen[sc]es? lizenzen licencias \bemployees empleados employes
        industry \bbranche \bsector \bsecteur \bsegment\w* (?:customer|client|account|company)_(?:tier|type|size|plan)
        kunden(?:typ|art|segment|klasse) tipo_de_cliente type_de_client \bplan\b subscription \babo\b tarif\w*
        suscripcion abonnement \bcontract\b vertrag(?:sart|styp)? \bcontrato \bcontrat\b warranty garantia garantie
        business_unit geschaftsbereich browser operating_system betriebssystem sistema_operativo
        systeme_d_exploitation \bos\b user_agent \bdevice geratetyp dispositivo appareil platform plattform plataforma
        plateforme \bapp_version affected_versions? affects_versions? betroffene_version environment umgebung \bbrand\b
        \bmarke\b \bmarca\b \bmarque\b request_type anfragetyp tipo_de_solicitud type_de_demande \bproject(?:_key)?$
        projekt proyecto \bprojet ticket_form \bform\b formular mailbox postfach \bcurrency wahrung moneda devise
        time_?zone zeitzone zona_horaria fuseau original_source \bvip\b \bhardware\b \bmodel\b
        \bmodell\b modelo modele kostenstelle cost_cent(?:er|re) centro_de_coste centre_de_cout""")
)
AMOUNTS = re.compile(
    any_of(r"""\bamount \bvalue\b betrag \bwert\b auftragswert \bimporte monto \bvalor\b montant valeur revenue umsatz
        ingresos chiffre_d_affaires price \bpreis precio \bprix \barr\b \bmrr\b \bacv\b \btcv\b quantity \bmenge\b
        cantidad quantite discount rabatt descuento remise budget""")
)
STATEMENTS = re.compile(
    any_of(r"""urgen\w* \bimpact\w* impacto auswirkung severity schwere\w* gravedad gravite dringlichkeit priorit\w*
        prioridad \bprio\b sub_?categor\w* unterkategorie categor\w* kategorie configuration_item \bci\b component\w*
        komponente pipeline""")
)


def written_later(words: str, kind: str) -> str | None:
    """Say why a column's name makes it one of the end, whatever role it might play; None where it does not."""
    if AT_OPENING.search(words):
        return None
    if IS_COUNT.search(words) and kind in ("integer", "number", "flag", "constant"):
        return COUNTS
    if reason := next((reason for pattern, reason in LATER if pattern.search(words)), None):
        return reason
    counts = kind in ("integer", "number") and MAY_COUNT.search(words) and not NUMBERED.search(words)
    return COUNTS if counts else None


def worked_on(words: str) -> str | None:
    """Say why a column's name makes it one that the desk writes; None where it does not."""
    return next((reason for pattern, reason in WORKED if pattern.search(words)), None)


def doubt(words: str) -> str | None:
    """Say what to ask of a column before it becomes a feature; None where it is known at the opening."""
    if AT_OPENING.search(words):
        return None
    if AMOUNTS.search(words):
        return AMOUNT
    if STATEMENTS.search(words):
        return STATED
    return None if KNOWN.search(words) else UNKNOWN
