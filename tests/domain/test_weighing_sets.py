"""The table of evidence sets, and what must hold for every set that there can be."""

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from newsroom.domain.weighing import Piece, Weighed, asked_of, weigh
from newsroom.models import Policy, Rule, SourceKind, Stance, Tier
from tests.domain import weighing_sets
from tests.domain.weighing_sets import SETS, Set


def test_there_are_forty_and_no_two_are_the_same():
    assert len(SETS) >= 40
    assert len({(each.pieces, each.kinds, each.flags, id(each.rules)) for each in SETS}) == len(SETS)


@pytest.mark.parametrize("each", SETS, ids=[each.about for each in SETS])
def test_a_set_gives_its_sentence(each: Set):
    assert weigh(each.pieces, asked_of(each.rules, each.kinds, each.flags)).sentence == each.sentence


@pytest.mark.django_db
def test_the_table_is_about_the_policy_that_the_house_starts_with():
    names = [field.name for field in Rule._meta.fields if field.name not in ("id", "policy")]
    started = Policy.objects.get(version=1).rules.order_by("number")
    assert [[getattr(rule, name) for name in names] for rule in started] == [
        [getattr(rule, name) for name in names] for rule in weighing_sets.FIRST
    ]


def test_copies_of_one_origin_are_said_to_count_once():
    wires = [weighing_sets.wire(n) for n in (1, 2, 3)]
    assert weigh(wires, weighing_sets.FIRST).warnings == ("3 copies of “Northern Wire, 3 May” count once",)


def test_output_of_ai_tools_and_unknown_people_beside_the_evidence_are_said_not_to_count():
    pieces = [weighing_sets.document(1), weighing_sets.AI, weighing_sets.unnamed(7)]
    assert weigh(pieces, asked_of(weighing_sets.FIRST, ["number"], [])).warnings == (
        "AI output never counts: Chatbot’s answer",
        "no editor has recorded knowing the identity, so it does not count: K-7",
    )


@pytest.mark.parametrize(
    ("pieces", "warned"),
    [
        ([weighing_sets.unnamed(7)], True),
        ([weighing_sets.unnamed(7), weighing_sets.document(1)], True),
        ([weighing_sets.unnamed(7), weighing_sets.unnamed(8)], False),
        ([weighing_sets.unnamed(7), weighing_sets.said(1)], False),
        ([weighing_sets.said(1)], False),
        ([], False),
    ],
)
def test_sources_say_over_one_unnamed_source_raises_a_warning(pieces: list[Piece], warned: bool):
    found = weigh(pieces, weighing_sets.FIRST, told="Sources say").warnings
    assert ("“Sources say” speaks of several, and there is one unnamed source" in found) == warned


def some_piece(chance: random.Random) -> Piece:
    """Any piece of evidence; few sources and origins, so that they meet."""
    n = chance.randrange(5)
    return Piece(
        source=chance.choice([n, n, n, None]),
        title=f"Source {n}",
        kind=chance.choice(SourceKind.values),
        origin=chance.choice(["", "", "Wire", "wire "]),
        tier=chance.choice(Tier.values),
        stance=chance.choice(Stance.values),
        locator=chance.choice(["", "p. 1"]),
        address=chance.choice(["", "https://a.example"]),
        dated=chance.choice([None, "2026-05-03"]),
        anonymous=chance.random() < 0.4,
        known=chance.random() < 0.5,
        kept=chance.random() < 0.5,
        answered=chance.random() < 0.5,
    )


def some_rule(chance: random.Random, number: int) -> Rule:
    flags = {name: chance.random() < 0.3 for name in ("anonymous", "record", "locator", "kept", "second", "known")}
    return Rule(number=number, primary=chance.randrange(3), secondary=chance.randrange(4), **flags)


def worlds(n: int = 1000) -> Iterator[tuple[random.Random, list[Piece], list[Rule]]]:
    """Random evidence held against the first policy and against random ones."""
    chance = random.Random(5)
    for i in range(n):
        pieces = [some_piece(chance) for _ in range(chance.randrange(6))]
        others = [some_rule(chance, number) for number in range(chance.randrange(1, 4))]
        yield chance, pieces, others if i % 2 else list(weighing_sets.FIRST)


def test_more_support_never_makes_a_claim_short():
    for chance, pieces, rules in worlds():
        before = weigh(pieces, rules)
        after = weigh([*pieces, replace(some_piece(chance), stance="supports")], rules)
        assert before.short or not after.short, (pieces, rules, after)


def test_the_order_of_the_evidence_does_not_matter():
    for chance, pieces, rules in worlds():
        assert weigh(chance.sample(pieces, len(pieces)), rules) == weigh(pieces, rules)


def test_copies_of_one_origin_never_add_to_the_numbers():
    numbers = list(weighing_sets.TWO_OR_FOUR + weighing_sets.SECONDARY_ONLY)
    for chance, pieces, _rules in worlds():
        for piece in [piece for piece in pieces if piece.counts and piece.origin]:
            copy = replace(piece, source=100 + chance.randrange(9))
            assert weigh([*pieces, copy], numbers).reasons == weigh(pieces, numbers).reasons


def test_what_does_not_count_changes_nothing():
    for _chance, pieces, rules in worlds():
        idle = [replace(piece, stance="context") for piece in pieces]
        idle += [replace(piece, kind="ai") for piece in pieces]
        idle += [replace(piece, tier="tertiary", stance="supports") for piece in pieces]
        idle += [replace(piece, source=None, stance="supports") for piece in pieces]
        assert judged(weigh([*pieces, *idle], rules)) == judged(weigh(pieces, rules))


def test_an_unanswered_contradiction_always_makes_it_short():
    for _chance, pieces, rules in worlds():
        assert weigh([*pieces, Piece(99, stance="contradicts")], rules).short


def judged(weighed: Weighed) -> tuple[object, ...]:
    return weighed.result, weighed.reasons, weighed.reviews
