from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.language import language, language_of, normal, reading_language
from reader.text.scripts import script

ENGLISH = "The ice was thick on the lake and the boats that had come for the night were in it. " * 2
JAPANESE = "港は日曜日に凍り、夜のために入港していた船は風が変わるまで出られなかった。"
LIST = (
    "Harbour ice lamps pier customs house skaters pilots snow hill ferry wind tide bell rope " * 2
)
# A language with letters of its neighbours that is not among those told.
KAZAKH = (
    "Жексенбі күні айлақ мұз болып қатты, түнде келген кемелер жел өзгергенше шыға алмады. " * 3
)
TELUGU = "ఆదివారం నౌకాశ్రయం గడ్డకట్టింది రాత్రి వచ్చిన పడవలు గాలి మారే వరకు బయటకు వెళ్ళలేకపోయాయి "


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The harbour froze over on Sunday and the ships that had come in for the night"
         " could not leave it again until the wind had turned to the west."),
        ("de", "Der Hafen ist am Sonntag zugefroren, und die Schiffe, die für die Nacht gekommen "
         "waren, konnten ihn nicht verlassen, ehe sich der Wind gedreht hatte."),
        ("fr", "Le port a gelé dimanche et les bateaux qui étaient venus pour la nuit ne pouvaient "
         "plus en sortir avant que le vent ne tourne dans la matinée."),
        ("es", "El puerto se heló el domingo y los barcos que habían llegado por la noche no "
         "pudieron salir de él hasta que el viento cambió con la marea."),
        ("nl", "De haven vroor op zondag dicht en de schepen die voor de nacht waren gekomen"
         " konden er niet meer uit totdat de wind van het westen kwam."),
        ("sv", "Hamnen frös till på söndagen och de fartyg som hade kommit in för natten"
         " kunde inte lämna den förrän vinden hade vänt och det blev varmare."),
        (None, "Ice."),
        (None, "Harbour ice lamps pier customs house skaters pilots snow hill ferry wind tide bell "
         "rope anchor winter Sunday noon port Ansel"),
        (None, "12 44 18 90 3,4 5.6 77 " * 10),
        ("it", "Il porto è gelato domenica e le navi che erano arrivate per la notte non sono "
         "potute uscire finché il vento non è cambiato con la marea del mattino."),
        ("pt", "O porto gelou no domingo e os barcos que tinham chegado para a noite não puderam "
         "sair até que o vento mudou com a maré, como foi dito por um marinheiro."),
        ("ro", "Portul a înghețat duminică și vasele care au venit pentru noapte nu au putut să "
         "iasă din el până când vântul nu s-a schimbat, după cum este scris."),
        ("ca", "El port es va gelar diumenge i els vaixells que havien vingut per la nit no van "
         "poder sortir amb la marea fins que el vent va canviar, com és costum."),
        ("hu", "A kikötő vasárnap befagyott, és az éjszakára érkezett hajók nem tudtak kimenni, "
         "csak amikor már megfordult a szél, és az is volt, hogy egy hajó ott maradt."),
        ("cs", "Přístav v neděli zamrzl a lodě, které přijely na noc, z něj nemohly vyplout, dokud "
         "se vítr neobrátil, protože led byl po ránu jako kámen a za molem se držel."),
        ("sk", "Prístav v nedeľu zamrzol a lode, ktoré prišli na noc, z neho nemohli vyplávať, kým "
         "sa vietor neobrátil, ako povedali aj podľa správy pre mesto, že ľad je po móle."),
        ("pl", "Port zamarzł w niedzielę i statki, które przybyły na noc, nie mogły z niego "
         "wypłynąć, dopóki wiatr się nie odwrócił, jak mówią, że jest to rzadkie dla miasta."),
        ("tr", "Liman pazar günü dondu ve gece için gelen gemiler rüzgâr dönene kadar çıkamadı; "
         "daha sonra bir kılavuz çok eski bir yol ile kıyıya ulaştı."),
        ("id", "Pelabuhan itu membeku pada hari Minggu dan kapal yang datang untuk malam itu tidak "
         "dapat keluar dari sana sampai angin berubah dengan pasang, kata juru mudi ini."),
        ("uk", "У неділю гавань замерзла, і кораблі, що прийшли на ніч, не могли з неї вийти, доки "
         "вітер не змінився, як це було також за його словами та від інших."),
        ("bg", "В неделя пристанището замръзна и корабите, които бяха дошли за нощта, не можаха да "
         "излязат от него, докато вятърът не се обърна, като това е по стар обичай."),
        ("sr", "Лука се у недељу заледила и бродови који су дошли за ноћ нису могли да изађу из ње "
         "док се ветар није окренуо, како је то било и пре."),
        ("el", "Το λιμάνι πάγωσε την Κυριακή και τα πλοία δεν μπορούσαν να βγουν."),
        ("he", "הנמל קפא ביום ראשון והספינות שבאו אל הלילה לא יכלו לצאת ממנו עד אשר הרוח של הים"
         " התחלפה, כי זה גם היה על פי כל הזקנים או לא."),
        ("fa", "بندر در روز یکشنبه یخ زد و کشتی‌هایی که برای شب آمده بود از آن تا تغییر باد بیرون"
         " نرفت و این را یک ناخدا به ما گفت که با خود است."),
        ("hi", "रविवार को बंदरगाह जम गया और रात के लिए आए जहाज हवा बदलने तक उस से बाहर नहीं निकल"
         " पाए और एक नाविक ने कहा कि यह भी हो गया है।"),
        ("ko", "일요일에 항구가 얼어붙어 밤에 들어온 배들은 바람이 바뀔 때까지 나가지 못했다."),
        ("th", "ท่าเรือกลายเป็นน้ำแข็งในวันอาทิตย์และเรือออกไม่ได้จนลมเปลี่ยน"),
        ("zh", "星期天港口结冰，夜里进港的船只直到风向改变才能离开。"),
        ("ja", JAPANESE),
        (None, KAZAKH),
        (None, TELUGU * 2),
    ],
)  # fmt: skip
def test_told_or_unknown(code: str | None, text: str) -> None:
    assert language(text) == code


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("en", "en"), ("en-US", "en"), ("pt_BR", "pt"), ("zh-Hant-TW", "zh"), ("DE", "de"),
        ("nb", "no"), ("iw", "he"), ("swe", "sv"), ("deu", "de"), (" fr ", "fr"),
        ("und", None), ("English", None), ("", None), ("x", None), ("12", None), (None, None),
    ],
)  # fmt: skip
def test_what_sources_say_becomes_a_code_of_two_letters(said: str | None, code: str | None) -> None:
    assert normal(said) == code


@pytest.mark.parametrize(
    ("text", "said", "code"),
    [
        (ENGLISH, None, "en"),
        (ENGLISH, "en-US", "en"),
        (LIST, "en-GB", "en"),  # the source knows what the text does not tell
        (LIST, "sw", "sw"),
        (LIST, None, None),
        (f"{LIST} the of and", None, None),  # too few function words for running text
        (LIST, "sr", "sr"),  # is written in two scripts
        (JAPANESE, "en", "ja"),
        (JAPANESE, "zh", "ja"),
        (ENGLISH, "ja", "en"),
        (KAZAKH, "kk", "kk"),
        (KAZAKH, "en", None),
        (TELUGU, "te", "te"),
        (ENGLISH, "nonsense", "en"),
    ],
)
def test_the_source_is_believed_unless_the_script_denies_it(
    text: str, said: str | None, code: str | None
) -> None:
    assert language_of(text, said) == code


@pytest.mark.parametrize(
    ("text", "known", "code"),
    [
        (LIST, None, "en"),
        ("Ice.", None, "en"),
        ("12 44", None, "en"),
        (LIST, "de", "de"),
        ("Der Hafen ist zugefroren und die Schiffe sind nicht auf dem See.", None, "de"),
        (KAZAKH, None, ""),
        (TELUGU, None, ""),
        ("港口", None, ""),
    ],
)
def test_what_is_too_short_to_tell_is_read_as_what_is_likeliest(
    text: str, known: str | None, code: str
) -> None:
    assert reading_language(text, known) == code


def test_a_long_text_between_two_languages_is_read_by_the_rules_of_none() -> None:
    both = "Huset er på bakken og det var ikke for seg som en han har til om av med den at " * 2
    assert language(both.replace("seg", "sig").replace(" av ", " af ")) in ("da", None)
    # Croatian and Serbian share these words.
    text = (
        "Luka je u nedjelju i na noć za brodove od mora, a koji su iz nje, do kraja se da će bi od "
    )
    assert language(text) is None
    assert reading_language(text, None) == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plain", "latin"),
        ("Łódź, Đà Nẵng, “naïve” … 🙂", "latin"),
        ("", "latin"),
        ("He called it 東京タワー, which is what it is called by those who live there.", "latin"),
        ("東京タワー", None),
        ("Sony と Panasonic は新しいカメラを日曜日に東京で発表すると述べた。", "japanese"),
        ("中国「の」字商店在北京开业，市民纷纷前往参观购物。", "han"),
    ],
)
def test_scripts(text: str, found: str | None) -> None:
    assert script(text) == found


@given(st.text(), st.none() | st.text(max_size=8))
def test_any_text_and_any_word_of_the_source_can_be_asked(text: str, said: str | None) -> None:
    known = language_of(text, said)
    assert known is None or (len(known) == 2 and known.isalpha())
    assert isinstance(reading_language(text, known), str)
