"""Small articles made for the search tests, and strategies that make more."""

from __future__ import annotations

from hypothesis import strategies as st

from reader.model import When
from reader.search.port import Indexed

# Few words, so that generated queries find something; with what folding and stemming must bear.
WORDS = (
    "bridge bridges bridged harbour ferry ferries crack cracked hope hoping hop hopping happy "
    "happiness organize organization universe university LeCun LeCun's LeCuns Meta’s metas dying "
    "die open-source open source café cafe naïve résumé Straße 14.3 2025 d'Artagnan O'Neill the "
    "of and 東京 東 京都 x II ½ ﬁne"
).split()

QUERIES = (
    "bridge",
    "bridge ferry",
    "bridge OR ferry",
    "bridge -ferry",
    "-ferry",
    "hope",
    "hoping",
    "happy",
    "dying",
    "lecun's",
    "LeCun",
    "metas",
    "meta",
    '"open source"',
    "open-source",
    '"open source bridge"',
    '"bridge bridge"',
    "cafe",
    "naive resume",
    "strasse",
    "14.3",
    "dartagnan",
    "o'neill",
    "the",
    '"of the"',
    "東京",
    "東",
    "fine",
    "title:bridge",
    'title:"open source"',
    "title:(bridge OR ferry) -crack",
    'outlet:"coast daily"',
    "outlet:daily bridge",
    "after:2025-03",
    "before:2025-03",
    "date:2025",
    "date:2025-03 bridge",
    "-date:2025",
    "bridge (ferry OR (crack -hope))",
    "br*",
    "hop*",
    "organ*",
    "title:bri*",
    "outlet:co*",
    "br?dge",
    "*ridge",
    "h*p*",
    "*pp*",
    "caf?",
    '"open s*ce"',
    "title:*r*i*",
    "ferr~",
    "bridje~",
    "hobing~2",
    "title:fery~",
    '"bridge ferry"~2',
    '"ferry open source"~5',
    '"bridge bridge"~3',
    '"hop* bridge"~3',
    'title:"bridge ferry"~1',
    "byline:lee",
    'byline:"ann lee"',
    "byline:l*",
    "-byline:lee",
    "quotes:bridge",
    'quotes:"open source"',
    "quotes:hop*",
    'quotes:"bridge ferry"~2',
    "-quotes:bridge",
    "says:lee",
    'says:"ann lee"',
    "says:le* bridge",
    "says:lee quotes:bridge",
    'says:"ann lee" quotes:"ferry bridge"',
    "says:ann (quotes:hop* OR quotes:bridge) ferry",
    "-(says:lee quotes:ferry)",
    "",
)

QUOTED = (
    "“{} bridge,” said Ann Lee.",
    '"{}" Lee said. Ann Lee, "The {}"',
    "‘{} ferry {}’, according to Lee",
    "“{} ferry {},” said Ann Lee. “{} bridge {},” Bob Moss said.",
    "“{}",
    "{}”",
)


def articles() -> st.SearchStrategy[list[Indexed]]:
    """Libraries of up to eight articles with different ids."""
    texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join)
    marks = st.sampled_from([" ", ", ", ". ", "\n", " — ", "’ "])
    quoted = st.tuples(texts, st.sampled_from(QUOTED), texts).map(
        lambda three: f"{three[0]} {three[1].replace('{}', three[2])} {three[0]}"
    )
    spoiled = st.tuples(texts, marks).map(lambda pair: pair[0].replace(" ", pair[1], 3))
    article = st.builds(
        Indexed,
        id=st.sampled_from([f"id{n}" for n in range(8)]),
        title=st.one_of(st.just(""), st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)),
        text=st.one_of(texts, spoiled, quoted),
        outlet=st.sampled_from(["", "Coast Daily", "Daily Beacon", "The Coast"]),
        published=st.one_of(
            st.none(),
            st.sampled_from(["2025", "2025-03", "2025-03-09", "2024-12-31"]).map(When),
        ),
        byline=st.sampled_from(["", "Ann Lee", "Lee Ann and Bob Moss"]),
    )
    return st.lists(article, max_size=8, unique_by=lambda each: each.id)


def article(
    id: str,
    text: str,
    title: str = "",
    outlet: str = "",
    published: str | None = None,
    byline: str = "",
) -> Indexed:
    """One article."""
    return Indexed(id, title, text, outlet, When(published) if published else None, byline)
