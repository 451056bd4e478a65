"""A text as words: offsets that hold for any text whatever."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.marks import stretches
from newsroom.text.quotes.reading import LONGEST, Reading
from newsroom.text.sentences import sentences

ANY = st.one_of(st.text(), st.text(alphabet=st.sampled_from("\"“”‘’' \n.,?:;-—(aBé1_\u00a0\u2009")))


def read(text: str) -> Reading:
    return Reading(text, [stretch for stretch in stretches(text) if stretch.depth == 0])


@given(ANY)
def test_words_stand_where_they_say(text):
    reading = read(text)
    position = 0
    for word, start, end in zip(
        reading.words, reading.starts, map(reading.end, range(len(reading.words))), strict=True
    ):
        assert position <= start < end <= len(text)
        assert text[start:end].replace("’", "'") == word.replace("’", "'")
        assert not text[position:start].strip()
        position = end
    assert not text[position:].strip()


@given(ANY)
def test_units_hold_every_word_once(text):
    reading = read(text)
    units = reading.units(sentences(text))
    assert units[0] == 0
    assert units[-1] == len(reading.words)
    assert all(0 < end - first <= LONGEST for first, end in pairwise(units))


def test_a_stretch_in_marks_is_one_word():
    text = "“Mr. Lind sailed. It leaked,” she said."
    assert read(text).words == ["“Mr. Lind sailed. It leaked,”", "she", "said", "."]


def test_abbreviations_figures_and_short_forms():
    assert read("The U.S. ferry’s 1,200 crew don’t sail.").words == [
        *("The", "U.S", ".", "ferry's", "1,200", "crew", "don't", "sail", "."),
    ]
