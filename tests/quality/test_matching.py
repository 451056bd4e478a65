"""The scorer gives no more than is due."""

from tests.quality.marked import Span
from tests.quality.matching import Tally, one_to_one, pairs, words_covered

TEXT = "The council spent £2.3 million on 12 May."
MONEY, DAY = Span(18, 30), Span(34, 40)


def test_the_best_pairs_come_first_and_nothing_is_paired_twice() -> None:
    assert pairs([Span(0, 10), Span(10, 20)], [Span(0, 11), Span(9, 20)]) == [(0, 0), (1, 1)]
    assert pairs([Span(0, 10)], [Span(0, 6), Span(0, 9)]) == [(0, 1)]


def test_half_in_common_is_enough_and_less_is_not() -> None:
    assert pairs([Span(0, 10)], [Span(0, 5)]) == [(0, 0)]
    assert pairs([Span(0, 10)], [Span(0, 4)]) == []
    assert pairs([Span(0, 10)], [Span(0, 21)]) == []


def test_one_span_over_two_facts_finds_one_of_them_at_most() -> None:
    assert one_to_one([Span(0, 10), Span(10, 20)], [Span(0, 20)]) == Tally(2, 1, 1, 1)


def test_a_token_may_be_found_in_pieces() -> None:
    assert TEXT[slice(*MONEY)] == "£2.3 million"
    assert words_covered(TEXT, [MONEY], [Span(18, 22), Span(23, 30)]).recall == 1
    assert words_covered(TEXT, [MONEY], [Span(18, 22)]).recall == 0


def test_a_token_that_takes_in_too_much_costs_precision() -> None:
    tally = words_covered(TEXT, [MONEY, DAY], [Span(0, len(TEXT))])
    assert (tally.recall, tally.precision) == (1, 0)


def test_figures_are_the_usual_ones() -> None:
    tally = Tally(wanted=4, offered=2, found=2, right=2) + Tally(wanted=0, offered=2, found=0, right=0)
    assert (tally.recall, tally.precision, tally.f1) == (0.5, 0.5, 0.5)
    assert (Tally().recall, Tally(wanted=1).f1) == (1, 0)
