"""Dutch."""

from reader.importing.plain.phrasebook.words import Words

WORDS = Words(
    anywhere="""
    advertentie | lees verder na de advertentie | lees verder onder de advertentie
    | tekst gaat verder onder de advertentie | tekst loopt door onder de foto
    | artikel gaat verder onder de advertentie | deel dit artikel | dit artikel delen
    | ga naar de inhoud | naar de inhoud | spring naar inhoud | ga direct naar de inhoud
    | geef een reactie | plaats een reactie | laat een reactie achter | reactie annuleren
    | je e-mailadres wordt niet gepubliceerd | vereiste velden zijn gemarkeerd met
    | het e-mailadres wordt niet gepubliceerd | schrijf je in voor de nieuwsbrief
    | schrijf je in voor onze nieuwsbrief | meld je aan voor onze nieuwsbrief
    | luister naar dit artikel | exclusief voor abonnees | dit artikel is alleen voor abonnees
    """,
    around="""
    delen | deel | afdrukken | printen | print | bewaren | opslaan | reageren | reageer
    | reacties | link kopiëren | kopieer link | home | menu | sluiten | zoeken | zoek | inloggen
    | log in | registreren | aanmelden | meld je aan | abonneren | abonneer | abonnementen
    | word abonnee | word lid | mijn account | luisteren | luister | voorlezen | contact
    | over ons | privacy | privacybeleid | privacyverklaring | privacystatement | cookies
    | cookiebeleid | cookie-instellingen | cookievoorkeuren | accepteren | alles accepteren
    | alle cookies accepteren | akkoord | weigeren | alles weigeren | algemene voorwaarden
    | gebruiksvoorwaarden | adverteren | colofon | sitemap | terug naar boven | naar boven
    | vorig artikel | volgend artikel | vorige | volgende | toon meer | meer tonen | meer laden
    | laad meer | bekijk alles | bekijk meer | bekijk alle | toon reacties | bekijk reacties
    | alle reacties | reactie plaatsen | beantwoorden | naam | e-mail | e-mailadres
    | je e-mailadres | website | verzenden | volg ons | volg ons op | nieuwsbrief
    | nieuwsbrieven | tip de redactie | vacatures | archief | hulp | klantenservice
    | veelgestelde vragen | rss | fout melden | lettergrootte
    """,
    lists="""
    lees ook | lees verder | lees meer | gerelateerde artikelen | gerelateerd
    | gerelateerd nieuws | meer over dit onderwerp | meer nieuws | meer artikelen | bekijk ook
    | zie ook | meest gelezen | best gelezen | meest bekeken | populair | laatste nieuws
    | net binnen | recente berichten | recente artikelen | aanbevolen | aanbevolen voor jou
    | dit vind je misschien ook leuk | misschien ook interessant | ook interessant
    | andere artikelen | verder lezen | uitgelicht | tips van de redactie | meer van deze auteur
    | trending | voor jou geselecteerd | anderen lazen ook | wellicht ook interessant
    """,
    leads="""
    lees ook | lees verder | lees meer | lees hier | bekijk ook | zie ook | luister ook
    | meer lezen | kijk ook | lees daarover | ook interessant
    """,
    labels="""
    opinie | analyse | column | commentaar | exclusief | laatste nieuws | live | liveblog
    | interview | reportage | achtergrond | video | foto's | persbericht | in het kort
    | samenvatting | hoofdredactioneel
    """,
    sections="""
    politiek | economie | sport | cultuur | binnenland | buitenland | wetenschap | gezondheid
    | tech | opinie | nieuws | regio | voetbal | media | koken | reizen | auto | wonen | weer
    | entertainment | show | onderwijs | werk | geld | lifestyle | video | foto | achterklap
    | klimaat | columns | achtergrond | podcasts | puzzels | cultuur & media | algemeen
    """,
    comments="reactie | reacties | keer gedeeld | keer bekeken | antwoorden",
    author="over de auteur | over de schrijver | over de auteurs | over deze auteur",
    reading="""
    leestijd | min leestijd | minuten leestijd | min. leestijd | min lezen | minuten lezen
    """,
    tags="""
    tags | onderwerpen | trefwoorden | categorie | categorieën | thema's | geplaatst in
    | gerelateerde onderwerpen
    """,
    rights="alle rechten voorbehouden",
    credit="""
    foto | foto's | beeld | fotograaf | afbeelding | illustratie | bron foto | fotografie
    | archieffoto | archiefbeeld
    """,
    calls="""
    schrijf | meld | abonneer | abonneert | ontvang | volg | download | deel | klik | word
    | lees | luister | blijf | mis | krijg | log | maak | bezoek | steun
    """,
    offers="""
    nieuwsbrief | nieuwsbrieven | app | kanaal | whatsapp-kanaal | meldingen | pushmeldingen
    | mailbox | inbox | e-mail | e-mailadres | podcast | abonnement | account
    """,
    ours="onze | ons",
    by="""
    door | geschreven door | geplaatst door | een analyse van | tekst: | auteur:
    """,
    published="""
    gepubliceerd | gepubliceerd op | geplaatst | geplaatst op | datum | gepost op
    | verschenen op
    """,
    updated="""
    bijgewerkt | bijgewerkt op | laatst bijgewerkt | laatst bijgewerkt op | laatste update
    | gewijzigd op | aangepast op | update
    """,
    months="""
    januari/jan | februari/feb/febr | maart/mrt | april/apr | mei | juni/jun | juli/jul
    | augustus/aug | september/sep/sept | oktober/okt | november/nov | december/dec
    """,
    weekdays="""
    maandag | dinsdag | woensdag | donderdag | vrijdag | zaterdag | zondag | ma | di | wo | do
    | vr | za | zo
    """,
    clock="om | uur",
)
