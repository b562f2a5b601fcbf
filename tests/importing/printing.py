"""A press office in a few lines: PDF files with text at given places."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

Placed = tuple[float, float, float, str]
"""x, y and size in points, and the words."""


def printed(
    pages: Sequence[Sequence[Placed]], about: Mapping[str, str] | None = None, *, raw: bytes = b""
) -> bytes:
    """A document with these lines on its pages; `raw` is drawn on each, too."""
    objects: list[bytes] = []

    def add(content: bytes) -> int:
        objects.append(content)
        return len(objects)

    font = add(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    parent = len(pages) * 2 + 2
    kids = []
    for page in pages:
        drawn = b"\n".join(
            b"BT /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (size, x, y, _escaped(words))
            for x, y, size, words in page
        )
        packed = zlib.compress(drawn + raw, 9)
        stream = add(
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed)
            + packed
            + b"\nendstream"
        )
        kids.append(
            add(
                b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
                b" /Resources << /Font << /F1 %d 0 R >> >> >>" % (parent, stream, font)
            )
        )
    said = b" ".join(
        b"/%s (%s)" % (key.encode(), _escaped(value)) for key, value in (about or {}).items()
    )
    assert len(objects) + 1 == parent
    add(
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    )
    root = add(b"<< /Type /Catalog /Pages %d 0 R >>" % parent)
    info = add(b"<< %s >>" % said)
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        root,
        info,
        start,
    )
    return bytes(out)


def column(
    lines: Sequence[str],
    *,
    x: float = 70,
    top: float = 700,
    size: float = 11,
    leading: float = 14,
    between: float = 10,
) -> list[Placed]:
    """Lines one below the other; an empty one is the space between two paragraphs."""
    placed: list[Placed] = []
    y = top
    for line in lines:
        if line:
            placed.append((x, y, size, line))
            y -= leading
        else:
            y -= between
    return placed


def _escaped(words: str) -> bytes:
    return (
        words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    )
