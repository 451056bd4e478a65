"""Claims in second drafts of the marked stories hold their floors."""

import pytest

from tests.quality.floors import FLOORS
from tests.quality.following import Tally, measure, whole
from tests.quality.revisions import Line, revision


@pytest.fixture(scope="module")
def kinds() -> dict[str, Tally]:
    return whole(measure(10))


@pytest.mark.parametrize("kind", ["kept", "repeated kept", "edited", "gone", "repeated gone"])
def test_each_kind_of_sentence_ends_where_it_should(kinds: dict[str, Tally], kind: str) -> None:
    assert kinds[kind].wanted > 5
    assert kinds[kind].share >= FLOORS[f"drafts, {kind}"][0]


def test_other_figures_suspend_wherever_they_are_found(kinds: dict[str, Tally]) -> None:
    figures = kinds["other figures"]
    assert figures.suspended == figures.right > 10


def test_next_to_nothing_stands_on_wrong_words(kinds: dict[str, Tally]) -> None:
    assert sum(tally.wrong for tally in kinds.values()) <= 0.001 * sum(tally.wanted for tally in kinds.values())


def test_what_became_of_a_sentence_is_known() -> None:
    lines = [Line("The ferry left at noon with 11 people.", 0), Line("A pump failed.", 1), Line("No one slept.", 2)]
    new = [[Line("The ferry left at noon with 12 people.", 0)], [Line("No one slept."), Line("No one slept.", 2)]]
    made = revision("own", 0, [lines], new, wrapped=False)
    assert [(fate.kind, fate.number) for fate in made.fates] == [
        ("edited", True),
        ("gone", False),
        ("repeated kept", False),
    ]
    assert [fate.new and made.new[slice(*fate.new)] for fate in made.fates] == [new[0][0].text, None, "No one slept."]
