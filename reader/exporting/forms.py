"""The forms in which a comparison leaves the program, told by the ending of a file's name."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Literal

from reader.model import Article, Comparison, Note
from reader.text.safety import escaped

Form = Literal["markdown", "html", "json"]

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
    form: Form, comparison: Comparison, articles: Sequence[Article], events: Mapping[str, str]
) -> str:
    """A comparison as the text of a file; `events` has the event of each article in one."""
    if form == "json":
        from reader.exporting.shapes import comparison_json

        return document(comparison_json(comparison, articles, events))
    if form == "markdown":
        from reader.exporting.markdown import markdown

        return markdown(comparison, articles)
    from reader.exporting.html import html

    return html(comparison, articles)


def notes_written(form: Form, notes: Sequence[Note], articles: Mapping[str, Article]) -> str:
    """Notes as the text of a file, as Markdown unless JSON is asked for."""
    from reader.exporting.notes import notes_json, notes_markdown

    notes = [note for note in notes if note.article in articles]
    if form == "json":
        return document(notes_json(notes, articles))
    return notes_markdown(notes, articles)


def document(value: object) -> str:
    """A value as a JSON document with its final newline, safe on any terminal."""
    return escaped(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"
