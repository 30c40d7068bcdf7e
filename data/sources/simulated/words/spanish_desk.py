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
    "desk_line": """Por favor, [inténtelo/inténtalo] otra vez. | Lo estamos mirando.
        [¿Me puede/¿Me puedes] enviar el número? | [Vacíe/Vacía] la caché y [pruebe/prueba] de nuevo.
        En breve contestamos. | Ahora debería funcionar.""",
}

CORES: dict[str, str] = {
    "bot_greet": """Hola, soy el asistente de soporte. ¿En qué puedo ayudar?
        ¡Hola! Soy un asistente virtual. [Describa su/Describe tu] consulta.
        Bienvenido. En pocas palabras, ¿de qué se trata? | ¡Hola! Puedo ayudar con pedidos, pagos y la cuenta.
        Gracias por escribirnos. Aquí responde nuestro asistente.
        Hola, ¿qué [necesita/necesitas] hoy con {product}?""",
    "bot_faq": """Parece una duda sobre {product}. ¿Ayuda este artículo?
        He encontrado una guía. Por favor, [siga/sigue] los pasos. | ¿[Ha/Has] probado a salir y volver a entrar?
        A muchos clientes les sirve vaciar la caché. | Esto es lo que encontré sobre {product}. ¿Ha servido?
        El estado del pedido está en «Mis pedidos».
        Los reembolsos tardan hasta cinco días hábiles. ¿Responde esto a la pregunta?""",
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
        Ticket {number} abierto, lo verá un agente. | [Espere/Espera], por favor: puesto {count} en la cola.""",
    "agent_greet": """Gracias por [su/tu] mensaje. | Me llamo {agent} y me ocupo de esto. | He leído [su/tu] mensaje.
        Gracias por avisar sobre {product}. | A partir de aquí sigo yo.
        Gracias por el mensaje, estoy mirando {number}.""",
    "ask_info": """¿Desde cuándo pasa y a quién afecta? | ¿Qué versión y qué dispositivo [usa/usas]?
        [¿Me puede/¿Me puedes] enviar una captura o el texto exacto del error? | ¿Qué [hizo/hiciste] justo antes?
        Por favor, el número de pedido o de factura. | ¿Pasa también en otro navegador?
        [Confirme/Confirma] la dirección de la cuenta, por favor. | ¿Les pasa también a los compañeros?""",
    "propose_step": """Por favor, [vacíe/vacía] la caché y [entre/entra] de nuevo.
        [Pruebe/Prueba] en una ventana privada. | Lo he restablecido, [inténtelo/inténtalo] otra vez.
        [Renueve/Renueva] la conexión en los ajustes. | [Espere/Espera] diez minutos y [recargue/recarga].
        [Mire/Mira] en la carpeta de spam, por favor. | [¿Puede/¿Puedes] seguir los pasos del artículo?
        [Instale/Instala] la última versión, por favor. | He enviado un enlace nuevo => He enviado un código nuevo
        [Pregunte/Pregunta] a la mensajería con el {number}. | [Borre/Borra] el token y [créelo/créalo] de nuevo.""",
    "wait_note": """&desk_wait | He preguntado a un compañero y escribiré en cuanto sepa algo.
        Puede tardar hasta mañana. | Seguimos esperando respuesta. | La revisión está en curso.
        Un poco de paciencia, por favor.""",
    "apologise": """&desk_sorry | Siento que [haya/hayas] tenido que repetirlo. | Pedimos disculpas.
        Eso no debería haber pasado. | Siento el retraso. | Entiendo la decepción.""",
    "explain_policy": """Según nuestras condiciones es posible en 14 días.
        Nuestras normas lo permiten una sola vez por pedido. | Por seguridad no puedo cambiarlo yo.
        Los reembolsos van por la misma vía del pago. | Primero hay que confirmar la identidad del titular.
        Eso depende del plan. | Estos casos llevan dos semanas según las condiciones.
        A la mensajería se le puede reclamar a los siete días.""",
    "refuse": """Me temo que no puedo hacerlo. | Por desgracia no es posible. | No puedo ofrecer más.
        Lo siento, el plazo ya pasó. | Aquí no puedo hacer una excepción. | Eso no entra en [su/tu] plan.
        Por desgracia no lo podemos reembolsar.""",
    "promise": """[Le/Te] respondo {deadline}. | Me ocupo hoy. | [Tendrá/Tendrás] una respuesta {deadline}.
        Estaré pendiente. | [Le/Te] llamo en cuanto haya novedades. | Se corregirá en la próxima factura.
        &desk_wait""",
    "announce_handover": """Lo paso a {team}. | Mis compañeros de {team} lo llevan a partir de ahora.
        Lo he escalado a {team}. | {team} se pondrá en contacto. | Aquí tengo que contar con un compañero.
        Alguien de {team} lo va a mirar. | Paso el caso, no hace falta repetir nada.
        Un especialista contactará {deadline}.""",
    "deliver_solution": """Ya está arreglado, [pruebe/prueba] otra vez. | Lo he corregido.
        El reembolso de {amount} está en camino. | Va de camino un artículo nuevo. | El acceso está restablecido.
        El fallo era nuestro y está resuelto. | He corregido el ajuste, ya debería funcionar.
        La sincronización vuelve a ir. | Hemos publicado una corrección. | La respuesta: está en ajustes, avanzado.""",
    "close_case": """Cierro el ticket. | Como no hemos tenido noticias, cerramos el ticket.
        Gracias, lo marco como resuelto. | Se puede reabrir contestando. | Me alegro de que funcione.
        Que [tenga/tengas] un buen día. | El ticket {number} está cerrado.""",
    "ask_if_solved": """¿Funciona ahora? | ¿Puedo hacer algo más? | ¿Se ha resuelto? | [¿Puede/¿Puedes] comprobar si va?
        ¿Está respondida la pregunta? | ¿Puedo cerrar el ticket? | [Dígame/Dime] si ha servido, por favor.""",
    "offer_goodwill": """Como disculpa hay un vale de {amount} en la cuenta. | Nos gustaría abonar {amount}.
        El próximo envío es gratis. | Este mes no se cobra. | Puedo quitar {amount} de la factura.
        Asumimos nosotros el coste, como gesto. | ¿Estaría bien un vale?""",
    "ask_approval_told": """Primero me lo tienen que autorizar.
        Para {amount} necesito el visto bueno de mi responsable. | He solicitado la autorización.
        La solicitud está con {team}. | Este importe lo tiene que liberar un compañero.
        Estoy viendo internamente qué se puede hacer. | He insistido y espero la respuesta.""",
}
