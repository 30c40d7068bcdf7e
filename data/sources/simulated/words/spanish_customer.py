"""What customers write in Spanish: the cores of each act, and pools of sentences that acts share on purpose.

The signs are those of ``phrases``; the way of address is ``[usted(es)/tú or vosotros]``.
"""

from __future__ import annotations

POOLS: dict[str, str] = {
    "greeting": """[Estimados señores:/Hola,] | [Buenos días,/Hola, buenas,] | [Buenas tardes,/Buenas,]
        [Estimado equipo:/Hola equipo,] | ~[Buenos días, espero que estén bien./Hola, espero que estéis bien.] | !¿Hola?
        Hola, buenos días,""",
    "closing": """~[Un cordial saludo/Un saludo] | [Atentamente/Saludos]
        ~[Muchas gracias de antemano./Gracias de antemano.] | ~[Les agradezco su ayuda./¡Gracias!]
        ![Espero su respuesta./Espero respuesta.] | [Reciban un saludo/Slds]
        [Quedo a la espera de sus noticias./Ya me decís.]""",
    "ask": """[¿Podrían revisarlo, por favor?/¿Lo podéis mirar?] | ¿Qué puedo hacer?
        [Ruego me indiquen cómo proceder./¿Alguna idea?] | [¿Me pueden ayudar?/¿Me podéis ayudar?]
        !Que lo resuelvan ya. | !¿Cuándo se va a resolver? | [¿Serían tan amables de comprobarlo?/¿Puedes comprobarlo?]
        ¿Es algo conocido? | [Díganme/Decidme] qué más hace falta.""",
    "started": """Estoy con esto {since}. | Llevamos con esto {since}. | !¡Y así {since}!""",
    "impact": """No es urgente. | Cuando [puedan/podáis]. | Lo necesito {deadline}. | Para nosotros es urgente.
        Por mi parte no hay prisa. | Puedo esperar un poco. | !Ya no tengo tiempo para esto.""",
    "vent": """Esto no puede ser. | La verdad, ya estoy harto. | ¿Cuánto más va a tardar? | Pagamos mucho por esto.
        Parece que nadie se hace responsable. | Esto es ridículo. | Muy frustrante. | Se me acaba la paciencia.
        Tengo cosas mejores que hacer. | No me lo esperaba de [ustedes/vosotros]. | Increíble.
        Es la tercera vez este mes.""",
    "courtesy": """Gracias por mirarlo. | [Les/Os] agradezco la ayuda. | No pasa nada. | Perdón por la molestia.
        Gracias por la paciencia conmigo. | Ya sé que hay mucho lío. | Hasta ahora el trato ha sido muy bueno.""",
    "sarcasm": """Genial, otra respuesta estándar, justo lo que necesitaba.
        Maravilloso. Total, hoy no tenía nada que hacer. | Muchas gracias, ha ayudado muchísimo.
        Un servicio brillante, como siempre. | Sin prisa, solo es mi dinero. | Buen trabajo, de verdad.
        Qué bien, la misma pregunta por tercera vez. | Fantástico, me siento muy bien atendido. | Perfecto, otro enlace.
        Claro, espero un poco más.""",
    "still": """Está igual que antes. | Por aquí sin cambios. | Todavía nada. | Otra vez lo mismo.
        !TODAVÍA nada. | ~Por desgracia sigue igual. | No ha cambiado nada.""",
    "works": """Ya está todo en orden. | ~Perfecto, era eso. | Gracias, era eso. | Genial, ya está todo bien.
        ~Resuelto, muchas gracias.""",
    "wait": """Sigo esperando. | ¿Hay novedades? | ¿Alguna novedad? | !¿Hola? ¿Hay alguien? | No he vuelto a saber nada.
        ~¿Me podrían decir cómo va, por favor? | Llevo esperando {since}.""",
    "thanks": """Gracias. | Muchas gracias. | Mil gracias. | Se agradece. | ~Gracias por responder tan rápido.
        Genial, gracias. | Vale, gracias. | Gracias por la ayuda hasta ahora.""",
    "again_lead": """Como dije, | Como ya escribí: | Una vez más: | Repito: | Para que quede claro: | De nuevo:
        !Por última vez: | ~Quizá no me expliqué bien: | Ya lo puse arriba:""",
    "doing": """¿Tengo que hacer algo más? | ¿Y ahora qué? | ¿Cuál es el siguiente paso? | ¿Quién lo está mirando?
        !¿Y entonces? | [Díganme/Decidme] cómo seguimos, por favor.""",
    "personal": """Me llamo {person} y mi correo es {email}. | Mi teléfono es {phone}.
        [Escríbanme/Escribidme] a {email}. | La cuenta está a nombre de {person}, {email}. | La tarjeta es {card}.
        [Llámenme/Llamadme] al {phone}, soy {person}. | Mi usuario es {email}. | El dinero, a {account}.
        Siempre me conecto desde {address}.""",
    "signature": """{person} | {person}\n{phone} | {person}\nCompras | {person}\n{email}
        {person}\nDirección de Operaciones | Enviado desde mi móvil | {person}\nN.º de cliente {number}""",
    "disclaimer": """Este mensaje es confidencial. Si no es usted el destinatario, elimínelo, por favor.
        Antes de imprimir este correo, piense en el medio ambiente. | Este correo es confidencial.
        Administrador: {person}, Registro Mercantil {number} | Enviado desde nuestro formulario | NIF: B{number}""",
    "form": """Número: {number}\nProducto: {name}\nProblema: {symptom}
        Nombre: {person}\nReferencia: {number}\nMensaje: {detail}
        ¿Qué producto? {name}\n¿Desde cuándo? {since}\n¿Qué ha pasado? {symptom}
        Formulario de contacto: {name} / {symptom} / {detail} | Asunto: {name}, {symptom}
        1. ¿De qué se trata? {symptom}\n2. ¿Qué se ha probado? Todo.""",
    "enough": """Hasta aquí he llegado. | Esto no se queda así. | Esto tendrá consecuencias.
        No me [dejan/dejáis] otra opción. | Sacaré mis conclusiones. | ~Sentiría tener que ir más lejos.
        !Estoy harto de [ustedes/vosotros]. | ¿Hay que llegar a eso?""",
    "somebody": """¿Quién se encarga de esto? | ¿No hay nadie más? | Preferiría aclararlo por teléfono.
        ¿Me puede contestar alguien? | ~¿Quizá lo sepa un compañero? | !¿Hay alguien competente ahí?""",
    "alarm": """Por favor, que lo bloqueen ya. | No me suena de nada. | ¿Está seguro mi dinero?
        ¿Qué pasa ahora con mis datos? | Por favor, es serio. | !¡Que alguien haga algo! | Estoy preocupado.""",
    "progress": """Ahora tiene mejor pinta. | Un paso más. | Al menos algo ha cambiado.
        ~Aún no del todo, pero tiene buena pinta.""",
    "hurry": """Empieza a ser urgente. | Se acaba el tiempo. | No podemos esperar mucho más. | ¿Cuánto tardará?
        ~Vendría bien saber cuándo. | !Lo necesito YA. | ¿Cuándo estará listo?""",
    "worth": """Hay dinero de por medio. | Se trata de {amount}. | ¿Qué pasa con los {amount}? | Somos buenos clientes.
        ~Espero que encontremos una solución. | !Ya pago bastante, ¿no?""",
    "tried": """Antes miré en la ayuda. | Pregunté por ahí y nada. | ~Hice lo que pude por mi cuenta.
        !Ya lo he probado todo.""",
    "context": """Tengo una tienda pequeña. | Llevamos años con [ustedes/vosotros]. | Soy nuevo aquí.
        Escribo de parte de mi jefa. | Somos dos, sin informáticos. | Normalmente me apaño solo.
        Una compañera ya habló con [ustedes/vosotros]. | Vendemos en tres países.""",
    "topic": """Se trata {del_product}: | En resumen: | Mi consulta: | {name}: | Lo siguiente: | Voy al grano:
        Espero que sea fácil:""",
    "detail_of_wallet": """la recarga sigue pendiente | no aceptan el código QR en caja | el saldo marca {amount}
        no reconoce la llave de acceso | el envío a un amigo se queda colgado | al acercar el móvil no pasa nada
        han desaparecido los puntos | pide la cara una y otra vez""",
}

CORES: dict[str, str] = {
    "open": "{symptom} | {topic} {symptom}",
    "add_detail": """{detail} | Además: {detail} | Otra cosa: {detail} | Se me olvidó decir: {detail}
        Para [su/vuestra] información, {detail} | ~Por si ayuda: {detail} | !Y por si fuera poco, {detail}
        Añado: {detail}""",
    "repeat_problem": """{again_lead} {symptom} | {symptom} | Como dije, {symptom} | No ha cambiado nada: {symptom}
        !¿Cuántas veces lo tengo que decir? {symptom}
        El tema sigue siendo el mismo: {symptom} => Seguimos en lo mismo: {symptom} | {still}""",
    "answer_fact": """El número es {number}. | ~Claro, el número es {number}. | !Ese número ya lo di: {number}.
        {detail} | No lo sé, ¿dónde lo veo? | {started} | Sí. | No. | {tried}""",
    "say_failed": """Lo probé y nada. | No sirvió. | Todo eso ya lo había hecho antes de escribir.
        Hecho, pero sigue todo igual. | !Eso ya lo hice tres veces.
        ~Hice lo que me dijeron, pero creo que no es para mi caso. | &still | &tried""",
    "say_better": """Ahora está mejor, pero queda una cosa. | Algo ayudó. | Un paso más, gracias.
        Parece que avanza. | &progress""",
    "say_solved": """&works | Confirmado, se puede cerrar el ticket. | Está resuelto.
        ~Excelente, gracias por la ayuda. | &progress""",
    "thank": """&thanks | ~Muy amable. | Lo pruebo, gracias. | Vale, espero. | Gracias, a ver. | De acuerdo.
        Bien, gracias. | {still}""",
    "complain": """No estoy contento con esto. | Esto tarda demasiado.
        Antes el servicio era mejor => Antes la ayuda era mejor | !Esto es una vergüenza. | !Estoy harto.
        ~Tengo que decir que estoy un poco decepcionado. | Cada uno me dice una cosa.
        Esto ya se lo expliqué a {count} personas. | !Me [están/estáis] haciendo perder el tiempo.
        Esperaba más de [ustedes/vosotros]. | &vent | &wait | &enough | &somebody""",
    "nudge": """&wait | Por favor, [miren/mirad] el {number}. | Solo quería saber cómo va. | !Sigo esperando, {since}.
        &still | &doing | &somebody | &hurry""",
    "ask_person": """Quiero hablar con una persona. | ¿Puedo hablar con alguien, por favor?
        !Quiero una persona de verdad, ya. | ¿Hay alguien con quien pueda hablar? | ~¿Sería posible hablar con alguien?
        Por favor, nada de robots. | Un agente, por favor. | ¿Me puede llamar alguien?
        !Basta de respuestas automáticas. | Que lo vea alguien que sepa, por favor.
        Por favor, escalarlo a un compañero. | ¿Hay algún teléfono? | &somebody""",
    "ask_supervisor": """[¿Podría/¿Puedo] hablar con [su/tu] responsable? | Quiero hablar con un supervisor.
        !Que se ponga el jefe. | ¿Quién es el responsable? | ~¿Quizá lo pueda decidir alguien por encima?
        Por favor, escalarlo. | ¿Hay alguien que pueda decidir esto? | !Quiero que esto se escale hoy.
        ¿Y quién lo puede autorizar? | Por favor, pasarlo al jefe de equipo. | ¿Lo puede ver alguien con más autoridad?
        &enough | &somebody""",
    "refuse_escalation": """No hace falta un jefe, solo una solución. | No hay que escalarlo.
        ~No necesito un supervisor, solo una respuesta. | No hay motivo para meter a nadie más.
        !No quiero al jefe, quiero que se resuelva. | Por favor, no me [pasen/paséis] otra vez a otro.
        No hace falta escalar, puedo esperar. | Prefiero seguir con [usted/contigo] que empezar de cero.
        No necesito una persona, con el enlace basta. | Por favor, no [me manden/me mandéis] a otro departamento.
        &somebody""",
    "threaten_legal": """Tendré que hablar con mi abogado. | !Ya [les/os] llamará mi abogado.
        ~Me gustaría evitar el abogado. | Nos reservamos acciones legales.
        Nuestro departamento jurídico lo va a mirar. | !Pues nos vemos en los tribunales.
        Tengo seguro jurídico, por cierto. | Mi abogado dice que el contrato es claro. | Conozco mis derechos.
        &enough""",
    "threaten_churn": """Estamos pensando en otro proveedor. | !Lo cancelo todo.
        ~Si no, tendríamos que mirar otras opciones. | Si esto sigue así, nos vamos. | ¿Cómo doy de baja mi cuenta?
        Otros también lo hacen. | No vuelvo a comprar aquí. | ¿Cuándo acaba nuestro contrato? | !Se acabó, me voy.
        Tenemos otra oferta. | &enough | &hurry""",
    "threaten_public": """Voy a escribir una reseña. | !Esto lo va a leer todo el mundo. | Lo voy a publicar en redes.
        A mis seguidores les va a gustar esta historia. | ~Preferiría no dejar una mala reseña.
        Igual le interesa a la prensa. | Una estrella, y gracias. | Otros deberían saberlo.
        !Lo tengo todo guardado y lo voy a publicar. | &enough""",
    "threaten_regulator": """Voy a poner una reclamación en consumo. | Esto lo sabrá la oficina del consumidor.
        !Hoy mismo reclamo ante la autoridad. | ~Entonces tendría que acudir al defensor del cliente.
        Que yo sepa, para esto está el defensor del cliente. | Esto es para la Agencia de Protección de Datos.
        El Banco de España tiene un formulario para esto. | Nuestros auditores preguntan por ello.
        ¿Hay un organismo de arbitraje para esto? | &enough""",
    "report_fraud": """Ese pago de {amount} no es mío. | No fui yo. | Alguien está usando mis datos.
        Creo que es un fraude. | !Me están robando dinero ahora mismo.
        ~Puede ser un error, pero no reconozco ese pago. | Nunca compré nada ahí. | Por favor, que lo bloqueen.
        Ya lo denuncié. | No me suena de nada. | &alarm""",
    "report_breach": """Veo los datos de otro cliente. | En mi cuenta hay una factura de otra persona.
        !Están enseñando mis datos a extraños. | Parece que hay una fuga de datos.
        Un desconocido recibió un correo con nuestros pedidos. | ~Creo que estoy viendo cosas que no son para mí.
        Puede que hayan salido datos de clientes. | Nuestras contraseñas aparecieron en internet.
        Me llegó un archivo con {count} nombres. | &alarm""",
    "safety_concern": """La batería se calentó mucho. | Huele a quemado. | Alguien se puede hacer daño.
        !Casi se prende fuego. | ~No sé si es seguro usarlo. | Lo puede coger un niño. | ¿Es peligroso?
        El enchufe echó chispas. | El medicamento tiene que ir en frío. | Lo he desenchufado. | &alarm""",
    "abuse": """!¿Sois tontos o qué? | !Sois todos unos inútiles. | !Panda de idiotas. | !Iros a la mierda.
        !Vaya basura. | No [tienen/tenéis] ni idea, ¿verdad? | [¿Leen/¿Leéis] lo que escribo? | Es una broma, ¿no?
        !Mentirosos. | Vaya desastre. | &vent | &enough""",
    "mention_deadline": """Lo necesito {deadline}. | !{deadline}, ¡no más tarde!
        ~Estaría bien tenerlo {deadline}. | Después ya es tarde. | ¿Puede ser {deadline}? | &hurry""",
    "mention_many_affected": """No soy solo yo. | Conozco a otros {count} que dicen lo mismo.
        Otros lo cuentan en el foro. | ~Parece que no soy el único. | !¡Otros también están hartos! | &hurry""",
    "mention_amount": """Se trata de {amount}. | Estamos hablando de {amount}. | {amount} es mucho dinero para mí.
        En total son {amount}. | &worth""",
    "ask_refund": """Quiero que me devuelvan el dinero. | Por favor, devolver {amount}. | !Que me devuelvan mi dinero.
        ~¿Sería posible un reembolso? | ¿Cuándo recibo los {amount}? | Quiero un reembolso, no un vale.
        Por favor, anular el pago. | Espero la devolución íntegra.
        [¿Me lo pueden abonar?/¿Me lo podéis abonar?] | &worth""",
    "ask_discount": """[¿Nos pueden hacer/¿Nos podéis hacer] un descuento? | ¿Se puede hacer algo con el precio?
        !Por ese precio espero más. | ~Un pequeño descuento nos vendría muy bien. | ¿Cuánto costarían {count} usuarios?
        Con un 20 % menos firmamos. | Otro proveedor está en {amount}. | ¿Cuál es [su/vuestro] mejor precio?
        Por {amount} cerramos. | ¿Es la última palabra? | &worth""",
    "ask_contract_terms": """¿Qué dice el contrato? | ¿Cuándo podemos cancelar? | ¿Qué preaviso tenemos?
        ~[¿Me podrían enviar/¿Me podéis enviar] las condiciones actuales? | !¿Dónde pone eso en mi contrato?
        ¿Entra en nuestro plan? | ¿Qué tiempo de respuesta pone el contrato? | Lo necesitaríamos por escrito.
        ¿Quién lo firma por [su/vuestra] parte? | ¿Se puede cambiar la cláusula 7? | &worth""",
    "boilerplate": """&disclaimer | &form | &log | Ref. {number} / {name} / {amount}
        --- Mensaje reenviado ---\n{symptom} | Estoy fuera de la oficina y leeré su mensaje más tarde.""",
    "quote_earlier": """> {desk_line}\n{again_lead} {symptom} | > {desk_line}\n{answer_fact} | > {desk_line}\n¿En serio?
        [Ustedes escribieron/Me escribisteis]: «{desk_line}» {answer_fact} | > {desk_line}\n> {desk_line}\nVer arriba.
        > {symptom}\n{wait} | > {desk_line}\n{thanks}""",
    "back_again": """Ha vuelto a pasar. | Otra vez. | !Ya estamos otra vez. | ~Perdón por volver a escribir.
        El ticket {number} se cerró, pero no está resuelto. | {still} | Escribo otra vez por el {number}.
        De nuevo: {symptom}""",
    "small_talk": """¿Qué tiempo hace por ahí? | Estaba de vacaciones y lo leo ahora. | Buen fin de semana.
        Otra vez lunes... | Por cierto, me gusta el nuevo diseño. | [Parece usted/Pareces] un robot.
        ¿Siempre hay tanto lío? | Primero tuve que ir a por un café. | Sin prisa, estoy comiendo.
        !Por lo menos la música de espera era buena.""",
    "self_made_progress": """He encontrado algo: {detail} | Creo que ya sé lo que es.
        Encontré un artículo y lo seguí. | ~Mientras tanto he avanzado un poco.
        !Como nadie contesta, lo hice yo. | &progress | {tried}""",
}
