"""The values that everything else is made of: frozen, and impossible to build wrong.

Every place in a text is a `Span`, a half-open range of character offsets. Whatever is shown as
evidence is an `Evidence`, cut out of its article by a span, so that it cannot disagree with it.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Field = Literal["text", "title"]
"""Which part of an article a span counts in; the title is not part of the text."""

Certainty = Literal["sure", "perhaps"]
State = Literal["found", "none", "cannot-say"]

PIPE = "stdin"
"""The source of what came through a pipe or was pasted: no place, as another text has it, too."""

RulingAct = Literal["join", "split", "move", "part", "name", "name-story"]
"""What a person can say of the grouping: `part` says that two events are not the same."""

JudgementAct = Literal["hide", "keep", "same", "apart"]
"""What a person can say of a comparison: of a finding the first two, of two passages the others."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of character offsets, never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"no such span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """Cut the words out of the text; the span must lie within it."""
        if self.end > len(text):
            raise ValueError(f"span {self.start}..{self.end} reaches past {len(text)} characters")
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


_WHEN = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(Z|[+-]\d\d:?\d\d)?)?)?)?"
)


@dataclass(frozen=True, slots=True)
class When:
    """A date at the granularity that its source gives: year, month, day or minute (ISO 8601)."""

    iso: str

    def __post_init__(self) -> None:
        match = _WHEN.fullmatch(self.iso)
        if match is None:
            raise ValueError(f"not an ISO date: {self.iso!r}")
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))

    @property
    def first(self) -> date:
        """The first day it can mean."""
        year, month, day = self._parts()
        return date(year, month or 1, day or 1)

    @property
    def last(self) -> date:
        """The last day it can mean."""
        year, month, day = self._parts()
        month = month or 12
        return date(year, month, day or calendar.monthrange(year, month)[1])

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return len(self.iso) >= 10

    def _parts(self) -> tuple[int, int | None, int | None]:
        match = _WHEN.fullmatch(self.iso)
        assert match is not None
        return (
            int(match[1]),
            int(match[2]) if match[2] else None,
            int(match[3]) if match[3] else None,
        )


@dataclass(frozen=True, slots=True)
class Removed:
    """A line, or a piece of one, that was cut from a text as boilerplate, and where it stood."""

    text: str
    """What was cut, without the white space around it."""
    at: int
    """Offset in the text of what stood behind it; the length of the text for the end."""

    def __post_init__(self) -> None:
        if self.at < 0:
            raise ValueError(f"no such offset: {self.at}")


@dataclass(frozen=True, slots=True)
class Article:
    """One text with what is known of it; what its source does not say is None."""

    id: str
    text: str
    """The body, cleaned of control characters; paragraphs end with a newline."""
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: When | None = None
    url: str | None = None
    source: str = ""
    """Where it came from: an absolute path, a URL, or `stdin`."""
    sources: tuple[str, ...] = ()
    """Every place that an identical text came from, `source` first."""
    language: str | None = None
    """ISO 639-1 code."""
    words: int = 0
    removed: tuple[Removed, ...] = ()
    """Lines cut as boilerplate, in their order."""
    extra: tuple[tuple[str, str], ...] = ()
    """Unknown keys of the front matter, as written."""
    added: str = ""
    """When it came in (ISO 8601, UTC)."""

    def __post_init__(self) -> None:
        if not self.id:
            raise ValueError("an article needs an id")
        if not self.text.strip():
            raise ValueError(f"{self.id}: an article needs a text")

    def field(self, name: Field) -> str:
        """The text of one field; an unknown title is the empty string."""
        return self.text if name == "text" else self.title or ""


@dataclass(frozen=True, slots=True)
class Version:
    """A text that an article had, or has."""

    number: int
    """From 1, in the order of reading."""
    title: str | None
    text: str
    source: str
    """Where it was read first; empty if that is not known."""
    seen: str
    """When it was read first (ISO 8601, UTC)."""
    read_by: str | None = None
    """The version of the program that read it; another one may cut other lines."""


Pages = Literal["auto", "always", "never"]
"""Whether the page of a feed's entry is fetched: where the feed has only an excerpt, or as said."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that a person follows. Times are ISO 8601, UTC."""

    address: str
    title: str | None = None
    """The name that the person gave it, else the feed's own."""
    site: str | None = None
    tags: tuple[str, ...] = ()
    """Given to each of its articles."""
    pages: Pages = "auto"
    trusted: str = ""
    """The origin that the person typed; it may be an address of the local network."""
    etag: str | None = None
    modified: str | None = None
    checked: str | None = None
    """When it last answered."""
    failed: str | None = None
    """Why the last try failed, as a clause; None if it did not."""
    failed_since: str | None = None
    failures: int = 0
    """Tries that failed since it last answered."""
    not_before: str | None = None
    """When its server wants to be asked again, if it said so."""
    gone: bool = False
    """Whether its server says that it is gone for good; it is asked no more."""
    articles: int = 0
    named: bool = False
    """Whether its title is one that a person gave it."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What a person has done to an article."""

    read: bool = False
    starred: bool = False
    tags: tuple[str, ...] = ()
    place: int = 0
    """Character offset in the text of the first line last seen."""
    later: bool = False
    """Whether it is put aside to be read later."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a list shows of an article, without its text."""

    id: str
    title: str | None
    opening: str
    """The first words of the text, for articles without a title."""
    outlet: str | None
    published: When | None
    words: int
    marks: Marks
    event: str | None = None
    """The event of two and more articles that it belongs to."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words cut out of an article, with their place."""

    article: str
    field: Field
    span: Span
    quote: str

    @classmethod
    def at(cls, article: Article, span: Span, field: Field = "text") -> Evidence:
        """Cut the quote out of the article."""
        return cls(article.id, field, span, span.of(article.field(field)))


@dataclass(frozen=True, slots=True)
class Voice:
    """Articles that print one text, as outlets do with the copy of a wire service."""

    articles: tuple[str, ...]
    share: float
    """How much of the shorter text stands in the longer one, at least; 0 to 1."""

    def __post_init__(self) -> None:
        if len(self.articles) < 2:
            raise ValueError("one voice needs two articles")


@dataclass(frozen=True, slots=True)
class Event:
    """Articles that report the same happening."""

    id: str
    label: str
    """The headline of its most central article, or a cut opening where none has one."""
    articles: tuple[str, ...]
    """Article ids in the order of date, then of coming in; one or more."""
    why: tuple[str, ...] = ()
    """Fixed sentences and cut words that say what the articles share."""
    story: str | None = None
    """The id of the story that it is a part of, where that has other events as well."""
    maybe: tuple[tuple[str, str], ...] = ()
    """Articles that perhaps belong here too: (article id, reason)."""
    voices: tuple[Voice, ...] = ()
    """Which of its articles print one text."""

    def __post_init__(self) -> None:
        if not self.articles:
            raise ValueError(f"{self.id}: an event needs an article")


@dataclass(frozen=True, slots=True)
class Story:
    """A chain of events: a happening, what was said to it, what came of it."""

    id: str
    label: str
    """The label of its most central event, unless a person named it."""
    events: tuple[str, ...]
    """Event ids in the order of their first dates, undated ones last; two or more."""
    why: tuple[str, ...] = ()
    """Fixed sentences and cut words that say what holds the events together."""

    def __post_init__(self) -> None:
        if len(self.events) < 2:
            raise ValueError(f"{self.id}: a story needs two events")


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person said of the grouping; a later one is stronger than an earlier one."""

    number: int
    """Counts upwards in one library; no number is given twice."""
    act: RulingAct
    made: str
    """When, in ISO 8601 (UTC)."""
    one: tuple[str, ...] = ()
    """Ids of articles that are one event; for `name`, those that the name belongs to."""
    apart: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """Two sets of articles of which none of the first is of one event with one of the second."""
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Words of an article, known by the sentences around them, so that they outlive a version."""

    article: str
    field: Field
    passage: str
    """The whole sentences, white space folded."""
    words: str = ""
    """The words within it that a finding rests on, white space folded; empty for all of it."""
    start: int = 0
    """Where it began when it was meant: of several places that read the same it is the nearest."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person said of a finding or of two passages; a later one is stronger."""

    number: int
    """Counts upwards in one library together with the rulings; no number is given twice."""
    act: JudgementAct
    made: str
    """When, in ISO 8601 (UTC)."""
    places: tuple[Place, ...]
    """What the finding rests on, or the two passages."""
    lens: str = ""
    kind: str = ""
    about: str = ""
    """The finding in one line, as it was when this was said."""


@dataclass(frozen=True, slots=True)
class Note:
    """Words of an article that a person marked, what they wrote about them, or about it all."""

    number: int
    """Counts upwards in one library; no number is given twice."""
    article: str
    place: Place | None
    """The marked words; None for a note on the article as a whole."""
    text: str
    """What was written; empty for words that are only marked."""
    made: str
    """When, in ISO 8601 (UTC)."""
    changed: str
    """When it was written last."""

    def __post_init__(self) -> None:
        if self.place is None and not self.text:
            raise ValueError("a note marks words or says something")


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query that a person keeps under a name."""

    number: int
    name: str
    query: str


@dataclass(frozen=True, slots=True)
class Point:
    """One row of a comparison: passages that say the same thing, one or None per article."""

    passages: tuple[Evidence | None, ...]
    score: float
    """Cosine similarity of the weakest link that holds the row together, 0 to 1."""
    certainty: Certainty

    def __post_init__(self) -> None:
        if sum(passage is not None for passage in self.passages) < 2:
            raise ValueError("a point needs passages of two articles")


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer of a lens, with the passages it rests on."""

    id: str
    """Stable for the same articles and texts."""
    lens: str
    kind: str
    subject: Evidence | None
    """The name or shared words that it is about, cut from the first article that has them."""
    verdict: str
    values: tuple[Evidence | None, ...]
    """The words that the finding rests on, one or None per article."""
    measures: tuple[float | None, ...] = ()
    """What was counted, one per article, in `unit`."""
    unit: str | None = None
    certainty: Certainty = "sure"
    reason: str = ""
    """A fixed sentence (with cut words) that says why it is sure or perhaps."""
    summary: str = ""
    """One line, made of cut words and fixed words only."""
    weight: float = 0.0
    """How much a reader would want to see it, 0 to 1; ranks findings across lenses."""
    evidence: tuple[Evidence, ...] = field(default=())
    """The whole sentences around the values, in article order."""

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"{self.lens}: a finding needs evidence")


@dataclass(frozen=True, slots=True)
class LensReport:
    """What one lens says: found n, looked and found none, or cannot say and why."""

    name: str
    state: State
    reason: str = ""
    findings: tuple[Finding, ...] = ()

    def __post_init__(self) -> None:
        if (self.state == "found") != bool(self.findings):
            raise ValueError(f"{self.name}: {self.state} with {len(self.findings)} findings")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What several articles share and where they part."""

    articles: tuple[str, ...]
    """Two or more article ids; the columns A B C D in this order."""
    points: tuple[Point, ...]
    reports: tuple[LensReport, ...]
    one_event: bool = True
    first: tuple[str, ...] = ()
    """Ids of up to five findings that stand first, across lenses; more where more were kept."""
    hidden: tuple[Finding, ...] = ()
    """What a person does not want to see; in no report."""
    kept: tuple[str, ...] = ()
    """Ids of findings that a person put first."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in the order of the lenses."""
        return tuple(finding for report in self.reports for finding in report.findings)


@dataclass(frozen=True, slots=True)
class Draft:
    """What an importer found in a source; the library turns it into an article."""

    text: str
    """Cleaned of control characters and of boilerplate."""
    source: str
    """Absolute path, URL or `stdin`."""
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: When | None = None
    url: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    removed: tuple[Removed, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()
    unread: tuple[tuple[str, str], ...] = ()
    """Entries among them that should have given a date or a language and could not be read."""
