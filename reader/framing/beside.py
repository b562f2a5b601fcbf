"""Who is said to say a quotation whose marks no name or pronoun of a speaker touches."""

from __future__ import annotations

import re

from reader.framing.acting import OF_ANOTHER, Acting
from reader.framing.reporting import Sources
from reader.framing.source import Source
from reader.framing.subjects import Subjects
from reader.model import Span
from reader.text.attribution import SPEECH, WHEN
from reader.text.document import Document
from reader.text.people import is_organisation_noun, is_person_noun
from reader.text.quotations import Quotation
from reader.text.stopwords import STOP
from reader.text.tokens import fold

# `Lee left the room, saying, “...”`
_SAYING = re.compile(
    r"(?:,\s(?:and\s)?(?:[a-z]+ly\s)?|\sby\s|\sand\s)(?:adding|arguing|asking|claiming|commenting|declaring|"
    r"explaining|insisting|joking|noting|remarking|saying|stating|tweeting|vowing|warning|writing|"
    rf"calling|describing|dismissing|blasting)(?:{WHEN})?"
    r"(?:\s(?!he\b|she\b|they\b)[\w’'.-]+){0,8}?[,:]?\s[“\"‘']?$"
)
# `Lee called the plan “...”`
_CALLS = re.compile(
    r"\s(?:called|calls|described|describes|dismissed|dismisses|blasted|blasts|slammed|denounced|"
    r"hailed|praised|criticized|criticised|labeled|branded|condemned|touted|mocked|reprimanded|"
    r"referred\sto)"
    r"(?:\s[\w’'.-]+){1,8}?\s[“\"‘']?$"
)
# `Lee shot back, “...”`, `Lee hit back that the plan was “...”`
_BACK = re.compile(
    r"\s(?:shot|fired|hit|pushed|snapped|struck)\sback(?:\s[\w’'.-]+){0,8}?[,:]?\s[“\"‘']?$"
)
_LEADS = (_SAYING, _CALLS, _BACK)
_LEAD = 110
_VERBS = "|".join(sorted(SPEECH | {"told"}))
# `Lee wrote on the site: “...”`, `Lee wrote on the site that “...”`
_VERB = re.compile(rf"\s({_VERBS})(?=[\s:])")
_COLON = re.compile(r"[^.;:?!“”\"«»\n]{0,90}:$")
_THAT = re.compile(r"(?:\s(?:on|in|to|via|at|during|by)(?:\s[\w’'@.-]+){1,12}?)?\sthat$")
# What is read, sung or written there is not said by who tells of it.
_WORK = re.compile(
    r"\b(?:read|reads|reading|sign|headline|headlined|headlines|titled|entitled|song|saying|called|"
    r"quoted|quoting|quotes|citing|cited|who|which|following|from)\b"
)
# `“...,” the court said`: who is no name, and whether it is somebody the noun decides.
_NOUN = (
    r"(?P<who>(?:the|an?|one|another|this|that|his|her|its|their)\s(?:[\w.’'-]+\s){0,4}?"
    r"(?P<noun>[A-Za-z][\w-]+)(?:\s(?:of|for|from|with|at)\s(?:[\w.’'-]+\s?){1,5}?)?)"
)
_DOING = (
    r"(?:\s(?:also|later|then|further|[a-z]+ly))?"
    rf"\s(?:{_VERBS}|reads|read|yelled|screamed|shot\sback)\b"
)
_ONE_OF = (
    r"(?P<of>(?:one|two|some|another)\sof\s(?:the|his|her|its|their|those|these)\s(?P<men>[a-z-]+))"
)
_BEHIND = re.compile(rf",?\s(?:{_ONE_OF}|{_NOUN}){_DOING}")
_INVERTED = re.compile(
    rf",?\s(?:said|says|added|adds|wrote|asked|warned|explained|recalled)\s(?:{_ONE_OF}|{_NOUN})"
    r"(?=[,.;]|\s(?:and|who|whose|in|at|on|during|after|when|as|familiar|close|involved|briefed)\b)"
)
_ACCORDING = re.compile(rf"\W*According\sto\s{_NOUN}[,:]\s?", re.IGNORECASE)
_OPENS = re.compile(rf"\W*{_NOUN}{_DOING}", re.IGNORECASE)
# `“...,” former Acme chairman and Ohio governor Ann Lee recently told the Flare`
_TITLED = re.compile(rf"\s(?P<title>(?:[\w.’'-]+\s){{1,10}}?)(?P<verb>{_VERBS})\b")
_IN_TITLE = frozenset("the of and".split())
# `The university released a statement saying, “...”`
_STATES = (
    r"\s(?:released|issued|posted|published|sent(?:\sout)?|put\sout)\sa\s(?:\w+\s)?"
    r"(?:statement|letter|tweet|post|e-?mail|memo|message|note)\s(?:saying|stating|reading)"
    r"(?:\sthat)?[,:]?\s[“\"]?"
)
_STATING = re.compile(rf"{_STATES}$")
_STATED = re.compile(rf"\W*{_NOUN}{_STATES}", re.IGNORECASE)
_REACH = 150
_BODIES = frozenset(
    "administration ad advisory affidavit app army article assembly association authority ban bill "
    "board body book brief cabinet caption campaign caller chamber city coalition commission "
    "committee complaint congregation council country county court crowd decision declaration "
    "department directive document editorial email e-mail embassy family filing flier force "
    "government guidance indictment institute judges jury law lawsuit leaflet letter manifesto "
    "memo memorandum message military ministry mosque motion navy note notice office order "
    "organizers paper party petition police post poster posting proposal release report "
    "resolution review ruling senate society source statement station study suit summary team "
    "text transcript tribunal tweet union university warning warrant harbourmaster harbormaster "
    "stationmaster".split()
)
_MASTERS = ("harbour master", "harbor master", "station master", "dock master")
_INNER = frozenset("the a an of and for u.s us uk first second two three top new next own".split())


class Beside:
    """Finds the speakers of quotations that stand a few words off."""

    def __init__(self, document: Document, sources: Sources, subjects: Subjects) -> None:
        self._document = document
        self._text = document.text
        self._sources = sources
        self._subjects = subjects
        self._acting = Acting(document, sources, subjects)

    def of(self, quotation: Quotation) -> Source | None:
        """Who is said to say it, by name, pronoun or description."""
        return (
            self._described(quotation)
            or self._leading(quotation)
            or self._saying(quotation)
            or self._according(quotation)
            or self._titled(quotation)
            or self._stating(quotation)
            or self._acting.of(quotation)
        )

    def _saying(self, quotation: Quotation) -> Source | None:
        """The subject of the sentence that leads to a quotation: `Lee left, saying, “...”`."""
        at = self._document.passage_at(quotation.span.start)
        if at is None:
            return None
        text, start = self._text, self._document.passages[at].span.start
        low, stop = max(start, quotation.span.start - _LEAD), quotation.span.start
        leads = next(
            (found for form in _LEADS if (found := form.search(text, low, stop)) is not None), None
        )
        if leads is None or self._subjects.somebody(leads.start(), stop):
            return None
        subject = self._subjects.alone(start, leads.end())
        if subject is None or not (subject.name or subject.pronoun):
            return None
        if OF_ANOTHER.search(text, subject.span.end, stop):
            return None
        return Source(subject.span, subject.name)

    def _according(self, quotation: Quotation) -> Source | None:
        """What a sentence that opens with `According to the report:` cites."""
        at = self._document.passage_at(quotation.span.start)
        if at is None:
            return None
        start = self._document.passages[at].span.start
        found = _ACCORDING.fullmatch(self._text, start, quotation.span.start)
        return self._noun(found) if found else None

    def _titled(self, quotation: Quotation) -> Source | None:
        """The name behind a title of several words behind a quotation, in front of the verb."""
        end = quotation.span.end
        found = _TITLED.match(self._text, end, min(len(self._text), end + _REACH))
        if found is None or self._text[max(0, end - 2)] != ",":
            return None
        named = list(self._sources.named_in(end, found.start("verb")))
        if not named or not named[-1][1].person:
            return None
        span, name = named[-1]
        title = self._text[end : span.start].split()
        if any(word.casefold() in STOP - _IN_TITLE for word in title):
            return None
        between = self._text[span.end : found.start("verb")]
        if len(between.split()) > 1 or between != between.casefold():
            return None
        return Source(span, name) if any(_speaks(fold(w.rstrip("."))) for w in title) else None

    def _stating(self, quotation: Quotation) -> Source | None:
        """Who releases a statement that has these words."""
        at = self._document.passage_at(quotation.span.start)
        if at is None:
            return None
        start, stop = self._document.passages[at].span.start, quotation.span.start
        found = _STATING.search(self._text, max(start, stop - _REACH), stop)
        if found is None:
            return None
        described = _STATED.fullmatch(self._text, start, stop)
        return self._sources.before(start, found.start()) or (
            self._noun(described) if described else None
        )

    def _leading(self, quotation: Quotation) -> Source | None:
        """The subject of the verb in front of a colon or `that`, a few words before it.

        Behind a colon the words may be the whole of the next paragraph.
        """
        text = self._text
        stop = quotation.span.start
        while stop > 0 and text[stop - 1].isspace():
            stop -= 1
        if "\n" in text[stop : quotation.span.start] and not _whole(text, quotation.span.end):
            return None
        at = self._document.passage_at(stop - 1) if stop else None
        if at is None or self._document.passages[at].heading:
            return None
        floor = self._document.passages[at].span.start
        verbs = list(_VERB.finditer(text, max(floor, stop - _REACH), stop))
        if not verbs:
            return None
        verb = verbs[-1]
        colon = _COLON.fullmatch(text, verb.end(), stop)
        if colon is None and not _THAT.fullmatch(text, verb.end(), stop):
            return None
        if _WORK.search(text, verb.end(), stop):
            return None
        return self._sources.before(floor, verb.start()) or self._opening(floor, verb.end(1))

    def _described(self, quotation: Quotation) -> Source | None:
        """Whom or what the words behind a quotation describe as its speaker: `the court said`."""
        end = quotation.span.end
        limit = min(len(self._text), end + _REACH)
        behind = _BEHIND.match(self._text, end, limit) or _INVERTED.match(self._text, end, limit)
        return self._noun(behind) if behind else None

    def _opening(self, floor: int, stop: int) -> Source | None:
        """What a sentence opens with that leads to a quotation: `The letter said: “...”`."""
        opens = _OPENS.match(self._text, floor, stop)
        return self._noun(opens) if opens and opens.end() == stop else None

    def _noun(self, found: re.Match[str]) -> Source | None:
        if "of" in found.re.groupindex and found["of"]:
            who = Span(*found.span("of"))
            men = found["men"]
            return Source(who, role="?") if men == "people" or _speaks(men[:-1]) else None
        noun = found["noun"].casefold()
        one = noun.removesuffix("s")
        master = noun == "master" and found["who"].casefold().endswith(_MASTERS)
        if not (master or noun in _BODIES or one in _BODIES or any(map(_speaks, (noun, one)))):
            return None
        *inner, _ = found["who"][: found.end("noun") - found.start("who")].split()
        if any(word.casefold() in STOP - _INNER for word in inner[1:]):
            return None
        who = Span(*found.span("who"))
        return self._sources.role(who.start, who.end) or Source(who, role="?")


def _whole(text: str, end: int) -> bool:
    """Whether nothing follows in the paragraph."""
    line = text.find("\n", end)
    return not text[end : line if line >= 0 else len(text)].strip(" .")


def _speaks(noun: str) -> bool:
    return is_person_noun(noun) or is_organisation_noun(noun)
