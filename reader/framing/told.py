"""What the writer's own sentences say that somebody said: `Lee said that`, `..., Lee said`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from reader.framing.extent import clause_end, speech_end
from reader.framing.reporting import Sources
from reader.framing.source import Source
from reader.framing.speech import Act, Speech
from reader.framing.verbs import ALWAYS, Verb, find_verbs, speaking
from reader.model import Span
from reader.text.attribution import QUESTION
from reader.text.document import Document
from reader.text.people import is_person_noun

_ACCORDING = re.compile(r"(?<!\w)[Aa]ccording to\s")
# `On Monday, Lee said ...`: what stands before the comma is no speech.
_OPENING_PHRASE = re.compile(
    r"(?:on|in|at|after|before|during|earlier|later|last|when|while|as|for|from|since|until|by|"
    r"with|asked|speaking|meanwhile|but|and|however|still|yesterday|today|though|although|if|to|"
    r"instead|then|also|despite|following|under|through|separately)\b",
    re.IGNORECASE,
)
# What may stand behind `Lee said` at the end of a sentence that began with the words.
_CLOSES = re.compile(
    r"\s*(?:[.,;!?”\"»]|$|(?:on|in|at|during|to|of|as|about|by|after|before|when|while|from|for|"
    r"with|via|this|last|yesterday|today|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    r"adding|referring|citing|recently|later|earlier|through)\b)"
)
_OPENS = re.compile(r"\s?[,:]?\s?(?:[“\"«‘']{1,2})|\s[^.;:“”\"\n]{1,60}:\s?[“\"]")
# `The Tide quoted Lee as saying`, `Lee was quoted by the Tide as having said`
_QUOTED_AS = re.compile(
    r"(?:(?<=\s)(?:quoted|quotes|quoting)\s(?P<who>[^,.;:“”\"\n]{2,60}?)"
    r"|\s(?:is|are|was|were|(?:has|have|had)\sbeen)\s(?:also\s)?quoted(?:\s(?:by|in)\s[^.;:“”\"\n]{2,50}?)?)"
    r",?\sas\s(?:saying|having\ssaid|telling\s(?:it|them|him|her|reporters|the\s[\w’'-]+))(?![\w-])"
    r"(?:(?:\s(?:in|on|at|to|during)\s[^,.;:“”\"\n]{1,60}?)?\sthat(?![\w-]))?"
)
# `“...,” the Tide quoted Lee as saying`, `..., the Tide quoted Lee as saying`
_IN_FRONT = re.compile(r"(?:,?[”\"]|(?<=\w),)(?:\s[\w.’'-]+){1,7}\s?$")
# Behind the comma goes on what is told, not who tells it or who else said so.
_LED_BEHIND = re.compile(r",\s(?!(?:who|whose|which|with|said|says|told|adding)\b)")
_OPENED = re.compile(r"[“\"]")
_LEADING = frozenset("and but while because".split())
_WRONGLY = re.compile(
    r"\b(?:falsely|wrongly|incorrectly|mistakenly|never|not|n[’']t)\s(?:been\s)?$"
)
_THAT = re.compile(r"\sthat\s")
_CLAUSE = re.compile(
    r"(?:\s(?:that|how|why|whether)\s|[:,]?\s*[“\"«]|:\s|\s(?:he|she|they|it|there)\s)"
)
# So far back a sentence is looked at for words in front of its `Lee said`.
_BEFORE = 400
_SUBJECT = 60
_NEAR = 26
_OPENING_WORDS = 12
_ADDRESSEE = re.compile(
    r"\s+(?:(?:[\w’'.&-]+\s+){0,7}?(?=(?:that|he|she|they|it)\s)"
    r"|(?:[\w’'.&-]+\s+){0,7}?[\w’'.&-]+[,:]\s+(?=[“\"])|(?:[\w’'.&-]+\s+){0,4}?(?=[“\"])"
    r"|(?:reporters|lawmakers|journalists|viewers|him|her|them)\s+)"
)
# `It was a sad scene: “...”, Lee said`: the writer leads to the words.
_LED = re.compile(r"(?::|\s?[—–]|\s--?)\s[“\"]")
# `officials accused of fraud`, `the judge denied bail`: nobody speaks.
_PASSIVE = re.compile(
    r"\s+(?:of|by|for|in|at|as|to|bail|entry|access|(?:[\w’'-]+\s+){0,3}?(?:requests?|motions?|visas?|"
    r"parole|appeals?|petitions?|permission|stay|entry|access|bail))\b"
)
_REPUTED = re.compile(r"\s+to\s+(?:be|have)\b")  # `a place said to be cold`
# `no matter what Lee has said`, `Lee said all manner of things`: no words are given.
_FREE = re.compile(
    r"(?<![\w-])(?:what|whatever|everything|anything|nothing|things)\s+(?:[a-z]+\s+)?$",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\s+(?:all (?:manner|sorts|kinds) of|and (?:did|does|do|done)\b|"
    r"(?:(?:much|pretty much|exactly|basically|about) )?the same(?: things?)?(?=[.,;]| "
    r"(?:about|at|before|during|in|last|of|on|to|two|three|four|five|ten|when|years)\b))"
)
# `According to Ann Lee, director of the harbour museum, ...`: who she is, is nobody's words.
_WHO_THAT_IS = re.compile(
    r",\s(?:(?:an?|the|one)\s)?(?:(?:former|senior|vice|chief|deputy|executive|co-|[A-Z][\w.’'-]*)\s)*"
    r"(?P<noun>[A-Za-z-]+)(?:\s(?:of|for|at|in|with|who|from)\s[^,;:“”\"\n]{2,90})?(?=,)"
)
_BEFORE_INVERTED = frozenset(',”"»?!')
_INVERTED = frozenset(
    "said says say wrote writes added adds noted notes explained tweeted replied recalled "
    "continued argued warned insisted declared claimed concluded remarked observed quipped".split()
)
_TOLD = frozenset("told tells tell warned warns warn".split())
# `said Lee was late` gives what is said of Lee.
_ACTS = re.compile(
    r"\s(?:is|was|are|were|has|had|have|would|will|could|should|can|may|might|did|does|[a-z]{3,}ed)\b"
)
# Between a quotation and the subject of the verb: then it is not what the subject says.
_BETWEEN = frozenset(
    "that after when as because while who which before if but and where since until though".split()
)
_PARTICIPLES = _BETWEEN - {"and", "but"} | {"including"}


class Told:
    """Reporting verbs and `according to` of one document, with whom and what they introduce."""

    def __init__(
        self,
        document: Document,
        sources: Sources,
        quoted: Callable[[int], bool],
        count: Callable[[Sequence[Span]], int],
    ) -> None:
        """`quoted`: whether an offset lies between marks; `count`: how many words spans have."""
        self._document = document
        self._text = document.text
        self._sources = sources
        self._quoted = quoted
        self._count = count
        self._verbs = tuple(find_verbs(document))

    def speeches(self) -> Iterator[Speech]:
        """Speech with a reporting verb or `according to`, in order."""
        places: list[tuple[int, Verb | None]] = [
            (verb.span.start, verb) for verb in self._verbs if verb.word in speaking()
        ]
        places += [(match.start(), None) for match in _ACCORDING.finditer(self._text)]
        quoting = {match.start(): match for match in _QUOTED_AS.finditer(self._text)}
        places += [(start, None) for start in quoting]
        ends: dict[int, int] = {}
        for start, verb in sorted(places, key=lambda item: item[0]):
            at = self._own(start)
            if at is None or _REPUTED.match(self._text, verb.span.end if verb else start):
                continue
            sentence = self._document.passages[at].span
            floor = max(sentence.start, ends.get(at, 0))
            if start in quoting:
                speech = self._quoted_as(quoting[start], sentence, floor)
            elif verb is None:
                speech = self._according(start, sentence, floor)
            else:
                speech = self._said(verb, sentence, floor)
            if speech is not None:
                yield speech
                ends[at] = verb.span.end if verb else start + len("according to")

    def acts(self) -> Iterator[Act]:
        """Who denies or attacks."""
        for verb in self._verbs:
            at = self._own(verb.span.start)
            if at is None or verb.word in speaking():
                continue
            if _PASSIVE.match(self._text, verb.span.end):
                continue
            floor = self._document.passages[at].span.start
            source = self._sources.before(floor, verb.span.start)
            if source is not None:
                yield Act(source, verb.span)

    def _own(self, offset: int) -> int | None:
        """The passage at an offset, if it is a sentence and the offset not between marks."""
        at = self._document.passage_at(offset)
        if at is None or self._document.passages[at].heading or self._quoted(offset):
            return None
        return at

    def _said(self, verb: Verb, sentence: Span, floor: int) -> Speech | None:
        text, span = self._text, verb.span
        source = self._sources.before(floor, span.start)
        if source is not None:
            begin = _subject_start(text, floor, source.span.start)
            if self._trails(floor, begin, source.span.start, span.end, sentence.end):
                return self._speech(self._led_to(floor, begin), begin, source, span)
            return self._leading(verb, sentence, source)
        before = text[max(floor, span.start - _BEFORE) : span.start].rstrip()
        that = _THAT.match(text, span.end)  # `Lee, who left, said that people ...`
        if verb.word in _INVERTED and before and before[-1] in _BEFORE_INVERTED and not that:
            source = self._sources.after(span.end, sentence.end)
            if source is not None and not _ACTS.match(text, source.span.end, sentence.end):
                return self._speech(floor, span.start, source, span)
        return None

    def _led_to(self, floor: int, stop: int) -> int:
        """Where the words begin that a colon of the writer's leads to; else the floor."""
        led = (m.end() for m in _LED.finditer(self._text, floor, stop) if self._quoted(m.end()))
        return next(led, floor)

    def _trails(self, floor: int, begin: int, subject: int, end: int, stop: int) -> bool:
        """Whether the words stand before `Lee said`, not behind it."""
        text = self._text
        before = text[max(floor, begin - _BEFORE) : begin].rstrip()
        if QUESTION.match(before.lstrip(' “"')):
            return False
        if not before or before[-1] not in _BEFORE_INVERTED or len(before.split()) < 3:
            return False
        between = text[begin:subject].split()
        if before[-1] in '”"»':
            return not _BETWEEN & set(between)
        opens = _OPENS.match(text, end, stop)
        if opens is not None and self._quoted(opens.end()):
            return False
        if _PARTICIPLES & set(between):
            return False
        if before[-1] == "," and len(before) < _BEFORE and _is_opening(before):
            return False
        closes = _CLOSES.match(text, end, stop)
        return closes is not None and not _THAT.search(text, end, min(stop, end + 60))

    def _leading(self, verb: Verb, sentence: Span, source: Source) -> Speech | None:
        text, end = self._text, verb.span.end
        if self._gives_no_words(source.span.start, end, sentence):
            return None
        if verb.word in _TOLD:
            addressed = _ADDRESSEE.match(text, end, sentence.end)
            end = addressed.end() if addressed else end
        elif verb.word not in ALWAYS and not _CLAUSE.match(text, end, sentence.end):
            return None
        stop = speech_end(text, end, sentence.end, self._quoted)
        stop = clause_end(text, sentence.start, source.span.start, end, stop)
        return self._speech(end, stop, source, verb.span)

    def _gives_no_words(self, subject: int, end: int, sentence: Span) -> bool:
        """Whether it is only said that somebody spoke; behind a colon the words do follow."""
        if _VAGUE.match(self._text, end, sentence.end):
            return True
        free = _FREE.search(self._text, max(sentence.start, subject - _NEAR), subject)
        return free is not None and self._text.find(":", end, sentence.end) < 0

    def _according(self, start: int, sentence: Span, floor: int) -> Speech | None:
        text = self._text
        source = self._sources.after(start + len("according to"), sentence.end)
        if source is None or source.pronoun:
            return None
        before = text[max(floor, start - _BEFORE) : start].strip(' ,“"')
        if before and not self._goes_before(before, source, sentence):
            return self._speech(self._led_to(floor, start), start, source, None)
        aside = _WHO_THAT_IS.match(text, source.span.end, sentence.end)
        told = aside is not None and is_person_noun(aside["noun"])
        comma = text.find(",", aside.end() if aside and told else source.span.end, sentence.end)
        return self._speech(comma + 1, sentence.end, source, None) if comma >= 0 else None

    def _goes_before(self, before: str, source: Source, sentence: Span) -> bool:
        """Whether `according to` leads to the words behind it, whatever stands before.

        `It rained: According to Lee, “...”`, `It will, according to Lee, be “...”`.
        """
        behind = self._text[source.span.end : sentence.end]
        if not _LED_BEHIND.match(behind):
            return False
        if before.endswith((":", ";", "—", "–")) or before.split()[-1].casefold() in _LEADING:
            return True
        return bool(_OPENED.search(behind)) and not _OPENED.search(before)

    def _quoted_as(self, found: re.Match[str], sentence: Span, floor: int) -> Speech | None:
        """The words of one whom another one quotes: `quoted Lee as saying`, `Lee was quoted as`."""
        if found.end() > sentence.end or _WRONGLY.search(self._text, floor, found.start()):
            return None
        if found["who"]:
            source = self._sources.before(found.start("who"), found.end("who"))
        else:
            source = self._sources.before(floor, found.start())
        if source is None:
            return None
        before = _IN_FRONT.search(self._text, floor, found.start())
        behind = self._text[found.end() : sentence.end].strip(" .\n")
        if before is not None and (self._quoted(before.start() - 1) or not behind):
            return self._speech(floor, before.start(), source, None)
        stop = speech_end(self._text, found.end(), sentence.end, self._quoted)
        return self._speech(found.end(), stop, source, None)

    def _speech(self, start: int, end: int, source: Source, verb: Span | None) -> Speech | None:
        text = self._text
        while start < end and not text[start].isalnum():
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in ',“"'):
            end -= 1
        if start >= end:
            return None
        spans = (Span(start, end),)
        return Speech(spans, self._count(spans), source, verb=verb)


def _is_opening(before: str) -> bool:
    """Whether the words before a subject are only `On Monday,` or `In a letter to the town,`."""
    short = len(before.split()) < _OPENING_WORDS and not any(mark in before for mark in '“”"')
    return short and _OPENING_PHRASE.match(before) is not None


def _subject_start(text: str, floor: int, start: int) -> int:
    """Where the clause of the subject begins: behind the last comma or mark before it."""
    low = max(floor, start - _SUBJECT)
    found = max(text.rfind(mark, low, start) for mark in ',”"»?!;')
    return found + 1 if found >= 0 else (low if low == floor else start)
