"""The marked stories hold the floors. A floor that is not reached yet has no test here; `make quality` shows it."""

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
