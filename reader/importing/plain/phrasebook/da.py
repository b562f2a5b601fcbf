"""Danish."""

from reader.importing.plain.phrasebook.words import Words

WORDS = Words(
    anywhere="""
    annonce | reklame | artiklen fortsætter efter annoncen | artiklen fortsætter under annoncen
    | del artiklen | del artikel | del denne artikel | gå til indhold | spring til indhold
    | gå til hovedindhold | skriv et svar | skriv en kommentar | annuller svar
    | din e-mailadresse vil ikke blive publiceret | krævede felter er markeret med
    | tilmeld dig nyhedsbrevet | tilmeld dig vores nyhedsbrev | tilmeld nyhedsbrev
    | lyt til artiklen | kun for abonnenter | artiklen er kun for abonnenter
    """,
    around="""
    del | print | udskriv | gem | kommentér | kommenter | kommentarer | kopier link
    | kopiér link | forside | til forsiden | menu | luk | søg | log ind | log på | opret bruger
    | tilmeld | tilmeld dig | bliv abonnent | abonnér | abonner | køb abonnement | min konto
    | lyt | oplæsning | læs op | kontakt | kontakt os | om os | privatlivspolitik
    | persondatapolitik | cookies | cookiepolitik | cookieindstillinger | administrer cookies
    | acceptér | accepter | accepter alle | acceptér alle | tillad alle | tillad alle cookies
    | afvis | afvis alle | kun nødvendige | handelsbetingelser | vilkår | annoncer | annoncér
    | til toppen | tilbage til toppen | forrige artikel | næste artikel | forrige | næste
    | vis mere | vis flere | vis alle | se mere | se alle | indlæs flere | vis kommentarer
    | svar | navn | e-mail | e-mailadresse | din e-mail | din e-mailadresse | websted | send
    | følg os | følg os på | nyhedsbrev | nyhedsbreve | tip os | tip redaktionen
    | fejl i artiklen | rapportér fejl | arkiv | hjælp | kundeservice
    | ansvarshavende chefredaktør | rss | e-avis
    """,
    lists="""
    læs også | læs mere | læs videre | læs også her | relaterede artikler | relateret
    | relateret indhold | relaterede nyheder | mere om emnet | mere om | flere artikler
    | flere nyheder | mest læste | mest læst | mest læste lige nu | populære | seneste nyt
    | seneste nyheder | seneste artikler | seneste indlæg | anbefalet | anbefalede artikler
    | anbefalet til dig | måske vil du også læse | se også | andre læser | andre læser også
    | lige nu | gå ikke glip af | vi anbefaler | lignende artikler
    """,
    leads="""
    læs også | læs mere | læs videre | læs her | se også | hør også | lyt også | mere om
    | relateret | gå ikke glip af
    """,
    labels="""
    debat | leder | analyse | klumme | kommentar | kronik | eksklusivt | breaking | live
    | lige nu | interview | reportage | video | billedserie | pressemeddelelse | resumé
    | kort fortalt | det korte af det lange
    """,
    sections="""
    politik | økonomi | sport | kultur | indland | udland | videnskab | sundhed | teknologi
    | debat | nyheder | lokalt | fodbold | underholdning | rejser | bolig | biler | vejr | tv
    | livsstil | mad | klima | erhverv | viden | penge | krimi | samfund | verden | danmark
    | podcast | video | navne | tech | uddannelse | job
    """,
    comments="kommentar | kommentarer | delinger | visninger | svar",
    author="om forfatteren | om skribenten | om forfatterne",
    reading="""
    læsetid | min læsetid | min. læsetid | minutters læsning | min. læsning | min læsning
    """,
    tags="tags | emner | emneord | nøgleord | kategorier | kategori | stikord",
    rights="alle rettigheder forbeholdes | alle rettigheder forbeholdt",
    credit="""
    foto | fotos | billede | fotograf | illustration | arkivfoto | grafik | pressefoto
    | genrefoto
    """,
    calls="""
    tilmeld | abonnér | abonner | få | følg | hent | download | del | klik | læs | lyt | bliv
    | gå | log | skriv | tip | støt | modtag | opret | hold | hør
    """,
    offers="""
    nyhedsbrev | nyhedsbreve | nyhedsbrevet | app | appen | kanal | notifikationer
    | push-beskeder | indbakke | indbakken | e-mail | e-mailadresse | mail | podcast
    | abonnement | konto
    """,
    ours="vores | os",
    by="af | tekst af | skrevet af | publiceret af | tekst: | forfatter:",
    published="""
    publiceret | publiceret den | udgivet | udgivet den | offentliggjort | offentliggjort den
    | dato | den | oprettet
    """,
    updated="""
    opdateret | opdateret den | senest opdateret | sidst opdateret | ændret | rettet
    """,
    months="""
    januar/jan | februar/feb | marts/mar | april/apr | maj | juni/jun | juli/jul | august/aug
    | september/sep/sept | oktober/okt | november/nov | december/dec
    """,
    weekdays="mandag | tirsdag | onsdag | torsdag | fredag | lørdag | søndag",
    clock="kl | klokken",
)
