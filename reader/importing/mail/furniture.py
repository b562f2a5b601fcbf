"""What senders of newsletters put around their text, in several languages."""

from __future__ import annotations

import re
from collections.abc import Sequence

_VIEW = re.compile(
    r"\b(?:view|read|open|see)\b.{0,40}\b(?:in|on|as)\b.{0,20}"
    r"\b(?:browser|web|online|website|app)\b"
    r"|\b(?:view|read)[ ]online\b|\bweb[ ]version\b|\bonline[ ]version\b"
    r"|\b(?:trouble|problems?|can'?t|cannot|unable|not)\b.{0,20}"
    r"\b(?:view|read|see|display)(?:ing|ed)?\b"
    r".{0,40}\b(?:e-?mail|message|newsletter|images|correctly|properly)\b"
    r"|\bim[ ]browser\b|\bonline[ -]?(?:ansicht|version)\b|\bwebansicht\b"
    r"|\bnicht[ ](?:richtig|korrekt)[ ](?:angezeigt|dargestellt)\b"
    r"|\bdans[ ](?:votre|le|un)[ ]navigateur\b|\bversion[ ]en[ ]ligne\b"
    r"|\ben[ ](?:su|tu|el)[ ]navegador\b|\bversión[ ](?:web|online|en[ ]línea)\b"
    r"|\bnel[ ](?:tuo[ ])?browser\b|\bversione[ ](?:web|online)\b"
    r"|\bin[ ](?:je|uw|de)[ ]browser\b|\bi[ ](?:webbläsaren|nettleseren|din[ ]browser)\b"
    r"|\bno[ ](?:seu[ ])?navegador\b|\bw[ ]przeglądarce\b|\bselaimessa\b",
    re.IGNORECASE,
)
_LEAVE = re.compile(
    r"\bun-?subscri|\bopt[ -]out\b|\b(?:update|manage|change|edit)\b"
    r".{0,20}\b(?:preferences|subscriptions?|settings)\b"
    r"|\b(?:you|you're|you[ ]are|you've|you[ ]have)\b.{0,20}\b(?:receiv(?:ed|ing)|getting|got)\b"
    r".{0,40}\b(?:because|as|since)\b|\bwhy[ ](?:did|am)[ ]I[ ]get"
    r"|\b(?:e-?mail|message|newsletter)[ ]was[ ]sent[ ](?:to|by)\b"
    r"|\b(?:our|my)[ ]mailing[ ]address\b|\badd[ ]us[ ]to[ ]your[ ]address[ ]book\b"
    r"|\bforwarded[ ]this\b|\bforward(?:ed)?[ ]to[ ]a[ ](?:friend|colleague)\b"
    r"|\babmelde|\babbestell|\bSie[ ](?:erhalten|bekommen)[ ]dies|\baustragen\b"
    r"|\bdésabonn|\bdésinscri|\bvous[ ]recevez[ ]ce"
    r"|\bdarse[ ]de[ ]baja\b|\bdarte[ ]de[ ]baja\b|\bcancelar[ ](?:la|tu|su)?[ ]?suscripci"
    r"|\brecib(?:es|e)[ ]este"
    r"|\bannull?a(?:re)?[ ]l[’']iscrizione\b|\bdisiscri"
    r"|\bcancella(?:re)?[ ]l[’']iscrizione\b"
    r"|\bafmelden\b|\buitschrijven\b|\bavregistrera|\bavsluta[ ]prenumeration|\bavmeld"
    r"|\bframeld|\bafmeld|\bcancelar[ ](?:a[ ])?(?:inscrição|assinatura)\b|\bwypisz"
    r"|\bperuuta[ ]tilaus",
    re.IGNORECASE,
)
_SUPPORT = re.compile(
    r"\b(?:free|paid)[ ]subscribers?\b|\breader-supported\b"
    r"|\bpledg(?:e|ing)\b.{0,30}\bsubscription",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"(?:subscribe|subscribed|upgrade|pledge|restack|like|comment|share|donate|follow us"
    r"|refer a friend|leave a comment|get (?:the|our) app|start writing"
    r"|read (?:more|in app|the full (?:story|post))"
    r"|jetzt (?:lesen|abonnieren)|weiterlesen|mehr lesen|lire la suite|leer más|leggi di più"
    r"|s’abonner|suscríbete)\b[^.,;:]{0,30}[!»›>→]*",
    re.IGNORECASE,
)
_SHORT_DATE = re.compile(
    r"(?:[A-Z][a-zé]{2,8}\.? \d{1,2}|\d{1,2}\.? [A-Za-zé]{3,9}\.?)(?:[,.]? \d{4})?", re.IGNORECASE
)
_RIGHTS = re.compile(
    r"^(?:copyright\b|©|\(c\)[ ]).{0,160}$|\ball[ ]rights[ ]reserved\b", re.IGNORECASE
)
_SIGNATURE = re.compile(r"--[ ]?")
_LIST_FOOT = re.compile(r"\s*(?:_{20,}|-{20,})\s*")
_FILLER = re.compile(
    r"[\s\u00ad\u034f\u061c\u115f\u17b4\u180e\u200b-\u200f\u2007\u2060\ufeff|·•∙*_=~—–-]*"
)
_ONLY_ADDRESS = re.compile(r"[<(\[]*\s*https?://\S+\s*[>)\]]*|\[\d+\][ ]*:?[ ]*https?://\S+")
_LONGEST = 45  # words; a paragraph that says more is not only about the letter itself
_LONGEST_LINE = 600  # characters
_LONGEST_ADDRESS = 2_000  # characters
_BODY = 25  # words from which a line is a paragraph of the letter
_MOST_SIGNATURE = 12  # lines


def is_view_link(line: str) -> bool:
    """Whether a line says where else the letter can be read."""
    return len(line) <= _LONGEST_LINE and bool(_VIEW.search(line))


def furniture(lines: Sequence[str]) -> set[int]:
    """The indexes of lines about the letter: where to read it on the web, how to leave, rights."""
    content = [index for index, line in enumerate(lines) if line.strip()]
    cut = {index for index in content if _is_empty(lines[index])}
    # What marks the foot has no words either.
    content = [index for index in content if index not in cut or _is_mark(lines[index])]
    notices = {index for index in content if _is_notice(lines[index])}
    bodies = [i for i in content if i not in notices and len(lines[i].split()) >= _BODY]
    first = bodies[0] if bodies else (content[0] if content else 0)
    head = [index for index in content if index < first]
    cut |= {i for i in head if i in notices or _SHORT_DATE.fullmatch(lines[i].strip())}
    cut |= {i for i in content if i > first and _BUTTON.fullmatch(lines[i].strip())}
    foot = _foot(lines, content, notices, bodies)
    return cut | {index for index in content if index >= foot}


def _is_empty(line: str) -> bool:
    """Whether a line has no words: rules, invisible characters, a bare address."""
    if len(line) > _LONGEST_ADDRESS:
        return False
    return bool(_FILLER.fullmatch(line) or _ONLY_ADDRESS.fullmatch(line.strip()))


def _is_mark(line: str) -> bool:
    return bool(_SIGNATURE.fullmatch(line) or _LIST_FOOT.fullmatch(line))


def _is_notice(line: str) -> bool:
    if len(line) > _LONGEST_LINE or len(line.split()) > _LONGEST:
        return False
    return any(form.search(line) for form in (_VIEW, _LEAVE, _SUPPORT, _RIGHTS))


def _foot(
    lines: Sequence[str], content: Sequence[int], notices: set[int], bodies: Sequence[int]
) -> int:
    """Where the foot begins: at the first notice below the last paragraph, or at a signature."""
    last = bodies[-1] if bodies else -1
    starts = [index for index in content if index > last and index in notices]
    if not bodies and starts:  # short letters: the notices at the end, but not those on top
        rest = [index for index in content if index not in notices]
        starts = [index for index in starts if rest and index > rest[0]]
    for place in range(max(0, len(content) - 1 - _MOST_SIGNATURE), len(content)):
        line, below = lines[content[place]], content[place + 1 :]
        if _SIGNATURE.fullmatch(line) or (
            content[place] > last
            and _LIST_FOOT.fullmatch(line)
            and any("mailing list" in lines[i].casefold() or i in notices for i in below)
        ):
            starts.append(content[place])
    return min(starts, default=len(lines))
