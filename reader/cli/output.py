"""What a command says: data on stdout, talk on stderr, nothing from outside unsanitised.

On a terminal Rich draws; its markup is never used, every word reaches it as a `Text`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

from reader.text.safety import one_line, visible

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from reader.model import Span


class Unwritable(Exception):
    """Stdout takes no more, for example because the disk is full."""


class Output:
    """Stdout of a command; with `json` it takes one document only."""

    def __init__(self, *, json: bool, stdout: TextIO | None = None) -> None:
        self.json = json
        self._out = stdout if stdout is not None else sys.stdout
        self.terminal = self._out.isatty() and not json
        """Whether a person looks at stdout; then tables are drawn, else columns are tabs."""

    def document(self, value: object) -> None:
        """Print the one JSON document."""
        from reader.exporting.forms import document

        self._put(document(value))

    def write(self, text: str) -> None:
        """Print lines of text, each control character but newline and tab made visible."""
        self._put(visible(text))

    def line(self, *parts: str, style: str = "") -> None:
        """Print the parts as one line, whatever they have in them; the style is for terminals."""
        self.marked("  ".join(map(one_line, parts)), (), style=style)

    def marked(self, text: str, marks: Iterable[Span], *, style: str = "", indent: int = 0) -> None:
        """Print words from outside as one line, on a terminal with some places underlined."""
        words = visible(text).replace("\n", " ").replace("\t", " ")
        if not self.terminal or not words:  # Rich draws nothing for an empty text
            self._put(f"{' ' * indent}{words}".rstrip() + "\n")
            return
        from rich.padding import Padding
        from rich.text import Text

        drawn = Text(words, style=style)
        for mark in marks:
            drawn.stylize("underline", mark.start, mark.end)
        self._draw(Padding(drawn, (0, 0, 0, indent), expand=False))

    def paragraphs(self, text: str, width: int) -> None:
        """Print a text; on a terminal it is wrapped to the width where there is room."""
        if not self.terminal:
            self.write(text.rstrip("\n") + "\n")
            return
        from rich.text import Text

        self._draw(Text(visible(text).rstrip("\n")), width)

    def rows(self, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Print a table: drawn on a terminal, else one line a row with tabs between the columns.

        The last column takes the room that is left and wraps; nothing is cut.
        """
        if not self.terminal:
            for row in rows:
                self._put("\t".join(map(one_line, row)) + "\n")
            return
        from rich.table import Table
        from rich.text import Text

        table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
        for head in heads[:-1]:
            table.add_column(Text(head), no_wrap=head != "outlet", overflow="fold")
        table.add_column(Text(heads[-1]), overflow="fold", ratio=1)
        for row in rows:
            table.add_row(*(Text(one_line(cell)) for cell in row))
        if table.row_count:
            self._draw(table)

    def flush(self) -> None:
        """Hand on what was printed so far, for a reader that stops early."""
        self._put("", flush=True)

    def _draw(self, drawn: RenderableType, width: int | None = None) -> None:
        console = self._console()
        console.print(drawn, width=None if width is None else min(width, console.width))

    def _console(self) -> Console:
        """The terminal as Rich knows it; it honours NO_COLOR and the width."""
        from rich.console import Console

        return Console(file=self._out, markup=False, highlight=False, emoji=False)

    def _put(self, text: str, *, flush: bool = False) -> None:
        try:
            self._out.write(text)
            if flush:
                self._out.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise Unwritable(error.strerror or str(error)) from error


def say(text: str) -> None:
    """One line on stderr."""
    sys.stderr.write(one_line(text) + "\n")
    sys.stderr.flush()


def number(count: int, noun: str = "article") -> str:
    """How many there are, with the noun in its right form: `1 article`, `2,000 articles`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
