"""Which risks a claim's words show."""

import re

from newsroom.text import lexicon
from newsroom.text.wording import Wording

FLAGS = ("legal", "privacy", "minor", "safety")

AGE = re.compile(r"\b(?:1[0-7]|[1-9])-year-olds?\b|\baged? (?:1[0-7]|[1-9])\b")
PRIVATE = re.compile(r"@\w+\.\w|\+\d[\d ]{7,}")
RISKS = {"legal": lexicon.ALLEGATIONS, "privacy": lexicon.PRIVACY, "minor": lexicon.MINORS, "safety": lexicon.SAFETY}
RISKY = frozenset[str]().union(*RISKS.values())


def flags_of(wording: str | Wording) -> tuple[str, ...]:
    """The risks that the words of a claim show, in the order of FLAGS."""
    said = wording if isinstance(wording, Wording) else Wording(wording)
    if not said.signs and RISKY.isdisjoint(said.listed):
        return ()
    risks = {flag for flag, words in RISKS.items() if not words.isdisjoint(said.listed)}
    if said.signs and AGE.search(said.text):
        risks.add("minor")
    if said.signs and PRIVATE.search(said.text):
        risks.add("privacy")
    return tuple(flag for flag in FLAGS if flag in risks)
