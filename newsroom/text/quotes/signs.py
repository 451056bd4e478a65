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
# The last line of the words in marks, behind a sentence and without a sentence’s end.
INSIDE = re.compile(
    rf"(?<=[.!?…])\s*\n\s*(?:[—–―~-]{{1,2}}\s?)?({UPPER}[^\n,.!?;:]{{2,60}})(?:,[^\n.!?]{{1,80}})?[.]?[\"”’»]\Z"
)
# A sign-off stands at the end of its words, not further from it than this (code points).
NEAR = 160


def labelled(text: str, start: int, end: int) -> Attribution | None:
    """“NAME: …” in marks."""
    found = LABEL.match(text, start, min(end, start + NEAR))
    if found is None:
        return None
    return Attribution(found.start(1), found[1], ":", "NAME: …", "likely")


def signed(text: str, end: int) -> Attribution | None:
    """“…” — Name, behind the marks."""
    found = SIGNED.match(text, end, end + NEAR)
    return Attribution(found.start(1), found[1], "", "— X", "sure") if found else None


def signed_inside(text: str, start: int, end: int) -> tuple[Attribution, int] | None:
    """The name on a line of its own at the end of the words in marks, and where these end before it."""
    found = INSIDE.search(text, max(start, end - NEAR), end)
    return (Attribution(found.start(1), found[1], "", "— X", "sure"), found.start()) if found else None
