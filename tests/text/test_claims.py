"""Which sentences are proposed as claims, and what is known about them."""

import pytest

from newsroom.text.breakdown import breakdown


def proposed(text):
    return [text[claim.start : claim.end] for claim in breakdown(text).claims]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry was late.",
        "It carried 47 people.",
        "He asked, “Why are 40 people waiting?”",
        "“Why are 40 people waiting?” Mara Lind asked.",
        "“We sail at dawn!”",
        "Tell was a marksman of Uri.",
    ],
)
def test_what_says_something_is_proposed(text):
    assert proposed(text) == [text]


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
        "Indeed.",
        "",
        "… — …",
    ],
)
def test_what_says_nothing_is_not(text):
    lead = "It was late.\n\n"
    assert proposed(lead + text) == ["It was late."]


def test_headings_are_proposed_when_they_state_a_fact():
    blocks = ("Ferry hits quay in Holm", "It was late.", "The long wait", "Crew of 12 fined", "Mayor wins vote again")
    text = "\n\n".join([*blocks, "It came in."])
    assert proposed(text) == [
        "Ferry hits quay in Holm",
        "It was late.",
        "Crew of 12 fined",
        "Mayor wins vote again",
        "It came in.",
    ]


def test_a_headline_needs_no_verb_we_know():
    assert proposed("Ferry to Holm late again\n\nIt was dark.")[0] == "Ferry to Holm late again"


def test_clauses_with_a_figure_each_are_two_claims():
    text = "The hull was built in 1978, and the engine was replaced in 2004; the crew has 12 sailors."
    assert proposed(text) == [
        "The hull was built in 1978",
        "the engine was replaced in 2004",
        "the crew has 12 sailors.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry carried 40 people, 12 cars, and a horse.",
        "The ferry was late, and nobody minded at all that evening.",
        "“It was built in 1978, and it was mended in 2004,” said Mara Lind.",
    ],
)
def test_lists_and_quotations_stay_whole(text):
    assert proposed(text) == [text]


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


def test_opinion_is_only_hinted_at_in_the_story_s_own_words():
    quoted, own = breakdown("“It was absurd,” said Mara Lind. It was an absurd week.").claims
    assert (quoted.opinion, own.opinion) == ("", "words of opinion: “absurd”")


def test_no_hints_in_another_language():
    assert breakdown("Das war absurd.", language="de").claims[0].opinion == ""


def test_risks_are_flagged():
    [claim] = breakdown("The owner was charged with fraud in May.").claims
    assert claim.flags == ("legal",)
    assert "allegation" in claim.kinds
