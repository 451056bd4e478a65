"""What differs between two wordings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.middle import change


@pytest.mark.parametrize(
    ("old", "new", "differs"),
    [
        ("cost 212,000 crowns", "cost 221,000 crowns", (" 212,000", " 221,000")),
        ("212,000", "221,000", ("212,000", "221,000")),
        ("the top source", "the best source", (" top", " best")),
        ("a b c", "a c", (" b", "")),
        ("a c", "a b c", ("", " b")),
        ("a a", "a a a", ("", " a")),
        ("all of it", "", ("all of it", "")),
        ("same", "same", ("", "")),
    ],
)
def test_only_the_words_that_differ(old: str, new: str, differs: tuple[str, str]) -> None:
    found = change(old, new)
    assert (found.old, found.new) == differs


@given(st.text(alphabet="ab \n", max_size=12), st.text(alphabet="ab \n", max_size=12))
def test_nothing_is_lost_on_either_side(old: str, new: str) -> None:
    found = change(old, new)
    assert found.before + found.old + found.after == old
    assert found.before + found.new + found.after == new
