"""Spans widen to what a reader sees as whole characters, and never further."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.graphemes import snap

FAMILY = "👩‍👩‍👧"


@pytest.mark.parametrize(
    ("text", "span", "snapped"),
    [
        ("plain words", (0, 5), "plain"),
        (f"a {FAMILY} b", (3, 5), FAMILY),
        (f"{FAMILY}{FAMILY}", (1, 2), FAMILY),
        ("cafe\u0301 noir", (0, 4), "cafe\u0301"),
        ("e\u0301tude", (1, 3), "e\u0301t"),
        ("🇫🇮🇸🇪 flags", (2, 3), "🇸🇪"),
        ("🇫🇮🇸🇪 flags", (1, 2), "🇫🇮"),
    ],
)
def test_spans_widen_to_whole_characters(text: str, span: tuple[int, int], snapped: str) -> None:
    start, end = snap(text, *span)
    assert text[start:end] == snapped


@given(st.text(st.sampled_from("ae\u0301\u200d👩👧🇫🇮 \n\u0652ش"), min_size=1, max_size=40), st.data())
def test_boundaries_are_those_of_the_whole_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    edges = {0, *(match.end() for match in regex.finditer(r"\X", text))}
    snapped = snap(text, start, end)
    assert snapped == (max(e for e in edges if e <= start), min(e for e in edges if e >= end))
