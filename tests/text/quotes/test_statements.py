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
        ("While Mara Lind says the ferry leaks, Jon Falk denies that.", [("the ferry leaks", "indirect")]),
        ("Mara Lind accused the port of playing games.", [("the port of playing games", "indirect")]),
        ("As Mara Lind noted on Monday, the ferry leaks.", [("the ferry leaks", "indirect")]),
        ("Mara Lind said the ferry was the one that leaked.", [("the ferry was the one that leaked", "indirect")]),
        ("Reporting by Mara Lind; Writing by Jon Falk; Editing by Ana Sorel.", []),
        ("Mara Lind sent lurid tweets and photos to the port.", []),
        (
            "Mara Lind, who has denounced the port, reiterated her frustration over the delay.",
            [
                ("her frustration over the delay", "indirect"),
            ],
        ),
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
