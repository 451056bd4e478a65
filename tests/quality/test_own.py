"""The marked stories hold the floors."""

import pytest

from tests.quality.floors import FLOORS
from tests.quality.marked import stories
from tests.quality.own import Measured, measure


@pytest.fixture(scope="module")
def whole() -> Measured:
    return sum(map(measure, stories()), Measured())


@pytest.mark.parametrize("name", ["numbers", "dates", "quotes", "names"])
def test_the_ledger_lists_what_a_desk_wants_looked_at(whole: Measured, name: str) -> None:
    assert whole.ledger[name].recall >= FLOORS[f"{name}, recall"][0]


def test_claims_are_proposed_as_a_careful_reader_cuts_them(whole: Measured) -> None:
    assert whole.claims.f1 >= FLOORS["claims, F1"][0]
    assert whole.splits.recall >= FLOORS["splits, recall"][0]
