"""The most and the only: words that say nothing like it exists. English."""

import re
from collections.abc import Iterator

from newsroom.text.kinds import is_superlative
from newsroom.text.lexicon import SUPERLATIVES
from newsroom.text.listed import any_of, listed
from newsroom.text.spans import Span

EXCLUSIVES = listed("last latest newest final solely uniquely exclusive foremost utmost nobody nowhere unrivalled")
# “At least” and “at first” rank nothing.
SUPREME = re.compile(
    rf"\b(?<!\bat )(?<!\bat the )(?:(?i:{any_of(SUPERLATIVES | EXCLUSIVES)}|no one)|[^\W\d_]{{3,20}}est)\b"
)


def superlatives(text: str) -> Iterator[Span]:
    """“Largest”, “most”, “first”, “only”, “never”, “record”, “nobody”; names in -est too."""
    for match in SUPREME.finditer(text):
        if not match.group().endswith("est") or match.group().lower() in SUPERLATIVES or is_superlative(match.group()):
            yield Span(*match.span())
