"""Figures as people write them."""

from decimal import Decimal

import pytest

from newsroom.text.amounts import Miscalculated, agrees, number


@pytest.mark.parametrize(
    ("written", "figure"),
    [
        ("212,000", "212000"),
        ("1 250.5", "1250.5"),
        ("1\u202f250", "1250"),
        ("39%", "0.39"),
        ("39.5 %", "0.395"),
        ("-3", "-3"),
        ("−3", "-3"),
        (".5", "0.5"),
        ("007", "7"),
    ],
)
def test_a_figure_is_read(written: str, figure: str) -> None:
    assert number(written) == Decimal(figure)


@pytest.mark.parametrize("written", ["", "-", "%", "12,34", "€3", "3 crowns", "1e9", "1.2.3", "1,250,00", "NaN", "inf"])
def test_what_is_no_figure_is_refused(written: str) -> None:
    with pytest.raises(Miscalculated) as error:
        number(written)
    assert error.value.code == "figure"


def test_a_figure_has_thirty_digits_at_most() -> None:
    assert number("9" * 30)
    with pytest.raises(Miscalculated, match="digits"):
        number("9" * 31)


@pytest.mark.parametrize(
    ("typed", "result", "same"),
    [
        ("39", "39.259", True),
        ("39.3", "39.259", True),
        ("39.26", "39.259", True),
        ("39.2", "39.259", False),
        ("40", "39.259", False),
        ("0.39", "0.39259", True),
        ("2.5", "2.45", True),
        ("2.4", "2.45", True),
        ("2", "2", True),
        ("-3", "-3.2", True),
    ],
)
def test_a_typed_result_may_be_rounded(typed: str, result: str, same: bool) -> None:
    assert agrees(Decimal(typed), Decimal(result)) is same
