"""Two sequences compared."""

import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.matching import matches

ITEMS = st.lists(st.sampled_from("abcdefgh"), max_size=30)


def test_what_was_put_in_is_passed_over():
    assert matches("abcd", "abxcd") == [(0, 0), (1, 1), (2, 3), (3, 4)]


@given(ITEMS, ITEMS)
def test_pairs_are_equal_items_and_rise_on_both_sides(a: list[str], b: list[str]):
    found = matches(a, b)
    assert all(a[i] == b[j] for i, j in found)
    assert all(i < k and j < m for (i, j), (k, m) in pairwise(found))


@given(ITEMS)
def test_a_sequence_matches_itself(a: list[str]):
    assert matches(a, a) == [(place, place) for place in range(len(a))]


def test_long_sequences_are_cut_at_what_is_unique_in_them():
    chance = random.Random(7)
    a = [str(number) for number in range(3000)]
    b = [item for item in a if chance.random() > 0.2]
    b[1000:1000] = ["0"] * 300
    found = matches(a, b)
    assert len(found) >= 0.99 * len(set(b))
