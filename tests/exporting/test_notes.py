"""Notes as Markdown and JSON, with what they are about and where it stands."""

from __future__ import annotations

from reader.exporting.forms import notes_written
from reader.exporting.notes import notes_json
from reader.model import Article, Note, Place

TIDE = Article("a", "# x\n\nThe tide came in.\n\nNobody saw it.\n", "The *tide*", "Coast Daily")
STAMP = "2026-03-02T08:00:00+00:00"
NOTES = (
    Note(4, "a", Place("a", "text", "Gone from here.", "from here", 5), "Why?", STAMP, STAMP),
    Note(3, "a", Place("a", "text", "Nobody saw it.", "saw it", 30), "", STAMP, STAMP),
    Note(2, "a", Place("a", "text", "The tide came in."), "- one\n> two", STAMP, STAMP),
    Note(1, "a", None, "All of it", STAMP, STAMP),
)


def test_markdown_has_them_in_the_order_of_the_text() -> None:
    text = notes_written("markdown", NOTES, {"a": TIDE})
    assert text.startswith("# Notes\n\n## The \\*tide\\*\n\nCoast Daily · no date · 0 words\n\n")
    order = [
        "All of it",
        "> The tide came in.",
        "\\- one\\\n\\> two\n\n",
        "> saw it",
        "> from here",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert "> no longer in the text, 2026-03-02\n\nWhy?\n" in text


def test_json_has_words_sentence_and_place() -> None:
    shapes = notes_json(NOTES, {"a": TIDE})["notes"]
    assert [shape["number"] for shape in shapes] == [4, 3, 2, 1]
    gone, marked, _, whole = shapes
    assert (gone["words"], gone["span"], gone["text"]) == ("from here", None, "Why?")
    assert (marked["sentence"], marked["text"]) == ("Nobody saw it.", None)
    span = marked["span"]
    assert TIDE.text[span["start"] : span["end"]] == "saw it"
    assert (whole["words"], whole["span"], whole["paragraph"]) == (None, None, None)


def test_a_note_whose_article_was_just_removed_is_left_out() -> None:
    assert notes_written("markdown", NOTES, {}) == "# Notes\n"
