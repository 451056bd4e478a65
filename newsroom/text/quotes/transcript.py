"""Lines of a transcript without quotation marks: LIND: It leaks."""

import re
from collections import Counter

from newsroom.text.listed import listed
from newsroom.text.names import UPPER
from newsroom.text.quotes.attribution import Attribution
from newsroom.text.quotes.draft import Draft
from newsroom.text.quotes.page import Page

# A name or “Q” at the head of a line, a colon, and words without marks. It begins with a line feed on purpose: so the
# engine leaps from line to line.
LINE = re.compile(rf"\n({UPPER}[\w.’'-]*(?: {UPPER}[\w.’'-]*){{0,3}}):[ \t\u00a0]+([^\s\"“„«‘][^\n]*[^\s])")
# Labels of other lines.
LABELS = listed(
    """note update correction related watch read video photo photos image source sources more tags topics comments
    breaking exclusive opinion analysis editor's editor’s warning fact facts poll date time place name age where when"""
)
# What speech ends with.
ENDS = frozenset('.!?…—–"”’)')
# So many lines make a transcript, and so many of each speaker whose name is not in capitals.
LINES = 2


def transcribed(page: Page) -> list[Draft]:
    """A draft for each line of a transcript, in order."""
    lines = LINE.finditer("\n" + page.text)
    found = [line for line in lines if line[1].split()[0].lower() not in LABELS and is_speech(line[2])]
    if len(found) < LINES:
        return []
    often = {label for label, count in Counter(line[1] for line in found).items() if count >= LINES}
    turns = len(often) >= LINES
    kept = [line for line in found if line[1].isupper() or (turns and line[1] in often)]
    if len(kept) < LINES:
        return []
    return [drafted(page, line) for line in kept]


def is_speech(words: str) -> bool:
    """Whether words behind a label are more than a figure or a name."""
    return words[-1] in ENDS and " " in words and not words[0].isdigit()


def drafted(page: Page, line: re.Match[str]) -> Draft:
    said = Attribution(line.start(1) - 1, line[1], ":", "NAME: …", "sure")
    start, end = line.start(2) - 1, line.end(2) - 1
    return Draft([], start, end, said, paragraph=page.paragraph(start))
