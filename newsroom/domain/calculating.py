"""Calculations that stand as evidence: worked out anew from what was written, in the newsroom's own sentences."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from newsroom.text.amounts import DIGITS, Miscalculated, agrees, number, shown
from newsroom.text.calculation import FUNCTIONS, HIGHEST_POWER, LONGEST, evaluate

MOST, LONGEST_NAME, LONGEST_NOTE = 30, 40, 200
LINE = re.compile(r"\s*([^\W\d]\w*)\s*=\s*([^()]*?)\s*(?:\((.*)\))?\s*")
# What is wrong with a formula: `at` is the place in it, `word` what stands there.
SENTENCES = {
    "long": lazy("A formula has at most %(longest)s characters."),
    "deep": lazy("This is nested too deeply, at character %(at)s."),
    "sign": lazy("“%(word)s” at character %(at)s is no sign that a formula knows."),
    "end": lazy("The formula breaks off: something is missing at its end."),
    "unexpected": lazy("“%(word)s” at character %(at)s does not belong there."),
    "name": lazy("There is no figure called “%(word)s” (character %(at)s)."),
    "function": lazy("There is no function “%(word)s”: there are %(functions)s."),
    "figures": lazy("“%(word)s” at character %(at)s takes another number of figures."),
    "places": lazy("“%(word)s” at character %(at)s rounds to a whole number of places, thirty at most."),
    "zero": lazy("This divides by zero, at character %(at)s."),
    "power": lazy("The power at character %(at)s has no result, or one beyond all bounds (%(power)s at most)."),
    "large": lazy("The result grows too large at character %(at)s."),
    "digits": lazy("“%(word)s” has more than %(digits)s digits."),
    "figure": lazy("“%(word)s” is no figure. Write 212000, 212,000, 1.5 or 39%%."),
}


class Figure(NamedTuple):
    """One input of a calculation: what the formula calls it, its value in plain digits, and where it is from."""

    name: str
    value: str
    note: str = ""


def sentence(error: Miscalculated) -> str:
    bounds = {"longest": LONGEST, "power": HIGHEST_POWER, "digits": DIGITS, "functions": ", ".join(FUNCTIONS)}
    return str(SENTENCES[error.code]) % {"at": error.at, "word": error.word, **bounds}


@contextmanager
def said_beside(field: str) -> Iterator[None]:
    """What can't be worked out in here is a `ValidationError` on `field`."""
    try:
        yield
    except Miscalculated as error:
        raise ValidationError({field: sentence(error)}, code="calculation") from error


def figures(text: str) -> list[Figure]:
    """The inputs as they are written, one a line: "yes = 212 (table of 4 July)". `ValidationError` on "inputs"."""
    found: dict[str, Figure] = {}
    for line in filter(str.strip, text.splitlines()):
        match = LINE.fullmatch(" ".join(line.split()))  # long runs of white space would take the pattern hours
        if not match:
            raise ValidationError({"inputs": _("Write each figure like this: yes = 212 (where it is from).")})
        name, value, note = match[1], match[2], (match[3] or "").strip()
        if name in found:
            raise ValidationError({"inputs": _("There are two figures called “%s”.") % name})
        with said_beside("inputs"):
            found[name] = Figure(name, f"{number(value):f}", note)
    must_be_few(found)
    return list(found.values())


def must_be_few(found: Mapping[str, Figure]) -> None:
    if len(found) > MOST:
        raise ValidationError({"inputs": _("A calculation has at most %d figures.") % MOST})
    if any(len(figure.name) > LONGEST_NAME or len(figure.note) > LONGEST_NOTE for figure in found.values()):
        raise ValidationError({"inputs": _("One of the names or notes is too long.")})


def written(inputs: Sequence[Mapping[str, str]]) -> str:
    """The inputs of a stored calculation as they are typed."""
    return "\n".join(f"{i['name']} = {i['value']}" + (f" ({i['note']})" if i.get("note") else "") for i in inputs)


def result_of(formula: str, inputs: Sequence[Figure], *, typed: str = "") -> str:
    """What the formula gives, in plain digits. `ValidationError` on the field that is wrong: *formula*, *inputs*, or
    *result* when the figure that was `typed` is another one (rounded, it may be).
    """
    with said_beside("inputs"):
        values = {figure.name: number(figure.value) for figure in inputs}
    with said_beside("formula"):
        result = evaluate(formula, values)
    with said_beside("result"):
        differs = typed.strip() and not agrees(number(typed), result)
    if differs:
        raise ValidationError({"result": _("The formula gives %s.") % shown(result)}, code="differs")
    return shown(result)
