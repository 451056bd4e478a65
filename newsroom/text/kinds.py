"""What there is to check in a claim."""

from newsroom.text.checklists import CHECKLISTS
from newsroom.text.pieces import read, total
from newsroom.text.risks import FLAGS, RISK_ORDER, risk_group, risk_rank
from newsroom.text.signals import BIT, KINDS, described, is_superlative

__all__ = [
    "CHECKLISTS",
    "FLAGS",
    "KINDS",
    "RISK_ORDER",
    "flags_of",
    "is_superlative",
    "kinds_of",
    "risk_group",
    "risk_rank",
]


def kinds_of(wording: str, *, in_quote: bool = False, reported: bool = False) -> tuple[str, ...]:
    """The kinds that the words of a claim show, in the order of KINDS; at least one, a description if nothing else.

    `in_quote`: it holds words in quotation marks that somebody says; `reported`: it reports them in other words.
    """
    return described(total(read(wording.split())) | in_quote * BIT["quote"] | reported * BIT["paraphrase"])[0]


def flags_of(wording: str) -> tuple[str, ...]:
    """The risks that the words of a claim show, in the order of FLAGS."""
    return described(total(read(wording.split())))[1]
