"""Where no sentence is cut: between quotation marks, brackets, a pair of dashes."""

import re
from collections.abc import Iterable, Sequence

from newsroom.text.spans import Span

BRACKET = re.compile(r"[(\[][^()\[\]]{0,200}[)\]]|\s(?:[–—]|--?)\s[^–—]{1,200}?\s(?:[–—]|--?)\s")


def brackets(text: str, sentence: Span, own: str) -> Sequence[Span]:
    """The stretches of a sentence, whose words are `own`, in brackets or between dashes."""
    if "(" in own or "–" in own or "—" in own or " -" in own or "[" in own:
        return [Span(*match.span()) for match in BRACKET.finditer(text, *sentence)]
    return ()


def inside(text: str, sentence: Span, stretches: Iterable[tuple[int, int]]) -> set[int]:
    """The numbers of the chunks of a sentence whose last character stands in one of the stretches."""
    start, end = sentence
    found: set[int] = set()
    for low, high in stretches:
        found.update(range(chunks_before(text, start, max(start, low)), chunks_before(text, start, min(end, high))))
    return found


def chunks_before(text: str, start: int, place: int) -> int:
    """How many chunks from `start` on have ended at `place`."""
    whole = len(text[start:place].split())
    broken = start < place < len(text) and not text[place].isspace() and not text[place - 1].isspace()
    return whole - broken


def chunk_start(text: str, sentence: Span, number: int) -> int:
    """Where the chunk of a sentence with this number begins; the sentence is trimmed."""
    start, end = sentence
    return end - len(text[start:end].split(None, number)[number])
