"""The words of four languages that announce a name, and the capitalised words after them that are none."""

from __future__ import annotations

from data.personal.folding import UPPER

INTRODUCTION_STEMS = "name|heiß|heiss|llamo|nombre|appelle|nom |nomme|sign|firm|unterz"
MEETING_STEMS = "spoke|speak|talk|chat|deal|habl|parl|contact| by |named|schrieb|gesprochen|telefoniert"
WEAK_STEMS = (
    "this is|i am|i'm|i’m|it's|it’s|it is|hier |ich bin|soy|habl|escribe|je suis|c'est|c’est|ici "
    "|behalf|auftrag von|en nombre|au nom|cc "
)
TITLE_STEMS = (
    "mr|ms|miss|dr. |dr |prof|sir |madam|herr|frau|hr.|i.a.|i. a.|i.v.|i. v.|ppa.|fr.|fräul|dipl|señor|sr. |sr |sra"
    "|srta|don |doña|dña|ing.|d. |d.ª|mme|mlle"
    "|monsieur|m. |maître"
)
SALUTATION_STEMS = (
    "dear|hi |hello|hey|hiya|good |greeting|hallo|lieb|geehrt|guten |moin|servus|grüezi|hola|estimad|querid|buen"
    "|bonjour"
    "|bonsoir|salut|cher |chère"
)
SIGN_OFF_STEMS = (
    "regard|wish|best|rgds|cheers|thank|thx|yours|sincer|respect|take care|love|signed|grüß|grüss|gruess|grueß|gruß"
    "|gruss|mfg"
    "|lg|vg|hochacht|dank|salud|atent|atte|abrazo|gracias|cordial|bien à|salutations|merci|cdlt|bonne|--"
)
SMALL_SIGN_OFF_STEMS = (
    "lg", "vg", "mfg", "gruß", "grüß", "grus", "grues", "rgds", "regards", "cheers", "saludo", "slds", "abrazo",
    "atte", "cdlt", "cdt", "cordialement", "bises", "thank", "thx", "best", "dank", "gracias", "merci",
)  # fmt: skip
SMALL_SIGN_OFFS = (
    r"(?:ganz )?(?:lg|vg|mfg)|(?:(?:viele|liebe|beste|schöne|mit freundlichen|mit besten) )?gr(?:ü|ue)(?:ß|ss)e[n]?"
    r"|(?:schönen |lieben )?gru(?:ß|ss)|(?:best |kind |warm )?(?:regards|rgds)|cheers|(?:un )?saludos?|slds|un abrazo"
    r"|atte|cdlt|cdt|(?:bien )?cordialement|bises"
)
THANKS = (
    r"(?:many )?thanks(?: a lot| again| in advance)?|thx|best|(?:vielen |besten )?dank(?:e)?(?: im voraus)?"
    r"|(?:muchas |mil )?gracias(?: de antemano)?|merci(?: d['’]avance| beaucoup)?"
)
LABEL_STEMS = ":|="
PARTICLES = r"von|van|de|del|de la|de las|de los|della|der|den|di|da|dos|du|le|la|zu|zum|bin|ben|al|y|ter|ten"
TITLES = (
    r"M[rR]\.?|M[rR][sS]\.?|M[sS]\.?|Miss|Dr\.?|Prof\.?|Professor|Sir|Herrn?|Frau|Hr\.|Fr\."
    rf"|Madam(?=[ \t]+[{UPPER}])"
    r"|Fräulein|Dipl\.-Ing\."
    r"|Señor(?:a|ita)?|señor(?:a|ita)?|Sra?\.?|Srta\.?|Don|Doña|Dña\.?|Ing\.|don|doña|D\.ª?|i\. ?A\.|i\. ?V\.|ppa\."
    r"|Mme\.?|Mlle\.?|Madame|Monsieur|madame|monsieur|M\.|Maître|herrn?|frau"
)
INTRODUCTIONS = (
    r"(?:my|his|her|their|our)(?: full| first| last| colleague['’]s)? name(?:['’]s| is)|the name(?:['’]s| is)"
    r"|mein name (?:ist|lautet)|ich hei(?:ß|ss)e|me llamo|mi nombre(?: completo)? es"
    r"|je m['’]appelle|(?:mon|le) nom (?:complet )?est|je me nomme|signed by|unterzeichnet|firmado(?: por)?"
    r"|signé(?: par)?"
)
WEAK_INTRODUCTIONS = (
    r"this is|i am|i['’]m|it['’]s|it is|hier (?:ist|spricht|schreibt)|ich bin|mit freundlichem gru(?:ß|ss)|soy|habla"
    r"|le escribe|je suis|c['’]est|ici"
    r"|on behalf of|im auftrag von|en nombre de|au nom de|cc"
)
MEETINGS = (
    r"(?:spoke|spoken|speaking|talked|talking|speak|talk|chatted|chatting|dealt|dealing) (?:to|with)|habl(?:é|ado|ar"
    r"|o) con"
    r"|parlé (?:à|avec)|parler (?:à|avec)|contact(?:ed|ing|a con|ar con|ez|er)?|(?:requested|reported|submitted"
    r"|opened|raised) by|named|schrieb|(?:gesprochen|telefoniert|gechattet) mit"
)
SHORT_SIGN_OFFS = (
    r"mfg|lg|vg|gru(?:ß|ss)|(?:viele|liebe|beste|schöne) gr(?:ü|ue)(?:ß|ss)e|mit freundlichen gr(?:ü|ue)(?:ß|ss)en|cdlt"
    r"|cordialement|(?:un )?saludos?|atentamente|(?:(?:best|kind|warm) )?regards|rgds|sincerely"
)
# With these one name is enough, if the clause ends after it; "this is Outlook" shows why it is not for all.
SELF = r"i am|i['’]m|(?:yo )?soy|je suis|moi c['’]est|ici|hier (?:ist|spricht|schreibt)"
PEOPLE = (
    r"caller|requester|reporter|agent|assignee|employee|manager|kontakt(?:person)?|anrufer(?:in)?"
    r"|melder(?:in)?|contacto|interlocuteur"
)
SALUTATIONS = (
    r"(?:dear|hi|hello|hey|hiya|good (?:morning|afternoon|evening|day)|greetings|hallo|hi|liebe[rs]?"
    r"|sehr geehrte[rs]?|guten (?:tag|morgen|abend)|moin|servus|grüezi"
    r"|hola|estimad[oa]s?|querid[oa]|buen(?:os|as) (?:días|dias|tardes|noches)|bonjour|bonsoir|salut|ch(?:er|ère))"
    r"(?:[ \t]+(?:hi|hello|dear|my|lieber?|herr|frau|señora?|sra?\.?|mr\.?|mrs\.?|ms\.?|dr\.?|prof\.?|monsieur"
    r"|madame|mme\.?|m\.|don|doña)){0,3}"
)
SIGN_OFFS = (
    r"(?:(?:best|kind|warm|warmest|kindest|many|with (?:best|kind)) )?(?:regards|wishes)|best|rgds|cheers"
    r"|(?:many )?thanks(?: (?:a lot|again|in advance|so much|very much|and (?:best |kind )?regards))?"
    r"|thank you(?: (?:very much|so much|again|in advance|for your help))?|thx|yours(?: (?:sincerely|faithfully"
    r"|truly))?|sincerely(?: yours)?|respectfully|take care|love|signed"
    r"|mit (?:freundlichen|besten|herzlichen|vielen|lieben) gr(?:ü|ue)(?:ß|ss)en|(?:viele|liebe|beste|herzliche"
    r"|freundliche|schöne) gr(?:ü|ue)(?:ß|ss)e|gru(?:ß|ss)|gr(?:ü|ue)(?:ß|ss)e"
    r"|mfg|lg|vg|hochachtungsvoll|(?:vielen |herzlichen |besten )?dank(?: im voraus)?|danke(?: (?:schön|sehr"
    r"|im voraus|(?:und|&) (?:viele |beste )?gr(?:ü|ue)(?:ß|ss)e))?"
    r"|(?:un |muchos )?(?:cordial(?:es)? |atentos )?saludos?(?: cordial(?:es)?)?|atentamente|atte|un abrazo"
    r"|(?:muchas |mil )?gracias(?: (?:de antemano|por todo|por su ayuda|y (?:un )?saludos?))?|cordialmente"
    r"|(?:bien |très )?cordialement|bien à vous|(?:avec mes |mes "
    r"|meilleures )?(?:meilleures )?salutations(?: distinguées)?|sincères salutations|merci(?: (?:d['’]avance"
    r"|beaucoup|et (?:bonne journée|cordialement)))?|cdlt|bonne journée|respectueusement|--|danke (?:und|&) gru(?:ß|ss)"
)
LABELS = (
    r"(?:my |mein |mi |mon |^|(?<=[;,(|\n\t>])|(?<=[;,(|\t>] )|(?:full|first|last|middle|customer|client|contact"
    r"|caller|requester"
    r"|employee|patient|account holder|cardholder|card holder|recipient|sender|vor|nach|kunden|ansprech"
    r"|familien)[ _-]?)"
    r"(?:name|names|contact|surname|vorname|nachname|kunde|kundin|ansprechpartner(?:in)?|empfänger|absender"
    r"|nombre(?: y apellidos?| completo)?|apellidos?|titular|destinatario|cliente|nom(?: complet| et prénom)?|prénom"
    r"|destinataire|expéditeur|titulaire|karteninhaber|kontoinhaber)"
    r"|cardholder|account holder|kontoinhaber(?:in)?|karteninhaber(?:in)?|ansprechpartner(?:in)?|attn\.?|attention"
    r"|z\.? ?hd\.?"
)
OTHER_WORDS = """
    a aber able abteilung account accounts admin administración administration administrator afraid after agent all
    alle allerseits alles also amazon american amigo amigos an and anwender any anybody anyone apple application april
    as asistencia atención august aware back bank because before beratung best bestellung betreff billing bitte
    bonjour bot both british buddy buenas buenos business calling can card care case center centre chat cher chers
    chère client cliente clientes clients collègue collègues company compañera compañero compañeros contact correct
    crm curious customer customer-service customers damen danke dann das dear december departamento department der
    desk desperate developer developers die dienstag different dimanche directeur direction director directrice
    domingo done donnerstag edge ein eine el ella engineer engineering english equipe equipo erroné error erróneo
    estimado european everybody everyone excel exchange falsch february finance folks frau freitag french freunde
    friday friend friends from furious fw fwd gemeinde gerente german geschrieben getting glad going google gracias
    gruß grüsse grüße grüßen guten guys happy having hello help helpdesk here herr herren heute hi hotline how hr i
    ihnen ihr ihre in incorrect incorrecta incorrecto information infrastructure interested issue it it-abteilung
    it-support january jetzt jeudi jueves july june just kollege kollegen kollegin kolleginnen kunde kunden
    kundendienst kundenservice kundin la ladies le leider leitung les leute liebes listed login looking los lundi
    lunes madam madame mail mal management manager march mardi marketing martes may member merci mercredi mesdames
    messieurs microsoft missing misspelled misspelt mitarbeiter mittwoch miércoles monday monsieur montag my network
    new no not nous november nutzer october off office on online only operations operator order orders our out outlook
    password passwort payment personal phone please power premium product project re ready rechnung regarding
    responsable sales samedi samstag sap saturday schon security sent september serious server service service-client
    services servicio señor señora señores sharepoint shop sie since sir sirs so sonntag soporte sorry spanish spelled
    sql staff still store sunday supervisor support support-client support-team sure system sábado team teams tech
    technical telefon that the there this thursday ticket to todas today todos tous toutes trying tuesday unable und
    urgent user users using usted ustedes vegan vendredi vertrieb very viernes votre vous vpn waiting we website
    wednesday welt wenn what when where who why will windows wir with wondering word writing wrong wrote you your
    zendesk zusammen équipe
"""
NOT_A_NAME = frozenset(OTHER_WORDS.split())
# Last names that are such words too: after another name they are one.
LAST_NAMES_TOO = frozenset(
    {"an", "april", "august", "best", "june", "march", "may", "my", "no", "on", "so", "to", "will", "you"}
)  # fmt: skip
# After a farewell in small letters these are as likely as a name; with a capital some of them are one: Day, Mate.
LAST_WORDS_NOT_NAMES = """
    adiós again antemano asap aus avance beaucoup bonne bye ciao day depuis desde dude espero hasta igualmente
    ja lads lot luego man mate much mucho nein noch nochmal non ok okay oui por retour schön schöne schönen sehr
    soon sí tag todo tomorrow tschüss un una vielmals vom voraus waiting weekend wochenende yes zurück
"""
NOT_A_LAST_WORD = NOT_A_NAME | frozenset(LAST_WORDS_NOT_NAMES.split())
# One of these says that the name of a user is a desk's, a company's, a program's or nobody's.
WORDS_OF_DESKS = """
    account admin administrator agency agent anonym anonymous automation bank bot care center centre client cliente
    company corp customer department desk equipe equipo finance former gmbh group gruppe guest helpdesk hotline inc
    info integration it kundendienst kundenservice limited ltd mail monitoring network noreply office operations
    operator queue s.a. sales server service services soporte support system team technical unknown user vertrieb
    visitor équipe
"""
DESK_WORDS = frozenset(WORDS_OF_DESKS.split())
# Names that are words of a sentence too: at its beginning a capital says nothing.
BEGINNERS = """
    bill black bond brown case cash chance day english field french good grant green hill hope house law little long
    love mark page pay price pro rich short small speed still stone street summer sun white wood young
"""
SENTENCE_BEGINNERS = frozenset(BEGINNERS.split())
# First and last names that are words too, and still mean a person where an export states nothing else.
NAMES_TOO = """
    amber autumn banks bell berry bird bishop bloom brook church clay cross crystal daisy dawn dean faith flowers
    forest fox frank frost gates glass grace iris ivy jasmine jewel joy king knight lake lane lily moon north olive
    parks pearl pike pool pope post ray reed ring rivers rock rose ruby sharp shore silver sky snow spring steel
    storm swift temple violet wall waters way wells west winter woods
"""
WORDS_TOO = SENTENCE_BEGINNERS | frozenset(NAMES_TOO.split())
# In German these have a capital, or begin a sentence, wherever they stand: they need another part beside them.
ORDINARY = "bauer gold gross groß hand kind klein koch lang neu park richter rot schwarz star stark weiß"
ORDINARY_NAMES = frozenset(ORDINARY.split())
