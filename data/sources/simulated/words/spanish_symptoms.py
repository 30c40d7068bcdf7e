"""What Spanish-speaking customers say is wrong: for each issue paraphrases of it, then details that carry news.

One phrase ends at ``|`` or at the line's end; a paraphrase is a clause that can also stand after "Como dije, ".
"""

from __future__ import annotations

SYMPTOMS: dict[str, tuple[str, str]] = {
    "parcel_lost": (
        """mi paquete del pedido {number} nunca llegó | el pedido {number} parece haberse perdido
        el seguimiento de {number} lleva días sin moverse | no me han entregado nada del pedido {number}
        sigo sin recibir el pedido {number} | la mensajería no encuentra el paquete de {number}
        según el seguimiento está entregado, pero no tengo nada""",
        """los vecinos tampoco tienen nada | el seguimiento dice entregado | estuve todo el día en casa
        la mensajería me remite a [ustedes/vosotros] | la mercancía vale {amount}
        la dirección de la etiqueta es correcta | en el almacén no llegaron a escanearlo""",
    ),
    "parcel_late": (
        """mi pedido {number} va con retraso | la entrega de {number} tenía que haber llegado hace días
        el pedido {number} sigue en camino y ya pasó la fecha | me aplazan el paquete una y otra vez
        han vuelto a cambiar la fecha de entrega de {number} | estoy esperando un paquete que ya debería estar aquí""",
        """la primera fecha era la semana pasada | pagué envío urgente | es un regalo | lo necesito {deadline}
        el seguimiento marca el mismo sitio {since} | nadie me avisó del retraso | llegó solo la mitad""",
    ),
    "wrong_item": (
        """me llegó un artículo equivocado en el pedido {number} | en el pedido {number} venía algo que no compré
        me [enviaron/habéis enviado] el artículo que no era | la caja de {number} trae otro producto
        lo que llegó no es lo que pedí | la talla y el color del pedido {number} están mal""",
        """en el albarán pone el correcto | el precinto estaba abierto | el artículo bueno cuesta {amount}
        tengo fotos de la etiqueta | en la caja venía la factura de otra persona | ya tiré el embalaje""",
    ),
    "double_charge": (
        """me cobraron dos veces el pedido {number} | me han cargado {amount} dos veces | el mismo pago sale dos veces
        me [cobraron/habéis cobrado] {amount} por duplicado | hay un segundo cargo que no entiendo
        en el extracto aparece {number} dos veces""",
        """el segundo llegó un día después | en total son {amount} | solo hice clic una vez
        el banco me manda a [ustedes/vosotros] | uno sigue pendiente | el primer pago dio error
        los dos tienen la misma referencia""",
    ),
    "refund_request": (
        """quiero que me devuelvan el dinero de {number} | solicito el reembolso de {amount}
        estoy esperando el reembolso de {number} | el reembolso de {amount} no ha llegado
        devolví el pedido {number} y quiero mi dinero | todavía me deben el reembolso de {number}""",
        """lo devolví dentro de los catorce días | la devolución figura como recibida | se trata de {amount}
        me dijeron cinco días hábiles | llegó la mitad | la tarjeta con la que pagué ya caducó
        el artículo se usó una vez""",
    ),
    "invoice_wrong": (
        """la factura {number} está mal | hay un error en nuestra última factura
        en la factura {number} sobran {amount} | nos cobran algo que no usamos
        el importe de la factura {number} no coincide con el contrato | el IVA de la factura no es correcto""",
        """falta el NIF | cambiamos de plan entre medias | contabilidad ve una diferencia de {amount}
        el mes pasado estaba bien | los usuarios están contados dos veces | sigue saliendo la dirección antigua
        así no la podemos contabilizar""",
    ),
    "card_fraud": (
        """hay un pago de {amount} en mi tarjeta que no hice yo | alguien usó mi tarjeta por {amount}
        no reconozco el cargo de {amount} | han usado mi tarjeta en un sitio donde nunca estuve
        alguien paga con los datos de mi tarjeta | hay pagos raros en mi tarjeta""",
        """la tarjeta la tengo yo | fue a las tres de la noche | fueron {count} pagos seguidos
        me llegó un SMS con un código que no pedí | el nombre del comercio no me suena
        solo compro en dos sitios por internet | los primeros eran muy pequeños""",
    ),
    "card_blocked": (
        """mi tarjeta está bloqueada | me rechazan la tarjeta aunque hay saldo | según la app mi tarjeta está bloqueada
        ya no puedo pagar con la tarjeta | me rechazan la tarjeta en todas partes
        los pagos con mi tarjeta fallan {since}""",
        """estoy en el extranjero | el PIN es correcto | tengo móvil nuevo | el límite debería ser {amount}
        en el cajero funciona | la app no da ningún motivo | pasó después de un pago grande""",
    ),
    "password_reset": (
        """no puedo restablecer la contraseña {del_product} | el cambio de contraseña no funciona
        no me acepta la contraseña nueva | me quedé fuera {del_product} tras cambiar la contraseña
        {product} no admite la contraseña que acabo de poner | el enlace para la contraseña ya no sirve""",
        """el correo llega pero el enlace está caducado | no llega ningún correo | dice que la cuenta está bloqueada
        me pide un código que no recibo | a un compañero le funcionó | ya miré en spam
        el mes pasado cambié de correo""",
    ),
    "sign_in_loop": (
        """al entrar vuelvo a la página de inicio de sesión | estoy en un bucle de inicio de sesión
        {product} me pide entrar otra vez después de entrar | {product} me echa una y otra vez
        pongo todo bien y no entro | el inicio de sesión único da vueltas""",
        """pasa en todos los navegadores | borrar las cookies no cambió nada | en el móvil sí funciona
        solo les pasa a los usuarios del dominio nuevo | el certificado se renovó la semana pasada
        en el log sale una aserción no válida | en ventana privada igual""",
    ),
    "missing_rights": (
        """ya no tengo permisos en {product} | {product} dice acceso denegado | mi rol no es el correcto
        no veo nuestros datos en {product} | los botones que necesito salen en gris | mi usuario perdió sus permisos""",
        """soy el titular de la cuenta | la semana pasada funcionaba | el administrador ya no está en la empresa
        mi compañera con el mismo rol sí puede | la invitación no llegó | somos {count} usuarios
        solo afecta a una tienda""",
    ),
    "sync_stopped": (
        """{product} ya no sincroniza | no entran pedidos por {product} | no se actualiza el stock
        la sincronización se queda colgada | {product} muestra datos viejos {since} | no se transfiere nada""",
        """la última ejecución fue ayer | ya renovamos el token | faltan {count} pedidos
        si lo lanzo a mano salen duplicados | solo le pasa a un almacén | el proceso sale en verde
        hubo una actualización por [su/vuestra] parte""",
    ),
    "interface_errors": (
        """fallan las llamadas {al_product} | {product} devuelve errores de servidor
        recibimos un error 500 {del_product} | nuestras peticiones {al_product} son rechazadas
        {product} contesta con errores | nuestra integración con {product} está rota""",
        """más o menos una de cada cinco | por nuestra parte no cambió nada | en pruebas va, en producción no
        la firma falla en los reintentos | lo vemos desde {host} | el esquema parece distinto
        a los 30 segundos se corta""",
    ),
    "app_crash": (
        """{product} se cierra nada más abrir | {product} se cierra sin más | al abrir {product} se cae
        no puedo arrancar {product}, se cae siempre | {product} termina con un error
        {product} se congela y desaparece""",
        """tras la última versión | reinstalar no ayudó | en dos dispositivos distintos | es la versión más reciente
        primero va un minuto | solo con el catálogo grande | el informe del fallo está enviado""",
    ),
    "wrong_numbers": (
        """las cifras {del_product} están mal | {product} muestra una facturación que no es | los totales no cuadran
        entre {product} y nuestro banco hay {amount} | el informe no puede estar bien
        {product} cuenta algunos pedidos dos veces""",
        """la diferencia es de {amount} | empezó con el mes nuevo | la exportación está bien, la pantalla no
        faltan las devoluciones | quizá sea la zona horaria | lo comprobamos a mano
        también cambiaron las cifras del año pasado""",
    ),
    "slow_pages": (
        """{product} va lentísimo | las páginas tardan una eternidad | {product} tarda un minuto en cargar
        {since} va todo a tirones | apenas podemos trabajar con {product} | los tiempos de carga son horribles""",
        """sobre todo por la mañana | otras webs van rápido | tarda {value} segundos | lo peor es la búsqueda
        los clientes se van al pagar | ya vaciamos la caché | desde el fin de semana va peor""",
    ),
    "database_alert": (
        """vemos errores de base de datos en {product} | {product} dice demasiadas conexiones
        las consultas agotan el tiempo | la base de datos {del_product} no responde
        {product} avisa de retraso en la réplica | al guardar sale un error de base de datos""",
        """está en {value} de {threshold} | en el error sale {host} | va y viene | leer va, escribir no
        empezó con un proceso nocturno | puede que el disco esté lleno | {count} errores en diez minutos""",
    ),
    "outage": (
        """{product} no funciona | nadie puede entrar en {product} | {product} no está disponible para nadie
        tenemos una caída total {del_product} | ninguno de nuestros usuarios puede trabajar con {product}
        {product} solo muestra una página de error""",
        """[su/vuestra] página de estado dice que todo va bien | empezó hace un rato | lo avisan tres sedes
        no carga ni la entrada | hay {count} personas esperando | la tienda ha dejado de vender | volvió un minuto""",
    ),
    "suspicious_access": (
        """hubo un acceso raro {al_product} | hay un desconocido en nuestra cuenta | creo que nos hackearon la cuenta
        vemos accesos que no son nuestros | un dispositivo desconocido entró con nuestro nombre
        apareció un usuario que no conocemos en {product}""",
        """desde un país donde no tenemos a nadie | la contraseña ya está cambiada | venía de {host}
        se creó una regla de reenvío | dos compañeros dormían a esa hora | alguien pulsó un enlace la semana pasada
        la cuenta de cobro parece otra""",
    ),
    "data_deletion": (
        """quiero que borren mis datos {del_product} | quiero eliminar mi cuenta con todo lo que hay
        necesitamos que se supriman datos personales {del_product} | ya solicité el borrado de mis datos
        pido que se elimine todo lo que guardan sobre mí | mi perfil antiguo sigue ahí""",
        """la cuenta ya no se usa | me sigue llegando el boletín | me lo habían confirmado | afecta a {count} registros
        que sea por escrito, por favor | también las copias de seguridad | me fui a otro proveedor""",
    ),
    "discount_request": (
        """queremos un mejor precio para {product} | ¿hay algún descuento para {product}?
        queremos añadir {count} usuarios y necesitamos otra oferta | la renovación nos sale demasiado cara
        ¿se puede hacer algo con el precio? | pedimos un descuento""",
        """son {amount} al año | otro proveedor es más barato | firmaríamos por tres años
        nuestro presupuesto llega a {amount} | somos clientes desde hace seis años | se decide {deadline}
        la dirección quiere dos ofertas""",
    ),
    "contract_terms": (
        """tengo una duda sobre nuestro contrato | necesitamos otras condiciones para {product}
        ¿cuándo podemos cancelar? | no tenemos claro el plazo de preaviso
        nuestros abogados piden un cambio en el contrato | ¿qué cubre exactamente nuestro plan?""",
        """se renueva {deadline} | la versión de la web es distinta | es por la cláusula de responsabilidad
        necesitamos un contrato de encargo de tratamiento | compras está esperando | son {amount} al año
        falta el anexo""",
    ),
    "how_to": (
        """¿cómo pongo un filtro en {product}? | ¿dónde está la exportación en {product}?
        me gustaría saber cómo se cambia la plantilla | ¿cómo añado a una compañera en {product}?
        busco el ajuste del IVA en {product} | ¿se puede programar un informe?""",
        """el manual describe una versión antigua | es para una compañera nueva | con una pista me basta
        hay dos menús y no sé cuál es | solo lo necesito para mi cuenta | son unos {count} artículos
        el vídeo no ayudó""",
    ),
}
