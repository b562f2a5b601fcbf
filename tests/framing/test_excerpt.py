"""Articles compared without what pages set into them, and without articles of another story."""

from __future__ import annotations

from reader.framing.compare import begun, case_of, compare
from reader.framing.excerpt import excerpt
from reader.model import Article, Evidence, Judgement, Place, Span
from tests.framing.test_subject import FROST, ONE, OTHER

LINKS = " Jane Ann DoeMill burns again “Never again,” says Council MORE"
CAPTION = "Skipper Jon Vale at the quay on Monday. Ada Brandt/AFP/Getty Images"
SAID = f"“The buoy had drifted for weeks,” Mayor Jane Doe{LINKS} told reporters on Monday."
PLAIN = SAID.replace(LINKS, "")


def article(id: str, text: str) -> Article:
    return Article(id=id, text=text)


def test_what_is_found_stands_in_the_whole_text() -> None:
    whole = f"{ONE}\n\n{CAPTION}\n\n{SAID}"
    compared = compare([article("a", whole), article("b", OTHER)], one_event=True)
    evidence = [each for finding in compared.findings for each in finding.evidence]
    assert any(each.quote == SAID for each in evidence)
    for each in evidence:
        assert each.span.of(whole if each.article == "a" else OTHER) == each.quote


def test_nothing_is_claimed_of_insets_and_no_name_crosses_them() -> None:
    texts = f"{ONE}\n\n{CAPTION}\n\n{SAID}", f"{ONE}\n\n{PLAIN}"
    with_insets, without = (
        compare([article("a", text), article("b", OTHER)], one_event=True) for text in texts
    )
    assert [f.summary for f in with_insets.findings] == [f.summary for f in without.findings]


def test_links_of_markdown_are_compared_by_their_words() -> None:
    linked = OTHER.replace("lifeboats", "[lifeboats](https://a.example/one)")
    with_links, without = (
        compare([article("a", ONE), article("b", text)], one_event=True) for text in (linked, OTHER)
    )
    assert [f.summary for f in with_links.findings] == [f.summary for f in without.findings]
    for evidence in (each for finding in with_links.findings for each in finding.evidence):
        assert evidence.span.of(linked if evidence.article == "b" else ONE) == evidence.quote


def test_a_gallery_is_compared_as_it_is() -> None:
    gallery = article("a", f"{CAPTION}\n{CAPTION}\nThe ferry.")
    assert excerpt(gallery).article == gallery


def test_a_place_behind_what_was_left_out() -> None:
    whole = article("a", f"{ONE}\n{CAPTION}\n{OTHER}")
    found = excerpt(whole)
    at = found.article.text.index("A sandbank")
    back = found.back(Evidence.at(found.article, Span(at, at + 10)))
    assert back.quote == "A sandbank"
    assert back.span.start == whole.text.index("A sandbank")


def test_what_a_person_said_of_a_passage_holds() -> None:
    both = article("a", f"{ONE}\n\n{SAID}"), article("b", f"{OTHER}\n\nA gull sat on the pier.")
    places = (
        Place("a", "text", SAID, "", len(ONE) + 2),
        Place("b", "text", "A gull sat on the pier.", "", len(OTHER) + 2),
    )
    said = Judgement(1, "same", "2026-01-01T00:00:00Z", places)
    points = begun(case_of(both, one_event=True, said=[said])).points
    assert any(point.passages[0] and point.passages[0].quote == SAID for point in points)


def test_an_article_of_another_story_is_not_heard() -> None:
    frost = f"“{' '.join(FROST)}” Jane Doe told reporters."
    three = article("a", ONE), article("b", OTHER), article("c", frost)
    found = compare(three, one_event=True).findings
    assert not any(value for f in found if f.lens != "opening" for value in f.values[2:])

    def heard(*texts: str, one_event: bool = True) -> bool:
        articles = [article(str(at), text) for at, text in enumerate(texts)]
        found = compare(articles, one_event=one_event).findings
        return any(value and value.article == "1" for f in found for value in f.values)

    assert not heard(ONE, frost, OTHER)
    assert heard(ONE, frost)
    assert heard(ONE, frost, OTHER, one_event=False)
    assert heard(ONE, frost, "“Tea is dear,” Ann Lee told reporters. Shops close. Nobody buys.")
