"""Which sentences are proposed as claims, and what is known about them."""

import pytest

from newsroom.text.breakdown import breakdown


def proposed(text):
    return [text[claim.start : claim.end] for claim in breakdown(text).claims]


def trimmed(text):
    return text.removesuffix(".")


@pytest.mark.parametrize(
    "text",
    [
        "The ferry was late.",
        "It carried 47 people.",
        "He asked, “Why are 40 people waiting?”",
        "“Why are 40 people waiting?” Mara Lind asked.",
        "“We sail at dawn!”",
        "Tell was a marksman of Uri.",
        "The ferry belongs to Holm Shipping Inc.",
        "The winner was Plan B.",
        "He refused to say why.",
        "The port would not name the owner.",
    ],
)
def test_what_says_something_is_proposed(text):
    assert proposed(text) == [text if text.endswith(("Inc.", "Plan B.")) else trimmed(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Why is the ferry late again?",
        "“But who will pay for the 40 leaks?”",
        "Read more about the ferry here.",
        "See the timetable on page 4.",
        "Please write to the port.",
        "Don’t miss the last ferry.",
        "By Ida Storm and Jon Falk",
        "Photo: the ferry in the harbour",
        "Advertisement",
        "“Please don’t wait.”",
        "LIND: Ask them, not me.",
        "If you live near the quay, stay indoors.",
        "An earlier version of this article misstated the toll.",
        "This story has been edited for length.",
        "The full result:",
        "Ferry in the harbour: what we know",
        "Call the tip line if you saw it.",
        "It was a bruising quarter.",
        "I mourn every yard.",
        "Perhaps that will be enough.",
        "She would be right to.",
        "Indeed.",
        "",
        "… — …",
    ],
)
def test_what_says_nothing_is_not(text):
    lead = "It was late.\n\n"
    assert proposed(lead + text) == ["It was late"]


def test_headings_are_proposed_when_they_state_a_fact():
    blocks = ("Ferry hits quay in Holm", "It was late.", "The long wait", "Crew of 12 fined", "Mayor wins vote again")
    text = "\n\n".join([*blocks, "It came in."])
    assert proposed(text) == [
        "Ferry hits quay in Holm",
        "It was late",
        "Crew of 12 fined",
        "Mayor wins vote again",
        "It came in",
    ]


def test_a_headline_needs_no_verb_we_know():
    assert proposed("Ferry to Holm late again\n\nIt was dark.")[0] == "Ferry to Holm late again"


def test_a_transcript_s_line_goes_without_its_name():
    assert proposed("It was late.\n\nLIND: We have 40 boats.") == ["It was late", "We have 40 boats"]


def test_a_claim_knows_the_quote_it_carries():
    found = breakdown("The ferry was late. “It leaks,” said Mara Lind. Jon Falk said that it would sink.")
    assert [claim.quote for claim in found.claims] == [None, 0, 1]
    assert ["quote" in claim.kinds for claim in found.claims] == [False, True, False]
    assert ["paraphrase" in claim.kinds for claim in found.claims] == [False, False, True]
    assert [claim.rule for claim in found.claims] == ["sentence", "sentence with a quotation", "reported statement"]


def test_every_sentence_of_a_long_quote_is_a_claim_in_it():
    found = breakdown("“The hull is forty years old. It leaks in a dozen places,” said Mara Lind.")
    assert [claim.quote for claim in found.claims] == [0, 0]


def test_doubtful_marks_carry_no_quote():
    [claim] = breakdown("The only “benefit” was a new timetable in March.").claims
    assert claim.quote is None
    assert "quote" not in claim.kinds


def test_opinion_that_sounds_like_it_is_proposed_with_the_hint():
    [claim] = breakdown("It is a shabby, cynical idea, and we must stop it.").claims
    assert claim.opinion.startswith("words of opinion: “shabby”, “cynical”")
    assert breakdown("It is an old idea, and it must stop.").claims == ()


def test_a_fact_under_an_opinion_is_a_claim():
    [claim] = breakdown("Sadly, the absurd plan has cost Holm 40 jobs.").claims
    assert claim.opinion
    assert "number" in claim.kinds


def test_opinion_is_only_hinted_at_in_the_story_s_own_words():
    quoted, own = breakdown("“It was absurd,” said Mara Lind. It was an absurd week.").claims
    assert (quoted.opinion, own.opinion) == ("", "words of opinion: “absurd”")


def test_no_hints_in_another_language():
    assert breakdown("Das war absurd.", language="de").claims[0].opinion == ""


def test_risks_are_flagged():
    [claim] = breakdown("The owner was charged with fraud in May.").claims
    assert claim.flags == ("legal",)
    assert "allegation" in claim.kinds
