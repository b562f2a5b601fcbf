"""What each article calls the same person, and what is no difference."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.framing.labelling import labels_of
from reader.framing.lens import Case
from reader.framing.lenses.labels import LENS
from reader.model import Article, LensReport, When
from reader.text.document import Document
from reader.text.names import find_names


def found(text: str) -> list[tuple[str, str]]:
    document = Document(Article("a", text))
    return [
        (label.of(text), name.of(text))
        for every in labels_of(document).values()
        for label, name in every
    ]


def look(*texts: str) -> LensReport:
    documents = tuple(Document(Article(f"a{at}", text)) for at, text in enumerate(texts))
    report = LENS.look(Case(documents, one_event=True))
    for finding in report.findings:
        for evidence in (*finding.evidence, *finding.values, finding.subject):
            if evidence is not None:
                assert evidence.quote == evidence.span.of(texts[int(evidence.article[1:])])
    return report


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("They hired Ann Lee, founder of Acme, in June.", "founder of Acme"),
        (
            "They hired Ann Lee, a young billionaire and co-founder of Acme, in June.",
            "a young billionaire and co-founder of Acme",
        ),
        ("They hired Ann Lee, 34, a teacher at the school.", "a teacher at the school"),
        ("They hired Ann Lee, a former U.S. senator, in June.", "a former U.S. senator"),
        ("They hired Ann Lee, a rival who once sued them.", "a rival"),
        ("They hired Ann Lee, Acme’s chief scientist, in June.", "Acme’s chief scientist"),
        ("Then came Acme's chief scientist, Ann Lee, in June.", "Acme's chief scientist"),
        ("In June the former Acme chief scientist Ann Lee left.", "former Acme chief scientist"),
        ("Praise went to billionaire Ann Lee in June.", "billionaire"),
        ("They asked Acme CEO Ann Lee in June.", "Acme CEO"),
        ("It helped Bob Ray defeat Council nominee Ann Lee in June.", "Council nominee"),
        ("Ann Lee is a lawyer in Newtown.", "a lawyer in Newtown"),
        ("Ann Lee was a lawyer in Newtown.", "a lawyer in Newtown"),
        ("Ann Lee was a fierce critic, and while she slept it sank.", "a fierce critic"),
        ("Then came Ann Lee, a lawyer who was born here 29 years ago.", "a lawyer"),
        ("They sued Acme, a maker of small boats, in June.", "a maker of small boats"),
        ("“We tried,” said fire boss Ann Lee.", "fire boss"),
        ("It replaces centrist conservative judge Ann Lee.", "centrist conservative judge"),
        ("Then disgraced former minister Ann Lee spoke.", "disgraced former minister"),
        ("Then fiery former minister Ann Lee spoke.", "fiery former minister"),
        ("Then veteran former minister Ann Lee spoke.", "veteran former minister"),
        ("Then Acme former minister Ann Lee spoke.", "former minister"),
        ("Roe told attorney Ann Lee of it.", "attorney"),
        ("On Monday Acme’s energy minister Ann Lee left.", "energy minister"),
        (
            "Ann Lee, our own councillor here in the centre, voted no.",
            "our own councillor here in the centre",
        ),
        (
            "Ann Lee, the lecturer from Newtown who digs here, drank.",
            "the lecturer from Newtown",
        ),
        (
            "Ann Lee, a media-friendly don with a book to sell, spoke.",
            "a media-friendly don with a book to sell",
        ),
        (
            "They hired Ann Lee, a palaeontologist from Newtown, in June.",
            "a palaeontologist from Newtown",
        ),
        (
            "They hired Ann Lee, the town candidate dogged by old debts, in June.",
            "the town candidate",
        ),
        (
            "They hired Ann Lee, a baker in the old part of the town to the north of the great "
            "harbour and the mills, in June.",
            "a baker",
        ),
        ("It was a fired-up Sen. Ann Lee in June.", "fired-up Sen."),
        ("They hired Ann Lee, an aide to Mrs. Ray, in June.", "an aide to Mrs. Ray"),
        ("They hired Ann Lee, a host at “News”, in June.", "a host"),
        ("They asked that firm’s founder, Ann Lee, in June.", "that firm’s founder"),
        ("A jury in Orley, Essex, convicted former mayor Ann Lee of it.", "former mayor"),
        ("Two men accused Council nominee Ann Lee in June.", "Council nominee"),
    ],
)
def test_titles_appositions_and_statements(text: str, label: str) -> None:
    assert [words for words, _ in found(text)] == [label]


@pytest.mark.parametrize(
    "text",
    [
        "They saw Ann Lee, a sudden move that no one expected.",
        "Like Ann Lee, the president has a boat.",
        "They saw Ann Lee, Bob Ray and a teacher.",
        "They saw Ann Lee, the town and the sea.",
        "“They hired Ann Lee, a crook from Newtown,” he said.",
        "He called her “billionaire Ann Lee” twice.",
        "They doubted that Ann Lee was the lone killer of the swans.",
        "They met Mr. Lee and Mrs. Ann Lee there.",
        "They came to accuse nominee Ann Lee of nothing.",
        "They gave it to dive star Ann Lee in June.",
        "They saw Ann Lee — possibly the next leader of Acme.",
        "They saw Ann Lee, who’s now the leader of Acme, in June.",
        "They will associate Ann Lee with boats.",
        "New York Candidate for Governor Ann Lee has called it bad.",
        "They met his son, Ann Lee, Bob Ray and the lawyer.",
        "They met his eldest son Ann Lee, Jr. in June.",
        "Dan Lee came to the house. He met Roe’s close brother Lee there.",
        "In a talk with Ann Lee, Lee stays a feared lawyer: no word.",
        "The man, Ann Lee, was found in June.",
        "They saw Ann Lee, mum on the matter, in June.",
        "They hired Ann Lee, a lawyer for the town MORE, in June.",
        "They urged us to convict Ann Lee of it.",
        "All who came, including Ann Lee, head to the pier for the meeting.",
        "Ann Lee was a young lawyer when the pier was built.",
        "Ann Lee was a lawyer at the time and knew the pier.",
        "Time was when Ann Lee, a lecturer in Newtown, doubted it.",
        "Twenty years ago Ann Lee, a lecturer in Newtown, doubted it.",
    ],
)
def test_what_is_no_label(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "In 1994 the thief Ann Lee was sent to jail.",
        "In the spring of 1994 the thief Ann Lee was sent to jail.",
        "The young radical Ann Lee threw a stone in 1971.",
        "Waiter Ann Lee met the mayor in the summer of 1986.",
        "They met Ann Lee, a rebel in her youth, in June.",
        "Then came the feisty future senator Ann Lee.",
        "They met then–council strategist Ann Lee in June.",
        "Ann Lee is a crook in the film.",
        "The jury did convict Ann Lee of theft.",
        "They may host Ann Lee in June.",
        "They wanted to recruit Ann Lee.",
        "He tried to bully Ann Lee.",
    ],
)
def test_words_of_another_time_and_verbs_are_no_labels(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("published", "number"), [("1995-03-01", 1), ("2016-03-01", 0)])
def test_a_year_is_long_ago_from_the_article(published: str, number: int) -> None:
    text = "In 1994 the thief Ann Lee was sent to jail."
    document = Document(Article("a", text, published=When(published)))
    assert len(labels_of(document)) == number


def test_what_is_no_verb_stays_a_label() -> None:
    assert found("They will host Governor Ann Lee in June.") == [("Governor", "Ann Lee")]
    assert found("The thief Ann Lee, born in 1971, fled.") == [("thief", "Ann Lee")]
    assert found("They asked the thief Ann Lee what she stole in 1971.") == [("thief", "Ann Lee")]
    assert found("The thief Ann Lee wrote of what she stole before she fled in 1971.") != []
    assert found("They asked Under Secretary Ann Lee.") == [("Under Secretary", "Ann Lee")]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("They said the Old House expects special counsel Ann Lee to go.", "special counsel"),
        ("Orley State radio calls Brask mass shooter Ann Lee a fool.", "Brask mass shooter"),
        ("It said that Acme’s business partner, Ann Lee, fled.", "Acme’s business partner"),
        ("They met this town’s mayor, Ann Lee, in June.", "this town’s mayor"),
        ("They asked Acme communications director Ann Lee.", "Acme communications director"),
    ],
)
def test_a_sentence_in_front_of_a_title_is_no_part_of_it(text: str, label: str) -> None:
    assert found(text) == [(label, "Ann Lee")]


def test_a_verb_in_front_of_a_title_is_no_part_of_it() -> None:
    assert found("Some of them are opposing Judge Ann Lee.") == [("Judge", "Ann Lee")]
    assert found("They met the opposing lawyer Ann Lee.") == [("opposing lawyer", "Ann Lee")]


HIRED = "They hired Ann Lee, {}, in June. The paper says more about the boats of the town."


def test_new_words_on_both_sides_differ() -> None:
    (finding,) = look(
        HIRED.format("a young billionaire and co-founder of Acme"),
        HIRED.format("a much feared lawyer"),
    ).findings
    assert (finding.kind, finding.verdict) == ("person", "differs")
    assert finding.subject is not None
    assert finding.subject.quote == "Ann Lee"
    assert finding.summary == (
        "Ann Lee: A “a young billionaire and co-founder of Acme”, B “a much feared lawyer”"
    )
    assert finding.weight >= 0.6


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("a lawyer", "a lawyer from Newtown with two boats"),
        ("a congresswoman", "a representative"),
        ("the company’s CEO", "the company’s chief executive"),
        ("a senator for Newtown", "the mayor of Oldtown"),
        ("a teacher of boys", "the teacher of boys"),
    ],
    ids="subset synonym abbreviation offices article".split(),
)
def test_shorter_forms_and_offices_are_no_difference(a: str, b: str) -> None:
    assert look(HIRED.format(a), HIRED.format(b)).state == "none"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the daughter of Indian immigrants", "the daughter of immigrants from India"),
        ("a trusted Polish sailor", "a sailor from Poland, trusted,"),
        ("the chief harbour officer", "the top harbour official"),
        ("his stubborn opponent", "his stubborn rival"),
    ],
)
def test_other_order_and_demonyms_are_no_difference(a: str, b: str) -> None:
    assert look(HIRED.format(a), HIRED.format(b)).state == "none"


def test_what_the_other_says_in_a_sentence_of_its_own_is_no_difference() -> None:
    a = HIRED.format("the tireless daughter of Indian immigrants")
    b = HIRED.format("a teacher")
    assert look(a, b).state == "found"
    assert look(a, f"{b} She is a tireless daughter of immigrants from India.").state == "none"


@pytest.mark.parametrize(
    ("also", "state"),
    [
        ("They pardoned a conservative pundit.", "none"),
        ("They pardoned a conservative pundit today.", "none"),
        ("They pardoned a pundit of a conservative town.", "found"),
        ("They pardoned conservative pundit Bob Ray.", "found"),
    ],
)
def test_a_word_for_a_person_without_the_name_is_no_difference(also: str, state: str) -> None:
    a, b = HIRED.format("a conservative filmmaker"), HIRED.format("a filmmaker")
    assert look(a, b).state == "found"
    assert look(a, f"{b} {also}").state == state


def test_two_words_may_stand_in_a_sentence_on_another() -> None:
    b = f"{HIRED.format('a young teacher')} Then she met a much feared lawyer there."
    assert look(HIRED.format("a feared lawyer"), b).state == "found"


def test_an_office_is_not_cut_before_of() -> None:
    long = "the town’s secretary of {} who had come from the north of the great harbour, in June."
    works = "works and bridges under the old mayor and the head of a party of the hills by the sea"
    text = f"They hired Ann Lee, {long.format(works)}"
    assert [words for words, _ in found(text)] == ["the town’s secretary of works and bridges"]
    mills = "old grey mills mines barns wells ponds roads lanes and bridges quays piers locks"
    assert found(f"They hired Ann Lee, {long.format(mills)}") == []


LAUNCH = "They hired Ann Lee, {}, in June. So it was told to all of the people of the town."


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the chief executive of Acme", "the beleaguered chief executive of Acme"),
        ("the chief fire officer", "the fire boss"),
        ("a reporter", "a gaffe-prone reporter"),
        ("a baker", "an ultra-rich baker"),
    ],
)
def test_a_word_that_colours_is_a_difference_on_one_side(a: str, b: str) -> None:
    (finding,) = look(LAUNCH.format(a), LAUNCH.format(b)).findings
    assert [value and value.quote for value in finding.values] == [a, b]


def test_a_colouring_word_behind_the_noun_is_about_something_else() -> None:
    plain = "a lawyer for bakers"
    assert look(LAUNCH.format(plain), LAUNCH.format("a lawyer for notorious bakers")).state == (
        "none"
    )


def test_what_both_say_is_no_difference_even_if_it_colours() -> None:
    both = LAUNCH.format("a well-connected general")
    assert look(both, both).state == "none"


@pytest.mark.parametrize(
    ("more", "elsewhere"), [("", False), (" A tireless harbour guide opened it.", True)]
)
def test_what_the_other_says_of_somebody_does_not_colour(more: str, elsewhere: bool) -> None:
    one, other = LAUNCH.format("a tireless organiser"), LAUNCH.format("the general secretary")
    (finding,) = look(one, f"{other}{more}").findings
    assert (finding.weight < 0.6) is elsewhere


def test_an_office_beside_what_tells_more_is_perhaps_no_difference() -> None:
    for a, b, sure in (
        ("a dental surgeon", "a wooden-boat builder", "sure"),
        ("a tireless organiser", "the general secretary", "sure"),
        ("a dental surgeon", "the general secretary", "perhaps"),
    ):
        assert look(LAUNCH.format(a), LAUNCH.format(b)).findings[0].certainty == sure


def test_what_colours_stands_before_what_tells_and_offices_in_other_words_last() -> None:
    coloured, telling, plain = (
        look(LAUNCH.format(a), LAUNCH.format(b)).findings[0].weight
        for a, b in (
            ("a tireless organiser", "the general secretary"),
            ("a dental surgeon", "a wooden-boat builder"),
            ("a dental surgeon", "the general secretary"),
        )
    )
    assert coloured > telling > plain
    assert coloured >= 0.6 > telling


@pytest.mark.parametrize(
    ("a", "b", "state"),
    [
        ("a furniture lawyer", "a harbour lawyer", "none"),
        ("a furniture lawyer", "a far-right lawyer", "found"),
        ("leader of a far-right party", "leader of the Harbour party", "found"),
    ],
)
def test_one_office_with_two_fields_is_a_difference_only_where_one_colours(
    a: str, b: str, state: str
) -> None:
    assert look(LAUNCH.format(a), LAUNCH.format(b)).state == state


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("a moderate", "Moderates were in doubt. Senator Ann Lee said she would stay."),
        ("a moderate", "Moderates like Senator Ann Lee said they would stay."),
        ("a younger cousin of Bob Ray", "Senator Ann Lee said that a younger cousin is kin."),
    ],
)
def test_what_the_other_says_beside_the_name_is_no_difference(a: str, b: str) -> None:
    one = f"At noon Ann Lee, {a}, said that she would stay."
    assert look(one, b).state != "found"
    assert look(one, "Senator Ann Lee said she would stay.").state == "found"


def test_the_last_of_two_labels_is_not_cut_from_the_first() -> None:
    other = LAUNCH.format("the spokesman of the harbour")
    assert look("Visitors saw the town, said author Ann Lee.", other).state == "found"
    one = "Visitors saw the town, said harbour spokesman and author Ann Lee."
    assert look(one, other).state != "found"


def test_articles_that_agree_are_shown_beside_the_one_that_parts() -> None:
    a, b = "managing director", "millionaire boss"
    (finding,) = look(*(LAUNCH.format(f"the {words}") for words in (a, b, a))).findings
    assert [value and value.quote for value in finding.values] == [
        f"the {words}" for words in (a, b, a)
    ]


def test_who_says_less_in_the_same_words_is_left_out() -> None:
    labels = ("a harbour pilot", "the most stubborn critic", "a pilot")
    (finding,) = look(*(LAUNCH.format(words) for words in labels)).findings
    assert [value is not None for value in finding.values] == [True, True, False]


def test_the_name_itself_colours_nothing() -> None:
    text = "They sued Acme Giant, {}, in June. So it was told to all of the people of the town."
    assert look(text.format("a giant retailer"), text.format("a retailer")).state == "none"


def test_names_that_are_not_known_to_be_persons() -> None:
    a = (
        "Rasmo Oyelar, the lecturer from Newtown who spent three wet summers of his on the beach "
        "of our town to dig for bones, drank."
    )
    (finding,) = look(
        a, "Ralf went. Rasmo Oyelar, a media-friendly don with a book, drank."
    ).findings
    assert finding.kind == "person"
    (finding,) = look(a, "“It is big,” said Prof Rasmo Oyelar, the feared surveyor.").findings
    assert finding.values[0] is not None


def test_families_are_not_mixed_up() -> None:
    a = "They met Ann Lee, a feared lawyer, in June. So Lee left."
    b = "They met Bob Lee, a young billionaire, in June. So Lee left."
    assert look(a, b).state == "none"


def test_four_articles_make_one_finding() -> None:
    (finding,) = look(
        HIRED.format("a young billionaire"),
        "Nobody was hired.",
        HIRED.format("a feared lawyer"),
        HIRED.format("the widow of a fisherman"),
    ).findings
    assert [value is not None for value in finding.values] == [True, False, True, True]


def test_it_says_why_it_cannot_say() -> None:
    assert look(HIRED.format("a lawyer"), "Nobody was hired.").state == "cannot-say"


@given(
    st.lists(
        st.sampled_from(
            "Ann Lee , a the young billionaire is was of Acme CEO who . “ ” and its Sen.".split()
        ),
        min_size=1,
        max_size=50,
    ).map(" ".join)
)
def test_labels_lie_in_the_text_beside_their_names(text: str) -> None:
    document = Document(Article("a", text))
    for every in labels_of(document).values():
        for label, name in every:
            assert label.of(text).strip()
            assert not label.overlaps(name)
    look(text, text)


def test_a_given_name_beside_a_word_of_kin_is_no_surname() -> None:
    speaker = "They met embattled speaker Paul Ryan in June. Paul Ryan left."
    assert look(speaker, "They met the teacher, Ryan, in June. Ryan said so.").state == "found"
    assert look(speaker, "They met Ann Lee’s brother Ryan in June.").state == "cannot-say"
    assert look("They met Ann Lee’s brother Ryan in June.", speaker).state == "cannot-say"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("“It is odd,” said a joint statement Rep. Ann Lee and Sen. Bob Ray.", "Rep."),
        ("Watch President Ann Lee as she opens the pier.", "President"),
    ],
)
def test_a_title_begins_behind_what_is_none_of_it(text: str, label: str) -> None:
    assert found(text)[0] == (label, "Ann Lee")


def test_an_administrator_is_a_title_and_no_name() -> None:
    document = Document(Article("a", "Then acting Administrator Ann Lee left. Lee is well."))
    assert [name.full for name in find_names(document)] == ["Ann Lee"]
