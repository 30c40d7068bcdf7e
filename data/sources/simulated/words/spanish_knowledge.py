"""What the desk asks and knows in Spanish, by the category of the issue: questions, rules, articles of the bot.

The signs are those of ``phrases``; the way of address is ``[usted/tú]``.
"""

from __future__ import annotations

KNOWLEDGE: dict[str, dict[str, str]] = {
    "orders": {
        "ask_info": """¿Es correcto el pedido {number}? | [Confirme/Confirma] la dirección de entrega, por favor.
            @parcel_ ¿Lo recogió alguien de la casa? | @parcel_ ¿Qué fecha de entrega había?
            @parcel_ ¿Dejó un aviso la mensajería? | @wrong_item ¿Qué había exactamente en la caja?
            @wrong_item [¿Me puede/¿Me puedes] enviar una foto de la etiqueta?
            @wrong_item ¿Qué artículo tenía que venir?""",
        "explain_policy": """@parcel_ Un envío se da por perdido a los siete días.
            @parcel_ Reclamar a la mensajería lleva dos semanas.
            @wrong_item Los artículos equivocados se cambian en 14 días. | @parcel_ Primero hay que cerrar la búsqueda.
            El cambio se permite una sola vez por pedido.""",
        "bot_faq": """El estado del pedido está en «Mis pedidos». | @parcel_ Una entrega tarda hasta cinco días hábiles.
            Las devoluciones empiezan en «Mis pedidos», «Devolver».""",
    },
    "billing": {
        "ask_info": """¿De qué factura o pedido se trata? | ¿Qué día se cobró? | ¿Qué importe sería el correcto?
            ¿Cómo se pagó? | @double_charge ¿El segundo cargo está retenido o ya contabilizado?
            @double_charge [¿Me puede/¿Me puedes] enviar la línea del extracto?
            @invoice_wrong ¿Qué dirección debe figurar en la factura?""",
        "explain_policy": """Los reembolsos van por la misma vía del pago. | Reembolsamos en un plazo de 14 días.
            Nuestras normas lo permiten una sola vez por pedido.
            @double_charge Una retención la libera el banco, no nosotros.
            @invoice_wrong Las facturas se corrigen hasta fin de mes.""",
        "bot_faq": """@refund Los reembolsos tardan hasta cinco días hábiles. ¿Responde esto a la pregunta?
            Todas las facturas están en «Facturación». | @double_charge Una línea doble suele ser solo una retención.
            La dirección de facturación se cambia en «Facturación».""",
    },
    "security": {
        "ask_info": """¿Cuándo se vio por primera vez? | @card_ ¿La tarjeta está todavía en casa?
            @card_fraud ¿Qué cargos no se reconocen? | @suspicious ¿Se escribieron datos en una página enlazada?
            @suspicious ¿Quién más tiene acceso? | @card_ ¿Cuáles son las cuatro últimas cifras?
            @card_fraud ¿Llegó por SMS una clave que nadie pidió? | ¿Se cambió algo en el móvil últimamente?""",
        "explain_policy": """Primero hay que confirmar la identidad del titular. | Por seguridad no puedo cambiarlo yo.
            @card_fraud Los cargos reclamados se estudian en diez días.
            @card_ Un bloqueo solo lo levanta el titular.""",
        "bot_faq": """@card_ La tarjeta se puede bloquear en la app en cualquier momento.
            Nunca se debe dar una clave recibida por SMS.
            @suspicious Los dispositivos desconocidos están en «Seguridad».""",
    },
    "access": {
        "ask_info": """¿Con qué correo [entra/entras]? | ¿Qué aviso aparece? | @sign_in ¿Pasa también en otro navegador?
            @password ¿Llegó el correo con el enlace? | @missing ¿Qué rol debería ser? | ¿Entran los compañeros?
            ¿Cuándo fue la última vez que se pudo entrar?""",
        "explain_policy": """Por seguridad no puedo cambiarlo yo.
            @missing Los permisos los da el administrador propio. | Primero hay que confirmar la identidad del titular.
            Tras cinco intentos el acceso se bloquea una hora.""",
        "bot_faq": """@password La contraseña se restablece en la página de inicio.
            ¿[Ha/Has] probado a salir y volver a entrar? | A muchos clientes les sirve borrar las cookies.""",
        "ask_if_solved": """¿Funciona ahora? | [¿Puede/¿Puedes] comprobar si va?""",
    },
    "integration": {
        "ask_info": """@sync ¿Cuándo fue la última ejecución correcta?
            @interface ¿Qué llamadas fallan y con qué código?
            @interface [¿Me puede/¿Me puedes] enviar el id de una llamada?
            ¿Se cambió hace poco un token o una dirección? | @interface ¿Pasa también en el entorno de pruebas?
            @sync ¿Cuántos pedidos faltan? | ¿Qué versión de la interfaz se usa?""",
        "explain_policy": """Damos soporte a las dos últimas versiones de la interfaz.
            Los registros se guardan 14 días. | @sync Los cambios de asignación entran en el plan superior.
            @interface Las llamadas por encima del límite se rechazan.""",
        "bot_faq": """@sync El estado de cada transferencia está en «Conexiones». | Un token vale 90 días.
            @interface Los códigos están en la guía para desarrolladores.""",
        "ask_if_solved": """¿Funciona ahora? | [¿Puede/¿Puedes] comprobar si va?""",
    },
    "defect": {
        "ask_info": """¿Qué versión y qué dispositivo [usa/usas]? | ¿Qué [hizo/hiciste] justo antes?
            [¿Me puede/¿Me puedes] enviar una captura o el texto exacto del error? | ¿Pasa siempre?
            ¿Pasa también en otro dispositivo? | ¿Se instaló algo hace poco? | ¿En qué paso se cierra?""",
        "explain_policy": """Damos soporte a las dos últimas versiones. | Las correcciones salen cada dos semanas.
            Eso depende del dispositivo. | Sin el informe del cierre no se puede pasar a desarrollo.""",
        "bot_faq": """A muchos clientes les sirve instalar la última versión.
            [Reinicie/Reinicia] la app, por favor. ¿Ha servido?
            Los fallos conocidos están en la página de versiones.""",
        "ask_if_solved": """¿Funciona ahora? | [¿Puede/¿Puedes] comprobar si va?""",
    },
    "data": {
        "ask_info": """¿De qué periodo y de qué cifra se trata? | ¿Qué valor sería el correcto?
            [¿Me puede/¿Me puedes] enviar la exportación para comparar? | ¿Qué zona horaria está puesta?
            ¿Las cifras propias incluyen devoluciones? | ¿Desde qué día difieren? | ¿Qué filtro tiene el informe?""",
        "explain_policy": """Las cifras de hoy son provisionales. | Las devoluciones cuentan el día en que se registran.
            Los informes se calculan una vez por noche. | Hasta el cierre del mes pueden cambiar.""",
        "bot_faq": """Las cifras se renuevan cada noche. | La zona horaria del informe está en «Opciones».
            Así contamos las devoluciones. ¿Ha servido?""",
        "ask_if_solved": """¿Cuadran ahora las cifras?""",
    },
    "performance": {
        "ask_info": """@slow ¿Qué página va lenta y cuánto tarda? | ¿A qué hora es peor?
            @slow ¿Les va lento también a los compañeros? | @slow ¿Otras webs cargan rápido?
            @database [¿Me puede/¿Me puedes] enviar el texto del error? | ¿Desde qué cambio pasa?
            ¿Cuánta gente trabaja a la vez?""",
        "explain_policy": """Más capacidad de cálculo entra en el plan superior.
            Las exportaciones grandes son para la noche. | Garantizamos el 99,5 % al mes. | Eso depende del plan.""",
        "bot_faq": """A muchos clientes les sirve vaciar la caché. | Las listas largas cargan mejor con un filtro.
            La carga actual está en la página de estado.""",
        "ask_if_solved": """¿Funciona ahora? | [¿Puede/¿Puedes] comprobar si va?""",
    },
    "outage": {
        "ask_info": """¿Desde cuándo pasa y entra alguien todavía? | ¿Qué página de error sale?
            ¿Son todas las páginas o solo una? | ¿Pasa también con otra red?
            ¿Qué está caído: la entrada, el pago o todo? | ¿Cuántos usuarios esperan?""",
        "explain_policy": """En la página de estado informamos cada 30 minutos.
            Los abonos por caídas se hacen a fin de mes. | Garantizamos el 99,5 % al mes.
            La causa se publica en cinco días.""",
        "bot_faq": """El estado de los servicios está en nuestra página de estado.
            [Compruebe/Comprueba] si cargan otras webs. | En la página de estado hay avisos sobre {product}.""",
        "ask_if_solved": """¿Funciona ahora? | [¿Puede/¿Puedes] comprobar si va?""",
    },
    "privacy": {
        "ask_info": """¿Con qué dirección se guardaron los datos? | ¿Son todos los datos o solo una parte?
            [Confirme/Confirma], por favor, que los datos son propios. | ¿Hace falta antes una copia?
            ¿Hay facturas que deban quedarse? | ¿De qué perfil se trata?""",
        "explain_policy": """Por ley, estas solicitudes tardan hasta un mes.
            Las facturas hay que guardarlas algunos años. | Primero hay que confirmar la identidad.
            Las copias de seguridad se sobrescriben a los 30 días.""",
        "bot_faq": """Se puede pedir una copia de los datos en «Privacidad».
            El perfil se cierra en «Privacidad», «Cerrar». | Lo que guardamos está en el aviso de privacidad.""",
    },
    "contracts": {
        "ask_info": """@discount ¿Cuántas licencias serían? | ¿Para cuándo hace falta la oferta?
            @contract ¿De qué cláusula se trata? | @discount ¿Por cuántos años sería? | ¿Quién firma?
            @contract ¿Qué versión de las condiciones [tiene/tienes]? | @discount ¿Qué incluye la otra oferta?""",
        "explain_policy": """@contract El preaviso es de tres meses.
            @discount Los descuentos empiezan con diez licencias. | Eso depende del plan.
            @contract Las cláusulas cambiadas las firman las dos partes. | Los precios valen un año.""",
        "bot_faq": """@discount Los planes y precios están en la página «Precios».
            @contract La documentación está en «Plan». | El plazo figura en el plan. ¿Responde esto a la pregunta?""",
    },
    "how_to": {
        "ask_info": """¿Qué menú se ve a la izquierda? | ¿Qué se quiere conseguir al final?
            ¿Qué rol tiene [su/tu] usuario? | [¿Me puede/¿Me puedes] enviar una imagen de la página?
            ¿Es para una persona o para todos? | ¿Qué versión del manual [tiene/tienes]?""",
        "explain_policy": """Eso depende del plan. | La configuración por nuestra parte entra en el plan superior.
            Solo lo puede cambiar un propietario. | Hay formación una vez al mes.""",
        "bot_faq": """He encontrado una guía. Por favor, [siga/sigue] los pasos.
            Hay un vídeo corto sobre esto. ¿Ha servido? | Todos los artículos se pueden buscar en la ayuda.""",
    },
}
