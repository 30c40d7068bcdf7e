"""What German-speaking customers say is wrong: for each issue paraphrases of it, then details that carry news.

One phrase ends at ``|`` or at the line's end; a paraphrase is a main clause that can also stand after "Wie gesagt: ".
"""

from __future__ import annotations

SYMPTOMS: dict[str, tuple[str, str]] = {
    "parcel_lost": (
        """mein Paket zur Bestellung {number} ist nie angekommen
        die Bestellung {number} ist wohl auf dem Postweg verloren gegangen
        die Sendungsverfolgung zu {number} steht seit Tagen still | zur Bestellung {number} wurde nichts geliefert
        ich habe meine Ware aus {number} immer noch nicht | der Zusteller findet das Paket zu {number} nicht
        laut Tracking ist alles zugestellt, aber ich habe kein Paket""",
        """bei den Nachbarn liegt auch nichts | laut Tracking wurde zugestellt | ich war den ganzen Tag zu Hause
        der Paketdienst verweist mich an [Sie/euch] | die Ware ist {amount} wert | die Adresse auf dem Label stimmt
        im Depot wurde es nie gescannt""",
    ),
    "parcel_late": (
        """meine Bestellung {number} ist überfällig | die Lieferung zu {number} sollte längst da sein
        die Bestellung {number} ist trotz Zusage immer noch unterwegs | mein Paket wird ständig verschoben
        der Liefertermin von {number} hat sich schon wieder geändert
        ich warte auf ein Paket, das längst hier sein müsste""",
        """der erste Termin war letzte Woche | ich habe Express bezahlt | es ist ein Geschenk
        ich brauche es {deadline} | im Tracking steht {since} derselbe Ort | niemand hat mir Bescheid gegeben
        die Hälfte der Bestellung kam schon""",
    ),
    "wrong_item": (
        """in der Bestellung {number} war der falsche Artikel | bei {number} war etwas dabei, das ich nicht gekauft habe
        [Sie haben/ihr habt] mir den falschen Artikel geschickt | im Karton von {number} liegt ein anderes Produkt
        das Gelieferte ist nicht das, was ich bestellt habe
        Größe und Farbe in der Bestellung {number} stimmen nicht""",
        """auf dem Lieferschein steht der richtige | das Siegel war offen | der richtige Artikel kostet {amount}
        ich habe Fotos vom Etikett | im Karton lag eine fremde Rechnung | die Verpackung habe ich schon entsorgt""",
    ),
    "double_charge": (
        """die Bestellung {number} wurde doppelt abgebucht | {amount} wurden zweimal von meinem Konto abgebucht
        dieselbe Zahlung taucht zweimal auf | [Sie haben/ihr habt] {amount} doppelt eingezogen
        da ist eine zweite Abbuchung, die ich mir nicht erklären kann | auf dem Kontoauszug steht {number} zweimal""",
        """die zweite kam einen Tag später | insgesamt sind es {amount} | ich habe nur einmal geklickt
        die Bank hat mich an [Sie/euch] verwiesen | eine davon ist noch vorgemerkt
        bei der ersten Zahlung kam ein Fehler | beide haben dieselbe Referenz""",
    ),
    "refund_request": (
        """ich möchte mein Geld für {number} zurück | bitte {amount} an mich erstatten
        ich warte auf die Erstattung zu {number} | die Erstattung über {amount} ist nicht angekommen
        ich habe {number} zurückgeschickt und hätte gern mein Geld wieder
        für {number} steht mir noch eine Erstattung zu""",
        """die Rücksendung war innerhalb der 14 Tage | die Retoure ist als eingegangen markiert | es geht um {amount}
        man sagte mir fünf Werktage | die Hälfte kam zurück | die Karte von damals ist inzwischen abgelaufen
        der Artikel wurde einmal benutzt""",
    ),
    "invoice_wrong": (
        """die Rechnung {number} stimmt nicht | auf unserer letzten Rechnung ist ein Fehler
        auf der Rechnung {number} stehen {amount} zu viel | uns wurde etwas berechnet, das wir nicht nutzen
        der Betrag auf Rechnung {number} passt nicht zum Vertrag | die Mehrwertsteuer auf der Rechnung ist falsch""",
        """die USt-IdNr. fehlt | wir haben zwischendurch den Tarif gewechselt
        unsere Buchhaltung sieht {amount} Differenz | letzten Monat war es noch richtig
        die Plätze sind doppelt gezählt | es steht noch die alte Adresse drauf | so können wir das nicht buchen""",
    ),
    "card_fraud": (
        """auf meiner Karte ist eine Zahlung über {amount}, die ich nicht gemacht habe
        jemand hat mit meiner Karte {amount} bezahlt | die Abbuchung über {amount} kenne ich nicht
        mit meiner Karte wurde an einem Ort bezahlt, an dem ich nie war | jemand benutzt meine Kartendaten
        auf meiner Karte sind komische Zahlungen""",
        """die Karte habe ich noch | es war nachts um drei | es waren {count} Zahlungen hintereinander
        ich bekam eine SMS mit einem Code, den ich nicht angefordert habe | der Händler sagt mir nichts
        ich kaufe nur in zwei Shops online | die ersten Beträge waren winzig""",
    ),
    "card_blocked": (
        """meine Karte ist gesperrt | meine Karte wird abgelehnt, obwohl Geld drauf ist
        laut App ist meine Karte gesperrt | ich kann mit meiner Karte nicht mehr zahlen
        die Karte wird überall abgelehnt | Zahlungen mit meiner Karte gehen {since} nicht mehr""",
        """ich bin gerade im Ausland | die PIN stimmt | ich habe ein neues Handy | das Limit müsste {amount} sein
        am Geldautomaten geht sie | in der App steht kein Grund | es passierte nach einer größeren Zahlung""",
    ),
    "password_reset": (
        """ich kann mein Passwort für {den_product} nicht zurücksetzen | das Zurücksetzen vom Passwort klappt nicht
        mein neues Passwort wird nicht angenommen | ich bin nach der Passwortänderung ausgesperrt
        {product} nimmt das neue Passwort nicht | der Link zum Zurücksetzen ist tot""",
        """die Mail kommt, aber der Link ist abgelaufen | es kommt keine Mail an | da steht, mein Konto sei gesperrt
        es wird ein Code verlangt, den ich nicht bekomme | beim Kollegen ging es ohne Probleme
        im Spam habe ich nachgesehen | meine Mailadresse hat sich letzten Monat geändert""",
    ),
    "sign_in_loop": (
        """nach dem Login lande ich wieder auf der Anmeldeseite | ich hänge in einer Login-Schleife
        {product} fragt nach der Anmeldung gleich noch einmal | {product} wirft mich immer wieder raus
        ich gebe alles richtig ein und komme trotzdem nicht rein
        das Single Sign-on für {den_product} dreht sich im Kreis""",
        """in jedem Browser dasselbe | Cookies löschen hat nichts gebracht | auf dem Handy geht es
        nur Benutzer der neuen Domain haben es | das Zertifikat wurde letzte Woche erneuert
        im Log steht eine ungültige Assertion | im privaten Fenster ist es auch so""",
    ),
    "missing_rights": (
        """ich habe keine Berechtigung mehr für {den_product} | {product} meldet Zugriff verweigert
        meine Rolle stimmt nicht mehr | ich sehe unsere Daten {im_product} nicht
        die Schaltflächen, die ich brauche, sind ausgegraut | mein Benutzer hat seine Rechte verloren""",
        """ich bin Inhaber des Kontos | letzte Woche ging es noch | der Admin ist nicht mehr in der Firma
        meine Kollegin mit derselben Rolle kann es | die Einladung kam nie an | wir sind {count} Benutzer
        es betrifft nur einen Shop""",
    ),
    "sync_stopped": (
        """{product} synchronisiert nicht mehr | über {den_product} kommen keine Bestellungen mehr
        unser Bestand wird nicht mehr aktualisiert | die Synchronisation hängt | {product} zeigt {since} alte Daten
        {product} überträgt nichts mehr""",
        """der letzte Lauf war gestern | den Token haben wir schon erneuert | es fehlen {count} Bestellungen
        von Hand gestartet gibt es Dubletten | nur ein Lager ist betroffen | der Job steht auf grün
        bei [Ihnen/euch] gab es ein Update""",
    ),
    "interface_errors": (
        """Aufrufe an {den_product} schlagen fehl | {product} liefert Serverfehler
        wir bekommen Fehler 500 von {dem_product} | unsere Anfragen an {den_product} werden abgelehnt
        {product} antwortet nur mit Fehlern | unsere Integration mit {dem_product} ist kaputt""",
        """etwa jeder fünfte Aufruf | bei uns wurde nichts geändert | in der Sandbox geht es, produktiv nicht
        die Signaturprüfung scheitert beim zweiten Versuch | wir sehen es von {host} | das Schema sieht anders aus
        nach 30 Sekunden kommt ein Timeout""",
    ),
    "app_crash": (
        """{product} stürzt beim Öffnen ab | {product} schließt sich von selbst
        beim Start von {dem_product} kommt ein Absturz | ich kann {den_product} nicht starten
        {product} beendet sich mit einem Fehler | {product} friert ein und ist weg""",
        """seit der letzten Version | neu installieren hat nichts gebracht | auf zwei verschiedenen Geräten
        es ist die neueste Version | eine Minute lang läuft es | nur mit dem großen Katalog
        der Absturzbericht ist geschickt""",
    ),
    "wrong_numbers": (
        """die Zahlen {im_product} stimmen nicht | {product} zeigt den falschen Umsatz
        die Summen passen nicht zusammen | zwischen {dem_product} und unserer Bank liegen {amount}
        der Bericht kann nicht stimmen | {product} zählt manche Bestellungen doppelt""",
        """die Differenz ist {amount} | es fing mit dem neuen Monat an | der Export stimmt, die Anzeige nicht
        die Retouren fehlen | vielleicht ist es die Zeitzone | wir haben von Hand nachgerechnet
        auch die Vorjahreszahlen sind anders""",
    ),
    "slow_pages": (
        """{product} ist extrem langsam | die Seiten laden ewig | {product} braucht eine Minute zum Laden
        {im_product} ist {since} alles zäh | wir können mit {dem_product} kaum noch arbeiten
        die Ladezeiten sind furchtbar""",
        """vor allem vormittags | andere Seiten sind schnell | es dauert {value} Sekunden | die Suche ist am schlimmsten
        Kunden springen beim Bezahlen ab | den Cache haben wir geleert | seit dem Wochenende ist es schlimmer""",
    ),
    "database_alert": (
        """wir sehen Datenbankfehler {im_product} | {product} meldet zu viele Verbindungen
        Abfragen laufen in einen Timeout | die Datenbank hinter {dem_product} antwortet nicht
        {product} meldet eine Verzögerung der Replikation | das Speichern scheitert mit einem Datenbankfehler""",
        """wir stehen bei {value} von {threshold} | im Fehler steht {host} | es kommt und geht
        Lesen geht, Schreiben nicht | es begann mit einem nächtlichen Job | vielleicht ist die Platte voll
        {count} Fehler in zehn Minuten""",
    ),
    "outage": (
        """{product} ist down | niemand erreicht {den_product} | {product} ist für uns alle nicht erreichbar
        bei uns steht alles, {product} ist komplett ausgefallen | keiner von uns kann mit {dem_product} arbeiten
        {product} zeigt nur eine Fehlerseite""",
        """laut Statusseite ist alles gut | es begann vor einer Weile | drei Standorte melden es
        nicht einmal der Login lädt | {count} Leute warten | wir verkaufen gerade nichts | kurz war es wieder da""",
    ),
    "suspicious_access": (
        """es gab einen seltsamen Login {im_product} | jemand Fremdes ist in unserem Konto
        ich glaube, unser Konto wurde gehackt | wir sehen Anmeldungen, die nicht von uns sind
        ein unbekanntes Gerät war in unserem Namen angemeldet
        {im_product} ist ein Benutzer aufgetaucht, den wir nicht kennen""",
        """aus einem Land, in dem wir niemanden haben | das Passwort ist schon geändert | es kam von {host}
        es wurde eine Weiterleitung angelegt | zwei Kollegen haben da geschlafen
        jemand hat letzte Woche auf einen Link geklickt | das Auszahlungskonto sieht anders aus""",
    ),
    "data_deletion": (
        """bitte meine Daten {im_product} löschen | ich möchte mein Konto mit allem darin gelöscht haben
        personenbezogene Daten müssen aus {dem_product} entfernt werden | ich hatte um Löschung meiner Daten gebeten
        bitte alles löschen, was [Sie/ihr] über mich [speichern/speichert] | mein altes Profil ist immer noch da""",
        """das Konto wird nicht mehr genutzt | der Newsletter kommt immer noch | die Löschung war schon bestätigt
        es betrifft {count} Datensätze | bitte schriftlich bestätigen | auch die Backups bitte
        ich bin zu einem anderen Anbieter gewechselt""",
    ),
    "discount_request": (
        """wir hätten gern einen besseren Preis für {den_product} | gibt es einen Rabatt auf {den_product}?
        wir wollen {count} Plätze dazunehmen und brauchen ein besseres Angebot | die Verlängerung ist uns zu teuer
        lässt sich am Preis noch etwas machen? | wir fragen nach einem Nachlass""",
        """es geht um {amount} im Jahr | ein anderer Anbieter ist günstiger | wir würden für drei Jahre unterschreiben
        unser Budget endet bei {amount} | wir sind seit sechs Jahren Kunde | die Entscheidung fällt {deadline}
        der Vorstand will zwei Angebote""",
    ),
    "contract_terms": (
        """ich habe eine Frage zu unserem Vertrag | wir brauchen andere Konditionen für {den_product}
        wann können wir kündigen? | die Kündigungsfrist ist uns nicht klar
        unsere Juristen möchten eine Änderung im Vertrag | was genau deckt unser Tarif für {den_product} ab?""",
        """er verlängert sich {deadline} | die Fassung im Netz ist anders als unsere | es geht um die Haftungsklausel
        wir brauchen einen AV-Vertrag | der Einkauf wartet darauf | es geht um {amount} im Jahr | die Anlage fehlt""",
    ),
    "how_to": (
        """wie richte ich {im_product} einen Filter ein? | wo finde ich {im_product} den Export?
        ich wüsste gern, wie man die Vorlage ändert | wie füge ich {im_product} eine Kollegin hinzu?
        ich suche {im_product} die Einstellung für die Steuer | kann man Berichte zeitgesteuert verschicken?""",
        """die Anleitung beschreibt eine ältere Version | es ist für eine neue Kollegin | ein kurzer Hinweis reicht
        ich finde zwei Menüs und weiß nicht, welches | ich brauche es nur für mein Konto
        es geht um etwa {count} Artikel | das Video hat nicht geholfen""",
    ),
}
