"""What agents try and bring about in Spanish, by the category of the issue; ``spanish_desk`` has what fits all.

The signs are those of ``phrases``; the way of address is ``[usted/tú]``.
"""

from __future__ import annotations

ANSWERS: dict[str, dict[str, str]] = {
    "orders": {
        "propose_step": """@parcel_ He abierto una búsqueda con la mensajería, tarda dos días hábiles.
            @parcel_ [Pregunte/Pregunta] a los vecinos y en el punto de recogida, por favor.
            @parcel_ [Pregunte/Pregunta] a la mensajería con el {number}.
            @parcel_late He solicitado otra entrega, [mire/mira] el seguimiento, por favor.
            @wrong_item [Imprima/Imprime] la etiqueta de devolución y [entregue/entrega] la caja en una tienda.
            @wrong_item [Mándenos/Mándanos] una foto del contenido, por favor.
            @parcel_lost He corregido la dirección de la etiqueta, [revísela/revísala], por favor.
            @parcel_ [Espere/Espera] hasta mañana por la tarde al próximo escaneo.
            @wrong_item [Guarde/Guarda] la caja hasta la recogida.
            [Revise/Revisa] otra vez la dirección del pedido.""",
        "deliver_solution": """@parcel_lost El paquete ha aparecido y llega mañana. | Va de camino uno nuevo.
            @wrong_item El artículo correcto ha salido hoy. | @wrong_item La pieza que faltaba ya está enviada.
            El reembolso del pedido {number} está en camino. | @parcel_ La mensajería confirma la entrega para mañana.
            Se ha vuelto a enviar todo por exprés, sin coste.""",
    },
    "billing": {
        "propose_step": """
            @double_charge He solicitado al banco que libere el segundo cargo, [mire/mira] dentro de dos días.
            [Envíenos/Envíanos] el extracto en PDF, por favor.
            @double_charge [Compruebe/Comprueba] si la segunda línea es solo una retención.
            @invoice_wrong He mandado una factura corregida, [compárela/compárala], por favor.
            @invoice_wrong [Espere/Espera] al próximo ciclo de facturación.
            @refund_request He lanzado otra vez el reembolso, [vigile/vigila] el extracto.
            @invoice_wrong [Cambie/Cambia] los datos de facturación en el portal y [avíseme/avísame].
            [Mire/Mira] mañana el extracto y [avíseme/avísame].
            El importe está en contabilidad, [espere/espera] dos días.""",
        "deliver_solution": """El reembolso de {amount} está en camino. | Se han abonado {amount}.
            @double_charge El segundo cargo está anulado.
            @invoice_wrong La factura está corregida y ya está en el buzón.
            @invoice_wrong Se ha quitado la línea que sobraba.
            @refund_request El dinero vuelve por la misma vía del pago.
            @double_charge El cargo está devuelto, se verá en tres días.
            El importe está corregido en nuestra contabilidad.""",
    },
    "security": {
        "propose_step": """@suspicious [Cambie/Cambia] ya la contraseña y [cierre/cierra] todas las sesiones.
            @card_fraud He bloqueado la tarjeta, [confirme/confirma] la lista de cargos.
            @suspicious [Active/Activa] el segundo factor, por favor.
            @card_fraud [Rellene/Rellena] el formulario de cargos no reconocidos.
            @suspicious [Revise/Revisa] los dispositivos y [quite/quita] los desconocidos.
            @card_blocked He levantado el bloqueo, [pruebe/prueba] con una compra pequeña.
            @card_ [Vuelva/Vuelve] a vincular la tarjeta con la app.
            @suspicious No [abra/abras] el adjunto y [reenvíenos/reenvíanos] el correo.
            [Confirme/Confirma] la identidad con el enlace de nuestro correo.
            @card_ [Mire/Mira] los últimos cargos en la app.""",
        "deliver_solution": """@card_ Se ha emitido una tarjeta nueva, llega en cinco días.
            @card_fraud El cargo ajeno está devuelto. | @card_blocked El bloqueo está levantado, ya se puede pagar.
            @suspicious Todas las sesiones ajenas están cerradas. | @card_fraud Se han abonado {amount}.
            @suspicious El usuario desconocido está eliminado y el acceso, protegido.
            @suspicious No se cambió nada más, lo hemos comprobado. | @card_blocked El límite está ampliado.
            La comprobación ha terminado, todo está en orden. | Los datos de acceso están protegidos.""",
    },
    "access": {
        "propose_step": """@sign_in [Borre/Borra] las cookies y [entre/entra] de nuevo.
            Lo he restablecido, [inténtelo/inténtalo] otra vez.
            @password He enviado un enlace nuevo => He enviado un código nuevo
            @password [Mire/Mira] en la carpeta de spam, por favor. | @sign_in [Pruebe/Prueba] en una ventana privada.
            @missing [Pida/Pide] otra invitación a [su/tu] administrador.
            @missing He renovado el rol, [salga y entre/sal y entra] de nuevo, por favor.
            [Cierre/Cierra] todas las ventanas y [empiece/empieza] de nuevo.""",
        "deliver_solution": """El acceso está restablecido. | El bloqueo está quitado, ya se puede entrar.
            @password La contraseña está restablecida, todo va por correo. | @missing Los permisos vuelven a estar.
            @sign_in El inicio de sesión está configurado de nuevo y ya no da vueltas.
            @missing El rol que faltaba está añadido. | @sign_in La sesión antigua está cerrada, ya se entra bien.
            El acceso está liberado, [avíseme/avísame] si se bloquea otra vez.""",
    },
    "integration": {
        "propose_step": """[Renueve/Renueva] la conexión en los ajustes.
            [Borre/Borra] el token y [créelo/créalo] de nuevo.
            @sync He reiniciado la sincronización, [mire/mira] la próxima ejecución.
            @sync [Láncela/Lánzala] una vez a mano.
            @interface [Repita/Repite] la llamada con la cabecera de depuración.
            @sync [Espere/Espera] diez minutos y [compare/compara] las existencias.
            @interface [Compruebe/Comprueba] si {host} está en la lista de permitidos.""",
        "deliver_solution": """@sync La sincronización vuelve a ir. | @sync Los pedidos que faltaban ya están enviados.
            @interface La interfaz responde con normalidad. | El token está renovado, todo va al día.
            @sync La cola está desbloqueada. | @sync La asignación está corregida, la próxima ejecución sale completa.
            El fallo estaba en nuestra interfaz y está corregido. | @interface Las llamadas vuelven a pasar.""",
    },
    "defect": {
        "propose_step": """[Instale/Instala] la última versión, por favor.
            [Borre/Borra] los datos de la app y [ábrala/ábrela].
            [Desactive/Desactiva] los complementos y [pruebe/prueba] otra vez. | [Reinicie/Reinicia] el dispositivo.
            He desactivado una función nueva, [abra/abre] la app otra vez. | [Envíenos/Envíanos] el informe del cierre.
            [Pruebe/Prueba] con un catálogo vacío.""",
        "deliver_solution": """Hemos publicado una corrección. | La versión nueva ya no se cierra.
            El fallo era nuestro y está corregido. | El registro dañado está reparado, ya se abre.
            La actualización de esta mañana lo corrige. | Ya arranca sin el aviso.
            Hemos retirado la función defectuosa.""",
    },
    "data": {
        "propose_step": """[Elija/Elige] otra vez el periodo y [recargue/recarga] el informe.
            He relanzado el cálculo, [compare/compara] dentro de una hora. | [Ponga/Pon] la zona horaria en el informe.
            [Compare/Compara] sin el filtro, por favor. | [Envíenos/Envíanos] los dos archivos.
            [Use/Usa] la exportación en lugar de la pantalla.
            [Deje/Deja] fuera las devoluciones y [mire/mira] si cuadra.""",
        "deliver_solution": """Las cifras están recalculadas y ya cuadran.
            Los pedidos contados dos veces están quitados. | La zona horaria del informe está corregida.
            Las devoluciones que faltaban están en el informe. | El informe y la exportación vuelven a coincidir.
            Se repitió la importación, el mes pasado está completo. | El tipo de cambio erróneo está sustituido.""",
    },
    "performance": {
        "propose_step": """[Pruebe/Prueba] en una ventana privada. | @slow [Vacíe/Vacía] la caché y [recargue/recarga].
            He movido todo a otro nodo, [pruebe/prueba] de nuevo. | @slow [Limite/Limita] la lista a un mes.
            [Pase/Pasa] la exportación grande a la noche.
            @database He subido los límites, [obsérvelo/obsérvalo] hasta mediodía.
            [Desactive/Desactiva] el complemento y [mida/mide] otra vez.""",
        "deliver_solution": """@slow Las páginas cargan otra vez en menos de dos segundos.
            @database La consulta lenta ya tiene índice. | @slow La carga está repartida, ahora va rápido.
            @database La base de datos tiene más espacio y responde.
            @database El proceso nocturno se ha movido de hora. | @slow La caché está reparada.
            El cuello de botella está eliminado, los tiempos son normales.""",
    },
    "outage": {
        "propose_step": """[Siga/Sigue] la página de estado, se actualiza cada media hora.
            [Pruebe/Prueba] otra vez dentro de diez minutos. | [Use/Usa] de momento la segunda dirección.
            He reiniciado la instancia, [recargue/recarga], por favor.
            [Vacíe/Vacía] la caché DNS y [pruebe/prueba] de nuevo.
            [Dígame/Dime] si al menos carga la página de inicio. | [Pare/Para] por ahora los reintentos automáticos.""",
        "deliver_solution": """El servicio vuelve a estar en marcha. | Todas las páginas están accesibles.
            La avería del centro de datos está reparada. | Hemos pasado al segundo centro, está estable.
            Se ha retirado la última versión, ya va. | La caída ha terminado, no se perdió nada.
            El certificado está renovado, la página abre.""",
    },
    "privacy": {
        "propose_step": """[Confirme/Confirma] la solicitud con el enlace de nuestro correo.
            [Rellene/Rellena] el formulario de datos, por favor. | He parado el boletín, [avise/avisa] si llega otro.
            He preparado una copia de los datos, [revísela/revísala], por favor.
            [Díganos/Dinos] también la dirección antigua.
            [Cierre/Cierra] todas las sesiones para poder dar de baja el perfil.""",
        "deliver_solution": """Los datos están borrados, la confirmación va por correo.
            El perfil está eliminado con todo su contenido. | Solo queda lo que la ley obliga a guardar.
            La copia de los datos está lista para descargar. | La dirección está quitada de todas las listas.
            Las copias de seguridad se sobrescriben en 30 días, lo demás ya no está.""",
    },
    "contracts": {
        "propose_step": """@discount [Mire/Mira] el plan anual, sale más barato.
            @contract He enviado las condiciones actuales, [compárelas/compáralas], por favor.
            @contract [Envíenos/Envíanos] la cláusula que habría que cambiar.
            He preparado una oferta, [dígame qué le/dime qué te] parece.
            @discount [Envíe/Envía] el formulario con la cantidad de licencias.
            @contract Conviene que un abogado mire el anexo dos.
            [Consulte/Consulta] la calculadora de planes del portal.""",
        "deliver_solution": """@discount La nueva oferta de {amount} está en el buzón.
            @discount El descuento está concedido. | @contract La cláusula cambiada está en el contrato.
            @contract El preaviso es de un mes, queda por escrito. | @contract El ejemplar firmado está en el portal.
            @discount El precio anterior vale un año más. | @contract El acuerdo de tratamiento de datos está enviado.
            La documentación está completa.""",
    },
    "how_to": {
        "propose_step": """[Abra/Abre] los ajustes y luego «Avanzado». | [¿Puede/¿Puedes] seguir los pasos del artículo?
            [Use/Usa] los tres puntos de arriba a la derecha. | [Cambie/Cambia] primero a la vista nueva.
            [Pruebe/Prueba] con una entrada de ejemplo. | He enviado una guía corta, [sígala/síguela], por favor.
            [Búsquelo/Búscalo] por su nombre en el menú.""",
        "deliver_solution": """Está en ajustes, avanzado. | La exportación está en el menú de arriba a la derecha.
            Lo he configurado, ya se puede usar. | Se añade gente en «Equipo», «Invitar».
            La plantilla se cambia en «Diseño». | El informe llegará todos los lunes.
            Así se hace: abrir la lista, elegir el filtro y guardar.""",
    },
}
