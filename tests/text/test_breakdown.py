"""A whole story taken apart, and what holds for any text whatever."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsroom.text.breakdown import Breakdown, breakdown
from newsroom.text.canonical import normalise

STORY = """‘Money Down the Harbour’: Holm Courier Mourns a Lost Winter

Holm’s winter ferry was “money down the harbour” now that the port has laid it up again, according to Radio Sund’s \
Ivo Brandt.

From the Courier, “As the Port Gives Up on Winter, Islanders Ask, ‘Was It Worth It?'”:

The port used its best crews [to keep the line open] but the fleet was never big enough for a second harbour. “From \
the very first week, the ice was thicker than the charts said, because we had sounded the depth but we had not \
sounded the width,” said Yevhen Marenko, an islander on the council’s committee for ports and pilots. From the \
start, the railway had cheaper tickets. They raised the fares and brought the crews to within a day of a strike, \
according to letters from sailors’ wives to the board.

“They not only doubled the number of trains on our coast, but they also made them quicker,” Marenko said. Railway \
chief Ana Sorel has never named the sum. In '19 it was the workers’ hall that paid, and rock 'n' roll evenings.

The only “benefit” was 4 million crowns more from the capital for what was a stunt.

A Sund Institute poll in December found that 61 per cent of islanders want a quick end to the line.

The whole winter was basically “money down the harbour” and the contract that ends it will look like the one of 2021."""

SIGNS = "“”\"'‘’«»「」 \n.?,:;5é。\u00a0\u200d\ud800\0"
PHRASES = ("said ", "Mara Lind ", "she ", "Mr. ", "according to ", "a ", "in Holm ", "was ", ", and the ", "\n\n")
PIECES = st.sampled_from([*SIGNS, *PHRASES])
ANY = st.one_of(st.text(), st.lists(PIECES).map("".join))


@pytest.fixture(scope="module")
def story() -> Breakdown:
    return breakdown(STORY)


def test_both_quotations_are_given_to_the_full_name(story):
    spoken = [quote for quote in story.quotes if quote.speaker == "Yevhen Marenko"]
    assert [quote.speaker_mention for quote in spoken] == ["Yevhen Marenko", "Marenko"]
    assert [quote.kind for quote in spoken] == ["direct", "direct"]
    assert [quote.confidence for quote in spoken] == ["sure", "sure"]


def test_a_part_in_marks_is_given_to_whom_the_sentence_names(story):
    assert story.quotes[0].speaker == "Ivo Brandt"
    assert story.quotes[0].kind == "mixed"


def test_title_and_irony_are_doubtful_and_have_no_speaker(story):
    doubtful = [STORY[quote.start : quote.end] for quote in story.quotes if quote.doubtful]
    assert doubtful == [
        "“As the Port Gives Up on Winter, Islanders Ask, ‘Was It Worth It?'”",
        "“benefit”",
        "“money down the harbour”",
    ]
    assert not any(quote.speaker for quote in story.quotes if quote.doubtful)


def test_no_apostrophe_opens_a_quote(story):
    openers = {STORY[start] for quote in story.quotes for start, _ in quote.marked}
    assert openers == {"“"}


def test_claims_of_the_story(story):
    words = [STORY[claim.start : claim.end] for claim in story.claims]
    assert words[0].startswith("‘Money Down the Harbour’")
    assert any(wording.startswith("The only “benefit”") for wording in words)
    poll = next(claim for claim in story.claims if STORY[claim.start :].startswith("A Sund Institute poll"))
    assert {"name", "percentage", "date"} <= set(poll.kinds)


@example('Said" , 0 said“')
@given(ANY)
def test_any_text_is_taken_apart(text):
    found = breakdown(text)
    assert found == breakdown(text)
    position = 0
    for start, end in found.sentences:
        assert position <= start < end <= len(text)
        position = end
    for quote in found.quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert all(quote.start <= start < end <= quote.end for start, end in quote.marked)
        assert quote.kind in ("direct", "indirect", "mixed")
        assert quote.confidence in ("sure", "likely", "check")
        assert not (quote.doubtful and quote.speaker)
        assert quote.speaker_mention in text
        assert quote.cue in text
    assert list(found.quotes) == sorted(found.quotes, key=lambda quote: (quote.start, quote.end))
    position = 0
    for claim in found.claims:
        assert position <= claim.start < claim.end <= len(text)
        assert text[claim.start : claim.end] == text[claim.start : claim.end].strip()
        assert claim.kinds
        assert claim.quote is None or not found.quotes[claim.quote].doubtful
        position = claim.end


@given(ANY)
def test_canonical_text_gives_the_same_twice(text):
    once = normalise(text)
    assert breakdown(normalise(once)) == breakdown(once)


HOSTILE = (
    *"\"“”‘'«( \n\u00a0.aA1。",
    *(", ", "A. ", "said ", "Mr. ", "? ", "- ", "“a” ", '"a" ', "“a ”b ", "“a,” he said, ", "“a” and ", "“Ab.\n\n"),
    *("He said. ", "He said so. ", "; a 1 was ", "‘a ", "according to ", "and ", "of ", "The A of ", ". . ", "\n- "),
    *("\n\nx", "@a", "“Who?” Ab ", "a-", "A-", "A’", "A.", "A.A.", "aed", "Aa Bb "),
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_repetition_is_no_harder_than_its_length(piece):
    """Whatever grows with the square of the length would not come back from this within the suite's patience."""
    size = 60_000
    found = breakdown("Mara Lind said " + piece * (size // len(piece)))
    assert all(claim.end > claim.start for claim in found.claims)


def test_ten_thousand_quotations_that_nobody_closes():
    found = breakdown("“The ferry leaks, said number 12. " * 10_000)
    assert len(found.sentences) == 10_000
    assert not any(quote.marked for quote in found.quotes)


def test_fifty_thousand_sentences():
    found = breakdown("Mara Lind said that the ferry leaks. " * 50_000)
    assert len(found.sentences) == len(found.claims) == 50_000
    assert {quote.speaker for quote in found.quotes} == {"Mara Lind"}


def test_one_word_of_a_megabyte():
    text = "a" * 1_000_000
    found = breakdown(text)
    assert found.sentences == ((0, 1_000_000),)
    assert not found.quotes
    assert breakdown(f"Mara Lind said that {text} leaks.").quotes[0].speaker == "Mara Lind"


def test_two_megabytes_in_one_line():
    line = STORY.replace("\n", " ")
    text = (line + " ") * (2_000_000 // len(line))
    found = breakdown(text)
    assert len(found.claims) > 10_000
    assert len(found.quotes) > 5_000
