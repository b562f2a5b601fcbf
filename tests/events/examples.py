"""Short invented reports: a mill fire told three times, another mill fire, and other things."""

from __future__ import annotations

from reader.model import Article, When

_FIRE_A = """\
Fire destroyed the Harrow flour mill in Penbridge on Monday night, and 40 people had to leave their
homes. Fire chief Dora Vance said that the roof of the Harrow mill fell in at 22.40.

“We had water on it within six minutes and it still went up like straw,” Vance said. The mill,
built in 1884, belonged to Tobias Kell, who was not in Penbridge that night."""
_FIRE_B = """\
Forty residents of Penbridge spent the night in a school after the Harrow mill burned down. The
flames were seen from Ostley, said Dora Vance, who leads the fire brigade.

“We had water on it within six minutes and it still went up like straw,” she told reporters. Owner
Tobias Kell, who bought the Harrow mill in 2009, has promised to rebuild."""
_FIRE_C = """\
Nothing but the chimney stands of the Harrow mill. The flour mill at Penbridge burned out on
Monday, and investigators under Dora Vance are looking for the cause. Tobias Kell, its owner, had
been warned twice about the wiring. Residents in the streets by the mill may go home today."""
_OTHER_FIRE = """\
A fire has damaged a paper mill at Sundry Cross. Two workers of the Almond company were taken to
hospital in Quenby. Fire officer Ned Purcell said that a drying drum had caught fire. The Almond
works, opened in 1971, will stand still until April, manager Ida Frome said."""
_ELECTION = """\
Voters in the canton of Vell chose a new council on Sunday. The Orchard party of Lene Marti won 14
of the 31 seats. Turnout was 61 percent. Marti wants to lower the tax on barns; the Reform list of
Jonas Aebi, which lost five seats, will oppose it."""
_BIRDS = """\
Ringers counted 2,315 storks at Lake Omra this spring, more than in any year since 1962. The
station warden, Petra Lund, thinks that the drained meadows by Hask, flooded again three years ago,
have brought them back. A pair even nested on the lighthouse."""


def article(
    id: str, text: str, title: str | None = None, published: str | None = None, **more: str
) -> Article:
    """An article with as little as needed."""
    when = When(published) if published else None
    return Article(
        id, text, title, published=when, language=more.get("language"), added=more.get("added", "")
    )


FIRE = (
    article("fire-a", _FIRE_A, "Fire destroys Harrow mill in Penbridge", "2021-03-08"),
    article("fire-b", _FIRE_B, "Penbridge families flee as Harrow mill burns", "2021-03-09"),
    article("fire-c", _FIRE_C, None, "2021-03-09"),
)
OTHER_FIRE = article("other-fire", _OTHER_FIRE, "Fire at Almond paper mill", "2021-03-09")
ELECTION = article("election", _ELECTION, "Orchard party wins in Vell", "2021-03-09")
BIRDS = article("birds", _BIRDS, "Storks return to Lake Omra", "2021-03-07")
ALL = (*FIRE, OTHER_FIRE, ELECTION, BIRDS)
