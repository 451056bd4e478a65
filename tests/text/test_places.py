"""Places in pieces become offsets in the canonical text: the same words, whatever was tidied."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.canonical import compose, normalise
from newsroom.text.places import STEP, Ruler, Spot, places


def covered(pieces: list[str], first: tuple[int, int], last: tuple[int, int]) -> str:
    blocks = [("body", "paragraph", text) for text in pieces]
    [(start, end)] = places(blocks, [(Spot(*first), Spot(*last))])
    return compose(blocks).text[start:end]


@pytest.mark.parametrize(
    ("pieces", "first", "last", "words"),
    [
        (["The ferry is late."], (0, 4), (0, 9), "ferry"),
        (["  The \t ferry  is late."], (0, 8), (0, 15), "ferry"),
        (["  The \t ferry  is late."], (0, 5), (0, 13), "ferry"),
        (["Headline", "", " \n ", "The ferry is late."], (3, 4), (3, 9), "ferry"),
        (["The fer\u00adry is late."], (0, 4), (0, 10), "ferry"),
        (["One.\r\n\r\n\r\nTwo ferries."], (0, 10), (0, 13), "Two"),
        (["One.", "Two.", "Three."], (0, 1), (2, 5), "ne.\n\nTwo.\n\nThree"),
        (["Cafe\u0301 open"], (0, 0), (0, 4), "Café"),
        (["Cafe\u0301 open"], (0, 4), (0, 5), "é"),
        (["\ufeffLate"], (0, 0), (0, 5), "Late"),
        (["Late", "   "], (1, 0), (1, 3), ""),
        (["Late"], (0, 2), (0, 2), ""),
        (["Late", "boat"], (0, 2), (1, 900), "te\n\nboat"),
        (["Late", "boat", "again"], (0, 4), (2, 0), "boat"),
        (["Late", "boat", "  ", "again"], (0, 4), (3, 0), "boat"),
        (["Late", "boat"], (0, 4), (1, 0), ""),
    ],
)
def test_a_span_keeps_its_words(pieces, first, last, words):
    assert covered(pieces, first, last) == words


def test_a_place_without_words_ends_those_before_it():
    blocks = [("body", "paragraph", text) for text in ("", "One", " ", "Two", "")]
    spots = [Spot(0, 0), Spot(2, 1), Spot(4, 0)]
    assert places(blocks, [(spot, spot) for spot in spots]) == [(0, 0), (3, 3), (8, 8)]
    assert places([("body", "paragraph", " ")], [(Spot(0, 1), Spot(0, 1))]) == [(0, 0)]


RAGGED = st.text(alphabet="ab \t\n\r\u00a0\u00ad\u2028\u2029e\u0301\ufeff가\u1100\u1161\u0958", max_size=12)


@given(pieces=st.lists(RAGGED, min_size=1, max_size=4), data=st.data())
def test_any_span_lies_in_the_text_and_holds_all_its_letters(pieces, data):
    blocks = [("body", "paragraph", text) for text in pieces]
    which = data.draw(st.integers(0, len(pieces) - 1))
    start = data.draw(st.integers(0, len(pieces[which])))
    end = data.draw(st.integers(start, len(pieces[which])))
    text = compose(blocks).text
    [(first, last)] = places(blocks, [(Spot(which, start), Spot(which, end))])
    assert 0 <= first <= last <= len(text)

    def letters(words: str) -> str:
        return "".join(c for c in unicodedata.normalize("NFD", words) if c.isalpha())

    assert letters(normalise(pieces[which][start:end])) in letters(text[first:last])
    if (start, end) == (0, len(pieces[which])):
        assert text[first:last] == normalise(pieces[which])


@given(words=st.lists(RAGGED, min_size=1, max_size=6), data=st.data())
def test_a_long_piece_is_measured_like_a_short_one(words, data):
    text = "".join(
        ragged + filler * STEP for ragged, filler in zip(words, ("ab", "a ", "界", "\u0301", " ", "1"), strict=False)
    )
    ruler, offset = Ruler(text), data.draw(st.integers(0, len(text) + 3))
    assert ruler.size == len(normalise(text))
    assert ruler.before(offset) == len(normalise(text[:offset]))
    assert ruler.after(offset) == len(normalise(text[offset:]))
