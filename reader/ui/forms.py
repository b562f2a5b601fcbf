"""Boxes that ask: what is known of an article, and whether to remove."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from reader.errors import ReaderError
from reader.model import Article, Event, When
from reader.text.safety import clean, one_line
from reader.ui.boxes import Box
from reader.ui.searchline import OneLineInput
from reader.ui.shelf import place_said

EDITED = ("title", "outlet", "byline", "published", "url")


class InfoBox(Box[dict[str, str]]):
    """What is known of an article and from where; what is not known can be set."""

    DEFAULT_CSS = """
    InfoBox Horizontal { height: 1; }
    InfoBox .label { width: 12; color: $foreground; }
    InfoBox .facts { margin-top: 1; height: auto; }
    InfoBox .fact { height: auto; }
    InfoBox .fact Static { height: auto; }
    InfoBox .fact Static:last-child { width: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *Box.BINDINGS,
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("ctrl+s", "keep", show=False),
    ]

    def __init__(self, article: Article, event: Event | None) -> None:
        super().__init__()
        self._article, self._event = article, event

    def compose(self) -> ComposeResult:
        """A line a fact; what cannot be set stands below."""
        article = self._article
        with Vertical(id="box") as box:
            box.border_title = "What is known of this article"
            for name in EDITED:
                with Horizontal():
                    yield Static(name, classes="label", markup=False)
                    yield OneLineInput(
                        _known(article, name), id=name, placeholder="not known", compact=True
                    )
            with Vertical(classes="facts"):
                for name, fact in _facts(article, self._event):
                    with Horizontal(classes="fact"):
                        yield Static(one_line(name), classes="label", markup=False)
                        yield Static(fact, markup=False)
            yield Static("Enter next, Ctrl+S or the last Enter keeps, Esc leaves it", id="said",
                         classes="facts", markup=False)  # fmt: skip

    def on_mount(self) -> None:
        """The first unknown one has the focus."""
        empty = next((n for n in EDITED if not _known(self._article, n)), "title")
        self.query_one(f"#{empty}", Input).focus()

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        if event.input.id == EDITED[-1]:
            self.action_keep()
        else:
            self.focus_next(Input)

    def action_keep(self) -> None:
        """Hand back what was changed; a date that is none is said so."""
        changed: dict[str, str] = {}
        for name in EDITED:
            value = " ".join(clean(self.query_one(f"#{name}", Input).value).split())
            if value != _known(self._article, name):
                changed[name] = value
        try:
            if changed.get("published"):
                When(changed["published"])
        except (ValueError, ReaderError):
            words = "published: write 2025, 2025-11 or 2025-11-20"
            self.query_one("#said", Static).update(words)
            self.query_one("#published", Input).focus()
            return
        self.dismiss(changed)


def _known(article: Article, name: str) -> str:
    value = getattr(article, name)
    if value is None:
        return ""
    return one_line(value.iso if isinstance(value, When) else value)


def _facts(article: Article, event: Event | None) -> Iterator[tuple[str, str]]:
    """What is told and cannot be set, each with its name, which is left out where it goes on."""
    yield "source", place_said(article.source)
    yield from (("", place_said(each)) for each in article.sources if each != article.source)
    yield "words", f"{article.words:,}"
    yield "language", article.language or "not known"
    yield "added", article.added[:10]
    yield from ((name, one_line(value)) for name, value in article.extra)
    if event is not None:
        yield "event", one_line(event.label)
        yield from (("", one_line(reason)) for reason in event.why[:3])


class AskBox(Box[bool]):
    """A question before something is taken away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *Box.BINDINGS,
        Binding("y", "yes", show=False),
        Binding("n,q", "close", show=False),
    ]

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """The question and its two answers."""
        with Vertical(id="box"):
            yield Static(self._question, markup=False)
            yield Static("y remove   Esc keep", markup=False)

    def action_yes(self) -> None:
        """Do it."""
        self.dismiss(True)
