"""Raised figures, which every reader writes alike: 10 to the 6th must not become 106."""

import re

FIGURES = re.compile(r"[0-9+−-]{1,4}")
UP = str.maketrans("0123456789+−-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")


def raised(words: str) -> str:
    """Raised words as they are kept, code point for code point: short figures up in the air, all others as they are."""
    return words.translate(UP) if FIGURES.fullmatch(words) else words
