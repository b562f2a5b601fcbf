"""Furniture in twelve languages is cut; articles that speak of the same things stay whole."""

from __future__ import annotations

import re

import pytest

from reader.importing.plain.cleaning import cleaned
from reader.importing.plain.phrasebook.words import parts
from reader.importing.plain.phrases import LANGUAGES
from reader.model import When
from tests.importing.lines import removed_lines

# Two paragraphs, lines around them that are furniture, and a heading line with its date.
PASTES = {
    "de": (
        ("Der Hafen fror am Sonntag zum ersten Mal seit neun Jahren zu, teilte das Amt mit.",
         "Am Mittag liefen die ersten Kinder zwischen den Laternen und dem Zollhaus umher."),
        ("Artikel teilen", "Lesen Sie auch: Schnee auf dem Hügel", "Foto: Dora Vale/dpa",
         "Melden Sie sich hier für unseren Newsletter an.", "Impressum | Datenschutz | AGB",
         "Wir verwenden Cookies, um unsere Seite zu verbessern.", "Lesezeit: 4 Minuten",
         "12 Kommentare"),
        ("Von Dora Vale", "12. März 2025, 14:30 Uhr"),
    ),
    "fr": (
        ("Le port a gelé dimanche pour la première fois depuis neuf ans, selon la capitainerie.",
         "À midi, les premiers patineurs glissaient entre les lampadaires et la douane."),
        ("Partager cet article", "Lire aussi : De la neige sur la colline", "Photo : Dora Vale",
         "Inscrivez-vous à notre newsletter du matin.", "Mentions légales | Contact",
         "Nous utilisons des cookies pour améliorer votre visite.", "Temps de lecture : 4 min",
         "Tous droits réservés"),
        ("Par Dora Vale", "Publié le 12 mars 2025 à 14h30"),
    ),
    "es": (
        ("El puerto se heló el domingo por primera vez en nueve años, según la autoridad.",
         "A mediodía los primeros patinadores pasaban entre las farolas y la aduana."),
        ("Compartir", "Lee también: Nieve en la colina", "Foto: Dora Vale / EFE",
         "Suscríbete a nuestro boletín semanal.", "Aviso legal | Política de privacidad",
         "Utilizamos cookies para mejorar la experiencia.", "4 min de lectura", "3 comentarios"),
        ("Por Dora Vale", "12 de marzo de 2025"),
    ),
    "it": (
        ("Il porto è gelato domenica per la prima volta in nove anni, dice la capitaneria.",
         "A mezzogiorno i primi pattinatori passavano tra i lampioni e la dogana."),
        ("Condividi", "Leggi anche: Neve sulla collina", "Foto: Dora Vale/ANSA",
         "Iscriviti alla nostra newsletter settimanale.", "Chi siamo | Contatti",
         "Utilizziamo i cookie per migliorare il sito.", "Tempo di lettura: 4 minuti",
         "Riproduzione riservata"),
        ("Di Dora Vale", "12 marzo 2025, ore 14:30"),
    ),
    "pt": (
        ("O porto congelou no domingo pela primeira vez em nove anos, disse a capitania.",
         "Ao meio-dia os primeiros patinadores passavam entre os candeeiros e a alfândega."),
        ("Compartilhar", "Leia também: Neve na colina", "Foto: Dora Vale/Lusa",
         "Assine a nossa newsletter semanal.", "Quem somos | Contato",
         "Usamos cookies para melhorar o site.", "4 min de leitura", "5 comentários"),
        ("Por Dora Vale", "12 de março de 2025 às 14h30"),
    ),
    "nl": (
        ("De haven vroor zondag dicht voor het eerst in negen jaar, zei de havenmeester.",
         "Tegen de middag reden de eerste schaatsers tussen de lantaarns en het douanehuis."),
        ("Deel dit artikel", "Lees ook: Sneeuw op de heuvel", "Foto: Dora Vale/ANP",
         "Schrijf je in voor onze wekelijkse nieuwsbrief.", "Contact | Privacybeleid",
         "Wij gebruiken cookies om de site te verbeteren.", "Leestijd: 4 minuten", "7 reacties"),
        ("Door Dora Vale", "12 maart 2025 om 14:30"),
    ),
    "sv": (
        ("Hamnen frös till i söndags för första gången på nio år, sade hamnkontoret.",
         "Vid lunchtid åkte de första barnen mellan lyktorna och tullhuset."),
        ("Dela artikeln", "Läs också: Snö på kullen", "Foto: Dora Vale/TT",
         "Prenumerera på vårt nyhetsbrev.", "Kontakta oss | Om oss",
         "Vi använder cookies för att förbättra sidan.", "Lästid: 4 min", "2 kommentarer"),
        ("Av Dora Vale", "Publicerad 12 mars 2025"),
    ),
    "da": (
        ("Havnen frøs til søndag for første gang i ni år, oplyste havnekontoret.",
         "Ved middagstid løb de første børn mellem lygterne og toldboden."),
        ("Del artiklen", "Læs også: Sne på bakken", "Foto: Dora Vale/Ritzau",
         "Tilmeld dig vores nyhedsbrev.", "Kontakt | Om os",
         "Vi bruger cookies for at forbedre siden.", "Læsetid: 4 min", "2 kommentarer"),
        ("Af Dora Vale", "12. marts 2025 kl. 14.30"),
    ),
    "no": (
        ("Havna frøs til søndag for første gang på ni år, opplyste havnekontoret.",
         "Ved middagstid gikk de første barna mellom lyktene og tollboden."),
        ("Del artikkelen", "Les også: Snø på bakken", "Foto: Dora Vale/NTB",
         "Meld deg på vårt nyhetsbrev.", "Kontakt oss | Om oss",
         "Vi bruker informasjonskapsler på nettstedet.", "Lesetid: 4 min", "2 kommentarer"),
        ("Av Dora Vale", "Publisert 12. mars 2025"),
    ),
    "pl": (
        ("Port zamarzł w niedzielę po raz pierwszy od dziewięciu lat, podał kapitanat.",
         "W południe pierwsi łyżwiarze krążyli między latarniami a urzędem celnym."),
        ("Udostępnij artykuł", "Czytaj także: Śnieg na wzgórzu", "Fot: Dora Vale",
         "Zapisz się do naszego newslettera.", "Kontakt | Regulamin",
         "Ta strona używa plików cookie.", "Czas czytania: 4 min", "5 komentarzy"),
        ("Tekst: Dora Vale", "12 marca 2025 r."),
    ),
    "fi": (
        ("Satama jäätyi sunnuntaina ensimmäisen kerran yhdeksään vuoteen, satama kertoi.",
         "Puoleenpäivään mennessä ensimmäiset lapset luistelivat lyhtyjen välissä."),
        ("Jaa artikkeli", "Lue myös: Lunta mäellä", "Kuva: Dora Vale / Lehtikuva",
         "Tilaa uutiskirjeemme jo tänään.", "Yhteystiedot | Käyttöehdot",
         "Käytämme evästeitä sivuston parantamiseen.", "Lukuaika: 4 min", "2 kommenttia"),
        ("Teksti: Dora Vale", "12. maaliskuuta 2025 klo 14.30"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("code", PASTES)
def test_lines_below_the_article(code: str) -> None:
    (one, two), below, _ = PASTES[code]
    found = cleaned("\n\n".join((one, two, *below)))
    assert found.text == f"{one}\n\n{two}\n"
    assert removed_lines(found) == below


@pytest.mark.parametrize("code", PASTES)
def test_byline_and_date(code: str) -> None:
    (one, two), _, (who, when) = PASTES[code]
    found = cleaned("\n\n".join(("Ansel 2025 Ice", who, when, one, two)))
    assert (found.byline, found.published) == ("Dora Vale", When("2025-03-12"))
    assert found.text == f"{one}\n\n{two}\n"


@pytest.mark.parametrize("code", PASTES)
def test_one_line_between_the_paragraphs(code: str) -> None:
    (one, two), (share, also, photo, *_), _ = PASTES[code]
    found = cleaned("\n\n".join((one, also, photo, two)))
    assert removed_lines(found) == (also, photo)
    assert share not in found.text


@pytest.mark.parametrize(
    "line",
    [
        "Die Zeitung kündigte an, ihren Newsletter im Herbst einzustellen.",
        "Cookies werden auf fast jeder Seite gesetzt, sagt die Verbraucherzentrale.",
        "„Wir verwenden Cookies, weil wir sie brauchen“, sagte die Sprecherin.",
        "Werbung für Tabak ist seit neun Jahren im ganzen Hafen verboten.",
        "Laden Sie die App nur aus dem offiziellen Store, rät das Amt.",
        "Les cookies publicitaires disparaissent peu à peu, dit la commission.",
        "La newsletter du port compte neuf mille lecteurs fidèles.",
        "La publicidad en el puerto está prohibida desde hace nueve años.",
        "El boletín del puerto cuenta con nueve mil lectores.",
        "La newsletter del porto conta novemila lettori, dice la direttrice.",
        "De nieuwsbrief van de haven heeft negenduizend lezers.",
        "Nyhetsbrevet från hamnen har nio tusen läsare.",
        "Nyhedsbrevet fra havnen har ni tusind læsere.",
        "Ciasteczka śledzące znikają z portowej strony, podał urząd.",
        "Uutiskirje lähetetään satamasta yhdeksälle tuhannelle lukijalle.",
        "- Neun Schiffe liegen fest",
        "Was nun?",
        "«Il ghiaccio cantava»",
        "Warum fror der Hafen zu?",
    ],
)  # fmt: skip
def test_what_an_article_may_say_stays(line: str) -> None:
    (one, two), *_ = PASTES["de"]
    for text in ((one, line, two), (one, two, line)):
        assert removed_lines(cleaned("\n\n".join(text))) == ()


@pytest.mark.parametrize(
    "text",
    [
        "港口周日结冰。\n\n这是九年来的第一次，港务局说。\n\n中午，第一批孩子在灯柱之间滑冰。\n",
        "تجمد الميناء يوم الأحد.\n\nهل يعود الجليد؟\n\nقال المكتب إن هذا لم يحدث منذ تسع سنوات.\n",
        "Порт замёрз в воскресенье.\n\nПочему?\n\nТакого не было девять лет, сообщили в порту.\n",
    ],
)
def test_other_scripts_stay_whole(text: str) -> None:
    assert cleaned(text).text == text


def test_a_whole_page_around_an_article() -> None:
    (one, two), _, (who, when) = PASTES["de"]
    menu = "Startseite Politik Wirtschaft Sport Kultur Reise Auto Wissen Leben Anmelden".split()
    teasers = [
        f"{word} macht neuen Anlauf im Norden\nEin Anriss von {word} in wenigen Worten.\nHeute"
        for word in ("Ansel", "Birke", "Corvo", "Dalen", "Esker", "Fjord")
    ]
    title = "Hafen fror zum ersten Mal seit neun Jahren zu"
    foot = ("Impressum", "Datenschutz", "AGB", "Kontakt", "© 2025 Küstenblatt")
    body = [one, two, one.replace("Hafen", "Kanal"), two.replace("Kinder", "Boote")]
    page = "\n".join((*menu, title, who, when, *body, "Meistgelesen", *teasers, *foot))
    found = cleaned(page)
    assert found.text == "\n".join(body) + "\n"
    assert (found.title, found.byline) == (title, "Dora Vale")


def test_comments_and_the_box_about_the_author_go_with_all_below() -> None:
    (one, two), *_ = PASTES["de"]
    text = (one, two, "Über die Autorin", "Dora Vale schreibt seit neun Jahren über Häfen.")
    assert removed_lines(cleaned("\n\n".join(text))) == text[2:]
    said = ("2 Kommentare", "anna", "Das ist ja ein schöner Artikel.", "Antworten")
    assert removed_lines(cleaned("\n\n".join((one, two, *said)))) == said


@pytest.mark.parametrize("button", ["Schließen", "SCHRIFTGRÖSSE", "S’abonner", "Zaloguj się!"])
def test_buttons_are_told_in_any_spelling(button: str) -> None:
    (one, two), *_ = PASTES["de"]
    assert removed_lines(cleaned("\n\n".join((one, two, button)))) == (button,)


def test_no_form_of_a_month_means_two() -> None:
    meant: dict[str, int] = {}
    for words in LANGUAGES.values():
        months = parts(words.months)
        assert len(months) in (0, 12)
        for number, month in enumerate(months, start=1):
            for form in re.split("/", month):
                assert meant.setdefault(form, number) == number
