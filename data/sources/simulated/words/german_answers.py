"""What agents try and bring about in German, by the category of the issue; ``german_desk`` has what fits all.

The signs are those of ``phrases``; the way of address is ``[Sie/du]``.
"""

from __future__ import annotations

ANSWERS: dict[str, dict[str, str]] = {
    "orders": {
        "propose_step": """@parcel_ Ich habe einen Suchauftrag beim Paketdienst gestellt, das dauert zwei Werktage.
            @parcel_ Bitte [fragen Sie/frag] bei den Nachbarn und in der nächsten Filiale nach.
            @parcel_ Bitte beim Paketdienst mit {number} nachfragen.
            @parcel_late Ich habe die Zustellung noch einmal angestoßen, bitte die Sendungsverfolgung beobachten.
            @wrong_item Bitte [drucken Sie/druck] das Rücksendeetikett aus und [geben Sie/gib] den Karton im Laden ab.
            @wrong_item Bitte [schicken Sie/schick] uns ein Foto vom Inhalt.
            @parcel_lost Ich habe die Adresse auf dem Etikett berichtigt, bitte kurz gegenlesen.
            @parcel_ Bitte noch bis morgen Abend auf den nächsten Scan warten.
            @wrong_item Bitte den Karton bis zur Abholung aufheben.
            Bitte die Adresse in der Bestellung noch einmal prüfen.""",
        "deliver_solution": """@parcel_lost Das Paket ist wieder da und kommt morgen an. | Ein Ersatz ist unterwegs.
            @wrong_item Der richtige Artikel ging heute raus. | @wrong_item Das fehlende Teil ist nachgeschickt.
            Die Erstattung für die Bestellung {number} ist unterwegs.
            @parcel_ Der Paketdienst hat die Zustellung für morgen bestätigt.
            Die Ware geht noch einmal per Express raus, ohne Kosten.""",
    },
    "billing": {
        "propose_step": """
            @double_charge Die Bank ist gebeten, die zweite Abbuchung freizugeben, bitte in zwei Tagen prüfen.
            Bitte [schicken Sie/schick] uns den Kontoauszug als PDF.
            @double_charge Bitte [prüfen Sie/prüf], ob die zweite Zeile nur eine Vormerkung ist.
            @invoice_wrong Ich habe eine berichtigte Rechnung geschickt, bitte vergleichen.
            @invoice_wrong Bitte den nächsten Abrechnungslauf abwarten.
            @refund_request Ich habe die Erstattung neu angestoßen, bitte auf den Kontoauszug achten.
            @invoice_wrong Bitte die Rechnungsdaten im Portal ändern und mir kurz Bescheid geben.
            Bitte morgen auf den Kontoauszug schauen und mir Bescheid geben.
            Der Betrag ist zur Buchung gegeben, bitte zwei Tage warten.""",
        "deliver_solution": """Die Erstattung über {amount} ist unterwegs. | {amount} sind gutgeschrieben.
            @double_charge Die zweite Abbuchung ist storniert.
            @invoice_wrong Die Rechnung ist berichtigt und im Postfach.
            @invoice_wrong Der falsche Posten ist von der Rechnung genommen.
            @refund_request Das Geld geht auf dem Zahlungsweg zurück.
            @double_charge Der Betrag ist zurückgebucht, in drei Tagen sollte er da sein.
            Der Betrag ist in den Büchern berichtigt.""",
    },
    "security": {
        "propose_step": """@suspicious Bitte jetzt das Passwort ändern und überall abmelden.
            @card_fraud Ich habe die Karte gesperrt, bitte die Liste der Zahlungen bestätigen.
            @suspicious Bitte den zweiten Faktor einschalten. | @card_ Bitte das Formular zur Reklamation ausfüllen.
            @suspicious Bitte die Liste der Geräte durchgehen und fremde entfernen.
            @card_blocked Die Sperre ist aufgehoben, bitte eine kleine Zahlung versuchen.
            @suspicious Bitte den Link nicht öffnen und uns die Mail weiterleiten.
            @card_ Bitte die App neu mit der Karte verbinden.
            Bitte die Identität über den Link in unserer Mail bestätigen.""",
        "deliver_solution": """@card_ Die Karte ist ersetzt, die neue kommt in fünf Tagen.
            @card_fraud Die fremde Abbuchung ist zurückgeholt. | @card_blocked Die Sperre ist weg, die Karte geht.
            @suspicious Alle fremden Sitzungen sind beendet. | @card_fraud {amount} sind gutgeschrieben.
            @suspicious Der unbekannte Nutzer ist entfernt und der Zugang gesichert.
            @suspicious Sonst wurde nichts verändert, das ist geprüft. | @card_blocked Das Limit ist angehoben.
            Die Prüfung ist abgeschlossen, es ist alles in Ordnung. | Die Zugangsdaten sind gesichert.""",
    },
    "access": {
        "propose_step": """@sign_in Bitte die Cookies löschen und neu anmelden.
            Ich habe es zurückgesetzt, bitte noch einmal versuchen.
            @password Ich habe einen neuen Link geschickt => Ich habe einen neuen Code geschickt
            @password Bitte im Spam-Ordner nachsehen. | @sign_in Bitte in einem privaten Fenster versuchen.
            @missing Bitte beim eigenen Administrator eine neue Einladung holen.
            @missing Die Rolle ist neu gesetzt, bitte einmal ab- und wieder anmelden.
            Bitte alle Fenster schließen und neu beginnen.""",
        "deliver_solution": """Der Zugang ist wiederhergestellt. | Die Sperre ist aufgehoben, die Anmeldung geht.
            @password Das Passwort ist zurückgesetzt, der Link ist in der Mail. | @missing Die Rechte sind wieder da.
            @sign_in Die Anmeldung ist neu eingerichtet und dreht sich nicht mehr im Kreis.
            @missing Die fehlende Rolle ist ergänzt. | @sign_in Die alte Sitzung ist beendet, jetzt klappt der Zugang.
            Die Freischaltung ist durch, bitte melden, falls es wieder sperrt.""",
    },
    "integration": {
        "propose_step": """Bitte die Verbindung in den Einstellungen erneuern.
            Bitte den Token löschen und neu anlegen.
            @sync Ich habe die Übertragung neu gestartet, bitte auf den nächsten Lauf achten.
            @sync Bitte einmal von Hand starten. | @interface Bitte den Aufruf mit dem Debug-Header wiederholen.
            @sync Bitte zehn Minuten warten und den Bestand vergleichen.
            @interface Bitte prüfen, ob {host} auf der Freigabeliste steht.""",
        "deliver_solution": """@sync Die Übertragung läuft wieder. | @sync Die fehlenden Bestellungen sind nachgereicht.
            @interface Die Schnittstelle antwortet wieder normal. | Der Token ist erneuert, es läuft.
            @sync Die Warteschlange ist wieder frei.
            @sync Die Zuordnung ist berichtigt, der nächste Lauf ist vollständig.
            Der Fehler lag in unserer Schnittstelle und ist beseitigt. | @interface Die Aufrufe gehen wieder durch.""",
    },
    "defect": {
        "propose_step": """Bitte die neueste Version installieren. | Bitte die App-Daten löschen und neu starten.
            Bitte die Erweiterungen abschalten und noch einmal versuchen. | Bitte das Gerät neu starten.
            Ich habe eine neue Funktion abgeschaltet, bitte noch einmal öffnen.
            Bitte [schicken Sie/schick] uns den Absturzbericht. | Bitte mit einem leeren Katalog versuchen.""",
        "deliver_solution": """Wir haben ein Update eingespielt. | Die neue Version stürzt nicht mehr ab.
            Der Fehler lag bei uns und ist beseitigt. | Der defekte Datensatz ist repariert, es öffnet sich wieder.
            In der Version von heute früh ist es behoben. | Der Start klappt ohne Fehlermeldung.
            Die fehlerhafte Funktion ist zurückgenommen.""",
    },
    "data": {
        "propose_step": """Bitte den Zeitraum neu wählen und die Auswertung neu laden.
            Ich habe die Berechnung neu gestartet, bitte in einer Stunde vergleichen.
            Bitte die Zeitzone im Bericht einstellen. | Bitte einmal ohne Filter vergleichen.
            Bitte [schicken Sie/schick] uns beide Dateien. | Bitte den Export statt der Anzeige nehmen.
            Bitte die Retouren weglassen und sagen, ob es dann stimmt.""",
        "deliver_solution": """Die Zahlen sind neu berechnet und stimmen jetzt.
            Die doppelt gezählten Bestellungen sind raus. | Die Zeitzone des Berichts ist berichtigt.
            Die fehlenden Retouren sind im Bericht. | Bericht und Export stimmen wieder überein.
            Der Import ist wiederholt, der Vormonat ist vollständig. | Der falsche Kurs ist ersetzt.""",
    },
    "performance": {
        "propose_step": """Bitte in einem privaten Fenster versuchen. | @slow Bitte den Cache leeren und neu laden.
            Ich habe alles auf einen anderen Server gelegt, bitte noch einmal versuchen.
            @slow Bitte die Liste auf einen Monat begrenzen. | Bitte den großen Export in die Nacht legen.
            @database Die Grenzen sind angehoben, bitte bis Mittag beobachten.
            Bitte die Erweiterung abschalten und noch einmal messen.""",
        "deliver_solution": """@slow Die Seiten laden wieder in unter zwei Sekunden.
            @database Der langsamen Abfrage fehlte ein Index. | @slow Die Last ist verteilt, es ist wieder schnell.
            @database Die Datenbank hat mehr Platz und antwortet.
            @database Der nächtliche Job läuft zu einer anderen Zeit. | @slow Der Cache ist repariert.
            Der Engpass ist beseitigt, die Zeiten sind normal.""",
    },
    "outage": {
        "propose_step": """Bitte die Statusseite beobachten, sie wird jede halbe Stunde erneuert.
            Bitte in zehn Minuten noch einmal versuchen. | Bitte solange die zweite Adresse nutzen.
            Ich habe die Instanz neu gestartet, bitte neu laden. | Bitte den DNS-Cache leeren und noch einmal versuchen.
            Bitte sagen, ob wenigstens die Login-Seite lädt. | Bitte automatische Wiederholungen vorerst abschalten.""",
        "deliver_solution": """Der Dienst läuft wieder. | Alle Seiten sind wieder erreichbar.
            Die Störung im Rechenzentrum ist beseitigt.
            Wir haben auf den zweiten Standort umgeschaltet, es ist stabil.
            Das letzte Release ist zurückgenommen, es geht wieder. | Der Ausfall ist vorbei, verloren ging nichts.
            Das Zertifikat ist erneuert, die Seite öffnet sich.""",
    },
    "privacy": {
        "propose_step": """Bitte den Antrag über den Link in unserer Mail bestätigen.
            Bitte das Formular für Datenanfragen ausfüllen.
            Der Newsletter ist gestoppt, bitte melden, falls noch einer kommt.
            Ich habe eine Kopie der Daten erstellt, bitte durchsehen. | Bitte [nennen Sie/nenn] uns die alte Adresse.
            Bitte überall abmelden, damit das Profil geschlossen werden kann.""",
        "deliver_solution": """Die Daten sind gelöscht, die Bestätigung kommt per Mail.
            Das Profil ist mit allem Inhalt entfernt. | Übrig ist nur, was wir gesetzlich aufbewahren müssen.
            Die Kopie der Daten liegt zum Abruf bereit. | Die Adresse ist von allen Listen gestrichen.
            Die Sicherungen werden in 30 Tagen überschrieben, alles andere ist weg.""",
    },
    "contracts": {
        "propose_step": """@discount Bitte [sehen Sie/sieh] den Jahrestarif an, er ist günstiger.
            @contract Ich habe die aktuellen Bedingungen geschickt, bitte vergleichen.
            @contract Bitte [schicken Sie/schick] uns die Klausel, die anders sein soll.
            Ich habe ein Angebot vorbereitet, bitte um Rückmeldung.
            @discount Bitte das Formular mit der Zahl der Plätze senden.
            @contract Bitte Anlage zwei juristisch prüfen lassen. | Bitte den Tarifrechner im Portal ansehen.""",
        "deliver_solution": """@discount Das neue Angebot über {amount} ist im Postfach.
            @discount Der Rabatt ist bewilligt. | @contract Die geänderte Klausel steht im Vertrag.
            @contract Die Frist beträgt einen Monat, das ist schriftlich.
            @contract Das unterschriebene Exemplar ist im Portal. | @discount Der alte Preis gilt ein weiteres Jahr.
            @contract Der Vertrag zur Auftragsverarbeitung ist verschickt. | Die Unterlagen sind jetzt vollständig.""",
    },
    "how_to": {
        "propose_step": """Bitte die Einstellungen öffnen, dann „Erweitert“. | Bitte die drei Punkte oben rechts nutzen.
            [Können Sie/Kannst du] den Schritten im Artikel folgen? | Bitte zuerst auf die neue Ansicht umstellen.
            Bitte an einem Testeintrag ausprobieren. | Ich habe eine kurze Anleitung geschickt, bitte danach vorgehen.
            Bitte im Menü nach dem Namen suchen.""",
        "deliver_solution": """Zu finden unter Einstellungen, dann Erweitert. | Der Export ist im Menü oben rechts.
            Ich habe es eingerichtet, es kann gleich benutzt werden. | Neue Leute kommen unter „Team“, „Einladen“ dazu.
            Die Vorlage lässt sich unter „Design“ ändern. | Der Bericht kommt von jetzt an jeden Montag.
            So geht es: Liste öffnen, Filter wählen, speichern.""",
    },
}
