"""Swedish."""

from reader.importing.plain.phrasebook.words import Words

WORDS = Words(
    anywhere="""
    annons | reklam | artikeln fortsätter under annonsen | artikeln fortsätter efter annonsen
    | dela artikeln | dela den här artikeln | dela artikel | hoppa till innehåll
    | hoppa till innehållet | hoppa till huvudinnehåll | gå till innehållet | lämna ett svar
    | lämna en kommentar | avbryt svar | din e-postadress kommer inte publiceras
    | obligatoriska fält är märkta | prenumerera på vårt nyhetsbrev
    | prenumerera på nyhetsbrevet | anmäl dig till vårt nyhetsbrev | lyssna på artikeln
    | låst artikel | endast för prenumeranter | det här är en låst artikel
    """,
    around="""
    dela | skriv ut | spara | kommentera | kommentarer | kopiera länk | kopiera länken | hem
    | startsida | till startsidan | meny | stäng | sök | logga in | registrera | registrera dig
    | bli prenumerant | prenumerera | bli medlem | mitt konto | lyssna | uppläst artikel
    | kontakt | kontakta oss | om oss | integritetspolicy | personuppgiftspolicy | integritet
    | cookies | cookiepolicy | cookieinställningar | hantera cookies | godkänn | godkänn alla
    | acceptera | acceptera alla | jag godkänner | avvisa | avvisa alla | användarvillkor
    | villkor | annonsera | till toppen | tillbaka till toppen | föregående artikel
    | nästa artikel | föregående | nästa | visa mer | visa fler | visa alla | ladda fler
    | läs fler | visa kommentarer | skriv en kommentar | skicka | skicka kommentar | svara
    | namn | e-post | e-postadress | din e-postadress | webbplats | följ oss | följ oss på
    | nyhetsbrev | tipsa oss | tipsa redaktionen | rätta artikeln | rapportera fel | arkiv
    | hjälp | kundservice | kundtjänst | ansvarig utgivare | rss | e-tidning | så jobbar vi
    """,
    lists="""
    läs också | läs även | läs mer | läs vidare | relaterade artiklar | relaterat
    | relaterade nyheter | mer om ämnet | mer i ämnet | mer om | fler artiklar | fler nyheter
    | mer nyheter | mest läst | mest lästa | mest läst just nu | populärt | senaste nytt
    | senaste nyheterna | senaste artiklarna | senaste inläggen | rekommenderat | rekommenderas
    | rekommenderat för dig | du kanske också gillar | andra läser | se också | se även
    | missa inte | just nu | liknande artiklar | vi rekommenderar | aktuellt
    """,
    leads="""
    läs också | läs även | läs mer | läs vidare | se också | se även | lyssna också
    | fakta och mer | mer om | missa inte | relaterat
    """,
    labels="""
    debatt | ledare | analys | krönika | kommentar | exklusivt | senaste nytt | just nu | direkt
    | live | intervju | reportage | video | bildspel | pressmeddelande | sammanfattning
    | kort sagt | insändare
    """,
    sections="""
    politik | ekonomi | sport | kultur | inrikes | utrikes | vetenskap | hälsa | teknik | debatt
    | ledare | nyheter | lokalt | fotboll | ishockey | nöje | resor | bostad | motor | väder
    | tv | familj | mat | insändare | världen | sverige | klimat | näringsliv | opinion | hockey
    | podd | podcast | video | kultur & nöje | miljö | skola | jobb
    """,
    comments="kommentar | kommentarer | delningar | visningar | svar",
    author="om författaren | om skribenten | om författarna",
    reading="""
    lästid | min lästid | minuters läsning | min läsning | minuter att läsa | läser på
    """,
    tags="""
    taggar | ämnen | nyckelord | kategorier | kategori | etiketter | publicerat i | ämne
    """,
    rights="""
    alla rättigheter förbehållna | alla rättigheter reserverade | med ensamrätt
    """,
    credit="""
    foto | bild | fotograf | bilder | illustration | arkivbild | grafik | genrebild | foto från
    """,
    calls="""
    prenumerera | anmäl | registrera | få | följ | ladda | dela | klicka | läs | lyssna | bli
    | missa | håll | logga | skriv | tipsa | stöd | ta | hämta | gilla
    """,
    offers="""
    nyhetsbrev | nyhetsbrevet | nyhetsbreven | app | appen | kanal | pushnotiser | notiser
    | inkorg | inkorgen | e-post | e-postadress | mejl | mejlen | podd | prenumeration | konto
    """,
    ours="vår | vårt | våra | oss",
    by="av | text av | skriven av | publicerad av | text: | författare:",
    published="""
    publicerad | publicerad den | publicerat | publicerades | datum | den | postad
    """,
    updated="""
    uppdaterad | uppdaterad den | uppdaterat | senast uppdaterad | ändrad | uppdaterades
    """,
    months="""
    januari/jan | februari/feb | mars/mar | april/apr | maj | juni/jun | juli/jul | augusti/aug
    | september/sep/sept | oktober/okt | november/nov | december/dec
    """,
    weekdays="måndag | tisdag | onsdag | torsdag | fredag | lördag | söndag",
    clock="kl | klockan",
)
