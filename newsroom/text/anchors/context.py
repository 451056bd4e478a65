"""The words around a span, kept so that it can be found again in another draft."""

SHORTEST, LONGEST = 48, 256
SEARCHABLE = 300_000


def context(text: str, start: int, end: int) -> tuple[str, str]:
    """Prefix and suffix of `text[start:end]`: 48 code points each, grown up to 256 until the three together are
    unique in the text (FORMATS §1). A text over 300,000 code points is not searched for repeats.
    """
    size = SHORTEST
    while size < LONGEST and len(text) <= SEARCHABLE and repeated(text, max(0, start - size), end + size):
        size = min(2 * size, LONGEST)
    return text[max(0, start - size) : start], text[end : end + size]


def repeated(text: str, start: int, end: int) -> bool:
    """Whether the window's words stand somewhere else in the text too."""
    window = text[start:end]
    return text.find(window) != start or text.find(window, start + 1) != -1
