"""What customers write in German: the cores of each act, and pools of sentences that acts share on purpose.

The signs are those of ``phrases``; the way of address is ``[Sie/ihr]``.
"""

from __future__ import annotations

POOLS: dict[str, str] = {
    "greeting": """[Sehr geehrte Damen und Herren,/Hi,] | [Guten Tag,/Hallo,] | [Guten Morgen,/Moin,] | Hallo zusammen,
        [Guten Abend,/Servus,] | ~[Guten Tag, ich hoffe, es geht Ihnen gut./Hallo ihr Lieben,] | !Hallo?
        Liebes Support-Team,""",
    "closing": """[Mit freundlichen Grüßen/LG] | [Freundliche Grüße/Grüße] | ~[Vielen Dank im Voraus./Danke schon mal.]
        ~[Besten Dank für Ihre Mühe./Danke euch!] | ![Ich erwarte Ihre Antwort./Ich warte.] | [MfG/VG]
        [Ich freue mich auf Ihre Rückmeldung./Meldet euch bitte.]""",
    "ask": """[Könnten Sie/Könnt ihr] das bitte prüfen? | Was kann ich tun? | Bitte um Hilfe.
        [Können Sie/Könnt ihr] mir helfen? | !Bitte sofort klären. | !Wann ist das endlich geklärt? | Ist das bekannt?
        [Würden Sie/Könntet ihr] kurz nachsehen?
        [Sagen Sie/Sagt] mir bitte, was [Sie/ihr] noch [brauchen/braucht].""",
    "started": """Ich bin {since} damit beschäftigt. | Das beschäftigt mich {since}. | !{since} geht das schon so!""",
    "impact": """Es ist nicht dringend. | Wenn [Sie/ihr] Zeit [haben/habt]. | Ich brauche es {deadline}.
        Für uns ist das dringend. | Meinerseits keine Eile. | Etwas warten kann ich.""",
    "vent": """So geht das nicht. | Langsam bin ich wirklich genervt. | Wie lange soll das noch dauern?
        Wir zahlen viel Geld dafür. | Offenbar fühlt sich niemand zuständig. | Das ist lächerlich. | Sehr ärgerlich.
        Mir reißt der Geduldsfaden. | Ich habe Besseres zu tun. | Das hätte ich von [Ihnen/euch] nicht erwartet.
        Unglaublich. | Das ist diesen Monat schon das dritte Mal.""",
    "courtesy": """Danke fürs Nachsehen. | Ich weiß [Ihre/eure] Hilfe zu schätzen. | Kein Stress.
        Entschuldigung für die Störung. | Danke für [Ihre/eure] Geduld mit mir. | Ich weiß, dass viel los ist.
        Bisher [waren Sie/wart ihr] sehr nett.""",
    "sarcasm": """Super, noch eine Standardantwort, genau das habe ich gebraucht.
        Wunderbar. Ich habe heute ja sonst nichts vor. | Vielen Dank, das hat wirklich sehr geholfen.
        Toller Service, wie immer. | [Lassen Sie sich/Lasst euch] Zeit, ist ja nur mein Geld. | Na prima.
        Ach schön, dieselbe Frage zum dritten Mal. | Großartig, ich fühle mich so gut betreut.
        Perfekt, noch ein Link. | Klar, ich warte einfach noch etwas.""",
    "still": """Es ist wie vorher. | Bei mir unverändert. | Immer noch nichts. | Wieder dasselbe. | !IMMER NOCH nichts.
        ~Leider ist es noch genauso. | Es hat sich nichts geändert.""",
    "works": """Alles gut jetzt. | ~Perfekt, das war es. | Danke, das war's. | Super, jetzt passt alles.
        ~Gelöst, vielen Dank.""",
    "wait": """Ich warte noch. | Gibt es etwas Neues? | Gibt es ein Update? | !Hallo? Ist da jemand?
        Ich habe nichts mehr gehört. | ~Könnte ich bitte einen Zwischenstand bekommen? | Ich warte {since}.""",
    "thanks": """Danke. | Danke schön. | Vielen Dank. | Herzlichen Dank. | ~Danke für die schnelle Antwort.
        Super, danke. | Ok, danke. | Danke für die Hilfe bisher.""",
    "again_lead": """Wie gesagt: | Wie schon geschrieben: | Noch einmal: | Ich wiederhole: | Zur Klarstellung:
        Nochmal: | !Zum letzten Mal: | ~Vielleicht war ich nicht deutlich: | Steht doch oben:""",
    "doing": """Soll ich sonst noch etwas tun? | Und jetzt? | Was ist der nächste Schritt? | Wer kümmert sich darum?
        !Und was nun? | Bitte um Info, wie es weitergeht.""",
    "personal": """Mein Name ist {person}, meine Mail {email}. | [Sie erreichen/Ihr erreicht] mich unter {phone}.
        Bitte an {email} schreiben. | Das Konto läuft auf {person}, {email}. | Die Karte ist {card}.
        Bitte um Rückruf unter {phone}, {person}. | Mein Login ist {email}. | Das Geld bitte auf {account}.
        Ich verbinde mich immer von {address}.""",
    "signature": """{person} | {person}\n{phone} | {person}\nEinkauf | {person}\n{email}
        i. A. {person}\nLeitung Betrieb | Von meinem Handy gesendet | {person}\nKundennr. {number}""",
    "disclaimer": """Diese E-Mail ist vertraulich. Sind Sie nicht der Empfänger, löschen Sie sie bitte.
        Bitte prüfen Sie, ob diese Mail wirklich ausgedruckt werden muss. | Diese Nachricht ist vertraulich.
        Geschäftsführer: {person}, Amtsgericht, HRB {number} | Gesendet über unser Kontaktformular""",
    "form": """Nummer: {number}\nProdukt: {name}\nProblem: {symptom}
        Name: {person}\nVorgang: {number}\nNachricht: {detail}
        Welches Produkt? {name}\nSeit wann? {since}\nWas ist passiert? {symptom}
        Kontaktformular: {name} / {symptom} / {detail} | Betreff: {name}, {symptom}
        1. Worum geht es? {symptom}\n2. Was wurde versucht? Alles.""",
    "enough": """Jetzt reicht es mir. | Das lasse ich nicht auf sich beruhen. | Das hat Folgen.
        Mir bleibt keine andere Wahl. | Ich ziehe meine Konsequenzen. | ~Ich würde ungern weitere Schritte gehen.
        !Mir reicht's mit [Ihnen/euch]. | Muss es so weit kommen?""",
    "somebody": """Wer ist dafür zuständig? | Gibt es sonst jemanden? | Das würde ich lieber am Telefon klären.
        Kann sich jemand bei mir melden? | ~Vielleicht weiß ein Kollege mehr? | !Ist da irgendjemand kompetent?""",
    "alarm": """Bitte sofort sperren. | Das sagt mir nichts. | Ist mein Geld sicher?
        Was passiert jetzt mit meinen Daten? | Bitte ernst nehmen. | !Tut endlich etwas! | Ich mache mir Sorgen.""",
    "progress": """Jetzt sieht es besser aus. | Einen Schritt weiter. | Wenigstens hat sich etwas getan.""",
    "hurry": """Es wird langsam dringend. | Die Zeit läuft. | Viel länger können wir nicht warten.
        Wie lange dauert es? | ~Gut wäre zu wissen, bis wann. | !Ich brauche es JETZT. | Wann ist es fertig?""",
    "worth": """Da hängt Geld dran. | Es geht um {amount}. | Was ist mit den {amount}? | Wir sind gute Kunden.
        ~Ich hoffe, wir finden eine Lösung. | !Ich zahle doch genug, oder?""",
    "tried": """In der Hilfe habe ich zuerst nachgelesen. | Herumgefragt habe ich auch, ohne Erfolg.
        ~Was ich selbst tun konnte, habe ich getan. | !Inzwischen habe ich alles probiert.""",
    "context": """Ich betreibe einen kleinen Laden. | Wir sind seit Jahren Kunde. | Ich bin neu hier.
        Ich schreibe für meine Chefin. | Wir sind zu zweit, ohne IT. | Sonst komme ich allein zurecht.
        Eine Kollegin hatte schon Kontakt mit [Ihnen/euch]. | Wir verkaufen in drei Ländern.""",
    "topic": """Es geht um {den_product}: | Kurz gesagt: | Mein Anliegen: | {name}: | Folgendes:
        Um es kurz zu machen: | Hoffentlich etwas Einfaches:""",
    "detail_of_wallet": """die Aufladung ist noch offen | der QR-Code wird an der Kasse nicht angenommen
        das Guthaben zeigt {amount} | der Passkey wird nicht erkannt | das Senden an Freunde hängt
        beim Auflegen des Handys passiert nichts | die Punkte sind weg | es verlangt immer wieder den Gesichtsscan""",
}

CORES: dict[str, str] = {
    "open": "{symptom} | {topic} {symptom}",
    "add_detail": """{detail} | Außerdem: {detail} | Noch etwas: {detail} | Vergessen: {detail} | Zur Info: {detail}
        ~Vielleicht hilft das: {detail} | !Und zu allem Überfluss: {detail} | Nachtrag: {detail}""",
    "repeat_problem": """{again_lead} {symptom} | {symptom} | Wie gesagt: {symptom}
        Es hat sich nichts geändert: {symptom} | !Wie oft soll ich es noch sagen: {symptom}
        Es geht nach wie vor darum: {symptom} => Weiterhin gilt: {symptom} | {still}""",
    "answer_fact": """Die Nummer ist {number}. | ~Gerne, die Nummer ist {number}.
        !Die Nummer habe ich schon genannt: {number}. | {detail} | Weiß ich nicht, wo finde ich das? | {started} | Ja.
        Nein. | {tried}""",
    "say_failed": """Habe ich versucht, keine Änderung. | Das hat nicht geholfen.
        Das hatte ich alles schon gemacht, bevor ich schrieb. | Erledigt, aber nichts ist anders.
        !Das habe ich schon dreimal gemacht. | ~Den Rat habe ich befolgt, aber er passt wohl nicht zu meinem Fall.
        &still | &tried""",
    "say_better": """Jetzt ist es besser, aber eine Sache fehlt noch. | Das hat etwas geholfen.
        Einen Schritt weiter, danke. | Es tut sich wohl etwas. | &progress""",
    "say_solved": """&works | Bestätigt, das Ticket kann zu. | Hat sich erledigt.
        ~Ausgezeichnet, danke für die Hilfe. | &progress""",
    "thank": """&thanks | ~Das ist nett von [Ihnen/euch]. | Probiere ich, danke. | Ok, ich warte. | Danke, mal sehen.
        Alles klar. | Gut, danke. | {still}""",
    "complain": """Damit bin ich nicht zufrieden. | Das dauert mir zu lange.
        Der Service war mal besser => Die Hilfe war mal besser | !Das ist eine Frechheit. | !Ich habe die Nase voll.
        ~Ich muss sagen, ich bin etwas enttäuscht. | Jeder erzählt mir etwas anderes.
        Das habe ich schon {count} Leuten erklärt. | ![Sie verschwenden/Ihr verschwendet] meine Zeit.
        Ich hatte mehr von [Ihnen/euch] erwartet. | &vent | &wait | &enough | &somebody""",
    "nudge": """&wait | Bitte {number} noch einmal ansehen. | Ich wollte nur nachfragen.
        !Ich warte immer noch, {since}! | &still | &doing | &somebody | &hurry""",
    "ask_person": """Ich möchte mit einem Menschen sprechen. | Kann ich bitte mit jemandem reden?
        !Ich will sofort einen echten Menschen. | Gibt es jemanden, mit dem ich sprechen kann?
        ~Wäre es möglich, mit jemandem zu sprechen? | Bitte kein Bot mehr. | Mitarbeiter bitte.
        Kann mich jemand anrufen? | !Schluss mit den automatischen Antworten.
        Bitte an jemanden weitergeben, der sich auskennt. | Bitte an einen Kollegen eskalieren.
        Gibt es eine Telefonnummer? | &somebody""",
    "ask_supervisor": """[Dürfte/Kann] ich mit [Ihrem/eurem] Vorgesetzten sprechen?
        Ich möchte mit der Teamleitung reden. | !Ich will sofort den Chef sprechen. | Wer ist hier verantwortlich?
        ~Vielleicht kann das jemand über [Ihnen/dir] entscheiden? | Bitte eskalieren.
        Gibt es jemanden, der das entscheiden darf? | !Ich will, dass das heute eskaliert wird.
        Wer kann das dann genehmigen? | Bitte an die Leitung weitergeben. | Kann jemand mit mehr Befugnis draufschauen?
        &enough | &somebody""",
    "refuse_escalation": """Es braucht keinen Chef, nur eine Lösung. | [Sie müssen/Ihr müsst] das nicht eskalieren.
        ~Ich brauche keinen Vorgesetzten, nur eine Antwort. | Es muss niemand sonst eingeschaltet werden.
        !Ich will keinen Chef, ich will, dass es geklärt wird. | Bitte nicht schon wieder weiterreichen.
        Kein Grund zu eskalieren, ich kann warten. | Ich bleibe lieber bei [Ihnen/dir], als von vorn anzufangen.
        Ich brauche keinen Menschen, der Link reicht. | Bitte nicht in eine andere Abteilung verschieben.
        &somebody""",
    "threaten_legal": """Dann muss ich meinen Anwalt fragen. | ![Sie hören/Ihr hört] von meinem Anwalt.
        ~Einen Anwalt würde ich gern vermeiden. | Wir behalten uns rechtliche Schritte vor.
        Unsere Rechtsabteilung sieht sich das an. | !Dann sehen wir uns vor Gericht.
        Ich habe übrigens eine Rechtsschutzversicherung. | Laut meinem Anwalt ist der Vertrag eindeutig.
        Ich kenne meine Rechte. | &enough""",
    "threaten_churn": """Wir denken über einen anderen Anbieter nach. | !Ich kündige alles.
        ~Sonst müssten wir uns umsehen. | Wenn das so weitergeht, sind wir weg. | Wie kündige ich mein Konto?
        Das können andere auch. | Hier bestelle ich nicht mehr. | Wann endet unser Vertrag? | !Das war's, ich bin weg.
        Wir haben ein anderes Angebot. | &enough | &hurry""",
    "threaten_public": """Ich werde eine Bewertung schreiben. | !Das werden alle lesen. | Ich stelle das ins Netz.
        Meinen Followern wird die Geschichte gefallen. | ~Eine schlechte Bewertung würde ich gern vermeiden.
        Die Presse findet das vielleicht interessant. | Höchstens ein Stern. | Andere sollten das wissen.
        !Ich habe alles dokumentiert und veröffentliche es. | &enough""",
    "threaten_regulator": """Ich melde das der Aufsicht. | Die Verbraucherzentrale wird davon erfahren.
        !Ich beschwere mich noch heute bei der Behörde. | ~Dann müsste ich die Schlichtungsstelle fragen.
        Soweit ich weiß, ist dafür die Schlichtungsstelle da. | Das ist etwas für die Datenschutzbehörde.
        Die BaFin hat dafür ein Formular. | Unsere Prüfer fragen danach. | Gibt es dafür eine Ombudsstelle?
        &enough""",
    "report_fraud": """Die Zahlung über {amount} ist nicht von mir. | Das war ich nicht. | Jemand benutzt meine Daten.
        Ich glaube, das ist Betrug. | !Gerade wird mir Geld gestohlen.
        ~Vielleicht ist es ein Irrtum, aber ich kenne die Zahlung nicht. | Dort habe ich nie etwas gekauft.
        Bitte sperren. | Anzeige ist erstattet. | Das sagt mir nichts. | &alarm""",
    "report_breach": """Ich sehe die Daten eines anderen Kunden. | In meinem Konto liegt eine fremde Rechnung.
        ![Sie zeigen/Ihr zeigt] Fremden meine Daten. | Es gibt offenbar ein Datenleck.
        Ein Fremder hat eine Mail mit unseren Bestellungen bekommen.
        ~Ich sehe hier wohl Dinge, die nicht für mich bestimmt sind. | Kundendaten sind womöglich nach außen gelangt.
        Unsere Passwörter standen im Netz. | Ich habe eine Datei mit {count} Namen bekommen. | &alarm""",
    "safety_concern": """Der Akku wurde sehr heiß. | Es riecht verbrannt. | Da kann sich jemand verletzen.
        !Das Ding hätte fast gebrannt. | ~Ich bin nicht sicher, ob man es noch benutzen darf.
        Ein Kind könnte drankommen. | Ist das gefährlich? | Der Stecker hat gefunkt.
        Das Medikament muss gekühlt bleiben. | Ich habe den Stecker gezogen. | &alarm""",
    "abuse": """!Seid ihr eigentlich blöd? | !Ihr seid alle unfähig. | !Was für ein Haufen Idioten.
        !Ihr könnt mich mal. | !So ein Saftladen. | [Sie haben/Ihr habt] keine Ahnung, oder?
        [Lesen Sie/Lest ihr] das überhaupt? | Das soll ein Witz sein, oder? | !Lügner. | Was für ein Chaos. | &vent
        &enough""",
    "mention_deadline": """Ich brauche es {deadline}. | !{deadline}, nicht später! | ~Schön wäre es {deadline}.
        Danach ist es zu spät. | Geht das {deadline}? | &hurry""",
    "mention_many_affected": """Es geht nicht nur mir so. | Ich kenne {count} andere, die dasselbe sagen.
        Im Forum schreiben das auch andere. | ~Ich bin wohl nicht allein damit. | !Andere haben davon auch genug!
        &hurry""",
    "mention_amount": """Es geht um {amount}. | Wir reden von {amount}. | {amount} sind für mich viel Geld.
        Zusammen sind das {amount}. | &worth""",
    "ask_refund": """Ich will mein Geld zurück. | Bitte {amount} erstatten. | ![Geben Sie/Gebt] mir mein Geld zurück.
        ~Wäre eine Erstattung möglich? | Wann bekomme ich die {amount} zurück?
        Bitte eine Erstattung, keinen Gutschein. | Bitte die Zahlung stornieren. | Ich erwarte den vollen Betrag.
        [Können Sie/Könnt ihr] es gutschreiben? | &worth""",
    "ask_discount": """[Können Sie/Könnt ihr] uns einen Rabatt anbieten? | Lässt sich am Preis etwas machen?
        !Für den Preis erwarte ich mehr. | ~Über einen kleinen Nachlass würden wir uns freuen.
        Was würden {count} Plätze kosten? | Mit 20 Prozent weniger unterschreiben wir.
        Ein anderer Anbieter liegt bei {amount}. | Was ist [Ihr/euer] bester Preis? | Bei {amount} sind wir uns einig.
        Ist das [Ihr/euer] letztes Wort? | &worth""",
    "ask_contract_terms": """Was sagt der Vertrag dazu? | Wann können wir kündigen? | Welche Kündigungsfrist haben wir?
        ~[Könnten Sie/Könntet ihr] mir die aktuellen Bedingungen schicken? | !Wo steht das in meinem Vertrag?
        Ist das in unserem Tarif enthalten? | Welche Reaktionszeit steht im Vertrag? | Das bräuchten wir schriftlich.
        Wer unterschreibt das bei [Ihnen/euch]? | Lässt sich Ziffer 7 ändern? | &worth""",
    "boilerplate": """&disclaimer | &form | &log | Ref. {number} / {name} / {amount}
        --- Weitergeleitete Nachricht ---\n{symptom} | Ich bin nicht im Büro und lese Ihre Nachricht später.""",
    "quote_earlier": """> {desk_line}\n{again_lead} {symptom} | > {desk_line}\n{answer_fact} | > {desk_line}\nWirklich?
        [Sie schrieben/Ihr schriebt]: „{desk_line}“ {answer_fact} | > {desk_line}\n> {desk_line}\nSiehe oben.
        > {symptom}\n{wait} | > {desk_line}\n{thanks}""",
    "back_again": """Schon wieder passiert. | !Und wieder von vorn. | ~Entschuldigung, dass ich noch einmal schreibe.
        Das alte Ticket {number} ist zu, aber gelöst ist es nicht. | {still} | Ich schreibe noch einmal wegen {number}.
        Wieder: {symptom}""",
    "small_talk": """Wie ist das Wetter bei [Ihnen/euch]? | Ich war im Urlaub und lese das erst jetzt.
        Schönes Wochenende. | Schon wieder Montag... | Das neue Design gefällt mir übrigens.
        [Sie klingen/Du klingst] ja wie ein Roboter. | Ist immer so viel los? | Ich musste mir erst einen Kaffee holen.
        Keine Eile, ich bin in der Mittagspause. | !Wenigstens war die Musik in der Warteschleife nett.""",
    "self_made_progress": """Ich habe selbst etwas gefunden: {detail} | Ich glaube, ich weiß, woran es liegt.
        Ich habe einen Artikel gefunden und bin ihm gefolgt. | ~Inzwischen bin ich einen Schritt weiter.
        !Da niemand antwortet, habe ich es selbst gemacht. | &progress | {tried}""",
}
