"""Which risks a claim's words show, and which claims to look at first."""

import re
from collections.abc import Collection

from newsroom.text import lexicon
from newsroom.text.wording import Wording

FLAGS = ("legal", "privacy", "minor", "safety")

# The group of a claim is the first of these that one of its kinds belongs to; a legal flag goes before them all.
GROUPS: dict[str, frozenset[str]] = {
    "legal": frozenset(["allegation"]),
    "quote": frozenset(["quote", "paraphrase"]),
    "superlative": frozenset(["superlative"]),
    "number": frozenset(["number", "money", "percentage", "date"]),
    "name": frozenset(["name"]),
}
RISK_ORDER = (*GROUPS, "other")

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


def risk_group(kinds: Collection[str], flags: Collection[str] = ()) -> str:
    """The group of RISK_ORDER that a claim of these kinds and flags is looked at with; “legal” is first."""
    if "legal" in flags:
        return "legal"
    return next((group for group, members in GROUPS.items() if not members.isdisjoint(kinds)), "other")


def risk_rank(kinds: Collection[str], flags: Collection[str] = ()) -> int:
    """The place of a claim's group in RISK_ORDER, 0 first: a sort key that keeps text order within a group."""
    return RISK_ORDER.index(risk_group(kinds, flags))
