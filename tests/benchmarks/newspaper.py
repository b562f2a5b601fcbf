"""Made-up articles as large and as uneven as real ones, and what is asked about them.

Words are drawn by Zipf's law from 100,000 forms; an article has a topic, whose words come back in
it and stand in its title. Number n is the same article in a corpus of any size.
"""

from __future__ import annotations

import json
import random
from bisect import bisect
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, pairwise
from pathlib import Path

import reader.text
from reader.model import When
from reader.search.port import Indexed
from reader.text.stopwords import STOP

MEAN_WORDS = 507
SHARE_OF_TOPIC = 0.2
FORMS = 100_000
OUTLETS = [
    f"{place} {kind}"
    for place in ("Coast", "River", "Capital", "Northern", "Hill")
    for kind in ("Daily", "Post", "Courier", "Wire")
]
_ENDINGS = (("", 1.0), ("s", 0.4), ("ed", 0.25), ("ing", 0.2), ("er", 0.05))
_FIRST_DAY, _DAYS = date(2016, 1, 1), 3600


class Newspaper:
    """Articles by their number."""

    def __init__(self) -> None:
        stems = (Path(reader.text.__file__).parent / "document_frequencies.txt").read_text("utf-8")
        found = [line.split("\t")[0] for line in stems.splitlines()[1:]]
        weighed = [
            (word + ending, share / (rank + 2.7) ** 1.12)
            for rank, word in enumerate(found)
            for ending, share in (_ENDINGS if rank > 120 and word.isalpha() else _ENDINGS[:1])
        ]
        weighed = sorted(weighed, key=lambda pair: -pair[1])[:FORMS]
        self.words = [word for word, _ in weighed]
        self._cumulative = list(accumulate(weight for _, weight in weighed))
        chance = random.Random(11)
        middle = bisect(self._cumulative, self._cumulative[-1] * 0.55)
        self._topics = [self._drawn(chance, 30, middle) for _ in range(600)]

    def _drawn(self, chance: random.Random, count: int, first: int = 0) -> list[str]:
        floor, top = self._cumulative[first - 1] if first else 0.0, self._cumulative[-1]
        at = (bisect(self._cumulative, chance.uniform(floor, top)) for _ in range(count))
        return [self.words[min(each, len(self.words) - 1)] for each in at]

    def article(self, number: int) -> Indexed:
        """The article of that number."""
        chance = random.Random(number)
        topic = chance.choice(self._topics)
        length = max(40, int(chance.lognormvariate(6.05, 0.6)))
        drawn = chance.choices(self.words, cum_weights=self._cumulative, k=length)
        for at in chance.sample(range(length), int(length * SHARE_OF_TOPIC)):
            drawn[at] = topic[int(30 * chance.random() ** 2)]
        breaks = {at + 1: ".\n" if at % 60 > 50 else "." for at in range(9, length, 17)}
        text = " ".join(word + breaks.get(at, "") for at, word in enumerate(drawn))
        title = " ".join(chance.sample(topic, 4) + self._drawn(chance, 4))
        outlet = OUTLETS[min(int(chance.expovariate(0.25)), len(OUTLETS) - 1)]
        day = (_FIRST_DAY + timedelta(chance.randrange(_DAYS))).isoformat()
        day = day if chance.random() > 0.02 else day[:7]
        published = When(day) if chance.random() > 0.01 else None
        return Indexed(f"{number:016x}", title.capitalize(), text, outlet, published)


def corpus(folder: Path, count: int) -> Iterator[Indexed]:
    """The first articles; written to a file once, as making them takes a minute."""
    path = folder / f"articles-{count}.jsonl"
    if not path.exists():
        paper, fresh = Newspaper(), path.with_suffix(".new")
        with fresh.open("w", encoding="utf-8") as file:
            for number in range(count):
                each = paper.article(number)
                day = each.published.iso if each.published else None
                file.write(json.dumps([each.id, each.title, each.text, each.outlet, day]) + "\n")
        fresh.replace(path)
    with path.open(encoding="utf-8") as file:
        for line in file:
            id, title, text, outlet, day = json.loads(line)
            yield Indexed(id, title, text, outlet, When(day) if day else None)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, for each engine to put into its own language."""

    kind: str
    words: tuple[str, ...]
    phrase: bool = False
    open: bool = False
    """Whether the last word is only its beginning."""
    part: str = ""
    """A field to look in, if not everywhere."""
    days: tuple[str, str] = ("", "")
    by_date: bool = False
    counts: bool = False
    """Whether the articles found are to be counted by outlet."""


def questions(each_kind: int) -> list[Question]:
    """So many of every kind, made from the first thousand articles, in which all are answered."""
    paper = Newspaper()
    sample = [paper.article(number) for number in range(1000)]
    texts = [each.text.replace(".", "").split() for each in sample]
    seen = Counter(word for text in texts for word in set(text))
    common = {w for w, n in seen.items() if 50 <= n <= 400 and w not in STOP and w.isalpha()}
    rare = {w for w, n in seen.items() if n == 1 and w.isalpha() and len(w) > 3}
    chance = random.Random(7)
    found: list[Question] = []
    for _ in range(each_kind):
        number = chance.randrange(len(sample))
        text, title = texts[number], sample[number].title.lower().split()
        usual = sorted(set(text) & common)
        if len(usual) < 4:
            usual = sorted(common)
        one, two, three = chance.sample(usual, 3)
        start = chance.randrange(len(text) - 3)
        while not any(w not in STOP and w not in common for w in text[start : start + 2]):
            start = chance.randrange(len(text) - 3)
        pairs = [
            (a, b)
            for words in chance.sample(texts, 60)
            for a, b in pairwise(words)
            if {a, b} <= common
        ]
        word = chance.choice([w for w in title if len(w) > 3 and w.isalpha()] or [one])
        year, month = chance.randrange(2017, 2025), chance.randrange(1, 13)
        found += [
            Question("common term", (one,)),
            Question("rare term", (chance.choice(sorted(set(text) & rare) or sorted(rare)),)),
            Question("two terms", (one, two)),
            Question("three terms", (one, two, three)),
            Question("phrase", tuple(text[start : start + 2]), phrase=True),
            Question("phrase, common words", chance.choice(pairs), phrase=True),
            Question("prefix of 2", (word[:2],), open=True),
            Question("prefix of 3", (word[:3],), open=True),
            Question("prefix of 4", (word[:4],), open=True),
            Question("term + prefix of 2", (one, word[:2]), open=True),
            Question("term + prefix of 3", (one, word[:3]), open=True),
            Question("field: title", (word,), part="title"),
            Question("field: outlet", tuple(sample[number].outlet.lower().split()), part="outlet"),
            Question("term + dates", (one,), days=(f"{year}-{month:02}-01", f"{year + 1}-03-31")),
            Question("by date", (one,), by_date=True),
            Question("counts by outlet", (one,), counts=True),
        ]
    return found
