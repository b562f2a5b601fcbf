"""Articles as references: BibTeX, and CSL JSON as citation programs read it.

Of what is not known nothing is written. CSL: citeproc-js, Zotero and pandoc take the same JSON;
its fields and the form of its dates are those of CSL 1.0.2 (docs.citationstyles.org).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.exporting.shapes import Shape
from reader.model import Article
from reader.text.safety import one_line

# What TeX takes for more than a character; a backslash and a tilde have no short escape.
_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#",
    "%": r"\%", "_": r"\_", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
}  # fmt: skip
_SPECIAL = re.compile("[" + re.escape("".join(_TEX)) + "]")
# An address may hold none of these unescaped (RFC 3986), so that nothing of it is lost.
_UNSAFE_URL = {"\\": "%5C", "{": "%7B", "}": "%7D", '"': "%22", " ": "%20", "^": "%5E", "`": "%60"}
# `By A, B and C`: between names stand commas, semicolons and the word for `and`.
_BETWEEN = re.compile(r"\s*[;,]\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*", re.IGNORECASE)
_BY = re.compile(r"by\s+", re.IGNORECASE)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def authors(byline: str | None) -> list[str]:
    """The names in a byline, as they stand there."""
    line = one_line(byline or "")
    begun = _BY.match(line)
    names = _BETWEEN.split(line[begun.end() :] if begun else line)
    return [name for name in names if name]


def bibtex(articles: Sequence[Article]) -> str:
    """The articles as BibTeX entries, each under its id."""
    return "\n".join(map(_entry, articles))


def csl_json(articles: Sequence[Article]) -> list[Shape]:
    """The articles as CSL items, each under its id."""
    return [_item(article) for article in articles]


def _entry(article: Article) -> str:
    fields: dict[str, str] = {}
    if names := authors(article.byline):
        # Braced: a byline does not say which part is the surname, nor whether it is a person.
        fields["author"] = " and ".join(f"{{{_tex(name)}}}" for name in names)
    if article.title:
        fields["title"] = f"{{{_tex(article.title)}}}"
    if article.outlet:
        fields["journal"] = _tex(article.outlet)
    month = ""
    if article.published:
        iso = article.published.iso
        fields["year"] = iso[:4]
        if len(iso) >= 7:
            month = _MONTHS[int(iso[5:7]) - 1]
        if len(iso) >= 10:
            fields["day"] = str(int(iso[8:10]))
    if address := _address(article):
        fields["url"] = "".join(_UNSAFE_URL.get(c, c) for c in address)
    if article.language:
        fields["langid"] = _tex(article.language)
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
    if month:
        lines.append(f"  month = {month},")
    return "\n".join([f"@article{{{article.id},", *lines, "}"]) + "\n"


def _tex(text: str) -> str:
    return _SPECIAL.sub(lambda match: _TEX[match[0]], one_line(text))


def _address(article: Article) -> str | None:
    """Where it stands on the web; a path of this computer is no reference."""
    url = one_line(article.url or "")
    return url if url.startswith(("http://", "https://")) else None


def _item(article: Article) -> Shape:
    item: Shape = {"id": article.id, "type": "article-newspaper"}
    if names := authors(article.byline):
        item["author"] = [{"literal": name} for name in names]
    if article.title:
        item["title"] = one_line(article.title)
    if article.outlet:
        item["container-title"] = one_line(article.outlet)
    if article.published:
        parts = [int(part) for part in article.published.iso[:10].split("-")]
        item["issued"] = {"date-parts": [parts]}
    if address := _address(article):
        item["URL"] = address
    if article.language:
        item["language"] = article.language
    return item
