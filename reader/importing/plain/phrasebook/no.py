"""Norwegian."""

from reader.importing.plain.phrasebook.words import Words

WORDS = Words(
    anywhere="""
    annonse | reklame | artikkelen fortsetter under annonsen | saken fortsetter under annonsen
    | saken fortsetter etter annonsen | del artikkelen | del saken | del denne artikkelen
    | hopp til innhold | hopp til innholdet | hopp til hovedinnhold | gå til innhold
    | legg igjen en kommentar | legg igjen et svar | avbryt svar
    | din e-postadresse vil ikke bli publisert | obligatoriske felt er merket med
    | meld deg på nyhetsbrevet | meld deg på vårt nyhetsbrev | abonner på vårt nyhetsbrev
    | lytt til artikkelen | kun for abonnenter | saken er kun for abonnenter
    | artikkelen fortsetter etter annonsen
    """,
    around="""
    del | skriv ut | lagre | kommenter | kommentarer | kopier lenke | kopier lenken | forside
    | forsiden | til forsiden | hjem | meny | lukk | søk | logg inn | registrer deg
    | bli abonnent | abonner | kjøp abonnement | bli medlem | min side | min konto | lytt
    | les opp | kontakt | kontakt oss | om oss | personvern | personvernerklæring
    | informasjonskapsler | cookies | administrer informasjonskapsler | samtykke | godta
    | godta alle | aksepter | aksepter alle | avvis | avvis alle | bare nødvendige
    | brukervilkår | vilkår | annonser | annonsere | til toppen | tilbake til toppen
    | forrige artikkel | neste artikkel | forrige | neste | vis mer | vis flere | vis alle
    | se mer | se alle | last flere | vis kommentarer | skriv en kommentar | svar | navn
    | e-post | e-postadresse | din e-post | din e-postadresse | nettsted | send | følg oss
    | følg oss på | nyhetsbrev | tips oss | tips redaksjonen | feil i artikkelen
    | rapporter feil | arkiv | hjelp | kundeservice | kundesenter | ansvarlig redaktør
    | sjefredaktør | rss | e-avis | eavis
    """,
    lists="""
    les også | les mer | les videre | les flere saker | relaterte artikler | relaterte saker
    | relatert | mer om temaet | mer om saken | mer om | flere saker | flere artikler
    | flere nyheter | mest lest | mest leste | mest lest nå | populært | siste nytt
    | siste nyheter | siste saker | siste innlegg | anbefalt | anbefalte saker
    | anbefalt for deg | du vil kanske også like | du vil kanskje også like | se også
    | andre leser | andre leser også | akkurat nå | ikke gå glipp av | vi anbefaler
    | lignende saker
    """,
    leads="""
    les også | les mer | les videre | les saken | se også | hør også | lytt også | mer om
    | relatert | ikke gå glipp av | bakgrunn
    """,
    labels="""
    debatt | leder | analyse | kommentar | kronikk | eksklusivt | siste nytt | direkte | live
    | intervju | reportasje | video | bildeserie | pressemelding | oppsummering | kort fortalt
    | leserbrev | spaltist
    """,
    sections="""
    politikk | økonomi | sport | kultur | innenriks | utenriks | vitenskap | helse | teknologi
    | debatt | meninger | nyheter | lokalt | fotball | underholdning | reise | bolig | bil
    | motor | vær | tv | livsstil | mat | klima | næringsliv | penger | krim | samfunn | verden
    | norge | podkast | podcast | video | kjendis | familie | forskning | skole | jobb
    """,
    comments="kommentar | kommentarer | delinger | visninger | svar",
    author="om forfatteren | om skribenten | om forfatterne",
    reading="""
    lesetid | min lesetid | minutters lesing | min. lesetid | min lesing | minutter å lese
    """,
    tags="""
    emner | stikkord | emneord | tagger | nøkkelord | kategorier | kategori | tags | tema
    """,
    rights="alle rettigheter reservert | alle rettigheter forbeholdt | med enerett",
    credit="""
    foto | bilde | fotograf | illustrasjon | arkivfoto | grafikk | illustrasjonsfoto | bilder
    | arkivbilde
    """,
    calls="""
    meld | abonner | få | følg | last | del | klikk | les | lytt | bli | gå | logg | skriv
    | tips | støtt | motta | hold | hør | registrer
    """,
    offers="""
    nyhetsbrev | nyhetsbrevet | nyhetsbrevene | app | appen | kanal | varsler | pushvarsler
    | innboks | innboksen | e-post | e-postadresse | podkast | abonnement | konto
    """,
    ours="vår | vårt | våre | oss",
    by="""
    av | tekst av | skrevet av | publisert av | tekst: | forfatter: | journalist:
    """,
    published="publisert | publisert den | publiserte | dato | lagt ut | den | postet",
    updated="oppdatert | oppdatert den | sist oppdatert | sist endret | endret",
    months="""
    januar/jan | februar/feb | mars/mar | april/apr | mai | juni/jun | juli/jul | august/aug
    | september/sep/sept | oktober/okt | november/nov | desember/des
    """,
    weekdays="mandag | tirsdag | onsdag | torsdag | fredag | lørdag | søndag",
    clock="kl | klokken",
)
