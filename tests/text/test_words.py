"""Counting words as a reader would."""

import pytest

from newsroom.text.words import words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("— … —", 0),
        ("Don’t count the well-known twice.", 5),
        ("It cost 1,000.50 crowns, the U.S. said.", 7),
        ("Пором запізнився", 2),
    ],
)
def test_words(text, count):
    assert words(text) == count
