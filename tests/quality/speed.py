"""How long the breakdown takes against the barest loop over the words of the same text."""

import re
import time
from collections.abc import Callable
from statistics import median

from newsroom.text.breakdown import breakdown

WORDS = re.compile(r"\w+|[^\w\s]")
ROUNDS = 5


def bare(text: str) -> None:
    for _ in WORDS.finditer(text):
        pass


def seconds(work: Callable[[str], object], text: str) -> float:
    """Processor seconds, so that the machine's other work does not count."""
    started = time.process_time()
    work(text)
    return time.process_time() - started


def times_as_long(text: str) -> tuple[float, float]:
    """How many times as long as the bare loop (the middle of several rounds, in turns), and words a second."""
    rounds = [(seconds(breakdown, text), seconds(bare, text)) for _ in range(ROUNDS)]
    whole, loop = median(whole for whole, _ in rounds), median(loop for _, loop in rounds)
    return whole / loop, len(text.split()) / whole
