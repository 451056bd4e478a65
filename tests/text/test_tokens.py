"""A text as words and signs."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.graphemes import snap
from newsroom.text.tokens import tokens


def words(text: str) -> list[str]:
    return [text[token.start : token.end] for token in tokens(text)]


def test_words_numbers_and_signs():
    text = "He didn’t pay $1.2bn at 10:30 a.m., the U.S. said; e-mail."
    found = [
        "He",
        "didn’t",
        "pay",
        "$",
        "1.2bn",
        "at",
        "10:30",
        "a.m.",
        ",",
        "the",
        "U.S.",
        "said",
        ";",
        "e",
        "-",
        "mail",
        ".",
    ]
    assert words(text) == found


def test_scripts_without_spaces_are_read_character_by_character():
    assert words("東京は") == ["東", "京", "は"]
    assert words("สวัสดี") == ["ส", "วั", "ส", "ดี"]


def test_an_emoji_of_several_is_one_sign():
    assert words("a👩‍🔬b 🇳🇴") == ["a", "👩‍🔬", "b", "🇳🇴"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("don't", "don’t"),
        ("“", '"'),
        ("–", "-"),
        ("Café", "cafe\u0301"),
        ("U.S.", "US"),
        ("co\u00adop", "coop"),
        ("\u200fקו", "קו"),
    ],
)
def test_what_reads_the_same_has_the_same_key(one: str, other: str):
    assert [token.key for token in tokens(one)] == [token.key for token in tokens(other)]


@given(st.text())
def test_tokens_stand_apart_in_order_and_hold_all_but_white_space_and_controls(text: str):
    found = tokens(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    left = list(text)
    for token in found:
        assert token.start < token.end
        left[token.start : token.end] = " " * (token.end - token.start)
    assert not [char for char in left if char.isalnum()]


@given(
    st.lists(st.sampled_from(["a", "é", "e\u0301", "👩‍🔬", "🇳🇴", "ที่", "קו", "12", "नि", "한", " ", "."])).map("".join)
)
def test_no_token_begins_or_ends_inside_a_grapheme(text: str):
    assert all(snap(text, token.start, token.end) == (token.start, token.end) for token in tokens(text))
