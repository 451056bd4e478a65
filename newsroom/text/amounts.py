"""Figures as people write them, and results as they are shown."""

import re
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal

DIGITS = 30
PLACES = Decimal("1e-10")  # of a result, as it is shown
FIGURE = re.compile(r"([-+−]?)(\d{1,3}(?:[, \u00a0\u2009\u202f']\d{3})+|\d+)?(\.\d+)?\s*(%?)")


class Miscalculated(ValueError):
    """Why there is no result: a `code`, the place in the formula (from 1, 0 for none) and the word it is about."""

    def __init__(self, code: str, at: int = 0, word: str = "") -> None:
        super().__init__(code, at, word)
        self.code, self.at, self.word = code, at, word


def number(text: str) -> Decimal:
    """A figure as people write one: 212,000 or 1 250.5 or 39%. Raises `Miscalculated`."""
    match = FIGURE.fullmatch(text.strip())
    if not match or not (match[2] or match[3]):
        raise Miscalculated("figure", word=text.strip())
    whole = re.sub(r"\D", "", match[2] or "")
    if len(whole + (match[3] or "")) > DIGITS:
        raise Miscalculated("digits", word=text.strip())
    figure = Decimal(f"{'-' if match[1] in ('-', '−') else ''}{whole or 0}{match[3] or ''}")
    return figure.scaleb(-2) if match[4] else figure


def shown(figure: Decimal) -> str:
    """A result in plain digits, with ten places at most."""
    if abs(figure) < PLACES:
        return "0"
    plain = f"{figure.quantize(PLACES, rounding=ROUND_HALF_UP, context=Context(prec=80)):f}"
    return plain.rstrip("0").rstrip(".") or "0"


def agrees(typed: Decimal, result: Decimal) -> bool:
    """Whether somebody's figure is the result, rounded to as many places as they wrote (a half either way)."""
    places = Decimal(1).scaleb(min(0, int(typed.as_tuple().exponent)))
    exact = Context(prec=80)
    return any(result.quantize(places, rounding, exact) == typed for rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN))
