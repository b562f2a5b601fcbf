"""Where things lie, and the samples beside them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli.arguments import parse
from reader.cli.run import screens
from reader.errors import LibraryError
from reader.importing import samples as bundled
from reader.model import Draft
from reader.workspace import Workspace

REPORT = "The lamp on the pier went out in the night, and nobody knows why it did.\n"


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "README.md").write_text("These are samples.\n")
    for name in ("a", "b"):
        (folder / f"{name}.md").write_text(f"---\ntitle: {name}\n---\nReport {name}. {REPORT}")
    monkeypatch.setattr(bundled, "folder", lambda: folder)
    return folder


def test_everything_in_one_folder(tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "all") as workspace:
        workspace.library.add(Draft(REPORT, "/1"))
        assert (workspace.data, workspace.cache) == (tmp_path / "all", tmp_path / "all" / "cache")
        assert workspace.library.path == tmp_path / "all" / "library.sqlite3"
        with workspace.samples() as samples:
            assert samples.data == tmp_path / "all" / "samples"
            assert samples.cache == tmp_path / "all" / "cache" / "samples"


def test_the_variable_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_LIBRARY", str(tmp_path / "variable"))
    with Workspace.open() as workspace:
        assert workspace.data == tmp_path / "variable"
    with Workspace.open(tmp_path / "option") as workspace:
        assert workspace.data == tmp_path / "option", "the option is stronger"


def test_without_either_the_system_says_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READER_LIBRARY", "")
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "data")
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path / "cache")
    with Workspace.open() as workspace:
        assert (workspace.data, workspace.cache) == (tmp_path / "data", tmp_path / "cache")


def test_the_persons_words_lie_beside_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READER_LIBRARY", "")
    for kind in ("data", "cache", "config"):
        place = tmp_path / kind
        monkeypatch.setattr(f"platformdirs.user_{kind}_path", lambda *_, at=place, **__: at)
    with Workspace.open() as workspace:
        assert workspace.words_folder == tmp_path / "config" / "words"
        with workspace.samples() as samples:
            assert samples.words_folder == tmp_path / "config" / "words"
    with Workspace.open(tmp_path / "all") as workspace:
        assert workspace.words_folder == tmp_path / "all" / "words"
        workspace.words_folder.mkdir()
        (workspace.words_folder / "nope.txt").write_text("x")
        assert workspace.word_lists().problems[0].startswith("words/nope.txt is left out")


def test_a_folder_that_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LibraryError):
        Workspace.open(tmp_path / "file")


def test_the_samples_are_a_library_of_their_own(tmp_path: Path, corpus: Path) -> None:
    with Workspace.open(tmp_path / "w") as workspace, workspace.samples() as samples:
        assert sorted(card.title or "" for card in samples.library.cards()) == ["a", "b"]
        assert {a.source for a in samples.library.articles()} == {"samples/a.md", "samples/b.md"}
        assert workspace.library.count() == 0
        assert (workspace.is_samples, samples.is_samples) == (False, True)
        assert samples.samples() is samples


@pytest.mark.parametrize("hidden", [False, True])
def test_the_screens_open_on_samples_unless_they_are_hidden(tmp_path: Path, hidden: bool) -> None:
    with Workspace.open(tmp_path) as workspace:
        workspace.hide_samples(hidden=hidden)
        with workspace.samples() as samples:
            assert samples.samples_hidden is hidden
    opened = []

    def show(workspace: Workspace, **_: object) -> int:
        opened.append(workspace.is_samples)
        return 0

    screens(parse(["--library", str(tmp_path)]), show)
    assert opened == [not hidden]


def test_where_nothing_can_be_written_the_samples_stay_as_they_were(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "nowhere", tmp_path / "cache")
    workspace.hide_samples(hidden=True)
    assert not workspace.samples_hidden


def test_samples_are_made_once(
    tmp_path: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Workspace.open(tmp_path / "w") as workspace:
        workspace.samples().close()
        monkeypatch.setattr(bundled, "drafts", None)
        with workspace.samples() as samples:
            assert samples.library.count() == 2


def test_new_samples_replace_old_ones_and_marks_stay(tmp_path: Path, corpus: Path) -> None:
    with Workspace.open(tmp_path / "w") as workspace:
        with workspace.samples() as samples:
            kept = samples.library.resolve("samples/a.md")
            samples.library.mark(kept, starred=True)
        (corpus / "a.md").write_text(f"---\ntitle: new a\n---\nNew report. {REPORT}")
        (corpus / "b.md").unlink()
        (corpus / "c.md").write_text(f"Report c. {REPORT}")
        with workspace.samples() as samples:
            sources = {article.source for article in samples.library.articles()}
            assert sources == {"samples/a.md", "samples/c.md"}
            assert samples.library.get(kept).title == "new a"
            assert samples.library.marks(kept).starred


def test_samples_that_were_deleted_come_back(tmp_path: Path, corpus: Path) -> None:
    with Workspace.open(tmp_path / "w") as workspace:
        workspace.samples().close()
        (workspace.data / "samples" / "library.sqlite3").unlink()
        with workspace.samples() as samples:
            assert samples.library.count() == 2


def test_without_bundled_articles_there_are_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundled, "folder", lambda: None)
    with Workspace.open(tmp_path / "w") as workspace, workspace.samples() as samples:
        assert samples.library.count() == 0


def test_the_bundled_articles_are_found() -> None:
    folder = bundled.folder()
    assert folder is not None
    drafts = list(bundled.drafts(folder))
    assert len(drafts) >= 14
    assert all(draft.language == "en" and not draft.extra for draft in drafts)


@pytest.mark.parametrize("module", ["whoosh", "snowballstemmer", "rapidfuzz", "textual", "rich"])
def test_opening_loads_nothing_heavy(tmp_path: Path, module: str) -> None:
    code = (
        "import sys; from pathlib import Path; from reader.workspace import Workspace;"
        "w = Workspace.open(Path(sys.argv[1])); w.library.cards(); w.close();"
        f"sys.exit({module!r} in sys.modules)"
    )
    root = Path(__file__).parents[1]
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=root, check=False)
    assert done.returncode == 0


def test_what_was_chosen_is_kept_until_the_settings_say_otherwise(tmp_path: Path) -> None:
    with Workspace.open(tmp_path) as workspace:
        chosen, known = workspace.chosen, ("dark", "light")
        assert chosen.measure(60) is None
        assert chosen.look("auto", known) is None
        chosen.keep_measure(72)
        chosen.keep_look("light")
        samples = Workspace(tmp_path / "samples", tmp_path / "samples", is_samples=True)
        assert samples.chosen.measure(0) == 72
        assert samples.chosen.look("auto", known) == "light"
        workspace.settings_file.write_text("measure = 60\n")
        notes = [(tmp_path / name).stat().st_mtime_ns for name in ("measure", "look")]
        os.utime(workspace.settings_file, ns=(max(notes) + 1,) * 2)
        assert chosen.measure(60) is None
        assert chosen.look("dark", known) is None
        assert chosen.look("auto", known) == "light"  # the file says nothing of it
        os.utime(workspace.settings_file, ns=(min(notes) - 1,) * 2)
        assert chosen.measure(60) == 72
        assert chosen.look("dark", known) == "light"
        (tmp_path / "measure").write_text("7000")
        (tmp_path / "look").write_text("paper")
        assert chosen.measure(60) is None
        assert chosen.look("dark", known) is None
