"""Dialogue between dashes, as French, Ukrainian and Russian set it: — Він тече, — сказала Мара. — Як кошик."""

import re

from newsroom.text.marks import Stretch
from newsroom.text.quotes.draft import Draft
from newsroom.text.quotes.grammar import COMMA
from newsroom.text.quotes.incise import LANGUAGES, attributed, incise
from newsroom.text.quotes.page import Page
from newsroom.text.quotes.reading import Reading

LINE = re.compile(r"(?:\A|(?<=\n))[—–―-][ \u00a0](?=\S)[^\n]*[^\s]")
DASH = "—"


def dialogue(page: Page) -> list[Draft]:
    """A draft for each line that a dash opens, if the clauses in them say who speaks; in order."""
    language = page.reading.language
    if language not in LANGUAGES:
        return []
    lines = [spoken(page, match.start(), match.end(), language) for match in LINE.finditer(page.text)]
    return lines if any(line.said for line in lines) else []


def spoken(page: Page, start: int, end: int, language: str) -> Draft:
    """One line of dialogue: what is said before and behind the clause that says who."""
    words = Reading(page.text[start + 1 : end], (), language)
    found = incise(words)
    paragraph = page.paragraph(start)
    if found is None:
        return Draft([Stretch(start, end, DASH)], start, end, silent=True, paragraph=paragraph)
    offset = start + 1
    first = found.start + (1 if words.kinds[found.start] & COMMA else 0)
    said = [Stretch(start, offset + words.end(max(first - 1, 0)), DASH)]
    if found.end < len(words.words):
        said.append(Stretch(offset + words.starts[found.end], end, DASH))
    return Draft(said, start, said[-1].end, attributed(words, found, offset, "— …, said X"), paragraph=paragraph)
