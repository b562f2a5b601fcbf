"""Polish."""

from reader.importing.plain.phrasebook.words import Words

WORDS = Words(
    anywhere="""
    reklama | ciąg dalszy artykułu pod reklamą | dalsza część artykułu pod reklamą
    | dalsza część tekstu pod reklamą | udostępnij artykuł | udostępnij ten artykuł
    | podziel się artykułem | przejdź do treści | przejdź do treści głównej
    | przeskocz do treści | dodaj komentarz | anuluj pisanie odpowiedzi
    | twój adres e-mail nie zostanie opublikowany | wymagane pola są oznaczone
    | zapisz się do newslettera | zapisz się na newsletter | zapisz się do naszego newslettera
    | zapisz się na nasz newsletter | posłuchaj artykułu | artykuł tylko dla prenumeratorów
    | materiał sponsorowany | artykuł sponsorowany
    """,
    around="""
    udostępnij | drukuj | wydrukuj | wyślij | zapisz | skomentuj | komentarze | kopiuj link
    | skopiuj link | strona główna | menu | zamknij | szukaj | wyszukaj | zaloguj | zaloguj się
    | zarejestruj się | rejestracja | prenumerata | subskrybuj | kup dostęp | wykup dostęp
    | moje konto | posłuchaj | odsłuchaj | kontakt | o nas | redakcja | polityka prywatności
    | prywatność | regulamin | polityka cookies | ustawienia cookies | ustawienia prywatności
    | akceptuję | akceptuję wszystkie | zaakceptuj | zaakceptuj wszystkie | zgadzam się | odrzuć
    | odrzuć wszystkie | nie zgadzam się | ustawienia | reklama | mapa strony | do góry
    | wróć na górę | poprzedni artykuł | następny artykuł | poprzedni | następny | poprzednia
    | następna | pokaż więcej | zobacz więcej | zobacz wszystkie | załaduj więcej | więcej
    | czytaj więcej | pokaż komentarze | zobacz komentarze | napisz komentarz | wyślij komentarz
    | odpowiedz | imię | nazwa | e-mail | adres e-mail | twój adres e-mail | twój e-mail
    | witryna internetowa | obserwuj nas | śledź nas | newsletter | zgłoś błąd | archiwum
    | pomoc | praca | rss | wspieraj nas | ogłoszenia | e-wydanie
    """,
    lists="""
    czytaj także | czytaj też | czytaj również | przeczytaj także | przeczytaj też
    | przeczytaj również | zobacz także | zobacz też | zobacz również | czytaj więcej
    | powiązane artykuły | podobne artykuły | powiązane tematy | powiązane | więcej na ten temat
    | więcej o | najczęściej czytane | najpopularniejsze | popularne | najnowsze
    | najnowsze artykuły | najnowsze wiadomości | ostatnie wpisy | ostatnio dodane | polecane
    | polecamy | polecane artykuły | polecane dla ciebie | może cię zainteresować
    | to może cię zainteresować | mogą cię zainteresować | warto przeczytać | inne artykuły
    | wybrane dla ciebie | nie przegap | na ten sam temat | w tym temacie
    """,
    leads="""
    czytaj także | czytaj też | czytaj również | czytaj więcej | czytaj | przeczytaj także
    | przeczytaj też | przeczytaj również | przeczytaj | zobacz także | zobacz też
    | zobacz również | zobacz | więcej | polecamy | posłuchaj też | sprawdź też
    | warto przeczytać
    """,
    labels="""
    opinia | opinie | analiza | felieton | komentarz | wywiad | reportaż | na żywo
    | relacja na żywo | z ostatniej chwili | pilne | tylko u nas | wideo | galeria
    | informacja prasowa | w skrócie | podsumowanie | najważniejsze informacje
    """,
    sections="""
    polityka | gospodarka | biznes | sport | kultura | polska | kraj | świat | nauka | zdrowie
    | technologia | technologie | opinie | wiadomości | region | lokalne | piłka nożna
    | rozrywka | podróże | dom | motoryzacja | pogoda | kobieta | styl życia | jedzenie
    | edukacja | prawo | finanse | pieniądze | praca | społeczeństwo | wideo | film | muzyka
    | książki | europa | środowisko | historia | ekonomia | felietony
    """,
    comments="""
    komentarz | komentarze | komentarzy | udostępnień | wyświetleń | odpowiedzi
    """,
    author="o autorze | o autorce | o autorach",
    reading="""
    czas czytania | min czytania | minut czytania | minuty czytania | min. czytania
    | przeczytasz w
    """,
    tags="tagi | tematy | słowa kluczowe | kategorie | kategoria | temat | etykiety",
    rights="wszelkie prawa zastrzeżone | wszystkie prawa zastrzeżone",
    credit="""
    foto | fot | zdjęcie | zdjęcia | autor zdjęcia | źródło zdjęcia | ilustracja | grafika
    | fotografia | źródło foto | zdjęcie ilustracyjne
    """,
    calls="""
    zapisz | subskrybuj | otrzymuj | obserwuj | śledź | pobierz | udostępnij | kliknij | dołącz
    | czytaj | słuchaj | posłuchaj | bądź | zaloguj | zarejestruj | zostaw | wesprzyj | polub
    | odwiedź | wspieraj
    """,
    offers="""
    newsletter | newslettera | newsletterze | newsletterów | aplikację | aplikacja | aplikacji
    | kanał | powiadomienia | skrzynkę | skrzynki | skrzynce | e-mail | maila | podcast
    | podcastu | prenumeratę | konto
    """,
    ours="nasz | nasza | nasze | naszego | naszej | naszą | nas | naszym | naszych",
    by="tekst: | autor: | autorka: | opracowanie: | napisał | napisała | oprac.:",
    published="""
    opublikowano | opublikowany | data publikacji | publikacja | dodano | data | data dodania
    | utworzono
    """,
    updated="""
    aktualizacja | zaktualizowano | ostatnia aktualizacja | data aktualizacji | zmodyfikowano
    """,
    months="""
    stycznia/styczeń/sty | lutego/luty/lut | marca/marzec/mar | kwietnia/kwiecień/kwi | maja/maj
    | czerwca/czerwiec/cze | lipca/lipiec/lip | sierpnia/sierpień/sie | września/wrzesień/wrz
    | października/październik/paź | listopada/listopad/lis | grudnia/grudzień/gru
    """,
    weekdays="poniedziałek | wtorek | środa | czwartek | piątek | sobota | niedziela",
    clock="godz | godzina | o godz | r | roku",
)
