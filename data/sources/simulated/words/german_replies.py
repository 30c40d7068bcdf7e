"""What German-speaking customers answer, try and wait for, by the category of the issue.

``german_customer`` has what fits every issue. The signs are those of ``phrases``, and ``@`` that of ``issue_phrases``.
"""

from __future__ import annotations

REPLIES: dict[str, dict[str, str]] = {
    "software": {
        "impact": """Vorerst komme ich drumherum. | Es bremst uns etwas. | Wir machen es solange von Hand.
            Mein Team wartet darauf. | Jede Stunde kostet uns Geld. | Unser Monatsabschluss hängt daran.""",
        "still": """Es geht immer noch nicht. | !Es geht IMMER NOCH NICHT. | Es funktioniert nicht.
            Das Problem besteht weiterhin.""",
        "tried": """Neu gestartet habe ich schon alles. | Einen anderen Browser habe ich auch probiert.
            Ab- und Anmelden hat nichts gebracht. | Am zweiten Rechner ist es nicht anders.""",
        "answer_fact": """Auf einem anderen Rechner ist es genauso. | Nur ich bin betroffen, glaube ich.
            Screenshot hängt an. | Es passiert jedes Mal. | Wir haben nichts geändert.""",
        "say_failed": """Mit den Schritten kein Erfolg. | Eine Minute ging es, dann war es wieder da.
            Die Anleitung beschreibt etwas anderes => Die Hilfeseite beschreibt etwas anderes""",
        "say_better": """Der erste Teil geht jetzt. | ~Sieht bisher gut aus, ich teste weiter.
            Besser, ich kann wenigstens wieder arbeiten. | !Die Hälfte geht, der Rest nicht.""",
        "self_made_progress": """Ich habe alles neu gestartet, etwas besser ist es.
            Ein Kollege hatte eine Idee, wir testen gerade. | Mit einem anderen Browser geht es.
            Ich habe eine Einstellung geändert, jetzt sieht es anders aus.
            Ich habe mir einen kleinen Workaround gebaut.""",
        "mention_many_affected": """{count} von uns haben dasselbe Problem. | Alle unsere Shops haben es.
            !Hier sind alle betroffen! | ~Ein paar Kollegen sehen es auch. | Die ganze Abteilung steht.""",
        "form": """Welches Produkt? {name}\nSeit wann? {since}\nWie viele betroffen? {count}\nWas passiert? {symptom}
            1. Was geht nicht? {symptom}\n2. Was wurde versucht? Alles.""",
        "back_again": "Es ist wieder da. | Leider ist das Problem zurück.",
        "mention_deadline": "Es muss {deadline} laufen. | Wir gehen {deadline} live. | Wir stellen es {deadline} vor.",
        "started": "Das ist {since} so. | Ich habe das {since}. | Aufgefallen ist es mir {since}.",
        "works": "Jetzt geht es, danke. | Läuft wieder. | Ja, es geht. | Alles wieder gut.",
        "progress": "Im Moment läuft es. | ~Ich teste noch. | Ein Teil geht.",
        "say_solved": "Hat sich erledigt, es geht.",
    },
    "orders": {
        "impact": """Es soll ein Geschenk sein. | Ein paar Tage geht es auch ohne. | Ich musste mir schon eins leihen.
            Sonst kaufe ich es eben im Laden. | Wir verreisen bald.""",
        "still": """@parcel_ Das Paket ist immer noch nicht da. | @parcel_ Geliefert wurde bisher nichts.
            @wrong_item Das Richtige ist noch nicht da. | @wrong_item Das Falsche liegt immer noch hier.""",
        "works": """@parcel_ Das Paket ist da, danke. | @parcel_ Es wurde gerade geliefert.
            @wrong_item Das Richtige ist angekommen. | Jetzt ist alles da. | Ja, ist angekommen.""",
        "progress": """@parcel_ In der Sendungsverfolgung tut sich etwas. | @parcel_ Es gibt einen neuen Liefertermin.
            @wrong_item Die Rücksendung wurde abgeholt. | Ein Teil ist angekommen.""",
        "tried": """@parcel_ Alle Nachbarn habe ich gefragt. | @parcel_ Beim Paketdienst weiß man von nichts.
            @parcel_ Bei der Abholstelle war ich umsonst. | @wrong_item Mit dem Lieferschein habe ich es verglichen.
            @wrong_item Im Laden nehmen sie es nicht zurück.""",
        "answer_fact": """Die Adresse stimmt. | @parcel_ Im Briefkasten lag keine Karte.
            @parcel_ Im Haus hat es niemand angenommen.
            @parcel_ Die Sendungsverfolgung zeigt dasselbe wie letzte Woche.
            @wrong_item Ein Foto vom Karton hängt an. | @wrong_item Es ist unbenutzt. | Bezahlt habe ich sofort.""",
        "say_failed": """@parcel_ Der Paketdienst schickt mich nur wieder zu [Ihnen/euch].
            @parcel_ Die Nachbarn haben nichts. | @parcel_ Bis zum Abend habe ich gewartet, es kam nichts.
            @wrong_item Das Etikett lässt sich nicht drucken.
            @wrong_item Im Laden haben sie das Paket nicht genommen.""",
        "say_better": """@parcel_ Immerhin wurde das Paket gefunden.
            @wrong_item Das Etikett ist da, jetzt warte ich auf den Rest. | !Die Hälfte ist da, der Rest nicht.
            ~Der neue Termin passt, hoffentlich bleibt es dabei.""",
        "self_made_progress": """@parcel_ Ich habe die Nummer vom Depot und rufe dort an.
            @parcel_ Eine Nachbarin hat den Lieferwagen gesehen, ich frage herum.""",
        "mention_many_affected": """@parcel_ {count} Bestellungen von uns hängen fest.
            Die halbe Straße erzählt dasselbe. | Bestellt ist es für das ganze Büro, {count} Leute warten.""",
        "mention_deadline": """Ich bin nur noch {deadline} zu Hause. | Wir verreisen und brauchen es {deadline}.
            Der Geburtstag wartet nicht, es muss {deadline} da sein.""",
        "back_again": "@parcel_ Das zweite Paket kam auch nicht. | @wrong_item Auch der Ersatz ist der falsche.",
        "started": "Ich warte {since} darauf. | Man hört {since} nichts mehr davon.",
        "ask_refund": "Ein Ersatz ginge auch.",
    },
    "billing": {
        "impact": """Mein Konto ist deswegen fast leer. | Unsere Buchhaltung wartet darauf.
            Wir müssen bald abschließen. | Das Geld brauche ich für die Miete.""",
        "still": """@invoice_wrong Die Rechnung ist immer noch falsch. | @refund Das Geld ist immer noch nicht da.
            @double_charge Die zweite Abbuchung steht noch da. | Auf dem Auszug hat sich nichts getan.""",
        "works": """@refund Das Geld ist da, danke. | @double_charge Die zweite Abbuchung ist weg.
            @invoice_wrong Die neue Rechnung stimmt. | Der Betrag stimmt jetzt.""",
        "progress": """@invoice_wrong Eine Position stimmt jetzt. | @refund Die Erstattung ist angekündigt.
            @double_charge Eine der beiden ist als storniert markiert. | Ein Teil ist zurückgekommen.""",
        "tried": """Alle Auszüge bin ich durchgegangen. | Bei meiner Bank habe ich zuerst angerufen.
            Ich habe zweimal nachgerechnet. | Unter „Rechnungen“ habe ich nachgesehen.""",
        "answer_fact": """Bezahlt habe ich mit Karte. | Es steht auf dem Auszug von diesem Monat.
            Der Auszug hängt an. | @invoice_wrong Auf die Rechnung gehört die Adresse aus dem Vertrag.
            Es ging vom Firmenkonto ab. | @double_charge Beide Zeilen haben dasselbe Datum.""",
        "say_failed": """Die Bank sagt, das liegt bei [Ihnen/euch]. | Auf dem Auszug steht dasselbe wie vorher.
            @invoice_wrong Die neue Rechnung hat denselben Fehler.
            @refund Zwei Tage habe ich gewartet, es kam nichts.""",
        "say_better": """Ein Teil vom Geld ist da. | @invoice_wrong Die Adresse stimmt jetzt, die Summe nicht.
            !Die Hälfte kam zurück, der Rest nicht.""",
        "self_made_progress": """Meine Bank hat die Buchung gefunden.
            Die alte Rechnung habe ich gefunden und verglichen.""",
        "back_again": """Es wurde wieder abgebucht. | @invoice_wrong Die nächste Rechnung hat denselben Fehler.
            @refund Die Erstattung kam nie an.""",
        "started": "Ich warte {since} auf das Geld. | Auf dem Auszug steht das {since} so.",
        "mention_many_affected": "Wir haben {count} solche Buchungen. | Es betrifft {count} Rechnungen von uns.",
        "mention_deadline": "Das Finanzamt will es {deadline}. | Die Bücher müssen {deadline} zu sein.",
    },
    "security": {
        "impact": """@card_ Ich kann damit gar nicht bezahlen. | @card_ Ich bin unterwegs und brauche eine Karte.
            Damit schlafe ich schlecht. | @suspicious Da liegen Daten unserer Kunden.""",
        "still": """@card_blocked Die Karte ist immer noch gesperrt.
            @card_fraud Die Zahlung steht noch auf dem Auszug. | @suspicious Das fremde Gerät steht noch in der Liste.
            Sicher fühle ich mich noch nicht.""",
        "works": """@card_ Die Karte geht wieder, danke. | @suspicious Das fremde Gerät ist weg.
            Jetzt bin ich beruhigt, danke. | @card_fraud Das Geld ist wieder da.""",
        "progress": """@card_ Die App zeigt die Karte wieder an. | @suspicious Die Geräteliste ist kürzer geworden.
            Wenigstens ist nichts Neues passiert.""",
        "tried": """@suspicious Das Passwort habe ich schon geändert.
            @card_ Alle Zahlungen in der App habe ich angesehen.
            @card_ Bei der Hotline der Bank habe ich zuerst angerufen. | Einen Code habe ich niemandem gegeben.
            @suspicious Ich habe mich überall abgemeldet.""",
        "answer_fact": """@card_ Die Karte liegt hier vor mir. | Ich habe niemandem einen Code gegeben.
            @suspicious Ich habe keinen Link geöffnet. | @suspicious Nur meine Kollegin und ich haben Zugriff.
            @card_blocked An der Kasse wurde sie abgelehnt. | @card_fraud Den Händler kenne ich nicht.""",
        "say_failed": """@card_ Die App lässt mich das nicht machen.
            @suspicious Der Fremde steht wieder in der Liste. | @card_blocked Sie wurde schon wieder abgelehnt.
            Ein Code kam nicht an.""",
        "say_better": """@card_ Kleine Zahlungen gehen, größere nicht.
            @suspicious Eine Sitzung ist weg, eine andere noch da. | ~Das beruhigt mich etwas.""",
        "self_made_progress": """@card_ Ich habe die Karte selbst gesperrt.
            @suspicious Zwei Geräte habe ich selbst entfernt.""",
        "back_again": """@card_blocked Die Karte ist wieder gesperrt.
            @card_fraud Noch eine Zahlung, die nicht von mir ist.
            @suspicious Schon wieder eine Anmeldung, die nicht von mir ist.""",
        "mention_many_affected": """@card_ Bei meiner Frau ist es genauso.
            @suspicious {count} von unseren Leuten haben so eine Mail bekommen.""",
        "mention_deadline": """@card_ Ich verreise und brauche die Karte {deadline}.
            Ich möchte {deadline} wissen, ob alles sicher ist.""",
        "started": "Bemerkt habe ich es {since}. | Das macht mir {since} Sorgen.",
    },
    "access": {
        "answer_fact": "Bis zum Passwort komme ich. | Die anderen kommen rein. | Es ist dieselbe Adresse wie immer.",
        "still": "Ich komme immer noch nicht rein.", "works": "Ich bin wieder drin, danke.",
        "tried": "Ich habe es ganz langsam eingetippt.",
    },
    "integration": {
        "answer_fact": "Die Verbindung steht auf aktiv. | Der letzte Lauf war vollständig.",
        "still": "Es kommt noch nichts durch.", "works": "Die Daten kommen wieder an.",
    },
    "defect": {
        "answer_fact": """Ich nutze die aktuelle Version. | Kein Fehlertext, es hört einfach auf.
            Etwa {count} Leute sehen das.""",
        "still": "Es stürzt immer noch ab.", "works": "Kein Absturz mehr, danke.",
    },
    "data": {
        "answer_fact": "Es fehlen etwa {count} Bestellungen. | Der Filter ist derselbe. | Der Export stimmt.",
        "still": "Die Zahlen sind immer noch falsch.", "works": "Jetzt stimmen die Zahlen.",
        "tried": "Ich habe von Hand nachgezählt.", "mention_deadline": "Das Finanzamt will es {deadline}.",
    },
    "performance": {
        "answer_fact": "Andere Seiten sind schnell. | Morgens ist es am schlimmsten. | Etwa {count} Leute merken das.",
        "still": "Es ist so langsam wie vorher.", "works": "Es ist wieder schnell.",
    },
    "outage": {
        "answer_fact": "Es lädt gar nichts. | {count} unserer Seiten sind weg. | Auf dem Handy ist es genauso.",
        "still": "Es ist immer noch alles weg.", "works": "Alles ist wieder da.",
        "mention_many_affected": "Unsere Kunden rufen schon an, bisher {count}.",
    },
    "privacy": {
        "answer_fact": """Dem habe ich nie zugestimmt. | Das Konto habe ich schon geschlossen.
            Die alte Adresse kann auch weg. | Es soll alles gelöscht werden.""",
        "started": "Darum bitte ich {since}.",
        "impact": "Ich will nicht, dass das länger gespeichert bleibt. | Die Frist ist ein Monat.",
        "still": "Meine Daten sind noch da. | Der Newsletter kommt immer noch.",
        "works": "Die Bestätigung ist da. | Das Profil ist weg, danke.",
        "tried": "Einen Knopf zum Löschen habe ich gesucht.",
        "say_failed": "Das Formular ist ausgefüllt, aber es kam nichts. | Der Link in der Mail ist abgelaufen.",
        "back_again": "Es kam wieder ein Newsletter. | Mein Profil ist immer noch zu finden.",
        "mention_many_affected": "Bei uns betrifft das {count} Leute.",
    },
    "contracts": {
        "answer_fact": """Wir brauchen {count} Plätze. | Wir würden für ein Jahr unterschreiben.
            Das entscheidet unser Einkauf. | Der Vertrag endet dieses Jahr.""",
        "say_failed": """@discount Das Angebot passt nicht. | Der Tarif reicht uns nicht.
            Unser Einkauf hat abgelehnt.""",
        "mention_deadline": "Bei uns wird bald entschieden, ich brauche es {deadline}.",
        "impact": "Die Geschäftsführung entscheidet bald. | Ohne das können wir nicht unterschreiben.",
        "still": "@discount Ein Angebot habe ich immer noch nicht. | Schriftlich habe ich noch nichts.",
        "works": "Das passt für uns, danke. | So können wir unterschreiben.",
        "progress": "@discount Das Angebot kommt näher. | @contract Eine Klausel ist geklärt.",
        "tried": "Die Bedingungen habe ich zweimal gelesen.",
        "say_better": "@discount Der Preis ist besser, die Laufzeit nicht. | Ein Punkt ist noch offen.",
        "back_again": "@contract Im neuen Vertrag steht nicht, was vereinbart war.",
        "mention_many_affected": "Bei uns geht es um {count} Leute.",
    },
    "how_to": {
        "impact": "Ich mache es solange von Hand. | Es würde mir Zeit sparen. | Mein Chef will es {deadline} sehen.",
        "answer_fact": """Ich nutze die aktuelle Version. | Ich bin gerade in den Einstellungen.
            Mein Menü sieht anders aus. | Ich habe die normale Rolle. | Screenshot hängt an.""",
        "say_failed": """Den Knopf gibt es bei mir nicht.
            Die Anleitung beschreibt etwas anderes => Die Hilfeseite beschreibt etwas anderes""",
        "started": "Ich suche {since} danach.", "still": "Ich finde es immer noch nicht.",
        "works": "Gefunden, danke. | Jetzt geht es, danke. | Ah, da ist es.",
        "progress": "Das Menü habe ich gefunden.",
        "tried": "Alle Menüs habe ich durchgeklickt. | Das Video habe ich zuerst angesehen.",
        "say_better": "Die Seite habe ich, den Knopf noch nicht.",
        "self_made_progress": "Eine Kollegin hat mir die Hälfte gezeigt.", "back_again": "Ich finde es nicht mehr.",
        "mention_many_affected": "{count} von uns fragen sich das auch.",
        "mention_deadline": "Ich muss es {deadline} vorführen.",
    },
}  # fmt: skip
