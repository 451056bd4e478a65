"""A passage word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.web.passage import passage


def drawn(text: str, words: str, *edges: int) -> dict[str, object]:
    start = text.index(words)
    span = (start, start + len(words))
    return passage(text, 0, len(text), chosen=span, edges=edges or span)


def on(found: dict[str, object]) -> str:
    return "".join(piece.text for piece in found["pieces"] if piece.on)  # type: ignore[attr-defined]


def test_the_chosen_words_are_marked_and_named() -> None:
    found = drawn("The bus crossed Kell Bridge twice.", "crossed Kell Bridge")
    assert (found["first"], found["last"]) == (8, 27)
    assert on(found) == "crossed Kell Bridge"


def test_a_word_is_parted_where_the_claim_begins_or_ends_in_it() -> None:
    found = drawn("She said: “We have both,” twice.", "We have both")
    assert [piece.text for piece in found["words"]] == ["She", "said:", "We", "have", "both", "twice."]  # type: ignore[attr-defined]
    assert on(found) == "We have both"


def test_letters_without_spaces_between_them_are_words_of_their_own() -> None:
    found = drawn("橋は3月に閉鎖。", "3月")
    assert [piece.text for piece in found["words"]] == ["橋", "は", "3", "月", "に", "閉", "鎖", "。"]  # type: ignore[attr-defined]


@given(st.text(max_size=60), st.data())
def test_the_pieces_are_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = passage(text, 0, len(text), chosen=(start, end), edges=(start, end))
    assert "".join(piece.text for piece in found["pieces"]) == text
    assert on(found) == text[start:end]


@pytest.mark.parametrize("chosen", [(0, 0), (40, 50), (5, 3)])
def test_nothing_is_marked_for_a_span_that_is_not_there(chosen: tuple[int, int]) -> None:
    found = passage("The bus crossed.", 0, 16, chosen=chosen)
    assert (on(found), found["first"], found["last"]) == ("", None, None)
