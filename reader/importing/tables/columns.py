"""Which column of a data set holds what, and a row of it as a draft."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reader.importing.found import LARGEST, Refused, too_large
from reader.importing.plain.cleaning import cleaned
from reader.importing.stamps import moment
from reader.model import Draft, When
from reader.text.language import language
from reader.text.safety import clean

Row = Mapping[str, object]

# In order: the first that a row has a value for is taken. A dot leads into a nested object.
_USUAL = {
    "text": (
        "text article_text articletext full_text fulltext maintext main_text body article_body"
        " articlebody body_text content_text content_html content article story plain_text"
        " raw_text _source.text _source.body _source.content"
    ),
    "title": "title headline headlines heading article_title head news_title _source.title",
    "outlet": (
        "outlet source_name source.name source.title publisher.name publisher publication"
        " outlet_name news_outlet newspaper medium media_name site_name sitename source site"
        " source_domain domain _source.source"
    ),
    "byline": "byline author authors author.name creator writer article_author",
    "published": (
        "published published_at publishedat published_date publish_date published_on"
        " date_published date_publish datepublished publication_date pub_date pubdate"
        " published_time publish_time date datetime timestamp created_at"
    ),
    "url": "url link article_url web_url weburl source_url permalink canonical_url href uri",
    "language": "language lang language_code",
    "tags": "tags keywords",
    "id": "id _id article_id articleid uuid guid doc_id docid news_id",
}
FIELDS = tuple(_USUAL)
"""Names for which a column can be given."""

_MOST_KNOWN = 200  # sets of columns remembered; rows of one file have a few
_LONGEST_LINE = 2_000  # characters of a title, byline or tag; more is a text in the wrong column
_MARKUP = re.compile(
    r"</?(?:p|br|div|span|a|h[1-6]|ul|ol|li|strong|em|b|i|table|tr|td|blockquote|figure|img|section"
    r"|article|html|body)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BLOCK = re.compile(r"<(?:p|br|div|h[1-6]|li)\b", re.IGNORECASE)
_ENTITY = re.compile(
    r"&(?:amp|quot|apos|nbsp|lt|gt|hellip|[lr][sd]quo|[mn]dash|#\d{2,6}|#x[0-9a-fA-F]{2,5});"
)
_LANGUAGE = re.compile(r"([a-zA-Z]{2})(?:[-_][a-zA-Z0-9-]+)?")


@dataclass(slots=True)
class Columns:
    """Finds the columns of rows: those that a person named, else those with the usual names."""

    fields: Mapping[str, str]
    """Our names to columns (`text` to `source.body`)."""
    _known: dict[tuple[str, ...], dict[str, list[str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Raises ValueError for a name that is none of ours."""
        for name in self.fields:
            if name not in _USUAL:
                raise ValueError(f"no such field: {name}; there are {', '.join(FIELDS)}")

    def value(self, row: Row, name: str) -> object:
        """What a row says in one of our fields; None if nothing."""
        keys = tuple(row)
        columns = self._known.get(keys)
        if columns is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            columns = self._known[keys] = self._among(keys)
        for column in columns[name]:
            found = _at(row, column)
            if found not in (None, "", [], {}):
                return found
        return None

    def _among(self, keys: tuple[str, ...]) -> dict[str, list[str]]:
        """For each of our fields the columns to look at, in order."""
        spelled: dict[str, str] = {}
        for key in keys:
            spelled.setdefault(_folded(key), key)
        found: dict[str, list[str]] = {}
        for name, usual in _USUAL.items():
            given = self.fields.get(name)
            if given is not None:
                found[name] = [given if given in keys else spelled.get(_folded(given), given)]
                continue
            found[name] = []
            for column in usual.split():
                head, dot, rest = column.partition(".")
                if head in spelled:
                    found[name].append(spelled[head] + dot + rest)
        return found


def row_draft(row: Row, columns: Columns, source: str) -> Draft | None:
    """The article of one row, None if it has no text; raises Refused if the text cannot be read."""
    text = _text(columns.value(row, "text"))
    if not text.strip():
        return None
    title = _line(columns.value(row, "title"))
    found = cleaned(text, title=title)
    if not found.text.strip():
        return None
    code = _LANGUAGE.fullmatch(_line(columns.value(row, "language")) or "")
    return Draft(
        text=found.text,
        source=source,
        title=title or found.title,
        outlet=_line(columns.value(row, "outlet")),
        byline=_line(columns.value(row, "byline")) or found.byline,
        published=_date(columns.value(row, "published")) or found.published,
        url=_url(_line(columns.value(row, "url"))),
        language=code[1].lower() if code else language(found.text),
        tags=tuple(dict.fromkeys(_tags(columns.value(row, "tags")))),
        removed=found.removed,
    )


def row_id(row: Row, columns: Columns) -> str | None:
    """What a row calls itself."""
    found = columns.value(row, "id")
    return _line(found) if isinstance(found, str | int) and not isinstance(found, bool) else None


def names(row: Row) -> Iterator[str]:
    """The columns of a row as they can be shown, one level of nesting with a dot."""
    for key, value in row.items():
        yield _line(key) or "(no name)"
        if isinstance(value, dict):
            yield from (f"{_line(key)}.{_line(inner)}" for inner in value)


def _folded(key: str) -> str:
    return re.sub(r"[\s-]+", "_", key.strip().casefold())


def _at(row: Row, column: str) -> object:
    """The value of a column, whose dots may lead into nested objects."""
    if column in row:
        return row[column]
    value: object = row
    for part in column.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(part)
    return value


def _text(value: object) -> str:
    """A text without markup; a list of strings is one of paragraphs."""
    if isinstance(value, Mapping):
        value = next((value[key] for key in _WITHIN if value.get(key)), None)
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = "\n\n".join(value)
    if not isinstance(value, str):
        return ""
    if len(value) > LARGEST:
        raise Refused(too_large(len(value)))
    if "<" in value and len(_MARKUP.findall(value[:20_000])) >= 2:
        from reader.importing.html.pages import fragment

        # A text with a quoted post in it has its paragraphs between lines, not in tags.
        if value.count("\n\n") > len(_BLOCK.findall(value)):
            value = value.replace("\n", "<br>")
        return clean(fragment(value))
    return clean(html.unescape(value) if _ENTITY.search(value) else value)


def _line(value: object) -> str | None:
    """A value on one line; of a list of people or sites their names."""
    if isinstance(value, Mapping):
        value = next((value[key] for key in _NAMED if value.get(key)), None)
    if isinstance(value, list):
        parts = [_line(part) for part in value[:50] if not isinstance(part, list)]
        value = ", ".join(part for part in parts if part)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    written = str(value)
    if _ENTITY.search(written):
        written = html.unescape(written)
    line = " ".join(clean(written[:_LONGEST_LINE]).split())
    return line if line.casefold() not in _NOTHING else None


def _url(written: str | None) -> str | None:
    """An address on the web, or what may be one; not one of a script or of a file here."""
    scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):(?!\d)", written or "")
    return None if scheme and scheme[1].lower() not in ("http", "https") else written


# In which part of an object its text is: WordPress has `{"content": {"rendered": "..."}}`.
_WITHIN = ("rendered", "text", "body", "html", "value", "content")
_NAMED = ("name", "title", "rendered", "text")

_NOTHING = frozenset(("", "null", "none", "nan", "n/a", "na", "[]", "{}", "-"))
"""What programs write for nothing."""


def _date(value: object) -> When | None:
    if isinstance(value, Mapping):  # as databases export it: {"$date": ...}
        value = value.get("$date")
    return moment(value)


def _tags(value: object) -> Iterator[str]:
    parts = value if isinstance(value, list) else re.split("[,;]", _line(value) or "")
    for part in parts[:100]:
        if line := _line(part):
            yield line
