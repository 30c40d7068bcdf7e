"""How a case ends that was not solved: the customer puts up with a no, or the desk closes what nobody answers.

The signs are those of ``phrases``.
"""

from __future__ import annotations

PARTINGS = {
    "en": {
        "accept_no": """All right, then I will leave it at that. | ~Thanks for looking into it anyway.
            ~I understand, rules are rules. | !I think that is wrong, but I will not argue any more.
            That is a pity, but now it is clear. | !Fine, I have nothing more to say to that. | ~Too bad, but thank you.
            OK, then that is how it is.""",
        "close_silent": """As we have not heard from you, we are closing the ticket.
            We have had no answer from you and are closing this for now.
            I have not heard from you for a while, so ticket {number} is closed; an answer opens it again.
            Without an answer we cannot go on, so I am closing the ticket. | You can reopen it any time by answering.
            As there was no reply, I assume that you do not need us at the moment.""",
    },
    "de": {
        "accept_no": """Gut, dann lasse ich es dabei. | ~Trotzdem danke fürs Nachsehen. | ~Verstehe, Regeln sind Regeln.
            !Ich halte das für falsch, aber ich streite nicht weiter. | Schade, aber jetzt ist es klar.
            !Na gut, dazu sage ich nichts mehr. | ~Schade, aber danke. | Ok, dann ist das so.""",
        "close_silent": """Da wir nichts mehr gehört haben, schließen wir das Ticket.
            Wir haben keine Antwort erhalten und schließen das vorerst.
            Es kam länger keine Antwort, Ticket {number} ist geschlossen; eine Antwort öffnet es wieder.
            Ohne Antwort kommen wir nicht weiter, deshalb schließe ich das Ticket.
            Eine Antwort öffnet das Ticket jederzeit wieder.
            Da nichts mehr kam, gehe ich davon aus, dass es ruhen kann.""",
    },
    "es": {
        "accept_no": """Bien, entonces lo dejo así. | ~Gracias por mirarlo de todos modos.
            ~Lo entiendo, las normas son las normas. | !Me parece mal, pero no voy a discutir más.
            Es una pena, pero ya está claro. | !Vale, no tengo nada más que decir. | ~Una lástima, pero gracias.
            De acuerdo, entonces es lo que hay.""",
        "close_silent": """Como no hemos tenido noticias, cerramos el ticket.
            No hemos recibido respuesta y lo cerramos por ahora.
            Hace tiempo que no hay respuesta, el ticket {number} está cerrado; una respuesta lo reabre.
            Sin respuesta no podemos seguir, así que cierro el ticket. | Se puede reabrir contestando.
            Como no ha habido respuesta, supongo que de momento no hace falta nada.""",
    },
    "fr": {
        "accept_no": """Bon, alors j'en reste là. | ~Merci quand même d'avoir regardé.
            ~Je comprends, les règles sont les règles. | !Je trouve ça injuste, mais je ne discute plus.
            C'est dommage, mais c'est clair maintenant. | !Très bien, je n'ai rien à ajouter.
            ~Tant pis, mais merci. | D'accord, alors c'est comme ça.""",
        "close_silent": """Sans nouvelles, nous fermons le ticket.
            Nous n'avons pas reçu de réponse et fermons pour l'instant.
            Sans réponse depuis un moment, le ticket {number} est fermé ; une réponse le rouvre.
            Sans réponse nous ne pouvons pas continuer, je ferme donc le ticket. | Une réponse le rouvre à tout moment.
            Comme il n'y a pas eu de réponse, je suppose que cela peut attendre.""",
    },
}
