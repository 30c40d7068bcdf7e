"""What the desk asks and knows in German, by the category of the issue: questions, rules, articles of the bot.

The signs are those of ``phrases``; the way of address is ``[Sie/du]``.
"""

from __future__ import annotations

KNOWLEDGE: dict[str, dict[str, str]] = {
    "orders": {
        "ask_info": """Stimmt die Bestellnummer {number}? | [Bestätigen Sie/Bestätige] bitte die Lieferadresse.
            @parcel_ Hat es jemand im Haus angenommen? | @parcel_ Welcher Liefertermin wurde genannt?
            @parcel_ Lag eine Karte vom Paketdienst im Briefkasten? | @wrong_item Was genau war im Karton?
            @wrong_item [Können Sie/Kannst du] ein Foto vom Etikett schicken?
            @wrong_item Welcher Artikel sollte es sein?""",
        "explain_policy": """@parcel_ Ein Paket gilt nach sieben Tagen als verloren.
            @parcel_ Ansprüche an den Paketdienst brauchen zwei Wochen.
            @wrong_item Falsche Artikel tauschen wir innerhalb von 14 Tagen.
            @parcel_ Erst muss die Suche abgeschlossen sein. | Ein Umtausch ist nur einmal pro Bestellung möglich.""",
        "bot_faq": """Den Status einer Bestellung zeigt „Meine Bestellungen“.
            @parcel_ Eine Lieferung dauert bis zu fünf Werktage.
            Rücksendungen beginnen unter „Meine Bestellungen“, „Zurückgeben“.""",
    },
    "billing": {
        "ask_info": """Um welche Rechnung oder Bestellung geht es? | An welchem Tag wurde abgebucht?
            Welcher Betrag wäre richtig? | Wie wurde bezahlt?
            @double_charge Ist der zweite Betrag nur vorgemerkt oder gebucht?
            @double_charge [Können Sie/Kannst du] die Zeile aus dem Kontoauszug schicken?
            @invoice_wrong Welche Anschrift soll auf der Rechnung stehen?""",
        "explain_policy": """Erstattungen gehen auf dem Zahlungsweg zurück. | Wir erstatten innerhalb von 14 Tagen.
            Nach unseren Regeln ist das nur einmal pro Bestellung möglich.
            @double_charge Eine Vormerkung löst die Bank auf, nicht wir.
            @invoice_wrong Rechnungen ändern wir bis zum Monatsende.""",
        "bot_faq": """@refund Erstattungen dauern bis zu fünf Werktage. Beantwortet das die Frage?
            Alle Rechnungen stehen unter „Abrechnung“. | @double_charge Eine doppelte Zeile ist oft nur eine Vormerkung.
            Die Rechnungsadresse lässt sich unter „Abrechnung“ ändern.""",
    },
    "security": {
        "ask_info": """Wann ist es zum ersten Mal aufgefallen? | @card_ Ist die Karte noch da?
            @card_fraud Welche der Zahlungen sind unbekannt?
            @suspicious Wurden Daten auf einer verlinkten Seite eingegeben? | @suspicious Wer hat sonst noch Zugang?
            @card_ Wie lauten die letzten vier Ziffern der Karte?
            @card_fraud Kam ein Code per SMS, den niemand angefordert hat? | Wurde zuletzt am Handy etwas geändert?""",
        "explain_policy": """Zuerst muss die Identität des Inhabers bestätigt sein.
            Aus Sicherheitsgründen darf ich das nicht selbst ändern.
            @card_fraud Reklamierte Zahlungen werden binnen zehn Tagen geprüft.
            @card_ Eine Sperre hebt nur der Inhaber auf.""",
        "bot_faq": """@card_ Die Karte lässt sich jederzeit in der App sperren.
            Bitte nie einen Code aus einer SMS weitergeben. | @suspicious Fremde Geräte stehen unter „Sicherheit“.""",
    },
    "access": {
        "ask_info": """Mit welcher E-Mail-Adresse [melden Sie sich/meldest du dich] an? | Welche Meldung erscheint?
            @sign_in Ist es in einem anderen Browser auch so? | @password Kam die Mail mit dem Link an?
            @missing Welche Rolle sollte es sein? | Kommen die Kollegen hinein? | Wann ging es zuletzt?""",
        "explain_policy": """Aus Sicherheitsgründen darf ich das nicht selbst ändern.
            @missing Rechte vergibt der eigene Administrator.
            Zuerst muss die Identität des Kontoinhabers bestätigt sein.
            Nach fünf Versuchen ist der Zugang eine Stunde gesperrt.""",
        "bot_faq": """@password Das Passwort lässt sich auf der Login-Seite zurücksetzen.
            Schon einmal ab- und wieder angemeldet? | Vielen Kunden hilft es, die Cookies zu löschen.""",
        "ask_if_solved": """Geht es jetzt? | [Können Sie/Kannst du] prüfen, ob es geht?""",
    },
    "integration": {
        "ask_info": """@sync Wann lief es zuletzt richtig?
            @interface Welche Aufrufe scheitern, und mit welcher Meldung?
            @interface [Können Sie/Kannst du] eine Request-ID schicken?
            Wurde in letzter Zeit ein Token oder eine Adresse geändert? | @interface Ist es in der Sandbox auch so?
            @sync Wie viele Bestellungen fehlen? | Welche Version der Schnittstelle ist im Einsatz?""",
        "explain_policy": """Wir unterstützen die letzten zwei Versionen der Schnittstelle.
            Protokolle bewahren wir 14 Tage auf. | @sync Änderungen an der Zuordnung gehören zum größeren Tarif.
            @interface Aufrufe über dem Limit werden abgewiesen.""",
        "bot_faq": """@sync Den Stand jeder Übertragung zeigt „Verbindungen“. | Ein Token gilt 90 Tage.
            @interface Alle Fehlercodes stehen in der Anleitung für Entwickler.""",
        "ask_if_solved": """Geht es jetzt? | [Können Sie/Kannst du] prüfen, ob es geht?""",
    },
    "defect": {
        "ask_info": """Welche Version und welches Gerät [nutzen Sie/nutzt du]? | Was war unmittelbar davor?
            [Können Sie/Kannst du] mir einen Screenshot oder den genauen Fehlertext schicken? | Passiert es jedes Mal?
            Ist es auf einem anderen Gerät auch so? | Wurde kürzlich etwas installiert?
            Bei welchem Schritt geht es zu?""",
        "explain_policy": """Wir unterstützen die letzten zwei Versionen. | Korrekturen kommen alle zwei Wochen.
            Das hängt vom Gerät ab. | Ohne Absturzbericht geht es nicht an die Entwicklung.""",
        "bot_faq": """Vielen Kunden hilft die neueste Version. | Bitte die App neu starten. Hat das geholfen?
            Bekannte Fehler stehen auf der Seite der Versionen.""",
        "ask_if_solved": """Geht es jetzt? | [Können Sie/Kannst du] prüfen, ob es geht?""",
    },
    "data": {
        "ask_info": """Um welchen Zeitraum und welche Zahl geht es? | Welcher Wert wäre richtig?
            [Können Sie/Kannst du] den Export zum Vergleich schicken? | Welche Zeitzone ist eingestellt?
            Sind Retouren in den eigenen Zahlen? | Seit welchem Tag weicht es ab? | Welcher Filter ist gesetzt?""",
        "explain_policy": """Die Zahlen von heute sind vorläufig. | Retouren zählen am Tag ihrer Buchung.
            Berichte werden einmal pro Nacht berechnet. | Bis zum Monatsabschluss können sich Zahlen ändern.""",
        "bot_faq": """Die Zahlen werden jede Nacht erneuert. | Die Zeitzone eines Berichts steht unter „Optionen“.
            So zählen wir Retouren. Hat das geholfen?""",
        "ask_if_solved": """Stimmen die Zahlen jetzt?""",
    },
    "performance": {
        "ask_info": """@slow Welche Seite ist langsam, und wie lange dauert es?
            Zu welcher Tageszeit ist es am schlimmsten? | @slow Ist es bei den Kollegen auch langsam?
            @slow Laden andere Seiten schnell? | @database [Können Sie/Kannst du] den Fehlertext schicken?
            Seit welcher Änderung ist das so? | Wie viele arbeiten gleichzeitig damit?""",
        "explain_policy": """Mehr Rechenzeit gehört zum größeren Tarif. | Große Exporte sind für die Nacht gedacht.
            Zugesagt sind 99,5 Prozent im Monat. | Das hängt vom Tarif ab.""",
        "bot_faq": """Vielen Kunden hilft es, den Cache zu leeren. | Lange Listen laden mit einem Filter schneller.
            Die aktuelle Last steht auf der Statusseite.""",
        "ask_if_solved": """Geht es jetzt? | [Können Sie/Kannst du] prüfen, ob es geht?""",
    },
    "outage": {
        "ask_info": """Seit wann ist das so, und kommt noch jemand hinein? | Welche Fehlerseite erscheint?
            Sind es alle Seiten oder nur eine? | Ist es über ein anderes Netz auch so?
            Was ist ausgefallen: Login, Kasse oder alles? | Wie viele Nutzer warten?""",
        "explain_policy": """Auf der Statusseite berichten wir alle 30 Minuten.
            Gutschriften für Ausfälle gibt es zum Monatsende. | Zugesagt sind 99,5 Prozent im Monat.
            Die Ursache veröffentlichen wir binnen fünf Tagen.""",
        "bot_faq": """Den Stand aller Dienste zeigt die Statusseite. | Bitte prüfen, ob andere Seiten laden.
            Neues {zum_product} gibt es auf der Statusseite im Abo.""",
        "ask_if_solved": """Geht es jetzt? | [Können Sie/Kannst du] prüfen, ob es geht?""",
    },
    "privacy": {
        "ask_info": """Unter welcher Adresse sind die Daten gespeichert? | Geht es um alle Daten oder nur um einen Teil?
            [Bestätigen Sie/Bestätige] bitte, dass es die eigenen Daten sind. | Wird vorher eine Kopie gebraucht?
            Gibt es Rechnungen, die bleiben müssen? | Um welches Profil geht es?""",
        "explain_policy": """Solche Anträge dauern laut Gesetz bis zu einem Monat.
            Rechnungen müssen einige Jahre aufbewahrt werden. | Zuerst muss die Identität bestätigt sein.
            Sicherungen werden nach 30 Tagen überschrieben.""",
        "bot_faq": """Eine Kopie der Daten gibt es unter „Datenschutz“.
            Ein Profil wird unter „Datenschutz“, „Schließen“ beendet.
            Was wir speichern, steht in der Datenschutzerklärung.""",
    },
    "contracts": {
        "ask_info": """@discount Um wie viele Plätze geht es? | Bis wann wird das Angebot gebraucht?
            @contract Um welche Klausel geht es? | @discount Für wie viele Jahre soll es gelten? | Wer unterschreibt?
            @contract Welche Fassung der Bedingungen liegt vor? | @discount Was enthält das andere Angebot?""",
        "explain_policy": """@contract Die Kündigungsfrist beträgt drei Monate.
            @discount Rabatte beginnen bei zehn Plätzen. | Das hängt vom Tarif ab.
            @contract Geänderte Klauseln müssen beide Seiten unterschreiben. | Preise gelten für ein Jahr.""",
        "bot_faq": """@discount Tarife und Preise stehen auf der Seite „Preise“.
            @contract Die Unterlagen stehen unter „Tarif“. | Die Frist steht im Tarif. Beantwortet das die Frage?""",
    },
    "how_to": {
        "ask_info": """Welches Menü ist links zu sehen? | Was soll am Ende herauskommen?
            Welche Rolle hat [Ihr/dein] Nutzer? | [Können Sie/Kannst du] ein Bild der Seite schicken?
            Ist es nur für eine Person oder für das ganze Team? | Welche Fassung der Anleitung liegt vor?""",
        "explain_policy": """Das hängt vom Tarif ab. | Die Einrichtung durch uns gehört zum größeren Tarif.
            Nur ein Inhaber darf das ändern. | Schulungen gibt es einmal im Monat.""",
        "bot_faq": """Ich habe eine Anleitung gefunden. Bitte den Schritten folgen.
            Dazu gibt es ein kurzes Video. Hat das geholfen? | Alle Artikel lassen sich im Hilfebereich durchsuchen.""",
    },
}
