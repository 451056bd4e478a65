"""What a desk wants looked at in a story, token by token; `text/ledger.py` says which of it has been."""

import re
from typing import NamedTuple

from newsroom.text.capitals import capitals
from newsroom.text.dates import calendar, relative
from newsroom.text.marks import stretches
from newsroom.text.numerals import numbers
from newsroom.text.sentences import sentences
from newsroom.text.spans import Span, apart, merged
from newsroom.text.superlatives import superlatives

CLASSES = ("sentence", "number", "date", "quotation", "name", "superlative")

WORD = re.compile(r"\w")


class Token(NamedTuple):
    """`text[start:end]` in code points; `kind` is one of CLASSES."""

    start: int
    end: int
    kind: str


def tokens(text: str, *, language: str = "en") -> list[Token]:
    """The tokens of every class in a text, in text order, outer before inner; those of one class never overlap, save
    quotations in quotations.

    The word lists are English; figures, marks and capitals are found in any `language` (a BCP 47 tag).
    """
    marked = stretches(text)
    whole = sentences(text, marked)
    exact = list(calendar(text))
    dates = merged(sorted([*exact, *relative(text)]))
    nouns = language.lower().partition("-")[0] in ("de", "lb")
    names = list(apart(capitals(text, whole, nouns=nouns), dates))
    found = {
        "sentence": (span for span in whole if WORD.search(text, *span)),
        "quotation": (Span(stretch.start, stretch.end) for stretch in marked),
        "number": apart(numbers(text), exact),
        "date": iter(dates),
        "name": iter(names),
        "superlative": apart(superlatives(text), merged(sorted([*dates, *names]))),
    }
    listed = (Token(start, end, kind) for kind, spans in found.items() for start, end in spans)
    return sorted(listed, key=lambda token: (token.start, -token.end))
