"""Whose words a text gives: quotations, indirect speech, and what is nobody's for sure."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.framing.lens import Case
from reader.framing.speech import Speech, Voices
from reader.model import Article
from reader.text.document import Document
from reader.text.names import find_names


def heard(text: str) -> Voices:
    document = Document(Article("a", text))
    voices = Case((document, document), one_event=True).voices[0]
    for speech in voices.speeches:
        for span in (*speech.spans, *([speech.source.span] if speech.source else [])):
            assert span.of(text)
    return voices


def told(text: str) -> list[tuple[str | None, str]]:
    """Who speaks, by name or in the words of the text, and what."""
    return [(who(text, speech), words(text, speech)) for speech in heard(text).speeches]


def who(text: str, speech: Speech) -> str | None:
    if speech.person is not None:
        return speech.person.full
    return speech.source.span.of(text) if speech.source and speech.source.unnamed else None


def words(text: str, speech: Speech) -> str:
    return " | ".join(span.of(text) for span in speech.spans)


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("Ann Lee said the ferry was late.", "Ann Lee", "the ferry was late."),
        ("Mayor Ann Lee has repeatedly said that it was late.", "Ann Lee", "that it was late."),
        ("Ann Lee, who runs the harbour, said it was late.", "Ann Lee", "it was late."),
        ("Ann Lee (R-Ohio) said it was late.", "Ann Lee", "it was late."),
        ("Ann Lee of the Acme Institute said it was late.", "Ann Lee", "it was late."),
        ("The mayor, Ann Lee, said it was late.", "Ann Lee", "it was late."),
        ("On Monday, Ann Lee said the ferry was late.", "Ann Lee", "the ferry was late."),
        ("The ferry was far too late, Ann Lee said.", "Ann Lee", "The ferry was far too late"),
        ("The ferry was late again, said Mayor Ann Lee.", "Ann Lee", "The ferry was late again"),
        ("Bob Ray told Ann Lee that he was late.", "Bob Ray", "that he was late."),
        ("According to Ann Lee, the ferry was late.", "Ann Lee", "the ferry was late."),
        ("Ann Lee said the same ferry was late.", "Ann Lee", "the same ferry was late."),
        (
            "According to Ann Lee, Director of the Ferry Project at Acme, the ferry was late.",
            "Ann Lee",
            "the ferry was late.",
        ),
        (
            "According to Ann Lee, the ferry, a steamer, was late.",
            "Ann Lee",
            "the ferry, a steamer, was late.",
        ),
        ("The ferry was late, according to Ann Lee.", "Ann Lee", "The ferry was late"),
        ("Ann Lee insisted the ferry was late.", "Ann Lee", "the ferry was late."),
        ("The ferry was late, officials said.", "officials", "The ferry was late"),
        ("A spokesman for Acme said it was late.", "A spokesman for Acme", "it was late."),
        ("But two harbour officials say it was late.", "two harbour officials", "it was late."),
        (
            "It was late, according to a person familiar with the matter.",
            "a person familiar with the matter",
            "It was late",
        ),
        ("It was late, according to a lawyer for Mr. Lee.", "a lawyer", "It was late"),
        ("A student activist, 18-year-old Ann Lee, said it was late.", "Ann Lee", "it was late."),
        (
            "The ferry was late, said Acme President Pro Tem Ann Lee.",
            "Ann Lee",
            "The ferry was late",
        ),
        ("It was late, said Bob Ray of Mayor Ann Lee’s ferry.", "Bob Ray", "It was late"),
        ("It was late, said Bob Ray of Mayor Ann Lee.", "Bob Ray", "It was late"),
        ("The plan failed and Ann Lee said it was late.", "Ann Lee", "it was late."),
        ("It was a ferry critics said was late.", "critics", "was late."),
        (
            "“The ferry was late,” Ann Lee told reporters in Newtown.",
            "Ann Lee",
            "The ferry was late,”",
        ),
    ],
)
def test_who_says_what(text: str, speaker: str, said: str) -> None:
    assert told(text) == [(speaker, said)]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee added two goals before the break.",
        "Ann Lee was told to leave the ferry.",
        "A letter to Ann Lee said the ferry was late.",
        "The ruling by District Judge Ann Lee says the ferry must stay.",
        "Bob Ray and Ann Lee said they were late.",
        "The mayor of Newtown said the ferry was late.",
        "A lawyer who helped argue the case for Acme won in June.",
        "People said the ferry was late.",
        "The spokesman said the ferry was late.",
        "Ann Lee wrote a book about ferries.",
        "House Leader Bob Ray and Senate Leader Ann Lee said they were late.",
        "The old friend, recalled Ann Lee’s love of ferries.",
        "They met some friends at a place said to be late.",
        "In June, Ann Lee, told of it, left the ferry.",
        "Ann Lee said pretty much the same thing four years ago.",
    ],
)
def test_whose_words_are_not_told(text: str) -> None:
    assert [speaker for speaker, _ in told(text) if speaker] == []


def test_verbs_inside_quotation_marks_are_the_speakers() -> None:
    text = "“Bob Ray said the ferry was late and nobody minded it,” Ann Lee said."
    assert [speaker for speaker, _ in told(text)] == ["Ann Lee"]


def test_two_who_speak_in_one_sentence_keep_their_words_apart() -> None:
    text = "The ferry was far too late, Ann Lee said, but Bob Ray said it was early."
    assert told(text) == [
        ("Ann Lee", "The ferry was far too late"),
        ("Bob Ray", "it was early."),
    ]


def test_a_quotation_of_several_sentences_is_counted_once_and_whole() -> None:
    text = "“We waited for an hour. Nobody came to tell us,” Ann Lee said. “It was cold there.”"
    first, *rest = heard(text).speeches
    assert first.words + sum(speech.words for speech in rest) == 14
    assert {who(text, speech) for speech in (first, *rest)} == {"Ann Lee"}


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # The last speaker, and nobody else named since.
        ("Ann Lee said it was late. She said that it was cold.", ["Ann Lee", "Ann Lee"]),
        # The only person at hand, where the subject stands.
        (
            "On Monday Ann Lee came to the harbour. “It was late and cold there,” she said.",
            ["Ann Lee"],
        ),
        # Somebody else of the kind is the subject in between, or only its object or owner.
        (
            "Ann Lee said it was late. Sue Ray came as well. She said that it was cold.",
            ["Ann Lee", "Sue Ray"],
        ),
        (
            "Ann Lee said it was late. They saw Sue Ray. She said that it was cold.",
            ["Ann Lee", None],
        ),
        ("Ann Lee praised Sue Ray there. “It was late and cold there,” she said.", ["Ann Lee"]),
        ("Ann Lee praised Sue’s ferry. “It was late and cold there,” she said.", ["Ann Lee"]),
        # The given name tells that somebody else is meant, or that nobody else is.
        ("Ann Lee said it was late. He said that it was cold.", ["Ann Lee", None]),
        (
            "Ann Lee said it was late and Bob Ray left. She said that it was cold.",
            ["Ann Lee", "Ann Lee"],
        ),
        # Not where the subject stands, or beside somebody unnamed.
        ("They went there with Ann Lee. “It was late and cold there,” she said.", [None]),
        ("A nurse met Ann Lee there. “It was late and cold there,” she said.", [None]),
        ("Ann Lee met a nurse there. “It was late and cold there,” she said.", ["Ann Lee"]),
        ("Governor Quo Lee met a nurse there. “It was late and cold there,” she said.", [None]),
        ("They blamed Ann Lee for it. “It was late and cold there,” she said.", [None]),
        # `They` is nobody in particular.
        ("Ann Lee said it was late. They said that it was cold.", ["Ann Lee", None]),
        # Too far away.
        (
            "Ann Lee said it was late. The sea was calm. The sky was grey. It rained for long. "
            "She said that it was cold.",
            ["Ann Lee", None],
        ),
        # A quotation that goes on in the paragraph, behind a colon, or in a new paragraph.
        (
            "Ann Lee said it was late. “We will not wait for you again.”",
            ["Ann Lee", "Ann Lee"],
        ),
        (
            "Ann Lee said in a statement:\n\n“We will not wait for you again.”",
            ["Ann Lee", "Ann Lee"],
        ),
        (
            "Ann Lee said it was late that day.\n\n“We will not wait for you again.”",
            ["Ann Lee", "Ann Lee"],
        ),
        # Not where more than the quotation stands in the paragraph, where a question was asked,
        # or where somebody else spoke in between.
        (
            "Ann Lee said it was late.\n\n“We will not wait for you.” The bell rang.",
            ["Ann Lee", None],
        ),
        (
            "Ann Lee said it was late.\n\n‘We will not wait here again’\n\nThe bell rang out.",
            ["Ann Lee", None],
        ),
        (
            "“Will you not wait for us?” Ann Lee asked.\n\n“We will not wait for you again.”",
            ["Ann Lee", None],
        ),
        (
            "Ann Lee said it was late. “It was not,” a bell rang.\n\n“We will not wait here.”",
            ["Ann Lee", None],
        ),
    ],
)
def test_pronouns_and_quotations_that_go_on(text: str, speakers: list[str | None]) -> None:
    assert [speaker for speaker, _ in told(text)] == speakers


QUOTE = " “It was late and cold there,” she said."
LEE = "Ann Lee runs the ferry. Ann Lee lives there. Ann Lee sings. "


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # A chain of pronouns goes on with the same person.
        ("Ann Lee came. She praised the ferry. She blamed the crew." + QUOTE, "Ann Lee"),
        ("Ann Lee came. He praised the ferry." + QUOTE, "Ann Lee"),
        ("Ann Lee came. He praised Sue Ray." + QUOTE, None),
        # Somebody without a name ends it, unless it is told who that is.
        ("Ann Lee came. The captain praised the ferry." + QUOTE, None),
        ("Ann Lee came. The owner of the ferry, Sue Ray, praised it." + QUOTE, "Sue Ray"),
        ("Mayor Ann Lee came. Bob Ray left. The mayor praised the ferry." + QUOTE, "Ann Lee"),
        (
            "Mayor Ann Lee came. Mayor Sue Ray left. The mayor praised the ferry." + QUOTE,
            None,
        ),
        ("Governor Quo Lee, a captain, praised the ferry." + QUOTE, "Quo Lee"),
        ("Governor Quo Lee is the captain of it." + QUOTE, "Quo Lee"),
        (
            "Mayor Ann Lee came. Former Mayor Sue Ray left. The mayor praised the ferry." + QUOTE,
            "Ann Lee",
        ),
        ("Mayor Ann Lee came. Bob Ray left. The old mayor praised the ferry." + QUOTE, None),
        # What may be a name, though nothing shows it.
        ("Ann Lee came. Quordle was blunt about the ferry." + QUOTE, None),
        ("Ann Lee is the captain of it." + QUOTE, "Ann Lee"),
        # Two of them, or a name that is no person's.
        ("Ann Lee and neighbour Sue Ray came." + QUOTE, None),
        ("The Acme Group praised the ferry." + QUOTE, None),
        # The other kind in between.
        ("Ann Lee came. Bob Ray left." + QUOTE, "Ann Lee"),
        ("Ann Lee came. Bob Ray praised Sue Day." + QUOTE, None),
        # Main clauses before subordinate ones.
        ("While Sue Ray sat, Ann Lee praised the ferry." + QUOTE, "Ann Lee"),
        ("While Ann Lee sat, she praised the ferry." + QUOTE, "Ann Lee"),
        # Who spoke goes on to, whomever the words are about.
        ("Governor Quo Lee said the captain was late." + QUOTE, "Quo Lee"),
        ("Governor Quo Lee praised the captain." + QUOTE, None),
        ("Sue Ray’s first ferry manager, Ann Lee, came." + QUOTE, "Ann Lee"),
        # What is theirs stands for them, but people and firms of theirs do not.
        ("Ann Lee’s discomfort grew." + QUOTE, "Ann Lee"),
        ("Ann Lee’s company grew." + QUOTE, None),
        ("Ann Lee’s lawyers came." + QUOTE, None),
        # The chief person of a text may stand anywhere; others may not.
        (LEE + "Above all the plan of Ann Lee is old, which she said is good.", "Ann Lee"),
        (LEE + "Above all the plan of a nurse for Ann Lee, which she said is good, is old.", None),
        (LEE + "The plan is old. Under questions from Sue Ray, she said it is good.", None),
        # A heading ends it, a notice does not.
        ("Ann Lee praised the ferry.\n\nOn The New Ferry\n\n" + QUOTE, None),
        ("Ann Lee praised the ferry.\n\nADVERTISEMENT\n\n" + QUOTE, "Ann Lee"),
        # Who is said to have spoken does not go on.
        ("Sue Ray said Ann Lee told them that it was late. It was cold, she added.", "Sue Ray"),
        # A quotation behind `chimed in:`, and one behind `saying`.
        ("Sue Ray left.\n\nAnn Lee chimed in: “It was late and cold there,” she said.", "Ann Lee"),
        ("Ann Lee left the ferry, saying, “It was late and cold there.”", "Ann Lee"),
        ("Sue Ray was hit by Ann Lee, saying, “It was late and cold there.”", None),
        ("Sue Ray left and Ann Lee came, saying, “It was late and cold there.”", None),
        # A `she` of whom nothing is known beside one who is.
        ("Sue Ray came. Governor Quo Lee praised the ferry." + QUOTE, None),
        ("Mr. Ray came. Governor Quo Lee praised the ferry." + QUOTE, "Quo Lee"),
        # What a noun, or pronouns behind the name alone, tell of her.
        ("Sue Ray came. The actress Quo Lee praised it." + QUOTE, "Quo Lee"),
        (
            "Quo Lee lost her hat. Quo Lee sold her boat. Sue Ray came. Governor Lee praised it."
            + QUOTE,
            "Quo Lee",
        ),
    ],
)
def test_whom_a_pronoun_means(text: str, speaker: str | None) -> None:
    assert [speaker for speaker, _ in told(text)][-1] == speaker


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Ann Lee denied the charge. Critics blasted it.", ["denied", "blasted"]),
        ("Officials accused of fraud left. Ann Lee, blamed by all, left.", []),
        ("The judge denied bail, and Ann Lee denied the request.", []),
        ("“Ann Lee accused me of everything under the sun,” he said.", []),
    ],
)
def test_denials_and_attacks(text: str, acts: list[str]) -> None:
    assert [act.verb.of(text) for act in heard(text).acts] == acts


@given(
    st.lists(
        st.sampled_from(
            "Ann Lee Bob said told , . “ ” : \n\n according to officials a spokesman for he she "
            "( ) — that denied the mayor Mr. ? ; a's".split(" ")
        ),
        min_size=1,
        max_size=60,
    )
)
def test_any_text_is_survived(parts: list[str]) -> None:
    text = " ".join(parts)
    if text.strip():
        for speech in heard(text).speeches:
            assert speech.words >= 0
            assert all(a.end <= b.start for a, b in pairwise(speech.spans))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # The day between a name and its verb; any verb behind a quotation that ends with a comma.
        ("Ann Lee on Friday said “it was late and cold there”.", "Ann Lee"),
        ("“It was late and cold there,” Ann Lee volunteered.", "Ann Lee"),
        ("“It was late and cold there.” Ann Lee volunteered for the ferry.", None),
        ("“It was late and cold there.” Ann Lee told reporters.", "Ann Lee"),
        ("“It was late and cold there.” Ann Lee added a ferry to the line.", None),
        ("The ferry, Ann Lee continued, “is late and cold on most days”.", "Ann Lee"),
        ("Interviewed on Monday, Ann Lee said, “It was late and cold.”", "Ann Lee"),
        # What somebody calls a thing, unless somebody else stands between.
        ("Ann Lee called the plan “a very late and cold one for us”.", "Ann Lee"),
        ("Ann Lee called a captain “a very late and cold one for us”.", None),
        ("Ann Lee came, saying the plan was “a very late and cold one for us”.", "Ann Lee"),
        # By the office, where it can mean nobody else.
        ("President Quo Lee came. “It was late and cold,” the president said.", "Quo Lee"),
        ("President Quo Lee came. “It was late,” the former president said there.", None),
        ("Sen. Ann Lee came. “It was late and cold there,” the senator said.", "Ann Lee"),
        ("Sen. Ann Lee met Bob Ray. “It was late and cold there,” the senator said.", None),
        ("Sen. Ann Lee met Bob Ray. “It was late and cold,” the Ohio senator said.", "Ann Lee"),
        ("Bob Ray, her attorney, came. “It was late and cold,” the lawyer said.", "Bob Ray"),
        ("Sen. Ann Lee came. Sen. Bob Ray left. “It was late,” the Ohio senator said.", None),
        # Whose attorney; a label; a place; one of two.
        ("“It was late and cold on all the days,” said Day’s attorney, Bob Ray.", "Bob Ray"),
        ("Mayor Ann Lee: “It was late and cold on all the days.”", "Ann Lee"),
        ("Bob Ray, the mayor of Galva, Ohio, who came, said, “It was late there.”", "Bob Ray"),
        ("“It was late and cold,” Ann Lee, of Ohio, and Bob Ray also said of it.", None),
        # A whole name.
        ("“It was late and cold,” said Friends of Acme spokesman Bob Ray.", "Bob Ray"),
        ("“It was late and cold there on all days,” Bob Ray Jr. said.", "Bob Ray Jr"),
        # A father and his son.
        ("Bob Ray Jr. came with his father. “It was late and cold,” Ray said.", None),
        ("Al Ray met Bob Ray Jr. and his father. “It was late,” Al Ray said.", "Al Ray"),
    ],
)
def test_who_stands_beside_a_quotation(text: str, speaker: str | None) -> None:
    quoted = [s for s in heard(text).speeches if s.words >= 3]
    assert [s.person.full if s.person else None for s in quoted][-1:] == [speaker]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ann Lee said it was late, but did not say why.", "it was late"),
        ("Ann Lee said it was late, but it would come.", "it was late, but it would come."),
        ("Ann Lee said it was late, but that it came.", "it was late, but that it came."),
        ("Ann Lee said it was late — a bold word for a captain.", "it was late"),
        ("Ann Lee said it was — as ever — late.", "it was — as ever — late."),
        ("Ann Lee said it was late, echoing the mayor.", "it was late"),
        ("Ann Lee said it was late, while a captain praised the boats.", "it was late"),
        ("Ann Lee said it was “late again” and appeared to leave.", "it was “late again”"),
        ("Ann Lee said it was late as the public outcry grew.", "it was late"),
        ("Where Ann Lee said it was late, the books tell of fog.", "it was late"),
        ("Although Ann Lee said it was late, the boats came.", "it was late"),
        ("Interviewed on Monday, Ann Lee said, “It was late and cold.”", "It was late and cold.”"),
        ("Ann Lee told the Acme Daily on Monday that it was late.", "that it was late."),
        # Whom it is told to is no part of the words; what the writer leads to them with is none.
        ("Ann Lee told Acme News, “It was late and cold there.”", "It was late and cold there.”"),
        ("Ann Lee told reporters the ferry was late.", "the ferry was late."),
        ("It was a sad sight: “The ferry was late,” Ann Lee said.", "The ferry was late,”"),
        # What the writer calls the words, and what came of them.
        ("Ann Lee said it was late, a remark that drew protest.", "it was late"),
        ("Ann Lee said it was “late,” an apparent reference to a fog.", "it was “late,"),
        ("Ann Lee said it was late, leading the board to act.", "it was late"),
        ("Ann Lee said it was late, a move critics called wrong.", "it was late"),
        ("Ann Lee said it was late, a clear reversal from what was said in May.", "it was late"),
        ("Ann Lee said it was late, appearing to blame the captain.", "it was late"),
        ("Ann Lee said it was late, in the latest twist in the affair.", "it was late"),
        ("Ann Lee said it was late, in the bay, again.", "it was late, in the bay, again."),
        ("Ann Lee said it was “late again” while the captain slept.", "it was “late again”"),
        (
            "Ann Lee said it was “late again” while also calling for boats.",
            "it was “late again” while also calling for boats.",
        ),
    ],
)
def test_where_reported_speech_ends(text: str, said: str) -> None:
    assert [words(text, speech) for speech in heard(text).speeches] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "A man who worked with Bob Ray at Newtown, Ohio, said Ray was late on all days.",
        "“The ferry is late” after it was told that Ann Lee suggested so on Monday.",
        "It was late, including a ferry that Ann Lee promised.",
        "While Ann Lee was away, her office defended it, saying it “was late on all days”.",
        "Ann Lee came while Bob Ray and a nurse slept, calling it “a late one on all days”.",
        "They wait to see what budget analysts say about it.",
        "They gave them lawyers to help them argue their case.",
        "The captains who led Acme said it was late.",
        "Ann Lee said and did whatever it took to win.",
        "A hand of Acme Sports + Outdoors, which owns it, said it was late.",
    ],
)
def test_words_of_another_clause_are_not_theirs(text: str) -> None:
    assert [s for s in heard(text).speeches if s.person or (s.source and s.source.unnamed)] == []


def test_a_noun_behind_a_name_is_the_named_one() -> None:
    assert told("Ann Lee, a spokeswoman said it was late.")[0][0] == "Ann Lee"
    assert told("It is known to Ann Lee, a person familiar with it said.")[0][0] != "Ann Lee"


FERRY = "The ferry was late on every day of the summer."
TURNS = "LEE: {}\n\nRAY: Why was it late again?\n\nLEE: I do not know. The fog was thick there."


def test_a_transcript_gives_the_words_of_those_who_speak_in_turn() -> None:
    said = "It was late on every day."
    assert told(f"Ann Lee met Bob Ray on Monday.\n\n{TURNS.format(said)}") == [
        ("LEE", said),
        ("RAY", "Why was it late again?"),
        ("LEE", "I do not know. The fog was thick there."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"WATCH: {FERRY}\n\nWATCH: {FERRY}",
        f"WATCH: {FERRY}\n\nUPDATE: {FERRY}",
        f"UPDATE: {FERRY}\n\nNobody came.\n\nWATCH: {FERRY}\n\nNobody came.\n\nUPDATE: {FERRY}",
        f"THE FACTS: {FERRY}\n\nTHE CLAIM: {FERRY}\n\nTHE FACTS: {FERRY}",
    ],
)
def test_labels_of_paragraphs_are_no_transcript(text: str) -> None:
    assert told(text) == []


SIGNED = " — Ann Lee (@annlee) May 3, 2018"


@pytest.mark.parametrize(
    ("post", "speaker"),
    [
        ("“The ferry was late on every day.” (via Acme)", None),
        ("“The ferry was late. It was cold........", None),
        (".....and it was late on all the days.” BOB RAY....", None),
        ("“Late” is what they call the ferry on every day.", "Ann Lee"),
        ("The ferry was late on every day.", "Ann Lee"),
    ],
)
def test_a_post_that_quotes_gives_the_words_of_another(post: str, speaker: str | None) -> None:
    text = f"Ann Lee said it was late.\n\n{post}{SIGNED}\n\nThen it rained."
    assert told(text)[-1][0] == speaker


def test_a_post_behind_a_colon_that_quotes_is_not_the_words_of_the_one_in_front() -> None:
    text = f"Ann Lee said in a statement:\n\n“{FERRY}” (via Acme) — Bob Ray (@bobray) May 3, 2018"
    assert told(text)[-1][0] is None


def test_a_paragraph_that_another_paper_gives_is_not_the_writers() -> None:
    text = "It got worse (via Acme Daily):\n\nThe ferry was late on every day of the summer, too."
    assert told(text) == [(None, "The ferry was late on every day of the summer, too.")]


SAID = "“The ferry will be late again on all of these days,”"
TOLD = "“The ferry will be late again on all of these days.”"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"{SAID} the harbour court said in a ruling.", "the harbour court"),
        (f"{SAID} the statement read.", "the statement"),
        (f"{SAID} one caller yelled.", "one caller"),
        (f"The letter states: {TOLD}", "The letter"),
        (f"The pier is shut.\n\n{SAID} the river is high.", None),
        (f"{SAID} the fourth Monday said.", None),
        (f"{SAID} the girl who had been there said.", None),
        (f"The sign on the door of the ministry read: {TOLD}", None),
    ],
)
def test_a_speaker_without_a_name_is_told_as_the_text_has_it(
    text: str, speaker: str | None
) -> None:
    (speech,) = heard(text).speeches
    source = speech.source
    assert speech.person is None
    assert (source.span.of(text) if source else None) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"Ann Lee wrote on her page of the town: {TOLD}", "Ann Lee"),
        (f"Ann Lee wrote on her page that {TOLD}", "Ann Lee"),
        (f"Writing from the pier, Ann Lee said of Bob Ray: {TOLD}", "Ann Lee"),
        (f"Ann Lee of Galva ran the pier. Lee told the Post:\n\n{TOLD}", "Ann Lee"),
        (f"Ann Lee told the Post:\n\n{TOLD} Nobody answered.", None),
        (f"Ann Lee was angry, vowing {TOLD}", "Ann Lee"),
        (f"Ann Lee wrote a letter that {TOLD}", None),
        (f"Ann Lee wrote of a song by Bob Ray titled: {TOLD}", None),
        (f"{SAID} Ann Lee told Bob Ray on the pier. {TOLD}", "Ann Lee"),
        (f"Ann Lee met Bob Ray on the pier. {TOLD}", None),
        # A paper is none of two persons between whom the words go on.
        (f"Ann Lee of Galva told the Quill Yorker it was late. {TOLD}", "Ann Lee"),
        # `herself`, and a longer way to `that`.
        (f"Ann Lee herself firmly said on the radio of Galva last Friday that {TOLD}", "Ann Lee"),
        # A title of several words in front of the name, behind the quotation.
        (f"{SAID} former pier chairman and Ohio governor Ann Lee recently told us.", "Ann Lee"),
        (f"{SAID} a fan of Ohio governor Ann Lee recently told us.", None),
        (f"{SAID} friends who met governor Ann Lee told us.", None),
        (f"{SAID} echoed Ann Lee, head of the pier.", "Ann Lee"),
        # Who releases a statement.
        (f"Ann Lee, of Galva, issued a statement saying, {TOLD}", "Ann Lee"),
        (f"Ann Lee got a letter saying, {TOLD}", None),
    ],
)
def test_a_speaker_a_few_words_off_is_found(text: str, speaker: str | None) -> None:
    person = heard(text).speeches[-1].person
    assert (person.full if person else None) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The ferry was late, said Galva resident Ann Lee.", "Ann Lee"),
        ("The ferry was late, said former Acme chess star Ann Lee.", "Ann Lee"),
        ("The ferry was late, said Bob Ray friend and Acme head Ann Lee.", None),
    ],
)
def test_whose_friend_speaks_is_not_the_speaker(text: str, speaker: str | None) -> None:
    text = f"Acme is in Galva. Bob Ray is the mayor of Galva. {text}"
    person = heard(text).speeches[-1].person if heard(text).speeches else None
    assert (person.full if person else None) == speaker


@pytest.mark.parametrize(
    ("between", "goes_on"),
    [("officials said.", True), ("the statement read.", True), ("officials said.\n\n", False)],
)
def test_words_go_on_behind_a_speaker_who_is_described(between: str, goes_on: bool) -> None:
    text = f"{SAID} {between} {TOLD}"
    first, second = heard(text).speeches
    assert first.source is not None
    assert (second.source is not None and second.source.span == first.source.span) == goes_on
    assert second.source is None or not second.source.unnamed


COME = "Ann Lee runs the pier. Bob Ray came too. "


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # A verb that is none of speech, in front of a whole sentence.
        (f"{COME}Ann Lee reminisced, {TOLD}", "Ann Lee"),
        (f"{COME}Then Ann Lee shot back: {TOLD}", "Ann Lee"),
        (f"{COME}Ann Lee renamed “the long and the very cold pier”.", None),
        (f"{COME}The song, which Ann Lee titled, {TOLD}", None),
        (f"{COME}Ann Lee waited, “the ferry was late on all of those days”.", None),
        (f"{COME}Life in Florida is good. Florida looked up and declared: {TOLD}", None),
        (f"{COME}The vote against Ann Lee was rigged: {TOLD}", None),
        (f"{COME}The treaty with Ann Lee, which says, {TOLD}", None),
        (f"{COME}As I’ve often noted, {TOLD}", None),
        # The second verb of one subject; not where somebody else acts meanwhile.
        (f"{COME}Ann Lee looked over the pier and declared: {TOLD}", "Ann Lee"),
        (
            f"{COME}Ann Lee called it brave but said it was “late and cold and wet on all days”.",
            "Ann Lee",
        ),
        (
            f"{COME}A club met Ann Lee and said it was “late and cold and wet on all days”.",
            None,
        ),
        (f"{COME}Ann Lee rose and told reporters {TOLD}", "Ann Lee"),
        (f"{COME}Ann Lee turned to her husband and said: {TOLD}", "Ann Lee"),
        (f"{COME}As Ann Lee finished, a group of rowers shouted: {TOLD}", None),
        (f"{COME}While Ann Lee was away, her office came and declared: {TOLD}", None),
        # `who`, a place, an aside, a promise.
        (f"{COME}Four sang, including Ann Lee, who declared, {TOLD}", "Ann Lee"),
        (
            f"{COME}Ann Lee, head of the pier, wrote in the Post, “the ferry is late now”.",
            "Ann Lee",
        ),
        (f"{COME}Ann Lee vowed in a speech to “fight for the ferry of all of us”.", "Ann Lee"),
        (f"{COME}Ann Lee answered by saying, {TOLD}", "Ann Lee"),
        # `said that`, behind an aside, is nobody else's.
        (
            f"{COME}Ann Lee, who left the pier, said that officials “are late and cold again”.",
            "Ann Lee",
        ),
        # A member of the family or staff who is named; what is theirs says nothing.
        (f"{COME}{SAID} said his aunt Eve Day.", "Eve Day"),
        (f"{COME}{SAID} said her lawyer Eve Day.", "Eve Day"),
        (f"{COME}The ferry is late on all days, says his Brask feed of it.", None),
        (f"{COME}All read Brask. {SAID} says his Brask feed.", None),
        (f"{COME}\n\nRep. Eve Day (Ohio): {TOLD}", "Eve Day"),
        # The name at the end of somebody else's description is not the speaker.
        (f"{COME}{SAID} a fellow at the Institute told Bob Ray. {TOLD}", None),
        (f"{COME}{SAID} the director of the harbour agency, Ann Lee, said.", "Ann Lee"),
        ("The director of the harbour agency, Ann Lee, said it was late.", "Ann Lee"),
    ],
)
def test_who_acts_in_front_of_a_quotation_says_it(text: str, speaker: str | None) -> None:
    person = heard(text).speeches[-1].person if heard(text).speeches else None
    assert (person.full if person else None) == speaker


def test_said_that_gives_no_words_of_those_named_behind_it() -> None:
    text = (
        "Theresa May, who led Galva after the ferry vote, said that world leaders must "
        "find a way to “open the ferry again to all of us here”."
    )
    sources = [speech.source.span.of(text) for speech in heard(text).speeches if speech.source]
    assert "world leaders" not in sources


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"{SAID} said one former mayor. {TOLD}", "one former mayor"),
        (f"{SAID} one of the people said. {TOLD}", "one of the people"),
        (f"{SAID} one of the piers said. {TOLD}", None),
        (f"According to the harbour report: {TOLD}", "the harbour report"),
        (f"The university released a statement saying that, {TOLD}", "The university"),
        (f"The summer released a statement saying that, {TOLD}", None),
        (f"The harbour office says that {TOLD}", "The harbour office"),
        (f"{SAID} said the second Monday. {TOLD}", None),
    ],
)
def test_a_description_in_any_order_is_the_speaker(text: str, source: str | None) -> None:
    last = heard(text).speeches[-1]
    assert last.person is None
    assert (last.source.span.of(text) if last.source else None) == source


@pytest.mark.parametrize("marks", ["“”", '""'])
def test_a_surname_behind_a_closing_mark_is_the_speakers(marks: str) -> None:
    said = f"{marks[0]}The ferry will be late again on all of these days,{marks[1]}"
    text = f"Wexlin Orrel came to the pier. {said} Orrel volunteered at the pier."
    assert heard(text).speeches[-1].person is not None


@pytest.mark.parametrize(("verb", "mentions"), [("asked", 2), ("told", 2), ("left", 1)])
def test_a_surname_that_opens_a_sentence_is_one_if_it_says_something(
    verb: str, mentions: int
) -> None:
    text = f'Wexlin Orrel came. "Is the ferry late on all of these days?" Orrel {verb} the paper.'
    (name,) = find_names(Document(Article("a", text)))
    assert len(name.mentions) == mentions


def speakers(text: str) -> list[str | None]:
    return [who for who, _ in told(text)]


def test_whoever_objects_behind_a_quotation_did_not_say_it() -> None:
    said = "When the host Bob Ray said it “sounds like a plan to close the harbour”, Lee objected."
    assert Document(Article("a", said)).quotations[0].speaker is None
    alone = Document(Article("a", "“The plan is to close the harbour for good”, Lee objected."))
    speaker = alone.quotations[0].speaker
    assert speaker is not None
    assert speaker.of(alone.text) == "Lee"


def test_who_stands_in_front_of_he_said_is_not_he() -> None:
    text = (
        "The line that was taken was that nobody was bothered. Bob Ray, he said, was “doing the "
        "job.” However, he went on, “the thing is he did not tell us properly.”"
    )
    assert "Bob Ray" not in speakers(text)


def test_the_founder_of_a_company_is_not_the_company() -> None:
    text = "“It is a sad day for all of us,” added Acme Inc (AC.N) founder Ann Lee."
    assert speakers(text) == ["Ann Lee"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # Behind a remark the other one may answer.
        ("“No,” said Bob Ray.\n\n“That seems odd,” added Ann Lee.\n\n“It is odd to me.”", None),
        ("“That seems odd,” added Ann Lee.\n\n“It is very odd to me.”", "Ann Lee"),
        (
            "“That seems wrong to all who live in this town,” added Ann Lee.\n\n“It is late.”",
            "Ann Lee",
        ),
        ("“I was ill for days,” recalled former Lee ‘08 staffer Bob Ray.", "Bob Ray"),
        ("Bob Ray left. When Ann Lee asked if it was late, he replied, “I like it.”", "Bob Ray"),
        ("Bob Ray left. When Ann Lee was asked if it was late, she replied, “No.”", "Ann Lee"),
        ("Asked about a plan “to close it all,” Ann Lee said it was late.", "Ann Lee"),
        # Whoever is asked answers; whoever is only asked about does not, nor one called otherwise.
        ("Tom Roe left. When Ann Lee asked Bob Ray if it was late, he said, “No.”", "Bob Ray"),
        ("When Ann Lee asked about Bob Ray, she said, “He is the last to come.”", None),
        ("Mary Ray lost. When Tom Lee asked Mary Ray if it was late, he said, “No.”", None),
    ],
)
def test_whose_turn_it_is(text: str, last: str | None) -> None:
    assert speakers(text)[-1] == last


def test_what_somebody_is_asked_is_not_the_answer() -> None:
    text = "Asked if the charges are “untrue in every part,” Ann Lee said the ferry was late."
    assert told(text)[-1] == ("Ann Lee", "the ferry was late.")
    assert "Ann Lee" not in speakers(text)[:-1]


def test_a_given_name_that_stands_behind_the_surname_twice_tells_he_or_she() -> None:
    text = (
        "Clinton won. Hillary Clinton left, and Hillary Clinton came. Tom Sanders spoke. It fell to"
        " Sanders to list the ways in which Clinton had won. “Nobody is as sad as I am,” he said."
    )
    assert speakers(text)[-1] != "Hillary Clinton"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The Tide quoted Ann Lee as saying the ferry was late.", "the ferry was late."),
        ("The Tide quoted Ann Lee as saying: “The ferry is late.”", "The ferry is late."),
        ("Ann Lee was quoted by the Tide as saying that it was late.", "it was late."),
        ("The Tide quotes Ann Lee as telling it the ferry was late.", "the ferry was late."),
        ("The Tide quoted Ann Lee as saying in a talk that it was late.", "it was late."),
        ("“The ferry is late,” the Tide quoted Ann Lee as saying.", "The ferry is late,"),
        ("“The ferry is late,” the Tide quoted Ann Lee as saying on Monday.", "The ferry is late,"),
        ("The ferry was late, the Tide quoted Ann Lee as saying.", "The ferry was late"),
        ("“The ferry is late,” Ann Lee was quoted as saying by the Tide.", "The ferry is late,"),
        ("On Monday, the Tide quoted Ann Lee as saying it was late.", "it was late."),
        ("It rained a lot: According to Ann Lee, “the ferry is late on all days.”",
            "the ferry is late on all days."),
        ("The ferry will, according to Ann Lee, be “late on all the days of the year.”",
            "be “late on all the days of the year."),
        ("The ferry was late, and according to Ann Lee, it sank.", "it sank."),
        ("Ann Lee shot back, “The ferry is late on all days.”", "The ferry is late on all days."),
        ("Ann Lee hit back that it was “late on all the days of the long year.”",
            "late on all the days of the long year."),
    ],
)  # fmt: skip
def test_whom_another_one_quotes_and_who_shoots_back(text: str, said: str) -> None:
    ((name, given),) = told(text)
    assert (name, given.rstrip("”")) == ("Ann Lee", said)


@pytest.mark.parametrize(
    "text",
    [
        "The Tide falsely quoted Ann Lee as saying “the ferry is late on all days.”",
        "The Tide quoted an aide to Ann Lee as saying “the ferry is late on all days.”",
        "It rained, said the mate, who sails for Ann Lee: “The ferry is late on all days.”",
        "The enemy of Ann Lee shot back, “The ferry is late on all days.”",
    ],
)
def test_who_is_not_quoted(text: str) -> None:
    assert "Ann Lee" not in [name for name, _ in told(text)]


def test_who_else_said_so_behind_according_to_is_not_led_to() -> None:
    text = "The ferry that they use, according to Ann Lee, said on Monday that it was “late again.”"
    assert ("Ann Lee", "The ferry that they use") in told(text)
