"""The forms in which a comparison leaves the program, told by the ending of a file's name."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Literal

from reader.model import Article, Comparison, Marks, Note, Story
from reader.text.safety import escaped

Form = Literal["markdown", "html", "json"]
Part = tuple[Comparison, Sequence[Article], str]
"""A comparison, its articles, and its title; one of a single article has that only."""

BY_ENDING: Mapping[str, Form] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
}


def form_of(path: PurePath) -> Form | None:
    """The form that the ending of a file's name asks for, if it is one of these."""
    return BY_ENDING.get(path.suffix.lower())


def written(
    form: Form,
    comparison: Comparison,
    articles: Sequence[Article],
    events: Mapping[str, str],
    title: str = "",
) -> str:
    """A comparison as the text of a file; `events` has the event of each article in one."""
    if form == "json":
        from reader.exporting.shapes import comparison_json

        return document(comparison_json(comparison, articles, events))
    return _laid_out(form, [(comparison, articles, title)])


def story_written(
    form: Form, story: Story, parts: Sequence[Part], events: Mapping[str, str]
) -> str:
    """A story as the text of a file: its events one after the other."""
    if form == "json":
        from reader.exporting.shapes import comparison_json, story_json

        shapes = [comparison_json(part, articles, events) for part, articles, _ in parts]
        return document(story_json(story) | {"events": shapes})
    return _laid_out(form, parts, story.label)


def _laid_out(form: Form, parts: Sequence[Part], title: str = "") -> str:
    from reader.exporting.report import report

    pages = [report(*part) for part in parts]
    if form == "markdown":
        from reader.exporting.markdown import text

        return text(pages)
    from reader.exporting.html import page

    return page(pages, title)


def notes_written(
    form: Form,
    notes: Sequence[Note],
    articles: Mapping[str, Article],
    marked: Sequence[tuple[Article, Marks]] = (),
) -> str:
    """Notes as the text of a file, then the articles that were marked as a whole; as Markdown
    unless JSON is asked for.
    """
    from reader.exporting.notes import marked_json, marked_markdown, notes_json, notes_markdown

    notes = [note for note in notes if note.article in articles]
    if form == "json":
        return document(notes_json(notes, articles) | marked_json(marked))
    if marked and not notes:
        return marked_markdown(marked)
    return notes_markdown(notes, articles) + ("\n" if marked else "") + marked_markdown(marked)


def document(value: object) -> str:
    """A value as a JSON document with its final newline, safe on any terminal."""
    return escaped(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"
