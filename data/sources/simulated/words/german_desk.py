"""What bots and agents write to customers in German; macros repeat, as they do on real desks.

The signs are those of ``phrases``; the way of address is ``[Sie/du]``.
"""

from __future__ import annotations

POOLS: dict[str, str] = {
    "desk_greeting": """[Guten Tag,/Hallo,] | [Sehr geehrte Kundin, sehr geehrter Kunde,/Hi!] | Hallo,
        [Guten Tag, vielen Dank für Ihre Nachricht./Hi, danke für deine Nachricht.]""",
    "desk_closing": """[Freundliche Grüße, Ihr Support-Team/Viele Grüße, dein Support-Team]
        [Mit freundlichen Grüßen/Liebe Grüße, der Support] | Ticket {number} => Anfrage {number}""",
    "desk_wait": """Ich prüfe das, einen Moment bitte. | Ich brauche noch etwas Zeit. | Ich bin noch dran.
        Ich melde mich {deadline} wieder. | Vielen Dank für [Ihre/deine] Geduld. | Wir sehen uns das an.""",
    "desk_sorry": """Das tut mir leid. | Entschuldigung für die Umstände. | Ich verstehe, dass das ärgerlich ist.
        Bitte [entschuldigen Sie/entschuldige] die Wartezeit.""",
    "desk_line": """[Sagen Sie/Sag] uns bitte, ob das geholfen hat. | Wir sehen uns das an.
        [Können Sie/Kannst du] mir die Nummer schicken? | Bitte noch einmal prüfen.
        Wir melden uns in Kürze. | Jetzt sollte es erledigt sein.""",
}

CORES: dict[str, str] = {
    "bot_greet": """Hallo, ich bin der Support-Assistent. Was kann ich tun?
        Hi! Ich bin ein virtueller Assistent. Bitte [beschreiben Sie Ihr/beschreibe dein] Anliegen.
        Willkommen. Worum geht es in wenigen Worten? | Hallo! Ich helfe bei Bestellungen, Zahlungen und dem Konto.
        Danke für die Nachricht. Hier spricht unser Assistent. | Hallo, wobei kann ich bei {dem_product} helfen?""",
    "bot_faq": """Das klingt nach einer Frage {zum_product}. Hilft dieser Artikel?
        Das könnte die Frage beantworten. | Dazu passt vielleicht dieser Artikel.
        Das habe ich {zum_product} gefunden. Hat das geholfen?""",
    "bot_identify": """Bitte die Bestell- oder Kundennummer nennen. | Um den Fall zu finden, brauche ich die Nummer.
        Welche E-Mail-Adresse hat das Konto? | Um welches Produkt geht es: Shop, Zahlung, Karte oder etwas anderes?
        Bitte bestätigen: Es geht um {number}. | Zur Sicherheit bitte die Postleitzahl nennen.""",
    "bot_not_understood": """Das habe ich nicht ganz verstanden. Bitte mit anderen Worten.
        Entschuldigung, das habe ich nicht verstanden. | Dazu habe ich keine Antwort gefunden. Bitte mehr dazu.
        Geht es auch in einem Satz? | Bitte eines der Themen wählen: Bestellungen, Zahlungen, Konto.
        Ich lerne noch. Bitte anders formulieren.""",
    "bot_offer_agent": """[Möchten Sie/Möchtest du] mit einem Kollegen sprechen?
        Ich kann einen Mitarbeiter dazuholen. Soll ich? | Auf Wunsch sieht es sich ein Mensch an.
        Soll ich es an unser Team weitergeben? | Soll ich ein Ticket anlegen?
        Mitarbeiter sind von 8 bis 18 Uhr da. Warten?""",
    "bot_hands_over": """Ich verbinde jetzt mit einem Kollegen. | Einen Moment, ein Mitarbeiter übernimmt.
        Die Anfrage ist bei unserem Team. | Hier antwortet gleich ein Kollege.
        Ticket {number} ist angelegt, ein Mitarbeiter sieht es sich an.
        Bitte warten, Platz {place} in der Warteschlange.""",
    "agent_greet": """Vielen Dank für [Ihre/deine] Nachricht. | Mein Name ist {agent}, ich kümmere mich darum.
        Ich habe [Ihre/deine] Nachricht gelesen. | Danke für die Meldung {zum_product}. | Ich übernehme ab hier.
        Danke für die Nachricht, ich sehe mir {number} gerade an.""",
    "ask_info": """Seit wann ist das so? | Gibt es sonst noch etwas dazu?
        [Können Sie/Kannst du] mir etwas mehr dazu sagen?
        [Können Sie/Kannst du] mir die Nummer oder ein Bild schicken?""",
    "propose_step": """Unser Teil ist erledigt, bitte auf [Ihrer/deiner] Seite nachsehen.
        Bitte versuchen und mir das Ergebnis nennen. | [Können Sie/Kannst du] noch einmal nachsehen?
        Ich habe einen Artikel dazu geschickt, bitte einmal durchgehen.""",
    "wait_note": """&desk_wait | Ich habe einen Kollegen gefragt und melde mich. | Das kann bis morgen dauern.
        Wir warten noch auf eine Antwort. | Die Prüfung läuft. | Bitte noch etwas Geduld.""",
    "apologise": """&desk_sorry | Es tut mir leid, dass [Sie/du] alles wiederholen [mussten/musstest].
        Wir bitten um Entschuldigung. | Das hätte nicht passieren dürfen. | Die Verzögerung tut mir leid.
        Ich verstehe die Enttäuschung.""",
    "explain_policy": """Hier muss ich mich an unsere Bedingungen halten. | Unsere Regeln lassen mir hier keine Wahl.
        Solche Fälle brauchen laut Bedingungen zwei Wochen. | So steht es in unseren Bedingungen.""",
    "refuse": """Das kann ich leider nicht machen. | Das ist leider nicht möglich.
        Mehr kann ich leider nicht anbieten. | Leider ist die Frist vorbei. | Hier kann ich keine Ausnahme machen.
        Das geht über das hinaus, was wir tun können. | Das muss ich leider ablehnen.""",
    "promise": """Ich melde mich {deadline}. | Ich kümmere mich heute darum.
        [Sie bekommen/Du bekommst] {deadline} eine Antwort. | Ich behalte es im Auge.
        Ich rufe an, sobald es etwas Neues gibt. | Ich habe es mir notiert. | &desk_wait""",
    "announce_handover": """Ich gebe das an {team} weiter. | Meine Kollegen von {team} übernehmen.
        Ich habe das an {team} eskaliert. | {team} wird sich melden. | Hier muss ich einen Kollegen einbeziehen.
        Jemand von {team} sieht sich das an. | Ich übergebe den Fall, es muss nichts wiederholt werden.
        Ein Spezialist meldet sich {deadline}.""",
    "deliver_solution": """Das ist jetzt erledigt. | Ich habe es in Ordnung gebracht. | Bei uns ist alles geklärt.
        Alles Nötige ist veranlasst.""",
    "close_case": """Ich schließe das Ticket jetzt.
        Danke, ich markiere es als gelöst. | Eine Antwort öffnet es jederzeit wieder. | Schön, dass es geklärt ist.
        Einen schönen Tag noch. | Ticket {number} ist geschlossen.""",
    "ask_if_solved": """Kann ich sonst noch etwas tun? | Hat das geholfen?
        Ist das so in Ordnung? | Ist die Frage beantwortet? | Darf ich das Ticket schließen?
        Bitte kurze Rückmeldung, ob es geholfen hat.""",
    "offer_goodwill": """Als Entschuldigung gibt es eine Gutschrift über {amount}.
        Wir möchten {amount} gutschreiben. | Die Kosten übernehmen wir aus Kulanz.
        Für die Umstände biete ich {amount} an. | Wären {amount} als Ausgleich in Ordnung?""",
    "ask_approval_told": """Das muss ich mir erst genehmigen lassen.
        Für {amount} brauche ich eine kurze Bestätigung der Teamleitung. | Ich habe die Freigabe angefragt.
        Die Anfrage liegt bei {team}. | Diesen Betrag muss ein Kollege freigeben. | Ich kläre intern, was möglich ist.
        Ich habe ein gutes Wort eingelegt und warte auf die Antwort.""",
}
