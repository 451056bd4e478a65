"""A small calculator: a formula over named figures, in decimals. It knows nothing but arithmetic.

Numbers, names, `+ - * / ** ( )`, `%` behind a figure for hundredths, and the functions below. Precedence is the usual
one: powers first and from the right, then signs, then products, then sums. (Precedence climbing, after Pratt 1973.)
Length, depth, digits and exponents are bounded, so that no formula takes long or grows without end.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Context, Decimal, DivisionByZero, InvalidOperation
from decimal import Overflow as TooLarge
from functools import reduce
from typing import NamedTuple

from newsroom.text.amounts import DIGITS, Miscalculated

LONGEST, DEEPEST, HIGHEST_POWER = 400, 40, 200
WORKING = Context(prec=40, Emax=40, Emin=-60, traps=[DivisionByZero, InvalidOperation, TooLarge])
TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d*)?|\.\d+)|(?P<name>[^\W\d]\w*)|(?P<sign>\*\*|[-+*/^()%,×·÷−–]))", re.UNICODE
)
SAME = {"×": "*", "·": "*", "÷": "/", "−": "-", "–": "-", "^": "**"}


class Token(NamedTuple):
    kind: str  # number, name, sign or end
    text: str
    at: int


def percent(part: Decimal, whole: Decimal) -> Decimal:
    return WORKING.multiply(WORKING.divide(part, whole), Decimal(100))


def change(old: Decimal, new: Decimal) -> Decimal:
    """By how many percent the new figure is above the old one."""
    return percent(WORKING.subtract(new, old), old.copy_abs())


def rounded(figure: Decimal, places: Decimal = Decimal(0)) -> Decimal:
    if places != int(places) or abs(places) > DIGITS:
        raise Miscalculated("places")
    try:
        return WORKING.quantize(figure, Decimal(1).scaleb(-int(places)))
    except InvalidOperation as error:
        raise Miscalculated("places") from error


def least(*figures: Decimal) -> Decimal:
    return min(figures)  # one figure alone would be taken for a list of them


def most(*figures: Decimal) -> Decimal:
    return max(figures)


def total(*figures: Decimal) -> Decimal:
    return reduce(WORKING.add, figures)


def mean(*figures: Decimal) -> Decimal:
    return WORKING.divide(total(*figures), Decimal(len(figures)))


# Name -> what it does, and the fewest and most figures that it takes.
FUNCTIONS: dict[str, tuple[Callable[..., Decimal], int, int]] = {
    "round": (rounded, 1, 2),
    "min": (least, 1, DIGITS),
    "max": (most, 1, DIGITS),
    "sum": (total, 1, DIGITS),
    "mean": (mean, 1, DIGITS),
    "abs": (Decimal.copy_abs, 1, 1),
    "percent": (percent, 2, 2),
    "change": (change, 2, 2),
}


def tokens(formula: str) -> list[Token]:
    if len(formula) > LONGEST:
        raise Miscalculated("long", LONGEST)
    found, at, end = [], 0, len(formula.rstrip())
    while at < end:
        match = TOKEN.match(formula, at)
        if not match:
            rest = formula[at:].lstrip()
            raise Miscalculated("sign", end - len(rest.rstrip()) + 1, rest[0])
        kind = match.lastgroup or ""
        found.append(Token(kind, SAME.get(match[kind], match[kind]), match.start(kind) + 1))
        at = match.end()
    return [*found, Token("end", "", end + 1)]


class Reader:
    """Works a formula out while reading it, token by token."""

    def __init__(self, tokens: Sequence[Token], inputs: Mapping[str, Decimal]) -> None:
        self.tokens, self.inputs, self.place, self.depth = tokens, inputs, 0, 0

    @property
    def next(self) -> Token:
        return self.tokens[self.place]

    def take(self, *signs: str) -> str:
        """The next token if it is one of these signs, else nothing."""
        token = self.next
        if token.kind != "sign" or token.text not in signs:
            return ""
        self.place += 1
        return token.text

    def must(self, sign: str) -> None:
        if not self.take(sign):
            raise self.unexpected()

    def unexpected(self) -> Miscalculated:
        return Miscalculated("end" if self.next.kind == "end" else "unexpected", self.next.at, self.next.text)

    def sums(self) -> Decimal:
        self.depth += 1
        if self.depth > DEEPEST:
            raise Miscalculated("deep", self.next.at)
        value = self.product()
        while sign := self.take("+", "-"):
            value = (WORKING.add if sign == "+" else WORKING.subtract)(value, self.product())
        self.depth -= 1
        return value

    def product(self) -> Decimal:
        value = self.signed()
        while sign := self.take("*", "/"):
            at, other = self.next.at, self.signed()
            if sign == "/" and not other:
                raise Miscalculated("zero", at)
            value = (WORKING.multiply if sign == "*" else WORKING.divide)(value, other)
        return value

    def signed(self) -> Decimal:
        signs = 0
        minus = False
        while sign := self.take("+", "-"):
            signs, minus = signs + 1, minus ^ (sign == "-")
            if signs > DEEPEST:
                raise Miscalculated("deep", self.next.at)
        value = self.power()
        return value.copy_negate() if minus else value

    def power(self) -> Decimal:
        value = self.hundredths()
        if not self.take("**"):
            return value
        self.depth += 1
        if self.depth > DEEPEST:
            raise Miscalculated("deep", self.next.at)
        at, exponent = self.next.at, self.signed()
        self.depth -= 1
        if abs(exponent) > HIGHEST_POWER or (not value and exponent <= 0) or (value < 0 and exponent != int(exponent)):
            raise Miscalculated("power", at)
        return WORKING.power(value, exponent)

    def hundredths(self) -> Decimal:
        value = self.single()
        while self.take("%"):
            value = value.scaleb(-2, WORKING)
        return value

    def single(self) -> Decimal:
        token = self.next
        self.place += 1
        if token.kind == "number":
            if len(token.text) > DIGITS:
                raise Miscalculated("digits", token.at, token.text)
            return Decimal(token.text)
        if token.kind == "name":
            return self.call(token) if self.next.text == "(" else self.named(token)
        self.place -= 1
        if not self.take("("):
            raise self.unexpected()
        value = self.sums()
        self.must(")")
        return value

    def named(self, token: Token) -> Decimal:
        if token.text not in self.inputs:
            raise Miscalculated("name", token.at, token.text)
        return self.inputs[token.text]

    def call(self, token: Token) -> Decimal:
        if token.text not in FUNCTIONS:
            raise Miscalculated("function", token.at, token.text)
        function, fewest, most = FUNCTIONS[token.text]
        self.must("(")
        figures = [self.sums()]
        while self.take(","):
            figures.append(self.sums())
        self.must(")")
        if not fewest <= len(figures) <= most:
            raise Miscalculated("figures", token.at, token.text)
        try:
            return function(*figures)
        except (DivisionByZero, InvalidOperation) as error:
            raise Miscalculated("zero", token.at, token.text) from error
        except Miscalculated as error:
            raise Miscalculated(error.code, token.at, token.text) from error


def evaluate(formula: str, inputs: Mapping[str, Decimal]) -> Decimal:
    """What the formula gives; raises `Miscalculated`, which says where it goes wrong."""
    reader = Reader(tokens(formula), inputs)
    try:
        value = reader.sums()
    except TooLarge as error:
        raise Miscalculated("large", reader.next.at) from error
    if reader.next.kind != "end":
        raise reader.unexpected()
    return value
