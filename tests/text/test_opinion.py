"""Hints of opinion name their rule and the words behind it."""

import pytest

from newsroom.text.kinds import Wording
from newsroom.text.opinion import opinion


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("It was an absurd decision.", "evaluative word: “absurd”"),
        ("Sadly, nobody came.", "word of stance: “Sadly”"),
        ("The council ought to resign.", "call to act: “ought to”"),
        ("We should all take the barge.", "call to act: “We … should”"),
        ("Imagine a ferry on time.", "writer’s voice: “Imagine”"),
        ("What a ferry!", "exclamation: “!”"),
        ("The ferry was forty minutes late.", ""),
        ("The ferry should arrive at nine.", ""),
        ("The hull must have leaked.", ""),
        ("", ""),
    ],
)
def test_opinion(words, hint):
    assert opinion(Wording(words)) == hint
