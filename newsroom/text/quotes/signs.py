"""Speakers that stand by their words as in a transcript or under a letter: NAME: …, “…” — Name."""

import re

from newsroom.text.names import UPPER
from newsroom.text.quotes.attribution import Attribution

NAME = rf"{UPPER}[\w.’'-]*(?: (?:{UPPER}[\w.’'-]*|de|van|von|of|the)){{0,4}}"
LABEL = re.compile(rf"[\"“”„«‘']\s*({NAME}):\s")
SIGNED = re.compile(
    rf"[ \t\u00a0]*(?:\n[ \t]*)?(?:[—–―~]|--?)[ \t\u00a0]?(@?{NAME})"
    r"(?:,[^\n.]{1,80}|\s\([^\n)]{1,40}\))?\.?[ \t]*(?:\n|\Z)"
)
INSIDE = re.compile(rf"\n\s*(?:[—–―~-]{{1,2}}\s?)?({NAME})(?:,[^\n]{{1,80}})?[.]?[\"”’»]\Z")
# A sign-off stands at the end of its words, not further from it than this (code points).
NEAR = 160


def labelled(text: str, start: int, end: int) -> Attribution | None:
    """“NAME: …” in marks."""
    found = LABEL.match(text, start, min(end, start + NEAR))
    if found is None:
        return None
    return Attribution(found.start(1), found[1], ":", "NAME: …", "likely")


def signed(text: str, start: int, end: int) -> Attribution | None:
    """“…” — Name, behind the marks or inside them on a line of its own."""
    found = SIGNED.match(text, end, end + NEAR) or INSIDE.search(text, max(start, end - NEAR), end)
    if found is None:
        return None
    return Attribution(found.start(1), found[1], "", "— X", "sure")
