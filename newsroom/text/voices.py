"""Whether words give a thing to several unnamed people: "sources say", "officials familiar with the talks"."""

import re

from newsroom.text.listed import any_of, inflected, listed
from newsroom.text.sentences import sentences

UNNAMED = listed(
    """sources insiders officials aides advisers advisors diplomats executives employees staffers colleagues
    investigators negotiators lawmakers witnesses observers whistleblowers associates confidants informants"""
)
ANYBODY = UNNAMED | listed("people persons those individuals figures members")
SAYING = listed("say said saying tell told think thought") | inflected(
    "claim confirm describe report believe add acknowledge admit allege assert estimate explain indicate insist note "
    "recall reveal suggest warn maintain concede deny"
)
FEW = r"(?:[\s,]+[\w’'-]+){0,%s}?[\s,]+"  # words in between, in the same sentence
NEAR = re.compile(
    rf"\b{any_of(ANYBODY)}\s+(?:\w+ly\s+)?(?:familiar\s+with|close\s+to|briefed\s+(?:on|about)|"
    r"with\s+(?:\w+\s+)?knowledge\s+of|(?:who|which)\s+(?:asked|declined|requested|spoke|wished|did)\b)"
    rf"|\b{any_of(UNNAMED)}{FEW % 9}{any_of(SAYING)}\b"
    rf"|\b(?:according\s+to|told\s+by|heard\s+from|say|said){FEW % 3}{any_of(UNNAMED)}\b",
    re.IGNORECASE,
)


def several_unnamed(text: str, *, language: str = "en") -> str:
    """The words that speak of several unnamed sources, or nothing; English only."""
    found = NEAR.search(text) if language.lower().partition("-")[0] == "en" else None
    return " ".join(found[0].split()) if found else ""


def around(text: str, start: int, end: int) -> str:
    """The whole sentences that `text[start:end]` stands in: who says it is often told outside of a claim's words."""
    low = text.rfind("\n\n", 0, start) + 1
    high = text.find("\n\n", end)
    block = text[low : high if high >= 0 else len(text)]
    near = [span for span in sentences(block) if span.start < end - low and start - low < span.end]
    return block[near[0].start : near[-1].end] if near else ""
