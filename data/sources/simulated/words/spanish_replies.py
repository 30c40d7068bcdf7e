"""What Spanish-speaking customers answer, try and wait for, by the category of the issue.

``spanish_customer`` has what fits every issue. The signs are those of ``phrases``, and ``@`` that of ``issue_phrases``.
"""

from __future__ import annotations

REPLIES: dict[str, dict[str, str]] = {
    "software": {
        "impact": """De momento me apaño. | Nos retrasa un poco. | Mientras tanto lo hacemos a mano.
            Mi equipo lo está esperando. | Cada hora nos cuesta dinero. | De esto depende el cierre del mes.
            Está frenando otras cosas.""",
        "tried": """Ya lo he reiniciado todo. | También probé otro navegador. | Salir y entrar no sirvió.
            Lo probé en otro equipo y nada.""",
        "answer_fact": """En otro ordenador pasa lo mismo. | Creo que solo me pasa a mí. | Adjunto captura.
            Pasa siempre. | No hemos cambiado nada.""",
        "say_failed": """Con esos pasos no hay suerte. | Funcionó un minuto y volvió.
            La guía describe otra cosa => La página de ayuda describe otra cosa""",
        "say_better": """La primera parte ya va. | ~De momento tiene buena pinta, sigo probando.
            Mejor, al menos puedo trabajar. | !La mitad funciona, el resto no.""",
        "self_made_progress": """Lo reinicié todo y va un poco mejor. | Con otro navegador va.
            Un compañero tuvo una idea, la estamos probando. | Cambié un ajuste y ahora se ve distinto.
            Me hice un apaño.""",
        "back_again": """Por desgracia el problema ha vuelto. | Funcionó un día y ahora falla otra vez.
            Ya está fallando otra vez.""",
        "mention_many_affected": """A {count} de nosotros nos pasa lo mismo. | Les pasa a todas nuestras tiendas.
            !¡Aquí está afectado todo el mundo! | ~A algún compañero también le pasa.
            Todo el departamento está parado. | En la otra sede pasa igual.""",
        "mention_deadline": """Tiene que funcionar {deadline}. | Salimos en producción {deadline}.
            Lo presentamos {deadline}. | La campaña empieza pronto.""",
        "form": """¿Qué producto? {name}\n¿Desde cuándo? {since}\n¿Cuántos afectados? {count}\n¿Qué pasa? {symptom}
            1. ¿Qué falla? {symptom}\n2. ¿Qué se ha probado? Todo.""",
        "started": "Está así {since}. | Me pasa {since}. | Lo noto {since}.",
        "still": "Sigue sin funcionar. | !SIGUE sin funcionar. | No funciona. | El problema sigue ahí.",
        "works": "Ya funciona, gracias. | Vuelve a ir. | Sí, funciona. | Todo bien otra vez.",
        "progress": "Por ahora va. | ~Sigo probando. | Una parte funciona.", "say_solved": "Ya está, funciona.",
    },
    "orders": {
        "impact": """Es para un regalo. | Puedo pasar sin ello unos días. | He tenido que pedir uno prestado.
            Si no, me tocará comprarlo en otra tienda. | Pronto nos vamos de viaje.""",
        "still": """@parcel_ El paquete sigue sin llegar. | @parcel_ Todavía no han entregado nada.
            @wrong_item Lo que pedí sigue sin llegar. | @wrong_item Aquí sigo con el artículo equivocado.""",
        "works": """@parcel_ El paquete ya está aquí, gracias. | @parcel_ Lo acaban de entregar.
            @wrong_item Ya llegó el correcto. | Ya ha llegado todo. | Sí, ya lo tengo.""",
        "progress": """@parcel_ El seguimiento vuelve a moverse. | @parcel_ Al menos hay nueva fecha de entrega.
            @wrong_item Ya recogieron la devolución. | Ha llegado una parte.""",
        "tried": """@parcel_ Pregunté a todos los vecinos. | @parcel_ Llamé a la mensajería y no saben nada.
            @parcel_ Fui al punto de recogida para nada. | @wrong_item Lo comparé con el albarán.
            @wrong_item En la tienda no me lo cambian.""",
        "answer_fact": """La dirección está bien. | @parcel_ En el buzón no había ningún aviso.
            @parcel_ En el edificio no lo ha recogido nadie.
            @parcel_ El seguimiento marca lo mismo que hace una semana. | @wrong_item Adjunto una foto de la caja.
            @wrong_item Está sin usar. | Lo pagué al momento. | Lo pedí desde mi propia cuenta.""",
        "say_failed": """@parcel_ La mensajería me vuelve a mandar aquí. | @parcel_ Los vecinos no tienen nada.
            @parcel_ Esperé hasta la noche y no vino nadie. | @wrong_item La etiqueta no se puede imprimir.
            @wrong_item En la tienda no aceptaron la caja. | En la página del pedido pone otra cosa.""",
        "say_better": """@parcel_ Al menos ha aparecido el paquete.
            @wrong_item Llegó la etiqueta, ahora espero lo demás. | !Ha llegado la mitad, el resto no.
            ~La nueva fecha me va bien, a ver si se cumple.""",
        "self_made_progress": """@parcel_ Encontré el teléfono del almacén y voy a llamar.
            @parcel_ Una vecina vio la furgoneta, estoy preguntando. | @wrong_item Encontré el correo del pedido.""",
        "back_again": """@parcel_ El segundo paquete tampoco llegó. | @wrong_item El cambio tampoco es el correcto.
            La entrega prometida no llegó.""",
        "mention_many_affected": """@parcel_ Tenemos {count} pedidos parados. | A media calle le pasa lo mismo.
            Es un pedido para toda la oficina, lo esperan {count} personas.""",
        "mention_deadline": """Nos vamos de viaje y lo necesito {deadline}.
            El cumpleaños no espera, tiene que estar aquí {deadline}. | Tendría que llegar {deadline}.""",
        "started": "Estoy esperando {since}. | No se sabe nada {since}.",
        "ask_refund": "También me vale un reemplazo.",
    },
    "billing": {
        "impact": """Por esto tengo la cuenta casi a cero. | Nuestra contable lo está esperando.
            Hay que cerrar las cuentas pronto. | Necesito el dinero para el alquiler.
            Puede esperar al próximo extracto.""",
        "still": """@invoice_wrong La factura sigue mal. | @refund El dinero sigue sin llegar.
            @double_charge El segundo cargo sigue ahí. | En mi extracto no ha cambiado nada.""",
        "works": """@refund Ya tengo el dinero, gracias. | @double_charge El segundo cargo ha desaparecido.
            @invoice_wrong La nueva factura está bien. | Ahora cuadra el importe. | Sí, ya cuadra todo.""",
        "progress": """@invoice_wrong Una línea ya está bien. | @refund Ya me han avisado de la devolución.
            @double_charge Uno de los dos figura como anulado. | Ha vuelto una parte.""",
        "tried": """He repasado todos los extractos. | Primero llamé a mi banco. | He hecho la cuenta dos veces.
            He mirado en la página de facturación.""",
        "answer_fact": """Pagué con tarjeta. | Sale en el extracto de este mes. | Adjunto el extracto.
            @invoice_wrong En la factura debe ir la dirección del contrato. | Salió de la cuenta de la empresa.
            @double_charge Las dos líneas llevan la misma fecha.""",
        "say_failed": """El banco dice que depende de [ustedes/vosotros]. | En mi extracto sale lo mismo que antes.
            @invoice_wrong La nueva factura tiene el mismo error. | @refund Esperé los dos días y no llegó nada.""",
        "say_better": """Ha llegado una parte del dinero. | @invoice_wrong La dirección ya está bien, el total no.
            !Me han devuelto la mitad, el resto no.""",
        "self_made_progress": """Mi banco ha encontrado el movimiento. | Encontré la factura anterior y la comparé.
            Nuestra contable tuvo una idea, lo estamos revisando.""",
        "back_again": """Me lo han vuelto a cobrar. | @invoice_wrong La siguiente factura tiene el mismo error.
            @refund La devolución nunca llegó.""",
        "started": "Espero el dinero {since}. | Aparece así en mi extracto {since}.",
        "mention_many_affected": "Tenemos {count} cargos así. | Afecta a {count} facturas nuestras.",
        "mention_deadline": "Hacienda lo quiere {deadline}. | Cerramos las cuentas {deadline}.",
    },
    "security": {
        "impact": """@card_ No puedo pagar nada con ella. | @card_ Estoy de viaje y necesito una tarjeta.
            Así no duermo tranquilo. | @suspicious Ahí hay datos de nuestros clientes.""",
        "still": """@card_blocked La tarjeta sigue bloqueada. | @card_fraud El pago sigue en mi extracto.
            @suspicious El dispositivo desconocido sigue en la lista. | Sigo sin estar tranquilo.""",
        "works": """@card_ La tarjeta ya funciona, gracias. | @suspicious El dispositivo desconocido ya no está.
            Ya me quedo tranquilo, gracias. | @card_fraud Ya me han devuelto el dinero.""",
        "progress": """@card_ La aplicación vuelve a mostrar la tarjeta.
            @suspicious La lista de dispositivos es más corta. | Al menos no ha pasado nada nuevo.""",
        "tried": """@suspicious Ya he cambiado la contraseña. | @card_ He mirado todos los pagos en la aplicación.
            @card_ Primero llamé al teléfono del banco. | No le he dado el código a nadie.
            @suspicious He cerrado todas las sesiones.""",
        "answer_fact": """@card_ La tarjeta la tengo aquí. | No le di ningún código a nadie.
            @suspicious No abrí ningún enlace. | @suspicious Solo tenemos acceso una compañera y yo.
            @card_blocked Me la rechazaron en caja. | @card_fraud No conozco ese comercio.
            Tengo el mismo teléfono que antes.""",
        "say_failed": """@card_ La aplicación no me deja hacerlo.
            @suspicious El desconocido vuelve a estar en la lista. | @card_blocked Me la han vuelto a rechazar.
            No me llegó ningún código.""",
        "say_better": """@card_ Los pagos pequeños pasan, los grandes no. | @suspicious Una sesión ya no está, otra sí.
            ~Eso me tranquiliza un poco.""",
        "back_again": """@card_blocked La tarjeta está bloqueada otra vez. | @card_fraud Hay otro pago que no es mío.
            @suspicious Hay otro acceso que no es mío.""",
        "mention_many_affected": """@card_ A mi mujer le pasa con la suya.
            @suspicious A {count} de los nuestros les llegó un correo así.""",
        "mention_deadline": """@card_ Viajo y necesito la tarjeta {deadline}.
            Quiero saber {deadline} que todo está seguro.""",
        "started": "Lo veo {since}. | Esto me preocupa {since}.",
        "self_made_progress": """@card_ He bloqueado la tarjeta yo mismo.
            @suspicious Quité dos dispositivos yo mismo.""",
    },
    "access": {
        "answer_fact": "Llego hasta la contraseña. | Mis compañeros entran. | Uso la misma dirección de siempre.",
        "still": "Sigo sin poder entrar.", "works": "Ya he podido entrar, gracias.",
        "tried": "Lo escribí muy despacio.",
    },
    "integration": {
        "answer_fact": "La conexión sale como activa. | La última vez llegó todo. | El token es el mismo de antes.",
        "still": "Todavía no llega nada.", "works": "Ya vuelven a llegar los datos.",
    },
    "defect": {
        "answer_fact": """Uso la versión actual. | No sale ningún error, simplemente se para.
            Les pasa a unas {count} personas.""",
        "still": "Se sigue cerrando sola.", "works": "Ya no se cierra, gracias.",
    },
    "data": {
        "answer_fact": "Faltan unos {count} pedidos. | El filtro es el mismo. | La exportación está bien.",
        "still": "Las cifras siguen mal.", "works": "Ahora cuadran las cifras.", "tried": "Lo conté a mano.",
        "mention_deadline": "Hacienda lo quiere {deadline}.",
    },
    "performance": {
        "answer_fact": "Otras páginas van rápido. | Por la mañana es peor. | Lo notan unas {count} personas.",
        "still": "Va igual de lento.", "works": "Vuelve a ir rápido.",
    },
    "outage": {
        "answer_fact": "No carga nada. | Tenemos {count} páginas caídas. | En el móvil pasa lo mismo.",
        "still": "Sigue todo caído.", "works": "Ya está todo en marcha.",
        "mention_many_affected": "Nuestros clientes ya llaman, {count} hasta ahora.",
    },
    "privacy": {
        "answer_fact": """Nunca di permiso para eso. | La cuenta ya la cerré. | La dirección antigua también sobra.
            Quiero que se borre todo.""",
        "started": "Lo llevo pidiendo {since}.",
        "impact": "No quiero que se guarden más tiempo. | La ley da un mes. | Es una cuestión de principios.",
        "still": "Mis datos siguen ahí. | El boletín sigue llegando.",
        "works": "Ya tengo la confirmación. | El perfil ya no está, gracias.",
        "tried": "Busqué un botón para borrarlo.",
        "say_failed": "Rellené el formulario y nadie contestó. | El enlace del correo ha caducado.",
        "back_again": "Me ha llegado otro boletín. | Mi perfil todavía se encuentra.",
        "mention_many_affected": "Afecta a {count} personas de la empresa.",
    },
    "contracts": {
        "impact": "La dirección decide pronto. | Cerramos el presupuesto {deadline}. | Sin eso no podemos firmar.",
        "answer_fact": """Necesitamos {count} usuarios. | Firmaríamos por un año. | Eso lo decide compras.
            El contrato acaba este año.""",
        "mention_deadline": """La dirección se reúne y lo necesita {deadline}.
            Tenemos que dar el preaviso {deadline}.""",
        "say_failed": "@discount La oferta no nos encaja. | Ese plan se nos queda corto. | En compras dijeron que no.",
        "still": "@discount Sigo sin oferta. | Todavía no tengo nada por escrito.",
        "tried": "Leí las condiciones dos veces.", "works": "Así nos va bien, gracias. | Así podemos firmar.",
        "progress": "@discount La oferta se va acercando. | @contract Una cláusula ya está clara.",
        "say_better": "@discount El precio ha mejorado, el plazo no. | @contract Queda una cláusula.",
        "back_again": "@contract El nuevo contrato no dice lo acordado.",
        "mention_many_affected": "Es para {count} personas.",
    },
    "how_to": {
        "answer_fact": """Uso la versión actual. | Ahora mismo estoy en los ajustes. | Mi menú es distinto.
            Tengo el rol normal. | Adjunto captura.""",
        "say_failed": "Ese botón no me sale. | La guía describe otra cosa => La página de ayuda describe otra cosa",
        "started": "Llevo buscándolo {since}.", "still": "Sigo sin encontrarlo.",
        "impact": "Mientras tanto lo hago a mano. | Me ahorraría tiempo. | Mi jefa lo quiere ver {deadline}.",
        "works": "Lo encontré, gracias. | Ya funciona, gracias. | Ah, ahí está.", "progress": "Encontré el menú.",
        "tried": "He mirado en todos los menús. | Primero vi el vídeo.",
        "say_better": "Encontré la página, pero no el botón.",
        "self_made_progress": "Una compañera me enseñó la mitad. | Lo encontré en otro menú.",
        "back_again": "Ya no lo encuentro.", "mention_many_affected": "{count} de nosotros nos preguntamos lo mismo.",
        "mention_deadline": "Tengo que enseñarlo {deadline}.",
    },
}  # fmt: skip
