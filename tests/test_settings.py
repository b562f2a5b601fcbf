"""Settings: what holds, what is said of what does not, and that nothing in the file is fatal."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.colours import painted
from reader.keymap import COMMANDS, bind, key_now, keys_of, on_screen
from reader.rebinding import key_named, rebind
from reader.settings import TEMPLATE, Settings, read, understood


@pytest.fixture(autouse=True)
def _keys_as_before() -> object:
    yield
    bind({command.id: command.keys for command in COMMANDS})


def test_the_template_sets_nothing_and_its_lines_hold_when_uncommented() -> None:
    assert understood(TEMPLATE) == (Settings(), ())
    lines = [
        line.removeprefix("# ") if "=" in line or line.startswith("# [") else line
        for line in TEMPLATE.splitlines()
    ]
    settings, mistakes = understood("\n".join(lines))
    assert mistakes == ()
    assert (settings.look, settings.measure, settings.keys["compare"]) == ("auto", 68, "c")
    assert settings.themes["paper"]["base"] == "light"
    assert rebind(settings) == []


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("\nmeasure = 200", 2, "measure is to be a whole number from 50 to 90."),
        ("measure = true", 1, "measure is to be a whole number from 50 to 90."),
        ("look = 3", 1, "look is to be one of auto, dark, light"),
        ('look = "mauve"', 1, "or a theme of this file"),
        ("signs = []", 1, "signs is to be one of auto, symbols, ascii, words."),
        ("sings = 1", 1, "there is no setting sings; there are look, signs"),
        ("keys = 4", 1, "keys is to be a table, written [keys]."),
        ("[keys]\nquit = 4", 2, "quit is to be keys as a text"),
        ("themes = 4", 1, "themes are tables"),
        ("[themes]\npaper = 4", 2, "a theme is a table, such as [themes.paper]."),
        ("[themes.dark]", 1, "dark is built in: give your theme another name."),
        ('[themes.a]\nbase = "b"', 2, "base is to be one of dark, light, contrast, 16, none."),
        ('[themes.a]\nglow = "red"', 2, "there is no role glow; there are base, text"),
        ('[themes.a]\ntext = "#12345"', 2, "text is to be a colour, such as #003d99"),
        ("[keys]\n[looks.mine]\nlook = 1", 2, "there is no setting looks; there are look"),
        ('[themes.b]\ntext = "red"\n[themes.a]\ntext = "#1"', 4, "text is to be a colour"),
        ("look = dark", 1, "not TOML, so nothing in the file holds: Invalid value."),
        ("a = '''", 0, "not TOML"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_the_remedy(text: str, line: int, says: str) -> None:
    settings, [mistake] = understood(text)
    assert (mistake.line, mistake.says[: len(says)] == says or says in mistake.says) == (line, True)
    assert (settings.look, settings.measure, settings.signs) == ("auto", 0, "auto")


def test_one_mistake_leaves_the_rest_as_it_is() -> None:
    settings, mistakes = understood('look = "light"\nmeasure = 4\n[keys]\nquit = "x"\nstar = 1')
    assert (settings.look, dict(settings.keys)) == ("light", {"quit": "x"})
    assert [mistake.line for mistake in mistakes] == [2, 5]


@given(
    st.text() | st.builds(lambda a, b: f"{a} = {b}", st.sampled_from(["look", "keys"]), st.text())
)
def test_no_text_is_fatal(text: str) -> None:
    settings, mistakes = understood(text)
    rebind(settings)
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        assert mistakes


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    assert read(tmp_path / "none.toml") == (Settings(), ())
    (tmp_path / "latin.toml").write_bytes(b'look = "\xe9"')
    for name, says in (("latin.toml", "is no text in UTF-8"), ("", "cannot be read")):
        settings, [mistake] = read(tmp_path / name)
        assert settings == Settings()
        assert says in str(mistake)


def test_a_byte_order_mark_is_none_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "bom.toml").write_text('look = "light"', "utf-8-sig")
    assert read(tmp_path / "bom.toml")[0].look == "light"


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("x", "x"),
        ("X", "X"),
        ("/", "slash"),
        ("?", "question_mark"),
        ("=", "equals_sign"),
        ("Ctrl+X", "ctrl+x"),
        ("ctrl+shift+F5", "ctrl+shift+f5"),
        ("F12", "f12"),
        ("PgDn", "pagedown"),
        ("Esc", "escape"),
        ("Shift+↓", "shift+down"),
        ("Banana", None),
        ("ctrl+", None),
        ("hyper+x", None),
    ],
)
def test_keys_as_people_write_them(written: str, key: str | None) -> None:
    assert key_named(written) == key


def bound(text: str) -> list[str]:
    settings, mistakes = understood(text)
    assert mistakes == ()
    return [str(each) for each in rebind(settings)]


def test_a_key_given_to_a_command_is_taken_from_the_one_that_had_it() -> None:
    assert bound('[keys]\nstar = "c F9"') == [
        "line 2: c was compare, which has no key now; it stands in the palette."
    ]
    assert (keys_of("star"), keys_of("compare")) == (("c", "f9"), ())
    assert key_now("s", "star") == "c"
    assert [c.id for c in on_screen("L") if "c" in c.keys] == ["star"]


def test_a_key_taken_from_a_command_that_keeps_another_is_said_until_that_is_written() -> None:
    assert bound('[keys]\nstar = "q"\nfind = "j"') == [
        'line 2: q was back, which has Alt+← now; if so meant, write back = "Alt+←".',
        'line 3: j was down, which has ↓ now; if so meant, write down = "↓".',
    ]
    assert keys_of("back") == ("alt+left",)
    assert bound('[keys]\nstar = "q"\nback = "Alt+←"') == []
    assert keys_of("back") == ("alt+left",)


def test_commands_of_different_screens_may_share_a_key() -> None:
    assert bound('[keys]\npick = "m"') == []
    assert (keys_of("pick"), keys_of("mark")[0]) == (("m",), "m")


def test_what_is_no_key_or_no_command_is_said_and_changes_nothing() -> None:
    assert bound('[keys]\nquit = "Banana"\nnosuch = "k"') == [
        "line 2: Banana is no key; write x, Ctrl+X or F5.",
        "line 3: there is no command nosuch; reader config --keys lists them.",
    ]
    assert keys_of("quit") == ("Q", "ctrl+q")


def test_a_key_for_two_commands_goes_to_the_first() -> None:
    said = bound('[keys]\nstar = "F9"\nunread = "F9"')
    assert said == ["line 2: F9 is given to both star and unread: star has it."]
    assert (keys_of("star"), keys_of("unread")) == (("f9",), ())


def test_the_plain_set_has_no_letters_where_there_are_other_keys() -> None:
    bound('key_set = "plain"')
    assert (keys_of("down"), keys_of("help"), keys_of("find")) == (("down",), ("f1",), ("ctrl+f",))
    assert keys_of("compare") == ("c",), "it has no other"


def test_colours_that_do_not_exist_are_named_and_left_out() -> None:
    settings, mistakes = understood(
        '[themes.a]\nbase = "light"\nground = "nosuchcolour"\naccent = "bold nosuch on red"\n'
        'text = "dark_red"\nselection = "#cccccc"'
    )
    assert mistakes == ()
    left, wrong = painted(settings)
    assert left.themes == {"a": {"base": "light", "text": "dark_red", "selection": "#cccccc"}}
    assert sorted(map(str, wrong)) == [
        "line 3: ground is to be a colour, such as #003d99 or dark_red.",
        "line 4: accent is to be a colour, such as #003d99 or dark_red.",
    ]
