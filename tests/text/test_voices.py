"""Words that make several of unnamed sources."""

import pytest

from newsroom.text.voices import around, several_unnamed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sources say the ferry will not run before June.", "Sources say"),
        ("Two officials close to the board said it had run out of money.", "officials close to"),
        (
            "The pumps were never tested, according to senior council officials.",
            "according to senior council officials",
        ),
        ("People familiar with the talks put the sum at 4 million.", "People familiar with"),
        (
            "Three aides, who were not in the room, described a shouting match.",
            "aides, who were not in the room, described",
        ),
        ("The board knew in May, insiders told the Courier.", "insiders told"),
        (
            "The repair failed, said several senior board insiders.",
            "said several senior board insiders",
        ),
        ("Persons with direct knowledge of the contract", "Persons with direct knowledge of"),
        ("employees who asked not to be named", "employees who asked"),
    ],
)
def test_several_unnamed_people(text: str, words: str):
    assert several_unnamed(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "A source close to the board said it had run out of money.",
        "An official said the ferry would run in June.",
        "The council lists its sources in an annex.",
        "She said the council lists its sources in an annex.",
        "Officials were replaced in May. The mayor said so.",
        "Marta Lindqvist, who heads the board, said both pumps were replaced.",
        "People use the bus over Kell Bridge.",
        "",
    ],
)
def test_one_or_none(text: str):
    assert several_unnamed(text) == ""


def test_the_words_are_english():
    assert several_unnamed("Sources say so.", language="en-GB")
    assert not several_unnamed("Sources say so.", language="nb")


def test_the_sentence_of_a_claim_is_looked_at_whole():
    text = "A heading\n\nIt rained. Sources say the ferry cost 212,000 crowns. The board is silent.\n\nThe end."
    start = text.index("212,000")
    assert around(text, start, start + 14) == "Sources say the ferry cost 212,000 crowns."
    assert around(text, 0, 9) == "A heading"
    both = text.index("crowns"), text.index("board")
    assert around(text, *both) == "Sources say the ferry cost 212,000 crowns. The board is silent."
    assert around(text, text.index("end"), text.index("end") + 3) == "The end."
