"""How far what is said reaches, with and without marks."""

import pytest

from newsroom.text.quotes import quotes


def said(text: str) -> list[tuple[str, str]]:
    return [(text[quote.start : quote.end], quote.kind) for quote in quotes(text)]


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "Mara Lind said the ferry was “a basket” and would sink.",
            [("the ferry was “a basket” and would sink", "mixed")],
        ),
        ("Mara Lind said on Monday: “It leaks.”", [("“It leaks.”", "direct")]),
        ("“It leaks,” she said, “like a basket.”", [("“It leaks,” she said, “like a basket.”", "direct")]),
        ("The ferry “leaks,” Mara Lind said.", [("The ferry “leaks,”", "mixed")]),
        (
            "Mara Lind called it “a basket,” and Jon Falk called it “a pride.”",
            [("it “a basket,”", "mixed"), ("it “a pride.”", "mixed")],
        ),
        (
            "Mara Lind said the ferry leaked, adding that it would sink.",
            [("the ferry leaked", "indirect"), ("it would sink", "indirect")],
        ),
        (
            "The ferry has leaked for years, Mara Lind said, and Jon Falk denied that it ever had.",
            [("The ferry has leaked for years", "indirect"), ("it ever had", "indirect")],
        ),
        (
            "''It leaks,'' said Mara Lind. ''It will sink.''",
            [("''It leaks,''", "indirect"), ("''It will sink.''", "indirect")],
        ),
        ("Mara Lind called it “a basket” and left the hall.", [("it “a basket”", "mixed")]),
        ("Mara Lind promised to add a second ferry.", [("to add a second ferry", "indirect")]),
        (
            "On three nights, Mara Lind said, the ferry carried 61 people.",
            [("On three nights, Mara Lind said, the ferry carried 61 people", "indirect")],
        ),
        ("The retreat of the ferry, confirmed by Mara Lind on Monday, came late.", []),
        ("Mara Lind thanked the crew for the work.", []),
    ],
)
def test_statement(text, statements):
    assert said(text) == statements


def test_two_apostrophes_for_a_mark_are_no_stretch_in_marks():
    """Wire services type them so; whether they are marks a person decides."""
    assert [quote.marked for quote in quotes("''It leaks,'' said Mara Lind.")] == [()]


def test_two_apostrophes_with_nobody_speaking_say_nothing():
    assert quotes("They sailed in ''winter'' as well.") == []
