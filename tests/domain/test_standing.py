"""What marks add up to: the whole table, and the properties that a table can't show. DESIGN 2b.6."""

import itertools
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.domain.standing import Mark, adds_up_to, counting, latest, standing
from newsroom.models import Article, Claim, Review, Standing, Suspension, Verdict

SOURCED, DISPUTED, OPINION, WITHDRAWN = Verdict


def given_by(*marks: str) -> list[Mark]:
    """Marks written as `S D O W`, a small letter for a suspended one; each by another person."""
    verdicts = {"s": SOURCED, "d": DISPUTED, "o": OPINION, "w": WITHDRAWN}
    return [Mark(n, verdicts[mark.lower()], suspended=mark.islower()) for n, mark in enumerate(marks)]


@pytest.mark.parametrize(
    ("marks", "adds_up"),
    [
        ("", "open"),
        ("W", "open"),
        ("W W", "open"),
        ("w", "open"),
        ("S", "sourced"),
        ("S S W", "sourced"),
        ("O", "opinion"),
        ("O W O", "opinion"),
        ("D", "disputed"),
        ("S O", "split"),
        ("S S O", "split"),
        ("S O W", "split"),
        ("s", "suspended"),
        ("o", "suspended"),
        ("d", "suspended"),
        ("s o", "suspended"),
        ("w s", "suspended"),
        # a counting dispute outweighs everything
        ("D S", "disputed"),
        ("D O", "disputed"),
        ("D S O", "disputed"),
        ("D d", "disputed"),
        ("D s o", "disputed"),
        ("D d S O", "disputed"),
        # then a suspended dispute
        ("d S", "suspended"),
        ("d O", "suspended"),
        ("d S O", "suspended"),
        ("d s W", "suspended"),
        # then the split, then either verdict, whatever else is suspended
        ("S O s", "split"),
        ("S O o", "split"),
        ("S s", "sourced"),
        ("S o", "sourced"),
        ("S s o", "sourced"),
        ("O s", "opinion"),
        ("O o s", "opinion"),
    ],
)
def test_the_table(marks: str, adds_up: str) -> None:
    for order in itertools.permutations(given_by(*marks.split())):
        assert standing(order) == adds_up


def by_the_rules(marks: list[Mark]) -> str:
    """The sentence of the design, word for word, as a chain of questions."""
    said = [(mark.verdict, mark.suspended) for mark in marks]
    questions = [
        ("disputed", (DISPUTED, False) in said),
        ("suspended", (DISPUTED, True) in said),
        ("split", (SOURCED, False) in said and (OPINION, False) in said),
        ("sourced", (SOURCED, False) in said),
        ("opinion", (OPINION, False) in said),
        ("suspended", (SOURCED, True) in said or (OPINION, True) in said),
    ]
    return next((answer for answer, holds in questions if holds), "open")


def test_every_combination_of_up_to_four_reviewers() -> None:
    for size in range(5):
        for letters in itertools.combinations_with_replacement("SDOWsdow", size):
            marks = given_by(*letters)
            assert standing(marks) == by_the_rules(marks), letters


MARKS = st.lists(st.sampled_from("SDOWsdow"), max_size=6).map(lambda letters: given_by(*letters))


@settings(max_examples=300, derandomize=True, database=None, deadline=None)
@given(MARKS, st.randoms(use_true_random=False))
def test_order_never_matters_and_withdrawn_marks_never_count(marks: list[Mark], random: Random) -> None:
    shuffled = random.sample(marks, len(marks))
    assert standing(shuffled) == standing(marks)
    assert standing([*marks, Mark(99, WITHDRAWN, suspended=False)]) == standing(marks)


@settings(max_examples=300, derandomize=True, database=None, deadline=None)
@given(MARKS)
def test_one_more_dispute_always_wins_and_one_more_mark_never_opens(marks: list[Mark]) -> None:
    assert standing([*marks, Mark(99, DISPUTED, suspended=False)]) == Standing.DISPUTED
    for verdict in (SOURCED, OPINION):
        assert standing([*marks, Mark(99, verdict, suspended=False)]) != Standing.OPEN
        assert standing([*marks, Mark(99, verdict, suspended=True)]) != Standing.OPEN


# --- From rows ---


def review(reviewer: int, number: int, verdict: Verdict, *, suspended: bool = False) -> Review:
    row = Review(claim=Claim(article=Article()), reviewer_id=reviewer, number=number, verdict=verdict)
    if suspended:
        Suspension(review=row, why="other words")
    return row


@pytest.mark.django_db
def test_the_latest_mark_of_each_reviewer_counts_in_whatever_order_rows_come() -> None:
    rows = [review(1, 1, DISPUTED), review(1, 3, OPINION), review(1, 2, SOURCED), review(2, 1, SOURCED)]
    for order in itertools.permutations(rows):
        assert {who: row.number for who, row in latest(order).items()} == {1: 3, 2: 1}
        assert adds_up_to(order, ()) == Standing.SPLIT


@pytest.mark.django_db
def test_marks_of_the_storys_authors_never_count() -> None:
    rows = [review(1, 1, DISPUTED), review(2, 1, SOURCED)]
    assert adds_up_to(rows, ()) == Standing.DISPUTED
    assert adds_up_to(rows, {1}) == Standing.SOURCED
    assert adds_up_to(rows, {1, 2}) == Standing.OPEN
    assert [row.reviewer_id for row in counting(rows, {1})] == [2]


@pytest.mark.django_db
def test_a_withdrawn_mark_uncovers_nothing_older() -> None:
    rows = [review(1, 1, DISPUTED), review(1, 2, WITHDRAWN)]
    assert adds_up_to(rows, ()) == Standing.OPEN
    assert counting(rows, ()) == []


@pytest.mark.django_db
def test_a_suspension_belongs_to_one_mark_not_to_the_next() -> None:
    assert adds_up_to([review(1, 1, SOURCED, suspended=True)], ()) == Standing.SUSPENDED
    assert adds_up_to([review(1, 1, SOURCED, suspended=True), review(1, 2, SOURCED)], ()) == Standing.SOURCED
