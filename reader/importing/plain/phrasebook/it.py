"""Italian."""

from reader.importing.plain.phrasebook.words import Words

WORDS = Words(
    anywhere="""
    pubblicità | annuncio pubblicitario | la lettura continua dopo la pubblicità
    | continua a leggere dopo la pubblicità | condividi questo articolo | condividi l'articolo
    | condividi questa notizia | vai al contenuto | vai al contenuto principale
    | salta al contenuto | lascia un commento | annulla risposta
    | il tuo indirizzo email non sarà pubblicato | i campi obbligatori sono contrassegnati
    | iscriviti alla newsletter | iscriviti alla nostra newsletter | ascolta questo articolo
    | articolo riservato agli abbonati | contenuto riservato agli abbonati
    | messaggio pubblicitario
    """,
    around="""
    condividi | stampa | invia | salva | commenta | commenti | copia link | copia il link | home
    | homepage | menu | chiudi | cerca | accedi | login | registrati | iscriviti | abbonati
    | abbonamenti | il mio account | ascolta | ascolta l'articolo | note legali | privacy
    | privacy policy | informativa privacy | informativa sulla privacy | cookie policy
    | gestisci cookie | gestione cookie | preferenze cookie | impostazioni cookie | accetta
    | accetto | accetta tutti | accetta tutto | rifiuta | rifiuta tutto | rifiuta tutti
    | personalizza | contatti | contattaci | chi siamo | redazione | termini e condizioni
    | condizioni d'uso | condizioni generali | mappa del sito | torna su | torna all'inizio
    | articolo precedente | articolo successivo | prossimo articolo | precedente | successivo
    | avanti | indietro | vedi tutti | vedi tutto | mostra altro | mostra di più | carica altri
    | leggi tutto | leggi i commenti | mostra commenti | aggiungi un commento
    | scrivi un commento | invia commento | rispondi | nome | email | e-mail | la tua email
    | il tuo indirizzo email | sito web | seguici | seguici su | newsletter | newsletters
    | segnala un errore | archivio | aiuto | pubblicità | lavora con noi | rss | tag
    """,
    lists="""
    leggi anche | articoli correlati | notizie correlate | potrebbe interessarti
    | potrebbe interessarti anche | ti potrebbe interessare | ti potrebbe interessare anche
    | potrebbero interessarti | potrebbero interessarti anche | ti potrebbero interessare
    | altri articoli | altre notizie | i più letti | più letti | le più lette | più lette
    | ultime notizie | ultimi articoli | articoli recenti | le ultime | ultim'ora
    | da non perdere | consigliati | consigliati per te | vedi anche | per approfondire
    | approfondimenti | sullo stesso argomento | sullo stesso tema | in evidenza | i più visti
    | continua a leggere | contenuti sponsorizzati | raccomandati per te | dello stesso autore
    | notizie più lette
    """,
    leads="""
    leggi anche | leggi di più | leggi | vedi anche | approfondisci | per approfondire
    | potrebbe interessarti | potrebbe interessarti anche | guarda anche | ascolta anche
    | continua a leggere | ti potrebbe interessare
    """,
    labels="""
    opinione | opinioni | l'analisi | analisi | editoriale | commento | il commento | esclusiva
    | ultim'ora | in diretta | diretta | intervista | l'intervista | reportage | il caso
    | la storia | video | comunicato stampa | in breve | in sintesi | i punti chiave
    """,
    sections="""
    politica | economia | sport | cultura | cronaca | esteri | mondo | società | scienza
    | scienze | salute | tecnologia | spettacoli | opinioni | italia | europa | calcio | motori
    | viaggi | ambiente | scuola | lavoro | moda | cucina | televisione | cinema | musica
    | meteo | foto | video | notizie | finanza | lifestyle | attualità | regioni
    """,
    comments="commento | commenti | condivisioni | visualizzazioni | risposte",
    author="""
    sull'autore | sull'autrice | informazioni sull'autore | chi è l'autore | chi è l'autrice
    """,
    reading="""
    tempo di lettura | min di lettura | minuti di lettura | min. di lettura | lettura
    """,
    tags="""
    tag | tags | etichette | argomenti | categorie | categoria | parole chiave | temi
    | archiviato in | pubblicato in
    """,
    rights="""
    tutti i diritti riservati | tutti i diritti sono riservati | riproduzione riservata
    """,
    credit="""
    foto | foto di | fotografia | immagine | credit | crediti | credits | illustrazione
    | foto d'archivio | crediti foto | credito foto | credit foto
    """,
    calls="""
    iscriviti | iscrivetevi | abbonati | ricevi | segui | seguici | seguiteci | scarica | scopri
    | condividi | clicca | unisciti | registrati | accedi | leggi | ascolta | resta | rimani
    | entra | sostieni | attiva
    """,
    offers="""
    newsletter | newsletters | app | applicazione | canale | notifiche | casella di posta
    | casella | email | e-mail | posta elettronica | podcast | account
    """,
    ours="nostra | nostro | nostri | nostre | noi | seguici | seguiteci",
    by="""
    di | a cura di | scritto da | pubblicato da | intervista di | articolo di | testo: | autore:
    """,
    published="""
    pubblicato | pubblicato il | pubblicato in data | data | data di pubblicazione | del
    """,
    updated="""
    aggiornato | aggiornato il | ultimo aggiornamento | ultima modifica | modificato il
    | aggiornamento
    """,
    months="""
    gennaio/gen | febbraio/feb | marzo/mar | aprile/apr | maggio/mag | giugno/giu | luglio/lug
    | agosto/ago | settembre/set/sett | ottobre/ott | novembre/nov | dicembre/dic
    """,
    weekdays="lunedì | martedì | mercoledì | giovedì | venerdì | sabato | domenica",
    clock="alle | alle ore | ore",
)
