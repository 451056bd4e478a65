"""Where in a source something stands, read from how people write it: "p. 14", "¶ 3", "12:31", "Sheet1!B7"."""

import re
from typing import NamedTuple


class Locator(NamedTuple):
    """`kind` is page, paragraph, timecode, cell or other ("" for none given); `value` is the place without its sign."""

    kind: str
    value: str


NONE = Locator("", "")
DASH = r"[-‐‑–—]"
ROMAN = r"[ivxlcdm]+"
NUMBER = rf"(?:\d{{1,7}}[a-z]?|{ROMAN})"
NUMBERS = rf"{NUMBER}(?:\s*{DASH}\s*{NUMBER})?(?:\s*(?:f|ff)\b\.?)?"
CLOCK = r"(?:\d{1,3}:)?\d{1,3}:[0-5]\d(?:[.,]\d{1,3})?"
SPOKEN = r"(?:\d{1,3}\s*h\s*)?(?:\d{1,3}\s*m(?:in)?\s*)?\d{1,3}\s*s(?:ec)?|(?:\d{1,3}\s*h\s*)?\d{1,3}\s*min"
SHEET = r"(?:'[^'!]{1,60}'|[^\s'!,;]{1,60})!"
FIELD = r"\$?[A-Z]{1,3}\$?[1-9]\d{0,6}"
CELLS = rf"{FIELD}(?:\s*[:–-]\s*{FIELD})?"
RULES = (
    ("page", rf"(?:p|pp|pg|pgs|page|pages|seite|seiten|стр)\b\.?\s*({NUMBERS})\b\.?"),
    (
        "paragraph",
        rf"(?:¶+|§+|(?:par|para|paras|paragraph|paragraphs|sec|section|sections|item|clause|art|article)\b\.?)"
        rf"\s*({NUMBERS}(?:\.\d{{1,4}})*(?:\([0-9a-z]{{1,4}}\))*)\.?",
    ),
    ("timecode", rf"(?:at|from|tc)?\s*({CLOCK}(?:\s*{DASH}\s*{CLOCK})?|{SPOKEN})"),
    ("cell", rf"(?:cells?\s*)?({SHEET}{CELLS})"),
    ("cell", rf"cells?\s*({CELLS})|(?:row|rows|line|lines|column|columns)\s+((?:{NUMBERS}|[A-Z]{{1,3}}))"),
)
PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in RULES)
BARE_CELL = re.compile(CELLS)  # capitals alone: "b7" may be anything
LONGEST = 120


def locator(text: str) -> Locator:
    """The first place that is understood in what somebody wrote; all of it as *other* where nothing is.

    Several places stand between commas or semicolons: "p. 14, ¶ 3" is page 14.
    """
    text = " ".join(text.split())
    if not text:
        return NONE
    parts = [part.strip() for part in re.split(r"[;,](?=\s|$)", text[:LONGEST])]
    found = (place(part) for part in parts)
    return next((known for known in found if known), Locator("other", text))


def place(part: str) -> Locator | None:
    """One place, or None when it is not written in a way that is known."""
    if BARE_CELL.fullmatch(part):
        return Locator("cell", part)
    for kind, pattern in PATTERNS:
        match = pattern.fullmatch(part)
        if match:
            return Locator(kind, next(group for group in match.groups() if group).strip())
    return None
