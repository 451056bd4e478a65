"""Canonical text: what is kept, what goes, and that doing it twice changes nothing."""

import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.canonical import Block, compose, normalise

TRICKY = st.text(
    alphabet=st.sampled_from(" \t\n\r\x0b\x0c\x85\u2028\u2029\u00a0\u2009\u00ad\ufeff\u0301eaA.\u200d\ud800")
)


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("one\r\ntwo\rthree\x0bfour\x0cfive\x85six\u2028seven", "one\ntwo\nthree\nfour\nfive\nsix\nseven"),
        ("one\u2029two", "one\n\ntwo"),
        ("har\u00adbour", "harbour"),
        ("\ufeff \ufeffFerry", "Ferry"),
        ("two  \t spaces", "two spaces"),
        ("  both ends  \n  of a line\t", "both ends\nof a line"),
        ("one\n\n\n \t\n\ntwo", "one\n\ntwo"),
        ("one\n\u00a0\ntwo", "one\n\ntwo"),
        ("\n\n one \n\n", "one"),
        ("5\u00a0km\u2009wide", "5\u00a0km\u2009wide"),
        ("cafe\u0301", "café"),
        ("cafe\u00ad\u0301", "café"),
        ("नि\u200dर \u202bשלום\u202c", "नि\u200dर \u202bשלום\u202c"),
        ("half \ud83d pair", "half \ufffd pair"),
        ("", ""),
        (" \n\t", ""),
    ],
)
def test_normalise(typed, canonical):
    assert normalise(typed) == canonical


@given(st.one_of(st.text(), TRICKY))
def test_canonical_text_stays_as_it_is(text):
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert "\n\n\n" not in once
    assert once == once.strip(" \n")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_nothing_but_white_space_soft_hyphens_and_marks_goes(text):
    def kept(some: str) -> str:
        return "".join(c for c in unicodedata.normalize("NFC", some) if not c.isspace() and c not in "\u00ad\ufeff")

    assert kept(normalise(text)) == kept(text.replace("\u00ad", ""))


def test_compose_joins_blocks_with_a_blank_line():
    made = compose([("headline", "heading", " Ferry  late "), ("body", "paragraph", "It was.\r\nVery.")])
    assert made.text == "Ferry late\n\nIt was.\nVery."
    assert made.blocks == (Block("headline", "heading", 0, 10), Block("body", "paragraph", 12, 25))
    assert made.sha256 == hashlib.sha256(made.text.encode()).hexdigest()
    assert made.blocks[0].as_json() == {"part": "headline", "type": "heading", "start": 0, "end": 10}


def test_compose_drops_empty_pieces_and_splits_at_blank_lines():
    made = compose([("body", "paragraph", " \n "), ("body", "paragraph", "one\n\n\ntwo"), ("deck", "x", "")])
    assert made.text == "one\n\ntwo"
    assert [made.text[b.start : b.end] for b in made.blocks] == ["one", "two"]


def test_compose_of_nothing_is_empty():
    assert compose([]) == compose([("body", "paragraph", "\n")])
    assert compose([]).text == ""


@given(st.lists(st.tuples(st.sampled_from(["body", "deck"]), st.just("paragraph"), st.text())))
def test_a_composed_text_is_canonical_and_its_blocks_are_its_lines(pieces):
    made = compose(pieces)
    assert normalise(made.text) == made.text
    assert "\n\n".join(made.text[b.start : b.end] for b in made.blocks) == made.text
