from __future__ import annotations

import pytest

from reader.text.language import language


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
        (None, "港は日曜日に凍り、夜のために入港していた船は風が変わるまで出られなかった。" * 3),
    ],
)  # fmt: skip
def test_told_or_unknown(code: str | None, text: str) -> None:
    assert language(text) == code
