"""An index that is damaged, foreign or busy: noticed, never believed, built again."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import IndexDamaged, IndexNotWritable
from reader.search import seal, whoosh_files
from reader.search.flat import store
from reader.search.query import parse
from reader.search.whoosh_files import Contents, Files
from reader.search.whoosh_index import WhooshIndex
from tests.search.library_of_words import article

LIBRARY = [
    article(f"a{n}", f"The bridge number{n} is shut. A ferry runs in harbour{n % 7}.", f"Title {n}")
    for n in range(60)
]


def _truncate(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0x55
    path.write_bytes(bytes(data))


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _append(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"x")


HARM: list[Callable[[Path], None]] = [_truncate, _flip, _empty, _append, Path.unlink]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index with two segments and a deleted article."""
    root = tmp_path_factory.mktemp("index")
    index = WhooshIndex(root)
    index.rebuild()
    index.update(LIBRARY[:40], [], 1)
    index.update(LIBRARY[40:], ["a3"], 2)
    index.close()
    return root


def _answers(index: WhooshIndex) -> list[tuple[int, list[str]]]:
    asked = ("bridge", "ferry -harbour3", '"number5 is shut"', "title:7", "br*", "")
    found = (index.search(parse(typed)) for typed in asked)
    return [(hits.total, [hit.id for hit in hits.hits]) for hits in found]


def _sealed(root: Path) -> list[str]:
    kept = json.loads((root / seal.NAME).read_text())
    return [seal.NAME, *(f"{kept['folder']}/{name}" for name in kept["files"])]


@pytest.mark.parametrize("harm", HARM, ids=lambda harm: harm.__name__)
def test_every_damaged_file_is_noticed(
    built: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    for name in _sealed(built):
        root = tmp_path / name.replace("/", "-")
        shutil.copytree(built, root)
        before = (root / name).read_bytes()
        harm(root / name)
        if (root / name).is_file() and (root / name).read_bytes() == before:
            continue  # an empty file cut in half
        index = WhooshIndex(root)
        with pytest.raises(IndexDamaged):
            _answers(index)
        index.rebuild()
        assert index.revision == 0
        index.update(LIBRARY, [], 3)
        assert index.search(parse("bridge")).total == 60
        index.close()


@pytest.mark.parametrize("harm", HARM, ids=lambda harm: harm.__name__)
def test_what_is_damaged_while_it_is_open_is_noticed(
    built: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    for name in _sealed(built):
        if name.endswith((".toc", "LOCK")):
            continue  # read once, and looked at again when the next one is written
        root = tmp_path / name.replace("/", "-")
        shutil.copytree(built, root)
        index = WhooshIndex(root)
        _answers(index)
        harm(root / name)
        for _ in range(2):
            with pytest.raises(IndexDamaged):
                _answers(index)
        index.close()


def test_a_flat_file_that_is_damaged_while_it_is_open_is_used_no_more(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "FEWEST", 1)
    monkeypatch.setattr(store, "READ_AT_OPEN", 0)
    shutil.copytree(built, tmp_path / "index")
    index = WhooshIndex(tmp_path / "index")
    expected = _answers(index)
    for work in index.tidying():
        work()
    assert _answers(index) == expected
    for path in (tmp_path / "index").rglob("*.flat"):
        _flip(path)
    assert _answers(index) == expected
    for path in (tmp_path / "index").rglob("*.flat"):
        _truncate(path)
    assert _answers(index) == expected
    index.close()


@pytest.mark.parametrize("lies_there", ["file", "link"])
def test_something_else_in_the_place_of_the_folder_is_replaced(
    tmp_path: Path, lies_there: str
) -> None:
    root = tmp_path / "index"
    if lies_there == "file":
        root.write_text("not a folder")
    else:
        root.symlink_to(tmp_path / "nowhere")
    index = WhooshIndex(root)
    with pytest.raises(IndexDamaged):
        index.search(parse("bridge"))
    index.rebuild()
    index.update(LIBRARY, [], 1)
    assert index.search(parse("bridge")).total == len(LIBRARY)
    index.close()


def test_an_undamaged_copy_answers(built: Path, tmp_path: Path) -> None:
    """The table above would hold, too, if nothing could be read."""
    shutil.copytree(built, tmp_path / "copy")
    here, there = WhooshIndex(built), WhooshIndex(tmp_path / "copy")
    assert _answers(there) == _answers(here)
    assert here.search(parse("bridge")).total == 59
    there.check()
    here.close()
    there.close()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"format": seal.FORMAT + 1}, "another version"),
        ({"engine": "whoosh 9.9.9"}, "another version"),
        ({"documents": 60}, "other articles"),
        ({"generation": 1}, "other articles"),
        ({"folder": "../elsewhere"}, "cannot be read"),
        ({"revision": "two"}, "cannot be read"),
        ({"files": []}, "cannot be read"),
        ({"more": 1}, "cannot be read"),
    ],
)
def test_what_another_program_wrote_is_not_believed(
    built: Path, tmp_path: Path, change: dict[str, object], reason: str
) -> None:
    root = tmp_path / "copy"
    shutil.copytree(built, root)
    values = json.loads((root / seal.NAME).read_text()) | change
    (root / seal.NAME).write_text(json.dumps(values))
    index = WhooshIndex(root)
    with pytest.raises(IndexDamaged, match=reason):
        index.search(parse("bridge"))
    index.close()


def test_a_missing_index_is_damaged_and_can_be_begun(tmp_path: Path) -> None:
    index = WhooshIndex(tmp_path / "new")
    with pytest.raises(IndexDamaged):
        _ = index.revision
    with pytest.raises(IndexDamaged):
        index.update(LIBRARY, [], 1)
    index.rebuild()
    index.update(LIBRARY, [], 1)
    assert index.ids() == {each.id for each in LIBRARY}
    index.close()


def test_a_large_index_is_read_whole_only_by_check(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "copy"
    shutil.copytree(built, root)
    terms = next(root / name for name in _sealed(root) if name.endswith(".pst"))
    _flip(terms)
    monkeypatch.setattr(seal, "READ_AT_OPEN", 0)
    index = WhooshIndex(root)
    assert "a1" in index.ids()
    with pytest.raises(IndexDamaged):
        index.check()
    index.close()


@pytest.mark.parametrize(
    ("error", "raised"),
    [
        (RuntimeError("anything"), IndexDamaged),
        (OSError(errno.ENOSPC, "No space left on device"), IndexNotWritable),
    ],
)
def test_a_failed_update_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, raised: type[Exception]
) -> None:
    index = WhooshIndex(tmp_path)
    index.rebuild()
    index.update(LIBRARY[:3], [], 1)

    def fail(*_: object) -> None:
        raise error

    with monkeypatch.context() as broken:
        broken.setattr("reader.search.whoosh_files.Columns.row", fail)
        with pytest.raises(raised):
            index.update(LIBRARY[5:], ["a1"], 2)
    assert index.ids() == {"a0", "a1", "a2"}
    assert index.revision == 1
    index.update([article("b", "zeppelin")], [], 2)
    assert index.search(parse("zeppelin")).total == 1
    index.close()


def test_a_lot_that_the_disk_has_no_room_for_is_told_and_leaves_nothing(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    index = WhooshIndex(built)
    prepare = index.preparing()
    monkeypatch.setattr(whoosh_files, "write", fail)
    with pytest.raises(IndexNotWritable, match="No space left"):
        prepare([article("c", "A zeppelin.")])
    assert list(built.glob(f"*/{whoosh_files.PREPARED}/*")) == []
    index.close()


def test_what_killed_programs_left_behind_is_deleted_unless_one_is_at_it(built: Path) -> None:
    (folder,) = [path for path in built.iterdir() if path.is_dir()]
    lot = folder / whoosh_files.PREPARED / "lot"
    lot.mkdir(parents=True)
    (lot / "MAIN.trm").write_bytes(b"1")
    (built / "before").mkdir()
    other, index = WhooshIndex(built), WhooshIndex(built)
    other.preparing()
    index.tidying()
    assert [lot.exists(), (built / "before").exists()] == [True, False]
    other.close()
    index.tidying()
    assert not lot.exists()
    assert index.ids()
    index.close()


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    index = WhooshIndex(tmp_path / "file" / "index")
    with pytest.raises(IndexNotWritable):
        index.rebuild()


def test_a_second_writer_waits_and_then_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.search.whoosh_index._PATIENCE", 0.1)
    index = WhooshIndex(tmp_path)
    index.rebuild()
    other = WhooshIndex(tmp_path)
    with index._writing(), pytest.raises(IndexNotWritable, match="Another program"):
        other.update(LIBRARY, [], 1)
    other.update(LIBRARY, [], 1)
    assert index.search(parse("bridge")).total == 60
    index.close()
    other.close()


_WRITER = """
    import sys
    from pathlib import Path
    from reader.search.whoosh_index import WhooshIndex
    from tests.search.library_of_words import article
    index = WhooshIndex(Path(sys.argv[1]))
    for n in range(40):
        index.update([article(f"n{n}", f"bridge number{n}")], [f"n{n - 5}"], n + 1)
        print(n, flush=True)
    index.close()
"""


def _start_writer(root: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(_WRITER), str(root)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )


def test_one_process_searches_while_another_writes(tmp_path: Path) -> None:
    index = WhooshIndex(tmp_path)
    index.rebuild()
    seen: list[int] = []
    with _start_writer(tmp_path) as writer:
        while writer.poll() is None:
            hits = index.search(parse("bridge"))
            assert 0 <= hits.total <= 6
            seen.append(index.revision)
    assert writer.returncode == 0
    assert seen == sorted(seen)
    assert len(set(seen)) > 3
    assert set(index.search(parse("bridge")).ids) == {f"n{n}" for n in range(35, 40)}
    index.close()


@pytest.mark.parametrize("after", [0, 3, 11, 25])
def test_a_writer_that_is_killed_leaves_an_index_or_none(tmp_path: Path, after: int) -> None:
    index = WhooshIndex(tmp_path)
    index.rebuild()
    with _start_writer(tmp_path) as writer:
        assert writer.stdout is not None
        for line in writer.stdout:
            if int(line) >= after:
                writer.kill()
                break
    try:
        found = set(index.search(parse("bridge")).ids)
        last = index.revision
        assert found == {f"n{n}" for n in range(max(0, last - 5), last)}
        assert last > after
    except IndexDamaged:
        index.rebuild()
    index.update([article("b", "zeppelin")], [], 99)
    assert set(index.search(parse("zeppelin")).ids) == {"b"}
    index.close()


def test_closed_while_another_thread_opens_it_nothing_stays_open(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = WhooshIndex(built)
    made: list[Files] = []

    def contents(files: Files) -> Contents:
        found = Contents(files)
        made.append(files)
        index.close()
        return found

    monkeypatch.setattr("reader.search.whoosh_index.Contents", contents)
    with pytest.raises(IndexDamaged, match="closed"):
        index.search(parse("bridge"))
    assert [files._opened for files in made] == [[]]
