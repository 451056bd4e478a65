"""Hints of opinion name their rule and the words behind it."""

import pytest

from newsroom.text.opinion import CLASS_OF, LOADED, WEIGHTS, cues, opinion


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("It was an absurd decision.", "words of opinion: “absurd”"),
        ("It was an absurd week in March.", "words of opinion: “absurd”"),
        ("Sadly, we all know why.", "words of opinion: “Sadly”, “we”, “know”"),
        ("We believe that the council ought to resign.", "words of opinion: “We”, “believe”, “ought”"),
        ("Nobody seems to care how dangerous this is.", "words of opinion: “dangerous”, “seems”"),
        ("What a ferry!", "exclamation: “!”"),
        ("The ferry was forty minutes late.", ""),
        ("The ferry should arrive at nine.", ""),
        ("The hull must have leaked.", ""),
        ("We sail on Monday, 3 May.", ""),
        ("The brutal attack was reported to police on Tuesday.", ""),
        ("", ""),
    ],
)
def test_opinion(words, hint):
    assert opinion(words) == hint


def test_figures_reports_and_quotation_marks_speak_against_it():
    plain = "We believe the case is good."
    assert opinion(plain)
    assert not opinion(plain, quoting=True)
    assert not opinion("We believe the case is good, 12 of 40 told a survey in March.")


def test_the_heaviest_words_come_first_and_four_are_enough():
    words = "We should surely know how dangerous and how utterly shameful it is."
    assert opinion(words) == "words of opinion: “shameful”, “dangerous”, “We”, “surely”"


def test_every_class_has_a_weight_and_no_word_that_is_loaded_counts_against():
    assert len(WEIGHTS) == len(cues(""))
    assert all(WEIGHTS[CLASS_OF[word]] > 0 for word in LOADED)
