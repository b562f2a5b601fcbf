"""Finnish."""

from reader.importing.plain.phrasebook.words import Words

WORDS = Words(
    anywhere="""
    mainos | mainos alkaa | mainos päättyy | juttu jatkuu mainoksen jälkeen
    | artikkeli jatkuu mainoksen jälkeen | juttu jatkuu kuvan alla | jaa artikkeli
    | jaa tämä artikkeli | jaa juttu | siirry sisältöön | hyppää sisältöön | siirry pääsisältöön
    | siirry suoraan sisältöön | jätä kommentti | jätä vastaus | peruuta vastaus
    | sähköpostiosoitettasi ei julkaista | pakolliset kentät on merkitty | tilaa uutiskirje
    | tilaa uutiskirjeemme | kuuntele artikkeli | kuuntele juttu | vain tilaajille
    | tämä juttu on vain tilaajille | kaupallinen yhteistyö
    """,
    around="""
    jaa | tulosta | tallenna | kommentoi | kommentit | kopioi linkki | etusivu | etusivulle
    | valikko | sulje | haku | hae | kirjaudu | kirjaudu sisään | rekisteröidy | tilaa
    | tilaa lehti | tilaa nyt | oma tili | kuuntele | yhteystiedot | ota yhteyttä
    | tietoa meistä | meistä | tietosuoja | tietosuojaseloste | tietosuojakäytäntö | evästeet
    | evästeasetukset | hallitse evästeitä | hyväksy | hyväksy kaikki | hyväksy kaikki evästeet
    | hylkää | hylkää kaikki | vain välttämättömät | käyttöehdot | mediatiedot | mainosta
    | takaisin ylös | sivun alkuun | edellinen artikkeli | seuraava artikkeli | edellinen
    | seuraava | näytä lisää | näytä kaikki | lataa lisää | katso lisää | katso kaikki
    | näytä kommentit | kirjoita kommentti | lähetä kommentti | lähetä | vastaa | nimi
    | sähköposti | sähköpostiosoite | sähköpostiosoitteesi | verkkosivusto | seuraa meitä
    | uutiskirje | uutiskirjeet | lähetä uutisvinkki | uutisvinkki | vinkkaa juttu
    | ilmoita virheestä | arkisto | ohje | asiakaspalvelu | palaute | anna palautetta
    | vastaava päätoimittaja | päätoimittaja | rss | näköislehti | tekstin koko
    """,
    lists="""
    lue myös | lue lisää | lue seuraavaksi | lisää aiheesta | aiheeseen liittyvää
    | aiheeseen liittyvät artikkelit | liittyvät artikkelit | samasta aiheesta | lisää uutisia
    | muita uutisia | luetuimmat | luetuimmat jutut | luetuimmat juuri nyt | suosituimmat
    | suosittua | suosittuja | uusimmat | uusimmat uutiset | tuoreimmat | viimeisimmät
    | viimeisimmät uutiset | viimeisimmät artikkelit | suosittelemme | suositellut
    | suositeltua sinulle | sinua voisi kiinnostaa | saatat pitää myös | katso myös
    | muut lukevat | juuri nyt | älä missaa | lisää samasta aiheesta | poimintoja
    """,
    leads="""
    lue myös | lue lisää | lue | lue tästä | lue aiemmin | katso myös | katso | kuuntele myös
    | lisää aiheesta | jatka lukemista
    """,
    labels="""
    mielipide | pääkirjoitus | analyysi | kolumni | kommentti | näkökulma | haastattelu
    | reportaasi | video | kuvat | live | suora lähetys | tiedote | lehdistötiedote
    | tiivistelmä | lyhyesti | uutisanalyysi
    """,
    sections="""
    politiikka | talous | urheilu | kulttuuri | kotimaa | ulkomaat | maailma | tiede | terveys
    | teknologia | mielipide | mielipiteet | uutiset | paikalliset | jalkapallo | jääkiekko
    | viihde | matkailu | matkat | asuminen | autot | sää | televisio | hyvinvointi | elämä
    | ruoka | ympäristö | ilmasto | työ | raha | perhe | kolumnit | pääkirjoitukset | podcastit
    | videot | suomi | digi | koti | nyt | koulutus
    """,
    comments="kommentti | kommenttia | kommentit | jakoa | katselukertaa | vastausta",
    author="tietoa kirjoittajasta | kirjoittajasta",
    reading="""
    lukuaika | min lukuaika | lukemiseen kuluu | minuutin lukuaika | minuutin luettava
    """,
    tags="""
    avainsanat | aiheet | asiasanat | kategoriat | kategoria | tunnisteet | aihe | tagit
    """,
    rights="kaikki oikeudet pidätetään | kaikki oikeudet pidätetty",
    credit="""
    kuva | kuvat | valokuva | kuvaaja | kuvituskuva | grafiikka | kuvitus | arkistokuva
    | kuvalähde | kuvan lähde
    """,
    calls="""
    tilaa | saat | saa | seuraa | lataa | jaa | klikkaa | napsauta | lue | kuuntele | liity
    | tule | älä | kirjaudu | rekisteröidy | lähetä | tykkää | osallistu | pysy | ilmoittaudu
    """,
    offers="""
    uutiskirje | uutiskirjeemme | uutiskirjeen | uutiskirjeitä | sovellus | sovelluksemme
    | sovellusta | kanava | kanavaa | ilmoitukset | sähköposti | sähköpostiisi | sähköpostiin
    | sähköpostiosoitteesi | podcast | tili | whatsapp-kanava
    """,
    ours="""
    uutiskirjeemme | sovelluksemme | meitä | kanavamme | kanavaamme | sivustomme
    """,
    by="teksti: | kirjoittaja: | toimittaja:",
    published="julkaistu | julkaisupäivä | päiväys | luotu",
    updated="päivitetty | viimeksi päivitetty | muokattu",
    months="""
    tammikuuta/tammikuu | helmikuuta/helmikuu | maaliskuuta/maaliskuu | huhtikuuta/huhtikuu
    | toukokuuta/toukokuu | kesäkuuta/kesäkuu | heinäkuuta/heinäkuu | elokuuta/elokuu
    | syyskuuta/syyskuu | lokakuuta/lokakuu | marraskuuta/marraskuu | joulukuuta/joulukuu
    """,
    weekdays="""
    maanantai | tiistai | keskiviikko | torstai | perjantai | lauantai | sunnuntai | ma | ti
    | ke | to | pe | la | su | maanantaina | tiistaina | keskiviikkona | torstaina | perjantaina
    | lauantaina | sunnuntaina
    """,
    clock="klo | kello",
)
