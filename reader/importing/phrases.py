"""Lines that pages put around their articles, as whole lines: a sentence that mentions them stays.

Collected from the pages that the common page builders and news sites make; compared without
case and without the punctuation around them.
"""

from __future__ import annotations

import re


def _lines(*lines: str) -> frozenset[str]:
    return frozenset(part.strip() for line in lines for part in line.split("|"))


_AROUND = re.compile(r"^[\W_]+|[\W_]+$")


def folded(line: str) -> str:
    """A line as the lists have it."""
    return " ".join(_AROUND.sub("", line).casefold().replace("’", "'").split())


ANYWHERE = _lines(
    "featured image credit | featured image | image credit | photo credit | add row",
    "advertisement | advertisements | story continues below advertisement",
    "article continues below | advertisement - continue reading below | continue reading below",
    "continue reading the main story | article continues below advertisement",
    "article continues after advertisement | story continues after advertisement",
    "scroll to continue | media playback is unsupported on your device | share this article",
    "share this story | share this post | share this with | leave a reply | cancel reply",
    "write a comment | sign up for our newsletter | subscribe to our newsletter",
    "skip to main content | skip to content",
    "please enable javascript to view the comments powered by disqus",
    "your email address will not be published | required fields are marked",
    "your email address will not be published. required fields are marked",
    "save my name, email, and website in this browser for the next time i comment",
)
"""Said by no article about its subject, wherever they stand."""

AROUND = _lines(
    "add | share | share this | share it | share on | tweet | tweet this | tweet it | pin it",
    "print | email | e-mail | email this | print this | copy link | copy url | link copied",
    "save | like | like this | like this: | loading | follow | follow us | subscribe",
    "subscribe now | sign up | sign in | log in | login | register | back to top | top | next",
    "previous | next article | previous article | next post | previous post | next story",
    "previous story | load more | show more | see more | view all | view more | see all | ad",
    "ads | sponsored | sponsored content | promoted | promoted content | paid content | menu",
    "main menu | search | close | home | listen | listen to this article | listen to article",
    "play | play audio | text size | font size | comment | comments | no comments",
    "no comments yet | be the first to comment | add a comment | add comment | add new comment",
    "post a comment | post comment | submit comment | submit | leave a comment",
    "leave your comment | write your comment | view comments | show comments | hide comments",
    "load comments | join the conversation | join the discussion | name | website | message",
    "reply | your name | your email | your comment | notify me of new posts by email",
    "notify me of follow-up comments by email | notify me of new comments | gift this article",
    "give this article | add to list | bookmark | report an error | request a correction",
    "teilen | drucken | kommentare | kommentar schreiben | schreibe einen kommentar",
    "zur startseite | hinterlasse einen kommentar | partager | imprimer",
    "laisser un commentaire | compartir | deja una respuesta | deja un comentario | imprimir",
    "condividi | lascia un commento",
)
"""Buttons and form fields; cut only above the first and below the last paragraph."""

LIST_HEADERS = _lines(
    "related | related posts | related articles | related article | related stories",
    "related story | related news | related content | related coverage | related reading",
    "related links | related topics | related video | related videos | see also | read also",
    "also read | read more | read next | more stories | more news | more on this story",
    "more on this | more on this topic | recommended | recommended for you",
    "recommended reading | recommended stories | recommended articles | you may also like",
    "you might also like | you may like | you might also be interested in",
    "you may also be interested in | you might be interested in | most read | most popular",
    "most viewed | popular | popular posts | popular now | trending | trending now",
    "trending stories | latest news | latest stories | latest articles | latest posts | latest",
    "recent posts | recent articles | recent comments | don't miss | up next",
    "what to read next | top stories | top news | editor's picks | editors' picks",
    "similar articles | similar posts | more articles | more posts | more like this",
    "from the web | around the web | promoted stories | from our partners | keep reading",
    "continue reading | ähnliche artikel | ähnliche beiträge | mehr zum thema",
    "das könnte sie auch interessieren | lesen sie auch | articles similaires | à lire aussi",
    "lire aussi | sur le même sujet | artículos relacionados | noticias relacionadas",
    "te puede interesar | leggi anche | articoli correlati | lees ook | leia também | läs också",
    "les også",
)
"""Heads of lists of other articles; with the headlines below them, to the end of the page."""

LABELS = _lines(
    "opinion | analysis | analysis/opinion | commentary | editorial | breaking | breaking news",
    "news | exclusive | update | updated | live | live updates | video | watch | photos",
    "gallery | podcast | story highlights | highlights | key points | key takeaways",
    "at a glance | in brief | summary | the big story | the latest | first on fox | fox news",
    "world news | us news | op-ed | column | special report | press release",
    "for immediate release | sponsored | advertisement | transcript | image caption",
    "media caption | image copyright | file photo | ap photo | getty images | editor's note",
    "correction | corrections | introduction | abstract | by the numbers",
)
"""Labels above an article that are no headline."""

SERVICES = frozenset(
    "facebook twitter linkedin whatsapp reddit pinterest telegram flipboard messenger tumblr "
    "instagram youtube bluesky mastodon tiktok snapchat weibo wechat google+ tweet".split()
)
"""Names on share buttons that are hardly anything else."""

ACTIONS = frozenset("share tweet pin post email e-mail print copy save".split())
"""What share buttons do."""

BESIDE = frozenset(
    "x mail link sms rss line vk xing threads pocket on via to this article story page".split()
)
"""What else may stand in a row of share buttons."""
