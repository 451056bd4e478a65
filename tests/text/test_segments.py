"""A range cut at every boundary of the spans on it."""

from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.segments import Segment, segments


def test_no_spans_is_one_segment():
    assert segments(3, 9, []) == [Segment(3, 9, (), ())]


def test_an_empty_range_has_no_segments():
    assert segments(4, 4, [(1, 0, 9)]) == []


def test_nested_spans_come_innermost_first():
    assert segments(0, 10, [(1, 0, 10), (2, 4, 6)]) == [
        Segment(0, 4, (1,), (1,)),
        Segment(4, 6, (2, 1), (2,)),
        Segment(6, 10, (1,), ()),
    ]


def test_overlapping_spans_share_a_segment():
    assert segments(0, 9, [(7, 1, 6), (8, 4, 8)]) == [
        Segment(0, 1, (), ()),
        Segment(1, 4, (7,), (7,)),
        Segment(4, 6, (8, 7), (8,)),
        Segment(6, 8, (8,), ()),
        Segment(8, 9, (), ()),
    ]


def test_a_span_from_before_the_range_opens_at_its_start():
    assert segments(10, 20, [(1, 2, 12), (2, 19, 40), (3, 20, 30), (4, 0, 10)]) == [
        Segment(10, 12, (1,), (1,)),
        Segment(12, 19, (), ()),
        Segment(19, 20, (2,), (2,)),
    ]


def test_equal_spans_come_in_the_order_of_their_ids():
    assert segments(0, 2, [(9, 0, 2), (3, 0, 2)]) == [Segment(0, 2, (3, 9), (3, 9))]


@st.composite
def covered(draw):
    ends = st.tuples(st.integers(0, 60), st.integers(0, 60))
    spans = [(i, *pair) for i, pair in enumerate(draw(st.lists(ends, max_size=25)))]
    low, high = sorted(draw(ends))
    return low, high, spans


@given(covered())
def test_segments_agree_with_looking_at_every_code_point(drawn):
    low, high, spans = drawn
    found = segments(low, high, spans)
    assert [s.start for s in found] == ([low] if found else []) + [s.end for s in found[:-1]]
    assert sum(s.end - s.start for s in found) == high - low
    for segment in found:
        for at in range(segment.start, segment.end):
            expected = [(end - start, number) for number, start, end in spans if start <= at < end]
            assert list(segment.ids) == [number for _, number in sorted(expected)]
    opened = [number for segment in found for number in segment.opens]
    assert sorted(opened) == sorted(n for n, a, b in spans if max(a, low) < min(b, high))
