"""Every look can be read: WCAG 2.2 asks 4.5 to 1 for text, and so do we for every role."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from reader.settings import understood
from reader.ui.roles import Roles, add_theme, is_light
from reader.ui.themes import theme
from reader.workspace import Workspace
from tests import contrast
from tests.contrast import COLOURED, WORDS, ratio
from tests.ui.scenes import opened

PLAIN = ("16", "none")


PLACES = [(role, False) for role in (*WORDS, "bars-accent", "bars-current")]
PLACES += [(role, True) for role in WORDS if role != "bars"]


@pytest.mark.parametrize("look", COLOURED)
@pytest.mark.parametrize(("role", "selected"), PLACES)
def test_words_stand_out_from_their_ground(look: str, role: str, selected: bool) -> None:
    least = 7.0 if look == "contrast" else 4.5
    assert ratio(look, role, selected=selected) >= least


@pytest.mark.parametrize("look", COLOURED)
@pytest.mark.parametrize("role", [role for role in WORDS if role not in ("bars", "found")])
def test_words_stand_out_where_they_are_marked(look: str, role: str) -> None:
    least = 7.0 if look == "contrast" else 4.5
    assert ratio(look, f"{role} marked", selected=False) >= least


def test_the_manual_tells_the_contrast_as_it_is() -> None:
    text = contrast.PAGE.read_text("utf-8")
    assert text == contrast.page(), "run: python -m tests.contrast"
    assert text.index("## How words stand out") < text.index(contrast.HEAD)


@pytest.mark.parametrize("look", PLAIN)
def test_looks_of_the_terminal_have_no_colours_of_their_own(look: str) -> None:
    for role in WORDS:
        style = Roles(look).style(role)
        assert style.bgcolor is None or style.bgcolor.is_default
        assert look == "16" or style.color is None or style.color.is_default


def test_a_theme_of_ones_own_begins_from_another_look() -> None:
    settings, mistakes = understood(
        '[themes.paper]\nbase = "light"\nground = "#ffffff"\naccent = "bold #003d99"\n'
        'selection = "#cccccc"'
    )
    assert mistakes == ()
    add_theme("paper", settings.themes["paper"])
    roles = Roles("paper")
    assert roles.ground == "#ffffff"
    assert roles.style("accent").color == roles.style("accent", True).color
    assert str(roles.style("text", True).bgcolor) != str(roles.style("text").bgcolor)
    assert roles.style("text").color == Roles("light").style("text").color
    assert is_light("paper")
    assert not theme("paper").dark


@pytest.mark.parametrize("look", COLOURED)
async def test_what_an_empty_line_says_can_be_read(workspace: Workspace, look: str) -> None:
    async with opened(workspace, (80, 24), look=look) as pilot:
        line = pilot.app.screen.query_one(Input)
        said = line.get_component_rich_style("input--placeholder")
        assert said.color == Roles(look).style("dim").color
