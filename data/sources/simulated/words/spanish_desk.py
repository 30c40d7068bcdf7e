"""What bots and agents write to customers in Spanish; macros repeat, as they do on real desks.

The signs are those of ``phrases``; the way of address is ``[usted/tú]``.
"""

from __future__ import annotations

POOLS: dict[str, str] = {
    "desk_greeting": """[Buenos días,/Hola,] | [Estimado cliente:/¡Hola!] | Hola,
        [Estimado cliente, gracias por su mensaje./Hola, gracias por escribirnos.]""",
    "desk_closing": """[Atentamente, el equipo de soporte/Un saludo, el equipo de soporte]
        [Un cordial saludo/Saludos, soporte] | Ticket {number} => Consulta {number}""",
    "desk_wait": """Lo estoy revisando, un momento, por favor. | Necesito un poco más de tiempo. | Sigo con ello.
        [Le/Te] contestaré {deadline}. | Gracias por [su/tu] paciencia. | Lo estamos mirando.""",
    "desk_sorry": """Siento las molestias. | Disculpas por esto. | Entiendo que es molesto.
        [Disculpe/Disculpa] la espera.""",
    "desk_line": """Por favor, [díganos/dinos] si ha servido. | Lo estamos mirando.
        [¿Me puede/¿Me puedes] enviar el número? | [Compruébelo/Compruébalo] otra vez, por favor.
        En breve contestamos. | Ahora debería estar resuelto.""",
}

CORES: dict[str, str] = {
    "bot_greet": """Hola, soy el asistente de soporte. ¿En qué puedo ayudar?
        ¡Hola! Soy un asistente virtual. [Describa su/Describe tu] consulta.
        Bienvenido. En pocas palabras, ¿de qué se trata? | ¡Hola! Puedo ayudar con pedidos, pagos y la cuenta.
        Gracias por escribirnos. Aquí responde nuestro asistente.
        Hola, ¿qué [necesita/necesitas] hoy con {product}?""",
    "bot_faq": """Parece una duda sobre {product}. ¿Ayuda este artículo? | Esto puede responder a la pregunta.
        Puede que sirva este artículo. | Esto es lo que encontré sobre {product}. ¿Ha servido?""",
    "bot_identify": """Por favor, [indique/indica] el número de pedido o de cliente.
        Para encontrar el caso necesito el número. | ¿Qué correo tiene la cuenta?
        ¿De qué producto se trata: tienda, pagos, tarjeta u otro?
        [Confirme/Confirma], por favor, que se trata de {number}.
        Por seguridad, [indique/indica] el código postal.""",
    "bot_not_understood": """No estoy seguro de haberlo entendido. ¿Puede ser con otras palabras?
        Perdón, no lo he entendido. | No he encontrado respuesta a eso. [Cuénteme/Cuéntame] más, por favor.
        ¿Se puede decir en una frase? | [Elija/Elige] uno de estos temas: pedidos, pagos, cuenta.
        Todavía estoy aprendiendo. ¿De otra forma?""",
    "bot_offer_agent": """¿[Quiere/Quieres] hablar con un compañero? | Puedo avisar a un agente. ¿Lo hago?
        Si [quiere/quieres], lo mira una persona. | ¿Lo paso a nuestro equipo? | ¿Abro un ticket?
        Hay agentes de 8 a 18. ¿[Espera/Esperas]?""",
    "bot_hands_over": """Paso la conversación a un compañero. | Un momento, ahora sigue un agente.
        La consulta ya está con nuestro equipo. | En breve contesta aquí un compañero.
        Ticket {number} abierto, lo verá un agente. | [Espere/Espera], por favor: puesto {place} en la cola.""",
    "agent_greet": """Gracias por [su/tu] mensaje. | Me llamo {agent} y me ocupo de esto. | He leído [su/tu] mensaje.
        Gracias por avisar sobre {product}. | A partir de aquí sigo yo.
        Gracias por el mensaje, estoy mirando {number}.""",
    "ask_info": """¿Desde cuándo pasa? | ¿Hay algo más que deba saber? | [¿Me puede/¿Me puedes] contar algo más?
        [¿Me puede/¿Me puedes] enviar el número o una imagen?""",
    "propose_step": """Nuestra parte está hecha, [compruebe la suya/comprueba la tuya], por favor.
        [Pruébelo/Pruébalo] y [dígame/dime] el resultado. | [¿Puede/¿Puedes] mirarlo otra vez?
        He enviado un artículo, [échele/échale] un vistazo, por favor.""",
    "wait_note": """&desk_wait | He preguntado a un compañero y escribiré en cuanto sepa algo.
        Puede tardar hasta mañana. | Seguimos esperando respuesta. | La revisión está en curso.
        Un poco de paciencia, por favor.""",
    "apologise": """&desk_sorry | Siento que [haya/hayas] tenido que repetirlo. | Pedimos disculpas.
        Eso no debería haber pasado. | Siento el retraso. | Entiendo la decepción.""",
    "explain_policy": """En esto tengo que seguir nuestras condiciones. | Nuestras normas no me dejan otra opción.
        Estos casos llevan dos semanas según las condiciones. | Así figura en nuestras condiciones.""",
    "refuse": """Me temo que no puedo hacerlo. | Por desgracia no es posible. | No puedo ofrecer más.
        Lo siento, el plazo ya pasó. | Aquí no puedo hacer una excepción. | Eso va más allá de lo que podemos hacer.
        Por desgracia lo tengo que rechazar.""",
    "promise": """[Le/Te] respondo {deadline}. | Me ocupo hoy. | [Tendrá/Tendrás] una respuesta {deadline}.
        Estaré pendiente. | [Le/Te] llamo en cuanto haya novedades. | Lo he anotado.
        &desk_wait""",
    "announce_handover": """Lo paso a {team}. | Mis compañeros de {team} lo llevan a partir de ahora.
        Lo he escalado a {team}. | {team} se pondrá en contacto. | Aquí tengo que contar con un compañero.
        Alguien de {team} lo va a mirar. | Paso el caso, no hace falta repetir nada.
        Un especialista contactará {deadline}.""",
    "deliver_solution": """Ya está hecho. | Lo he dejado en orden. | Por nuestra parte está todo resuelto.
        Queda todo atendido.""",
    "close_case": """Cierro el ticket.
        Gracias, lo marco como resuelto. | Se puede reabrir contestando. | Me alegro de que esté resuelto.
        Que [tenga/tengas] un buen día. | El ticket {number} está cerrado.""",
    "ask_if_solved": """¿Puedo hacer algo más? | ¿Se ha resuelto? | ¿Está bien así?
        ¿Está respondida la pregunta? | ¿Puedo cerrar el ticket? | [Dígame/Dime] si ha servido, por favor.""",
    "offer_goodwill": """Como disculpa hay un abono de {amount} en la cuenta. | Nos gustaría abonar {amount}.
        Asumimos nosotros el coste, como gesto. | Por las molestias puedo ofrecer {amount}.
        ¿Estarían bien {amount} como compensación?""",
    "ask_approval_told": """Primero me lo tienen que autorizar.
        Para {amount} necesito el visto bueno de mi responsable. | He solicitado la autorización.
        La solicitud está con {team}. | Este importe lo tiene que liberar un compañero.
        Estoy viendo internamente qué se puede hacer. | He insistido y espero la respuesta.""",
}
