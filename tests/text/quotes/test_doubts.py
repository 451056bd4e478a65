"""Words in marks that are no speech."""

import pytest

from newsroom.text.quotes import quotes


@pytest.mark.parametrize(
    "text",
    [
        "Mara Lind said it on Channel Four’s “Morning Call” on Monday.",
        "Mara Lind told the makers of the film “Storm” that it leaks.",
        "Mara Lind spoke on “Meet the Port” on Monday.",
        "The captain read “The Long Night of the Ferry” in school.",
        "The “winter” timetable begins in May.",
        "The only “benefit” was a new timetable.",
        "The ferry is a “floating basket” and has been one for years.",
        "Ferry sinking ‘faster than they bail’\n\n‘It leaks,’ said Mara Lind.",
        "“Storm” star Mara Lind sailed home.",
    ],
)
def test_no_speaker(text):
    quote = next(quote for quote in quotes(text) if quote.marked)
    assert (quote.doubtful, quote.speaker, quote.speaker_mention, quote.confidence) == (True, "", "", "check")


@pytest.mark.parametrize(
    "text",
    [
        "Mara Lind spoke of “a basket of holes that nobody in his right mind would board.”",
        "The crew would call it “home.”",
        "The sign read “Make Ferries Float Again.”",
    ],
)
def test_speech(text):
    quote = next(quote for quote in quotes(text) if quote.marked)
    assert not quote.doubtful
    assert quote.speaker_mention


def test_marks_that_carry_no_speech_are_kept():
    """A stretch that may be irony is shown as doubtful, never dropped."""
    assert len(quotes("The “winter” timetable of the “fast” ferry begins in May.")) == 2
