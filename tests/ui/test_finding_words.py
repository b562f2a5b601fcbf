"""How findings that count are put on a line: what one never says, and panels of shares."""

from __future__ import annotations

from reader.framing.compare import compare
from reader.model import Article, Finding
from reader.ui.findings import cell, contrast, phrase, question, signed
from reader.ui.marks import margin

MORE = (
    "The ferry line asked Tom Halden for help. Nobody had warned Tom Halden of mud. It was up to "
    "Tom Halden to close the channel. Letters went to Tom Halden in spring. A plan by Tom Halden "
    "lies in a drawer. "
)
PLAIN = (
    "The Norwick ferry sails twice a day and was full when it left the quay. Tourists on the "
    "ferry sang until the lifeboats came. The sandbank has grown since the spring, fishermen "
    "told the paper, and the ferry draws more water than the boat it replaced. The line wants "
    "to sail again on Thursday if the tide is high enough for two tugs. Buses will go along the "
    "causeway until then, and the school has sent its pupils home with work for the week. The "
    "bakery gave away its bread because no lorry could take it over to the mainland in time. "
    "A wedding on the island was put off, and the band played on the quay for those who waited. "
    "The lighthouse keeper saw it all and wrote it down. They say Mayor Anna Brandt wept when she "
    "heard of it. Gulls sat on the funnel all day. "
)
ONE = Article(
    id="a", title="Norwick ferry aground on sandbank",
    text="The Norwick ferry ran aground on a sandbank. Later Mayor Anna Brandt was told. "
    f"Nobody asked Anna Brandt. {MORE}{PLAIN}",
)  # fmt: skip
OTHER = Article(
    id="b", title="Sandbank stops Norwick ferry",
    text=f"A sandbank stopped the Norwick ferry. {PLAIN}",
)  # fmt: skip


def found(lens: str) -> list[Finding]:
    return [f for f in compare([ONE, OTHER], one_event=True).findings if f.lens == lens]


def words(line: list[tuple[str, str]]) -> str:
    return "".join(text for text, _ in line)


def test_what_one_article_never_says() -> None:
    (finding,) = found("left-out")
    assert question(finding) == "Tom Halden: name"
    assert words(cell(finding, 0, 30)) == "5 times Tom Halden"
    assert words(cell(finding, 1, 30)) == "·"
    assert words(contrast(finding, 40)) == "A 5 times · B never"
    assert phrase(finding) == "Others name it, never here"
    assert signed(finding)[0][0] == "−"


def test_a_panel_claims_nothing() -> None:
    (share,) = [f for f in found("order") if f.verdict == "share" and f.kind == "person"]
    shares = [f"{at} {part:.0f}%" for at, part in zip("AB", share.measures, strict=True)]
    assert question(share) == "Anna Brandt: share"
    assert words(cell(share, 1, 30)).startswith(f"{share.measures[1]:.0f}% Anna Brandt")
    assert words(contrast(share, 40)) == " · ".join(shares)
    assert signed(share)[0][0] == "·"


def test_neither_stands_in_the_margin() -> None:
    comparison = compare([ONE, OTHER], one_event=True)
    for column in range(2):
        lenses = {mark.finding.lens for mark in margin(comparison, column) if mark.finding}
        assert lenses.isdisjoint({"left-out", "order"})
