"""Spanish."""

from reader.importing.plain.phrasebook.words import Words

WORDS = Words(
    anywhere="""
    publicidad | anuncio | compartir este artículo | comparte este artículo
    | compartir esta noticia | comparte esta noticia | saltar al contenido | ir al contenido
    | ir al contenido principal | pasar al contenido principal | deja una respuesta
    | deja un comentario | cancelar la respuesta
    | tu dirección de correo electrónico no será publicada
    | los campos obligatorios están marcados con
    | suscríbete a nuestra newsletter | suscríbete a nuestro boletín | suscríbete al boletín
    | continúa leyendo después del anuncio | escuchar este artículo
    | contenido exclusivo para suscriptores | sigue leyendo después de la publicidad
    """,
    around="""
    compartir | imprimir | enviar | guardar | comentar | comentarios | copiar enlace
    | copiar link | inicio | portada | menú | cerrar | buscar | búsqueda | iniciar sesión
    | inicia sesión | entrar | acceder | regístrate | registrarse | suscríbete | suscribirse
    | suscripción | suscripciones | mi cuenta | escuchar | escuchar noticia | aviso legal
    | política de privacidad | privacidad | política de cookies | configuración de cookies
    | configurar cookies | aceptar | aceptar todo | aceptar todas | aceptar cookies | rechazar
    | rechazar todo | rechazar todas | contacto | contáctanos | quiénes somos | sobre nosotros
    | publicidad | términos y condiciones | condiciones de uso | mapa del sitio | mapa web
    | volver arriba | ir arriba | artículo anterior | siguiente artículo | artículo siguiente
    | noticia anterior | siguiente | anterior | ver más | ver todo | ver todos | cargar más
    | mostrar más | ver comentarios | añadir comentario | agregar comentario
    | escribe un comentario | publicar comentario | responder | nombre | correo electrónico
    | tu correo electrónico | email | web | síguenos | síguenos en | boletín | boletines
    | newsletter | newsletters | tamaño de letra | hemeroteca | rss | más información
    | reportar un error | ayuda | trabaja con nosotros | preferencias de privacidad
    """,
    lists="""
    artículos relacionados | noticias relacionadas | te puede interesar | te podría interesar
    | también te puede interesar | relacionado | relacionados | lee también | leer también
    | lea también | más noticias | más información | lo más leído | las más leídas
    | lo más visto | más leídas | últimas noticias | lo último | entradas recientes
    | artículos recientes | entradas relacionadas | recomendados | recomendado | recomendaciones
    | temas relacionados | más sobre este tema | otras noticias | seguir leyendo | sigue leyendo
    | contenido patrocinado | te recomendamos | destacados | no te pierdas | tendencias
    | más en esta sección | quizás te interese | puede que te interese | más artículos
    """,
    leads="""
    lee también | leer también | lea también | lea más | lee más | leer más | te puede interesar
    | también te puede interesar | puedes leer | ver también | ver más | más información
    | sigue leyendo | relacionado | no te pierdas | te recomendamos | mira también
    | le puede interesar
    """,
    labels="""
    opinión | análisis | editorial | columna | exclusiva | última hora | en directo | en vivo
    | entrevista | reportaje | crónica | tribuna | vídeo | video | fotos | nota de prensa
    | comunicado de prensa | claves | resumen | en breve
    """,
    sections="""
    política | economía | deportes | deporte | cultura | sociedad | mundo | internacional
    | internacionales | nacional | nacionales | ciencia | salud | tecnología | opinión | españa
    | méxico | argentina | sucesos | local | regional | fútbol | televisión | gente | vídeos
    | fotos | educación | medio ambiente | viajes | estilo | empleo | negocios | espectáculos
    | policiales | europa | américa | el tiempo | noticias | entretenimiento | actualidad
    """,
    comments="""
    comentario | comentarios | respuestas | compartidos | visitas | veces compartido
    """,
    author="""
    sobre el autor | sobre la autora | acerca del autor | acerca de la autora
    | sobre los autores | más sobre el autor
    """,
    reading="""
    tiempo de lectura | min de lectura | minutos de lectura | min. de lectura | min lectura
    | lectura de
    """,
    tags="""
    etiquetas | tags | temas | categorías | categoría | archivado en | palabras clave
    | etiquetado en | más sobre
    """,
    rights="todos los derechos reservados | reservados todos los derechos",
    credit="""
    foto | fotos | fotografía | imagen | crédito | créditos | ilustración | fotógrafo
    | foto de archivo | imagen de archivo | crédito de la foto
    """,
    calls="""
    suscríbete | suscríbase | suscribite | regístrate | registrate | recibe | reciba | recibí
    | sigue | siga | síguenos | síganos | seguinos | descarga | descargue | únete | únase | haz
    | haga | comparte | consulta | apúntate | accede | lee | escucha | visita | inicia | entra
    | conoce
    """,
    offers="""
    newsletter | newsletters | boletín | boletines | aplicación | app | canal | notificaciones
    | bandeja de entrada | correo | correo electrónico | alertas | podcast | cuenta | email
    """,
    ours="""
    nuestro | nuestra | nuestros | nuestras | síguenos | síganos | seguinos | únete
    """,
    by="""
    por | escrito por | redactado por | publicado por | texto: | autor: | autora:
    """,
    published="""
    publicado | publicado el | publicada el | publicado en | fecha | fecha de publicación
    | creado
    """,
    updated="""
    actualizado | actualizado el | actualizada el | última actualización | modificado el
    | actualización
    """,
    months="""
    enero/ene | febrero/feb | marzo/mar | abril/abr | mayo/may | junio/jun | julio/jul
    | agosto/ago | septiembre/setiembre/sep/sept | octubre/oct | noviembre/nov | diciembre/dic
    """,
    weekdays="lunes | martes | miércoles | jueves | viernes | sábado | domingo",
    clock="a las | h | horas | hs",
)
