"""German."""

from reader.importing.plain.phrasebook.words import Words

WORDS = Words(
    anywhere="""
    anzeige | werbung | artikel teilen | diesen artikel teilen | beitrag teilen
    | diesen beitrag teilen | zum inhalt springen | direkt zum inhalt | zum hauptinhalt springen
    | zum seitenanfang | weiterlesen nach der anzeige | nach der werbung weiterlesen
    | artikel anhören | newsletter abonnieren | jetzt newsletter abonnieren
    | zum newsletter anmelden | hinterlasse einen kommentar | schreibe einen kommentar
    | schreiben sie einen kommentar | kommentar verfassen | antwort abbrechen
    | empfohlener redaktioneller inhalt | deine e-mail-adresse wird nicht veröffentlicht
    | erforderliche felder sind mit * markiert | ihre e-mail-adresse wird nicht veröffentlicht
    | dieser artikel ist mir etwas wert
    """,
    around="""
    teilen | drucken | merken | speichern | kommentare | kommentar | kommentar schreiben
    | zur startseite | startseite | seite drucken | artikel drucken | artikel merken
    | artikel kommentieren | per mail teilen | per e-mail teilen | link kopieren | vorlesen
    | anhören | artikel vorlesen | feedback | mehr | mehr anzeigen | mehr laden | alle anzeigen
    | weitere laden | anmelden | jetzt anmelden | einloggen | login | registrieren | abonnieren
    | jetzt abonnieren | abo | e-paper | epaper | suche | suchen | menü | menü öffnen
    | schließen | zurück | weiter | nach oben | impressum | datenschutz | datenschutzerklärung
    | agb | kontakt | über uns | karriere | mediadaten | cookie-einstellungen
    | cookies verwalten | privatsphäre | nutzungsbedingungen | hilfe | werben | alle akzeptieren
    | alle cookies akzeptieren | alle ablehnen | einstellungen | zustimmen
    | nur notwendige cookies | einverstanden | akzeptieren | ablehnen | e-mail | e-mail-adresse
    | ihre e-mail-adresse | deine e-mail-adresse | name | website | absenden
    | kommentar abschicken | kommentar absenden | antworten | folgen | folgen sie uns
    | folge uns | newsletter | themen | schriftgröße | zur merkliste hinzufügen
    | alle kommentare anzeigen | kommentare anzeigen | kommentare lesen | diskutieren sie mit
    | diskussion | jetzt kommentieren | mitdiskutieren | vorheriger artikel | nächster artikel
    | fehler melden | barrierefreiheit | leserbrief schreiben | verträge hier kündigen
    | vertrag kündigen | rss | podcast | gutscheine | archiv
    """,
    lists="""
    ähnliche artikel | ähnliche beiträge | mehr zum thema | mehr zu diesem thema | zum thema
    | auch interessant | das könnte sie auch interessieren | das könnte dich auch interessieren
    | lesen sie auch | lies auch | lesen sie mehr | mehr lesen | weitere artikel
    | weitere beiträge | weitere themen | weitere nachrichten | meistgelesen | meist gelesen
    | am meisten gelesen | beliebte artikel | beliebt | empfehlungen | neueste artikel
    | neueste beiträge | neueste nachrichten | aktuelle nachrichten | top-themen
    | empfehlungen der redaktion | unsere empfehlungen | mehr aus dem ressort
    | passend zum thema | verwandte artikel | verwandte themen | weitere meldungen
    | aus dem netz | zum weiterlesen | weitere beiträge zum thema | die meistgelesenen artikel
    | das interessiert andere leser | neu auf der seite
    """,
    leads="""
    lesen sie auch | lesen sie hier | lesen sie dazu | lesen sie mehr | lies auch | lies mehr
    | mehr dazu | mehr zum thema | lesen sie hierzu | auch interessant | siehe auch
    | weiterlesen | lesetipp | passend dazu | lesen sie weiter
    """,
    labels="""
    kommentar | meinung | analyse | leitartikel | gastbeitrag | exklusiv | eilmeldung
    | interview | reportage | kolumne | live | update | video | bilder | nachrichten
    | pressemitteilung | das wichtigste in kürze | in kürze | zusammenfassung
    """,
    sections="""
    politik | wirtschaft | sport | kultur | panorama | wissen | wissenschaft | gesellschaft
    | digital | reise | lokales | regional | meinung | gesundheit | auto | leben | feuilleton
    | unterhaltung | geld | karriere | ausland | inland | deutschland | welt | fußball | technik
    | wetter | börse | stadt | region | kultur & medien
    """,
    comments="""
    kommentar | kommentare | kommentaren | antworten | reaktionen | mal geteilt | aufrufe
    """,
    author="""
    über den autor | über die autorin | zum autor | zur autorin | über die autoren | autoreninfo
    | über den verfasser
    """,
    reading="""
    lesezeit | min lesezeit | minuten lesezeit | min. lesezeit | lesedauer | minuten zu lesen
    """,
    tags="""
    tags | schlagwörter | schlagworte | themen | stichwörter | kategorien | kategorie
    | abgelegt unter
    """,
    rights="alle rechte vorbehalten",
    credit="""
    foto | fotos | bild | bilder | bildquelle | bildnachweis | bildrechte | fotograf | titelbild
    | fotocredit | illustration | grafik | symbolbild | beitragsbild | archivbild | archivfoto
    | symbolfoto
    """,
    calls="""
    melden | abonnieren | abonniere | folgen | folge | registrieren | laden | lade | erhalten
    | bestellen | lesen | klicken | klicke | teilen | teile | verpassen | verpasse | sichern
    | testen | holen | hol | bleiben | bleib | diskutieren | schreiben | besuchen | tragen
    | trag
    """,
    offers="""
    newsletter | newsletters | newslettern | whatsapp-kanal | telegram-kanal | push-nachrichten
    | app | e-mail-adresse | postfach | podcast | probeabo | abo | abonnement | browser | e-mail
    | kanal | eilmeldungen
    """,
    ours="unser | unsere | unseren | unserem | unserer | unserm | uns",
    by="""
    von | text von | ein kommentar von | eine analyse von | ein gastbeitrag von
    | ein bericht von | text: | autor: | autorin:
    """,
    published="""
    veröffentlicht | veröffentlicht am | erschienen | erschienen am | publiziert | publiziert am
    | datum | erstellt | erstellt am | vom
    """,
    updated="""
    aktualisiert | aktualisiert am | zuletzt aktualisiert | letzte aktualisierung | geändert am
    | update | stand
    """,
    months="""
    januar/jänner/jan | februar/feb/febr | märz/mär/mrz | april/apr | mai | juni/jun | juli/jul
    | august/aug | september/sep/sept | oktober/okt | november/nov | dezember/dez
    """,
    weekdays="""
    montag | dienstag | mittwoch | donnerstag | freitag | samstag | sonnabend | sonntag | mo
    | di | mi | do | fr | sa | so
    """,
    clock="um | uhr",
)
