"""Lines that pages put around their articles, as whole lines: a sentence that mentions them stays.

Collected from the pages that the common page builders and news sites make, for twelve languages;
compared without case and without the punctuation around them. All languages count at once: a
page's buttons are often in another language than its article.
"""

from __future__ import annotations

import re
from operator import attrgetter

from reader.importing.plain.phrasebook import da, de, en, es, fi, fr, it, nl, no, pl, pt, sv
from reader.importing.plain.phrasebook.words import parts

LANGUAGES = {
    "en": en.WORDS,
    "de": de.WORDS,
    "fr": fr.WORDS,
    "es": es.WORDS,
    "it": it.WORDS,
    "pt": pt.WORDS,
    "nl": nl.WORDS,
    "sv": sv.WORDS,
    "da": da.WORDS,
    "no": no.WORDS,
    "pl": pl.WORDS,
    "fi": fi.WORDS,
}


def folded(line: str) -> str:
    """A line as the lists have it."""
    start, end = 0, len(line)
    while start < end and not line[start].isalnum():
        start += 1
    while end > start and not line[end - 1].isalnum():
        end -= 1
    return " ".join(line[start:end].casefold().replace("’", "'").split())


def _all(field: str) -> frozenset[str]:
    of = attrgetter(field)
    return frozenset(folded(phrase) for words in LANGUAGES.values() for phrase in parts(of(words)))


def one_of(phrases: frozenset[str]) -> str:
    """A pattern for any of the phrases, the longest first."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(map(re.escape, ordered)).replace("'", "['’]") + ")"


ANYWHERE = _all("anywhere")
AROUND = _all("around") | _all("rights")
LIST_HEADERS = _all("lists")
LEADS = _all("leads")
LABELS = _all("labels")
SECTIONS = _all("sections") | LABELS
COMMENTS = _all("comments")
AUTHOR = _all("author")
READING = _all("reading")
TAGS = _all("tags")
RIGHTS = _all("rights")
CREDIT = _all("credit")
CALLS = _all("calls")
OFFERS = _all("offers")
OURS = _all("ours")

SERVICES = frozenset(
    "facebook twitter linkedin whatsapp reddit pinterest telegram flipboard messenger tumblr "
    "instagram youtube bluesky mastodon tiktok snapchat weibo wechat google+ tweet".split()
)
"""Names on share buttons that are hardly anything else."""

ACTIONS = frozenset(
    "share tweet pin post email e-mail print copy save teilen drucken mailen merken partager "
    "envoyer imprimer compartir enviar condividi invia stampa compartilhar partilhar delen deel "
    "dela del jaa udostępnij drukuj wyślij".split()
)
"""What share buttons do."""

BESIDE = frozenset(
    "x mail link sms rss line vk xing threads pocket on via to this article story page auf per bei "
    "sur par en por su em no op på i z na copier copiar copia kopieren kopiera".split()
)
"""What else may stand in a row of share buttons."""
